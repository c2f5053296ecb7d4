"""Deleting for good: everything of a traveller goes, at whatever moment the program or the disk gives up meanwhile."""

import os
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from game.art.library import Library
from game.art.renderer import Renderer
from game.art.sanitize import safe_png
from game.core.own_words import OwnWords
from game.core.picture import Picture, Stamp, Strokes
from game.core.sprite import sprite_of
from game.paper import everything
from game.paper import take_home_papers as take_home
from game.paper.typst_press import pdf, save
from game.play.home_record import home_record
from game.play.visit_pages import activity_pages
from game.records import deletion, own_words
from game.records.deletion import Deletion
from game.records.store import COMING, GONE, Store
from game.system.errors import Trouble, said
from game.system.language import words
from game.system.paths import ACTIVITIES, GIVEN
from game.system.record_folder import RecordFolder
from tests.support.recorded import ID, OTHER, files, put
from tests.support.story import Story
from tests.support.struck import Killed, at_each_use


@pytest.fixture
def store(tmp_path) -> Store:
    return Store(tmp_path / "records")


# Everything goes


def drawn(svg: str, width: int, height: int) -> bytes:
    """Something to see of this size, and in it, behind the picture's end, all that it was drawn from."""
    made = BytesIO()
    Image.new("RGB", (width, height), "#a0c0e0").save(made, "PNG", compress_level=1)
    return made.getvalue() + svg.encode()


def everything_made(store: Store, id: str, cache: Path) -> None:
    """All screens, all papers, an envelope and a drawing that a damaged journal has left."""
    traveller, folder = store.traveller(id), store.travellers_folder / id
    Image.new("RGB", (40, 40), "#c03060").save(folder / "photo.png")
    safe_png(folder / "photo.png", folder / GIVEN)
    library = Library(ACTIVITIES / "pictures", store.folder / "pictures", RecordFolder(folder))
    renderer = Renderer(library, cache, folder / "cache", drawn)
    for visit in traveller.record.visits:
        for told in (told for page in activity_pages(visit, screens=True) for told in page.steps if told.screen):
            for stamp in (thing for thing in told.screen.things if isinstance(thing, Stamp)):
                renderer.sprite(sprite_of(stamp), 1)
    (folder / "papers").mkdir()
    everything.pdf(traveller, renderer, folder / "summary.pdf")
    for name in take_home.PAGES:
        if sheet := take_home.sheet(name, home_record(traveller.record), renderer):
            save(take_home.file(name, folder / "papers"), pdf(sheet))


def lines_drawn(store: Store, id: str) -> set[bytes]:
    """How the strokes of this child's drawings are written in an SVG."""

    def strokes(art):
        for thing in art.things if isinstance(art, Picture) else ():
            yield from thing.lines if isinstance(thing, Strokes) else strokes(getattr(thing, "art", ""))

    told = [t for v in store.traveller(id).record.visits for page in activity_pages(v) for t in page.steps]
    arts = [o.art for t in told for row in t.rows for o in row.pictures]
    lines = [line for art in arts for line in strokes(art) if len(line.points) > 1]
    return {" ".join(f"{x:g},{y:g}" for x, y in line.points).encode() for line in lines}


def test_nothing_of_a_deleted_traveller_is_left_and_no_shared_picture_was_made_of_it(store, tmp_path):
    put(store, ID, "whole-workbook"), put(store, OTHER)
    others, cache = files(store.travellers_folder / OTHER), tmp_path / "cache"
    everything_made(store, ID, cache)
    lines, own = lines_drawn(store, ID), files(store.travellers_folder / ID)
    made = [data for name, data in own.items() if name.startswith("cache/")]
    assert lines and all(any(line in data for data in made) for line in lines), "the test sees what it looks for"
    assert len([name for name in own if name.endswith(".pdf")]) > 3
    before = files(cache)
    deletion.delete(store, ID)
    assert files(store.folder) == {f"travellers/{OTHER}/{name}": data for name, data in others.items()}
    assert not [path for path in store.folder.rglob("*") if ID in path.name]
    assert files(cache) == before and len(before) > 20
    shared = b"".join([*map(str.encode, before), *before.values()])
    assert not any(line in shared for line in lines) and ID.encode() not in shared
    assert b"glow-light" not in shared, "only what a child has put together is drawn with it"


def test_the_picture_of_an_envelope_is_not_kept_among_ours(tmp_path):
    given = tmp_path / GIVEN
    Image.new("RGB", (40, 40), "#c03060").save(tmp_path / "photo.png")
    name = safe_png(tmp_path / "photo.png", given).stem
    renderer = Renderer(Library(None, None, RecordFolder(tmp_path)), tmp_path / "shared", tmp_path / "private")
    renderer.sprite(sprite_of(Stamp(name, 0, 0, 60)), 1)
    assert not (tmp_path / "shared").exists() and len(list((tmp_path / "private").iterdir())) == 1


def test_what_goes_is_told_before(store):
    folder = put(store, ID)
    (folder / "papers").mkdir()
    (folder / "papers" / "card.pdf").write_bytes(b"a card")
    days = [visit.begun.day for visit in store.traveller(ID).record.visits]
    assert deletion.what_goes(store, ID) == Deletion(2, days[0], days[-1], True, False, ("card", "summary"))
    own_words.keep(folder, OwnWords(private=("I wish I had asked.",)))
    assert deletion.what_goes(store, ID).private_page
    own_words.keep(folder, OwnWords())
    (folder / "visit-0002.jsonl").write_bytes(b"not a journal\n")
    assert deletion.what_goes(store, ID) == Deletion(2, days[0], days[0], False, False, ("card", "summary"))


