"""Reads a scene's drawing: its spots, where things lie ready, its parts that live and answer, each of these alone.

This file knows SVG; it draws nothing. What an element is cut out of the drawing by, its bytes in the file, is found
while it is read.
"""

import zlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any
from xml.parsers.expat import ParserCreate

from msgspec import Struct

from game.core.puppet import Point
from game.core.scene import OVERHANG, Light, ScenePart
from game.core.table import Far, SceneLayout, Spot

# How a shape says where its middle is and how large it is: an attribute, and how often it counts.
SHAPES = {
    "rect": (("x", "width"), ("y", "height"), ("width", 1), ("height", 1)),
    "ellipse": (("cx", ""), ("cy", ""), ("rx", 2), ("ry", 2)),
    "circle": (("cx", ""), ("cy", ""), ("r", 2), ("r", 2)),
}
USUAL, QUIET = (
    "usual",
    "quiet",
)  # the looks: groups called `look-usual-NAME` or `look-quiet-NAME` are drawn in one alone
DAY = "#ffffff"  # of a scene that says so, that its light changes no colour
FAST = 1  # of 9: no page waits for what is deflated
Range = tuple[int, int]  # the first byte, and the one after the last


class Drawing(Struct, frozen=True):
    """What a scene's file says, all places in design units. `spots` are in the order of the file,
    `layout` is where things lie ready, `road` the points of its road, `parts` what lives or answers, lowest first.
    `light` is the light in which things stand there; `sound` names what is heard there, `floor` what lies underfoot, ""
    for grass. `over` are the pictures, by
    their signs, that lie over the land in the quiet look alone: no spots, since nothing is laid there.

    `cuts`: where in it each cut part stands, and in which groups; `defs`: what all use. `file` is the file as it was
    when these places were found in it, deflated, since all of them together are megabytes; `looks` where in it is what
    one look alone has.
    """

    file: bytes = b""
    spots: tuple[Spot, ...] = ()
    layout: SceneLayout = SceneLayout()
    road: tuple[Point, ...] = ()
    parts: tuple[ScenePart, ...] = ()
    cuts: dict[str, tuple[Range, tuple[Range, ...]]] = {}
    defs: tuple[Range, ...] = ()
    light: Light = Light()
    sound: str = ""
    floor: str = ""
    looks: tuple[tuple[str, Range], ...] = ()
    over: tuple[Spot, ...] = ()

    @property
    def text(self) -> bytes:
        """The file as it was."""
        return zlib.decompress(self.file)


@cache
def read_scene(path: Path, look: str = USUAL) -> Drawing:
    """What a scene's file says in this look; it is read once."""
    whole = _Reading(path.read_bytes()).drawing()
    others = [where for kind, where in whole.looks if kind != look]
    return _Reading(_without(whole.text, others)).drawing() if others else whole


def without_parts(scene: Drawing) -> str:
    """The scene's drawing without the parts that are cut out of it."""
    return _without(scene.text, [cut for cut, _ in scene.cuts.values()]).decode()


def _without(text: bytes, ranges: Iterable[Range]) -> bytes:
    left_out = sorted(ranges)
    ends = (0, *(end for _, end in left_out))
    starts = (*(start for start, _ in left_out), len(text))
    return _pieces(text, zip(ends, starts, strict=True))


def part_alone(scene: Drawing, name: str) -> str:
    """The drawing of one cut part, where it stands in its scene. Raises KeyError where there is no such part."""
    text, (cut, around) = scene.text, scene.cuts[name]
    root = text[text.index(b"<svg") :]
    head = root[: root.index(b">") + 1]
    inside = _pieces(text, (*scene.defs, *around, cut))
    return (head + inside + b"</g>" * len(around) + b"</svg>").decode()


def _pieces(text: bytes, ranges: Iterable[Range]) -> bytes:
    return b"".join(text[start:end] for start, end in ranges)


