# Inside of OUT: from lists of reports to tables. Run by pipelines/run, which has written
#	.work/shards      the names of the shards, in the order of the reports
#	.work/list/NAME   the reports of each, changed only where they did
#	.work/inputs      sums of the programs and the manifest, changed only where they did
#	.work/roster      sum of the roster, likewise
# Every file is written under .work/tmp and then renamed. A shard's files are made together, and
# .work/reports/NAME.tsv, the last of them to be renamed, stands for all; where one has gone missing,
# the helper that writes the lists has removed that too.

SHELL := bash
.SHELLFLAGS := -o pipefail -ec
MAKEFLAGS += -rR --no-print-directory
.SUFFIXES:

shards := $(shell cat .work/shards)

step := "$$GIR_ROOT"/pipelines
parts := $(shards:%=.work/reports/%.tsv)
tables := findings.tsv reports.tsv aggregates.tsv aggregates.csv indicators.tsv panel.csv \
	datapackage.json

.PHONY: all
all: $(tables)
	@:

$(parts): .work/reports/%.tsv: .work/list/% .work/inputs
	@$(step)/shard $*

# The rules that compare reports need all of them.
.work/cross.tsv: $(parts) .work/shards .work/roster
	@$(step)/cross $@

findings.tsv: $(parts) .work/cross.tsv
	@$(step)/gather .work/findings tsv >.work/tmp/$@
	@tail -n +2 .work/cross.tsv >>.work/tmp/$@
	@mv .work/tmp/$@ $@

reports.tsv: $(parts) .work/cross.tsv
	@$(step)/gather .work/reports tsv | LC_ALL=C awk -f $(step)/count.awk .work/cross.tsv - \
		>.work/tmp/$@
	@mv .work/tmp/$@ $@

# Each shard has its sums by region and year; these are what is summed by level.
aggregates.tsv: $(parts) .work/shards
	@gir-agg .work/sums/*.tsv >.work/tmp/$@
	@mv .work/tmp/$@ $@

aggregates.csv: aggregates.tsv
	@gir-agg --csv -w $< >.work/tmp/$@
	@mv .work/tmp/$@ $@

indicators.tsv: aggregates.tsv
	@gir-agg --indicators $< >.work/tmp/$@
	@mv .work/tmp/$@ $@

panel.csv: $(parts) .work/shards
	@$(step)/gather .work/panel csv >.work/tmp/$@
	@mv .work/tmp/$@ $@

datapackage.json: $(filter-out datapackage.json,$(tables))
	@$(step)/package >.work/tmp/$@
	@mv .work/tmp/$@ $@
