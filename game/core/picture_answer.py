"""How a picture answers when it is used, as its drawing says.

Plain values: no clock, no files, no pygame. What each word does, `play/answers.py` says.
"""

from msgspec import Struct

from game.core.puppet import Point


class PictureAnswer(Struct, frozen=True):
    """`word` is one of ANSWERS; what a drawing says nothing of gives way a little under the finger.

    `pivot` is the point that the picture turns about, in shares of its width and height. `frames` are other drawings
    of the same thing, by their names: the word shows them while it lasts, a dent, or less water in the glass.
    """

    word: str = "dent"
    pivot: Point = (0.5, 0.9)
    frames: tuple[str, ...] = ()


PLAIN = PictureAnswer()
