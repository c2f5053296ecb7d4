"""What is no mistake in the places of a scene of a therapist's own, and hides what is to be seen there.

This file knows spots as they lie on the screen, and the lines in which they are written.
"""

import re
from collections.abc import Iterator

from game.authoring.mistake import Location
from game.core.picture import Stamp
from game.core.spots import spot_signs
from game.core.table import Spot
from game.system.errors import Sentence
from game.system.language import N_

HIDDEN = 30  # design units, across and down: so much of another place can be under a sign and nobody minds
SIGN_OVER = N_(
    "A sign stands over the upper edge of its place, some ten per cent of the picture above it: that of '{name}' lies "
    "over the place '{other}'. Leave room between them, or leave the sign out."
)


def of_places(spots: tuple[Spot, ...], lines: list[str]) -> Iterator[tuple[Location, Sentence]]:
    """The signs that lie over another place, each told where its place is written."""
    for spot in spots:
        signs = [thing for thing in spot_signs((spot,)) if isinstance(thing, Stamp)]
        over = (other for sign in signs for other in spots if other is not spot and _hides(sign, other))
        if (other := next(over, None)) is not None:
            yield _where(spot.name, lines), Sentence(SIGN_OVER, name=spot.name, other=other.name)


def _hides(sign: Stamp, spot: Spot) -> bool:
    left, top, width, height = spot.whole
    half = sign.width / 2
    across = min(left + width, sign.x + half) - max(left, sign.x - half)
    down = min(top + height, sign.y + half) - max(top, sign.y - half)
    return across > HIDDEN and down > HIDDEN


def _where(name: str, lines: list[str]) -> Location:
    written = re.compile(rf"^\s*(?:-\s+)?place:\s*['\"]?{re.escape(name)}\b")
    number, found = next(((i, m) for i, line in enumerate(lines, 1) if (m := written.match(line))), (1, None))
    return Location(number, len(found[0]) - len(name) + 1 if found else 1)
