"""Reading a little story: a list of beats, each one key and one word.

This file knows what each beat can be about, and that no story shows what the child is to choose from; how long a story
lasts it learns from `core/keyframes.py`.
"""

import re
from math import ceil

from game.authoring.fields import in_small_letters, read_list
from game.authoring.mistake import closest_match, enumerated, folded, one_of, shortened, suggestion
from game.authoring.values.context import Context, forgotten_space, scalar, there_are, unknown
from game.authoring.values.often_meant import BEATS as MEANT
from game.authoring.yaml_nodes import MappingNode, Node, ScalarNode, kind_of
from game.core.companion import companion_at
from game.core.feelings import FEELINGS
from game.core.keyframes import seconds_of_beats, story_seconds
from game.core.road import road_of
from game.core.story import (
    BEATS,
    CARRIED,
    HOME,
    LONGEST,
    LOOKS,
    NOTHING,
    STAY,
    STORY_POSES,
    THERE,
    THOUGHTS,
    Beat,
    Story,
)
from game.core.story_favours import favours
from game.core.story_stage import stage
from game.system.errors import UNSAID, Sentence
from game.system.language import N_

EACH = Sentence("Begin each beat with '- ', such as '- look: child'.")
MOST = f"{LONGEST:.0f}"
WAITS = re.compile(rf"0*([1-{LONGEST - 1:.0f}](\.[0-9]*)?|{MOST}(\.0*)?|\.0*[1-9][0-9]*)")  # above 0, at most LONGEST
UNKNOWN = {
    "walk": N_("The scene '{scene}' has no spot called '{word}' to walk to."),
    "send": N_("The scene '{scene}' has no spot called '{word}' to send something to."),
    "touch": N_("The scene '{scene}' has no spot called '{word}' to touch."),
    "carry": N_("The companion has nothing called '{word}' to carry."),
    "think": N_("There is nothing called '{word}' here to think of."),
    "look": N_("There is nothing called '{word}' here to look at."),
    "feel": N_("There is no feeling called '{word}' in stories."),
    "pose": N_("There is no pose called '{word}' in stories."),
    "stay": N_("The companion cannot stay '{word}'."),
}
FELT = ("feel", "pose", "think")  # beats that show how the companion is
NO_PICTURE = {
    "look": N_("A picture cannot be looked at; 'look: right' is towards the pictures."),
    "think": N_("A picture that a child can choose is not thought of."),
}
ITS_SIGN = N_("Write '{do}: {place}': '{sign}' is the sign of that place.")
FAVOURED = N_("'{do}: {what}' shows what the child is to choose from here, before it has chosen. Show something else.")
OVER = N_("After 'stay: there' the story is over. Put it at the end.")
NOTHING_LIES = N_("Nothing lies there to be sent. Write '- carry: {what}' and '- carry: nothing' before it.")
PLEASANT = N_(
    "Of the feelings that this step offers, the story shows more pleasant ones than unpleasant ones. Add an unpleasant "
    "one, or take away a pleasant one."
)
NO_BEAT = N_("A beat is a key and a word, such as 'look: child'; this is {what}.")
WAIT = N_("'wait' needs more than 0 seconds and at most {most}, such as 1 or 0.5, not '{word}'.")
TOO_LONG = N_(
    "This story lasts {seconds} seconds; it may last {most}. Each in seconds: {beats}; to come forward, and the way "
    "home: {rest}. Take a beat away, or let the companion walk less."
)
IN_SECONDS = N_("'{beat}' {seconds}")


def story(key: str, node: Node, context: Context) -> Story:
    """What the companion plays here on arrival, in at most eight seconds: beats, each one key and one word."""
    parts = read_list(key, node, context, EACH)
    parts = tuple(in_small_letters(part, BEATS, context) for part in parts)
    read = [(beat, part) for part in parts if (beat := _beat(part, context))]
    beats = tuple(beat for beat, _ in read)
    _favours_none(read, node, context)
    _sends_something(read, context)
    _stays_at_the_end(read, context)
    if len(read) == len(parts):
        _is_short(beats, node, context)
    return beats


def about(do: str, spots: tuple[str, ...], signs: tuple[str, ...]) -> tuple[str, ...]:
    """The words that can stand after this beat, where the scene has these spots, and these of them a sign."""
    return {
        "walk": (HOME, *spots),
        "send": spots,
        "touch": spots,
        "carry": (*CARRIED, NOTHING),
        "think": (*THOUGHTS, NOTHING, *FEELINGS, *signs),
        "look": (*LOOKS, *spots),
        "feel": FEELINGS,
        "pose": STORY_POSES,
        "stay": (THERE,),
    }[do]


