"""How one goes from step to step in a preview, and closes it: by mouse, finger and keys."""

import pygame
import pytest

from game.app import start
from game.child import preview
from tests.support.previewed import STEPS, activity


def test_a_press_on_the_board_goes_to_a_step_and_is_none_of_the_room_s(tmp_path, monkeypatch):
    monkeypatch.setattr(preview, "LOOK", 0)
    (tmp_path / "animals.yaml").write_text(STEPS)
    turn, seen = preview.turn, []

    def turned(shown: preview.Preview) -> None:
        turn(shown)
        if shown.room and shown.room.whole:
            seen.append(shown._notes_now().at)
            if seen[-1] == 2 or len(seen) > 500:
                shown.open = False
            x, y = shown.part.points[0] + 30, sum(shown._board._steps[2]) // 2
            shown.handle(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(x, y), button=1))

    monkeypatch.setattr(preview, "turn", turned)
    start.preview(tmp_path / "animals.yaml", "middle")
    assert seen[0] == 0 and seen[-1] == 2


def test_page_down_and_page_up_go_from_step_to_step_and_no_further(tmp_path, monkeypatch):
    """By keys alone nobody came to the steps on the board."""
    (tmp_path / "animals.yaml").write_text(STEPS)
    turn, at = preview.turn, []
    last = len(activity(STEPS).steps) - 1
    keys = [pygame.K_PAGEUP, *(last + 1) * [pygame.K_PAGEDOWN], pygame.K_PAGEUP]

    def turned(shown: preview.Preview) -> None:
        turn(shown)
        if not (shown.room and shown.room.whole):
            return
        at.append(shown._notes_now().at)
        if len(at) > len(keys):
            shown.open = False
        else:
            shown.handle(pygame.event.Event(pygame.KEYDOWN, key=keys[len(at) - 1], mod=0, unicode=""))

    monkeypatch.setattr(preview, "turn", turned)
    start.preview(tmp_path / "animals.yaml", "middle")
    assert at == [0, *range(last + 1), last, last - 1]


@pytest.mark.parametrize("way", ["mouse", "finger", "Escape"])
def test_the_button_on_the_board_closes_the_preview_and_so_does_escape(way, tmp_path, monkeypatch):
    (tmp_path / "animals.yaml").write_text(STEPS)
    turn, turns = preview.turn, []

    def turned(shown: preview.Preview) -> None:
        turn(shown)
        turns.append(shown.open)
        assert len(turns) < 500
        if shown.room and shown.room.whole:
            x, y = shown.part.points[0] + 30, sum(shown._board._close) // 2
            share = y / shown.window.surface.get_height()
            events = {
                "mouse": pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=(x, y), button=1),
                "finger": pygame.event.Event(pygame.FINGERDOWN, x=0.97, y=share, touch_id=1, finger_id=1),
                "Escape": pygame.event.Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0, unicode=""),
            }
            shown.handle(events[way])
            assert not shown.open

    monkeypatch.setattr(preview, "turn", turned)
    start.preview(tmp_path / "animals.yaml", "middle")
