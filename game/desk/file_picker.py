"""Choosing a file by presses, wherever one can be dropped on the window: who cannot drag it can bring it, too.

It is shown in the place of the open screen, which is told of the file as if that had been dropped. It knows forms and
folders, and no screen.
"""

from collections.abc import Collection
from pathlib import Path

from game.art.picture_files import is_picture
from game.desk.form import Button, Column, FileImage, FormEvent, Head, Item, Row, Scroll, Text, Tile
from game.desk.messages import Command, OpenFolder, TakeFile
from game.desk.model import DeskModel
from game.system import file_list

WIDE, LONG = 380, 30  # of a file's name: design units, and signs
SIDE = 180  # design units of a picture in the list


class FilePicker:
    """Shows a folder's files with these endings, the first place of all at first."""

    def __init__(self, model: DeskModel, endings: Collection[str]):
        self._model, self._endings, self._places = model, endings, file_list.usual_folders()
        self._there = file_list.FileList(Path(), (), (), False)
        self._open(next(iter(self._places.values()), Path.home()))

    def form(self) -> Item:
        """The places, and what lies in the folder that is open."""
        _, there = self._model._, self._there
        back = Button(Command.BACK, _("Choose none"), "quiet")
        places = tuple(
            Button(OpenFolder(path), _(name), "choice", path == there.folder) for name, path in self._places.items()
        )
        up = Button(OpenFolder(there.folder.parent), _("One folder up"), "quiet")
        head = Head((Text(_("Choose a file"), "heading"),), (up, back))
        folders = tuple(
            Button(OpenFolder(path), f"{_short(path.name)} /", "choice", width=WIDE) for path in there.folders
        )
        files = tuple(map(self._file, there.files))
        said = [] if files else [Text(_("There is no such file in this folder."), "body", "soft")]
        more = [Text(_("There are more; only these are listed."), "small", "soft")] if there.more else []
        lists = [Row(part, 10) for part in (files, folders) if part]
        where = Text(str(there.folder), "small", "soft")
        return Column((head, Row(places, 10), where, Scroll(OpenFolder(there.folder), Column((*said, *lists, *more)))))

    def _file(self, path: Path) -> Item:
        """A picture shows what is in it, with its name below; any other file is its name."""
        if not is_picture(path):
            return Button(TakeFile(path), _short(path.name), width=WIDE)
        return Tile(TakeFile(path), _short(path.name), (FileImage(path, self._changed[path]),), side=SIDE)

    def on_event(self, event: FormEvent) -> Path | None:
        """The file that was pressed; None where another folder was."""
        match event.means:
            case OpenFolder(path):
                self._open(path)
            case TakeFile(path):
                return path
        return None

    def _open(self, folder: Path) -> None:
        self._there = self._model.try_to(lambda: file_list.list_folder(folder, self._endings)) or self._there
        self._changed = {path: _changed(path) for path in self._there.files}


def _changed(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:  # gone since it was listed: what is wrong is told when it is pressed
        return 0


def _short(name: str) -> str:
    """A name that stands in one line, with its beginning and its ending."""
    return name if len(name) <= LONG else f"{name[: LONG - 12]}…{name[-11:]}"
