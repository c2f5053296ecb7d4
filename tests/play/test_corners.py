"""The grown-ups' way out by touch and by keys: what counts as holding a corner or a key, and what does not."""

import pytest

from game.core.picture import WIDTH
from game.core.table import Touch
from game.play.corners import CORNER, HELD, NEXT, CornerKeys, Corners

LEFT, RIGHT, MIDDLE = CORNER / 2, WIDTH - CORNER / 2, WIDTH / 2


def felt(*touches: tuple[str, float, int, float]) -> Corners:
    """Phase, place from the left, finger and time of each touch."""
    corners = Corners()
    for phase, x, finger, time in touches:
        corners.feel(Touch(phase, x, CORNER / 2, finger, time=time))
    return corners


def test_two_fingers_that_tremble_in_their_corners_hold_them():
    trembling = [("drag", x + 9 * way, finger, 1.0 + way) for finger, x in ((1, LEFT), (2, RIGHT)) for way in (0, 1)]
    corners = felt(("press", LEFT, 1, 0), ("press", RIGHT, 2, 0), *trembling)
    assert not corners.open(HELD - 0.01) and corners.open(HELD)


@pytest.mark.parametrize("way", [(MIDDLE,), (MIDDLE, LEFT), (RIGHT,), (RIGHT, LEFT)])
def test_a_finger_that_has_left_its_corner_holds_it_no_more_though_it_comes_back(way):
    left = [("drag", x, 1, 1.0) for x in way]
    corners = felt(("press", LEFT, 1, 0), ("press", RIGHT, 2, 0), *left)
    assert not corners.open(HELD) and not corners.open(2 * HELD)


def test_a_finger_that_comes_into_a_corner_from_elsewhere_does_not_hold_it():
    corners = felt(("press", MIDDLE, 1, 0), ("drag", LEFT, 1, 0), ("press", RIGHT, 2, 0))
    assert not corners.open(2 * HELD)


@pytest.mark.parametrize(("pause", "opens"), [(NEXT - HELD, True), (NEXT - HELD + 0.01, False)])
def test_one_after_the_other_the_second_follows_soon(pause, opens):
    begins = HELD + pause
    corners = felt(("press", LEFT, 1, 0), ("release", LEFT, 1, HELD), ("press", RIGHT, 1, begins))
    assert corners.open(begins + HELD) == opens


def test_a_corner_that_was_let_go_too_soon_does_not_count():
    corners = felt(("press", LEFT, 1, 0), ("release", LEFT, 1, HELD - 0.01), ("press", RIGHT, 1, HELD))
    assert not corners.open(2 * HELD)


def test_a_held_key_that_a_busy_machine_tells_as_pressed_anew_stays_held():
    keys, code = CornerKeys(), {"q": 1, "p": 2}
    for letter in "qp":
        keys.feel(code[letter], letter, True, 0)
    for tenth in range(1, 40):
        keys.feel(code["p"], "p", False, tenth / 10)
        assert not keys.open(tenth / 10)
        keys.feel(code["p"], "p", True, tenth / 10 + 0.05)
    assert keys.open(4)
    for letter in "pq":
        keys.feel(code[letter], letter, False, 4)
    keys.feel(code["q"], "q", True, 5)
    keys.feel(code["p"], "p", True, 5)
    assert not keys.open(7.9) and keys.open(8)
