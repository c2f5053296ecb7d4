"""What can be wanted of a paper, as items of a form: what is on it, of which size and in which language it is.

This file knows papers and no desk; what is pressed or typed is `papers.py`'s.
"""

from typing import Any

from msgspec import Struct

from game.desk.form import Button, Column, Entry, Item, Row, Text, Tile
from game.desk.messages import Choose, ChoosePicture, Command, Field, ShowSection
from game.desk.screens.settings import PAPER_SIZES
from game.paper.certificate import FRAMES, WORDINGS, sentences
from game.paper.letter import LONGEST_NAME
from game.paper.options import PaperOptions
from game.paper.paper_kind import PaperKind
from game.paper.paper_set import PaperSet
from game.paper.picture_choice import candidates, replaced
from game.paper.unplanned import ASKED
from game.play.home_record import home_record
from game.play.record import Traveller
from game.system.language import N_, Translate, language_names
from game.system.language import words as words_of

SECOND = "second"  # is asked beside the language
PAPER = N_("Paper")
SECTIONS = {  # what is asked in each; the first there gives the section its name
    "typed": {"letter": N_("Letter"), "private": N_("Your page"), "letter_beneath": ""},
    "name": {"name": N_("Name")},
    "wording": {"wording": N_("Words")},
    "look": {"frame": N_("Frame")},
    "pictures": {"pictures": N_("Pictures")},
}
PICTURE = 124  # design units of a picture: three beside each other in a small window
PAGES = "pages"  # of a set: nothing is asked, and its pages have all the room
SIZE = "size"  # the section with the size and the languages, which each paper has


class PaperForm(Struct):
    """The form of a paper of `who`, and what is wanted of it now."""

    _: Translate
    kind: PaperKind
    options: PaperOptions
    who: Traveller

    def title(self) -> Text:
        """What the paper is called."""
        return Text(self._(self.kind.title), "heading")

    def about(self) -> Text:
        """What it is. It stands in the first part of the form: below what opens the others, which never moves."""
        return Text(self._(self.kind.about), "small", "soft")

    def sections(self) -> dict[str, str]:
        """The titles of the parts in which is asked what can be wanted of it, by name."""
        asked = {name: [title for ask, title in of.items() if ask in self.kind.asks] for name, of in SECTIONS.items()}
        first = {PAGES: self._("Pages")} if isinstance(self.kind, PaperSet) else {}
        return first | {name: self._(titles[0]) for name, titles in asked.items() if titles} | {SIZE: self._(PAPER)}

    def opened(self, wanted: str) -> str:
        """The part that is open where this one is wanted: the first where there is none such."""
        there = self.sections()
        return wanted if wanted in there else next(iter(there))

    def asked_first(self) -> Field | None:
        """The box that is ready to be typed in: the name's, where the form begins with it and there is none yet."""
        return Field("name") if self.opened("") == "name" and not self.options.name else None

    def heads(self, opened: str) -> list[Item]:
        """What opens each of them, where there are several."""
        found = self.sections()
        heads = (Button(ShowSection(name), title, "section", name == opened) for name, title in found.items())
        return [Row(tuple(heads), 2)] if len(found) > 1 else []

    def items(self, section: str) -> list[Item]:
        """What is asked in this one."""
        about = [self.about()] if section == self.opened("") else []
        if section == SIZE:
            return about + self._size()
        asked = (ask for ask in self.kind.asks if ask in SECTIONS[section])
        return about + [part for ask in asked for part in getattr(self, f"_ask_{ask}")()]

    def _size(self) -> list[Item]:
        _, now = self._, self.options
        papers = {name: _(said) for name, said in PAPER_SIZES.items()}
        size = self._choice(_(PAPER), "paper", papers, now.paper)
        language = self._choice(_("Language of the paper"), "language", language_names(), now.language)
        return [*size, *language, *(self._second() if SECOND in self.kind.asks else [])]

    def _choice(self, title: str, what: str, choices: dict[str, str], now: str) -> list[Item]:
        row = tuple(Button(Choose(what, name), said, "choice", name == now) for name, said in choices.items())
        return [Column((Text(title), Row(row, 5)), 2)]

    def _second(self) -> list[Item]:
        """Below the language, which it goes with."""
        others = {"": self._("none")} | {
            code: name for code, name in language_names().items() if code != self.options.language
        }
        now = self.options.second if self.options.second in others else ""
        return self._choice(self._("A second language beneath"), SECOND, others, now)

    def _ask_name(self) -> list[Item]:
        _ = self._
        box = Entry(Field("name"), self.options.name, _("Name, for this print only"), longest=LONGEST_NAME)
        return [Text(_("The name is not kept: it is gone when the next visit begins")), box]

    def _ask_letter(self) -> list[Item]:
        box = Entry(Field("letter"), self.options.letter, self._("Your letter"), lines=5)
        said = self._("It is kept with this traveller until you delete it: the name belongs below “Name”.")
        begin = Row((Button(Command.BEGIN_LETTER, self._("Words to begin with")),))
        return [box, *([] if self.options.letter else [begin]), Text(said, "small", "soft")]

    def _ask_letter_beneath(self) -> list[Item]:
        """Where a second language is wanted, the letter in it."""
        if not self.options.second or self.options.second == self.options.language:
            return []
        title = self._("Your letter in {language}").format(language=language_names()[self.options.second])
        return [Text(title), Entry(Field("letter_beneath"), self.options.letter_beneath, title, lines=4)]

    def _ask_wording(self) -> list[Item]:
        """Each with its sentences, as they will stand on the paper; what was done stands there for "…"."""
        home, say = home_record(self.who.record), words_of(self.options.language)
        now = self.options.wording or next(iter(WORDINGS))
        ways = (
            Button(Choose("wording", name), self._(one.title), "item", name == now, note=sentences(home, name, say))
            for name, one in WORDINGS.items()
        )
        return [Column(tuple(ways), 4), Text(self._("“…” stands for what the child has done."), "small", "soft")]

    def _ask_frame(self) -> list[Item]:
        return self._named("frame", self._("Frame"), FRAMES)

    def _named(self, what: str, title: str, table: dict[str, Any]) -> list[Item]:
        now = getattr(self.options, what) or next(iter(table))
        return self._choice(title, what, {name: self._(one.title) for name, one in table.items()}, now)

    def _ask_pictures(self) -> list[Item]:
        """What is on the paper is marked; where it is full, it is said in whose place another one comes."""
        _, home = self._, home_record(self.who.record)
        there, on = candidates(home), self.kind.pictures_on(home, self.options)
        last = next((_(one.title) for one in there if one.name == replaced(on, self.kind.most_pictures)), "")
        said = [Text(_("Another one comes in the place of: {picture}").format(picture=last), "small")] if last else []
        tiles = (Tile(ChoosePicture(one.name), _(one.title), (one.art,), one.name in on, side=PICTURE) for one in there)
        return [*said, Row(tuple(tiles), 3)]

    def _ask_private(self) -> list[Item]:
        _, answers = self._, (*self.options.private, "", "", "")
        boxes = [
            Column((Text(_(words)), Entry(Field("private", number), answers[number], lines=2)), 2)
            for number, words in enumerate(ASKED)
        ]
        return [Row((Button(Command.KEEP_PRIVATE, _("Keep this page"), "choice"),)), *boxes]
