"""What the papers say of a step, in words: the same for the plain text, the picture summary and what goes home.

This file knows steps as they may be told, and no record. It counts nothing and explains nothing: what is here was
offered, chosen or put back. Records are written in English; everything is said here in the language of `_`, a
workbook's own words too where that has them. What a therapist has named in another way stands there as it was written.
"""

import re
from collections.abc import Iterable
from itertools import pairwise
from unicodedata import combining, normalize

from msgspec.structs import replace

from game.core.activity import as_heading, is_card, spoken
from game.core.events import DONE, LOOKED_IN, STOPPED, ActivityPage, StepSummary
from game.core.own_words import Who
from game.core.picture import Picture, drawn_beside
from game.core.table import CHOSEN, PUT_BACK, STOOD, Offered, Outcome
from game.core.take_home import ASKED
from game.mechanics import makes_new, traits
from game.paper.lying_upon import lies_upon_sheet, words_upon
from game.paper.phrases import all_of, enumeration
from game.paper.typst_press import one_line
from game.play.blank_card import CARDS, step_of
from game.system.language import N_, Translate

DRAWN_CARD = N_("drawn card")
NOBODY_TYPED: Who = {}  # on all papers that go home
PAGES_SAID = {"show": N_("may be shown"), "keep": N_("kept by the child")}  # in records of before
LANTERN = re.compile(r"visit-([0-9]+)")
CARD = re.compile(r"Card( [0-9]+)?")  # a drawn card's label; one that is met on a walk has its place for a name

# What stands in a record by the words of our own files, so that the catalogues have it.
IN_RECORDS = (
    # Translators: how an activity was left, and what was done with pictures
    *(N_("done"), N_("passed by"), N_("stopped"), N_("looked in"), N_("chosen"), N_("put back"), N_("shown")),
    N_("stood there"),
    # the child's pages, and the gift that has a name
    *(N_("Hopes"), N_("The bother"), N_("My calm place"), N_("Goodbye jars"), N_("Then and now"), N_("Backpack")),
    *(N_("Bumpy bit"), N_("Worry stone"), N_("Keepsake"), N_("The picture in the envelope"), N_("My leaf")),
    # the three meadows of "What changed" in records of before
    *(N_("This has changed"), N_("This is the same"), N_("This is still bumpy")),
    # who was on the map of people in records of before
    N_("A child"),
    # what was asked of the child's pages, and where the road was bumpy, in records of before
    *(N_("This may be shown"), N_("I keep this"), N_("When it is like a puddle"), N_("When it is foggy")),
    *(N_("When something lies in the way"), N_("When the wind blows")),
    # where a tool lay in records of before
    N_("Not for me"),
    # what a bother was called, and lanterns that stand no more, in records of before
    *(N_("A round one"), N_("A tall one"), N_("A wide one"), N_("One like a cloud"), N_("Light 6"), N_("Light 7")),
    N_("The lanterns"),
    # what a celebration was called when it was picked among pictures
    *(N_("With stars"), N_("With a quiet glow")),
)


def localized(words: str, _: Translate) -> str:
    """A title or a label, as it stands in a record, in one line and in this language."""
    return _(one_line(words))


def in_words(name: str) -> str:
    """A name of the workbook as words: "worry-stone" is "worry stone"."""
    return spoken(name.removeprefix("visit.").replace(".", "-"))


def told_steps(page: ActivityPage) -> tuple[StepSummary, ...]:
    """The steps in the order of the activity, each with the cards behind it that the child has drawn for it."""
    return tuple(sorted(page.steps, key=lambda told: (step_of(told.number), told.number)))


def heading(told: StepSummary, _: Translate) -> str:
    """A step in the therapist's own sentence for it, else what is done in it; what a file calls its things is in no
    record for others to read.
    """
    if told.number >= CARDS:
        return _(DRAWN_CARD)
    if told.says:
        return _called(told, _)
    return _(traits(told.mechanic).heading)


def _called(told: StepSummary, _: Translate) -> str:
    return as_heading(localized(told.says, _))


def left(page: ActivityPage, _: Translate) -> str:
    """How the activity was left: where something was chosen before it was, that is said, so that nobody reads a no; and
    nobody reads that it was done, or looked into, where there was only something to see.
    """
    if was_watched(page):
        return _("watched")
    return _("something chosen, then left") if page.how == STOPPED and _has_choice(page) else localized(page.how, _)


