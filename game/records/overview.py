"""What a list shows of each traveller, without reading every record: the pair, the days, the number of visits.

Of an ended visit only its first and its last line are read, and the last that says what is ready. What was found
is kept in the traveller's own folder, in `overview.json`, with the sizes and times of the journals that it was found
in: it is thrown away and made again where it is missing, damaged or older, and it holds nothing that the journals do
not hold. This file knows journals and folders; it knows no screen.
"""

from contextlib import suppress

import msgspec
from msgspec import Struct

from game.core.events import ANIMAL, CLOSED, DONE, FORMAT, THING, TRAVELLER, ActivityPage, Plan
from game.core.table import CHOSEN
from game.play.record import Traveller, pair, pair_name
from game.play.state import Visit
from game.play.visit_pages import activity_page
from game.system.record_folder import RecordFolder

FILE = "overview.json"
FORM = 2  # of what is kept; another one is found anew
PREPARED = b'\n{"type":"prepared"'  # how a line begins that says anew what is ready
Stamps = dict[str, tuple[int, int]]  # each journal's size in bytes and time of change in nanoseconds


class Overview(Struct, frozen=True):
    """A traveller as a list shows it: the pair, the first and the last visit's day, how many visits, if one goes on.

    `empty`: nothing was chosen or done on any of them, and nothing was made ready for the latest.
    """

    id: str
    pair: tuple[str, str]
    since: str
    last: str
    visits: int
    goes_on: bool
    empty: bool

    @property
    def name(self) -> str:
        """The picture pair in words, such as "fox-moon"."""
        return pair_name(self.pair)


class _Kept(Struct, frozen=True):
    """What lies in the file."""

    form: int
    stamps: Stamps
    overview: Overview


def read(folder: RecordFolder, stamps: Stamps) -> Overview | None:
    """What was found in these very journals before; None where it must be found anew."""
    try:
        there = msgspec.json.decode(folder.read(FILE), type=_Kept)
    except (OSError, ValueError, RecursionError):
        return None
    fits = (there.form, there.stamps, there.overview.id) == (FORM, stamps, folder.path.name)
    return there.overview if fits else None


def keep(folder: RecordFolder, stamps: Stamps, overview: Overview) -> None:
    """Keep what was found. Never raises: where it cannot be kept, it is found again the next time."""
    with suppress(OSError):
        folder.replace(FILE, msgspec.json.encode(_Kept(FORM, stamps, overview)), lasting=False)


def of_ended(folder: RecordFolder, journals: list[str]) -> Overview | None:
    """From the first and the last lines of these journals, one of each visit; None where that does not tell all."""
    try:
        visits = [_ended(folder.read(name)) for name in journals]
    except (OSError, ValueError, RecursionError):
        return None
    if not visits:
        return None
    days, ends = (visits[0].begun.day, visits[-1].begun.day), [visit.end for visit in visits]
    animal, thing = (_chosen(ends, what) for what in (ANIMAL, THING))
    empty = visits[-1].ready == _Ready() and not any(_has_choice(page) for end in ends for page in end.pages)
    return Overview(folder.path.name, (animal, thing), *days, len(visits), False, empty)


def of(traveller: Traveller) -> Overview | None:
    """The same from a whole record; None where no visit of it can be read."""
    visits = traveller.record.visits
    if not visits:
        return None
    days = visits[0].begun.day, visits[-1].begun.day
    begun, chosen = visits[-1].begun, any(_has_choice(page) for visit in visits for page in _pages(visit))
    empty = not chosen and _Ready(begun.plan, begun.envelope, begun.personal) == _Ready()
    return Overview(traveller.id, pair(traveller.record), *days, len(visits), visits[-1].place != CLOSED, empty)


def _pages(visit: Visit) -> tuple[ActivityPage, ...]:
    """As they were written down at the visit's end, else as they are now."""
    return visit.pages if visit.pages is not None else tuple(activity_page(visit, name) for name in visit.opened)


class _Begun(Struct, tag="begun"):
    day: str
    format: int


class _Picture(Struct):
    id: str


class _Row(Struct):
    how: str
    pictures: tuple[_Picture, ...]


class _Step(Struct):
    result: str
    rows: tuple[_Row, ...]


class _Page(Struct):
    activity: str
    how: str
    steps: tuple[_Step, ...]


class _Ended(Struct, tag="ended"):
    pages: tuple[_Page, ...]


class _Ready(Struct):
    """What a grown-up has made ready for a visit, of its first line or of a later one."""

    plan: Plan = Plan()
    envelope: str = ""
    personal: tuple[str, ...] = ()


class _Visit(Struct):
    """What is read of an ended journal."""

    begun: _Begun
    ready: _Ready
    end: _Ended


def _ended(text: bytes) -> _Visit:
    """What an ended journal tells to a list. Raises ValueError where it is none, or not of this version."""
    begun = msgspec.json.decode(text.partition(b"\n")[0], type=_Begun)
    if not text.endswith(b"\n") or begun.format > FORMAT:
        raise ValueError("not ended, or from a later version")
    end = msgspec.json.decode(text[text.rfind(b"\n", 0, -1) + 1 :], type=_Ended)
    ready = text[text.rfind(PREPARED) + 1 :].partition(b"\n")[0]  # where there is no such line, the first one
    return _Visit(begun, msgspec.json.decode(ready, type=_Ready), end)


def _has_choice(page: _Page | ActivityPage) -> bool:
    """True where something was chosen, laid or put back there, or where it was seen to its end."""
    return page.how == DONE or any(step.rows for step in page.steps)


def _chosen(ends: list[_Ended], result: str) -> str:
    """The picture that the latest visit has for this half of the pair, as `record.pair` finds it."""
    pages = (page for end in reversed(ends) for page in end.pages if page.activity == TRAVELLER)
    rows = (row for page in pages for step in page.steps if step.result == result for row in step.rows)
    return next((row.pictures[0].id for row in rows if row.how == CHOSEN and row.pictures), "")
