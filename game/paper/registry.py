"""Every paper there is, by name, in the order in which a therapist looks for them: for the desk and the commands.

This file knows the papers and none of what they say. A paper may be several files, to be printed one after the other.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from msgspec import Struct

from game.art.renderer import Renderer
from game.paper import certificate as certificates
from game.paper import letter as letters
from game.paper import memory_book, postcard, summary, unplanned
from game.paper import take_home_papers as take_home
from game.paper.options import PaperOptions
from game.paper.typst_press import Sheet, pngs
from game.play.consent import latest
from game.play.record import Record, Traveller, pair
from game.system.language import N_

Sheets = tuple[Sheet, ...]
NOTHING_YET = N_("The child has made nothing for this paper yet.")
LONG_SIDE = 11.7  # inches of the longer side of A4; Letter's is a little shorter


class PaperKind(Struct, frozen=True):
    """A paper: its title and what it is for, and what of `PaperOptions` its form asks beside paper and language.

    `sheets` gives () where there is nothing to make; `why_not` says it beforehand, in a sentence, "" where there is
    something. `private`: it is the therapist's own, lies with nothing of the child's, and is saved only if asked.
    `first_sheets`: what the form changes, where all of them would be too slow to show while somebody types.
    """

    title: str
    about: str
    asks: tuple[str, ...]
    sheets: Callable[[Traveller, Renderer, PaperOptions], Sheets]
    why_not: Callable[[Record], str] = lambda record: ""
    private: bool = False
    first_sheets: Callable[[Traveller, Renderer, PaperOptions], Sheets] | None = None


def _one(
    make: Callable[[Traveller, Renderer, PaperOptions], Sheet],
) -> Callable[[Traveller, Renderer, PaperOptions], Sheets]:
    return lambda traveller, renderer, options: (make(traveller, renderer, options),)


def _with_traveller(make: Callable[[Traveller, Renderer, PaperOptions], Sheet], title: str, about: str) -> PaperKind:
    """A paper that can be made as soon as the child has an animal or a thing."""

    def sheets(traveller: Traveller, renderer: Renderer, options: PaperOptions) -> Sheets:
        return (make(traveller, renderer, options),) if any(pair(traveller.record)) else ()

    return PaperKind(title, about, (), sheets, lambda record: "" if any(pair(record)) else NOTHING_YET)


def _take_home(name: str, title: str, about: str) -> PaperKind:
    def sheets(traveller: Traveller, renderer: Renderer, options: PaperOptions) -> Sheets:
        sheet = take_home.sheet(name, traveller, renderer, options)
        return (sheet,) if sheet else ()

    return PaperKind(title, about, (), sheets, partial(_why_not, name))


def _why_not(name: str, record: Record) -> str:
    shows = take_home.PAPERS[name].shows
    there = any(pair(record)) if name == KEEPSAKES else all(latest(record, made) for made in shows)
    return take_home.why_not(record, name) or ("" if there else NOTHING_YET)


KEEPSAKES = "keepsake-card"  # made from whatever there is, the pair at least
TAKEN_HOME = {
    "memory-book": _with_traveller(
        memory_book.sheet,
        N_("Memory book"),
        N_("One sheet, folded and cut once, becomes eight little pages. Print it in its real size, on one side."),
    ),
    KEEPSAKES: _take_home(KEEPSAKES, N_("Keepsake cards"), N_("Four cards to cut out.")),
    "pocket-plan-card": _take_home(
        "pocket-plan-card", N_("Pocket plan"), N_("What helps on a bumpy road, folded small.")
    ),
    "journey-fold-out": _take_home(
        "journey-fold-out", N_("Then and now"), N_("The first hopes beside what has changed.")
    ),
    "postcard": _with_traveller(postcard.sheet, N_("Postcard"), N_("From the child to you, or from you to the child.")),
    "hopes-card": _take_home("hopes-card", N_("Hopes"), N_("What was to be different, and what was to stay.")),
    "backpack-page": _take_home("backpack-page", N_("Backpack"), N_("What goes along.")),
    "calm-place-page": _take_home("calm-place-page", N_("Calm place"), N_("The child's picture of it, large.")),
    "bother-page": _take_home("bother-page", N_("The bother"), N_("The child's picture of it, large.")),
    "jars-page": _take_home("jars-page", N_("Goodbye jars"), N_("The feelings at the goodbye, as they were laid.")),
}
KINDS = {
    "summary": PaperKind(
        N_("Summary"), N_("Everything that the child chose, for your notes."), (), _one(summary.sheet)
    ),
    "certificate": PaperKind(
        N_("Certificate"),
        N_("For the child's wall. A name is printed once and kept nowhere."),
        ("name", "wording", "frame", "pictures"),
        _one(certificates.sheet),
    ),
    "letter": PaperKind(
        N_("Letter"),
        N_("Your own words, the child's pictures around them. Without words it has lines to write on."),
        ("name", "letter", "pictures"),
        _one(letters.sheet),
    ),
    "unplanned": PaperKind(
        N_("When a child does not come back"),
        N_("A letter, a certificate that nobody has signed and the pages so far: several files, in this order."),
        ("name", "letter", "frame", "pictures"),
        unplanned.pack,
        first_sheets=unplanned.written_now,
    ),
    **TAKEN_HOME,
    "private-page": PaperKind(
        N_("For myself"),
        N_("A page for you alone. It lies with nothing of the child's, and is saved only if you ask for it."),
        ("private",),
        _one(unplanned.private_page),
        private=True,
    ),
}


def preview(
    kind: PaperKind, traveller: Traveller, renderer: Renderer, options: PaperOptions, width_px: int
) -> list[bytes]:
    """The pages of the paper as PNGs whose longer side is about `width_px` pixels. Raises Trouble."""
    sheets = (kind.first_sheets or kind.sheets)(traveller, renderer, options)
    return [page for sheet in sheets for page in pngs(sheet, width_px / LONG_SIDE)]


def files(name: str, sheets: Sheets, folder: Path) -> dict[Path, Sheet]:
    """Where each sheet of this paper lies in the folder: one file, or several that are numbered in their order."""
    names = [name] if len(sheets) == 1 else [f"{name}-{number}" for number in range(1, len(sheets) + 1)]
    return {take_home.file(stem, folder): sheet for stem, sheet in zip(names, sheets, strict=True)}
