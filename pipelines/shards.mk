# Inside of OUT: from lists of reports to tables. Run by pipelines/run, which has written
#	.work/shards.mk   the names of the shards
#	.work/list/NAME   the reports of each, changed only where they did
#	.work/inputs      sums of the programs and the manifest, changed only where they did
# Every file is written under .work/tmp and then renamed.

SHELL := bash
.SHELLFLAGS := -o pipefail -ec
MAKEFLAGS += -rR --no-print-directory
.SUFFIXES:
.SECONDARY:
.DELETE_ON_ERROR:

include .work/shards.mk

step := "$$GIR_ROOT"/pipelines
tables := findings.tsv reports.tsv aggregates.tsv aggregates.csv indicators.tsv

.PHONY: all
all: $(tables)
	@:

.work/shards.mk: ;

cells/%.tsv .work/findings/%.tsv .work/reports/%.tsv: .work/list/% .work/inputs
	@$(step)/shard $*

findings.tsv: $(shards:%=.work/findings/%.tsv) .work/shards.mk
	@$(step)/gather .work/findings $@

reports.tsv: $(shards:%=.work/reports/%.tsv) .work/shards.mk
	@$(step)/gather .work/reports $@

aggregates.tsv: $(shards:%=cells/%.tsv) .work/shards.mk
	@gir-agg cells/*.tsv >.work/tmp/$@
	@mv .work/tmp/$@ $@

aggregates.csv: aggregates.tsv
	@gir-agg --csv -w $< >.work/tmp/$@
	@mv .work/tmp/$@ $@

indicators.tsv: aggregates.tsv
	@gir-agg --indicators $< >.work/tmp/$@
	@mv .work/tmp/$@ $@
