"""What was chosen on a visit, in sentences of the workbook's own labels: "I want to keep this: Being alone."

This file knows visits and the words of papers. What was offered or put back, a breath and a way that was walked are no
choices, and stand in `everything.py` alone.
"""

from msgspec import Struct
from msgspec.structs import replace

from game.core.events import ActivityPage, StepSummary
from game.core.table import CHOSEN, Offered, Outcome
from game.mechanics import traits
from game.paper import visit_words, words
from game.play.deal import CARDS
from game.play.state import Visit
from game.system.language import Translate


class ChosenSentence(Struct, frozen=True):
    """A sentence of the workbook's labels, and its pictures; `made` where the child has made them."""

    said: str
    pictures: tuple[Offered, ...] = ()
    made: bool = False


class ChosenPage(Struct, frozen=True):
    """What was chosen in an activity: its title, and a sentence for each place or result."""

    title: str
    sentences: tuple[ChosenSentence, ...]


def chosen_pages(visit: Visit, _: Translate) -> tuple[ChosenPage, ...]:
    """The activities in which something was chosen, in the order in which they were opened."""
    return tuple(_page(page, _) for page in visit_words.pages(visit) if _results(page))


def also_opened(visit: Visit, _: Translate) -> str:
    """The sentence about what was opened besides; "" where something was chosen in all of it."""
    titles = [words.said(page.title, _) for page in visit_words.pages(visit) if not _results(page)]
    return _("Also opened: {activities}.").format(activities=words.listed(titles, _)) if titles else ""


def _page(page: ActivityPage, _: Translate) -> ChosenPage:
    sentences = (one for told in _results(page) for one in _sentences(told, _lead(told, page, _), _))
    return ChosenPage(words.said(page.title, _), tuple(sentences))


def _results(page: ActivityPage) -> list[StepSummary]:
    """Of each result the last step that made something of it, with what was offered for it from the first on."""
    found: dict[str, StepSummary] = {}
    for told in words.steps(page):
        if told.number < CARDS and traits(told.mechanic).chooses and _rows(told):
            before = found[told.result].offered if told.result in found else ()
            found[told.result] = replace(told, offered=(*before, *told.offered))
    return list(found.values())


def _rows(told: StepSummary) -> list[Outcome]:
    return [row for row in told.rows if row.how == CHOSEN and row.pictures]


def _lead(told: StepSummary, page: ActivityPage, _: Translate) -> str:
    """What the file calls this result on papers; "" where it says nothing."""
    says = (step.says for step in words.steps(page) if step.result == told.result and step.says)
    return words.said(next(says, ""), _)


def _sentences(told: StepSummary, lead: str, _: Translate) -> list[ChosenSentence]:
    """A sentence for each place, below what the file calls all of them; or one for all that was chosen."""
    rows = _rows(told)
    above = [ChosenSentence(_("{pictures}.").format(pictures=lead))] if lead and all(row.spot for row in rows) else []
    return above + [_sentence(row, told, lead, _) for row in rows]


def _sentence(row: Outcome, told: StepSummary, lead: str, _: Translate) -> ChosenSentence:
    known = {"what": words.place(row, _) or lead, "pictures": words.labels(row, told, _)}
    # Translators: a place or a thing in the workbook's words, and the pictures that were chosen for it
    said = _("{what}: {pictures}.") if known["what"] else _("{pictures}.")
    return ChosenSentence(said.format(**known), words.once(row.pictures), traits(told.mechanic).makes_pictures)
