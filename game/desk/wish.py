"""What is ready for a visit before it is handed over: whose, how old the child is, which activities, which visits.

Plain frozen values and what is reckoned with them; this file knows no form, no screen and no disk.
"""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from game.core.activity import Activity
from game.core.events import TRAVELLER, Begun, Plan
from game.records.open_visit import Preparation

MOST_PLANNED = 60
USUAL = (4, 6, 8, 12)  # how many visits are often planned


class Wish(Struct, frozen=True):
    """What is ready for the visit. `only` None: the whole workbook; `envelope` None: as it was. `another`: the visit of
    today is over, and this is one more. `before`: as it was before a press made the visit the last one and laid out
    what is for that, with the sensitive activities that this shut. `sound`, `still` None: as for everybody.
    """

    id: str
    band: str = "middle"
    plan: Plan = Plan()
    opened: tuple[str, ...] = ()
    only: tuple[str, ...] | None = None
    envelope: Path | None = None
    quiet: bool = False
    another: bool = False
    before: "Wish | None" = None
    sound: bool | None = None
    still: bool | None = None

    def usual(self, offered: Iterable[Activity]) -> tuple[str, ...]:
        """The activities of this visit, the sensitive ones left out."""
        return tuple(a.name for a in offered if not a.locked) if self.only is None else self.only

    def preparation(self, offered: tuple[Activity, ...], off: tuple[str, ...]) -> Preparation:
        """The same as a visit is made ready with; `off` are the activities that no visit has."""
        only = self.usual(offered) + self.opened
        opened = tuple(a.name for a in offered if a.locked and a.name in only)
        only = (TRAVELLER, *only)  # without a traveller there is no trail
        made = Preparation(opened, self.plan, self.envelope, only, off, self.band)
        return replace(made, quiet=self.quiet, sound=self.sound, still=self.still)


def one_more(wish: Wish) -> Wish:
    """Another visit on the same day; that the one before was the last is said of that one."""
    return replace(wish, another=True, plan=replace(wish.plan, last=False))


def of_visit(id: str, begun: Begun, offered: tuple[Activity, ...]) -> Wish:
    """As it is on a visit that goes on."""
    names = [stop.activity for stop in begun.stops]
    locked = tuple(a.name for a in offered if a.locked and a.name in names)
    usual = [a.name for a in offered if not a.locked]
    whole = set(usual) <= set(names)
    only = None if whole else tuple(n for n in usual if n in names)
    return replace(as_on(begun), id=id, plan=begun.plan, opened=locked, only=only)


def as_on(begun: Begun) -> Wish:
    """How old the child is, which look it has, sound and motion, as on that visit."""
    return Wish("", begun.band, quiet=begun.quiet, sound=begun.sound, still=begun.still)


def more_visits(plan: Plan, done: int) -> Plan:
    """One visit more than was planned, or than there were already."""
    return replace(plan, planned=min(MOST_PLANNED, max(plan.planned, done) + 1))


def fewer_visits(plan: Plan, done: int) -> Plan:
    """One visit less; none is planned where that would be fewer than there were."""
    if plan.planned > max(1, done + 1):
        return replace(plan, planned=plan.planned - 1)
    return replace(plan, planned=0, added=())


def planned_visits(plan: Plan, done: int, number: int) -> Plan:
    """So many visits, and no fewer than with this one there are; 0: nobody knows how many."""
    return replace(plan, planned=max(number, done + 1) if number else 0, added=())


def usual_numbers(number: int) -> tuple[int, ...]:
    """How many visits are often planned, of those that are no fewer than with the visit of this number there are."""
    return tuple(planned for planned in USUAL if planned >= number)


def missed_visit(plan: Plan, done: int, added: bool) -> Plan:
    """The next visit that was planned did not take place; `added`: one more is planned at the end for it."""
    place = done + len(plan.missed) + 1
    if added and plan.planned < MOST_PLANNED:
        plan = replace(plan, planned=plan.planned + 1, added=(*plan.added, place))
    return replace(plan, missed=(*plan.missed, place))


def missed_visit_undone(plan: Plan) -> Plan:
    """The plan as it was before the last visit was missed."""
    added = tuple(place for place in plan.added if place not in plan.missed[-1:])
    planned = max(0, plan.planned - (len(plan.added) - len(added)))
    return replace(plan, planned=planned, added=added, missed=plan.missed[:-1])


def toggled(names: tuple[str, ...], name: str) -> tuple[str, ...]:
    """The names with this one, or without it where it was there."""
    return tuple(n for n in names if n != name) if name in names else (*names, name)
