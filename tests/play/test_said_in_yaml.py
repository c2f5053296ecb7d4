"""What a step can say of its pictures: their order, and from which earlier choice they come."""

from itertools import pairwise

import pytest

from game.core.activity import is_card
from game.core.ids import Option, SpotId
from game.core.layout import Seat, middle_seats
from game.core.picture import Stamp
from game.core.table import Offered, Table
from game.mechanics import breathe, draw
from game.paper import everything
from game.play import screens
from game.play.motion import SLOW_BREATH, Motion
from game.play.record import Traveller
from tests.support.story import BANDS, LIBRARY, Story, read_activities

SCALE = ["star", "kite", "boat", "leaf", "moon", "shell"]
LISTED = f"    pictures: [{', '.join(SCALE)}]\n"
LEVELS = "    now smooth: Good\n    in between: So\n    still rough: Hard\n"
ORDERED = {
    "choose": f"  - choose: scale\n{LISTED}    order: as written\n",
    "place": f"  - place: scale\n{LISTED}    onto: [keep]\n    order: as written\n",
    "use": f"  - use: scale\n{LISTED}    order: as written\n",
    "smooth": f"  - smooth: scale\n{LISTED}{LEVELS}    order: as written\n",
    "decorate": f"  - choose: thing\n    pictures: [fox, owl]\n  - decorate: thing\n    with: [{', '.join(SCALE)}]\n"
    "    order: as written\n",
}
LAID = "  - place: hopes\n    pictures: [star, kite]\n    onto: [different, keep]\n"
FIRST = "  - choose: treasure\n    pictures: [star, kite]\n"
BREATHE = "  - breathe: slowly\n    from: first.treasure\n{}    breaths: 2\n"
STICKERS = (
    "  - choose: thing\n    pictures: [fox, owl]\n  - decorate: thing\n    from: first.treasure\n    otherwise: [sun]\n"
)
STANDING = {
    "walk": "  - walk: way\n    along: [different, keep]\n    from: first.treasure\n    otherwise: [sun]\n",
    "light": "  - light: lights\n    along: [different, keep]\n    from: first.treasure\n    otherwise: [sun]\n",
    "choose": "  - choose: other\n    from: first.treasure\n    otherwise: [sun]\n",
    "use": "  - use: other\n    from: first.treasure\n    otherwise: [sun]\n",
    "smooth": "  - smooth: other\n    from: first.treasure\n    otherwise: [sun]\n" + LEVELS,
    "place": "  - place: other\n    onto: [keep]\n    from: first.treasure\n    otherwise: [sun]\n",
    "decorate": STICKERS,
}


def offered(story: Story) -> list[str]:
    return [picture.id for picture in story.here.table.offered]


def at_last(story: Story, activity: str) -> Story:
    """At the activity's last step, with a choice at each before it."""
    steps = len(story.loaded.activities[activity].steps)
    story.walk_to(activity, steps - 1)
    return story


@pytest.mark.parametrize("steps", ORDERED.values(), ids=ORDERED)
def test_as_written_is_the_order_for_every_child(tmp_path, steps):
    for seed in ("one", "two", "three"):
        with Story(BANDS[0], seed, read_activities(tmp_path, scale=steps)) as story:
            assert offered(at_last(story, "scale")) == SCALE


def seats(scene: str, pictures: list[str], beside: tuple[str, ...] = ()) -> tuple[Seat, ...]:
    """Where the oldest find these pictures in this scene, in the file's order."""
    lie, apart = (tuple(Offered(name, name, name) for name in names) for names in (pictures, beside))
    layout = LIBRARY.layout(scene)
    table = Table("choose", "scale", None, scene, "fox", "big", lie, apart, layout=layout, as_written=True)
    return middle_seats(table, 0)


@pytest.mark.parametrize("many", [3, 5, 6])
def test_a_scale_is_read_as_a_text_in_every_scene(many):
    for scene in LIBRARY.scenes():
        found = seats(scene, SCALE[:many])
        assert [seat.picture.id for seat in found] == SCALE[: len(found)]
        for before, seat in pairwise(found):
            assert seat.y >= before.y + seat.size / 2 or seat.x > before.x, scene


@pytest.mark.parametrize("scene", ["washing-line", "riverbank", "keepsake-shelf", "meadow-place"])
@pytest.mark.parametrize("beside", [(), ("blank-card",)])
def test_a_scale_of_five_is_one_row_where_there_is_room_whatever_lies_beside_it(scene, beside):
    found = seats(scene, SCALE[:5], beside)
    assert len(found) == 5 + len(beside) and len({seat.y for seat in found}) == 1


@pytest.mark.parametrize("name", ORDERED)
@pytest.mark.parametrize("band", BANDS)
def test_a_scale_of_five_is_never_cut_not_for_the_youngest_either(band, name, tmp_path):
    steps = ORDERED[name].replace(", ".join(SCALE), ", ".join(SCALE[:5]))
    with Story(band, "one", read_activities(tmp_path, scale=steps)) as story:
        at_last(story, "scale")
        assert sorted(option.means.name for option in story.options()) == sorted(SCALE[:5])


