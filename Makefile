# make          what there is
# Everything lives in .venv; nothing is written elsewhere. PYTHON=/path/to/python3.12 chooses another interpreter.

VENV := .venv
INSTALLED := $(VENV)/.installed
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help demo test bench fmt clean

help:
	@echo "make demo    read the example story and show who said what"
	@echo "make test    everything that must hold: format, lint, types, tests, quality floors"
	@echo "make bench   speed and memory, beside a peer (installs the peer into .venv-bench)"
	@echo "make fmt     format the code"
	@echo "make clean   remove .venv and what the tools left behind"

# sayso alone, which is all that its users have; then, in the same place, what the tests need.
$(INSTALLED): pyproject.toml scripts/make-venv
	@scripts/make-venv $(VENV)
	@touch $@

$(READY): $(INSTALLED)
	@scripts/make-venv $(VENV) dev,ftm
	@touch $@

demo: $(INSTALLED)
	@$(VENV)/bin/sayso demo

test: $(READY)
	@PATH="$(CURDIR)/$(VENV)/bin:$$PATH" scripts/check

bench: $(READY)
	@$(VENV)/bin/python -m benchmarks.speed

fmt: $(READY)
	@$(VENV)/bin/ruff check --fix-only --quiet src tests benchmarks scripts
	@$(VENV)/bin/ruff format src tests benchmarks

clean:
	rm -rf $(VENV) .venv-bench .mypy_cache .ruff_cache .pytest_cache .hypothesis
