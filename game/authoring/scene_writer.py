"""Places that are drawn become lines of a scene's YAML; whatever else stands there stays as it was typed.

Pure: text in, text out. What the text then says, `own_scenes.py` reads.
"""

import re

from game.core.own_scene import Share

BEGIN = "# yaml-language-server: $schema=../.schema/scene.json\nplaces:\n"
PLACE = re.compile(r"^(?P<before>\s*-\s+)place:\s*['\"]?(?P<name>[^\s'\"#]+)")
AT = re.compile(r"^(?P<before>\s*(?:-\s+)?at:\s*)[^#]*?(?P<after>\s*(?:#.*)?)$")


def with_place(text: str, name: str, share: Share) -> str:
    """The text with one more place, after those that are there."""
    lines = (text if re.search(r"(?m)^places:", text) else text + BEGIN).splitlines()
    begins = next(number for number, line in enumerate(lines) if line.startswith("places:"))
    end = _end(lines, begins + 1)
    before = next((found["before"] for line in lines if (found := PLACE.match(line))), "  - ")
    new = [f"{before}place: {name}", f"{' ' * len(before)}at: {_numbers(share)}"]
    return "\n".join((*lines[:end], *new, *lines[end:])) + "\n"


def moved(text: str, name: str, share: Share) -> str:
    """The text with this place elsewhere; as it was where there is no such place."""
    lines = text.splitlines()
    for number in range(*_lines_of(lines, name)):
        if found := AT.match(lines[number]):
            lines[number] = f"{found['before']}{_numbers(share)}{found['after']}"
    return "\n".join(lines) + "\n"


def without(text: str, name: str) -> str:
    """The text without this place."""
    lines = text.splitlines()
    first, end = _lines_of(lines, name)
    return "\n".join((*lines[:first], *lines[end:])) + "\n"


def is_bare(text: str) -> bool:
    """True where no place stands there yet."""
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")] == ["places:"]


def free_name(names: tuple[str, ...]) -> str:
    """What a new place is called until somebody writes a better word.

    >>> free_name(("swing", "place-1"))
    'place-2'
    """
    return next(name for number in range(1, len(names) + 2) if (name := f"place-{number}") not in names)


def _lines_of(lines: list[str], name: str) -> tuple[int, int]:
    """The first line of a place, and the one after its last; (0, 0) where there is none."""
    begun = [(number, found["name"]) for number, line in enumerate(lines) if (found := PLACE.match(line))]
    first = next((number for number, its in begun if its == name), None)
    if first is None:
        return 0, 0
    later = (number for number, _ in begun if number > first)
    return first, next(later, _end(lines, first + 1))


def _end(lines: list[str], first: int) -> int:
    """Where the list ends: at the next key of the file, before the empty lines and the remarks above it."""
    end = next((n for n in range(first, len(lines)) if re.match(r"[^\s#-]", lines[n])), len(lines))
    while end > first and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    return end


def _numbers(share: Share) -> str:
    return " ".join(f"{number:g}" for number in share)
