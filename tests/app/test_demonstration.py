"""The demonstration's story of six visits: what is said there happens, choices flow on, and chance is seeded."""

from types import SimpleNamespace

import pytest

from game.app import commands, demonstration
from game.app.demonstration import EACH_VISIT, SENSITIVE, STORIES, played
from game.child.demo.driver import STRIDE, Clock, RoomDriver
from game.child.demo.player import DemoPlayer
from game.core import events
from game.core.activity import PICTURES
from game.core.events import CLOSED, DONE, PASSED_BY
from game.core.table import CHOSEN
from game.glass import window
from game.play.record import Record, chosen, made
from game.play.visit_pages import activity_pages
from game.records.store import Store
from game.system.errors import Trouble
from tests.support.examples import SEARCHING
from tests.support.glass import SMALL
from tests.support.recording_glass import RecordingGlass, play_on_it
from tests.support.story import NAMES, Story

STORY = STORIES[6]


def recorded(visit, window, seed, day, shown, on_screen, film, has_enough) -> None:
    """One visit at rest, as where there is no screen, on a glass that paints nothing."""
    play_on_it(visit, seed, day, still=True, stride=STRIDE).room_session.close()


@pytest.fixture(autouse=True, scope="module")
def glass():
    """Nothing is painted while somebody waits; in a search the story is played in a small window."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(window, "_fitting", lambda wide: SMALL)
        if not SEARCHING:
            patch.setattr(demonstration, "_play_one", recorded)
        yield


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Store:
    """Where the story was played."""
    home = Store(tmp_path_factory.mktemp("story") / "home")
    played(home, lambda *screen: None, "1", STORY)
    return home


@pytest.fixture(scope="module")
def record(home) -> Record:
    """What it left on disk."""
    return record_in(home)


def record_in(home: Store) -> Record:
    """The one record in this home."""
    return home.traveller(home.travellers()[0].id).record


def ids(record: Record, activity: str, result: str, spot: str = "") -> set[str]:
    return {offered.id for offered in chosen(record, activity, result, spot)}


def offered(record: Record, activity: str, step: int) -> set[str]:
    """What lay on the table of this step, on the last visit that came to it."""
    laid = next(visit.laid[activity, step] for visit in reversed(record.visits) if (activity, step) in visit.laid)
    return {o.id for o in laid.table.offered}


def test_every_screen_that_was_to_be_filmed_and_never_came_is_told(tmp_path, monkeypatch):
    def shown(home, shown, seed, story, film, has_enough, band):
        film.seen |= {"asleep": None, "trail": None}
        return SimpleNamespace(traveller=None, renderer=None)

    monkeypatch.setattr(demonstration, "played", shown)
    monkeypatch.setattr(commands, "save_all", lambda *made: None)
    with pytest.raises(Trouble) as told:
        demonstration.play_story(tmp_path, None, "1", film=tmp_path, only=("trial", "trail", "gaet"))
    assert str(told.value) == "There was no screen called 'gaet' or 'trial' to film. There were: asleep, trail."


@pytest.mark.parametrize("visits", [1, 6])
def test_the_age_that_is_said_is_the_child_s_on_each_visit(visits, tmp_path, monkeypatch):
    bands, papers = [], []

    def opened(home, id, day, band, *more, **others):
        bands.append(band)
        return SimpleNamespace(mistakes=(), troubles=lambda: (), traveller=None, renderer=None)

    monkeypatch.setattr(demonstration, "open_visit", opened)
    monkeypatch.setattr(demonstration, "_play_one", lambda *_: None)
    monkeypatch.setattr(commands, "save_all", lambda *made: papers.append(made))
    demonstration.play_story(tmp_path, None, "1", visits, band="little")
    assert bands == ["little"] * visits and len(papers) == 1


def test_where_nothing_but_films_is_wanted_it_ends_with_them_and_makes_no_papers(tmp_path, monkeypatch, capsys):
    days = []

    def filmed(visit, window, seed, day, shown, on_screen, film, has_enough) -> None:
        days.append(day)
        film._taken.add(("asleep", "trail")[len(days) - 1])

    monkeypatch.setattr(demonstration, "_play_one", filmed)
    monkeypatch.setattr(commands, "save_all", lambda *made: pytest.fail("papers were made"))
    demonstration.play_story(tmp_path / "home", None, "1", 6, film=tmp_path / "films", only=("asleep", "trail"))
    assert len(days) == 2 and capsys.readouterr().out.endswith(f"is in {tmp_path / 'films'}\n")


def test_who_has_enough_sees_no_more_of_the_visit():
    with Story() as story:
        clock = Clock()
        driver = RoomDriver(RecordingGlass(story.session, clock), clock, lambda *shown: None, lambda: None)
        DemoPlayer(driver, "1").run(lambda: story.visit.place == events.STEP)
        assert story.visit.place == events.STEP and not story.moves()


@pytest.mark.search
def test_the_same_seed_makes_the_same_journals(home, tmp_path):
    """While somebody waits, those of the first two visits; in a search, all."""
    visits = len(STORY) if SEARCHING else 2
    again = Store(tmp_path / "home")
    played(again, lambda *screen: None, "1", STORY[:visits])
    first, second = (
        {p.relative_to(h.folder): p.read_bytes() for p in h.folder.rglob("*.jsonl")} for h in (home, again)
    )
    assert len(first) == len(STORY) and len(second) == visits
    assert second == {path: first[path] for path in second}


def test_another_seed_makes_other_choices(home, tmp_path):
    other = Store(tmp_path / "home")
    played(other, lambda *screen: None, "2", STORY[:1])
    (id,) = [traveller.id for traveller in other.travellers()]
    assert id != home.travellers()[0].id
    moves = [[page.steps for page in activity_pages(record_in(h).visits[0])] for h in (other, home)]
    assert moves[0] != moves[1]


@pytest.mark.parametrize("number", range(len(STORY)))
def test_each_visit_plays_what_the_story_says(number, record):
    visit, day = record.visits[number], STORY[number]
    assert (visit.begun.day, visit.place, visit.failures) == (day.day, CLOSED, ())
    assert set(visit.opened) == set(day.opens) >= set(EACH_VISIT)
    assert {visit.how[name] for name in day.opens} <= {DONE, PASSED_BY}
    on_trail = {stop.activity for stop in visit.begun.stops}
    assert on_trail & set(SENSITIVE) == set(day.said.opened)


def test_the_whole_workbook_is_played_and_seven_visits_are_planned(record):
    assert {name for day in STORY for name in day.opens} == set(NAMES)
    plans = [(visit.begun.plan.planned, visit.begun.plan.missed) for visit in record.visits]
    assert plans == [(7, ())] * 3 + [(7, (4,))] * 3
    lanterns = [[o.art for o in visit.laid["lanterns", 0].table.offered] for visit in record.visits]
    assert [arts.index("lantern-tonight") + 1 for arts in lanterns] == [1, 2, 3, 5, 6, 7]
    assert lanterns[-1][3] == "lantern-missed"


def test_hopes_come_back(record):
    hopes = ids(record, "when-we-are-done", "hopes")
    assert len(hopes) > 1
    assert offered(record, "what-changed", 1) == hopes == ids(record, "what-changed", "then-and-now")


def test_the_decorated_stone_is_the_keepsake(record):
    (stone,) = chosen(record, "pick-a-worry-stone", "stone")
    assert not isinstance(stone.art, str)
    assert chosen(record, "choose-a-keepsake", "keepsake") == (stone,)


def test_tools_go_into_the_backpack_and_to_the_bumpy_bit(record):
    liked = ids(record, "try-a-tool", "tools", "for-me")
    packed = ids(record, "backpack", "bag")
    assert liked and liked <= packed <= offered(record, "bumpy-bit", 0)
    (listed,) = record.visits[4].laid["bumpy-bit", 0].table.step.of_kind(PICTURES)
    assert packed - {picture.name for picture in listed} <= ids(record, "bumpy-bit", "plan"), "what is its own is laid"


def test_the_envelope_is_opened_and_each_page_is_for_the_wall_or_in_the_sleeve(record):
    pages = {page.activity: page for page in activity_pages(record.visits[-1])}
    last, home = pages["leave-one-take-one"], pages["what-goes-home"]
    assert record.visits[-1].begun.envelope in {o.art for told in last.steps for row in told.rows for o in row.pictures}
    shown, kept = ({o.id for o in made(home, "pages", spot)} for spot in ("wall", "sleeve"))
    (told,) = home.steps
    assert shown and kept and shown | kept == {o.id for o in told.offered}
    assert all(row.how != CHOSEN or row.pictures for row in told.rows)
