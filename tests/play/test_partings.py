"""Ways to part are shown by the child's own companion and who keeps the door."""

from io import BytesIO
from itertools import combinations

import pytest
from PIL import Image, ImageChops

from game.art.draw_process import here
from game.art.parting_svg import parting_svg
from game.art.puppet_reader import puppet_names
from game.core.companion import companion_on
from game.core.events import NOBODY_YET
from game.core.partings import WAYS, parted, parting
from game.play.record import companion_of
from game.play.screens import ONWARD
from tests.support.story import LIBRARY, Story

SMALL = 32  # pixels: an outline that is told apart there is told apart at a glance
OTHERWISE = 0.06  # of the whole picture: so much of two outlines is not the same


@pytest.mark.parametrize("name", puppet_names())
def test_every_companion_parts_in_every_way(name):
    drawings = {LIBRARY.worn_svg(parting(name, way)) for way in WAYS}
    assert len(drawings) == len(WAYS) and "" not in drawings
    assert LIBRARY.worn_svg(parting("nobody", "bow")) == ""


def test_each_way_is_told_by_its_outline_alone():
    outlines = {way: _outline(parting_svg("elephant", way)) for way in WAYS}
    alike = {pair: _differ(*(outlines[way] for way in pair)) for pair in combinations(WAYS, 2)}
    assert min(alike.values()) > OTHERWISE, sorted(alike.items(), key=lambda pair: pair[1])[:3]


def _outline(svg: str) -> Image.Image:
    with Image.open(BytesIO(here(svg, SMALL, SMALL))) as image:
        return image.convert("RGBA").getchannel("A")


def _differ(one: Image.Image, other: Image.Image) -> float:
    return (
        sum(level * many for level, many in enumerate(ImageChops.difference(one, other).histogram())) / 255 / SMALL**2
    )


def test_two_that_part_are_a_picture_of_ours_and_no_photo_of_somebody():
    assert {LIBRARY.family(parting("fox", way)) for way in WAYS} == {LIBRARY.family("bow")} != {""}


def test_what_is_offered_is_the_childs_own_companion():
    with Story().at("our-last-day", 2) as story:
        who = companion_of(story.session.record)
        assert who != NOBODY_YET
        assert [parted(o.art) for o in story.here.table.offered] == [(who, o.id) for o in story.here.table.offered]


def test_the_companion_is_not_there_twice_while_two_part():
    with Story().at("our-last-day", 2) as story:
        assert companion_on(story.picture)
        chosen = story.options()[0].means
        story.tap(chosen)
        assert companion_on(story.picture) is None
        story.tap(chosen)
        assert companion_on(story.picture)


def test_in_the_quiet_look_it_is_so_too():
    with Story(quiet=True) as story:
        story.go("our-last-day")
        story.tap(ONWARD)
        story.tap(ONWARD)
        assert story.here.table.quiet
        assert [parted(o.art) for o in story.here.table.offered] == [
            (NOBODY_YET, o.id) for o in story.here.table.offered
        ]
