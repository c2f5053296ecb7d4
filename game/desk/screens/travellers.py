"""Travellers: everybody who has a record, every visit with its pictures, and what is done with a record."""

from pathlib import Path

from game.core.own_words import who_in
from game.desk.background import Finished
from game.desk.current_visit import end_visit
from game.desk.desk import Desk
from game.desk.form import (
    Button,
    Card,
    Column,
    Entry,
    FormEvent,
    Head,
    Item,
    Row,
    Scroll,
    Split,
    Text,
)
from game.desk.messages import BringRecord, ChooseTraveller, Command, CopyNote, Field, ShowsWhat, ShowVisit, WhoIs
from game.desk.screens.autosave import AutosaveScreen
from game.desk.screens.deletion_question import deletion_question
from game.desk.screens.personal_pictures import PersonalPictures
from game.desk.screens.records_elsewhere import RecordsElsewhere
from game.desk.screens.told_page import told_page
from game.desk.screens.traveller_list import TravellerList
from game.paper import phrases, visit_words
from game.paper.notes import FORMS, SHORT, note
from game.play.record import Traveller
from game.play.state import Visit
from game.records import deletion, export, exported, outbox
from game.records.deletion import Deletion
from game.system.errors import Sentence, said
from game.system.language import N_

MOST_UNCLAIMED = 12  # records in which nothing was chosen that are shown
DELETED = N_("It is deleted here, with all that was kept of it. What you have saved elsewhere is still there.")
NOTES = {SHORT: N_("Summary"), "text": N_("Everything")}  # what the others are called says their form


