"""Places of a therapist's own scenes: where they can lie in a picture of any shape, and what lies in them."""

from pathlib import Path

import pytest

from game.art.library import Library
from game.authoring.mistake import Mistake
from game.authoring.own_scenes import read_scenes
from game.core.own_scene import LEAST_PLACE, LOWEST_PLACE
from game.core.seating import cells
from game.core.spots import spot_signs
from game.mechanics.place import SIZE
from tests.paths import PROJECT
from tests.support.own_scenes import make_scene, paint_scene

PLACE = "places:\n  - place: swing\n    at: {}\n"
UNTIL = "\n  ```"  # the end of an example in the README


def told(folder: Path) -> tuple[Mistake, ...]:
    """What is wrong with the folder's one scene."""
    (said,) = read_scenes(folder / "scenes", Library()).mistakes.values()
    return said


def test_all_that_is_wrong_with_a_place_is_told_at_once(tmp_path):
    """Who mends one mistake finds no other one behind it."""
    beside = PLACE.format("0 65 8 30").replace("places:\n", "").replace("swing", "pond")
    make_scene(tmp_path, text=PLACE.format("5 70 20 16") + beside + "ground: 85\n")
    paint_scene(tmp_path / "scenes/garden.png", (64, 36))
    assert [(m.line, m.sentence.partition(".")[0]) for m in told(tmp_path)] == [
        (3, "'swing' reaches down to where pictures lie ready and the controls are"),
        (5, "'pond' reaches out of the screen"),
        (5, "'pond' is too small for a child's finger"),
        (5, "'pond' reaches down to where pictures lie ready and the controls are"),
        (5, "'pond' lies over 'swing'"),
    ]


@pytest.mark.parametrize("top", [0, 6, 20])
def test_what_is_laid_never_covers_a_places_sign(tmp_path, top):
    make_scene(tmp_path, text=PLACE.format(f"10 {top} 30 50") + "    sign: star\n")
    (spot,) = read_scenes(tmp_path / "scenes", Library()).scenes["garden"].spots
    (sign,) = spot_signs((spot,))
    assert sign.y - sign.height / 2 >= 0, "the screen's upper edge would cut it"
    for _, y in cells(spot, SIZE):
        assert y - SIZE / 2 >= sign.y + sign.height / 2


def test_the_ground_that_is_named_is_good(tmp_path):
    """As low as a place can lie the companion still finds room below it."""
    make_scene(tmp_path, text=PLACE.format("20 41 30 30") + "ground: 60\n")
    (said,) = told(tmp_path)
    lower = said.sentence.partition("'ground: ")[2].partition("'")[0]
    make_scene(tmp_path, text=PLACE.format("20 41 30 30") + f"ground: {lower}\n")
    assert told(tmp_path) == ()


def test_an_upright_photo_says_what_of_it_is_seen_and_a_wide_one_too(tmp_path):
    """A photo of four to three fills the screen, and a little of it above and below is not seen."""
    make_scene(tmp_path, text=PLACE.format("10 0 30 30"))
    paint_scene(tmp_path / "scenes/garden.png", (64, 48))
    (said,) = told(tmp_path)
    assert said.sentence == (
        "'swing' reaches out of the screen. In this picture there is room from 0 to 100 per cent from the left "
        "and from 9 to 67 from the top."
    )
    paint_scene(tmp_path / "scenes/garden.png", (40, 64))
    assert read_scenes(tmp_path / "scenes", Library()).scenes["garden"].spots[0].y > 0


@pytest.mark.parametrize("size", [(64, 40), (64, 48), (40, 64), (90, 40), (50, 50)])
def test_every_place_that_is_good_can_be_touched_and_lies_under_nothing(tmp_path, size):
    """Wherever they are in a picture of any shape."""
    make_scene(tmp_path)
    paint_scene(tmp_path / "scenes/garden.png", size)
    good = 0
    for left in range(0, 75, 15):
        for top in range(0, 75, 9):
            (tmp_path / "scenes/garden.yaml").write_text(PLACE.format(f"{left} {top} 30 40"))
            for scene in read_scenes(tmp_path / "scenes", Library()).scenes.values():
                good += 1
                x, y, wide, high = scene.spots[0].box
                assert x >= -1 and y >= -1 and x + wide <= 1281 and y + high <= LOWEST_PLACE + 1
                assert min(wide, high) >= LEAST_PLACE - 1
    assert good


@pytest.mark.parametrize("size", [(64, 36), (64, 40), (60, 40), (64, 48)], ids=str)
def test_the_places_that_the_readme_has_for_an_example_are_good_in_each_usual_photo(tmp_path, size):
    """They lie where it says that any photo has room, and so does the line for the companion's feet: whoever writes
    them down has no mistake to mend."""
    readme = (PROJECT / "README.md").read_text("utf-8")
    example = readme[readme.index("  places:\n") :].partition(UNTIL)[0]
    assert "`ground: 83`" in readme
    make_scene(tmp_path, text="".join(line[2:] for line in example.splitlines(keepends=True)) + "\nground: 83\n")
    paint_scene(tmp_path / "scenes/garden.png", size)
    assert told(tmp_path) == ()
    assert len(read_scenes(tmp_path / "scenes", Library()).scenes["garden"].spots) == 3


@pytest.mark.parametrize("size", [(64, 36), (64, 40), (60, 40), (64, 48), (50, 50), (36, 64)], ids=str)
@pytest.mark.parametrize("at", ["6 10 30 57", "64 10 30 57"])
def test_from_6_to_94_across_and_10_to_67_down_there_is_room_in_each_usual_photo_and_any_upright_one(
    tmp_path, size, at
):
    assert "6 to 94 per cent from the left and from 10 to 67 from the top" in (PROJECT / "README.md").read_text("utf-8")
    make_scene(tmp_path, text=PLACE.format(at))
    paint_scene(tmp_path / "scenes/garden.png", size)
    assert told(tmp_path) == ()