def _beat(part: Node, context: Context) -> Beat | None:
    """One beat, or None and a mistake."""
    if not isinstance(part, MappingNode) or not part.pairs:
        said = (forgotten_space(part.text) or _how_it_is(part.text)) if isinstance(part, ScalarNode) else UNSAID
        context.source.wrong(part, Sentence(NO_BEAT, what=kind_of(part)).then(said))
        return None
    if len(part.pairs) > 1:
        names = one_of((key.text for key, _ in part.pairs), "and")
        said = Sentence("A beat is one thing, and {names} are {number}.", names=names, number=len(part.pairs))
        context.source.wrong(part, said.then(EACH))
        return None
    key, value = part.pairs[0]
    if key.text not in BEATS:
        said = Sentence("A story has no beat '{name}'.", name=shortened(key.text))
        if meant := _how_it_is(key.text):
            context.source.wrong(key, said.then(meant))
        else:
            unknown(key, said, BEATS, context, there_are(BEATS))
        return None
    word = scalar(key.text, value, context) if value is not None else None
    return None if word is None else _wait(word, context) if key.text == "wait" else _about(key.text, word, context)


def _how_it_is(word: str) -> Sentence:
    """Which beat shows what this word says of the companion; "" where none does."""
    name = folded(word)
    own = ("pose", name) if name in STORY_POSES else ("feel", name) if name in FEELINGS else ()
    return suggestion(": ".join(MEANT.get(name, own)))


def _wait(word: ScalarNode, context: Context) -> Beat | None:
    if WAITS.fullmatch(word.text):
        return Beat("wait", seconds=float(word.text))
    context.source.wrong(word, Sentence(WAIT, most=MOST, word=shortened(word.text)))
    return None


def _about(do: str, word: ScalarNode, context: Context) -> Beat | None:
    spots = context.library.spots(context.scene)
    words = about(do, tuple(g.name for g in spots), tuple(g.name for g in spots if g.sign))
    unseen = not context.scene or (do in ("think", "look") and context.library.is_half_read(context.scene))
    if word.text in words or (unseen and do in ("walk", "send", "touch", "think", "look")):
        return Beat(do, word.text)
    said = Sentence(UNKNOWN[do], word=shortened(word.text), scene=context.scene)
    if do in NO_PICTURE and (word.text in context.offered or (do == "look" and not closest_match(word.text, words))):
        said = said.then(Sentence(NO_PICTURE[do]))
    if place := next((g.name for g in spots if g.sign == word.text and g.name in words), ""):
        context.source.wrong(word, said.then(Sentence(ITS_SIGN, do=do, place=place, sign=word.text)))
        return Beat(do, place)
    if do in FELT and (beat := MEANT.get(folded(word.text))):
        context.source.wrong(word, said.then(suggestion(": ".join(beat))))
        return Beat(*beat)  # so that it is told at once how long the story is with it
    there = Sentence("There are {names}.", names=one_of(words, "and")) if words else UNSAID
    unknown(word, said, words, context, there, do in ("walk", "send", "touch") and context.is_own_scene)
    return None


def _favours_none(read: list[tuple[Beat, Node]], node: Node, context: Context) -> None:
    """Notes each beat that shows what the step offers; feelings are in balance."""
    beats, spots = tuple(beat for beat, _ in read), context.library.spots(context.scene)
    favoured = favours(beats, context.offered, spots)
    for beat, part in read:
        if beat in favoured:
            context.source.wrong(part, Sentence(FAVOURED, do=beat.do, what=beat.what))
    felt = {beat.what for beat in beats if beat.do == "feel" and beat.what in context.offered}
    pleasant, unpleasant = (len(felt.intersection(feelings)) for feelings in context.library.feelings())
    if pleasant > unpleasant and not favoured:
        context.source.wrong(node, Sentence(PLEASANT))


def _sends_something(read: list[tuple[Beat, Node]], context: Context) -> None:
    """Notes each beat that sends what has not been laid down."""
    lies = False
    for beat, part in read:
        if beat.do == "send" and not lies:
            context.source.wrong(part, Sentence(NOTHING_LIES, what=CARRIED[0]))
        lies = lies or beat == Beat("carry", NOTHING)


def _stays_at_the_end(read: list[tuple[Beat, Node]], context: Context) -> None:
    """Notes a beat by which it stays, and others after it."""
    for beat, part in read[:-1]:
        if beat == STAY:
            context.source.wrong(part, Sentence(OVER))


def _is_short(beats: Story, node: Node, context: Context) -> None:
    if context.library.is_half_read(context.scene):  # nobody knows how far its places are from each other
        return
    at = companion_at(context.library.layout(context.scene))
    spots = context.library.spots(context.scene)
    on = stage(*at, spots, context.library.road(context.scene) or road_of(spots))
    lasts = story_seconds(beats, on)
    if lasts > LONGEST:
        *each, rest = (f"{seconds:.1f}" for seconds in seconds_of_beats(beats, on))
        said = [Sentence(IN_SECONDS, beat=_written(beat), seconds=s) for beat, s in zip(beats, each, strict=True)]
        told = {"seconds": ceil(10 * lasts) / 10, "most": MOST, "beats": enumerated(said, "and"), "rest": rest}
        context.source.wrong(node, Sentence(TOO_LONG, **told))


def _written(beat: Beat) -> str:
    return f"{beat.do}: {beat.what or format(beat.seconds, 'g')}"
