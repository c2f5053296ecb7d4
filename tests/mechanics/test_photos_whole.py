"""A photo of a therapist's own is seen whole where it lies ready or was chosen: no water, leaf or rim lies over it."""

from functools import cache
from io import BytesIO

import resvg_py
from PIL import Image

from game.core.ids import Option
from game.core.picture import Picture, Stamp, covers, is_photo
from game.core.table import Offered, Table
from game.mechanics import choose, use
from tests.support.each import for_each
from tests.support.story import LIBRARY

SCENES = sorted(LIBRARY.scenes())
PHOTOS = tuple(f"{number:032x}" for number in range(1, 5))
SEEN = 80  # pixels of a picture's side
OURS = ("jade-stone", "kite", "teddy", "sunny")
HOW = (choose.Step(choose="it", up_to=3), use.Step(use="it"))


def table_of(scene: str, step, arts) -> Table:
    name = type(step).__module__.rpartition(".")[2]
    offered = tuple(Offered(art, art, art, photo=is_photo(art)) for art in arts)
    return Table(name, "it", step, scene, "fox", "big", offered, layout=LIBRARY.layout(scene))


def lies_over(picture: Picture, what: str) -> list[str]:
    """What is painted after this thing and lies over its middle or its foot."""
    things = [thing for thing in picture.things if isinstance(thing, Stamp)]
    number = next(n for n, thing in enumerate(things) if thing.means == Option(what))
    here = things[number]
    spots = ((here.x, here.y + share * here.width) for share in (0, 0.2, 0.4))
    after = [thing for thing in things[number + 1 :] if not thing.means]
    return [t.art for x, y in spots for t in after if covers(t, x, y) and is_painted(t, x, y)]


def is_painted(stamp: Stamp, x: float, y: float) -> bool:
    """True where the picture has paint at this place of the screen: a rim has none above its opening."""
    across, down = (round((a - b) / stamp.width * SEEN + SEEN / 2) for a, b in ((x, stamp.x), (y, stamp.y)))
    alpha = painted(stamp.art)
    return not (0 <= across < SEEN and 0 <= down < SEEN) or alpha.getpixel((across, down)) > 0


@cache
def painted(art: str) -> Image.Image:
    png = resvg_py.svg_to_bytes(svg_string=LIBRARY.read(art), width=SEEN, height=SEEN)
    return Image.open(BytesIO(bytes(png))).convert("RGBA").getchannel("A")


@for_each(
    [
        (scene, step, chosen)
        for scene in SCENES
        for step, many in zip(HOW, (4, 1), strict=True)
        for chosen in range(many)
    ]
)
def test_nothing_lies_over_a_photo(case):
    scene, step, chosen = case
    arts = (*PHOTOS, *OURS)
    table = table_of(scene, step, arts)
    if step is HOW[0]:
        picture = choose.view(table, choose.State(chosen=PHOTOS[:chosen]), ())
    else:
        picture = use.view(table, use.State(), ())
    shown = [o.art for o in table.offered if any(getattr(t, "means", None) == Option(o.art) for t in picture.things)]
    photos = [art for art in shown if art in PHOTOS]
    assert photos and [lies_over(picture, art) for art in photos] == [[]] * len(photos)


def test_what_is_ours_stands_in_the_water_as_it_did():
    picture = choose.view(table_of("riverbank", HOW[0], OURS), choose.State(), ())
    assert all("water-over-stone" in lies_over(picture, art) for art in OURS)
