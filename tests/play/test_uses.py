"""What a used thing does on the glass: at once, in its own way, and then it is as before."""

import pytest
from msgspec.structs import replace

from game.core.ids import Option
from game.core.picture import Glow, Picture, Stamp, Strokes
from game.core.picture_answer import PLAIN, PictureAnswer
from game.play.answers import ANSWERS, STILL
from game.play.display_list import DisplayList
from game.play.going import STEPS
from game.play.touched import LONGEST
from game.play.uses import MOST
from tests.support.recording_glass import RecordingGlass
from tests.support.story import LIBRARY

TOOL = Stamp("squeeze-ball", 600, 300, 200, id=Option("tool"), means=Option("tool"), used=0)
PHOTO = "0123456789abcdef0123456789abcdef"  # a therapist's own picture, by its content
DRAWN = Picture((Strokes(Option("drawing"), ()),), 400, 400)
SEEN = 0.12  # seconds


def glass(still: bool = False, tool: Stamp = TOOL) -> DisplayList:
    """A glass on which the tool lies, at rest."""
    shown = DisplayList(RecordingGlass.__new__(RecordingGlass), lambda art: None, still, answer_of=LIBRARY.answer)
    assert shown.show(Picture((tool,)), 0)
    return shown


def use(shown: DisplayList, now: float, times: int = 1, tool: Stamp = TOOL) -> None:
    assert shown.show(Picture((replace(tool, used=times),)), now)


def things(shown: DisplayList, now: float) -> tuple:
    return shown.frame(now, loops=False).things


@pytest.mark.parametrize("art", ["squeeze-ball", "drum", "kite", "river-stone", "acorn", PHOTO, DRAWN])
def test_a_used_thing_answers_with_the_next_frame_and_is_then_exactly_as_before(art):
    tool = replace(TOOL, art=art)
    shown = glass(tool=tool)
    rest = things(shown, 5)
    use(shown, 10, tool=tool)
    assert things(shown, 10) != rest and things(shown, 10 + SEEN) != rest
    assert things(shown, 10 + LONGEST) == rest


def test_on_arrival_nothing_answers_and_a_lost_finger_takes_nothing_back():
    shown = glass(tool=replace(TOOL, used=7))
    rest = things(shown, 0.5)
    assert things(shown, 1) == rest
    use(shown, 10, 8)
    begun = things(shown, 10.2)
    use(shown, 10.2, 7)
    assert things(shown, 10.2) == begun != rest


def test_several_answers_of_one_thing_are_all_seen_and_not_without_end():
    shown = glass(tool=replace(TOOL, art="drum"))
    drum = replace(TOOL, art="drum")
    for times in range(1, 12):
        use(shown, 10 + times / 100, times, drum)
    small = [drawn for drawn in things(shown, 10.3) if drawn.id != TOOL.id]
    assert 0 < len(small) <= MOST * 3 and len({drawn.id for drawn in small}) == len(small)


def test_where_all_is_still_an_answer_is_a_short_change_of_light():
    shown = glass(still=True)
    rest = things(shown, 5)
    use(shown, 10)
    lit = things(shown, 10.3)
    assert lit[: len(rest)] == rest and [drawn.sprite.art for drawn in lit[len(rest) :]] == ["answer-light"]
    assert things(shown, 10 + STILL.lasts) == rest


@pytest.mark.parametrize("still", [False, True])
@pytest.mark.parametrize("word", ANSWERS)
def test_all_that_may_be_seen_is_made_before_it_is_wanted(word, still):
    glass, answer = RecordingGlass.__new__(RecordingGlass), PictureAnswer(word, frames=("kite", "leaf", "moon"))
    shown = DisplayList(glass, lambda art: None, still, answer_of=lambda art: answer)
    picture = Picture((TOOL, Glow(Option("light"), 0, 0, 10, 1)))
    ready = set(shown.sprites(picture))
    shown.show(picture, 0)
    use(shown, 1)
    for step in range(round(LONGEST * STEPS)):
        assert {drawn.sprite for drawn in things(shown, 1 + step / STEPS)} <= ready


def test_a_picture_that_says_nothing_gives_way_a_little():
    assert LIBRARY.answer("acorn") == LIBRARY.answer(PHOTO) == LIBRARY.answer("no-such-picture") == PLAIN
    assert LIBRARY.answer("kite").word == "lift"
