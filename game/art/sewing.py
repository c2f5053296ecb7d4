"""A patch of thin paper sewn onto a picture: how a place of a therapist's own scene is seen.

This file knows pixels; no pygame.
"""

from math import cos, pi, sin

from PIL import Image, ImageDraw

from game.core.puppet import Point

ROUND, HEM, THIN = 36, 9, 0.34  # pixels of its round corners, from its edge to the thread; how much it covers
DIM, LEAST = (
    150,
    0.3,
)  # of 255: on what is darker it covers less, so that it does not glare; so much of that at the least
THICK, LONG = 2, 13  # pixels of half a stitch's thickness, and from the end of one to the end of the next
THREAD = (122, 92, 118)


def sew(picture: Image.Image, paper: tuple[int, int, int], at: tuple[int, int], size: tuple[int, int]) -> None:
    """Sew a patch of this paper onto the picture, its upper left corner there; its sides have at least 80 pixels."""
    (left, top), (wide, high) = at, size
    below = picture.crop((left, top, left + wide, top + high)).convert("L").resize((1, 1), Image.Resampling.BOX)
    thin = THIN * min(1.0, max(LEAST, below.tobytes()[0] / DIM))
    patch = Image.new("L", size)
    ImageDraw.Draw(patch).rounded_rectangle((0, 0, wide - 1, high - 1), ROUND, fill=round(255 * thin))
    picture.paste(paper, (left, top, left + wide, top + high), patch)
    picture.paste(THREAD, (left, top, left + wide, top + high), _thread(wide, high))


def _thread(wide: int, high: int) -> Image.Image:
    """A mask of the stitches, drawn twice as large and made smaller."""
    mask = Image.new("L", (2 * wide, 2 * high))
    pen = ImageDraw.Draw(mask)
    way = _around(wide - 2 * HEM, high - 2 * HEM, ROUND - HEM)
    for start, end in zip(way[::2], way[1::2], strict=True):
        ends = [(2 * (x + HEM), 2 * (y + HEM)) for x, y in (start, end)]
        pen.line(ends, 255, 2 * THICK)
        for x, y in ends:
            pen.ellipse((x - THICK, y - THICK, x + THICK, y + THICK), 255)
    return mask.resize((wide, high), Image.Resampling.LANCZOS)


def _around(wide: float, high: float, radius: float) -> list[Point]:
    """Where stitches begin and end: an even number of points around a box with round corners, evenly apart."""
    straight, quarter = (wide - 2 * radius, high - 2 * radius), pi * radius / 2
    around = 2 * sum(straight) + 4 * quarter
    many = 2 * round(around / (2 * LONG))
    return [_on_way(i * around / many, straight, quarter, radius) for i in range(many)]


def _on_way(far: float, straight: Point, quarter: float, radius: float) -> Point:
    """The point so far along, clockwise from the left end of the upper side."""
    middle, turn = (0.0, 0.0), -pi / 2  # of the corner that comes before, where the sides without corners meet
    ends = ((straight[0], 0.0), straight, (0.0, straight[1]), (0.0, 0.0))
    for number, end in enumerate(ends):
        side = straight[number % 2]
        if far <= side:
            share = far / side if side else 0
            middle = middle[0] + share * (end[0] - middle[0]), middle[1] + share * (end[1] - middle[1])
            break
        far, middle = far - side, end
        if far <= quarter:
            turn += far / radius
            break
        far, turn = far - quarter, turn + pi / 2
    return middle[0] + radius * (1 + cos(turn)), middle[1] + radius * (1 + sin(turn))
