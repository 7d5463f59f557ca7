# Fuzzing: make fuzz builds the targets of tests/fuzz with clang's libFuzzer and sanitizers and runs
# each for SECONDS_EACH, as many at a time as JOBS. What crashes one is left in $(BUILD)/fuzz/crashes.
# FUZZ picks targets.

SECONDS_EACH ?= 60
JOBS ?= 2
fuzz_targets := segment tables check agg report $(if $(libxml2),html page) \
	$(if $(and $(libxml2),$(libarchive)),docx)
FUZZ ?= $(fuzz_targets)

.PHONY: fuzz fuzz-build
fuzz: fuzz-build build test-tools
	@pipelines/need unzip poppler
	@BUILD='$(abspath $(BUILD))' tests/fuzz/run $(SECONDS_EACH) $(JOBS) $(FUZZ)

# In a build directory of its own, for the flags.
fuzz-build:
	@pipelines/need libfuzzer
	@$(MAKE) BUILD='$(BUILD)/fuzz' CC='$(FUZZ_CC)' CFLAGS='$(FUZZ_FLAGS)' HARDEN=-fPIE fuzz-targets
FUZZ_CC ?= clang
# NULL + 0, the end of an empty slice, is no fault (C2y, N3322), but clang 14 says so.
FUZZ_FLAGS := -O1 -g -fno-omit-frame-pointer -fsanitize=fuzzer-no-link,address,undefined \
	-fno-sanitize=pointer-overflow -fno-sanitize-recover=all

.PHONY: fuzz-targets
fuzz-targets: $(fuzz_targets:%=$(BUILD)/bin/fuzz-%)

# The target's own source stands in for main.c, or has it within.
fuzz_program_tables := gir-tables
fuzz_program_check := gir-check
fuzz_program_agg := gir-agg
fuzz_program_report := gir-report
# The target has functions of its own instead.
fuzz_without_report := %/site.c %/gnuplot.c
fuzz_reading := tests/fuzz/reading.c $(if $(libarchive),tests/fuzz/zip.c)
fuzz_sources = $(wildcard tests/fuzz/$(1)/*.c) tests/fuzz/file.c \
	$(if $(fuzz_program_$(1)),,$(fuzz_reading)) $(filter-out %/main.c $(without) $(fuzz_without_$(1)),$(wildcard \
	$(foreach depth,* */* */*/*,cmd/$(or $(fuzz_program_$(1)),gir-segment)/$(depth).c))) \
	$(common_sources)
define fuzz_target
$(BUILD)/bin/fuzz-$(1): $(call objects,$(call fuzz_sources,$(1))) $(BUILD)/obj/data.o
	@mkdir -p $$(@D)
	@echo '  LD  $$@'
	@$(CC) $(flags) -fsanitize=fuzzer -pie $(LDFLAGS) -o $$@ $$^ $(libs) $(feature_libs)
endef
$(foreach t,$(fuzz_targets),$(eval $(call fuzz_target,$(t))))
