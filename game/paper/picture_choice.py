"""The pictures that a grown-up can choose for a certificate or a letter: the child's own first, then the pair.

This file knows what may go home; it draws nothing.
"""

from collections.abc import Iterable

from msgspec import Struct

from game.core.picture import Art, Picture
from game.core.take_home import LETTER, ON_CARD, PAGE
from game.paper.images import PaperImages, shape
from game.play import consent as t
from game.play.consent import Made
from game.play.home_record import HomeRecord
from game.system.errors import Trouble
from game.system.language import N_

MOST = 3  # pictures on a certificate, and on the papers of a set: it has so many places
COMPANION, THING, EMBLEM, STONE, KEEPSAKE = "companion", "thing", "emblem", "stone", "keepsake"
ABOVE = "above"  # the place where a picture hangs
OWN = (  # a name, its title in the form, where it is made, and on what it stands
    (STONE, N_("The worry stone"), t.STONE, "cushion"),
    (KEEPSAKE, N_("The keepsake"), t.KEEPSAKE, "cushion"),
    ("leaf", N_("The leaf"), t.LEAF, "air"),
    (EMBLEM, N_("The emblem"), t.EMBLEM, "air"),
    ("calm-place", N_("The calm place"), t.PLACE, "sheet"),
)


class PictureChoice(Struct, frozen=True):
    """A picture by its name in `PaperOptions.pictures`; `on` what it stands: "cushion", "ground", "air" or "sheet"."""

    name: str
    title: str
    art: Art
    on: str


def candidates(home: HomeRecord) -> tuple[PictureChoice, ...]:
    """Everything that can be chosen, the child's own first."""
    walkers = [PictureChoice(COMPANION, N_("The companion"), home.walker, "ground")]
    walkers += [PictureChoice(THING, N_("The thing of the pair"), home.thing, "ground")] if home.thing else []
    return (*_own(home), *_drawings(home), *walkers)


def _own(home: HomeRecord) -> list[PictureChoice]:
    found = [one for name, title, made, on in OWN for one in _of_its_kind(name, title, made, on, home)]
    found += [_of_own(made, home) for made in home.own(*ON_CARD, LETTER)]
    found += [_of_own(made, home, "sheet") for made in home.own(PAGE) if _is_one(made, home)]
    return [one for i, one in enumerate(found) if one.art not in [earlier.art for earlier in found[:i]]]


def _of_its_kind(name: str, title: str, made: Made, on: str, home: HomeRecord) -> list[PictureChoice]:
    """The one by its name, and those that other activities have made, by the titles of these."""
    return [
        PictureChoice(name if one == made else _named(one), home.among_others(one, title), home.chosen(one)[0].art, on)
        for one in home.all_of(made)
    ]


def _named(made: Made) -> str:
    return f"{made.activity}.{made.result}"


def _of_own(made: Made, home: HomeRecord, on: str = "cushion") -> PictureChoice:
    return PictureChoice(_named(made), home.called(made), home.chosen(made)[0].art, on)


def _is_one(made: Made, home: HomeRecord) -> bool:
    """True for one picture that the child has made; what lies in a scene, or many things, are a page of their own."""
    pictures = home.chosen(made)
    return len(pictures) == 1 and isinstance(pictures[0].art, Picture)


def _drawings(home: HomeRecord) -> list[PictureChoice]:
    return [PictureChoice(f"drawing-{i}", N_("A drawing"), art, "sheet") for i, art in enumerate(home.drawings, 1)]


def picked(home: HomeRecord, names: Iterable[str]) -> tuple[PictureChoice, ...]:
    """The pictures of these names, in this order. Raises Trouble."""
    known = {one.name: one for one in candidates(home)}
    for name in names:
        if name not in known:
            raise Trouble("There is no picture '{name}' here. There are: {known}.", name=name, known=", ".join(known))
    return tuple(known[name] for name in names)


def existing(home: HomeRecord, *names: str) -> tuple[PictureChoice, ...]:
    """Those of these pictures that there are."""
    known = {one.name: one for one in candidates(home)}
    return tuple(known[name] for name in names if name in known)


def replaced(there: tuple[str, ...], most: int = MOST) -> str:
    """The name of the picture for which one more would stand; "" while there are fewer than `most`."""
    return there[-1] if len(there) >= most else ""


def toggled(there: tuple[str, ...], name: str, most: int = MOST) -> tuple[str, ...]:
    """The names of the pictures on a paper with this one, or without it where it was there."""
    if name in there:
        return tuple(one for one in there if one != name)
    return (*(one for one in there if one != replaced(there, most)), name)


def laid(
    treasures: Iterable[PictureChoice], places: tuple[str, ...], drawn: PaperImages, pixels: int
) -> dict[str, dict | None]:
    """Which picture stands where, for a template: the companion at the first place, where it is among them.

    What hangs, hangs above, where that is a place. What there is no place for is left out.
    """
    stand = sorted(treasures, key=lambda one: one.name != COMPANION)
    hanging = next((one for one in stand if one.on == "air" and ABOVE in places), None)
    there = {ABOVE: hanging} if hanging else {}
    stand = [one for one in stand if one != hanging]
    left, right, *more = (place for place in places if place not in there)
    order = (left, right, *more) if stand and stand[0].name == COMPANION else (right, left, *more)
    there |= zip(order, stand, strict=False)
    return {place: _drawn(there[place], drawn, pixels) if place in there else None for place in places}


def _drawn(one: PictureChoice, drawn: PaperImages, pixels: int) -> dict:
    return {"file": drawn.picture(one.art, pixels), "on": one.on, "shape": shape(one.art)}
