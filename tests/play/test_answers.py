"""Lives and answers: every word, as a pure function of time; and the land of a scene that is touched."""

from itertools import pairwise

import pytest

from game.core.scene import ScenePart
from game.play.answers import ANSWERS, STILL
from game.play.going import STEPS
from game.play.land import MOST, REACH, SOFTLY, Land
from game.play.life import LIVES
from game.play.stance import AT_REST, Stance
from game.play.touched import LONGEST, VARIATIONS, Answer, AnswerMoment, Touched

SEEN = 0.12  # seconds in which something must change visibly
FINGERTIP = 40  # design units
PART = ScenePart("reed", (600, 100, 60, 90), (630, 190), cut=True)
each_answer = pytest.mark.parametrize("answer", [*ANSWERS.values(), STILL], ids=[*ANSWERS, "still"])
each_life = pytest.mark.parametrize("life", LIVES.values(), ids=LIVES)


def moment(answer: Answer, t: float, turn: int = 0, x: float = 610) -> AnswerMoment:
    return answer.at(Touched(PART, x, 150, turn), t)


def is_seen(found: AnswerMoment) -> bool:
    """A moment that the eye can tell from rest."""
    stance, effects = found.stance, found.effects
    moved = abs(stance.x) + abs(stance.y) + abs(stance.angle) + 40 * abs(1 - stance.scale) + 12 * (1 - stance.strength)
    return moved >= 1 or found.frame > 0 or any(effect.strength >= 0.08 and effect.width >= 20 for effect in effects)


def is_rest(found: AnswerMoment) -> bool:
    """Nothing is seen, exactly."""
    return (
        found.stance == AT_REST and not found.frame and all(round(effect.strength, 6) <= 0 for effect in found.effects)
    )


@each_answer
@pytest.mark.parametrize("turn", range(VARIATIONS))
def test_an_answer_changes_something_at_once_and_is_over_in_three_seconds(answer, turn):
    assert answer.lasts <= LONGEST
    assert is_seen(moment(answer, SEEN, turn))
    assert is_rest(moment(answer, answer.lasts, turn)), moment(answer, answer.lasts, turn)


@each_answer
def test_an_answer_is_no_stronger_than_paper_can_be_and_never_jumps(answer):
    """Between two moments a part goes no further than an eye can follow, and nothing flashes (child rule 17).

    Only what is as small as a fingertip is there at once.
    """
    moments = [moment(answer, step / STEPS) for step in range(round(answer.lasts * STEPS) + 1)]
    for one, other in pairwise(moments):
        a, b = one.stance, other.stance
        assert max(abs(a.x - b.x), abs(a.y - b.y)) < 16 and abs(a.angle - b.angle) < 24 and abs(a.scale - b.scale) < 0.2
        assert all(0 <= effect.strength <= 1 for effect in other.effects)
        for before, after in zip(one.effects, other.effects, strict=True):
            assert abs(before.strength - after.strength) < 0.45 or after.width < FINGERTIP


@each_answer
def test_the_variations_come_in_a_fixed_order(answer):
    found = [str([moment(answer, step / STEPS, turn) for step in range(60)]) for turn in range(2 * VARIATIONS)]
    assert found[:VARIATIONS] == found[VARIATIONS:]
    assert answer is STILL or len(set(found)) in (2, 3)


@pytest.mark.parametrize("word", [word for word, answer in ANSWERS.items() if not answer.arts])
def test_what_moves_moves_away_from_the_finger_or_the_same_for_all(word):
    answer = ANSWERS[word]
    left, right = (moment(answer, 0.2, x=x).stance for x in (600, 660))
    assert (left.x, left.angle) in ((right.x, right.angle), (-right.x, -right.angle))
    assert word not in ("bend", "part", "roll", "drift") or max(left.x, left.angle) > 0


@each_answer
def test_a_word_without_small_pictures_of_its_own_moves_the_part(answer):
    moments = [moment(answer, step / STEPS) for step in range(1, round(answer.lasts * STEPS))]
    assert {effect.art for found in moments for effect in found.effects} <= set(answer.arts)
    assert answer.arts or any(found.stance != AT_REST for found in moments)


@each_life
def test_a_life_is_slow_and_small_and_can_be_laid_to_rest(life):
    assert life(17.3, 0) == AT_REST
    stances = [life(t / 12, 1) for t in range(12 * 60)]
    for one, other in pairwise(stances):
        assert max(abs(one.x - other.x), abs(one.y - other.y), abs(one.angle - other.angle)) < 0.5
        assert abs(one.strength - other.strength) < 0.1
    assert max(abs(stance.angle) for stance in stances) <= 3 and min(stance.strength for stance in stances) > 0.4
    assert len(set(map(str, stances))) > 10


# The land of a scene

BOAT = ScenePart("boat", (600, 300, 80, 60), (640, 355), "bob", "drift", True)
POND = ScenePart("pond", (500, 250, 300, 200), (650, 350), answer="ripple", round=True)
REEDS = tuple(ScenePart(f"reed-{x}", (x, 600, 30, 60), (x + 15, 660), answer="bend", cut=True) for x in (200, 250, 600))
STAR = ScenePart("star", (100, 20, 20, 20), (110, 30), "twinkle", cut=True)
PARTS = (POND, BOAT, *REEDS, STAR)


def land(still: bool = False) -> Land:
    return Land("trail", PARTS, still)


