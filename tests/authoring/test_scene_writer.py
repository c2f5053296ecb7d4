"""Places that are drawn stand in the YAML, and whatever else stands there stays as it was typed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.authoring.mistake import Source
from game.authoring.own_scenes import read_text
from game.authoring.scene_writer import BEGIN, free_name, is_bare, moved, with_place, without
from game.core.own_scene import LEAST_PLACE, LOWEST_PLACE, PictureFrame, frame
from tests.support.examples import examples
from tests.support.own_scenes import GARDEN, paint_scene
from tests.support.story import LIBRARY

TYPED = """\
# Our garden.
places:
- place: 'swing'   # the red one
  label: On the swing
  at: 10 20 25 30  # by eye
- at: 60, 30, 30, 30
  place: pond

# Where it stands:
ground: 85
"""


@pytest.fixture(scope="module")
def picture(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("scenes") / "garden.png"
    paint_scene(path)
    return path


def read(text: str, picture: Path) -> dict:
    """The places of this text, with where they are; it must be good."""
    scene, mistakes = read_text(text, Source(picture.with_suffix(".yaml"), text), [picture], LIBRARY)
    assert mistakes == () and scene is not None, (text, mistakes)
    return {spot.name: (spot.x, spot.y, spot.label) for spot in scene.spots}


def test_the_first_place_begins_the_file(picture):
    assert is_bare(BEGIN) and not is_bare(GARDEN)
    assert list(read(with_place(BEGIN, "place-1", (10, 20, 25, 30)), picture)) == ["place-1"]
    assert with_place("", "place-1", (10, 20, 25, 30)) == with_place(BEGIN, "place-1", (10, 20, 25, 30))


def test_one_more_place_stands_after_the_others_and_all_else_stays(picture):
    text = GARDEN + "\n# Where it stands:\nground: 85\n"
    more = with_place(text, "tree", (40, 20, 15, 20))
    assert list(read(more, picture)) == ["swing", "pond", "tree"]
    assert [line for line in more.splitlines() if line not in text.splitlines()] == [
        "  - place: tree",
        "    at: 40 20 15 20",
    ]


def test_a_place_drawn_anew_keeps_its_words_and_remarks(picture):
    before, after = read(TYPED.replace("- at: 60, 30, 30, 30\n  place: pond\n", ""), picture), None
    after = moved(TYPED.replace("- at: 60, 30, 30, 30\n  place: pond\n", ""), "swing", (12, 22, 20, 20))
    assert "  at: 12 22 20 20  # by eye\n" in after and "# the red one" in after
    assert read(after, picture)["swing"][2] == "On the swing" and read(after, picture) != before


def test_a_place_that_is_not_there_changes_nothing():
    assert moved(GARDEN, "tree", (1, 2, 3, 4)) == without(GARDEN, "tree") == GARDEN


def test_a_place_is_taken_away_with_all_its_lines(picture):
    text = GARDEN + "ground: 85\n"
    assert list(read(without(text, "swing"), picture)) == ["pond"]
    assert list(read(without(text, "pond"), picture)) == ["swing"]
    assert is_bare(without(without(GARDEN, "pond"), "swing"))


def test_a_new_name_is_free():
    assert free_name(()) == "place-1" and free_name(("place-1", "pond", "place-2")) == "place-3"


def of_glass(width: int, height: int) -> PictureFrame:
    return frame(width, height)


@examples(50)
@given(
    st.builds(of_glass, st.integers(30, 300), st.integers(30, 300)),
    st.tuples(*(st.floats(-200, 1500) for _ in range(4))),
)
def test_whatever_is_drawn_lies_on_the_picture_and_above_what_lies_ready(where, points):
    left, top, wide, high = share = where.share(*points)
    assert left >= 0 and left + wide <= 100 and top >= 0 and top + high <= 100
    x, y, width, height = where.box(share)
    if wide and high:
        assert x >= -1 and x + width <= 1281 and y >= -1 and y + height <= LOWEST_PLACE + 1


def test_what_is_drawn_around_is_inside_the_frame():
    where = frame(1600, 1000)
    x, y, wide, high = where.box(where.share(100, 100, 400, 400))
    assert 100 <= x < 115 and 100 <= y < 115 and LEAST_PLACE < wide <= 300 and high <= 300
