"""A scene on a paper, as the child has left it: what was laid there, and nothing of what lies ready or waits."""

import pytest

from game.core.companion import COMPANION_ID
from game.core.ids import Control, Option, Scenery, SpotId
from game.core.layout import TRAY
from game.core.picture import Backdrop, Picture, Stamp, TouchArea
from game.paper.images import can_be_seen
from game.paper.scene_cut import BELOW_SPOTS, SCENE_HEIGHT, height, left_on
from game.play.visit_pages import activity_page
from tests.support.story import Story

LAID = Stamp("kite", 300, 300, 100, id=Option("kite"), means=Option("kite"))
READY = Stamp("boat", 1000, 300, 100, id=Option("boat"), means=Option("boat"))
TURNER = Stamp("things-basket", 380, 640, 120, id=Control("turn"), means=Control("turn"))
COMPANION = Stamp("fox-looking", 600, 400, 240, id=COMPANION_ID)
FRONT = Stamp("bag-front", 300, 500, 500, 540, id=Scenery("front-bag"))
SUPPLIES = TouchArea(TRAY, 1000, 300, 300, 200)


def screen(*things) -> Picture:
    return Picture((Backdrop("packing-clearing"), *things))


def test_what_lies_ready_and_who_waits_are_not_on_the_paper():
    left = screen(SUPPLIES, COMPANION, TURNER, READY, LAID, FRONT)
    assert left_on(left) == [LAID, FRONT]


@pytest.mark.parametrize(("bottom", "shown"), [(400, SCENE_HEIGHT), (700, 730), (790, 800)])
def test_a_scene_is_shown_down_to_its_lowest_spot(bottom, shown):
    spot = TouchArea(SpotId("bag"), 300, bottom - 100, 400, 200)
    assert height(screen(spot, SUPPLIES, LAID)) == shown


def test_what_lies_below_a_tray_is_not_shown():
    tray = Stamp("tray", 774, 658, 700, 150, id=Scenery("tray"))
    deep = TouchArea(SpotId("bank"), 300, 500, 400, 200)
    assert height(screen(tray, TouchArea(TRAY, 774, 658, 676, 140), deep)) == SCENE_HEIGHT


def test_a_place_of_a_road_is_shown_though_a_picture_stands_there():
    prints = Stamp("footprints", 458, 602, 108, id=SpotId("stones"), means=SpotId("stones"))
    assert height(screen(prints)) == 602 + 54 + BELOW_SPOTS


def test_a_map_is_on_the_paper_with_every_stone_whole_and_without_the_companion():
    with Story().at("what-changed", 1) as story:
        story.tap(story.options()[0].means)
        seen = activity_page(story.visit, "what-changed", screens=True).steps[-1]
        assert can_be_seen(seen)
        stones = [thing for thing in left_on(seen.screen) if isinstance(thing.means, Option)]
        assert {stone.means.name for stone in stones} == {o.id for row in seen.rows for o in row.pictures}
        assert all(stone.y + (stone.height or stone.width) / 2 <= height(seen.screen) for stone in stones)
