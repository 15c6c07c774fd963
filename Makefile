# Newsroom: `make run` to try it out, `make test` before a commit.
.DEFAULT_GOAL := help
SHELL := /bin/sh
PYTHON_BIN := .venv/bin/python
PIP_COMPILE := $(PYTHON_BIN) -m piptools compile --quiet --generate-hashes --strip-extras \
	--allow-unsafe --no-emit-index-url --no-emit-find-links --no-emit-trusted-host
WORKERS ?= 2
export PORT
# Tests start Python many times over: what it has compiled is kept, whatever this machine prefers.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: help setup setup-dev run test lint types lock bench credits cluster clean

help: ## Show what can be made
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

setup: ## Make .venv and install what Newsroom needs
	@scripts/setup.sh requirements.lock

setup-dev: setup
	@scripts/setup.sh requirements-dev.lock

.env:
	@umask 077; $(PYTHON_BIN) -c 'import secrets; print("DEBUG=true\nSECRET_KEY=" + secrets.token_urlsafe(50))' > .env

run: setup ## Serve the demo at http://127.0.0.1:8000/ (another port: make run PORT=8001)
	@$(MAKE) -s .env
	@$(PYTHON_BIN) manage.py migrate --verbosity 0
	@LOG_LEVEL=WARNING $(PYTHON_BIN) manage.py seed_demo --if-empty
	@exec $(PYTHON_BIN) -m scripts.serve

test: setup-dev ## Run every test: JavaScript, then pytest on SQLite and on PostgreSQL, with Chromium
	@scripts/chromium.sh
	@scripts/node_tests.sh
	@env -u TEST_DATABASE_URL $(PYTHON_BIN) -m pytest -n $(WORKERS)
	@$(PYTHON_BIN) scripts/with_postgres.py $(PYTHON_BIN) -m pytest -n $(WORKERS)

lint: setup-dev ## Check style and import contracts
	@$(PYTHON_BIN) -m ruff check .
	@$(PYTHON_BIN) -m ruff format --check .
	@.venv/bin/lint-imports
	@if [ -d templates ]; then $(PYTHON_BIN) -m djlint templates --lint --quiet; fi

types: setup-dev ## Check types
	@$(PYTHON_BIN) -m mypy

# The public index alone decides, whatever this machine's pip is told to look at besides.
lock: setup-dev ## Write the locks anew from requirements*.txt
	@for name in requirements requirements-dev; do \
		env -u PIP_FIND_LINKS -u PIP_EXTRA_INDEX_URL -u PIP_INDEX_URL PIP_CONFIG_FILE=/dev/null \
			CUSTOM_COMPILE_COMMAND="make lock" \
			$(PIP_COMPILE) --output-file $$name.lock $$name.txt || exit 1; \
	done

bench: setup-dev ## Measure delivery beside its peers; writes docs/performance.md (ARGS=--quick: rough)
	@scripts/bench_programs.sh
	@$(PYTHON_BIN) -m bench $(ARGS)

credits: setup-dev ## Measure crediting on published news copy (fetches 10 MB once; ARGS=--differences)
	@$(PYTHON_BIN) -m scripts.published_copy $(ARGS)

cluster: setup-dev ## Run two web nodes, a worker, PostgreSQL with a replica and nginx; prove what they promise (STAY=1: go on)
	@scripts/nginx.sh
	@exec $(PYTHON_BIN) -m scripts.cluster $(if $(STAY),--stay)

clean: ## Remove what was built (.venv, caches); your data in var/ stays
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis var/static
	find . -name __pycache__ -type d -not -path './node_modules/*' -prune -exec rm -rf {} +
