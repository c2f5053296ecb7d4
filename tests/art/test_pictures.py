"""Every picture and scene that we ship: a plain drawing of the right form, and no option louder than another.

Sizes and colours are measured on the picture as a child sees it, painted 100 pixels wide.
"""

import re
from functools import cache
from io import BytesIO
from operator import attrgetter
from pathlib import Path
from xml.etree import ElementTree

import pytest
import resvg_py
from msgspec import Struct
from PIL import Image, ImageChops, ImageStat

from game.art.picture_files import LOOKS
from game.art.picture_reader import answer, dark_name
from game.core.events import NOBODY_YET
from game.core.puppet import QUIET
from game.play.answers import ANSWERS
from game.system.paths import ASSETS
from tests.support.each import for_each

SIDE = 100  # pixels that a picture is measured at; one of them is 4 units
UNIT = 4
PICTURES = sorted((ASSETS / "pictures").glob("*/*.svg"))
SCENES = sorted((ASSETS / "scenes").glob("*.svg"))
NEVER = {"text", "tspan", "textPath", "style", "script", "image", "foreignObject", "a", "animate", "set", "switch"}
WIDE = {"cloth": "0 0 800 240", "drawing-paper": "0 0 740 480", "tray": "0 0 700 150"}  # what things lie on
WIDE |= {"bag-front": "0 0 500 540", "satchel-front": "0 0 400 388"}  # what things lie in
WIDE |= dict.fromkeys(("chest-front", "stump-front"), "0 0 400 436")
WIDE |= {"sleeve-front": "0 0 360 420", "broad-leaf": "0 0 740 480"}  # where a page lies, what one draws on
WIDE |= {"hooks-front": "0 0 456 150", "print-paper": "0 0 1368 1004"}  # where things hang, what hangs there
WIDE |= {
    "picture-line": "0 0 1280 400",
    "home-line": "0 0 1280 400",
    "wall-pins": "0 0 630 344",
}  # across the screen, across a board
WIDE |= dict.fromkeys((f"stepping-stone-{level}" for level in ("rough", "between", "smooth")), "0 0 400 250")
WIDE |= dict.fromkeys(("beach-place", "evening-place", "forest-place", "meadow-place"), "0 0 640 440")
WIDE |= {"own-hollow": "0 0 400 362"}  # what is seen through a gate
WIDE |= dict.fromkeys(("den-chest-open", "den-chest-half", "den-boat-front"), "0 0 400 400")  # as wide as their spot
WIDE |= dict.fromkeys(("tree-leaf-up", "tree-leaf-falling", "tree-leaf-down"), "0 0 630 580")
WIDE |= {
    f"{name}-quiet": WIDE[name]
    for name in ("satchel-front", "chest-front", "stump-front", "sleeve-front", "den-boat-front")
}
WIDE |= {f"{name}-quiet": WIDE[name] for name in ("tree-leaf-up", "tree-leaf-falling", "tree-leaf-down", "wall-pins")}
MOST_PARTS, MOST_SCENE_PARTS = 250, 600  # elements: more of them take too long to paint
IN_USE = "in-use"  # the same things while they are used: each as large as the thing itself, whatever it does then
SEEN = 40  # of 255: what is fainter is a shadow

# What is laid out as options beside one another, and must be equally attractive.
OPTIONS = (
    "afterwards",
    "animals",
    "backpack",
    "calm-place",
    "certificate",
    "everyday",
    "feelings",
    "goodbyes",
    "keepsakes",
    "last-day",
    "life",
    "pages",
    "people",
    "places",
    "stickers",
    "stones",
    "things",
    "tools",
    "tree",
    "weather",
)
SIZE, SATURATION = 0.85, 0.75  # of the largest, of the most colourful

OF_ITS_OWN_SIZE = {
    "pool-of-light": "light, which has no edge and is nearly clear",
    "hand": "the ghost hand points; it is no option",
    "hand-quiet": "the same, in the quiet look",
    "onlookers-glad-quiet": "light on one bench of the scene, which has no edge",
    "heart": "a round shape that looks larger than it is",
    "leaf-arch": "leaves around a landscape, as wide as that",
    "leaf-gate": "leaves around a landscape, as wide as that",
    "leaf-arch-quiet": "the same, in the quiet look",
    "leaf-gate-quiet": "the same, in the quiet look",
    "leaf-up-there": "one leaf of those on a tree: it is as large as they are",
    "leaf-on-its-way": "the same, half-way down",
    "leaf-down-here": "the same, where it comes down",
    "cart-front": "a board of the cart that is in the scene, before who sits in it: it is where that is",
    "cart-front-quiet": "grass at the edge of a stone, before who stands on it: it is where that is",
    "wish-box": "a box around what stands in it, and so wider than that",
    "wish-box-open": "its front, let down: all of it is at the lower edge",
    "wish-box-quiet": "the same, in the quiet look",
    "wish-box-open-quiet": "its front, let down, in the quiet look",
    "wish-box-within": "how that is inside, behind what stands in it",
    "own-chest-open": "it is seen where the shut chest is in the scene, and covers that",
    "little-satchel-front": "a small bag, in a place as large as those beside it",
    "own-chest-open-quiet": "the same, in the quiet look",
    "bough-thread": "a thread and a cap, at the upper edge of the ball that hangs by them",
    "carry-ring": "what hangs in it is as large as what lies ready, and it is around that",
    "peg-quiet": "the same, in the quiet look",
    "peg": "what hangs it is as large as the thing that hangs there, and all of it is at the upper edge",
    "stone-in-water": "rings around what lies in the water are wider than that",
    "water-over-stone": "rings around what lies in the water are wider than that",
    "marker": "a ring around what is reached by key or switch",
}
FORMS = WIDE.keys() | OF_ITS_OWN_SIZE.keys()
APART = {  # kept out of the comparison with their family, and why
    "therapist-chair": "a chair is broader than a person",
    "person-unknown": "somebody of whom nothing is known: a figure in one pale colour",
    "butterfly": "rose and heather beside a sun and a drop of water",
    "sun": "gold is the strongest colour of the palette",
    "amber-stone": "amber is a deep gold, and a pale one is no amber",
    "lapis-stone": "a deep blue",
    "swing": "two ropes and a seat: there is little of it",
    "kite": "many small pieces in soft colours",
    "shell": "a shell is pale",
    "hanging-leaf-gold": "gold is the strongest colour of the palette",
}


