"""What papers and the desk say of a step of which there is nothing to tell on that day.

This file knows steps as they may be told, and no record.
"""

from game.core.events import StepSummary
from game.mechanics import traits
from game.paper import words
from game.play.blank_card import CARDS
from game.system.language import N_, Translate

NONE_CHOSEN = N_("nothing chosen")


def nothing(told: StepSummary, _: Translate) -> str:
    """What stands where nothing was done, in the words of what could be: "nothing was laid"; or that it lies as it was
    left on a visit before.
    """
    if told.from_before:
        # Translators: of what was not touched on this visit
        return _("left as it was")
    return _("left blank") if told.number >= CARDS else _(traits(told.mechanic).nothing or NONE_CHOSEN)


def nothing_said(told: StepSummary, _: Translate) -> str:
    """The same as a sentence for who sees no heading above it: "Nothing was laid."; else behind the heading."""
    said = nothing(told, _)
    if told.number < CARDS and not told.says and traits(told.mechanic).chooses:
        return _("{sentence}.").format(sentence=said[:1].upper() + said[1:])
    return _("{title}: {how}").format(title=words.heading(told, _), how=said)
