# The two commands a new user needs are `make app` and `make test`; `make help` lists the rest.
.DEFAULT_GOAL := help
export UV_PYTHON_DOWNLOADS := never
UV := $(shell command -v uv 2>/dev/null || echo .tools/bin/uv)
PYTHON := .venv/bin/python
PORT := 8501

.PHONY: help app test test-browser test-transformers check quality train demo-data lock clean

help:  ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

app: .venv/.app  ## install, analyse the demo surveys and open the app on http://localhost:8501
	$(PYTHON) -m text_analysis.cli demo --port $(PORT)

# One process a core, each with one thread.
test test-browser: export OMP_NUM_THREADS := 1
test: .venv/.dev  ## install what the tests need and pass them
	$(PYTHON) -m pytest -m "not browser" -n auto --dist loadfile

test-browser: .venv/.dev  ## the app in a real Chromium (Debian: apt-get install chromium)
	$(PYTHON) -m pytest -m browser tests/app -n auto --dist load

test-transformers: .venv/.dev  ## the optional language model with torch, in an environment of its own (some 6 GB, minutes)
	$(UV) venv --quiet --allow-existing --python python3 .venv-transformers
	$(UV) pip install --quiet --python .venv-transformers -r requirements-dev.lock torch==2.13.0 transformers==5.23.0
	.venv-transformers/bin/python -m pytest tests/themes/test_embeddings.py tests/themes/real_encoder.py --override-ini=addopts= --disable-socket -q

check: .venv/.dev  ## lint, format and types
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy

quality: .venv/.dev  ## train anew and measure coding, sectors left out and masking (some 10 minutes); fails when a figure falls
	$(PYTHON) -m pytest tests/quality/test_*.py tests/quality/retrained.py --override-ini=addopts= -q -s

train: .venv/.app  ## train models/ from data/training and data/lexicon, and measure it
	$(PYTHON) -m text_analysis.cli train

demo-data: .venv/.dev  ## make the demo surveys again from their seed
	$(PYTHON) data/demo/generate.py

lock: $(UV)  ## write the locks from pyproject.toml: names, versions and hashes, no hosts
	$(UV) lock --quiet
	$(UV) export --quiet --format requirements.txt --no-dev --no-emit-project --no-header --no-annotate --output-file requirements.lock
	$(UV) export --quiet --format requirements.txt --all-groups --no-emit-project --no-header --no-annotate --output-file requirements-dev.lock

clean:  ## remove the environment and the tool that made it
	rm -rf .venv .venv-transformers .tools

.tools/bin/uv:
	python3 -m venv .tools
	.tools/bin/python -m pip install --quiet --disable-pip-version-check uv==0.13.9

$(PYTHON): | $(UV)
	$(UV) venv --quiet --python python3 .venv

# The development lock holds everything of the other, so an environment made for tests also runs the app.
.venv/.app: requirements.lock pyproject.toml | $(PYTHON)
	$(UV) pip sync --quiet --python $(PYTHON) --require-hashes $(if $(wildcard .venv/.dev),requirements-dev.lock,requirements.lock)
	$(UV) pip install --quiet --python $(PYTHON) --no-deps --editable .
	touch $@

.venv/.dev: requirements-dev.lock pyproject.toml | $(PYTHON)
	$(UV) pip sync --quiet --python $(PYTHON) --require-hashes requirements-dev.lock
	$(UV) pip install --quiet --python $(PYTHON) --no-deps --editable .
	touch $@ .venv/.app