def was_watched(page: ActivityPage) -> bool:
    """True where the child only watched: it went through the activity, and of what else there is nothing was done, or
    it left where there was nothing else to do.
    """
    shows = [traits(told.mechanic).only_shows for told in page.steps]
    went = page.how == DONE or (page.how in (STOPPED, LOOKED_IN) and all(shows))
    return went and any(shows) and not _has_choice(page)


def _has_choice(page: ActivityPage) -> bool:
    return any(row.how != PUT_BACK for told in page.steps for row in told.rows)


def offered(told: StepSummary, _: Translate) -> str:
    """The labels of what lay before the child, each once; what was turned to later stands behind.

    What lay there at once is by the alphabet: the order on the tray says nothing, but where it is the file's own. What
    the child has drawn was not offered to it.
    """
    edges = (0, *told.turned, len(told.offered))
    parts = (told.offered[first:end] for first, end in pairwise(edges))
    kept = [list(dict.fromkeys(picture_name(o, _) for o in part if not _is_drawn(o))) for part in parts]
    names = kept if told.as_written else [sorted(part, key=_alphabetical) for part in kept]
    # Translators: what stands between what lay there first, and what came when the child turned to more
    return _("; then ").join(enumeration(some, _) for some in names if some)


def _is_drawn(picture: Offered) -> bool:
    """True for a card that the child has drawn on."""
    return isinstance(picture.art, Picture) and bool(is_card(picture.id) or CARD.fullmatch(picture.label))


def _alphabetical(word: str) -> tuple[str, str]:
    """What sorts a word: a letter with a mark stands with the one without, so that "Ä" is an A."""
    return "".join(letter for letter in normalize("NFKD", word.casefold()) if not combining(letter)), word


def how(row: Outcome, told: StepSummary, _: Translate) -> str:
    """What was done with these pictures, and where they lie: "chosen (I want to keep this)"."""
    if _asks(told) and row.how == CHOSEN and row.spot in PAGES_SAID:
        return _(PAGES_SAID[row.spot])
    if told.number >= CARDS and row.how == CHOSEN:
        return _("made")
    done, where = localized(row.how, _), place_words(row, _)
    if row.how.endswith(" to"):  # where to: the last of the pictures says it, or the place
        return done if row.pictures else _(f"{row.how} {{place}}").format(place=where)
    return _("{done} ({place})").format(done=done, place=where) if where else done


def place_words(row: Outcome, _: Translate) -> str:
    """Where these pictures lie, in the words for the spot or for the two between which it is; "" for nowhere."""
    one, slash, other = row.label.partition(" / ")
    if "+" in row.spot and slash:
        return _("between {one} and {other}").format(one=localized(one, _), other=localized(other, _))
    return as_heading(localized(row.label, _)) or localized(in_words(row.spot), _)


def place_beside(row: Outcome, told: StepSummary, _: Translate) -> str:
    """The same beside the sentence of its step: where there is but one place, that sentence says it."""
    return "" if told.one_place else place_first(row, _)


def place_first(row: Outcome, _: Translate) -> str:
    """The same where a sentence begins with it."""
    where = place_words(row, _)
    return where[:1].upper() + where[1:] if "+" in row.spot else where


def tells_places(told: StepSummary) -> bool:
    """True for a way past places where something had been laid, or that was left before anything that stands along it:
    each place is told by itself.
    """
    before_all = bool(told.offered and told.rows) and not any(row.pictures for row in told.rows)
    return traits(told.mechanic).in_order and (before_all or any(row.how == STOOD for row in told.rows))


def _asks(told: StepSummary) -> bool:
    """True where the child's pages are laid out; records from before that was written down have the name alone."""
    return told.home == ASKED or (not told.home and told.result == "show-or-keep")


def labels(row: Outcome, told: StepSummary, _: Translate, who: Who = NOBODY_TYPED) -> str:
    """The row's pictures in words; what was laid again and again is named once."""
    return enumeration(names(row, told, _, who), _)


def names(row: Outcome, told: StepSummary, _: Translate, who: Who = NOBODY_TYPED) -> list[str]:
    """The same, one by one."""
    them = each(row)
    return [with_who(label(o, told, _, among=len(them) > 1), who.get(o.id, ""), _) for o in them]


def with_who(label: str, who: str, _: Translate) -> str:
    """A label, and behind it who that is in the therapist's own words: these stay told from the child's pictures."""
    # Translators: a picture of somebody, and who that is as the therapist has typed it
    return _("{picture} (typed: {words})").format(picture=label, words=who) if who else label


