"""In a place of a therapist's own what is laid is as large as anywhere, lies inside, and stands on its ground."""

from itertools import cycle, islice
from pathlib import Path

import pytest

from game.art.library import Library
from game.core.ids import Option, Place, Sign
from game.core.picture import Spot, Stamp
from tests.support.own_scenes import make_scene
from tests.support.story import Story, read_activities

YARD = """\
places:
  - place: one
    at: 6 24 28 42
    sign: house
  - place: other
    at: 66 24 28 42
    sign: tent
    {}
"""
WALK = "  - walk: whereto\n    scene: yard\n    along: [one, other]\n"
FROM = "  - choose: thing\n    pictures: [kite, boat]\n" + WALK + "    from: thing\n"
PLACE = "  - place: whose\n    scene: yard\n    pictures: [bed, pet, school, tent]\n    onto: [one, other]\n"
NAMES, MANY = ("bed", "pet", "school", "tent"), 6


def yard(folder: Path, things: str, more: str = "", steps: str = PLACE) -> Story:
    """A step in a scene with two places; what the other one says of things, and what the step says besides."""
    make_scene(folder, "yard", YARD.format(things))
    library = Library(folder / "pictures", folder / "safe")
    return Story(loaded=read_activities(folder, library, whose=steps + more), library=library)


def lay(story: Story, many: int) -> tuple[list[Stamp], Spot]:
    """So many pictures, all onto the other place: what lies there then, and the place."""
    story.go("whose")
    for name in islice(cycle(NAMES), many):
        story.carry(Option(name), spot(story))
    laid = [thing for thing in story.picture.things if isinstance(thing, Stamp) and isinstance(thing.means, Option)]
    where = spot(story)
    return [
        thing
        for thing in laid
        if abs(thing.x - where.x) < where.width / 2 and abs(thing.y - where.y) < where.height / 2
    ], where


def spot(story: Story) -> Spot:
    return next(spot for spot in story.spots() if spot.means.name == "other")


@pytest.mark.parametrize("things", ["", "things: stand", "things: float"])
def test_what_is_laid_again_and_again_is_as_large_as_what_is_laid_once_and_all_of_it_lies_inside(things, tmp_path):
    with yard(tmp_path / "once", things) as story:
        ((once,), _) = lay(story, 1)
    with yard(tmp_path / "often", things, "    again: yes\n") as story:
        laid, where = lay(story, MANY)
    assert len({(stamp.x, stamp.y) for stamp in laid}) == MANY and {stamp.width for stamp in laid} == {once.width}
    for stamp in laid:
        assert abs(stamp.x - where.x) <= where.width / 2 - stamp.width / 2
        assert abs(stamp.y - where.y) <= where.height / 2 - stamp.width / 2


def test_what_stands_stands_on_the_ground_of_the_place(tmp_path):
    with yard(tmp_path, "things: stand") as story:
        laid, where = lay(story, 3)
    (foot,) = {stamp.y + stamp.width / 2 for stamp in laid}
    assert len(laid) == 3 and 10 <= where.y + where.height / 2 - foot <= 20


@pytest.mark.parametrize("steps", [WALK, FROM], ids=["alone", "from one thing"])
def test_on_a_walk_each_place_has_its_sign_and_is_gone_to_though_no_picture_stands_there(steps, tmp_path):
    with yard(tmp_path, "", "", steps) as story:
        story.walk_to("whose", steps.count("- ") - 1)
        signs = {t.id: t.art for t in story.picture.things if isinstance(t, Stamp) and isinstance(t.id, Sign)}
        assert signs == {Sign("one"): "house", Sign("other"): "tent"}
        story.tap(Place("other"))
        assert story.here.state.at == "other"
