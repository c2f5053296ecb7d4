"""The files of a traveller in a zip, which may have been changed by anybody: no name in it becomes a path, and no size
that it claims is believed.

This file knows zips; it knows no store and no journal.
"""

import lzma
import re
import stat
import zipfile
import zlib
from pathlib import Path

from game.authoring.own_files import PART
from game.records import own_words
from game.system.errors import Trouble, reason
from game.system.language import N_
from game.system.paths import GIVEN, PERSONAL

JOURNAL = re.compile(r"visit-([0-9]{4})\.jsonl")
PICTURE = re.compile(rf"({GIVEN}|{PERSONAL})/[0-9a-f]{{32}}\.png")
MOST, MOST_IN_ALL, MOST_NAMES = 20_000_000, 200_000_000, 5_000  # bytes of a file and of all, names of ours in the zip

NOT_ONE = N_("'{file}' is no traveller that was saved from Good Goodbye.")
CHANGED = N_("'{file}' is damaged or was changed: {name} in it cannot be used. Nothing of it was brought here.")
TOO_LARGE = N_("'{file}' is too large for a traveller. Nothing of it was brought here.")


def read_zip(file: Path) -> dict[str, bytes]:
    """The files of ours in the zip, by name. Raises Trouble."""
    try:
        if file.stat().st_size > MOST_IN_ALL:
            raise Trouble(TOO_LARGE, file=file.name)
        with zipfile.ZipFile(file) as parcel:
            entries = [entry for entry in parcel.infolist() if _is_ours(entry.filename)]
            return _opened(parcel, entries, file.name)
    except OSError as error:
        raise Trouble(N_("'{file}' cannot be read: {why}."), file=file.name, why=reason(error)) from error
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, ValueError, RuntimeError, LookupError) as error:
        raise Trouble(NOT_ONE, file=file.name) from error


def _is_ours(name: str) -> bool:
    return name == own_words.FILE or any(known.fullmatch(name) for known in (JOURNAL, PICTURE, PART))


def _opened(parcel: zipfile.ZipFile, entries: list[zipfile.ZipInfo], file: str) -> dict[str, bytes]:
    """What the entries hold; a size that an entry claims is not believed."""
    found: dict[str, bytes] = {}
    for entry in entries:
        if entry.filename in found or stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG):
            raise Trouble(CHANGED, file=file, name=entry.filename)
        with parcel.open(entry) as one:
            found[entry.filename] = one.read(MOST + 1)
        if len(found[entry.filename]) > MOST or sum(map(len, found.values())) > MOST_IN_ALL or len(found) > MOST_NAMES:
            raise Trouble(TOO_LARGE, file=file)
    if not any(map(JOURNAL.fullmatch, found)):
        raise Trouble(NOT_ONE, file=file)
    return found
