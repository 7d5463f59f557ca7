# across.awk -v tmp=FILE CROSS reports=1 REPORTS...: what the first says of the reports of each of the others,
# .work/reports/NAME.tsv, into FILE.NAME, in the order of the reports.

BEGIN {
	FS = "\t"
}

!reports && FNR == 1 {
	header = $0
	next
}

# The path comes first.
{
	doc = substr($0, 1, index($0, "\t") - 1)
}

!reports {
	if (doc != "")
		found[doc] = found[doc] $0 "\n"
	next
}

FNR == 1 {
	put()
	name = FILENAME
	sub(/.*\//, "", name)
	sub(/\.tsv$/, "", name)
	text = header "\n"
	next
}

doc in found {
	text = text found[doc]
}

END {
	put()
}

function put(    file) {
	if (name == "")
		return
	file = tmp "." name
	printf "%s", text >file
	close(file)
}
