"""What every Kind is read with: the page, what can be named at this place, and the commonest mistakes.

This file knows no single Kind.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping

from msgspec import Struct

from game.art.library import Library
from game.authoring.mistake import LONGEST, Source, did_you_mean, escaped, one_of, shortened
from game.authoring.typed_signs import COMMAS, in_a_name
from game.authoring.yaml_errors import SPACE
from game.authoring.yaml_nodes import Node, ScalarNode, SequenceNode, kind_of
from game.core.activity import Activity, Step
from game.system.errors import UNSAID, Sentence
from game.system.language import N_

Pairs = list[tuple[ScalarNode, str]]
Broken = Callable[[str], Sentence | None]
HIDDEN = N_("There is a hidden character after '{key}'. Write the words anew, without backslashes.")
NO_LABEL = N_("Nothing stands after '{name}'. Where it has no words of yours, write '{name}' alone, without a colon.")
TWICE = {
    "picture": N_("The picture '{name}' is here twice; it stands already in line {line}."),
    "choice": N_("'{name}' is here twice; it stands already in line {line}."),
    "spot": N_("The spot '{name}' is here twice; it stands already in line {line}."),
}


def none_broken(name: str) -> Sentence | None:
    """Why the picture of this name cannot be used: no picture is opened, so nothing is known."""
    return None


class Context(Struct, frozen=True):
    """A place in the activity called `activity`.

    `made` are the names that earlier steps make, `to_come` those of later ones. `earlier` are the activities
    before this one, None for one that cannot be read; `others` are those that do not come before it, `unlisted` those
    of them that workbook.yaml does not name.
    `own` are those of the earlier steps that can be read. `offered` are the pictures that the step offers, and `least`
    says how many stand in a list of it.
    `broken` gives the sentence why a picture cannot be used, nothing where it can. `missing` are the pictures of the
    file that were found not to be there; all contexts of one file share the list.
    """

    source: Source
    library: Library
    activity: str
    scene: str = ""
    made: tuple[str, ...] = ()
    to_come: tuple[str, ...] = ()
    earlier: Mapping[str, Activity | None] = {}
    others: Collection[str] = ()
    unlisted: Collection[str] = ()
    own: tuple[Step, ...] = ()
    offered: frozenset[str] = frozenset()
    least: int = 1
    broken: Broken = none_broken
    missing: list = []

    @property
    def is_own_scene(self) -> bool:
        """True where the scene is a therapist's own: nothing that comes with the program names its places."""
        return self.scene in self.library.own_scenes or self.library.is_half_read(self.scene)


def scalar(key: str, node: Node, context: Context) -> ScalarNode | None:
    """The node, where words stand there; None and a mistake where there are none."""
    if not isinstance(node, ScalarNode):
        context.source.wrong(node, Sentence("'{key}' needs words, not {what}.", key=key, what=kind_of(node)))
    elif not node.text:
        context.source.wrong(node, Sentence("Nothing stands after '{key}'.", key=key))
    elif escaped(node.text) != node.text:
        context.source.wrong(node, Sentence(HIDDEN, key=key))
    else:
        return node
    return None


def word(key: str, node: Node, context: Context) -> str:
    """The words that stand there, "" (and a mistake) where there are none."""
    found = scalar(key, node, context)
    return found.text if found else ""


def unknown(
    place: ScalarNode,
    sentence: Sentence,
    names: Iterable[str],
    context: Context,
    otherwise: Sentence = UNSAID,
    both: bool = False,
) -> None:
    """Notes the sentence, with a sign in the name that is not what it seems, or the name that was probably meant; else,
    or besides where `both`, with what is said `otherwise`.
    """
    meant = in_a_name(place.text) or did_you_mean(place.text, names)
    context.source.wrong(place, sentence.then(meant, otherwise if both or not meant else UNSAID))


def labelled(
    key: str, node: Node, context: Context, there: tuple[str, ...] = (), all_of_them: Sentence = UNSAID
) -> Pairs | None:
    """A list of names, each with its label or ""; None (and a mistake) where it is no list. `there` are the names that
    can stand in it, where these can be told; `all_of_them` tells them where they are too many to be written as one.
    """
    if isinstance(node, ScalarNode):
        said = Sentence("Nothing stands after '{key}'.", key=key)
        if node.text:
            said = Sentence("'{key}' needs a list, not {what}.", key=key, what=kind_of(node))
        names = _as_a_list(node.text, context.least, there)
        write = Sentence("Write {names}, or one on each line after '- '.", names=names)
        context.source.wrong(node, said.then(write, all_of_them if isinstance(names, Sentence) and there else UNSAID))
        return None
    parts = node.items if isinstance(node, SequenceNode) else (node,)
    return [pair for part in parts for pair in _pairs(key, part, context)]


def _as_a_list(words: str, least: int, there: tuple[str, ...]) -> str | Sentence:
    """How names that are parted by commas are written as a list; where they are none of those that are `there`, these;
    an example where there are fewer than `least`.
    """
    names = [name.strip(" ()'\"") for name in re.split(f"[,;{COMMAS}]", words)]
    if there and not {*names}.intersection(there):
        names, words = [*there], ", ".join(there)
    good = len(names) >= least and all(re.fullmatch(r"[\w-]+", name) for name in names)
    return f"[{', '.join(names)}]" if good and len(words) <= LONGEST else Sentence("[one, another]")


def _pairs(key: str, part: Node, context: Context) -> Pairs:
    if isinstance(part, ScalarNode):
        if not part.text:
            context.source.wrong(part, Sentence("A name is missing in '{key}'.", key=key))
        return [(part, "")] if part.text else []
    if isinstance(part, SequenceNode):
        context.source.wrong(part, Sentence("'{key}' is one list; a list inside it has no meaning.", key=key))
        return []
    if not part.pairs:
        context.source.wrong(part, Sentence("A name is missing in '{key}'.", key=key))
    return [(name, _label(name.text, label, context)) for name, label in part.pairs if label is not None]


def _label(name: str, node: Node, context: Context) -> str:
    if isinstance(node, ScalarNode) and not node.text:
        context.source.wrong(node, Sentence(NO_LABEL, name=shortened(name)))
        return ""
    return word(name, node, context)


def none_twice(pairs: Pairs, what: str, context: Context) -> None:
    """Notes each name that stands there already."""
    first: dict[str, ScalarNode] = {}
    for name, _ in pairs:
        before = first.setdefault(name.text, name)
        if before is not name:
            said = Sentence(TWICE[what], name=shortened(name.text), line=before.line)
            context.source.wrong(name, said)


def forgotten_space(text: str) -> Sentence:
    """What to say of a name that has swallowed its label, or a key its words."""
    return Sentence(SPACE) if ":" in text else UNSAID


def there_are(names: Iterable[str]) -> Sentence:
    """The names to choose from, "" where there are none or too many to be read."""
    names = tuple(names)
    if not names or len(names) > 12:
        return UNSAID
    if len(names) == 1:
        return Sentence("There is {name}.", name=one_of(names))
    return Sentence("There are {names}.", names=one_of(names, "and"))
