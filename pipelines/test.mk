# The suite: make test, with SAN=1 under the address and undefined behaviour sanitizers, with
# COVERAGE=1 counting which lines are run (both go together), with VALGRIND=1 a part of it under
# valgrind. TESTS picks files.

ifdef SAN
BUILD := build-san
CFLAGS := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all
HARDEN := -fPIE
endif

ifdef COVERAGE
BUILD := build-cov
CFLAGS := $(if $(SAN),$(CFLAGS),-O0 -g) --coverage
HARDEN := -fPIE
endif

# What a browser shows, and how fast anything is, has nothing to do with the sanitizers.
TESTS ?= $(filter-out tests/valgrind.bats $(if $(SAN),tests/report.bats tests/bench.bats),$(sort $(wildcard tests/*.bats)))
ifdef VALGRIND
TESTS := tests/valgrind.bats
endif

.PHONY: test
test: build test-tools
	@pipelines/need bats flock mandoc jq python3 $(if $(VALGRIND),valgrind)
	@BUILD='$(abspath $(BUILD))' pipelines/test $(if $(SAN),--sanitized) $(TESTS)

# N generated reports with known truth through the filters.
N ?= 5000
SEED ?= 1
.PHONY: fuzz-truth
fuzz-truth: build test-tools
	@BUILD='$(abspath $(BUILD))' tests/fuzz-truth $(N) $(SEED)

# The suite over programs that count which of their lines are run.
.PHONY: coverage
coverage:
	@$(MAKE) -s test COVERAGE=1 >build-cov.log || { cat build-cov.log; exit 1; }
	@rm build-cov.log
	@pipelines/coverage build-cov
