"""What the companion has in a little story: taken, laid down, hung up, sent on its way."""

from msgspec.structs import replace

from game.core.keyframes import keyframes
from game.core.poses import POSES
from game.core.story import Beat
from game.core.story_stage import Stage
from game.core.table import Spot
from tests.support.keyframes import POND, after, played


def test_what_it_lays_into_a_bag_peeps_out_on_the_side_where_it_stands():
    bag = Spot("bag", 600, 500, 500, 500, front="rim", inside=(480, 300, 240, 100))
    for x, low, high in ((300, 480, 600), (900, 600, 720)):
        story = (Beat("carry", "acorn"), Beat("walk", "bag"), Beat("carry", "nothing"))
        (acorn,) = keyframes(story, Stage(x, 500, (x, 600), (bag,)))[4].laid
        assert low <= acorn.x <= high and 300 < acorn.y < 400


def test_what_it_lays_down_stays_where_it_is_when_the_story_is_over_too():
    frames = played(("carry", "acorn"), ("walk", "pond"), ("carry", "nothing"), ("walk", "home"), ("carry", "scarf"))
    assert [frame.holds for frame in frames] == ["", "acorn", "acorn", "acorn", "", "", "scarf", ""]
    (acorn,) = frames[4].laid
    assert [frame.laid for frame in frames] == [(), (), (), (), (acorn,), (acorn,), (acorn,), (acorn,)]
    assert abs(acorn.x - POND.x) < abs(frames[4].x - POND.x), "not beside the spot, but further in"
    assert after(("carry", "acorn"), ("carry", "nothing"), ("carry", "acorn")).laid == ()


def test_the_scarf_that_it_takes_was_round_its_neck_and_is_put_on_again_for_something_else():
    frames = played(("look", "left"), ("carry", "knot"), ("carry", "scarf"), ("carry", "acorn"), ("carry", "nothing"))
    assert [frame.wears for frame in frames] == [False, True, True, False, False, True, True, False]
    assert not any(frame.wears for frame in played(("carry", "acorn"))), "a story without it shows none"


def test_the_scarf_is_one_thing_tangled_or_smooth():
    gone_in = ("carry", "knot"), ("carry", "nothing")
    assert [laid.what for laid in after(*gone_in).laid] == ["knot"]
    smooth = after(*gone_in, ("carry", "scarf"))
    assert smooth.laid == () and smooth.holds == "scarf"


def test_another_knot_is_a_second_one_and_what_it_lays_where_something_lies_lies_beside_it():
    scarf, knot = after(("carry", "scarf"), ("carry", "nothing"), ("carry", "knot"), ("carry", "nothing")).laid
    assert (scarf.what, knot.what, scarf.size, scarf.y) == ("scarf", "knot", knot.size, knot.y)
    assert knot.x - scarf.x > 60 * scarf.size


def test_under_the_moon_it_sleeps_and_gets_up_for_the_next_beat():
    asleep, gone = played(("think", "moon"), ("walk", "pond"))[2:4]
    assert asleep.pose == POSES["resting"] != gone.pose and gone.thought == ""


def test_the_acorn_is_in_its_paws_from_the_beginning_or_at_its_feet_where_it_takes_something_else_first():
    assert [frame.holds for frame in played(("look", "left"), ("carry", "acorn"))] == ["", *(["acorn"] * 3), ""]
    lies_at_its_feet_until_it_takes_it("acorn", ("carry", "scarf"))


def test_the_pebble_lies_at_its_feet_until_it_takes_it():
    lies_at_its_feet_until_it_takes_it("pebble", ("feel", "worried"))


def test_of_pebbles_there_are_several_and_one_rests_at_its_feet():
    lay = ("carry", "pebble"), ("walk", "pond"), ("carry", "nothing")
    begins, *_, ends = played(*lay, ("carry", "pebble"), ("walk", "bag"), ("carry", "nothing"))[1:]
    first, second = begins.laid
    assert first.x > begins.x > second.x and len(ends.laid) == 3
    assert first in ends.laid and second not in ends.laid
    assert len(played(*lay)[1].laid) == 1, "where it takes one there is no other"


def lies_at_its_feet_until_it_takes_it(what, before) -> None:
    begins, _, takes = played(before, ("carry", what))[1:4]
    (own,) = begins.laid
    assert (own.what, begins.holds, takes.holds, takes.laid) == (what, "", what, ())
    assert abs(own.x - begins.x) < 130 and abs(own.y - begins.y) < 50


