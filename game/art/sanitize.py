"""A therapist's own picture becomes a PNG that the program can show without a worry, or one sentence why not.

This file knows picture files and nothing of activities. A photo is decoded here, after a look at its size; an
SVG only in a child process (`draw_worker.py`), which may run out of time or memory. No pygame.
"""

import re
import signal
import subprocess
import sys
from collections.abc import Callable
from hashlib import blake2b
from io import BytesIO
from math import isfinite
from pathlib import Path
from typing import Any
from xml.parsers.expat import ExpatError, ParserCreate

from game.system import atomic
from game.system.errors import UNSAID, Sentence, why_unread
from game.system.language import N_

WORKED_TOO_LONG = int(getattr(signal, "SIGPROF", 0))  # what ends the worker then; Windows has nothing like it
SIDE = 1024  # pixels of the longer side
HEAVIEST = 20_000_000  # bytes of a file
MOST_PIXELS = 50_000_000  # of a photo
LARGEST_CANVAS = 8_000  # pixels of an SVG's width or height
DEEPEST = 100  # elements of an SVG inside one another
SECONDS = 1.5  # of drawing an SVG, so that with all else it is told within two
PATIENCE = 30.0 if WORKED_TOO_LONG else SECONDS  # seconds to wait for that, however busy the computer is
MEMORY = 1_000_000_000  # bytes for an SVG
PIXELS_IN = {"": 1, "px": 1, "pt": 4 / 3, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96, "%": 0}
INSIDE = ("#", "data:image/png", "data:image/jpeg", "data:image/jpg")  # what an SVG may point to
ORIENTATION, LAST_UPRIGHT = 0x0112, 4  # of EXIF: from 5 on, a photo lies on its side
HEAVY = N_("'{file}' has more than {most} MB. Save it smaller.")
LARGE = N_("'{file}' has more than {most} million pixels. Save it smaller.")
NO_PHOTO = N_("'{file}' is broken, or no PNG or JPG. Open it in a picture program and save it anew.")
NO_SVG = N_("'{file}' is broken, or no SVG. Open it in a picture program and save it anew.")
TRANSPARENT = N_("'{file}' is wholly transparent: nothing of it can be seen. Save it anew.")
DEEP = N_("'{file}' has more than {most} groups inside one another. Save it as a PNG instead.")
ELSEWHERE = N_("'{file}' points to another file or place. Save it as a PNG instead.")
DECLARES = N_("'{file}' declares things of its own (DOCTYPE). Save it as a plain SVG or a PNG.")
WIDE = N_("'{file}' is more than {most} pixels wide or high. Save it smaller.")
FORM = b"1"  # of the PNGs in the cache; another one makes them anew


class PictureRefused(Exception):
    """The picture cannot be used; `sentence` says why and what to do."""

    def __init__(self, sentence: Sentence):
        super().__init__(sentence)
        self.sentence = sentence


def safe_png(path: Path, cache_folder: Path, side: int = SIDE) -> Path:
    """A PNG of this PNG, JPG or SVG: upright, at most `side` pixels long, nothing in it but the picture.

    It is made once and kept in the cache folder, by the picture's content. Raises PictureRefused where the picture is
    broken, gigantic or points outside itself, and OSError where the cache folder cannot be written.
    """
    data = read_file(path)
    kept = cache_folder / f"{_name(data)}.png"
    if not kept.exists():
        keep(png(path, data, side), kept)
    return kept


def safe_copy(path: Path) -> tuple[str, bytes]:
    """The name of the same PNG by its content, and the PNG, to be kept by whoever asks. Raises PictureRefused."""
    data = read_file(path)
    return _name(data), png(path, data, SIDE)


def broken(path: Path, data: bytes) -> Sentence:
    """A sentence why these bytes, of the file of this name, cannot be shown as a picture; "" where they can."""
    try:
        _not_too_heavy(path, len(data))
        png(path, data, SIDE)
    except PictureRefused as refused:
        return refused.sentence
    return UNSAID


