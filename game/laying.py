"""Lays a table: a step of an activity made ready for this child.

Pure given what it is handed: the activity, the record so far, and a Library that knows pictures and
scenes. No clock, no pygame.
"""

from hashlib import sha256
from typing import Any

import msgspec
from msgspec.structs import replace

from game.activity import BESIDE, Activity, Labelled, Step
from game.record import Record, chosen, companion, last_laid
from game.table import Ground, Offered, Table
from game.visit import Begun, Laid


def lay_step(activity: Activity, number: int, record: Record, begun: Begun, library: Any) -> Table | None:
    """The step's table; None where what it would rub or decorate was never chosen."""
    step = activity.steps[number]
    base = _base(activity, step, number, record)
    if base is None and not step.makes_a_name():
        return None
    before = _before(activity, number, record, begun)
    offered = _offered(activity, step, record, begun.seed, library)
    offered += () if before is None else _still_used(before, offered)
    return Table(
        mechanic=step.mechanic,
        result=step.result,
        step=step.written,
        scene=activity.scene,
        companion=companion(record),
        band=begun.band,
        offered=tuple(o for o in offered if o.id not in BESIDE),
        beside=tuple(o for o in offered if o.id in BESIDE),
        grounds=_grounds(step, activity.scene, library),
        base=base,
        start=None if before is None else msgspec.to_builtins(before.state),
    )


def _before(activity: Activity, number: int, record: Record, begun: Begun) -> Laid | None:
    """How the step was last left; an activity that begins each visit anew looks at this visit only."""
    visits = tuple(v for v in record.visits if v.begun.number == begun.number) if activity.anew else record.visits
    return last_laid(Record(visits), activity.name, number)


def _offered(activity: Activity, step: Step, record: Record, seed: str, library: Any) -> tuple[Offered, ...]:
    """The pictures written in the file and the ones chosen earlier; `otherwise` where there are none of those."""
    written = step.written
    listed = _listed(getattr(written, "pictures", ()) + getattr(written, "with_", ()))
    earlier = _referred(activity, getattr(written, "from_", ""), record)
    if not earlier:
        listed += _listed(getattr(written, "otherwise", ()))
    found = {o.id: o for o in earlier} | {o.id: o for o in listed}
    return tuple(sorted(found.values(), key=lambda o: sha256(f"{seed} {activity.name} {o.id}".encode()).digest()))


def _listed(pictures: tuple[Labelled, ...]) -> tuple[Offered, ...]:
    return tuple(Offered(picture.name, picture.name, picture.label) for picture in pictures)


def _referred(activity: Activity, reference: str, record: Record) -> tuple[Offered, ...]:
    """The pictures that `name`, `activity.name` or `activity.name.spot` stands for."""
    if not reference:
        return ()
    parts = reference.split(".")
    return chosen(record, *(parts if len(parts) > 1 else [activity.name, *parts]))


def _base(activity: Activity, step: Step, number: int, record: Record) -> Offered | None:
    """What is rubbed or decorated here, as the steps before this one have left it."""
    if step.makes_a_name():
        return None
    if "." in step.result:
        return next(iter(chosen(record, *step.result.split("."))), None)
    return next(iter(chosen(record, activity.name, step.result, before=number)), None)


def _still_used(before: Laid, offered: tuple[Offered, ...]) -> tuple[Offered, ...]:
    """What was placed stays placed: pictures that the file no longer offers but the child has used."""
    known, used = {o.id for o in offered}, set(_words(msgspec.to_builtins(before.state)))
    table = before.table
    return tuple(o for o in table.offered + table.beside if o.id in used and o.id not in known)


def _words(plain: Any) -> list[str]:
    """Every piece of text in plain data."""
    if isinstance(plain, str):
        return [plain]
    items = plain.values() if isinstance(plain, dict) else plain if isinstance(plain, list | tuple) else ()
    return [word for item in items for word in _words(item)]


def _grounds(step: Step, scene: str, library: Any) -> tuple[Ground, ...]:
    """The spots that the step names, where the scene has them, with the therapist's words."""
    labels = {spot.name: spot.label for spot in step.spots()}
    return tuple(replace(g, label=labels[g.name]) for g in library.grounds(scene) if g.name in labels)
