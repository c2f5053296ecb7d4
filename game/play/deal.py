"""Lays a table: a step of an activity made ready for this child.

Pure given what it is handed: the activity, the record so far, and a PictureSource. No clock,
no files, no pygame.
"""

from collections.abc import Mapping
from hashlib import sha256
from itertools import count

from msgspec import Struct
from msgspec.structs import replace

from game.core.activity import (
    AS_WRITTEN,
    BESIDE,
    BLANK,
    FOR_PEOPLE,
    OTHERWISE,
    PEOPLE,
    PICTURE,
    PICTURES,
    SIGNS,
    STAND_IN,
    STAYS_HERE,
    VISIT,
    Activity,
    Step,
)
from game.core.at_places import laid_at
from game.core.events import REST, STEP, Arrived, Begun, Event, Went
from game.core.ids import to_builtins
from game.core.puppet import QUIET
from game.core.table import Offered, Spot, Table
from game.core.take_home import ASKED, NO
from game.mechanics import card_mechanic, mechanic, traits
from game.play.blank_card import CARDS, step_of
from game.play.childs_companion import as_in_company, as_parted, as_worn, signs_worn, who_is_there
from game.play.going_home import held_back
from game.play.look import is_quiet, quieter_offered, quieter_spots
from game.play.offered import (
    apart_from,
    as_drawn,
    by_turns,
    listed_pictures,
    named_pictures,
    not_alone,
    paled,
    sheets_as_begun,
    still_used,
    together,
    with_body,
)
from game.play.picture_source import PictureSource
from game.play.record import Record, chosen, companion_of, first_chosen, last_laid
from game.play.state import Visit
from game.play.step_scene import (
    as_called_before,
    home_scene,
    laid_along,
    marked,
    scene_of_step,
    signposts_of,
    spots_of,
    with_signs,
)
from game.play.take import StepState
from game.play.visit_pictures import visit_pictures


def lay_step(activity: Activity, number: int, record: Record, begun: Begun, library: PictureSource) -> Table | None:
    """The step's table; None where there is nothing to do, because what it builds on was never chosen."""
    return _Dealt(activity, number, record, begun, library).table()


def lay_from(
    activity: Activity, number: int, record: Record, begun: Begun, library: PictureSource
) -> tuple[int, Table] | None:
    """This step or the next after it that has something to do, laid; None where there is none."""
    for step in range(number, len(activity.steps)):
        table = lay_step(activity, step, record, begun, library)
        if table is not None:
            return step, table
    return None


def laid_anew(
    visit: Visit, activities: Mapping[str, Activity], record: Record, library: PictureSource
) -> tuple[Event, ...]:
    """What brings the child to the step where it is, as that lies there for who comes now; who rests goes on resting.

    () where it is at none, or draws a card.
    """
    activity = activities.get(visit.activity)
    if visit.place != STEP or visit.step >= CARDS or activity is None:
        return ()
    table = lay_step(activity, visit.step, record, visit.begun, library)
    return (Arrived(activity.name, visit.step, table), *((Went(REST),) if visit.resting else ())) if table else ()


def lay_card(
    activity: Activity, number: int, table: Table, record: Record, begun: Begun, library: PictureSource
) -> tuple[int, Table]:
    """A blank card of this step, which has this table, to be drawn: its number as a step, and its own table."""
    card = CARDS * (number + 1) + len(_Dealt(activity, number, record, begun, library).cards()) + 1
    taken = {o.id for o in table.offered}
    card = next(n for n in count(card) if f"card-{n}" not in taken)
    name = f"card-{card}"
    drawn = card_mechanic()
    step = mechanic(drawn).Step(**{drawn: name})
    scene = library.scene_art(activity.steps[number].scene)
    sheet = Table(drawn, name, step, scene, companion_of(record), begun.band, home=NO)
    return card, replace(sheet, quiet=is_quiet(begun, record))


