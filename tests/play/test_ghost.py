"""The ghost hand: when it comes, and that it means nothing."""

import game.glass  # noqa: F401  (its hints stand before SDL is loaded)  # noqa: F401  (its hints stand before SDL is loaded)
from game.core.gesture import show_carrying, tap
from game.play.ghost import Ghost
from game.play.showings import AGAIN, FIRST

GESTURE = show_carrying((500, 500), (700, 300))


def seen(ghost: Ghost, start: float, end: float) -> int:
    """How often the hand comes between these times."""
    shown = [bool(ghost.stamps(start + i * 0.1)) for i in range(int((end - start) * 10))]
    return sum(now and not before for before, now in zip([False, *shown], shown, strict=False))


def test_the_ghost_hand_comes_on_arrival_once_more_after_a_while_and_then_no_more():
    ghost = Ghost(GESTURE, 0)
    assert seen(ghost, 0, FIRST) == 0
    assert seen(ghost, FIRST, 10) == 1
    assert seen(ghost, 10, 60) == 1
    assert seen(ghost, 60, 500) == 0


def test_a_touch_sends_the_ghost_hand_away():
    ghost = Ghost(GESTURE, 0)
    assert ghost.stamps(FIRST + 0.8)
    ghost.touched(FIRST + 0.9)
    assert seen(ghost, FIRST + 0.9, FIRST + AGAIN) == 0
    assert seen(ghost, FIRST + AGAIN, 100) == 1


def test_the_ghost_hand_means_nothing_and_carries_only_the_sample():
    for touches, arts in ((GESTURE, {"hand", "sample"}), (tap(500, 500), {"hand"})):
        ghost = Ghost(touches, 0)
        stamps = [stamp for i in range(100) for stamp in ghost.stamps(i * 0.1)]
        assert {stamp.art for stamp in stamps} == arts and not any(stamp.means for stamp in stamps)
