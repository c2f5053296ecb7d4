"""Whether an activity stands in a file that another program has saved, such as a word processor's.

This file knows such programs' files, and of activities the keys that each has; nothing of folders.
"""

import re
import zipfile
import zlib
from lzma import LZMAError
from pathlib import Path

MOST = 1_000_000  # bytes that are looked at
ZIP, OLE, RTF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf"  # how a word processor's files begin
PARTS = ("word/document.xml", "content.xml")  # where the words stand in its zip
UNREADABLE = OSError, zipfile.BadZipFile, zlib.error, LZMAError, EOFError, ValueError, RuntimeError, NotImplementedError
KEYS = tuple(re.compile(rf"(?ai)\b{key}\s*:") for key in ("title", "cover", "scene", "steps"))


def is_word_processors(path: Path) -> bool:
    """True for a file that only a word processor reads; False for a text, whatever it is called. Never raises."""
    return _begin(path).startswith((ZIP, OLE, RTF))


def holds_activity(path: Path) -> bool:
    """True where this text or word processor's file has an activity's keys. Never raises."""
    data = _begin(path)
    words = _in_zip(path) if data.startswith(ZIP) else data.replace(b"\0", b"").decode("latin-1")
    return all(key.search(words) for key in KEYS)


def _begin(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST)
    except OSError:
        return b""


def _in_zip(path: Path) -> str:
    """The words of a word processor's zip, each paragraph in a line; "" where there are none."""
    try:
        with zipfile.ZipFile(path) as parts, parts.open(next(n for n in PARTS if n in parts.namelist())) as part:
            marked = part.read(MOST).decode("utf-8", "replace")
    except (*UNREADABLE, StopIteration):
        return ""
    return re.sub(r"<[^>]*>", "", re.sub(r"</[a-z]+:p>", "\n", marked))
