"""A folder of judgements → the judgements, with everything that is wrong with their files."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from ..knowledge.places import Place, Source
from ..knowledge.problems import Problem, did_you_mean
from ..knowledge.source import read
from ..knowledge.structure import validated
from .records import TESTS, Cold, Facts, Judgement, Rubric, SideBySide

# Where it lies below the folder of the pages.
FOLDER = "contributing/judgements"


@dataclass
class Judgements:
    """found: test → id of the question → judgement. sources: the same, for places in messages."""

    found: dict[str, dict[str, Judgement]] = field(
        default_factory=lambda: {test: {} for test in TESTS}
    )
    sources: dict[tuple[str, str], Source] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def side_by_side(self) -> dict[str, SideBySide]:
        """Test A."""
        return cast(dict[str, SideBySide], self.found["side-by-side"])

    @property
    def rubric(self) -> dict[str, Rubric]:
        """Test B."""
        return cast(dict[str, Rubric], self.found["rubric"])

    @property
    def cold(self) -> dict[str, Cold]:
        """Test C."""
        return cast(dict[str, Cold], self.found["cold"])

    @property
    def facts(self) -> dict[str, Facts]:
        """Test D."""
        return cast(dict[str, Facts], self.found["facts"])


def load(folder: Path, name: str) -> Judgements:
    """Read a folder of judgements, which may be missing. Never raises for what its files hold.

    name: what messages call the folder.
    """
    judgements = Judgements()
    for file in sorted(folder.rglob("*.yaml")):
        path = file.relative_to(folder).as_posix()
        test, _, question = path.removesuffix(".yaml").rpartition("/")
        if test not in TESTS:
            what = f"`{test}` is no test{did_you_mean(test, TESTS)}; tests are {', '.join(TESTS)}"
            judgements.problems.append(Source(f"{name}/{path}").problem(Place(1, 1), what))
            continue
        source = judgements.sources[test, question] = read(file, f"{name}/{path}")
        judgements.problems += source.problems
        if source.root:
            found, problems = validated(TESTS[test], source.root.plain(), source)
            judgements.problems += problems
            if found:
                judgements.found[test][question] = found
    return judgements
