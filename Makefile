# Everything that people type. `make help` lists it.

PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1
export PYTHONPATH := .

# What is installed, and from which lock. A changed lock installs again.
SITE := .venv/site.stamp
TOOLS := .venv/tools.stamp
WEEKLY := .venv-weekly/weekly.stamp
PIP_INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all:

.DEFAULT_GOAL := help
.PHONY: help serve build publish check test fuzz bench lock vendor links audit zensical clean

help: ## list the commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

serve: $(SITE) ## the guide at http://127.0.0.1:8000, reloading on every edit
	SITE_URL=http://127.0.0.1:8000/ $(BIN)/mkdocs serve --livereload --dev-addr 127.0.0.1:8000

build: $(SITE) ## the whole site into site/, or no change there if anything is wrong
	$(BIN)/python -m macros build

publish: ## the same for a host: SITE_URL says where readers will find it
	@test -n "$(SITE_URL)" || { echo "SITE_URL is not set: where will readers find the site?" >&2; exit 2; }
	GUIDE_DATES=git $(MAKE) build

check: $(SITE) ## the data alone: every problem with its place
	@$(BIN)/python -m macros check $(if $(GITHUB_ACTIONS),--annotate)

test: $(TOOLS) ## everything: code, data, exercises, strict builds, links, a real browser, accessibility
	$(BIN)/python -m tests.browser
	$(BIN)/python -m tests.nginx
	$(BIN)/ruff check macros tests
	$(BIN)/ruff format --check macros tests
	$(BIN)/mypy
	$(BIN)/zizmor --offline --quiet .github
	$(BIN)/typos data docs README.md CONTRIBUTING.md CHANGELOG.md
	$(BIN)/python -m macros check
	$(BIN)/python -m macros exercise
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadscope

fuzz: $(TOOLS) ## random input for some minutes: the reader and the text function
	FUZZ=long $(BIN)/python -m pytest -q tests/knowledge/test_fuzz.py

bench: $(TOOLS) ## how long it takes, as ratios
	$(BIN)/python -m tests.bench

lock: .venv/bin/python ## choose the versions of all dependencies anew
	$(BIN)/python -m pip install --quiet uv
	for file in requirements tests/requirements tests/weekly; do \
	  $(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --python-version 3.11 \
	    --no-emit-index-url --custom-compile-command "make lock" $$file.in -o $$file.txt || exit 1; \
	done

vendor: $(SITE) ## fetch the browser libraries anew, in the versions of docs/assets/vendor
	$(BIN)/python -m macros vendor

links: $(TOOLS) build ## whether the pages of others that we link to are there (network)
	$(BIN)/lychee --no-progress --scheme https --exclude '^https://guide\.test/' site

audit: $(WEEKLY) ## known faults of the locked dependencies (network)
	.venv-weekly/bin/pip-audit --require-hashes --disable-pip -r tests/requirements.txt

zensical: $(WEEKLY) build ## the same addresses with the next builder
	PATH="$(CURDIR)/.venv-weekly/bin:$$PATH" .venv-weekly/bin/python -m tests.zensical

clean: ## remove what was installed and built
	rm -rf .venv .venv-weekly site

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; $(PYTHON) is older. Try: make PYTHON=python3.12 …" >&2; exit 2; }
	@echo "Making .venv"
	@$(PYTHON) -m venv .venv

$(SITE): requirements.txt | .venv/bin/python
	@echo "Installing what the site needs"
	@$(PIP_INSTALL) -r requirements.txt
	@touch $@

$(TOOLS): tests/requirements.txt requirements.txt | .venv/bin/python
	@echo "Installing what the site and its tests need"
	@$(PIP_INSTALL) -r tests/requirements.txt
	@touch $(SITE) $@

$(WEEKLY): tests/weekly.txt
	@echo "Installing what the weekly run needs"
	@$(PYTHON) -m venv .venv-weekly
	@.venv-weekly/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes \
	  --only-binary :all: -r tests/weekly.txt
	@touch $@
