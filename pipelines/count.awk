# count.awk COUNTS REPORTS...: the reports, the COUNTS of counts.awk added to `errors` and `warnings`.

BEGIN {
	FS = OFS = "\t"
}

FILENAME == ARGV[1] {
	errors[$1] += $2
	warnings[$1] += $3
	next
}

# Of many tables one header.
FNR == 1 {
	for (i = 1; i <= NF; i++)
		at[$i] = i
	doc = at["doc"]
	if (headers++)
		next
}

$doc in errors {
	$at["errors"] += errors[$doc]
	$at["warnings"] += warnings[$doc]
}

{
	print
}
