"""Golden pictures: every screen, painted at rest, beside what it looked like when somebody last looked and nodded.

`pytest tests/glass/test_golden.py --renew` saves them anew, for a commit of its own with a before and after.
"""

from io import BytesIO
from pathlib import Path

import pygame
import pytest
from PIL import Image, ImageChops

from tests.paths import TESTS
from tests.support.glass import painted, screen, screen_names

GOLDEN, FAILURES = TESTS / "golden", TESTS / "failures"
BY_HOW_MUCH = 32  # of 255: another machine's rounding is less, a mended line more
HOW_MANY = 0.001  # of all pixels may differ by more than that
SCREENS = tuple(screen_names())


def as_image(surface: pygame.Surface) -> Image.Image:
    return Image.frombytes("RGB", surface.get_size(), pygame.image.tobytes(surface, "RGB"))


def differing(expected: Image.Image, got: Image.Image) -> float:
    """The share of pixels that differ visibly."""
    seen = ImageChops.difference(expected, got).convert("L").point(lambda level: 255 * (level > BY_HOW_MUCH))
    return seen.histogram()[255] / (got.width * got.height)


def side_by_side(name: str, expected: Image.Image, got: Image.Image) -> Path:
    """Expected, got and difference in one picture, for the person who looks into it."""
    FAILURES.mkdir(exist_ok=True)
    sheet = Image.new("RGB", (3 * got.width, got.height))
    for place, image in enumerate((expected, got, ImageChops.difference(expected, got))):
        sheet.paste(image, (place * got.width, 0))
    sheet.save(FAILURES / f"{name}.png")
    return FAILURES / f"{name}.png"


def save(name: str, got: Image.Image, folder: Path = GOLDEN) -> None:
    """Saved with few colours: the eye sees no difference, and the repository is a third as large."""
    folder.mkdir(exist_ok=True)
    got.quantize(256, dither=Image.Dither.NONE).save(folder / f"{name}.png", optimize=True)


@pytest.mark.parametrize("name", SCREENS)
def test_the_screen_looks_as_it_did(name, request):
    got = as_image(painted(screen(name)))
    if request.config.getoption("--renew"):
        save(name, got)
    path = GOLDEN / f"{name}.png"
    assert path.exists(), f"{name} has no golden picture yet: look at it, then run with --renew"
    expected = Image.open(BytesIO(path.read_bytes())).convert("RGB")
    assert expected.size == got.size
    if (share := differing(expected, got)) > HOW_MANY:
        pytest.fail(f"{share:.2%} of {name} looks different: see {side_by_side(name, expected, got)}")


def test_there_is_no_golden_picture_of_a_screen_that_is_gone():
    assert {path.stem for path in GOLDEN.glob("*.png")} == set(SCREENS)


def test_a_changed_screen_is_seen():
    here, there = as_image(painted(screen("rest"))), as_image(painted(screen("gate")))
    assert differing(here, there) > 0.5 and differing(here, here) == 0
    small = here.copy()
    small.paste((200, 30, 30), (300, 200, 325, 225))  # a picture of 50 design units, gone wrong
    assert differing(here, small) > HOW_MANY
