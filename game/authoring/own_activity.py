"""Which activities a therapist has written, and how such a one is deleted.

This file knows the folder of activities and the workbook; no visit is changed by it, since journals keep their texts.
"""

import re
from pathlib import Path

from game.authoring.workbook_reader import WORKBOOK
from game.authoring.yaml_nodes import in_one_line
from game.system import atomic
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


def delete(path: Path) -> None:
    """Delete this activity's file, and its name from the workbook beside it. Raises Trouble."""
    try:
        path.unlink()
    except OSError as error:
        raise Trouble(N_("{file} cannot be deleted: {why}."), file=path.name, why=reason(error)) from error
    workbook = path.parent / WORKBOOK
    try:
        text = workbook.read_text("utf-8")
        if (without := _without(text, in_one_line(path.stem))) != text:
            atomic.write_text(workbook, without)
    except (OSError, UnicodeDecodeError):
        return  # the file is gone; the workbook's own mistake is told among the activities


def _without(text: str, name: str) -> str:
    """The workbook without this name, on a line of its own or in a row; all else as it was typed.

    >>> _without("a: [one, two, one-two]", "two"), _without("a: [two, one]", "two"), _without("  - two\\n", "two")
    ('a: [one, one-two]', 'a: [one]', '')
    """
    this = rf"{re.escape(name)}(?![\w-])"
    text = re.sub(rf"(?m)^[ \t]*-[ \t]+{this}[ \t]*\n?", "", text)
    text = re.sub(rf",\s*{this}(?=\s*[,\]])", "", text)
    return re.sub(rf"(?<=\[)(\s*){this}\s*(,\s*)?(?=[^,\s]|\])", r"\1", text)
