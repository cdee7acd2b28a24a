"""Build the whole site, strictly, beside the last one, and put it in its place at the end."""

import os
import shutil
import subprocess
import sys
from pathlib import Path


def build(site: Path) -> int:
    """Build into the folder `site`. Returns 0, or the builder's status with `site` untouched.

    MkDocs runs as a process of its own, so that nothing else of this package depends on it. Where
    the site and its source are kept comes from the environment: see mkdocs.yml.
    """
    new, old = site.with_name(f"{site.name}.new"), site.with_name(f"{site.name}.old")
    for folder in (new, old):
        shutil.rmtree(folder, ignore_errors=True)
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--site-dir",
        str(new.resolve()),
    ]
    status = subprocess.run(command, env={**os.environ, "STRICT": "true"}, check=False).returncode
    if status:
        shutil.rmtree(new, ignore_errors=True)
        print(f"The build failed; {site} is as it was.", file=sys.stderr)
        return status
    if site.exists():
        site.rename(old)
    new.rename(site)
    shutil.rmtree(old, ignore_errors=True)
    return 0