def test_papers_tell_it_in_this_order(tmp_path):
    with Story("big", "one", read_activities(tmp_path, scale=ORDERED["choose"])) as story:
        story.go("scale")
        story.tap("leaf")
        told = everything.text(Traveller("one", story.store.traveller(story.id).record))
    assert "offered: Star, Kite, Boat, Leaf, Moon, Shell" in told


def test_without_it_children_have_orders_of_their_own(tmp_path):
    seen, mixed = set(), ORDERED["choose"].replace("    order: as written\n", "")
    for seed in ("one", "two", "three"):
        with Story(BANDS[0], seed, read_activities(tmp_path, scale=mixed)) as story:
            seen.add(tuple(offered(at_last(story, "scale"))))
    assert len(seen) > 1


def test_what_lies_on_one_place_of_this_activity_is_offered_in_a_later_step(tmp_path):
    loaded = read_activities(tmp_path, both=LAID + "  - choose: one\n    from: hopes.keep\n    otherwise: [sun]\n")
    with Story(loaded=loaded) as story:
        story.go("both")
        for what, spot in (("star", "keep"), ("kite", "different")):
            story.tap(what)
            story.tap(story.thing(SpotId(spot)))
        story.tap(screens.ONWARD)
        assert offered(story) == ["star"]


@pytest.mark.parametrize("steps", STANDING.values(), ids=STANDING)
def test_otherwise_stands_wherever_nothing_was_chosen_before(tmp_path, steps):
    loaded = read_activities(tmp_path, first=FIRST, second=steps)
    with Story(loaded=loaded) as story:
        assert offered(at_last(story, "second")) == ["sun"]
    with Story(loaded=loaded) as story:
        story.go("first")
        story.tap("kite")
        assert offered(at_last(story, "second")) == ["kite"]


DRAWN = "  - draw: treasure\n"


@pytest.mark.parametrize(("first", "seen"), [(FIRST, ("star", "kite")), (DRAWN, ("Strokes",))])
def test_a_sticker_from_an_earlier_choice_or_drawing_can_be_laid_and_told(tmp_path, first, seen):
    with Story(loaded=read_activities(tmp_path, first=first, second=STICKERS)) as story:
        story.go("first")
        story.choose(1)
        at_last(story, "second").choose(1)
        (row,) = story.rows
        assert any(word in repr(row.pictures[0].art) for word in seen)


@pytest.mark.parametrize(("chosen", "seen"), [(True, "kite"), (False, "sun")])
def test_what_breathes_comes_from_an_earlier_choice_else_from_the_file(tmp_path, chosen, seen):
    steps = BREATHE.format("    picture: sun\n")
    with Story(loaded=read_activities(tmp_path, first=FIRST, second=steps)) as story:
        if chosen:
            story.go("first")
            story.tap("kite")
        story.go("second")
        story.tap(seen)
        (row,) = story.rows
        assert [one.id for one in row.pictures] == [seen] == offered(story), "nothing else has lain before the child"


def breathing(story: Story, times: int = 1) -> list[list[str]]:
    """What swells in each of the breaths, once they were begun so many times."""
    for _ in range(times):
        story.tap("leaf")
    things = [thing for thing in story.picture.things if isinstance(thing, Stamp) and isinstance(thing.means, Option)]
    motion = Motion(still=False)
    motion.set_out([(thing.id, thing) for thing in things], 0)
    return [
        [one.id.name for one in things if motion.swell(one.id, one, (n + 0.5) * SLOW_BREATH, loops=False) > 0.1]
        for n in range(4)
    ]


@pytest.mark.parametrize("seed", ["one", "two", "three", "four"])
def test_of_several_things_each_has_a_breath_in_the_order_in_which_they_were_picked(tmp_path, seed):
    """Only the first had one."""
    first = "  - choose: treasure\n    pictures: [star, kite, leaf]\n    up to: any\n"
    loaded = read_activities(tmp_path, first=first, second=BREATHE.format("").replace("2", "3"))
    with Story(seed=seed, loaded=loaded) as story:
        story.go("first")
        for name in ("leaf", "kite", "star"):
            story.tap(name)
        story.go("second")
        assert breathing(story) == [["leaf"], ["kite"], ["star"], []]
        assert [one.id for one in story.rows[0].pictures] == ["leaf", "kite", "star"]


def test_what_had_no_breath_has_it_when_they_are_begun_once_more(tmp_path):
    first = "  - choose: treasure\n    pictures: [star, kite, leaf]\n    up to: any\n"
    with Story(loaded=read_activities(tmp_path, first=first, second=BREATHE.format(""))) as story:
        story.go("first")
        for name in ("leaf", "kite", "star"):
            story.tap(name)
        story.go("second")
        assert breathing(story) == [["leaf"], ["kite"], [], []]
        assert [one.id for one in story.rows[0].pictures] == ["leaf", "kite"], "papers name what has breathed"
        assert breathing(story) == [["star"], ["leaf"], [], []]
        assert [one.id for one in story.rows[0].pictures] == ["leaf", "kite", "star"]


