"""What others send in a zip: whatever it is, it is brought as it was or refused in a sentence, and lies nowhere."""

import re
import stat
import zipfile
from io import BytesIO
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.events import FORMAT
from game.records import export, import_zip, zip_reader
from game.records.store import Store
from game.system.errors import Trouble
from game.system.paths import GIVEN
from tests.support.recorded import ID, OTHER, files, put
from tests.support.story import Story
from tests.support.zips import is_new, journals

DAY_BEGUN = "2026-01-12"


def zipped(path: Path, entries) -> Path:
    """A zip of these (name or ZipInfo, data)."""
    with zipfile.ZipFile(path, "w") as one:
        for name, data in entries:
            one.writestr(name, data)
    return path


def line(**changes) -> bytes:
    """A first line such as ours, with something changed."""
    begun = {"type": "begun", "traveller": ID, "number": 1, "day": DAY_BEGUN, "band": "middle", "stops": []}
    return (
        msgspec.json.encode({**begun, "seed": "a seed", "format": FORMAT, **changes})
        + b'\n{"type":"went","to":"wake"}\n'
    )


def laid(art, id="a", **more) -> bytes:
    """A journal in which this picture lies on the table."""
    offered = {"id": id, "art": art, "label": "A"}
    table = {"mechanic": "choose", "result": "r", "step": {"choose": "r"}, "scene": "burrow", "companion": "fox"}
    table |= {"offered": [offered], **more}
    opened = {"type": "opened", "activity": "x", "title": "X", "purpose": "", "text": ""}
    arrived = {"type": "arrived", "activity": "x", "step": 0, "table": table}
    return line() + b"".join(msgspec.json.encode(event) + b"\n" for event in (opened, arrived))


def stamp(art, **more) -> dict:
    return {"type": "Picture", "things": [{"type": "Stamp", "art": art, "x": 0, "y": 0, "width": 9, **more}]}


def deep(times: int):
    art = "fox"
    for _ in range(times):
        art = stamp(art)
    return art


def linked() -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo("visit-0001.jsonl")
    entry.create_system, entry.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    return entry


HOSTILE = {
    "an id that is a path": [("visit-0001.jsonl", line(traveller="../../x"))],
    "an id that is hidden": [("visit-0001.jsonl", line(traveller=".gone-1"))],
    "another number": [("visit-0001.jsonl", line(number=2))],
    "no day": [("visit-0001.jsonl", line(day="2026-13-77"))],
    "no journal": [("visit-0001.jsonl", b"not a journal\n")],
    "an empty journal": [("visit-0001.jsonl", b"")],
    "two travellers": [("visit-0001.jsonl", line()), ("visit-0002.jsonl", line(traveller=OTHER, number=2))],
    "a traveller in another": [("visit-0001.jsonl", line() + line(traveller=OTHER))],
    "a link": [(linked(), "/etc/passwd")],
    "a picture's name that is a path": [("visit-0001.jsonl", laid("../../../photo"))],
    "a picture that calls itself a path": [("visit-0001.jsonl", laid("fox", "../../../evil"))],
    "a picture in a picture that is a path": [("visit-0001.jsonl", laid(stamp("/home/photo")))],
    "an envelope that is a path": [("visit-0001.jsonl", line(envelope="..\\photo"))],
    "a picture too deep to be drawn": [("visit-0001.jsonl", laid(deep(60)))],
    "a picture too large to be drawn": [("visit-0001.jsonl", laid(stamp("fox", height=100_000)))],
    "too many visits to come": [("visit-0001.jsonl", line(plan={"planned": 10**9}))],
    "words that are none": [("visit-0001.jsonl", line()), ("words.json", b"[1]")],
    "words without an end": [("visit-0001.jsonl", line()), ("words.json", b'{"letter":"%s"}' % (b"a" * 30_000))],
    "a picture that is none": [("visit-0001.jsonl", line()), (f"{GIVEN}/{'a' * 32}.png", b"<svg/>")],
}


@pytest.mark.parametrize("entries", HOSTILE.values(), ids=HOSTILE)
def test_what_somebody_has_changed_is_refused_in_a_sentence(there, tmp_path, entries):
    out = zipped(tmp_path / "one.zip", entries)
    with pytest.raises(Trouble, match=r"'one.zip' is damaged or was changed: \S+ in it cannot be used\."):
        import_zip.unpack(there, out)
    assert files(tmp_path) == {"one.zip": out.read_bytes()} and not list(there.folder.glob("*/*"))


def test_the_measure_of_these_is_right(there, tmp_path):
    """What is refused above is refused for what was changed, not for the frame around it."""
    assert is_new(there, zipped(tmp_path / "one.zip", [("visit-0001.jsonl", laid(deep(5)))]))
    assert len(there.traveller(ID).record.visits[0].laid) == 1


ELSEWHERE = ["../visit-0001.jsonl", "/tmp/visit-0001.jsonl", "x/visit-0001.jsonl", "..\\visit-0001.jsonl", "lock"]
ELSEWHERE += ["visit-1.jsonl", "given/../visit-0001.jsonl", "summary.txt", "C:visit-0001.jsonl"]
ELSEWHERE += ["visit-\u0660\u0660\u0660\u0661.jsonl", "VISIT-0001.JSONL"]


