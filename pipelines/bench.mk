# The filters' speed beside the peers that are there, over N generated reports: doc/benchmarks.md.

ROUNDS ?= 5
.PHONY: bench
bench: build test-tools
	@BUILD='$(abspath $(BUILD))' pipelines/bench '$(if $(filter file,$(origin N)),,$(N))' $(ROUNDS)

# The make run, as the corpus grows.
SIZES ?= 1000 10000
.PHONY: bench-run
bench-run: build test-tools
	@BUILD='$(abspath $(BUILD))' pipelines/bench-run $(SIZES)
