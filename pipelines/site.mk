# Inside of OUT, behind tables.mk: from shards and areas to the pages in report/. Run by pipelines/run, and
# pipelines/ready has written
#	.work/site      sums of what makes pages, changed only where they did; .work/gnuplot what draws
#	.work/source    where the corpus is, as seen from report/
# Pages are written by gir-report, which leaves alone what would be the same. `paged/SHARD` stands for the pages of
# a shard's reports, .work/pages/SHARD.tsv, which tells of them, keeps its time where it would be the same; an area
# has both likewise for its regions. What compares reports says of a shard's is dealt to the shards first, so that
# a shard does not hang on all of its province. `swept` comes last: pages that nobody has made are gone.

site_inputs := .work/site .work/source
lists := $(shards:%=.work/pages/%.tsv)
dealt := $(shards:%=.work/cross/%.tsv)

.PHONY: site
site: .work/swept
	@:
ifneq ($(GIR_SITE),)
all: site
endif

.work/crossed: $(cross) .work/shards .work/site
	@$(step)/across

$(dealt): .work/crossed ;

$(shards:%=.work/paged/%): .work/paged/%: cells/%.tsv .work/findings/%.tsv .work/cross/%.tsv $(site_inputs)
	@$(step)/pages $*

$(lists): .work/pages/%.tsv: .work/paged/% ;

.work/swept: $(shards:%=.work/paged/%) .work/shards .work/areas
	@$(step)/sweep