def test_a_record_that_cannot_be_read_can_be_deleted(store):
    (put(store, ID) / "visit-0001.jsonl").write_bytes(b'{"type":"begun","format":99}\n')
    assert store.travellers() == []
    deletion.delete(store, ID)
    assert files(store.folder) == {}


@pytest.mark.parametrize("name", ["", ".", "..", "c" * 16, f"{ID}/..", f"../travellers/{ID}", GONE + "1"])
def test_only_a_traveller_is_deleted(store, name):
    put(store, ID)
    before = files(store.folder)
    for act in (deletion.delete, deletion.what_goes):
        with pytest.raises(Trouble, match="This traveller is not here any more"):
            act(store, name)
    assert files(store.folder) == before


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_of_a_link_only_the_link_goes(store, tmp_path):
    put(store, ID)
    shutil.move(store.travellers_folder / ID, tmp_path / "elsewhere")
    (store.travellers_folder / ID).symlink_to(tmp_path / "elsewhere")
    deletion.delete(store, ID)
    assert store.travellers() == [] and len(files(tmp_path / "elsewhere")) == 5


# Not while a visit is open


def test_a_visit_that_is_open_is_not_deleted_under_a_childs_hands():
    with Story() as story:
        story.wake()
        before = files(story.store.folder)
        with pytest.raises(Trouble, match="still open"):
            deletion.delete(story.store, story.id)
        with pytest.raises(Trouble, match="open in another window"):
            deletion.delete(Store(story.store.folder), story.id)
        assert files(story.store.folder) == before
        story.store.close()
        deletion.delete(Store(story.store.folder), story.id)
        assert files(story.store.folder) == {}


# Whatever happens meanwhile


@pytest.mark.parametrize("strikes", [Killed, OSError])
def test_a_deletion_that_breaks_off_is_finished_at_the_next_start(tmp_path, strikes):
    store = Store(tmp_path / "records")

    def before() -> None:
        shutil.rmtree(store.folder, ignore_errors=True)
        put(store, ID), put(store, OTHER)

    before()
    whole, others = files(store.travellers_folder / ID), files(store.travellers_folder / OTHER)

    def act() -> None:
        try:
            deletion.delete(store, ID)
        except Trouble as trouble:
            assert str(trouble).endswith(".")

    def after() -> None:
        again = Store(store.folder)
        listed = [traveller.id for traveller in again.travellers()]
        deletion.finish(again)
        left = files(store.folder)
        for name, data in others.items():
            assert left.pop(f"travellers/{OTHER}/{name}") == data
        assert listed in ([ID, OTHER], [OTHER])
        assert left == ({f"travellers/{ID}/{name}": data for name, data in whole.items()} if ID in listed else {})
        assert {path.name for path in store.travellers_folder.iterdir()} == set(listed)

    assert at_each_use(store.folder, strikes, before, act, after) > 7
    assert [traveller.id for traveller in store.travellers()] == [OTHER]


def test_at_the_start_only_what_nobody_misses_goes(store):
    """A half-brought traveller, and a picture that was painted while its traveller was being deleted."""
    put(store, ID)
    late, new = store.travellers_folder / OTHER / "cache", store.travellers_folder / ("c" * 16) / GIVEN
    half, paper = store.travellers_folder / f"{COMING}1", store.travellers_folder / ("d" * 16) / "papers"
    for folder in (late, new, half, paper):
        folder.mkdir(parents=True)
        (folder / "something.png").write_bytes(b"a picture")
    before, elsewhere = files(store.travellers_folder / ID), Store(store.folder)
    elsewhere.lock("c" * 16)  # somebody is about to begin
    deletion.finish(store)
    assert sorted(path.name for path in store.travellers_folder.iterdir()) == [ID, "c" * 16]
    assert files(store.travellers_folder / ID) == before and (new / "something.png").exists()
    elsewhere.close()
    deletion.finish(store)
    assert [path.name for path in store.travellers_folder.iterdir()] == [ID]


@pytest.mark.parametrize(
    "name",
    [
        f"{OTHER}/.visit-0001.jsonl.icloud",
        f"{OTHER}/visit-0001.damaged-1",
        f"{OTHER}/old/visit-0001.jsonl",
        f"{OTHER}/words.json",
        f"a copy/{OTHER}/visit-0001.jsonl",
        "my notes/letter.odt",
    ],
)
def test_what_is_or_was_a_record_or_is_no_folder_of_ours_stays(store, name):
    """Other programs bring files one after the other, and people lay copies there."""
    path = store.travellers_folder / name
    path.parent.mkdir(parents=True)
    path.write_bytes(b"somebody's")
    deletion.finish(store)
    assert path.is_file()


def test_a_folder_that_cannot_be_looked_into_is_not_taken_for_nobodys(store, monkeypatch):
    put(store, ID)

    def denied(folder: Path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", denied)
    monkeypatch.setattr(Path, "glob", lambda folder, pattern: iter(()))  # as it does then
    deletion.finish(store)
    assert (store.travellers_folder / ID / "visit-0001.jsonl").is_file()


def test_what_cannot_be_removed_is_told_and_stands_in_nobodys_way(store, monkeypatch):
    put(store, ID), put(store, OTHER)
    real = shutil.rmtree

    def denied(*args, **kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(shutil, "rmtree", denied)
    with pytest.raises(Trouble, match=r"could be removed: this folder may not be written to. It is tried again"):
        deletion.delete(store, ID)
    deletion.finish(store)
    assert [t.id for t in store.travellers()] == [OTHER]
    (told,) = store.troubles
    assert said(told, words("de")).endswith("Beim nächsten Start wird es noch einmal versucht.")
    monkeypatch.setattr(shutil, "rmtree", real)
    deletion.finish(store)
    assert [path.name for path in store.travellers_folder.iterdir()] == [OTHER]
