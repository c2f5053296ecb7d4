"""In the quiet look nobody has a face: not who is chosen, who parts, who feels, nor who plays a little story."""

import pytest

from game.core import events
from game.core.activity import BLANK
from game.core.companion import COMPANION_ID, companion_on
from game.core.ids import Option
from game.core.partings import parted
from game.core.puppet import AWAY, QUIET
from game.core.sprite import PuppetSprite, Sprite
from game.core.story import BESIDE_IT, LONGEST, PAPER
from game.mechanics.draw import ERASER
from game.play import screens
from game.play.record import companion_of
from game.play.story_view import HELD
from tests.support.child import Child
from tests.support.quiet_visit import stamps, whole_visit
from tests.support.story import LIBRARY, Story

FEELINGS = {name for both in LIBRARY.feelings() for name in both}


def test_no_feeling_has_a_face():
    shown = {stamp.art for picture in whole_visit(True)[1] for stamp in stamps(picture)}
    assert not shown & FEELINGS and {f"{name}{QUIET}" for name in ("happy", "sad", "angry")} <= shown
    assert {f"{name}{QUIET}" for name in (*FEELINGS, "dont-know")} <= {f"{name}{QUIET}" for name in LIBRARY.quiet()}
    assert all(LIBRARY.read(f"{name}{QUIET}") for name in LIBRARY.quiet())


def test_nobody_has_a_face():
    """All are seen from behind, a baby in a sling; a dog looks away."""
    others = {"cat", "house", "nobody", "therapist-chair"}
    shown = {str(stamp.art) for picture in whole_visit(True)[1] for stamp in stamps(picture)}
    people = {name for name in LIBRARY.names() if LIBRARY.family(name) == "people"} - others
    assert people <= LIBRARY.quiet() and not shown & people
    assert {"woman-curls" + QUIET, "toddler" + QUIET} <= shown
    assert {f"{sign}-sign" for sign in ("for-me", "maybe", "not-for-me", "keep-to-me", "show")} <= LIBRARY.quiet()


@pytest.mark.parametrize(
    ("activity", "number", "usual"),
    [
        ("near-and-far", 0, {PAPER, *BESIDE_IT}),
        ("our-last-day", 2, {"big-hedgehog"}),
        ("goodbye-jars", 0, {"goodbye-at-gate"}),
    ],
)
def test_whom_it_has_with_it_and_thinks_of_in_a_little_story_looks_away_too(activity, number, usual):
    with Story(quiet=True) as story:
        story.walk_to(activity, number)
        child = Child(story)
        child.wait(LONGEST)
    sprites = [drawn.sprite for frame in child.glass.frames for drawn in frame.things]
    shown = {sprite.art for sprite in sprites if isinstance(sprite, Sprite) and isinstance(sprite.art, str)}
    assert {f"{name}{QUIET}" for name in usual} <= shown and not shown & LIBRARY.quiet()


def test_in_a_little_story_it_never_turns_round_and_what_it_carries_is_seen_at_its_side():
    with Story(quiet=True) as story:
        story.go("our-last-day")
        child = Child(story)
        child.wait(LONGEST)
    seen = [{drawn.id: drawn for drawn in frame.things} for frame in child.glass.frames]
    bodies = [things[COMPANION_ID] for things in seen if COMPANION_ID in things]
    assert all("head" in body.sprite.posed.behind for body in bodies if isinstance(body.sprite, PuppetSprite))
    held = [(things[HELD], things[COMPANION_ID]) for things in seen if HELD in things and COMPANION_ID in things]
    assert held and all(thing.x > body.x + 0.2 * body.width for thing, body in held)


def test_beyond_the_gate_it_looks_away_too():
    with Story(quiet=True) as story:
        story.go(events.GATE)
        story.tap(screens.ONWARD)
        assert story.visit.place == events.CLOSED
        assert companion_on(story.picture).art == companion_of(story.session.record) + AWAY


def test_who_comes_along_looks_where_the_child_looks_and_no_heart_is_on_the_chest():
    for activity, number, usual in (("coming-here", 0, "big-badger"), ("when-we-are-done", 0, "chest-front")):
        for quiet in (False, True):
            with Story(quiet=quiet) as story:
                story.walk_to(activity, number)
                shown = {stamp.art for stamp in stamps(story.picture)}
                assert ((usual + QUIET) in shown, usual in shown) == (quiet, not quiet)


def test_no_animal_that_can_be_chosen_shows_its_face_and_one_that_was_chosen_is_called_as_ever():
    with Story(quiet=True) as story:
        story.go(events.TRAVELLER)
        animals = {stamp.art for stamp in story.options()}
        assert animals and all(art.endswith(AWAY) for art in animals)
        chosen = next(stamp for stamp in story.options() if stamp.art.endswith(AWAY))
        story.tap(chosen)
        assert companion_of(story.session.record) == chosen.art.removesuffix(AWAY) == chosen.means.name


def test_two_that_part_have_no_faces_and_who_draws_has_pens():
    with Story(quiet=True) as story:
        story.walk_to("our-last-day", 2)
        assert {f"{way}{QUIET}" for way in ("waving", "bow")} & {stamp.art for stamp in stamps(story.picture)}
        assert not [stamp for stamp in stamps(story.picture) if parted(str(stamp.art))]
        story.go("inside-weather")
        story.tap(Option(BLANK))
        crayons = [str(stamp.art) for stamp in stamps(story.picture) if "crayon" in str(stamp.art)]
        assert {art for art in crayons if not art.endswith(QUIET)} <= {ERASER}
