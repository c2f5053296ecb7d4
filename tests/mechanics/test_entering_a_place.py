"""A chosen landscape becomes the page: what is laid there stands on its ground, and is seen so on the papers, too."""

from functools import cache
from io import BytesIO

import pytest
from msgspec.structs import replace
from PIL import Image

from game.art.renderer import Renderer
from game.core.companion import companion_at, companion_on
from game.core.depth import SKY, UNSAID, foot
from game.core.ids import Option, Sticker
from game.core.picture import FLAT, HEIGHT, PAINTED, STANDING, WIDTH, Backdrop, Picture, Stamp, TouchArea, find, hit
from game.core.puppet import QUIET
from game.core.table import BANDS, Hand, Move, Offered, SceneLayout, Table
from game.mechanics import decorate
from game.mechanics.decorate import BASE, PAGE
from game.play import screens
from game.play.offered import as_drawn
from tests.conftest import ART
from tests.support.examples import together
from tests.support.story import LIBRARY, Story

SHORE, BELOW = TouchArea(BASE, 500, 450, 10, 10), TouchArea(BASE, 600, 700, 10, 10)
SEA, ABOVE = TouchArea(BASE, 900, 300, 10, 10), TouchArea(BASE, 300, 130, 10, 10)
PLACES = ("meadow-place", "beach-place", "forest-place", "evening-place")
EVERYWHERE = [(x / 100, y / 100) for x in range(-48, 49, 12) for y in range(-33, 16, 4)]  # and where frames once held


def entered(story: Story, place: str) -> Story:
    """The child has chosen this place and goes on."""
    story.tap(Option(place))
    story.tap(screens.ONWARD)
    return story


def test_the_chosen_place_fills_the_page_with_its_own_light_and_places():
    for place in PLACES:
        with Story().at("my-calm-place", 0) as story:
            entered(story, place)
            table = story.here.table
            assert story.picture.things[0] == Backdrop(place)
            assert table.layout == LIBRARY.layout(place) and table.layout.supplies and table.layout.companion
            assert all(thing.art != place for thing in story.picture.things if isinstance(thing, Stamp)), "no frame"


def test_a_place_that_is_drawn_anew_for_the_quiet_look_fills_the_page_there():
    with Story(quiet=True) as story:
        story.walk_to("my-calm-place", 0)
        entered(story, "meadow-place")
        assert story.picture.things[0] == Backdrop(LIBRARY.quiet_scene("meadow-place"))
        assert story.here.table.made_before.art == "meadow-place" + QUIET


@cache
def at(place: str) -> Table:
    """The step in this landscape."""
    with Story().at("my-calm-place", 0) as story:
        return entered(story, place).here.table


def with_laid(table: Table, *shares: tuple[float, float]) -> decorate.State:
    """Something of each kind in turn, laid so far from the middle of the page."""
    state = decorate.State()
    for number, (x, y) in enumerate(shares):
        what = table.offered[number % len(table.offered)]
        state = decorate.after(table, state, Move("stick", what.id, "", x, y))
    return state


def seen(table: Table, state: decorate.State) -> list[Stamp]:
    """What is laid, as it is seen."""
    things = decorate.view(table, state, ()).things
    return [thing for thing in things if isinstance(thing, Stamp) and isinstance(thing.means, Sticker)]


@cache
def paint_below_the_middle(art: str) -> float:
    """In shares of a picture's width."""
    with Image.open(BytesIO(Renderer(LIBRARY, ART).paper_png(art, 100))) as image:
        *_, bottom = image.convert("RGBA").getchannel("A").point(lambda value: 255 * (value > 8)).getbbox()
    return (bottom - 50) / 100


@pytest.mark.parametrize(("place", "band"), together(PLACES, sorted(BANDS)))
def test_nothing_that_is_laid_hangs_in_the_sky(place, band):
    table = replace(at(place), band=band)
    horizon, state = table.layout.far.y, with_laid(table, *EVERYWHERE)
    laid = seen(table, state)
    assert len(laid) == len(EVERYWHERE)
    for thing in laid:
        assert thing.y + paint_below_the_middle(thing.art) * thing.width >= horizon, f"{thing.art} hangs in the sky"
    made = decorate.told(table, state)[0].pictures[0].art
    on_paper = [thing for thing in made.things[1:] if thing.art != "water-before"]
    for thing in on_paper:
        feet = thing.y - made.height / 2 + decorate.PAGE.base[1] + paint_below_the_middle(thing.art) * thing.width
        assert feet >= horizon, f"{thing.art} hangs in the sky of the paper"


