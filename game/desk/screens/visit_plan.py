"""The visits on Today: how many are planned, which was missed, a break, and whether this is the last one."""

from msgspec.structs import replace

from game.core.events import Plan
from game.desk.current_visit import begins_another, visit_is_over
from game.desk.form import Button, Column, Item, Means, Row, Text
from game.desk.messages import Choose, Command
from game.desk.screens.playlist import Playlist
from game.desk.screens.screen import BaseScreen
from game.desk.wish import (
    Wish,
    fewer_visits,
    missed_visit,
    missed_visit_undone,
    more_visits,
    planned_visits,
    usual_numbers,
)
from game.play.record import Traveller
from game.system.language import N_

OPENS_THE_GATE = N_("The gate opens on the last visit only.")
PLANNED = 130  # design units for how many visits are planned, in each language
VISITS = "visits"  # the name of this section of Today


class VisitPlan:
    """What Today shows of the plan. `asking`: whether a visit that was missed counts is asked now."""

    def __init__(self, screen: BaseScreen, playlist: Playlist):
        self._screen, self._playlist = screen, playlist
        self.asking = False

    def number(self, who: Traveller | None) -> int:
        """Which visit of this traveller it is."""
        if who is None:
            return 1
        visit, last = self._screen.model.visit, who.record.visits[-1].begun
        if visit is not None and visit.id == who.id:
            return visit.session.visit.begun.number
        return last.number + (last.day != self._screen.model.day or begins_another(self._screen.model, who))

    def said(self, plan: Plan, who: Traveller | None) -> str:
        """Which visit it is, in a word or two; after its end which one comes next, where the plan has one more."""
        _, number = self._screen._, self.number(who)
        if visit_is_over(self._screen.model, who):
            more = plan.left_after(number)
            ended = _("{number} ended, the last one") if plan.last else _("{number} ended")
            said = _("{number} ended, next {next} of {planned}") if more else ended
        elif plan.last:
            said = _("Visit {number}, the last one")
        else:
            said = _("Visit {number} of {planned}") if plan.planned else _("Visit {number}")
        return said.format(number=number, next=number + 1, planned=plan.planned)

    def form(self, wish: Wish, who: Traveller | None, opened: str) -> Item:
        """The number, the last visit where it is not above, and what is missed (on a first visit nothing can be). What
        a press changes stands below it.
        """
        plan = wish.plan
        rows: list[Item] = [self._planned(plan, self.number(who)), Text(self._left(plan, who), "small", "soft")]
        rows += () if self.offer(wish, who, opened) else self._last(wish, who) or self._as_the_last(plan, who)
        rows += (*self._afterwards(plan), *(self._missed(plan, who) if plan.planned else ()))
        return Column(tuple(rows), 12)

    def offer(self, wish: Wish, who: Traveller | None, opened: str) -> tuple[Row, ...]:
        """Where the plan comes to it, the last visit in plain sight, above what is `opened`. Not above the visits: they
        have it, and nothing comes or goes under the hand that counts them.
        """
        return self._last(wish, who) if self._comes_to_its_end(wish, who) and opened != VISITS else ()

    def among_the_sets(self, wish: Wish, who: Traveller | None) -> tuple[Row, ...]:
        """The same where the sets are, for whoever was here before, where it is not above them."""
        return () if who is None or self._comes_to_its_end(wish, who) else self._last(wish, who)

    def _comes_to_its_end(self, wish: Wish, who: Traveller | None) -> bool:
        """Whether by the plan this visit is the last, whatever is said of it."""
        planned = replace(wish.plan, last=False)
        return bool(planned.planned) and not planned.left_after(self.number(who))

    def _as_the_last(self, plan: Plan, who: Traveller | None) -> tuple[Row, ...]:
        """Once a visit is over, another as the last one; nothing before, and after the last."""
        if plan.last or not visit_is_over(self._screen.model, who):
            return ()
        _ = self._screen._
        said = _("It does not hand over yet. For another day, say it here on that day.")
        button = Button(Command.LAST_VISIT, _("Begin another visit, as the last one"), "choice")
        return (Row((button, Text(said, "small", "soft")), 12),)

    def _last(self, wish: Wish, who: Traveller | None) -> tuple[Row, ...]:
        """With what becomes of it, or has; nothing once the visit is over: of which one would it be said?"""
        if visit_is_over(self._screen.model, who):
            return ()
        _, last, laid = self._screen._, wish.plan.last, self._playlist.of_the_last(wish)
        button = Button(Command.LAST_VISIT, _("This is the last visit"), "choice", last)
        stays = _("The gate opens; your activities stay.") if last else OPENS_THE_GATE
        now = _("The gate is open. Laid out: {set}. Another press takes it back.")
        comes = _("Opens the gate, and lays out: {set}.")
        said = (now if last else comes).format(set=laid) if laid else _(stays)
        return (Row((button, *self._playlist.others_of_the_last(wish), Text(said, "small", "soft")), 12),)

    def _planned(self, plan: Plan, number: int) -> Row:
        """The number between the two that change it, in a room of its own: the hand that counts finds *+* where it was.
        On the last visit nothing is planned: all of it is grey.
        """
        _, last = self._screen._, plan.last
        fewer, more = (
            Button(None if last else means, sign, width=64)
            for means, sign in ((Command.FEWER_VISITS, "-"), (Command.MORE_VISITS, "+"))
        )
        said = _("{count} planned").format(count=plan.planned) if plan.planned else "?"
        count = Text(said, tone="soft" if last else "ink", width=PLANNED)
        return Row((Text(_("Visits"), "heading"), fewer, count, more, *self._numbers(plan, number)), 12)

    def _numbers(self, plan: Plan, number: int) -> tuple[Button, ...]:
        """Usual numbers, one press each, as far as there are no more visits already; and that nobody knows it."""
        _, last = self._screen._, plan.last
        choices = {each: str(each) for each in usual_numbers(number)} | {0: _("The number is not known")}
        return tuple(
            Button(None if last else Choose("planned", each), said, "choice", not last and plan.planned == each)
            for each, said in choices.items()
        )

    def _left(self, plan: Plan, who: Traveller | None) -> str:
        _, number = self._screen._, self.number(who)
        this = (
            _("Visit {number} has ended.") if visit_is_over(self._screen.model, who) else _("This is visit {number}.")
        )
        said = [this.format(number=number)]
        if plan.last:
            said.append(_("It is the last one: no other is planned."))
        elif plan.planned:
            said.append(_("Left after it: {left}.").format(left=plan.left_after(number)))
        else:
            return " ".join((*said, _("The child sees the road go into haze.")))
        if plan.missed:
            said.append(_("Missed, and counted among those planned: {count}.").format(count=len(plan.missed)))
        if plan.added:
            said.append(_("Added at the end for that: {count}.").format(count=len(plan.added)))
        return " ".join(said)

    def _missed(self, plan: Plan, who: Traveller | None) -> tuple[Item, ...]:
        _ = self._screen._
        if self.asking:
            counts = Button(Choose("missed", "counts"), _("It counts"))
            added = Button(Choose("missed", "added"), _("Added at the end"))
            none = Button(Choose("missed", "none"), _("None was missed"), "quiet")
            return Text(_("Does the visit that was missed count, or is one added at the end?")), Row(
                (counts, added, none), 12
            )
        missed = [Button(Command.MISSED_VISIT, _("The child missed a visit"))] if self.number(who) > 1 else []
        undo = [Button(Command.UNDO_MISSED, _("Undo"), "quiet")] if plan.missed else []
        said = _("The child sees a bird asleep at each lantern that is still to come.")
        if plan.last:
            said = _("No break comes after the last visit.")
        paused = plan.paused and not plan.last
        pause = Button(None if plan.last else Command.PAUSE, _("A break after this visit"), "choice", paused)
        return (Row((*missed, *undo, pause, Text(said, "small", "soft")), 12),)

    def _afterwards(self, plan: Plan) -> tuple[Item, ...]:
        """On the last visit, whether the child can come back: nothing is offered that cannot be."""
        if not plan.last:
            return ()
        _ = self._screen._
        may = Button(Command.MAY_RETURN, _("Coming back is possible"), "choice", plan.may_return)
        said = _("Only then the child is asked whether it goes on, comes back or is not sure.")
        return (Row((may, Text(said, "small", "soft")), 12),)

    def of_the_sensitive(self, plan: Plan, titles: str) -> Item:
        """Whether these may be told in the summary, and go home where the child wants it, too."""
        _ = self._screen._
        may = Button(
            Command.MAY_SHOW, _("May be shown: {activities}").format(activities=titles), "choice", plan.may_show
        )
        said = _("Then the summary says it, and the child is asked, too.")
        return Column((Row((may,)), Text(said, "small", "soft")), 6)

    def change(self, wish: Wish, means: Means, who: Traveller | None) -> Wish:
        """The wish after this press; the same where it was about something else."""
        if means is Command.LAST_VISIT:
            return self._playlist.last_visit(wish, who, self.number(who))
        return replace(wish, plan=self._changed(wish.plan, means, who))

    def _changed(self, plan: Plan, means: Means, who: Traveller | None) -> Plan:
        done, self.asking = self.number(who) - 1, means is Command.MISSED_VISIT
        match means:
            case Command.MORE_VISITS:
                return more_visits(plan, done)
            case Command.FEWER_VISITS:
                return fewer_visits(plan, done)
            case Choose("planned", int(number)):
                return planned_visits(plan, done, number)
            case Choose("missed", "counts" | "added" as how):
                return missed_visit(plan, done, added=how == "added")
            case Command.UNDO_MISSED:
                return missed_visit_undone(plan)
            case Command.PAUSE:
                return replace(plan, paused=not plan.paused)
            case Command.MAY_RETURN:
                return replace(plan, may_return=not plan.may_return)
            case Command.MAY_SHOW:
                return replace(plan, may_show=not plan.may_show)
        return plan
