"""What every test of a paper can ask for."""

import pytest

from game.art.library import Library
from game.play.record import Record, Traveller
from game.play.replay import replay
from tests.conftest import ART
from tests.support.proofs import ProofRenderer
from tests.support.two_visits import first_visit, second_visit


@pytest.fixture(scope="module")
def traveller() -> Traveller:
    return Traveller("one", Record((replay(first_visit()), replay(second_visit()))))


@pytest.fixture(scope="module")
def renderer() -> ProofRenderer:
    return ProofRenderer(Library(), ART, ART / "private")
