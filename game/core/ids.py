"""Ids: what each thing on a screen is, so that a touch, a hand and a move can be about it.

Every kind is a type of its own: a picture called `gate` is not the gate. Ids are equal when type, name and number are.
Journals hold ids as text, and that text is made (`str(id)`) and read (`parse`, `read_option`) here and nowhere else.
They are no msgspec Structs, because msgspec would write those as objects: `enc_hook` and `dec_hook` are its hooks.

This file knows no mechanic, no picture, no clock, no files, no pygame.
"""

from collections.abc import Callable
from typing import Any, ClassVar, TypeVar

import msgspec

T = TypeVar("T")


class Id:
    """A frozen value; use one of the types below. `name` and `number` say which of its kind it is."""

    __slots__ = ("name", "number")
    __match_args__ = ("name", "number")
    name: str
    number: int | None
    written: ClassVar[str]  # what journals call its kind

    def __init_subclass__(cls, written: str = "") -> None:
        cls.written = written or cls.__name__

    def __init__(self, name: str = "", number: int | None = None) -> None:
        _set_name(self, name)
        _set_number(self, number)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{self!r} cannot be changed")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.name == self.name and other.number == self.number

    def __hash__(self) -> int:
        return hash((type(self), self.name, self.number))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.name!r}, {self.number!r})"

    def __str__(self) -> str:
        """Its text in journals: the short one of before, in full where that would be read as something else."""
        short = _short(self)
        return short if parse(short) == self else f"={self.written}={self.name}={_digits(self.number)}"


# The slots themselves: `object.__setattr__` takes three times as long, and each screen is full of ids.
_set_name, _set_number = vars(Id)["name"].__set__, vars(Id)["number"].__set__


class Control(Id):
    """One of the program's own buttons: rest, trail, onward, turn."""


class TrailStop(Id):
    """An activity's stop on the trail; `name` is the activity's."""


class Way(Id):
    """Where the trail's road leads out of the view: "on" or "back"."""


class Gate(Id):
    """The gate at the end of the trail."""


class Door(Id):
    """The companion's own door, where the trail begins."""


class SpotId(Id, written="Place"):
    """A spot of the scene, by the name that it has there."""


class Area(Id):
    """A part of the screen that a mechanic lays out itself: the tray, the cloth, the paper to draw on."""


class Option(Id):
    """A picture that can be chosen, by its name; `number` tells apart the copies of one that was laid several times."""


class Sticker(Id):
    """A sticker on what is decorated; stickers are numbered in the order in which they were stuck."""


class Scenery(Id):
    """Something drawn that is neither chosen nor gone to; `number` where there are several of one name."""


class Sign(Id):
    """The sign above the spot of this name."""


class Vessel(Id):
    """The vessel that stands on the spot of this name."""


class StopPicture(Id):
    """What was chosen in the activity of this name, as it stands at its stop."""


class FirstPicture(Id):
    """A page of the activity of this name, as it was on the visit of this number."""


KINDS: dict[str, type[Id]] = {kind.written: kind for kind in Id.__subclasses__()}
PREFIXES: dict[str, type[Id]] = {"control": Control, "spot": SpotId, "sign": Sign, "vessel": Vessel}
NUMBERED: dict[str, type[Id]] = {"stuck": Sticker, "star": Scenery}
AREAS = ("tray", "cloth", "base", "reveal", "paper")  # written `spot-…` as the spots of scenes are
SCENERY = (  # what journals hold by the bare name
    *("companion", "tray", "cloth", "base", "inside", "picked"),
    *("glow", "strokes", "drawing", "drawing-paper"),
)


def parse(text: str) -> Id:
    """The id with this text on a screen. What is nothing else is a picture's name.

    >>> parse("spot-keep"), parse("pebble+7"), parse("=Option=gate=")
    (SpotId('keep', None), Option('pebble', 7), Option('gate', None))
    """
    before, dash, after = text.partition("-")
    if text.startswith("="):
        return _in_full(text)
    if before in NUMBERED and _is_number(after):
        return NUMBERED[before]("" if before == "stuck" else before, int(after))
    if dash and before in PREFIXES:
        return Area(after) if before == "spot" and after in AREAS else PREFIXES[before](after)
    return Scenery(text) if text in SCENERY else read_option(text)


def read_option(text: str) -> Option:
    """The option with this text where only an option can stand, as in a move.

    >>> read_option("companion"), read_option("mum+dad"), read_option("pebble+7")
    (Option('companion', None), Option('mum+dad', None), Option('pebble', 7))
    """
    if text.startswith("="):
        found = _in_full(text)
        return found if isinstance(found, Option) else Option(text)
    name, plus, number = text.rpartition("+")
    return Option(name, int(number)) if name and plus and _is_number(number) else Option(text)


def _in_full(text: str) -> Id:
    """The id that is written in full; a picture's name where it only looks so."""
    kind, _, rest = text[1:].partition("=")
    name, equals, number = rest.rpartition("=")
    if not equals or kind not in KINDS or not (number == "" or _is_number(number)):
        return Option(text)
    return KINDS[kind](name, int(number) if number else None)


def _short(id: Id) -> str:
    """How it was written before some names were found to mean two things."""
    number = _digits(id.number)
    match id:
        case Option():
            return f"{id.name}+{number}" if number else id.name
        case Sticker():
            return f"stuck-{number}"
        case Scenery():
            return f"{id.name}-{number}" if number else id.name
        case Area():
            return f"spot-{id.name}"
    return next((f"{prefix}-{id.name}" for prefix, kind in PREFIXES.items() if isinstance(id, kind)), "")


def _digits(number: int | None) -> str:
    return "" if number is None else str(number)


def _is_number(text: str) -> bool:
    """True for a number as it is written here: 7, not 07, and no other digits than these."""
    return text.isdecimal() and str(int(text)) == text


def enc_hook(id: object) -> str:
    """msgspec's hook for writing: an id becomes its text."""
    if isinstance(id, Id):
        return str(id)
    raise NotImplementedError(f"{type(id)} cannot be written")


def dec_hook(kind: type, text: Any) -> Id:
    """msgspec's hook for reading: text becomes an id where one belongs."""
    if isinstance(text, str) and kind in (Id, Option):
        return read_option(text) if kind is Option else parse(text)
    raise NotImplementedError(f"{kind} cannot be read")


def to_builtins(value: object, text: Callable[[Any], Any] = enc_hook) -> Any:
    """The value as plain data, its ids as text."""
    return msgspec.to_builtins(value, enc_hook=text)


def convert(value: Any, kind: type[T], read: Callable[[type, Any], Any] = dec_hook) -> T:
    """Plain data as a value of this kind. Raises ValueError."""
    return msgspec.convert(value, kind, dec_hook=read)
