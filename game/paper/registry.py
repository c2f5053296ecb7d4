"""Every paper there is, by name, in the order in which a therapist looks for them: for the desk and the commands.

This file knows the papers and none of what they say. A paper may be several files, to be printed one after the other.
What goes home is made from a HomeRecord; only the therapist's own papers see the whole record.
"""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from game.art.renderer import Renderer
from game.core.take_home import AGREED, ON_PAGE
from game.paper import (
    bumpy_page,
    consent_page,
    cue_sheets,
    everything,
    for_carers,
    life_story_page,
    memory_book,
    own_pages,
    pebble_page,
    postcard,
    sleeve,
    summary,
    supervision_sheet,
    unplanned,
)
from game.paper import certificate as certificates
from game.paper import letter as letters
from game.paper import take_home_papers as take_home
from game.paper.each_of_several import each_of_several
from game.paper.options import PaperOptions
from game.paper.paper_kind import FlipBookPaper, HomePaper, RecordPaper, Sheets, SleevePaper, TrailPaper
from game.paper.typst_press import Sheet, pngs, unprinted
from game.play.consent import PLAN, STONE, Made, may_go_home, sleeve_pages, with_something
from game.play.home_films import has_films
from game.play.home_record import HomeRecord
from game.play.record import Record, pair
from game.play.sleeve_record import sleeve_record
from game.system.errors import Sentence
from game.system.language import N_

KEPT = N_("This is only for the child: it goes home in the sleeve.")
NOTHING_YET = N_("The child has made nothing for this paper yet.")
NOTHING_IN_IT = N_("The child has laid nothing into the sleeve.")
NOTHING_HELD_BACK = (NOTHING_YET, NOTHING_IN_IT)  # there is no paper, and none that the child's word keeps
IN_TWO = ("second",)  # what the form of a paper asks that can be in two languages
LONG_SIDE = 11.7  # inches of the longer side of A4; Letter's is a little shorter


def one(make: Callable[[HomeRecord, Renderer, PaperOptions], Sheet]) -> Callable[..., Sheets]:
    """What makes the paper that is one sheet."""

    def sheets(home: HomeRecord, renderer: Renderer, options: PaperOptions) -> Sheets:
        return (make(home, renderer, options),)

    return sheets


def _with_pair(make: Callable[[HomeRecord, Renderer, PaperOptions], Sheet], title: str, about: str) -> HomePaper:
    """A paper that can be made as soon as the child has an animal or a thing."""

    def sheets(home: HomeRecord, renderer: Renderer, options: PaperOptions) -> Sheets:
        return (make(home, renderer, options),) if home.has_pair else ()

    return HomePaper(title, about, IN_TWO, make=sheets, missing=_why_no_pair)


def _why_no_pair(record: Record, home: HomeRecord) -> str:
    return "" if any(pair(record)) else NOTHING_YET


def _take_home(name: str, title: str, about: str) -> HomePaper:
    return _showing(take_home.PAGES[name].shows, partial(take_home.sheet, name), title, about)


def _showing(shows: tuple[Made, ...], make: Callable[..., Sheet | None], title: str, about: str) -> HomePaper:
    """A paper that shows these results; one that shows none of them in particular can be made with the pair."""

    def sheets(home: HomeRecord, renderer: Renderer, options: PaperOptions) -> Sheets:
        return each_of_several(shows, make, home, renderer, options)

    return HomePaper(title, about, IN_TWO, make=sheets, missing=partial(_why_not, shows))


def _why_not(shows: tuple[Made, ...], record: Record, home: HomeRecord) -> str:
    there = all(map(home.latest, shows)) if shows else home.has_pair
    return _held_back(shows, record) or ("" if there else NOTHING_YET)


def _why_no_own(record: Record, home: HomeRecord) -> str:
    if own_pages.available(home) or home.for_wall:
        return ""
    own = (made for page in sleeve_pages(record) for made in page.made if made.home in (*ON_PAGE, AGREED))
    return KEPT if any(own) else NOTHING_YET


def _held_back(shows: tuple[Made, ...], record: Record) -> str:
    """Why there is no paper that shows these, where it is by the child's word; "" where it is not."""
    there = [made for page in with_something(record) for made in page.made if made in shows]
    if all(may_go_home(record, made) for made in there):
        return ""
    if any(made in there for page in sleeve_pages(record) for made in page.made):
        return KEPT
    return N_("The child has not said that this may be shown.")


def _nothing_in_it(record: Record, home: HomeRecord) -> str:
    return "" if sleeve_record(record).pages else NOTHING_IN_IT