@pytest.mark.parametrize("name", ELSEWHERE)
def test_no_name_in_a_zip_becomes_a_path(there, tmp_path, name):
    out = zipped(tmp_path / "one.zip", [(name, line())])
    with pytest.raises(Trouble, match=r"'one.zip' is no traveller that was saved from Good Goodbye\."):
        import_zip.unpack(there, out)
    import_zip.unpack(there, zipped(out, [("visit-0001.jsonl", line()), (name, line())]))
    assert set(files(tmp_path)) == {"one.zip", f"there/travellers/{ID}/visit-0001.jsonl"}


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_one_name_twice_is_refused(there, tmp_path):
    with pytest.raises(Trouble, match=r"was changed: visit-0001.jsonl in it"):
        import_zip.unpack(there, zipped(tmp_path / "one.zip", [("visit-0001.jsonl", line())] * 2))


def test_a_later_version_is_told(there, tmp_path):
    out = zipped(tmp_path / "one.zip", [("visit-0001.jsonl", line(format=99))])
    with pytest.raises(Trouble, match=r"'one.zip' was saved by a later version of Good Goodbye. Please update"):
        import_zip.unpack(there, out)
    assert not list(there.folder.glob("*/*"))


def test_a_bomb_does_not_go_off(there, tmp_path, monkeypatch):
    out = tmp_path / "one.zip"
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as one:
        one.writestr("visit-0001.jsonl", bytes(zip_reader.MOST + 10))
    assert out.stat().st_size < 100_000
    with pytest.raises(Trouble, match=r"'one.zip' is too large for a traveller"):
        import_zip.unpack(there, out)
    parts = [(f"visit-{number:04}.jsonl", line(number=number)) for number in range(1, 6)]
    for limit, value in (("MOST_IN_ALL", 3 * len(line())), ("MOST_NAMES", 4)):
        monkeypatch.setattr(zip_reader, limit, value)
        with pytest.raises(Trouble, match=r"'one.zip' is too large for a traveller"):
            import_zip.unpack(there, zipped(out, parts))
        monkeypatch.undo()
    assert is_new(there, out)


@given(data=st.data())
def test_a_zip_with_any_bytes_changed_is_brought_as_it_was_or_told_in_a_sentence(data):
    with Story() as story:
        here, there = story.store, Store(story.store.folder / "there")
        put(here, ID, "there-and-back")
        whole = bytearray(export.pack(here, ID, here.folder / "one.zip").read_bytes())
        for place in data.draw(st.lists(st.integers(0, len(whole) - 1), min_size=1, max_size=4)):
            whole[place] ^= data.draw(st.integers(1, 255))
        cut = data.draw(st.one_of(st.just(len(whole)), st.integers(0, len(whole))))
        (here.folder / "two.zip").write_bytes(whole[:cut])
        try:
            import_zip.unpack(there, here.folder / "two.zip")
        except Trouble as trouble:
            assert re.match(r"'two\.zip' .*\.$", str(trouble))
        else:
            assert set(journals(there)) <= set(journals(here)) and journals(there).items() <= journals(here).items()
        assert not list(there.travellers_folder.glob(".*"))


@given(st.binary(max_size=300))
def test_a_file_that_is_no_zip(noise):
    with Story() as story:
        (story.store.folder / "two.zip").write_bytes(noise)
        with pytest.raises(Trouble, match=r"'two.zip' is no traveller"):
            import_zip.unpack(story.store, story.store.folder / "two.zip")


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_damaged_zip_is_told_however_it_was_packed(method, there, tmp_path):
    with zipfile.ZipFile(out := tmp_path / "one.zip", "w", method) as one:
        one.writestr("visit-0001.jsonl", line() * 50)
    whole, begin = bytearray(out.read_bytes()), 30 + len("visit-0001.jsonl")
    for place in range(begin + 12, begin + 40):
        whole[place] ^= 0x5A
    out.write_bytes(whole)
    with pytest.raises(Trouble, match=r"'one.zip' (is no traveller|cannot be read)"):
        import_zip.unpack(there, out)
    assert not import_zip.is_here(there, ID, out)


def test_a_locked_or_missing_zip(there, tmp_path):
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as one:
        one.writestr("visit-0001.jsonl", line())
    locked = bytearray(made.getvalue())
    for head, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        locked[locked.index(head) + flags] |= 1
    (tmp_path / "one.zip").write_bytes(locked)
    with pytest.raises(Trouble, match=r"'one.zip' is no traveller"):
        import_zip.unpack(there, tmp_path / "one.zip")
    with pytest.raises(Trouble, match=r"'none.zip' cannot be read: no such file or directory\."):
        import_zip.unpack(there, tmp_path / "none.zip")
    with pytest.raises(Trouble, match=r"'there' cannot be read: is a directory\."):
        there.folder.mkdir(exist_ok=True)
        import_zip.unpack(there, there.folder)
