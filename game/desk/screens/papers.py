"""Papers of one traveller: which, with what on it, and how it looks. What is done with one is `paper_job.py`'s."""

from functools import partial
from typing import Any

from msgspec.structs import replace

from game.desk.background import Finished, Task
from game.desk.desk import Desk
from game.desk.form import Button, Card, Column, FormEvent, Head, Item, Row, Scroll, Split, Text
from game.desk.messages import Choose, ChoosePaper, ChoosePicture, Command, Field, LeaveOut, ShowPage, ShowSection
from game.desk.paper_job import PaperJob
from game.desk.paper_preview import PreviewPages
from game.desk.screens.autosave import AutosaveScreen
from game.desk.screens.paper_draft import Letters, begun, kept_of
from game.desk.screens.paper_form import PAGES, PaperForm
from game.desk.screens.paper_list import paper_list
from game.desk.screens.paper_pages import (
    ABOUT,
    ABOVE_SMALL,
    BETWEEN,
    beside_the_form,
    columns,
    large_page,
    large_size,
    larger,
    leaf,
    longest_beside,
    pages_of_set,
)
from game.desk.screens.paper_ways import PaperWays
from game.paper.letter import usual_letter as begun_letter
from game.paper.options import PaperOptions
from game.paper.paper_kind import PaperKind
from game.paper.paper_set import ALL_PAPERS, LAST_VISIT, PaperSet, SetPart, asked_of
from game.paper.picture_choice import toggled
from game.paper.typst_press import forget
from game.play.home_record import home_record
from game.play.record import Traveller
from game.system.errors import said
from game.system.language import words

SHARP = 1.0  # pixels of a preview to a pixel of the glass
SMALLEST = 120  # pixels to the longer side of a page in the list, for a design unit that is one pixel


class MakePreview(Task, frozen=True):
    """The paper that is open, as it will be."""


class ForgetPapers(Task, frozen=True):
    """Whatever typst has kept of the papers goes."""


