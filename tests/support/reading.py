"""Looks for words on a screen: lines of letter-like shapes are cut out, and tesseract reads each of them.

On a whole screen tesseract takes most words for a part of the picture; a line that is cut out it reads well.
"""

import csv
import os
import re
import subprocess
from io import StringIO
from pathlib import Path

import pygame
from PIL import Image, ImageChops, ImageFilter, ImageOps

AROUND = 12  # pixels: a stroke of a letter is lighter or darker than what lies so far around it
APART = 16  # of 255: by so much
LOWEST, HIGHEST = 9, 70  # pixels of a letter's height; those of a word in 72 points are 56, our controls 74
FEWEST = 3  # letters of a word
READ_AT = 40  # pixels: as high as tesseract likes a line to be
SURE = 90  # of 100: our pictures reach 86, a planted word 91
SURE_OF_FEW = {3: 93, 2: 97}  # of so many letters or digits, which are sooner seen in a picture: ours reach 90 and 95
WORD = re.compile(r"[^\W\d_]{3,}|\d{2,}")
Rects = list[pygame.Rect]


def lines(screen: Image.Image) -> list[Image.Image]:
    """Whatever on the screen is like a line of letters, dark or light, each as dark on white."""
    grey = screen.convert("L")
    around = grey.filter(ImageFilter.BoxBlur(AROUND))
    kinds = ImageChops.subtract(grey, around), ImageChops.subtract(around, grey)
    return [_cut_out(strokes, box) for strokes in kinds for box in _rows(_letters(strokes))]


def _letters(strokes: Image.Image) -> Rects:
    """The boxes of connected strokes that could be letters, from left to right."""
    there = strokes.point(lambda value: 255 if value > APART else 0)
    surface = pygame.image.frombytes(there.tobytes(), there.size, "P")
    surface.set_colorkey(0)
    boxes = pygame.mask.from_surface(surface).get_bounding_rects()
    return sorted((b for b in boxes if LOWEST <= b.h <= HIGHEST and 2 <= b.w <= 2 * b.h + 20), key=lambda b: b.x)


def _rows(letters: Rects) -> Rects:
    """Letters of about one height that follow one another closely, as one box."""
    rows: list[Rects] = []
    for letter in letters:
        row = next((row for row in rows if _follows(row[-1], letter)), None)
        rows.append([letter]) if row is None else row.append(letter)
    return [row[0].unionall(row[1:]) for row in rows if len(row) >= FEWEST]


def _follows(last: pygame.Rect, letter: pygame.Rect) -> bool:
    low, high = sorted((last.h, letter.h))
    beside = min(last.bottom, letter.bottom) - max(last.top, letter.top) >= 0.5 * low and high <= 2.3 * low
    return beside and last.x + 0.4 * last.w <= letter.x <= last.right + 0.9 * high


def _cut_out(strokes: Image.Image, box: pygame.Rect) -> Image.Image:
    rim = max(4, box.h // 4)
    line = strokes.crop((box.left - rim, box.top - rim, box.right + rim, box.bottom + rim))
    size = [max(8, round(side * READ_AT / box.h)) for side in line.size]
    return ImageOps.expand(line.point(lambda value: 255 - min(255, value * 4)).resize(size), 16, 255)


def words(found: dict[bytes, Image.Image], folder: Path) -> dict[bytes, list[str]]:
    """What tesseract is sure to read in each of these lines, by the same keys."""
    for number, line in enumerate(found.values()):
        line.save(folder / f"{number}.png", compress_level=1)
    (folder / "list.txt").write_text("".join(f"{folder / f'{number}.png'}\n" for number in range(len(found))))
    dark_on_white = ("-c", "tessedit_do_invert=0")  # else what it cannot read is read once more as light on dark
    command = ["tesseract", str(folder / "list.txt"), "stdout", "--psm", "7", *dark_on_white, "tsv"]
    one = os.environ | {"OMP_THREAD_LIMIT": "1"}  # its threads only stand in each other's way here
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300, env=one).stdout
    rows = list(csv.DictReader(StringIO(said), delimiter="\t", quoting=csv.QUOTE_NONE))
    sure = [row for row in rows if row["text"] and _is_sure(row["text"].strip(), float(row["conf"]))]
    keys = list(found)
    read: dict[bytes, list[str]] = {key: [] for key in keys}
    for row in sure:
        read[keys[int(row["page_num"]) - 1]].append(row["text"].strip())
    return read


def _is_sure(text: str, confidence: float) -> bool:
    return bool(WORD.search(text)) and confidence >= SURE_OF_FEW.get(len(text), SURE)
