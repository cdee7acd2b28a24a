"""A fingerprint changes with what a record says, and with nothing else."""

import pytest

from macros.__main__ import main
from macros.knowledge.fingerprint import fingerprint

from ..conftest import DataCopy

COUNT = "questions/alpha/double-count.yaml"


def of(data: DataCopy) -> str:
    return fingerprint(data.load().questions["double-count"])


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ('reviewed_on: "2026', 'reviewed_on: "2025', True),
        ("status: draft", "status: desk-tested", True),
        ("minutes: 20\ntechn", "minutes: 21\ntechn", False),
        ("2 * SUM(amount)", "2  * SUM(amount)", False),  # code is kept as it is
        ("Reconciles with an independent sum.", "Reconciles  with an independent sum.", True),
        ("Reconciles with an independent sum.", "Reconciles with another sum.", False),
    ],
)
def test_what_counts(data: DataCopy, old: str, new: str, same: bool) -> None:
    before = of(data)
    data.change(COUNT, old, new)
    assert (of(data) == before) is same
    assert len(before) == 12


def test_a_tested_record_is_accepted_until_a_word_changes(
    data: DataCopy, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["fingerprint", "term:tester", "--data", str(data.folder)]) == 0
    digits = capsys.readouterr().out.split()[0]
    tail = f'status: desk-tested\ntested_text: "{digits}"'
    data.change("terms/tester.yaml", "status: draft", tail)
    assert main(["check", "--data", str(data.folder), "--docs", "nowhere"]) == 0
    assert data.load().terms["tester"].status == "desk-tested"
    data.change("terms/tester.yaml", "Finds out what does not work", "Finds out what works")
    assert main(["check", "--data", str(data.folder), "--docs", "nowhere"]) == 0
    said = capsys.readouterr().out
    assert "warning: the text has changed since it was tested, so it counts as a draft" in said
    record = data.load().terms["tester"]
    assert (record.status, record.tested_text) == ("draft", None)


def test_a_record_that_is_not_there(data: DataCopy, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fingerprint", "term:testr", "--data", str(data.folder)]) == 2
    assert "did you mean `term:tester`" in capsys.readouterr().err
