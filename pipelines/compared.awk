# compared.awk CELLS: of each report what the rules that compare reports look at: that it is there, and
# the numbers of the official tables.

BEGIN {
	FS = "\t"
}

NR == 1 {
	for (i = 1; i <= NF; i++)
		at[$i] = i
	table = at["table"]; row = at["row"]; state = at["state"]
	print
	next
}

$state == "num" ? $table != "doc" && $table != "text" : $table == "doc" && $row == "title"
