# `make deck` builds the sample report, `make test` checks everything. Both set themselves up.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DECK ?= bielefeld

.PHONY: deck test check stress fuzz bench bench-short bench-tables lock clean

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

# A hundred thousand bad inputs from seeds; then as many that follow what the readers do with them.
fuzz: $(READY)
	$(BIN)/pytest -s tests/test_fuzz.py --inputs 100000
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r tests/fuzz-constraints.txt
	$(BIN)/python -m tests.guided_fuzz -runs=100000 -max_len=20000

# Peers are installed where they can be; what is missing is left out, and said to be.
bench: $(READY)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r benchmarks/constraints.txt \
		|| echo 'pandoc could not be installed'
	test -d benchmarks/peers/node_modules \
		|| npm ci --prefix benchmarks/peers --no-audit --no-fund --loglevel=error \
		|| echo 'PptxGenJS could not be installed'
	$(BIN)/python -m benchmarks
	$(BIN)/python benchmarks/line_breaking.py
	$(BIN)/python benchmarks/pictures.py

# With what is there, in about a minute.
bench-short: $(READY)
	$(BIN)/python -m benchmarks --short

# Puts the tables of the last `make bench` into docs/performance.md.
bench-tables: $(READY)
	$(BIN)/python -m benchmarks.report output/benchmarks.json --write

# The file stands for a finished set-up; a broken one is made anew from the start.
$(READY): pyproject.toml constraints.txt
	rm -f $(READY)
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "deckgen needs Python 3.11 or newer; try make PYTHON=python3.12")'
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $(READY)

# Names the newest versions that pyproject.toml allows, for every supported Python and system;
# those of the peers of `make bench` apart, which nobody else needs.
lock:
	$(PYTHON) -m venv .lock-venv
	.lock-venv/bin/pip install --quiet --disable-pip-version-check uv
	.lock-venv/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --group dev \
		--generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate \
		--custom-compile-command 'make lock' -o constraints.txt pyproject.toml
	.lock-venv/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --group bench \
		--generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate \
		--custom-compile-command 'make lock' -o benchmarks/constraints.txt
	.lock-venv/bin/uv pip compile --quiet --upgrade --python-version 3.11 --python-platform linux --group fuzz \
		--generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate \
		--custom-compile-command 'make lock' -o tests/fuzz-constraints.txt
	rm -rf .lock-venv

clean:
	rm -rf $(VENV) .lock-venv dist .mypy_cache .pytest_cache .ruff_cache .hypothesis output/*.pptx output/.*.built output/.figures
	find src tests benchmarks scripts -name __pycache__ -prune -exec rm -rf {} +
