# make demo     see it run, against a mail server of its own      (make demo ARGS=--once ends by itself)
# make test     all checks and all tests, real servers included
# make check    format, lint, types, import contracts
# make bench    the figures of bench/README.md, measured again
# make learn    learn again from the labelled mails what tells the kind of a mail
# make screenshots  every screen of the review desk as a picture, in var/screenshots
# make manual   the pictures of docs/handleiding.md, made anew
# make torture  kill the worker 1,500 times, restart it, and count the mails

# The first Python that is new enough: on a Mac, plain python3 often is not.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
# The build tool warns of editable installs, which are meant.
PIP := PYTHONWARNINGS=ignore $(BIN)/python -m pip --disable-pip-version-check -q
INSTALL := $(PIP) install --constraint constraints.txt
EXTRAS := demo,postgres,microsoft,bucket,oidc

export PIP_ROOT_USER_ACTION := ignore

.PHONY: demo test check pytest servers bench learn screenshots manual torture clean

demo: .venv/.demo
	@$(BIN)/intake demo $(ARGS)

test: check pytest

check: .venv/.test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

pytest: .venv/.test servers
	$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder $(ARGS)

bench: .venv/.bench servers
	@command -v mbsync >/dev/null || $(call apt,isync)
	$(BIN)/python -m bench $(ARGS)

learn: .venv/.bench
	$(BIN)/python -m bench.learn

screenshots: .venv/.test servers
	$(BIN)/python -m tests.review.screenshots $(ARGS)

manual: .venv/.test servers
	$(BIN)/python -m tests.review.manual

torture: .venv/.test servers
	$(BIN)/python -m tests.torture $(ARGS)

clean:
	rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# Dovecot, Tesseract with Dutch, and Chromium, where Debian's packages can be installed. Elsewhere their tests say
# that they were skipped.
servers:
	@command -v dovecot >/dev/null || test -x /usr/sbin/dovecot || $(call apt,dovecot-imapd)
	@tesseract --list-langs 2>/dev/null | grep -q nld || $(call apt,tesseract-ocr tesseract-ocr-nld)
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || $(call apt,chromium)

apt = if command -v apt-get >/dev/null && test "$$(id -u)" = 0; then \
	echo "Installing $(1) ..."; apt-get -qq update && \
	DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $(1) >/dev/null; \
	else echo "There is no $(1), and it cannot be installed here: what needs it is left out."; fi

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "This needs Python 3.11 or newer; none was found."; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || { \
		echo "This Python cannot make a venv; on Debian: apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv .venv
	@$(INSTALL) --upgrade pip

.venv/.demo: pyproject.toml constraints.txt | $(BIN)/python
	@echo "Installing into .venv (a minute at most, the first time) ..."
	@$(INSTALL) --editable '.[demo]'
	@touch $@

.venv/.test: pyproject.toml constraints.txt | $(BIN)/python
	@echo "Installing into .venv what the tests need ..."
	@$(INSTALL) --editable '.[$(EXTRAS)]' --group dev
	@touch $@

.venv/.bench: .venv/.test
	@$(INSTALL) --group bench
	@touch $@
