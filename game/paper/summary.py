"""The summary: what this traveller chose, one page a visit, in sentences of the workbook's own labels.

The pictures stand small beside them, and nothing else is there; all that was opened, offered, put back and left is
told by `everything.py`.
"""

from collections.abc import Iterator
from pathlib import Path

from game.art.renderer import Renderer
from game.core.own_words import Who
from game.core.picture import Art, Picture
from game.paper import visit_words
from game.paper.chosen_words import ChosenSentence, none_chosen, running_text, summary_pages
from game.paper.images import PaperImages, shape
from game.paper.options import AS_USUAL, PaperOptions
from game.paper.typst_press import Sheet, basics, print_to, save
from game.paper.words import NOBODY_TYPED
from game.play.look import is_quiet
from game.play.record import Traveller, pair_pictures
from game.play.state import Visit
from game.system.errors import Sentence
from game.system.language import Translate
from game.system.language import words as words_of

PIXELS = 200  # of a small picture: 300 to an inch where it is largest


def text(traveller: Traveller, language: str = "en") -> str:
    """All visits in sentences, to be read or pasted into the notes."""
    _ = words_of(language)
    visits = ("\n".join(lines(one, _, traveller.people_on(one.begun.number))) for one in traveller.record.visits)
    return "\n\n".join([visit_words.chose(traveller, _), *visits]) + "\n"


def lines(visit: Visit, _: Translate, people: Who = NOBODY_TYPED) -> Iterator[str]:
    """One visit: its day, and each activity with its sentences."""
    yield visit_words.visit_day(visit, _)
    for page in summary_pages(visit, _, people):
        yield page.title
        yield f"  {running_text((one.said for one in page.sentences), _)}"
    if none := none_chosen(visit, _):
        yield none


def pdf(traveller: Traveller, renderer: Renderer, out: Path, options: PaperOptions = AS_USUAL) -> Sentence | str:
    """Save the summary of all visits, a page each; gives what could not be printed. Raises Trouble."""
    return print_to(out, sheet(traveller, renderer, options))


def save_text(traveller: Traveller, out: Path) -> None:
    """Save the summary's text. Raises Trouble."""
    save(out, text(traveller).encode())


def sheet(traveller: Traveller, renderer: Renderer, options: PaperOptions = AS_USUAL) -> Sheet:
    """The summary, ready to be printed."""
    record, drawn, _ = traveller.record, PaperImages(renderer), words_of(options.language)
    quiet = is_quiet(record.visits[-1].begun, record)
    data = basics(options) | {
        "title": visit_words.chose(traveller, _),
        "pair": [drawn.picture(stem, PIXELS, quiet) for stem in pair_pictures(record) if stem],
        "visits": [_visit(visit, drawn, _, traveller.people_on(visit.begun.number)) for visit in record.visits],
    }
    return Sheet("summary", data, drawn.pictures, record.visits[-1].begun.day)


def _visit(visit: Visit, drawn: PaperImages, _: Translate, people: Who) -> dict:
    pages = [
        {"title": page.title, "sentences": [_sentence(one, drawn) for one in page.sentences]}
        | {"together": running_text((one.said for one in page.sentences), _)}
        for page in summary_pages(visit, _, people)
    ]
    return {"heading": visit_words.visit_day(visit, _), "pages": pages, "none": none_chosen(visit, _)}


def _sentence(one: ChosenSentence, drawn: PaperImages) -> dict:
    """A sentence with its pictures, which are larger where the child has made them."""
    return {
        "said": one.said,
        "pictures": [_picture(o.art, one, drawn) for o in one.pictures],
    }


def _picture(art: Art, one: ChosenSentence, drawn: PaperImages) -> dict:
    made = one.made and isinstance(art, Picture)
    return {"file": drawn.picture(art, PIXELS * 2 if made else PIXELS, one.quiet), "shape": shape(art), "made": made}