class _Reading:
    """A file while it is read: which elements are open, and what was found."""

    def __init__(self, text: bytes):
        self._text = text
        self._open: list[tuple[str, dict[str, str], Range]] = []
        self._spots: list[Spot] = []
        self._over: list[Spot] = []
        self._layout: list[Spot] = []
        self._road: list[Spot] = []
        self._parts: list[ScenePart] = []
        self._cuts: dict[str, tuple[Range, tuple[Range, ...]]] = {}
        self._defs: list[Range] = []
        self._looks: list[tuple[str, Range]] = []
        self._light, self._sound, self._floor = Light(), "", ""
        self._far: Far | None = None
        self._parser: Any = ParserCreate()
        self._parser.StartElementHandler, self._parser.EndElementHandler = self._begin, self._end
        self._parser.Parse(text, True)
        self._parser = None  # it and what it calls here hold one another, and nobody looks through what a start leaves

    def drawing(self) -> Drawing:
        """All that was found."""
        road = tuple((spot.x, spot.y) for spot in sorted(self._road, key=lambda spot: int(spot.name)))
        where = tuple(self._spots), _layout(self._layout, self._far), road
        cut = tuple(self._parts), self._cuts, tuple(self._defs)
        around = self._light, self._sound, self._floor
        return Drawing(zlib.compress(self._text, FAST), *where, *cut, *around, tuple(self._looks), tuple(self._over))

    def _begin(self, element: str, attributes: dict[str, str]) -> None:
        if not self._open:
            said = attributes.get
            self._light, self._sound = _light(said("data-light", "")), said("data-sound", "")
            self._floor = said("data-floor", "")
            self._far = _far(said("data-far", ""))
        self._open.append((element, attributes, self._tag()))
        kind, _, name = attributes.get("id", "").partition("-")
        if kind == "spot" and element in SHAPES:
            self._spots.append(_spot(element, attributes))
        elif kind == "over" and element in SHAPES:
            self._over.append(_spot(element, attributes))
        elif kind == "layout" and element in SHAPES:
            self._layout.append(_spot(element, attributes))
        elif kind == "road" and element in SHAPES:
            self._road.append(_spot(element, attributes))
        elif kind == "part" and name:
            self._parts.append(_part(name, element, attributes))

    def _end(self, element: str) -> None:
        _, attributes, (start, _) = self._open.pop()
        kind, _, name = attributes.get("id", "").partition("-")
        if element == "defs":
            self._defs.append((start, self._tag()[1]))
        elif kind == "part" and element == "g":
            around = tuple(tag for other, _, tag in self._open if other == "g")
            self._cuts[name] = (start, self._tag()[1]), around
        elif kind == "look":
            self._looks.append((name.partition("-")[0], (start, self._tag()[1])))

    def _tag(self) -> Range:
        """Where the tag that is read now stands."""
        start = self._parser.CurrentByteIndex
        return start, self._text.index(b">", start) + 1


def _spot(element: str, attributes: dict[str, str]) -> Spot:
    left, top, width, height = _box(element, attributes)
    return Spot(
        name=attributes["id"].partition("-")[2],
        x=left + width / 2,
        y=top + height / 2,
        width=width,
        height=height,
        sign=attributes.get("data-sign", ""),
        vessel=attributes.get("data-vessel", ""),
        front=attributes.get("data-front", ""),
        lit=attributes.get("data-lit", ""),
        closed=tuple(attributes.get("data-closed", "").split()),
        hold=attributes.get("data-hold", ""),
        size=float(attributes.get("data-size", 0)),
        inside=_written(attributes.get("data-inside", "")),
        thread=attributes.get("data-thread", ""),
        most=int(attributes.get("data-most", 0)),
        feels=attributes.get("data-feels", ""),
    )


def _layout(areas: list[Spot], far: Far | None) -> SceneLayout:
    """The areas by what they are for: the first word of their names; of some there may be several."""

    def named(word: str) -> tuple[Spot, ...]:
        return tuple(area for area in areas if area.name.partition("-")[0] == word)

    alone = [next(iter(named(word)), None) for word in ("receiver", "turner", "companion", "alone", "sand", "sky")]
    receiver, turner, companion, by_turns, sand, sky = alone
    ready = named("options"), named("supplies")
    return SceneLayout(*ready, receiver, turner, companion, by_turns, sand, far, named("water"), sky)


def _light(written: str) -> Light:
    """Its colour, and the place it comes from; daylight where nothing is written."""
    colour, _, place = written.partition(" ")
    x, y = _numbers(place) if place else (0, 0)
    return Light(colour.replace(DAY, ""), (x - OVERHANG[0], y - OVERHANG[1]) if place else None)


def _far(written: str) -> Far | None:
    """Where the ground ends, how large things are there, and the colour of the air; None where nothing is written."""
    if not written:
        return None
    y, size, *air = written.split()
    return Far(float(y) - OVERHANG[1], float(size), *air)


def _part(name: str, element: str, attributes: dict[str, str]) -> ScenePart:
    left, top, width, height = _box(element, attributes)
    pivot = attributes.get("data-pivot")
    x, y = _numbers(pivot) if pivot else (left + width / 2 + OVERHANG[0], top + height / 2 + OVERHANG[1])
    return ScenePart(
        name=name,
        box=(left, top, width, height),
        pivot=(x - OVERHANG[0], y - OVERHANG[1]),
        life=attributes.get("data-life", ""),
        answer=attributes.get("data-answer", ""),
        cut=element == "g",
        round=element in ("ellipse", "circle"),
    )


def _box(element: str, attributes: dict[str, str]) -> tuple[float, float, float, float]:
    """Left, top, width and height in design units: as it is written, else of the shape."""
    if written := attributes.get("data-box"):
        return _written(written)

    def number(name: str) -> float:
        return float(attributes.get(name, 0))

    (x, wide), (y, high), (across, times), (down, _) = SHAPES[element]
    width, height = number(across) * times, number(down) * times
    middle = number(x) + number(wide) / 2 - OVERHANG[0], number(y) + number(high) / 2 - OVERHANG[1]
    return middle[0] - width / 2, middle[1] - height / 2, width, height


def _written(box: str) -> Any:
    """Left, top, width and height in design units of a box as it is written; () where nothing is."""
    if not box:
        return ()
    left, top, width, height = _numbers(box)
    return left - OVERHANG[0], top - OVERHANG[1], width, height


def _numbers(text: str) -> list[float]:
    return [float(number) for number in text.split()]
