# `make deck` builds the sample report, `make test` checks everything. Both set themselves up.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DECK ?= bielefeld

.PHONY: deck test check stress bench lock clean

deck: $(READY)
	$(BIN)/deckgen build $(DECK)

test: check
	$(BIN)/pytest

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

stress: $(READY)
	$(BIN)/pytest -s tests/test_stress.py --decks 300

bench: $(READY)
	$(BIN)/python benchmarks/processes.py
	$(BIN)/python benchmarks/line_breaking.py

# The file stands for a finished set-up; a broken one is made anew from the start.
$(READY): pyproject.toml constraints.txt
	rm -f $(READY)
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "deckgen needs Python 3.11 or newer; try make PYTHON=python3.12")'
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $(READY)

# Names the newest versions that pyproject.toml allows, for every supported Python and system.
lock:
	$(PYTHON) -m venv .lock-venv
	.lock-venv/bin/pip install --quiet --disable-pip-version-check uv
	.lock-venv/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --group dev \
		--generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate \
		--custom-compile-command 'make lock' -o constraints.txt pyproject.toml
	rm -rf .lock-venv

clean:
	rm -rf $(VENV) .lock-venv dist .mypy_cache .pytest_cache .ruff_cache .hypothesis output/*.pptx output/.*.built
	find src tests benchmarks scripts -name __pycache__ -prune -exec rm -rf {} +
