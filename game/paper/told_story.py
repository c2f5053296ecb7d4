"""A little story in words, for somebody who does not see it: what the companion does, beat by beat.

It is told by what can be seen alone, and by the words that the file has for places, or we have for those of our scenes;
a place of a therapist's own without a word has none here.
"""

from collections.abc import Collection
from itertools import groupby

from game.core.activity import Step, as_heading
from game.core.story import HOME, NOTHING, Beat
from game.paper import phrases, words
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
# What it has, and places of our scenes that are no spots for the child, by their names there.
THESE = {
    ("carry", NOTHING): N_("lays it down"),
    ("carry", "acorn"): N_("carries an acorn"),
    ("carry", "bag"): N_("carries its bag"),
    ("carry", "burr"): N_("carries a burr"),
    ("carry", "cloud"): N_("carries a little cloud"),
    ("carry", "drawn-acorn"): N_("carries a drawing of an acorn"),
    ("carry", "drawn-leaf"): N_("carries a drawing of a leaf"),
    ("carry", "drawn-scarf"): N_("carries a drawing of a scarf"),
    ("carry", "knot"): N_("carries a tangled scarf"),
    ("carry", "lantern"): N_("carries a lantern"),
    ("carry", "light"): N_("carries a lantern that is lit"),
    ("carry", "paper-hedgehog"): N_("carries a hedgehog of paper"),
    ("carry", "parcel"): N_("carries a parcel"),
    ("carry", "pebble"): N_("carries a pebble"),
    ("carry", "scarf"): N_("carries a scarf"),
    ("look", "behind-somebody-big"): N_("looks at somebody big"),
    ("look", "child"): N_("looks at the child"),
    ("look", "easel"): N_("looks at the easel"),
    ("look", "other-mat"): N_("looks at the other mat"),
    ("pose", "teetering"): N_("nearly falls"),
    ("pose", "waving"): N_("waves"),
    ("send", "in-heart"): N_("sends it into the heart"),
    ("send", "in-mist"): N_("sends it into the mist"),
    ("stay", "there"): N_("stays there"),
    ("think", "at-home"): N_("thinks of home"),
    ("think", "cloud"): N_("thinks of a little cloud"),
    ("think", "feast"): N_("thinks of a celebration"),
    ("think", "far-gate"): N_("thinks of itself at the gate"),
    ("think", "gate"): N_("thinks of the gate"),
    ("think", "goodbye"): N_("thinks of a goodbye"),
    ("think", "moon"): N_("sleeps under the moon"),
    ("think", "only-mine"): N_("thinks of what only the child has"),
    ("think", "other-mat"): N_("thinks of the other mat"),
    ("think", "own-flap"): N_("thinks of a hope"),
    ("touch", "own-flap"): N_("touches the picture of a hope"),
    ("walk", "arch"): N_("goes to an arch in the hedge"),
    ("walk", "bag"): N_("goes to a bag"),
    ("walk", "below-wall"): N_("goes to a wall"),
    ("walk", "bench"): N_("goes to a bench"),
    ("walk", "bumpy-stone"): N_("goes to a stone that is bumpy"),
    ("walk", "cushion"): N_("goes to a cushion"),
    ("walk", "easel"): N_("goes to the easel"),
    ("walk", "east-way"): N_("goes a little way along the third path"),
    ("walk", "easy-stone"): N_("goes to a stone that is easy"),
    ("walk", "family"): N_("goes to those at home"),
    ("walk", "folder"): N_("goes to the folder"),
    ("walk", "globe"): N_("goes to a globe of glass"),
    ("walk", HOME): N_("goes back to its place"),
    ("walk", "hook"): N_("goes to a hook"),
    ("walk", "its-mat"): N_("goes to its mat"),
    ("walk", "keepsake-box"): N_("goes to a box"),
    ("walk", "middle-way"): N_("goes a little way along the second path"),
    ("walk", "next"): N_("goes on to the next one"),
    ("walk", "own-flap"): N_("goes to the picture of a hope"),
    ("walk", "seat"): N_("goes to a seat"),
    ("walk", "sleeve"): N_("goes to the sleeve that only the child opens"),
    ("walk", "tonight"): N_("goes to where today is"),
    ("walk", "west-way"): N_("goes a little way along the first path"),
}
TO = {
    "look": N_("looks at {place}"),
    "send": N_("sends it to {place}"),
    "think": N_("thinks of {place}"),
    "touch": N_("touches {place}"),
    "walk": N_("goes to {place}"),
}
AT_PLACES = ("look", "send", "touch", "walk")
FEELS = N_("shows a feeling, {feeling}")


def told_story(step: Step, own: Collection[str], _: Translate) -> str:
    """The step's story in a sentence; "" where it has none. `own`: the places of its scene where that is the
    therapist's own.
    """
    labels = {spot.name: spot.label for spot in step.spots()}
    beats = [said for beat in step.story if (said := _told(beat, labels, own, _))]
    once = [said for said, _again in groupby(beats)]
    if not once:
        return ""
    # Translators: {beats} are what it does, one after the other: goes to “Sleep”, lays it down
    return _("The companion shows something first: it {beats}.").format(beats=phrases.enumeration(once, _))


def _told(beat: Beat, labels: dict[str, str], own: Collection[str], _: Translate) -> str:
    if beat.do == "feel":
        return _(FEELS).format(feeling=phrases.quoted(_(beat.what.capitalize()), _))
    if beat.do in TO and beat.what in labels:
        return _(TO[beat.do]).format(place=phrases.quoted(as_heading(words.localized(labels[beat.what], _)), _))
    is_own = beat.do in AT_PLACES and beat.what in own
    said = "" if is_own else THESE.get((beat.do, beat.what), "")
    said = said or ALWAYS.get(beat.do, "")
    return _(said) if said else ""
