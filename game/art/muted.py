"""The colours of the quiet look: each of our drawings' own, nearer to grey, and in the light of dusk.

All that is near or far, light or dark in a drawing stays so. What a therapist or a child has drawn is never muted.
"""

import re
from collections.abc import Callable
from functools import cache

from msgspec import Struct

COLOUR = re.compile(r"(?<!data-light=\")(?<!href=\")(?<!url\()#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")
GREYS = (0.3, 0.59, 0.11)  # how bright red, green and blue are to an eye


class Grade(Struct, frozen=True):
    """How colours change: `kept` of how far each is from grey, and of that `blue` of what is bluer; a `share` of the
    light that it lies in is `dusk`.
    """

    kept: float
    dusk: str
    share: float
    blue: float = 1


LAND = Grade(0.76, "#2c4a78", 0.07)
FIGURE = Grade(0.52, "#5a4a3c", 0.24, blue=0)  # no animal is blue or purple
PAPER = Grade(0.75, "#36435a", 0.1)


def muted(svg: str, grade: Grade) -> str:
    """The drawing with all its colours muted; what a name refers to, such as #bed, is no colour."""
    return COLOUR.sub(_mutes(grade), svg)


@cache
def _mutes(grade: Grade) -> Callable[[re.Match[str]], str]:
    return lambda found: "#" + "".join(f"{part:02x}" for part in _mixed(found[1], grade))


@cache
def _mixed(colour: str, grade: Grade) -> tuple[int, ...]:
    parts, dusk = _parts(colour), _parts(grade.dusk[1:])
    grey = sum(share * part for share, part in zip(GREYS, parts, strict=True))
    plain = [grey + grade.kept * (part - grey) for part in parts]
    plain[2] = min(plain[2], grey + grade.blue * (plain[2] - grey))
    return tuple(round(part * (1 - grade.share * (1 - to / 255))) for part, to in zip(plain, dusk, strict=True))


def _parts(colour: str) -> tuple[int, ...]:
    """Red, green and blue of a colour that is written with six digits, or with three."""
    return tuple(bytes.fromhex(colour if len(colour) == 6 else "".join(2 * digit for digit in colour)))
