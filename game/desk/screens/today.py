"""Today: who is here, what is ready for this visit, and *Hand over*.

Two taps are enough: the traveller and *Hand over*. The activities are those of the chapter to which the child has come;
everything else is as it was on the visit before.
"""

from pathlib import Path

from msgspec.structs import replace

from game.core.events import NOBODY_YET
from game.desk.current_visit import end_visit, go_back, hand_over, make_ready, visit_is_over
from game.desk.desk import Desk
from game.desk.form import Card, Column, FormEvent, Head, Item, Means, Middle, Scroll, Split, Text, Tile
from game.desk.messages import (
    Choose,
    ChooseEnvelope,
    ChooseTraveller,
    Command,
    Field,
    OpenSensitive,
    ShowSection,
)
from game.desk.screens.chosen_today import chosen_today
from game.desk.screens.handing_over import HandingOver
from game.desk.screens.personal_pictures import ENVELOPE, PERSONAL, DroppedPicture, PersonalPictures
from game.desk.screens.playlist import Playlist
from game.desk.screens.screen import BaseScreen
from game.desk.screens.traveller_list import TravellerList
from game.desk.screens.visit_child import VisitChild
from game.desk.screens.visit_envelope import envelope
from game.desk.screens.visit_plan import VISITS, VisitPlan
from game.desk.screens.visit_sections import ROOMY, FormSection, sections
from game.desk.screens.visit_sensitive import said_of_sensitive, sensitive
from game.desk.wish import Wish, as_on, of_visit, one_more, toggled
from game.play.record import Record, Traveller
from game.play.state import Visit
from game.records.open_visit import Preparation
from game.records.store import NOT_HERE
from game.system.language import N_

LISTED, LISTED_THERE = 0.31, 0.23  # of the width for who is here, and of that of a desk that shows all sections
BACK = N_("To come back: hold each upper corner (by mouse one, then the other), or Q and P, for three seconds.")
LIST, CHILD, CHOSEN = "list", "child", "chosen"  # the sections that are open at first


