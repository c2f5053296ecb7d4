"""A visit as plain text for the therapist's notes: in short, with everything, or in the order of SOAP, DAP or BIRP.

This file knows records, and the words for what they hold. What the child chose is the child's own report, by pictures,
so it is S, D and B: the summary's sentences, in the child's order. How each activity was left can be seen from outside:
O, D and R, in a line; what was opened is the intervention (I). What was offered and put back stands where everything is
asked for, and nowhere else. Assessment and plan are headings with nothing below them. What the therapist has typed
stands after all that, named as such, in no section: only its writer knows where it belongs.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from game.core.own_words import OwnWords, Who
from game.paper import everything, phrases, summary, visit_words, words
from game.paper.chosen_words import chosen_pages, running_text
from game.paper.everything import OWN_WORDS
from game.play.record import Traveller
from game.play.state import Visit
from game.system.errors import Trouble
from game.system.language import N_, Translate

SUBJECTIVE, OBJECTIVE, DATA = N_("S (subjective)"), N_("O (objective)"), N_("D (data)")
BEHAVIOR, INTERVENTION, RESPONSE = N_("B (behavior)"), N_("I (intervention)"), N_("R (response)")
ASSESSMENT, PLAN = N_("A (assessment)"), N_("P (plan)")
SHORT = "short"


def note(traveller: Traveller, number: int, form: str, own: OwnWords, _: Translate) -> str:
    """One visit (0: the latest), in one of FORMS. Raises Trouble where there is no such visit or form."""
    visit = _visit(traveller, number)
    if form not in FORMS:
        raise Trouble(
            N_("There are no notes of the form '{form}'. There are: {forms}."), form=form, forms=", ".join(FORMS)
        )
    told = "\n".join(FORMS[form](visit, _, own.people.get(visit.begun.number, {})))
    parts = [f"{visit_words.chose(traveller, _)}\n{told}"]
    if typed := own.visits.get(visit.begun.number, "").strip():
        parts.append(f"{_(OWN_WORDS)}\n{typed}")
    return "\n\n".join(parts) + "\n"


def _visit(traveller: Traveller, number: int) -> Visit:
    visits = traveller.record.visits
    found = [visit for visit in visits if visit.begun.number == number] if number else visits[-1:]
    if not found:
        raise Trouble(N_("{name} has no visit {number}."), name=traveller.name, number=number)
    return found[0]


def _soap(visit: Visit, _: Translate, people: Who) -> Iterator[str]:
    sections = {SUBJECTIVE: _said(visit, _, people), OBJECTIVE: _left(visit, _), ASSESSMENT: (), PLAN: ()}
    return _in_sections(visit, sections, _)


def _dap(visit: Visit, _: Translate, people: Who) -> Iterator[str]:
    return _in_sections(visit, {DATA: (*_said(visit, _, people), *_left(visit, _)), ASSESSMENT: (), PLAN: ()}, _)


def _birp(visit: Visit, _: Translate, people: Who) -> Iterator[str]:
    sections = {BEHAVIOR: _said(visit, _, people), INTERVENTION: _opened(visit, _), RESPONSE: _left(visit, _), PLAN: ()}
    return _in_sections(visit, sections, _)


def _in_sections(visit: Visit, sections: Mapping[str, Iterable[str]], _: Translate) -> Iterator[str]:
    yield visit_words.visit_heading(visit, _)
    for heading, lines in sections.items():
        yield from ("", _(heading), *lines)


def _said(visit: Visit, _: Translate, people: Who) -> tuple[str, ...]:
    """What was chosen, activity by activity in the order in which the child opened them."""
    return tuple(
        _("{title}: {how}").format(
            title=page.title, how=running_text((one.noted for one in page.sentences if one.noted), _)
        )
        for page in chosen_pages(visit, _, people)
    )


def _left(visit: Visit, _: Translate) -> tuple[str, ...]:
    """How the activities were left, those of one kind in one sentence: "Done: Backpack, Lanterns."; and the gate."""
    found: dict[str, list[str]] = {}
    for page in visit_words.told_pages(visit):
        found.setdefault(words.left(page, _), []).append(words.localized(page.title, _))
    left = {how[:1].upper() + how[1:]: phrases.enumeration(titles, _) for how, titles in found.items()}
    said = (_("{what}: {pictures}.").format(what=how, pictures=titles) for how, titles in left.items())
    pages = tuple(map(phrases.ended_once, said))
    gate = visit_words.went_to_gate(visit, _)
    return (*pages, gate) if gate else pages


def _opened(visit: Visit, _: Translate) -> tuple[str, ...]:
    titles = [words.localized(page.title, _) for page in visit_words.told_pages(visit)]
    said = _("Workbook pages by pictures: {activities}.").format(activities=phrases.enumeration(titles, _))
    return (phrases.ended_once(said),) if titles else ()


FORMS: dict[str, Callable[[Visit, Translate, Who], Iterator[str]]] = {
    SHORT: summary.lines,
    "text": everything.lines,
    "SOAP": _soap,
    "DAP": _dap,
    "BIRP": _birp,
}
