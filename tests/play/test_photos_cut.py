"""A photo has an outline, as all that lies in this book: with cut corners, and round at a stop of the trail."""

import pytest
from PIL import Image, ImageDraw

from game.art.library import Library
from game.art.renderer import Renderer
from game.core.ids import StopPicture, TrailStop
from game.core.picture import CUT_ROUND
from game.play import screens
from tests.support.own_pictures import paint
from tests.support.pixels import image_of
from tests.support.story import Story, read_activities

STEPS = "  - choose: thing\n    pictures: [our-cat, our-dog]\n"
SIDE = 100


@pytest.fixture
def library(tmp_path) -> Library:
    """Two photos, and a drawing that can be seen through around its middle."""
    (tmp_path / "pictures").mkdir()
    for name, colour in (("our-cat", "#a11b2c"), ("our-dog", "#1ba12c")):
        paint(tmp_path / f"pictures/{name}.png", colour)
    drawing = Image.new("RGBA", (60, 60))
    ImageDraw.Draw(drawing).rectangle((0, 20, 60, 40), fill="#2c1ba1")
    drawing.save(tmp_path / "pictures/our-bar.png")
    return Library(tmp_path / "pictures", tmp_path / "safe")


def seen(library: Library, art: str, x: int, y: int) -> bool:
    """Whether there is any paint so far from the left and from the top, in per cent."""
    return image_of(Renderer(library, library.folder / "art").layer(art, SIDE, SIDE)).getpixel((x, y))[3] > 0


def test_a_photo_fills_a_circle_and_a_drawing_keeps_its_own_outline(library):
    photo, drawing = (f"{library.art(name)}{CUT_ROUND}" for name in ("our-cat", "our-bar"))
    assert all(seen(library, photo, *at) for at in ((50, 12), (50, 88), (12, 50), (88, 50)))
    assert not any(seen(library, photo, *at) for at in ((15, 15), (85, 15), (15, 85), (85, 85)))
    assert seen(library, drawing, 2, 50) and not seen(library, drawing, 50, 12)


def test_elsewhere_a_photo_is_whole_but_for_its_corners_and_a_drawing_keeps_its_own_outline(library):
    photo, drawing = map(library.art, ("our-cat", "our-bar"))
    assert all(seen(library, photo, *at) for at in ((50, 18), (50, 81), (1, 50), (98, 50), (10, 24), (89, 75)))
    assert not any(seen(library, photo, *at) for at in ((2, 18), (97, 18), (2, 81), (97, 81)))
    assert seen(library, drawing, 1, 35) and not seen(library, drawing, 50, 12)


def test_a_sheet_that_is_drawn_on_keeps_what_is_near_its_corners(library):
    """What is written there is on it: a letter paper was cut round as a photo is."""
    sheet = image_of(Renderer(library, library.folder / "art").layer(library.art("our-cat"), 150, SIDE))
    assert all(sheet.getpixel(at)[3] for at in ((4, 2), (145, 2), (4, 97), (145, 97)))


def test_at_its_stop_and_where_it_was_chosen_a_photo_is_cut_round_and_ours_is_as_it_is(library, tmp_path):
    read_activities(tmp_path, library, theirs=STEPS)
    file = tmp_path / "theirs.yaml"
    file.write_text(file.read_text("utf-8").replace("cover: kite", "cover: our-dog"), "utf-8")
    loaded = read_activities(tmp_path, library, ours=STEPS)
    with Story(loaded=loaded, library=library) as story:
        story.go("theirs")
        story.choose(1)
        story.tap(screens.TRAIL)
        arts = [story.thing(means).art for means in (TrailStop("theirs"), TrailStop("ours"))]
        (held,) = [thing.art for thing in story.picture.things if getattr(thing, "id", 0) == StopPicture("theirs")]
    assert arts == [f"our-dog{CUT_ROUND}", "kite"]
    assert held in {f"{library.art(name)}{CUT_ROUND}" for name in ("our-cat", "our-dog")}
