# bench-sums: tests the sums of table requests in a stream of cells as gir-check's rules row-sum,
# result-sum and balance do, and nothing else: make bench holds gir-check against it. Prints a line a
# sum that is broken: doc, rule, row or column. A sum is tested where all its cells are numbers.

BEGIN {
	FS = OFS = "\t"
	flow["new"] = flow["carried_in"] = 1
	flow["handled"] = flow["carried_out"] = -1
}

# The cells of a row stand together, its total last.
$7 == "requests" {
	if ($1 != doc) {
		finish()
		doc = $1
		row = ""
	}
	if ($8 != row) {
		row = $8
		sign = flow[row] + 0
		part = row == "handled" ? -1 : sign == 0
		sum = odd = 0
	}
	if ($11 != "num") {
		odd = 1
		if (sign)
			no_balance[$9] = 1
		if (part)
			no_results[$9] = 1
		next
	}
	if (sign)
		balance[$9] += sign * $10
	if (part)
		results[$9] += part * $10
	if ($9 != "total")
		sum += $10
	else if (!odd && sum != $10)
		print doc, "row-sum", row
}

END { finish() }

function finish(    col) {
	for (col in results)
		if (results[col] != 0 && !(col in no_results))
			print doc, "result-sum", col
	for (col in balance)
		if (balance[col] != 0 && !(col in no_balance))
			print doc, "balance", col
	split("", results)
	split("", no_results)
	split("", balance)
	split("", no_balance)
}
