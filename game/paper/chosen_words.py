"""What was chosen on a visit, in sentences of the workbook's own labels: "I want to keep this: Being alone."

This file knows visits and the words of papers. What was offered or put back, a breath and a way that was walked are no
choices: they stand in `everything.py`, and here only where the file has a sentence of its own for them.
"""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from game.core.activity import as_heading
from game.core.events import LOOKED_IN, TRAVELLER, ActivityPage, StepSummary
from game.core.own_words import Who, who_in
from game.core.picture import Art, Picture, drawn_beside
from game.core.table import CHOSEN, PUT_BACK, Offered, Outcome
from game.core.take_home import AGREED
from game.mechanics import traits
from game.paper import phrases, visit_words, words
from game.paper.lanterns import has_lanterns, is_lantern_lit, planned
from game.paper.nothing_done import nothing
from game.paper.phrases import ENDS, without_end
from game.paper.words import NOBODY_TYPED
from game.play.blank_card import CARDS
from game.play.state import Visit
from game.play.visit_pages import was_there
from game.system.language import N_, Translate

ABOVE = ":"  # what ends the words above places
# Translators: words in one line before several places: "Who is with me \u2013 Going in: Fox. On the ward: Owl."
LEADS_ON = N_("{words} \u2013")
# Translators: in a therapist's notes, of a child, without "the child"; {pictures} are labels in quotation marks. So are
# "Drew ...", "Tried ..." and the others
CHOSE = N_("Chose {pictures}")
# Translators: the same; {place} is the name of a place or a heading in quotation marks, such as “I want to keep this”
LAID = N_("Laid {pictures} at {place}")


class ChosenSentence(Struct, frozen=True):
    """A sentence of the workbook's labels, and its pictures; `made` where the child has made them, `quiet` where it saw
    them in the quiet look. `noted` is what a note for the chart says instead, with what was done; "": nothing.
    """

    said: str
    noted: str
    pictures: tuple[Offered, ...] = ()
    made: bool = False
    quiet: bool = False


class ChosenPage(Struct, frozen=True):
    """What was chosen in an activity: its title, and a sentence for each place or result."""

    title: str
    sentences: tuple[ChosenSentence, ...]


def chosen_pages(visit: Visit, _: Translate, people: Who = NOBODY_TYPED) -> tuple[ChosenPage, ...]:
    """The activities in which something was chosen, or done that their file has a sentence for, in the order in which
    they were opened. `people` is who the pictures are, as it was typed for this visit.
    """
    opened = visit_words.told_pages(visit)
    return tuple(_page(page, visit, who_in(people, page.activity), _) for page in opened if _told(page))


def summary_pages(visit: Visit, _: Translate, people: Who = NOBODY_TYPED) -> tuple[ChosenPage, ...]:
    """The same, and that today's lantern was lit; how many visits are planned and left, where they last stood before
    the child as lanterns; and what was shown, where the file has no sentence for it.
    """
    opened = visit_words.told_pages(visit)
    road = next((page for page in reversed(opened) if has_lanterns(page)), None)
    told = (
        _page(page, visit, who_in(people, page.activity), _, _unchosen(page, visit, _, page is road)) for page in opened
    )
    return tuple(page for page in told if page.sentences)


def none_chosen(visit: Visit, _: Translate) -> str:
    """The sentence for a visit of which nothing else is told, so that it is not taken for one that is lost; else ""."""
    return "" if summary_pages(visit, _) else _("Nothing was chosen on this visit.")


def _unchosen(page: ActivityPage, visit: Visit, _: Translate, is_road: bool) -> tuple[ChosenSentence, ...]:
    """What is told of an activity besides what was chosen in it; where it `is_road`, the plan as it was then."""
    shown = [_("Watched.")] if words.was_watched(page) and not _told(page) else []
    lit = [_("Today's lantern: lit.")] if is_lantern_lit(page) else []
    return tuple(map(_plain, (*shown, *lit, *([planned(visit.begun.plan, visit.begun.number, _)] if is_road else []))))


def _plain(said: str) -> ChosenSentence:
    return ChosenSentence(said, said)


def _page(
    page: ActivityPage, visit: Visit, who: Who, _: Translate, more: tuple[ChosenSentence, ...] = ()
) -> ChosenPage:
    opened = visit.opened.get(page.activity)
    may_show = visit.begun.plan.may_show or (opened is not None and opened.always_told)
    sentences: list[ChosenSentence] = []
    for told in _told(page):
        if not may_show and told.home == AGREED:
            sentences.append(_plain(_("Stays in the record.")))
        elif told in page.steps and words.has_put_upon(told):
            sentences += [_put_upon(row, told, who, _) for row in _rows(told)]
        else:
            sentences += _sentences(told, words.localized(told.says, _), who, _)
    return ChosenPage(words.localized(page.title, _), (*sentences, *more))


