"""What was large and is let go is the system's again, at once."""

import subprocess
import sys

import pytest

from tests.paths import PROJECT

ROUNDS = """
from game.system.memory import give_back

def resident():
    with open("/proc/self/statm") as told:
        return int(told.read().split()[1]) * 4096

give_back()
before, kept = resident(), []
for _ in range(2):  # after the first, glibc would take no megabyte for large any more
    many = []
    for _ in range(30):
        many.append(bytearray(1_000_000))
        many[-1][::4096] = b"x" * len(many[-1][::4096])  # it is really there
        kept.append(bytearray(50_000))
    most = resident() - before
    del many
print(most > 25_000_000, resident() - before < 10_000_000)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do so by themselves")
def test_what_is_large_goes_back_as_soon_as_it_is_let_go():
    done = subprocess.run([sys.executable, "-c", ROUNDS], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert done.stdout == "True True\n"
