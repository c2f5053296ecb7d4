"""Settings: what holds for all visits, and a while in which the glass can be wiped."""

from collections.abc import Mapping
from pathlib import Path

from game.desk.background import Finished, Task
from game.desk.desk import Desk
from game.desk.form import Button, Card, Column, Entry, Flow, FormEvent, Head, Item, Row, Scroll, Text
from game.desk.messages import Choose, ChooseFile, Command, Field
from game.desk.screens.screen import BaseScreen
from game.records import pin
from game.system.language import N_, language_names
from game.system.printing import printers
from game.system.printing.printer import Printer

SWITCHES = (0.0, 1.0, 1.5, 2.0, 3.0, 5.0)  # seconds; 0 is off
WIDE = 560  # design units of a card, at least
PAPER_SIZES = {"a4": N_("A4"), "letter": N_("US Letter")}


class FindPrinters(Task, frozen=True):
    """Which printers there are, and whether they are ready."""


class SettingsScreen(BaseScreen):
    """Settings for all visits and papers: language, paper, printer, sound, motion, the switch and the PIN."""

    tab = "settings"

    def __init__(self, desk: Desk):
        super().__init__(desk)
        self.typed = self.again = ""
        self._printers: tuple[Printer, ...] = ()
        desk.background.ask(FindPrinters(), printers)  # a network's printers may take a second to answer

    def form(self) -> Item:
        """Cards, as many beside each other as there is room for."""
        parts = (self._language(), self._gate(), self._room(), self._paper(), self._records(), self._wipe())
        return Scroll("settings", Flow(tuple(Card(part, 10) for part in parts), WIDE, 8))

    def _choices(
        self, title: str, what: str, choices: Mapping[str, str] | Mapping[float, str], now: str | float
    ) -> Item:
        row = (Button(Choose(what, value), said, "choice", value == now) for value, said in choices.items())
        return Column((Text(title, "heading"), Row(tuple(row), 8)), 8)

    def _language(self) -> Item:
        return self._choices(self._("Language"), "language", language_names(), self.model.settings.spoken)

    def _room(self) -> Item:
        _, now = self._, self.model.settings
        sound = self.switch("sound", _("Soft sound"), now.sound)
        still = self.switch("still", _("Pictures keep still"), now.still)
        seconds = {s: _("{seconds} s").format(seconds=f"{s:g}".replace(".5", "½")) if s else _("Off") for s in SWITCHES}
        said = _("For a child who plays with one switch: a marker walks by itself and stays on each thing for so long.")
        one = self._choices(_("One switch"), "switch", seconds, now.switch)
        own = Text(_("So it is for each child of whom Today says nothing else."), "small", "soft")
        return Column(
            (Text(_("In the child's room"), "heading"), sound, still, own, one, Text(said, "small", "soft")), 4
        )

    def _paper(self) -> Item:
        _, now = self._, self.model.settings
        papers = self._choices(_("Paper"), "paper", {name: _(said) for name, said in PAPER_SIZES.items()}, now.paper)
        found = {"": _("As the system says")} | {p.name: p.name for p in self._printers}
        printer = self._choices(_("Printer"), "printer", found, now.printer)
        states = tuple(Text(p.said(_), "small", "trouble") for p in self._printers if not p.ready)
        return Column((papers, printer, *states), 8)

    def _gate(self) -> Item:
        _, there = self._, pin.is_set(self.model.store.folder)
        said = (
            _("A PIN or a word is asked for before this desk.")
            if there
            else _("No PIN is set: a child can open this desk.")
        )
        box = Entry(Field("pin"), self.typed, _("at least 4 letters or digits"), secret=True, width=340, longest=64)
        again = Entry(Field("pin", 1), self.again, _("the same once more"), secret=True, width=340, longest=64)
        set_it = Button(Command.SET_PIN, _("Set it"), "plain" if there else "main")
        away = [Button(Command.TAKE_PIN_AWAY, _("Take it away"), "quiet")] if there else []
        return Column(
            (
                Text(_("Protect this desk with a PIN"), "heading"),
                Text(said),
                Column((box, Row((again, set_it, *away))), 10),
            ),
            8,
        )

    def _wipe(self) -> Item:
        _ = self._
        said = _("For half a minute no touch does anything, so that the glass can be wiped.")
        head = Head((Text(_("Clean the glass"), "heading"),), (Button(Command.WIPE, _("Begin")),))
        return Column((head, Text(said)), 8)

    def _records(self) -> Item:
        _ = self._
        said = _("All records lie in one folder, on this machine only: {folder}").format(folder=self.where())
        bring = Button(ChooseFile((".zip",)), _("Bring a traveller…"))
        close = Button(Command.CLOSE_PROGRAM, _("Close Good Goodbye"), "quiet")
        return Column((Head((Text(_("Records"), "heading"),), (close,)), Text(said, "small", "soft"), Row((bring,))), 6)

    def where(self) -> str:
        """Where the records lie."""
        return str(self.model.store.folder)

    def on_event(self, event: FormEvent) -> None:
        """What a grown-up has pressed or typed."""
        match event.means:
            case Choose(setting, value):
                self.model.change(**{setting: value})
            case Field("pin", 0):
                self.typed = event.value
            case Field("pin", 1):
                self.again = event.value
            case Command.SET_PIN | Command.ENTER:
                self._set_pin()
            case Command.TAKE_PIN_AWAY:
                self.model.try_to(lambda: pin.remove(self.model.store.folder))
            case Command.WIPE:
                self.desk.open_screen("wipe")

    def done(self, done: Finished) -> None:
        """The printers have answered."""
        if isinstance(done.task, FindPrinters):
            self._printers = done.answer or ()
            self.model.tell(done.trouble(self._), good=False)

    def dropped(self, path: str, use: str = "") -> None:
        """A traveller from another machine."""
        self.bring(Path(path))

    def _set_pin(self) -> None:
        if self.typed and not self.again:  # half of it is there: nothing is lost
            self.model.tell(self._("Please type the same once more below."))
            self.desk.go_to(Field("pin", 1))
            return
        typed, again, self.typed, self.again = self.typed, self.again, "", ""
        if typed != again:
            self.model.tell(self._("These were not the same twice. The PIN is as it was before."), good=False)
            self.desk.go_to(Field("pin"))
            return
        self.model.try_to(lambda: pin.set_pin(self.model.store.folder, typed))
        if self.model.told is None:
            self.model.tell(self._("The PIN is set."))
