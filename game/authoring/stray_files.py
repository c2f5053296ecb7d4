"""Files that lie where nobody looks for them, or under a name that nobody reads: each with what mends it.

This file knows names of files; whether an activity stands in one it asks of `saved_elsewhere.py`.
"""

from collections.abc import Iterator
from pathlib import Path

from game.art.own_scenes import SCENES
from game.art.picture_files import ENDINGS, OWN_PICTURES, inside, is_picture
from game.authoring.mistake import Mistake, about
from game.authoring.saved_elsewhere import holds_activity, is_word_processors
from game.system.errors import Sentence
from game.system.language import N_

YAML = ".yaml"
READ = (OWN_PICTURES, SCENES)
NEARLY = (".yml", ".yaml.txt", ".yml.txt", ".yaml.rtf", ".yaml.doc", ".yaml.docx")
TEXTS = (".txt", ".rtf", ".doc", ".docx", ".odt")  # somebody's notes, or an activity that a word processor has saved
OTHER_PICTURES = (".heic", ".heif", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".avif", ".pdf", ".psd", ".ai", ".eps")
AS_TEXT = tuple(f"{ending}.txt" for ending in ENDINGS)
NO_PICTURE = N_("A picture is a PNG, JPG or SVG. Open it in a picture program and save it anew as one of them.")
ENDS = N_("An activity's file ends in '.yaml'. Rename it to '{file}'.")
SAVED = N_("This is a word processor's file. Save it there as plain text in the encoding UTF-8, and call it '{file}'.")
SCENE_ENDS = N_("The file with a scene's places ends in '.yaml'. Rename it to '{file}'.")
PICTURE_BESIDE = N_(
    "Pictures for activities lie in the folder 'pictures' beside them. Move it there, or out of here where it is none."
)
OWN_FOLDER = N_("Activities in a folder of their own are not read. Move them out, beside the others.")
PICTURE_FOLDER = N_("Pictures are found in the folder 'pictures' alone. Move those in this one there.")
PICTURES_DEEPER = N_("Pictures in a folder of their own are not found. Move them out, into 'pictures' itself.")
SCENES_DEEPER = N_("Scenes in a folder of their own are not found. Move them out, into 'scenes' itself.")
NAMESAKE = N_("There is another picture called '{name}': '{file}'. Rename one of them.")


def stray(folder: Path, pictures: Path | None) -> tuple[Mistake, ...]:
    """What lies beside the activities, and in the folders of a therapist's own pictures and scenes, and is not read."""
    found = [*_beside(folder), *(_among_pictures(pictures) if pictures else ()), *_among_scenes(folder / SCENES)]
    return tuple(about(path, sentence) for path, sentence in found)


def _beside(folder: Path) -> Iterator[tuple[Path, Sentence]]:
    for path in inside(folder):
        name = path.name.lower()
        if path.is_dir():
            yield from () if _is_read(path) else _in_a_folder(path)
        elif name.endswith(NEARLY) or (name.endswith(YAML) and path.suffix != YAML) or _is_saved(path):
            said = SAVED if name.endswith(TEXTS) and is_word_processors(path) else ENDS
            yield path, Sentence(said, file=f"{_stem(path)}.yaml")
        elif name.endswith(ENDINGS + OTHER_PICTURES):
            yield path, Sentence(PICTURE_BESIDE)


def _is_saved(path: Path) -> bool:
    """True for an activity that a word processor, or a plain editor, has saved as a text."""
    return path.suffix.lower() in TEXTS and holds_activity(path)


def _in_a_folder(folder: Path) -> Iterator[tuple[Path, Sentence]]:
    """A folder that nobody reads, of activities or of pictures; any other is the therapist's own affair."""
    names = [path.name.lower() for path in inside(folder)]
    small = folder.name.lower()
    if small in READ and not (folder.parent / small).exists() and any(map(_is_material, names)):
        yield folder, Sentence("This folder's name is '{name}', in small letters. Rename it so.", name=small)
    elif any(name.endswith(YAML) for name in names):
        yield folder, Sentence(OWN_FOLDER)
    elif any(map(_is_material, names)):
        yield folder, Sentence(PICTURE_FOLDER)


def _is_material(name: str) -> bool:
    return name.endswith((YAML, *ENDINGS))


def _is_read(folder: Path) -> bool:
    """True for the two folders that are read, also where the system makes no difference between large and small."""
    there = folder.parent / folder.name.lower()
    return there.name in READ and there.exists() and there.samefile(folder)


def _among_scenes(folder: Path) -> Iterator[tuple[Path, Sentence]]:
    for path in inside(folder):
        name = path.name.lower()
        if path.is_dir():
            yield path, Sentence(SCENES_DEEPER)
        elif name.endswith(NEARLY) or (name.endswith(YAML) and path.suffix != YAML):
            yield path, Sentence(SCENE_ENDS, file=f"{_stem(path)}.yaml")
        elif name.endswith(AS_TEXT):
            yield path, _no_text(path)
        elif name.endswith(OTHER_PICTURES):
            yield path, Sentence(NO_PICTURE)


def _no_text(path: Path) -> Sentence:
    return Sentence("What ends in '.txt' is no picture. Rename it to '{file}'.", file=path.stem)


def meant(folder: Path, name: str) -> str:
    """The file in this folder that was to be the activity of this name and ends otherwise; "" where there is none."""
    files = (path.name for path in inside(folder) if path.name.lower().endswith(NEARLY) and _stem(path) == name)
    return next(files, "")


def _stem(path: Path) -> str:
    name = path.name
    ending = next((end for end in (*NEARLY[1:], NEARLY[0], YAML, *TEXTS) if name.lower().endswith(end)), "")
    return name[: len(name) - len(ending)]


def _among_pictures(folder: Path) -> Iterator[tuple[Path, Sentence]]:
    of_name: dict[str, list[Path]] = {}
    for path in inside(folder):
        if path.is_dir():
            if any(is_picture(inner) for inner in inside(path)):
                yield path, Sentence(PICTURES_DEEPER)
        elif is_picture(path):
            of_name.setdefault(path.stem, []).append(path)
            if path.stem.lower().endswith(ENDINGS):
                name = f"{Path(path.stem).stem}{path.suffix}"
                yield path, Sentence("This name has two endings. Rename it to '{file}'.", file=name)
        elif path.name.lower().endswith(AS_TEXT):
            yield path, _no_text(path)
        elif path.suffix.lower() in OTHER_PICTURES:
            yield path, Sentence(NO_PICTURE)
    for name, same in of_name.items():
        if len(same) > 1:
            yield same[-1], Sentence(NAMESAKE, name=name, file=same[0].name)
