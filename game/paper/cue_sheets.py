"""Cue sheets for interpreters and for remote hours: a page about how one speaks here, and one for each activity.

They hold what the files say now, and nothing that a child has chosen. Where a second language is wanted, each word
stands there in both; else beside it is a line for the interpreter's own.
"""

from collections.abc import Callable, Iterator, Mapping

from game.art.renderer import Renderer
from game.authoring.any_folder import read_folder
from game.core.activity import PICTURE, PICTURES, STAND_IN, WORDS, Activity, Labelled, Step, as_heading
from game.core.events import Begun
from game.core.own_scene import OwnScene
from game.mechanics import traits
from game.paper import phrases, words
from game.paper.images import PaperImages
from game.paper.options import AS_USUAL, PaperOptions
from game.paper.told_story import told_story
from game.paper.two_languages import in_both
from game.paper.typst_press import Sheet, basics
from game.paper.words_page import Section, words_page
from game.system.language import N_, Translate
from game.system.language import words as words_of
from game.system.paths import ACTIVITIES

Label = Callable[[str], str]  # what papers call a picture of this name
COVER = 300  # pixels
TITLE = N_("For interpreters and remote hours")
LEAD = N_("There is no word on the child's screen: the pictures speak for themselves. These are the words around them.")
SECTIONS = (
    Section(
        N_("Before we begin"),
        (
            N_("A sentence is said once, as it stands here. Then we wait: silence belongs to it."),
            N_("What the child says is said to me as it was said, what it whispers too. The child knows that."),
        ),
    ),
    Section(
        N_("While the child plays"),
        (
            N_("Say what can be seen, not what it means. No choice is praised, and none is asked for twice."),
            N_("Nothing needs to be said, and everything can be put back. To pass by is an answer, too."),
        ),
    ),
    Section(
        N_("From afar"),
        (
            N_("The child says what it means by where it lies: left, right, above. Somebody lays it there."),
            N_("Can anybody overhear the child? How do we reach each other when the line breaks?"),
            N_("We agree on a sign for a rest, and on one for the end."),
        ),
        lines=(N_("a rest"), N_("the end"), N_("telephone")),
    ),
)


def sheets(begun: Begun, renderer: Renderer, options: PaperOptions = AS_USUAL) -> tuple[Sheet, ...]:
    """The page about all of them, and one for each stop of the visit that began so."""
    first = words_page(TITLE, LEAD, SECTIONS, options, begun.day)
    there, own = _activities(begun, renderer), renderer.library.own_scenes
    if not there:
        return (first,)
    drawn = PaperImages(renderer)
    covers = {"covers": [drawn.picture(activity.cover, COVER, begun.quiet) for activity in there]}
    label = renderer.library.label
    data = basics(options) | covers | in_both(options, lambda language: _said(there, own, label, words_of(language)))
    return first, Sheet("cue-sheets", data, drawn.pictures, begun.day)


def _activities(begun: Begun, renderer: Renderer) -> list[Activity]:
    """As their files say now, which lie beside the folder of one's own pictures."""
    own = renderer.library.own
    read = read_folder(own.parent if own else ACTIVITIES, renderer.library).activities
    return [read[stop.activity] for stop in begun.stops if stop.activity in read]


def _said(activities: list[Activity], own: Mapping[str, OwnScene], label: Label, _: Translate) -> dict:
    pages = [
        {
            "title": words.localized(activity.title, _),
            "purpose": words.localized(activity.purpose, _),
            "steps": [_step(step, own.get(step.scene or activity.scene), label, _) for step in activity.steps],
        }
        for activity in activities
    ]
    return {"title": _(TITLE), "pages": pages}


def _step(step: Step, own: OwnScene | None, label: Label, _: Translate) -> dict:
    """The sentence that its file has for papers, what is done and what the little story shows, and its words, each
    once.
    """
    labels = (*(one.label for one in _labelled(step)), *step.written.of_kind(WORDS))
    once = {as_heading(label): label for label in labels}
    places = [spot.name for spot in own.spots] if own else ()
    shown = told_story(step, places, _), _(traits(step.mechanic).cue), _drawn_on(step, label, _)
    said = {"heading": as_heading(words.localized(step.says, _)), "seen": [sentence for sentence in shown if sentence]}
    return said | {"words": [as_heading(words.localized(label, _)) for label in once.values()]}


def _drawn_on(step: Step, label: Label, _: Translate) -> str:
    """What lies before a child that draws; "" where that is a white sheet, or it does not draw."""
    if not traits(step.mechanic).draws_cards:
        return ""
    named = (*step.written.named(PICTURE), *(() if step.references() else step.written.named(STAND_IN)))
    on = phrases.all_of([phrases.quoted(words.localized(label(name), _), _) for name in named], _) if named else ""
    if not step.references():
        return _("It draws on {pictures}.").format(pictures=on) if on else ""
    # Translators: of a child; {pictures} is a picture in quotation marks, or two
    both = _("It draws on {pictures}, and on what was chosen before.")
    return both.format(pictures=on) if on else _("It draws on what was chosen before.")


def _labelled(step: Step) -> Iterator[Labelled]:
    """Its places, but those that have a number for a name (lanterns of visits): these are pointed at; and then its
    pictures.
    """
    yield from (spot for spot in step.spots() if not spot.only_counts)
    for some in step.written.of_kind(PICTURES):
        yield from (one for one in some if isinstance(one, Labelled))
