"""Mistakes in own scenes: in a scene's file, in the files of its folder, and in activities that use it."""

from pathlib import Path

import pytest

from game.art.library import Library
from game.authoring.own_scenes import read_scenes
from tests.support.own_scenes import DAY, GARDEN, day_in_the_garden, make_scene, paint_scene, said_by_check


@pytest.fixture
def folder(tmp_path) -> Path:
    """Activities with a good scene."""
    return day_in_the_garden(tmp_path)


PLACE = "places:\n  - place: swing\n    at: {}\n"


HOW = "four numbers in per cent of the picture: from the left, from the top, how wide, how high; such as 10 40 25 30"


WRONG = {
    "nothing": ("", "1:1: This file is empty. A scene's places begin with 'places:'."),
    "a place without where": ("places:\n  - place: swing\n", "2:5: A place needs 'at', which is missing here."),
    "a name alone": (
        "places: [swing]\n",
        "1:10: A place has a name and where it is, such as '- place: swing' with 'at: 10 40 25 30' below it; "
        "this is 'swing'.",
    ),
    "three numbers": (PLACE.format("10 20 25"), f"3:9: 'at' needs {HOW}. '10 20 25' is not understood."),
    "words": (PLACE.format("left"), f"3:9: 'at' needs {HOW}. 'left' is not understood."),
    "beyond the picture": (
        PLACE.format("80 20 30 30"),
        "3:9: 'swing' reaches out of the picture: it goes from 80 to 110 per cent from the left.",
    ),
    "pixels": (
        PLACE.format("120 300 400 200"),
        "3:9: 'swing' reaches out of the picture: it goes from 120 to 520 per cent from the left. "
        "'swing' reaches out of the picture: it goes from 300 to 500 per cent from the top. "
        "These look like pixels; per cent of the picture go from 0 to 100.",
    ),
    "a name as a key": (
        "places:\n  - swing: 10 20 30 30\n",
        "2:5: Write '- place: swing', and its numbers below it after 'at:'.",
    ),
    "a slip in the key before the numbers": (
        "places:\n  - place: swing\n    att: 10 20 30 30\n",
        "3:5: A place has no key 'att'. Did you mean 'at'?",
    ),
    "too small": (
        PLACE.format("10 20 5 5"),
        "3:9: 'swing' is too small for a child's finger. In this picture a place is at least 10 per cent wide and "
        "15 high.",
    ),
    "under the controls": (
        PLACE.format("10 60 30 30"),
        "3:9: 'swing' reaches down to where pictures lie ready and the controls are. In this picture a place ends at "
        "71 per cent from the top, or above; this one ends at 90.",
    ),
    "over another": (
        PLACE.format("10 20 30 30") + "  - place: pond\n    at: 30 30 30 30\n",
        "5:9: 'pond' lies over 'swing'. Move one of them, or make it smaller.",
    ),
    "a name twice": (
        PLACE.format("10 20 20 30") + "  - place: swing\n    at: 40 20 20 30\n",
        "4:12: There are two places called 'swing'. Rename one of them.",
    ),
    "a name that is none": (
        "places:\n  - place: The Swing\n    at: 10 20 20 30\n",
        "2:12: 'The Swing' cannot be a name: it has small letters from a to z, with '-' between words. "
        "Write 'the-swing'.",
    ),
    "a word of stories": (
        "places:\n  - place: home\n    at: 10 20 20 30\n",
        "2:12: In little stories 'home' means something else. Choose another name for this place.",
    ),
    "things that fly": (
        PLACE.format("10 20 20 30") + "    things: fly\n",
        "4:13: Things cannot 'fly' in a place. They can lie, stand, float or hang, or 'wrap': each in paper.",
    ),
    "a sign that is not there": (
        PLACE.format("10 20 20 30") + "    sign: baer\n",
        "4:11: There is no picture called 'baer'. Did you mean 'bear'? "
        "If not, put a picture of this name into activities/pictures, or see all: python main.py pictures.",
    ),
    "a key of another kind": (
        PLACE.format("10 20 20 30") + "    colour: red\n",
        "4:5: A place has no key 'colour'. It can have 'place', 'at', 'label', 'sign' and 'things'.",
    ),
    "a sign, and no room below it": (
        PLACE.format("10 20 20 18") + "    sign: star\n",
        "3:9: 'swing' has too little room below its sign. It needs to be at least 20 per cent high there, or 'sign' "
        "left out.",
    ),
    "a sign at the upper edge": (
        PLACE.format("10 0 20 29") + "    sign: star\n",
        "3:9: 'swing' has too little room below its sign. It needs to be at least 31 per cent high there, or 'sign' "
        "left out.",
    ),
    "in the air": (
        PLACE.format("10 20 20 30") + "ground: 5\n",
        "4:9: 'ground' says how many per cent of the picture lie above the companion's feet, from 38 to 90; "
        "'5' is none of these.",
    ),
    "behind the companion": (
        PLACE.format("20 30 30 30") + "ground: 60\n",
        "3:9: The companion stands before 'swing'. Write 'ground: 77', or move the place.",
    ),
}


