"""The libraries that the site carries are those on record, with their licence."""

import io
import json
import subprocess
import tarfile
from pathlib import Path
from typing import Any

import pytest

from macros import vendor

PACKAGES = json.loads((vendor.FOLDER / vendor.RECORD).read_text())


def test_every_file_is_on_record_as_it_is() -> None:
    files = {file.name: vendor.digest(file) for file in vendor.FOLDER.glob("*.js")}
    assert files == {f"{one['name']}.js": one["sha256"] for one in PACKAGES}


@pytest.mark.parametrize("package", PACKAGES, ids=lambda one: one["name"])
def test_a_file_says_what_it_is(package: dict[str, Any]) -> None:
    head = (vendor.FOLDER / f"{package['name']}.js").read_text()[:1500]
    assert f"{package['name']} {package['version']}, {package['licence']}" in head
    assert "Copyright" in head and "Permission is hereby granted" in head


def test_fetching_writes_the_file_and_its_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = [
        {
            "name": "small", "version": "1.0.0", "licence": "MIT", "file": "dist/x.js",
            "licence_file": "LICENSE", "sha256": "",
        }
    ]  # fmt: skip
    (tmp_path / vendor.RECORD).write_text(json.dumps(record))

    def pack(command: list[str], **_: object) -> None:
        assert command[-1] == "small@1.0.0"
        with tarfile.open(Path(command[-2]) / "small-1.0.0.tgz", "w:gz") as tar:
            for name, text in (
                ("dist/x.js", "export {}\n//# sourceMappingURL=x"),
                ("LICENSE", "MIT"),
            ):
                member = tarfile.TarInfo(f"package/{name}")
                member.size = len(text)
                tar.addfile(member, io.BytesIO(text.encode()))

    monkeypatch.setattr(vendor, "FOLDER", tmp_path)
    monkeypatch.setattr(subprocess, "run", pack)
    assert vendor.vendor() == 0
    written = (tmp_path / "small.js").read_text()
    assert written.endswith("export {}\n") and "small 1.0.0, MIT" in written
    assert json.loads((tmp_path / vendor.RECORD).read_text())[0]["sha256"] == vendor.digest(
        tmp_path / "small.js"
    )
