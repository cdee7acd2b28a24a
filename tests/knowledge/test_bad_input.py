"""Every bad input has an answer with its place: one table of named cases.

Each case writes one file (or more) into the smallest data folder. The check must say something that
holds the words of the case, at a place in that file, and nothing may be raised.
"""

import os
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from macros.knowledge import rules
from macros.knowledge.problems import Problem

from ..conftest import DataCopy

TERM = "terms/tester.yaml"
NEW = "terms/new-term.yaml"
END = 'status: draft\nreviewed_on: "2026-11-22"\n'


class Bad(NamedTuple):
    """A file's path and content, the words of the answer, and its line (0: any)."""

    name: str
    path: str
    content: str | bytes
    says: str
    line: int = 0


def term(meaning: str = "meaning: Finds faults.", first: str = "term: Tester") -> str:
    """A term with some of its lines replaced."""
    return f"{first}\n{meaning}\nsynonyms: [software tester, tester]\n{END}"


def nested(depth: int) -> str:
    return f"term: {'[' * depth}{']' * depth}\n"


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(97 + n)}: &{chr(97 + n)} [{','.join(['*' + chr(96 + n)] * 9)}]\n" for n in range(1, 9)
)

CASES = [
    # It does not parse.
    Bad("unclosed bracket", TERM, "term: [a\nmeaning: b\n", "this is not YAML", 2),
    Bad("unclosed quote", TERM, 'term: "a\nmeaning: b\n', "this is not YAML"),
    Bad("colon in a text", TERM, "term: a\nmeaning: one: two\n", "a colon with a space", 2),
    Bad("tab as indentation", TERM, "term: a\nmeaning:\n\t- b\n", "indent with spaces", 3),
    Bad("wrong indentation", TERM, "term: a\n  meaning: b\n", "", 2),
    Bad("at sign", TERM, "term: @a\n", "cannot begin a value", 1),
    Bad("list out of line", TERM, "term: a\nsynonyms:\n  - a\n - b\n", "", 4),
    # It is not UTF-8 text.
    Bad("Latin-1", TERM, "term: a\nmeaning: caf\xe9\n".encode("latin-1"), "not UTF-8", 2),
    Bad("UTF-16", TERM, "term: a\n".encode("utf-16"), "UTF-16", 1),
    Bad("UTF-16 without a mark", TERM, "term: a\n".encode("utf-16-le"), "control character", 1),
    Bad("NUL byte", TERM, b"term: a\nmeaning: b\x00c\n", "control character (U+0000)", 2),
    Bad("escape byte", TERM, b"term: a\x1b[31m\n", "control character (U+001B)", 1),
    Bad("byte order mark inside", TERM, "term: a\n\ufeffmeaning: b\n", "U+FEFF", 2),
    Bad("right-to-left override", TERM, term("meaning: a\u202eb"), "U+202E", 2),
    Bad("right-to-left mark", TERM, term("meaning: a\u200fb"), "U+200F", 2),
    Bad("isolate", TERM, term("meaning: a\u2066b"), "U+2066", 2),
    Bad("zero-width space", TERM, term("meaning: a\u200bb"), "U+200B", 2),
    Bad("lone surrogate", TERM, b"term: \xed\xa0\x80\n", "not UTF-8", 1),
    # It holds no record.
    Bad("empty file", TERM, "", "empty", 1),
    Bad("comments only", TERM, "# nothing\n# at all\n", "empty", 1),
    Bad("only null", TERM, "~\n", "empty", 1),
    Bad("list at the top", TERM, "- a\n- b\n", "a list", 1),
    Bad("text at the top", TERM, "just words\n", "a single value", 1),
    Bad("number at the top", TERM, "42\n", "a single value", 1),
    Bad("two documents", TERM, f"{term()}---\n{term()}", "a second document", 6),
    Bad("document that ends early", TERM, f"{term()}...\n--- a\n", "a second document"),
    # A key that is repeated.
    Bad("repeated key", TERM, term(first="term: a\nterm: b"), "`term` stands here twice, first on line 1", 2),
    Bad("repeated key in flow", TERM, term("meaning: {a: 1, a: 2}"), "`a` stands here twice", 2),
    Bad("repeated after normalising", TERM, term("\u00e9: 1\ne\u0301: 2"), "stands here twice", 3),
    Bad("repeated in full width", TERM, term("\uff54\uff45\uff52\uff4d: x"), "stands here twice", 2),
    Bad("repeated with quotes", TERM, term('"term": x'), "stands here twice", 2),
    # It refers to itself.
    Bad("alias", TERM, term("meaning: &x text\nnot_to_confuse_with: *x"), "`*x` refers back", 3),
    Bad("anchor alone", TERM, term("meaning: &x text"), "`&x` names a value", 2),
    Bad("alias of itself", TERM, "term: &x [*x]\n", "refers back", 1),
    Bad("alias of nothing", TERM, "term: *x\n", "", 1),
    Bad("alias bomb", TERM, BOMB, "refers back", 2),
    Bad("merge key", TERM, term("<<: {meaning: a}"), "`<<` copies another mapping", 2),
    Bad("merge of an alias", TERM, "a: &a {b: c}\n<<: *a\n", "`<<` copies another mapping", 2),
    # It is deep.
    Bad("depth 500", TERM, nested(500), "nested more than", 1),
    Bad("depth 20,000", TERM, nested(20_000), "nested more than", 1),
    Bad("deep block", TERM, "".join(f"{' ' * n}a:\n" for n in range(500)), "nested more than", 13),
    # Tags and keys.
    Bad("python object", TERM, "term: !!python/object/apply:os.system [id]\n", "is not allowed", 1),
    Bad("environment", TERM, "term: !ENV HOME\n", "the tag `!ENV` is not allowed", 1),
    Bad("unknown tag", TERM, "term: !thing a\n", "the tag `!thing` is not allowed", 1),
    Bad("tag of a standard type", TERM, "term: !!str a\n", "is not allowed", 1),
    Bad("binary", TERM, "term: !!binary aGk=\n", "is not allowed", 1),
    Bad("list as key", TERM, "? [a, b]\n: c\n", "must be one word", 1),
    Bad("mapping as key", TERM, "{a: b}: c\n", "must be one word", 1),
    Bad("true as key", TERM, "true: a\n", "`true` cannot be a field name", 1),
    Bad("no as key", TERM, "no: a\n", "`no` cannot be a field name", 1),
    Bad("null as key", TERM, "~: a\n", "`~` cannot be a field name", 1),
    Bad("empty key", TERM, '"": a\n', "cannot be a field name", 1),
    Bad("date as key", TERM, "2026-11-22: a\n", "cannot be a field name", 1),
    # Words that YAML turns into something else.
    Bad("no", TERM, term(first="term: no"), "YAML reads `no` as true or false", 1),
    Bad("on", TERM, term(first="term: on"), "YAML reads `on` as true or false", 1),
    Bad("Yes", TERM, term(first="term: Yes"), "YAML reads `Yes` as true or false", 1),
    Bad("true", TERM, term(first="term: true"), "must be text", 1),
    Bad("3.10", TERM, term(first="term: 3.10"), "YAML reads `3.10` as the number 3.1", 1),
    Bad("012", TERM, term(first="term: 012"), "YAML reads `012` as another number", 1),
    Bad("1:30", TERM, term(first="term: 1:30"), "YAML reads `1:30` as another number", 1),
    Bad("1_000", TERM, term(first="term: 1_000"), "YAML reads `1_000` as another number", 1),
    Bad("0x1F", TERM, term(first="term: 0x1F"), "YAML reads `0x1F` as another number", 1),
    Bad("1e3", TERM, term(first="term: 1.0e+3"), "as another number", 1),
    Bad("infinity", TERM, term(first="term: .inf"), "YAML reads `.inf` as another number", 1),
    Bad("date", TERM, "reviewed_on: 2026-11-22\n", "YAML reads `2026-11-22` as a date", 1),
    Bad("impossible date", TERM, "reviewed_on: 2026-13-99\n", "YAML reads `2026-13-99` as a date", 1),
    Bad("impossible quoted date", TERM, term() .replace("2026-11-22", "2026-02-30"), "date that exists", 5),
    Bad("time", TERM, term(first="term: 2026-11-22 10:00:00"), "as a date", 1),
    Bad("null", TERM, term(first="term: null"), "`term` is empty", 1),
    Bad("nothing", TERM, term(first="term:"), "`term` is empty", 1),
    Bad("tilde", TERM, term(first="term: ~"), "`term` is empty", 1),
    Bad("blank", TERM, term(first='term: "  "'), "is blank", 1),
    Bad("list for text", TERM, term(first="term: [a]"), "`term` must be text, not a list", 1),
    Bad("text for list", TERM, term("meaning: a").replace("[software tester, tester]", "a"), "must be a list", 3),
    Bad("text for number", "roles/builder.yaml", "@{mid: 2, senior: 3}@{mid: '2', senior: 3}", "must be a whole number"),
    Bad("fraction for number", "roles/builder.yaml", "@{mid: 2, senior: 3}@{mid: 2.5, senior: 3}", "must be a whole number"),
    Bad("text for truth", "questions/alpha/bad-news.yaml", "@must: false@must: maybe", "must be true or false"),
    # Large things.
    Bad("number of 5,000 digits", TERM, term(first=f"term: {'9' * 5000}"), "as another number", 1),
    Bad("float of 5,000 digits", TERM, term(first=f"term: {'9' * 5000}.5"), "as another number", 1),
    Bad("text of 2 MB", TERM, term(f"meaning: {'a ' * 1_000_000}"), "larger than 200,000 bytes", 1),
    Bad("file of 10 MB", TERM, "#" * 10_000_000, "larger than 200,000 bytes", 1),
    Bad("long text", TERM, term(f"meaning: {'long ' * 60}"), "has 299 characters, at most 240", 2),
    Bad("long key", TERM, f"{'k' * 900}: a\n", "is not a field here", 1),
    Bad("very long key", TERM, f"{'k' * 2000}: a\n", "", 1),
    Bad("many keys", TERM, "".join(f"k{n}: a\n" for n in range(5000)), "is not a field here", 1),
    # Fields.
    Bad("unknown field", TERM, term(first="trem: Tester"), "`trem` is not a field here; did you mean `term`?", 1),
    Bad("missing field", TERM, f"term: a\n{END}", "`meaning` is missing: add it", 1),
    Bad("id in the file", TERM, f"id: tester\n{term()}", "`id` comes from the file name", 1),
    Bad("closed word", TERM, term().replace("draft", "drafd"), "did you mean `draft`?", 4),
    Bad("prose in a flow mapping", "responsibilities/keep-data.yaml",
        "@{skill: alpha, importance: essential}@{skill: alpha, importance: essential, as, it, is}", "`as` is not a field"),
    Bad("too short", "skills/alpha.yaml", "@Do one thing well, and explain why the result is right.@Do it.", "at least 40"),
    Bad("too few", "skills/alpha.yaml", "@      - Asks when the result differs.\n@", "has 2 entries, at least 3"),
    Bad("plain http", "skills/alpha.yaml", "@https://example.org/book@http://example.org/book", "begins with https://"),
    Bad("script as address", "skills/alpha.yaml", "@https://example.org/book@javascript:alert(1)", "begins with https://"),
    Bad("data as address", "skills/alpha.yaml", "@https://example.org/book@data:text/html,x", "begins with https://"),
    Bad("quote in an address", "skills/alpha.yaml", "@https://example.org/book@https://example.org/\"x", "no spaces"),
    # Ids.
    Bad("capitals in an id", "terms/New.yaml", term(), "is not an id"),
    Bad("space in an id", "terms/new term.yaml", term(), "is not an id"),
    Bad("slash in an id", "terms/new/term.yaml", term(), "a term stands in `terms/`"),
    Bad("dots in an id", "terms/...yaml", term(), "is not an id"),
    Bad("encoded dots", "terms/%2e%2e.yaml", term(), "is not an id"),
    Bad("underscore", "terms/new_term.yaml", term(), "is not an id"),
    Bad("hyphen first", "terms/-new.yaml", term(), "is not an id"),
    Bad("look-alike letter", "terms/t\u0435rm.yaml", term(), "is not an id"),  # Cyrillic е
    Bad("long s", "terms/te\u017fter.yaml", term(), "is not an id"),
    Bad("reserved in addresses", "skills/questions.yaml", "@@skills/beta.yaml", "means something else"),
    Bad("reserved on Windows", "terms/con.yaml", term(), "means something else"),
    Bad("49 characters", f"terms/{'a' * 49}.yaml", term(), "has 49 characters: an id has at most 48"),
    Bad("equal but for case", "terms/TESTER.yaml", term(), "is not an id"),
    Bad("id in two folders", "questions/beta/bad-news.yaml", "@@questions/alpha/bad-news.yaml", "is taken by"),
    # References.
    Bad("dangling reference", TERM, term("meaning: a\nsee_also: [skill:nothing]"), "there is no skill `nothing`", 3),
    Bad("wrong kind", TERM, term("meaning: a\nsee_also: [term:alpha]"), "there is no term `alpha`", 3),
    Bad("unknown kind", TERM, term("meaning: a\nsee_also: [thing:alpha]"), "must begin with a kind", 3),
    Bad("no kind", TERM, term("meaning: a\nsee_also: [alpha]"), "must begin with a kind", 3),
    Bad("itself", TERM, term("meaning: a\nsee_also: [term:tester]"), "names itself", 3),
    Bad("in a circle", "skills/alpha.yaml", "@prerequisites: []@prerequisites: [beta]", "require each other"),
    Bad("variant of itself", "roles/keeper.yaml", "@extends: builder@extends: keeper", "names itself"),
    Bad("dangling link", TERM, term("meaning: See [it](skill:nothing)."), "there is no skill `nothing`", 2),
    Bad("link that runs", TERM, term("meaning: See [it](javascript:alert(1))."), "not a kind of link", 2),
    Bad("link in capitals", TERM, term("meaning: See [it](JaVaScRiPt:alert(1))."), "not a kind of link", 2),
    # Files and folders.
    Bad("wrong folder", "skils/alpha.yaml", term(), "did you mean `skills`?"),
    Bad("too deep", "skills/a/alpha.yaml", term(), "a skill stands in `skills/`"),
    Bad("not deep enough", "questions/alpha.yaml", term(), "a question stands in `questions/<folder>/`"),
    Bad("wrong ending", "terms/new.yml", term(), "ends in `.yaml`"),
    Bad("no ending", "terms/new", term(), "ends in `.yaml`"),
    Bad("hidden file", "terms/.new.yaml", term(), "is not an id"),
    Bad("unknown file", "level.yaml", "a: b\n", "did you mean `levels.yaml`?"),
    Bad("broken vocabulary", "levels.yaml", "mid: text\n", "must have a `label` and a `summary`", 1),
    Bad("vocabulary with an unknown field", "levels.yaml", "mid: {label: a, summary: b, colour: c}\n", "`colour`", 1),
]  # fmt: skip


