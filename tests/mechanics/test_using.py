"""Use: whatever grip a child tries, a tool answers and was tried; only what was tried goes on to the next step."""

import pytest

from game.core.activity import BLANK
from game.core.companion import FEELING_ID, companion_on, covered
from game.core.feelings import worn
from game.core.ids import Option
from game.core.layout import TURN
from game.core.picture import Stamp, covers, find
from game.core.stepping_stones import teeters
from game.core.table import Touch
from game.mechanics.use import STROKE
from game.play import screens
from tests.support.steps import bands, steps
from tests.support.story import LIBRARY, Story, read_activities

TOOLS = "[drum, squeeze-ball, kite]"
TRYING = f"""  - use: a-tool
    pictures: {TOOLS}
  - place: tools
    from: a-tool
    otherwise: [leaf, moon]
    onto: [keep]
"""


@pytest.fixture
def story(tmp_path):
    """A child at a therapist's own activity, in a scene that is meant for something else."""
    with Story(loaded=read_activities(tmp_path, trying=TRYING)) as story:
        story.go("trying")
        yield story


def used(story: Story) -> dict[str, int]:
    """How often each picture on the screen was used, as far as the screen says."""
    return {t.means.name: t.used for t in story.picture.things if isinstance(t, Stamp) and t.used is not None}


def grips(x: float, y: float) -> dict[str, tuple[tuple[str, float, float], ...]]:
    """What a child does with a tool, beside a tap: phases and places."""
    return {
        "a tap": (("press", x, y), ("release", x, y)),
        "a finger that slips": (("press", x, y), ("drag", x + 60, y), ("release", x + 60, y)),
        "a finger that carries": (("press", x, y), ("drag", x + 90, y - 60), ("release", x + 150, y - 90)),
        "a rub": (("press", x, y), *(("drag", x + 50 * (i % 2), y) for i in range(8)), ("release", x, y)),
    }


@pytest.mark.parametrize("grip", grips(0, 0))
def test_every_grip_uses_the_thing_under_the_finger(story, grip):
    drum = story.thing("drum")
    for phase, x, y in grips(drum.x, drum.y)[grip]:
        story.touch(phase, x, y)
    assert {move.what for move in story.moves()} == {"drum"}
    assert story.session.hands == () and [o.id for row in story.rows for o in row.pictures] == ["drum"]


def test_it_answers_already_while_the_finger_is_down_and_a_lost_one_was_nothing(story):
    drum, before = story.thing("drum"), used(story)
    story.touch("press", drum.x, drum.y)
    assert used(story) == before | {"drum": 1}
    story.touch("lost", drum.x, drum.y)
    assert used(story) == before and story.moves() == []


def test_who_rubs_on_is_answered_on_and_who_drums_is_answered_each_time(story):
    drum = story.thing("drum")
    story.touch("press", drum.x, drum.y)
    for step in range(8):
        story.touch("drag", drum.x + STROKE / 4 * (step % 2), drum.y)
    assert len(story.moves()) == 1 and used(story)["drum"] == 2
    story.touch("lost", drum.x, drum.y)
    for _ in range(3):  # within half a second: no echo
        story.touch("press", drum.x, drum.y)
        story.touch("release", drum.x, drum.y)
    assert len(story.moves()) == 4 and used(story)["drum"] == 4


def test_things_lie_where_the_scene_has_things_ready(story):
    """Here on the raft, though there they are laid onto something else."""
    raft = LIBRARY.layout(story.here.table.scene).supplies
    assert raft and all(any(covers(area, t.x, t.y) for area in raft) for t in story.options())


def test_two_fingers_use_two_things_at_once(story):
    drum, ball = story.thing("drum"), story.thing("squeeze-ball")
    for phase in ("press", "release"):
        for finger, thing in enumerate((drum, ball), 1):
            story.touch(phase, thing.x, thing.y, finger)
    assert [move.what for move in story.moves()] == ["drum", "squeeze-ball"]
    assert used(story) == {"drum": 1, "squeeze-ball": 1, "kite": 0}


def test_only_what_was_tried_goes_on_however_often_it_was(story):
    for name in ("kite", "drum", "kite"):
        story.tap(name)
    story.tap(screens.ONWARD)
    assert {option.means for option in story.options()} == {Option("kite"), Option("drum")}


def test_where_nothing_was_tried_other_things_lie_ready(story):
    story.tap(screens.ONWARD)
    assert {option.means for option in story.options()} == {Option("leaf"), Option("moon")}


def test_what_lies_there_is_as_before_when_the_child_comes_back(story):
    before = story.picture
    story.tap("drum")
    story.tap(screens.TRAIL)
    story.go("trying")
    assert [o.id for row in story.rows for o in row.pictures] == ["drum"]
    assert [(t.means, t.x, t.y) for t in story.options()] == [
        (t.means, t.x, t.y) for t in before.things if isinstance(t, Stamp) and t.used is not None
    ]


@bands
@steps("use")
def test_each_tool_can_be_tried_in_its_turn(activity, number, band):
    with Story(band).at(activity, number) as story:
        everything = {o.id for o in story.here.table.offered}
        for _ in everything:
            for option in story.options():
                story.tap(option)
            if find(story.picture, TURN):
                story.tap(TURN)
        assert {o.id for row in story.rows for o in row.pictures} == everything


@steps("use")
def test_something_else_is_drawn_and_can_be_used_as_anything(activity, number):
    with Story().at(activity, number) as story:
        story.tap(BLANK)
        story.choose(1)
        story.tap(screens.ONWARD)
        (card,) = [o.id for o in story.here.table.beside if o.id != BLANK]
        story.perform((Touch("press", *at(story, card)), Touch("release", *at(story, card))))
        assert [o.id for row in story.rows for o in row.pictures] == [card]


def at(story: Story, name: str) -> tuple[float, float]:
    thing = story.thing(name)
    return thing.x, thing.y


def test_who_is_restless_is_so_until_something_is_used_and_while_it_is_not():
    with Story() as story:
        story.walk_to("try-a-tool", 0)
        waits = companion_on(story.picture)
        first = Option(story.here.table.offered[0].id)
        thing = story.thing(first)
        assert teeters(waits), "it goes from foot to foot"
        assert worn(waits.art), "its face is seen"
        air = next(one for one in story.picture.things if isinstance(one, Stamp) and one.id == FEELING_ID)
        assert (air.x, air.y) == pytest.approx((waits.x, waits.y))
        assert 1.2 * waits.width < air.width < 1.5 * waits.width, "all round it, and seen from afar"
        story.touch("press", thing.x, thing.y)
        held = companion_on(story.picture)
        story.touch("release", thing.x, thing.y)
        for calm in (held, companion_on(story.picture)):
            assert not teeters(calm) and worn(calm.art) is None and (calm.x, calm.y) == (waits.x, waits.y)
        assert not any(one.id == FEELING_ID for one in story.picture.things if isinstance(one, Stamp))


def test_in_the_quiet_look_nothing_is_tried_on_the_companion_and_the_seat_is_empty():
    """Somebody of eleven played doctor with a toy there: what helps is for who tries it."""
    with Story(quiet=True) as story:
        story.walk_to("try-a-tool", 0)
        seat, waits = story.here.table.layout.companion, companion_on(story.picture)
        assert covered(waits, seat.x, seat.y, seat.width) == 0 and not teeters(waits)
        story.tap(Option(story.here.table.offered[0].id))
        assert companion_on(story.picture) == waits, "whatever is used, it stays as it is"
        assert not any(one.id == FEELING_ID for one in story.picture.things if isinstance(one, Stamp))
