"""Pictures that are not there: those of one file are told together, with what was probably meant by each.

This file knows which names pictures have, and how near two names are.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby

from msgspec import Struct

from game.authoring.mistake import MEANS_ONE, enumerated, folded, near_in_letters, one_of, shortened, suggestions
from game.authoring.typed_signs import label_of
from game.authoring.values.context import Context
from game.authoring.values.often_meant import MEANT, OF_PEOPLE
from game.authoring.yaml_nodes import ScalarNode
from game.core.activity import FOR_PEOPLE, PEOPLE
from game.system.errors import UNSAID, Sentence
from game.system.language import N_

SHORT = 4  # letters of a word that is soon near to another one
OURS = "activities/pictures"
NO_PICTURE = N_("There is no picture called '{name}'.")
NO_PICTURES = N_("There are no pictures called {names}.")
PUT_ONE = N_("Put a picture of this name into {folder}, or see all: python main.py pictures.")
ELSE_PUT_ONE = N_("If not, put a picture of this name into {folder}, or see all: python main.py pictures.")
PUT_THESE = N_("Put pictures of these names into {folder}, or see all: python main.py pictures.")
ELSE_PUT_THESE = N_(
    "For what is none of these, put a picture of its name into {folder}, or see all: python main.py pictures."
)
AT_ONCE = 20  # names in one sentence
INSTEAD_OF = N_("'{name}' for '{written}'")
ARE_PEOPLE = N_("People are {names}.")


class MissingPicture(Struct, frozen=True):
    """A name that no picture has, where it stands, and the names that it may mean; `labels` is what to say where it may
    be the label of the name before it.
    """

    place: ScalarNode
    meant: tuple[str, ...]
    labels: Sentence = UNSAID


def look_up(place: ScalarNode, others: tuple[str, ...], before: str, context: Context) -> MissingPicture:
    """What may be meant by this name, which no picture has and which stands among these pictures, behind `before`."""
    name = folded(place.text).removeprefix("my-")
    often = MEANT.get(name, ()) or tuple(filter(context.library.on_offer, [name.removesuffix("s")]))
    near = _near(place.text, others, context)
    meant = tuple(dict.fromkeys((*often, *filter(None, [near]))))
    return MissingPicture(place, meant, UNSAID if meant else label_of(before, place.text, context.library.on_offer))


def tell_missing(context: Context) -> None:
    """Notes all pictures of this file that are not there, at the first of each line; what to do is said once. May raise
    TooManyMistakes.
    """
    by_name: dict[str, MissingPicture] = {}
    for one in sorted(context.missing, key=lambda one: (one.place.line, one.place.column)):
        if context.source.tells(one.place):
            by_name.setdefault(one.place.text, one)
    lines = [tuple(some) for _, some in groupby(by_name.values(), key=lambda one: one.place.line)]
    for number, some in enumerate(part for line in lines for part in _in_parts(line)):
        said = _of_one(some[0], context) if len(some) == 1 else _of_several(some, context)
        context.source.wrong(some[0].place, said if number else said.then(_what_to_do(by_name.values(), context)))


def _in_parts(missing: tuple[MissingPicture, ...]) -> Iterator[tuple[MissingPicture, ...]]:
    """As many as one sentence names."""
    return (missing[i : i + AT_ONCE] for i in range(0, len(missing), AT_ONCE))


def _what_to_do(missing: Collection[MissingPicture], context: Context) -> Sentence:
    """Where such pictures are to be put, or seen."""
    meant = any(one.meant or one.labels for one in missing)
    if len(missing) == 1:
        return Sentence(ELSE_PUT_ONE if meant else PUT_ONE, folder=folder_of(context))
    return Sentence(ELSE_PUT_THESE if meant else PUT_THESE, folder=folder_of(context))


def folder_of(context: Context) -> str:
    """The folder for a therapist's own pictures, as it is called to them."""
    own = context.library.own
    return f"{own.resolve().parent.name}/{own.name}" if own else OURS


def _of_one(one: MissingPicture, context: Context) -> Sentence:
    said = Sentence(NO_PICTURE, name=shortened(one.place.text))
    return said.then(suggestions(one.meant) or one.labels, _people((one,), context))


def _of_several(missing: tuple[MissingPicture, ...], context: Context) -> Sentence:
    said = Sentence(NO_PICTURES, names=one_of((shortened(one.place.text) for one in missing), "and"))
    pairs = [Sentence(INSTEAD_OF, name=one.meant[0], written=shortened(one.place.text)) for one in missing if one.meant]
    meant = Sentence(MEANS_ONE, names=enumerated(pairs, "and")) if pairs else UNSAID
    meant = meant.then(next((one.labels for one in missing if one.labels), UNSAID))
    return said.then(meant, _people(missing, context))


def _people(missing: Iterable[MissingPicture], context: Context) -> Sentence:
    """All people there are, where somebody is looked for who is not among them."""
    looked_for = {folded(one.place.text).removeprefix("my-") for one in missing}
    if not looked_for & OF_PEOPLE:
        return UNSAID
    people = (name for name in context.library.families()[0][PEOPLE] if name not in FOR_PEOPLE)
    return Sentence(ARE_PEOPLE, names=one_of(people, "and"))


def _near(name: str, others: tuple[str, ...], context: Context) -> str:
    """The name that is this one but for a slip, and of the family of another one; "" where there is none."""
    library = context.library
    families = {library.family(other) for other in others}
    there = library.families()[0]
    kin = {n for family in families for n in there.get(family, ())}.difference(others)
    return near_in_letters(name, (n for n in library.names() if n in kin or _slipped(name, n, not families)))


def _slipped(name: str, other: str, alone: bool) -> bool:
    """True where it can be that other one without its family.

    Beside names of another family, a longer name with no letter replaced; `alone`, a name with the same first letter.
    """
    if alone:
        return any(word.startswith(folded(name)[:1]) for word in folded(other).split("-"))
    one, it = Counter(folded(name)), Counter(folded(other))
    return len(name) > SHORT and (one <= it or it <= one)
