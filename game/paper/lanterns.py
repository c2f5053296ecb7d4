"""What the summary says of the visits where they stand before the child as lanterns.

This file knows the plan, and steps as they may be told; it knows no record.
"""

from game.core.events import ActivityPage, Plan
from game.mechanics import traits
from game.paper.words import LANTERN
from game.system.language import Translate


def has_lanterns(page: ActivityPage) -> bool:
    """True where the visits stood before the child."""
    return any(LANTERN.fullmatch(o.id) for told in page.steps for o in told.offered)


def is_lantern_lit(page: ActivityPage) -> bool:
    """True where the child has lit today's, the only one that can be; not where its file has words for it."""
    lights = (told for told in page.steps if traits(told.mechanic).named_alone and not told.says)
    return any(LANTERN.fullmatch(o.id) for told in lights for row in told.rows for o in row.pictures)


def planned(plan: Plan, number: int, _: Translate) -> str:
    """How many visits are planned and left after this one; of one that was made the last, that it is that."""
    if plan.last and not plan.planned:
        return _("This visit is the last one.")
    if not plan.planned:
        return _("How many visits are planned is not known.")
    if plan.last:
        return _("Visits planned: {planned}; this one is the last.").format(planned=plan.planned)
    said = _("Visits planned: {planned}, left after this one: {left}.")
    return said.format(planned=plan.planned, left=plan.left_after(number))
