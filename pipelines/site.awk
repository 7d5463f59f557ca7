# site.awk there=1 PARTS there= LISTS: what the shards and the areas whose lists these are have of each other, as rules of
# make, into .work/tmp/site.mk. An area has of each of its shards the findings of the rules that compare reports, on
# which the pages of the shard hang, and a part of the list of these pages, on which its own pages hang. PARTS names
# those parts that are there; where one is not, the stamp that stands for it is printed.

BEGIN {
	FS = "\t"
}

there {
	is[$0]
	next
}

# .work/area/NAME/list; lines that are about no shard have one field.
FNR == 1 {
	area = substr(FILENAME, 1, length(FILENAME) - 5)
}

NF == 2 {
	cross = area "/cross/" $1 ".tsv"
	pages = area "/pages/" $1 ".tsv"
	crosses_of_area[area] = crosses_of_area[area] " " cross
	pages_of_area[area] = pages_of_area[area] " " pages
	crosses_of_shard[$1] = crosses_of_shard[$1] " " cross
	pages_of_shard[$1] = pages_of_shard[$1] " " pages
	if (!(cross in is))
		print area "/crossed"
	if (!(pages in is))
		print ".work/paged/" $1
}

END {
	to = ".work/tmp/site.mk"
	printf "" >to
	for (area in crosses_of_area) {
		print crosses_of_area[area] ": " area "/crossed ;" >to
		print area "/paged:" pages_of_area[area] >to
	}
	for (shard in crosses_of_shard) {
		print ".work/paged/" shard ":" crosses_of_shard[shard] >to
		print pages_of_shard[shard] ": .work/paged/" shard " ;" >to
	}
}
