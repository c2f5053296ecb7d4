"""The painter: whatever it has painted before, the glass looks just as if it had painted the Picture afresh."""

from io import BytesIO
from weakref import ref

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image

from game.core.assembly import posed
from game.core.ids import Option, Scenery
from game.core.picture import (
    FLAT,
    GLOWING,
    HELD,
    LIGHT,
    PAINTED,
    READY,
    STANDING,
    Backdrop,
    Glow,
    Line,
    Picture,
    Stamp,
    Strokes,
)
from game.core.poses import POSES
from game.core.sprite import PuppetSprite, Sprite
from game.glass.kept import KeptSurfaces
from game.glass.painter import Blit
from game.glass.sprites import PAPER
from game.play.drawn import Drawn, Frame
from game.play.motion import BEAT, BREATH, SWELLS
from game.system.paths import ASSETS
from tests.support.examples import SEARCHING, examples, together
from tests.support.glass import SMALL, painted, painter, settle, show, sprites
from tests.support.story import LIBRARY, Story

places = st.tuples(st.integers(-100, 1400), st.integers(-100, 900))
stamps = st.builds(
    lambda art, at, width, id, loop, lift, strength: Stamp(
        art, *at, width, id=id, loop=loop, lift=lift, strength=strength
    ),
    st.sampled_from(("star", "leaf", Picture((Stamp("moon", 200, 200, 400),), 400, 400))),
    places,
    st.sampled_from((60, 120)),
    st.sampled_from((None, Option("a"), Option("b"), Option("c"))),
    st.sampled_from(("", "breathe", "slow-breaths 4 1", "slow-breaths 2 2")),
    st.sampled_from((GLOWING, LIGHT, PAINTED, FLAT, READY, STANDING, HELD)),
    st.sampled_from((0.0, 0.5, 1.0)),
)
glows = st.builds(
    lambda at, strength: Glow(Scenery("glow"), *at, 150, strength), places, st.sampled_from((0.0, 0.4, 1.0))
)
strokes = st.builds(
    lambda points: Strokes(Scenery("ink"), (Line("#3f3354", 13, tuple(points)),)),
    st.lists(places, min_size=1, max_size=6),
)
pictures = st.builds(
    lambda scene, things, ink: Picture((Backdrop(scene), *_once(things), *ink)),
    st.sampled_from(("rest", "gate")),
    st.lists(stamps | glows, max_size=6),
    st.lists(strokes, max_size=1),
)


def _once(things) -> list:
    """An id is on a Picture once."""
    seen: dict = {}
    for number, thing in enumerate(things):
        seen[thing.id or number] = thing
    return list(seen.values())


def same(a: pygame.Surface, b: pygame.Surface) -> bool:
    return pygame.image.tobytes(a, "RGB") == pygame.image.tobytes(b, "RGB")


@given(shown=st.lists(st.tuples(pictures, st.floats(0, 2)), min_size=1, max_size=4))
@examples(10)
def test_at_rest_the_glass_is_as_if_painted_afresh(shown):
    still = painter()
    for picture, _ in shown:
        show(still, picture, 0)
    assert same(still.surface, painted(shown[-1][0]))


@given(shown=st.lists(st.tuples(pictures, st.floats(0, 2)), min_size=1, max_size=4))
@examples(10)
def test_in_motion_too_once_everything_has_settled(shown):
    moving, now = painter(still=False), 0.0
    for picture, pause in shown:
        show(moving, picture, now)
        for part in (0.1, 0.35, 1):
            moving.paint(now + pause * part)
        now += pause
    settled = now + 1000
    settle(moving, settled)
    assert same(moving.surface, painted(shown[-1][0]))
    assert moving.paint(settled + 1, loops=False) == []


@given(shown=st.lists(st.tuples(pictures, st.floats(0, 2), st.booleans()), min_size=2, max_size=4))
@examples(10)
def test_at_any_moment_painting_everything_once_more_changes_nothing(shown):
    """Glides, breaths and growing strokes too: what was repainted was all that differed."""
    moving, now = painter(still=False), 0.0
    for picture, pause, loops in shown:
        show(moving, picture, now)
        for part in (0.05, 0.2, 0.6):
            moving.paint(now + pause * part, loops)
            before = moving.surface.copy()
            moving._repaint(moving.surface.get_rect())
            assert same(moving.surface, before)
        now += pause


