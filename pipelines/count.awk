# count.awk COUNTS... reports=1 REPORTS...: the tables of reports as one, what counts.awk has counted added
# to `errors` and `warnings`.

BEGIN {
	FS = OFS = "\t"
}

!reports {
	errors[$1] += $2
	warnings[$1] += $3
	next
}

# Of many tables one header.
FNR == 1 {
	for (i = 1; i <= NF; i++)
		at[$i] = i
	if (headers++)
		next
}

# The path comes first. Most lines need not be cut up.
(doc = substr($0, 1, index($0, "\t") - 1)) in errors {
	$at["errors"] += errors[doc]
	$at["warnings"] += warnings[doc]
}

{
	print
}
