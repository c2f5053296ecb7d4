"""Papers of a child that saw the quiet look show what was made as it saw it."""

from functools import cache

import pytest

from game.core import events
from game.core.picture import Picture, Stamp
from game.core.puppet import AWAY, LOOKING
from game.paper.options import PaperOptions
from game.paper.registry import PAPER_KINDS
from game.play import screens
from game.play.record import Traveller, companion_of
from tests.support.sheets import Spelling
from tests.support.story import LIBRARY, NAMES, Story

USUAL = {scene for scene in LIBRARY.our_scenes() if LIBRARY.quiet_scene(scene) != scene}


class Asked(Spelling):
    """Keeps the names of all scenes and pictures that it was asked for."""

    def __init__(self):
        self.scenes, self.arts = set(), set()

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
def child(quiet: bool, ended: bool) -> Traveller:
    """Who has done two things at each step, and has gone."""
    with Story(quiet=quiet) as story:
        for activity in NAMES:
            story.go(activity)
            while story.visit.place == events.STEP:
                story.choose(2)
                story.tap(screens.ONWARD)
        if ended:
            story.session.end()
        return story.store.traveller(story.id)


def printed(who: Traveller) -> Asked:
    asked = Asked()
    for kind in PAPER_KINDS.values():
        kind.sheets(who, asked, PaperOptions())
    return asked


@pytest.mark.parametrize("ended", [False, True])
def test_no_paper_has_the_usual_scene_or_picture_where_there_is_a_quiet_one(ended):
    usual, quiet = printed(child(False, ended)), printed(child(True, ended))
    there = USUAL & usual.scenes
    assert there and not USUAL & quiet.scenes
    assert {LIBRARY.quiet_scene(scene) for scene in there} <= quiet.scenes
    assert not quiet.arts & LIBRARY.quiet()


def test_on_them_the_companion_is_seen_from_behind():
    usual, quiet = printed(child(False, True)), printed(child(True, True))
    name = companion_of(child(True, True).record)
    assert {name, name + LOOKING} <= usual.arts and name + AWAY not in usual.arts
    assert name + AWAY in quiet.arts and name + LOOKING not in quiet.arts
