"""The parts of our scenes that live and answer: what whoever draws the next scene must know, sentence by sentence."""

import gc
import re
from functools import cache
from io import BytesIO
from xml.etree import ElementTree

import pygame
import pytest
from PIL import Image, ImageChops

from game.art.renderer import Renderer
from game.art.scene_reader import read_scene
from game.core.depth import NEAR
from game.core.feelings import FEELINGS
from game.core.hold import HOLDS
from game.core.mechanic import Tone
from game.core.picture import HEIGHT, WIDTH, Backdrop, Picture, Stamp
from game.core.puppet import QUIET
from game.core.scene import OVERHANG, Light
from game.core.seating import slots
from game.play.answers import ANSWERS
from game.play.life import LIVES
from game.play.scan_targets import CORNER
from game.play.screens import CONTROLS_AT, LOWEST, SIZE, controls
from game.system.paths import ASSETS
from tests.conftest import ART
from tests.support.examples import together
from tests.support.glass import SMALL, painted, sprites
from tests.support.golden import as_image
from tests.support.story import LIBRARY, USUAL_SCENES

TWO_LOOKS = [name for name in USUAL_SCENES if "look-usual-" in LIBRARY.scene_path(name).read_text("utf-8")]
SCENES = sorted((*USUAL_SCENES, *map(LIBRARY.quiet_scene, TWO_LOOKS)))
LEAST_ANSWERS, MOST_LIVES = 4, 3
DIMMEST = 0.35  # how bright the light of a scene is at the least, as WCAG measures it
LEAST_SIZE = 130  # design units: what was laid on a tray was 100
BEDS = {path.stem for path in (ASSETS / "sounds").glob("*.wav")} - set(Tone)  # what goes on
each_scene = pytest.mark.parametrize("scene", SCENES)


@each_scene
def test_a_scene_answers_in_words_that_there_are(scene):
    parts = LIBRARY.parts(scene)
    assert len({part.name for part in parts}) == len(parts), "two parts have one name"
    answers = [part for part in parts if part.answer]
    assert len(answers) >= LEAST_ANSWERS, f"{scene} needs at least {LEAST_ANSWERS} parts with data-answer"
    for part in parts:
        assert part.answer in ("", *ANSWERS), f"part-{part.name}: '{part.answer}' is no answer; there are {[*ANSWERS]}"
        assert part.life in ("", *LIVES), f"part-{part.name}: '{part.life}' is no life; there are {[*LIVES]}"


@each_scene
def test_a_scene_says_what_is_heard_in_it(scene):
    sounds = ("quiet", *BEDS)
    said = LIBRARY.sound(scene)
    assert said in sounds, f"{scene} needs data-sound on its <svg>, one of {sounds}; it says '{said}'"


@each_scene
def test_a_scene_says_its_hour(scene):
    """Without it all that stands there looks pasted in at dusk; too dark a light would hide what is offered. And where
    the light comes from is in the picture, above the ground on which things stand."""
    said = ElementTree.fromstring(LIBRARY.scene_svg(scene)).get("data-light", "")
    written = re.fullmatch(r"(#[0-9a-f]{6}) (\d+) (\d+)", said)
    assert written, f'{scene} needs data-light="#rrggbb x y" on its <svg>: #ffffff by day, and where it comes from'
    colour, x, y = written.groups()
    assert _luminance(tuple(bytes.fromhex(colour[1:]))) >= DIMMEST, f"{scene}: '{said}' is so dark that nothing is seen"
    place = int(x) - OVERHANG[0], int(y) - OVERHANG[1]
    assert LIBRARY.light(scene) == Light("" if colour == "#ffffff" else colour, place)
    assert 0 <= place[0] <= WIDTH and 0 <= place[1] < HEIGHT * 2 / 3, f"{scene}: where its light comes from is not seen"


