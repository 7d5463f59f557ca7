# reports.awk FINDINGS CELLS: a line a report, in the order of the cells. `cells` is the numbers in
# its official tables; `errors` and `warnings` are the findings that name it.

BEGIN {
	FS = OFS = "\t"
	print "doc", "year", "region", "org", "scope", "form", "format", "encoding", "cells", "errors", \
		"warnings"
}

FNR == 1 {
	delete at
	for (i = 1; i <= NF; i++)
		at[$i] = i
	d = at["doc"]; table = at["table"]; row = at["row"]; state = at["state"]
	file++
	next
}

file == 1 {
	found[$d, $at["severity"]]++
	next
}

$d != doc || FNR == 2 {
	put()
	doc = $d
	seen = 1
	who = doc OFS $at["year"] OFS $at["region"] OFS $at["org"] OFS $at["scope"] OFS $at["form"]
	fact["format"] = fact["encoding"] = ""
	cells = 0
}

$table == "doc" {
	if ($row in fact)
		fact[$row] = $at["raw"]
	next
}

$state == "num" && $table != "text" {
	cells++
}

END {
	put()
}

function put() {
	if (seen)
		print who, fact["format"], fact["encoding"], cells, found[doc, "error"] + 0, \
			found[doc, "warning"] + 0
}
