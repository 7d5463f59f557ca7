# The programs: each cmd/NAME/*.c with the objects of common/ into $(BUILD)/bin/NAME, and the
# pipeline's helpers pipelines/NAME/*.c into $(BUILD)/libexec/NAME.

# Which libraries there are is looked up by each make; where that changes, make starts again.
ifeq ($(filter clean help,$(MAKECMDGOALS)),)
include $(BUILD)/features.mk
endif

flags := -std=c11 -D_POSIX_C_SOURCE=200809L -I. $(WARNINGS) $(HARDEN) $(REPRODUCIBLE) $(CFLAGS) $(CPPFLAGS)
libs := -lcsv
reader := cmd/gir-segment/reader
without := $(if $(libxml2),,$(reader)/html/% $(reader)/xml/% $(reader)/page/%) $(if $(libarchive),,$(reader)/archive/%) \
	$(if $(and $(libxml2),$(libarchive)),,$(reader)/packed/% $(reader)/convert/%)
common_sources := $(wildcard common/*.c)
data_files := $(sort $(wildcard common/data/*.tsv common/data/*/*.tsv cmd/gir-report/data/*))
helpers := shards settle levels lines renew across enlist
objects = $(patsubst %.c,$(BUILD)/obj/%.o,$(1))

.PHONY: build
build: $(programs:%=$(BUILD)/bin/%) $(helpers:%=$(BUILD)/libexec/%)

$(BUILD)/obj/cmd/gir-segment/reader/%: flags += $(feature_flags)

$(BUILD)/obj/%.o: %.c $(BUILD)/.flags
	@mkdir -p $(@D)
	@echo '  CC  $<'
	@$(CC) $(flags) -MMD -MP -c -o $@ $<

$(BUILD)/obj/data.o: $(BUILD)/data.c $(BUILD)/.flags
	@echo '  CC  $<'
	@$(CC) $(flags) -c -o $@ $<

# The data files become one C source.
$(BUILD)/data.c: $(BUILD)/embed $(data_files)
	@$< $(data_files) >$@.tmp && mv $@.tmp $@

$(BUILD)/embed: common/embed/embed.c $(BUILD)/.flags
	@$(CC) $(filter-out --coverage,$(flags)) -o $@ $<

# Other flags or another list of data files than last time make everything anew.
ifneq ($(filter demo test,$(MAKECMDGOALS)),)
$(BUILD)/features.mk: | need
endif
.PHONY: LOOK FORCE
$(BUILD)/features.mk: LOOK
	@mkdir -p $(@D)
	@new=$@.$$$$; pipelines/features $(CC) >$$new; \
		if cmp -s $$new $@; then rm $$new; else mv $$new $@; fi
$(BUILD)/.flags: FORCE
	@mkdir -p $(@D)
	@echo '$(CC) $(flags) $(feature_flags) $(LDFLAGS) $(data_files)' | cmp -s - $@ || \
		echo '$(CC) $(flags) $(feature_flags) $(LDFLAGS) $(data_files)' >$@

# make demo and make test work on a fresh machine: they install what the build wants.
.PHONY: need
need:
	@pipelines/need compiler libcsv flock libxml2 libarchive poppler gnuplot

# One rule a program (where it goes, where its sources are): its objects, those of common/, the data.
define program
$(BUILD)/$(1): $(call objects,$(filter-out $(without),$(wildcard $(2)/*.c $(2)/*/*.c $(2)/*/*/*.c)) \
	$(common_sources)) $(BUILD)/obj/data.o
	@mkdir -p $$(@D)
	@echo '  LD  $$@'
	@$(CC) $(flags) $(HARDEN_LINK) $(LDFLAGS) -o $$@ $$^ $(libs) $(if $(findstring gir-segment,$(1)),$(feature_libs))
endef
$(foreach p,$(programs),$(eval $(call program,bin/$(p),cmd/$(p))))
$(foreach p,$(helpers),$(eval $(call program,libexec/$(p),pipelines/$(p))))

-include $(shell find $(BUILD)/obj -name '*.d' 2>/dev/null)
