"""What of a record may leave this computer: no private page, no folder's name, and no picture that is broken.

This file knows journals' lines, own words and pictures; it knows no zip.
"""

import re
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec.structs import replace

from game.core.events import Failed
from game.core.own_words import OwnWords
from game.system.errors import Sentence, reason
from game.system.language import N_
from game.system.record_folder import RecordFolder


def without_private(own: OwnWords) -> OwnWords:
    """What may leave this computer of the therapist's own words: not the private page."""
    return replace(own, private=(), trouble="")


def redacted(line: bytes) -> bytes:
    """The line as it is; what broke inside an activity may name a folder of this computer, and stays here."""
    with suppress(ValueError, RecursionError):
        failed = msgspec.json.decode(line, type=Failed)
        if "/" in failed.what or "\\" in failed.what:
            kind = re.match(r"\w*", failed.what)
            return msgspec.json.encode(Failed(failed.activity, kind[0] if kind else "")) + b"\n"
    return line


def why_broken(folder: RecordFolder, name: str) -> str:
    """A sentence why the picture of this name cannot be shown; "" where it can."""
    from game.art.sanitize import broken

    try:
        return broken(Path(name), folder.read(name))
    except OSError as error:
        return Sentence(N_("'{file}' cannot be read: {why}."), file=Path(name).name, why=reason(error))
