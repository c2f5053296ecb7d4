"""How each kind of thing that a step may hold is read; `core/activity.py` names the kinds.

One function per kind: `kind(key, node, context)` gives what was written, or None; every mistake is noted on
`context.source`. These files know names of pictures, spots and earlier steps; no mechanic by name, no YAML.
"""

from game.authoring.values.named_there import alone, any_number, stays_here
from game.authoring.values.names import earlier_name, new_name, reference, signs
from game.authoring.values.pictures import otherwise, picture, pictures, spots
from game.authoring.values.words import again, as_written, at_most, breaths, how_many, words, yes

READERS = {
    "new name": new_name,
    "earlier name": earlier_name,
    "reference": reference,
    "signs": signs,
    "picture": picture,
    "stand-in": picture,
    "pictures": pictures,
    "otherwise": otherwise,
    "spots": spots,
    "stays here": stays_here,
    "alone": alone,
    "any number": any_number,
    "yes": yes,
    "again": again,
    "how many": how_many,
    "at most": at_most,
    "breaths": breaths,
    "as written": as_written,
    "words": words,
}
