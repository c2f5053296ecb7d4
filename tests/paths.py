"""Where the tests and the program lie."""

from pathlib import Path

TESTS = Path(__file__).parent
PROJECT = TESTS.parent
