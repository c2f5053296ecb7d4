"""What is told where a picture has words of the therapist's own, and is another thing in the quiet look.

This file knows activities as they were read and, by name, pictures.
"""

from collections.abc import Iterator

from game.art.library import Library
from game.core.activity import OTHERWISE, PICTURES, Activity, Step
from game.system.errors import Sentence
from game.system.language import N_

OTHER_THING = N_(
    "'{name}' is another thing in the quiet look ({seen}), and your words, '{words}', stand beside that, too. Where "
    "they do not fit, put a picture of your own into activities/pictures: it is the same in both."
)
BREATHES = ("dandelion",)  # as what is seen in its place does: words for the breath fit both


def of_quiet_look(activity: Activity, library: Library) -> Iterator[tuple[Step, Sentence]]:
    """The steps with pictures whose words are not of what is seen in the quiet look; each picture once."""
    told: set[str] = set()
    for step in activity.steps:
        listed = (one for kind in (PICTURES, OTHERWISE) for some in step.written.of_kind(kind) for one in some)
        for one in listed:
            usual, seen = library.label(one.name), library.quiet_label(one.name)
            is_other = usual != seen and one.name not in BREATHES and not library.is_own(one.name)
            if is_other and one.label not in (usual, seen) and one.name not in told:
                told.add(one.name)
                yield step, Sentence(OTHER_THING, name=one.name, seen=Sentence(seen), words=one.label)
