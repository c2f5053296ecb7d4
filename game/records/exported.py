"""When a traveller's record was exported here last, and whether it is the same since.

That is kept in the traveller's own folder, in `exported.json`, and goes with it: a day, and a digest of what of the
record an export holds. No export holds the note itself.
"""

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

import msgspec
from msgspec import Struct

from game.records import own_words
from game.records.leaving import without_private
from game.records.store import Store
from game.system.paths import GIVEN, PERSONAL
from game.system.record_folder import RecordFolder

FILE = "exported.json"


class Exported(Struct, frozen=True):
    """The ISO day of the last export, "" where there was none here; `changed`: something was added or altered since."""

    day: str = ""
    changed: bool = False


class _Kept(Struct, frozen=True):
    """What lies in the file."""

    day: str
    digest: str


def remember(store: Store, id: str, day: str) -> None:
    """The record as it is now was exported on this ISO day. Never raises: where it cannot be kept, nothing says so."""
    folder = store.folder_of(id)
    with suppress(OSError):
        folder.replace(FILE, msgspec.json.encode(_Kept(day, _digest(store, id))), lasting=False)


def read(store: Store, id: str) -> Exported:
    """What was noted last. Never raises: a note that cannot be read is none."""
    try:
        kept = msgspec.json.decode(store.folder_of(id).read(FILE), type=_Kept)
        date.fromisoformat(kept.day)
        return Exported(kept.day, kept.digest != _digest(store, id))
    except (OSError, ValueError, RecursionError):
        return Exported()


def _digest(store: Store, id: str) -> str:
    """Of all that an export holds of the record. Raises OSError."""
    found = hashlib.sha256()
    for name, data in _parts(store.folder_of(id), [path.name for path in store.journals(id).values()]):
        found.update(f"{name} {len(data)}\n".encode() + data)
    return found.hexdigest()


def _parts(folder: RecordFolder, journals: list[str]) -> Iterator[tuple[str, bytes]]:
    """What is in a picture is in its name."""
    yield from ((name, folder.read(name)) for name in journals)
    yield own_words.FILE, msgspec.json.encode(without_private(own_words.read(folder.path)))
    yield from ((name, b"") for name in (*folder.names(f"{GIVEN}/*.png"), *folder.names(f"{PERSONAL}/*.png")))