def write(bad: Bad, data: DataCopy) -> None:
    content = bad.content
    if isinstance(content, str) and content.startswith("@@"):
        content = data.read(content[2:])
    elif isinstance(content, str) and content.startswith("@"):
        _, old, new = content.split("@")
        content = data.read(bad.path).replace(old, new, 1)
    data.write(bad.path, content)


def said(data: DataCopy) -> list[Problem]:
    return rules.problems(data.load())


@pytest.mark.parametrize("bad", CASES, ids=lambda bad: bad.name)
def test_an_answer_with_its_place(bad: Bad, data: DataCopy) -> None:
    before = sorted((p, p.stat().st_mtime_ns) for p in data.folder.rglob("*"))
    write(bad, data)
    found = [p for p in said(data) if not p.warning]
    here = [p for p in found if p.path == f"data/{bad.path}"]
    matching = [p for p in here if bad.says in p.message and bad.line in (0, p.line)]
    assert matching, [str(p)[:200] for p in found]
    for problem in found:
        assert problem.line >= 1 and problem.column >= 1
        assert str(problem).isprintable() and len(problem.message) < 600, problem
    assert all(path.exists() for path, _ in before)  # a check writes and removes nothing


def test_the_names_of_cases_are_unique() -> None:
    assert len({bad.name for bad in CASES}) == len(CASES)
    assert len(CASES) >= 100


