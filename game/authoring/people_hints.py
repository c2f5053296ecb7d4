"""What is told where people lie among pictures: who does not swell with a breath, what is nobody in the quiet look, and
who is seen to part.

This file knows activities as they were read and, by name, pictures.
"""

from collections.abc import Iterator, Mapping

from game.art.library import Library
from game.authoring.mistake import one_of
from game.core.activity import ALONE, BESIDE, FOR_PEOPLE, OTHERWISE, PEOPLE, PICTURES, STAND_IN, Activity, Step
from game.core.partings import WAYS
from game.mechanics import traits
from game.system.errors import Sentence
from game.system.language import N_

NO_BREATH = N_(
    "{people} can be chosen in '{name}', and people do not swell with the breath: what else was chosen does, and "
    "'{picture}' where it was people alone. Where each shall have a breath, leave people out there."
)
NO_PERSON = N_(
    "'{name}' is a thing in the quiet look, where people stay people. For somebody, write one of the people in its "
    "place, such as '{person}'."
)
OF_TWO = N_(
    "{names}: the companion and who keeps the door are seen there, who part from each other. For a goodbye to a house, "
    "a place or a thing put pictures of your own into activities/pictures."
)
IN_QUIET = {"friend": "child-curly", "alone": "nobody"}  # somebody, but for the quiet look


def of_people(
    activity: Activity, activities: Mapping[str, Activity], library: Library
) -> Iterator[tuple[Step, Sentence]]:
    """The steps with people of whom something else is seen than is probably meant."""
    for step in activity.steps:
        if said := _of_breath(step, activity, activities, library):
            yield step, said
        lie = _named(step)
        if any(_is_person(name, library) for name in lie):
            for name in (name for name in lie if name in IN_QUIET and not library.is_own(name)):
                yield step, Sentence(NO_PERSON, name=name, person=IN_QUIET[name])
        parting = [name for name in lie if name in WAYS and not library.is_own(name)]
        if parting and {*lie} - {*WAYS, *BESIDE}:  # among ways to part alone it is plain who parts
            yield step, Sentence(OF_TWO, names=one_of(parting, "and"))


def making_step(name: str, activity: Activity, activities: Mapping[str, Activity]) -> Step | None:
    """The step that makes what is called so, here or in another activity."""
    first, *rest = name.split(".")
    return activity.made(first) or (activities[first].made(rest[0]) if rest and first in activities else None)


def _of_breath(step: Step, activity: Activity, activities: Mapping[str, Activity], library: Library) -> Sentence | None:
    """Of a step that takes things alone, the people in what it takes, and what is done with the rest; nothing where its
    file says what stands there for them.
    """
    instead, written = traits(step.mechanic).instead, any(step.written.of_kind(STAND_IN))
    for name in step.references() if instead and not written else ():
        made = making_step(name, activity, activities)
        taken = [one for one in _named(made) if one not in made.written.named(ALONE)] if made else []
        if people := [one for one in taken if _is_person(one, library)]:
            return Sentence(NO_BREATH, people=one_of(people, "and"), name=name, picture=instead)
    return None


def _named(step: Step) -> list[str]:
    """The pictures that the file names for this step."""
    return [one.name for kind in (PICTURES, OTHERWISE) for some in step.written.of_kind(kind) for one in some]


def _is_person(name: str, library: Library) -> bool:
    return library.family(name) == PEOPLE and name not in FOR_PEOPLE