def parts(path: Path) -> list[ElementTree.Element]:
    """All elements of a drawing, its root first. Raises ParseError."""
    return list(ElementTree.fromstring(path.read_text("utf-8")).iter())


def kind(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


class Seen(Struct, frozen=True):
    """What a child sees of a picture: its box in units, a length for its size, its saturation from 0 to 1."""

    left: int
    top: int
    right: int
    bottom: int
    size: float
    saturation: float


@cache
def seen(path: Path) -> Seen:
    """The picture painted and measured."""
    whole = _painted(path)
    there = _silhouette(whole)
    box = [edge * UNIT for edge in there.getbbox()]
    area = ImageStat.Stat(there).mean[0] / 255
    saturation = ImageStat.Stat(whole.convert("RGB").convert("HSV").getchannel("S"), mask=there).mean[0] / 255
    return Seen(*box, area**0.5, saturation)


def _painted(path: Path) -> Image.Image:
    svg = path.read_text("utf-8")
    png = bytes(resvg_py.svg_to_bytes(svg_string=svg, width=SIDE, height=SIDE, skip_system_fonts=True))
    with Image.open(BytesIO(png)) as painted:
        return painted.convert("RGBA")


def _silhouette(whole: Image.Image) -> Image.Image:
    return whole.getchannel("A").point(lambda value: 255 if value > SEEN else 0)


def options_of(family: str) -> list[Path]:
    """The pictures of a family that can lie beside one another and are compared."""
    ours = [p for p in PICTURES if p.parent.name == family and not p.stem.endswith(LOOKS) and p.stem != NOBODY_YET]
    return [path for path in ours if path.stem not in APART]


QUIET_ONES = {path.stem.removesuffix(QUIET): path for path in PICTURES if path.parent.name == "quiet"}
drawing = for_each(PICTURES + SCENES, attrgetter("stem"))
picture = for_each(PICTURES, attrgetter("stem"))
scene = for_each(SCENES, attrgetter("stem"))


@drawing
def test_a_drawing_is_nothing_but_shapes(path):
    """No words, no raster images, no scripts, and nothing that points out of the file."""
    for element in parts(path):
        assert kind(element) not in NEVER
        assert element.text is None or not element.text.strip(), "words between the elements"
        for name, value in element.attrib.items():
            name = name.rpartition("}")[2]
            assert name not in ("style", "class") and not name.startswith(("on", "font"))
            assert name != "href" or value.startswith("#")
            assert all(inside.startswith("#") for inside in re.findall(r"url\(\s*['\"]?([^)]*)", value))


@drawing
def test_whatever_a_drawing_points_to_is_in_it(path):
    text, ids = path.read_text("utf-8"), [part.get("id") for part in parts(path) if part.get("id")]
    assert len(ids) == len(set(ids))
    assert set(re.findall(r"url\(#([^)]+)\)", text)) | set(re.findall(r'href="#([^"]+)"', text)) <= set(ids)


@picture
def test_a_picture_has_its_form(path):
    """Pictures are nested into one document: their ids tell which is which."""
    root, *inside = parts(path)
    assert kind(root) == "svg" and root.get("viewBox") == WIDE.get(path.stem, "0 0 400 400")
    assert {"width", "height"}.isdisjoint(root.attrib)
    assert all(part.get("id", path.stem).startswith(path.stem) for part in inside)
    assert len(inside) <= MOST_PARTS


@scene
def test_a_scene_has_its_form(path):
    """No filters, which are dear, and spots that are shapes a program can measure."""
    root, *inside = parts(path)
    assert kind(root) == "svg" and root.get("viewBox") == "0 0 1600 1000"
    assert len(inside) <= MOST_SCENE_PARTS
    assert "filter" not in {kind(part) for part in inside}
    for spot in (part for part in inside if part.get("id", "").startswith(("spot-", "over-"))):
        assert kind(spot) in ("rect", "ellipse", "circle") and "transform" not in spot.attrib
        assert (spot.get("fill"), spot.get("stroke", "none")) == ("none", "none")


def test_no_two_pictures_have_one_name():
    stems = [path.stem for path in PICTURES]
    assert len(stems) == len(set(stems))
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", stem) for stem in stems)


@for_each([path for path in PICTURES if path.stem not in FORMS and path.parent.name != IN_USE], attrgetter("stem"))
def test_a_picture_fills_its_paper_and_is_cut_nowhere(path):
    """About 330 of 400 units in its longer direction."""
    found = seen(path)
    longer = max(found.right - found.left, found.bottom - found.top)
    assert 320 - UNIT <= longer <= 350 + UNIT
    assert min(found.left, found.top, 400 - found.right, 400 - found.bottom) >= 20


@pytest.mark.parametrize("family", OPTIONS)
def test_no_option_is_larger_or_louder_than_another(family):
    assert_alike({path.stem: seen(path) for path in options_of(family)}, SATURATION)


@pytest.mark.parametrize("family", [name for name in OPTIONS if any(p.stem in QUIET_ONES for p in options_of(name))])
def test_in_the_quiet_look_no_option_is_larger_or_louder_than_another(family):
    """The quiet pictures beside those of their family that have none; feelings are all alike."""
    shown = {path.stem: seen(QUIET_ONES.get(path.stem, path)) for path in options_of(family)}
    assert_alike(shown, SIZE if family == "feelings" else SATURATION)


def assert_alike(found: dict[str, Seen], least: float) -> None:
    for share, what in ((SIZE, "size"), (least, "saturation")):
        order = sorted((getattr(one, what), stem) for stem, one in found.items())
        assert order[0][0] >= share * order[-1][0], f"{order[0][1]} and {order[-1][1]} differ in {what}: {order}"


@pytest.mark.parametrize("name", ["blocks", "paint", "hat", "legs-two"])
def test_a_quiet_picture_among_usual_ones_is_as_large_and_as_loud_as_the_one_that_it_is_shown_for(name):
    usual, quiet = (next(path for path in PICTURES if path.stem == stem) for stem in (name, name + QUIET))
    for share, what in ((SIZE, "size"), (SATURATION, "saturation")):
        least, most = sorted(getattr(seen(path), what) for path in (usual, quiet))
        assert least >= share * most, (what, least, most)


def test_no_level_of_a_stone_is_brighter_or_more_colourful_than_another():
    """Rough, in between and smooth are told by contour and surface: none of them is the beautiful one."""
    stones = [path for path in PICTURES if path.stem.startswith("stepping-stone-")]
    assert len(stones) == 3
    for measure in (lambda path: seen(path).size, lambda path: seen(path).saturation, _light):
        found = [measure(path) for path in stones]
        assert min(found) >= 0.95 * max(found), found


def _light(path: Path) -> float:
    """How light the paint is, 0 to 255."""
    with Image.open(BytesIO(bytes(resvg_py.svg_to_bytes(svg_path=str(path), width=SIDE)))) as image:
        return ImageStat.Stat(image.convert("L"), image.getchannel("A").point(lambda value: 255 * (value > 200))).mean[
            0
        ]


def test_a_picture_says_how_it_answers_in_words_that_there_are():
    """And each drawing of a thing in use belongs to one thing."""
    said = {path.stem: answer(path) for path in PICTURES}
    assert {one.word for one in said.values()} <= set(ANSWERS)
    frames = [frame for one in said.values() for frame in one.frames]
    frames += [dark for path in PICTURES if (dark := dark_name(path))]
    assert sorted(frames) == sorted(path.stem for path in PICTURES if path.parent.name == IN_USE)


@pytest.mark.parametrize("stem", APART)
def test_what_is_kept_apart_is_there_and_needs_it(stem):
    """An exception that no longer is one goes away."""
    path = next(path for path in PICTURES if path.stem == stem)
    others = [
        seen(p) for p in PICTURES if p.parent == path.parent and p.stem not in APART and not p.stem.endswith(LOOKS)
    ]
    sizes, saturations = zip(*((one.size, one.saturation) for one in (seen(path), *others)), strict=True)
    assert min(sizes) < SIZE * max(sizes) or min(saturations) < SATURATION * max(saturations)


ALIKE = 0.95  # of the paper that either covers, the share that both do


@pytest.mark.parametrize(
    ("name", "look"), [("controls/rest", ""), ("controls/trail", ""), ("controls/onward", ""), ("quiet/rest", QUIET)]
)
def test_on_boards_a_control_has_the_same_silhouette(name, look):
    """Tufts of grass grew out of floorboards; what a child has learnt to know stays."""
    grass, boards = (_silhouette(_painted(ASSETS / f"pictures/{name}{foot}{look}.svg")) for foot in ("", "-on-boards"))
    both, either = (ImageStat.Stat(how(grass, boards)).sum[0] for how in (ImageChops.darker, ImageChops.lighter))
    assert both / either >= ALIKE
