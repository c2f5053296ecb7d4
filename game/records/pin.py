"""The PIN before the desk, or a typed word: kept only as a salted scrypt hash, slower after each wrong try.

This file knows one small file in the records folder, `pin.json`. It reads no clock: `now` is handed in, in seconds
since 1970, so that the tries are remembered when the program is closed. It protects the desk from a child; whoever
owns the computer can delete the file, and no record is lost by that.
"""

import hashlib
import hmac
import os
from contextlib import suppress
from pathlib import Path
from unicodedata import normalize

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from game.system import atomic
from game.system.errors import Trouble, reason
from game.system.language import N_, Translate

FILE = "pin.json"
SHORTEST, LONGEST = 4, 64  # signs
COST, BLOCK, MEMORY = 2**15, 8, 2**26  # scrypt: some 70 ms and 32 MB for one try
COSTS = (COST,)  # what a file may ask for; an older cost is added here when COST grows
FREE, FIRST_WAIT, LONGEST_WAIT = 2, 5, 300  # wrong tries without a wait; seconds

NOT_IT = N_("That was not it.")
NOT_IT_WAIT = N_("That was not it. The next try is possible in {minutes}:{seconds:02} minutes.")
WAIT = N_("Please wait. The next try is possible in {minutes}:{seconds:02} minutes.")
DAMAGED = N_(
    "The PIN cannot be read. The owner of this computer can take it away: delete the file {file}. "
    "No record is lost by that."
)


class Checked(Struct, frozen=True):
    """Whether the desk is open, else the seconds until the next try counts, and a sentence."""

    open: bool
    wait: float = 0
    said: str = ""


class _Kept(Struct, frozen=True):
    """What the file holds. `wrong` tries one after the other, the last of them at `at`."""

    salt: bytes
    hash: bytes
    cost: int
    wrong: int = 0
    at: float = 0


def is_set(folder: Path) -> bool:
    """True where a PIN is asked for, be its file damaged or not."""
    return os.path.lexists(folder / FILE)


def set_pin(folder: Path, pin: str) -> None:
    """From now on this PIN is asked for, in place of one before. Raises Trouble."""
    if not SHORTEST <= len(normalize("NFC", pin)) <= LONGEST:
        said = N_("A PIN or a word has {shortest} to {longest} signs. Please choose another one.")
        raise Trouble(said, shortest=SHORTEST, longest=LONGEST)
    salt = os.urandom(16)
    try:
        atomic.make_folder(folder)
        _keep(folder, _Kept(salt, _hash(pin, salt, COST), COST))
    except OSError as error:
        raise Trouble(N_("The PIN cannot be kept in {folder}: {why}."), folder=folder, why=reason(error)) from error


def remove(folder: Path) -> None:
    """No PIN is asked for any more. Raises Trouble."""
    try:
        (folder / FILE).unlink(missing_ok=True)
        atomic.sync(folder)
    except OSError as error:
        said = N_("The PIN cannot be taken away from {folder}: {why}.")
        raise Trouble(said, folder=folder, why=reason(error)) from error


def wait_after(wrong: int) -> float:
    """Seconds until the next try counts, after so many wrong ones.

    >>> [wait_after(wrong) for wrong in (0, 2, 3, 4, 5, 99)]
    [0.0, 0.0, 5.0, 10.0, 20.0, 300.0]
    """
    return float(min(FIRST_WAIT * 2 ** min(wrong - FREE - 1, 20), LONGEST_WAIT)) if wrong > FREE else 0.0


def verify(folder: Path, typed: str, now: float, _: Translate = N_) -> Checked:
    """Whether this opens the desk. A try during the wait is not looked at, and costs nothing."""
    if not is_set(folder):
        return Checked(True)
    kept = _read(folder)
    if kept is None:
        return Checked(False, 0, _(DAMAGED).format(file=folder / FILE))
    left = _left(kept, now)
    if left > 0:
        if kept.at > now:  # the clock was set back: the wait counts from now on, so that nobody waits for years
            _remember(folder, replace(kept, at=now))
        return Checked(False, left, _timed(_(WAIT), left))
    return _tried(folder, kept, typed, now, _)


def _tried(folder: Path, kept: _Kept, typed: str, now: float, _: Translate) -> Checked:
    """The try counts as wrong before it is looked at: ending the program meanwhile is no way round."""
    wrong = replace(kept, wrong=kept.wrong + 1, at=now)
    _remember(folder, wrong)
    if hmac.compare_digest(_hash(typed, kept.salt, kept.cost), kept.hash):
        _remember(folder, replace(kept, wrong=0, at=0))
        return Checked(True)
    wait = wait_after(wrong.wrong)
    return Checked(False, wait, _timed(_(NOT_IT_WAIT), wait) if wait else _(NOT_IT))


def _left(kept: _Kept, now: float) -> float:
    """Seconds of the wait that are left. After a clock was set back the wait is never longer than a whole one."""
    wait = wait_after(kept.wrong)
    return min(max(kept.at + wait - now, 0), wait)


def _remember(folder: Path, kept: _Kept) -> None:
    """Keep the tries. A disk that takes nothing must not lock a grown-up out: then they are not remembered."""
    with suppress(OSError):
        _keep(folder, kept)


def said_of_wait(seconds: float, _: Translate) -> str:
    """The sentence that tells how long it is until the next try."""
    return _timed(_(WAIT), seconds)


def _timed(said: str, wait: float) -> str:
    minutes, seconds = divmod(max(round(wait), 1), 60)
    return said.format(minutes=minutes, seconds=seconds)


def _read(folder: Path) -> _Kept | None:
    """What is kept; None where that cannot be read."""
    try:
        kept = msgspec.json.decode((folder / FILE).read_bytes(), type=_Kept)
    except (OSError, ValueError, RecursionError):
        return None
    return kept if kept.salt and len(kept.hash) == 64 and kept.cost in COSTS and kept.wrong >= 0 else None


def _keep(folder: Path, kept: _Kept) -> None:
    atomic.write(folder / FILE, msgspec.json.encode(kept) + b"\n")


def _hash(pin: str, salt: bytes, cost: int) -> bytes:
    """The same letter typed in two ways (é as one sign or as two) is the same letter.

    The end of the word is marked, since scrypt takes a word and the same with zero bytes behind it for one.
    """
    word = normalize("NFC", pin).encode("utf-8", "surrogatepass") + b"\n"
    return hashlib.scrypt(word, salt=salt, n=cost, r=BLOCK, p=1, maxmem=MEMORY)
