# The generator of reports with known truth, and the comparison with what the programs read.

test_tools := gir-generate gir-compare gir-sweep
tool_sources_gir-generate := $(wildcard tests/generate/*.c)
tool_sources_gir-compare := $(wildcard tests/compare/*.c)

# gir-generate writes packed files through libarchive.
tool_libs_gir-generate := -larchive

.PHONY: test-tools
test-tools: $(test_tools:%=$(BUILD)/tests/%)

define test_tool
$(BUILD)/tests/$(1): $(call objects,$(tool_sources_$(1)) $(common_sources)) $(BUILD)/obj/data.o
	@mkdir -p $$(@D)
	@echo '  LD  $$@'
	@$(CC) $(flags) $(HARDEN_LINK) $(LDFLAGS) -o $$@ $$^ $(libs) $(tool_libs_$(1))
endef
$(foreach t,$(test_tools),$(eval $(call test_tool,$(t))))
