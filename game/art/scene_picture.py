"""A therapist's photo, drawing or SVG becomes a scene's picture with its places: safe, calm, as large as ours.

This file knows pixels. Where a picture lies on the screen `core/own_scene.py` says. No pygame.
"""

from base64 import b64encode
from hashlib import blake2b
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageFilter, ImageOps
from PIL.PngImagePlugin import PngInfo

from game.art import sanitize
from game.art.sanitize import PictureRefused
from game.art.sewing import sew
from game.core.own_scene import OwnScene, PictureFrame, frame
from game.core.scene import OVERHANG, SCENE_HEIGHT, SCENE_WIDTH
from game.core.table import Spot
from game.system.errors import Sentence

FORM = b"scene 2"  # of the PNGs in the cache; another one makes them anew
QUICKLY = 1  # a photo comes to no less by more effort, and a child waits for it
NAMED = "scene"  # in the PNG, the scene's name
SpotAreas = tuple[Spot, ...]
Rgb = tuple[int, int, int]
PAPER: Rgb = (253, 246, 232)
CALM = 0.12  # so much paper lies over a scene, that pictures on it are seen
TABLE: Rgb = (190, 164, 140)  # what a picture lies on that stands whole
BEHIND = 0.6  # how much of it is seen over what is behind
SOFT = 36  # how soft that is, in design units
EDGE, SHADOW, DARK = 12, 14, 90  # of a picture that stands whole: its paper edge; its shadow, how soft and how dark
DAY = 150  # of 255: a scene as bright as this, or brighter, has plain daylight
TINT, DIMMEST = 0.35, 0.76  # how much of a scene's colour its light has, and how dark that can be


def safe_scene(own: OwnScene, places: SpotAreas, cache_folder: Path) -> Path:
    """A PNG of this scene, 1600 x 1000, with these of its places sewn on, made once and kept in the cache folder by all
    that is in it.

    Raises PictureRefused where the picture cannot be used, and OSError where the folder cannot be written.
    """
    path = Path(own.picture)
    data = sanitize.read_file(path)
    said = repr((own.name, [spot.whole for spot in places])).encode()
    kept = cache_folder / f"{blake2b(FORM + said + data, digest_size=16).hexdigest()}.png"
    if not kept.exists():
        sanitize.keep(_laid(sanitize.decoded(path, data, SCENE_WIDTH), own, places), kept)
    return kept


def scene_name(png: bytes) -> str:
    """How the scene was called of which this PNG is; "" where nobody knows. Raises OSError."""
    with Image.open(BytesIO(png)) as image:
        return str(image.info.get(NAMED, ""))


def svg(png: bytes) -> str:
    """The picture as the drawing of a scene."""
    data = b64encode(png).decode()
    place = f'width="{SCENE_WIDTH}" height="{SCENE_HEIGHT}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SCENE_WIDTH} {SCENE_HEIGHT}">'
        f'<image {place} preserveAspectRatio="xMidYMid slice" href="data:image/png;base64,{data}"/></svg>'
    )


def light(png: bytes) -> str:
    """The colour of the light there, as #rrggbb; "" for plain daylight. Raises OSError, PictureRefused."""
    try:
        with Image.open(BytesIO(png)) as image:
            mean = image.convert("RGB").resize((1, 1), Image.Resampling.BOX).tobytes()
    except (ValueError, SyntaxError):
        raise PictureRefused(Sentence("The picture of a scene is broken.")) from None
    bright = min(1.0, DIMMEST + (1 - DIMMEST) * sum(mean) / 3 / DAY)
    if bright == 1:
        return ""
    tone = (bright * 255 * (1 - TINT + TINT * part / max(1, *mean)) for part in mean)
    return "#" + "".join(f"{round(part):02x}" for part in tone)


def _laid(image: Image.Image, own: OwnScene, places: SpotAreas) -> bytes:
    picture = Image.new("RGB", image.size, PAPER)
    picture.paste(image, mask=image.getchannel("A") if image.mode == "RGBA" else None)
    where = frame(*picture.size)
    scene = _filling(picture, where) if where.fills else _whole(picture, where)
    for spot in places:
        left, top, width, height = spot.whole
        sew(scene, PAPER, _on_scene(left, top), (round(width), round(height)))
    made, of = BytesIO(), PngInfo()
    of.add_itxt(NAMED, own.name)
    scene.save(made, "PNG", pnginfo=of, compress_level=QUICKLY)
    return made.getvalue()


def _filling(picture: Image.Image, where: PictureFrame) -> Image.Image:
    """Beyond its edges, which wider and higher glass shows, the picture goes on as in a mirror."""
    picture, (left, top) = _fitted(picture, where), _on_scene(where.left, where.top)
    wide, high = picture.size
    scene = Image.new("RGB", (SCENE_WIDTH, SCENE_HEIGHT))
    for column in (-1, 0, 1):
        for row in (-1, 0, 1):
            tile = ImageOps.mirror(picture) if column else picture
            scene.paste(ImageOps.flip(tile) if row else tile, (left + column * wide, top + row * high))
    return _under(PAPER, scene, CALM)


def _whole(picture: Image.Image, where: PictureFrame) -> Image.Image:
    """The picture as a print with a paper edge, on the same picture large and soft."""
    behind = ImageOps.fit(picture, (SCENE_WIDTH, SCENE_HEIGHT)).filter(ImageFilter.GaussianBlur(SOFT))
    scene, print_ = _under(TABLE, behind, BEHIND), _under(PAPER, _fitted(picture, where), CALM)
    left, top = _on_scene(where.left, where.top)
    box = left - EDGE, top - EDGE, left + print_.width + EDGE, top + print_.height + EDGE
    shadow = Image.new("L", scene.size)
    shadow.paste(DARK, (box[0], box[1] + SHADOW // 2, box[2], box[3] + SHADOW))
    scene.paste("#2b2140", mask=shadow.filter(ImageFilter.GaussianBlur(SHADOW)))
    scene.paste(PAPER, box)
    scene.paste(print_, (left, top))
    return scene


def _on_scene(x: float, y: float) -> tuple[int, int]:
    """From design units to pixels of a scene."""
    return round(x) + OVERHANG[0], round(y) + OVERHANG[1]


def _fitted(picture: Image.Image, where: PictureFrame) -> Image.Image:
    return picture.resize((round(where.width), round(where.height)), Image.Resampling.LANCZOS)


def _under(colour: Rgb, picture: Image.Image, much: float) -> Image.Image:
    return Image.blend(picture, Image.new("RGB", picture.size, colour), much)
