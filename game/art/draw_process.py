"""SVG becomes a PNG, or packed pixels, here or in a process beside this one.

resvg keeps the interpreter to itself as long as it draws, whatever thread it is called from; a scene takes a second.
So the child's room draws beside: no frame waits, a picture that brings resvg down takes no room with it, and the room
needs no Pillow. This file knows processes and resvg; it knows no pictures and no pygame.

Run as a program it is that process: width, height, in how many boxes it is to be packed (-1: not at all) and length as
four numbers, then the boxes and the SVG, come in again and again; the length of what was made and that itself go out, 0
for what cannot be drawn. It ends when nobody is there any more.
"""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from struct import Struct
from threading import Lock
from typing import Any

QUESTION, BOX, ANSWER = Struct(">IIiI"), Struct(">IIII"), Struct(">I")
KINDER = 5  # how much the process beside gives way to the room, where the system can

Boxes = Sequence[tuple[int, int, int, int]]  # as pixels.py has them


def here(svg: str, width: int, height: int, pack: Boxes | None = None) -> bytes:
    """A PNG of this SVG, `width` x `height` pixels, or its paint in these boxes packed, () for all of it.

    Raises ValueError where it cannot be drawn.
    """
    png = _png(svg, width, height)
    if pack is None:
        return png
    from game.art.pixels import packed  # the process beside knows the way to it only once it runs

    return packed(png, pack)


def _png(svg: str, width: int, height: int) -> bytes:
    import resvg_py  # only where something is drawn: a warm start does without it

    try:
        return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width, height=height, skip_system_fonts=True))
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # Rust's, and no Exception: resvg stumbles over a few sizes
            raise
        raise ValueError(f"this picture cannot be drawn {width} x {height}") from None


class DrawProcess:
    """Draws as `here` does, in a process that is begun when it is first needed and ends with this one."""

    def __init__(self):
        self._process: Any = None
        self._one_at_a_time = Lock()

    def __call__(self, svg: str, width: int, height: int, pack: Boxes | None = None) -> bytes:
        """A PNG of this SVG, or its pixels. Raises ValueError where it cannot be drawn."""
        with self._one_at_a_time:
            if self._process is None and not self._begin():
                return here(svg, width, height, pack)
            try:
                return self._ask(svg.encode(), width, height, pack)
            except OSError as error:  # it has come down; the next picture has a new one
                self._process.kill()
                self._process.wait()
                self._process = None
                raise ValueError("the process beside came down over this picture") from error

    def close(self) -> None:
        """End the process beside; a picture that is asked for later begins another."""
        with self._one_at_a_time:
            if self._process is not None:
                self._process.stdin.close()
                self._process.stdout.close()
                self._process.wait()
                self._process = None

    def _begin(self) -> bool:
        """True when there is a process beside; where the system allows none, it is drawn here."""
        import subprocess  # only where something is drawn, as above

        quietly = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows would open a black window
        command = [sys.executable, "-I", __file__]
        with suppress(OSError):
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, creationflags=quietly
            )
        return self._process is not None

    def _ask(self, svg: bytes, width: int, height: int, pack: Boxes | None) -> bytes:
        many, boxes = (-1, b"") if pack is None else (len(pack), b"".join(BOX.pack(*box) for box in pack))
        self._process.stdin.write(QUESTION.pack(width, height, many, len(svg)) + boxes + svg)
        self._process.stdin.flush()
        drawn = self._read(*ANSWER.unpack(self._read(ANSWER.size)))
        if not drawn:
            raise ValueError("this picture cannot be drawn")
        return drawn

    def _read(self, size: int) -> bytes:
        found = self._process.stdout.read(size)
        if len(found) < size:
            raise OSError("nobody answers")
        return found


def main() -> None:
    """Draw what comes in until nothing comes."""
    with suppress(AttributeError, OSError):
        os.nice(KINDER)
    asked, answered = sys.stdin.buffer, sys.stdout.buffer
    while len(question := asked.read(QUESTION.size)) == QUESTION.size:
        width, height, many, size = QUESTION.unpack(question)
        pack = None if many < 0 else [*BOX.iter_unpack(asked.read(many * BOX.size))]
        svg = asked.read(size)
        try:
            drawn = here(svg.decode(), width, height, pack)
        except Exception:
            drawn = b""
        answered.write(ANSWER.pack(len(drawn)) + drawn)
        answered.flush()


if __name__ == "__main__":
    sys.path.append(str(Path(__file__).parents[2]))  # to `-I` our own files are not there
    main()
