# make run: the program, ready to look at.  make test: every test.  make check: style, types, order, translations.
# make bench: ratios against rivals and limits.  make fmt: one format.  Each sets up what it needs first.
PY ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
UV := $(or $(shell command -v uv 2>/dev/null),.tools/bin/uv)
BUILT := src/wenming/web/static/build
CATALOG := src/wenming/locale/en/LC_MESSAGES/django
export UV_PROJECT_ENVIRONMENT := .venv
.PHONY: run test check bench fmt permissions messages screenshots dist setup setup-dev apt
.NOTPARALLEL:

run: setup
	.venv/bin/wenming demo --host $(HOST) --port $(PORT)

test: setup-dev
	.venv/bin/pytest -n 2 -m "not browser"
	.venv/bin/pytest -m browser
	WENMING_TEST_DATABASE=postgresql .venv/bin/pytest -n 2 -m "not browser" --database

check: setup-dev
	.venv/bin/ruff format --check
	.venv/bin/ruff check
	.venv/bin/mypy
	.venv/bin/lint-imports
	.venv/bin/djade --check --target-version 5.2 $$(git ls-files '*.html')
	sh tools/npm.sh run check
	.venv/bin/wenming manage makemigrations --check --dry-run
	WENMING_HTTPS=1 WENMING_HOSTS=wenming.example .venv/bin/wenming manage check --deploy --fail-level WARNING
	.venv/bin/python tools/messages.py check
	.venv/bin/python tools/check_locks.py
	.venv/bin/python tools/audit_dependencies.py

bench: setup-dev
	.venv/bin/python -m bench --write

fmt: setup-dev
	.venv/bin/ruff check --fix --quiet
	.venv/bin/ruff format
	.venv/bin/djade --target-version 5.2 $$(git ls-files '*.html')

permissions: setup
	.venv/bin/wenming manage permissions > docs/permissions.md

messages: setup-dev
	.venv/bin/python tools/messages.py update

screenshots: setup-dev
	.venv/bin/python -m tools.screenshots

# All that a computer without a network needs: our own wheel and those it stands on, for this machine's Python.
dist: setup
	rm -rf dist
	$(UV) build --quiet --wheel --out-dir dist
	$(UV) export --quiet --locked --no-emit-project --no-default-groups --output-file dist/requirements.txt
	$(UV) export --quiet --locked --no-default-groups --format cyclonedx1.5 --output-file dist/sbom.cdx.json
	$(PY) -m pip download --quiet --disable-pip-version-check --only-binary :all: --require-hashes --dest dist -r dist/requirements.txt

setup: .venv/.run $(BUILT)/.ok $(CATALOG).mo
setup-dev: apt .venv/.dev $(BUILT)/.ok $(CATALOG).mo
apt:
	@sh tools/apt.sh $(if $(WENMING_CHROMIUM),,chromium) fonts-noto-cjk libatomic1 $(if $(shell command -v soffice),,libreoffice-writer-nogui) $(if $(filter 0,$(shell id -u)),python3-swift)

.tools/bin/uv: tools/uv.txt
	@$(PY) -m pip --version >/dev/null 2>&1 || sh tools/apt.sh python3-pip
	$(PY) -m pip install --quiet --disable-pip-version-check --root-user-action=ignore --upgrade --target .tools --require-hashes -r tools/uv.txt
	@touch $@
.venv/.run: $(filter .tools/%,$(UV)) pyproject.toml uv.lock
	$(UV) sync --quiet --locked --inexact --python $(PY)
	@touch $@
.venv/.dev: .venv/.run
	$(UV) sync --quiet --locked --inexact --python $(PY) --group dev
	@touch $@
$(BUILT)/.ok: assets/package-lock.json assets/build.mjs $(shell find assets/src -type f) | .venv/.run
	sh tools/npm.sh ci --ignore-scripts --no-audit --no-fund
	sh tools/npm.sh run build
	@touch $@
$(CATALOG).mo: $(CATALOG).po | .venv/.run
	.venv/bin/pybabel --quiet compile --domain django --locale en --input-file $< --output-file $@
	@test -s $@
