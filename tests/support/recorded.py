"""Recorded visits, laid into a store as somebody's record."""

from pathlib import Path

from game.core.own_words import OwnWords
from game.records import own_words
from game.records.store import Store
from tests.paths import TESTS

RECORDED = TESTS / "visits"

ID, OTHER = "a" * 16, "b" * 16
SIX = "0123456789abcdef"  # whose six visits were recorded


def put(store: Store, id: str, story: str = "two-visits") -> Path:
    """A recorded story as this traveller's record, with whatever else can lie in its folder."""
    folder = store.travellers_folder / id
    for path in sorted((RECORDED / story).glob("*.jsonl")):
        folder.mkdir(parents=True, exist_ok=True)
        begun, *lines = path.read_text("utf-8").splitlines(keepends=True)
        was = begun.split('"traveller":"')[1].split('"')[0]
        (folder / path.name).write_text(begun.replace(was, id, 1) + "".join(lines), "utf-8")
    (folder / "visit-0001.damaged-1").write_text(f"half of {id}")
    (folder / "summary.txt").write_text(f"What {id} chose")
    own_words.keep(folder, OwnWords({1: f"about {id}"}))
    return folder


def files(folder: Path) -> dict[str, bytes]:
    """Everything in the folder, but for the lock, which says nothing."""
    found = [path for path in folder.rglob("*") if path.is_file() and path.name != "lock"]
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}
