"""Sprites: what lies on the glass looks as on the papers, and is put together from what is there already."""

from collections import OrderedDict
from io import BytesIO
from itertools import product
from math import ceil
from threading import Event, Semaphore

import pygame
import pytest
from msgspec.structs import replace
from PIL import Image, ImageChops, ImageStat

from game.art.draw_process import here
from game.art.library import Library
from game.art.puppet_reader import part_svg, sheet_rows
from game.art.renderer import Renderer
from game.core.assembly import posed
from game.core.picture import FLAT, HELD, PAINTED, READY, STANDING, Glow, Line, Picture, Stamp, Strokes
from game.core.poses import POSES
from game.core.puppet import Pose
from game.core.sprite import PuppetSprite, Sprite
from game.glass.layers import transparent
from game.glass.puppet_sprites import SHEETS, PuppetSprites
from game.glass.sprites import NEVER, Sprites
from tests.conftest import ART
from tests.support.story import LIBRARY

STONE = Picture(
    (Stamp("jade-stone", 235, 235, 470), Stamp("star", 190, 210, 96), Stamp("leaf", 290, 260, 96)), 470, 470
)
WARM = Picture((Glow("glow", 200, 200, 200, 0.6), Stamp(STONE, 200, 200, 340)), 400, 400)
INK = Strokes("strokes", (Line("#3f3354", 13, ((100, 100), (500, 300), (120, 380))),))
CARD = Picture((Stamp("drawing-paper", 350, 220, 740, 480), INK), 700, 440)
FAR = Sprite("tent", 120, 120, STANDING, "#e6ecc466")
LAND = Picture(
    (Stamp("meadow-place", 320, 220, 640), Stamp("tent", 200, 200, 120, lift=STANDING, air=FAR.air)), 640, 440
)
GROUND = (236, 214, 180)


@pytest.fixture(autouse=True)
def glass():
    pygame.display.init()
    pygame.display.set_mode((1, 1))


def made(renderer: Renderer, sprite: Sprite, scale: float) -> pygame.Surface:
    """What comes onto the glass, on its canvas and without the paper's grain."""
    sprites = Sprites(renderer, (round(1280 * scale), round(800 * scale)), scale, grain=False)
    sprites._sprite(sprite)
    sprites.close()
    found, canvas = sprites.exact(sprite), transparent(*(side * scale for side in sprite.canvas))
    canvas.blit(found, found.get_rect(center=canvas.get_rect().center), special_flags=pygame.BLEND_PREMULTIPLIED)
    return canvas


def on_ground(surface: pygame.Surface) -> Image.Image:
    ground = pygame.Surface(surface.get_size())
    ground.fill(GROUND)
    ground.blit(surface, (0, 0), special_flags=pygame.BLEND_PREMULTIPLIED)
    return Image.frombytes("RGB", ground.get_size(), pygame.image.tobytes(ground, "RGB"))


def on_paper(png: bytes) -> Image.Image:
    with Image.open(BytesIO(png)) as image:
        ground = Image.new("RGBA", image.size, GROUND)
        ground.alpha_composite(image.convert("RGBA"))
    return ground.convert("RGB")


@pytest.mark.parametrize("scale", [0.5, 1.5])
@pytest.mark.parametrize("lift", [FLAT, READY, HELD, ""])
@pytest.mark.parametrize(
    ("art", "width", "height"),
    [("bear", 120, 120), ("star", 61, 61), (STONE, 157, 157), (WARM, 240, 240), (CARD, 112, 70.4)],
)
def test_it_looks_as_on_the_papers(art, width, height, lift, scale):
    """Its shadow too, which resvg would lay with a filter."""
    looks_as_on_the_papers(Sprite(art, width, height, lift), scale)


@pytest.mark.parametrize("sprite", [FAR, Sprite(LAND, 240, 165, PAINTED)], ids=["alone", "in a land"])
def test_what_stands_far_away_is_as_pale_on_the_papers(sprite):
    looks_as_on_the_papers(sprite, 1.5)
    clear, pale = (on_ground(made(Renderer(LIBRARY, ART), one, 1)) for one in (replace(FAR, air=""), FAR))
    assert ImageStat.Stat(ImageChops.difference(clear, pale)).mean[0] > 2


def looks_as_on_the_papers(sprite: Sprite, scale: float) -> None:
    """But for what nobody sees."""
    renderer = Renderer(LIBRARY, ART, ART / "private")
    got, expected = on_ground(made(renderer, sprite, scale)), on_paper(renderer.sprite(sprite, scale))
    assert max(abs(a - b) for a, b in zip(got.size, expected.size, strict=True)) <= 1  # resvg may round up or down
    difference = ImageChops.difference(got, expected).convert("L")
    assert ImageStat.Stat(difference).mean[0] < 2
    edges = (
        4 * 2 * ceil((sprite.width + sprite.height) * scale)
    )  # where half a pixel's place is seen: along its contours
    assert sum(difference.histogram()[33:]) < edges


