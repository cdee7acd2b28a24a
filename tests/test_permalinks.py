"""What was published leads somewhere for ever: renamed, retired, removed and reused records."""

from pathlib import Path

import pytest

from macros.__main__ import main
from macros.knowledge import loading
from macros.outputs import api
from macros.pages.site import Site

from .conftest import FIXTURE, DataCopy

DOCS = FIXTURE / "docs"
RETIRED = """status: retired
retired:
  since: "2026-11-20"
  because: Its work belongs to alpha now.
  instead: [skill:alpha]
"""


def check(data: DataCopy) -> int:
    return main(["check", "--data", str(data.folder), "--docs", str(DOCS)])


def release(data: DataCopy) -> None:
    command = ["permalinks", "--data", str(data.folder), "--docs", str(DOCS)]
    assert main(command) == 0


@pytest.fixture
def released(data: DataCopy, capsys: pytest.CaptureFixture[str]) -> DataCopy:
    """A guide with a technology that nothing names, all of whose addresses are published."""
    text = data.read("technologies/store.yaml").replace("name: Store", "name: Spare store")
    data.write("technologies/spare.yaml", text)
    data.write(
        "skills/alpha.yaml", data.read("skills/alpha.yaml").replace("[store]", "[store, spare]")
    )
    release(data)
    assert check(data) == 0, capsys.readouterr().out
    capsys.readouterr()
    return data


def without_mention(data: DataCopy) -> None:
    text = data.read("skills/alpha.yaml").replace("[store, spare]", "[store]")
    data.write("skills/alpha.yaml", text)


def test_a_release_adds_and_never_removes(released: DataCopy) -> None:
    before = released.read("permalinks.txt").splitlines()
    assert "/technologies/spare/" in before and "/skills/alpha/#step-3" in before
    assert "/api/v1/technologies/spare.json" in before and "/" in before
    released.write("permalinks.txt", "\n".join([*before, "/of/long/ago/"]) + "\n")
    release(released)
    after = released.read("permalinks.txt").splitlines()
    assert set(after) == {*before, "/of/long/ago/"} and after == sorted(after)


def test_a_release_of_bad_data_changes_nothing(released: DataCopy) -> None:
    before = released.read("permalinks.txt")
    released.write("skills/alpha.yaml", "nothing: here\n")
    command = ["permalinks", "--data", str(released.folder), "--docs", str(DOCS)]
    assert main(command) == 1
    assert released.read("permalinks.txt") == before


def test_a_record_that_is_gone_is_refused(
    released: DataCopy, capsys: pytest.CaptureFixture[str]
) -> None:
    (released.folder / "technologies/spare.yaml").unlink()
    without_mention(released)
    assert check(released) == 1
    said = capsys.readouterr().out
    number = released.read("permalinks.txt").splitlines().index("/technologies/spare/") + 1
    assert (
        f"{released.folder}/permalinks.txt:{number}:1: `/technologies/spare/` was published" in said
    )
    assert "/api/v1/technologies/spare.json` was published" in said and "former_ids" in said


def renamed(data: DataCopy) -> None:
    text = data.read("technologies/spare.yaml")
    (data.folder / "technologies/spare.yaml").unlink()
    data.write(
        "technologies/new-name.yaml", text.replace("status:", "former_ids: [spare]\n\nstatus:")
    )
    skill = data.read("skills/alpha.yaml").replace("[store, spare]", "[store, new-name]")
    data.write("skills/alpha.yaml", skill)


def test_a_renamed_record_leads_on(released: DataCopy) -> None:
    renamed(released)
    assert check(released) == 0
    site = Site(loading.load(released.folder, "data"), "", "https://guide.test/")
    assert site.moved["technologies/spare/"] == "technologies/new-name/"
    assert dict(api.made(site))["api/v1/technologies/spare.json"]["moved"] == (
        "https://guide.test/api/v1/technologies/new-name.json"
    )


