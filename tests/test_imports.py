"""Who may import whom: the table of docs/contributing/architecture.md."""

import ast
from pathlib import Path

import pytest

from .conftest import ROOT

ALLOWED = {
    "macros.knowledge": {"macros.knowledge"},
    "macros.judging": {"macros.judging", "macros.knowledge"},
    "macros.pages": {"macros.pages", "macros.judging", "macros.knowledge"},
    "macros.exercises": {"macros.exercises", "macros.knowledge"},
    "macros.outputs": {
        "macros.outputs",
        "macros.knowledge",
        "macros.pages.addresses",
        "macros.pages.page",
        "macros.pages.permanence",
        "macros.pages.pictures",
        "macros.pages.posting",
        "macros.pages.render",
        "macros.pages.safety",
        "macros.pages.site",
        "macros.pages.text",
    },
    "macros.new": {"macros.knowledge"},
    "macros.schemas": {"macros.knowledge"},
    "macros.vendor": set(),
    "macros.compressing": set(),
    "macros.permalinks": {"macros.knowledge", "macros.pages"},
    "macros.elsewhere": {"macros.pages"},
    "macros.reporting": {"macros.reporting", "macros.knowledge"},
    "macros.publish": set(),
    "macros.live": set(),
    "macros.__init__": {"macros"},
    "macros.hooks": {"macros", "mkdocs"},
    "macros.__main__": {"macros"},
}


def imported(file: Path, source: str) -> set[str]:
    """The modules that a file imports, with relative names made absolute."""
    package = list(file.relative_to(ROOT).with_suffix("").parts[:-1])
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            names.add(".".join([*base, *(node.module or "").split(".")]).strip("."))
    return names


def forbidden(file: Path, source: str) -> list[str]:
    module = ".".join(file.relative_to(ROOT).with_suffix("").parts)
    room = max((name for name in ALLOWED if module.startswith(name)), key=len)
    faults = []
    for name in imported(file, source):
        watched = name.split(".")[0] in ("macros", "mkdocs")
        if watched and not any(f"{name}.".startswith(f"{one}.") for one in ALLOWED[room]):
            faults.append(f"{module} imports {name}")
    return faults


@pytest.mark.parametrize("file", sorted((ROOT / "macros").rglob("*.py")), ids=lambda f: f.stem)
def test_the_table_holds(file: Path) -> None:
    assert forbidden(file, file.read_text()) == []


def test_a_forbidden_import_is_seen() -> None:
    inside = ROOT / "macros" / "knowledge" / "rules" / "new.py"
    assert forbidden(inside, "from ...pages.site import Site") != []
    assert forbidden(inside, "import mkdocs.config") != []
    assert forbidden(inside, "from ..guide import Guide") == []
