# reports.awk FINDINGS DIGEST CELLS: a line a report, in the order of the cells, of which those of table doc
# will do. `cells` is the numbers in its official tables; `errors` and `warnings` are the findings that
# name it.

BEGIN {
	FS = OFS = "\t"
	print "doc", "year", "region", "org", "scope", "form", "format", "encoding", "cells", "errors", \
		"warnings"
}

FNR == 1 {
	delete at
	for (i = 1; i <= NF; i++)
		at[$i] = i
	d = at["doc"]; table = at["table"]; row = at["row"]; numbers = at["numbers"]
	file++
	next
}

file == 1 {
	found[$d, $at["severity"]]++
	next
}

file == 2 {
	cells[$d] = count($numbers)
	next
}

$table != "doc" {
	next
}

$d != doc {
	put()
	doc = $d
	who = doc OFS $at["year"] OFS $at["region"] OFS $at["org"] OFS $at["scope"] OFS $at["form"]
	fact["format"] = fact["encoding"] = ""
	seen = 1
}

$row in fact {
	fact[$row] = $at["raw"]
}

END {
	put()
}

# How many cells of a digest are numbers: "3@1*2 -*4 0" has three.
function count(text,    cell, n, i, times, sum) {
	n = split(text, cell, " ")
	for (i = 1; i <= n; i++) {
		times = index(cell[i], "*")
		if (cell[i] !~ /^-(\*|$)/)
			sum += times ? substr(cell[i], times + 1) : 1
	}
	return sum + 0
}

function put() {
	if (seen)
		print who, fact["format"], fact["encoding"], cells[doc] + 0, found[doc, "error"] + 0, \
			found[doc, "warning"] + 0
}
