"""What was chosen on a visit, in sentences of the workbook's own labels: "I want to keep this: Being alone."

This file knows visits and the words of papers. What was offered or put back, a breath and a way that was walked are no
choices: they stand in `everything.py`, and here only where the file has a sentence of its own for them.
"""

from msgspec import Struct
from msgspec.structs import replace

from game.core.events import ActivityPage, StepSummary
from game.core.own_words import Who, who_in
from game.core.table import CHOSEN, Offered, Outcome
from game.core.take_home import AGREED
from game.mechanics import traits
from game.paper import visit_words, words
from game.paper.words import NOBODY_TYPED
from game.play.blank_card import CARDS
from game.play.state import Visit, was_there
from game.system.language import Translate

ENDS = (".", "!", "?", "\u2026", ":", "\u061f", "\u06d4")  # what ends a sentence, in all scripts that we write


class ChosenSentence(Struct, frozen=True):
    """A sentence of the workbook's labels, and its pictures; `made` where the child has made them."""

    said: str
    pictures: tuple[Offered, ...] = ()
    made: bool = False


class ChosenPage(Struct, frozen=True):
    """What was chosen in an activity: its title, and a sentence for each place or result."""

    title: str
    sentences: tuple[ChosenSentence, ...]


def chosen_pages(visit: Visit, _: Translate, people: Who = NOBODY_TYPED) -> tuple[ChosenPage, ...]:
    """The activities in which something was chosen, or done that their file has a sentence for, in the order in which
    they were opened. `people` is who the pictures are, as it was typed for this visit.
    """
    opened = visit_words.told_pages(visit)
    return tuple(_page(page, visit, who_in(people, page.activity), _) for page in opened if _told(page))


def summary_pages(visit: Visit, _: Translate, people: Who = NOBODY_TYPED) -> tuple[ChosenPage, ...]:
    """The same, and how many visits are planned and left wherever the visits stood before the child as lanterns, and
    what was shown, where the file has no sentence for it.
    """
    opened = visit_words.told_pages(visit)
    told = (_page(page, visit, who_in(people, page.activity), _, _unchosen(page, visit, _)) for page in opened)
    return tuple(page for page in told if page.sentences)


def none_chosen(visit: Visit, _: Translate) -> str:
    """The sentence for a visit of which nothing else is told, so that it is not taken for one that is lost; else ""."""
    return "" if summary_pages(visit, _) else _("Nothing was chosen on this visit.")


def _unchosen(page: ActivityPage, visit: Visit, _: Translate) -> tuple[ChosenSentence, ...]:
    """What is told of an activity besides what was chosen in it."""
    shown = (ChosenSentence(_("Shown.")),) if words.was_shown(page) and not _told(page) else ()
    return (*shown, *_of_the_road(page, visit, _))


def _of_the_road(page: ActivityPage, visit: Visit, _: Translate) -> tuple[ChosenSentence, ...]:
    """The plan as it was on this visit; () where no lanterns stood there."""
    if not any(words.LANTERN.fullmatch(o.id) for told in page.steps for o in told.offered):
        return ()
    plan, number = visit.begun.plan, visit.begun.number
    if not plan.planned:
        return (ChosenSentence(_("How many visits are planned is not known.")),)
    said = _("Visits planned: {planned}, left after this one: {left}.")
    return (ChosenSentence(said.format(planned=plan.planned, left=plan.left_after(number))),)


def _page(
    page: ActivityPage, visit: Visit, who: Who, _: Translate, more: tuple[ChosenSentence, ...] = ()
) -> ChosenPage:
    may_show = visit.begun.plan.may_show
    sentences: list[ChosenSentence] = []
    for told in _told(page):
        shown = may_show or told.home != AGREED
        unshown = [ChosenSentence(_("Stays in the record."))]
        sentences += _sentences(told, _lead(told, page, _), who, _) if shown else unshown
    return ChosenPage(words.localized(page.title, _), (*sentences, *more))


def _told(page: ActivityPage) -> list[StepSummary]:
    """Each result as its last step has left it, with what was offered for it from the first on; and each step that the
    file has a sentence for, though nothing is chosen there.
    """
    found: dict[str | int, StepSummary] = {}
    for told in words.told_steps(page):
        if _chose(told):
            found[told.result] = _added(found[told.result], told) if told.result in found else told
        elif told.says and was_there(told):
            found[told.number] = told
    return list(found.values())


def _chose(told: StepSummary) -> bool:
    return told.number < CARDS and traits(told.mechanic).chooses and bool(_rows(told))


def _added(before: StepSummary, told: StepSummary) -> StepSummary:
    """All that was chosen before, with what this step has made of some of it."""
    now = {o.id: o for row in _rows(told) for o in row.pictures}
    rows = (replace(row, pictures=tuple(now.get(o.id, o) for o in row.pictures)) for row in _rows(before))
    return replace(told, offered=before.offered + told.offered, rows=tuple(rows))


def _rows(told: StepSummary) -> list[Outcome]:
    return [row for row in told.rows if row.how == CHOSEN and row.pictures]


def _lead(told: StepSummary, page: ActivityPage, _: Translate) -> str:
    """What the file calls this result on papers; "" where it says nothing."""
    of_it = (step for step in words.told_steps(page) if step.result == told.result and step.says)
    says = (step.says for step in of_it if traits(step.mechanic).chooses or step == told)
    return words.localized(next(says, ""), _)


def _sentences(told: StepSummary, lead: str, who: Who, _: Translate) -> list[ChosenSentence]:
    """A sentence for each place, below what the file calls all of them; or one for all that was chosen, or done."""
    rows = _rows(told) if _chose(told) else []
    above = [ChosenSentence(_whole(lead, _))] if lead and all(row.spot for row in rows) else []
    return above + [_sentence(row, told, lead, who, _) for row in rows]


def _whole(lead: str, _: Translate) -> str:
    """The words as a sentence; one that ends by itself stays as it is."""
    return lead if lead.endswith(ENDS) else _("{pictures}.").format(pictures=lead)


def _sentence(row: Outcome, told: StepSummary, lead: str, who: Who, _: Translate) -> ChosenSentence:
    what = words.place_first(row, _) or ("" if words.is_drawing(told) else lead.rstrip("".join(ENDS)))
    known = {"what": what, "pictures": words.labels(row, told, _, who)}
    # Translators: a place or a thing in the workbook's words, and the pictures that were chosen for it
    said = _("{what}: {pictures}.") if known["what"] else _("{pictures}.")
    return ChosenSentence(said.format(**known), words.once(row.pictures), traits(told.mechanic).makes_pictures)
