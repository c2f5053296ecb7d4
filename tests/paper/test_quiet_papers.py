"""Papers of a child that saw the quiet look show what was made as it saw it."""

from functools import cache

import pytest
from PIL import Image

from game.art.library import CONTENT, Library
from game.art.puppet_reader import puppet_names
from game.core import events
from game.core.partings import parted
from game.core.picture import Picture, Stamp
from game.core.puppet import AWAY, LOOKING, RESTING
from game.paper.options import PaperOptions
from game.paper.registry import PAPER_KINDS
from game.play import screens
from game.play.look import OF_PAPER
from game.play.record import Traveller, companion_of
from tests.support.sheets import Spelling
from tests.support.story import LIBRARY, NAMES, USUAL_SCENES, Story, read_activities

USUAL = {scene for scene in USUAL_SCENES if LIBRARY.quiet_scene(scene) != scene}

ANIMALS = {name for name in puppet_names() if name not in OF_PAPER}


class Asked(Spelling):
    """Keeps the names of all scenes and pictures that it was asked for."""

    def __init__(self, library=LIBRARY):
        self.library, self.scenes, self.arts = library, set(), set()

    def paper_png(self, art, pixels):
        self._keep(art)
        return super().paper_png(art, pixels)

    def sprite(self, sprite, scale):
        self._keep(sprite.art)
        return super().sprite(sprite, scale)

    def photo(self, name, width, height, box):
        self.scenes.add(name)
        return super().photo(name, width, height, box)

    def _keep(self, art) -> None:
        if isinstance(art, Picture):
            for thing in art.things:
                self._keep(thing.art) if isinstance(thing, Stamp) else None
        self.arts.add(art) if isinstance(art, str) else None


@cache
def child(quiet: bool, many: int = 2) -> Traveller:
    """Who has done so many things at each step, and whose visit has ended."""
    with Story(quiet=quiet) as story:
        for activity in NAMES:
            story.go(activity)
            while story.visit.place == events.STEP:
                story.choose(many) if many else None
                story.tap(screens.ONWARD)
        story.session.end()
        return story.store.traveller(story.id)


def printed(who: Traveller) -> Asked:
    asked = Asked()
    for kind in PAPER_KINDS.values():
        kind.sheets(who, asked, PaperOptions())
    return asked


def test_no_paper_has_the_usual_scene_or_picture_where_there_is_a_quiet_one():
    usual, quiet = printed(child(False)), printed(child(True))
    there = USUAL & usual.scenes
    assert there and not USUAL & quiet.scenes
    assert {LIBRARY.quiet_scene(scene) for scene in there} <= quiet.scenes
    assert not quiet.arts & LIBRARY.quiet()


@pytest.mark.parametrize("many", [0, 30])
def test_so_it_is_for_who_has_done_nothing_and_for_who_has_done_all_that_there_is(many):
    asked = printed(child(True, many))
    assert not USUAL & asked.scenes and not asked.arts & LIBRARY.quiet()
    assert bool(asked.scenes) is bool(many)


def test_pictures_and_scenes_of_the_therapists_own_are_the_same_in_both_looks(tmp_path):
    for folder, name in (("pictures", "our-dog"), ("scenes", "garden")):
        (tmp_path / folder).mkdir()
        Image.new("RGB", (640, 400), "#4f8a78").save(tmp_path / folder / f"{name}.png")
    (tmp_path / "scenes/garden.yaml").write_text("places:\n  - place: here\n    at: 10 20 30 30\n", "utf-8")
    step = "  - place: who\n    scene: garden\n    pictures: [our-dog, pet]\n    onto: [here: Here]\n"
    seen = []
    for quiet in (False, True):
        library = Library(tmp_path / "pictures")
        loaded = read_activities(tmp_path, library, ours=step)
        with Story(loaded=loaded, library=library, quiet=quiet) as story:
            story.go("ours")
            story.choose(2)
            asked = Asked(library)
            for kind in PAPER_KINDS.values():
                kind.sheets(story.store.traveller(story.id), asked, PaperOptions())
            seen.append((asked.scenes, {art for art in asked.arts if CONTENT.fullmatch(art)}))
    assert seen[0] == seen[1] and all(found for found in seen[0])


@pytest.mark.parametrize("many", [2, 30])
def test_nobody_on_them_has_a_face_not_on_the_therapists_either(many):
    shown = printed(child(True, many)).arts
    assert {name for art in shown if (name := art.removesuffix(RESTING)) in ANIMALS or parted(art)} == set()
    assert {name + AWAY for name in ANIMALS} & shown and any(art.endswith(AWAY + RESTING) for art in shown)


def test_on_them_the_companion_is_seen_from_behind():
    usual, quiet = printed(child(False)), printed(child(True))
    name = companion_of(child(True).record)
    assert {name, name + LOOKING} <= usual.arts and name + AWAY not in usual.arts
    assert name + AWAY in quiet.arts and name + LOOKING not in quiet.arts
