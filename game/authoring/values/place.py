"""Reading a place of a therapist's own scene: its name, where it is in the picture, and how things are held there.

This file knows one place among others; the folder of scenes is `own_scenes.py`'s.
"""

import re
from collections.abc import Iterator
from math import ceil
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from game.authoring.fields import Reader, fill
from game.authoring.mistake import shortened, suggestion
from game.authoring.values.context import Context, scalar, unknown, word
from game.authoring.values.names import NAME, as_name
from game.authoring.values.often_meant import OF_PLACES
from game.authoring.values.pictures import picture
from game.authoring.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode, kind_of
from game.core.companion import COMPANION, FEET
from game.core.own_scene import LEAST_PLACE, LOWEST_PLACE, PictureFrame, Share
from game.core.picture import WIDTH
from game.core.spots import below_sign
from game.core.story import HOME, LOOKS, NOTHING
from game.core.table import Spot
from game.system.errors import UNSAID, Sentence
from game.system.language import N_

ONE = N_(
    "A place has a name and where it is, such as '- place: swing' with 'at: 10 40 25 30' below it; this is {what}."
)
HOW = N_(
    "'{key}' needs four numbers in per cent of the picture: from the left, from the top, how wide, how high; such as "
    "10 40 25 30. '{value}' is not understood."
)
BY_KEY = N_("Write '- place: {name}', and its numbers below it after 'at:'.")
FEET_AT = N_(
    "'{key}' says how many per cent of the picture lie above the companion's feet, from {least} to {most}; '{value}' "
    "is none of these."
)
MEANS_ELSE = N_("In little stories '{name}' means something else. Choose another name for this place.")
OVER = N_("'{name}' lies over '{other}'. Move one of them, or make it smaller.")
OUT_ASIDE = N_("'{name}' reaches out of the picture: it goes from {left} to {right} per cent from the left.")
OUT_DOWN = N_("'{name}' reaches out of the picture: it goes from {high} to {low} per cent from the top.")
OFF_SCREEN = N_(
    "'{name}' reaches out of the screen. In this picture there is room from {left} to {right} per cent from the left "
    "and from {high} to {low} from the top."
)
SMALL = N_(
    "'{name}' is too small for a child's finger. In this picture a place is at least {wide} per cent wide and {high} "
    "high."
)
NO_ROOM = N_(
    "'{name}' has too little room below its sign. It needs to be at least {most} per cent high there, or 'sign' left "
    "out."
)
TOO_LOW = N_(
    "'{name}' reaches down to where pictures lie ready and the controls are. In this picture a place ends at {most} "
    "per cent from the top, or above; this one ends at {ends}."
)
BEHIND = N_("The companion stands before '{name}'. Write 'ground: {low}', or move the place.")
NUMBER = re.compile(r"-?[0-9]{1,4}(\.[0-9]{1,4})? ?%?")
LABEL = "label"  # the key with words for papers
TAKEN = (HOME, NOTHING, *LOOKS)  # words of little stories
THINGS = ("lie", STANDS := "stand", "float", "hang", "wrap")  # what things do in a place; words of core/hold.py
LINE = (300.0, 725.0)  # between these, in design units, the companion's feet can be
BODY, TALL = 0.6, 0.8  # how broad and how high the companion is, in widths of its picture
PIXELS = Sentence("These look like pixels; per cent of the picture go from 0 to 100.")
SEAM = 14  # design units from the lower edge of a place to what stands there: its seam is seen
NEAR = 0.5  # design units that nobody sees


class WrittenPlace(Struct, frozen=True):
    """A place as it is written: `named` and `lies` are where its name and its numbers stand in the file."""

    named: Node
    lies: Node
    name: str
    share: Share
    label: str = ""
    sign: str = ""
    hold: str = ""


def place(part: Node, context: Context) -> WrittenPlace | None:
    """One place, or None and its mistakes."""
    if not isinstance(part, MappingNode):
        context.source.wrong(part, Sentence(ONE, what=kind_of(part)))
        return None
    if (named := _named_by_key(part)) is not None:
        context.source.wrong(named, Sentence(BY_KEY, name=shortened(named.text)))
        return None
    instead = {key: suggestion(meant) for key, meant in OF_PLACES.items()}
    found = fill(part, PLACE, ("place", "at"), context, Sentence("A place"), instead)
    if not found.get("place") or not found.get("at"):
        return None
    nodes: dict[str, Any] = {key.text: value for key, value in part.pairs}
    more = (found.get(key, "") for key in (LABEL, "sign", "things"))
    return WrittenPlace(nodes["place"], nodes["at"], found["place"], found["at"], *more)


