"""What a journal on disk holds, and the visit that it tells. Nothing here writes.

This file knows files and events; it knows no clock, no pygame and no activity. Bytes that are no events and events
that our code does not understand are two things, and each has its sentence.
"""

from collections import deque
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from game.core import ids
from game.core.events import FORMAT, Begun, Ended, Event
from game.play import ended
from game.play.replay import after
from game.play.state import Visit
from game.system.errors import Sentence, Trouble
from game.system.language import N_
from game.system.record_folder import RecordFolder

USED = N_("{file} is damaged from line {line} on. What stands before that is used.")
TOLD = N_("{file} is damaged from line {line} on. The visit is shown as it was told at its end.")
UNKNOWN = N_(
    "Only a newer version of Good Goodbye understands {file} from line {line} on. Please update the program; "
    "nothing in the file is changed."
)
BROKEN = N_(
    "Something broke in the program while it read line {line} of {file}. Nothing in the file is changed; "
    "a newer version may read all of it."
)

_decoder = msgspec.json.Decoder(Event, dec_hook=ids.dec_hook)


class TooNew(Trouble):
    """The journal was written by a later version of the program; its message is a sentence."""


class LoadedJournal(Struct, frozen=True):
    """What a journal holds: its good lines as `text`, their events, and the visit that they tell (None: no line).

    `rest` are the bytes behind the good lines. `trouble` is "" or a sentence why not all of it is used. `goes_on` is
    False where nothing may be written: our code does not understand it, or it was told at its end and damaged since.
    """

    text: bytes
    events: tuple[Event, ...]
    visit: Visit | None
    rest: bytes = b""
    trouble: str = ""
    goes_on: bool = True

    @property
    def ended(self) -> bool:
        """True where what the visit told has been written down, and the child has not come back from its end since."""
        return ended.lasting_end(self.events) is not None

    @property
    def damaged(self) -> bool:
        """True where more is left out than a torn last line."""
        return b"\n" in self.rest


def read(path: Path) -> list[Event]:
    """The events of a journal; a torn end is left out. Raises TooNew, OSError."""
    return list(look(path).events)


def events_in(text: bytes) -> tuple[Event, ...]:
    """The events of these lines of a journal, up to the first that is none."""
    return _decoded(text)[0]


def begun_on(path: Path) -> str:
    """The day on which this journal was begun, from its first line alone; "" where that cannot be read."""
    try:
        event = _decoder.decode(RecordFolder(path.parent).first_line(path.name))
        return event.day if isinstance(event, Begun) else ""
    except (OSError, ValueError):
        return ""


def look(path: Path, before: LoadedJournal | None = None) -> LoadedJournal:
    """What the journal holds. An ended visit is told from its `Ended` line, without replay. Raises TooNew, OSError.

    `before` is what it held when it was looked at before: the answer, where not a byte has changed since.
    Any other is told up to the first line that is torn, damaged or not understood; where our code does not understand
    it and it was taken up again after an end, it is told as at that end.
    """
    text = RecordFolder(path.parent).read(path.name)
    if before is not None and before.text + before.rest == text:
        return before
    _not_from_later(text, path)
    events, good = _decoded(text)
    kept = LoadedJournal(text[:good], events, None, text[good:])
    told, number = _told(kept), len(events) + 1
    if not kept.damaged:
        return replace(kept, visit=told) if told else replayed(kept, path)
    if _is_json(kept.rest):
        return replace(kept, visit=told or _folded(events)[0], trouble=_said(UNKNOWN, path, number), goes_on=False)
    if told:
        return replace(kept, visit=told, trouble=_said(TOLD, path, number), goes_on=False)
    return replayed(replace(kept, trouble=_said(USED, path, number)), path)


def _told(kept: LoadedJournal) -> Visit | None:
    """The visit as it was told at its end, where it has not gone on since, whatever stands before; else None."""
    end = _end_in(kept.rest)
    if not kept.events or not isinstance(kept.events[0], Begun) or not (end or kept.ended):
        return None
    return ended.told_visit((*kept.events, *end))


def replayed(kept: LoadedJournal, path: Path) -> LoadedJournal:
    """The same with the visit that the events tell; where our code cannot follow, as it was told at an earlier end."""
    visit, many = _folded(kept.events)
    if many == len(kept.events):
        return replace(kept, visit=visit)
    ends = [number for number, event in enumerate(kept.events, 1) if isinstance(event, Ended)]
    visit = ended.told_visit(kept.events[: ends[-1]]) if ends else visit
    return replace(kept, visit=visit, trouble=_said(BROKEN, path, many + 1), goes_on=False)


def _folded(events: tuple[Event, ...]) -> tuple[Visit | None, int]:
    """The visit as far as our code can follow, and so many of the events it has followed."""
    visit = None
    for number, event in enumerate(events):
        try:
            visit = after(visit, event)
        except Exception:  # a mechanic that is gone or broken can raise anything
            return visit, number
    return visit, len(events)


def _said(text: str, path: Path, line: int) -> Sentence:
    return Sentence(text, file=path, line=line)


def _decoded(text: bytes) -> tuple[tuple[Event, ...], int]:
    """The events up to the first line that is none, and how many bytes they take."""
    events, good = [], 0
    for line in text.splitlines(keepends=True):
        try:
            events.append(_event(line))
        except (ValueError, RecursionError):
            break
        good += len(line)
    return tuple(events), good


def _event(line: bytes) -> Event:
    """The event that a whole line tells. Raises ValueError."""
    if not line.endswith(b"\n"):
        raise ValueError("a torn line")
    return _decoder.decode(line)


def _end_in(rest: bytes) -> tuple[Event, ...]:
    """The end that stands behind damaged lines, with what follows it; () where there is none, or the visit went on."""
    behind: deque[Event] = deque()
    for line in reversed(rest[: rest.rfind(b"\n") + 1].splitlines(keepends=True)):
        try:
            behind.appendleft(_event(line))
        except (ValueError, RecursionError):
            break
        if isinstance(behind[0], Ended):
            return tuple(behind) if ended.lasting_end(behind) else ()
    return ()


def _is_json(rest: bytes) -> bool:
    """True where the line is whole, so that nothing has damaged it, and a later program may understand it."""
    try:
        return isinstance(msgspec.json.decode(rest.partition(b"\n")[0]), dict)
    except (ValueError, RecursionError):
        return False


class _AnyBegun(Struct, tag="begun"):
    """The first line as far as all versions agree on it."""

    format: int


def _not_from_later(text: bytes, path: Path) -> None:
    """Raises TooNew where the first line is of a later program, whatever else it holds by then."""
    try:
        later = msgspec.json.decode(text.partition(b"\n")[0], type=_AnyBegun).format > FORMAT
    except ValueError:  # msgspec's errors and Unicode's are ValueErrors
        return
    if later:
        said = N_("{file} was written by a later version of Good Goodbye. Please update the program to read it.")
        raise TooNew(said, file=path)
