"""What is ready for a visit, in sections: one is open, a word or two says what the others hold.

So all that matters stands on one screen, and a change is two presses away; a large desk shows them all.
"""

from collections.abc import Sequence

from msgspec import Struct

from game.desk.form import Button, Card, Column, Flow, Item, Row, Scroll
from game.desk.messages import ShowSection

ROOMY = 1600  # design units of a desk that shows all sections
WIDE = 430  # of a section there, at least: three stand side by side
PAD = 12  # around a section: each line counts


class FormSection(Struct, frozen=True):
    """A part of what is ready: its title, what is said of it while it is shut, and what it shows."""

    name: str
    title: str
    said: str
    item: Item


def sections(found: Sequence[FormSection], opened: str, wide: float) -> Item:
    """The sections on a desk so wide, in design units; that of the name `opened` is open."""
    if wide >= ROOMY:
        return Scroll("ready", Flow(tuple(Card(each.item, PAD) for each in found), WIDE, PAD))
    heads = (
        Button(ShowSection(each.name), f"{each.title}\n{each.said}", "section", each.name == opened) for each in found
    )
    there = next(each.item for each in found if each.name == opened)
    return Column((Row(tuple(heads), 8), Scroll(ShowSection(opened), Card(there, PAD))), 8)
