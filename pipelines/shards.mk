# Inside of OUT: from lists of reports to tables. Run by pipelines/run, which has written
#	.work/shards      the names of the shards, in the order of the reports
#	.work/list/NAME   the reports of each, changed only where they did
#	.work/inputs      sums of the programs and the manifest, changed only where they did
#	.work/roster      sum of the roster, likewise
# Every file is written under .work/tmp and then renamed. A shard's files are made together, and
# .work/made/NAME, the last of them, stands for all; where one has gone missing, the helper that writes
# the lists has removed that too. The others keep their times where nothing in them changed, so that a
# table is made anew only where it will differ.

SHELL := bash
.SHELLFLAGS := -o pipefail -ec
MAKEFLAGS += -rR --no-print-directory
.SUFFIXES:

shards := $(shell cat .work/shards)

step := "$$GIR_ROOT"/pipelines
made := $(shards:%=.work/made/%)
reports := $(shards:%=.work/reports/%.tsv)
findings := $(shards:%=.work/findings/%.tsv)
sums := $(shards:%=.work/sums/%.tsv)
panels := $(shards:%=.work/panel/%.csv)
compared := $(shards:%=.work/compared/%.tsv)
common := .work/shards .work/inputs
tables := findings.tsv reports.tsv aggregates.tsv aggregates.csv indicators.tsv panel.csv \
	datapackage.json

# The shards too: the cells of one may change where no table does.
.PHONY: all
all: $(made) $(tables)
	@:

$(made): .work/made/%: .work/list/% .work/inputs
	@$(step)/shard $*

$(findings): .work/findings/%.tsv: .work/made/% ;
$(reports): .work/reports/%.tsv: .work/made/% ;
$(sums): .work/sums/%.tsv: .work/made/% ;
$(panels): .work/panel/%.csv: .work/made/% ;
$(compared): .work/compared/%.tsv: .work/made/% ;

# The rules that compare reports need all of them.
.work/cross.tsv: $(compared) $(common) .work/roster
	@$(step)/cross $@

findings.tsv: $(findings) $(common) .work/cross.tsv
	@$(step)/gather .work/findings tsv >.work/tmp/$@
	@tail -n +2 .work/cross.tsv >>.work/tmp/$@
	@mv .work/tmp/$@ $@

reports.tsv: $(reports) $(common) .work/cross.tsv
	@$(step)/gather .work/reports tsv | LC_ALL=C awk -f $(step)/count.awk .work/cross.tsv - \
		>.work/tmp/$@
	@mv .work/tmp/$@ $@

# Each shard has its sums by region and year; these are what is summed by level.
aggregates.tsv: $(sums) $(common)
	@gir-agg .work/sums/*.tsv >.work/tmp/$@
	@mv .work/tmp/$@ $@

aggregates.csv: aggregates.tsv
	@gir-agg --csv -w $< >.work/tmp/$@
	@mv .work/tmp/$@ $@

indicators.tsv: aggregates.tsv
	@gir-agg --indicators $< >.work/tmp/$@
	@mv .work/tmp/$@ $@

panel.csv: $(panels) $(common)
	@$(step)/gather .work/panel csv >.work/tmp/$@
	@mv .work/tmp/$@ $@

datapackage.json: $(filter-out datapackage.json,$(tables))
	@$(step)/package >.work/tmp/$@
	@mv .work/tmp/$@ $@
