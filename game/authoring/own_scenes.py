"""A therapist's own scenes: a picture in the folder `scenes` and, beside it, a YAML that names its places.

This file knows the folder and the keys of such a YAML; what a place may be, `values/place.py` knows.
"""

from pathlib import Path

from msgspec import Struct

from game.art.library import Library
from game.art.own_scenes import SCENES, TornScene
from game.art.picture_files import inside, is_picture
from game.authoring.fields import Reader, fill, open_page, read_later, read_list, top
from game.authoring.mistake import TOP, Mistake, Source, TooManyMistakes, about, one_of
from game.authoring.values.context import Broken, Context, none_broken
from game.authoring.values.missing import tell_missing
from game.authoring.values.place import called, companion, look_at, place, spot
from game.authoring.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode, in_one_line
from game.core.own_scene import OwnScene, PictureFrame, frame
from game.core.scene import SCENE_WIDTH
from game.core.table import SceneLayout
from game.system.errors import Sentence
from game.system.language import N_

BEGINS = Sentence("A scene's places begin with 'places:'.")
EACH = Sentence("Begin each place with '- ', such as '- place: swing'.")
PICTURE_TAKEN = N_("'{name}' is a scene of ours, and ours is shown. Rename this picture, such as '{other}'.")
TAKEN = N_("'{name}' is a scene of ours, and ours is shown. Rename this file and its picture, such as '{other}'.")
NO_PICTURE = N_("There is no picture '{name}.jpg', '{name}.png' or '{name}.svg' beside this file.")
SEVERAL = N_("There are several pictures of this scene: {files}. Rename all but one.")


class ReadScenes(Struct, frozen=True):
    """`scenes` are those that can be used, by name; `mistakes` are those of each file that was looked at."""

    scenes: dict[str, OwnScene]
    mistakes: dict[Path, tuple[Mistake, ...]]


def lay_scenes(activities: Path, library: Library, broken: Broken = none_broken) -> ReadScenes:
    """The own scenes that belong to this folder of activities, which `library` has from now on; see read_scenes."""
    own = read_scenes(activities / SCENES, library, broken)
    library.own_scenes = own.scenes
    library.torn_scenes = {
        in_one_line(file.stem): TornScene(file, len(said), _places_in(file, library))
        for file, said in own.mistakes.items()
        if said
    }
    return own


def _places_in(file: Path, library: Library) -> tuple[str, ...]:
    """The names of all places of a scene with mistakes; () where one of them, or the file, cannot be read."""
    if file.suffix != ".yaml":
        return ()
    source, text = open_page(file)
    try:
        node = None if source.found else top(text, Context(source, library, in_one_line(file.stem)), BEGINS)
    except TooManyMistakes:
        return ()
    written = [value for key, value in node.pairs if key.text == "places"] if node and not source.found else []
    names = [called(part) for value in written if isinstance(value, SequenceNode) for part in value.items]
    return tuple(names) if all(names) else ()


def read_scenes(folder: Path, library: Library, broken: Broken = none_broken) -> ReadScenes:
    """What lies in this folder, which may be missing; never raises.

    `broken` is as in activity_reader.read_activity; without it no picture is opened, but for its size.
    """
    files = inside(folder)
    pictures = [path for path in files if is_picture(path)]
    found: dict[str, OwnScene] = {}
    mistakes: dict[Path, tuple[Mistake, ...]] = {}
    for path in (path for path in files if path.suffix == ".yaml"):
        name = in_one_line(path.stem)
        beside = [one for one in pictures if in_one_line(one.stem) == name]
        scene, mistakes[path] = _read(path, beside, library, broken)
        if scene and not mistakes[path]:
            found[name] = scene
    named = {in_one_line(path.stem) for path in mistakes}
    for name in dict.fromkeys(in_one_line(path.stem) for path in pictures if in_one_line(path.stem) not in named):
        beside = [one for one in pictures if in_one_line(one.stem) == name]
        scene, mistakes[beside[0]] = _backdrop(name, beside, library, broken)
        if scene and not mistakes[beside[0]]:
            found[name] = scene
    return ReadScenes(found, mistakes)


def _backdrop(
    name: str, pictures: list[Path], library: Library, broken: Broken
) -> tuple[OwnScene | None, tuple[Mistake, ...]]:
    """A scene without a YAML, which has no places, and what is wrong with its picture."""
    first = pictures[0]
    if library.scene_is_ours(name):
        return None, (about(first, Sentence(PICTURE_TAKEN, name=name, other=f"my-{first.name}")),)
    context = Context(Source(first), library, name, broken=broken)
    there = _frame(pictures, context)
    return OwnScene(name, str(first), ()) if there else None, context.source.mistakes()


def _read(
    path: Path, pictures: list[Path], library: Library, broken: Broken
) -> tuple[OwnScene | None, tuple[Mistake, ...]]:
    """The scene of this YAML, as far as it can be read, and the mistakes in it."""
    source, text = open_page(path)
    if source.found:
        return None, source.mistakes()
    return read_text(text, source, pictures, library, broken)


def read_text(
    text: str, source: Source, pictures: list[Path], library: Library, broken: Broken = none_broken
) -> tuple[OwnScene | None, tuple[Mistake, ...]]:
    """The same of this text, of a file with this page for its mistakes."""
    context = Context(source, library, in_one_line(source.path.stem), broken=broken)
    scene = None
    try:
        where = _frame(pictures, context)
        node = top(text, context, BEGINS)
        scene = _scene(node, pictures[0], where, context) if node and where else None
        tell_missing(context)
    except TooManyMistakes:
        pass
    return scene, source.mistakes()


def _frame(pictures: list[Path], context: Context) -> PictureFrame | None:
    """Where the scene's one picture is shown; None and a mistake where there is no such picture."""
    name, wrong = context.activity, context.source.wrong
    if context.library.scene_is_ours(name):
        wrong(TOP, Sentence(TAKEN, name=name, other=f"my-{name}"))
    if not pictures:
        wrong(TOP, Sentence(NO_PICTURE, name=name))
        return None
    if len(pictures) > 1:
        files = one_of((picture.name for picture in pictures), "and")
        wrong(TOP, Sentence(SEVERAL, files=files))
    return _shown(pictures[0], context)


def _shown(picture: Path, context: Context) -> PictureFrame | None:
    """Where this picture is shown; None and a mistake where it cannot be."""
    from game.art import sanitize  # with Pillow, which only own scenes need

    try:
        if context.broken is not none_broken:
            sanitize.decoded(picture, sanitize.read_file(picture), SCENE_WIDTH)
        return frame(*sanitize.canvas(picture))
    except sanitize.PictureRefused as refused:
        context.source.wrong(TOP, refused.sentence)
        return None


def _scene(node: MappingNode, picture: Path, where: PictureFrame, context: Context) -> OwnScene:
    keys: dict[str, Reader] = {"places": read_later, "ground": companion(where)}
    found = fill(node, keys, (), context, Sentence("A scene"))
    written = found.get("places")
    parts = () if written is None or _is_empty(written) else read_list("places", written, context, EACH)
    places = [read for part in parts if (read := place(part, context))]
    for number, one in enumerate(places):
        look_at(one, where, places[:number], found.get("ground"), context)
    spots = tuple(spot(one, where) for one in places)
    return OwnScene(context.activity, str(picture), spots, SceneLayout(companion=found.get("ground")))


def _is_empty(written: Node) -> bool:
    """True where nothing stands there, or a list of nothing: a backdrop needs no places."""
    if isinstance(written, SequenceNode):
        return not written.items
    return isinstance(written, ScalarNode) and not written.text
