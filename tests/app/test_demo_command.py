"""The demonstration as a grown-up starts it: a process that needs no screen, what it leaves, and its screens, read.

While somebody waits, its window is small, so are the pictures on its papers, and it opens few activities: the story of
six visits opens all, in `test_demonstration.py`. In a search it is as it is for everybody, and its screens are read,
and those of the story of six visits: child rule 1, no letter or digit on a child's screen.
"""

import subprocess
from itertools import product
from pathlib import Path

import pygame
import pytest
from PIL import Image, ImageDraw, ImageFont

from game.app.demonstration import STORIES, played
from game.core import events
from game.records.store import Store
from tests.support.command import FEW, run_in, run_small
from tests.support.examples import SEARCHING, seeds
from tests.support.needs import lacks, needs
from tests.support.reading import lines, words
from tests.support.story import NAMES

WORD = "goodbye"
SIZES = (28, 44, 72)
COLOURS = ("#2b2140", "#fff3d6")  # ink and cream
PLACES = (("rest", (372, 270)), ("rest", (380, 290)), ("bumpy-bit-1", (8, 12)))  # on calm ground


class Screens:
    """Each new screen of a story: what is like a line of letters is kept, and where it was."""

    def __init__(self):
        self.seen, self.lines, self.where, self.calm, self.names = set(), {}, {}, {}, set()

    def __call__(self, name: str, picture, surface: pygame.Surface) -> None:
        """A screen as it is painted."""
        if picture not in self.seen:
            self.seen.add(picture)
            screen = Image.frombytes("RGB", surface.get_size(), pygame.image.tobytes(surface, "RGB"))
            self.found(f"{len(self.seen):03}-{name}", screen)

    def load(self, shots: Path) -> None:
        """The screens that were saved."""
        for path in sorted(shots.iterdir()):
            with Image.open(path) as screen:
                self.found(path.stem, screen.convert("RGB"))

    def found(self, name: str, screen: Image.Image) -> None:
        """A screen by its number and name; those on which a word is planted are kept whole."""
        bare = name.partition("-")[2]
        self.names.add(bare)
        if bare in dict(PLACES):
            self.calm.setdefault(bare, screen)
        self.add(name, screen)

    def add(self, name: str, screen: Image.Image) -> None:
        """Keep what is like a line on this screen."""
        for line in lines(screen):
            key = line.tobytes()
            self.lines[key] = line
            self.where.setdefault(key, []).append(name)

    def plant(self) -> None:
        """A word on some screens, in each size, colour and place."""
        for size, colour, (name, place) in product(SIZES, COLOURS, PLACES):
            screen = self.calm[name].copy()
            ImageDraw.Draw(screen).text(place, WORD, fill=colour, font=ImageFont.load_default(size))
            self.add(f"planted-{name}-{size}-{colour}-{place}", screen)


@pytest.fixture
def tesseract():
    """It reads the words of a picture, in English at least."""
    needs("tesseract")
    if "eng" not in subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True).stdout.split():
        lacks("tesseract's English")


@pytest.fixture(scope="module")
def demo(tmp_path_factory) -> tuple[Path, subprocess.CompletedProcess]:
    """What it was said in, and what it said."""
    folder = tmp_path_factory.mktemp("demo")
    words = ("demo", "--home", folder / "played", "--shots", folder / "shots", "--seed", "3")
    return folder, run_in(folder, *words) if SEARCHING else run_small(*words)


@pytest.mark.search
def test_it_needs_no_screen_and_leaves_everything(demo):
    folder, done = demo
    sentence = f"The visit, its summary and all papers are in {folder / 'played'}\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, sentence, "")
    assert {path.name for path in (folder / "played").iterdir()} >= {
        "travellers",
        "summary.txt",
        "summary.pdf",
        "everything.txt",
        "everything.pdf",
        "certificate.pdf",
    }
    home = Store(folder / "played")
    (visit,) = home.traveller(home.travellers()[0].id).record.visits
    assert visit.place == events.CLOSED and visit.failures == () and set(visit.how) == set(NAMES if SEARCHING else FEW)
    assert set(visit.how.values()) <= {events.DONE, events.PASSED_BY}
    shots = sorted(path.name for path in (folder / "shots").iterdir())
    assert shots[0] == "001-asleep.png" and shots[-1].endswith("closed.png") and len(shots) > 20


@pytest.mark.search
@pytest.mark.skipif(not SEARCHING, reason="every screen is read in a search, in its whole size")
@pytest.mark.parametrize("seed", ["", *seeds(0, 2)])
def test_no_screen_holds_a_word_and_a_planted_one_is_found(seed, demo, tmp_path, tesseract):
    """Of the process above; with a seed, of the story of six visits."""
    screens, visits = Screens(), STORIES[6 if seed else 1]
    if seed:
        played(Store(tmp_path / "home"), screens, seed, visits)
    else:
        screens.load(demo[0] / "shots")
    activities = {name for day in visits for name in day.opens} or {*NAMES} - {"lanterns"}  # its one is our road's, too
    assert activities <= {name.rpartition("-")[0] for name in screens.names}, "not every activity was seen"
    screens.plant()
    read = words(screens.lines, tmp_path)
    found = {(where, word) for key, said in read.items() for word in said for where in screens.where[key]}
    assert not {(where, word) for where, word in found if not where.startswith("planted")}
    planted = {name for names in screens.where.values() for name in names if name.startswith("planted")}
    assert planted == {where for where, word in found if WORD in word}
    assert len(planted) == len(SIZES) * len(COLOURS) * len(PLACES)