@pytest.mark.parametrize("scale", [0.8, 1.5])
@pytest.mark.parametrize("lift", [FLAT, READY, HELD])
def test_its_shadow_is_as_wide_and_as_dark_as_on_the_papers(lift, scale):
    """Measured in steps of 255, beside the picture and its smooth edge."""
    renderer, sprite = Renderer(LIBRARY, ART, ART / "private"), Sprite("bear", 90, 90, lift)
    got, bare = (made(renderer, s, scale) for s in (sprite, Sprite("bear", 90, 90, "")))
    with Image.open(BytesIO(renderer.sprite(sprite, scale))) as image:
        expected = image.getchannel("A")
    around = pygame.mask.from_surface(bare, 0).convolve(pygame.Mask((3, 3), fill=True))
    beside = [(x, y) for x, y in product(*map(range, expected.size)) if not around.get_at((x + 1, y + 1))]
    assert max(abs(got.get_at(at)[3] - expected.getpixel(at)) for at in beside) <= 14
    assert max(expected.getpixel(at) for at in beside) > 30


def test_a_stone_with_stickers_is_laid_together_from_what_is_drawn_already(tmp_path):
    """At the sizes on the next page: only what was never drawn at such a size is drawn."""
    asked: list[str] = []

    def draw(svg: str, width: int, height: int, pack: bool = False) -> bytes:
        asked.append(svg)
        return here(svg, width, height, pack)

    renderer = Renderer(Library(), tmp_path / "ours", tmp_path / "private", draw)
    for art, width in (("jade-stone", 100), ("star", 96 / 4.7), ("leaf", 96 / 4.7)):
        made(renderer, Sprite(art, width, width, READY), 1)
    assert len(asked) == 3
    made(renderer, Sprite(STONE, 100, 100, READY), 1)
    made(renderer, Sprite(STONE, 100, 100, HELD), 1)
    made(renderer, Sprite("star", 96 / 4.7, 96 / 4.7, FLAT), 1)
    assert len(asked) == 3
    assert not (tmp_path / "private").exists()


def test_what_a_child_has_drawn_is_kept_apart_and_a_drawing_in_the_making_not_at_all(tmp_path):
    renderer = Renderer(Library(), tmp_path / "ours", tmp_path / "private")
    made(renderer, Sprite(Picture((INK,), 700, 440), 350, 220, PAINTED), 1)
    assert not (tmp_path / "private").exists() and not (tmp_path / "ours").exists()
    made(renderer, Sprite(CARD, 112, 70.4, FLAT), 1)
    assert len(list((tmp_path / "private").iterdir())) == 1  # the strokes
    assert len(list((tmp_path / "ours").iterdir())) == 1  # the paper that they are drawn on


def test_what_belongs_to_a_place_is_kept_as_all_our_pictures_are(tmp_path):
    """A landmark, the front of a bag: no drawing in the making, though each lies as flat as one."""
    made(Renderer(Library(), tmp_path), Sprite("star", 40, 40, PAINTED), 1)
    assert len(list(tmp_path.iterdir())) == 1


class Giving(OrderedDict):
    """Scenes of which the artist lets go while a frame has just taken them into its hands."""

    def get(self, name: str) -> pygame.Surface | None:
        return self.pop(name, None)


def test_a_scene_that_gives_way_while_a_frame_takes_it_is_shown_once_more():
    sprites = Sprites(Renderer(LIBRARY, ART), (32, 20), 0.025)
    kept = pygame.Surface((32, 20))
    sprites._scenes = Giving(trail=kept)
    assert sprites.scene("trail") is kept and not sprites._scenes
    sprites.close()
    sprites.join()


def test_light_is_nobodys_own(tmp_path):
    renderer = Renderer(Library(), tmp_path / "ours", tmp_path / "private")
    made(renderer, Sprite(Picture((Glow("glow", 50, 50, 50, 1),), 100, 100), 100, 100, ""), 1)
    assert not (tmp_path / "private").exists() and len(list((tmp_path / "ours").iterdir())) == 1


def test_once_they_are_closed_and_waited_for_nothing_is_being_made(monkeypatch):
    """Here and in those of another size that were closed before, whatever they were busy with then."""
    closed, begun, ended = Event(), Semaphore(0), []

    def layer(art, width, height, keep, tilt):
        begun.release()
        closed.wait()
        ended.append(width)
        raise ValueError("it cannot be drawn")

    renderer = Renderer(LIBRARY, ART)
    monkeypatch.setattr(renderer, "layer", layer)
    first = Sprites(renderer, (640, 400), 0.5)
    first.exact(Sprite("bear", 100, 100, ""))
    begun.acquire()
    first.close()
    other = Sprites(renderer, (1280, 800), 1, after=first)
    other.exact(Sprite("bear", 100, 100, ""))
    closed.set()
    begun.acquire()
    other.close()
    other.join()
    assert ended == [50, 100]
    assert not first._artist.is_alive() and not other._artist.is_alive()


def test_what_is_made_while_it_is_no_longer_wanted_holds_nothing_up():
    """The thread takes it from what was asked for between a look there and the dropping."""

    class Meanwhile(dict):
        def get(self, key, *other):
            return self.pop(key, *other)

    sprites, bear = Sprites(Renderer(LIBRARY, ART), (640, 400), 0.5), Sprite("bear", 100, 100, "")
    sprites.close()
    sprites.join()
    sprites.ahead([bear])
    sprites._asked = Meanwhile(sprites._asked)
    sprites.ahead([])
    assert not sprites._asked