@cache
def with_all_of_the_sky(place: str) -> Table:
    """The same step in a therapist's own calm place, where all that we have for the sky lies ready, and a bench."""
    names = (*(name for name in LIBRARY.names() if LIBRARY.belongs(name) == SKY), "bench")
    listed = (Offered(name, LIBRARY.art(name), LIBRARY.label(name)) for name in names)
    return replace(at(place), offered=tuple(as_drawn(one, LIBRARY) for one in listed), band="big")


@pytest.mark.parametrize("place", PLACES)
def test_what_belongs_in_the_sky_hangs_there_wherever_it_was_laid_and_nothing_else_does(place):
    table = with_all_of_the_sky(place)
    sky, horizon = table.layout.sky, table.layout.far.y
    assert {"star", "moon", "kite", "sun"} <= {o.id for o in table.offered if o.belongs == SKY}
    assert abs(sky.y) + sky.height / 2 <= horizon and table.offered[-1].belongs == ""
    laid = seen(table, with_laid(table, *EVERYWHERE))
    assert len(laid) == len(EVERYWHERE) and {one.art for one in laid} == {o.art for o in table.offered}
    for one in laid:
        if one.art == "bench":
            assert foot(one) >= horizon
        else:
            assert one.lift == PAINTED and abs(one.x - sky.x) + one.width / 2 <= sky.width / 2 + 0.01
            assert abs(one.y - sky.y) + one.width / 2 <= sky.height / 2 + 0.01
    made = decorate.told(table, with_laid(table, (0, 0.1)))[0].pictures[0].art
    assert made.things[-1].y - made.height / 2 + decorate.PAGE.base[1] <= sky.y + sky.height / 2


def test_what_hangs_in_the_sky_can_be_moved_there_and_taken_down_again():
    table = with_all_of_the_sky("meadow-place")
    state = with_laid(table, (-0.2, -0.19))
    (before,) = seen(table, state)
    moved = decorate.after(table, state, Move("move", str(before.id), "", 0.1, -0.17))
    (after,) = seen(table, moved)
    assert after.x > before.x and after.y > before.y
    assert not seen(table, decorate.after(table, moved, Move("take off", str(before.id))))


def test_in_a_journal_from_before_landscapes_had_a_sky_what_belongs_there_stands_on_the_ground_as_it_did():
    table = with_all_of_the_sky("meadow-place")
    table = replace(table, layout=replace(table.layout, sky=None))
    (laid,) = seen(table, with_laid(table, (0, -0.3)))
    assert laid.lift == STANDING and foot(laid) >= table.layout.far.y


@pytest.mark.parametrize("place", PLACES)
def test_what_stands_further_away_is_smaller_and_paler_and_behind_what_is_nearer(place):
    table = at(place)
    laid = seen(table, with_laid(table, (0, 0.1), (0, -0.3), (0, 0.02)))
    assert [thing.id.number for thing in laid] == [1, 2, 0] and sorted(laid, key=foot) == laid
    assert laid[0].width < laid[1].width < laid[2].width <= decorate.PAGE.sticker
    much = [int(thing.air[7:] or "0", 16) for thing in laid]
    assert much[0] > much[1] > much[2] and laid[0].air.startswith(table.layout.far.air)


def test_what_stands_in_water_floats_and_the_water_lies_before_its_foot():
    with Story().at("my-calm-place", 0) as story:
        entered(story, "beach-place")
        story.carry(story.options()[0], SEA)
        story.carry(story.options()[0], SHORE)
        afloat, ashore = (find(story.picture, Sticker(number=n)) for n in (0, 1))
        front = story.picture.things[story.picture.things.index(afloat) + 1]
    assert (afloat.lift, afloat.loop) == (FLAT, "bob") and (ashore.lift, ashore.loop) == (STANDING, "")
    assert front.art == "water-before" and front.means is None and front.y == foot(afloat)


def test_the_journal_keeps_the_place_that_was_touched():
    with Story().at("my-calm-place", 0) as story:
        entered(story, "meadow-place")
        story.carry(story.options()[0], ABOVE)
        (stuck,) = story.here.state.stuck
        laid = find(story.picture, Sticker(number=0))
        horizon = story.here.table.layout.far.y
    place = stuck.x * WIDTH + WIDTH / 2, stuck.y * WIDTH + HEIGHT / 2
    assert (round(place[0]), round(place[1])) == (ABOVE.x, ABOVE.y)
    assert laid.x == pytest.approx(ABOVE.x, abs=1) and foot(laid) == pytest.approx(horizon)


def test_in_a_journal_from_before_landscapes_said_where_their_ground_ends_nothing_hangs_in_the_sky_either():
    table = replace(at("meadow-place"), layout=SceneLayout())
    (laid,) = seen(table, with_laid(table, (0.1, -0.3)))
    assert foot(laid) == UNSAID.y >= max(LIBRARY.layout(place).far.y for place in PLACES)


