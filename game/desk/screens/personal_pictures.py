"""Pictures for one child alone, beside its visits among the travellers: dropped on the window, and taken away."""

from pathlib import Path

from game.art.library import ENDINGS
from game.desk.form import Button, Card, Column, FormEvent, Item, Row, Text, Tile
from game.desk.messages import Choose, ChooseFile, TakeAwayPicture
from game.desk.screens.screen import BaseScreen
from game.records import personal_pictures

ENVELOPE, PERSONAL = "envelope", "personal"  # what a picture that is brought at Today is for
NEITHER = "neither"


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
    """The part of this screen that shows them."""

    def __init__(self, screen: BaseScreen):
        self.screen, self.model = screen, screen.model

    def form(self, id: str) -> Item:
        """Those of the traveller of this id, each to be taken away."""
        names, _ = personal_pictures.names(self.model.store, id), self.screen._
        tiles = tuple(Tile(TakeAwayPicture(name), _("Take away"), (name,), side=104) for name in names)
        return Column((self.ways(), *([Row(tiles, 10)] if tiles else [])), 8)

    def ways(self) -> Item:
        """How one comes here."""
        _ = self.screen._
        said = _(
            "Drop one on this window. It is offered to nobody else, in activities that say 'from: "
            "visit.personal-pictures', and goes with the record."
        )
        choose = Row((Button(ChooseFile(ENDINGS, PERSONAL), _("Choose a picture…")),))
        return Column((Text(_("Pictures for this child alone")), Text(said, "small", "soft"), choose), 8)

    def on_event(self, id: str, event: FormEvent) -> bool:
        """True where this was about one of them."""
        if not isinstance(event.means, TakeAwayPicture):
            return False
        name = event.means.name
        if self.model.succeeds(lambda: personal_pictures.take_away(self.model.store, id, name)):
            self.model.tell(self.screen._("It is not offered any more. What the child made with it stays as it was."))
        return True

    def bring(self, id: str, file: Path) -> None:
        """A picture for the traveller of this id."""
        if self.model.succeeds(lambda: personal_pictures.bring(self.model.store, id, file)):
            self.model.tell(self.screen._("The picture lies in this child's record now, and is for this child alone."))