class TodayScreen(BaseScreen):
    """The first screen of the desk."""

    tab = "today"

    def __init__(self, desk: Desk):
        super().__init__(desk)
        self._playlist = Playlist(self)
        self._plan = VisitPlan(self, self._playlist)
        self._list, self._over, self._child = TravellerList(self), HandingOver(self), VisitChild(self)
        self._personal, self._picture = PersonalPictures(self), DroppedPicture(self)
        self._opened = ""  # the section that was pressed
        if self.model.visit and self.wish is None:
            self.wish = self._as_before(self.model.visit.id)

    @property
    def whose(self) -> str:
        """The pictures of the one that is chosen are shown."""
        return self.wish.id if self.wish else ""

    @property
    def wish(self) -> Wish | None:
        """What is ready for the visit; it lies on the desk until it is handed over, whatever is looked at meanwhile."""
        return self.model.wish

    @wish.setter
    def wish(self, wish: Wish | None) -> None:
        self.model.wish = wish

    def form(self) -> Item:
        """The travellers, and beside them what is ready for the one that is chosen."""
        if self.wish is not None and self._playlist.choosing and not self._over.asking:
            return self._choosing(self.wish)
        listed = LISTED if self.desk.room[0] < ROOMY else LISTED_THERE
        return Split(((listed, self._everybody()), (1 - listed, self._ready())))

    def _everybody(self) -> Item:
        _, wish = self._, self.wish
        new = Tile(Command.NEW_TRAVELLER, _("Somebody new"), (NOBODY_YET,), on=wish is not None and not wish.id)
        tiles = Scroll("travellers", self._list.tiles((new,), wish.id if wish is not None else ""))
        return Column((Head((Text(_("Who is here today?"), "heading"),)), *self._list.look_for(), tiles))

    def _ready(self) -> Item:
        wish = self.wish
        if wish is None:
            return Middle(Text(self._("Choose who is here; then you can hand over."), "heading", "soft"), 640)
        who = self.model.traveller(wish.id)
        if wish.id and who is None and not self._goes_on(wish):
            return Card(Text(self._(NOT_HERE), "body", "trouble"))
        head = Head(self._head(who), self._over.ways(wish.id, who)[::-1])
        back = self._(BACK)
        over = self._("Today's visit is over.")  # as high as the other: no tab moves under the hand that ends a visit
        words = (Text(over if visit_is_over(self.model, who) else back, "small", "soft"), *self._doubts())
        questions = (*self._over.question(), *self._picture.question())
        opened = self._opened or (CHOSEN if self._of_today(wish, who) else LIST)
        last = self._plan.offer(wish, who, opened)
        return Column((head, *questions, *words, *last, self._sections(wish, who, opened)), 8)

    def _choosing(self, wish: Wish) -> Item:
        """While activities are chosen one by one, they alone, so that all of them are seen."""
        who = self.model.traveller(wish.id)
        title = *self._playlist.ways(), *self._head(who)
        ways = self._over.ways(wish.id, who)[::-1]
        return Column((Head(title, ways), Scroll(ShowSection(LIST), self._playlist.own(wish, who))), 8)

    def _head(self, who: Traveller | None) -> tuple[Item, ...]:
        return (Text(self.name(who) if who else self._("Somebody new"), "title"),)

    def _goes_on(self, wish: Wish) -> bool:
        """True while the visit of the one that is chosen is open."""
        return self.model.visit is not None and self.model.visit.id == wish.id

    def _sections(self, wish: Wish, who: Traveller | None, opened: str) -> Item:
        """Those that stand in a section of their own are asked among the activities, too, where one alone is seen: of
        somebody new the age, of the others whether this visit is the last.
        """
        _, visit = self._, self._of_today(wish, who)
        today = Column((*self._over.again(who), chosen_today(visit, _))) if visit else None
        chosen = (FormSection(CHOSEN, _("Chosen"), _("today"), today),) if today else ()
        alone = self.desk.room[0] < ROOMY
        age = (self._child.age(wish),) if alone and who is None else ()
        last = self._plan.among_the_sets(wish, who) if alone else ()
        found = (
            *chosen,
            FormSection(LIST, _("Activities"), self._playlist.said(wish), self._playlist.form(wish, who, age, last)),
            FormSection(CHILD, _("The child"), self._child.said(wish), self._of_the_child(wish, who)),
            FormSection(VISITS, _("Visits"), self._plan.said(wish.plan, who), self._plan.form(wish, who, opened)),
            FormSection("sensitive", _("Sensitive"), said_of_sensitive(self, wish), sensitive(self, wish, self._plan)),
            FormSection("envelope", _("Envelope"), _("filled") if wish.envelope else _("empty"), envelope(self, wish)),
        )
        return sections(found, opened, self.desk.room[0])

    def _of_today(self, wish: Wish, who: Traveller | None) -> Visit | None:
        """The visit that goes on, or is over today."""
        if self.model.visit is not None and self._goes_on(wish):
            return self.model.visit.session.visit
        return who.record.visits[-1] if who is not None and visit_is_over(self.model, who) else None

    def _doubts(self) -> tuple[Text, ...]:
        """What a grown-up should know before the child sits down."""
        return tuple(Text(said, "small", "trouble") for said in self.model.doubts())

    def _of_the_child(self, wish: Wish, who: Traveller | None) -> Item:
        own = [self._personal.ways()] if who is not None else []
        return self._child.form(wish, *own)

    def on_event(self, event: FormEvent) -> None:
        """What a grown-up has pressed."""
        if self._list.on_event(event):
            return
        match event.means:
            case ChooseTraveller(id):
                self._choose(id)
            case Command.NEW_TRAVELLER:
                self._choose("")
            case ShowSection(name):
                self._opened = name
            case Choose("picture", str(use)) if self.wish is not None and self._picture.asked is not None:
                self._use_picture(self.wish, self._picture.asked, use)
            case means if self.wish is not None:
                self._go_or_change(self.wish, means)

    def _choose(self, id: str) -> None:
        """This one is here, as on the visit before; nothing is asked yet."""
        if not self._holds(self.wish):
            return
        self._playlist.choosing = self._plan.asking = self._over.asking = False
        self._picture.asked = None
        self._opened = ""
        self.wish = self._as_before(id)

    def dropped(self, path: str, use: str = "") -> None:
        """A picture for the envelope or for this child alone, or a traveller from another machine."""
        if path.lower().endswith(".zip"):
            self.bring(Path(path))
        elif self.wish is None:
            self.model.tell(self._("Choose who is here first, then drop the picture again."), good=False)
        else:
            known = self.model.traveller(self.wish.id) is not None
            self._use_picture(self.wish, Path(path), use or ("" if known else ENVELOPE))

    def _use_picture(self, wish: Wish, path: Path, use: str) -> None:
        """Whoever is known here can have it for itself: what it is for is asked, unless that has been said."""
        self._picture.asked = None if use else path
        if use == ENVELOPE:
            self.wish = replace(wish, envelope=path)
        elif use == PERSONAL:
            self._personal.bring(wish.id, path)

    def _go_or_change(self, wish: Wish, means: Means) -> None:
        match means:
            case Command.GO_BACK:
                self._go_back(wish)
            case Command.END_VISIT:
                self._opened = ""
                self._end(wish)
            case Command.HAND_OVER if self._over.must_ask(wish.id):
                self._over.asking = True
            case Command.HAND_OVER | Command.END_AND_HAND_OVER:
                hand_over(self.model, wish.id, wish.band, self._of_this_visit(wish), wish.another)
            case Command.ANOTHER_VISIT:
                self._opened = ""
                self._begin_another(wish)
            case Command.LAST_VISIT if visit_is_over(self.model, self.model.traveller(wish.id)):
                self._change(self._begin_another(wish), means)
            case Command.CANCEL:
                self._over.asking = False
            case Command.ADD_WORDS:
                self.desk.open_screen("travellers", wish.id)
                self.desk.go_to(Field("own"))
            case Command.PAPERS:
                self.desk.open_screen("papers", wish.id)
            case _:
                self._change(wish, means)

    def _begin_another(self, wish: Wish) -> Wish:
        """One more visit of today is ready; it is not handed over yet."""
        self.wish = one_more(wish)  # first: which number it has is seen by it
        self.wish = self._as_usual(self.wish, self.model.traveller(wish.id))
        return self.wish

    def _change(self, wish: Wish, means: Means) -> None:
        match means:
            case OpenSensitive(name):
                self.wish = replace(wish, opened=toggled(wish.opened, name))
            case ChooseEnvelope(name):
                path = self.model.library().file(name)
                self.wish = replace(wish, envelope=None if wish.envelope == path else path)
            case _:
                who = self.model.traveller(wish.id)
                found = self._playlist.change(wish, means, who) or self._child.change(wish, means)
                self.wish = found or self._plan.change(wish, means, who)

    def _as_before(self, id: str) -> Wish | None:
        """As it is on the visit that goes on, else as it was on the visit before."""
        visit, who = self.model.visit, self.model.traveller(id)
        if visit is not None and visit.id == id:
            return of_visit(id, visit.session.visit.begun, self.model.offered())
        if who is None:
            return self._as_usual(Wish(id), who)
        begun = who.record.visits[-1].begun
        return self._as_usual(replace(as_on(begun), id=id, plan=begun.plan_on(self.model.day)), who)

    def _as_usual(self, wish: Wish, who: Traveller | None) -> Wish:
        """With the chapter that is usual for its visit."""
        return self._playlist.usual(wish, who.record if who else Record(()), self._plan.number(who))

    def _of_this_visit(self, wish: Wish) -> Preparation:
        return wish.preparation(self.model.offered(), self.model.settings.off)

    def _end(self, wish: Wish) -> None:
        """End the visit; who never woke the companion has no record, and would be somebody new."""
        if not self._holds(wish):
            return
        end_visit(self.model)
        if self.model.visit is None and self.model.traveller(wish.id) is None:
            self.wish = replace(wish, id="")

    def closed(self) -> None:
        """What was said of a visit that goes on holds, wherever the grown-up goes."""
        self._holds(self.wish)

    def _go_back(self, wish: Wish) -> None:
        """What was changed meanwhile holds from now on."""
        if make_ready(self.model, self._of_this_visit(wish)):
            go_back(self.model)

    def _holds(self, wish: Wish | None) -> bool:
        """What was changed holds for the visit that goes on, also where nobody goes back to it; False where that was
        refused, and told.
        """
        if wish is None or not self._goes_on(wish) or not self._over.is_open():
            return True
        return make_ready(self.model, self._of_this_visit(wish))
