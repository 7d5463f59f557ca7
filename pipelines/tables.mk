# Inside of OUT: from shards to areas, and from both to tables. Run by pipelines/run when the shards are
# made, and pipelines/deal has written
#	.work/areas            the names of the areas, in order
#	.work/area/NAME/list   what each hangs on, changed only where that did
# As with shards, `made`, `compared` and `wide` of an area are the last of what is made together; the other
# files keep their times where nothing in them changed, so that a table is made anew only where it will
# differ. A table is put together from parts that are ready, in little more than the time to write it.

SHELL := bash
.SHELLFLAGS := -ec
MAKEFLAGS += -rR --no-print-directory
.SUFFIXES:

shards := $(shell cat .work/shards)
areas := $(shell cat .work/areas)
all_areas := whole $(areas)

step := "$$GIR_ROOT"/pipelines
lines := "$$GIR_BUILD"/libexec/lines
common := .work/shards .work/areas .work/inputs

# Which files of all areas, $(1) being their ending, make a table by level.
by_level = $(foreach level,county prefecture province,$(all_areas:%=.work/area/%/$(level).$(1))) \
	.work/area/whole/rest.$(1)
sums := $(call by_level,sums.tsv)
rates := $(call by_level,rates.tsv)
wide := $(call by_level,wide.csv)
rests := $(areas:%=.work/area/%/rest.sums.tsv)
cross := $(areas:%=.work/area/%/cross.tsv)
counts := $(areas:%=.work/area/%/counts.tsv)
findings := $(shards:%=.work/findings/%.tsv)
reports := $(shards:%=.work/reports/%.tsv)
panels := $(shards:%=.work/panel/%.csv)
tables := aggregates.tsv findings.tsv aggregates.csv indicators.tsv reports.tsv panel.csv

.PHONY: all
# The way to the pages is the longer one, so it is begun first; the tables need the system more than us.
all: $(if $(GIR_SITE),site) $(tables) datapackage.json
	@:

$(areas:%=.work/area/%/made): .work/area/%/made: .work/area/%/list .work/inputs
	@source $(step)/area $*

$(areas:%=.work/area/%/compared): .work/area/%/compared: .work/area/%/list .work/inputs
	@source $(step)/compare $*

.work/area/whole/made: $(rests) $(common)
	@source $(step)/area whole

$(all_areas:%=.work/area/%/wide): .work/area/%/wide: .work/area/%/county.sums.tsv \
		.work/area/%/prefecture.sums.tsv .work/area/%/province.sums.tsv \
		.work/area/whole/columns.tsv .work/inputs
	@source $(step)/wide $*
.work/area/whole/wide: .work/area/whole/rest.sums.tsv

# What is made together comes with the last of it.
levels := county prefecture province rest
comes_with = $(all_areas:%=.work/area/%/$(2)): .work/area/%/$(2): .work/area/%/$(1) ;
$(foreach f,columns.tsv $(levels:%=%.sums.tsv) $(levels:%=%.rates.tsv),$(eval $(call comes_with,made,$f)))
$(foreach f,cross.tsv counts.tsv,$(eval $(call comes_with,compared,$f)))
$(foreach f,$(levels:%=%.wide.csv),$(eval $(call comes_with,wide,$f)))

findings.tsv: $(findings) $(cross) $(common)
	@$(lines) '' $(findings) $(cross) >.work/tmp/$@
	@mv .work/tmp/$@ $@

reports.tsv: $(reports) $(counts) $(common)
	@LC_ALL=C awk -f $(step)/count.awk $(counts) reports=1 $(reports) >.work/tmp/$@
	@mv .work/tmp/$@ $@

aggregates.tsv: $(sums) $(common)
	@$(lines) '' $(sums) >.work/tmp/$@
	@mv .work/tmp/$@ $@

aggregates.csv: $(wide) $(common)
	@$(lines) '' $(wide) >.work/tmp/$@
	@mv .work/tmp/$@ $@

indicators.tsv: $(rates) $(common)
	@$(lines) '' $(rates) >.work/tmp/$@
	@mv .work/tmp/$@ $@

# What can wait lets that go first which the longest way leads over.
reports.tsv panel.csv: | .work/area/whole/made

panel.csv: $(panels) $(common)
	@$(lines) '' $(panels) >.work/tmp/$@
	@mv .work/tmp/$@ $@

# It hangs on the headers of the tables: these on the programs, and one on what cells occur.
datapackage.json: .work/area/whole/columns.tsv $(common) | $(tables)
	@$(step)/package >.work/tmp/$@
	@mv .work/tmp/$@ $@