def canvas(path: Path) -> tuple[int, int]:
    """Width and height of the picture when it is upright; only of an SVG that does not say them, it is drawn.

    Raises PictureRefused.
    """
    data = read_file(path)
    if path.suffix.lower() != ".svg":
        return _opened(path.name, data, _upright_size)
    width, height = _looked_through(path.name, data)
    if width >= 1 and height >= 1:
        return round(width), round(height)
    with _pillow().open(BytesIO(_from_svg(path.name, data, SIDE))) as image:
        return image.size


def _upright_size(image) -> tuple[int, int]:
    lying = image.getexif().get(ORIENTATION, 1) > LAST_UPRIGHT
    return image.size[::-1] if lying else image.size


def _name(data: bytes) -> str:
    return blake2b(FORM + data, digest_size=16).hexdigest()


def png(path: Path, data: bytes, side: int) -> bytes:
    """What is in this file, as such a PNG. Raises PictureRefused."""
    if path.suffix.lower() == ".svg":
        return _from_svg(path.name, data, side)
    out = BytesIO()
    decoded(path, data, side).save(out, "PNG")
    return out.getvalue()


def decoded(path: Path, data: bytes, side: int) -> Any:
    """The same as pixels, an Image of Pillow's. Raises PictureRefused."""
    if path.suffix.lower() == ".svg":
        return _pillow().open(BytesIO(_from_svg(path.name, data, side)))
    return _opened(path.name, data, lambda image: _upright(path.name, image, side))


def read_file(path: Path) -> bytes:
    """The file, where it is one and not too large. Raises PictureRefused."""
    try:
        if path.exists() and not path.is_file():
            raise PictureRefused(Sentence("'{file}' is not a file.", file=path.name))
        _not_too_heavy(path, path.stat().st_size)
        return path.read_bytes()
    except OSError as error:
        why = why_unread(error)
        raise PictureRefused(Sentence("'{file}' cannot be read: {why}.", file=path.name, why=why)) from None