def called(part: Node) -> str:
    """The name of a place, whatever else is wrong in it; "" where it has none that can stay."""
    if not isinstance(part, MappingNode):
        return ""
    said = [value for key, value in part.pairs if key.text == "place"] or [_named_by_key(part)]
    name = said[0].text if isinstance(said[0], ScalarNode) else ""
    return name if NAME.fullmatch(name) and name not in TAKEN else ""


def _named_by_key(part: MappingNode) -> ScalarNode | None:
    """The name, where it stands as a key with the numbers after it, and in no other way."""
    if any(key.text == "place" for key, _ in part.pairs):
        return None
    keys = [key for key, value in part.pairs if isinstance(value, ScalarNode) and len(value.text.split()) > 2]
    return next((key for key in keys if key.text not in PLACE), None)


def spot(place: WrittenPlace, where: PictureFrame) -> Spot:
    """The place on the screen; what is laid there lies below its sign, and what stands, at its foot."""
    left, top, wide, high = where.box(place.share)
    x, y = left + wide / 2, top + high / 2
    found = below_sign(Spot(place.name, x, y, wide, high, label=place.label, sign=place.sign, hold=place.hold))
    room = min(found.box[3], LEAST_PLACE)
    foot = max(found.box[1], top + high - room - SEAM)
    return replace(found, inside=(left, foot, wide, room)) if place.hold == STANDS else found


def companion(where: PictureFrame) -> Reader:
    """Reads the line on which the companion stands: how many per cent of the picture lie above it."""

    def read(key: str, node: Node, context: Context) -> Spot | None:
        found = scalar(key, node, context)
        number = _number(found.text) if found else None
        y = where.top + (number or 0) * where.height / 100
        if found and (number is None or not LINE[0] <= y <= LINE[1]):
            least, most = max(1, ceil(where.down_to(LINE[0]))), min(100, int(where.down_to(LINE[1])))
            said = Sentence(FEET_AT, key=key, least=least, most=most, value=shortened(found.text))
            context.source.wrong(found, said)
        x, _, width = COMPANION
        return Spot("companion", x, y - FEET * width, width, width)

    return read


def look_at(
    place: WrittenPlace, where: PictureFrame, before: list[WrittenPlace], who: Spot | None, context: Context
) -> None:
    """Notes why a child could not use this place beside those `before` it, and the companion where the file says."""
    for sentence in _badly_named(place.name, before):
        context.source.wrong(place.named, sentence)
    for sentence in _badly_lying(place, where, before, who):
        context.source.wrong(place.lies, sentence)


def _badly_named(name: str, before: list[WrittenPlace]) -> Iterator[Sentence]:
    if name in TAKEN:
        yield Sentence(MEANS_ELSE, name=name)
    if name in (other.name for other in before):
        yield Sentence("There are two places called '{name}'. Rename one of them.", name=name)


def _badly_lying(
    place: WrittenPlace, where: PictureFrame, before: list[WrittenPlace], who: Spot | None
) -> Iterator[Sentence]:
    """All sentences at once; where the numbers are pixels, that one alone."""
    outside = _outside(place, where)
    if outside:
        yield outside
    if not outside.endswith(PIXELS):
        yield from filter(None, (_small(place, where), _low(place, where), _behind(place, where, who)))
        over = (other.name for other in before if _overlap(place.share, other.share))
        yield from (Sentence(OVER, name=place.name, other=name) for name in over)


