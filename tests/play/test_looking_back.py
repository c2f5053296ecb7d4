"""The child's first pictures before the gate: what hangs there, and the film that a touch on one shows."""

import pytest

from game.core import events
from game.core.companion import COMPANION_ID
from game.core.events import Plan
from game.core.ids import Door, FirstPicture
from game.core.picture import Stamp, find
from game.core.table import BANDS as AT_ONCE
from game.play import screens
from game.play.display_list import DisplayList, backdrop_of
from game.play.looking_back import MORE
from game.play.page_film import CALM, LONGEST
from tests.support import key_player
from tests.support.child import Child
from tests.support.key_player import bands, by_keys, by_switch
from tests.support.story import LIBRARY, NEXT_DAY, Story

PAGES = ("when-we-are-done", "backpack", "coming-here", "inside-weather")
HOPES = FirstPicture("when-we-are-done", 1)


def with_pages(story: Story, *pages: str) -> Story:
    """Somebody who has done something in these activities and has come to the gate."""
    story.go_through(pages, 2)
    story.go(events.GATE)
    return story


def hanging(story: Story) -> list[FirstPicture]:
    """The first pictures that hang there now."""
    return [t.means for t in story.picture.things if isinstance(t, Stamp) and isinstance(t.means, FirstPicture)]


@pytest.fixture(scope="module")
def at_the_gate():
    """The journal of somebody at the gate."""
    with Story() as story:
        return with_pages(story, *PAGES).session.journal.path.read_bytes()


@pytest.fixture
def story(at_the_gate):
    with Story() as story:
        yield story.resume(at_the_gate)


def test_each_page_that_was_done_hangs_there_once_in_the_order_of_the_road(story):
    assert hanging(story) == [FirstPicture(name, 1) for name in PAGES]


@pytest.mark.parametrize(("planned", "hangs"), [(0, False), (5, False), (4, True), (2, True), (1, True)])
def test_before_the_door_they_hang_on_the_last_visits_by_the_plan_and_open_there_too(story, planned, hangs):
    """This is the first visit, and one was missed: with four planned, two are left after it."""
    story.tap(screens.TRAIL)
    story.plan(Plan(planned=planned, missed=(2,) if planned > 1 else ()))
    story.lead_to(Door())
    assert hanging(story) == []
    story.tap(Door())
    assert story.visit.place == events.HOME and hanging(story) == [FirstPicture(name, 1) for name in PAGES] * hangs
    if hangs:
        before = story.picture
        story.tap(HOPES)
        assert story.session.film.id == HOPES
        story.tap(screens.ONWARD)
        assert story.picture == before and story.visit.place == events.HOME
        story.tap(screens.ONWARD)
        assert story.visit.place == events.CLOSED and hanging(story) == []


def test_where_nobody_knows_how_many_visits_come_they_hang_once_the_pages_are_divided_on_the_trail(at_the_gate):
    with Story() as story:
        story.resume(at_the_gate)
        story.session.end()
        story.begin(NEXT_DAY)
        whole = story.visit.begun.stops
        for stops, hangs in ((whole, True), (tuple(s for s in whole if s.activity != "what-goes-home"), False)):
            story.session.prepare(events.Prepared(stops, Plan(), ""))
            story.go(events.TRAIL)
            story.lead_to(Door())
            story.tap(Door())
            assert hanging(story) == [FirstPicture(name, 1) for name in PAGES] * hangs


def test_a_page_of_a_visit_in_the_quiet_look_is_seen_so_again():
    with Story(quiet=True) as story:
        with_pages(story, "when-we-are-done")
        assert "two-banks-quiet" in str(find(story.picture, HOPES).art)
        story.tap(HOPES)
        assert {backdrop_of(moment).scene for moment in story.session.film.pictures} == {"two-banks-quiet"}


@bands
def test_as_many_hang_there_as_the_band_shows_and_the_basket_brings_all_others(band, at_the_gate):
    with Story(band) as story:
        with_pages(story, *PAGES, "our-last-day", "goodbye-jars", "try-a-tool", "lanterns", "choose-a-keepsake")
        first, seen = hanging(story), set()
        for _ in range(9):
            assert len(hanging(story)) <= AT_ONCE[band]
            seen.update(hanging(story))
            story.tap(MORE)
        assert len(seen) == 9 and set(first) < seen


