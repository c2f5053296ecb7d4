"""A little story in words, for somebody who does not see it: what the companion does, beat by beat.

It is told by what can be seen alone, and by the words that the file has for places; a place without one has none here.
"""

from itertools import groupby

from game.core.activity import Step
from game.core.story import NOTHING, Beat
from game.paper import words
from game.system.language import N_, Translate

# Translators: what the companion does; they stand one after the other behind "The companion shows something first: it"
ALWAYS = {
    "carry": N_("carries something"),
    "look": N_("looks around"),
    "pose": N_("stays a little"),
    "send": N_("sends it on its way"),
    "think": N_("thinks of something"),
    "touch": N_("touches something"),
    "walk": N_("goes on a little"),
}
THESE = {
    ("carry", NOTHING): N_("lays it down"),
    ("look", "child"): N_("looks at the child"),
    ("pose", "teetering"): N_("nearly falls"),
    ("pose", "waving"): N_("waves"),
    ("think", "gate"): N_("thinks of the gate"),
}
TO = {"send": N_("sends it to {place}"), "touch": N_("touches {place}"), "walk": N_("goes to {place}")}
FEELS = N_("shows a feeling, {feeling}")


def told_story(step: Step, _: Translate) -> str:
    """The step's story in a sentence; "" where it has none."""
    labels = {spot.name: spot.label for spot in step.spots()}
    beats = [said for beat in step.story if (said := _told(beat, labels, _))]
    once = [said for said, _again in groupby(beats)]
    if not once:
        return ""
    # Translators: {beats} are what it does, one after the other: goes to “Sleep”, lays it down
    return _("The companion shows something first: it {beats}.").format(beats=words.enumeration(once, _))


def _told(beat: Beat, labels: dict[str, str], _: Translate) -> str:
    if beat.do == "feel":
        return _(FEELS).format(feeling=words.quoted(_(beat.what.capitalize()), _))
    if beat.do in TO and beat.what in labels:
        return _(TO[beat.do]).format(place=words.quoted(words.localized(labels[beat.what], _), _))
    said = THESE.get((beat.do, beat.what)) or ALWAYS.get(beat.do, "")
    return _(said) if said else ""
