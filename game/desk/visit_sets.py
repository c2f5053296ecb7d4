"""Which sets of activities a grown-up can choose for a visit, which of them is chosen, and which is the usual one.

Each chapter of the trail is a set, and so is what a therapist has written besides. Plain frozen values; this file
knows no form, no screen and no disk.
"""

from collections.abc import Collection

from msgspec.structs import replace

from game.core.activity import Activity, ActivitySet, Workbook
from game.core.events import TRAVELLER, Plan
from game.desk.wish import Wish
from game.play.record import Record

Sets = tuple[ActivitySet, ...]


def chapters(workbook: Workbook, offered: tuple[Activity, ...]) -> Sets:
    """Each chapter as a set, as far as it is offered; what is sensitive in it is opened by hand alone."""
    names = {activity.name for activity in offered if not activity.locked}
    found = (ActivitySet(c.title, tuple(n for n in c.activities if n in names)) for c in workbook.chapters)
    return tuple(chapter for chapter in found if chapter.activities)


def own_sets(workbook: Workbook, offered: tuple[Activity, ...]) -> Sets:
    """The sets that a therapist has written, as far as their activities are offered."""
    names = {activity.name for activity in offered}
    found = (replace(s, activities=_only(s.activities, names), one_of=_only(s.one_of, names)) for s in workbook.sets)
    return tuple(each for each in found if each.activities)


def _only(names: tuple[str, ...], there: Collection[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name in there)


def usual_set(found: Sets, record: Record, plan: Plan, number: int) -> ActivitySet | None:
    """The chapter of this visit; None where there is no chapter.

    It is the one where the child has come to, or the next where all in that was opened once. On the last visit that
    is planned it is the last.
    """
    if not found:
        return None
    if plan.planned and plan.left_after(number) == 0:
        return found[-1]
    reached = _reached(found, opened_before(record))
    through = opened_before(record) >= {*found[reached].activities}
    return found[min(reached + through, len(found) - 1)]


def before_the_next(found: Sets, record: Record) -> tuple[ActivitySet, tuple[str, ...]] | None:
    """The chapter where the child has come to, and the activities there that were never opened: as long as there are
    any, the next chapter is not the usual one. None where nothing was opened, or no chapter comes after it.
    """
    opened = opened_before(record)
    if not any(opened & {*chapter.activities} for chapter in found):
        return None
    chapter = found[_reached(found, opened)]
    left = tuple(name for name in chapter.activities if name not in opened)
    return (chapter, left) if left and chapter is not found[-1] else None


def _reached(found: Sets, opened: set[str]) -> int:
    """The number of the last chapter in which anything was opened."""
    return max((n for n, chapter in enumerate(found) if opened & {*chapter.activities}), default=0)


def set_of_the_last(found: Sets) -> ActivitySet | None:
    """The set that is laid out once a visit is made the last one: the first that is for such visits; None: there is
    none.
    """
    return next((each for each in found if each.last), None)


def made_last(wish: Wish, each: ActivitySet | None, before: Sets, sensitive: set[str]) -> Wish:
    """The wish as the last visit, with this set for it in the place of those `before`. What a grown-up has laid out by
    hand, and the whole workbook, stay as they are.
    """
    last = replace(wish, plan=replace(wish.plan, last=True))
    if each is None or not before:
        return last
    laid = with_set(last, each, before, (), sensitive)
    shut = tuple(name for name in wish.opened if name not in laid.opened)
    return replace(laid, before=replace(wish, opened=shut))


def not_last(wish: Wish, laid: bool, usual: ActivitySet | None) -> Wish:
    """The wish as any visit. Where that of the last is still `laid` out, with what lay there before, or what is `usual`
    where nobody knows that any more.
    """
    if laid and wish.before is not None:
        wish = replace(wish, only=wish.before.only, opened=wish.opened + wish.before.opened)
    elif laid and usual is not None:
        wish = replace(wish, only=usual.activities)
    return replace(wish, plan=replace(wish.plan, last=False), before=None)


def opened_before(record: Record) -> set[str]:
    """The activities that the child has opened on any visit."""
    return {name for visit in record.visits for name in visit.opened}


def with_set(wish: Wish, chosen: ActivitySet, before: Sets, opened: Collection[str], sensitive: set[str]) -> Wish:
    """The wish with this set, in the place of those that were chosen `before` it.

    Of `one_of` it has the first that was not `opened` yet, else the first of all.
    """
    fresh = [name for name in chosen.one_of if name not in opened] or [*chosen.one_of]
    names = chosen.activities + tuple(fresh[:1])
    by_set = {name for each in before for name in each.activities}
    by_hand = tuple(name for name in wish.opened if name not in by_set)
    last = chosen.last or wish.plan.last  # a set never takes back that it is
    return replace(
        wish,
        only=tuple(name for name in names if name not in sensitive),
        opened=tuple(dict.fromkeys((*by_hand, *(name for name in names if name in sensitive)))),
        plan=replace(wish.plan, last=last),
        before=wish.before if chosen.last else None,
    )


def is_chosen(each: ActivitySet, wish: Wish, sensitive: set[str]) -> bool:
    """Whether the visit has the activities of this set and no others; those that are sensitive are shown apart.

    The traveller's own activity is on each trail anyway.
    """
    if wish.only is None or (each.last and not wish.plan.last):
        return False
    base, only = {*each.activities} - sensitive - {TRAVELLER}, {*wish.only} - {TRAVELLER}
    rest = only - base
    return base <= only and rest <= {*each.one_of} and len(rest) == bool({*each.one_of} - sensitive)


def instead(wish: Wish, each: ActivitySet, name: str) -> Wish:
    """The wish with this one of `each.one_of` in the place of another."""
    return replace(wish, only=(*(n for n in wish.only or () if n not in each.one_of), name))