@pytest.mark.parametrize("band", BANDS)
@pytest.mark.parametrize("place", PLACES)
def test_what_was_laid_can_be_lifted_again_wherever_that_was(place, band):
    table = replace(at(place), band=band)
    across, down = (reach / PAGE.width for reach in PAGE.reach)
    lowest = (PAGE.around[1] - PAGE.base[1]) / PAGE.width + down
    for x in (-across, -0.3, -0.2, -0.1, 0.0, 0.1, 0.2, 0.3, across):
        for y in (-0.3, -0.1, 0.0, lowest):
            state = with_laid(table, (x, y))
            (stamp,) = seen(table, state)
            points = [
                (stamp.x + dx * stamp.width, stamp.y + dy * stamp.width)
                for dx in (-0.3, 0, 0.3)
                for dy in (-0.3, 0, 0.3)
            ]
            picture = decorate.view(table, state, ())
            assert stamp.means in {hit(picture, *point) for point in points}, (x, y)


def test_the_companion_covers_nothing_that_is_laid_while_there_is_room():
    table = at("meadow-place")
    x, y, width = companion_at(table.layout)
    bare = companion_on(decorate.view(table, decorate.State(), ()))
    assert (bare.x, bare.y, bare.width) == (x, y, width)
    here = (x + 40 - WIDTH / 2) / WIDTH, (y - 20 - HEIGHT / 2) / WIDTH
    state = with_laid(table, here, (here[0] + 0.2, here[1]))
    picture = decorate.view(table, state, ())
    who = companion_on(picture)
    assert who.x > x and (who.y, who.width) == (y, width)
    for thing in seen(table, state):
        apart = max(abs(thing.x - who.x), abs(thing.y - who.y))
        assert apart > 0.3 * (thing.width + who.width), f"{thing.art} is covered"
    lifted = Hand(1, Sticker(number=0), 600, 300, (600, 300))
    assert companion_on(decorate.view(table, state, (lifted,))) == who, "it goes nowhere while a finger wanders"
    crowd = decorate.view(table, with_laid(table, *EVERYWHERE), ())
    assert x <= companion_on(crowd).x <= decorate.GOES_TO, "where there is no room it stays on the page"


def test_what_is_laid_lies_at_the_same_share_of_the_picture_on_a_paper():
    with Story().at("my-calm-place", 0) as story:
        entered(story, "beach-place")
        story.carry(story.options()[0], SHORE)
        laid = find(story.picture, Sticker(number=0))
        (row,) = story.rows
        made = row.pictures[0].art
    assert isinstance(made, Picture) and made.things[0].art == "beach-place"
    sticker = made.things[1]
    middle = sticker.x - made.width / 2, sticker.y - made.height / 2
    assert abs(laid.x - SHORE.x) < 1
    assert laid.lift == STANDING == sticker.lift, "its shadow lies on the ground"
    assert (sticker.width, sticker.air) == (laid.width, laid.air)
    for on_page, on_paper in zip((laid.x - WIDTH / 2, laid.y - HEIGHT / 2), middle, strict=True):
        assert abs(on_page / WIDTH - on_paper / made.width) < 0.001


def test_a_finger_on_the_land_means_something_only_while_there_is_something_to_lay():
    with Story().at("my-calm-place", 0) as story:
        entered(story, "meadow-place")
        assert hit(story.picture, *PAGE.around) is None
        story.tap(story.options()[0])
        assert hit(story.picture, *PAGE.around) == BASE


def test_what_was_laid_before_places_were_pages_is_still_there():
    """A record's shares of the base's width, up to the edges that a framed landscape had."""
    table = at("forest-place")
    shares = (-0.482, -0.324), (0.1, 0), (0.482, 0.324)
    (row,) = decorate.told(table, with_laid(table, *shares))
    made = row.pictures[0].art
    assert [round(thing.x / made.width - 0.5, 3) for thing in made.things[1:]] == [x for x, _ in shares]


def test_what_is_no_scene_and_what_was_decorated_before_lies_on_the_step_s_own_scene():
    with Story().at("pick-a-worry-stone", 1) as story:
        assert story.here.table.scene == story.session.activities["pick-a-worry-stone"].steps[1].scene
        table = story.here.table
    assert decorate._form(table) == decorate.STONE
    wide = replace(table, step=replace(table.step, everywhere=True))
    assert decorate._form(wide) == decorate.WIDE


def test_what_is_drawn_off_the_land_is_taken_off():
    with Story().at("my-calm-place", 0) as story:
        entered(story, "evening-place")
        story.carry(story.options()[0], TouchArea(BASE, 280, 400, 10, 10))
        assert len(story.here.state.stuck) == 1
        laid = find(story.picture, Sticker(number=0))
        story.carry(laid, BELOW)
        assert story.here.state.stuck == ()