def _outside(place: WrittenPlace, where: PictureFrame) -> Sentence:
    """One sentence where some of it is not seen, "" where all of it is."""
    left, top, width, height = place.share
    x, y, wide, _ = where.box(place.share)
    aside, down = left < 0 or left + width > 100, top < 0 or top + height > 100
    if aside or down:
        across = Sentence(OUT_ASIDE, name=place.name, left=f"{left:g}", right=f"{left + width:g}") if aside else UNSAID
        high = Sentence(OUT_DOWN, name=place.name, high=f"{top:g}", low=f"{top + height:g}") if down else UNSAID
        return across.then(high, PIXELS if max(place.share) > 100 else UNSAID)
    if x < -NEAR or x + wide > WIDTH + NEAR or y < -NEAR:
        left, top, width, _ = where.seen()
        low = int(where.down_to(LOWEST_PLACE))
        edges = {"left": ceil(left), "right": int(left + width), "high": ceil(top), "low": low}
        return Sentence(OFF_SCREEN, name=place.name, **edges)
    return UNSAID


def _small(place: WrittenPlace, where: PictureFrame) -> Sentence:
    """One sentence where there is no room for a finger and a picture, also below its sign, "" where there is."""
    _, _, wide, high = where.box(place.share)
    if wide < LEAST_PLACE - NEAR or high < LEAST_PLACE - NEAR:
        above = high - spot(place, where).box[3]  # what its sign takes, if it has one
        least = ceil(100 * LEAST_PLACE / where.width), ceil(100 * (LEAST_PLACE + above) / where.height)
        return Sentence(SMALL, name=place.name, wide=least[0], high=least[1])
    lacks = LEAST_PLACE - spot(place, where).box[3]
    if place.sign and lacks > NEAR:
        most = ceil(100 * (high + lacks) / where.height)
        return Sentence(NO_ROOM, name=place.name, most=most)
    return UNSAID


def _low(place: WrittenPlace, where: PictureFrame) -> Sentence:
    """One sentence where it is among what lies ready, "" where it is not."""
    _, y, _, high = where.box(place.share)
    if y + high <= LOWEST_PLACE + NEAR:
        return UNSAID
    most, ends = int(where.down_to(LOWEST_PLACE)), place.share[1] + place.share[3]
    return Sentence(TOO_LOW, name=place.name, most=most, ends=f"{ends:g}")


def _behind(place: WrittenPlace, where: PictureFrame, who: Spot | None) -> Sentence:
    """One sentence where the companion stands before it, "" where it does not."""
    x, y, wide, high = where.box(place.share)
    feet = who.y + FEET * who.width if who else y
    if who is None or not y < feet < y + high + TALL * who.width:
        return UNSAID
    if abs(who.x - x - wide / 2) >= (wide + BODY * who.width) / 2:
        return UNSAID
    low = ceil(where.down_to(y + high + TALL * who.width))
    return Sentence(BEHIND, name=place.name, low=low)


def _overlap(one: Share, other: Share) -> bool:
    return all(one[i] < other[i] + other[i + 2] and other[i] < one[i] + one[i + 2] for i in (0, 1))


def _place_name(key: str, node: Node, context: Context) -> str:
    return as_name(word(key, node, context), node, context)


def _at(key: str, node: Node, context: Context) -> Share | None:
    """Left, top, width and height in per cent of the picture, in words or as a list."""
    parts = node.items if isinstance(node, SequenceNode) else ()
    text = " ".join(part.text for part in parts if isinstance(part, ScalarNode)) or word(key, node, context)
    numbers = [_number(one) for one in re.split(r"[\s,;]+", text.strip(" ,;"))]
    share = tuple(number for number in numbers if number is not None)
    if len(numbers) == len(share) == 4:
        return share[0], share[1], share[2], share[3]
    if text:
        context.source.wrong(node, Sentence(HOW, key=key, value=shortened(text)))
    return None


def _number(text: str) -> float | None:
    return float(text.rstrip("% ")) if NUMBER.fullmatch(text) else None


def _things(key: str, node: Node, context: Context) -> str:
    found = scalar(key, node, context)
    if found is None or found.text in THINGS:
        return found.text if found else ""
    said = Sentence("Things cannot '{word}' in a place.", word=shortened(found.text))
    unknown(
        found,
        said,
        THINGS,
        context,
        Sentence("They can lie, stand, float or hang, or 'wrap': each in paper."),
    )
    return ""


PLACE: dict[str, Reader] = {
    "place": _place_name,
    "at": _at,
    LABEL: word,
    "sign": picture,
    "things": _things,
}