def _told(page: ActivityPage) -> list[StepSummary]:
    """Each result as its last step has left it, with what was offered for it from the first on; and each step that the
    file has a sentence for, though nothing is chosen there.
    """
    found: dict[str | int, StepSummary] = {}
    for told in words.told_steps(page):
        if words.has_put_upon(told):
            found[told.number] = told
        elif _chose(told):
            found[told.result] = _added(found[told.result], told) if told.result in found else replace(told, turned=())
        elif _was_done(told) or _was_left(told, page):
            found[told.number] = told
    return _as_one(list(found.values())) if page.activity == TRAVELLER else list(found.values())


def _was_done(told: StepSummary) -> bool:
    return bool(told.says or _bare(told, str)) and was_there(told)


def _was_left(told: StepSummary, page: ActivityPage) -> bool:
    """True where the one thing that its file has a sentence for was left, as one may: a candle stayed dark."""
    seen = page.how != LOOKED_IN and not told.from_before
    return bool(seen and told.says and words.named_alone(told) and not was_there(told))


def _as_one(steps: list[StepSummary]) -> list[StepSummary]:
    """The pair, which is one name, as if it had been chosen in one step."""
    pictures = tuple(o for told in steps for row in _rows(told) for o in row.pictures)
    return [replace(steps[0], rows=(Outcome(CHOSEN, pictures),))] if pictures else []


def _chose(told: StepSummary) -> bool:
    return told.number < CARDS and traits(told.mechanic).chooses and bool(_rows(told))


def _added(before: StepSummary, told: StepSummary) -> StepSummary:
    """All that was chosen before, with what this step has made of some of it, which turns to what it offers."""
    now = {o.id: o for row in _rows(told) for o in row.pictures}
    rows = (replace(row, pictures=tuple(now.get(o.id, o) for o in row.pictures)) for row in _rows(before))
    turned = (*before.turned, len(before.offered))
    return replace(told, offered=before.offered + told.offered, rows=tuple(rows), turned=turned, says=before.says)


def _bare(told: StepSummary, _: Translate) -> list[str]:
    """What was done here without a picture that stands for it: where somebody sat, and what else was done."""
    done = traits(told.mechanic).told_bare
    rows = [row for row in told.rows if done and row.how != PUT_BACK and not row.pictures]
    return [words.place_first(row, _) or _(done) for row in rows]


def _rows(told: StepSummary) -> list[Outcome]:
    return words.by_words((row for row in told.rows if row.how == CHOSEN and row.pictures), told)


def _sentences(told: StepSummary, lead: str, who: Who, _: Translate) -> list[ChosenSentence]:
    """A sentence for each place, below what the file calls all of them; or one for all that was chosen, or done."""
    if not _chose(told):
        return _done(told, lead, who, _)
    in_places = all(words.place_beside(row, told, _) for row in _rows(told))
    above = [ChosenSentence(_above(lead), "")] if lead and in_places else []
    return above + [_sentence(row, told, lead, who, _) for row in _rows(told)]


def _done(told: StepSummary, lead: str, who: Who, _: Translate) -> list[ChosenSentence]:
    """A sentence for what is no choice; of a way with what stood along it, as far as it was gone."""
    if not lead:
        return [_plain(_whole(said, _)) for said in _bare(told, _)]
    if not was_there(told):
        return [_plain(_behind(without_end(lead), nothing(told, _), _))]
    if words.tells_places(told):
        above = [] if told.one_place else [_plain(_above(lead))]
        return [*above, *(_at_place(row, told, lead, who, _) for row in told.rows)]
    waits = as_heading(lead) != lead
    listed = [row for row in told.rows if row.how != PUT_BACK and _follows(row, told, waits)]
    if not listed:
        return [_plain(_whole(as_heading(lead), _))]
    return [_following(row, told, lead, who, _) for row in listed]


def _follows(row: Outcome, told: StepSummary, waits: bool) -> bool:
    """True where the row is named behind its sentence: what stood along a way, or was lit there, several things that
    had their turn, and where that `waits` for more whatever it has a name for.
    """
    its = traits(told.mechanic)
    named = its.in_order or (its.each_in_turn and len(row.pictures) > 1)
    return bool(row.pictures and named) or (waits and bool(row.pictures or row.spot or its.named_bare))


def _following(row: Outcome, told: StepSummary, lead: str, who: Who, _: Translate) -> ChosenSentence:
    bare = words.place_first(row, _) or _(traits(told.mechanic).named_bare)
    what = words.labels(row, told, _, who) if row.pictures else bare
    said = _behind(without_end(lead), what, _)
    return ChosenSentence(said, said, words.each(row), quiet=told.quiet)


