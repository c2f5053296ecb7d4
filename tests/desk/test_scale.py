"""How large the desk is in windows of all sizes."""

import pytest

from game.desk.scale import desk_scale


@pytest.mark.parametrize(
    ("points", "scale"),
    [
        ((1280, 800), 800 / 940),
        ((1024, 768), 0.8),
        ((1366, 768), 768 / 940),
        ((1920, 1080), 800 / 940),
        ((1920, 1200), 800 / 940),
        ((3840, 2160), 2160 / 1410),
    ],
)
def test_a_larger_window_shows_more_and_a_huge_one_is_still_read(points, scale):
    assert desk_scale(points, points) == pytest.approx(scale)


def test_a_glass_of_more_pixels_than_points_shows_the_same_and_sharper():
    assert desk_scale((2560, 1600), (1280, 800)) == 2 * desk_scale((1280, 800), (1280, 800))