def as_link(folder: Path) -> None:
    (folder / NEW).symlink_to(folder / TERM)


def as_dangling_link(folder: Path) -> None:
    (folder / NEW).symlink_to("/nowhere/at/all")


def as_linked_folder(folder: Path) -> None:
    (folder / "terms" / "more").symlink_to(folder / "skills")


def as_folder(folder: Path) -> None:
    (folder / NEW).mkdir()


def as_pipe(folder: Path) -> None:
    os.mkfifo(folder / NEW)


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (as_link, "this is a link"),
        (as_dangling_link, "this is a link"),
        (as_linked_folder, "this is a link"),
        (as_folder, "this is a folder with the name of a file"),
        (as_pipe, "this is not an ordinary file"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_is_not_a_file(data: DataCopy, made: Callable[[Path], None], says: str) -> None:
    made(data.folder)
    assert any(says in problem.message for problem in said(data))


def test_a_file_that_may_not_be_read(data: DataCopy, monkeypatch: pytest.MonkeyPatch) -> None:
    # Root may read everything, so the refusal is made here.
    def refuse(self: Path) -> bytes:
        if self.name == "tester.yaml":
            raise PermissionError(13, "Permission denied")
        return self.open("rb").read()

    monkeypatch.setattr(Path, "read_bytes", refuse)
    problems = [str(p) for p in said(data)]
    assert "data/terms/tester.yaml:1:1: the file cannot be read: Permission denied" in problems


def test_a_vocabulary_that_is_missing(data: DataCopy) -> None:
    (data.folder / "levels.yaml").unlink()
    assert any(p.path == "data/levels.yaml" for p in said(data))


def test_letters_that_look_the_same_are_different() -> None:
    assert unicodedata.normalize("NFKC", "\u017f") == "s"  # why an id is ASCII, not only normalised
