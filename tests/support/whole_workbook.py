"""The record of somebody who has done the whole workbook, and what it is with other ends."""

from msgspec.structs import replace

from game.core.events import ActivityPage, StepSummary
from game.core.table import CHOSEN, Offered, Outcome
from game.play import consent as t
from game.play.record import Record, Traveller
from game.play.replay import replay
from game.records.journal_reader import read
from tests.paths import TESTS

STORY = TESTS / "visits" / "whole-workbook"
NAMES = [page.picture for page in t.PAGES]


def whole_workbook() -> Traveller:
    """The recorded visits."""
    return Traveller("six", Record(tuple(replay(read(path)) for path in sorted(STORY.glob("*.jsonl")))))


def saying(traveller: Traveller, **spots: str) -> Traveller:
    """The same traveller, who was asked of all pages, and has laid these on these spots: `hopes="keep"`."""
    found = {f"{name.replace('_', '-')}-page": spot for name, spot in spots.items()}
    rows = tuple(
        Outcome(CHOSEN, tuple(Offered(p, p, p) for p, s in found.items() if s == spot), spot)
        for spot in ["show", "keep"]
    )
    there, asked = tuple(row for row in rows if row.pictures), tuple(Offered(p, p, p) for p in NAMES)
    return changed(traveller, t.GOES_HOME, lambda told: replace(told, rows=there, offered=asked))


def changed(traveller: Traveller, made: t.Made, change) -> Traveller:
    """The same traveller with another end of the step that makes this."""

    def in_page(page: ActivityPage) -> ActivityPage:
        steps = (change(told) if t.made_by(page.activity, told) == made else told for told in page.steps)
        return replace(page, steps=tuple(steps))

    visits = tuple(replace(visit, pages=tuple(map(in_page, visit.pages))) for visit in traveller.record.visits)
    return replace(traveller, record=Record(visits))


def stone_as_keepsake(traveller: Traveller) -> Traveller:
    """The same traveller, who has taken its stone for its keepsake."""
    (stone,) = t.chosen_as(traveller.record, t.STONE)

    def with_stone(told: StepSummary) -> StepSummary:
        rows = tuple(replace(row, pictures=(stone,)) for row in told.rows if row.how == CHOSEN)
        return replace(told, rows=rows, offered=(*told.offered, stone))

    return changed(traveller, t.KEEPSAKE, with_stone)
