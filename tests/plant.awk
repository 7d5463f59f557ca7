# plant: reports of organs over several years that obey every rule, with faults planted in some of them,
# and what the arithmetic rules must find, worked out here once more.
#
#	awk -f tests/plant.awk -v forms=common/data/forms -v seed=1 -v organs=12 -v shards=3
#
# writes `cells` (the reports in shuffled order), shard.1, shard.2 ... (the same reports, dealt out), `truth`
# (doc rule table/row/col expected actual, `-` for what is empty) and `planted` (how often each kind of
# fault was planted). Three organs are of one county, whose government reports their sums.
#
# A cell is V[doc, "table/row/col"]; where it is no number, OFF[doc, "table/row/col"] is set.

BEGIN {
	FS = OFS = "\t"
	read_form("2019"); read_form("2021")
	state = seed * 7919 + 17
	if (only == "") # else another program file goes on from here
		plant_all()
}

function plant_all(    c, i) {
	counties = int(organs / 3)
	for (c = 1; c <= counties; c++)
		invent_county(c)
	plant_faults()
	for (i = 1; i <= docs; i++)
		judge(doc[i])
	write_all()
}

# ---- chance: the same numbers under every awk ----

function below(n) {
	state = (state * 16807) % 2147483647
	return int(state / 7) % n
}
function chance(percent) { return below(100) < percent }
function some() { return chance(60) ? 0 : chance(70) ? below(6) : below(300) }

# ---- forms ----

function read_form(form,    file, columns, part, col, n, i, line) {
	file = forms "/" form ".tsv"
	while ((getline line <file) > 0) {
		split(line, f, "\t")
		if (f[1] == "block")
			columns[f[2], f[3]] = f[4]
		if (f[1] != "row")
			continue
		split(f[4], part, ":")
		n = split(columns[f[2], part[1]], col, ",")
		for (i = 1; i <= n; i++)
			cell[form, ++cells[form]] = f[2] "/" f[3] "/" col[i]
		if (f[2] == "requests" && f[3] !~ /^(new|carried_in|handled|carried_out)$/)
			result[form, ++results[form]] = f[3]
	}
	close(file)
	kinds = split("natural business research charity legal other", kind, " ")
	split("upheld corrected other pending", outcome, " ")
	split("review suit_direct suit_after", suit, " ")
}

# ---- reports that obey ----

function sum_kinds(d, row,    j, sum) {
	for (j = 1; j <= kinds; j++)
		sum += V[d, "requests/" row "/" kind[j]]
	return sum + 0
}

function invent_requests(d, last, form,    j, r, col, handled, out, in_) {
	for (j = 1; j <= kinds; j++) {
		col = "/" kind[j]
		in_ = last == "" ? below(3) : V[last, "requests/carried_out" col]
		handled = 0
		for (r = 1; r <= results[form]; r++)
			handled += V[d, "requests/" result[form, r] col] = some()
		out = below(4)
		if (handled + out < in_)
			handled += V[d, "requests/" result[form, 1] col] += in_
		V[d, "requests/carried_in" col] = in_
		V[d, "requests/new" col] = handled + out - in_
		V[d, "requests/handled" col] = handled
		V[d, "requests/carried_out" col] = out
	}
	for (r = 1; r <= results[form]; r++)
		V[d, "requests/" result[form, r] "/total"] = sum_kinds(d, result[form, r])
	split("new carried_in handled carried_out", four, " ")
	for (r = 1; r <= 4; r++)
		V[d, "requests/" four[r] "/total"] = sum_kinds(d, four[r])
}

function invent_review(d,    r, j, row, sum) {
	for (r = 1; r <= 3; r++) {
		row = "review/" suit[r] "/"
		sum = 0
		for (j = 1; j <= 4; j++)
			sum += V[d, row outcome[j]] = some()
		V[d, row "total"] = sum
	}
}

function invent_active(d, last, form,    row, before) {
	row = "active/normative/"
	before = last == "" ? 20 + below(50) : V[last, row "in_force"] + V[last, row "public_total"]
	if (form == "2021") {
		V[d, row "issued"] = below(9)
		V[d, row "repealed"] = below(5)
		V[d, row "in_force"] = before + V[d, row "issued"] - V[d, row "repealed"]
	} else {
		V[d, row "made"] = below(9)
		V[d, row "published"] = below(9)
		V[d, row "public_total"] = before + V[d, row "published"]
		V[d, "active/licensing/prior_items"] = 30 + below(9)
		V[d, "active/licensing/change"] = below(5) - 2
	}
	V[d, "active/licensing/decisions"] = 300 + below(300)
}

