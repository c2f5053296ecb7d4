"""What a child has done, in sentences that anybody may read: for the certificate.

Each says what something was chosen for, by the title of a therapist's own activity, or is a whole sentence of its
file; none says what was felt, what lay there, or in other words what was asked. What the child keeps does not exist
here; what is sensitive (`unlock: each visit`) is on its own page alone, since a certificate hangs on a wall.
"""

import re
from itertools import groupby

from msgspec import Struct

from game.core.take_home import CARD, LETTER, ON_PAGE
from game.mechanics import traits
from game.paper import phrases, words
from game.play import consent as t
from game.play.consent import Made
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


WORD = re.compile(r"\w+")
I_WORDS = {  # in the languages of our papers
    *("i", "my", "me", "we", "our", "us"),
    *("ich", "mein", "meine", "meinen", "mir", "mich", "wir", "uns", "unser", "unsere"),
    *("yo", "mi", "mis", "nos", "nosotros", "nosotras", "nuestro", "nuestra"),
    *("\u0623\u0646\u0627", "\u0646\u062d\u0646"),
}
WHOLE = "{what}"
# Translators: on a certificate, to a child; {what} is the title of a page, or of several
MADE = N_("You made something for {what}.")
# Translators: on a certificate, to a child; {what} is the title of a page, or of several
CHOSE = N_("You chose something for {what}.")


class Deed(Struct, frozen=True):
    """One thing that was done: the sentence that it stands in, and what its file calls it."""

    sentence: str
    what: str


def what_was_done(home: HomeRecord, most: int, _: Translate) -> list[str]:
    """At the most so many sentences: of our activities first, but always one of the therapist's own, where one was
    done.
    """
    own = _own(home)
    ours = [_(said) for made, said in OURS if home.may_be_named(made)][: most - bool(own)]
    return [*ours, *_told(own[: most - len(ours)], _)]


def _own(home: HomeRecord) -> list[Deed]:
    """Whole sentences first; each other activity by its title once, and by what says more than that it chose."""
    made = [one for one in home.own(*ON_PAGE, CARD, LETTER) if home.may_be_named(one)]
    called = (*home.sentences, *((one.activity, home.called(one)) for one in made))
    said = [(activity, sentence) for activity, sentence in called if sentence.endswith(TOLD)]
    telling = {activity for activity, _ in said}
    titled = [_titled(one, home) for one in made if one.activity not in telling]
    whole = [Deed(WHOLE, sentence) for _, sentence in said]
    once: dict[str, Deed] = {}
    for done in (*whole, *sorted(titled, key=lambda done: done.sentence == CHOSE)):
        once.setdefault(done.what, done)
    first = (WHOLE, MADE, *(done.sentence for done in once.values() if done.sentence != CHOSE), CHOSE)
    return sorted(once.values(), key=lambda done: first.index(done.sentence))


def _titled(made: Made, home: HomeRecord) -> Deed:
    told = home.as_left(made)
    its = traits(told.mechanic if told else "")
    return Deed(its.deed or (MADE if its.makes_pictures else CHOSE), home.title(made))


def _told(done: list[Deed], _: Translate) -> list[str]:
    """What was done for several things in one sentence."""
    found = []
    for sentence, some in groupby(done, key=lambda one: one.sentence):
        said = [words.localized(one.what, _) for one in some]
        together = [_(sentence).format(what=phrases.all_of([phrases.quoted(one, _) for one in said], _))]
        found += [_in_whose_voice(one, _) for one in said] if sentence == WHOLE else together
    return found


def _in_whose_voice(said: str, _: Translate) -> str:
    """A sentence that says I is the child's own, beside ours, which say You: it stands in quotation marks."""
    return phrases.quoted(said, _) if I_WORDS & set(WORD.findall(said.casefold())) else said
