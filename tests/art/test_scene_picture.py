"""How a therapist's picture becomes a scene: all of it is seen where it can be, and of its places those of a step."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from game.art.draw_process import here
from game.art.library import Library
from game.art.renderer import Renderer
from game.art.sewing import sew
from game.authoring.own_scenes import lay_scenes
from game.core.own_scene import frame
from game.core.picture import HEIGHT, WIDTH
from game.core.scene import OUR_SCENES, Light
from game.paper.contact_sheet import listing
from game.play.answers import ANSWERS
from game.play.land import REACH
from tests.support.examples import examples
from tests.support.own_scenes import GRASS, SKY, make_scene, paint_scene
from tests.support.pixels import image_of

SMALL = (320, 200)
DARK = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 100"><rect width="160" height="100" fill="#223"/></svg>'
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    """Activities with a photo of a screen's shape, an upright one, and a drawing."""
    folder = tmp_path_factory.mktemp("activities")
    for name in ("garden", "upright", "drawn"):
        make_scene(folder, name)
    paint_scene(folder / "scenes/upright.png", (40, 64))
    (folder / "scenes/upright.yaml").write_text("places:\n  - place: roof\n    at: 10 10 80 30\n")
    (folder / "scenes/drawn.png").unlink()
    (folder / "scenes/drawn.svg").write_text(DARK)
    return folder


@pytest.fixture(scope="module")
def library(folder) -> Library:
    library = Library(folder / "pictures", folder / "safe")
    assert not any(lay_scenes(folder, library, library.broken).mistakes.values())
    return library


def seen(library: Library, art: str, folder: Path, size: tuple[int, int] = SMALL) -> Image.Image:
    renderer = Renderer(library, folder / "drawn", folder / "drawn", here)
    return image_of(renderer.backdrop(art, *size)).convert("RGB")


def near(one: tuple[int, ...], other: tuple[int, ...], most: int = 32) -> bool:
    return all(abs(a - b) <= most for a, b in zip(one, other, strict=True))


def test_a_picture_of_a_screen_s_shape_fills_it_and_goes_on_beyond_it(library, folder):
    for size in (SMALL, (480, 200), (200, 200)):
        image = seen(library, library.scene_art("garden"), folder, size)
        for x in (1, size[0] // 2, size[0] - 2):
            assert near(image.getpixel((x, size[1] // 4)), SKY) and near(image.getpixel((x, size[1] * 5 // 8)), GRASS)


def test_an_upright_one_stands_whole_in_the_middle(library, folder):
    image = seen(library, library.scene_art("upright"), folder)
    assert near(image.getpixel((160, 30)), SKY) and near(image.getpixel((160, 170)), GRASS)
    assert not near(image.getpixel((20, 30)), SKY)


def test_the_places_of_a_step_are_seen_and_no_others(library, folder):
    bare, one = (seen(library, library.scene_art("garden", names), folder) for names in ((), ("swing",)))
    swing, pond = ((round(g.x / 4), round(g.y / 4 - 20)) for g in library.spots("garden"))
    assert sum(one.getpixel(swing)) > sum(bare.getpixel(swing)) + 30
    assert one.getpixel(pond) == bare.getpixel(pond)


@examples(12)
@given(st.integers(0, 255))
def test_a_patch_is_seen_on_every_picture_and_glares_on_none(tone):
    sewn = Image.new("RGB", (200, 200), (tone,) * 3)
    sew(sewn, (253, 246, 232), (40, 40), (120, 120))
    lighter = sewn.getpixel((100, 100))[0] - tone
    assert lighter <= 48 and (lighter > 12 or tone > 200), "its thread is seen besides"


def test_a_dark_scene_gives_a_dim_light_and_a_bright_one_none(library):
    assert library.light(library.scene_art("garden")) == Light()
    light = library.light(library.scene_art("drawn")).colour
    assert light and all(100 < int(light[i : i + 2], 16) < 230 for i in (1, 3, 5))


@pytest.mark.parametrize("name", ["garden", "upright", "drawn"])
def test_wherever_a_touch_means_nothing_something_answers(library, name):
    for art in (name, library.scene_art(name)):
        parts = library.parts(art)
        assert len(parts) >= 4 and {part.answer for part in parts} <= set(ANSWERS)
        grid = [(x, y) for x in range(0, WIDTH, 80) for y in range(0, HEIGHT, 80)]
        assert all(min(part.distance(x, y) for part in parts) <= REACH for x, y in grid)
    assert library.sound(name)


def test_a_table_that_was_laid_knows_where_the_places_are(library):
    """For little stories, on a visit that is taken up again too."""
    art = library.scene_art("garden", ("swing",))
    again = Library(library.own, library.private)
    lay_scenes(library.own.parent, again)
    assert art != library.scene_art("garden") and again.spots(art) == library.spots("garden") != ()


def test_where_the_picture_is_gone_there_is_sand_and_no_failure(tmp_path):
    make_scene(tmp_path)
    library = Library(tmp_path / "pictures", tmp_path / "safe")
    lay_scenes(tmp_path, library)
    (tmp_path / "scenes/garden.png").unlink()
    assert library.scene_art("garden") == "garden" and not library.has_scene("garden")
    assert near(seen(library, "garden", tmp_path).getpixel((9, 9)), (242, 227, 198), 3)


def test_nothing_of_an_own_scene_is_drawn_into_the_folder_of_ours(library, tmp_path):
    renderer = Renderer(library, tmp_path / "ours", tmp_path / "private", here)
    renderer.scene(library.scene_art("garden"), 64, 40)
    assert not (tmp_path / "ours").exists() and len(list((tmp_path / "private").iterdir())) == 1


def test_the_list_of_scenes_has_hers_with_their_places(library):
    assert "Scene garden: swing, pond\n" in listing(library)
    assert not set(OUR_SCENES) & set(library.scenes())


@pytest.mark.parametrize("size", [(1, 1), (3000, 30), (30, 3000), (1280, 800)])
def test_any_shape_is_somewhere_on_the_screen(size):
    where = frame(*size)
    assert where.left + where.width / 2 == WIDTH / 2 and where.top + where.height / 2 == HEIGHT / 2
    assert where.fills or (where.width <= WIDTH and where.height <= HEIGHT)
