"""What was read of a folder of activities, kept: the room opens without reading YAML where nothing has changed.

This file knows files and values; PyYAML and the readers are loaded only where something has to be read. What is kept
holds a therapist's own words, so it is kept with the records. It is known by content, never by a file's date: by every
byte that was read and by the code that read it. A file that is missing, older or damaged is as good as none.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from game import mechanics
from game.art.library import Library
from game.art.own_scenes import SCENES
from game.authoring.activity_folder import ActivityFolder
from game.core import ids
from game.core.activity import Activity, Step
from game.system import atomic
from game.system.errors import Sentence
from game.system.paths import ASSETS, PROGRAM

HEAD = 300_000  # bytes; no YAML that is read has more
KEPT = "workbook.json"  # in the records folder
FEELINGS = ASSETS / "pictures" / "feelings" / "feelings.yaml"


def cached_workbook(folder: Path, library: Library, records: Path) -> ActivityFolder:
    """As read_workbook(folder, library); never raises. Nothing is kept where there is no folder `records` yet."""
    seen = _seen(folder, library)
    if (kept := _kept(records / KEPT, seen)) is not None:
        library.own_scenes = kept.scenes
        return kept
    from game.authoring.workbook_reader import read_workbook  # with PyYAML, a fifth of the start

    found = read_workbook(folder, library)
    if records.is_dir():
        _keep(records / KEPT, seen, found)
    return found


def has_own(folder: Path, library: Library) -> bool:
    """True where a therapist's own pictures or scenes lie there, of which none is opened by `cached_workbook`."""
    there = [path for each in (library.own, folder / SCENES) if each for path in _in_order(each)]
    return any(not path.name.startswith(".") for path in there)  # git and a system leave hidden files there


def _seen(folder: Path, library: Library) -> bytes:
    """Another one for each other content of all that reading depends on."""
    there = [_names(each) for each in (folder, folder / SCENES, library.own) if each]  # what lies astray is told, too
    digest = sha256(repr((folder, there)).encode(errors="replace") + _of_ours(tuple(mechanics.__path__)))
    for path in _in_order(folder, ".yaml"):
        digest.update(path.name.encode(errors="replace") + _content(path))
    for path in _in_order(folder / SCENES):
        digest.update(path.name.encode(errors="replace") + _head(path))
    return digest.digest()


@cache
def _of_ours(of_mechanics: tuple[str, ...]) -> bytes:
    """The same for what is ours; it does not change while the program runs, whose code is loaded already."""
    pictures = [(inner, sorted(names)) for inner, _, names in sorted(os.walk(ASSETS / "pictures"))]
    digest = sha256(repr(pictures).encode(errors="replace"))
    for path in _ours(of_mechanics):
        digest.update(path.name.encode(errors="replace") + _content(path))
    return digest.digest()


def _ours(of_mechanics: tuple[str, ...]) -> Iterator[Path]:
    """What of ours tells how a file is read: code, the places of scenes, which feelings are pleasant."""
    yield FEELINGS
    yield from _in_order(ASSETS / "scenes", ".svg")
    for folder in (*map(Path, of_mechanics), *(PROGRAM / "game" / room for room in ("core", "art", "authoring"))):
        for inner, _, _ in sorted(os.walk(folder)):
            yield from _in_order(Path(inner), ".py")


def _in_order(folder: Path, ending: str = "") -> list[Path]:
    """The files of a folder, by name; none where it cannot be read."""
    with suppress(OSError):
        return sorted((path for path in folder.iterdir() if path.name.endswith(ending)), key=lambda path: path.name)
    return []


def _names(folder: Path) -> list[tuple[str, bool, list[str]]]:
    """What lies in the folder by name, whether it is a folder, and the names in that."""
    return [(path.name, path.is_dir(), [inner.name for inner in _in_order(path)]) for path in _in_order(folder)]


def _content(path: Path) -> bytes:
    """The digest of what stands in the file; of nothing where it cannot be read."""
    try:
        return sha256(path.read_bytes()).digest()
    except OSError as error:
        return repr(error).encode(errors="replace")


def _head(path: Path) -> bytes:
    """Of a scene's picture, which may be large, what tells its size; of a YAML all."""
    try:
        with path.open("rb") as file:
            return sha256(file.read(HEAD)).digest() + str(path.stat().st_size).encode()
    except OSError as error:
        return repr(error).encode(errors="replace")


def _kept(path: Path, seen: bytes) -> ActivityFolder | None:
    """What is kept there, where it is whole and of just this content."""
    try:
        seal, _, text = path.read_bytes().partition(b"\n")
        return _folder(msgspec.json.decode(text)) if seal == _seal(seen, text) else None
    except (OSError, ValueError, KeyError, TypeError, ImportError):
        return None


def _keep(path: Path, seen: bytes, found: ActivityFolder) -> None:
    """Where it cannot be kept, it is read again next time."""
    text = msgspec.json.encode(ids.to_builtins(found, _written))
    with suppress(OSError):
        atomic.write(path, _seal(seen, text) + b"\n" + text)


def _seal(seen: bytes, text: bytes) -> bytes:
    return sha256(seen + text).hexdigest().encode()


def _written(value: object) -> object:
    if isinstance(value, Sentence):  # with its values, so that it can be said in the language of that day
        return [value.text, value.values]
    return str(value) if isinstance(value, Path) else ids.enc_hook(value)


def _read(kind: type, plain: Any) -> Any:
    return _sentence(plain) if kind is Sentence else ids.dec_hook(kind, plain)


def _sentence(plain: list[Any]) -> Sentence:
    text, values = plain
    return Sentence(text, **{name: _sentence(one) if isinstance(one, list) else one for name, one in values.items()})


def _folder(plain: dict[str, Any]) -> ActivityFolder:
    """The values again, each step with its mechanic's own type. Raises ValueError, KeyError, TypeError, ImportError."""
    paths = tuple(map(Path, plain.pop("paths")))
    activities = {name: _activity(found) for name, found in plain.pop("activities").items()}
    bare = ids.convert(plain | {"activities": {}, "paths": ()}, ActivityFolder, _read)
    return msgspec.structs.replace(bare, activities=activities, paths=paths)


def _activity(plain: dict[str, Any]) -> Activity:
    steps = tuple(_step(step) for step in plain["steps"])
    return msgspec.structs.replace(ids.convert(plain, Activity), steps=steps)


def _step(plain: dict[str, Any]) -> Step:
    written = ids.convert(plain["written"], mechanics.mechanic(plain["mechanic"]).Step)
    return msgspec.structs.replace(ids.convert(plain, Step), written=written)
