"""Travellers in zips: what is in one, and one with other entries."""

from pathlib import Path

from game.art.library import Library
from game.core.own_words import OwnWords
from game.play import screens
from game.records import import_zip
from game.records.store import Store
from game.system.errors import Trouble
from tests.support.recorded import ID, files

PEOPLE = {1: {"near-and-far/baby": "my cousin"}}
WORDS = OwnWords({1: "Maria was quiet today."}, "Dear Maria", ("I wish I had asked.",), people=PEOPLE)


def is_new(store: Store, path: Path) -> bool:
    """True where something was brought, False where it is said that everything is here already."""
    try:
        return bool(import_zip.unpack(store, path))
    except Trouble as trouble:
        if str(trouble) != f"Everything in '{path.name}' is here already.":
            raise
        return False


def journals(store: Store, id: str = ID) -> dict[str, bytes]:
    return {name: data for name, data in files(store.travellers_folder / id).items() if name.endswith(".jsonl")}


def all_screens(store: Store, id: str = ID) -> list:
    """What a replay shows at the end of each visit, and of every step."""
    record, library = store.traveller(id).record, Library()
    return [(screens.screen(visit, record, (), library), visit.laid) for visit in record.visits]
