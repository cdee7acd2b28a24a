"""A variant extends a base role, and a base role extends nothing."""

from collections.abc import Iterator

from ..guide import Guide
from . import Finding


def check(guide: Guide) -> Iterator[Finding]:
    for path, source in guide.sources.items():
        extends = source.node(("extends",)) if path.startswith("roles/") else None
        base = guide.files["role"].get(str(extends.value)) if extends else None
        if base is None:
            continue
        above = guide.sources[base.path].node(("extends",))
        if above is not None and base.path != path:
            what = f"`{base.id}` is a variant itself: extend `{above.value}`"
            yield Finding(path, ("extends",), what)
