"""What a child has done, in sentences that anybody may read: for the certificate.

Each says what something was chosen for, and of a therapist's own activity its own words; none says what was felt, and
none what lay there. What the child keeps does not exist here.
"""

from game.core.events import StepSummary
from game.core.take_home import CARD, LETTER, PAGE
from game.mechanics import traits
from game.paper import words
from game.play import consent as t
from game.play.home_record import HomeRecord
from game.system.language import N_, Translate

TOLD = (".", "!", "\u06d4")  # what ends a sentence that tells something; a question is the name of what was asked
OURS = (
    (t.STONE, N_("You chose a stone that is yours.")),
    (t.PLACE, N_("You made a calm place.")),
    (t.BAG, N_("You packed your backpack.")),
    (t.PLAN, N_("You chose what is to help on a bumpy road.")),
    (t.KEEPSAKE, N_("You chose something to remember by.")),
    (t.LEAF, N_("You left a leaf on the tree.")),
    (t.THEN_AND_NOW, N_("You laid what has changed, and what is the same.")),
    (t.JARS, N_("You filled jars for the goodbye.")),
    (t.MY_ANIMAL, N_("You chose who walks with you.")),
)


def what_was_done(home: HomeRecord, most: int, _: Translate) -> list[str]:
    """At the most so many sentences: of our activities first, but always one of the therapist's own, where one was
    done.
    """
    own = _own(home, _)
    ours = [_(said) for made, said in OURS if home.chosen(made)][: most - bool(own)]
    return [*ours, *own[: most - len(ours)]]


def _own(home: HomeRecord, _: Translate) -> list[str]:
    said = (_said(told, home.title(made), _) for made in home.own(CARD, PAGE, LETTER) if (told := home.as_left(made)))
    return list(dict.fromkeys(said))


def _said(told: StepSummary, title: str, _: Translate) -> str:
    """What the file says for the papers, where that is a whole sentence; else what was done for what it calls it."""
    says = words.localized(told.says or title, _)
    if says.endswith(TOLD):
        return says
    if traits(told.mechanic).makes_pictures:
        # Translators: on a certificate, to a child; {what} is the title of a page, or what a grown-up calls it
        return _("You made something for “{what}”.").format(what=says)
    # Translators: on a certificate, to a child; {what} is the title of a page, or what a grown-up calls it
    return _("You chose something for “{what}”.").format(what=says)