def test_what_was_let_go_is_given_back_from_when_the_first_screen_is_there(monkeypatch):
    given: list[str] = []
    monkeypatch.setattr("game.glass.sprites.give_back", lambda: given.append("back"))
    for ask, wanted in ((Sprites.exact, []), (lambda made, star: made.ahead([star]), ["back"])):
        sprites = Sprites(Renderer(LIBRARY, ART), (640, 400), 0.5)
        ask(sprites, Sprite("star", 60, 60))
        sprites._queue.put((NEVER + 1, 0, None, None))  # it ends when all is made
        sprites.join()
        assert given == wanted


def test_a_screen_with_more_on_it_than_is_kept_is_made_once(monkeypatch):
    """Each picture would drop another of the same screen: it was never whole, or only by chance."""
    monkeypatch.setattr("game.glass.sprites.KEPT_PIXELS", 30_000)
    sprites, made = Sprites(Renderer(LIBRARY, ART), (640, 400), 0.5), []
    sprites.close()
    sprites.join()
    make = sprites._sprite
    monkeypatch.setattr(sprites, "_sprite", lambda sprite: made.append(sprite) or make(sprite))
    things, story = ([Sprite(art, 120, 120, FLAT) for art in names] for names in (("bear", "star", "leaf"), ("fox",)))
    for wanted in (things, story):
        assert not sprites.ready("", wanted)
        sprites._queue.put((NEVER, 0, None, None))
        sprites._work(None)
    assert sprites.ready("", [*things, *story]) and made == things + story


def test_what_is_only_to_lie_on_disk_is_not_opened(tmp_path, monkeypatch):
    sprites = Sprites(Renderer(LIBRARY, tmp_path), (160, 100), 0.125)
    monkeypatch.setattr(pygame.image, "load", lambda *given: pytest.fail("opened"))
    sprites.close()
    sprites.join()
    sprites._to_disk("trail")
    cut = [part for part in LIBRARY.parts("trail") if part.cut]
    assert len(list(tmp_path.iterdir())) == 1 + len(cut)


def test_of_a_puppet_few_sizes_are_kept():
    puppets = PuppetSprites(Renderer(LIBRARY, ART).puppet, 0.25, lambda sheet: None)
    sitting = posed(LIBRARY.puppet("fox"), POSES["sitting"])
    sprites = [PuppetSprite(sitting, 120 + 4 * number, 115 + 4 * number) for number in range(2 * SHEETS)]
    for sprite in sprites:
        assert not puppets.has(sprite)
        puppets.load(sprite)
        assert puppets.has(sprite) and puppets.surface(sprite) is not None
    assert [puppets.surface(sprite) is not None for sprite in sprites] == [False] * SHEETS + [True] * SHEETS


def test_eyes_and_lines_of_a_mouth_that_share_a_row_of_the_sheet_come_out_as_if_each_were_alone():
    width, height = 301, 288
    puppets = PuppetSprites(Renderer(LIBRARY, ART).puppet, 1, lambda sheet: None)
    parts = puppets._cut("elephant", width).parts
    for cell in [cell for row in sheet_rows("elephant") if len(row) > 1 for cell in row]:
        alone = Image.open(BytesIO(here(part_svg("elephant", *cell), width, height))).getchannel("A").getbbox()
        part, corner = parts[cell]
        edges = *corner, corner[0] + part.get_width(), corner[1] + part.get_height()
        assert edges == pytest.approx(alone, abs=1)


def test_arms_over_what_is_carried_are_not_dropped_for_whole_poses():
    """A breath brings many whole poses and few of the arms: in one row each breath put all of them together anew."""
    puppets = PuppetSprites(Renderer(LIBRARY, ART).puppet, 0.25, lambda sheet: None)
    breaths = [
        PuppetSprite(posed(LIBRARY.puppet("fox"), Pose(scale={"body": (1, 1 + n / 100)})), 300, 288) for n in range(40)
    ]
    arms = [replace(one, posed=replace(one.posed, parts=one.posed.parts[-1:])) for one in breaths[:3]]
    puppets.load(breaths[0])
    laid = [puppets.surface(one) for one in arms]
    for one in breaths:
        puppets.surface(one)
    assert all(puppets.surface(one) is surface for one, surface in zip(arms, laid, strict=True))


def test_a_puppet_is_laid_in_the_size_in_which_it_is_shown():
    """Laid large and made smaller as a whole, each of its poses was three times as much work, and softer."""
    puppets = PuppetSprites(Renderer(LIBRARY, ART).puppet, 0.5, lambda sheet: None)
    near = PuppetSprite(posed(LIBRARY.puppet("fox"), POSES["sitting"]), 400, 384)
    puppets.load(near)
    far = replace(near, times=0.6)
    assert puppets.has(far)
    for one, other in zip(puppets.surface(near).get_size(), puppets.surface(far).get_size(), strict=True):
        assert other == pytest.approx(0.6 * one, abs=3)