def test_two_renames_are_one_step(released: DataCopy, capsys: pytest.CaptureFixture[str]) -> None:
    renamed(released)
    release(released)
    text = released.read("technologies/new-name.yaml")
    (released.folder / "technologies/new-name.yaml").unlink()
    newest = text.replace("[spare]", "[new-name]")
    released.write("technologies/newest.yaml", newest)
    skill = released.read("skills/alpha.yaml").replace("new-name", "newest")
    released.write("skills/alpha.yaml", skill)
    assert check(released) == 1  # the first name was forgotten
    assert "`/technologies/spare/` was published" in capsys.readouterr().out
    released.write("technologies/newest.yaml", newest.replace("[new-name]", "[spare, new-name]"))
    assert check(released) == 0
    site = Site(loading.load(released.folder, "data"))
    assert {site.moved[f"technologies/{old}/"] for old in ("spare", "new-name")} == {
        "technologies/newest/"
    }


def test_a_retired_record_keeps_a_page(released: DataCopy) -> None:
    text = released.read("technologies/spare.yaml")
    start = text[: text.index("status:")]
    released.write("technologies/spare.yaml", start + RETIRED + 'reviewed_on: "2026-11-20"\n')
    without_mention(released)
    assert check(released) == 0
    guide = loading.load(released.folder, "data")
    assert "spare" not in guide.technologies
    site = Site(guide, "", "https://guide.test/")
    assert site.pages["technologies/spare/"].template == "retired.html"
    note = dict(api.made(site))["api/v1/technologies/spare.json"]["retired"]
    assert note["since"] == "2026-11-20" and note["instead"][0]["name"] == "Alpha"


REFUSED = [
    (
        "names it still",
        RETIRED,
        "[store, spare]",
        "the technology `spare` is retired; use `skill:alpha`",
    ),
    ("says nothing", "status: retired\n", "[store]", "add `retired`"),
    (
        "takes its own place",
        RETIRED.replace("skill:alpha", "technology:spare"),
        "[store]",
        "does not take its own place",
    ),
    (
        "names nothing",
        RETIRED.replace("skill:alpha", "skill:alfa"),
        "[store]",
        "did you mean `alpha`",
    ),
    (
        "is live",
        RETIRED.replace("status: retired", "status: draft"),
        "[store, spare]",
        "only a record with `status: retired`",
    ),
]


@pytest.mark.parametrize(
    ("tail", "names", "said"), [c[1:] for c in REFUSED], ids=[c[0] for c in REFUSED]
)
def test_a_retired_record_that_is_refused(
    released: DataCopy, capsys: pytest.CaptureFixture[str], tail: str, names: str, said: str
) -> None:
    text = released.read("technologies/spare.yaml")
    start = text[: text.index("status:")]
    released.write("technologies/spare.yaml", start + tail + 'reviewed_on: "2026-11-20"\n')
    skill = released.read("skills/alpha.yaml").replace("[store, spare]", names)
    released.write("skills/alpha.yaml", skill)
    assert check(released) == 1
    assert said in capsys.readouterr().out


@pytest.mark.parametrize("id_", ["store", "spare"])
def test_an_id_is_not_used_again(
    released: DataCopy, capsys: pytest.CaptureFixture[str], id_: str
) -> None:
    """A former id that is live, or retired, would send readers to the wrong page."""
    if id_ == "spare":
        test_a_retired_record_keeps_a_page(released)
    text = released.read("technologies/store.yaml")
    released.write(
        "technologies/other.yaml", text.replace("status:", f"former_ids: [{id_}]\n\nstatus:")
    )
    skill = released.read("skills/alpha.yaml").replace("[store", "[other, store")
    released.write("skills/alpha.yaml", skill)
    assert check(released) == 1
    said = capsys.readouterr().out
    assert ("is a live technology" if id_ == "store" else "is a retired technology") in said


def test_a_part_that_a_page_promised_is_missed(
    released: DataCopy, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [*released.read("permalinks.txt").splitlines(), "/skills/alpha/#history"]
    released.write("permalinks.txt", "\n".join(lines) + "\n")
    assert check(released) == 1
    assert "`/skills/alpha/` has no part `#history` any more" in capsys.readouterr().out


def test_a_line_twice(released: DataCopy, capsys: pytest.CaptureFixture[str]) -> None:
    released.write("permalinks.txt", released.read("permalinks.txt") + "/\n")
    assert check(released) == 1
    assert "stands here twice" in capsys.readouterr().out


def test_the_file_is_whole_when_writing_fails(
    released: DataCopy, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = released.read("permalinks.txt")

    def full(*_: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="disk is full"):
        release(released)
    assert released.read("permalinks.txt") == before
    assert [f.name for f in released.folder.glob(".permalinks*")] == []