def test_what_is_turned_lies_turned_about_its_middle_and_leaves_nothing_behind():
    to_the_left = Picture((Stamp("star", 80, 200, 120),), 400, 400)
    bare = painted(Picture((Backdrop("rest"),)))
    glass = painter()
    show(glass, Picture((Backdrop("rest"), Stamp(to_the_left, 640, 400, 200))), 0)
    upright, (*land, drawn) = glass.surface.copy(), glass.frame.things
    for angle, across, down in ((0, -60, 0), (90, 0, -60), (180, 60, 0), (-90, 0, 60), (45, -42, -42)):
        glass.put(replace(glass.frame, things=(*land, replace(drawn, angle=angle))))
        x, y = middle_of_what_differs(glass.surface, bare)
        assert (x / glass.scale - 640, y / glass.scale - 400) == pytest.approx((across, down), abs=6)
        before = glass.surface.copy()
        glass._repaint(glass.surface.get_rect())
        assert same(glass.surface, before)
    glass.put(replace(glass.frame, things=(*land, drawn)))
    assert same(glass.surface, upright)


def middle_of_what_differs(a: pygame.Surface, b: pygame.Surface) -> tuple[int, int]:
    """The middle of all pixels that are visibly other ones."""
    alike = pygame.mask.from_threshold(a, (0, 0, 0), (8, 8, 8, 255), b)
    alike.invert()
    return alike.centroid()


def test_nothing_is_painted_where_nothing_changed():
    with Story() as story:
        story.go("trail")
        glass = painter(still=False)
        show(glass, story.picture, 0)
        glass.paint(100, loops=False)
        assert glass.paint(101, loops=False) == []
        assert glass.paint(102, loops=True) != []  # what can be touched breathes
        assert glass.paint(102, loops=True) == []


def test_of_a_breath_there_are_so_few_sizes_that_all_of_them_are_kept():
    glass = painter(still=False)
    show(glass, Picture((Backdrop("rest"), Stamp("star", 640, 400, 240, id=Option("a"), loop="breathe"))), 0)
    seen = set()
    for moment in range(BEAT * round(BREATH)):
        glass.paint(100 + moment / BEAT)
        seen.add(glass.frame.things[-1].width)
    assert len(seen) == 2 * SWELLS + 1 and min(seen) < 240 < max(seen)


def test_only_a_small_part_is_painted_for_a_small_change():
    with Story().at("pick-a-worry-stone", 0) as story:
        glass = painter()
        show(glass, story.picture, 0)
        story.tap(story.options()[0])
        assert glass.show(story.picture, 1)
        area = sum(rect.w * rect.h for rect in glass.paint(1))
        assert 0 < area < 0.4 * SMALL[0] * SMALL[1]


GLASSES = ((1024, 768), (1280, 800), (1366, 768), (1920, 1080), (2560, 1600))


@pytest.mark.search
@pytest.mark.parametrize("size", GLASSES if SEARCHING else ((320, 240), (1366, 768), (480, 270)))
def test_the_scene_fills_the_glass(size):
    surface = painted(Picture((Backdrop("rest"),)), size)
    paper = tuple(pygame.Color(PAPER))[:3]
    edge = [(x, y) for x in (0, size[0] - 1) for y in range(0, size[1], 7)]
    edge += [(x, y) for y in (0, size[1] - 1) for x in range(0, size[0], 7)]
    assert all(surface.get_at(at)[:3] != paper for at in edge)


def test_until_a_screen_is_painted_the_old_one_stays():
    with Story() as story:
        glass = painter((641, 401))
        show(glass, story.picture, 0)
        before = glass.surface.copy()
        kite = Stamp(Picture((Stamp("kite", 1, 1, 1),), 3, 3), 300, 300, 77)
        never = Picture((*story.picture.things, kite))
        if not glass.show(never, 1):  # unless it was painted in no time at all
            glass.paint(1)
            assert same(glass.surface, before)


SCENES = sorted(path.stem for path in (ASSETS / "scenes").glob("*.svg"))
SHAPES = (128, 96), (128, 80), (192, 108)  # 4:3, 16:10, 16:9


@pytest.mark.search
@pytest.mark.parametrize(("scene", "size"), together(SCENES, SHAPES))
def test_every_scene_covers_every_shape_of_glass(scene, size):
    with Image.open(BytesIO(sprites(SMALL).renderer.scene(scene, *size))) as image:
        assert image.width >= size[0] and image.height >= size[1]  # resvg may round up
        assert image.convert("RGBA").getchannel("A").getextrema() == (255, 255)


