# blame: with plant.awk, reports in which a given number of cells of `requests` are wrong.
#
#	awk -f tests/plant.awk -f tests/blame.awk -v only=blame -v forms=... -v seed=1 -v reports=100 -v faults=1
#
# writes `cells`, and `planted`: doc, the cells, their right values (both in the order of the form, set
# apart by commas), and for one fault how many cells there are whose change alone would mend all sums.

BEGIN {
	OFS = " "
	printf "doc\tyear\tregion\torg\tscope\tform\ttable\trow\tcol\tvalue\tstate\traw\tline\n" >"cells"
	for (n = 1; n <= reports; n++)
		blame_report(n)
}

function blame_report(n,    d, form, i, k, v, names, values) {
	form = n % 2 ? "2021" : "2019"
	d = "blame" n
	form_of[d] = form; year_of[d] = form == "2021" ? 2023 : 2020
	region[d] = "330206"; org[d] = "机关" n
	invent_requests(d, "", form)
	split("", wrong)
	for (i = 1; i <= faults; i++) {
		do
			k = cell[form, 1 + below(cells[form])]
		while (k !~ /^requests/ || k in wrong)
		wrong[k] = V[d, k] + 0
		do
			v = spoil(wrong[k])
		while (v == wrong[k])
		V[d, k] = v
	}
	for (i = 1; i <= cells[form]; i++)
		if (cell[form, i] in wrong) {
			names = names (names == "" ? "" : ",") cell[form, i]
			values = values (values == "" ? "" : ",") wrong[cell[form, i]]
		}
	print d, names, values, faults == 1 ? choices(d, form) : "-" >"planted"
	printf "%s", stream(d) >"cells"
}

# A wrong value for a right one: as people miswrite, or any other.
function spoil(v,    t, what) {
	t = v ""
	what = below(6)
	if (what == 0 && v > 9) return (substr(t, 2, 1) substr(t, 1, 1) substr(t, 3)) + 0
	if (what == 1 && v > 9) return substr(t, 2) + 0
	if (what == 2 && v > 0) return (substr(t, 1, 1) t) + 0
	if (what == 3 && v > 0) return 0
	return v + 1 + below(400)
}

# ---- how many single cells would do ----

function add_sum(d, list, signs,    m, k, n, s, i, sum) {
	n = split(list, k, " ")
	split(signs, s, " ")
	m = ++sums
	for (i = 1; i <= n; i++) {
		sign_in[m, k[i]] = i in s ? s[i] : -1
		sum += sign_in[m, k[i]] * V[d, k[i]]
	}
	residual[m] = sum + 0
}

function all_sums(d, form,    j, r, col, list, row) {
	sums = 0
	split("", sign_in)
	for (r = 1; r <= results[form] + 4; r++) {
		row = "requests/" (r > results[form] ? four[r - results[form]] : result[form, r]) "/"
		list = row "total"
		for (j = 1; j <= kinds; j++)
			list = list " " row kind[j]
		add_sum(d, list, "1")
	}
	for (j = 1; j <= kinds + 1; j++) {
		col = "/" (j > kinds ? "total" : kind[j])
		list = "requests/handled" col
		for (r = 1; r <= results[form]; r++)
			list = list " requests/" result[form, r] col
		add_sum(d, list, "1")
		add_sum(d, "requests/new" col " requests/carried_in" col " requests/handled" col " requests/carried_out" col, \
			"1 1 -1 -1")
	}
}

# Whether one change of this cell would mend all sums and leave it at 0 or more.
function would_do(d, k,    m, change, known, need) {
	for (m = 1; m <= sums; m++) {
		if (!((m, k) in sign_in)) {
			if (residual[m] != 0)
				return 0
			continue
		}
		need = -residual[m] * sign_in[m, k]
		if (known && need != change)
			return 0
		change = need; known = 1
	}
	return known && change != 0 && V[d, k] + change >= 0
}

function choices(d, form,    i, n) {
	all_sums(d, form)
	for (i = 1; i <= cells[form]; i++)
		if (cell[form, i] ~ /^requests/)
			n += would_do(d, cell[form, i])
	return n + 0
}