def test_what_is_sensitive_hangs_there_only_where_it_was_opened_for_this_visit():
    with Story() as story:
        with_pages(story, "near-and-far", "backpack")
        sensitive = FirstPicture("near-and-far", 1)
        assert sensitive in hanging(story)
        begun = story.visit.begun
        open_today = tuple(stop for stop in begun.stops if stop.activity != "near-and-far")
        story.session.prepare(events.Prepared(open_today, begun.plan, begun.envelope))
        assert hanging(story) == [FirstPicture("backpack", 1)]


def test_a_page_of_an_earlier_visit_hangs_there_as_it_was_then(at_the_gate):
    with Story() as story:
        story.resume(at_the_gate)
        before = find(story.picture, HOPES)
        story.session.end()
        story.begin(NEXT_DAY)
        story.go("when-we-are-done")
        story.choose(4)
        story.go(events.GATE)
        assert find(story.picture, HOPES) == before


def test_a_touch_shows_the_film_and_a_touch_anywhere_ends_it_where_one_was(story):
    before, events_before = story.picture, story.session.journal.path.read_bytes()
    story.tap(HOPES)
    film = story.session.film
    assert film.id == HOPES and backdrop_of(story.picture) == backdrop_of(film.pictures[0])
    for number in range(len(film.moments)):
        story.session.watch(number * film.pace + 0.01)
        assert story.picture == film.pictures[number] + screens.controls()
    story.tap(screens.ONWARD)
    assert story.session.film is None and story.picture == before and story.visit.place == events.GATE
    assert story.session.journal.path.read_bytes() == events_before, "nothing of it is ever written"


def test_whatever_the_grown_up_does_meanwhile_ends_it(story):
    story.tap(HOPES)
    story.session.end()
    assert story.session.film is None and story.visit.place == events.CLOSED


@pytest.mark.parametrize("interval", [by_keys, by_switch])
def test_keys_and_one_switch_open_and_end_it(story, interval):
    child, before = key_player.Child(story, interval), story.session.journal.path.read_bytes()
    child.tap(HOPES)
    assert story.session.film.id == HOPES
    (only,) = child.goals()
    child.tap(only)
    assert story.session.film is None and hanging(story)
    assert story.session.journal.path.read_bytes() == before


# In the room


def test_it_begins_when_it_is_on_the_glass_and_is_over_in_six_seconds(story, monkeypatch):
    child = Child(story)
    scene = child.frame.scene
    with monkeypatch.context() as slow:
        slow.setattr(child.glass, "ready", lambda scene_asked, sprites: scene_asked == scene)
        child.tap_on(find(story.picture, HOPES))
        child.wait(3)
        film = story.session.film
        assert child.frame.scene == scene and story.picture == film.pictures[0] + screens.controls()
    child.wait(CALM / 2)
    assert child.frame.scene == backdrop_of(film.pictures[0]).scene
    assert story.picture == film.pictures[0] + screens.controls()
    child.wait(LONGEST)
    assert child.room.shown == story.picture == film.pictures[-1] + screens.controls()
    child.tap(640, 400)
    child.wait(0.1)
    assert child.frame.scene == scene and story.session.film is None


def test_a_touch_that_ends_it_wakes_nothing_in_the_land(story):
    child = Child(story)
    child.tap_on(find(story.picture, HOPES))
    child.room.news()
    child.tap(640, 120)
    assert child.room.news() == ()


def test_where_nothing_moves_the_pictures_step(story):
    story.tap(HOPES)
    film = story.session.film
    still = DisplayList(Child(story).glass, LIBRARY.puppet, still=True)
    assert still.show(film.pictures[0], 0)
    still.frame(0)
    assert still.show(film.pictures[-1], 1)
    at_once = {d.id: d for d in still.frame(1, loops=False).things}
    laid = [t for t in film.pictures[-1].things if isinstance(t, Stamp) and t.id and t.id != COMPANION_ID]
    assert laid and all((at_once[t.id].x, at_once[t.id].y) == (t.x, t.y) for t in laid)
