# The pipeline over CORPUS into OUT. Raw file names, those of the two directories included, are no
# targets: they pass through the environment, and shards.mk works inside of OUT with shards alone.

export GIR_CORPUS := $(value CORPUS)
export GIR_OUT := $(value OUT)
export GIR_BUILD := $(abspath $(BUILD))
# OCR=1 has the characters of scanned reports recognised, which takes seconds a page.
export GIR_OCR := $(if $(filter-out 0 no,$(OCR)),1)

# SITE=no makes no pages.
export GIR_SITE := $(if $(filter 0 no,$(SITE)),,1)

# What the command line sets need not survive another quoting on its way to shards.mk.
MAKEOVERRIDES :=

.PHONY: run lists demo report
run: build
	@pipelines/run "$(MAKE)"

# The pages, with what they are made from, but not the tables.
report: export GIR_SITE := 1
report: build
	@pipelines/run "$(MAKE)" site

# The lists of reports alone, so that shards can be made elsewhere: see far.
lists: build
	@pipelines/run true

demo: run
	@pipelines/summary
