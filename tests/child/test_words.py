"""Child rule 1: no letter or digit on a child's screen, told by reading every screen of the demonstration."""

import subprocess
from itertools import product

import pygame
import pytest
from PIL import Image, ImageDraw, ImageFont

from game.app.demonstration import STORIES, played
from game.records.store import Store
from tests.support.examples import seeds
from tests.support.needs import lacks, needs
from tests.support.reading import lines, words

WORD = "goodbye"
SIZES = (28, 44, 72)
COLOURS = ("#2b2140", "#fff3d6")  # ink and cream
PLACES = (("rest", (372, 270)), ("rest", (380, 290)), ("when-we-are-done-1", (560, 150)))  # on calm ground


class Screens:
    """Each new screen of a story as it is painted: what is like a line of letters is kept, and where it was."""

    def __init__(self):
        self.seen, self.lines, self.where, self.first = set(), {}, {}, {}

    def __call__(self, name: str, picture, surface: pygame.Surface) -> None:
        if picture in self.seen:
            return
        self.seen.add(picture)
        screen = Image.frombytes("RGB", surface.get_size(), pygame.image.tobytes(surface, "RGB"))
        self.first.setdefault(name, screen)
        self.add(f"{len(self.seen)}-{name}", screen)

    def add(self, name: str, screen: Image.Image) -> None:
        """Keep what is like a line on this screen."""
        for line in lines(screen):
            key = line.tobytes()
            self.lines[key] = line
            self.where.setdefault(key, []).append(name)

    def plant(self) -> None:
        """A word on some screens, in each size, colour and place."""
        for size, colour, (name, place) in product(SIZES, COLOURS, PLACES):
            screen = self.first[name].copy()
            ImageDraw.Draw(screen).text(place, WORD, fill=colour, font=ImageFont.load_default(size))
            self.add(f"planted-{name}-{size}-{colour}-{place}", screen)


@pytest.fixture
def tesseract():
    """It reads the words of a picture, in English at least."""
    needs("tesseract")
    if "eng" not in subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True).stdout.split():
        lacks("tesseract's English")


@pytest.mark.search
@pytest.mark.parametrize("seed", seeds(1, 2))
def test_no_screen_of_the_story_holds_a_word_and_a_planted_one_is_found(seed, tmp_path, tesseract):
    screens = Screens()
    played(Store(tmp_path / "home"), screens, seed, STORIES[6])
    activities = {name for day in STORIES[6] for name in day.opens}
    assert activities <= {name.rpartition("-")[0] for name in screens.first}, "not every activity was seen"
    screens.plant()
    read = words(screens.lines, tmp_path)
    found = {(where, word) for key, said in read.items() for word in said for where in screens.where[key]}
    assert not {(where, word) for where, word in found if not where.startswith("planted")}
    planted = {name for names in screens.where.values() for name in names if name.startswith("planted")}
    assert planted == {where for where, word in found if WORD in word}
    assert len(planted) == len(SIZES) * len(COLOURS) * len(PLACES)
