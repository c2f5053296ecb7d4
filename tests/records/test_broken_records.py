"""Records that are damaged, of a later version or not to be read: each is told of, and nobody else is kept waiting."""

from pathlib import Path

import pytest

from game.core.events import FORMAT
from game.records import find, open_visit
from game.system.errors import Trouble
from tests.support.story import DAY, NEXT_DAY

BROKEN = {
    "a folder for a journal": lambda path: (path.unlink(), path.mkdir()),
    "a later format": lambda path: path.write_bytes(
        path.read_bytes().replace(b'"format":%d' % FORMAT, b'"format":99', 1)
    ),
}


@pytest.mark.parametrize("breaks", BROKEN.values(), ids=BROKEN)
def test_a_broken_record_keeps_nobody_else_from_playing(store, put, breaks):
    put("b" * 16)
    breaks(put("a" * 16))
    assert [t.id for t in store.travellers()] == ["b" * 16]
    assert len(store.troubles) == 1 and "a" * 16 in store.troubles[0] and store.troubles[0].endswith(".")
    assert open_visit.traveller_for(store, "", DAY) == "b" * 16
    with pytest.raises(Trouble) as trouble:
        find.by_name(store, "a" * 16)
    assert store.troubles[0] in str(trouble.value)


def test_a_record_without_one_readable_line_is_told_and_left_out(store, put):
    put("b" * 16)
    path = put("a" * 16)
    path.write_bytes(b"not a journal\n")
    assert [t.id for t in store.travellers()] == ["b" * 16]
    assert store.troubles == [f"{path} is damaged from line 1 on. What stands before that is used."]


def test_a_damaged_journal_is_told_and_used_as_far_as_it_goes(store, put, lines):
    path = put("a" * 16)
    path.write_bytes(path.read_bytes() + b"oh\n")
    (found,) = store.travellers()
    assert found.name == store.traveller("a" * 16).name and found.name.count("-") == 1
    assert store.troubles == [f"{path} is damaged from line {len(lines) + 1} on. What stands before that is used."]


@pytest.mark.parametrize("day", [DAY, NEXT_DAY])
def test_a_new_visit_never_writes_over_an_unreadable_one(store, put, day):
    put("a" * 16, DAY)
    path = put("a" * 16, DAY, number=2)
    path.write_bytes(b"not a journal\n")
    visit = open_visit.open_visit(store, "a" * 16, day, "middle", "a seed")
    assert visit.session.journal.path.name == "visit-0003.jsonl"
    assert path.read_bytes() == b"not a journal\n"


def test_a_record_that_may_not_be_read(store, put, monkeypatch):
    denied, read = put("a" * 16), Path.read_bytes
    put("b" * 16)

    def read_bytes(path: Path) -> bytes:
        if path == denied:
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    assert [t.id for t in store.travellers()] == ["b" * 16]
    assert store.troubles == [f"The record in {denied.parent} cannot be read: permission denied."]
