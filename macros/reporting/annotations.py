"""Problems as workflow commands of GitHub Actions, which shows them at their lines.

The form and what has to be escaped:
https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from ..knowledge.problems import Problem


def annotation(problem: Problem) -> str:
    """The command for one problem, in one line."""
    kind = "warning" if problem.warning else "error"
    place = f"file={_property(problem.path)},line={problem.line},col={problem.column}"
    return f"::{kind} {place}::{_message(problem.message)}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
