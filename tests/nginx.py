"""Debian's nginx for a test: the one that is there, or one that this installs.

`python -m tests.nginx` makes sure that there is one where it can, and says what it does.
"""

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .browser import installed

CONFIG = Path(__file__).resolve().parent.parent / "docs/contributing/nginx.conf"
PATIENCE = 20  # seconds


def found() -> str | None:
    """The path of nginx on this machine, or None."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


@contextmanager
def serving(site: Path, folder: Path) -> Iterator[str]:
    """nginx with the configuration of the docs, for a site; its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = CONFIG.read_text().replace("listen 80;", f"listen 127.0.0.1:{port};")
    server = re.sub(r"root /\S+;", f"root {site};", server)
    user = "user root;" if os.geteuid() == 0 else ""  # else its workers may not read the folder
    (folder / "nginx.conf").write_text(f"""{user} pid {folder}/pid; error_log {folder}/error.log;
        events {{}}
        http {{
            access_log off; include /etc/nginx/mime.types; default_type application/octet-stream;
            client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder};
            uwsgi_temp_path {folder}; scgi_temp_path {folder};
            {server}
        }}""")
    nginx = found()
    assert nginx
    process = subprocess.Popen(
        [
            nginx,
            "-c",
            str(folder / "nginx.conf"),
            "-e",
            str(folder / "error.log"),
            "-g",
            "daemon off;",
        ]
    )
    try:
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except OSError:
                assert process.poll() is None, (folder / "error.log").read_text()
                assert time.monotonic() < deadline
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    if not found() and installed("nginx-light"):
        print("Installed Debian's nginx")
    print(f"The web server for the tests: {found() or 'none, so its test is left out'}")
