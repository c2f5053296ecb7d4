"""What lies upon a picture, and on which part of it, such as a body's head.

This file knows pictures alone; what they are called stands in `words.py`.
"""

from collections.abc import Collection, Iterator, Mapping

from game.core.ids import SpotId
from game.core.picture import Art, Picture, Stamp, Strokes
from game.paper.phrases import all_of
from game.system.language import N_, Translate

# What papers call the parts of our pictures, in brackets behind what lies there: "Knot (tummy)".
PARTS = {
    "head": N_("head"),
    "chest": N_("chest"),
    "tummy": N_("tummy"),
    "arms": N_("arms"),
    "hands": N_("hands"),
    "legs": N_("legs"),
}


def lies_upon_sheet(art: Art) -> bool:
    """True where something was laid upon what a child has drawn."""
    return isinstance(art, Picture) and any(isinstance(t, Stamp) and _is_sheet(t.art) for t in art.things)


def words_upon(art: Picture, known: Mapping[Art, str], other: str, _: Translate) -> list[str]:
    """What a picture is made of, each once, in the words that are known of it, else in the `other` one."""
    there: dict[str, list[str]] = {}
    for one, part in _lying_upon(art, known):
        parts = there.setdefault(known.get(one, other), [])
        parts += [_(PARTS[part])] if part and _(PARTS[part]) not in parts else []
    # Translators: a picture, and the parts of a body on which a child has laid it: "Knot (tummy and head)"
    on = _("{picture} ({parts})")
    return [on.format(picture=word, parts=all_of(parts, _)) if parts else word for word, parts in there.items()]


def _lying_upon(art: Picture, known: Collection[Art]) -> Iterator[tuple[Art, str]]:
    """What a picture is made of, from back to front, each with the part on which it lies, or "": the names of picture
    files, and of what is `known` the whole of it. What lies below a drawing that something was laid upon is not told.
    """
    for thing in art.things:
        if not isinstance(thing, Stamp):
            continue
        if isinstance(thing.art, str) or thing.art in known:
            yield thing.art, thing.id.name if isinstance(thing.id, SpotId) else ""
        elif not _is_sheet(thing.art):
            yield from _lying_upon(thing.art, known)


def _is_sheet(art: Art) -> bool:
    return isinstance(art, Picture) and any(isinstance(thing, Strokes) for thing in art.things)
