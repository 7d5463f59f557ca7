# counts.awk FINDINGS: how many errors and warnings name a report: path, errors, warnings. A report whose
# findings do not stand together has several lines.

BEGIN {
	FS = OFS = "\t"
}

FNR == 1 {
	for (i = 1; i <= NF; i++)
		at[$i] = i
	next
}

$at["doc"] != doc {
	put()
	doc = $at["doc"]
}

{
	n[$at["severity"]]++
}

END {
	put()
}

function put() {
	if (doc != "" && n["error"] + n["warning"] > 0)
		print doc, n["error"] + 0, n["warning"] + 0
	delete n
}
