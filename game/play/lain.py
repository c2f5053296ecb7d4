"""What has lain before the child at a step, whether anything was touched there, and what an earlier visit has left.

Pure: stays at steps in, what may be told of them out; no clock, no files, no pygame. A mechanic says by its tones which
of its moves turn to other pictures.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from game.core.events import LOOKED_IN, STOPPED, ActivityPage, StepSummary
from game.core.ids import Option
from game.core.mechanic import Tone
from game.core.picture import Picture, Stamp, pieces
from game.core.table import Move, Offered
from game.mechanics import mechanic, traits
from game.play.take import Take


def as_it_lay(page: ActivityPage, takes: Iterable[Take]) -> ActivityPage:
    """The page with only what has lain before the child; one that was left with nothing touched was looked into."""
    stays = [take for take in takes if take.activity == page.activity]
    steps = tuple(_offered(told, [take for take in stays if take.step == told.number]) for told in page.steps)
    glance = page.how == STOPPED and not any(map(_is_touched, stays))
    return replace(page, how=LOOKED_IN if glance else page.how, steps=steps)


def of_this_visit(told: Iterable[StepSummary], stays: list[Take]) -> tuple[StepSummary, ...]:
    """The steps of an activity, in its order; one that lies as an earlier visit has left it tells of nothing done.

    What was added there stays a part of what was chosen anew in a step before it: the child sees it on that, too.
    """
    touched, here = {take.step for take in stays if _is_touched(take)}, {take.step for take in stays}
    anew: set[str] = set()
    found = []
    for one in told:
        anew |= {one.result} if one.number in touched else set()
        lies = one.number in here and one.result not in anew
        found.append(replace(one, rows=(), from_before=one.rows) if lies else one)
    return tuple(found)


def _is_touched(stay: Take) -> bool:
    """True where something was done there but to see more of it."""
    return any(not _turns(stay, move) for move in stay.moves)


def _turns(take: Take, move: Move) -> bool:
    """True where a move only lets other pictures come."""
    return traits(take.found.table.mechanic).tones.get(move.do) is Tone.TURN


def _offered(told: StepSummary, stays: list[Take]) -> StepSummary:
    """The step with what has lain there, where something turns in the order in which it was turned to."""
    used = {o.id for row in told.rows for o in row.pictures}  # such as what lies in a jar that was not turned to
    if Tone.TURN not in traits(told.mechanic).tones.values():
        there = [thing for stay in stays for thing in _stamps(_first(stay))]
        lain = tuple(o for o in told.offered if o.id in used or any(_is_of(thing, o) for thing in there))
        return replace(told, offered=lain) if stays else told
    found: dict[str, Offered] = {}
    turned: list[int] = []
    for names in (names for stay in stays for names in _seen(stay)):
        new = {o.id: o for o in told.offered if o.id in names and o.id not in found}
        turned += [len(found)] if found and new else []
        found |= new
    found |= {o.id: o for o in told.offered if o.id in used and o.id not in found}
    return replace(told, offered=tuple(found.values()), turned=tuple(turned))


def _first(stay: Take) -> Picture:
    """What lay there when the child came."""
    return mechanic(stay.found.table.mechanic).view(stay.found.table, stay.found.state, ())


def _is_of(thing: Stamp, picture: Offered) -> bool:
    """True for what is this picture, or shows it, however it stands or lies there."""
    looks = {picture.art, picture.dark, picture.opened} - {""}
    return thing.id == Option(picture.id) or thing.art in looks or not looks.isdisjoint(pieces(thing.art))


def _seen(stay: Take) -> Iterable[set[str]]:
    """The names of what lay there when the child came, and after each turn."""
    own = mechanic(stay.found.table.mechanic)
    for laid, move in zip(stay.states(), (None, *stay.moves), strict=False):
        if move is None or _turns(stay, move):
            yield _names(own.view(laid.table, laid.state, ()))


def _names(picture: Picture) -> set[str]:
    return {thing.id.name for thing in _stamps(picture) if isinstance(thing.id, Option)}


def _stamps(picture: Picture) -> list[Stamp]:
    return [thing for thing in picture.things if isinstance(thing, Stamp)]