@pytest.mark.parametrize("text, sentence", WRONG.values(), ids=WRONG)
def test_each_mistake_is_told_where_it_is(tmp_path, text, sentence):
    make_scene(tmp_path, text=text)
    path = tmp_path / "scenes/garden.yaml"
    found = read_scenes(tmp_path / "scenes", Library())
    assert [str(m).partition("\n")[0] for m in found.mistakes[path]] == [f"{path.as_posix()}:{sentence}"]
    assert found.scenes == {}


def broken_photo(scenes: Path) -> None:
    (scenes / "garden.png").write_bytes(b"no picture")


def no_photo(scenes: Path) -> None:
    (scenes / "garden.png").unlink()


def two_photos(scenes: Path) -> None:
    paint_scene(scenes / "garden.jpg")


def no_places_and_broken(scenes: Path) -> None:
    broken_photo(scenes)
    (scenes / "garden.yaml").unlink()


def no_places_and_two_photos(scenes: Path) -> None:
    two_photos(scenes)
    (scenes / "garden.yaml").unlink()


def of_ours(scenes: Path) -> None:
    for ending in ("png", "yaml"):
        (scenes / f"garden.{ending}").rename(scenes / f"riverbank.{ending}")


def as_ours_in_the_quiet_look(scenes: Path) -> None:
    (scenes / "garden.png").rename(scenes / "workbench-quiet.png")


def of_ours_without_places(scenes: Path) -> None:
    (scenes / "garden.png").rename(scenes / "riverbank.png")


def other_ending(scenes: Path) -> None:
    (scenes / "garden.yaml").rename(scenes / "garden.yml")


def other_picture(scenes: Path) -> None:
    (scenes / "garden.png").rename(scenes / "garden.heic")


