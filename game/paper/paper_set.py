"""Sets of papers that are printed with one press, as one file; each paper of a set can be left out.

Each is made as it is alone, from nothing but what it may see. One that cannot be made costs none of the others.
"""

from collections.abc import Callable, Iterable

from msgspec import Struct

from game.art.renderer import Renderer
from game.paper import for_carers, unplanned
from game.paper.options import PaperOptions
from game.paper.paper_kind import HomePaper, PaperKind, Sheets
from game.paper.registry import OWN, PAPER_KINDS, one, unprinted_on
from game.paper.take_home_papers import PAGES
from game.play.home_record import home_record
from game.play.record import Record, Traveller
from game.system.errors import Sentence, sentence_of
from game.system.language import N_

NOT_MADE = N_("{paper} is not among the papers. {why}")
FOR_THE_CHILD = ("certificate", "letter", "keepsake-card", "memory-book", "pocket-plan-card", "bumpy-page")
WALL = ("journey-fold-out", "hopes-card", "backpack-page", "calm-place-page", "bother-page", "own-pages", "jars-page")
LAST_VISIT, UNPLANNED = "last-visit", "unplanned"


class SetPart(Struct, frozen=True):
    """What was made of a paper, as PNGs of its pages or PDFs, and the sentences that are to be told of it."""

    made: list[bytes]
    told: tuple[Sentence | str, ...]


class PaperSet(PaperKind, frozen=True, kw_only=True):
    """Papers by name, in the order in which they are printed."""

    of: dict[str, PaperKind]

    def there(self, record: Record) -> dict[str, PaperKind]:
        """Those for which there is something."""
        home = home_record(record)
        return {name: kind for name, kind in self.of.items() if not kind.why_not(record, home)}

    def lacking(self, names: Iterable[str], options: PaperOptions) -> tuple[str, ...]:
        """What would still be written by hand on the papers of these names, in sentences."""
        wanted = (self.of[name] for name in names if name not in options.without)
        return tuple(said for kind in wanted if (said := kind.lacks(asked_of(kind, options))))

    def sheets(self, traveller: Traveller, renderer: Renderer, options: PaperOptions) -> Sheets:
        """All that is not left out, ready to be printed. Raises Trouble."""
        kinds = (kind for name, kind in self.there(traveller.record).items() if name not in options.without)
        return tuple(one for kind in kinds for one in kind.sheets(traveller, renderer, asked_of(kind, options)))

    def parts(
        self, traveller: Traveller, renderer: Renderer, options: PaperOptions, make: Callable[[Sheets], list[bytes]]
    ) -> dict[str, SetPart]:
        """What `make` makes of each that is not left out, by name; where it cannot, the part says so."""
        there = self.there(traveller.record).items()
        wanted = {name: kind for name, kind in there if name not in options.without}
        return {name: _part(kind, traveller, renderer, options, make) for name, kind in wanted.items()}


def asked_of(kind: PaperKind, options: PaperOptions) -> PaperOptions:
    """What is wanted of this paper: what its form does not ask is not on it."""
    asked = {ask: getattr(options, ask) for ask in kind.asks}
    return PaperOptions(options.paper, options.language, without=options.without, **asked)


def _part(
    kind: PaperKind,
    traveller: Traveller,
    renderer: Renderer,
    options: PaperOptions,
    make: Callable[[Sheets], list[bytes]],
) -> SetPart:
    try:
        sheets = kind.sheets(traveller, renderer, asked_of(kind, options))
        return SetPart(make(sheets), unprinted_on(sheets))
    except Exception as error:
        return SetPart([], (Sentence(NOT_MADE, paper=Sentence(kind.title), why=sentence_of(error)),))


def _named(*names: str) -> dict[str, PaperKind]:
    return {name: PAPER_KINDS[name] for name in names}


LETTER, CERTIFICATE, CARERS = (PAPER_KINDS[name] for name in ("letter", "certificate", "for-carers"))
SETS = {
    LAST_VISIT: PaperSet(
        N_("For the last visit"),
        N_("What goes home. Press a small page to leave it out, and again to take it in."),
        ("name", "letter", "letter_beneath", "wording", "frame", "pictures", "second"),
        usual_pictures=CERTIFICATE.usual_pictures,
        of=_named(*FOR_THE_CHILD, *WALL, "sleeve", "for-carers"),
    ),
    UNPLANNED: PaperSet(
        N_("When a child does not come back"),
        N_("A letter, a certificate without a signature, the pages so far. Press a small page to leave it out or in."),
        ("name", "letter", "letter_beneath", "frame", "pictures", "second"),
        usual_pictures=CERTIFICATE.usual_pictures,
        of={
            "unplanned-letter": HomePaper(LETTER.title, LETTER.about, LETTER.asks, make=one(unplanned.letter_sheet)),
            "unplanned-certificate": HomePaper(
                CERTIFICATE.title,
                CERTIFICATE.about,
                ("name", "frame", "pictures", "second"),
                make=one(unplanned.unsigned),
                lacks=CERTIFICATE.lacks,
            ),
            **_named("memory-book", *PAGES, OWN, "sleeve"),
            "unplanned-carers": HomePaper(
                CARERS.title, CARERS.about, CARERS.asks, make=one(for_carers.unplanned_sheet)
            ),
        },
    ),
}
ALL_PAPERS: dict[str, PaperKind] = {**SETS, **PAPER_KINDS}
