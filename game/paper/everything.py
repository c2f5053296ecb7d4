"""Everything that this traveller was offered, chose and put back, visit by visit: as text, and as pages with pictures.

Faithful and nothing more: no counts, no speeds, no totals, no meaning read into anything.
"""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from game.art.renderer import Renderer
from game.core.events import ActivityPage, StepSummary
from game.core.own_words import Who, who_in
from game.core.table import Offered, Outcome
from game.mechanics import traits
from game.paper import visit_words, words
from game.paper.images import PaperImages, can_be_seen, shape
from game.paper.letter import paragraphs
from game.paper.nothing_done import nothing
from game.paper.options import AS_USUAL, PaperOptions
from game.paper.typst_press import Sheet, basics, print_to, save
from game.paper.words import NOBODY_TYPED
from game.play.look import is_quiet
from game.play.record import Traveller, pair_pictures
from game.play.state import Visit
from game.system.errors import Sentence
from game.system.language import N_, Translate
from game.system.language import words as words_of

SCENE_SCALE = 1.5  # pixels to a design unit: about 300 to an inch on the paper
PIXELS = 13  # to a millimetre: about 300 to an inch
USUAL, MADE, WIDE = 18, 30, 62  # millimetres: a picture that was chosen, one that the child has made, a wide one
OWN_WORDS = N_("In the therapist's own words:")
SLIP = 18  # pictures on one slip of paper, so that it fits on a page whatever is laid


def text(traveller: Traveller, language: str = "en") -> str:
    """All visits in plain words, to be read or pasted into the notes."""
    _ = words_of(language)
    return "\n".join([visit_words.chose(traveller, _), *_lines(traveller, _)]) + "\n"


def _lines(traveller: Traveller, _: Translate) -> Iterator[str]:
    if kept := visit_words.kept_pages(traveller.record, _):
        yield kept
    for visit in traveller.record.visits:
        yield ""
        yield from lines(visit, _, traveller.people_on(visit.begun.number))


def lines(visit: Visit, _: Translate, people: Who = NOBODY_TYPED) -> Iterator[str]:
    """One visit: its day and plan, each activity with all its steps, and what was not opened."""
    yield visit_words.visit_heading(visit, _)
    for page in visit_words.told_pages(visit):
        yield "\n" + _("{title}: {how}").format(title=words.localized(page.title, _), how=words.left(page, _))
        for told in words.told_steps(page):
            yield from _step_lines(told, who_in(people, page.activity), _)
    if rest := visit_words.way_and_rest(visit, _):
        yield f"\n{rest}"


def _step_lines(told: StepSummary, who: Who, _: Translate) -> Iterator[str]:
    yield f"  {words.heading(told, _)}"
    if offered := _offered(told, _):
        yield f"    {offered}"
    for row in told.rows:
        yield f"    {_row(row, told, who, _)}"
    if not told.rows:
        yield f"    {nothing(told, _)}"


def _offered(told: StepSummary, _: Translate) -> str:
    offered = words.offered(told, _)
    return _("offered: {pictures}").format(pictures=offered) if offered else ""


def _row(row: Outcome, told: StepSummary, who: Who, _: Translate) -> str:
    how = words.how(row, told, _)
    return _("{how}: {pictures}").format(how=how, pictures=words.labels(row, told, _, who)) if row.pictures else how


def pdf(traveller: Traveller, renderer: Renderer, out: Path, options: PaperOptions = AS_USUAL) -> Sentence | str:
    """Save all visits with their pictures; gives what could not be printed. Raises Trouble."""
    return print_to(out, sheet(traveller, renderer, options))


def sheet(traveller: Traveller, renderer: Renderer, options: PaperOptions = AS_USUAL) -> Sheet:
    """All visits with their pictures, ready to be printed."""
    record, writer = traveller.record, EverythingBuilder(PaperImages(renderer), words_of(options.language))
    _, quiet = writer.say, is_quiet(record.visits[-1].begun, record)
    data = basics(options) | {
        "traveller": visit_words.name(record, _),
        "title": visit_words.chose(traveller, _),
        "note": _("What was offered, chosen and put back. Nothing is read into it."),
        "number": _("{page} of {pages}"),
        "kept": visit_words.kept_pages(record, _),
        "pair": [writer.drawn.picture(stem, USUAL * PIXELS, quiet) for stem in pair_pictures(record) if stem],
        "visits": [writer.visit(visit, traveller) for visit in record.visits],
    }
    return Sheet("everything", data, writer.drawn.pictures, record.visits[-1].begun.day)