@pytest.mark.parametrize(
    "harm, file, sentence",
    [
        (
            broken_photo,
            "garden.yaml",
            "'garden.png' is broken, or no PNG or JPG. Open it in a picture program and save it anew.",
        ),
        (no_photo, "garden.yaml", "There is no picture 'garden.jpg', 'garden.png' or 'garden.svg' beside this file."),
        (
            two_photos,
            "garden.yaml",
            "There are several pictures of this scene: 'garden.jpg' and 'garden.png'. Rename all but one.",
        ),
        (
            no_places_and_broken,
            "garden.png",
            "'garden.png' is broken, or no PNG or JPG. Open it in a picture program and save it anew.",
        ),
        (
            no_places_and_two_photos,
            "garden.jpg",
            "There are several pictures of this scene: 'garden.jpg' and 'garden.png'. Rename all but one.",
        ),
        (
            of_ours,
            "riverbank.yaml",
            "'riverbank' is a scene of ours, and ours is shown. Rename this file and its picture, such as "
            "'my-riverbank'.",
        ),
        (
            of_ours_without_places,
            "riverbank.png",
            "'riverbank' is a scene of ours, and ours is shown. Rename this picture, such as 'my-riverbank.png'.",
        ),
        (
            as_ours_in_the_quiet_look,
            "workbench-quiet.png",
            "'workbench-quiet' is a scene of ours, and ours is shown. Rename this picture, such as "
            "'my-workbench-quiet.png'.",
        ),
        (other_ending, "garden.yml", "The file with a scene's places ends in '.yaml'. Rename it to 'garden.yaml'."),
        (
            other_picture,
            "garden.heic",
            "A picture is a PNG, JPG or SVG. Open it in a picture program and save it anew as one of them.",
        ),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_check_tells_what_is_wrong_with_the_files_themselves(folder, harm, file, sentence):
    harm(folder / "scenes")
    path = (folder / "scenes" / file).as_posix()
    assert f"{path}:1:1: {sentence.format(path)}\n" in said_by_check(folder)


def test_an_activity_points_to_the_mistakes_of_its_scene_which_stand_once_below_it(folder):
    """They stood in one endless line of the activity, and with the whole folder once more at the scene."""
    (folder / "scenes/garden.yaml").write_text(GARDEN.replace("stand", "fly") + "ground: low\n")
    here = f"{folder.name}/scenes/garden.yaml"
    for checked, of in ((folder, 2), (folder / "garden-day.yaml", 2)):
        lines = [line for line in said_by_check(checked).splitlines() if not line.startswith("  ")]
        assert [line.partition(".yaml:")[2] for line in lines[:-1]] == [
            f"4:8: Your scene 'garden' has 2 mistakes of its own: see {here}.",
            "5:13: Things cannot 'fly' in a place. They can lie, stand, float or hang, or 'wrap': each in paper.",
            "10:9: 'ground' says how many per cent of the picture lie above the companion's feet, from 38 to 90; "
            "'low' is none of these.",
        ]
        assert lines[-1] == f"2 mistakes in 1 of {of} files."
    broken_photo(folder / "scenes")
    (folder / "scenes/garden.yaml").write_text(GARDEN)
    told = said_by_check(folder / "garden-day.yaml")
    assert f"Your scene 'garden' has a mistake of its own: see {here}.\n" in told
    assert told.count("'garden.png' is broken,") == 1


def test_of_a_good_scene_and_of_one_that_is_not_used_nothing_is_told_with_one_activity(folder):
    make_scene(folder, "zoo", "places: low\n")
    (folder / "garden-day.yaml").write_text(DAY.replace("kite", "haus"))
    assert "scenes/" not in said_by_check(folder / "garden-day.yaml")


def test_who_names_a_scene_or_a_spot_that_is_not_there_sees_all_with_their_spots(folder):
    day = folder / "garden-day.yaml"
    day.write_text(DAY.replace("scene: garden", "scene: zoo"))
    said = said_by_check(day)
    assert "There is no scene called 'zoo'. There are, with their spots: " in said
    assert "two-banks (different, keep, far-gate)" in said and "garden (swing, pond); and without: " in said
    day.write_text(DAY.replace("[swing,", "[slide,"))
    assert "The scene 'garden' has no spot called 'slide'. There are 'swing' and 'pond'." in said_by_check(day)
    day.write_text(DAY.replace("[swing,", "[swimg,"))
    assert "Did you mean 'swing'? There are 'swing' and 'pond'." in said_by_check(day)
    day.write_text(DAY.replace("scene: garden", "scene: river-rock"))
    assert "It has no spots at all. These have: " in said_by_check(day)


@pytest.mark.parametrize(
    ("torn", "known"),
    [
        (GARDEN.replace("stand", "fly"), True),
        (GARDEN.replace("place: swing\n    at: ", "place: swing\n    at: 200 "), True),
        (GARDEN.replace("place: swing", "place: Our swing"), False),
        (GARDEN.replace("- place: swing", "- swing"), False),
    ],
    ids=["a place that can do nothing", "a place that is nowhere", "a place without a good name", "no place at all"],
)
def test_spots_are_looked_at_though_the_scene_has_a_mistake_as_far_as_its_places_can_be_read(folder, torn, known):
    assert torn != GARDEN
    (folder / "scenes/garden.yaml").write_text(torn)
    path = folder / "garden-day.yaml"
    path.write_text(DAY.replace("[swing", "[swings").replace("walk: swing", "walk: swin"), "utf-8")
    out = said_by_check(path)
    told = [line.partition("garden-day.yaml:")[2].split(":")[0] for line in out.splitlines() if "day.yaml:" in line]
    assert told == (["4", "8", "10"] if known else ["4"]), out
    assert ("has no spot called 'swings'. Did you mean 'swing'?" in out) is known


@pytest.mark.parametrize("beat", ["think", "look", "walk"])
def test_the_sign_of_a_place_in_a_story_leads_to_its_place(folder, beat):
    """All 34 words that can stand there were told instead."""
    (folder / "garden-day.yaml").write_text(DAY.replace("look: pond", f"{beat}: shell"))
    make_scene(folder, text=GARDEN.replace("sign: star", "sign: shell"))
    lines = said_by_check(folder / "garden-day.yaml").splitlines()
    assert lines[0].endswith(f"Write '{beat}: pond': 'shell' is the sign of that place.")
