"""Makes the program's icon from our own hedgehog: `python assets/install/make.py` writes it beside this file.

`icon-256.png` is for the desktop and the menu, `icon-64.png` for the window.
"""

import io
from pathlib import Path

import resvg_py
from PIL import Image

HERE = Path(__file__).parent
ANIMAL = HERE.parent / "pictures" / "animals" / "hedgehog.svg"
TILE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 256 256">
<defs>
<linearGradient id="sky" x1="0" y1="0" x2="0" y2="1">
<stop offset="0" stop-color="#f9d9b4"/><stop offset="1" stop-color="#fff3d6"/></linearGradient>
<clipPath id="tile"><rect x="8" y="8" width="240" height="240" rx="54"/></clipPath>
</defs>
<g clip-path="url(#tile)">
<rect width="256" height="256" fill="url(#sky)"/>
<circle cx="128" cy="132" r="98" fill="#fffbe9" opacity=".75"/>
<path d="M0 196C60 178 190 178 256 196V256H0Z" fill="#74a889"/>
<path d="M0 216C80 202 180 202 256 216V256H0Z" fill="#3f7f72"/>
<svg x="18" y="14" width="220" height="220" viewBox="0 0 400 400" overflow="visible">{animal}</svg>
</g>
</svg>"""


def icon(size: int) -> Image.Image:
    """The icon, so many pixels wide; painted four times as large first, so that its edges are soft."""
    animal = ANIMAL.read_text("utf-8")
    inside = animal[animal.index(">", animal.index("<svg")) + 1 : animal.rindex("</svg>")]
    svg = TILE.format(animal=inside)
    png = resvg_py.svg_to_bytes(svg_string=svg, width=4 * size, height=4 * size, skip_system_fonts=True)
    return Image.open(io.BytesIO(bytes(png))).convert("RGBA").resize((size, size), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    for size in (256, 64):
        icon(size).save(HERE / f"icon-{size}.png", optimize=True)
