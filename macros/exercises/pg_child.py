"""Runs in a process of its own: SQL from standard input on an empty PostgreSQL database.

Reads {"uri": …, "options": …, "setup": …, "code": …} as JSON and prints {"columns": …, "rows": …}
of the last statement that gives rows. In the code a line `-- session: b` says which connection runs
what follows, and `-- fails: ERROR: …` that the next statement fails in just this way, where `…`
stands for the rest of the message. A statement that has to wait for another session waits; the next
one of another session is run meanwhile. An error that nobody expects ends it, with the server's
words: `ERROR: deadlock detected`.
"""

import decimal
import json
import queue
import re
import sys
import threading
import time
from typing import Any, NamedTuple

import psycopg

FIRST = "main"  # the session of code that names none
_DIRECTIVE = re.compile(r"--\s*(session|fails):\s*(.*\S)\s*$")


class Step(NamedTuple):
    """A statement, the session that runs it, and how it is expected to fail."""

    session: str
    sql: str
    fails: str


def steps(script: str) -> list[Step]:
    """A script cut into its statements: each ends with a line whose last sign is a semicolon."""
    found, lines, session, fails = [], [], FIRST, ""
    for line in script.splitlines():
        directive = _DIRECTIVE.match(line.strip())
        if directive and directive[1] == "session":
            session = directive[2]
        elif directive:
            fails = directive[2]
        else:
            lines.append(line)
            text = "\n".join(lines)
            if line.rstrip().endswith(";") and text.count("$$") % 2 == 0:
                found.append(Step(session, text, fails))
                lines, fails = [], ""
    if any(line.strip() and not line.strip().startswith("--") for line in lines):
        found.append(Step(session, "\n".join(lines), fails))
    return found


class Session(threading.Thread):
    """A connection that runs its statements one after the other, beside the others."""

    def __init__(self, uri: str, options: str) -> None:
        super().__init__(daemon=True)
        self.connection = psycopg.connect(uri, autocommit=True, options=options)
        self.pid = self.connection.info.backend_pid
        self.todo: queue.Queue[tuple[Step, Run]] = queue.Queue()
        self.start()

    def run(self) -> None:
        """Take statements until the process ends."""
        while True:
            step, run = self.todo.get()
            try:
                cursor = self.connection.execute(step.sql)
                if cursor.description:
                    columns = [one.name for one in cursor.description]
                    run.result = columns, cursor.fetchall()
            except psycopg.Error as error:
                run.error = f"{error.diag.severity}: {error.diag.message_primary}"
            run.done.set()


class Run:
    """What comes of a step."""

    def __init__(self, step: Step) -> None:
        self.step = step
        self.done = threading.Event()
        self.error = ""
        self.result: tuple[list[str], list[tuple[Any, ...]]] | None = None


def waiting(monitor: "psycopg.Connection[Any]", session: Session) -> bool:
    """Whether the server says that the session waits for another."""
    row = monitor.execute("SELECT cardinality(pg_blocking_pids(%s)) > 0", [session.pid]).fetchone()
    return bool(row and row[0])


def execute(uri: str, options: str, script: str) -> list[Run]:
    """Run the steps in their order; a step that waits does not hold up other sessions."""
    sessions: dict[str, Session] = {}
    last: dict[str, Run] = {}
    runs = []
    with psycopg.connect(uri, autocommit=True) as monitor:
        for step in steps(script):
            if step.session not in sessions:
                sessions[step.session] = Session(uri, options)
            if before := last.get(step.session):
                before.done.wait()
            run = last[step.session] = Run(step)
            runs.append(run)
            sessions[step.session].todo.put((step, run))
            # Whether it waits is asked of the server, until it does or is done.
            while not run.done.wait(0.01) and not waiting(monitor, sessions[step.session]):
                pass
            _settled(monitor, last, sessions)
    for run in runs:
        run.done.wait()
    return runs


def _settled(
    monitor: "psycopg.Connection[Any]", last: dict[str, Run], sessions: dict[str, Session]
) -> None:
    """Wait until each session is done or waits: a commit may have let another go on."""
    deadline = time.monotonic() + 10
    for name, run in last.items():
        while not run.done.wait(0.01) and not waiting(monitor, sessions[name]):
            if time.monotonic() > deadline:
                raise TimeoutError(f"session {name} neither ends nor waits")


def _as_stated(error: str, fails: str) -> bool:
    """Whether a step failed, or did not, as its script says."""
    begin, rest, _ = fails.partition("…")
    return error.startswith(begin.strip()) and bool(error) if rest else error == fails


def plain(value: Any) -> Any:
    """A value as JSON and YAML have it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, decimal.Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value if value is None or isinstance(value, int | float | str) else str(value)


def main() -> None:
    """Run the setup and the code, and print the last rows, or end with the first error."""
    given = json.load(sys.stdin)
    if given["setup"]:
        with psycopg.connect(given["uri"], autocommit=True) as connection:
            connection.execute(given["setup"])
    columns: list[str] = []
    rows: list[tuple[Any, ...]] = []
    for run in execute(given["uri"], given["options"], given["code"]):
        if not _as_stated(run.error, run.step.fails):
            wanted = f" instead of: {run.step.fails}" if run.step.fails else ""
            sys.exit((run.error or "ERROR: it does not fail") + wanted)
        if run.result:
            columns, rows = run.result
    shown = [[plain(value) for value in row] for row in rows]
    json.dump({"columns": columns, "rows": shown}, sys.stdout)


if __name__ == "__main__":
    main()
