"""What a list shows of each traveller, without reading every record: the pair, the days, the number of visits.

Of an ended visit only its first and its last line are read. What was found is kept in the traveller's own folder, in
`overview.json`, with the sizes and times of the journals that it was found in: it is thrown away and made again where
it is missing, damaged or older, and it holds nothing that the journals do not hold. This file knows journals and
folders; it knows no screen.
"""

from contextlib import suppress

import msgspec
from msgspec import Struct

from game.core.events import ANIMAL, CLOSED, FORMAT, THING, TRAVELLER
from game.core.table import CHOSEN
from game.play.record import Traveller, name_of, pair
from game.records.record_folder import RecordFolder

FILE = "overview.json"
FORM = 1  # of what is kept; another one is found anew
Stamps = dict[str, tuple[int, int]]  # each journal's size in bytes and time of change in nanoseconds


class Overview(Struct, frozen=True):
    """A traveller as a list shows it: the pair, the first and the last visit's day, how many visits, if one goes on."""

    id: str
    pair: tuple[str, str]
    since: str
    last: str
    visits: int
    goes_on: bool

    @property
    def name(self) -> str:
        """The picture pair in words, such as "fox-moon"."""
        return name_of(self.pair)


class _Kept(Struct, frozen=True):
    """What lies in the file."""

    form: int
    stamps: Stamps
    overview: Overview


def kept(folder: RecordFolder, stamps: Stamps) -> Overview | None:
    """What was found in these very journals before; None where it must be found anew."""
    try:
        there = msgspec.json.decode(folder.read(FILE), type=_Kept)
    except (OSError, ValueError):
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
    except (OSError, ValueError):
        return None
    if not visits:
        return None
    days = visits[0][0].day, visits[-1][0].day
    animal, thing = (_chosen([end for _, end in visits], what) for what in (ANIMAL, THING))
    return Overview(folder.path.name, (animal, thing), *days, len(visits), False)


def of(traveller: Traveller) -> Overview | None:
    """The same from a whole record; None where no visit of it can be read."""
    visits = traveller.record.visits
    if not visits:
        return None
    days = visits[0].begun.day, visits[-1].begun.day
    return Overview(traveller.id, pair(traveller.record), *days, len(visits), visits[-1].place != CLOSED)


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
    steps: tuple[_Step, ...]


class _Ended(Struct, tag="ended"):
    pages: tuple[_Page, ...]


def _ended(text: bytes) -> tuple[_Begun, _Ended]:
    """The first and the last line of an ended journal. Raises ValueError where it is none, or not of this version."""
    begun = msgspec.json.decode(text.partition(b"\n")[0], type=_Begun)
    if not text.endswith(b"\n") or begun.format > FORMAT:
        raise ValueError("not ended, or from a later version")
    return begun, msgspec.json.decode(text[text.rfind(b"\n", 0, -1) + 1 :], type=_Ended)


def _chosen(ends: list[_Ended], result: str) -> str:
    """The picture that the latest visit has for this half of the pair, as `record.pair` finds it."""
    pages = (page for end in reversed(ends) for page in end.pages if page.activity == TRAVELLER)
    rows = (row for page in pages for step in page.steps if step.result == result for row in step.rows)
    return next((row.pictures[0].id for row in rows if row.how == CHOSEN and row.pictures), "")
