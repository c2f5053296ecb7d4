"""Who is meant: a traveller by name, or by the visit of today that has not ended.

This file knows the store and what it tells; it writes nothing.
"""

from game.core.events import CLOSED
from game.play.record import Traveller
from game.records import journal_reader
from game.records.overview import Overview
from game.records.store import Store
from game.system.errors import Trouble


def by_name(store: Store, name: str) -> Traveller:
    """The one traveller of this name: a pair, a pair and a day, or an id. Raises Trouble."""
    if name in store.ids() and (found := _readable(store, name)):
        return found
    everybody = store.travellers()
    named = [t for t in everybody if name in (t.name, f"{t.name}-{t.since}")]
    if len(named) == 1 and (found := _readable(store, named[0].id)):
        return found
    if named:
        raise Trouble(f"There are {len(named)} travellers called '{name}'. Please say which: {_apart(named)}.")
    known = ", ".join(dict.fromkeys(t.name for t in everybody)) or "nobody yet"
    said = f"There is no traveller called '{name}'. There {'is' if len(everybody) < 2 else 'are'}: {known}."
    raise Trouble("\n".join([said, *store.troubles]))


def unfinished(store: Store, day: str) -> Traveller | None:
    """Whose visit of this day has not ended; the latest changed, where there are several.

    Of each record only the first line of its last journal is read, so that the room opens at once.
    """
    begun = [id for id in store.ids() if store.journals(id) and journal_reader.begun_on(store.latest(id)) == day]
    found = [t for id in begun if (t := _readable(store, id)) and t.record.visits[-1].place != CLOSED]
    return max(found, key=lambda t: store.latest(t.id).stat().st_mtime, default=None)


def _readable(store: Store, id: str) -> Traveller | None:
    """The traveller, or None (and told why) where the record is empty or cannot be read."""
    try:
        found = store.traveller(id)
    except Trouble as trouble:
        store.tell([trouble.sentence])
        return None
    return found if found.record.visits else None


def _apart(travellers: list[Overview]) -> str:
    """Names that tell travellers of one pair apart: by day, and by id where the day is the same too."""
    days = [t.since for t in travellers]
    return ", ".join(f"{t.name}-{t.since}" if days.count(t.since) == 1 else t.id for t in travellers)
