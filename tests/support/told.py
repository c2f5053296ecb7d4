"""The little stories of our activities, each on the stage where it is told."""

from msgspec.structs import replace

from game.core.companion import companion_on
from game.core.picture import Picture
from game.core.scene import water_of
from game.core.story import Story as Beats
from game.core.story_stage import Stage, stage
from game.play.childs_companion import signs_in_company
from game.play.display_list import scene_of
from game.play.picture_source import road_in
from game.play.screen_story import spots_on, story_of
from tests.support.story import LIBRARY, SHELF, STEPS, Story

TOLD = tuple((name, number) for name, number in STEPS if SHELF.activities[name].steps[number].story)


def told(activity: str, number: int) -> tuple[Beats, Stage, Picture]:
    """The story of this step, its stage, and the screen on which a child finds it."""
    with Story().at(activity, number) as story:
        return told_here(story)


def told_here(story: Story) -> tuple[Beats, Stage, Picture]:
    """The same where the child is now."""
    spots, stamp = spots_on(story.picture, LIBRARY.spots), companion_on(story.picture)
    beats = story_of(story.visit, SHELF.activities, LIBRARY.spots, story.picture)
    assert stamp is not None and beats, "no story is told here"
    spots = signs_in_company(spots, story.session.record + story.visit, LIBRARY)
    scene = scene_of(story.picture)
    here = stage(stamp.x, stamp.y, stamp.width, spots, road_in(scene, LIBRARY))
    return beats, replace(here, water=water_of(LIBRARY.parts(scene))), story.picture