class PapersScreen(AutosaveScreen):
    """The papers of the traveller with this id; `name` is the one that is open."""

    tab = "travellers"

    def __init__(self, desk: Desk, id: str, name: str = ""):
        super().__init__(desk, id)
        self._letters = Letters(self.own)
        record = self.model.present(id).record
        self.options = begun(self.model, id, self.own)
        home = home_record(record)
        self._why_not = {name: kind.why_not(record, home) for name, kind in ALL_PAPERS.items()}
        self.desk.small_pages.begin(self.model.present(id), replace(self.options, name="", letter_beneath=""))
        self.parts: dict[str, SetPart] = {}
        self.page, self.why, self.trouble = 0, "", ""
        self._large, self._section = False, ""  # a page is shown alone; the part of the form that is open
        self._ways = PaperWays(self)
        self._asked_for: object = None
        self._shown = PreviewPages()
        self._choose(name or self._first())

    @property
    def kind(self) -> PaperKind:
        """The paper that is open."""
        return ALL_PAPERS[self.name_of_paper]

    @property
    def pages(self) -> list[bytes]:
        """The pages that are printed now, as PNGs."""
        return [page for part in self._wanted() for page in part.made]

    def _wanted(self) -> list[SetPart]:
        return [part for name, part in self.parts.items() if name not in self.options.without]

    def _first(self) -> str:
        """After the last visit all that goes home; else what is for the notes."""
        visits = self.model.present(self.id).record.visits
        return LAST_VISIT if visits and visits[-1].begun.plan.last else "summary"

    def form(self) -> Item:
        """The list, the form, and the paper as it will be; or one of its pages alone."""
        who = self.model.present(self.id)
        if self._large and self.pages:
            return self._large_page()
        begins = self.back(Command.BACK, self._("All visits")), Text(self.name(who), "heading")
        head = Head(begins, (larger(self._, bool(self.pages)), *self._ends()))
        papers = paper_list(self._, self._why_not, self.name_of_paper, self.desk.small_pages.page)
        kinds, (listed, asked, shown) = Scroll("kinds", Column(papers, 4)), self._columns()
        form = self._form_of(who)
        opened = form.opened(self._section)
        if opened == PAGES and not self.why:
            right = self._right(asked + BETWEEN + shown, ABOUT)
            above = Column((form.title(), *form.heads(opened), form.about(), right), 8)
            return Column((head, Split(((listed, kinds), (asked + BETWEEN + shown, above)), BETWEEN)))
        parts = zip((listed, asked, shown), (kinds, self._asked(form, opened), self._right(shown)), strict=True)
        return Column((head, Split(tuple(parts), BETWEEN)))

    def _form_of(self, who: Traveller) -> PaperForm:
        return PaperForm(self._, self.kind, replace(self.options, letter=self._letter()), who)

    def _asked(self, form: PaperForm, opened: str) -> Item:
        """What the paper is, and one part of what can be wanted of it: so that all of that is seen."""
        if self.why:
            return Column((form.title(), form.about()), 16)
        asked = Scroll((self.name_of_paper, opened), Column(tuple(form.items(opened)), 8))
        return Column((form.title(), *form.heads(opened), asked), 8)

    def _ends(self) -> tuple[Button, ...]:
        """What can be done with the paper: before all that is asked, so that a few keys lead there."""
        return self._ways.buttons(self._can_go(), isinstance(self.kind, PaperSet))

    def _can_go(self) -> bool:
        """Whether there is something to save and print; of a set only once its pages, and what they lack, are seen."""
        nothing = self.why or self.trouble or (self.parts and not self.pages)
        return not nothing and (bool(self.parts) or not isinstance(self.kind, PaperSet))

    def _right(self, wide: float, above: float = 0) -> Item:
        """The paper as it will be in a column so wide, where so much stands above it."""
        if self.why or self.trouble:
            return Card(Text(self.why or self.trouble, "body", "soft" if self.why else "trouble"))
        note = [Text(told, "small", "trouble")] if (told := self.note) else []
        if not self.parts:
            return Card(Text(self._("One moment…"), "body", "soft"))
        again = self._ways.again(self.name_of_paper, self._of_this())
        if isinstance(self.kind, PaperSet):
            room = wide, self.desk.room[1] - ABOVE_SMALL - above
            return Column((*note, *again, *pages_of_set(self._, self.kind, self.parts, self._of_this(), room)), 12)
        leaves = [Row(self._leaf(), 12)] if len(self.pages) > 1 else []
        shown = beside_the_form(self.pages[self.page], self.desk.room, wide, bool(leaves))
        return Column((*leaves, *note, *again, shown), 12)

    def _leaf(self) -> tuple[Item, ...]:
        return tuple(leaf(self._, self.page, len(self.pages), self.model.rtl))

    def _large_page(self) -> Item:
        """The page alone, as large as the window lets it be."""
        head = Head((self.back(Command.BACK, self._("Smaller")), *self._leaf()), self._ends())
        return Column((head, large_page(self.pages[self.page], self.page, self.desk.room)))

    @property
    def note(self) -> str:
        """What is to be told of the paper: signs that no font has, and what of a set cannot be made."""
        return " ".join(dict.fromkeys(said(one, self._) for part in self._wanted() for one in part.told if one))

    def on_event(self, event: FormEvent) -> None:
        """What a grown-up has pressed or typed."""
        match event.means:
            case Command.LARGER:
                self._show_large(True)
            case Command.BACK if self._large:
                self._show_large(False)
            case Command.BACK:
                self.desk.open_screen("travellers", self.id)
            case ChoosePaper(name):
                self._section = ""
                self._choose(name)
                self.desk.go_to(None if self.why else self._form_of(self.model.present(self.id)).asked_first())
            case ShowSection(name):
                self._section = name
            case ShowPage(number):
                self.page = number
            case Command.SAVE | Command.SHOW | Command.PRINT | Command.PRINT_AGAIN as way:
                self._ways.go(way, self._job())
            case Command.KEEP_PRIVATE:
                self._keep_private()
            case _:
                self._on_the_form(event)

    def _on_the_form(self, event: FormEvent) -> None:
        """What is wanted of the paper."""
        match event.means:
            case Field():
                self._type(event.means, event.value)
            case Command.BEGIN_LETTER:
                self._type(Field("letter"), begun_letter(words(self.options.language)))
            case ChoosePicture(name):
                on = self.kind.pictures_on(home_record(self.model.present(self.id).record), self.options)
                self._want(pictures=toggled(on, name, self.kind.most_pictures))
            case LeaveOut(name):
                self._leave_out(name)
            case Choose(what, value):
                self.keep_soon(**kept_of(self.own, what, value))
                self._want(**{what: value})

    def done(self, done: Finished) -> None:
        """The paper as it will be, or why it cannot be made; one that is not wanted any more is laid aside."""
        if (
            self.desk.small_pages.take(done)
            or not isinstance(done.task, MakePreview)
            or (done.answer or (self._asked_for,))[0] is not self._asked_for
        ):
            return
        self.trouble = done.trouble(self._)
        _asked_for, self.parts = done.answer or (None, {})
        self.page = min(self.page, max(0, len(self.pages) - 1))

    def passed(self, now: float) -> None:
        """While there is nothing else to do, the small pages that are in view are made."""
        super().passed(now)
        seen = [means.name for means in self.desk.seen() if isinstance(means, ChoosePaper)]
        names = [name for name in seen if not self._why_not[name]]
        side = round(SMALLEST * self.desk.scale)
        self.desk.small_pages.ask_next(names, lambda: self.model.renderer(self.id), side)

    def closed(self) -> None:
        """Keep what was typed, and let go of the memory that papers take."""
        super().closed()
        self.desk.background.ask(ForgetPapers(), forget, to_the_end=True)

    def _choose(self, name: str) -> None:
        self.name_of_paper, self.page, self.parts, self.trouble = name, 0, {}, ""
        if name == "private-page" and not self.options.private and self.own.private:
            self.options = replace(self.options, private=self.own.private)
        self._want()

    def _show_large(self, large: bool) -> None:
        """What is there is shown at once, and made as sharp as its size wants it."""
        self._large = large
        self._want()

    def _leave_out(self, name: str) -> None:
        """Left out of the set, or taken in again: nothing is made anew."""
        left = self.options.without
        without = tuple(n for n in left if n != name) if name in left else (*left, name)
        self.options = replace(self.options, without=without)
        self.page = min(self.page, max(0, len(self.pages) - 1))

    def _letter(self) -> str:
        return self._letters.shown(self.name_of_paper, self.options.language)

    def _of_this(self) -> PaperOptions:
        """What is wanted of this paper: what its form does not ask is not on it."""
        return asked_of(self.kind, replace(self.options, letter=self._letter()))

    def _who(self) -> Traveller:
        """With what was typed of the pictures and of visits: only the therapist's own papers show that."""
        return replace(self.model.present(self.id), people=self.own.people, wrote=self.own.visits)

    def _want(self, **new: Any) -> None:
        """Something is wanted otherwise: the paper is made anew beside the desk."""
        self.options = replace(self.options, **new)
        self.why, asked_for = self._(self._why_not[self.name_of_paper]), object()
        self._asked_for = asked_for
        if self.why:
            self.parts = {}
            return
        who, renderer = self._who(), self.model.renderer(self.id)
        width = round(self._longest() * self.desk.scale * SHARP)
        made = partial(self._shown.parts, self.kind, who, renderer, self._of_this(), width)
        self.desk.background.ask(MakePreview(), lambda: (asked_for, made()))

    def _longest(self) -> float:
        """Of a page as it is shown now, in design units of its longer side."""
        room = self.desk.room
        if self._large and self.pages:
            return max(large_size(self.pages[self.page], room))
        return longest_beside(room, self._columns()[2])

    def _columns(self) -> tuple[float, float, float]:
        return columns(self.desk.room, self.kind.asks)

    def _type(self, field: Field, value: str) -> None:
        if field.name == "letter":
            self.keep_soon(**self._letters.typed(self.name_of_paper, value))
            self._want()
        elif field.name == "private":
            answers = [*self.options.private, "", "", ""][:3]
            answers[field.number] = value
            self._want(private=tuple(answers))
        else:
            if field.name == "name":
                self.model.names = {self.id: value}
            else:
                self.keep_soon(**{field.name: value})
            self._want(**{field.name: value})

    def _keep_private(self) -> None:
        self.keep_soon(private=self.options.private)
        self.keep_now()
        if self.model.told is None:
            self.model.tell(self._("Your page is kept with this traveller, for you alone."))

    def _job(self) -> PaperJob:
        who, renderer = self._who(), self.model.renderer(self.id)
        return PaperJob(self.name_of_paper, who, self._of_this(), renderer, self.model.store)
