# count.awk FINDINGS REPORTS: the reports, what FINDINGS says of them added to `errors` and
# `warnings`.

BEGIN {
	FS = OFS = "\t"
}

FNR == 1 {
	delete at
	for (i = 1; i <= NF; i++)
		at[$i] = i
	file++
}

file == 1 {
	found[$at["doc"], $at["severity"]]++
	next
}

FNR > 1 {
	$at["errors"] += found[$at["doc"], "error"]
	$at["warnings"] += found[$at["doc"], "warning"]
}

{
	print
}
