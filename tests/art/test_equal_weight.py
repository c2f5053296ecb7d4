"""No picture that lies beside others is larger or louder than they are: none is favoured."""

from io import BytesIO
from pathlib import Path

import pytest
import resvg_py
from PIL import Image, ImageStat

from game.art.picture_files import LOOKS
from game.core.events import NOBODY_YET
from game.core.puppet import QUIET
from tests.support.painted_pictures import PICTURES, SIDE, Seen, seen

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


def options_of(family: str) -> list[Path]:
    """The pictures of a family that can lie beside one another and are compared."""
    ours = [p for p in PICTURES if p.parent.name == family and not p.stem.endswith(LOOKS) and p.stem != NOBODY_YET]
    return [path for path in ours if path.stem not in APART]


QUIET_ONES = {path.stem.removesuffix(QUIET): path for path in PICTURES if path.parent.name == "quiet"}


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


@pytest.mark.parametrize("quiet", [False, True])
def test_no_level_of_a_stone_is_brighter_or_more_colourful_than_another(quiet):
    """Rough, in between and smooth are told by contour and surface: none of them is the beautiful one."""
    stones = [path for path in PICTURES if path.stem.startswith("stepping-stone-")]
    stones = [path for path in stones if path.stem.endswith(QUIET) == quiet]
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


@pytest.mark.parametrize("stem", APART)
def test_what_is_kept_apart_is_there_and_needs_it(stem):
    """An exception that no longer is one goes away."""
    path = next(path for path in PICTURES if path.stem == stem)
    others = [
        seen(p) for p in PICTURES if p.parent == path.parent and p.stem not in APART and not p.stem.endswith(LOOKS)
    ]
    sizes, saturations = zip(*((one.size, one.saturation) for one in (seen(path), *others)), strict=True)
    assert min(sizes) < SIZE * max(sizes) or min(saturations) < SATURATION * max(saturations)
