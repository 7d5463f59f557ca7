# cells: a whole cells stream of one report, for the tests of gir-check and gir-agg.
#
#	cells FORM [KEY=VALUE...] [TABLE/ROW/COL=CELL...]
#
# prints the header, the doc lines, and every official cell of FORM (2019, 2021; common/data/forms),
# each 0: a report to which no rule objects. `cells none` is a file in which no report was found: doc
# lines only, the column form empty. Streams of several reports: { cells 2021; cells 2021 doc=b; }.
#
# KEY is doc, year, region, org or scope, the first columns of each line (a.txt, 2023 or 2020, 330206,
# 科学技术局, organ). The facts title.year, period.year and published follow `year`.
#
# CELL is a value (state num), `:STATE` or `:STATE:RAW` (for unsure the value too, where it is a number).
# A doc cell that holds text takes it as it is: doc/title/=..., doc/published/=...,
# doc/section/5=HEADING\nPROSE, doc/table/review=2019,2021. doc/table/review=:absent makes the table's
# cells absent as well. A cell of table text is added at the end, in the order given:
# text/requests.new/stated=5, which may come again.
#
# Section N stands on line N * 100; the first row of its table on the next line, the next row on the one
# after; the figures of the prose on line 101.
cells() {
	local form=$1
	shift
	awk -f <(printf '%s' "$_cells_awk") "$form" "$ROOT/common/data/forms" "$@"
}

_cells_awk='
BEGIN {
	FS = OFS = "\t"
	form = ARGV[1]
	key["doc"] = "a.txt"; key["year"] = form == "2019" ? 2020 : 2023; key["region"] = "330206"
	key["org"] = "科学技术局"; key["scope"] = "organ"
	for (i = 3; i < ARGC; i++) {
		at = index(ARGV[i], "=")
		name = substr(ARGV[i], 1, at - 1); value = substr(ARGV[i], at + 1)
		if (name in key)
			key[name] = value
		else if (name ~ /^text\//) {
			texts[++text_count] = name; text_cell[text_count] = value
		} else {
			given[name] = value; unused[name] = 1
		}
	}
	lead = key["doc"] OFS key["year"] OFS key["region"] OFS key["org"] OFS key["scope"] OFS
	lead = lead (form == "none" ? "" : form)
	print "doc", "year", "region", "org", "scope", "form", "table", "row", "col", "value", "state", \
		"raw", "line"
	facts()
	if (form != "none")
		official(ARGV[2] "/" form ".tsv")
	for (i = 1; i <= text_count; i++) {
		split(texts[i], part, "/")
		emit("text", part[2], part[3], text_cell[i], 101)
	}
	for (name in unused) {
		print "cells: form " form " has no cell " name >"/dev/stderr"
		exit 1
	}
	exit
}

function take(name, otherwise) {
	delete unused[name]
	return name in given ? given[name] : otherwise
}

function emit(table, row, col, cell, line,    part, n) {
	if (cell !~ /^:/) {
		print lead, table, row, col, cell, "num", cell, line
		return
	}
	n = split(cell, part, ":")
	cell = n > 2 ? substr(cell, length(part[2]) + 3) : part[2] == "na" ? "/" : ""
	print lead, table, row, col, part[2] == "unsure" && cell ~ /^-?[0-9.]+$/ ? cell : "", part[2], \
		cell, part[2] == "absent" ? "" : line
}

# A fact whose text stands in raw, or whose number stands in value.
function fact(row, col, otherwise, line, state,    cell, value) {
	cell = take("doc/" row "/" col, otherwise)
	value = row == "section" || row == "table" ? line : state == "num" ? cell : ""
	if (cell ~ /^:/ || cell == "" && row != "table")
		print lead, "doc", row, col, "", "absent", "", ""
	else
		print lead, "doc", row, col, value, state, cell, line
}

function facts(    year, t, n, names, heads) {
	year = key["year"]
	fact("title", "", year == "" ? "年度报告" : year "年政府信息公开工作年度报告", 1, "text")
	fact("format", "", "text", 1, "text")
	fact("encoding", "", "UTF-8", 1, "text")
	fact("undecodable", "", "", "", "num")
	fact("published", "", year == "" || form == "none" ? "" : year + 1 "-01-20", 2, "text")
	fact("period.year", "", form == "none" ? "" : year, 3, "num")
	fact("title.year", "", form == "none" ? "" : year, 1, "num")
	split("一、总体情况 二、主动公开政府信息情况 三、收到和处理政府信息公开申请情况 四、行政复议诉讼情况 " \
		"五、存在的主要问题及改进情况\\n本机关的公开内容还不够丰富，将予以改进。 " \
		"六、其他需要报告的事项\\n本年度收取费用情况见上表。", heads, " ")
	for (n = 1; n <= 6; n++)
		fact("section", n, form == "none" ? "" : heads[n], n * 100, "num")
	split("active requests review", names, " ")
	for (t = 1; t <= 3; t++) {
		cell = take("doc/table/" names[t], form == "none" ? ":absent" : names[t] == "review" ? "" : form)
		missing[names[t]] = cell ~ /^:absent/
		given["doc/table/" names[t]] = cell
		fact("table", names[t], "", (t + 1) * 100 + 1, "num")
	}
}

function official(file,    columns, parts, i, n, col, line) {
	while ((getline <file) > 0) {
		if ($1 == "block")
			columns[$2, $3] = $4
		if ($1 != "row")
			continue
		split($4, parts, ":")
		n = split(columns[$2, parts[1]], col, ",")
		if (!($2 in line))
			line[$2] = $2 == "active" ? 200 : $2 == "requests" ? 300 : 400
		line[$2]++
		for (i = 1; i <= n; i++)
			emit($2, $3, col[i], \
				take($2 "/" $3 "/" col[i], missing[$2] ? ":absent" : 0), line[$2])
	}
	close(file)
}
'
