# Every target works in a virtual environment in the checkout. `make help` lists the targets.

VENV ?= .venv
PYTHON ?= $(shell for name in python3.11 python3.12 python3.13 python3.14 python3 python; do \
	"$$name" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' \
		>/dev/null 2>&1 && { echo "$$name"; break; }; done)
WORKERS ?= 2
# The quick tests go to whichever worker is idle. Those that share a built site or wheel stay together.
PARALLEL := -n $(WORKERS) --dist worksteal
GROUPED := -n $(WORKERS) --dist loadgroup

BIN := $(VENV)/bin
ENVIRONMENT := $(VENV)/.stamp-package
BENCH := $(VENV)/.stamp-bench
NODE := $(VENV)/.stamp-node
NODE_TOOLS := tests/node/node_modules/.stamp
# The packages of tests/node need Node.js 20 or newer; an older one counts as missing.
SYSTEM_NPM := $(shell node -e 'process.exit(parseInt(process.versions.node) < 20)' 2>/dev/null \
	&& command -v npm)
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-strip-extras --no-emit-index-url --no-annotate --custom-compile-command 'make lock'

# So that these find node and npm, and examples/demo.sh the command diplobrief.
export PATH := $(abspath $(BIN)):$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# The wheel of pyright contains the program, so it downloads nothing.
export PYRIGHT_PYTHON_IGNORE_WARNINGS := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test test-outside test-deep lint format types docs schemas reference bench fuzz \
	lock clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z.-]+:.*## / { printf "  %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(ENVIRONMENT) ## Show each step from plain text to a checked brief
	bash examples/demo.sh

test: $(ENVIRONMENT) ## Run the tests of the library; with COVERAGE=1, also the coverage gate
	$(BIN)/python -m pytest $(PARALLEL) -m "not outside" $(if $(COVERAGE),--cov --cov-report=term \
		--cov-report=json:$(VENV)/coverage.json)
	$(if $(COVERAGE),@$(BIN)/python .ci/coverage_gate.py $(VENV)/coverage.json)

test-outside: $(ENVIRONMENT) $(NODE_TOOLS) ## Run the tests that start other programs
	$(BIN)/python -m pytest $(GROUPED) -m outside

test-deep: $(ENVIRONMENT) $(NODE_TOOLS) ## Run all tests, with very many examples of each property
	HYPOTHESIS_PROFILE=deep $(BIN)/python -m pytest $(GROUPED) tests

fuzz: $(ENVIRONMENT) ## Compare schema and models on DOCUMENTS documents (a million)
	$(BIN)/python -m tests.schema.fuzzing $(or $(DOCUMENTS),1000000)

lint: $(ENVIRONMENT) ## Check style and layout of the code
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(ENVIRONMENT) ## Fix style and layout, as far as that is safe
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: $(ENVIRONMENT) $(NODE) ## Check the types with mypy and pyright
	$(BIN)/mypy
	$(BIN)/pyright --pythonpath $(BIN)/python
	PATH="$(BIN):$$PATH" pyright --verifytypes diplobrief --ignoreexternal

docs: $(ENVIRONMENT) $(NODE_TOOLS) ## Build the documentation into site/
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

schemas: $(ENVIRONMENT) ## Generate the published schemas and their test suite
	$(BIN)/python -m scripts.vocabulary_types
	$(BIN)/python -m scripts.schemas
	$(BIN)/python -m scripts.conformance

reference: $(ENVIRONMENT) ## Generate the reference tables in the pages under docs/
	$(BIN)/python -m scripts.reference

bench: $(BENCH) ## Measure speed against bare pydantic and other libraries
	$(BIN)/python -m pytest benchmarks -o pythonpath=benchmarks --benchmark-only --benchmark-quiet \
		--benchmark-json=$(VENV)/benchmark.json
	@$(BIN)/python benchmarks/table.py $(VENV)/benchmark.json
	@$(BIN)/python benchmarks/hand_written.py
	@$(BIN)/python benchmarks/checking.py
	@$(BIN)/python benchmarks/treaties.py

lock: $(ENVIRONMENT) ## Resolve the locked requirements again
	$(COMPILE) pyproject.toml --all-extras --group dev --upgrade --output-file requirements/dev.lock
	$(COMPILE) pyproject.toml --group bench --constraints requirements/dev.lock --upgrade \
		--output-file requirements/bench.lock
	$(COMPILE) --group pyproject.toml:node --upgrade --output-file requirements/node.lock
	$(COMPILE) --group pyproject.toml:wasm --constraints requirements/dev.lock --upgrade \
		--output-file requirements/wasm.lock

clean: ## Remove everything that the other targets create
	rm -rf $(VENV) build dist site htmlcov .coverage .coverage.* .hypothesis .mypy_cache \
		.pytest_cache .ruff_cache tests/node/node_modules
	find benchmarks scripts src tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/.stamp-venv:
	@test -n "$(PYTHON)" || { echo "No Python 3.11 or newer with its venv module was found." \
		"Install one (on Debian also python3-venv), or name one: make PYTHON=/path/to/python3 ..." >&2; \
		exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "diplobrief needs Python 3.11 or newer; $(PYTHON) is older or does not run." >&2; exit 1; }
	@echo "Setting up $(VENV) with $(PYTHON); this takes about a minute, once."
	@"$(PYTHON)" -m venv $(VENV)
	@touch $@

# The lock is complete. If pip resolved the dependencies, it would take newer releases for extras.
$(VENV)/.stamp-lock: $(VENV)/.stamp-venv requirements/dev.lock
	$(BIN)/python -m pip install --quiet --no-compile --no-deps --require-hashes -r requirements/dev.lock
	@touch $@

$(ENVIRONMENT): $(VENV)/.stamp-lock pyproject.toml src/diplobrief/_version.py
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(BENCH): $(ENVIRONMENT) requirements/bench.lock
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements/bench.lock
	@touch $@

# A machine without Node.js gets it as a wheel, into the virtual environment.
$(NODE): $(VENV)/.stamp-venv $(if $(SYSTEM_NPM),,requirements/node.lock)
	$(if $(SYSTEM_NPM),,$(BIN)/python -m pip install --quiet --require-hashes -r requirements/node.lock)
	@touch $@

$(NODE_TOOLS): $(wildcard tests/node/package.json tests/node/package-lock.json) | $(NODE)
	@if (cd tests/node && npm ci --no-audit --no-fund --loglevel=error); then touch $@; \
		elif [ -n "$$CI" ]; then exit 1; \
		else echo "npm cannot install the packages of tests/node; tests that need them are skipped." >&2; fi
