"""A therapist's own scenes: what is good can be used like ours, and each mistake beside the exact sentence."""

from pathlib import Path

import pytest

from game.art.library import Library
from game.authoring.workbook_cache import cached_workbook
from game.authoring.workbook_reader import read_workbook
from game.core.picture import Backdrop
from game.play import screens
from tests.support.own_scenes import GARDEN, day_in_the_garden, make_scene, paint_scene, said_by_check
from tests.support.story import Story


@pytest.fixture
def folder(tmp_path) -> Path:
    """Activities with a good scene."""
    return day_in_the_garden(tmp_path)


def test_what_is_good_is_a_scene_with_spots_like_ours(folder):
    library = Library(folder / "pictures", folder / "safe")
    loaded = read_workbook(folder, library, library.broken)
    assert loaded.mistakes == () == loaded.stray
    assert "garden" in library.scenes()
    swing, pond = library.spots("garden")
    assert (swing.x, swing.y, swing.width, swing.height) == (288, 280, 320, 240)
    assert (swing.hold, pond.hold, pond.sign) == ("stand", "float", "star")
    step = loaded.activities["garden-day"].steps[0]
    assert [(spot.name, spot.label) for spot in step.spots()] == [("swing", "On the swing"), ("pond", "In the water")]


def test_what_is_kept_of_a_folder_has_its_scenes_until_one_changes(folder, tmp_path):
    records = tmp_path / "records"
    records.mkdir()

    def spots() -> list:
        library = Library(folder / "pictures")
        assert cached_workbook(folder, library, records).mistakes == ()
        return [(spot.x, spot.y) for spot in library.spots("garden")]

    first = spots()
    assert spots() == first and (records / "workbook.json").exists()
    make_scene(folder, text=GARDEN.replace("10 20", "12 20"))
    moved = spots()
    assert moved != first
    paint_scene(folder / "scenes/garden.png", (64, 44))
    assert spots() not in (first, moved)


@pytest.mark.parametrize("asked", ["scenes", "scenes/garden.yaml"])
def test_check_can_be_asked_about_scenes_alone(folder, asked):
    assert said_by_check(folder / asked) == f"{(folder / 'scenes/garden.yaml').as_posix()}: good\n"


BARE = """\
title: In the garden
purpose: What is there?
cover: kite
scene: garden
steps:
  - choose: thing
    pictures: [star, pet]
  - breathe: slowly
    from: thing
    picture: kite
  - draw: mine
"""


@pytest.mark.parametrize("text", ["", "places:\n", "places: []\n", "ground: 80\n"])
def test_a_backdrop_needs_no_places_where_nothing_is_laid(folder, text):
    (folder / "garden-day.yaml").write_text(BARE)
    if text:
        (folder / "scenes/garden.yaml").write_text(text)
    else:
        (folder / "scenes/garden.yaml").unlink()
    picture = (folder / "scenes/garden.png").as_posix()
    good = "good; it has no places, so nothing can be laid there. To draw some: python main.py preview "
    file = f"{folder / 'scenes/garden.yaml' if text else picture}"
    assert f"{file}: {good}{picture}\n" in said_by_check(folder)
    library = Library(folder / "pictures", folder / "safe")
    loaded = read_workbook(folder, library, library.broken)
    assert loaded.mistakes == () and library.spots("garden") == ()
    with Story(loaded=loaded, library=library) as story:
        story.go("garden-day")
        story.tap("pet")
        for step in loaded.activities["garden-day"].steps:
            assert story.here.table.mechanic == step.mechanic
            (backdrop,) = (thing for thing in story.picture.things if isinstance(thing, Backdrop))
            assert library.by_content(backdrop.scene) is not None
            story.tap(screens.ONWARD)


@pytest.mark.parametrize(
    "step", ["place: where\n    pictures: [star]\n    onto: [swing]", "walk: there\n    along: [a, b]"]
)
def test_a_step_that_needs_places_says_which_file_and_how(folder, step):
    (folder / "garden-day.yaml").write_text(BARE + f"  - {step}\n")
    (folder / "scenes/garden.yaml").unlink()
    path = (folder / "scenes/garden.png").as_posix()
    said = "'garden.png' has no places yet. Name them in 'garden.yaml' beside it, or draw them: python main.py preview "
    assert [line for line in said_by_check(folder / "garden-day.yaml").splitlines() if said + path in line]
    assert "2 mistakes" not in said_by_check(folder / "garden-day.yaml")
