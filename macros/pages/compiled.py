"""Templates compiled once, and not for each build while people edit."""

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

_KEPT: dict[str, tuple[str, bytes]] = {}


class Compiled(BytecodeCache):
    """Keeps compiled templates in memory; one that was edited is compiled again."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, if its template is the one that was kept."""
        checksum, code = _KEPT.get(bucket.key, ("", b""))
        if checksum == bucket.checksum:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the bucket."""
        _KEPT[bucket.key] = (bucket.checksum, bucket.bytecode_to_string())
