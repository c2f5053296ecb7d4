"""What activities make, as it is written after `from:`: for `main.py pictures`, and to be copied from there.

This file knows activities, and what a visit gives; it opens no file.
"""

from collections.abc import Iterable, Iterator

from game.authoring.values.words import in_rows
from game.core.activity import VISIT, VISIT_PICTURES, Activity


def what_is_made(activities: Iterable[Activity]) -> str:
    """A line for each result, with the places that can be named behind it, and one for what a visit gives."""
    made = [line for activity in activities for line in _of(activity)]
    given = f"of the visit: {', '.join(f'{VISIT}.{name}' for name in VISIT_PICTURES)}"
    return "\n".join(["What can be taken, after 'from:':", *made, given]) + "\n"


def _of(activity: Activity) -> Iterator[str]:
    for step in activity.steps:
        if step.makes_a_name():
            name, places = f"{activity.name}.{step.result}", in_rows(f".{place}" for place in step.places())
            yield f"{name} (what lies at one place: {places})" if places else name
