"""Reads what a picture's drawing says of itself on its `<svg>`: how it answers when it is used.

This file knows SVG; it draws nothing.
"""

import re
from functools import cache
from pathlib import Path

from game.core.picture_answer import PLAIN, PictureAnswer

SIDE = 400  # units of a picture's drawing
SAID = re.compile(r'data-(answer|pivot|frames)="([^"]*)"')


@cache
def answer(path: Path) -> PictureAnswer:
    """Its `data-answer`, `data-pivot` and `data-frames`; where it says nothing, the plain answer."""
    text = path.read_text("utf-8")
    head = text[text.index("<svg") :]
    said = dict(SAID.findall(head[: head.index(">")]))
    if "answer" not in said:
        return PLAIN
    x, y = (float(number) / SIDE for number in said["pivot"].split()) if "pivot" in said else PLAIN.pivot
    return PictureAnswer(said["answer"], (x, y), tuple(said.get("frames", "").split()))
