"""An identifier of another classification stands in classifications.yaml, with the same name."""

from collections.abc import Iterator

from ..guide import Guide
from ..problems import did_you_mean, shown
from . import Finding

NEEDS_WHOLE = True


def check(guide: Guide) -> Iterator[Finding]:
    used: set[tuple[str, str]] = set()
    for record in guide.all_records():
        for number, same in enumerate(record.same_as):
            known = guide.classifications.get(same.scheme)
            at = ("same_as", number)
            if known is None:
                continue
            used.add((same.scheme, same.id))
            if same.version != known.version:
                what = f"{known.label} stands here in version {known.version}, not {same.version}"
                yield Finding(record, (*at, "version"), f"{what}: write that")
            if same.id not in known.names:
                what = f"`{shown(same.id, 90)}` is not in classifications.yaml"
                near = did_you_mean(same.id, known.names)
                yield Finding(record, (*at, "id"), f"{what}{near}; check it and add it there")
            elif same.label != known.names[same.id]:
                what = f"classifications.yaml calls it `{known.names[same.id]}`: write the same"
                yield Finding(record, (*at, "label"), what)
    for scheme, known in guide.classifications.items():
        for id_ in known.names:
            if (scheme, id_) not in used:
                what = "no record uses this identifier: delete it"
                yield Finding(known.file, (scheme, "names", id_), what, key=True)
