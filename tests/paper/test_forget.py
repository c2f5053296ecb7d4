"""The memory that papers take is given back."""

import subprocess
import sys

import pytest

from tests.paths import PROJECT

SIDE, MANY = 2000, 6  # pixels of a picture, and pictures: 16 MB each where it is drawn
PAPERS_WITH_LARGE_PICTURES = f"""
import sys
from io import BytesIO
from pathlib import Path
from PIL import Image
from game.paper import typst_press

def megabytes():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6

def png(number):
    made = BytesIO()
    Image.new("RGBA", ({SIDE}, {SIDE}), (number, 99, 99, 128)).save(made, "PNG")
    return made.getvalue()

typst_press.TEMPLATES = Path(sys.argv[1])
pictures = {{f"{{number}}.png": png(number) for number in range({MANY})}}
sheet = typst_press.Sheet("page", {{"language": "en"}}, pictures, "2026-03-02")
first = typst_press.pngs(sheet, 72)
before = megabytes()
typst_press.forget()
print(round(before - megabytes()), typst_press.pngs(sheet, 72) == first)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells how much memory there is")
def test_what_large_pictures_take_is_given_back_and_the_next_paper_is_the_same(tmp_path):
    (tmp_path / "page.typ").write_text("".join(f'#image("{number}.png", width: 2cm)\n' for number in range(MANY)))
    command = [sys.executable, "-c", PAPERS_WITH_LARGE_PICTURES, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=PROJECT, check=True)
    less, same = done.stdout.split()
    assert int(less) > MANY * SIDE * SIDE * 4 / 2e6 and same == "True"


def test_where_no_paper_was_made_nothing_is_loaded_for_it():
    look = "import sys; from game.paper import typst_press; typst_press.forget(); print('typst' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, cwd=PROJECT, check=True)
    assert done.stdout == "False\n"
