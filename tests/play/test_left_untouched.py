"""What is opened again on a later visit and left untouched was not chosen on that day: no paper says so, what stands on
the trail stays, and all that later steps and papers take is what the earlier visit has left.
"""

from collections.abc import Iterator
from functools import cache

import pytest

from game.core import events
from game.core.companion import COMPANION_ID
from game.core.ids import StopPicture, TrailStop
from game.core.layout import TURN
from game.core.own_words import OwnWords
from game.core.picture import Stamp, pieces
from game.mechanics import traits
from game.paper import everything, summary, visit_words
from game.paper.chosen_words import chosen_pages
from game.paper.notes import note
from game.play import consent, screens
from game.play.record import Traveller, chosen, pair
from game.play.visit_pages import activity_pages, page_of
from tests.support.stays_here import GUESTS, at_home, carry, who
from tests.support.story import NAMES, NEXT_DAY, ONLY_SHOWN, SHELF, Story, read_activities

ANEW = {name for name in NAMES if SHELF.activities[name].anew}
STONE = "pick-a-worry-stone"
each_that_stays = pytest.mark.parametrize("name", [name for name in NAMES if name not in ONLY_SHOWN | ANEW])


@cache
def first_visit() -> bytes:
    """The journal of a visit on which everything was done."""
    with Story() as story:
        story.go_through(NAMES, 2)
        return story.session.journal.path.read_bytes()


@pytest.fixture
def later() -> Iterator[Story]:
    """The next visit."""
    with Story() as story:
        story.resume(first_visit())
        story.begin(NEXT_DAY)
        story.go(events.TRAIL)
        yield story


def look_into(story: Story, name: str) -> None:
    story.go(name)
    story.go(events.TRAIL)


def standing(story: Story, name: str) -> list[Stamp]:
    """What stands at this stop, with what it holds."""
    story.lead_to(TrailStop(name))
    stamps = [thing for thing in story.picture.things if isinstance(thing, Stamp)]
    return [stamp for stamp in stamps if stamp.id in (TrailStop(name), StopPicture(name))]


def steps_of(story: Story, name: str) -> tuple[events.StepSummary, ...]:
    page = page_of(story.visit, name)
    assert page is not None
    return page.steps


@each_that_stays
def test_nothing_of_it_is_told_as_chosen_on_that_day(later, name):
    look_into(later, name)
    for end in (lambda: None, later.session.end):
        end()
        visit = later.store.traveller(later.id).record.visits[-1]
        (page,) = activity_pages(visit)
        assert page.how == events.LOOKED_IN and not any(step.rows for step in page.steps)
        assert visit_words.looked_in(visit, str) == f"{page.title}: looked in."
        assert not chosen_pages(visit, str)
        assert "Nothing was chosen on this visit." in summary.lines(visit, str)
        assert not [line for line in everything.lines(visit, str) if line.strip().startswith(("chosen", "put back"))]


@each_that_stays
def test_what_stands_on_the_trail_and_what_goes_home_stay(later, name):
    record, before = later.session.record, standing(later, name)
    look_into(later, name)
    now = later.session.record
    assert standing(later, name) == before
    for one in {step.result for step in SHELF.activities[name].steps}:
        assert chosen(now, name, one) == chosen(record, name, one)
    assert pair(now) == pair(record)
    assert consent.answers_given(now) == consent.answers_given(record)
    assert consent.results(now) == consent.results(record)
    assert at_home(Traveller("one", now)) == at_home(Traveller("one", record))


@each_that_stays
def test_whoever_goes_through_it_and_touches_nothing_has_passed_it_by(later, name):
    later.go(name)
    while later.visit.place == events.STEP:
        later.tap(screens.ONWARD)
    shown = any(traits(step.mechanic).only_shows for step in SHELF.activities[name].steps)
    assert later.visit.how[name] == (events.DONE if shown else events.PASSED_BY)
    assert not any(step.rows for step in steps_of(later, name))


