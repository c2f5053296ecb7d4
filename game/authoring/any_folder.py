"""A folder of activities wherever it lies: in a therapist's own folder, what ours make is known as in the program's.

So what takes something from ours can be written, checked and looked at there; on the trail are those in the program's
folder alone.
"""

from collections.abc import Collection
from pathlib import Path

from game.art.library import Library
from game.art.own_scenes import SCENES
from game.art.picture_files import OWN_PICTURES
from game.authoring.activity_folder import ActivityFolder
from game.authoring.own_activity import is_own
from game.authoring.values.context import Broken, none_broken
from game.authoring.workbook_reader import read_workbook
from game.core.activity import Activity
from game.system.paths import ACTIVITIES


def read_folder(
    folder: Path, library: Library, broken: Broken = none_broken, only: Collection[Path] | None = None
) -> ActivityFolder:
    """As read_workbook; its `activities` begin with ours, but for those of which the folder has one of its own."""
    return read_workbook(folder, library, broken, only, _ours_beside(folder))


def read_for(file: Path, library: Library) -> ActivityFolder:
    """The workbook of this activity's folder; of no other file but the scenes' is anything told. Never raises."""
    return read_folder(file.parent, library, library.broken, {file, *(file.parent / SCENES).glob("*.yaml")})


def _ours_beside(folder: Path) -> dict[str, Activity]:
    """Our activities in their order; none for the folder in which they lie."""
    if folder.resolve() == ACTIVITIES.resolve():
        return {}
    ours = read_workbook(ACTIVITIES, Library(ACTIVITIES / OWN_PICTURES))
    order = dict.fromkeys((*ours.workbook.order(), *ours.activities))
    return {name: ours.activities[name] for name in order if not is_own(name)}
