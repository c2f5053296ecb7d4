"""The pictures that a step of an activity's file names, as they are offered; and which of those stay that were used.

Pure given what it is handed: no clock, no files, no pygame.
"""

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Any

from msgspec.structs import replace

from game.core.activity import ALONE, PICTURE, Step, ValueKind, is_card
from game.core.ids import to_builtins
from game.core.picture import Art, Line, Picture, Stamp, Strokes, Thing, fitted, is_photo
from game.core.table import Offered, PicturePart
from game.mechanics import mechanic
from game.play.look import OF_PAPER
from game.play.picture_source import PictureSource
from game.play.take import StepState

PALE = 0.62  # of the way to white: so pale are the strokes of a drawing that one draws over
ELSEWHERE = "-elsewhere"  # what the name of a card ends with that would be mixed up with one of the step


def apart_from(cards: tuple[Offered, ...], offered: tuple[Offered, ...]) -> tuple[Offered, ...]:
    """What is offered, where cards of other activities have the same names as the cards of this step."""
    ids = {card.id for card in cards}
    return tuple(replace(o, id=f"{o.id}{ELSEWHERE}") if o.id in ids else o for o in offered)


def together(choices: Iterable[tuple[Offered, ...]]) -> tuple[Offered, ...]:
    """The pictures of several choices, each once; a card that has the name of another one gets one of its own."""
    found: dict[str, Offered] = {}
    for one in (one for choice in choices for one in choice):
        apart = is_card(one.id) and one.id in found and found[one.id].art != one.art
        name = f"{one.id}{ELSEWHERE}" if apart else one.id
        found.setdefault(name, replace(one, id=name))
    return tuple(found.values())


def listed_pictures(step: Step, kind: ValueKind, library: PictureSource) -> tuple[Offered, ...]:
    """The pictures that stand in the file, in fields of this kind."""
    named = [one for pictures in step.written.of_kind(kind) for one in pictures]
    alone = step.written.named(ALONE)
    return tuple(Offered(o.name, library.art(o.name), o.label, alone=o.name in alone) for o in named)


def not_alone(chosen: tuple[Offered, ...]) -> tuple[Offered, ...]:
    """What a later step takes of what was chosen: not what stands for none, such as "nothing"."""
    return tuple(one for one in chosen if not one.alone)


def named_pictures(step: Step, kind: ValueKind, library: PictureSource) -> tuple[Offered, ...]:
    """The pictures that stand alone after a key of this kind, each with its shape."""
    arts = {one: library.art(one) for one in step.written.of_kind(kind) if one}
    return tuple(Offered(one, art, library.label(one), shape=library.shape(art)) for one, art in arts.items())


def by_turns(pictures: Sequence[Offered], band: str) -> tuple[Offered, ...]:
    """For who is nine or older, animals and things of paper by turns while there are both, beginning with whichever
    lay first. The few things were lost among the animals: the first page seemed to be a game for the small.
    """
    things = [o for o in pictures if o.id in OF_PAPER]
    others = [o for o in pictures if o.id not in OF_PAPER]
    if band != "big" or not things or not others:
        return tuple(pictures)
    both = (things, others) if pictures[0] in things else (others, things)
    return tuple(o for pair in zip_longest(*both) for o in pair if o)


def sheets_as_begun(step: Step, offered: tuple[Offered, ...], before: StepState | None) -> tuple[Offered, ...]:
    """What is offered; a sheet that something was drawn on is the one that lay there, whatever the file has become."""
    if before is None:
        return offered
    sheets = {o.id: o for o in before.table.offered if o.id in step.written.of_kind(PICTURE)}
    if not sheets or not mechanic(step.mechanic).told(before.table, before.state):
        return offered
    return tuple(sheets.get(o.id, o) for o in offered)


def still_used(before: StepState, offered: tuple[Offered, ...]) -> tuple[Offered, ...]:
    """What was placed stays placed: pictures that the file no longer offers but the child has used."""
    known, used, table = {o.id for o in offered}, used_names(before), before.table
    return tuple(o for o in table.offered + table.beside if o.id in used and o.id not in known)


def used_names(before: StepState) -> set[str]:
    """The names of pictures and spots that the child has used."""
    return set(_words(to_builtins(before.state, text=lambda id: id.name)))


def _words(plain: Any) -> list[str]:
    """Every piece of text in plain data."""
    if isinstance(plain, str):
        return [plain]
    items = plain.values() if isinstance(plain, dict) else plain if isinstance(plain, list | tuple) else ()
    return [word for item in items for word in _words(item)]


def with_body(base: Offered | None, library: PictureSource) -> Offered | None:
    """What is decorated, with where its body is: that of the largest picture of what was made before; and its parts."""
    art: Any = base and base.art
    parts = _parts(art, library) if base else ()
    while isinstance(art, Picture):
        stamps = (thing for thing in art.things if isinstance(thing, Stamp))
        art = max(stamps, key=lambda stamp: stamp.width).art
    return base and replace(base, body=library.body(art) if isinstance(art, str) else (), parts=parts)


def _parts(art: Art, library: PictureSource) -> tuple[PicturePart, ...]:
    """The parts of a picture, or of the pictures on it, such as on the sheet of a drawing, in shares of its width."""
    if isinstance(art, str):
        return library.named_parts(art)
    stamps = [thing for thing in art.things if isinstance(thing, Stamp)]
    return tuple(_lying(part, thing, art.width) for thing in stamps for part in _parts(thing.art, library))


def _lying(part: PicturePart, stamp: Stamp, width: float) -> PicturePart:
    """The part of a picture that lies there on a sheet so wide."""
    left, top, wide, _ = fitted(stamp)
    return part.moved(left / width, top / width, wide / width)


def paled(picture: Offered) -> Offered:
    """The same with the strokes of a drawing pale, and all else as it is."""
    return replace(picture, art=_paled(picture.art))


def _paled(art: Art) -> Art:
    return art if isinstance(art, str) else replace(art, things=tuple(map(_pale, art.things)))


def _pale(thing: Thing) -> Thing:
    if isinstance(thing, Strokes):
        return replace(thing, lines=tuple(map(_pale_line, thing.lines)))
    return replace(thing, art=_paled(thing.art)) if isinstance(thing, Stamp) else thing


def _pale_line(line: Line) -> Line:
    colour = (int(line.colour[at : at + 2], 16) for at in (1, 3, 5))
    return replace(line, colour="#" + "".join(f"{round(one + (255 - one) * PALE):02x}" for one in colour))


def as_drawn(picture: Offered, library: PictureSource) -> Offered:
    """The picture with what its drawing says: what it is when it is opened or dark, where in a landscape it belongs."""
    if not isinstance(picture.art, str):
        return picture
    opened, belongs, dark = library.opened(picture.art), library.belongs(picture.art), library.dark(picture.art)
    return replace(picture, opened=opened, belongs=belongs, dark=dark, photo=is_photo(picture.art))
