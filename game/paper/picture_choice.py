"""The pictures that a grown-up can choose for a certificate or a letter: the child's own first, then the pair.

Only what may go home is offered. This file knows records; it draws nothing.
"""

from collections.abc import Iterable

from msgspec import Struct

from game.core.picture import Art, Picture
from game.paper.images import PaperImages, shape
from game.play import consent as t
from game.play.consent import Made, may_go_home
from game.play.record import Record, chosen, companion, pair
from game.system.errors import Trouble
from game.system.language import N_

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
    """A picture by its name in `Wanted.pictures`; `on` what it stands: "cushion", "ground", "air" or "sheet"."""

    name: str
    title: str
    art: Art
    on: str


def candidates(record: Record) -> tuple[PictureChoice, ...]:
    """Everything that can be chosen, the child's own first."""
    thing = pair(record)[1]
    walkers = [PictureChoice(COMPANION, N_("The companion"), companion(record), "ground")]
    walkers += [PictureChoice(THING, N_("The thing of the pair"), thing, "ground")] if thing else []
    return (*_own(record), *_drawings(record), *walkers)


def _own(record: Record) -> list[PictureChoice]:
    found = [PictureChoice(name, title, art, on) for name, title, made, on in OWN if (art := made_there(record, made))]
    return [one for i, one in enumerate(found) if one.art not in [earlier.art for earlier in found[:i]]]


def _drawings(record: Record) -> list[PictureChoice]:
    """What the child has drawn on blank cards, where the page on which a card lies may go home."""
    results = [made for page in t.PAGES for made in page.made if may_go_home(record, made)]
    cards = dict.fromkeys(o.art for made in results for o in chosen(record, *made) if _is_drawing(o.id, o.art))
    secret = t.kept_art(record)
    shown = [art for art in cards if art not in secret]
    return [PictureChoice(f"drawing-{i}", N_("A drawing"), art, "sheet") for i, art in enumerate(shown, 1)]


def _is_drawing(id: str, art: Art) -> bool:
    return isinstance(art, Picture) and id.startswith("card-")


def made_there(record: Record, which: Made) -> Art | None:
    """The picture that the child chose there, as it has made it; None where it chose none, or keeps it."""
    return next((o.art for o in chosen(record, *which)), None) if may_go_home(record, which) else None


def picked(record: Record, names: Iterable[str]) -> tuple[PictureChoice, ...]:
    """The pictures of these names, in this order. Raises Trouble."""
    known = {one.name: one for one in candidates(record)}
    for name in names:
        if name not in known:
            raise Trouble("There is no picture '{name}' here. There are: {known}.", name=name, known=", ".join(known))
    return tuple(known[name] for name in names)


def usual(record: Record, *names: str) -> tuple[PictureChoice, ...]:
    """Those of these pictures that there are."""
    known = {one.name: one for one in candidates(record)}
    return tuple(known[name] for name in names if name in known)


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
