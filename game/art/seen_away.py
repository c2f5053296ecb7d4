"""How a companion's drawing becomes that of one who is seen in the quiet look: from behind, plain, and no toy.

No mark on its back could be taken for a face, its head is small, as an animal's is, and its colours are those of dusk.
A thing of paper has no face to turn away: it keeps its light, and stands without arms or legs.
"""

import xml.etree.ElementTree as ElementTree

from game.art.muted import FIGURE, PAPER, muted
from game.core.puppet import FACE, LIMBS, Point

SVG = "{http://www.w3.org/2000/svg}"
HEAD, SLIM = 0.68, 0.84  # of its size, how large the head of an animal is; of its width, how wide all of it is
RIM, BRIGHTER = muted("#fff3d6", FIGURE), 2.6  # the colour of a puppet's edges; so many times as strong
PLACES = {"data-pivot", "data-tip", "data-holds"}
ON_HEAD = ("head", "ear-left", "ear-right", "scarf")


def seen_away(drawing: str, back: str = "") -> ElementTree.Element:
    """The puppet's drawing, each part as it is seen then from wherever; `back` is a drawing of those parts that look
    otherwise on an animal than on a toy: they lie where these lie then, in colours of dusk, and replace them.
    """
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
        _reshape(root)
        _brighten_rims(root)
    if back:
        _replace_parts(root, ElementTree.fromstring(back))
    return root


def _replace_parts(root: ElementTree.Element, back: ElementTree.Element) -> None:
    drawn = {group.get("id"): group for group in _parts(back)}
    for group in _parts(root):
        if group.get("id") in drawn:
            group[:] = drawn[group.get("id")]
    root[:0] = back.findall(f"{SVG}defs")


def is_thing(root: ElementTree.Element) -> bool:
    """True for the puppet of a thing of paper, which has no face."""
    return all(group.get("id") != "mouth" for group in _parts(root))


def _parts(root: ElementTree.Element) -> list[ElementTree.Element]:
    return [child for child in root if child.tag == f"{SVG}g"]


def _reshape(root: ElementTree.Element) -> None:
    """All of it slim, and the head, with what is pinned to it, small about the neck; what it holds stays as it is."""
    groups = [group for group in _parts(root) if group.get("id") != "thing"]
    neck = next(_point(group.attrib["data-pivot"]) for group in groups if group.get("id") == "head")
    for group in groups:
        high = HEAD if group.get("id") in ON_HEAD else 1
        wide, x, y = SLIM * high, (1 - high) * SLIM * neck[0], (1 - high) * neck[1]
        for said in PLACES & group.attrib.keys():
            pin_x, pin_y = _point(group.attrib[said])
            group.set(said, f"{x + wide * pin_x:g} {y + high * pin_y:g}")
        inside = ElementTree.Element(f"{SVG}g", {"transform": f"translate({x:g} {y:g})scale({wide:g} {high:g})"})
        inside[:], group[:] = list(group), [inside]


def _brighten_rims(root: ElementTree.Element) -> None:
    """The pale edge of each part of its paper stronger: dark fur was lost in a dark room."""
    for edge in root.iter():
        if edge.get("stroke-opacity") and edge.get("stroke") == RIM:
            edge.set("stroke-opacity", f"{min(1, BRIGHTER * float(edge.attrib['stroke-opacity'])):g}")


def _point(text: str) -> Point:
    x, y = text.split()
    return float(x), float(y)
