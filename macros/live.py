"""What editing needs beside a build: code as it is on disk now, and edits that are soon seen."""

import gc
import importlib
import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingEmitter

_PACKAGE = __name__.rpartition(".")[0]
_STAY = {__name__}  # this module is not made anew
_written: dict[Path, int] = {}  # when each module was last written


def imported_anew() -> Any:
    """The package; imported again if any of its modules was changed since the last call."""
    folder = Path(__file__).parent
    now = {module: module.stat().st_mtime_ns for module in folder.rglob("*.py")}
    if now == _written:
        return sys.modules[_PACKAGE]
    changed = {path.stem for path, when in now.items() if _written.get(path) != when}
    _written.clear()
    # The compiled templates stay, unless the module that keeps them is itself the one that changed.
    stay = _STAY if "compiled" in changed else _STAY | {f"{_PACKAGE}.pages.compiled"}
    for name in [n for n in sys.modules if n.split(".")[0] == _PACKAGE and n not in stay]:
        del sys.modules[name]
    package = importlib.import_module(_PACKAGE)
    _written.update(now)  # only now: a module that cannot be imported is tried again
    return package


def state(*places: Path) -> dict[Path, int]:
    """When each file was last written, of some files and folders: equal as long as they are."""
    inside = (file for place in places for file in (place, *place.rglob("*")))
    return {file: file.stat().st_mtime_ns for file in inside if file.is_file()}


_work: list[tuple[threading.Thread, threading.Event]] = []


def later(steps: Iterator[object]) -> None:
    """Take some steps beside what follows. What goes wrong in one is told, and ends them alone."""
    ended = threading.Event()

    def run() -> None:
        try:
            while not ended.is_set() and next(steps, None) is not None:
                pass
        except Exception:
            logging.getLogger("mkdocs.guide").exception("A file beside the pages was not written")

    _work.append((threading.Thread(target=run), ended))
    _work[-1][0].start()


def stop() -> None:
    """End the work that was put off after its present step: a new build does it anew."""
    while _work:
        thread, ended = _work.pop()
        ended.set()
        thread.join()


class Watch(PollingEmitter):
    """Looks for edits between builds: beside one it would take its time from it."""

    building = False  # set by the hooks

    def queue_events(self, timeout: float) -> None:
        """Compare the files with those of the last look; what was edited meanwhile shows then."""
        if Watch.building:
            self.stopped_event.wait(timeout)
        else:
            super().queue_events(timeout)


def observer() -> BaseObserver:
    """What looks for edits, ten times a second. It polls, which works on every file system."""
    return BaseObserver(Watch, timeout=0.1)


def prepare() -> None:
    """Look for waste in memory less often: most of what a build makes lives to its end."""
    gc.set_threshold(200_000, 20, 20)
