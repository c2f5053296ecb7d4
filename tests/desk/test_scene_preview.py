"""Places are drawn onto a picture, and stand in its file; what could not be used is told, and not written."""

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.app import start
from game.desk import scene_preview
from game.desk.scene_preview import ScenePreview
from tests.support.own_scenes import make_scene, paint_scene

Act = Callable[[ScenePreview], None]


def at(shown: ScenePreview, x: float, y: float) -> tuple[float, float]:
    """From design units to the window's points."""
    wide, high = shown._part.points
    scale = min(wide / 1280, high / 800)
    return (wide - 1280 * scale) / 2 + x * scale, (high - 800 * scale) / 2 + y * scale


def mouse(shown: ScenePreview, kind: int, place: tuple[float, float]) -> None:
    shown.handle(pygame.event.Event(kind, pos=place, button=1, touch=False))


def draw(x: float, y: float, to_x: float, to_y: float) -> Act:
    """A frame drawn with the mouse, in design units."""

    def act(shown: ScenePreview) -> None:
        mouse(shown, pygame.MOUSEBUTTONDOWN, at(shown, x, y))
        mouse(shown, pygame.MOUSEMOTION, at(shown, to_x, to_y))
        mouse(shown, pygame.MOUSEBUTTONUP, at(shown, to_x, to_y))

    return act


def press(number: int) -> Act:
    """A press on the line of this place on the board."""

    def act(shown: ScenePreview) -> None:
        top, end = shown._board._steps[number]
        wide, high = shown.window.points
        y = (top + end) / 2 * high / shown.window.surface.get_height()
        mouse(shown, pygame.MOUSEBUTTONDOWN, (wide - 5, y))

    return act


def backspace(shown: ScenePreview) -> None:
    shown.handle(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_BACKSPACE))


@pytest.fixture
def play(monkeypatch, tmp_path) -> Callable[..., list[str]]:
    """Opens the preview of this file, does this, a frame after each, and gives the mistakes that it told."""
    monkeypatch.setattr(scene_preview, "LOOK", 0)
    turn = scene_preview.turn

    def played(file: Path, *acts: Act) -> list[str]:
        left, told = list(acts), []

        def turned(shown: ScenePreview) -> None:
            turn(shown)
            told.extend(mistake.sentence for mistake in shown.notes().mistakes)
            if left:
                left.pop(0)(shown)
            else:
                shown.open = False

        monkeypatch.setattr(scene_preview, "turn", turned)
        start.preview(file, "middle")
        return told

    return played


def written(scenes: Path) -> list[str]:
    return [line.strip() for line in (scenes / "garden.yaml").read_text().splitlines() if not line.startswith("#")]


def test_frames_that_are_drawn_are_the_places_of_a_new_file(tmp_path, play):
    paint_scene(tmp_path / "scenes/garden.png")
    told = play(tmp_path / "scenes/garden.png", draw(128, 160, 448, 400), draw(1152, 500, 768, 240))
    assert told == []
    assert written(tmp_path / "scenes") == [
        "places:",
        *("- place: place-1", "at: 10 20 25 30"),
        *("- place: place-2", "at: 60 30 30 32"),
    ]


def test_a_frame_that_no_finger_would_meet_is_told_and_not_written(tmp_path, play):
    paint_scene(tmp_path / "scenes/garden.png")
    told = play(tmp_path / "scenes/garden.png", draw(128, 160, 448, 400), draw(200, 200, 800, 500))
    assert set(told) == {"'place-2' lies over 'place-1'. Move one of them, or make it smaller."}
    assert written(tmp_path / "scenes") == ["places:", "- place: place-1", "at: 10 20 25 30"]


def test_a_place_is_drawn_anew_or_taken_away_and_its_words_stay(tmp_path, play):
    make_scene(tmp_path)
    play(tmp_path / "scenes/garden.yaml", press(0), draw(128, 80, 384, 320))
    assert written(tmp_path / "scenes")[1:5] == [
        "- place: swing",
        "at: 10 10 20 30",
        "label: On the swing",
        "things: stand",
    ]
    play(tmp_path / "scenes/garden.yaml", press(0), backspace, press(0), backspace)
    assert written(tmp_path / "scenes") == ["places:"]


def test_a_tap_draws_nothing_and_a_mistake_that_was_typed_is_told(tmp_path, play):
    make_scene(tmp_path, text="places: swing\n")
    told = play(tmp_path / "scenes/garden.yaml", draw(300, 300, 302, 301))
    assert told and set(told) == {
        "'places' needs a list, not 'swing'. Begin each place with '- ', such as '- place: swing'."
    }
    assert written(tmp_path / "scenes") == ["places: swing"]


def test_a_file_of_another_encoding_is_told_and_stays_as_it_is(tmp_path, play):
    make_scene(tmp_path)
    file = tmp_path / "scenes/garden.yaml"
    file.write_bytes(before := file.read_text("utf-8").replace("On the swing", "Müllers Schaukel").encode("cp1252"))
    told = play(file, draw(1152, 80, 1000, 240))
    assert set(told) == {"From here on the letters cannot be read. Save the file anew, in the encoding UTF-8."}
    assert file.read_bytes() == before
