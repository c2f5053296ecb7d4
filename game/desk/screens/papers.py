"""Papers of one traveller: which, with what on it, and how it looks. What is done with one is `paper_job.py`'s."""

from typing import Any

from msgspec.structs import replace

from game.desk.background import Finished, Task
from game.desk.desk import Desk
from game.desk.form import Button, Card, Column, Entry, FormEvent, Image, Item, Row, Scroll, Split, Text
from game.desk.messages import Choose, ChoosePaper, ChoosePicture, Command, Field, ShowPage
from game.desk.paper_job import PaperJob
from game.desk.screens.autosave import AutosaveScreen
from game.desk.screens.settings import PAPERS
from game.paper.certificate import FRAMES, WORDINGS
from game.paper.letter import LONGEST_NAME
from game.paper.letter import usual_letter as begun_letter
from game.paper.options import PaperOptions
from game.paper.picture_choice import MOST, candidates
from game.paper.registry import KINDS, PaperKind, pages_of, unprinted_on
from game.paper.typst_press import forget
from game.paper.unplanned import ASKED, usual_letter
from game.play.home_record import home_record
from game.play.record import Traveller
from game.system.errors import said
from game.system.language import names, words

BETWEEN = "\n\n* * *\n\n"  # the answers on the private page, where they are kept
MOST_PAGES = 6  # that can be looked at here
PREVIEW, HIGH = 480, 440  # design units of the paper's place
SHARP = 1.0  # pixels of a preview to a pixel of the glass


class MakePreview(Task, frozen=True):
    """The paper that is open, as it will be."""


class ForgetPapers(Task, frozen=True):
    """Whatever typst has kept of the papers goes."""


