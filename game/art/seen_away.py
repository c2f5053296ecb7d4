"""How a companion's drawing becomes that of one who is seen in the quiet look: from behind, plain, and no toy.

No mark on its back could be taken for a face, its head is small, as an animal's is, and its colours are those of dusk.
A thing of paper has no face to turn away: it keeps its light, and stands without arms or legs.
"""

import xml.etree.ElementTree as ElementTree

from game.art.muted import FIGURE, PAPER, muted
from game.core.puppet import FACE, LIMBS, Point

SVG = "{http://www.w3.org/2000/svg}"
HEAD = 0.75  # of its size, how large the head of an animal is
ON_HEAD = ("head", "ear-left", "ear-right", "scarf")


def seen_away(drawing: str) -> ElementTree.Element:
    """The puppet's drawing, each part as it is seen then from wherever."""
    thing = is_thing(ElementTree.fromstring(drawing))
    root = ElementTree.fromstring(muted(drawing, PAPER if thing else FIGURE))
    for group in _parts(root):
        if group.get("id") in (LIMBS if thing else FACE):
            root.remove(group)
    for parent in root.iter():
        for child in [e for e in parent if e.get("data-look") == "usual" or e.get("data-side") == "front"]:
            parent.remove(child)
        parent.attrib.pop("data-side", None)
    if not thing:
        _shrink_head(root)
    return root


def is_thing(root: ElementTree.Element) -> bool:
    """True for the puppet of a thing of paper, which has no face."""
    return all(group.get("id") != "mouth" for group in _parts(root))


def _parts(root: ElementTree.Element) -> list[ElementTree.Element]:
    return [child for child in root if child.tag == f"{SVG}g"]


def _shrink_head(root: ElementTree.Element) -> None:
    """The head, and what is pinned to it, smaller about the neck."""
    on_head = [group for group in _parts(root) if group.get("id") in ON_HEAD]
    neck = next(_point(group.attrib["data-pivot"]) for group in on_head if group.get("id") == "head")
    x, y = ((1 - HEAD) * place for place in neck)
    for group in on_head:
        pin_x, pin_y = _point(group.attrib["data-pivot"])
        group.set("data-pivot", f"{x + HEAD * pin_x:g} {y + HEAD * pin_y:g}")
        inside = ElementTree.Element(f"{SVG}g", {"transform": f"translate({x:g} {y:g})scale({HEAD})"})
        inside[:], group[:] = list(group), [inside]


def _point(text: str) -> Point:
    x, y = text.split()
    return float(x), float(y)