@each_scene
def test_where_things_lie_ready_is_said_in_words_that_there_are(scene):
    layout = LIBRARY.layout(scene)
    alone = [area for area in (layout.receiver, layout.turner, layout.companion, layout.alone, layout.sand) if area]
    for area in (*LIBRARY.spots(scene), *layout.options, *layout.supplies, *layout.water, *alone):
        assert area.hold in HOLDS, f"{area.name}: '{area.hold}' is no way to hold; there are {[*filter(None, HOLDS)]}"
        for picture in filter(None, (area.sign, area.front, area.vessel, area.lit, *area.closed)):
            assert LIBRARY.read(picture), f"{area.name}: there is no picture '{picture}'"
    for spot in LIBRARY.spots(scene):
        left, top, width, height = spot.box
        inside = abs(left + width / 2 - spot.x) <= spot.width / 2 and abs(top + height / 2 - spot.y) <= spot.height / 2
        assert inside, f"{spot.name}: data-inside lies beside its spot"
    if layout.companion:
        assert layout.companion.feels in ("", *FEELINGS), f"nobody can feel '{layout.companion.feels}'"
    for leads in filter(None, (layout.turner, layout.alone, layout.sand)):
        assert leads.sign, f"layout-{leads.name} needs data-sign, the picture that leads to others or lies there"


def areas_in(scene: str) -> list:
    """Where something lies ready in this scene, as it says itself."""
    layout = LIBRARY.layout(scene)
    alone = (layout.receiver, layout.turner, layout.sand)
    return [*layout.options, *layout.supplies, *(area for area in alone if area)]


@pytest.mark.parametrize("scene", [scene for scene in SCENES if areas_in(scene)])
def test_what_lies_ready_is_large_and_lies_under_no_control(scene):
    layout = LIBRARY.layout(scene)
    if layout.options or layout.receiver:
        receives = layout.receiver or layout.sand  # what is chosen goes there, or it is worked on where it lies
        assert layout.options and receives, f"{scene} needs both layout-options and layout-receiver, or layout-sand"
    for area in areas_in(scene):
        assert area.y + area.height / 2 <= LOWEST, f"{area.name} reaches below where a touch is felt"
        for x, y in CONTROLS_AT.values():
            apart = abs(area.x - x) >= (area.width + SIZE) / 2 or abs(area.y - y) >= (area.height + SIZE) / 2
            assert apart, f"{area.name} reaches under the control at {x}, {y}"
    for ready in filter(None, (layout.options, layout.supplies)):
        most = min(6, sum(area.most for area in ready) or 6)
        assert slots(ready, most)[0].size >= LEAST_SIZE, f"{most} pictures have too little room in {scene}"
        for place in [place for count in range(1, 11) for place in slots(ready, count)]:
            beside = CORNER < place.x < WIDTH - CORNER or place.y > CORNER
            assert beside, f"what lies ready at {place.x:.0f}, {place.y:.0f} in {scene} lies in a corner for grown-ups"


@pytest.mark.parametrize("scene", [scene for scene in SCENES if LIBRARY.on_offer(scene)])
def test_a_landscape_says_where_its_ground_ends(scene):
    """A scene that is a picture, too, is one in which things are laid freely."""
    far = LIBRARY.layout(scene).far
    assert far, (
        f'{scene} needs data-far="y size #colour" on its <svg>: its horizon, how large things are there, its air'
    )
    assert far.y < NEAR, f"{scene}: its horizon lies lower than what stands near by"
    assert 0 < far.size < 1, f"{scene}: what stands at the horizon is smaller than near by, but there"
    assert re.fullmatch("#[0-9a-f]{6}", far.air), f"{scene}: '{far.air}' is no colour of air"
    for water in LIBRARY.layout(scene).water:
        assert HOLDS[water.hold].loop == "bob", f"{water.name}: what is in water floats"


@each_scene
def test_only_what_is_cut_out_moves_and_little_moves_by_itself(scene):
    for part in LIBRARY.parts(scene):
        moves = part.life or (part.answer in ANSWERS and not ANSWERS[part.answer].arts)
        assert part.cut or not moves, f"part-{part.name} moves, so it is a <g> with its paint, not an area"
    lives = [part.name for part in LIBRARY.parts(scene) if part.life]
    assert lives, f"nothing lives in {scene}: a part that is cut out needs data-life, a slow one beside a hard question"
    assert len(lives) <= MOST_LIVES, f"{lives} live: more than {MOST_LIVES} movers are too many for one screen"


@each_scene
def test_an_area_is_a_shape_without_paint(scene):
    root = ElementTree.fromstring(LIBRARY.scene_svg(scene))
    for element in root.iter():
        if not element.get("id", "").startswith("part-"):
            continue
        if element.tag.endswith("}g"):
            assert element.get("data-box") and element.get("data-pivot"), f"{element.get('id')} needs box and pivot"
        else:
            assert element.tag.rpartition("}")[2] in ("rect", "ellipse", "circle") and "transform" not in element.attrib
            assert (element.get("fill"), element.get("stroke", "none")) == ("none", "none")