def _at_place(row: Outcome, told: StepSummary, lead: str, who: Who, _: Translate) -> ChosenSentence:
    """What stood at one place of a way, or that nothing did."""
    what = words.place_beside(row, told, _) or without_end(lead)
    said = _behind(what, words.labels(row, told, _, who) if row.pictures else _("nothing there"), _)
    return ChosenSentence(said, said, words.each(row), quiet=told.quiet)


def _behind(what: str, pictures: str, _: Translate) -> str:
    """A sentence of both; where a label ends one by itself, as a question, it ends there."""
    # Translators: a place or a thing in the workbook's words, and the pictures that were chosen for it
    return phrases.ended_once(_("{what}: {pictures}.").format(what=what, pictures=pictures))


def _above(lead: str) -> str:
    """The words above places: they end with a colon, but where they end by themselves."""
    heading = as_heading(lead)
    return heading if heading.endswith(ENDS) else f"{heading}{ABOVE}"


def running_text(said: Iterable[str], _: Translate) -> str:
    """Sentences one after the other: there a dash leads from what stands above places to the first, which has a colon
    of its own.
    """
    led = (_(LEADS_ON).format(words=one.removesuffix(ABOVE)) if one.endswith(ABOVE) else one for one in said)
    return " ".join(led)


def _whole(lead: str, _: Translate) -> str:
    """The words as a sentence; one that ends by itself stays as it is."""
    return lead if lead.endswith(ENDS) else _("{pictures}.").format(pictures=lead)


def _as_laid(row: Outcome, told: StepSummary) -> Outcome:
    """What was laid upon pictures in the order of the steps, whatever lies uppermost: in words alone."""
    return replace(row, pictures=tuple(replace(o, art=_by_steps(o.art, told)) for o in row.pictures))


def _by_steps(art: Art, told: StepSummary) -> Art:
    if not isinstance(art, Picture) or not told.turned:
        return art
    step = {o.art: sum(number >= edge for edge in told.turned) for number, o in reversed([*enumerate(told.offered)])}
    return replace(art, things=tuple(sorted(art.things, key=lambda thing: step.get(getattr(thing, "art", ""), 0))))


def _sentence(row: Outcome, told: StepSummary, lead: str, who: Who, _: Translate) -> ChosenSentence:
    in_order = _as_laid(row, told)
    noted = _whole(_noted(in_order, told, lead, who, _), _)
    if lead and (done := words.named_alone(told)):
        said = _behind(without_end(lead), _(done), _)
    elif what := words.place_beside(row, told, _) or ("" if words.is_drawing(told) else without_end(lead)):
        said = _behind(what, words.labels(in_order, told, _, who), _)
    else:
        said = noted
    return ChosenSentence(said, noted, words.each(row), traits(told.mechanic).makes_pictures, told.quiet)


def _put_upon(row: Outcome, told: StepSummary, who: Who, _: Translate) -> ChosenSentence:
    """What was put upon a thing that was chosen before, in the step's own sentence."""
    lead = words.localized(told.says, _)
    put = phrases.enumeration([words.put_upon(o, told, _) for o in row.pictures], _)
    said = _behind(without_end(lead), put, _)
    return ChosenSentence(said, _whole(_noted(row, told, lead, who, _), _), row.pictures, True, told.quiet)


def _noted(row: Outcome, told: StepSummary, lead: str, who: Who, _: Translate) -> str:
    """What was done, as it stands in a note: what was chosen, where it was laid, and what the file calls that."""
    if words.is_drawing(told) and not row.spot:
        return _drew(row.pictures[0], told, lead, _)
    its, place = traits(told.mechanic), words.place_first(row, _)
    known = {"pictures": _all(words.names(row, told, _, who), _), "place": phrases.quoted(place, _)}
    done = _((its.told_at or LAID) if place else (its.told or CHOSE)).format(**known)
    if not lead:
        return done
    # Translators: what was done in a step, and what a therapist calls the step: Chose “Ball” for “What we do”
    return _("{done} for {what}").format(done=done, what=phrases.quoted(without_end(lead), _))


def _drew(picture: Offered, told: StepSummary, lead: str, _: Translate) -> str:
    own = without_end(lead) or words.picture_name(picture, _)
    known = {"pictures": phrases.quoted(own, _), "others": _all(words.laid_upon(picture, told, own, _), _)}
    if not known["others"]:
        return _("Drew {pictures}").format(**known)
    # Translators: in a therapist's notes, of a child that drew on a picture or a sheet
    on_it = _("Drew {pictures} on {others}")
    # Translators: the same, of a child that drew on a sheet in whose corner something lay
    return (_("Drew {pictures} beside {others}") if drawn_beside(picture.art) else on_it).format(**known)


def _all(labels: list[str], _: Translate) -> str:
    return phrases.all_of([phrases.quoted(label, _) for label in labels], _) if labels else ""
