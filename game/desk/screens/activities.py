"""Activities: what is in the workbook, what is wrong in it, and how a new one is begun from one that is there."""

import sys
from pathlib import Path

from game.art.import_picture import copy_picture
from game.art.picture_files import ENDINGS, OWN_PICTURES
from game.authoring.mistake import Mistake
from game.authoring.own_activity import delete, is_own
from game.authoring.template import copy, free_path, write_new
from game.authoring.workbook_reader import WORKBOOK
from game.authoring.yaml_nodes import in_one_line
from game.core.activity import Activity
from game.desk.desk import Desk
from game.desk.form import (
    Button,
    Card,
    Column,
    Entry,
    FormEvent,
    Head,
    Image,
    Item,
    Means,
    Row,
    Scroll,
    Split,
    Text,
)
from game.desk.messages import Choose, ChooseActivity, ChooseFile, Command, DeleteActivity, Field, OpenFile
from game.desk.screens.playlist import CHIP
from game.desk.screens.screen import BaseScreen
from game.records.settings import LOST
from game.system.language import N_
from game.system.paths import PROGRAM
from game.system.printing import show

COPY = N_("For a copy of one that is there, press that one below.")
EXAMPLE = N_(
    "Else it begins as an example: pictures to choose, then to lay in two places. You change it in the editor."
)


