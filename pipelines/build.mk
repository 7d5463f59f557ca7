# The programs: each cmd/NAME/*.c with the objects of common/ into $(BUILD)/bin/NAME, and the
# pipeline's helper pipelines/shards/*.c into $(BUILD)/libexec/shards.

flags := -std=c11 -D_POSIX_C_SOURCE=200809L -I. $(WARNINGS) $(HARDEN) $(CFLAGS) $(CPPFLAGS)
libs := -lcsv
common_sources := $(wildcard common/*.c)
data_files := $(sort $(wildcard common/data/*.tsv common/data/*/*.tsv))
objects = $(patsubst %.c,$(BUILD)/obj/%.o,$(1))

.PHONY: build
build: $(programs:%=$(BUILD)/bin/%) $(BUILD)/libexec/shards

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
	@$(CC) $(flags) -o $@ $<

# Other flags or another list of data files than last time make everything anew.
ifneq ($(filter demo test,$(MAKECMDGOALS)),)
$(BUILD)/.flags: | need
endif
$(BUILD)/.flags: FORCE
	@mkdir -p $(@D)
	@echo '$(CC) $(flags) $(LDFLAGS) $(data_files)' | cmp -s - $@ || \
		echo '$(CC) $(flags) $(LDFLAGS) $(data_files)' >$@
FORCE:

# make demo and make test work on a fresh machine: they install what the build wants.
.PHONY: need
need:
	@pipelines/need compiler libcsv flock

# One rule a program (where it goes, where its sources are): its objects, those of common/, the data.
define program
$(BUILD)/$(1): $(call objects,$(wildcard $(2)/*.c $(2)/*/*.c) $(common_sources)) $(BUILD)/obj/data.o
	@mkdir -p $$(@D)
	@echo '  LD  $$@'
	@$(CC) $(flags) -pie $(LDFLAGS) -o $$@ $$^ $(libs)
endef
$(foreach p,$(programs),$(eval $(call program,bin/$(p),cmd/$(p))))
$(eval $(call program,libexec/shards,pipelines/shards))

-include $(shell find $(BUILD)/obj -name '*.d' 2>/dev/null)
