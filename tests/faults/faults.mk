# What lets calls of the programs fail (tests/faults.bats).

tool_sources_gir-sweep := tests/faults/sweep.c

test-tools: $(BUILD)/tests/faults.so
# Without the sanitizers, whose own functions it would stand before.
$(BUILD)/tests/faults.so: tests/faults/faults.c $(BUILD)/.flags
	@mkdir -p $(@D)
	@echo '  LD  $@'
	@$(CC) $(filter-out -fsanitize% -fno-sanitize% --coverage -D_FORTIFY_SOURCE% -fPIE,$(flags)) -fPIC -shared \
		-o $@ $< -ldl
