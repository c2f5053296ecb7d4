"""Reading the plain kinds of value: words, a scene, a number. Knows scenes by name and nothing of pictures."""

import re
from collections.abc import Iterable

from game.art.library import Library
from game.art.own_scenes import SCENES
from game.authoring.mistake import closest_match, folded, near_in_letters, one_of, shortened, suggestion, suggestions
from game.authoring.typed_signs import in_a_name, quote_in
from game.authoring.values.context import Context, scalar, unknown, word
from game.authoring.yaml_nodes import Node, ScalarNode, SequenceNode
from game.core.activity import ANY, EACH, ONCE_EACH
from game.core.take_home import CARD, CHOICES, OF_ANY, OF_OWN_PLACE, PAGE, PAGE_AND_CARD
from game.system.errors import UNSAID, Sentence
from game.system.language import N_
from game.system.paths import ACTIVITIES

ELSE_LAY_ONE = N_(
    "If not, lay a picture of your own into the folder {folder}, or see all with their spots: python main.py pictures."
)
LAY_ONE = N_(
    "Lay a picture of your own into the folder {folder}, or see all with their spots: python main.py pictures."
)
TORN = N_("Your scene '{name}' has a mistake of its own: see {file}.")
TORN_OFTEN = N_("Your scene '{name}' has {number} mistakes of its own: see {file}.")
ALL_SCENES = N_(
    "There are, with their spots: {scenes}; and without: {bare}. Or lay a picture of your own into the folder {folder}."
)
NO_WAY_HOME = N_("'{key}' can be {any}, or one of our own papers: {own}. '{value}' is none of them.")
GOES_HOME = ("yes", "true", "home")  # what is written for a page
A_PAGE = N_("Leave the key out: then it is a page. In an activity with 'unlock' or 'on papers' write 'page'.")
# What one word says, and the key left out: what can be said, and what is so else.
ANEW = "anew", N_("Leave the key out where the activity stays as it was left.")
EACH_VISIT = "each visit", N_("Leave the key out where it is always on the trail.")
NOTHING, SUMMARY = "nothing", "summary"
ON_PAPERS = N_(
    "'{key}' can be 'nothing', or 'summary', where the summary alone tells of it, and papers that go home only what "
    "'take home' says. Leave the key out where papers tell of it."
)
YES = "yes", N_("Leave the key out where it is not so.")
AS_WRITTEN = "as written", N_("Leave the key out where each child has an order of its own.")


def words(key: str, node: Node, context: Context) -> str:
    """Any words, in one line."""
    return word(key, node, context)


def scene(key: str, node: Node, context: Context) -> str:
    """The name of a scene.

    The answer is "" where there is no such scene, and no place of it is known.
    """
    found, library = scalar(key, node, context), context.library
    if found is None or found.text in library.scenes():
        return found.text if found else ""
    if torn := library.torn_scenes.get(found.text):
        file, said = f"{folder_of_scenes(library)}/{torn.file.name}", TORN if torn.many == 1 else TORN_OFTEN
        context.source.wrong(found, Sentence(said, name=found.text, number=torn.many, file=file))
        return found.text if torn.places else ""
    if library.scene_path(found.text):
        said = Sentence("The scene '{name}' is the program's own.", name=found.text)
        context.source.wrong(found, said.then(scenes_there(context)))
    else:
        said = Sentence("There is no scene called '{name}'.", name=shortened(found.text))
        near = "" if in_a_name(found.text) else near_in_letters(found.text, library.scenes())
        if near:
            context.source.wrong(
                found, said.then(suggestion(near), Sentence(ELSE_LAY_ONE, folder=folder_of_scenes(library)))
            )
        else:
            unknown(found, said, (), context, scenes_there(context))
    return ""


def torn_scene(said: Sentence) -> str:
    """The own scene whose file has the mistakes that this sentence points to; "" for any other sentence."""
    return str(said.values["name"]) if said.text in (TORN, TORN_OFTEN) else ""


def scenes_there(context: Context) -> Sentence:
    """All scenes with their places, once in a file, for who has named one that is not there."""
    library = context.library
    if not context.source.is_first(ALL_SCENES):
        return Sentence(LAY_ONE, folder=folder_of_scenes(library))
    bare = [name for name in library.scenes() if not library.spots(name)]
    return Sentence(ALL_SCENES, scenes=with_spots(library), bare=", ".join(bare), folder=folder_of_scenes(library))


def folder_of_scenes(library: Library) -> str:
    """The folder for a therapist's own scenes, as it is called to them."""
    return f"{library.own.resolve().parent.name if library.own else ACTIVITIES.name}/{SCENES}"


def with_spots(library: Library) -> str:
    """The scenes that have spots, each with theirs."""
    each = {name: in_short(library, name) for name in library.scenes()}
    return ", ".join(f"{name} ({spots})" for name, spots in each.items() if spots)


def in_short(library: Library, scene: str) -> str:
    """The spots of a scene: "light-1 to light-7, door"."""
    return in_rows(spot.name for spot in library.spots(scene))


