"""What of a record goes home in the sleeve, which folds shut: the pages that are only for the child.

No other paper is made from this, as the sleeve is made from no HomeRecord. Pure: a record in, values out; no clock, no
files, no pygame, no words.
"""

from msgspec import Struct

from game.play.consent import SLEEVE, drawn, sleeve_pages
from game.play.home_record import HomeResult, result_of
from game.play.look import is_quiet, looking_away
from game.play.record import Record, companion_of, pair_pictures


class SleevePage(Struct, frozen=True):
    """A page that lies in the sleeve: its name, and what stands on it."""

    name: str
    results: tuple[HomeResult, ...]


class SleeveRecord(Struct, frozen=True):
    """What goes home in the sleeve: the ISO day of the latest visit, the pictures of the pair as it was seen then, and
    the pages.
    """

    day: str
    companion: str
    thing: str
    pages: tuple[SleevePage, ...]


def sleeve_record(record: Record) -> SleeveRecord:
    """What of this record, which has a visit, goes home in the sleeve."""
    pages = [
        SleevePage(page.name, tuple(result_of(record, made) for made in page.made)) for page in sleeve_pages(record)
    ]
    cards = [SleevePage("", (HomeResult((), (card,)),)) for card in drawn(record, SLEEVE)]
    _, thing = pair_pictures(record)
    begun, companion = record.visits[-1].begun, companion_of(record)
    seen = looking_away(companion) if is_quiet(begun, record) else companion
    return SleeveRecord(begun.day, seen, thing, (*pages, *cards))
