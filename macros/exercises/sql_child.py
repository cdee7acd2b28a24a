"""Runs in a process of its own: SQL from standard input on a fresh SQLite database in memory.

Reads {"setup": …, "code": …} as JSON and prints {"columns": …, "rows": …} of the last statement
that gives rows. An error ends it with Python's own last line, such as
`sqlite3.OperationalError: no such table: x`.
"""

import json
import sqlite3
import sys
from typing import Any


def statements(script: str) -> list[str]:
    """A script cut into its statements; SQLite itself says where one is complete."""
    found, current = [], ""
    for line in script.splitlines(keepends=True):
        current += line
        if sqlite3.complete_statement(current):
            found.append(current)
            current = ""
    return [*found, current] if current.strip() else found


def main() -> None:
    given = json.load(sys.stdin)
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.execute("PRAGMA foreign_keys = ON")
    database.executescript(given["setup"] or "")
    columns: list[str] = []
    rows: list[tuple[Any, ...]] = []
    for statement in statements(given["code"]):
        cursor = database.execute(statement)
        if cursor.description:
            columns, rows = [one[0] for one in cursor.description], cursor.fetchall()
    json.dump({"columns": columns, "rows": rows}, sys.stdout)


main()
