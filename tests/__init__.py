"""Tests of Good Goodbye: `python -m pytest`, on two cores `python -m pytest -n 4`."""
