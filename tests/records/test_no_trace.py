"""Deleting leaves no byte: not of what a child has made, not of a picture laid out for it, in no folder of ours.

Marks that can be known again are planted in everything that can be planted; afterwards every file in the records
folder, the caches and the temporary folder is opened as far as it can be, and looked through.
"""

import re
import shutil
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageColor

from game.art.draw_process import here
from game.art.library import Library
from game.art.renderer import Renderer
from game.core.own_words import OwnWords
from game.core.picture import Stamp
from game.core.sprite import sprite_of
from game.paper.options import PaperOptions
from game.paper.registry import PAPER_KINDS
from game.paper.typst_press import pdf, save
from game.play.visit_pages import activity_pages
from game.records import deletion, export, outbox, own_words
from game.records.store import ONE_PRINT, PAPERS, Store
from game.system import scratch
from game.system.errors import Trouble
from game.system.paths import GIVEN, PERSONAL
from game.system.record_folder import RecordFolder
from tests.support.own_pictures import COLOURS, ID, Child, make_workbook
from tests.support.struck import Killed

WORDS = ("Zebulonia", "a-word-of-the-therapist", ID)
MARKS = [ImageColor.getrgb(colour) for colour in COLOURS.values()]


def marks_in(data: bytes, deep: bool = True) -> bool:
    """True where these bytes hold a planted word, or a picture with a planted colour, packed or not."""
    if any(word.encode() in data or word.encode("utf-16-be") in data for word in WORDS):
        return True
    if any(bytes(mark) * 4 in data for mark in MARKS):
        return True
    if data.startswith((b"\x89PNG", b"\xff\xd8")):
        with Image.open(BytesIO(data)) as image:
            colours = image.convert("RGB").getcolors(image.width * image.height)
        return any(colour in MARKS for _, colour in colours)
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL) if deep else []
    return any(marks_in(unpacked(stream), deep=False) for stream in streams)


def unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return stream


def traces(*folders: Path) -> list[str]:
    """The files with a mark in them or in their names."""
    found = [path for folder in folders for path in folder.rglob("*")]
    return sorted(str(path) for path in found if ID in path.name or (path.is_file() and marks_in(path.read_bytes())))


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> Iterator[Path]:
    """Activities, records and a cache: all that there can be was played, typed, painted, printed and saved."""
    folder = tmp_path_factory.mktemp("whole")
    (folder / "temporary").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(folder / "temporary"))
        _open = make_everything(folder / "home", folder / "cache", make_workbook(folder / "activities"))
        yield folder


def make_everything(home: Path, cache: Path, activities: Path) -> Store:
    """The store is of a program that was never closed: what it has for one print is there."""
    Child(home, activities, draw=here).play_everything().end()
    store, folder, pictures = Store(home), home / "travellers" / ID, activities / "pictures"
    own_words.keep(folder, OwnWords({1: WORDS[1]}, letter=WORDS[0], private=(WORDS[1],)))
    desk = Renderer(Library(pictures, home / "pictures"), cache, home / "pictures", here)
    room = Renderer(Library(pictures, home / "pictures", RecordFolder(folder)), cache, folder / "cache", here)
    desk.paper_png("our-hill", 60)
    traveller = store.traveller(ID)
    for step in (step for page in activity_pages(traveller.record.visits[0], screens=True) for step in page.steps):
        for stamp in (thing for thing in step.screen.things if isinstance(thing, Stamp)):
            room.sprite(sprite_of(stamp), 0.3)
    typed = PaperOptions(name=WORDS[0], letter=WORDS[0], frame="plain")
    for name, options in (("summary", PaperOptions()), ("certificate", typed)):
        for sheet in PAPER_KINDS[name].sheets(traveller, room, options):
            save(outbox.folder_for(store, ID, options.typed) / f"{name}.pdf", pdf(sheet))
    return store


@pytest.fixture
def places(whole, tmp_path, monkeypatch) -> tuple[Path, ...]:
    """The records folder, the cache and the temporary folder."""
    shutil.copytree(whole, tmp_path, dirs_exist_ok=True)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    return tuple(tmp_path / name for name in ("home", "cache", "temporary"))


@pytest.fixture
def store(places) -> Store:
    return Store(places[0])


def delete(store: Store) -> None:
    """As the desk does it."""
    deletion.delete(store, ID)
    outbox.empty(store)


def start(home: Path) -> None:
    """What the program does first."""
    store = Store(home)
    deletion.finish(store)
    outbox.empty(store)
    scratch.sweep()


