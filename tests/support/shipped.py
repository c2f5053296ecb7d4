"""The activities that come with the program, and none that somebody has laid beside them."""

import shutil
from pathlib import Path

from game.authoring.own_activity import OURS, own_names
from game.authoring.workbook_reader import WORKBOOK
from game.authoring.yaml_edit import without_name
from game.system.paths import ACTIVITIES


def shipped(folder: Path) -> Path:
    """A new folder with ours and the workbook, in which no other one is named."""
    folder.mkdir()
    for name in OURS:
        shutil.copy(ACTIVITIES / f"{name}.yaml", folder)
    trail = (ACTIVITIES / WORKBOOK).read_text("utf-8")
    for name in own_names(ACTIVITIES):
        trail = without_name(trail, name)
    (folder / WORKBOOK).write_text(trail, "utf-8")
    return folder