def test_what_cannot_be_painted_is_left_out_and_holds_nothing_up(monkeypatch):
    glass = painter((643, 401))
    made = glass.sprites.renderer.layer
    broken = lambda art, *size, **more: made(art, *size, **more) if art != "kite" else 1 / 0  # noqa: E731
    monkeypatch.setattr(glass.sprites.renderer, "layer", broken)
    with_kite = Picture((Backdrop("rest"), Stamp("kite", 300, 300, 80), Stamp("star", 500, 300, 80)))
    show(glass, with_kite, 0)
    monkeypatch.setattr(glass.sprites, "_made", KeptSurfaces(1e6))  # as if much else had been painted since
    show(glass, Picture((Backdrop("gate"),)), 1)
    show(glass, with_kite, 2)
    assert same(glass.surface, painted(Picture((Backdrop("rest"), Stamp("star", 500, 300, 80))), (643, 401)))


def test_what_is_dropped_while_it_is_painted_is_painted_as_soon_as_it_is_there_again(monkeypatch):
    """Another picture may be made between the moment at which it is found and the one at which it is laid."""
    picture = Picture((Backdrop("rest"), Stamp("star", 500, 300, 80)))
    expected, glass = painted(picture), painter()
    exact, asked = glass.sprites.exact, []

    def dropped_once(sprite, *lit):
        if getattr(sprite, "art", "") == "star":
            asked.append(sprite)
            return exact(sprite, *lit) if len(asked) != 2 else None
        return exact(sprite, *lit)

    assert glass.show(picture, 0)
    monkeypatch.setattr(glass.sprites, "exact", dropped_once)
    glass.paint(0)
    assert len(asked) == 2 and not glass.finished and not same(glass.surface, expected)
    show(glass, picture, 0)
    assert same(glass.surface, expected)


def test_what_lies_in_another_size_or_light_holds_nothing_that_it_was_made_of():
    glass, made = painter(), pygame.Surface((60, 60), pygame.SRCALPHA)
    small = glass._fit(made, Blit(Sprite("star", 60, 60), 100, 100, 30, (30, 30), 0, 1, True))
    once = ref(made)
    assert once() is not None and small.get_size() == (30, 30)
    del made
    assert once() is None


def test_of_what_comes_or_goes_no_fainter_copy_is_kept():
    glass, made = painter(), pygame.Surface((60, 60), pygame.SRCALPHA)
    shown = [Blit(Sprite("star", 60, 60), 100, 100, 30, (30, 30), 0, n / 24, True) for n in (24, 3, 12)]
    assert len({id(glass._fit(made, one)) for one in shown}) == 1


def test_what_is_on_the_glass_is_not_lit_anew_for_what_breathes_upon_it(monkeypatch):
    """A breath dropped the sheet on which one draws: each of its steps lit all of it again, in 4 ms and more."""
    glass, lit = painter(still=False), []
    in_light = glass._in_light
    monkeypatch.setattr(glass, "_fitted", KeptSurfaces(1))
    monkeypatch.setattr(
        glass, "_in_light", lambda made, one: lit.append(getattr(one.sprite, "art", "")) or in_light(made, one)
    )
    show(
        glass,
        Picture((Backdrop("evening"), Stamp("leaf", 600, 400, 300), Stamp("star", 600, 400, 90, loop="breathe"))),
        0,
    )
    lit.clear()  # on its way to its right size a thing is lit as often as another painting of it is there
    for step in range(round(BREATH * BEAT)):
        glass.paint(step / BEAT)
    assert lit.count("leaf") <= 1 < lit.count("star")


def test_a_pose_that_was_laid_ahead_is_not_laid_in_its_frame(monkeypatch):
    glass, puppet = painter(), LIBRARY.puppet("fox")
    sitting, waving = (PuppetSprite(posed(puppet, POSES[name]), 200, 193) for name in ("sitting", "waving"))
    glass.sprites._puppets.load(sitting)
    glass.put(Frame("evening", (Drawn("fox", sitting, 600, 500, 160),)))
    then = Frame("evening", (Drawn("fox", waving, 620, 500, 162),))
    glass.lay_ahead(then.things)
    monkeypatch.setattr(glass.sprites._puppets, "_laid", lambda *given: pytest.fail("laid in its frame"))
    assert glass.put(then)


@pytest.mark.parametrize("lift", [PAINTED, FLAT, READY, STANDING, HELD])
def test_things_take_the_light_of_their_scene_and_what_glows_does_not(lift):
    things = Stamp("star", 300, 700, 100, lift=lift), Stamp("star", 900, 700, 100, lift=GLOWING)
    glass = painted(Picture((Backdrop("evening"), *things)))
    lit, glowing = (pygame.Color(glass.get_at((round(x / 2), 350))) for x in (300, 900))
    light = pygame.Color(LIBRARY.light("evening").colour)
    for part in ("r", "g", "b"):
        assert getattr(lit, part) == pytest.approx(getattr(glowing, part) * getattr(light, part) / 255, abs=4)
