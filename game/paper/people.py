"""Which of the pictures that a child laid on a visit can be somebody: for the therapist, who may type who that is.

Pictures of people and animals, also of several, pictures of the therapist's own and of this child alone, and what the
child has drawn where people lay. The pair and the companion are nobody else: they are the child's own name here. This
file reads nothing into any of them.
"""

from msgspec import Struct

from game.core.activity import is_card
from game.core.events import ActivityPage, StepSummary
from game.core.own_words import words_key
from game.core.picture import pieces
from game.core.puppet import QUIET
from game.core.table import CHOSEN, Offered
from game.paper import words
from game.play.consent import MY_ANIMAL, MY_THING, made_by
from game.play.picture_source import PictureSource
from game.system.language import Translate

PEOPLE = "people"
NO_ONE = ("house", "nobody")  # of that family, what is not somebody
COMPANION = "companion"  # what a visit gives as it (play/visit_pictures.py): the child's own animal
SOMEBODY_TOO = ("friend", "pet")  # of another family
OF_SOMEBODY = (PEOPLE, "animals", "own", "")  # what a therapist or a child alone has is of the latter two


class SomebodyLaid(Struct, frozen=True):
    """A picture that can be somebody: its key (core/own_words.py), what it shows in words, and how it looks."""

    key: str
    label: str
    picture: Offered


def people_laid(page: ActivityPage, pictures: PictureSource, _: Translate) -> tuple[SomebodyLaid, ...]:
    """Those of this activity that still lay there when it was left, each once, in the order in which they were laid."""
    found: dict[str, SomebodyLaid] = {}
    for told in words.told_steps(page):
        if made_by(page.activity, told) not in (MY_ANIMAL, MY_THING):
            for picture in _of_somebody(told, pictures):
                key = words_key(page.activity, picture.id)
                found[key] = SomebodyLaid(key, words.label(picture, told, _), picture)
    return tuple(found.values())


def _of_somebody(told: StepSummary, pictures: PictureSource) -> list[Offered]:
    among_people = any(pictures.family(_shown(o)) == PEOPLE for o in told.offered)
    laid = (o for row in told.rows if row.how == CHOSEN for o in row.pictures)
    return [o for o in laid if (among_people if is_card(o.id) else _is_somebody(o, pictures))]


def _is_somebody(picture: Offered, pictures: PictureSource) -> bool:
    shown = _shown(picture)
    can_be = shown in SOMEBODY_TOO or (shown not in NO_ONE and pictures.family(shown) in OF_SOMEBODY)
    return picture.id != COMPANION and can_be


def _shown(picture: Offered) -> str:
    """The file of the picture, whatever was laid upon it since, and in whichever look it was seen."""
    return next(iter(pieces(picture.art)), picture.id).removesuffix(QUIET)
