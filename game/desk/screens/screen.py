"""What the desk's screens have in common: who is at the desk, in which language, and how a traveller is shown."""

from pathlib import Path
from typing import TYPE_CHECKING

from game.core.events import NOBODY_YET
from game.desk.desk import Desk
from game.desk.form import Button, Head, Item, Means, Text, Tile
from game.desk.messages import Choose, ChooseTraveller
from game.desk.screen_host import Screen
from game.paper.phrases import date
from game.play.record import Traveller
from game.records.overview import Overview
from game.system.language import Translate

if TYPE_CHECKING:
    from game.authoring.own_files import LaidActivities


class BaseScreen(Screen):
    """A screen that answers nothing by itself, and shows nobody's pictures."""

    tab = ""
    begins_at: Means | None = None

    def __init__(self, desk: Desk):
        self.desk, self.model = desk, desk.model

    @property
    def whose(self) -> str:
        """No traveller's id."""
        return ""

    @property
    def _(self) -> Translate:
        """What turns English into the grown-up's language."""
        return self.model._

    def deaf(self, now: float) -> bool:
        """Never: it listens always."""
        return False

    def bring(self, exported: Path) -> None:
        """A traveller from another machine."""
        from game.records import import_zip

        store, activities = self.model.store, self.model.activities
        brought = self.model.try_to(lambda: import_zip.unpack(store, exported, activities))
        if brought is None:
            return
        self.model.refresh()
        here = self._("{name} is here now.").format(name=self.name(brought.traveller))
        self.model.tell(" ".join((here, *self._came_along(brought.laid))))

    def _came_along(self, laid: "LaidActivities") -> list[str]:
        """Sentences about activities that were brought; no other child meets what nobody here has looked at."""
        told = [sentence.said(self._) for sentence in laid.kept]
        if not laid.new:
            return told
        self.model.look_at_the_folder()
        came = self._("Activities came along, and are not used yet: {names}. Look at Activities.")
        return [came.format(names=", ".join(map(self.title, laid.new))), *told]

    def title(self, activity: str) -> str:
        """What the activity of this name is called; its name where it is not there, or has mistakes."""
        there = self.model.loaded.activities.get(activity)
        return self._(there.title) if there else activity

    def back(self, means: Means, words: str) -> Button:
        """The way back, with an arrow that points to where one came from."""
        return Button(means, f"{'→' if self.model.rtl else '←'} {words}", "quiet")

    def switch(self, what: str, words: str, on: bool) -> Item:
        """Something that is on or off, and says which."""
        _ = self._
        ways = (Choose(what, False), _("Off"), not on), (Choose(what, True), _("On"), on)
        return Head((Text(words),), tuple(Button(means, said, "choice", chosen) for means, said, chosen in ways))

    def day(self, day: str) -> str:
        """A day in digits, as the grown-up writes it."""
        return date(day, self._)

    def name(self, traveller: Traveller | Overview) -> str:
        """The pair in words: "Fox and moon"."""
        return self._called(traveller) or self._("No pictures yet")

    def inside(self, traveller: Traveller | Overview) -> str:
        """The same as it stands in a sentence."""
        return self._called(traveller) or self._("a child without pictures")

    def _called(self, traveller: Traveller | Overview) -> str:
        _, label = self._, self.model.library(self.whose).label
        animal, thing = (label(stem) if stem else "" for stem in traveller.pair)
        if animal and thing:
            second = _(thing) if self.model.language.capitals else _(thing).lower()
            return _("{animal} and {thing}").format(animal=_(animal), thing=second)
        return _(animal or thing)

    def traveller_tile(self, traveller: Overview, on: bool, side: float = 150) -> Tile:
        """A traveller to be pressed: the pair, and the day of the last visit, which tells equal pairs apart."""
        pictures = tuple(stem for stem in traveller.pair if stem) or (NOBODY_YET,)
        return Tile(
            ChooseTraveller(traveller.id), self.name(traveller), pictures, on, date(traveller.last, self._), side
        )