OWN = "own-pages"
KEEPSAKES = "keepsake-card"
TAKEN_HOME = {
    "memory-book": _with_pair(
        memory_book.sheet,
        N_("Memory book"),
        N_("One sheet, folded and cut once, becomes eight little pages. Print it in its real size, on one side."),
    ),
    "sleeve": SleevePaper(
        N_("Only for me"),
        N_("What is only for the child, each page inside a card that folds shut. On the screen it stays shut."),
        IN_TWO,
        make=sleeve.sheets,
        missing=_nothing_in_it,
    ),
    KEEPSAKES: _take_home(KEEPSAKES, N_("Keepsake cards"), N_("Four cards to cut out.")),
    "flip-book": FlipBookPaper(
        N_("Flip-book"),
        N_("For each page a sheet to cut and staple: flipped through, it lays the child's own moves again."),
        IN_TWO,
        missing=lambda record, home: "" if has_films(record, home) else NOTHING_YET,
    ),
    "pocket-plan-card": _take_home(
        "pocket-plan-card", N_("Pocket plan"), N_("What helps on a bumpy road, folded small.")
    ),
    "bumpy-page": _showing(
        (PLAN,),
        bumpy_page.sheet,
        N_("When it gets bumpy"),
        N_("The pocket plan, large for a wall, with a line for whose help it is."),
    ),
    "journey-fold-out": _take_home(
        "journey-fold-out", N_("Then and now"), N_("The first hopes beside what has changed.")
    ),
    "postcard": _with_pair(postcard.sheet, N_("Postcard"), N_("From the child to you, or from you to the child.")),
    "hopes-card": _take_home("hopes-card", N_("Hopes"), N_("What was to be different, and what was to stay.")),
    "backpack-page": _take_home("backpack-page", N_("Backpack"), N_("What goes along.")),
    "calm-place-page": _take_home("calm-place-page", N_("Calm place"), N_("The child's picture of it, large.")),
    "bother-page": _take_home("bother-page", N_("The bother"), N_("The child's picture of it, large.")),
    "pebble-page": _showing(
        (STONE,), pebble_page.sheet, N_("The stone, to paint"), N_("In its real size, to paint a pebble by.")
    ),
    "life-story-page": _with_pair(
        life_story_page.sheet,
        N_("For a life-story book"),
        N_("A second copy of the child's own things, with an edge where it is punched."),
    ),
    OWN: HomePaper(
        N_("Your own activities"),
        N_("A page for each thing that was made in them, and for the people near and far where you both agree."),
        IN_TWO,
        make=own_pages.sheets,
        missing=_why_no_own,
    ),
    "jars-page": _take_home("jars-page", N_("Goodbye jars"), N_("The feelings at the goodbye, as they were laid.")),
}
PAPER_KINDS = {
    "summary": RecordPaper(
        N_("Summary"),
        N_(
            "What the child chose, in sentences, one page a visit: for your notes. "
            "What you wrote is not on it; names that you gave to people in pictures are. "
            "“Copy” and “Export” take both along."
        ),
        make=summary.sheet,
    ),
    "everything": RecordPaper(
        N_("Everything"),
        N_(
            "All that was offered, chosen and put back, step by step and with pictures. What you wrote stands below "
            "each visit, apart from that, and names that you gave to people stand beside their pictures."
        ),
        make=everything.sheet,
    ),
    "certificate": HomePaper(
        N_("Certificate"),
        N_("For the child's wall. A name is on this paper alone, printed or saved: the program does not keep it."),
        ("name", "wording", "frame", "pictures", "second"),
        make=one(certificates.sheet),
        usual_pictures=certificates.usual_pictures,
        lacks=certificates.nameless,
    ),
    "letter": HomePaper(
        N_("Letter"),
        N_("Your own words, the child's pictures around them. Without words it has lines to write on."),
        ("name", "letter", "letter_beneath", "pictures", "second"),
        make=one(letters.sheet),
        usual_pictures=letters.usual_pictures,
        most_pictures=len(letters.PLACES),
        lacks=letters.still_blank,
    ),
    **TAKEN_HOME,
    "for-carers": HomePaper(
        N_("For those at home"),
        N_("For parents or carers: what the keepsake is, how to say goodbye, and when it gets bumpy."),
        IN_TWO,
        make=one(for_carers.sheet),
    ),
    "cue-sheets": TrailPaper(
        N_("For interpreters and remote hours"),
        N_("How one speaks here, and for each activity of the latest visit what is said, and its words."),
        IN_TWO,
        make=cue_sheets.sheets,
    ),
    "consent": HomePaper(
        N_("Consent and confidentiality"),
        N_("For guardians to sign. A beginning: look at what the law asks for where you work."),
        IN_TWO,
        make=one(consent_page.sheet),
    ),
    "supervision": HomePaper(
        N_("For supervision"),
        N_("What was chosen, in words alone, and room to write. What is only for the child is not on it."),
        make=one(supervision_sheet.sheet),
    ),
    "private-page": HomePaper(
        N_("For myself"),
        N_("A page for you alone. It lies with nothing of the child's, and is saved only if you ask for it."),
        ("private",),
        make=one(unplanned.private_page),
        private=True,
    ),
}


def pages_of(sheets: Sheets, width_px: int) -> list[bytes]:
    """The pages of the paper as they are shown: PNGs whose longer side is about `width_px` pixels. Raises Trouble."""
    return [page for sheet in sheets for page in pngs(sheet.shown or sheet, width_px / LONG_SIDE)]


def unprinted_on(sheets: Iterable[Sheet]) -> tuple[Sentence | str, ...]:
    """The sentences about signs that no font has, each once."""
    return tuple(dict.fromkeys(said for sheet in sheets if (said := unprinted(sheet))))


def files(name: str, sheets: Sheets, folder: Path) -> dict[Path, Sheet]:
    """Where each sheet of this paper lies in the folder: one file, or several that are numbered in their order."""
    names = [name] if len(sheets) == 1 else [f"{name}-{number}" for number in range(1, len(sheets) + 1)]
    return {take_home.file(stem, folder): sheet for stem, sheet in zip(names, sheets, strict=True)}