def at_rest(land: Land, now: float) -> tuple:
    return land.drawn(now, loops=False)


def test_before_and_after_an_answer_every_part_is_exactly_where_the_scene_has_it():
    quiet = land()
    rest = at_rest(quiet, 0)
    assert [(d.x, d.y, d.width, d.angle, d.strength) for d in rest] == [
        (*part.middle, part.box[2], 0, 1) for part in PARTS if part.cut
    ]
    for x, y in ((640, 330), (520, 350), (215, 630)):
        assert quiet.touch(x, y, 10)
        assert at_rest(quiet, 10) != rest, "the first frame already shows it"
        assert at_rest(quiet, 10 + SEEN) != rest
    assert at_rest(quiet, 10 + LONGEST) == rest


def test_the_smallest_part_under_the_finger_answers_and_while_it_moves_the_one_behind_it():
    quiet = land()
    assert [quiet.touch(640, 330, 1) for _ in range(3)] == ["drift", "ripple", "ripple"]
    assert quiet.touch(640, 330, 1 + LONGEST) == "drift"


def test_a_part_beside_the_finger_answers_within_reach_and_not_beyond():
    quiet = land()
    assert quiet.touch(650, 250 - REACH, 1) == "ripple"
    assert quiet.touch(650, 250 - REACH - 1, 1) == ""
    assert quiet.touch(110, 30, 1) == "", "what only lives does not answer"


def test_neighbours_bend_together_and_those_far_away_do_not():
    quiet = land()
    rest = {d.id: d for d in at_rest(quiet, 0)}
    quiet.touch(232, 630, 1)
    bent = {d.id.name for d in at_rest(quiet, 1.2) if d != rest[d.id]}
    assert bent == {"part-reed-200", "part-reed-250"}


def test_a_shadow_goes_along_with_what_rolls_and_does_not_turn():
    ball = ScenePart("ball", (600, 300, 60, 60), (630, 330), answer="roll", cut=True)
    shadow = ScenePart("ball-shadow", (600, 350, 60, 12), (630, 356), cut=True)
    rolling = Land("trail", (shadow, ball))
    rest = at_rest(rolling, 0)
    assert rolling.touch(610, 330, 1) == "roll"
    moved = at_rest(rolling, 2)
    assert moved[0].x - rest[0].x == pytest.approx(moved[1].x - rest[1].x) and moved[0].x > rest[0].x + 10
    assert moved[0].angle == 0 != moved[1].angle


def test_several_fingers_have_several_answers_and_two_hands_are_never_too_much():
    quiet = land()
    for finger in range(MOST):
        assert quiet.touch(560 + 10 * finger, 400, 1 + finger / 100) == "ripple"
    rings = [d for d in at_rest(quiet, 1.3) if getattr(d.sprite, "art", "") == "answer-ring"]
    assert len({d.x for d in rings}) == MOST
    assert quiet.touch(700, 400, 1.3) == ""
    assert len({d.id for d in at_rest(quiet, 1.3)}) == len(at_rest(quiet, 1.3))


def test_all_that_an_answer_lays_is_made_before_it_is_wanted():
    quiet = land()
    for x, y in ((640, 330), (520, 350), (215, 630)):
        quiet.touch(x, y, 1)
    for step in range(75):
        assert {d.sprite for d in at_rest(quiet, 1 + step / 25)} <= set(quiet.sprites())


def test_lives_begin_and_come_to_rest_softly():
    alive = land()
    rest = at_rest(alive, 0)
    seen = [alive.drawn(now / 20, loops=True) for now in range(20 * 60)]
    assert seen[0] == rest and len(set(map(str, seen))) > 50
    calmer = [alive.drawn(60 + now / 20, loops=False) for now in range(int(20 * SOFTLY) + 2)]
    assert calmer[0] != rest and calmer[-1] == rest
    ways = [abs(one[0].x - rest[0].x) for one in (*seen, *calmer)]
    assert max(abs(a - b) for a, b in pairwise(ways)) < 1


def test_where_nothing_moves_what_is_drawn_is_the_very_same():
    quiet = land()
    assert at_rest(quiet, 5) is at_rest(quiet, 6)
    quiet.touch(640, 330, 7)
    assert at_rest(quiet, 7) is not at_rest(quiet, 7.3)
    assert at_rest(quiet, 7.3) is at_rest(quiet, 7.3 + 0.1 / STEPS), "moments are held"


def test_where_all_is_still_nothing_lives_and_an_answer_is_a_short_change_of_light():
    still = land(still=True)
    rest = still.drawn(0, loops=True)
    assert all(still.drawn(now / 7, loops=True) == rest for now in range(300))
    assert still.touch(640, 330, 50) == "drift"
    lit = still.drawn(50.2, loops=True)
    assert lit[: len(rest)] == rest and [d.sprite.art for d in lit[len(rest) :]] == ["answer-light"]
    assert still.drawn(50 + STILL.lasts, loops=True) == rest and STILL.lasts <= 1


def test_a_stance_is_both_at_once():
    assert Stance(1, 2, 3, 0.5, 0.5) + Stance(1, 1, 1, 0.5, 0.5) == Stance(2, 3, 4, 0.25, 0.25)
    assert Stance(1, 2, 3, 0.5, 0.5) + AT_REST == Stance(1, 2, 3, 0.5, 0.5)
