"""A therapist's own scenes for tests: a photo of two colours, and the file with its places."""

from io import StringIO
from pathlib import Path

from PIL import Image

from game.authoring.check import check

GARDEN = """\
places:
  - place: swing
    at: 10 20 25 30
    label: On the swing
    things: stand
  - place: pond
    at: 60, 30, 30, 30
    things: float
    sign: star
"""
DAY = """\
title: In the garden
purpose: Where is what?
cover: kite
scene: garden
steps:
  - place: where
    pictures: [star, pet]
    onto: [swing, pond: In the water]
    story:
      - walk: swing
      - look: pond
"""
SKY, GRASS = (120, 190, 240), (80, 160, 70)


def paint_scene(path: Path, size: tuple[int, int] = (64, 40)) -> None:
    """A photo with sky above and grass below."""
    path.parent.mkdir(parents=True, exist_ok=True)
    picture = Image.new("RGB", size, SKY)
    picture.paste(GRASS, (0, size[1] // 2, *size))
    picture.save(path)


def make_scene(folder: Path, name: str = "garden", text: str = GARDEN) -> None:
    """A scene of this name among the activities of the folder."""
    paint_scene(folder / "scenes" / f"{name}.png")
    (folder / "scenes" / f"{name}.yaml").write_text(text, "utf-8")


def day_in_the_garden(folder: Path) -> Path:
    """The folder with a good scene, and an activity in it."""
    make_scene(folder)
    (folder / "garden-day.yaml").write_text(DAY)
    return folder


def said_by_check(*paths: Path) -> str:
    """All that is told of these files or folders."""
    out = StringIO()
    check(paths, out)
    return out.getvalue()
