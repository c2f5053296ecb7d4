"""In a place of a therapist's own what is laid is as large as anywhere, lies inside, and stands on its ground."""

from itertools import cycle, islice, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from game.art.library import Library
from game.core.companion import FEET, companion_on
from game.core.ids import Option, Sign, SpotId
from game.core.picture import HEIGHT, Stamp, TouchArea, covers, find
from game.core.road import way_along
from game.core.story_stage import goal, stage
from game.core.table import BANDS
from game.core.wrapping import BEHIND, TIED, is_sheet
from game.mechanics.walk import PICTURE, SIDE_BY_SIDE
from game.paper.chosen_words import chosen_pages
from game.play import screens
from game.play.screen_story import spots_on, taken
from tests.support.examples import examples
from tests.support.own_scenes import make_scene
from tests.support.story import Story, read_activities

YARD = """\
places:
  - place: one
    at: 6 24 28 42
    sign: house
  - place: other
    at: 66 24 28 42
    sign: tent
    {}
"""
WALK = "  - walk: whereto\n    scene: yard\n    along: [one, other]\n"
FROM = "  - choose: thing\n    pictures: [kite, boat]\n" + WALK + "    from: thing\n"
PLACE = "  - place: whose\n    scene: yard\n    pictures: [bed, pet, school, tent]\n    onto: [one, other]\n"
WIDE, HIGH = 100, 190  # of a companion that plays: its body
NAMES, MANY = ("bed", "pet", "school", "tent"), 6


def yard(folder: Path, things: str, more: str = "", steps: str = PLACE, band: str = "middle") -> Story:
    """A step in a scene with two places; what the other one says of things, and what the step says besides."""
    make_scene(folder, "yard", YARD.format(things))
    library = Library(folder / "pictures", folder / "safe")
    return Story(band, loaded=read_activities(folder, library, whose=steps + more), library=library)


def lay(story: Story, many: int) -> tuple[list[Stamp], TouchArea]:
    """So many pictures, all onto the other place: what lies there then, and the place."""
    story.go("whose")
    for name in islice(cycle(NAMES), many):
        story.carry(Option(name), spot_of(story))
    laid = [thing for thing in story.picture.things if isinstance(thing, Stamp) and isinstance(thing.means, Option)]
    where = spot_of(story)
    return [
        thing
        for thing in laid
        if abs(thing.x - where.x) < where.width / 2 and abs(thing.y - where.y) < where.height / 2
    ], where


def spot_of(story: Story) -> TouchArea:
    return next(spot for spot in story.spots() if spot.means.name == "other")


@pytest.mark.parametrize("things", ["", "things: stand", "things: float"])
def test_what_is_laid_again_and_again_is_as_large_as_what_is_laid_once_and_all_of_it_lies_inside(things, tmp_path):
    with yard(tmp_path / "once", things) as story:
        ((once,), _) = lay(story, 1)
    with yard(tmp_path / "often", things, "    again: yes\n") as story:
        laid, where = lay(story, MANY)
    assert len({(stamp.x, stamp.y) for stamp in laid}) == MANY and {stamp.width for stamp in laid} == {once.width}
    for stamp in laid:
        assert abs(stamp.x - where.x) <= where.width / 2 - stamp.width / 2
        assert abs(stamp.y - where.y) <= where.height / 2 - stamp.width / 2


def test_what_stands_stands_on_the_ground_of_the_place(tmp_path):
    with yard(tmp_path, "things: stand") as story:
        laid, where = lay(story, 3)
    (foot,) = {stamp.y + stamp.width / 2 for stamp in laid}
    assert len(laid) == 3 and 10 <= where.y + where.height / 2 - foot <= 20


def test_what_is_wrapped_in_a_place_lies_side_by_side_each_in_paper(tmp_path):
    with yard(tmp_path, "things: wrap") as story:
        laid, _ = lay(story, 3)
        sheets = [t for t in story.picture.things if isinstance(t, Stamp) and is_sheet(t)]
    assert len({(stamp.x, stamp.y) for stamp in laid}) == 3 and [stamp.art for stamp in sheets] == [BEHIND, TIED] * 3


@pytest.mark.parametrize("band", BANDS)
def test_of_places_on_which_things_are_laid_again_and_again_all_that_are_seen_take_something(band, tmp_path):
    with yard(tmp_path, "", "    again: yes\n", band=band) as story:
        laid, _ = lay(story, 1)
        assert {SpotId("one"), SpotId("other")} <= {spot.means for spot in story.spots()} and len(laid) == 1
        assert {Sign("one"), Sign("other")} <= {t.id for t in story.picture.things if isinstance(t, Stamp)}