function state_figures(d) {
	if (chance(50))
		P[d, "requests.received"] = V[d, "requests/new/total"] + (chance(40) ? V[d, "requests/carried_in/total"] : 0)
	if (chance(50))
		P[d, "suit.total"] = V[d, "review/suit_direct/total"] + V[d, "review/suit_after/total"]
	if (chance(50)) {
		P[d, "part.a"] = below(50); P[d, "part.b"] = below(50)
		P[d, "disclosed.total"] = P[d, "part.a"] + P[d, "part.b"]
	}
}

function new_doc(c, o, year) {
	doc[++docs] = sprintf("c%d/o%d/%d", c, o, year)
	region[doc[docs]] = county[c]; org[doc[docs]] = o ? "机关" o : "人民政府"
	year_of[doc[docs]] = year; form_of[doc[docs]] = year < 2021 ? "2019" : "2021"
	return doc[docs]
}

function invent_county(c,    o, year, d, last, i, k, form) {
	split("330203 330205 330206 330211 330212 330213 330225 330226 330281 330282", county, " ")
	for (year = 2019; year <= 2023; year++) {
		form = year < 2021 ? "2019" : "2021"
		for (o = 1; o <= 3; o++) {
			d = new_doc(c, o, year)
			last = year > 2019 ? sprintf("c%d/o%d/%d", c, o, year - 1) : ""
			invent_requests(d, last, form)
			invent_review(d)
			invent_active(d, last, form)
			state_figures(d)
		}
		d = new_doc(c, 0, year)
		for (i = 1; i <= cells[form]; i++) {
			k = cell[form, i]
			for (o = 1; o <= 3 && k !~ /^active/; o++)
				V[d, k] += V[sprintf("c%d/o%d/%d", c, o, year), k]
		}
	}
}

# ---- faults ----

function plant_faults(    i) {
	fault_kinds = split("add subtract sign swap lose double half blank shift stale prose parts carry stock misread jump", fault, " ")
	for (i = 1; i <= docs; i++)
		while (chance(45))
			plant(doc[i], fault[1 + below(fault_kinds)])
}

# A cell of requests or review that is a number, above `least` if one of some tries is.
function pick(d, least,    k, tries) {
	do
		k = cell[form_of[d], 1 + below(cells[form_of[d]])]
	while (k ~ /^active/ || (V[d, k] < least && tries++ < 200))
	return k
}

function plant(d, what,    k, v, t, j) {
	count[what]++
	k = pick(d, what ~ /sign|subtract/ ? 1 : what ~ /swap|lose|double/ ? 12 : 0)
	v = V[d, k] + 0
	t = v ""
	if (what == "add") V[d, k] = v + 1 + below(40)
	else if (what == "subtract") V[d, k] = v - 1 - below(40)
	else if (what == "sign") V[d, k] = -v
	else if (what == "swap") V[d, k] = (substr(t, 2, 1) substr(t, 1, 1) substr(t, 3)) + 0
	else if (what == "lose") V[d, k] = substr(t, 2) + 0
	else if (what == "double") V[d, k] = (substr(t, 1, 1) t) + 0
	else if (what == "half") V[d, k] = v + 0.5
	else if (what == "blank") OFF[d, k] = 1
	else if (what == "shift") shift_row(d, k)
	else if (what == "stale") V[d, "requests/" result[form_of[d], 2] "/business"] += 1 + below(9)
	else if (what == "prose") P[d, "suit.total"] = below(90)
	else if (what == "parts") { P[d, "part.a"] = below(50); P[d, "part.b"] = below(9); P[d, "disclosed.total"] = 20 + below(50) }
	else if (what == "carry") {
		V[d, "requests/carried_in/natural"]++; V[d, "requests/new/natural"]--
	} else if (what == "stock") V[d, "active/normative/" (form_of[d] == "2021" ? "in_force" : "public_total")] = below(12)
	else if (what == "misread") V[d, "active/licensing/decisions"] = V[d, "active/licensing/prior_items"] + V[d, "active/licensing/change"]
	else if (what == "jump") V[d, "active/licensing/decisions"] *= 4 + below(4)
}

