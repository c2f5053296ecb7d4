"""How a place holds what is laid there: the words that a scene's drawing may say, and what each comes to.

Plain values: no clock, no files, no pygame. What a `loop` does, `play/life.py` says.
"""

from msgspec import Struct

from game.core.picture import FLAT, PAINTED, READY, STANDING


class Hold(Struct, frozen=True):
    """How far what is held is lifted off the paper, what it does by itself, and how opaque it is. `step` is how far
    apart two things lie at the least, `down` two rows of them, in their widths: what stands, stands on one line.
    `together`: what was chosen lies around the middle of its place, over each other, and not side by side. `opens`:
    what can is open there, as its drawing says. `rises`: who comes holds up what is there, and later it stands there
    again. `wraps`: a sheet of paper is folded round the lower half of each thing.
    """

    lift: str = READY
    loop: str = "breathe"
    strength: float = 1
    step: float = 1
    down: float = 1
    together: bool = False
    opens: bool = False
    rises: bool = False
    wraps: bool = False


HOLDS = {
    "": Hold(),
    "lie": Hold(FLAT),
    "stand": Hold(STANDING, step=0.3),
    "belong": Hold(PAINTED, "", step=0.3),  # a piece of the land: it has no shadow, and does not breathe
    "float": Hold(FLAT, "bob"),
    "hang": Hold(FLAT, "sway"),
    "sink": Hold(FLAT, step=0.2, down=0.2, together=True),
    "heap": Hold(FLAT, step=0.74, down=0.44),
    "veil": Hold(FLAT, "breathe", 0.55),
    "spread": Hold(FLAT, opens=True),
    "rise": Hold(rises=True),
    "wrap": Hold(FLAT, together=True, wraps=True),
}