@pytest.mark.parametrize("steps", [WALK, FROM], ids=["alone", "from one thing"])
def test_on_a_walk_each_place_has_its_sign_and_is_gone_to_though_no_picture_stands_there(steps, tmp_path):
    with yard(tmp_path, "", "", steps) as story:
        story.walk_to("whose", steps.count("- ") - 1)
        signs = {t.id: t.art for t in story.picture.things if isinstance(t, Stamp) and isinstance(t.id, Sign)}
        assert signs == {Sign("one"): "house", Sign("other"): "tent"}
        story.tap(SpotId("other"))
        assert story.here.state.at == "other"


BARE = YARD.replace("    sign: house\n", "").replace("    sign: tent\n", "")
CHOSEN = "  - choose: thing\n    pictures: [kite, boat]\n    up to: 2\n"


@pytest.mark.parametrize("things", ["", "things: stand"])
def test_what_was_chosen_stands_at_places_that_have_no_sign_where_none_has_and_things_lie_below_it(things, tmp_path):
    make_scene(tmp_path, "yard", BARE.format(things))
    library = Library(tmp_path / "pictures", tmp_path / "safe")
    steps = CHOSEN + PLACE + "    signs: thing\n"
    with Story(loaded=read_activities(tmp_path, library, whose=steps), library=library) as story:
        story.go("whose")
        story.tap(Option("boat"))
        story.tap(Option("kite"))
        story.tap(screens.ONWARD)
        story.carry(Option("bed"), spot_of(story))
        seen = {t.id: t for t in story.picture.things if isinstance(t, Stamp)}
    signs = {id: stamp for id, stamp in seen.items() if isinstance(id, Sign)}
    assert {id.name: stamp.art for id, stamp in signs.items()} == {"one": "boat", "other": "kite"}
    laid, sign = seen[Option("bed")], signs[Sign("other")]
    assert laid.y - laid.width / 2 >= sign.y + sign.width / 2
    assert [spot.label for spot in story.here.table.spots] == ["Boat", "Kite"]


# A walk past such places

LINE = "".join(f"  - place: p{n}\n    at: {{}} {{}} 18 32\n" for n in range(3))
STOPS = "  - choose: who\n    pictures: [friend, teddy, pet]\n    up to: 3\n    scene: riverbank\n{}    from: who\n"
WALKS = STOPS.format("  - walk: way\n    along: [p0, p1, p2]\n")
corners = st.tuples(*(st.tuples(st.integers(2, 12), st.integers(0, 36)) for _ in range(3)))


def line(folder: Path, where: tuple[tuple[int, int], ...], steps: str = WALKS) -> Story:
    """A scene with three places from left to right; somebody has been chosen for each."""
    lies = [number for n, (left, top) in enumerate(where) for number in (left + 31 * n, top)]
    make_scene(folder, "yard", "places:\n" + LINE.format(*lies))
    library = Library(folder / "pictures", folder / "safe")
    story = Story(loaded=read_activities(folder, library, way=steps.replace("walk: way\n", WAY)), library=library)
    story.go("way")
    for name in ("friend", "teddy", "pet"):
        story.tap(Option(name))
    story.tap(screens.ONWARD)
    return story


WAY = "walk: way\n    scene: yard\n"


@examples(3)
@given(corners)
def test_who_stands_at_a_stop_is_hidden_by_no_companion_and_home_is_before_none(tmp_path_factory, where):
    with line(tmp_path_factory.mktemp("yard"), where) as story:
        stand = [t for t in story.picture.things if isinstance(t, Stamp) and isinstance(t.id, SpotId)]
        spots, here = spots_on(story.picture, story.library.spots), companion_on(story.picture)
        on = replace(stage(here.x, here.y, here.width, spots), taken=taken(story.picture, spots))
        feet, before = (here.x, here.y + FEET * here.width), {thing.id.name: thing for thing in stand}
        assert len(stand) == 3 and not any(covers(thing, here.x, here.y) for thing in stand)
        assert all(on.front[1] - HIGH > thing.y + thing.width / 4 for thing in stand), "before none of them"
        for name in before:
            feet = goal(name, feet, on)
            assert abs(feet[0] - before[name].x) > before[name].width / 2 + WIDE / 2 and 0 < feet[0] < 1280


