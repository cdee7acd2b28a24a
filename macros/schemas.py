"""`python -m macros schemas`: the JSON Schemas that editors read, made from the records."""

import json
from pathlib import Path

from .knowledge import loading
from .knowledge.guide import Guide
from .knowledge.records import KINDS
from .knowledge.schemas import record_schema

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "contributing" / "schemas"


def texts(guide: Guide) -> dict[str, str]:
    """The name of each file, and what should stand in it."""
    return {
        f"{kind}.json": json.dumps(record_schema(kind, guide), indent=1, ensure_ascii=False) + "\n"
        for kind in KINDS
    }


def schemas(data: Path) -> int:
    """Write them all. Returns 0."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in texts(loading.load(data)).items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"Wrote {len(KINDS)} schemas.")
    return 0
