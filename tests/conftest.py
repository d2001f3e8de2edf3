"""Options of the test run."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="rewrite the golden files with what comes out now"
    )
    parser.addoption(
        "--decks", type=int, default=40, help="how many random decks to build and look at"
    )
    parser.addoption(
        "--first-deck", type=int, default=1, help="the number of the first of the random decks"
    )
    parser.addoption("--inputs", type=int, default=2000, help="how many bad inputs to try")
    parser.addoption(
        "--first-input", type=int, default=1, help="the number of the first of the bad inputs"
    )


@pytest.fixture
def accept(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be rewritten, to be reviewed as a diff."""
    return bool(request.config.getoption("--accept"))


@pytest.fixture(scope="session")
def deck_numbers(request: pytest.FixtureRequest) -> range:
    """The numbers of the random decks to be built: each stands for the same deck every time."""
    first: int = request.config.getoption("--first-deck")
    decks: int = request.config.getoption("--decks")
    return range(first, first + decks)


@pytest.fixture(scope="session")
def input_numbers(request: pytest.FixtureRequest) -> range:
    """The numbers of the bad inputs to be tried: each stands for the same bytes every time."""
    first: int = request.config.getoption("--first-input")
    inputs: int = request.config.getoption("--inputs")
    return range(first, first + inputs)