def test_of_paper_figures_there_are_several_and_one_after_the_other_is_sent():
    lay = ("carry", "paper-hedgehog"), ("carry", "nothing"), ("send", "pond"), ("send", "bag"), ("send", "pond")
    begins, *_, stays, first, second, third = [{one.what: one for one in frame.laid} for frame in played(*lay)[1:7]]
    assert len(begins) == 3 and {*stays} == {*third} == {"paper-hedgehog", *begins}
    gone = [[what for what in stays if one[what] != other[what]] for one, other in ((stays, first), (first, second))]
    assert gone == [["paper-hedgehog"], ["paper-bird"]]
    assert third["paper-snail"] == begins["paper-snail"], "what nobody sends stays"


def test_what_it_sends_goes_by_itself_from_where_it_was_laid_to_the_nearest_place_of_that_spot():
    here, there = played(("carry", "drawn-leaf"), ("carry", "nothing"), ("send", "pond"))[3:5]
    assert [laid.what for laid in (*here.laid, *there.laid)] == ["drawn-leaf"] * 2
    assert (there.laid[0].x, there.laid[0].y) == (700 - 150, 500 + 50) != (here.laid[0].x, here.laid[0].y)
    assert (there.x, there.y, there.walked) == (here.x, here.y, False) and there.at - here.until > 0.7
    assert played(("send", "pond"))[2] == replace(played()[1], walked=False), (
        "where nothing lies there is nothing to be sent"
    )


def test_what_it_sends_to_a_tree_hangs_on_the_nearest_hook_and_not_between_two():
    tree = Spot("tree", 700, 500, 400, 100, hold="hang", size=100)  # hooks at 550, 650, 750 and 850
    beats = Beat("carry", "drawn-leaf"), Beat("carry", "nothing"), Beat("send", "tree")
    for x, hook in ((350, 550), (570, 650), (690, 750)):
        sent = keyframes(beats, Stage(x, 700, (x, 710), (tree,)))[4]
        assert [laid.x for laid in sent.laid] == [hook]


def test_what_bothers_it_clings_to_it_until_it_lays_it_down():
    frames = played(("feel", "worried"), ("carry", "burr"), ("walk", "pond"), ("carry", "nothing"), ("look", "child"))
    assert [frame.holds for frame in frames] == ["", *["burr"] * 4, "", "", "", ""]
    assert [laid.what for laid in frames[-1].laid] == ["burr"]


def test_before_a_vessel_it_is_laid_into_it_each_thing_beside_the_other():
    both = after(("carry", "acorn"), ("walk", "bag"), ("carry", "nothing"), ("carry", "scarf"), ("carry", "nothing"))
    acorn, scarf = both.laid
    assert (acorn.y, scarf.y) == (500, 500) and acorn.x < 200 < scarf.x


def test_what_it_hangs_up_is_larger_and_hangs_on_the_nearest_hook():
    rail = Spot("rail", 600, 300, 480, 150, hold="hang", inside=(360, 330, 480, 40), size=150)
    story = (Beat("carry", "scarf"), Beat("walk", "rail"), Beat("carry", "nothing"))
    for x, hook in ((300, 440), (900, 760)):
        *_, laid = frames = keyframes(story, Stage(x, 500, (x, 600), (rail,)))
        (scarf,) = laid.laid
        assert (scarf.x, scarf.y < 370, scarf.size > frames[3].size) == (hook, True, True)


def test_what_it_lays_where_things_lie_spread_is_larger():
    for hold, larger in (("spread", True), ("lie", False)):
        stone = Spot("stone", 600, 500, 200, 100, hold=hold)
        story = (Beat("carry", "scarf"), Beat("walk", "stone"), Beat("carry", "nothing"))
        (scarf,) = (frames := keyframes(story, Stage(300, 700, (350, 710), (stone,))))[-1].laid
        assert (scarf.size > frames[3].size) is larger


def test_what_it_brings_at_the_end_to_a_place_in_which_things_sink_is_left_there_and_nowhere_else():
    chest = Spot("chest", 800, 500, 200, 200, hold="sink", inside=(720, 400, 160, 100))
    on = Stage(300, 700, (350, 710), (chest, POND))
    for spot, left in (("chest", ["scarf"]), ("pond", [])):
        last = keyframes((Beat("carry", "scarf"), Beat("walk", spot)), on)[-1]
        assert [laid.what for laid in last.laid] == left and last.holds == ""
