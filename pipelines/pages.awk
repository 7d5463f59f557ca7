# pages.awk -v tmp=FILE old=1 OLD old= FILE: deals the list of a shard's pages to the areas of its reports, into
# FILE.AREA, and prints these areas. Where OLD, the list before, has other pages, the sweep has to look.

BEGIN {
	FS = "\t"
}

old {
	page[FNR] = $1
	pages = FNR
	next
}

FNR == 1 {
	header = $0
	for (i = 1; i <= NF; i++)
		at[$i] = i
}

$1 != page[FNR] {
	other = 1
}

FNR > 1 {
	area = $at["region"] ~ /^[0-9][0-9]/ ? substr($at["region"], 1, 2) : "none"
	if (!(area in seen)) {
		seen[area]
		print header >(tmp "." area)
		print area
	}
	print >(tmp "." area)
}

END {
	if (pages && (other || FNR != pages))
		printf "" >".work/unswept"
}