function shift_row(d, k,    part, j, last) {
	split(k, part, "/")
	if (part[1] != "requests")
		return
	for (j = kinds; j > 1; j--)
		V[d, "requests/" part[2] "/" kind[j]] = V[d, "requests/" part[2] "/" kind[j - 1]] + 0
	V[d, "requests/" part[2] "/" kind[1]] = 0
}

# ---- what must be found ----

function is_num(d, k) { return !((d, k) in OFF) }
function show(v) { return v == int(v) ? sprintf("%d", v) : sprintf("%.1f", v) }
function must(d, rule, k, expected, actual) { truth[++truths] = d " " rule " " k " " expected " " actual }

# The sum of cells, or "" where one is no number. `list` is their names, set apart by spaces.
function total(d, list,    n, i, k, sum) {
	n = split(list, k, " ")
	for (i = 1; i <= n; i++) {
		if (!is_num(d, k[i]))
			return ""
		sum += V[d, k[i]]
	}
	return sum + 0
}

function judge_sum(d, rule, k, list,    sum) {
	sum = total(d, list)
	if (sum != "" && is_num(d, k) && sum != V[d, k] + 0)
		must(d, rule, k, show(sum), show(V[d, k]))
}

function judge_requests(d, form,    i, r, j, row, list, col, in_, done) {
	for (i = 1; i <= cells[form]; i++)
		if (cell[form, i] ~ /^requests\/.*\/total$/) {
			row = cell[form, i]
			sub(/total$/, "", row)
			list = ""
			for (j = 1; j <= kinds; j++)
				list = list row kind[j] " "
			judge_sum(d, "row-sum", row "total", list)
		}
	for (j = 1; j <= kinds + 1; j++) {
		col = "/" (j > kinds ? "total" : kind[j])
		list = ""
		for (r = 1; r <= results[form]; r++)
			list = list "requests/" result[form, r] col " "
		judge_sum(d, "result-sum", "requests/handled" col, list)
		in_ = total(d, "requests/new" col " requests/carried_in" col)
		done = total(d, "requests/handled" col " requests/carried_out" col)
		if (in_ != "" && done != "" && in_ != done)
			must(d, "balance", "requests/carried_out" col, show(in_ - V[d, "requests/handled" col]),
				show(V[d, "requests/carried_out" col]))
	}
	for (r = 1; r <= 3; r++) {
		row = "review/" suit[r] "/"
		judge_sum(d, "review-sum", row "total", row "upheld " row "corrected " row "other " row "pending")
	}
}

function judge_active(d, form,    row, stock, added, all, p) {
	for (p = 1; p <= 2; p++) {
		row = "active/" (p == 1 ? "regulations" : "normative") "/"
		stock = row (form == "2021" ? "in_force" : "public_total")
		added = row (form == "2021" ? "issued" : "published")
		if (V[d, stock] + 0 < V[d, added] + 0)
			must(d, "stock", stock, show(V[d, added]), show(V[d, stock]))
	}
	row = "active/licensing/"
	all = V[d, row "prior_items"] + V[d, row "change"]
	if (form == "2019" && V[d, row "change"] != 0 && V[d, row "decisions"] + 0 == all)
		must(d, "misread", row "decisions", "-", show(all))
}

function judge_prose(d,    new, both, handled, p) {
	new = total(d, "requests/new/total")
	both = total(d, "requests/new/total requests/carried_in/total")
	handled = total(d, "requests/handled/total")
	p = (d, "requests.received") in P ? P[d, "requests.received"] : new
	if (new != "" && both != "" && handled != "" && p != new && p != both && p != handled)
		must(d, "prose", "requests/new/total", p, show(new))
	new = total(d, "review/suit_direct/total review/suit_after/total")
	if ((d, "suit.total") in P && new != "" && P[d, "suit.total"] != new)
		must(d, "prose", "review/suit_direct/total", P[d, "suit.total"], show(new))
	if ((d, "disclosed.total") in P && P[d, "part.a"] + P[d, "part.b"] != P[d, "disclosed.total"])
		must(d, "prose-parts", "text/disclosed.total/stated", P[d, "part.a"] + P[d, "part.b"], P[d, "disclosed.total"])
}

function judge_single(d, form,    i, k, v) {
	for (i = 1; i <= cells[form]; i++) {
		k = cell[form, i]
		if (!is_num(d, k))
			continue
		v = V[d, k] + 0
		if (v < 0 && k !~ /change$/)
			must(d, "negative", k, "-", show(v))
		if (v != int(v))
			must(d, "fraction", k, "-", show(v))
	}
}