def test_it_walks_past_the_stops_in_between_in_the_order_of_the_file(tmp_path):
    with line(tmp_path, ((2, 30), (2, 2), (2, 30))) as story:
        road = story.library.road(story.here.table.scene)
        spots = story.here.table.spots
        assert [x for x, _ in road] == [spot.x for spot in spots]
        first, _, last = ((g.x, g.y + g.height / 2) for g in spots)
        way = way_along(road, first, last)
        assert road[1] in way, "by the one above, and not straight"


# A walk past places where something was laid

LAY = "  - place: who\n    scene: yard\n    pictures: [friend, teddy, pet]\n    onto: [p0: At home, p1, p2: In bed]\n"
PAST_THEM = LAY + "  - walk: way\n    scene: yard\n    along: [p0: At home, p1, p2: In bed]\n    from: who\n"
SAYS = "    for the paper: Who was there\n"
ABREAST = ((2, 20), (2, 20), (2, 20))


def past_them(folder: Path, onto: dict[str, list[str]], apart: int = 31, line: str = LINE) -> Story:
    """On the way, with these pictures laid at its places, which are so many per cent apart."""
    lies = [number for n, (left, top) in enumerate(ABREAST) for number in (left + apart * n, top)]
    make_scene(folder, "yard", "places:\n" + line.format(*lies))
    library = Library(folder / "pictures", folder / "safe")
    loaded = read_activities(folder, library, way=PAST_THEM + SAYS)
    story = Story(loaded=loaded, library=library)
    story.go("way")
    for spot, names in onto.items():
        for name in names:
            story.carry(Option(name), next(g for g in story.spots() if g.means == SpotId(spot)))
    story.tap(screens.ONWARD)
    return story


def said_of(story: Story) -> list[str]:
    """What the summary says of the way, and nothing of what was laid."""
    (page,) = chosen_pages(story.visit, str)
    said = [sentence.said for sentence in page.sentences]
    return said[said.index("Who was there:") :]


def test_all_that_was_laid_at_a_stop_stands_there_side_by_side_on_one_ground(tmp_path):
    with past_them(tmp_path, {"p0": ["friend", "teddy", "pet"]}) as story:
        stands = find(story.picture, SpotId("p0"))
        things = stands.art.things
        assert [thing.art for thing in things] == ["friend", "teddy", "pet"]
        assert len({thing.y + thing.width / 2 for thing in things}) == 1 and stands.art.height == stands.art.width
        assert all(0.7 <= (b.x - a.x) / a.width < 1 for a, b in pairwise(things))
        each = things[0].width * stands.width / stands.art.width
        assert 60 <= each < PICTURE and stands.width <= story.here.table.spots[0].width


@pytest.mark.parametrize(("onto", "least"), [(["friend", "teddy"], 0.8), (["friend", "teddy", "pet"], 0.65)])
def test_several_at_a_stop_are_not_much_smaller_than_one_and_the_companion_stands_before_none_of_them(
    onto, least, tmp_path
):
    with past_them(tmp_path, {"p0": ["pet"], "p1": onto}) as story:
        story.tap(SpotId("p1"))
        alone, stands = (find(story.picture, SpotId(name)) for name in ("p0", "p1"))
        here = companion_on(story.picture)
        each = stands.art.things[0].width * stands.width / stands.art.width
        first = stands.x - stands.width / 2 + each / 2
        assert least * PICTURE <= each < PICTURE
        assert alone.x + alone.width / 2 < here.x - WIDE / 2 < here.x + WIDE / 2 <= first - each / 2


def test_where_the_next_stop_is_near_several_are_smaller_so_that_they_do_not_stand_among_those_there(tmp_path):
    with past_them(tmp_path, {"p0": ["friend", "teddy"], "p1": ["pet"]}, 11, LINE.replace("18", "10")) as story:
        several, next_to = (find(story.picture, SpotId(name)) for name in ("p0", "p1"))
        assert PICTURE < several.width <= SIDE_BY_SIDE * (next_to.x - several.x) < 1.5 * PICTURE


def test_one_that_was_laid_at_a_stop_stands_there_as_it_is(tmp_path):
    with past_them(tmp_path, {"p2": ["teddy"]}) as story:
        stands = find(story.picture, SpotId("p2"))
        assert (stands.art, stands.width) == ("teddy", PICTURE)


