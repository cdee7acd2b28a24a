"""Put a compressed copy beside each text file of a built site, for hosts that can send it."""

import gzip
from pathlib import Path

KINDS = {".css", ".csv", ".html", ".js", ".json", ".svg", ".txt", ".xml"}
LEAST = 1024  # bytes; below that a copy saves nothing


def compress(site: Path) -> int:
    """Write the copies, with the same bytes each time. Returns 0, or 1 without a site."""
    if not site.is_dir():
        print(f"{site} is not a folder: build the site first")
        return 1
    count = 0
    for file in sorted(site.rglob("*")):
        if file.suffix in KINDS and file.is_file() and file.stat().st_size >= LEAST:
            packed = gzip.compress(file.read_bytes(), compresslevel=9, mtime=0)
            file.with_name(f"{file.name}.gz").write_bytes(packed)
            count += 1
    print(f"Compressed {count} files.")
    return 0
