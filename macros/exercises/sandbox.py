"""One piece of code in a process of its own: an empty environment, an empty folder, bounds.

The bounds keep an honest mistake from harming the machine. They are no wall against malice: code in
the data is read in review before it is run.
"""

import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

SECONDS = 20
MEMORY = 1 << 30  # bytes of address space
OUTPUT = 1 << 20  # bytes of any file written, and of what is printed


class Outcome(NamedTuple):
    """What a run printed, and the last line of its error, or None where it ended well."""

    printed: str
    error: str | None


def run(program: Path, arguments: Sequence[str] = (), given: str = "") -> Outcome:
    """Run a Python program by itself. `given` is its standard input."""
    with tempfile.TemporaryDirectory() as folder:
        command = [*alone(), sys.executable, "-I", "-X", "utf8", str(program), *arguments]
        try:
            done = subprocess.run(
                command,
                cwd=folder,
                env={},
                input=given,
                capture_output=True,
                text=True,
                encoding="utf-8",
                timeout=SECONDS,
                preexec_fn=_bounded,
            )
        except subprocess.TimeoutExpired:
            return Outcome("", f"it took longer than {SECONDS} seconds")
    if done.returncode == 0:
        return Outcome(done.stdout, None)
    lines = done.stderr.strip().splitlines()
    return Outcome(done.stdout, lines[-1] if lines else f"it ended with status {done.returncode}")


@cache
def alone() -> tuple[str, ...]:
    """What to put before a command so that it has no network, where the system allows that.

    Without root this needs a user namespace, in which one is root of nothing but oneself. Root does
    without: in such a namespace it could not reach the socket of another user's server.
    """
    for command in (("unshare", "--net"), ("unshare", "--net", "--map-root-user")):
        if shutil.which(command[0]) is None:
            return ()
        try:
            done = subprocess.run([*command, "true"], capture_output=True, timeout=10)
        except subprocess.TimeoutExpired:
            continue
        if done.returncode == 0:
            return command
    return ()


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (OUTPUT, OUTPUT))
