"""A visit as plain text for the therapist's notes: in short, as it is, or in the order of SOAP, DAP or BIRP.

This file knows records, and the words for what they hold; in short it says what the summary says, else what
`everything.py` says and nothing more. Each thing stands once. What the child chose is the child's own report, by
pictures, so it is S, D and B. What can be seen from outside, what was offered, how each activity was left, what was put
back or left blank, is O and D; for BIRP the offer is the intervention (I) and the rest the response (R). Assessment and
plan are headings with nothing below them. What the therapist has typed stands after all that, named as such, in no
section: only its writer knows where it belongs.
"""

from collections.abc import Iterator

from game.core.events import ActivityPage, StepSummary
from game.core.own_words import OwnWords
from game.core.table import PUT_BACK, Outcome
from game.paper import summary, visit_words, words
from game.play.record import Traveller
from game.play.state import Visit
from game.system.errors import Trouble
from game.system.language import N_, Translate

CHOSEN, OFFERED, LEFT, BACK = "chosen", "offered", "left", "back"  # what a section can hold
ALL, SEEN = (CHOSEN, OFFERED, LEFT, BACK), (OFFERED, LEFT, BACK)
ASSESSMENT, PLAN = N_("A (assessment)"), N_("P (plan)")
FORMS = {
    "text": (("", ALL),),
    "SOAP": ((N_("S (subjective)"), (CHOSEN,)), (N_("O (objective)"), SEEN), (ASSESSMENT, ()), (PLAN, ())),
    "DAP": ((N_("D (data)"), ALL), (ASSESSMENT, ()), (PLAN, ())),
    "BIRP": (
        (N_("B (behavior)"), (CHOSEN,)),
        (N_("I (intervention)"), (OFFERED,)),
        (N_("R (response)"), (LEFT, BACK)),
        (PLAN, ()),
    ),
}
SHORT = "short"
OWN_WORDS = N_("In the therapist's own words:")


def note(traveller: Traveller, number: int, form: str, own: OwnWords, _: Translate) -> str:
    """One visit (0: the latest), SHORT or in one of FORMS. Raises Trouble where there is no such visit or form."""
    visit = _visit(traveller, number)
    if form not in (SHORT, *FORMS):
        raise Trouble(N_("There are no notes of the form '{form}'. There are: {forms}."), form=form, forms=_listed())
    told = _short(visit, _) if form == SHORT else _in_sections(visit, form, _)
    parts = [f"{visit_words.chose(traveller, _)}\n{told}"]
    if typed := own.visits.get(visit.begun.number, "").strip():
        parts.append(f"{_(OWN_WORDS)}\n{typed}")
    return "\n\n".join(parts) + "\n"


def _listed() -> str:
    return ", ".join((SHORT, *FORMS))


def _short(visit: Visit, _: Translate) -> str:
    return "\n".join(summary.lines(visit, _))


def _in_sections(visit: Visit, form: str, _: Translate) -> str:
    sections = (_section(visit, heading, what, _) for heading, what in FORMS[form])
    return "\n\n".join((visit_words.visit_heading(visit, _), *sections))


def _visit(traveller: Traveller, number: int) -> Visit:
    visits = traveller.record.visits
    found = [visit for visit in visits if visit.begun.number == number] if number else visits[-1:]
    if not found:
        raise Trouble(N_("{name} has no visit {number}."), name=traveller.name, number=number)
    return found[0]


def _section(visit: Visit, heading: str, what: tuple[str, ...], _: Translate) -> str:
    """A heading and what belongs below it; the heading alone where nothing does."""
    parts = ["\n".join(lines) for page in visit_words.pages(visit) if (lines := list(_activity(page, what, _)))]
    if LEFT in what and (unopened := visit_words.unopened(visit, _)):
        parts.append(unopened)
    text = "\n\n".join(parts)
    return "\n".join(part for part in (_(heading), text) if part)


def _activity(page: ActivityPage, what: tuple[str, ...], _: Translate) -> Iterator[str]:
    steps = [line for told in words.steps(page) for line in _step(told, what, _)]
    title = words.said(page.title, _)
    if LEFT in what:
        yield _("{title}: {how}").format(title=title, how=words.said(page.how, _))
    elif steps:
        yield title
    yield from steps


def _step(told: StepSummary, what: tuple[str, ...], _: Translate) -> list[str]:
    lines = []
    if OFFERED in what and (offered := words.offered(told, _)):
        lines.append(_("offered: {pictures}").format(pictures=offered))
    lines += [_row(row, told, _) for row in told.rows if (BACK if row.how == PUT_BACK else CHOSEN) in what]
    if BACK in what and not told.rows:
        lines.append(words.nothing(told, _))
    return [f"  {words.heading(told, _)}", *(f"    {line}" for line in lines)] if lines else []


def _row(row: Outcome, told: StepSummary, _: Translate) -> str:
    how = words.how(row, told, _)
    return _("{how}: {pictures}").format(how=how, pictures=words.labels(row, told, _)) if row.pictures else how
