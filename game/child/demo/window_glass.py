"""The child's room in its window, touched by posted finger events; and its screens as pictures on disk.

This file knows pygame; it decides nothing about what is touched.
"""

from pathlib import Path

import pygame

from game.child.demo.saving import saving
from game.child.room import Room
from game.core.picture import Picture
from game.core.table import Touch
from game.glass.pointer_input import event_of
from game.play.room import RoomSession


class WindowGlass:
    """A Room as the demonstration sees it. Window, journal and painter are the room's own."""

    def __init__(self, room: Room):
        self.room = room

    @property
    def room_session(self) -> RoomSession:
        """What the room decides."""
        return self.room.room_session

    @property
    def finished(self) -> bool:
        """True when everything is painted at its right size."""
        return self.room.painter.finished

    def post(self, touch: Touch) -> None:
        """The touch as the finger event that it would come from."""
        pygame.event.post(event_of(touch, self.room.window.points))

    def frame(self) -> None:
        """All events that wait, and one frame."""
        for event in pygame.event.get():
            self.room.handle(event)
        self.room.frame()


class Shots:
    """Saves each new screen as a numbered PNG in the folder; without one, does nothing. Raises Trouble."""

    def __init__(self, folder: Path | None):
        self.folder = folder
        self._seen: set[Picture] = set()
        if folder:
            with saving(folder):
                folder.mkdir(parents=True, exist_ok=True)

    def __call__(self, name: str, picture: Picture, surface: pygame.Surface) -> None:
        if self.folder and picture not in self._seen:
            from PIL import Image  # writes a PNG four times as quickly as pygame; there are hundreds

            self._seen.add(picture)
            path = self.folder / f"{len(self._seen):03}-{name}.png"
            pixels = pygame.image.tobytes(surface, "RGB")
            with saving(self.folder):
                Image.frombytes("RGB", surface.get_size(), pixels).save(path, compress_level=1)
