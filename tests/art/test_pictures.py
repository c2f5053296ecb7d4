"""Every picture and scene that we ship: a plain drawing of the right form."""

import re
from operator import attrgetter
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import ImageChops, ImageStat

from game.art.picture_reader import answer, dark_name
from game.core.puppet import QUIET
from game.play.answers import ANSWERS
from game.system.paths import ASSETS
from tests.support.each import for_each
from tests.support.painted_pictures import PICTURES, UNIT, painted_picture, seen, silhouette

SCENES = sorted((ASSETS / "scenes").glob("*.svg"))
NEVER = {"text", "tspan", "textPath", "style", "script", "image", "foreignObject", "a", "animate", "set", "switch"}
WIDE = {
    "cloth": "0 0 800 240",
    "drawing-paper": "0 0 740 480",
    "tray": "0 0 700 150",
    "pack-on-road": "0 0 800 200",
}  # what things lie on
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
WIDE |= dict.fromkeys((f"stepping-stone-{level}-quiet" for level in ("rough", "between", "smooth")), "0 0 400 250")
WIDE |= dict.fromkeys(("beach-place", "evening-place", "forest-place", "meadow-place"), "0 0 640 440")
WIDE |= {"own-hollow": "0 0 400 362"}  # what is seen through a gate
WIDE |= dict.fromkeys(("den-chest-open", "den-chest-half", "den-boat-front"), "0 0 400 400")  # as wide as their spot
WIDE |= dict.fromkeys(("tree-leaf-up", "tree-leaf-falling", "tree-leaf-down"), "0 0 630 580")
WIDE |= {
    f"{name}-quiet": WIDE[name]
    for name in ("satchel-front", "chest-front", "stump-front", "sleeve-front", "den-boat-front")
}
WIDE |= {f"{name}-quiet": WIDE[name] for name in ("tree-leaf-up", "tree-leaf-falling", "tree-leaf-down", "wall-pins")}
LANDSCAPES = ("beach-place", "evening-place", "forest-place", "meadow-place")
WIDE |= {f"{name}-quiet": WIDE[name] for name in (*LANDSCAPES, "broad-leaf", "tray")}
SOLID = 250  # of 255: what is fainter is seen through
MOST_PARTS, MOST_SCENE_PARTS = 250, 600  # elements: more of them take too long to paint
IN_USE = "in-use"  # the same things while they are used: each as large as the thing itself, whatever it does then


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
    "wish-easel": "a frame around what stands in it, with the stone before it, and so wider than that",
    "wish-easel-lit": "the same, its board in light",
    "wish-easel-within": "its board, behind what stands on it",
    "own-scarf-lit": "it is seen where the companion's own scarf is in the scene, and covers that",
    "little-satchel-front": "a small bag, in a place as large as those beside it",
    "little-satchel-front-quiet": "the same, in the quiet look",
    "bough-thread": "a thread and a cap, at the upper edge of the ball that hangs by them",
    "carry-ring": "what hangs in it is as large as what lies ready, and it is around that",
    "peg-quiet": "the same, in the quiet look",
    "peg": "what hangs it is as large as the thing that hangs there, and all of it is at the upper edge",
    "stone-in-water": "rings around what lies in the water are wider than that",
    "stone-in-water-quiet": "the same, in the quiet look",
    "water-over-stone": "rings around what lies in the water are wider than that",
    "water-over-stone-quiet": "the same, in the quiet look",
    "marker": "a ring around what is reached by key or switch",
}
FORMS = WIDE.keys() | OF_ITS_OWN_SIZE.keys()


def parts(path: Path) -> list[ElementTree.Element]:
    """All elements of a drawing, its root first. Raises ParseError."""
    return list(ElementTree.fromstring(path.read_text("utf-8")).iter())


def kind(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


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


def test_a_picture_says_how_it_answers_in_words_that_there_are():
    """And each drawing of a thing in use belongs to one thing."""
    said = {path.stem: answer(path) for path in PICTURES}
    assert {one.word for one in said.values()} <= set(ANSWERS)
    frames = [frame for one in said.values() for frame in one.frames]
    frames += [dark for path in PICTURES if (dark := dark_name(path))]
    assert sorted(frames) == sorted(path.stem for path in PICTURES if path.parent.name == IN_USE)


ALIKE = 0.95  # of the paper that either covers, the share that both do


@pytest.mark.parametrize(
    ("name", "look"), [("controls/rest", ""), ("controls/trail", ""), ("controls/onward", ""), ("quiet/rest", QUIET)]
)
def test_on_boards_a_control_has_the_same_silhouette(name, look):
    """Tufts of grass grew out of floorboards; what a child has learnt to know stays."""
    grass, boards = (
        silhouette(painted_picture(ASSETS / f"pictures/{name}{foot}{look}.svg")) for foot in ("", "-on-boards")
    )
    both, either = (ImageStat.Stat(how(grass, boards)).sum[0] for how in (ImageChops.darker, ImageChops.lighter))
    assert both / either >= ALIKE


def test_nothing_pale_lies_over_who_sits_behind_the_back_of_todays_bench():
    """A light about the bench lay over them, so that they were seen through, and made a shadow far below its feet."""
    benches = (ASSETS / "pictures/quiet" / f"bench-{state}-quiet.svg" for state in ("tonight", "lit"))
    today, used = map(painted_picture, benches)
    pale = [sum(whole.getchannel("A").histogram()[1:SOLID]) for whole in (today, used)]
    assert pale[0] < 1.5 * pale[1] and today.getbbox()[3] == used.getbbox()[3]
