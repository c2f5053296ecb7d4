"""Wherever an activity of one's own has its step, the companion is seen: what lies there hides no more than a hem."""

import pytest

from game.core.companion import companion_on
from game.core.picture import Picture, Stamp, TouchArea, box
from game.play import screens
from tests.support.story import LIBRARY, Story, read_activities

STEPS = {
    "choose": "  - choose: it\n    scene: {0}\n    pictures: [kite, boat, star, shell]\n",
    "draw": "  - draw: it\n    scene: {0}\n",
    "breathe": "  - breathe: it\n    scene: {0}\n    picture: dandelion\n",
    "rub": "  - choose: it\n    pictures: [kite, boat]\n  - rub: it\n    scene: {0}\n",
    "reveal": "  - choose: it\n    pictures: [kite, boat]\n  - reveal: it\n    scene: {0}\n",
}


@pytest.mark.parametrize("does", STEPS)
def test_the_companion_is_seen_in_every_scene(tmp_path, does):
    scenes = [scene for scene in LIBRARY.scenes() if does != "choose" or not is_drawn_for_choosing(scene)]
    files = {scene: STEPS[does].format(scene) for scene in scenes}
    with Story("big", loaded=read_activities(tmp_path, **files)) as story:
        for scene in scenes:
            story.walk_to(scene, len(story.loaded.activities[scene].steps) - 1)
            assert hidden(story.picture) < 0.3, f"{does} in {scene}"
            story.tap(screens.TRAIL)


def is_drawn_for_choosing(scene: str) -> bool:
    """Where its drawing says where everything lies, the golden pictures show it."""
    layout = LIBRARY.layout(scene)
    return bool(layout.options and layout.receiver)


def hidden(picture: Picture) -> float:
    """How much of the companion's figure the thing before it that lies over most of it hides, 0 to 1."""
    it = companion_on(picture)
    if it is None:  # where the scene has it somewhere in itself
        return 0
    before = [t for t in picture.things[picture.things.index(it) + 1 :] if isinstance(t, Stamp | TouchArea)]
    return max((common(thing, it) for thing in before), default=0)


def common(thing: Stamp | TouchArea, it: Stamp) -> float:
    """The share of the companion's figure, some six tenths of its picture's width, on which this box lies."""
    wide, high = box(thing)
    figure = 0.6 * it.width, 0.84 * it.width
    across = min(thing.x + wide / 2, it.x + figure[0] / 2) - max(thing.x - wide / 2, it.x - figure[0] / 2)
    down = min(thing.y + high / 2, it.y + figure[1] / 2) - max(thing.y - high / 2, it.y - figure[1] / 2)
    return max(0, across) * max(0, down) / (figure[0] * figure[1])