class PapersScreen(AutosaveScreen):
    """The papers of the traveller with this id; `name` is the one that is open."""

    tab = "travellers"

    def __init__(self, desk: Desk, id: str, name: str = "certificate"):
        super().__init__(desk, id)
        self.options = PaperOptions(paper=self.model.settings.paper, language=self.model.settings.spoken)
        self._letters = {"letter": self.own.letter, "unplanned": self.own.unplanned}
        self.pages: list[bytes] = []
        self.page, self.why, self.trouble, self.note = 0, "", "", ""
        self.printed: tuple[str, PaperOptions] | None = None
        self._asked_for: object = None
        self._choose(name)

    @property
    def kind(self) -> PaperKind:
        """The paper that is open."""
        return KINDS[self.name_of_paper]

    def form(self) -> Item:
        """The list, the form, and the paper as it will be."""
        who = self.model.present(self.id)
        head = Row(
            (
                self.back(Command.BACK, self._("All visits")),
                Text(self._("Papers of {name}").format(name=self.name(who)), "title"),
            )
        )
        kinds = Scroll("kinds", Column(tuple(self._kind(name, who) for name in KINDS), 10))
        asked = Scroll(ChoosePaper(self.name_of_paper), Column(tuple(self._asked(who)), 16))
        return Column((head, Split(((0.21, kinds), (0.35, asked), (0.44, self._right())), 24)))

    def _kind(self, name: str, who: Traveller) -> Button:
        return Button(ChoosePaper(name), self._(KINDS[name].title), "choice", name == self.name_of_paper, width=236)

    def _asked(self, who: Traveller) -> list[Item]:
        _ = self._
        parts: list[Item] = [Text(_(self.kind.title), "heading"), Text(_(self.kind.about), "small", "soft")]
        if not self.why:
            parts += [part for ask in self.kind.asks for part in getattr(self, f"_ask_{ask}")(who)]
        papers = {name: _(said) for name, said in PAPERS.items()}
        parts += self._choice(_("Paper"), "paper", papers, self.options.paper)
        return parts + self._choice(_("Language of the paper"), "language", names(), self.options.language)

    def _ways(self) -> Row:
        _ = self._
        again = (
            [Button(Command.PRINT_AGAIN, _("Print once more"), "plain")]
            if self.printed == (self.name_of_paper, self._of_this())
            else []
        )
        return Row(
            (
                Button(Command.PRINT, _("Print all") if self.name_of_paper == "unplanned" else _("Print"), "main"),
                *again,
                Button(Command.SHOW, _("Open")),
                Button(Command.SAVE, _("Save")),
            )
        )

    def _choice(self, title: str, what: str, choices: dict[str, str], now: str) -> list[Item]:
        row = tuple(Button(Choose(what, name), said, "choice", name == now) for name, said in choices.items())
        return [Text(title), Row(row, 10)]

    def _ask_name(self, who: Traveller) -> list[Item]:
        _ = self._
        box = Entry(Field("name"), self.options.name, _("Name, for this print only"), longest=LONGEST_NAME)
        return [Text(_("Name on the paper; it is kept nowhere")), box]

    def _ask_letter(self, who: Traveller) -> list[Item]:
        box = Entry(Field("letter"), self._letter(), self._("Your letter"), lines=7)
        said = self._("Your words are kept with this traveller until you delete them. Write the name above, not here.")
        begin = Row((Button(Command.BEGIN_LETTER, self._("Words to begin with")),))
        return [Text(self._("Your letter")), box, *([] if self._letter() else [begin]), Text(said, "small", "soft")]

    def _ask_wording(self, who: Traveller) -> list[Item]:
        return self._named("wording", self._("Words"), WORDINGS)

    def _ask_frame(self, who: Traveller) -> list[Item]:
        return self._named("frame", self._("Frame"), FRAMES)

    def _named(self, what: str, title: str, table: dict[str, Any]) -> list[Item]:
        now = getattr(self.options, what) or next(iter(table))
        return self._choice(title, what, {name: self._(one.title) for name, one in table.items()}, now)

    def _ask_pictures(self, who: Traveller) -> list[Item]:
        from game.desk.form import Tile

        chosen = self.options.pictures
        tiles = (
            Tile(ChoosePicture(one.name), self._(one.title), (one.art,), one.name in chosen, side=124)
            for one in candidates(home_record(who.record))
        )
        return [Text(self._("Pictures")), Row(tuple(tiles), 10)]

    def _ask_private(self, who: Traveller) -> list[Item]:
        _, answers = self._, (*self.options.private, "", "", "")
        boxes = [
            part
            for number, words in enumerate(ASKED)
            for part in (Text(_(words)), Entry(Field("private", number), answers[number], lines=3))
        ]
        return [*boxes, Row((Button(Command.KEEP_PRIVATE, _("Keep this page"), "plain"),))]

    def _right(self) -> Item:
        """The paper as it will be, and what can be done with it."""
        if self.why or self.trouble:
            return Card(Text(self.why or self.trouble, "body", "soft" if self.why else "trouble"))
        if not self.pages:
            return Card(Text(self._("One moment…"), "body", "soft"))
        shown = Image(self.pages[self.page], PREVIEW, HIGH)
        numbers = tuple(Button(ShowPage(n), str(n + 1), "choice", n == self.page) for n in range(len(self.pages)))
        note = [Text(self.note, "small", "trouble")] if self.note else []
        leaf = [Row(numbers[:MOST_PAGES], 8)] if len(numbers) > 1 else []
        return Column((self._ways(), *leaf, *note, shown), 12)

    def on_event(self, event: FormEvent) -> None:
        """What a grown-up has pressed or typed."""
        match event.means:
            case Command.BACK:
                self.desk.open_screen("travellers", self.id)
            case ChoosePaper(name):
                self._choose(name)
            case Field():
                self._type(event.means, event.value)
            case ChoosePicture(name):
                there = self.options.pictures
                self._want(pictures=tuple(n for n in there if n != name) if name in there else (*there, name)[-MOST:])
            case Choose(what, value):
                self._want(**{what: value})
            case ShowPage(number):
                self.page = number
            case Command.PRINT:
                self._print()
            case Command.PRINT_AGAIN:
                self._print(again=True)
            case Command.SHOW:
                self._show()
            case Command.SAVE:
                self._save()
            case Command.KEEP_PRIVATE:
                self._keep_private()
            case Command.BEGIN_LETTER:
                self._type(Field("letter"), begun_letter(words(self.options.language)))

    def done(self, done: Finished) -> None:
        """The paper as it will be, or why it cannot be made; one that is not wanted any more is laid aside."""
        if not isinstance(done.task, MakePreview) or (done.answer or (self._asked_for,))[0] is not self._asked_for:
            return
        self.trouble = done.trouble(self._)
        _asked_for, self.pages, unprinted = done.answer or (None, [], ())
        self.note = " ".join(said(one, self._) for one in unprinted)
        self.page = min(self.page, max(0, len(self.pages) - 1))

    def closed(self) -> None:
        """Nothing that was typed is lost, and the papers take no memory any more."""
        super().closed()
        self.desk.background.ask(ForgetPapers(), forget, to_the_end=True)

    def _choose(self, name: str) -> None:
        self.name_of_paper, self.page, self.pages, self.trouble, self.note = name, 0, [], "", ""
        if name == "private-page" and not self.options.private and self.own.private:
            self.options = replace(self.options, private=tuple(self.own.private.split(BETWEEN)))
        self._want()

    def _letter(self) -> str:
        """What stands in the box: what was typed, else for an ending that was not planned a letter to begin with."""
        typed = self._letters.get(self.name_of_paper, "")
        return typed or (usual_letter(words(self.options.language)) if self.name_of_paper == "unplanned" else "")

    def _of_this(self) -> PaperOptions:
        """What is wanted of this paper: what its form does not ask is not on it."""
        asked = {ask: getattr(self.options, ask) for ask in self.kind.asks if ask != "letter"}
        letter = self._letter() if "letter" in self.kind.asks else ""
        return PaperOptions(self.options.paper, self.options.language, letter=letter, **asked)

    def _want(self, **new: Any) -> None:
        """Something is wanted otherwise: the paper is made anew beside the desk."""
        self.options = replace(self.options, **new)
        kind, who, options, renderer = (
            self.kind,
            self.model.present(self.id),
            self._of_this(),
            self.model.renderer(self.id),
        )
        self.why, asked_for = self._(kind.why_not(who.record)), object()
        self._asked_for = asked_for
        if self.why:
            self.pages = []
            return
        width = round(PREVIEW * self.desk.scale * SHARP)

        def made() -> tuple[object, list[bytes], tuple[str, ...]]:
            sheets = kind.first_sheets(who, renderer, options)
            return asked_for, pages_of(sheets, width), unprinted_on(sheets)

        self.desk.background.ask(MakePreview(), made)

    def _type(self, field: Field, value: str) -> None:
        if field.name == "letter":
            self._letters[self.name_of_paper] = value
            self.keep_soon(**{self.name_of_paper: value})
            self._want()
        elif field.name == "private":
            answers = [*self.options.private, "", "", ""][:3]
            answers[field.number] = value
            self._want(private=tuple(answers))
        else:
            self._want(**{field.name: value})

    def _keep_private(self) -> None:
        self.keep_soon(private=BETWEEN.join(self.options.private))
        self.keep_now()
        if self.model.told is None:
            self.model.tell(self._("Your page is kept with this traveller, for you alone."))

    def _job(self) -> PaperJob:
        who, renderer = self.model.present(self.id), self.model.renderer(self.id)
        return PaperJob(self.name_of_paper, who, self._of_this(), renderer, self.model.store)

    def _print(self, again: bool = False) -> None:
        _, printer, job = self._, self.model.settings.printer, self._job()

        def work() -> str:
            said = job.print(printer, again, _)
            self.printed = job.name, job.options
            return said

        self.desk.errand(work)

    def _show(self) -> None:
        _, job = self._, self._job()
        self.desk.errand(lambda: job.show(_))

    def _save(self) -> None:
        _, job = self._, self._job()
        self.desk.errand(lambda: job.take_along(_))
