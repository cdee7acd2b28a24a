"""Write the generated pages to disk, for a builder that knows no hooks.

MkDocs 1 is no longer maintained; Zensical reads mkdocs.yml and runs `define_env`. For it, every
page of a record becomes a file with the one call that makes it: see docs/decisions/002.
"""

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def write_pages(into: Path, data: Path) -> int:
    """Make a project in the folder `into`, with the pages of the data folder `data`.

    Returns 0, or 1 where the folder is there already. Raises BadData for data with problems.
    """
    if into.exists():
        print(f"{into} is there already: name a new folder")
        return 1
    from .pages.book import open_book  # only here: other commands start sooner without templates

    book = open_book(data, str(data))
    shutil.copytree(ROOT / "docs", into / "docs")
    shutil.copytree(data, into / "data")
    shutil.copytree(ROOT / "macros", into / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    config = re.sub(r"^(hooks|watch):.*\n", "", config, flags=re.MULTILINE)
    (into / "mkdocs.yml").write_text(config, encoding="utf-8")
    for address in book.site.pages:
        page = into / "docs" / address / "index.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f'{{{{ record_page("{address}") }}}}\n', encoding="utf-8")
    print(f"Wrote {len(book.site.pages)} pages into {into / 'docs'}.")
    return 0
