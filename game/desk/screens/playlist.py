"""The activities of a visit on Today: a chapter or a set in one press, the whole workbook, or one's own choice."""

from msgspec.structs import replace

from game.core.activity import Activity, ActivitySet
from game.core.picture import Art
from game.desk.form import Button, Column, Flow, Image, Item, LabelledRows, Means, Row, Text
from game.desk.messages import Choose, ChooseActivity
from game.desk.screens.screen import BaseScreen
from game.desk.visit_sets import (
    Sets,
    before_the_next,
    chapters,
    instead,
    is_chosen,
    made_last,
    not_last,
    opened_before,
    own_sets,
    set_of_the_last,
    usual_set,
    with_set,
)
from game.desk.wish import Wish, toggled
from game.paper.phrases import ended_once, enumeration
from game.play.landmark import own_thing
from game.play.record import Record, Traveller
from game.system.language import N_

OWN = N_("What stands there is the child's own.")
CHIP, CHIP_OF_A_SET = 224, 196  # design units of one of several activities; two of a set stand in a narrow column
COLUMN, WIDEST = 330, 2000  # of each of them, where all lie there with their purposes: at least, and as its column is


class Playlist:
    """What Today shows of a visit's activities. `choosing`: the grown-up takes them in one by one."""

    def __init__(self, screen: BaseScreen):
        self._screen, self._model = screen, screen.model
        self.choosing = False

    def form(self, wish: Wish, who: Traveller | None, above: tuple[Row, ...], below: tuple[Item, ...]) -> Item:
        """The sets, and what the visit has; what stands `above` the sets, each with a label, and `below` them."""
        _, chapters, sets = self._screen._, self._chapters(), tuple(e for e in self._written() if not e.last)
        whole = Button(Choose("list", "all"), _("The whole workbook"), "choice", wish.only is None)
        by_hand = wish.only is not None and not self._chosen(wish)
        own = Button(Choose("list", "own"), _("Choose…"), "choice", by_hand)
        rows = [*above, _named(_("Chapters"), *self._buttons(wish, chapters), whole, own)]
        rows += [_named(_("Ready sets"), *self._buttons(wish, sets))] if sets else []
        rows += self._instead(wish)
        why = self._why_not_the_next(wish, _record(who))
        return Column((LabelledRows(tuple(rows), 8), *why, *below, self._legend(wish, _record(who))), 8)

    def _why_not_the_next(self, wish: Wish, record: Record) -> tuple[Text, ...]:
        """Why this chapter is laid out again, where the child has opened some of it and not all."""
        _, stays = self._screen._, before_the_next(self._chapters(), record)
        if stays is None or stays[0] not in self._chosen(wish):
            return ()
        left = [_(a.title) for a in self._model.offered() if a.name in stays[1]]
        said = _("The next chapter comes by itself once these were opened, too: {activities}.")
        return (Text(ended_once(said.format(activities=enumeration(left, _))), "small", "soft"),)

    def said(self, wish: Wish) -> str:
        """What the visit has, in a word or two."""
        _, chosen = self._screen._, self._chosen(wish)
        whole = _("The whole workbook") if wish.only is None else _("Your own choice")
        return _(chosen[0].title) if chosen else whole

    def others_of_the_last(self, wish: Wish) -> tuple[Button, ...]:
        """The sets of a last visit but that which the press lays out: each in its place, or back."""
        sets = tuple(each for each in self._written() if each.last and each != set_of_the_last(self._written()))
        return self._buttons(wish, sets) if wish.plan.last else ()

    def _buttons(self, wish: Wish, sets: Sets) -> tuple[Button, ...]:
        """Their numbers are those among all that there are."""
        _, chosen, every = self._screen._, self._chosen(wish), (*self._chapters(), *self._written())
        numbered = ((every.index(each), each) for each in sets)
        return tuple(Button(Choose("set", n), _(each.title), "choice", each in chosen) for n, each in numbered)

    def ways(self) -> tuple[Button, ...]:
        """Back from one's own choice, and what takes all of it away."""
        back = self._screen.back(Choose("list", "sets"), self._screen._("Chapters"))
        return back, Button(Choose("list", "none"), self._screen._("None"), "quiet")

    def own(self, wish: Wish, who: Traveller | None) -> Item:
        """All that can be chosen one by one, each with its purpose."""
        on, record = wish.usual(self._model.offered()), _record(who)
        return Flow(tuple(self._entry(a, a.name in on, record) for a in self._usable()), COLUMN, 6)

    def _entry(self, activity: Activity, on: bool, record: Record) -> Button:
        _, means = self._screen._, ChooseActivity(activity.name)
        art, purpose = self._there(activity, record)
        return Button(means, _(activity.title), "choice", on, WIDEST, page=art, note=purpose)

    def _there(self, activity: Activity, record: Record) -> tuple[Art, str]:
        """What stands on this child's trail, and what it is for; the child's own thing is said to be that."""
        _, library = self._screen._, self._model.library(self._screen.whose)
        own = own_thing(activity.name, activity.cover, record, library)
        purpose = _(activity.purpose)
        return (own, f"{purpose} {_(OWN)}") if own else (activity.cover, purpose)

    def _instead(self, wish: Wish) -> list[Row]:
        """What of the set could be there instead."""
        _, there = self._screen._, {a.name: a for a in self._model.offered()}
        others = [there[name] for each in self._chosen(wish) for name in each.one_of]
        chips = tuple(self._chip(Choose("one of", a.name), a, a.name in (wish.only or ())) for a in others)
        return [_named(_("One of these:"), *chips)] if chips else []

    def _legend(self, wish: Wish, record: Record) -> Item:
        """What stands along the trail, as the child sees it there, and what each is for."""
        on = (*wish.usual(self._model.offered()), *wish.opened)
        return Flow(tuple(self._told(a, record) for a in self._model.offered() if a.name in on), COLUMN, 4)

    def _told(self, activity: Activity, record: Record) -> Row:
        art, purpose = self._there(activity, record)
        words = Text(self._screen._(activity.title), "chip"), Text(purpose, "small", "soft")
        return Row((Image(art, 40, 40), Column(words, 0)), 8)

    def _chip(self, means: Means, activity: Activity, on: bool) -> Button:
        return Button(means, self._screen._(activity.title), "choice", on, CHIP_OF_A_SET, page=activity.cover)

    def change(self, wish: Wish, means: Means, who: Traveller | None) -> Wish | None:
        """The wish after this press; None where it was about something else."""
        match means:
            case Choose("set", int(number)):
                self.choosing = False
                chosen, each = self._chosen(wish), (*self._chapters(), *self._written())[number]
                if each.last and each in chosen:
                    each = set_of_the_last(self._written()) or each
                return with_set(wish, each, chosen, opened_before(_record(who)), self._sensitive())
            case Choose("one of", str(name)):
                return instead(wish, self._chosen(wish)[0], name)
            case ChooseActivity(name):
                return replace(wish, only=toggled(wish.usual(self._model.offered()), name))
            case Choose("list", "sets"):
                self.choosing = False
                return wish
            case Choose("list", str(name)):
                self.choosing = name in ("own", "none")
                only = {"all": None, "own": wish.usual(self._model.offered()), "none": ()}[name]
                return replace(wish, only=only)
        return None

    def last_visit(self, wish: Wish, who: Traveller | None, number: int) -> Wish:
        """The wish once *This is the last visit* was pressed: with its activities, or as it was before."""
        there = self._chosen(wish)
        if not wish.plan.last:
            return made_last(wish, set_of_the_last(self._written()), there, self._sensitive())
        plan = replace(wish.plan, last=False)
        return not_last(wish, any(each.last for each in there), usual_set(self._chapters(), _record(who), plan, number))

    def of_the_last(self, wish: Wish) -> str:
        """The title of the set that is laid out for the last visit, or would be by one press; "": the activities stay
        as they are.
        """
        there = self._chosen(wish)
        each = next((one for one in there if one.last), None) if wish.plan.last else set_of_the_last(self._written())
        return self._screen._(each.title) if each and there else ""

    def usual(self, wish: Wish, record: Record, number: int) -> Wish:
        """The wish with the chapter that is usual for this visit."""
        chapter = usual_set(self._chapters(), record, wish.plan, number)
        return replace(wish, only=chapter.activities) if chapter else wish

    def _chosen(self, wish: Wish) -> Sets:
        """The chapters and sets of which the visit has just what is in them."""
        if self.choosing:
            return ()
        every: list[ActivitySet] = [*self._chapters(), *self._written()]
        sensitive = self._sensitive()
        return tuple(each for each in every if is_chosen(each, wish, sensitive))

    def _chapters(self) -> Sets:
        return chapters(self._model.loaded.workbook, self._model.offered())

    def _written(self) -> Sets:
        return own_sets(self._model.loaded.workbook, self._model.offered())

    def _usable(self) -> tuple[Activity, ...]:
        return tuple(a for a in self._model.offered() if not a.locked)

    def _sensitive(self) -> set[str]:
        return {activity.name for activity in self._model.offered() if activity.locked}


def _named(title: str, *chips: Button) -> Row:
    return Row((Text(title, "small", "soft"), *chips), 6)


def _record(who: Traveller | None) -> Record:
    """Of somebody new nothing is known."""
    return who.record if who else Record(())
