# The generator of reports with known truth, and the comparison with what the programs read.

test_tools := gir-generate gir-compare
tool_sources_gir-generate := $(wildcard tests/generate/*.c)
tool_sources_gir-compare := $(wildcard tests/compare/*.c)

.PHONY: test-tools
test-tools: $(test_tools:%=$(BUILD)/tests/%)

define test_tool
$(BUILD)/tests/$(1): $(call objects,$(tool_sources_$(1)) $(common_sources)) $(BUILD)/obj/data.o
	@mkdir -p $$(@D)
	@echo '  LD  $$@'
	@$(CC) $(flags) $(HARDEN_LINK) $(LDFLAGS) -o $$@ $$^ $(libs)
endef
$(foreach t,$(test_tools),$(eval $(call test_tool,$(t))))