class EverythingBuilder(Struct, frozen=True):
    """What the pages are written with: what draws, and the language."""

    drawn: PaperImages
    say: Translate

    def visit(self, visit: Visit, traveller: Traveller) -> dict:
        """A visit, activity by activity, and apart from it what was written of it."""
        people, wrote = traveller.people_on(visit.begun.number), traveller.wrote.get(visit.begun.number, "")
        told = [self.page(page, who_in(people, page.activity)) for page in visit_words.told_pages(visit, screens=True)]
        return {
            "heading": visit_words.visit_heading(visit, self.say),
            "pages": told,
            "unopened": visit_words.way_and_rest(visit, self.say),
            "own": self.own(wrote),
        }

    def own(self, wrote: str) -> dict | None:
        """The therapist's words to a visit; None where there are none."""
        said = paragraphs(wrote)
        return {"heading": self.say(OWN_WORDS), "paragraphs": said} if said else None

    def page(self, page: ActivityPage, who: Who) -> dict:
        """An activity, step by step."""
        title, how = words.localized(page.title, self.say), words.left(page, self.say)
        return {"title": title, "how": how, "steps": [self.step(told, who) for told in words.told_steps(page)]}

    def step(self, told: StepSummary, who: Who) -> dict:
        """A step: what was offered, what was done, and the scene as it was left."""
        seen = can_be_seen(told) and any(row.spot for row in told.rows)
        return {
            "heading": words.heading(told, self.say),
            "offered": _offered(told, self.say),
            "rows": self.slips(told, who),
            "nothing": nothing(told, self.say) if not told.rows else "",
            "scene": self.drawn.scene(told, SCENE_SCALE) if seen else None,
        }

    def slips(self, told: StepSummary, who: Who) -> list[dict]:
        """The pictures row by row on slips of paper; what was laid again and again lies there small, named once."""
        if any(len(words.each(row)) < len(row.pictures) for row in told.rows):
            return [self.heap(row, told, who) for row in told.rows]
        return [slip for row in told.rows for slip in self.slips_of(row, told, who)]

    def heap(self, row: Outcome, told: StepSummary, who: Who) -> dict:
        """A slip with everything that was laid, and the names below."""
        heap = [self.drawn.picture(o.art, USUAL * PIXELS, told.quiet) for o in row.pictures]
        names = words.labels(row, told, self.say, who)
        return {"how": words.how(row, told, self.say), "pictures": [], "heap": heap, "names": names}

    def slips_of(self, row: Outcome, told: StepSummary, who: Who) -> list[dict]:
        """The pictures of a row, each with its label, on as many slips as they need."""
        parts = [row.pictures[i : i + SLIP] for i in range(0, len(row.pictures), SLIP)] or [()]
        how, laid = words.how(row, told, self.say), [[self.picture(o, told, who) for o in part] for part in parts]
        return [{"how": how, "pictures": pictures, "heap": [], "names": ""} for pictures in laid]

    def picture(self, picture: Offered, told: StepSummary, who: Who) -> dict:
        """A picture with its label, as wide as what it is deserves, in millimetres."""
        high, made = shape(picture.art), traits(told.mechanic).makes_pictures
        width = (WIDE if high < 1 else MADE) if made else USUAL
        file = self.drawn.picture(picture.art, width * PIXELS, told.quiet)
        label = words.with_who(words.label(picture, told, self.say), who.get(picture.id, ""), self.say)
        return {"file": file, "label": label, "width": width, "shape": high}


def save_text(traveller: Traveller, out: Path) -> None:
    """Save the text. Raises Trouble."""
    save(out, text(traveller).encode())
