# Inside of OUT, behind tables.mk: from shards and areas to the pages in report/. Run by pipelines/run, and
# pipelines/ready has written
#	.work/site      sums of what makes pages, changed only where they did; .work/gnuplot what draws
#	.work/source    where the corpus is, as seen from report/
# gir-report leaves pages alone that would be the same. .work/paged/SHARD stands for the pages of a shard's reports;
# the list of them, .work/pages/SHARD.tsv, keeps its time where it would be the same. `paged` of an area stands for
# the pages of its regions, of `whole` for the front page; their files are in `files`. What the rules that
# compare reports say is dealt to the shards first, so that the pages of a shard do not hang on all of its
# province. `swept` comes last: what is in no list is gone.

lists := $(shards:%=.work/pages/%.tsv)
dealt := $(shards:%=.work/cross/%.tsv)
all_paged := $(shards:%=.work/paged/%) $(all_areas:%=.work/area/%/paged)
drawn := .work/site .work/gnuplot
streams := county.sums.tsv prefecture.sums.tsv province.sums.tsv county.rates.tsv prefecture.rates.tsv province.rates.tsv
# The shards that have something of an area, as AREA:SHARD.
shares := $(shell cd .work/area && awk -F '\t' 'NF == 2 { sub(/\/list/, "", FILENAME); print FILENAME ":" $$1 }' \
	$(areas:%=%/list))

.PHONY: site
site: .work/swept
	@:
ifneq ($(GIR_SITE),)
all: site
endif

.work/crossed: $(cross) .work/shards .work/site
	@$(step)/across

$(dealt): .work/crossed ;

$(shards:%=.work/paged/%): .work/paged/%: cells/%.tsv .work/findings/%.tsv .work/cross/%.tsv \
		.work/site .work/source
	@$(step)/pages $*

$(lists): .work/pages/%.tsv: .work/paged/% ;

# The regions of an area, from what it has itself and the lists of the shards that it is in.
define regions
.work/area/$(1)/paged: $(streams:%=.work/area/$(1)/%) .work/area/$(1)/cross.tsv \
		$(patsubst $(1):%,.work/pages/%.tsv,$(filter $(1):%,$(shares))) $(drawn)
	@$$(step)/regions $(1)
endef
$(foreach area,$(areas),$(eval $(call regions,$(area))))

.work/area/whole/paged: $(lists) $(sums) $(rates) $(cross) $(common) $(drawn)
	@$(step)/front

.work/swept: $(all_paged) .work/shards .work/areas
	@$(step)/sweep
