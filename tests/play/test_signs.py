"""What was chosen earlier stands at the spots of a later step, in place of the scene's own signs and words."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from game.core.activity import SIGNS
from game.core.ids import Option, Sign, SpotId
from game.core.picture import Stamp, find
from game.core.table import Move, Offered
from game.mechanics import place
from game.play import screens
from tests.support.story import LIBRARY, SHELF, Story, read_activities

ROAD, MAP = "bumpy-bit", "what-changed"
ALONG = [spot.name for spot in SHELF.activities[ROAD].steps[1].written.along]
OWN = {spot.name: spot.sign for spot in LIBRARY.spots("stony-road") if spot.name in ALONG}


@pytest.fixture(scope="module")
def on_the_road():
    """A child that has stroked one stone of its map, on the road; and the pictures of the others, which are rough."""
    with Story().at(MAP, 1) as story:
        stones = story.here.table.offered
        story.choose(1)
        story.tap(screens.ONWARD)
        smooth = story.visit.laid[MAP, 1].state.stones[0].what
        story.walk_to(ROAD, 0)
        yield story, [o for o in stones if o.id != smooth]


def test_what_is_still_rough_stands_at_the_stones_one_at_each_and_gives_them_its_words(on_the_road):
    story, rough = on_the_road
    spots = story.here.table.spots
    signed = [spot for spot in spots if OWN[spot.name]]
    stands = [*(o.id for o in rough), *(OWN[spot.name] for spot in signed[len(rough) :])][: len(signed)]
    assert rough and [spot.sign for spot in signed] == stands
    assert [spot.label for spot in signed[: len(rough)]] == [o.label for o in rough]
    assert {g.name: g.sign for g in spots if not OWN[g.name]} == {"in-mist": ""}, "nobody can see what is there"


def test_they_stand_there_too_while_the_companion_walks(on_the_road):
    story, rough = on_the_road
    seen = {t.id: t.art for t in story.picture.things if isinstance(t, Stamp) and isinstance(t.id, Sign)}
    story = story.twin()
    story.tap(screens.ONWARD)
    assert {t.id: t.art for t in story.picture.things if isinstance(t, Stamp) and isinstance(t.id, Sign)} == seen
    assert rough[0].id in seen.values()


def test_without_anything_chosen_earlier_the_scene_s_own_signs_stand_there():
    with Story().at(ROAD, 0) as story:
        assert {spot.name: spot.sign for spot in story.here.table.spots} == OWN
    assert any(step.written.of_kind(SIGNS) for step in SHELF.activities[ROAD].steps)


@pytest.mark.parametrize(("hold", "art"), [("spread", "soft-blanket-spread"), ("", "soft-blanket")])
def test_a_blanket_is_spread_where_a_place_spreads_things_and_nowhere_else(hold, art, on_the_road):
    story, _ = on_the_road
    table, what = story.here.table, Option("soft-blanket")
    blanket = Offered(what.name, what.name, "", LIBRARY.opened(what.name))
    table = replace(table, offered=(blanket,), spots=tuple(replace(spot, hold=hold) for spot in table.spots))
    laid = place.after(table, place.State(), Move("lay", str(what), "stone-1", 300, 450))
    assert find(place.view(table, laid, ()), what).art == art
    assert SpotId("stone-1") in {getattr(thing, "means", None) for thing in story.picture.things}


def test_a_picture_that_does_not_open_stays_as_it_is():
    assert LIBRARY.opened("teddy") == LIBRARY.opened("no-such-picture") == ""
    assert Offered("teddy", "teddy", "").on("spread") == "teddy"


SOUNDS = (
    "  - choose: loud\n    pictures: [drum, ball, song]\n    up to: any\n"
    "  - place: helps\n    pictures: [headphones, hum]\n    scene: stony-road\n    signs: loud\n    onto: {}\n"
)
BARE, NAMED = "[stone-1, stone-2, stone-3]", "[stone-1: Sleep, stone-2: School, stone-3: Friends]"


def spots_after(folder: Path, onto: str, many: int, back: int = 0) -> list[str]:
    """What the spots are called for who has picked so many, has laid something at the last one, and takes back some."""
    with Story(loaded=read_activities(folder, sounds=SOUNDS.format(onto))) as story:
        story.go("sounds")
        for name in ("drum", "ball", "song")[:many]:
            story.tap(Option(name))
        story.tap(screens.ONWARD)
        if back:
            story.tap(Option("hum"))
            story.tap(SpotId("stone-3"))
            story.tap(screens.ONWARD)
            story.go("sounds")
            for name in ("drum", "ball", "song")[:back]:
                story.tap(Option(name))
            story.tap(screens.ONWARD)
        return [spot.label for spot in story.here.table.spots]


@pytest.mark.parametrize("many", [1, 2, 3])
def test_a_spot_that_is_left_over_is_left_away_where_the_file_has_no_words_for_it(tmp_path, many):
    assert spots_after(tmp_path, BARE, many) == ["Drum", "Ball", "Song"][:many]


def test_where_something_lies_already_it_stays(tmp_path):
    assert spots_after(tmp_path, BARE, 3, back=2) == ["Song", "Stone 3"]


def test_it_keeps_the_words_that_the_file_has_for_it(tmp_path):
    assert spots_after(tmp_path, NAMED, 2) == ["Drum", "Ball", "Friends"]


REMEMBERED = (
    "  - choose: photo\n    pictures: [pet, friend]\n"
    "  - place: heart\n    scene: {}\n    pictures: [mum, dad]\n    signs: photo\n    onto: {}\n"
)


@pytest.mark.parametrize(
    ("scene", "onto", "called"),
    [
        ("leafy-hedge", "[arch: Has Bello in the heart]", ["Has Bello in the heart"]),
        ("leafy-hedge", "[arch]", ["Pet"]),
        ("stony-road", "[stone-1: By his photo, in-mist: In the heart]", ["By his photo", "In the heart"]),
        ("stony-road", "[stone-1: By his photo, stone-2: In the heart]", ["Pet", "In the heart"]),
    ],
)
def test_where_there_is_one_spot_for_a_sign_it_keeps_its_own_words(tmp_path, scene, onto, called):
    """One picture says whom it is about; of several at several spots each says what its spot is for."""
    with Story(loaded=read_activities(tmp_path, bello=REMEMBERED.format(scene, onto))) as story:
        story.go("bello")
        story.tap(Option("pet"))
        story.tap(screens.ONWARD)
        spots = story.here.table.spots
    assert [spot.label for spot in spots] == called
    assert [spot.sign for spot in spots].count("pet") == 1
