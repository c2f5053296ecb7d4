"""Activities of a therapist's own go along with a traveller: those that a visit has used, what they build on, and their
scenes and pictures.

This file knows the folder of activities, and what its files are called in a zip. Nothing that lies in a folder already
is written over; zips and journals are others'.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from msgspec import Struct

from game.art.library import Library
from game.art.own_scenes import SCENES
from game.art.picture_files import OWN_PICTURES, inside, is_picture
from game.authoring.fields import LARGEST
from game.authoring.own_activity import is_own
from game.authoring.template import into_workbook
from game.authoring.workbook_reader import WORKBOOK, read_workbook
from game.authoring.yaml_nodes import in_one_line
from game.core.activity import OTHERWISE, PICTURE, PICTURES, STAND_IN, Activity
from game.core.scene import SCENE_WIDTH
from game.system import atomic
from game.system.errors import Sentence, reason
from game.system.language import N_

WINDOWS = r"(?!(?i:con|prn|aux|nul|(?:com|lpt)[0-9¹²³]) *\.)"  # it keeps these names for itself, whatever ends them
SIGN = r'[^/\\:*?"<>|\x00-\x1f]'
NAME = rf"{WINDOWS}(?!\.){SIGN}{{1,100}}(?<![ .])"  # that every system can give to a file
PART = re.compile(rf"activities/(?:(?P<inner>{SCENES}|{OWN_PICTURES})/)?(?P<name>{NAME})\.(?P<ending>yaml|png)")
LEFT_HERE = N_("The activity '{name}' has mistakes and stays here. Mend them, and export once more.")
DIFFERS = N_("'{name}' is here already and differs from the one that was to be brought. Yours stays as it is.")


NOT_LAID = N_("The activities that came along could not be laid into {folder}: {why}.")


class LaidActivities(Struct, frozen=True):
    """What was brought into a folder of activities: `new` are the names of activities, `kept` sentences of what was
    not, since it is here under the same name and differs, or cannot be written; `more`: anything at all was new.
    """

    new: tuple[str, ...] = ()
    kept: tuple[Sentence, ...] = ()
    more: bool = False


class OwnFiles:
    """What goes along of the folder at this path with visits that have `used` these activities."""

    def __init__(self, activities: Path, used: Iterable[str]):
        own = [name for name in used if is_own(name)]
        self._folder, self._library = activities, Library(activities / OWN_PICTURES)
        known = read_workbook(activities, self._library).activities if own else {}
        self._names = _with_what_they_use(own, known)
        self._activities = [known[name] for name in self._names if name in known]

    def left_here(self) -> list[Sentence]:
        """Sentences about activities that cannot be read, and so do not go along."""
        read = {activity.name for activity in self._activities}
        files = (name for name in self._names if name not in read and (self._folder / f"{name}.yaml").is_file())
        return [Sentence(LEFT_HERE, name=name) for name in files]

    def files(self) -> Iterator[tuple[str, Callable[[], bytes]]]:
        """Their names in a zip, and what gives their bytes, which may raise OSError and PictureRefused."""
        pictures: dict[str, None] = {}
        scenes: dict[str, None] = {}
        for activity in self._activities:
            yield f"activities/{activity.name}.yaml", activity.text.encode
            pictures |= dict.fromkeys(_pictures_of(activity))
            scenes |= dict.fromkeys((activity.scene, *(step.scene for step in activity.steps)))
        for name, own in self._library.own_scenes.items():
            if name in scenes:
                picture = Path(own.picture)
                if (places := picture.with_suffix(".yaml")).is_file():  # a backdrop has none
                    yield f"activities/{SCENES}/{name}.yaml", places.read_bytes
                yield f"activities/{SCENES}/{name}.png", partial(_safe, picture, SCENE_WIDTH)
                pictures |= dict.fromkeys(str(spot.sign) for spot in own.spots)
        for name in pictures:
            if self._library.is_own(name) and (file := self._library.file(name)):
                yield f"activities/{OWN_PICTURES}/{name}.png", partial(_safe, file)


def _with_what_they_use(names: Iterable[str], known: Mapping[str, Activity]) -> tuple[str, ...]:
    """These activities, and behind each the own ones that it refers to."""
    found: dict[str, None] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop(0)
        if name not in found:
            found[name] = None
            made = known[name].elsewhere() if name in known else ()
            waiting += [other for other in (one.split(".")[0] for one in made) if is_own(other)]
    return tuple(found)


def _pictures_of(activity: Activity) -> Iterator[str]:
    yield activity.cover
    for step in activity.steps:
        for kind in (PICTURES, OTHERWISE):
            yield from (one.name for some in step.written.of_kind(kind) for one in some)
        for kind in (PICTURE, STAND_IN):
            yield from step.written.of_kind(kind)


def _safe(picture: Path, side: int = 0) -> bytes:
    """A PNG with nothing in it but the picture, as large as own pictures are, or so large."""
    from game.art.sanitize import SIDE, png, read_file

    return png(picture, read_file(picture), side or SIDE)


def looked_through(name: str, data: bytes) -> bytes:
    """What may be laid into a folder of activities for such a file of a zip. Raises ValueError, PictureRefused."""
    from game.art.sanitize import png

    part = _Part(name)
    if part.ending == "png" and part.inner:
        return png(Path(name), data, part.side)
    if part.ending == "png" or part.inner == OWN_PICTURES or len(data) > LARGEST or part.is_ours():
        raise ValueError(name)
    return data.decode("utf-8").encode()


def lay(files: dict[str, bytes], activities: Path, stops: Collection[tuple[str, ...]]) -> LaidActivities:
    """Lay these files, looked through, into the folder, as far as nothing of their names is there; each activity stands
    in the workbook behind the one that was before it on a trail of these `stops`. The first that cannot be laid is the
    last that is tried.
    """
    laid: list[_Part] = []
    kept: list[Sentence] = []
    try:
        for part in (part for part in map(_Part, sorted(files)) if not part.comes_along(files)):
            there = part.there(activities)
            if not there:
                part.write(activities, files)
                laid.append(part)
            elif not part.is_same(there, files):
                kept.append(Sentence(DIFFERS, name=part.name))
    except OSError as error:
        kept.append(Sentence(NOT_LAID, folder=activities, why=reason(error)))
    new = tuple(part.name for part in laid if not part.inner)
    for name in new:
        _into_workbook(activities / WORKBOOK, name, stops)
    return LaidActivities(new, tuple(kept), bool(laid))


def new_names(files: Collection[str], activities: Path) -> list[str]:
    """The names of the activities among these files that `lay` would lay, as the workbook calls them."""
    parts = [part for part in map(_Part, files) if not part.inner]
    return [part.name for part in parts if not part.there(activities)]


def is_laid(name: str, activities: Path) -> bool:
    """True where there is nothing to lay: this file of a zip, or something else of its name, is there."""
    return bool(_Part(name).there(activities))


class _Part:
    """A file of a zip, by its name there."""

    def __init__(self, path: str):
        found = PART.fullmatch(path)
        name = in_one_line(found["name"]) if found else ""
        if found is None or not name:
            raise ValueError(path)
        self.path, self.inner, self.name, self.ending = path, found["inner"] or "", name, found["ending"]

    @property
    def side(self) -> int:
        """Pixels of the longer side, at most."""
        from game.art.sanitize import SIDE

        return SCENE_WIDTH if self.inner == SCENES else SIDE

    @property
    def beside(self) -> str:
        """The picture of the scene with this YAML."""
        return f"{self.path.removesuffix('.yaml')}.png" if self.inner == SCENES else ""

    def is_ours(self) -> bool:
        """True for a file that comes with the program: no zip brings it."""
        return not self.inner and (self.name == Path(WORKBOOK).stem or not is_own(self.name))

    def comes_along(self, files: Collection[str]) -> bool:
        """True for the picture of a scene: it comes with the YAML beside it."""
        return self.inner == SCENES and self.ending == "png" and self.path.replace(".png", ".yaml") in files

    def there(self, activities: Path) -> list[Path]:
        """What has this name in the folder already: a YAML, and where pictures are, any picture. To some systems small
        letters and capitals are the same.
        """
        name = self.name.casefold()
        same = [path for path in inside(activities / self.inner) if in_one_line(path.stem).casefold() == name]
        return [path for path in same if path.suffix == ".yaml" or (self.inner and is_picture(path))]

    def is_same(self, there: list[Path], files: dict[str, bytes]) -> bool:
        """True where what is there is just this: the same lines, the same picture."""
        lines = any(path.suffix == ".yaml" and _lines(path.read_bytes()) == _lines(files[self.path]) for path in there)
        picture = files.get(self.path if self.ending == "png" else self.beside)
        looks = picture is None or any(is_picture(path) and _looks_as(path, picture, self.side) for path in there)
        return looks and (lines or self.ending == "png")

    def write(self, activities: Path, files: dict[str, bytes]) -> None:
        """The file, and before a scene's YAML its picture: without it the YAML is a mistake. Raises OSError."""
        path = activities / self.inner / f"{self.name}.{self.ending}"
        path.parent.mkdir(parents=True, exist_ok=True)
        if self.beside in files:
            atomic.write(path.with_name(f"{self.name}.png"), files[self.beside], mode=atomic.USUAL)
        atomic.write(path, files[self.path], mode=atomic.USUAL)


def _lines(data: bytes) -> list[bytes]:
    return data.removeprefix(b"\xef\xbb\xbf").splitlines()


def _looks_as(path: Path, data: bytes, side: int) -> bool:
    """True where both are the same pixels, as they are shown."""
    from game.art.sanitize import PictureRefused, decoded, read_file

    try:
        ours, theirs = decoded(path, read_file(path), side), decoded(Path("a.png"), data, side)
    except PictureRefused:
        return False
    return ours.size == theirs.size and ours.convert("RGBA").tobytes() == theirs.convert("RGBA").tobytes()


def _into_workbook(workbook: Path, name: str, stops: Collection[tuple[str, ...]]) -> None:
    """Behind the nearest activity that was before it, on the latest trail first; else it waits in the folder."""
    for trail in reversed(tuple(stops)):
        before = trail[: trail.index(name)] if name in trail else ()
        if any(into_workbook(workbook, other, name) for other in reversed(before)):
            return