def test_the_summary_says_at_which_stop_what_stood_as_far_as_the_way_was_gone(tmp_path):
    with past_them(tmp_path, {"p0": ["teddy", "friend"], "p2": ["pet"]}) as story:
        story.tap(SpotId("p0"))
        story.tap(SpotId("p1"))
        assert said_of(story) == ["Who was there:", "At home: Teddy, Friend.", "P1: nothing there."]


def test_it_says_so_where_the_way_was_left_before_anybody(tmp_path):
    with past_them(tmp_path, {"p2": ["pet"]}) as story:
        story.tap(SpotId("p0"))
        assert said_of(story) == ["Who was there:", "At home: nothing there."]


def test_the_words_of_a_place_come_before_the_scene_s_also_where_a_way_goes_past_it(tmp_path):
    (tmp_path / "scenes").mkdir()
    make_scene(tmp_path, "yard", "places:\n  - place: ward\n    at: 30 20 30 40\n    label: On the ward\n")
    steps = (
        "  - place: who\n    scene: yard\n    pictures: [fox, owl]\n    onto: [ward: In my bed]\n"
        "  - walk: road\n    scene: yard\n    from: who\n    along: [ward]\n"
    )
    library = Library(tmp_path / "pictures", tmp_path / "safe")
    with Story(loaded=read_activities(tmp_path, library, whose=steps), library=library) as story:
        story.go("whose")
        story.tap(Option("fox"))
        story.tap(SpotId("ward"))
        story.tap(screens.ONWARD)
        assert [spot.label for spot in story.here.table.spots] == ["In my bed"]


STEPS = {
    "place": "  - place: whose\n    scene: yard\n    pictures: [bed, pet]\n    onto: [other]\n",
    "walk": "  - walk: whose\n    scene: yard\n    along: [other]\n",
    "light": "  - light: whose\n    scene: yard\n    pictures: [candle]\n    along: [other]\n",
}


def signs_in(story: Story) -> dict[str, list[Stamp]]:
    """By the name of their place the signs that stand on the screen."""
    found: dict[str, list[Stamp]] = {}
    for thing in story.picture.things:
        if isinstance(thing, Stamp) and isinstance(thing.id, Sign):
            found.setdefault(thing.id.name, []).append(thing)
    return found


@pytest.mark.parametrize("name", STEPS)
def test_what_stands_at_a_place_is_there_though_the_step_does_nothing_at_it(tmp_path, name):
    """Of a hospital day with seven stops four were gone while it was said who is with the child at three."""
    with yard(tmp_path, "", steps=STEPS[name]) as story:
        story.go("whose")
        assert [(thing.art, thing.means) for thing in signs_in(story)["one"]] == [("house", None)]
        assert not any(isinstance(thing, TouchArea) and thing.means == SpotId("one") for thing in story.picture.things)


def test_where_pictures_lie_ready_none_of_a_scenes_own_stands_among_them(tmp_path):
    with yard(tmp_path, "", steps="  - choose: whose\n    scene: yard\n    pictures: [bed, pet]\n") as story:
        story.go("whose")
        assert not signs_in(story)


def test_who_walks_past_places_stands_with_its_feet_on_their_lower_edges(tmp_path):
    """Where the README says that the road is to be drawn; the feet came to the grass above it."""
    with yard(tmp_path, "", steps=WALK) as story:
        story.go("whose")
        for place in story.spots():
            story.tap(place.means)
            companion = companion_on(story.picture)
            edge = (24 + 42) / 100 * HEIGHT
            assert 0 <= edge - (companion.y + FEET * companion.width) <= 12


@pytest.mark.parametrize(("up_to", "many"), [("2 each", 2), ("3", 3), ("1 each", 1)])
def test_the_fewer_can_stand_in_a_place_the_larger_they_are(up_to, many, tmp_path):
    """In a place of 28 by 42 per cent two people were as small as any number of them."""
    with yard(tmp_path / "any", "things: stand") as story:
        usual, _ = lay(story, 1)
    with yard(tmp_path / "few", "things: stand", f"    up to: {up_to}\n") as story:
        laid, where = lay(story, many)
    assert len(laid) == many and {stamp.width for stamp in laid} != {usual[0].width}
    (foot,) = {round(stamp.y + stamp.width / 2, 3) for stamp in laid}
    assert 10 <= where.y + where.height / 2 - foot <= 20
    for stamp in laid:
        assert stamp.width > usual[0].width
        assert abs(stamp.x - where.x) <= where.width / 2 - stamp.width / 2
        assert stamp.y - stamp.width / 2 >= where.y - where.height / 2
