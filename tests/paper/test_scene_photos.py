"""The scenes of a paper, as photos: a part of the scene, drawn once and kept."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops

from game.art.draw_process import here
from game.art.library import Library
from game.art.renderer import Renderer

LEFT = (0, 0, 160, 200)


@pytest.fixture
def asked() -> list[tuple]:
    """What was asked of the artist."""
    return []


@pytest.fixture
def renderer(tmp_path, asked) -> Renderer:
    return Renderer(Library(), tmp_path, draw=lambda *said, **more: asked.append(said) or here(*said, **more))


def opened(jpeg: bytes) -> Image.Image:
    return Image.open(BytesIO(jpeg), formats=["JPEG"])


def test_a_part_looks_like_this_part_of_the_whole(renderer):
    whole, left = (opened(renderer.photo("riverbank", 320, 200, box)) for box in (None, LEFT))
    assert whole.size == (320, 200) and left.size == (160, 200)
    unlike = ImageChops.difference(whole.crop(LEFT), left).resize((16, 20), Image.Resampling.BOX)
    assert max(most for _, most in unlike.getextrema()) < 10


def test_what_is_kept_is_neither_drawn_nor_opened_again(renderer, asked, tmp_path):
    first = renderer.photo("riverbank", 320, 200), renderer.photo("riverbank", 320, 200, LEFT)
    for path in tmp_path.glob("*.png"):
        path.write_bytes(b"torn")
    assert (renderer.photo("riverbank", 320, 200), renderer.photo("riverbank", 320, 200, LEFT)) == first
    assert len(asked) == 1 and len(set(first)) == 2