@each_scene
def test_the_box_of_a_part_holds_its_paint(scene):
    for part in LIBRARY.parts(scene):
        if part.cut:
            left, top, right, bottom = _paint(scene, part)
            x, y, width, height = part.box
            inside = left >= x - 1 and top >= y - 1 and right <= x + width + 1 and bottom <= y + height + 1
            assert inside, f"part-{part.name}: its paint lies from {left}, {top} to {right}, {bottom}, beyond data-box"
            assert part.distance(*part.pivot) < 40, f"part-{part.name} turns about a point that is far beside it"
        assert part.distance(WIDTH / 2, HEIGHT / 2) < WIDTH / 2 + 100, f"part-{part.name} is nowhere to be seen"


def _paint(scene, part) -> tuple[float, ...]:
    """Left, top, right and bottom of a part's paint in design units: drawn on twice its box."""
    x, y, width, height = part.box
    box = f"{x - width / 2 + 160} {y - height / 2 + 100} {2 * width} {2 * height}"
    svg = LIBRARY.part_svg(scene, part.name).replace("0 0 1600 1000", box, 1)
    png = Renderer(LIBRARY, ART)._png(svg, round(2 * width), round(2 * height), ours=True)
    with Image.open(BytesIO(png)) as image:
        found = image.convert("RGBA").getchannel("A").point(lambda value: 255 * (value > 8)).getbbox()
    assert found, f"part-{part.name} has no paint"
    left, top, right, bottom = found
    return x - width / 2 + left, y - height / 2 + top, x - width / 2 + right, y - height / 2 + bottom


@pytest.mark.search
@pytest.mark.parametrize(("scene", "size"), together(SCENES, [(320, 200), (200, 320), (258, 107)]))
def test_at_rest_the_parts_lie_exactly_where_the_whole_scene_has_them(scene, size):
    """What is painted over a part would lie below it: draw the part later in the file."""
    got = painted(Picture((Backdrop(scene),)), size)
    whole = pygame.image.load(BytesIO(sprites(size).renderer.scene(scene, *size)), "a.png").convert()
    sprites(size).lay_shade(whole, scene)
    differ = ImageChops.difference(as_image(whole), as_image(got)).convert("L").point(lambda value: 255 * (value > 24))
    share = differ.histogram()[255] / (size[0] * size[1])
    assert share < 0.0003, f"{scene} with its parts differs from the whole scene in {differ.getbbox()}"


def test_what_reads_a_scene_leaves_nothing_to_be_looked_through():
    """At a start nobody looks: it would stay to the end."""
    gc.collect()
    read_scene.__wrapped__(LIBRARY.scene_path("burrow"))
    assert gc.collect() == 0


FOUND, OF_ALL = 2.0, 0.12  # contrast with what lies behind, and the share of a control's square that has it


@pytest.mark.parametrize("scene", [*USUAL_SCENES, *map(LIBRARY.quiet_scene, USUAL_SCENES)])
def test_the_controls_are_found_in_the_light_of_every_scene(scene):
    """Their pale edge in a dark place, their dark paper in a pale one: never by colour alone."""
    stand = controls(LIBRARY.floor(scene), quiet=scene.endswith(QUIET))
    bare = as_image(painted(Picture((Backdrop(scene),))))
    there = as_image(painted(Picture((Backdrop(scene), *stand))))
    for control in stand:
        box = tuple(round(SMALL[0] / WIDTH * edge) for edge in _square(control))
        behind, before = (list(map(_luminance, image.crop(box).get_flattened_data())) for image in (bare, there))
        seen = [_contrast(*pair) >= FOUND for pair in zip(behind, before, strict=True)]
        assert sum(seen) >= OF_ALL * len(seen), f"{control.art} is hard to find in {scene}"


def _square(stamp: Stamp) -> tuple[float, float, float, float]:
    half = stamp.width / 2
    return stamp.x - half, stamp.y - half, stamp.x + half, stamp.y + half


@cache
def _luminance(pixel: tuple[int, int, int]) -> float:
    """Relative luminance as in WCAG."""
    parts = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in (part / 255 for part in pixel))
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def _contrast(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
