"""A story that has the companion stand among what its step offers shows the child an answer: it is refused."""

from pathlib import Path

import pytest

from game.authoring.activity_reader import read_text
from game.authoring.mistake import Source
from game.authoring.values.context import Context
from game.core.activity import Activity
from tests.support.mistakes import LIBRARY, told
from tests.support.own_scenes import make_scene, said_by_check
from tests.support.story import ACTIVITIES

HEAD = "title: In hospital\npurpose: Who helps?\ncover: kite\nscene: garden\nsteps:\n"
ROAD = """\
places:
  - place: at-home
    at: 8 38 22 31
  - place: hospital
    at: 39 38 22 29
  - place: bed
    at: 70 38 22 29
"""
CHOOSE = "  - choose: who\n    pictures: [nobody, parents, doctor, pet]\n"
USE = "  - use: tools\n    pictures: [ball, drum, candle, kite]\n"
DECORATE = f"{CHOOSE}  - decorate: who\n    with: [star, heart, leaf, shell, moon]\n"
PLACE = "  - place: who\n    pictures: [nobody, parents, doctor, pet]\n    onto: [hospital, bed]\n"
EARLIER = f"{PLACE}  - choose: again\n    from: who\n"
LEADS = (
    "leads to where the pictures of this step lie: the companion would stand among them, and show the child an answer."
)
OUT = (
    "Leave this line out: it plays where it waits. A story that leads there can be a page of its own before this step, "
    "'- watch: NAME' with 'story' below it."
)
BEFORE = (
    "With 'stay: there' the companion stays before pictures of this step, and shows the child an answer. Leave this "
    "line out: it goes back to where it waits."
)
AT_BED = f"'walk: bed' {LEADS} Let it walk to 'at-home', where none lies, or leave this line out."
NO_PLACE = f"'walk: bed' {LEADS} {OUT}"
STORIES = {
    "among what is chosen from": (CHOOSE, "[pose: hiding, walk: bed, pose: resting, stay: there]", ["8:27", AT_BED]),
    "among what is tried": (USE, "[walk: bed]", ["8:13", AT_BED]),
    "among what was chosen earlier": (EARLIER, "[walk: bed]", ["11:13", NO_PLACE]),
    "before what is laid": (PLACE, "[pose: hiding, stay: there]", ["9:27", BEFORE]),
    "to a place where nothing lies": (CHOOSE, "[walk: at-home, pose: resting, stay: there]", []),
    "to a place of the scene, and home": (PLACE, "[walk: bed, walk: home, look: child]", []),
    "before stickers": (DECORATE, "[pose: hiding, stay: there]", ["10:27", BEFORE]),
    "where nothing is chosen": ("  - watch: way\n", "[walk: bed, pose: resting, stay: there]", []),
}


@pytest.mark.parametrize(("steps", "story", "said"), STORIES.values(), ids=STORIES)
def test_a_story_among_the_pictures_of_its_step_is_refused_in_its_line(tmp_path, steps, story, said):
    make_scene(tmp_path, text=ROAD)
    (tmp_path / "hospital.yaml").write_text(f"{HEAD}{steps}    story: {story}\n")
    lines = said_by_check(tmp_path / "hospital.yaml").splitlines()
    found = [line.partition("hospital.yaml:")[2] for line in lines if "hospital.yaml:" in line]
    assert found == ([": ".join(said)] if said else [" good"])


def test_in_a_scene_of_ours_it_is_refused_as_well():
    text = (
        (ACTIVITIES / "coming-here.yaml")
        .read_text("utf-8")
        .replace("[feel: scared, feel", "[walk: bench, feel: scared, feel")
    )
    path = Path("coming-here.yaml")
    mistakes = read_text(text, Context(Source(path, text), LIBRARY, "coming-here"))
    assert told(mistakes) == [f"17:13: {NO_PLACE.replace('bed', 'bench')}"]


CANDLE = """\
  - light: candle
    scene: evening-place
    pictures: [candle]
    along: [middle]
    story: [walk: {}, pose: sitting{}]
"""


@pytest.mark.parametrize(
    ("to", "stays", "hides"), [("middle", True, True), ("middle", False, False), ("home", True, False)]
)
def test_it_may_walk_to_what_stands_along_a_way_and_not_stay_before_it(to, stays, hides):
    """A companion that was to sit quietly by a candle stood before it until a touch came."""
    text = HEAD.replace("garden", "evening-place") + CANDLE.format(to, ", stay: there" if stays else "")
    found = read_text(text, Context(Source(Path("our-road.yaml"), text), LIBRARY, "our-road"))
    said = "" if isinstance(found, Activity) else str(found[0].sentence)
    assert ("the companion stays before what stands at a spot of this step" in said) is hides