def in_rows(names: Iterable[str]) -> str:
    """The names, of those that are numbered the first and the last: "light-1 to light-7, door"."""
    rows: dict[str, list[str]] = {}
    for name in names:
        rows.setdefault(name.rstrip("0123456789"), []).append(name)
    return ", ".join(f"{row[0]} to {row[-1]}" if len(row) > 2 else ", ".join(row) for row in rows.values())


def each_visit(key: str, node: Node, context: Context) -> bool:
    """Whether the activity begins anew on each visit: `anew` is the one word for it."""
    return _only(*ANEW, key, node, context)


def unlock(key: str, node: Node, context: Context) -> bool:
    """Whether the activity is opened for each visit by the grown-up: `each visit` is the one way to say it."""
    return _only(*EACH_VISIT, key, node, context)


def on_papers(key: str, node: Node, context: Context) -> str:
    """Which papers tell of the activity: `nothing`, or `summary`; or the key is left out."""
    written = node.text if isinstance(node, ScalarNode) else ""
    if written not in (NOTHING, SUMMARY):
        context.source.wrong(node, quote_in(written) or Sentence(ON_PAPERS, key=key))
    return written


def yes(key: str, node: Node, context: Context) -> bool:
    """`yes`, or the key is left out."""
    return _only(*YES, key, node, context)


def again(key: str, node: Node, context: Context) -> bool | str:
    """`yes`, or `once each`; or the key is left out."""
    written = node.text if isinstance(node, ScalarNode) else ""
    if " ".join(written.split()) == ONCE_EACH:
        return ONCE_EACH
    if written != YES[0]:
        said = Sentence("'{key}' can be 'yes', or 'once each', where each lies at a spot once at most.", key=key)
        context.source.wrong(node, said.then(quote_in(written) or Sentence(YES[1])))
    return True


def _only(text: str, otherwise: str, key: str, node: Node, context: Context) -> bool:
    """Notes anything but this text; `otherwise` is the sentence about what is so without the key."""
    written = node.text if isinstance(node, ScalarNode) else ""
    if written != text:
        said = Sentence("'{key}' can only be '{value}'.", key=key, value=text)
        context.source.wrong(node, said.then(quote_in(written) or Sentence(otherwise)))
    return True


def take_home(key: str, node: Node, context: Context) -> str:
    """What becomes of it at home: `page`, `card`, `letter`, `agreed`, `no`, or its own place on our papers."""
    parts = node.items if isinstance(node, SequenceNode) else ()
    listed = [part.text for part in parts if isinstance(part, ScalarNode)]
    text = ", ".join(listed) if listed and len(listed) == len(parts) else word(key, node, context)
    if text and text not in CHOICES:
        ways = {"any": one_of(OF_ANY), "own": one_of(OF_OWN_PLACE)}
        said = Sentence(NO_WAY_HOME, key=key, value=shortened(text), **ways)
        if folded(text) in GOES_HOME:
            context.source.wrong(node, said.then(Sentence(A_PAGE)))
            return text
        near = [word for word in re.findall("[a-z]+", folded(text)) if word in (*OF_ANY, *OF_OWN_PLACE)]
        near = [PAGE_AND_CARD] if {*near} == {PAGE, CARD} else near
        meant = near or [one for one in (closest_match(text, CHOICES),) if one]
        context.source.wrong(node, said.then(quote_in(text) or suggestions(meant)))
    return text


def as_written(key: str, node: Node, context: Context) -> bool:
    """Whether the pictures lie in the file's own order: `as written` is the one way to say it."""
    return _only(*AS_WRITTEN, key, node, context)


def breaths(key: str, node: Node, context: Context) -> int:
    """A number from 1 to 10."""
    text = word(key, node, context)
    if re.fullmatch("[1-9]|10", text):
        return int(text)
    if text:
        said = Sentence("'{key}' needs a number from 1 to 10; '{value}' is none.", key=key, value=shortened(text))
        context.source.wrong(node, said.then(quote_in(text) or Sentence("Each takes eight seconds.")))
    return 1


def at_most(key: str, node: Node, context: Context) -> int | str:
    """A number from 1, `any`, or a number for each spot by itself, as `1 each`."""
    text = " ".join(node.text.split()) if isinstance(node, ScalarNode) else ""
    if re.fullmatch(f"[1-9][0-9]?{EACH}", text):
        return text
    return _number(key, node, context, Sentence("For each spot by itself write '1 each'."))


def how_many(key: str, node: Node, context: Context) -> int:
    """A number from 1, or `any`."""
    return _number(key, node, context, UNSAID)


def _number(key: str, node: Node, context: Context, more: Sentence) -> int:
    """The same; `more` is said of what is neither."""
    text = word(key, node, context)
    if re.fullmatch("[1-9][0-9]?", text):
        return int(text)
    if text and text != "any":
        value = shortened(text)
        said = Sentence("'{key}' needs a number from 1 to 99, or 'any'; '{value}' is neither.", key=key, value=value)
        context.source.wrong(node, said.then(quote_in(text) or more))
    return ANY
