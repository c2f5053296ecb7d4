"""Companions in the quiet look: none shows a face in any pose, and what lies is wholly to be seen."""

import xml.etree.ElementTree as ElementTree
from io import BytesIO

import pytest
from PIL import Image

from game.art.draw_process import here
from game.art.puppet_reader import BACKS, puppet, puppet_names, puppet_svg
from game.art.seen_away import HEAD, RIM, SLIM
from game.core import events
from game.core.assembly import posed
from game.core.companion import COMPANION_ID, companion_on
from game.core.poses import POSES
from game.core.puppet import AWAY, FACE, LIMBS, QUIET, RESTING
from game.core.sleep import FALLING_ASLEEP, SETTLING, WAKING
from game.core.story import LONGEST
from game.play import screens
from game.play.acts import player_of
from game.play.drawn import Drawn, Frame
from game.play.look import AT_DOOR, OF_PAPER
from game.play.record import companion_of
from tests.support.child import Child
from tests.support.story import LIBRARY, Story


@pytest.mark.parametrize("pose", POSES)
def test_from_behind_no_pose_and_no_feeling_shows_a_face(pose):
    found = posed(LIBRARY.puppet(f"fox{AWAY}"), POSES[pose])
    assert not {lying.part.name for lying in found.parts} & {*FACE} and "head" in found.behind


def test_whoever_sleeps_or_rests_shows_its_back():
    with Story(quiet=True) as story:
        asleep = [story.picture]
        story.go(events.TRAIL)
        story.tap(screens.REST)
        asleep.append(story.picture)
        name = companion_of(story.session.record) + AWAY + RESTING
    assert [companion_on(picture).art for picture in asleep] == [name, name]
    assert all(companion_on(picture).width == AT_DOOR * wide for picture, wide in zip(asleep, (400, 320), strict=True))


@pytest.mark.parametrize("act", [WAKING, FALLING_ASLEEP, SETTLING])
def test_waking_and_falling_asleep_it_never_turns_round(act):
    with Story(quiet=True) as story:
        player = player_of(act, story.picture, LIBRARY.puppet, 0, still=False)
        shown = Drawn(COMPANION_ID, player.sprite, 0, 0, 100)
        frames = [
            player.on(Frame(things=(shown,)), Child(story).glass, t / 10) for t in range(round(10 * player.lasts))
        ]
    held = [drawn.sprite.posed.parts for frame in frames for drawn in frame.things]
    assert held and not {lying.part.name for parts in held for lying in parts} & {*FACE}


@pytest.mark.parametrize("name", [name for name in puppet_names() if name not in OF_PAPER])
def test_who_lies_curled_up_is_wholly_to_be_seen(name):
    made = Image.open(BytesIO(here(LIBRARY.worn_svg(name + AWAY + RESTING), 100, 100))).convert("RGBA")
    left, top, right, bottom = made.getchannel("A").point(lambda alpha: 255 * (alpha > 99)).getbbox()
    assert left > 0 and right < 100 and top > 0 and 88 <= bottom <= 96, (
        "its feet are where those of one that stands are"
    )


def test_what_is_marked_as_usual_on_a_back_is_not_there_and_what_is_on_the_head_is_as_small_as_that():
    """Marks between the ears were taken for shut eyes by readers of ten."""
    drawing, from_behind = (ElementTree.fromstring(puppet_svg(name)) for name in ("fox", "fox" + AWAY))
    marks = [e.get("d") for e in drawing.iter() if e.get("data-look") == "usual" and e.get("d")]
    assert marks and not {*marks} & {e.get("d") for e in from_behind.iter()}
    (scarf,) = (group for group in from_behind if group.get("id") == "scarf")
    assert scarf[0].get("transform").endswith(f"scale({HEAD * SLIM:g} {HEAD:g})") and HEAD < 1
    heads = [puppet(name).parts for name in ("fox", "fox" + AWAY)]
    assert {"mouth", "eyes-open"} <= {part.name for part in heads[0]} and not {p.name for p in heads[1]} & {*FACE}


@pytest.mark.parametrize("back", sorted(BACKS.glob("*.svg")), ids=lambda path: path.stem)
def test_what_looks_otherwise_from_behind_is_a_part_of_that_companion_and_keeps_its_pin(back):
    """What its drawing shows is what is seen, on a pin that every pose knows."""
    drawn = {group.get("id"): group for group in ElementTree.parse(back).getroot() if group.tag.endswith("}g")}
    assert drawn and set(drawn) <= {part.name for part in puppet(back.stem).parts} - {*FACE}
    seen = {group.get("id"): group for group in ElementTree.fromstring(puppet_svg(back.stem + AWAY))}
    for name, group in drawn.items():
        assert [ElementTree.tostring(e) for e in seen[name]] == [ElementTree.tostring(e) for e in group], name
        assert "data-pivot" in seen[name].attrib


@pytest.mark.parametrize("name", [name for name in puppet_names() if name not in OF_PAPER])
def test_the_pale_edge_of_its_paper_is_stronger_than_in_the_light(name):
    edges = [
        [float(e.attrib["stroke-opacity"]) for e in ElementTree.fromstring(puppet_svg(seen)).iter() if is_rim(e)]
        for seen, is_rim in ((name, _is("#fff3d6")), (name + AWAY, _is(RIM)))
    ]
    assert edges[1] and min(edges[1]) > 2 * min(edges[0])


def _is(colour: str):
    return lambda edge: edge.get("stroke") == colour and edge.get("stroke-opacity")


@pytest.mark.parametrize("name", OF_PAPER)
def test_a_thing_of_paper_has_neither_arms_nor_legs_and_keeps_its_light(name):
    found = LIBRARY.puppet(name + AWAY)
    names = {part.name for part in found.parts}
    assert not found.away and not names & {*LIMBS} and "eyes-open" in names
    assert {*LIMBS} <= {part.name for part in LIBRARY.puppet(name).parts}
    assert LIBRARY.worn_svg(name + AWAY) and LIBRARY.worn_svg(name + AWAY + RESTING)


@pytest.mark.parametrize(
    ("activity", "number", "made"),
    [
        ("leave-one-take-one", 1, "drawn-leaf"),
        ("what-goes-home", 0, "drawn-scarf"),
        ("who-sees-this", 0, "drawn-acorn"),
    ],
)
def test_what_it_made_is_its_quiet_picture_in_a_story(activity, number, made):
    """A leaf hung by its edge, with a gap to its peg; half a scarf in the sleeve was read as letters; an acorn on a
    card was a coat peg's picture to readers of ten.
    """
    with Story(quiet=True) as story:
        story.walk_to(activity, number)
        child = Child(story)
        child.wait(LONGEST)
    seen = {getattr(drawn.sprite, "art", "") for frame in child.glass.frames for drawn in frame.things}
    assert made + QUIET in seen and made not in seen
