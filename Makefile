# Shortcuts for `python start.py ...`, which works without make (on Windows: py start.py open).
PYTHON ?= python3

.PHONY: open test check site hub lock
open test check site hub lock:
	@$(PYTHON) start.py $@
