# Inside of OUT, behind tables.mk: from shards and areas to the pages in report/. Run by pipelines/run, and
# pipelines/ready has written
#	.work/site         sums of what makes pages, changed only where they did; .work/gnuplot what draws
#	.work/source       where the corpus is, as seen from report/
#	.work/tmp/site.mk  what shards and areas have of each other
# gir-report leaves pages alone that would be the same. .work/paged/SHARD stands for the pages of a shard's reports,
# which are listed in .work/pages/SHARD.tsv. `paged` of an area stands for the pages of its regions, of `whole` for the
# front page; their files are in `files`, what the front page needs to know of them in `digest.tsv`. What the rules
# that compare reports say is dealt to the shards first (`cross/SHARD.tsv` of an area), so that the pages of a shard do
# not hang on all of its province. `swept` comes last: what is in no list is gone.

all_paged := $(shards:%=.work/paged/%) $(all_areas:%=.work/area/%/paged)
drawn := .work/site .work/gnuplot
streams := county.sums.tsv prefecture.sums.tsv province.sums.tsv county.rates.tsv prefecture.rates.tsv province.rates.tsv

include .work/tmp/site.mk

.PHONY: site
site: .work/swept
	@:

$(areas:%=.work/area/%/crossed): .work/area/%/crossed: .work/area/%/cross.tsv .work/area/%/list .work/site
	@"$$GIR_BUILD"/libexec/across $*

$(shards:%=.work/paged/%): .work/paged/%: cells/%.tsv .work/findings/%.tsv .work/site .work/source
	@source $(step)/pages $*

# The regions of an area, from what it has itself and its parts of the lists of pages.
define regions
.work/area/$(1)/paged: $(streams:%=.work/area/$(1)/%) .work/area/$(1)/cross.tsv $(drawn)
	@source $$(step)/regions $(1)
.work/area/$(1)/digest.tsv: .work/area/$(1)/paged ;
endef
$(foreach area,$(areas),$(eval $(call regions,$(area))))

.work/area/whole/paged: $(areas:%=.work/area/%/digest.tsv) $(common) $(drawn) \
		$(foreach s,sums rates,$(levels:%=.work/area/whole/%.$s.tsv))
	@$(step)/front

.work/swept: $(all_paged) .work/shards .work/areas
	@$(step)/sweep
