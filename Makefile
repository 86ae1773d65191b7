# The index of tasks. Each does its own set-up; nothing has to be typed before it.
.PHONY: help demo test check bench bench-long lock clean
.DEFAULT_GOAL := help

# The tests start hundreds of processes: what one has compiled the next need not compile again.
export PYTHONDONTWRITEBYTECODE :=

BIN := .venv/bin
CASES ?=

help: ## show this list
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:[^#]*##/\t/' | expand -t 14

.venv/.run: requirements.lock pyproject.toml setup.sh
	@echo "Setting up .venv (once; about a minute) ..."
	@./setup.sh requirements.lock
	@touch $@

.venv/.dev: requirements-dev.lock pyproject.toml setup.sh
	@echo "Setting up .venv with the test tools (once; about two minutes) ..."
	@./setup.sh requirements-dev.lock
	@touch $@ .venv/.run

demo: .venv/.run ## read a made-up inbox, print what differs, serve the page
	@$(BIN)/countercheck demo

test: .venv/.dev ## everything: style, types, tests
	@$(MAKE) --no-print-directory check
	@$(BIN)/python -m pytest -n 3 --dist worksteal

check: .venv/.dev ## style and types only
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy .

bench: .venv/.dev ## accuracy and speed, CASES="folder ..." for further sets
	@$(BIN)/python -m bench $(CASES)
	@$(BIN)/python -m bench.inbox

bench-long: .venv/.dev ## the measurements that take longer
	@$(BIN)/python -m bench --long $(CASES)
	@$(BIN)/python -m bench.strange_words build/layouts $(CASES) --json bench-out/strange-words.json
	@$(BIN)/python -m bench.inbox --waiting 5000 --fresh 100 --at-once --json bench-out/inbox-long.json
	@$(BIN)/python -m bench.backup --json bench-out/backup.json
	@$(BIN)/python -m bench.reconcile --json bench-out/reconcile.json
	@$(BIN)/python -m bench.reconcile --xlsx --json bench-out/reconcile-xlsx.json
	@$(BIN)/python -m bench.reconcile --snapshots --json bench-out/reconcile-snapshots.json
	@$(BIN)/python -m bench.reconcile --snapshots --xlsx --json bench-out/reconcile-snapshots-xlsx.json

lock: .venv/.dev ## renew both lock files (needs uv)
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	    --no-emit-find-links --no-header --upgrade -o requirements.lock
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-emit-find-links --no-header -c requirements.lock --upgrade -o requirements-dev.lock

clean: ## remove the environment and everything made
	rm -rf .venv build bench-out demo-data *.egg-info