def with_pair(story: Story, animal: str, thing: str) -> None:
    story.go(events.TRAVELLER)
    for name in (animal, thing):
        if name:
            story.tap(name)
        story.tap(screens.ONWARD)


def test_the_pair_stands_on_the_trail_and_on_its_page_as_it_was():
    """The cart on the trail had the animal in the kite's place, and on the page it sat beside the cart, too."""
    with Story() as story:
        with_pair(story, "elephant", "leaf")
        before = standing(story, events.TRAVELLER)
        assert [one.art for one in before if isinstance(one.id, StopPicture)] == ["leaf"]
        story.begin(NEXT_DAY)
        story.go(events.TRAVELLER)
        stamps = [thing for thing in story.picture.things if isinstance(thing, Stamp)]
        assert [one.art for one in stamps if "elephant" in pieces(one.art)[0]] == ["elephant"]
        assert next(one.art for one in stamps if one.id == COMPANION_ID).startswith(events.NOBODY_YET)
        story.go(events.TRAIL)
        assert standing(story, events.TRAVELLER) == before


def test_of_a_pair_only_the_half_that_was_chosen_that_day_is_told():
    with Story() as story:
        with_pair(story, "elephant", "leaf")
        story.begin(NEXT_DAY)
        with_pair(story, "", "shell")
        assert "  Chose “Shell”." in summary.lines(story.visit, str)
        assert pair(story.session.record) == ("elephant", "shell")


def test_what_turns_to_other_pictures_chooses_none(tmp_path):
    many = "  - choose: thing\n    pictures: [fox, owl, cat, kite, star, leaf, moon, boat, shell]\n"
    with Story("little", loaded=read_activities(tmp_path, ours=many)) as story:
        story.go("ours")
        story.choose(1)
        story.begin(NEXT_DAY)
        story.go("ours")
        story.tap(TURN)
        story.go(events.TRAIL)
        assert not chosen_pages(story.visit, str)


def test_a_stone_keeps_its_stickers_when_it_is_only_looked_at(later):
    stone = chosen(later.session.record, STONE, "stone")
    assert len(pieces(stone[0].art)) > 1
    look_into(later, STONE)
    assert chosen(later.session.record, STONE, "stone") == stone


def test_stickers_of_before_lie_on_another_stone_too_and_the_record_has_them_as_the_child_sees_them(later):
    later.go(STONE)
    other = later.options()[-1]
    later.tap(other)
    later.tap(screens.ONWARD)
    (lies,) = later.rows[0].pictures
    assert lies.id == other.means.name and len(pieces(lies.art)) > 1
    later.go(events.TRAIL)
    assert chosen(later.session.record, STONE, "stone") == (lies,)


def test_where_it_was_opened_twice_on_a_day_what_was_touched_then_is_told():
    with Story() as story:
        with_pair(story, "elephant", "leaf")
        look_into(story, events.TRAVELLER)
        assert "  Chose “Elephant” and “Leaf”." in summary.lines(story.visit, str)


def test_it_lies_as_it_was_left_and_papers_say_so(later):
    look_into(later, "backpack")
    said = "\n".join(everything.lines(later.visit, str))
    assert "Backpack: looked in" in said and "    left as it was" in said and "nothing" not in said
    assert "\nLooked in: Backpack." in note(who(later), 0, "SOAP", OwnWords(), str)


def test_what_stays_here_by_a_file_that_was_changed_since_stays(tmp_path):
    """The therapist has said it between two visits, on the second of which nothing was touched."""
    before = GUESTS.format(home="page", more="").replace("    stays here: keep\n", "")
    with Story(loaded=read_activities(tmp_path, picnic=before)) as story:
        story.go("picnic")
        carry(story, "fox", "different")
        carry(story, "owl", "keep")
        assert "Owl" in at_home(who(story))
        story.loaded = read_activities(tmp_path, picnic=GUESTS.format(home="page", more=""))
        story.begin(NEXT_DAY)
        look_into(story, "picnic")
        said = at_home(who(story))
        assert "Owl" not in said and "Fox" in said
