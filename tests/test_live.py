"""Work beside a build: ended by the next one, and what fails in it is told."""

import threading
from collections.abc import Iterator

import pytest

from macros import live


def test_work_ends_after_its_present_step() -> None:
    done: list[int] = []

    def steps() -> Iterator[int]:
        for step in range(3):
            assert ended[0].wait(10)  # the end is asked for within the first step
            done.append(step)
            yield step

    ended: list[threading.Event] = []
    gate = threading.Event()

    def gated() -> Iterator[int]:
        assert gate.wait(10)
        yield from steps()

    live.later(gated())
    ended.append(live._work[-1][1])
    gate.set()
    live.stop()
    assert done == [0]  # the step under way is whole, and the rest is not taken


def test_work_that_fails_is_told(caplog: pytest.LogCaptureFixture) -> None:
    def steps() -> Iterator[int]:
        yield 1
        raise OSError("the disk is full")

    live.later(steps())
    live._work[-1][0].join(10)
    live.stop()
    assert "was not written" in caplog.text and "the disk is full" in caplog.text
