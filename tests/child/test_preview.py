"""The preview: what a therapist saves while it runs is shown, the pictures in `activities/pictures` too."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from game.app import start
from game.child import preview
from game.child.room import Room
from game.core.ids import Option
from game.core.picture import find
from game.glass.sprites import pixels

ACTIVITY = """
title: Animals
purpose: Which one is yours?
cover: star
scene: riverbank
steps:
  - choose: mine
    pictures: [star, {}]
"""
RED, BLUE = (220, 20, 20), (20, 20, 220)


def save_picture(folder: Path, colour: tuple[int, int, int]) -> None:
    """A picture of one colour, called dog, among the therapist's own."""
    (folder / "pictures").mkdir(exist_ok=True)
    Image.new("RGB", (400, 400), colour).save(folder / "pictures/dog.png")


def save_activity(folder: Path, picture: str) -> None:
    """The activity with this picture in it."""
    (folder / "animals.yaml").write_text(ACTIVITY.format(picture))


def colour_of(room: Room, picture: str) -> str:
    """Whether this picture is red or blue on the glass; "" where it is not there, or not painted yet."""
    thing = find(room.session.picture, Option(picture))
    if thing is None or not (room.whole and room.painter.finished):
        return ""
    red, _, blue, _ = room.painter.surface.get_at(
        pixels(room.window.surface.get_size(), room.painter.scale, thing.x, thing.y)
    )
    return "red" if red > blue + 100 else "blue" if blue > red + 100 else ""


def name_it_then_bring_it(folder: Path) -> Iterator[Callable]:
    save_activity(folder, "moon")
    yield lambda room: find(room.session.picture, Option("moon")) is not None and room.whole
    save_activity(folder, "dog")  # there is none: this is told, and the moon stays
    yield lambda room: True
    save_picture(folder, RED)
    yield lambda room: colour_of(room, "dog") == "red"


def bring_it_then_name_it(folder: Path) -> Iterator[Callable]:
    save_activity(folder, "moon")
    yield lambda room: find(room.session.picture, Option("moon")) is not None and room.whole
    save_picture(folder, RED)
    save_activity(folder, "dog")
    yield lambda room: colour_of(room, "dog") == "red"


def bring_another_of_the_same_name(folder: Path) -> Iterator[Callable]:
    save_picture(folder, RED)
    save_activity(folder, "dog")
    yield lambda room: colour_of(room, "dog") == "red"
    save_picture(folder, BLUE)
    yield lambda room: colour_of(room, "dog") == "blue"


@pytest.mark.parametrize("work", [name_it_then_bring_it, bring_it_then_name_it, bring_another_of_the_same_name])
def test_a_picture_added_while_it_runs_is_shown(work, tmp_path, monkeypatch):
    monkeypatch.setattr(preview, "LOOK", 0)
    steps, left, turn = work(tmp_path), iter(range(2000)), preview.turn
    seen = [next(steps)]

    def turned(room: Room) -> None:
        turn(room)
        assert room.window._window.title == "Preview: nothing is recorded"
        if seen[-1](room):
            seen.append(next(steps, None))
        if seen[-1] is None or next(left, None) is None:
            room.close()

    monkeypatch.setattr(preview, "turn", turned)
    start.preview(tmp_path / "animals.yaml", "middle")
    assert seen[-1] is None, "it was never shown"