def by_words(rows: Iterable[Outcome], told: StepSummary) -> list[Outcome]:
    """What lies on places that the file calls by the same words, as if it were one: "On our cloth: Cake, Melon"."""
    found: dict[object, Outcome] = {}
    for row in rows:
        there = (row.how, "" if told.one_place else row.label or row.spot) if row.spot else row
        before = found.get(there)
        found[there] = replace(before, pictures=before.pictures + row.pictures) if before else row
    return list(found.values())


def each(row: Outcome) -> tuple[Offered, ...]:
    """Each picture once, in the order in which it was laid; where each lies for itself, as often as it lies there."""
    return row.pictures if row.apart else tuple({o.id: o for o in row.pictures}.values())


def label(picture: Offered, told: StepSummary, _: Translate, among: bool = False) -> str:
    """The picture's label, with what this step has put upon it: "jade stone with heart and star"; `among` others "jade
    stone (with heart and star)"; of a drawing what the file calls it, with what lies under it.
    """
    own = _called(told, _).rstrip(".") if is_drawing(told) and told.says else picture_name(picture, _)
    if not (also := laid_upon(picture, told, own, _)):
        return own
    if is_drawing(told):
        # Translators: a drawing, and the picture or the sheet on which a child has drawn it
        on_it = _("{thing} (drawn on: {others})")
        # Translators: a drawing, and what lay small in a corner of its sheet
        beside = _("{thing} (drawn beside: {others})")
        return (beside if drawn_beside(picture.art) else on_it).format(thing=own, others=enumeration(also, _))
    if told.says and lies_upon_sheet(picture.art):
        # Translators: behind what a file calls a drawing: "Where I notice it: drawn, with Knot (tummy) and Kite"
        return _("drawn, with {others}").format(others=all_of(also, _))
    # Translators: one of several things that are named one after the other, and the stickers that a child laid on it
    said_of_it = _("{thing} (with {others})") if among else _("{thing} with {others}")
    return said_of_it.format(thing=own, others=all_of(also, _))


def word_below(picture: Offered, told: StepSummary, title: str, _: Translate) -> str:
    """The label of a picture that stands alone below this title; "" for a drawing, and where the title says it."""
    said = "" if is_drawing(told) else label(picture, told, _)
    return "" if said.casefold() == title.casefold() else said


def lying_there(told: StepSummary, _: Translate) -> str:
    """What lies in a scene: a line for each place, with its words where the step has several."""
    rows = by_words(told.rows, told)
    there = [(place_beside(row, told, _) if row.label else "", labels(row, told, _)) for row in rows]
    return "\n".join(f"{place}: {names}" if place else names for place, names in there)


def laid_upon(picture: Offered, told: StepSummary, own: str, _: Translate) -> list[str]:
    """What this step has put upon a picture that is called `own`, or what lies under it, each once."""
    if not isinstance(picture.art, Picture):
        return []
    known = {o.art: picture_name(o, _) for o in told.offered}
    return [word for word in words_upon(picture.art, known, own, _) if word != own]


def has_put_upon(told: StepSummary) -> bool:
    """True for a step that has put something upon what was chosen before, and has a sentence of its own for that."""
    puts = traits(told.mechanic).makes_pictures and not makes_new(told.mechanic)
    return bool(puts and told.says and any(row.how == CHOSEN for row in told.rows))


def put_upon(picture: Offered, told: StepSummary, _: Translate) -> str:
    """What such a step has put upon this picture: "hum (on ball)"."""
    own = picture_name(picture, _)
    # Translators: the stickers that a child laid on a thing, and that thing
    said = _("{others} (on {thing})")
    return said.format(others=enumeration(laid_upon(picture, told, own, _), _), thing=own)


def named_alone(told: StepSummary) -> str:
    """What is said of the one thing with which this could be done, such as "lit"; "" where its name is."""
    return traits(told.mechanic).named_alone if told.one_thing else ""


def is_drawing(told: StepSummary) -> bool:
    """True for a step of an activity in which the child draws; a card that it has drawn on is none."""
    return traits(told.mechanic).draws_cards and told.number < CARDS


def picture_name(picture: Offered, _: Translate) -> str:
    """A picture's label in one line. A card that the child has drawn has the file's words for the blank one; where
    there are none it has, as a lantern does, only a number for a name.
    """
    if _is_drawn(picture):
        own = "" if CARD.fullmatch(picture.label) else localized(picture.label, _)
        # Translators: a card that a child has drawn, by a therapist's words for the blank one: "My own (drawn)"
        return _("{label} (drawn)").format(label=own) if own else _(DRAWN_CARD)
    lantern = LANTERN.fullmatch(picture.id)
    if lantern and picture.label == f"Visit {lantern[1]}":
        return _("Visit {number}").format(number=lantern[1])
    return localized(picture.label, _)