def test_the_marks_are_found_wherever_they_are_planted(store, places):
    """So that the tests below see something."""
    found = {Path(path).relative_to(places[0]).parts[0] for path in traces(*places)}
    inside = {
        Path(path).relative_to(places[0] / "travellers" / ID).parts[0] for path in traces(places[0] / "travellers" / ID)
    }
    (apart,) = found - {"pictures", "travellers"}
    assert apart.startswith(ONE_PRINT)
    assert {GIVEN, PERSONAL, "cache", PAPERS, "words.json", "visit-0001.jsonl"} <= inside


def test_nothing_is_left_of_a_deleted_child(store, places, tmp_path):
    parcel = export.pack(store, ID, tmp_path / "parcel.zip")
    delete(store)
    assert traces(*places) == []
    assert parcel.is_file(), "what a grown-up has saved elsewhere stays there"
    start(places[0])
    assert traces(*places) == []


def test_a_paper_that_is_finished_after_the_deletion_is_not_kept(store, places):
    """It is made beside the desk, and nobody waits for it."""
    delete(store)
    for apart in (False, True):
        with pytest.raises(Trouble, match="This traveller is not here any more"):
            outbox.folder_for(store, ID, apart)
    assert not (store.travellers_folder / ID).exists() and traces(*places) == []


def test_what_another_window_has_for_one_print_stays_until_that_is_closed(store, tmp_path):
    elsewhere = Store(store.folder)
    paper, ours = outbox.folder_for(elsewhere, ID, True) / "letter.pdf", outbox.folder_for(store, ID, True) / "a.pdf"
    for path in (paper, ours):
        path.write_bytes(b"%PDF")
    outbox.empty(store)
    assert paper.is_file() and outbox.goes(paper) and not ours.exists()
    start(store.folder)
    assert paper.is_file() and outbox.folder_for(store, ID, True).is_dir()
    outbox.empty(elsewhere)
    assert not paper.parent.exists()


def test_nothing_is_left_when_the_program_was_killed_in_the_middle(whole, places, monkeypatch):
    """At the first removal, at the second, at the third: at the next start all of it goes."""
    real = shutil.rmtree
    for left in range(3):
        shutil.copytree(whole, places[0].parent, dirs_exist_ok=True)
        uses = iter(range(left, -1, -1))

        def dies(*args, uses=uses, **kwargs):
            if next(uses) == 0:
                raise Killed
            real(*args, **kwargs)

        monkeypatch.setattr(shutil, "rmtree", dies)
        with pytest.raises(Killed):
            delete(Store(places[0]))
        monkeypatch.setattr(shutil, "rmtree", real)
        assert not Store(places[0]).travellers()
        start(places[0])
        assert traces(*places) == []


def test_what_cannot_be_removed_from_the_cache_is_removed_at_the_next_start(store, places, monkeypatch):
    real = shutil.rmtree

    def denied(path, *args, **kwargs):
        if Path(path) == places[0] / "pictures":
            raise PermissionError(13, "Permission denied")
        real(path, *args, **kwargs)

    monkeypatch.setattr(shutil, "rmtree", denied)
    with pytest.raises(Trouble, match="It is tried again at the next start"):
        deletion.delete(store, ID)
    monkeypatch.setattr(shutil, "rmtree", real)
    start(places[0])
    assert traces(*places) == []


def test_a_picture_for_a_child_that_never_came_goes_at_the_next_start(tmp_path):
    """The program was killed before the first move: no list shows the folder, so nobody could delete it."""
    child = Child(tmp_path / "home", make_workbook(tmp_path / "activities"))
    travellers = child.store.travellers_folder
    assert traces(travellers)
    start(tmp_path / "home")
    assert traces(travellers), "the visit is open, here or in another window"
    child.store.close()
    start(tmp_path / "home")
    assert list(travellers.iterdir()) == []


def test_a_paper_that_was_being_made_leaves_nothing_behind(places):
    """Killed between the spreading out of its pictures and the end: nothing of ours could tidy up."""
    with scratch.scratch_folder() as open_one:
        (open_one / "name").write_text(WORDS[0])
        code = (
            "import os, sys, tempfile; tempfile.tempdir = sys.argv[1]; from game.system import scratch\n"
            "with scratch.scratch_folder() as folder:\n (folder / 'name').write_text(sys.argv[2]); os._exit(9)"
        )
        subprocess.run([sys.executable, "-c", code, str(places[2]), WORDS[0]], check=False)
        assert len(traces(places[2])) == 2
        scratch.sweep()
        assert traces(places[2]) == [str(open_one / "name")], "somebody is still at work there"
    assert traces(places[2]) == []
