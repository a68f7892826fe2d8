# Build, test and install ddor. `make` alone lists what there is.
.POSIX:

SWIFT = swift
PREFIX = /usr/local
DESTDIR =

BINARY = .build/release/ddor
BIN_DIR = $(DESTDIR)$(PREFIX)/bin
SHARE_DIR = $(DESTDIR)$(PREFIX)/share
# What is made of the program to be installed with it, and what is given away.
MADE = .build/made
GIVEN = .build/given
STAMP = .build/built
BUILT_FROM = Makefile NOTICE Package.swift Sources

# Neither where it was built nor when shall show in what is built.
SAME_EVERYWHERE = -Xswiftc -file-prefix-map -Xswiftc "$(CURDIR)=." \
  -Xcc "-ffile-prefix-map=$(CURDIR)=." -Xlinker --build-id=none \
  -Xswiftc -Xfrontend -Xswiftc -disable-incremental-llvm-codegen
# What says that there is no memory stands before the allocator, which a static program has in it.
OWN_ALLOCATION = -Xlinker --wrap=malloc -Xlinker --wrap=calloc -Xlinker --wrap=realloc \
  -Xlinker --wrap=memalign -Xlinker --wrap=aligned_alloc -Xlinker --wrap=posix_memalign
STRIP_FLAGS = --strip-all -R .comment

MINUTES = 1
TARGETS = delimited gzip zip xlsx workbook parquet package configuration snapshot filter keys

# For speed, since it is run for minutes, but with all checks in it.
FAST = -O -wmo -num-threads 2 -assert-config Debug

# Fewer of everything make a short run of “make robustness”: --kills 20 --resizes 500 …
ROBUSTNESS =

# The tests in which threads meet, and those in which code in C and C++ is at work.
THREADED = Ahead|ThreadsTests|ProgressiveLoading|SnapshotTests|FileHashes|WakeupTests|MappedFile
IN_C = PatternTests|RecordSplitter|DelimitedReader|Gunzip|WorkbookTests|ParquetTests|GzipSink|DatabaseFormat
# What C does not define ends the run, in whatever room it is.
SANITIZE_C = -Xcc -fsanitize=undefined -Xcc -fno-sanitize=vptr,function \
  -Xcc -fno-sanitize-recover=undefined -Xcxx -fsanitize=undefined \
  -Xcxx -fno-sanitize=vptr,function -Xcxx -fno-sanitize-recover=undefined

help:
	@echo 'make run        install what is missing, build, and open the sample data'
	@echo 'make build      build .build/release/ddor'
	@echo 'make test       check the style, build, and run all tests'
	@echo 'make fuzz       try each reader on changed inputs for MINUTES=1, or only TARGETS="gzip keys"'
	@echo 'make robustness try to break the program: kills, full disks, bit flips, resizes (an hour)'
	@echo 'make sanitize   run what threads and C do under the sanitizers'
	@echo 'make docs       write the documentation of the modules to .build/docs'
	@echo 'make deps       install the system packages that are missing'
	@echo 'make install    build, and copy the program with its manual and data to PREFIX ($(PREFIX))'
	@echo 'make uninstall  remove all that again'
	@echo 'make static     build one file that needs nothing else: $(GIVEN)/ddor'
	@echo 'make deb        build a package for Debian and Ubuntu: $(GIVEN)/*.deb'
	@echo 'make clean      remove everything that was built'

# tmux is for the tests alone.
deps: swift
	@Packaging/install-packages.sh

swift:
	@Packaging/check-swift.sh $(SWIFT)

# The time of the stamp is that of the beginning, so that what was saved meanwhile counts as newer.
# What the sources say is built the same wherever they lie.
build: swift
	@Packaging/write-commit.sh
	@mkdir -p .build && touch .build/begun
	$(SWIFT) build -c release --static-swift-stdlib $(SAME_EVERYWHERE) --product manual
	$(SWIFT) build -c release --static-swift-stdlib $(SAME_EVERYWHERE) --product ddor
	@mkdir -p $(MADE)
	$(BINARY) --experimental-dump-help | .build/release/manual >$(MADE)/ddor.1
	for shell in bash zsh fish; do \
	  $(BINARY) --generate-completion-script $$shell >$(MADE)/ddor.$$shell || exit 1; \
	done
	@mv .build/begun $(STAMP)

# One file that runs on any Linux of this processor; beside it the locale for systems without any.
static: swift
	@Packaging/write-commit.sh
	$(SWIFT) build -c release --scratch-path .build/static --static-swift-stdlib \
	  -Xswiftc -static-executable -Xcc -DDDOR_STATIC $(OWN_ALLOCATION) $(SAME_EVERYWHERE) \
	  --product ddor
	@mkdir -p $(GIVEN)
	strip $(STRIP_FLAGS) -o $(GIVEN)/ddor .build/static/release/ddor
	-@install -D -m 644 /usr/lib/locale/C.utf8/LC_CTYPE $(GIVEN)/C.UTF-8/LC_CTYPE 2>/dev/null
	@ls -l $(GIVEN)/ddor

deb: build
	@Packaging/deb.sh

run: deps
	@$(MAKE) build
	@$(BINARY) SampleData

