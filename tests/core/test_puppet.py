"""Where the parts of a puppet lie: pins, turns and what a pose shows."""

from math import hypot

import pytest

from game.core.assembly import STRETCH, assembled, blend, carried, posed
from game.core.poses import POSES
from game.core.puppet import DOWN, SHUT, Part, Pose, Puppet

BODY = Part("body", (0, 100))
HEAD = Part("head", (0, 60), "body", 3)
EYES = [Part(f"eyes-{state}", (0, 40), "head") for state in ("open", "shut", "down")]
ARM = Part("arm-left", (-20, 70), "body", 2, (-20, 95))
LIPS = [Part(f"lips-{line}", (0, 50), "head") for line in ("easy", "down")]
TOY = Puppet("toy", (BODY, ARM, HEAD, Part("mouth", (0, 50), "head"), *LIPS, *EYES))


def lying(pose: Pose) -> dict:
    return {one.part.name: one for one in assembled(TOY, pose)}


def test_a_puppet_that_sits_lies_as_it_is_drawn():
    assert {name: (one.x, one.y, one.angle) for name, one in lying(Pose()).items()} == {
        part.name: (*part.pivot, 0) for part in TOY.parts if part.name not in ("lips-down", "eyes-shut", "eyes-down")
    }


def test_a_part_takes_its_parents_turn_and_place_and_never_its_scale():
    found = lying(Pose(turn={"body": 90, "head": -30}, scale={"body": (1, 1.5)}))
    head = found["head"]
    assert (head.x, head.y, head.angle, head.scale) == (60, 100, 60, (1, 1)), "its pin has gone with the longer body"


def test_a_hand_comes_to_the_place_that_it_reaches_for_or_as_near_as_the_arm_can():
    for right, down in ((-10, 0), (40, -60), (-200, 0)):
        found = lying(Pose(reach={"arm-left": ("head", right, down)}))
        hand, target = carried(found["arm-left"], ARM.tip), (right, 60 + down)
        far = hypot(target[0] + 20, target[1] - 70)
        missing = max(0, abs(far - 25) - STRETCH)
        assert hypot(hand[0] - target[0], hand[1] - target[1]) == pytest.approx(missing, abs=0.01)


def test_a_companion_without_the_part_that_is_reached_for_keeps_its_arm_as_it_was():
    bare = Puppet("bare", (BODY, ARM))
    assert assembled(bare, POSES["scared"]) == assembled(bare, Pose(scale=POSES["scared"].scale))


def test_a_scarf_is_there_only_while_it_is_worn():
    dressed = Puppet("dressed", (BODY, HEAD, Part("scarf", (0, 60), "head")))
    assert [len(assembled(dressed, Pose(wears=worn))) for worn in (False, True)] == [2, 3]


def test_a_head_from_behind_has_no_face_and_a_thing_is_there_only_while_it_is_held():
    assert lying(POSES["turned-away"]).keys() == {"body", "arm-left", "head"}
    assert "thing" in {part for pose in POSES.values() if pose.holds for part in pose.above}
    order = [one.part.name for one in assembled(TOY, Pose(above=("body",), below=("head",)))]
    assert (order[0], order[-1]) == ("head", "body")


def test_on_the_way_to_another_pose_eyes_and_the_line_of_a_mouth_stay_in_their_places_on_the_head():
    sad = Pose(eyes=SHUT, lips=DOWN, shift={"head": (10, 20)}, turn={"head": 30})
    for share, shown in ((0.4, {"eyes-open", "lips-easy"}), (0.6, {"eyes-shut", "lips-down"})):
        found = {one.part.name: one for one in blend(posed(TOY, Pose()), posed(TOY, sad), share).parts}
        assert found.keys() & {part.name for part in (*LIPS, *EYES)} == shown
        for name in shown:
            assert (found[name].x, found[name].y) == pytest.approx(
                carried(found["head"], found[name].part.pivot), abs=2
            )
            assert found[name].angle == found["head"].angle
