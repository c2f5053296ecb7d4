"""One page for supervision: what was chosen, in the workbook's own words and without a drawing, and room to write.

It leaves the house, so it is made from what may go home: what is only for the child is not on it.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from game.art.renderer import Renderer
from game.core.events import StepSummary
from game.core.table import Outcome
from game.paper import words
from game.paper.options import AS_USUAL, PaperOptions
from game.paper.phrases import ended_once, without_end
from game.paper.typst_press import Sheet
from game.paper.words_page import Section, words_page
from game.play.consent import MY_ANIMAL, MY_THING, Made
from game.play.home_record import HomeRecord
from game.system.language import N_, Translate
from game.system.language import words as words_of

TITLE = N_("For supervision")
LEAD = N_("In words alone, without a name. What is only for the child is not here.")
CHOSEN = N_("What was chosen")
ROOM = (
    Section(N_("What I have seen"), empty=3),
    Section(N_("What it does to me"), empty=3),
    Section(N_("What I don't know"), empty=2),
    Section(N_("My question"), empty=2),
    Section(N_("What I take with me"), empty=2),
)


def sheet(home: HomeRecord, renderer: Renderer, options: PaperOptions = AS_USUAL) -> Sheet:
    """The page, ready to be printed."""
    chosen = _chosen(home, words_of(options.language))
    sections = (Section(CHOSEN, chosen), *ROOM) if chosen else ROOM
    options = replace(options, second="")  # nobody reads it but the one who writes on it
    return words_page(TITLE, LEAD, sections, options, home.day)


def _chosen(home: HomeRecord, _: Translate) -> tuple[str, ...]:
    """A line for each name under which something was chosen, and the places with what lies there."""
    found: dict[str, list[str]] = {}
    for made in home.results:
        if made not in (MY_ANIMAL, MY_THING) and (told := home.as_left(made)):
            for title, rows in _told(made, told, home, _):
                found.setdefault(title.rstrip("."), []).extend(rows)
    lines = (f"{without_end(title)}: {'; '.join(rows)}." if rows else f"{title}." for title, rows in found.items())
    return tuple(map(ended_once, lines))


def _told(made: Made, told: StepSummary, home: HomeRecord, _: Translate) -> Iterator[tuple[str, list[str]]]:
    """What its file calls it, with what was chosen; then each sentence for what was put upon that, or done to it."""
    upon = home.put_upon(made)
    apart = {o.id for one in upon if words.has_put_upon(one) for o in one.offered}
    told = replace(told, offered=tuple(o for o in told.offered if o.id not in apart))
    if words.is_drawing(told) and told.says:  # its name is that sentence
        yield from ((words.labels(row, told, _), []) for row in told.rows)
    else:
        yield words.localized(home.called(made), _), [_row(row, told, _) for row in words.by_words(told.rows, told)]
    for one in upon:
        said = words.put_upon if words.has_put_upon(one) else words.label
        yield words.heading(one, _), [said(o, one, _) for row in one.rows for o in row.pictures]


def _row(row: Outcome, told: StepSummary, _: Translate) -> str:
    where = "" if told.one_place else words.place_words(row, _)
    pictures = words.labels(row, told, _)
    return f"{where}: {pictures}" if where else pictures
