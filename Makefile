# Build, test and install ddor. `make` alone lists what there is.
.POSIX:

SWIFT = swift
PREFIX = /usr/local
DESTDIR =

BINARY = .build/release/ddor
BIN_DIR = $(DESTDIR)$(PREFIX)/bin
SHARE_DIR = $(DESTDIR)$(PREFIX)/share/ddor

MINUTES = 1
TARGETS = delimited gzip zip xlsx workbook parquet package filter keys
# The handler of Swift would be taken for a fault of its own by the sanitizer.
FUZZ = env SWIFT_BACKTRACE=enable=no Fuzz/.build/debug/fuzz
FUZZ_OPTIONS = -detect_leaks=0 -timeout=120 -rss_limit_mb=3000 -max_len=4096 -len_control=0 \
  -artifact_prefix=Fuzz/.build/$$target-
FUZZ_INPUTS = -dict=Fuzz/Dictionaries/$$target.dict Fuzz/Corpus/$$target

help:
	@echo 'make run        install what is missing, build, and open the sample data'
	@echo 'make build      build .build/release/ddor'
	@echo 'make test       check the style, build, and run all tests'
	@echo 'make fuzz       try each reader on changed inputs for MINUTES=1, or only TARGETS="gzip keys"'
	@echo 'make docs       write the documentation of the modules to .build/docs'
	@echo 'make deps       install the system packages that are missing'
	@echo 'make install    copy the program and the sample data to PREFIX ($(PREFIX))'
	@echo 'make uninstall  remove them again'
	@echo 'make clean      remove everything that was built'

# Names of packages: Debian and Ubuntu, Fedora, Arch.
deps:
	@command -v $(SWIFT) >/dev/null 2>&1 || { \
	  echo 'ddor needs Swift 6.1 or newer: install it from https://www.swift.org/install.' >&2; exit 1; }
	@missing= install=; \
	if command -v apt-get >/dev/null 2>&1; then \
	  for name in libncurses-dev zlib1g-dev libexpat1-dev libre2-dev \
	      libsnappy-dev libsqlite3-dev libzstd-dev tmux; do \
	    dpkg-query -W -f '$${Status}' $$name 2>/dev/null | grep -q 'ok installed' || \
	      missing="$$missing $$name"; \
	  done; \
	  install='env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends'; \
	  refresh='apt-get update'; \
	elif command -v dnf >/dev/null 2>&1; then \
	  for name in ncurses-devel zlib-devel expat-devel re2-devel \
	      snappy-devel sqlite-devel libzstd-devel tmux; do \
	    rpm -q --whatprovides $$name >/dev/null 2>&1 || missing="$$missing $$name"; \
	  done; \
	  install='dnf install -y' refresh=true; \
	elif command -v pacman >/dev/null 2>&1; then \
	  missing=$$(pacman -T ncurses zlib expat re2 snappy sqlite zstd tmux | tr '\n' ' '); \
	  install='pacman -S --needed --noconfirm' refresh=true; \
	else \
	  echo 'ddor needs the headers of ncursesw, zlib, expat, RE2, snappy, SQLite and zstd, and tmux for its tests.' >&2; \
	fi; \
	if [ -n "$$missing" ]; then \
	  as=; \
	  if [ "$$(id -u)" -ne 0 ] && command -v sudo >/dev/null 2>&1; then as=sudo; fi; \
	  echo Installing: $$missing; \
	  $$as $$refresh && $$as $$install $$missing; \
	fi

build:
	$(SWIFT) build -c release --static-swift-stdlib --product ddor

run: deps
	@$(MAKE) build
	@$(BINARY) SampleData

# The end-to-end tests start .build/debug/ddor.
test: deps
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Benchmarks/Sources Examples Fuzz/Sources
	$(SWIFT) build --build-tests
	$(SWIFT) build --product ddor
	$(SWIFT) test --skip-build --parallel
	$(SWIFT) build --package-path Benchmarks
	$(SWIFT) build --package-path Examples
	$(MAKE) fuzz-build
	for target in $(TARGETS); do \
	  $(FUZZ) $$target $(FUZZ_OPTIONS) -runs=0 -verbosity=0 $(FUZZ_INPUTS) || exit 1; \
	done

# What libFuzzer and the address sanitizer have to see is compiled for them, in a place of its own.
fuzz-build:
	$(SWIFT) build --package-path Fuzz --sanitize address \
	  -Xswiftc -sanitize=fuzzer,address -Xcc -fsanitize=fuzzer-no-link

fuzz: fuzz-build
	for target in $(TARGETS); do \
	  mkdir -p Fuzz/.build/found/$$target && \
	  $(FUZZ) $$target $(FUZZ_OPTIONS) -print_final_stats=1 \
	    -max_total_time=$$(( $(MINUTES) * 60 )) Fuzz/.build/found/$$target $(FUZZ_INPUTS) || exit 1; \
	done

# docc makes pages of the symbols of a module and of the catalogue beside its sources: of the
# libraries what other programs may use, of the rooms of ddor everything.
docs:
	$(SWIFT) build
	triple=$$(dirname "$$(readlink .build/debug)"); headers=; \
	for map in .build/debug/C*.build/module.modulemap; do \
	  headers="$$headers -Xcc -fmodule-map-file=$$map"; \
	done; \
	for module in Sources/C*; do headers="$$headers -I $$module -I $$module/include"; done; \
	for module in Text DetainerModel DetainerFormats Screen Terminal Browser; do \
	  case $$module in Detainer*) level=public ;; *) level=internal ;; esac; \
	  symbols=.build/docs/$$module.symbols; \
	  rm -rf $$symbols && mkdir -p $$symbols && \
	  $(SWIFT) symbolgraph-extract -module-name $$module -target $$triple -I .build/debug/Modules \
	    $$headers -minimum-access-level $$level -skip-synthesized-members -output-dir $$symbols && \
	  docc convert Sources/$$module/$$module.docc --warnings-as-errors \
	    --fallback-display-name $$module --fallback-bundle-identifier ddor.$$module \
	    --additional-symbol-graph-dir $$symbols --output-path .build/docs/$$module || exit 1; \
	done

# Installs what `make build` made, so that root needs no Swift.
install:
	@test -x $(BINARY) || $(MAKE) build
	install -d "$(BIN_DIR)" "$(SHARE_DIR)/SampleData/detainers"
	install -m 755 $(BINARY) "$(BIN_DIR)/ddor"
	install -m 644 SampleData/*.* "$(SHARE_DIR)/SampleData"
	install -m 644 SampleData/detainers/* "$(SHARE_DIR)/SampleData/detainers"

uninstall:
	rm -f "$(BIN_DIR)/ddor"
	rm -rf "$(SHARE_DIR)/SampleData"
	-rmdir "$(SHARE_DIR)" 2>/dev/null

clean:
	rm -rf .build

.PHONY: help deps build run test fuzz fuzz-build docs install uninstall clean
