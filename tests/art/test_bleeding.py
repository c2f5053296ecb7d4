"""What is cut out has no dark edge where a PDF is printed: what is seen through has the colour of what is beside it."""

from io import BytesIO

import pytest
from PIL import Image, ImageDraw

from game.art.bleeding import bled
from game.art.library import Library
from game.art.renderer import Renderer
from game.core.picture import CUT_ROUND, PAINTED
from game.core.sprite import Sprite

LIGHT, DARKER = (250, 240, 200), 8  # a light paint; so much darker, of 255, nobody sees


def png_of(image: Image.Image) -> bytes:
    made = BytesIO()
    image.save(made, "PNG")
    return made.getvalue()


def opened(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png)).convert("RGBA")


def seen_through(png: bytes) -> list[tuple[int, ...]]:
    """Red, green and blue of the pixels of which nothing is seen."""
    return [colour[:3] for colour in opened(png).get_flattened_data() if not colour[3]]


def is_light(png: bytes) -> bool:
    """Whether there is what is seen through, and all of it is as light as the paint."""
    through = seen_through(png)
    return bool(through) and all(min(map(int.__sub__, colour, LIGHT)) >= -DARKER for colour in through)


def disc(size: tuple[int, int]) -> Image.Image:
    """A light disc with a soft edge, on black of which nothing is seen."""
    large = Image.new("L", (4 * size[0], 4 * size[1]))
    ImageDraw.Draw(large).ellipse((9, 9, 90, 80), fill=255)
    alpha, image = large.resize(size, Image.Resampling.BOX), Image.new("RGBA", size)
    image.paste(LIGHT, mask=alpha.point(lambda one: 255 if one else 0))
    image.putalpha(alpha)
    return image


@pytest.mark.parametrize("size", [(40, 40), (41, 33), (1, 30)])
def test_what_is_seen_through_is_as_light_as_what_is_beside_it_and_all_looks_as_before(size):
    image = disc((40, 40)).resize(size)
    made = bled(png_of(image))
    assert is_light(made)
    for paper in ("white", "black"):
        before, now = (Image.alpha_composite(Image.new("RGBA", size, paper), one) for one in (image, opened(made)))
        assert now.tobytes() == before.tobytes()


@pytest.mark.parametrize("paint", [LIGHT, (*LIGHT, 90), (0, 0, 0, 0)])
def test_what_has_no_edge_stays_as_it_is(paint):
    png = png_of(Image.new("RGB" if len(paint) == 3 else "RGBA", (9, 9), paint))
    assert bled(png) is png


@pytest.mark.parametrize("cut", ["", CUT_ROUND])
def test_a_light_photo_that_papers_cut_out_has_no_dark_edge_and_is_kept_so(tmp_path, cut):
    own, kept = tmp_path / "pictures", tmp_path / "private"
    own.mkdir()
    Image.new("RGB", (60, 60), LIGHT).save(own / "my-own-hat.jpg")
    renderer = Renderer(Library(own), tmp_path / "cache", kept)
    made = [
        renderer.paper_png(f"my-own-hat{cut}", 64),
        renderer.sprite(Sprite(f"my-own-hat{cut}", 60, 60, PAINTED), 0.5),
    ]
    assert all(map(is_light, made))
    assert {one.read_bytes() for one in kept.iterdir()} == {*made}
