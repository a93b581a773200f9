# Shortcuts for `python start.py ...`, which works without make (on Windows: py start.py open).
PYTHON ?= python3

.PHONY: open test check site lock
open test check site lock:
	@$(PYTHON) start.py $@
