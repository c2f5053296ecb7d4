"""Reads what a picture's drawing says of itself on its `<svg>`: how it answers when it is used, and where a landmark
holds what was chosen there; how it looks when it is opened, or dark; where in a landscape it belongs.

This file knows SVG; it draws nothing.
"""

import re
from functools import cache
from pathlib import Path

from game.core.picture_answer import PLAIN, PictureAnswer
from game.core.table import PicturePart

SIDE = 400  # units of a picture's drawing
SAID = re.compile(r'\sdata-(\w+)="([^"]*)"')

SIZE = (16, 20)  # where a PNG says how wide and how high it is

Holds = tuple[float, float, float]


@cache
def answer(path: Path) -> PictureAnswer:
    """Its `data-answer`, `data-pivot` and `data-frames`; where it says nothing, the plain answer."""
    said = _said(path)
    if "answer" not in said:
        return PLAIN
    x, y = _shares(said["pivot"]) if "pivot" in said else PLAIN.pivot
    return PictureAnswer(said["answer"], (x, y), tuple(said.get("frames", "").split()))


@cache
def opened_name(path: Path) -> str:
    """Its `data-opened`: the picture that it is where a place lets it open; "" where it says nothing."""
    return _said(path).get("opened", "")


@cache
def belongs(path: Path) -> str:
    """Its `data-belongs`: where in a landscape it is, such as "sky"; "" where it says nothing."""
    return _said(path).get("belongs", "")


@cache
def body(path: Path) -> tuple[float, ...]:
    """Its `data-body`: the middle of an ellipse that lies wholly on it, and half its width and height, in shares of the
    picture's width; () where it says nothing."""
    return tuple(_shares(_said(path).get("body", "")))


@cache
def named_parts(path: Path) -> tuple[PicturePart, ...]:
    """Its `data-parts`: the name of each, its left and upper edge, its right and lower one, in shares of the picture's
    width; the first that holds a place is meant there. () where it says nothing."""
    each = (part.split(maxsplit=1) for part in _said(path).get("parts", "").split(",") if part)
    return tuple(PicturePart(name, *_shares(box)) for name, box in each)


@cache
def dark_name(path: Path) -> str:
    """Its `data-dark`: the picture of this light while nobody has lit it; "" where it says nothing."""
    return _said(path).get("dark", "")


@cache
def holds(path: Path) -> Holds | None:
    """Its `data-chosen`: the middle of what it holds, seen from the picture's, its foot below that, and its width, in
    shares of the picture's width; None where it says nothing."""
    said = _said(path)
    if "chosen" not in said:
        return None
    x, foot, width = _shares(said["chosen"])
    return x - 0.5, foot - 0.5, width


def png_shape(png: bytes) -> float:
    """How wide the picture in this PNG is for its height."""
    width, height = (int.from_bytes(png[at : at + 4]) for at in SIZE)
    return round(width / height, 4)


def _said(path: Path) -> dict[str, str]:
    text = path.read_text("utf-8")
    head = text[text.index("<svg") :]
    return dict(SAID.findall(head[: head.index(">")]))


def _shares(numbers: str) -> list[float]:
    return [float(number) / SIDE for number in numbers.split()]
