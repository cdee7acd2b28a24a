"""Build the guide with Zensical, and compare its addresses with those of `make build`.

`make zensical` runs this once a week: it says in time what the move to the next builder will need.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from macros.elsewhere import write_pages

ROOT = Path(__file__).resolve().parent.parent


def addresses(site: Path) -> set[str]:
    """The pages of a built site."""
    return {file.relative_to(site).as_posix() for file in site.rglob("*.html")}


def difference(ours: set[str], theirs: set[str]) -> list[str]:
    """A line for each address that one of them has and the other has not."""
    missing = [f"missing there: {address}" for address in sorted(ours - theirs)]
    return missing + [f"only there: {address}" for address in sorted(theirs - ours)]


def main() -> int:
    """Build and compare. Returns 0 where the addresses are the same."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "project"
        write_pages(project, ROOT / "data")
        subprocess.run(
            [Path(sys.executable).with_name("zensical"), "build"],
            cwd=project, env={**os.environ, "PYTHONPATH": "."}, check=True,
        )  # fmt: skip
        found = difference(addresses(ROOT / "site"), addresses(project / "site"))
    print("\n".join(found) or "The addresses are the same.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
