"""Pictures for one child alone, beside its visits among the travellers: dropped on the window, and taken away."""

from collections.abc import Mapping
from pathlib import Path

from game.art.picture_files import ENDINGS
from game.core.activity import VISIT, Activity
from game.desk.form import Button, Card, Column, Entry, FormEvent, Image, Item, Row, Text
from game.desk.messages import Choose, ChooseFile, ShowsWhat, TakeAwayPicture
from game.desk.screens.screen import BaseScreen
from game.paper.phrases import ended_once
from game.records import personal_pictures
from game.system.language import N_

ENVELOPE, PERSONAL = "envelope", "personal"  # what a picture that is brought at Today is for
NEITHER = "neither"
LONGEST = 80  # signs: a name, or two
ON_PAPERS = N_(
    "A picture is called what you type below it, also on papers that go home and of earlier visits; without that, “My "
    "own picture”."
)
BROUGHT = N_(
    "The picture lies in this child's record now, and is for this child alone. Below it, with the record, you can type "
    "what it shows."
)
PICTURES = f"{VISIT}.personal-pictures"  # what an activity says that shows them


def _shows_them(activity: Activity) -> bool:
    return any(PICTURES in step.references() for step in activity.steps)


class DroppedPicture:
    """What a picture is for that was dropped where it can be for two things: it is asked while `asked` is its file."""

    def __init__(self, screen: BaseScreen):
        self._screen = screen
        self.asked: Path | None = None

    def question(self) -> tuple[Item, ...]:
        """What it is for; nothing while that is not asked."""
        if self.asked is None:
            return ()
        _ = self._screen._
        uses = {ENVELOPE: _("For the envelope"), PERSONAL: _("For this child alone")}
        ways = [Button(Choose("picture", use), said) for use, said in uses.items()]
        none = Button(Choose("picture", NEITHER), _("For neither"), "quiet")
        return (Card(Column((Text(_("What is {file} for?").format(file=self.asked.name)), Row((*ways, none))))),)


class PersonalPictures:
    """The part of this screen that shows them. `_asked`: the one that shall be taken away, while that is asked."""

    def __init__(self, screen: BaseScreen):
        self.screen, self.model = screen, screen.model
        self._asked = ""

    def form(self, id: str, shows: Mapping[str, str]) -> Item:
        """Those of the traveller of this id, each to be taken away, with what it `shows` as it was typed."""
        _, names = self.screen._, personal_pictures.names(self.model.store, id)
        said = (Text(_(ON_PAPERS), "small", "soft"),) if names else ()
        return Column((self.ways(), *(self._picture(name, shows.get(name, "")) for name in names), *said), 8)

    def _picture(self, name: str, words: str) -> Item:
        """The picture is looked at; what takes it away stands beside it, and asks first."""
        _, shown = self.screen._, Image(name, 88, 88)
        if name != self._asked:
            away = Button(TakeAwayPicture(name), _("Take away…"), "quiet")
            box = Entry(ShowsWhat(name), words, _("What it shows"), longest=LONGEST)
            return Column((Row((shown, away), 10), box), 6)
        question = Text(_("Take this picture away? What the child made with it stays as it was."), "small", "trouble")
        keep = Button(Choose("take away", False), _("Keep it"))
        sure = Button(Choose("take away", True), _("Take away"), "danger")
        return Column((shown, question, Row((keep, sure), 10)), 8)

    def ways(self) -> Item:
        """How one comes here."""
        _ = self.screen._
        said = _(
            "Drop one on this window; it goes with the record. No activity of yours shows it yet: "
            "the README tells how, at 'Pictures for one child alone'."
        )
        if titles := [_(activity.title) for activity in self.model.offered() if _shows_them(activity)]:
            said = _("Drop one on this window; it goes with the record. Shown in: {activities}.")
            said = ended_once(said.format(activities=", ".join(titles)))
        choose = Row((Button(ChooseFile(ENDINGS, PERSONAL), _("Choose a picture…"), "choice"),))
        return Column((Text(_("Pictures for this child alone")), Text(said, "small", "soft"), choose), 3)

    def on_event(self, id: str, event: FormEvent) -> bool:
        """True where this was about one of them."""
        name, self._asked = self._asked, ""  # whatever else is done withdraws the question
        match event.means:
            case TakeAwayPicture(asked):
                self._asked = asked
            case Choose("take away", sure):
                self._take_away(id, name if sure else "")
            case _:
                return False
        return True

    def _take_away(self, id: str, name: str) -> None:
        typed = self.model.succeeds(self.model.unsaved.keep)
        if name and typed and self.model.succeeds(lambda: personal_pictures.remove(self.model.store, id, name)):
            self.model.tell(self.screen._("It is not offered any more. What the child made with it stays as it was."))

    def bring(self, id: str, file: Path) -> None:
        """A picture for the traveller of this id."""
        if self.model.succeeds(lambda: personal_pictures.add(self.model.store, id, file)):
            self.model.tell(self.screen._(BROUGHT))