class TravellersScreen(AutosaveScreen):
    """All of them, or one where `id` says whose."""

    tab = "travellers"

    def __init__(self, desk: Desk, id: str = ""):
        super().__init__(desk, "")
        self._goes: Deletion | None = None  # what would be deleted, while that is asked
        self.number = 0
        self._list, self._personal, self._elsewhere = (
            TravellerList(self),
            PersonalPictures(self),
            RecordsElsewhere(self),
        )
        self._open(id)

    def form(self) -> Item:
        """Everybody, or the one that is open."""
        who = self.model.traveller(self.id) if self.id else None
        if who is None:
            return self._everybody()
        return self._one(who) if self._goes is None else deletion_question(self, who, self._goes, self.typing)

    def _everybody(self) -> Item:
        _ = self._
        nobody = Row((Text(_("There is no traveller here."), "body", "soft"),))
        found = self._list.tiles() if len(self.model.travellers()) > len(self.model.unclaimed()) else nobody
        head = Text(_("Whose visits?"), "heading")
        there = Scroll("travellers", Column((Column((head, found)), *self._unclaimed(), self._elsewhere.form()), 40))
        return Column((*self._list.look_for(), there)) if self._list.look_for() else there

    def _unclaimed(self) -> tuple[Item, ...]:
        """Records that Today does not show stand apart: they can be looked at, and deleted."""
        _, there = self._, self.model.unclaimed()[:MOST_UNCLAIMED]
        said = _("Nothing was chosen, planned or written in them, so Today does not show them.")
        tiles = Row(tuple(self.traveller_tile(t, False, 124) for t in there))
        head = Text(_("Begun, and left empty"), "heading")
        return (Column((head, Text(said, "small", "soft"), tiles), 8),) if there else ()

    def _one(self, who: Traveller) -> Item:
        _ = self._
        ways = (
            Button(Command.DELETE, _("Delete…"), "quiet"),
            Button(Command.EXPORT, _("Export")),
            Button(Command.PAPERS, _("Papers to print"), "main"),
        )
        head = Head((self.back(Command.EVERYBODY, _("All travellers")), Text(self.name(who), "heading")), ways)
        buttons = tuple(self._visit_button(v) for v in reversed(who.record.visits))
        visit = next(v for v in who.record.visits if v.begun.number == self.number)
        visits = Scroll("visits", Column((Column(buttons, 4), self._personal.form(who.id, self.own.pictures)), 26))
        return Column((head, Split(((0.24, visits), (0.76, self._visit(visit))))))

    def _visit_button(self, visit: Visit) -> Button:
        number, day = visit.begun.number, phrases.date(visit.begun.day, self._)
        words = self._("Visit {number}").format(number=number) + f" · {day}"
        words += f"\n{self._(visit_words.LAST)}" if visit.begun.plan.last else ""
        return Button(ShowVisit(number), words, "item", number == self.number)

    def _visit(self, visit: Visit) -> Item:
        """What is typed and copied stays where it is; what the child did scrolls below."""
        people, told = self.own.people.get(self.number, {}), visit_words.told_pages(visit)
        agreed, shown = visit.begun.plan.may_show, (self._pictures, self._)
        pages = Column(tuple(told_page(page, who_in(people, page.activity), agreed, *shown) for page in told))
        rest = visit_words.way_and_rest(visit, self._)
        more = [Text(rest, "small", "soft")] if rest else []
        scroll = Scroll(ShowVisit(self.number), Column((pages, *more)))
        return Column((self._own(), self._copies(), scroll), 12)

    def _own(self) -> Item:
        _ = self._
        hint = _("What you want to add. It is kept apart from what the child chose.")
        trouble = [Text(said(self.own.trouble, _), "small", "trouble")] if self.own.trouble else []
        box = Entry(Field("own"), self.own.visits.get(self.number, ""), hint, lines=3)
        kept = [Text(_("Kept."), "small", "soft")] if self.number in self.own.visits and not self.typing else []
        return Card(Column((Row((Text(_("In your own words"), "heading"), *kept)), *trouble, box), 8))

    def _copies(self) -> Item:
        _ = self._
        buttons = (Button(CopyNote(form), _(NOTES.get(form, form)), "choice") for form in FORMS)
        said = Text(_("Your own words go along, below what the child chose."), "small", "soft")
        return Column((Row((Text(_("Copy for your notes:")), *buttons), 12), said), 6)

    def on_event(self, event: FormEvent) -> None:
        """What a grown-up has pressed or typed."""
        if self._list.on_event(event) or self._personal.on_event(self.id, event):
            return
        match event.means:
            case Command.BACK if self._goes is not None:
                self._goes = None
            case ChooseTraveller(id):
                self._open(id)
            case Command.EVERYBODY | Command.BACK:
                self._open("")
            case BringRecord(path):
                self.bring(path)
            case Command.DELETE:
                self._ask()
            case Command.KEEP:
                self._goes = None
            case Command.DELETE_FOR_GOOD:
                self._delete()
            case _:
                self._on_one(event)

    def _on_one(self, event: FormEvent) -> None:
        """What is done with the record that is open."""
        match event.means:
            case ShowVisit(number):
                self.number = number
            case Field("own"):
                self._type(event.value)
            case ShowsWhat(name):
                self.keep_shown_soon(name, event.value)
            case WhoIs(key):
                self.keep_who_soon(self.number, key, event.value)
            case CopyNote(form):
                self._copy(form)
            case Command.PAPERS:
                self.desk.open_screen("papers", self.id)
            case Command.EXPORT:
                self._export()

    def dropped(self, path: str, use: str = "") -> None:
        """A traveller from another machine; where one is open, a picture for this child alone."""
        if self.id and not path.lower().endswith(".zip"):
            self._personal.bring(self.id, Path(path))
        else:
            self.bring(Path(path))

    def _open(self, id: str) -> None:
        self.keep_now()
        who = self.model.traveller(id) if id else None
        self.id, self._goes = who.id if who else "", None
        self.number = who.record.visits[-1].begun.number if who else 0
        self.look_up()
        self._pictures = self.model.library(self.id)
        if not who:
            self._elsewhere.look()

    def bring(self, exported: Path) -> None:
        """A traveller from another machine; its file is not offered any more."""
        super().bring(exported)
        self._elsewhere.look()

    def done(self, done: Finished) -> None:
        """What was looked for is found."""
        self._elsewhere.take(done)

    def _type(self, words: str) -> None:
        self.keep_soon({self.number: words})

    def _copy(self, form: str) -> None:
        who = self.model.present(self.id)
        text = note(who, self.number, form, self.own, self._)
        if self.model.succeeds(lambda: self.desk.copy(text)):
            said = self._("The notes of visit {number} ({form}) are on the clipboard. Paste them into your own.")
            called = self._(NOTES.get(form, form))
            self.model.tell(said.format(number=self.number, form=called))

    def _export(self) -> None:
        self.keep_now()
        who, language = self.model.present(self.id), self.model.settings.spoken
        out = outbox.download_path(export.file_name(who))
        store, activities = self.model.store, self.model.activities
        left = self._unkept()
        made = self.model.try_to(lambda: export.pack(store, self.id, out, language, activities, left.extend))
        if made:
            done = self._("The record is saved as {file}.").format(file=made)
            self.model.tell(" ".join((done, *(said(one, self._) for one in left))), good=not left)
        if made and not left:
            exported.remember(store, self.id, self.model.day)
        if self._goes is not None:
            self._ask()

    def _unkept(self) -> list[str]:
        """Why no export holds what was typed last; nothing where it is kept."""
        told = self.model.told
        return [Sentence(export.WORDS_STAY, why=told.sentence)] if self.typing and told else []

    def _ask(self) -> None:
        """What goes is named before anything does; where the record is gone already, it is not on the list any more."""
        self.keep_now()
        self._goes = self.model.try_to(lambda: deletion.what_goes(self.model.store, self.id))
        if self._goes is None:
            self.model.refresh()

    def _delete(self) -> None:
        store, id = self.model.store, self.id
        self.model.unsaved.forget(id)
        if self.model.visit and self.model.visit.id == id:
            end_visit(self.model)
        done = self.model.succeeds(lambda: deletion.delete(store, id))
        if self.model.wish is not None and self.model.wish.id == id:
            self.model.wish = None
        self.model.refresh()
        self.desk.small_pages.clear()
        outbox.empty(store)
        if done:
            self._open("")
            self.model.tell(self._(DELETED))
