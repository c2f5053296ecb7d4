"""The land and its pictures in the quiet look: the same hour, nearer to grey."""

from io import BytesIO

import pytest
from PIL import Image

from game.art.draw_process import here
from game.art.muted import FIGURE, LAND, muted
from game.core.puppet import QUIET
from game.play.look import quieter_art
from tests.support.colours import saturation
from tests.support.story import LIBRARY


@pytest.mark.parametrize("scene", ["burrow", "lantern-night"])
def test_its_land_is_nearer_to_grey_and_has_the_same_hour(scene):
    usual, quiet = (here(LIBRARY.scene_svg(name), 80, 50) for name in (scene, LIBRARY.quiet_scene(scene)))
    assert _saturation(quiet) < 0.9 * _saturation(usual)
    assert LIBRARY.light(scene) == LIBRARY.light(LIBRARY.quiet_scene(scene))


@pytest.mark.parametrize("name", ["stop-path-down", "stop-mound", "standing-book"])
def test_a_piece_of_the_land_is_muted_with_it_and_is_else_the_same(name):
    seen = quieter_art(name, LIBRARY)
    assert seen == name + QUIET and LIBRARY.file(seen) == LIBRARY.file(name)
    usual, quiet = (here(LIBRARY.read(art), 60, 60) for art in (name, seen))
    assert _saturation(quiet) < 0.9 * _saturation(usual)
    assert seen not in LIBRARY.names() and quieter_art(seen, LIBRARY) == seen


def test_each_colour_is_muted_however_it_is_written_and_no_name_is():
    assert muted('fill="#fff"', LAND) == muted('fill="#ffffff"', LAND) != 'fill="#ffffff"'
    assert muted("stop-color:#2a8", LAND) == muted("stop-color:#22aa88", LAND)
    names = '<use href="#bed"/><g mask="url(#dad)" data-light="#fed"/><use xlink:href="#facade"/>'
    assert muted(names, LAND) == names


def test_no_animal_from_behind_is_blue_or_purple():
    """As dark and as purple as its room, the owl was not found there."""
    owl, fox = (bytes.fromhex(muted(colour, FIGURE)[1:]) for colour in ("#7f6a94", "#d98b5a"))
    assert owl[2] <= sum(owl[:2]) / 2 and fox[0] > fox[1] > fox[2]


def _saturation(png: bytes) -> float:
    return saturation(Image.open(BytesIO(png)))