class _Dealt(Struct, frozen=True):
    """A step of an activity, and for whom it is laid: all parts of its table are found from these."""

    activity: Activity
    number: int
    record: Record
    begun: Begun
    library: PictureSource

    @property
    def step(self) -> Step:
        """The step as its file has it, with the words of places that it goes past."""
        return as_called_before(self.activity, self.activity.steps[self.number], self.library)

    @property
    def quiet(self) -> bool:
        """Whether this child sees the quiet look."""
        return is_quiet(self.begun, self.record)

    def table(self) -> Table | None:
        """See lay_step."""
        step, base, offered = self.step, with_body(self.base(), self.library), self.offered()
        if (base is None and not step.makes_a_name()) or (not offered and _needs_earlier(step)):
            return None
        cards, before, scene = self.cards(), self.before(), scene_of_step(step, base, self.library)
        spots = with_signs(step, spots_of(step, self.library), self.signs(), before)
        offered = self.with_those_in_use(offered, cards, before)
        return Table(
            mechanic=step.mechanic,
            result=step.result,
            step=step.written,
            scene=self.library.scene_art(scene, marked(step, spots)),
            companion=who_is_there(self.activity.name, step.result, self.record),
            band=self.begun.band,
            offered=tuple(o for o in offered if o.id not in BESIDE),
            beside=cards + tuple(o for o in offered if o.id in BESIDE),
            spots=self.as_seen(spots),
            home_scene=home_scene(step, scene, spots, self.library),
            stays_here=(*step.written.named(STAYS_HERE), *self.held_signs(spots)),
            held_back=tuple(sorted(self.held_back())),
            signposts=self.as_seen(signposts_of(self.activity, step, self.library)),
            base=base,
            start=None if before is None else to_builtins(before.state),
            layout=self.library.layout(scene),
            home=_home(self.activity, step),
            says=step.says,
            quiet=self.quiet_as_begun(before),
            as_written=any(step.written.of_kind(AS_WRITTEN)),
            in_turn=traits(step.mechanic).each_in_turn,
        )

    def quiet_as_begun(self, before: StepState | None) -> bool:
        """A sheet that was begun stays as large as it is."""
        return before.table.quiet if before and traits(self.step.mechanic).draws_cards else self.quiet

    def offered(self) -> tuple[Offered, ...]:
        """The pictures written in the file and the ones chosen earlier; `otherwise` where there are none of those."""
        step, library, record = self.step, self.library, self.record
        listed = listed_pictures(step, PICTURES, library) + named_pictures(step, PICTURE, library)
        found = self.by_place() or together(map(self.referred, step.references()))
        earlier = tuple(paled(o) if step.written.pales else o for o in found if self.is_taken(o))
        if not earlier:
            listed += listed_pictures(step, OTHERWISE, library) + named_pictures(step, STAND_IN, library)
        if found and not listed and not earlier:
            instead = traits(step.mechanic).instead
            listed = (Offered(instead, library.art(instead), library.label(instead)),)
        listed = as_parted(listed if self.quiet else as_worn(listed, record, library), record, library)
        found = tuple(({o.id: o for o in earlier} | {o.id: o for o in listed}).values())
        its = traits(step.mechanic)
        if its.in_order or its.each_in_turn or any(step.written.of_kind(AS_WRITTEN)):
            return found
        return by_turns(sorted(found, key=self.order), self.begun.band)

    def is_taken(self, picture: Offered) -> bool:
        """False for somebody, where the step takes things alone."""
        if not traits(self.step.mechanic).instead or not isinstance(picture.art, str):
            return True
        return self.library.family(picture.art) != PEOPLE or picture.art.removesuffix(QUIET) in FOR_PEOPLE

    def order(self, picture: Offered) -> bytes:
        """By this the pictures of an activity lie: for each child otherwise, and the same on all visits."""
        return sha256(f"{self.begun.seed} {self.activity.name} {picture.id}".encode()).digest()

    def with_those_in_use(
        self, offered: tuple[Offered, ...], cards: tuple[Offered, ...], before: StepState | None
    ) -> tuple[Offered, ...]:
        """These pictures as this child sees them, and besides what it has laid there and the file no longer offers."""
        offered = apart_from(cards, sheets_as_begun(self.step, offered, before))
        offered += () if before is None else still_used(before, offered + cards)
        shown = tuple(as_drawn(o, self.library) for o in offered)
        shown = quieter_offered(shown, self.library) if self.quiet else shown
        return as_in_company(shown, self.record, self.library)

    def as_seen(self, spots: tuple[Spot, ...]) -> tuple[Spot, ...]:
        """The spots as this child sees them."""
        if self.quiet:
            return quieter_spots(spots, self.library.quiet())
        return signs_worn(spots, self.record, self.library)

    def signs(self) -> tuple[Offered, ...]:
        """What was chosen earlier and stands at the spots, where the step says so."""
        return tuple(o for name in self.step.written.of_kind(SIGNS) for o in self.referred(name))

    def held_signs(self, spots: tuple[Spot, ...]) -> list[str]:
        """The spots at which something stands that stayed where it was laid."""
        held = self.held_back()
        signs = {o.art for o in self.signs() if o.id in held}
        return [spot.name for spot in spots if spot.sign in signs]

    def held_back(self) -> frozenset[str]:
        """Of what this step takes from earlier ones the pictures that stay where they were laid."""
        step = self.step
        names = (*step.references(), *(() if step.makes_a_name() else (step.result,)), *step.written.of_kind(SIGNS))
        meant = (self.activity.meant_by(name) for name in names if name)
        found = (held_back(self.record, of, result) for of, result, _ in meant)
        return frozenset().union(*found)

    def base(self) -> Offered | None:
        """What is rubbed, decorated or revealed here, as the steps before this one have left it: the first, or the
        first that does not stay where it was laid.
        """
        step = self.step
        if step.makes_a_name():
            return None
        if "." in step.result:
            found = self.referred(step.result)
        else:
            found = not_alone(chosen(self.record, self.activity.name, step.result, before=self.number))
        held = self.held_back()
        return next(iter(sorted(found, key=lambda o: o.id in held)), None)

    def cards(self) -> tuple[Offered, ...]:
        """The cards that the child has drawn for this step, in the file's words for the blank one."""
        record, activity = self.looked_at(), self.activity.name
        numbers = {n for visit in record.visits for name, n in visit.laid if name == activity and n >= CARDS}
        mine = sorted(n for n in numbers if step_of(n) == self.number)
        drawn = tuple(o for n in mine for o in chosen(record, activity, f"card-{n}"))
        blank = [one for kind in (PICTURES, OTHERWISE) for some in self.step.written.of_kind(kind) for one in some]
        label = next((one.label for one in blank if one.name == BLANK and one.has_words), "")
        return tuple(replace(o, label=label) for o in drawn) if label else drawn

    def before(self) -> StepState | None:
        """How the step was last left; None where another one stood there before the file was written anew."""
        step, before = self.step, last_laid(self.looked_at(), self.activity.name, self.number)
        if before is None or (before.table.mechanic, before.table.result) != (step.mechanic, step.result):
            return None
        return before

    def looked_at(self) -> Record:
        """An activity that begins each visit anew looks at this visit only."""
        if not self.activity.anew:
            return self.record
        return Record(tuple(visit for visit in self.record.visits if visit.begun.number == self.begun.number))

    def by_place(self) -> tuple[Offered, ...]:
        """For a way past places where the child has laid something: what lies at each place; of lights the uppermost,
        since one is lit at each.
        """
        before = laid_along(self.activity, self.step)
        spots = [spot.name for spot in self.step.spots()] if before else []
        laid = {spot: chosen(self.record, self.activity.name, self.step.references()[0], spot) for spot in spots}
        most = 0 if traits(self.step.mechanic).looks_back else -1
        return tuple(o for spot, found in laid.items() for o in laid_at(spot, found[most:]))

    def referred(self, reference: str) -> tuple[Offered, ...]:
        """The pictures that `name`, `name.spot`, `activity.name`, `activity.name.spot` or `visit.name` stands for."""
        of, result, spot = self.activity.meant_by(reference)
        if of == VISIT:
            return tuple(replace(o, alone=False) for o in visit_pictures(result, self.record, self.begun))
        back = traits(self.step.mechanic).looks_back and of != self.activity.name
        return not_alone((first_chosen if back else chosen)(self.record, of, result, spot))


def _home(activity: Activity, step: Step) -> str:
    """What becomes of the step's result at home: what the step says that makes it."""
    if f"{VISIT}.pages" in step.references():
        return ASKED
    made = activity.made(step.result)
    return made.home if made else NO


def _needs_earlier(step: Step) -> bool:
    """True where there is nothing to do without pictures chosen earlier; a path can be walked without."""
    return bool(step.references()) and not traits(step.mechanic).in_order
