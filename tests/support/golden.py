"""Golden pictures: what something looked like when somebody last looked and nodded, beside how it looks now."""

from io import BytesIO
from pathlib import Path

import pygame
import pytest
from PIL import Image, ImageChops

from tests.paths import TESTS

FAILURES = TESTS / "failures"
BY_HOW_MUCH = 32  # of 255: another machine's rounding is less, a mended line more
HOW_MANY = 0.001  # of all pixels may differ by more than that


def compare(name: str, got: Image.Image, folder: Path, renew: bool, colours: int = 256) -> None:
    """Fail where it looks otherwise than the golden picture of this name in the folder.

    `renew`: save it first, with so few colours that the repository is a third as large and the eye sees no difference.
    """
    if renew:
        folder.mkdir(exist_ok=True)
        got.quantize(colours, dither=Image.Dither.NONE).save(folder / f"{name}.png", optimize=True)
    path = folder / f"{name}.png"
    assert path.exists(), f"{name} has no golden picture yet: look at it, then run with --renew"
    expected = Image.open(BytesIO(path.read_bytes())).convert("RGB")
    assert expected.size == got.size
    if (share := differing(expected, got)) > HOW_MANY:
        pytest.fail(f"{share:.2%} of {name} looks different: see {side_by_side(name, expected, got)}")


def names_in(folder: Path) -> set[str]:
    """Of what there are golden pictures."""
    return {path.stem for path in folder.glob("*.png")}


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


def as_image(surface: pygame.Surface) -> Image.Image:
    """The pixels of a surface."""
    return Image.frombytes("RGB", surface.get_size(), pygame.image.tobytes(surface, "RGB"))