def test_in_a_journal_from_before_the_first_of_several_alone_has_breathed():
    things = tuple(Offered(name, name, name) for name in ("leaf", "kite"))
    table = Table("breathe", "slowly", breathe.Step("slowly", from_="treasure"), "rest", "fox", offered=things)
    (row,) = breathe.told(table, breathe.State(1))
    assert row.pictures == things[:1] and len(breathe.view(table, breathe.State(1), ()).things) == 3


def test_without_either_the_step_is_left_out(tmp_path):
    steps = BREATHE.format("") + "  - choose: thing\n    pictures: [fox, owl]\n"
    with Story(loaded=read_activities(tmp_path, first=FIRST, second=steps)) as story:
        story.go("second")
        assert story.here.table.result == "thing"


def test_it_breathes_as_often_as_the_file_says(tmp_path):
    with Story(loaded=read_activities(tmp_path, first=FIRST, second=BREATHE.format("    picture: sun\n"))) as story:
        story.go("second")
        story.tap("sun")
        sun = story.thing("sun")
        motion = Motion(still=False)
        motion.set_out([(sun.id, sun)], 0)
        swelling = [motion.swell(sun.id, sun, (n + 0.5) * SLOW_BREATH, loops=False) > 0.1 for n in range(4)]
        assert swelling == [True, True, False, False]
        assert motion.going_on(2 * SLOW_BREATH - 1) and not motion.going_on(2 * SLOW_BREATH + 1)


SEVERAL = FIRST + "  - choose: other\n    pictures: [kite, sun, leaf]\n"


def test_what_is_offered_can_come_from_several_choices_each_once(tmp_path):
    mine = "  - choose: mine\n    from: [first.treasure, first.other]\n    otherwise: [moon]\n"
    with Story(loaded=read_activities(tmp_path, first=SEVERAL, later=mine)) as story:
        story.go("later")
        assert offered(story) == ["moon"]
        story.go("first")
        story.tap("kite")
        story.go("later")
        assert offered(story) == ["kite"], "one of them is enough"
        story.go("first")
        story.tap(screens.ONWARD)
        story.tap("kite")
        story.go("later")
        assert offered(story) == ["kite"], "chosen in both, it is there once"
        story.go("first")
        story.tap("leaf")
        story.go("later")
        assert sorted(offered(story)) == ["kite", "leaf"]
        story.tap("leaf")
        before = story.visit
        story.reopen()
        assert story.visit == before, "a journal is replayed to the same table"


def test_of_several_choices_in_a_list_the_first_is_breathed_with_first(tmp_path):
    slowly = "  - breathe: slowly\n    from: [first.other, first.treasure]\n    picture: moon\n"
    with Story(loaded=read_activities(tmp_path, first=SEVERAL, later=slowly)) as story:
        story.go("first")
        story.tap("kite")
        story.tap(screens.ONWARD)
        story.tap("sun")
        story.go("later")
        assert offered(story) == ["sun", "kite"]


def test_cards_of_several_activities_that_have_one_name_all_lie_there(tmp_path):
    cards = "  - choose: treasure\n    pictures: [star, blank-card]\n"
    mine = "  - place: mine\n    onto: [keep]\n    from: [one.treasure, two.treasure]\n"
    with Story(loaded=read_activities(tmp_path, one=cards, two=cards, later=mine)) as story:
        for name, crayon in (("one", "crayon-rose"), ("two", "crayon-leaf")):
            story.go(name)
            story.tap("blank-card")
            story.perform(draw.demo(story.here.table, Option(crayon)))
            story.tap(screens.ONWARD)
            story.tap(next(Option(card.id) for card in story.here.table.beside if card.id != "blank-card"))
        story.go("later")
        assert len({offered.art for offered in story.here.table.offered}) == 2
        assert all(is_card(offered.id) for offered in story.here.table.offered)


@pytest.mark.parametrize(
    ("picked", "picture", "seen"),
    [
        (["mum", "kite"], "", "kite"),
        (["kite", "mum"], "", "kite"),
        (["mum"], "    picture: moon\n", "moon"),
        (["mum", "nobody"], "", "dandelion"),
        (["house"], "", "house"),
    ],
)
@pytest.mark.parametrize("quiet", [False, True])
def test_nobody_is_blown_up_by_a_breath(tmp_path, picked, picture, seen, quiet):
    first = "  - choose: treasure\n    up to: any\n    pictures: [mum, nobody, house, kite]\n"
    loaded = read_activities(tmp_path, first=first, second=BREATHE.format(picture))
    with Story(loaded=loaded, quiet=quiet) as story:
        story.go("first")
        for name in picked:
            story.tap(Option(name))
        story.go("second")
        assert [thing.means for thing in story.options()] == [Option(seen)]
