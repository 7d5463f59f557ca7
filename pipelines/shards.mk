# Inside of OUT: from lists of reports to shards. Run by pipelines/run, which has written
#	.work/shards      the names of the shards, in the order of the reports
#	.work/list/NAME   the reports of each, changed only where they did
#	.work/inputs      sums of the programs and the manifest, changed only where they did
# Every file is written under .work/tmp and then renamed. A shard's files are made together, and
# .work/made/NAME, the last of them, stands for all; where one has gone missing, the helper that writes
# the lists has removed that too. The others keep their times where nothing in them changed.

MAKEFLAGS += -rR --no-print-directory
SHELL := bash
.SHELLFLAGS := -ec
.SUFFIXES:

made := $(patsubst %,.work/made/%,$(shell cat .work/shards))

.PHONY: all
all: $(made)
	@:

$(made): .work/made/%: .work/list/% .work/inputs
	@source "$$GIR_ROOT"/pipelines/shard $*
