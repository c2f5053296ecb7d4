"""Golden pictures of what a therapist adds: a scene of her own, a sheet with a picture on it, the board of the preview,
and the papers of both; and a paper in two languages. See test_golden.py.
"""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pygame
import pytest
from PIL import Image

from game.art.library import Library
from game.authoring.mistake import Mistake
from game.child.preview import BESIDE, Notes
from game.core.events import TRAVELLER
from game.core.picture import HEIGHT
from game.desk.preview_board import PreviewBoard
from game.paper.options import AS_USUAL, PaperOptions
from game.paper.registry import PAPER_KINDS
from game.play import screens
from game.play.record import Traveller
from game.system.errors import Sentence
from tests.conftest import ART
from tests.paths import TESTS
from tests.support.glass import painted
from tests.support.golden import as_image, compare, names_in
from tests.support.own_scenes import make_scene
from tests.support.proofs import ProofRenderer
from tests.support.sheets import seen
from tests.support.story import ACTIVITIES, Story, read_activities

GOLDEN = TESTS / "golden-own"
HOMES = """\
places:
  - place: one
    at: 6 24 28 42
    sign: house
  - place: between
    at: 37 24 26 42
  - place: other
    at: 66 24 28 42
    sign: house-by-road
    things: stand
"""
PLACES = (
    "  - place: who\n    scene: homes\n    pictures: [grandparents, woman-curls, man-beard, cat, nobody, blank-card]\n"
    "    onto: [one: At mum's, between: Between, other: At dad's]\n    for the paper: Who is in which home\n"
)
BODY = "  - draw: where\n    on: body-outline\n    for the paper: Where I feel it\n"
STEPS = ("place: who", "draw: where", "watch: quiet")
GOOD = Notes("homes.yaml", "People of two homes", STEPS, 1, ("backpack.bag: Snack, Music",))
TORN = Notes(
    "homes.yaml",
    "People of two homes",
    STEPS,
    0,
    mistakes=(
        Mistake(
            "homes.yaml", 8, 16, Sentence("There is no picture called 'baer'. Did you mean 'bear'?"), "pictures: [baer]"
        ),
    ),
)
ODD = Notes(
    "homes.yaml",
    "People of two homes",
    STEPS,
    0,
    hints=(
        Mistake(
            "homes.yaml", 2, 12, Sentence("What stands after '#' is for you alone, so the words end before it."), "#2"
        ),
    ),
)
NAMES = (
    "own-scene",
    "own-scene-page",
    "drawn-on",
    "drawn-on-page",
    "board",
    "board-mistakes",
    "board-hints",
    "certificate-in-two",
)


def made(folder: Path) -> Iterator[tuple[str, Image.Image]]:
    """All of them by name."""
    for name, steps in (("own-scene", PLACES), ("drawn-on", BODY)):
        library = Library(folder / name / "pictures", folder / name / "safe")
        make_scene(folder / name, "homes", HOMES)
        copy(ACTIVITIES / f"{TRAVELLER}.yaml", folder / name)
        yield from in_it(name, Story(loaded=read_activities(folder / name, library, homes=steps), library=library))
    yield from (("board", board(GOOD)), ("board-mistakes", board(TORN)), ("board-hints", board(ODD)))


def in_it(name: str, story: Story) -> Iterator[tuple[str, Image.Image]]:
    """The screen, and the page that goes home of it; at the end the certificate."""
    with story:
        story.walk_to(TRAVELLER, 1)
        story.choose(1)
        story.go("homes")
        story.choose(4)
        yield name, as_image(painted(story.picture, library=story.library))
        story.tap(screens.ONWARD)
        yield f"{name}-page", page(story, "own-pages")
        if name == "drawn-on":
            yield "certificate-in-two", page(story, "certificate", PaperOptions(language="de", second="ar"))


def page(story: Story, paper: str, options: PaperOptions = AS_USUAL) -> Image.Image:
    """The first page of the child's paper, as a proof."""
    child = Traveller("one", story.store.traveller(story.id).record)
    return seen(PAPER_KINDS[paper].sheets(child, ProofRenderer(story.library, ART), options)[0])[0]


def board(notes: Notes) -> Image.Image:
    """The board of the preview with these notes, as high as the room beside it."""
    surface = pygame.Surface((BESIDE // 2, HEIGHT // 2))
    PreviewBoard(str).paint(surface, notes)
    return as_image(surface)


@pytest.fixture(scope="module")
def pictures(tmp_path_factory) -> dict[str, Image.Image]:
    return dict(made(tmp_path_factory.mktemp("own")))


@pytest.mark.parametrize("name", NAMES)
def test_it_looks_as_it_did(name, pictures, request):
    compare(name, pictures[name], GOLDEN, request.config.getoption("--renew"))


def test_there_is_no_golden_picture_of_what_is_gone():
    assert names_in(GOLDEN) == set(NAMES)
