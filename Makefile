# Rapport: build, try, test, install. `make` alone lists what there is.
#
# A recipe is one shell script (.ONESHELL); it stops at the first command that fails.
SHELL = /bin/bash
.SHELLFLAGS = -euo pipefail -c
.ONESHELL:
.SILENT:
.DEFAULT_GOAL := help
.PHONY: help packages build run test lint bench install uninstall clean

PREFIX ?= /usr/local
DESTDIR ?=

SWIFT ?= swift
# A program at a fixed address that exports nothing starts in two thirds of the time: without
# these two, the loader writes 94,000 addresses into it and looks up 15,000 names at every start.
LINK := -Xlinker --no-pie -Xlinker --no-export-dynamic
RELEASE := -c release --static-swift-stdlib --product rapport $(LINK)
IMPORTS := --explicit-target-dependency-import-check error
PROGRAM := .build/release/rapport
SHARE = $(DESTDIR)$(PREFIX)/share/rapport

help:
	say() { printf '%s\n' "$$@"; }
	say "Rapport, a coach for customer relationships in the terminal." ""
	say "  make run        build it and start it; installs missing Debian packages first"
	say "  make test       build everything in debug and run every test"
	say "  make lint       check layout, imports and the knowledge base"
	say "  make bench      measure start-up, checks and search beside their peers; FULL=1 takes 50,000 pages"
	say "  make build      build the release"
	say "  make install    put it under PREFIX (now $(PREFIX)); DESTDIR is honoured"
	say "  make uninstall  take it away again; your records stay"
	say "  make clean      remove everything that was built"

# What the compiler needs beyond Swift itself.
packages:
	.ci/packages

build: packages
	echo "Building the release; the first time takes some minutes."
	$(SWIFT) build $(RELEASE) || {
	  echo "The release was not built; the compiler's first error above says why." >&2
	  exit 1
	}

run: build
	exec $(PROGRAM)

test: packages
	echo "Building everything in debug, then running every test."
	$(SWIFT) build --build-tests $(IMPORTS) || {
	  echo "The tests were not built; the first error above says why." >&2
	  exit 1
	}
	$(SWIFT) test --skip-build --disable-xctest || {
	  echo "Tests failed: search for ✘ above. One suite alone: swift test --filter NAME" >&2
	  exit 1
	}

lint: packages
	echo "Checking the layout of Sources, Plugins, Tests and Package.swift."
	$(SWIFT) format lint --strict --recursive --parallel Sources Plugins Tests Package.swift || {
	  echo "Layout differs. Mend it: swift format -i -r -p Sources Plugins Tests Package.swift" >&2
	  exit 1
	}
	echo "Checking that each module imports only what Package.swift allows it."
	$(SWIFT) build --build-tests $(IMPORTS) || {
	  echo "It does not build. If a target “imports another target without declaring it”: modules" >&2
	  echo "import inwards only. README.md, “The source”, says who may import whom." >&2
	  exit 1
	}
	echo "Checking the knowledge base."
	home=$$(mktemp -d)
	trap 'rm -rf "$$home"' EXIT
	RAPPORT_HOME="$$home" RAPPORT_SHARE="$(CURDIR)" .build/debug/rapport knowledge check || {
	  echo "The knowledge base has faults; each line above names a page and its line." >&2
	  exit 1
	}

bench: build
	PROGRAM=$(PROGRAM) FULL=$(FULL) Benchmarks/run
	PROGRAM=$(PROGRAM) Benchmarks/promises
	[ -z "$(FULL)" ] && exit
	echo "Walking 10,000 ways through a conversation, and killing one at every point."
	RAPPORT_WALKS=10000 RAPPORT_KILL_POINTS=all $(SWIFT) test --disable-xctest \
	  --filter 'RandomWalkTests|KilledAnywhereTests'

# `sudo make install` often has no Swift in its PATH: then what `make build` has built is taken.
install:
	if command -v $(SWIFT) >/dev/null; then
	  $(MAKE) --no-print-directory build
	elif [ -x $(PROGRAM) ]; then
	  echo "No Swift here; installing the release that was built before."
	else
	  echo "There is nothing to install yet: run \`make build\` first, as yourself." >&2
	  exit 1
	fi
	if ! mkdir -p "$(DESTDIR)$(PREFIX)/bin" "$(SHARE)" 2>/dev/null \
	  || [ ! -w "$(DESTDIR)$(PREFIX)/bin" ] || [ ! -w "$(SHARE)" ]; then
	  echo "You may not write to $(DESTDIR)$(PREFIX). Choose a place of your own:" >&2
	  echo "  make install PREFIX=\$$HOME/.local" >&2
	  echo "or install for everybody: sudo make install" >&2
	  exit 1
	fi
	install -m 755 -s $(PROGRAM) "$(DESTDIR)$(PREFIX)/bin/rapport"
	rm -rf "$(SHARE)/Plugins" "$(SHARE)/knowledge"
	tar -cf - --exclude=Sources Plugins knowledge | tar -xf - -C "$(SHARE)" --no-same-owner
	chmod -R u+rwX,go+rX,go-w "$(SHARE)"
	echo "Installed: $(DESTDIR)$(PREFIX)/bin/rapport and $(SHARE)/{Plugins,knowledge}."

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/rapport"
	rm -rf "$(SHARE)/Plugins" "$(SHARE)/knowledge"
	rmdir "$(SHARE)" 2>/dev/null || true
	echo "Rapport is gone from $(DESTDIR)$(PREFIX). Your records and settings are where they were."

clean:
	rm -rf .build
	echo "Removed .build; the next build starts from nothing."