# Each of the builds has a place of its own, so that they can be made side by side.
test: swift
	@Packaging/install-packages.sh tmux
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Benchmarks/Sources Examples Fuzz/Sources
	$(MAKE) -j 2 test-build fuzz-build others-build
	$(SWIFT) test --scratch-path .build/test --skip-build --parallel
	Fuzz/run.sh 60 -seed=1 $(TARGETS)

# The tests themselves are not worth compiling for speed: the package gives the flags to all else.
test-build:
	DDOR_SWIFT_FLAGS="$(FAST)" $(SWIFT) build --scratch-path .build/test --build-tests
	DDOR_SWIFT_FLAGS="$(FAST)" $(SWIFT) build --scratch-path .build/test --product ddor

# What uses the libraries of ddor, all in one place, so that these are built once.
others-build:
	$(SWIFT) build --scratch-path .build/others --package-path Benchmarks
	$(SWIFT) build --scratch-path .build/others --package-path Examples

# What libFuzzer and the address sanitizer have to see is compiled for them, in a place of its own.
fuzz-build:
	$(SWIFT) build --package-path Fuzz --sanitize address $$(printf ' -Xswiftc %s' $(FAST)) \
	  -Xswiftc -sanitize=fuzzer,address -Xcc -fsanitize=fuzzer-no-link

fuzz: fuzz-build
	Fuzz/run.sh $$(( $(MINUTES) * 60 )) $(TARGETS)

# Of what long runs found the few inputs that reach most become part of the project.
fuzz-corpus: fuzz-build
	Fuzz/keep.py $(TARGETS)

# What is tried from outside: kills, full disks, flips, resizes. Robustness/README.md has the parts.
robustness: build
	python3 Robustness/run.py $(BINARY) $(ROBUSTNESS)

# Loading, cancelling, reloading and snapshots under the thread sanitizer, then under those of
# addresses and of what C does not define, each in a place of its own.
sanitize: swift
	TSAN_OPTIONS='suppressions=$(CURDIR)/Robustness/thread-sanitizer.txt halt_on_error=1' \
	$(SWIFT) test --sanitize thread --scratch-path .build/thread --filter '$(THREADED)'
	UBSAN_OPTIONS=print_stacktrace=1 ASAN_OPTIONS=detect_leaks=0 \
	$(SWIFT) test --sanitize address $(SANITIZE_C) --scratch-path .build/address \
	  --filter '$(THREADED)|$(IN_C)'
	UBSAN_OPTIONS=print_stacktrace=1 ASAN_OPTIONS=detect_leaks=0 \
	Robustness/sanitized.sh .build/address/debug/ddor

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

# What is installed is always what the sources say. Root, who may have no Swift, takes what the user
# has built, as long as nothing has changed since.
install:
	@if [ "$$(id -u)" -ne 0 ] || [ ! -x $(BINARY) ] || [ ! -e $(STAMP) ] || \
	  [ -n "$$(find $(BUILT_FROM) -newer $(STAMP) | head -n 1)" ]; then \
	  $(MAKE) build || { echo 'ddor: run “make build” first, as the user who has Swift.' >&2; exit 1; }; \
	fi
	install -d "$(BIN_DIR)" "$(SHARE_DIR)/ddor/SampleData/detainers" "$(SHARE_DIR)/doc/ddor" \
	  "$(SHARE_DIR)/man/man1" "$(SHARE_DIR)/bash-completion/completions" \
	  "$(SHARE_DIR)/zsh/site-functions" "$(SHARE_DIR)/fish/vendor_completions.d"
	strip $(STRIP_FLAGS) -o "$(BIN_DIR)/ddor" $(BINARY) && chmod 755 "$(BIN_DIR)/ddor"
	install -m 644 SampleData/*.* "$(SHARE_DIR)/ddor/SampleData"
	install -m 644 SampleData/detainers/* "$(SHARE_DIR)/ddor/SampleData/detainers"
	install -m 644 LICENSE NOTICE "$(SHARE_DIR)/doc/ddor"
	install -m 644 $(MADE)/ddor.1 "$(SHARE_DIR)/man/man1"
	install -m 644 $(MADE)/ddor.bash "$(SHARE_DIR)/bash-completion/completions/ddor"
	install -m 644 $(MADE)/ddor.zsh "$(SHARE_DIR)/zsh/site-functions/_ddor"
	install -m 644 $(MADE)/ddor.fish "$(SHARE_DIR)/fish/vendor_completions.d"

uninstall:
	rm -f "$(BIN_DIR)/ddor" "$(SHARE_DIR)/man/man1/ddor.1" \
	  "$(SHARE_DIR)/bash-completion/completions/ddor" "$(SHARE_DIR)/zsh/site-functions/_ddor" \
	  "$(SHARE_DIR)/fish/vendor_completions.d/ddor.fish"
	rm -rf "$(SHARE_DIR)/ddor/SampleData" "$(SHARE_DIR)/doc/ddor"
	-rmdir "$(SHARE_DIR)/ddor" 2>/dev/null

clean:
	rm -rf .build Sources/CProgram/include/commit.h

.PHONY: help deps swift build static deb run test test-build others-build fuzz fuzz-build fuzz-corpus robustness sanitize docs install uninstall clean
