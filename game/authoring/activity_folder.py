"""What a folder of activities holds, as data. This file knows no YAML and opens no file."""

from pathlib import Path

from msgspec import Struct

from game.authoring.mistake import Mistake
from game.core.activity import Activity, Workbook
from game.core.own_scene import OwnScene


class ActivityFolder(Struct, frozen=True):
    """What a folder holds: `workbook` orders the readable activities, `activities` are all readable ones by name.

    An activity that workbook.yaml does not name is in `activities` and not in `workbook`; nor are those of ours that
    are known in another folder. `paths` are the files that were looked at, in the order of the workbook, and
    workbook.yaml itself before them. `stray` tells of files that lie astray, `taken` of a therapist's own pictures with
    the name of one of ours, which is shown: no mistake, where no activity means them.
    `scenes` are the therapist's own that can be used.
    """

    workbook: Workbook
    activities: dict[str, Activity]
    mistakes: tuple[Mistake, ...]
    paths: tuple[Path, ...]
    stray: tuple[Mistake, ...] = ()
    taken: tuple[Mistake, ...] = ()
    scenes: dict[str, OwnScene] = {}
