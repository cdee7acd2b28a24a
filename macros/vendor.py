"""Bring in the browser libraries that the site carries, from their packages in the npm registry.

`docs/assets/vendor/packages.json` says which: name, version, licence, the file that is wanted, and
the SHA-256 of what stands here. A test holds the files to it; this needs npm and a network, and is
for whoever changes a version.
"""

import hashlib
import json
import subprocess
import tarfile
import tempfile
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "assets" / "vendor"
RECORD = "packages.json"


def fetched(package: dict[str, Any]) -> tuple[str, str]:
    """The wanted file of a package, and its licence. Raises CalledProcessError where npm fails."""
    name = f"{package['name']}@{package['version']}"
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", "--silent", "--pack-destination", folder, name]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        (archive,) = Path(folder).glob("*.tgz")
        with tarfile.open(archive) as tar:
            return _text(tar, package["file"]), _text(tar, package["licence_file"])


def _text(tar: tarfile.TarFile, path: str) -> str:
    member = tar.extractfile(f"package/{path}")
    assert member is not None, path
    return member.read().decode()


def stands(package: dict[str, Any], code: str, licence: str) -> str:
    """The file as it stands here: with its origin and its licence, without its source map."""
    words = "\n".join(f" * {line}".rstrip() for line in licence.strip().splitlines())
    head = f"/*! {package['name']} {package['version']}, {package['licence']}\n{words}\n */\n"
    lines = [line for line in code.splitlines() if not line.startswith("//# sourceMappingURL")]
    return head + "\n".join(lines).rstrip() + "\n"


def digest(file: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def vendor() -> int:
    """Fetch every package anew and write the record. Returns 0."""
    packages = json.loads((FOLDER / RECORD).read_text())
    for package in packages:
        file = FOLDER / f"{package['name']}.js"
        file.write_text(stands(package, *fetched(package)))
        package["sha256"] = digest(file)
        print(f"{file.name}: {package['name']} {package['version']}")
    (FOLDER / RECORD).write_text(json.dumps(packages, indent=2) + "\n")
    return 0
