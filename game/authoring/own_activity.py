"""Which activities a therapist has written, and how such a one is deleted.

This file knows the folder of activities and the workbook; no visit is changed by it, since journals keep their texts.
"""

from pathlib import Path

from game.authoring.workbook_reader import WORKBOOK
from game.authoring.yaml_edit import rewrite, without_name
from game.authoring.yaml_nodes import in_one_line
from game.system.errors import Trouble, reason
from game.system.language import N_

OURS = frozenset(
    [
        "backpack",
        "bumpy-bit",
        "choose-a-keepsake",
        "coming-here",
        "goodbye-jars",
        "how-we-celebrate",
        "inside-weather",
        "lanterns",
        "leave-one-take-one",
        "my-calm-place",
        "my-traveller",
        "near-and-far",
        "our-last-day",
        "our-road",
        "pick-a-worry-stone",
        "the-bother",
        "try-a-tool",
        "what-changed",
        "what-goes-home",
        "when-we-are-done",
        "who-sees-this",
    ]
)  # they come with the program; whoever does without one says that it is not used


def is_own(name: str) -> bool:
    """True for an activity that does not come with the program."""
    return name not in OURS


def own_names(folder: Path) -> tuple[str, ...]:
    """The names of the therapist's own activities in this folder, whatever stands in their files."""
    found = (in_one_line(path.stem) for path in folder.glob("*.yaml") if path.name != WORKBOOK)
    return tuple(sorted(filter(is_own, found)))


def delete(path: Path) -> None:
    """Delete this activity's file, and its name from the workbook beside it. Raises Trouble."""
    try:
        path.unlink()
    except OSError as error:
        raise Trouble(N_("{file} cannot be deleted: {why}."), file=path.name, why=reason(error)) from error
    rewrite(path.parent / WORKBOOK, lambda text: without_name(text, path.stem))
