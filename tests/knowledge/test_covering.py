"""What questions cover, and the holes."""

from macros.knowledge import covering

from ..conftest import DataCopy


def test_cells_and_holes(data: DataCopy) -> None:
    data.change(
        "questions/alpha/bad-news.yaml", "levels: [mid, senior]\nminutes", "levels: [mid]\nminutes"
    )
    data.change(
        "questions/alpha/double-count.yaml",
        "levels: [mid, senior]\nminutes",
        "levels: [mid]\nminutes",
    )
    guide = data.load()
    cells = {
        s.id: {c.level: c for c in row} for _, rows in covering.coverage(guide) for s, row in rows
    }
    assert cells["alpha"]["mid"].questions == 2 and not cells["alpha"]["mid"].hole
    assert cells["alpha"]["senior"].hole
    assert not cells["beta"]["mid"].needed and not cells["beta"]["mid"].hole
    covered = {one.pair.id: [s.id for s in one.holes] for one in covering.covered_roles(guide)}
    assert covered == {
        "builder/mid": [],
        "builder/senior": ["alpha"],
        "keeper/senior": ["alpha", "beta"],
    }
