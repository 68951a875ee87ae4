# Every target sets up what it needs in .venv first and says so on standard error.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
N ?= 10000
KILLS ?= 200

# Q holds what a person typed: it reaches the program as an environment value, untouched by make and by any shell.
unexport Q
ask: export FAZHI_QUESTION := $(value Q)

.PHONY: ask run test check format score bench fuzz kill-test clean
.DEFAULT_GOAL := test

ask: $(VENV)/runtime
	@$(BIN)/fazhi ask -- "$$FAZHI_QUESTION"

run: $(VENV)/runtime
	@$(BIN)/fazhi run

# Tests that kill processes come alone: beside others they would measure the machine.
test: check
	$(BIN)/python -m pytest -n 2 -m "not kill"
	$(BIN)/python -m pytest -m kill

check: $(VENV)/development
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy

format: $(VENV)/development
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

score: $(VENV)/development
	@$(BIN)/python -m tests.score

# What the speed is compared with is no dependency: where it cannot be had, the benchmark says so and leaves it out.
bench: $(VENV)/development
	@test -d $(VENV)/recognisers || $(BIN)/pip install --quiet --no-deps --target $(VENV)/recognisers \
		--requirement tests/bench/recognisers.txt >&2 || true
	@$(BIN)/python -m tests.bench

fuzz: $(VENV)/development
	@$(BIN)/python -m tests.fuzz $(N) --jobs 2

kill-test: $(VENV)/development
	KILLS=$(KILLS) $(BIN)/python -m pytest -m kill

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis

# Packages are installed by the hashes of constraints.txt; the project itself, which no hash can name, comes after them.
$(VENV)/runtime: pyproject.toml constraints.txt
	@echo "setting up $(VENV) (about a minute, once) …" >&2
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) >&2 || { rm -rf $(VENV); echo "make: Python 3.11 with venv is needed; name it with PYTHON=…" >&2; exit 1; }
	@$(BIN)/python deploy/tools/requirements.py > $(VENV)/requirements.txt
	@$(BIN)/pip install --quiet --no-deps --require-hashes --requirement $(VENV)/requirements.txt >&2
	@$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable . >&2
	@touch $@

$(VENV)/development: $(VENV)/runtime
	@echo "adding the tools for development to $(VENV) …" >&2
	@$(BIN)/python deploy/tools/requirements.py test > $(VENV)/requirements.txt
	@$(BIN)/pip install --quiet --no-deps --require-hashes --requirement $(VENV)/requirements.txt >&2
	@touch $@