class ActivitiesScreen(BaseScreen):
    """All activities by chapter; one of them opened where `chosen` is its name."""

    tab = "activities"

    def __init__(self, desk: Desk, chosen: str = ""):
        super().__init__(desk)
        self.chosen = chosen
        self.naming: str | None = None  # what the new activity shall be called, while that is asked
        self._goes: Path | None = None  # the file that would be deleted, while that is asked

    def form(self) -> Item:
        """The chapters, or the activity that is open."""
        if self._goes is not None:
            return self._question(self._goes)
        activity = self.model.loaded.activities.get(self.chosen)
        return self._one(activity) if activity else self._all()

    def _all(self) -> Item:
        _, loaded = self._, self.model.loaded
        named = loaded.workbook.order()
        parts = [self._chapter(_(c.title) or _("Activities"), c.activities) for c in loaded.workbook.chapters]
        loose = tuple(name for name in loaded.activities if name not in named)
        if loose:
            parts.append(self._chapter(_("In the folder, but not in the workbook"), loose))
        said = _("What is changed here is so for all travellers from now on; earlier visits keep your pictures.")
        drop = _("Drop a picture on this window to use it in activities.")
        new = Button(Command.BEGIN_ACTIVITY, _("New activity"), "main")
        ways = Button(ChooseFile(ENDINGS), _("Choose a picture…"), "quiet"), new
        head = Column((Head((Text(drop, "small", "soft"),), ways), Text(said, "small", "soft")), 0)
        naming = [Card(Column(self._naming()))] if self.naming is not None else []
        wrong = loaded.mistakes + loaded.stray + loaded.taken
        mistakes = [self._mistakes(wrong)] if wrong else []
        lost = [Text(_(LOST), "small", "trouble")] if self.model.settings.lost else []
        return Scroll("activities", Column((head, *naming, *lost, *mistakes, *parts), 12))

    def _chapter(self, title: str, names: tuple[str, ...]) -> Item:
        found = (self.model.loaded.activities.get(name) for name in names)
        return Column((Text(title, "heading"), Row(tuple(self._chip(a) for a in found if a), 8)), 4)

    def _chip(self, activity: Activity) -> Button:
        """Small, so that one sees them all."""
        _ = self._
        note = _("sensitive") if activity.locked else ""
        if activity.name in self.model.settings.off:
            note = _("not used")
        means = ChooseActivity(activity.name)
        return Button(means, _(activity.title), "choice", width=CHIP, page=activity.cover, note=note)

    def _mistakes(self, mistakes: tuple[Mistake, ...]) -> Item:
        """Every mistake with its place, file by file; the activities that have none work meanwhile."""
        _ = self._
        rows: list[Item] = [Text(_("These files have mistakes; everything else works"), "body", "trouble")]
        for file in dict.fromkeys(mistake.path for mistake in mistakes):
            ways = (*self._deleting(Path(file)), Button(OpenFile(Path(file)), _("Open")))
            rows.append(Head((Text(Path(file).name, "heading"),), ways))
            rows += [self._mistake(m) for m in mistakes if m.path == file]
        return Card(Column(tuple(rows), 10))

    def _mistake(self, mistake: Mistake) -> Item:
        place = self._("Line {line}: {written}").format(line=mistake.line, written=mistake.source.strip())
        return Column((Text(place, "small", "soft"), Text(mistake.said(self._))), 2)

    def _one(self, activity: Activity) -> Item:
        _ = self._
        used = activity.name not in self.model.settings.off
        buttons = (
            Button(Command.PREVIEW, _("Preview"), "main" if self.naming is None else "plain"),
            Button(Command.EDIT, _("Open in the editor")),
            Button(Command.COPY_ACTIVITY, _("New from this one"), "plain", self.naming is not None),
            *self._deleting(self._path()),
        )
        title = Text(_(activity.title), "title")
        words: list[Item] = [title, Text(_(activity.purpose)), self._use(used), Row(buttons, 12)]
        if used and activity.locked:
            words.append(Text(_("It is on the trail only when you open it for a visit."), "small", "soft"))
        card = Split(((0.26, Image(activity.cover, 230, 230)), (0.74, Column((*words, *self._naming())))))
        back = Row((self.back(Command.ALL_ACTIVITIES, _("All activities")),))
        return Column((back, Scroll("activity", Card(card))))  # above a keyboard on the glass its lower part is reached

    def _deleting(self, path: Path) -> tuple[Button, ...]:
        """The way to delete an activity's file; nothing for what comes with the program, for pictures and scenes."""
        lies_there = path.parent == self.model.activities and path.suffix == ".yaml" and path.name != WORKBOOK
        return (
            (Button(DeleteActivity(path), self._("Delete…"), "quiet"),)
            if lies_there and is_own(in_one_line(path.stem))
            else ()
        )

    def _question(self, path: Path) -> Item:
        """One plain question, and what it means for what was made there."""
        _ = self._
        lines = (
            Text(_("Delete {name} for good?").format(name=self.title(in_one_line(path.stem))), "title"),
            Text(_("Visits in which it was done keep all that was made there, and so do their papers.")),
            Text(_("It is on no trail any more. Your own pictures stay in their folder.")),
            Text(_("Its file cannot be brought back."), tone="trouble"),
        )
        keep = Button(Command.KEEP, _("Keep it"), "main")
        return Card(Column((*lines, Row((keep, Button(Command.DELETE_FOR_GOOD, _("Delete for good"), "danger"))))))

    def _use(self, used: bool) -> Item:
        _ = self._
        on = Button(Choose("used", True), _("Used"), "choice", used)
        off = Button(Choose("used", False), _("Not used"), "choice", not used)
        return Row((on, off, Text(_("for all travellers, from the next visit on"), "small", "soft")), 12)

    def _naming(self) -> tuple[Item, ...]:
        _ = self._
        if self.naming is None:
            return ()
        said = _("What shall the new activity be called?")
        if self.chosen:
            said = _("What shall the new activity be called? The one that it is copied from stays as it is.")
        begins = [] if self.chosen else [Text(_(COPY)), Text(_(EXAMPLE), "small", "soft")]
        box = Entry(Field("name"), self.naming, _("Such as: Our song"), width=420, longest=60)
        row = Row(
            (box, Button(Command.MAKE_ACTIVITY, _("Make it"), "main"), Button(Command.CANCEL, _("Cancel"), "quiet")), 12
        )
        return Text(said), row, *begins

    def on_event(self, event: FormEvent) -> None:
        """What a grown-up has pressed or typed."""
        match event.means:
            case DeleteActivity(path):
                self._goes = path
            case Command.DELETE_FOR_GOOD if self._goes is not None:
                self._delete(self._goes)
            case Command.KEEP | Command.BACK if self._goes is not None:
                self._goes = None
            case ChooseActivity(name):
                typed, self.chosen, self.naming = self.naming, name, None
                if typed is not None:
                    self._begin_copy(typed)
            case Command.ALL_ACTIVITIES | Command.BACK:
                self.chosen, self.naming = "", None
            case OpenFile(path):
                self.model.try_to(lambda: show(path))
            case Choose() | Command.EDIT | Command.PREVIEW as means:
                self._on_one(means)
            case _:
                self._name(event)

    def _on_one(self, means: Means) -> None:
        """What is done with the one that is chosen."""
        match means:
            case Choose("used", bool(used)):
                self.model.alter(lambda now: now.said(self.chosen, used))
            case Command.EDIT:
                self.model.try_to(lambda: show(self._path()))
            case Command.PREVIEW:
                home = str(self.model.store.folder)  # the preview speaks the desk's language
                program = [sys.executable, str(PROGRAM / "main.py")]
                self.model.run([*program, "preview", str(self._path()), "--home", home])

    def _name(self, event: FormEvent) -> None:
        """A new one is named, and made."""
        match event.means:
            case Command.BEGIN_ACTIVITY:
                self.naming = ""
                self.desk.go_to(Field("name"))
            case Command.CANCEL:
                self.naming = None
            case Command.COPY_ACTIVITY:
                self._begin_copy()
            case Field("name"):
                self.naming = event.value
            case Command.MAKE_ACTIVITY | Command.ENTER:
                self._make()

    def _begin_copy(self, typed: str = "") -> None:
        """A copy of the one that is chosen is named, as it was `typed` before."""
        self.naming = typed.strip() or f"{self.title(self.chosen)} 2"
        self.desk.go_to(Field("name"))

    def dropped(self, path: str, use: str = "") -> None:
        """A picture of the therapist's own."""
        _, model = self._, self.model
        folder = model.activities / OWN_PICTURES
        name = model.try_to(lambda: copy_picture(Path(path), folder, model.store.pictures_folder))
        if name:
            model.look_at_the_folder()
            said = _("Your picture is there now. In an activity it is called '{name}'.")
            model.tell(said.format(name=name))

    def _make(self) -> None:
        name = self.naming
        if name is None:
            return
        if not name.strip():
            self.model.tell(self._("Please type a name for it first."), good=False)
            self.desk.go_to(Field("name"))
            return
        made = self.model.try_to(lambda: self._made(name))
        if made:
            self.model.look_at_the_folder()
            self.chosen, self.naming = in_one_line(made.stem), None
            said = self._("'{name}' is there now, and not used yet. Open it in the editor and change its words.")
            self.model.tell(said.format(name=self.title(self.chosen)))

    def _made(self, name: str) -> Path | None:
        """The new file; None where that it is not used cannot be kept: no child meets what is half written."""
        folder = self.model.activities
        new = in_one_line(free_path(name, folder).stem)
        if not self.model.alter(lambda now: now.without(new)):
            return None
        return copy(self._path(), name) if self.chosen else write_new(name, folder)

    def _delete(self, path: Path) -> None:
        name, self._goes = in_one_line(path.stem), None
        if self.model.succeeds(lambda: delete(path)):
            self.model.look_at_the_folder()
            self.model.alter(lambda now: now.using(name))
            self.chosen = ""
            self.model.tell(self._("It is deleted. What was made in it stays in the records."))

    def _path(self) -> Path:
        return next(path for path in self.model.loaded.paths if in_one_line(path.stem) == self.chosen)