function judge_years(d, last, form,    i, k, a, b, j, col, sum, row) {
	for (j = 1; j <= kinds + 1; j++) {
		col = "/" (j > kinds ? "total" : kind[j])
		if (is_num(d, "requests/carried_in" col) && is_num(last, "requests/carried_out" col) && \
		    V[d, "requests/carried_in" col] + 0 != V[last, "requests/carried_out" col] + 0)
			must(d, "carry", "requests/carried_in" col, show(V[last, "requests/carried_out" col]), \
				show(V[d, "requests/carried_in" col]))
	}
	row = "active/normative/"
	sum = V[last, row "in_force"] + V[d, row "issued"] - V[d, row "repealed"]
	if (form == "2021" && form_of[last] == "2021" && sum != V[d, row "in_force"] + 0)
		must(d, "in-force", row "in_force", show(sum), show(V[d, row "in_force"]))
	for (i = 1; i <= cells[form]; i++) {
		k = cell[form, i]
		a = V[last, k] + 0; b = V[d, k] + 0
		if (has[form_of[last], k] && is_num(d, k) && is_num(last, k) && a >= 20 && (b > 5 * a || 5 * b < a))
			must(d, "jump", k, show(a), show(b))
	}
}

function judge_area(d, form,    i, k, o, organ, sum, good) {
	for (i = 1; i <= cells[form]; i++) {
		k = cell[form, i]
		sum = 0
		good = is_num(d, k) && k !~ /^active/
		for (o = 1; o <= 3 && good; o++) {
			organ = d
			sub(/\/o0\//, "/o" o "/", organ)
			good = is_num(organ, k)
			sum += V[organ, k]
		}
		if (good && sum != V[d, k] + 0)
			must(d, "rollup", k, show(sum), show(V[d, k]))
	}
}

function judge(d,    form, last, i) {
	if (!(("2019", cell["2019", 1]) in has))
		for (i = 1; i <= cells["2019"] || i <= cells["2021"]; i++) {
			has["2019", cell["2019", i]] = 1
			has["2021", cell["2021", i]] = 1
		}
	form = form_of[d]
	judge_requests(d, form)
	judge_active(d, form)
	judge_prose(d)
	judge_single(d, form)
	last = d
	sub(/[0-9]+$/, year_of[d] - 1, last)
	if (last in form_of)
		judge_years(d, last, form)
	if (d ~ /\/o0\//)
		judge_area(d, form)
}

# ---- the streams ----

function line(d, table, row, col, value, state_, raw, at) {
	return d "\t" year_of[d] "\t" region[d] "\t" org[d] "\t" (d ~ /\/o0\// ? "region" : "organ") "\t" form_of[d] \
		"\t" table "\t" row "\t" col "\t" value "\t" state_ "\t" raw "\t" at "\n"
}

function figure(d, row, col, key) {
	return (d, key) in P ? line(d, "text", row, col, P[d, key], "num", P[d, key], 9) : ""
}

function stream(d,    i, part, k, text, v) {
	for (i = 1; i <= cells[form_of[d]]; i++) {
		k = cell[form_of[d], i]
		split(k, part, "/")
		v = show(V[d, k] + 0)
		text = text (is_num(d, k) ? line(d, part[1], part[2], part[3], v, "num", v, i) : \
			line(d, part[1], part[2], part[3], "", "blank", "", i))
	}
	return text figure(d, "requests.received", "stated", "requests.received") \
		figure(d, "suit.total", "stated", "suit.total") \
		figure(d, "disclosed.total", "stated", "disclosed.total") \
		((d, "disclosed.total") in P ? figure(d, "disclosed.part", "a", "part.a") figure(d, "disclosed.part", "b", "part.b") : "")
}

function write_all(    i, j, d, header, text) {
	header = "doc\tyear\tregion\torg\tscope\tform\ttable\trow\tcol\tvalue\tstate\traw\tline\n"
	printf "%s", header >"cells"
	for (i = 1; i <= shards; i++)
		printf "%s", header >("shard." i)
	for (i = docs; i >= 1; i--) {
		j = 1 + below(i)
		d = doc[j]; doc[j] = doc[i]
		text = stream(d)
		printf "%s", text >"cells"
		printf "%s", text >("shard." (1 + i % shards))
	}
	printf "" >"truth"
	for (i = 1; i <= truths; i++)
		print truth[i] >"truth"
	for (i = 1; i <= fault_kinds; i++)
		print fault[i], count[fault[i]] + 0 >"planted"
}
