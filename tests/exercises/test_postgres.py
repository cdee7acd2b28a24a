"""Two sessions on a real PostgreSQL: waiting, conflicts, deadlocks, and what differs is told."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.exercises import postgres
from macros.exercises.command import exercise
from macros.exercises.pg_child import FIRST, steps
from macros.exercises.postgres import OPTIONS, Server
from macros.exercises.runner import PG
from macros.exercises.sandbox import Outcome, run

from ..conftest import DataCopy

COUNT = "questions/alpha/double-count.yaml"
SETUP = "CREATE TABLE t (id int PRIMARY KEY, n int); INSERT INTO t VALUES (1, 10), (2, 20);"


def test_it_is_installed_for_the_tests() -> None:
    """Else every exercise on PostgreSQL would be left out without a word."""
    assert postgres.not_here() == ""


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with postgres.running() as started:
        assert started
        yield started


def ran(server: Server, code: str) -> Outcome:
    with server.database() as uri:
        given = {"uri": uri, "options": OPTIONS, "setup": SETUP, "code": code}
        return run(PG, given=json.dumps(given))


def rows(outcome: Outcome) -> list[list[object]]:
    assert outcome.error is None, outcome.error
    found: list[list[object]] = json.loads(outcome.printed)["rows"]
    return found


def test_a_script_is_cut_into_steps() -> None:
    found = steps(
        "SELECT 1;\n-- session: b\n-- a note\nSELECT\n  2;\n-- fails: ERROR: no\nDO $$ BEGIN\nNULL;\nEND $$;\nSELECT 3"
    )
    assert [(one.session, one.fails) for one in found] == [
        (FIRST, ""), ("b", ""), ("b", "ERROR: no"), ("b", ""),
    ]  # fmt: skip
    assert found[1].sql.endswith("  2;") and found[2].sql.count(";") == 2


def test_a_session_waits_and_goes_on(server: Server) -> None:
    outcome = ran(
        server,
        """-- session: a
        BEGIN;
        UPDATE t SET n = n + 1 WHERE id = 1;
        -- session: b
        UPDATE t SET n = n * 2 WHERE id = 1;
        -- session: a
        COMMIT;
        SELECT n FROM t WHERE id = 1;""",
    )
    assert rows(outcome) == [[22]]  # b waited for a, and doubled what a had written


def test_a_lost_update_between_two_sessions(server: Server) -> None:
    read = "SELECT set_config('my.n', n::text, false) FROM t WHERE id = 1;"
    write = "UPDATE t SET n = current_setting('my.n')::int + 1 WHERE id = 1;"
    code = f"-- session: a\n{read}\n-- session: b\n{read}\n{write}\n-- session: a\n{write}\nSELECT n FROM t WHERE id = 1;"
    assert rows(ran(server, code)) == [[11]]


def test_a_deadlock_ends_the_one_that_waited_first(server: Server) -> None:
    code = """-- session: a
        BEGIN;
        UPDATE t SET n = 0 WHERE id = 1;
        -- session: b
        BEGIN;
        UPDATE t SET n = 0 WHERE id = 2;
        -- session: a
        UPDATE t SET n = 0 WHERE id = 2;
        -- session: b
        UPDATE t SET n = 0 WHERE id = 1;"""
    for _ in range(3):
        assert ran(server, code).error == "ERROR: deadlock detected"


@pytest.mark.parametrize(
    ("fails", "error"),
    [
        ("ERROR: division by zero", None),
        ("ERROR: division …", None),
        ("ERROR: something else", "ERROR: division by zero instead of: ERROR: something else"),
        ("", "ERROR: division by zero"),
    ],
)
def test_a_failure_that_is_expected(server: Server, fails: str, error: str | None) -> None:
    line = f"-- fails: {fails}\n" if fails else ""
    assert ran(server, f"{line}SELECT 1 / 0;\nSELECT 1;").error == error


def test_a_failure_that_does_not_come(server: Server) -> None:
    assert ran(server, "-- fails: ERROR: no\nSELECT 1;").error == (
        "ERROR: it does not fail instead of: ERROR: no"
    )


def test_values_as_yaml_has_them(server: Server) -> None:
    outcome = ran(server, "SELECT 1.50::numeric, 2.0::numeric, true, NULL, DATE '2026-01-02', 'x';")
    assert rows(outcome) == [[1.5, 2, "true", None, "2026-01-02", "x"]]


def test_each_part_has_an_empty_database(server: Server) -> None:
    for _ in range(2):
        assert ran(server, "CREATE TABLE once (id int);\nSELECT 1;").error is None


def test_a_plan_can_be_read(server: Server) -> None:
    code = "SET enable_seqscan = off;\nEXPLAIN (COSTS OFF) SELECT n FROM t WHERE id = 1;"
    assert rows(ran(server, code))[0] == ["Index Scan using t_pkey on t"]


def test_an_index_is_built_while_others_write(server: Server) -> None:
    code = """CREATE INDEX CONCURRENTLY by_n ON t (n);
        SELECT indexname FROM pg_indexes WHERE tablename = 't' ORDER BY 1;"""
    assert rows(ran(server, code)) == [["by_n"], ["t_pkey"]]


NO_TABLE = 'relation "amounts" does not exist'


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("      - [20]", "      - [21]", "solution total: stated:"),
        ("          - [40]", "          - [41]", "trap twice: stated:"),
        (NO_TABLE, "another", "trap no-table: stated to fail with: ERROR: another"),
        ("FROM amounts;", "FROM totals;", "trap no-table: stated to fail with"),
    ],
)
def test_what_differs_is_told_with_its_place(
    data: DataCopy, capsys: pytest.CaptureFixture[str], old: str, new: str, says: str
) -> None:
    data.change(COUNT, "engine: sqlite", "engine: postgresql")
    data.change(COUNT, '"sqlite3.OperationalError: no such table: amounts"', f"'ERROR: {NO_TABLE}'")
    assert exercise(data.folder, []) == 0, capsys.readouterr().out
    capsys.readouterr()
    data.change(COUNT, old, new)
    assert exercise(data.folder, []) == 1
    said = capsys.readouterr().out
    assert f"double-count, {says}" in said and f"{COUNT}:" in said


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    program = tmp_path / "run.py"
    program.write_text(
        "from macros.exercises.postgres import running\n"
        "with running() as server:\n    print(server._uri.split('host=')[1])\n"
    )
    done = subprocess.run(
        [sys.executable, program], capture_output=True, text=True, env={"PYTHONPATH": "."}
    )
    assert done.returncode == 0, done.stderr
    assert not Path(done.stdout.strip()).exists()
