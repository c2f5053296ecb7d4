"""Nothing is lost: a visit is killed with `kill -9` again and again, at moments that nobody chose, and goes on."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from game.play.replay import replay
from game.records.journal_reader import look
from tests.paths import PROJECT
from tests.support.at_risk import fingerprint, journal_in, play_on, visit_in
from tests.support.examples import seeds

KILLS = 7  # in each of the lives below


def killed(store: Path, seed: int, chance: random.Random) -> tuple[int, str]:
    """Let a visit go on elsewhere and kill it; the number and the screen of the last move that it had acknowledged."""
    command = [sys.executable, "-m", "tests.support.at_risk", str(store), str(seed)]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE) as process:
        said = [process.stdout.readline() for _ in range(chance.randrange(1, 40))]
        for _ in range(chance.randrange(60_000)):  # until a moment that no line of the program has chosen
            pass
        process.kill()
        said += process.stdout.readlines()
    number, screen = [line for line in said if line.endswith(b"\n")][-1].decode().split()
    return int(number), screen


@pytest.mark.search
@pytest.mark.parametrize("life", seeds(1, 4))
def test_a_killed_visit_goes_on_where_it_was(tmp_path, life):
    chance = random.Random(int(life))
    for kill in range(KILLS):
        number, screen = killed(tmp_path, 100 * int(life) + kill, chance)
        kept = look(journal_in(tmp_path))
        assert len(kept.events) >= number and not kept.trouble
        now = visit_in(tmp_path)
        assert now.session.visit == replay(list(kept.events))
        assert fingerprint(replay(list(kept.events[:number])), now) == screen
        play_on(now.session, chance, many=3)
        again = look(journal_in(tmp_path))
        assert again.events[: len(kept.events)] == kept.events and again.visit == now.session.visit
        now.store.close()
