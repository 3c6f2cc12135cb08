# Registrar. `make run` serves a demonstration; `make test` runs the fast suite. README.md tells the rest.

DATA    ?= registrar-data
LISTEN  ?= 127.0.0.1:8080
PROGRAM := .build/release/registrar
RELEASE := -c release --static-swift-stdlib -Xswiftc -cross-module-optimization

# pkg-config name and Debian package of every C library that Package.swift names.
LIBRARIES := libxml-2.0:libxml2-dev libarchive:libarchive-dev sqlite3:libsqlite3-dev \
             libmicrohttpd:libmicrohttpd-dev libcrypto:libssl-dev libcurl:libcurl4-openssl-dev \
             pangocairo:libpango1.0-dev libqrencode:libqrencode-dev xlsxwriter:libxlsxwriter-dev

.PHONY: run build test lint deps bench bench-large conformance torture soak fuzz recount contract sanitize clean

run: build
	@$(PROGRAM) --data $(DATA) demo prepare
	@exec $(PROGRAM) --data $(DATA) serve --listen $(LISTEN)

build: deps
	swift build $(RELEASE) --product registrar

# Where tests make their folders: in memory where 4 GiB of it are free, since most of their time they would wait for a disk.
TEST_FOLDERS := $(shell \
  free="$$(df -k --output=avail /dev/shm 2>/dev/null | tail -n 1)"; \
  if [ -w /dev/shm ] && [ "$${free:-0}" -ge 4194304 ]; then echo /dev/shm; else echo "$${TMPDIR:-/tmp}"; fi)

# The whole fast suite.
test: deps
	swift build --build-tests
	TMPDIR=$(TEST_FOLDERS) swift test --skip-build

lint:
	swift format lint --strict --recursive Sources Tests Package.swift

# What the program does beside what this machine can do at the most; ONLY="statements reports" for some of it.
bench: build
	@command -v wrk >/dev/null 2>&1 || { \
	  echo "Installing the Debian package of the load generator: wrk"; \
	  as_root=""; [ "$$(id -u)" = 0 ] || as_root="sudo"; \
	  $$as_root apt-get update -q && DEBIAN_FRONTEND=noninteractive $$as_root apt-get install -y -q wrk; \
	}
	swift build $(RELEASE) --product Benchmarks
	REGISTRAR_PROGRAM=$(CURDIR)/$(PROGRAM) .build/release/Benchmarks $(ONLY)

# The same questions over 10^7 statements: 15 minutes and 15 GB.
bench-large:
	$(MAKE) bench ONLY=queries-large

# The built program as a record store, held to the requirements of xAPI 1.0.3 and 2.0, one row each.
conformance: build
	swift build --build-tests
	REGISTRAR_PROGRAM=$(CURDIR)/$(PROGRAM) swift test --skip-build --filter ConformanceTests

# kill -9 at random moments, hundreds of times, and a full file system.
torture: build
	swift build --build-tests
	REGISTRAR_TORTURE=$(or $(ROUNDS),200) REGISTRAR_PROGRAM=$(CURDIR)/$(PROGRAM) swift test --skip-build --filter TortureTests

# Ten minutes of writers, batches, readers and kills; MINUTES=60 for an hour.
soak: build
	swift build --build-tests
	REGISTRAR_SOAK=$$(( $(or $(MINUTES),10) * 60 )) REGISTRAR_PROGRAM=$(CURDIR)/$(PROGRAM) swift test --skip-build --filter SoakTests

# Course packages damaged at random, for ten minutes, each taken or refused with a finding; MINUTES=60 for an hour.
fuzz: deps
	swift build --build-tests
	REGISTRAR_FUZZ=$$(( $(or $(MINUTES),10) * 60 )) swift test --skip-build --filter FuzzTests

# Every figure of reports counted again by another program, from the records of twenty generated houses; SEEDS=100 for more.
recount: deps
	swift build --build-tests
	REGISTRAR_SEEDS=$(or $(SEEDS),20) swift test --skip-build --filter RecountTests

# The API held against its own description by a fuzzer, for a minute; MINUTES=60 for an hour.
contract: build
	Tests/Contract/run $(CURDIR)/$(PROGRAM) .build/contract $(if $(MINUTES),$$(( $(MINUTES) * 60 )),60)

# The wrappers of C libraries under the address sanitizer.
sanitize: deps
	LSAN_OPTIONS=suppressions=$(CURDIR)/Tests/leaks.supp:print_suppressions=0 swift test --sanitize=address --scratch-path .build-asan \
	  --filter 'XMLTests|ArchivesTests|SQLiteTests|HTTPTests|HTTPClientTests|CryptographyTests|FilesTests|TypesettingTests|BarcodesTests|SpreadsheetsTests'

# Installs what is missing of pkg-config, make's own need, the C libraries, and the fonts of certificates, and says so.
deps:
	@missing=""; \
	command -v pkg-config >/dev/null 2>&1 || missing="pkg-config"; \
	for library in $(LIBRARIES); do \
	  pkg-config --exists "$${library%%:*}" 2>/dev/null || missing="$$missing $${library##*:}"; \
	done; \
	[ -e /usr/share/zoneinfo/Etc/UTC ] || missing="$$missing tzdata"; \
	[ -e /usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf ] || missing="$$missing fonts-noto-core"; \
	[ -e /usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc ] || missing="$$missing fonts-noto-cjk"; \
	if [ -n "$$missing" ]; then \
	  echo "Installing the Debian packages that are missing:$$missing"; \
	  as_root=""; [ "$$(id -u)" = 0 ] || as_root="sudo"; \
	  $$as_root apt-get update -q && DEBIAN_FRONTEND=noninteractive $$as_root apt-get install -y -q $$missing; \
	fi

clean:
	rm -rf .build .build-asan