def _not_too_heavy(path: Path, size: int) -> None:
    if size > HEAVIEST:
        raise PictureRefused(Sentence(HEAVY, file=path.name, most=HEAVIEST // 1_000_000))


def keep(png: bytes, kept: Path) -> None:
    """Writes the file whole or not at all: another process may look at the same moment."""
    atomic.make_folder(kept.parent)
    atomic.write(kept, png, lasting=False)


def _opened(name: str, data: bytes, use: Callable[[Any], Any]) -> Any:
    """What is made of a photo. Raises PictureRefused where it is broken or gigantic."""
    image_library = _pillow()
    try:
        with image_library.open(BytesIO(data), formats=("PNG", "JPEG")) as image:
            if image.width * image.height > MOST_PIXELS:
                raise image_library.DecompressionBombError
            return use(image)
    except (image_library.DecompressionBombError, image_library.DecompressionBombWarning):
        most = MOST_PIXELS // 1_000_000
        raise PictureRefused(Sentence(LARGE, file=name, most=most)) from None
    except (OSError, ValueError, SyntaxError, EOFError, ArithmeticError, LookupError, TypeError):
        raise PictureRefused(Sentence(NO_PHOTO, file=name)) from None


def _pillow():
    """Pillow's Image, imported where a photo is there; a size that it would only warn of is refused."""
    import warnings

    from PIL import Image

    warnings.filterwarnings("error", category=Image.DecompressionBombWarning)
    return Image


def _upright(name: str, image, side: int) -> Any:
    from PIL import Image, ImageOps

    image.thumbnail((side, side))
    image = ImageOps.exif_transpose(image)
    if image.mode.startswith("I"):  # a scanner's grey of 65,536 tones
        image = image.point(lambda tone: tone / 256).convert("L")
    clean = image.convert("RGBA" if image.has_transparency_data else "RGB")
    _can_be_seen(name, clean)
    return Image.frombytes(clean.mode, clean.size, clean.tobytes())


def _can_be_seen(name: str, image) -> None:
    if image.mode == "RGBA" and image.getchannel("A").getextrema()[1] == 0:
        raise PictureRefused(Sentence(TRANSPARENT, file=name))


def _from_svg(name: str, data: bytes, side: int) -> bytes:
    width, height = _looked_through(name, data)
    way = "width" if width >= height else "height"
    worker = str(Path(__file__).with_name("draw_worker.py"))
    command = [sys.executable, "-I", worker, str(side), way, str(MEMORY), str(SECONDS)]
    quietly = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # Windows would open a black window for a moment
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=PATIENCE, creationflags=quietly)
    except subprocess.TimeoutExpired:
        done = None
    if done is None or -done.returncode == WORKED_TOO_LONG:
        raise PictureRefused(Sentence("'{file}' takes too long to draw. Save it as a PNG instead.", file=name))
    if done.returncode or not done.stdout.startswith(b"\x89PNG"):
        raise PictureRefused(Sentence("'{file}' cannot be drawn. Save it as a PNG instead.", file=name))
    with _pillow().open(BytesIO(done.stdout)) as image:
        _can_be_seen(name, image)
    return done.stdout


def _looked_through(name: str, data: bytes) -> tuple[float, float]:
    """The canvas of an SVG that is well formed, points to nothing outside and is neither too deep nor too large."""
    look = _Look(name)
    parser = ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = look.begin, look.end
    parser.StartDoctypeDeclHandler = look.doctype
    try:
        parser.Parse(data, True)
    except (ExpatError, ValueError, LookupError):
        raise PictureRefused(Sentence(NO_SVG, file=name)) from None
    return look.canvas


class _Look:
    """Goes through an SVG from its beginning to its end, raising PictureRefused at the first thing that may not be."""

    def __init__(self, name: str):
        self.name, self.depth, self.canvas = name, 0, (0.0, 0.0)

    def begin(self, element: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise PictureRefused(Sentence(DEEP, file=self.name, most=DEEPEST))
        if self.depth == 1:
            self.canvas = self._canvas(element, attributes)
        for key, value in attributes.items():
            if key.split(":")[-1] == "href" and not value.strip().startswith(INSIDE):
                raise PictureRefused(Sentence(ELSEWHERE, file=self.name))

    def end(self, element: str) -> None:
        self.depth -= 1

    def doctype(self, name: str, system: str | None, public: str | None, has_inside: int) -> None:
        if has_inside:
            raise PictureRefused(Sentence(DECLARES, file=self.name))

    def _canvas(self, element: str, attributes: dict[str, str]) -> tuple[float, float]:
        if element.split(":")[-1] != "svg":
            raise PictureRefused(Sentence(NO_SVG, file=self.name))
        box = [_pixels(part) for part in re.split(r"[\s,]+", attributes.get("viewBox", "").strip())]
        width, height = (box[2], box[3]) if len(box) == 4 else (0.0, 0.0)
        canvas = _pixels(attributes.get("width", "")) or width, _pixels(attributes.get("height", "")) or height
        if max(*canvas, width, height) > LARGEST_CANVAS:
            raise PictureRefused(Sentence(WIDE, file=self.name, most=LARGEST_CANVAS))
        return canvas


def _pixels(length: str) -> float:
    """A length such as "12mm" in pixels, 0 where it is none."""
    found = re.fullmatch(r"\s*([-+]?[0-9.]+(?:e[-+]?[0-9]+)?)\s*(px|pt|pc|mm|cm|in|%)?\s*", length, re.IGNORECASE)
    try:
        pixels = float(found[1]) * PIXELS_IN[(found[2] or "").lower()] if found else 0.0
    except ValueError:
        return 0.0
    return pixels if isfinite(pixels) else LARGEST_CANVAS + 1.0
