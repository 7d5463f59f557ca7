# specimen: a report in HTML with the official tables of the 2021 form, merged cells as in the form, and
# what its cells are. Figures are invented.
#
#	awk -f tests/specimen.awk -v seed=N -v truth=FILE common/data/forms/2021.tsv
#
# prints the page and writes TABLE, ROW, COLUMN, VALUE to FILE, a line each, sorted by nothing.
BEGIN {
	FS = "\t"
	srand(seed)
}

$1 == "row" || $1 == "column" || $1 == "group" {
	split($6, names, "|")
	label[$1, $2, $3] = names[1]
	parent[$1, $2, $3] = $4
}
$1 == "row" { row[$2, ++rows[$2]] = $3 }

# A figure: mostly nothing, sometimes long.
function figure(table, r, c,   v) {
	v = rand() < 0.5 ? 0 : int(exp(rand() * 14))
	print table, r, c, v >truth
	return v
}

function cell(text, down, across) {
	return "<td" (down > 1 ? " rowspan=" down : "") (across > 1 ? " colspan=" across : "") ">" \
		text "</td>"
}

function tr(cells) {
	print "<tr>" cells "</tr>"
}

function active_block(item, list, names,   n, c, i, r, head, cells) {
	n = split(list, c, ",")
	tr(cell(item, 1, 4))
	head = cell("信息内容")
	for (i = 1; i <= n; i++)
		head = head cell(label["column", "active", c[i]], 1, n == 1 ? 3 : 1)
	tr(head)
	split(names, r, ",")
	for (i = 1; i in r; i++) {
		cells = cell(label["row", "active", r[i]])
		for (j = 1; j <= n; j++)
			cells = cells cell(figure("active", r[i], c[j]), 1, n == 1 ? 3 : 1)
		tr(cells)
	}
}

function active() {
	print "<table border=1>"
	active_block("第二十条第（一）项", "issued,repealed,in_force", "regulations,normative")
	active_block("第二十条第（五）项", "decisions", "licensing")
	active_block("第二十条第（六）项", "decisions", "penalties,coercion")
	active_block("第二十条第（八）项", "amount", "fees")
	print "</table>"
}

# How many rows stand in the group `name` of requests.
function count(name,   i, n) {
	for (i = 1; i <= rows["requests"]; i++)
		n += parent["row", "requests", row["requests", i]] == "requests:" name
	return n
}

function requests(   i, j, n, c, r, group, last, cells) {
	n = split("natural,business,research,charity,legal,other,total", c, ",")
	print "<table border=1>"
	tr(cell("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 3, 3) \
		cell("申请人情况", 1, 7))
	tr(cell("自然人", 2) cell("法人或其他组织", 1, 5) cell("总计", 2))
	for (i = 2; i < n; i++)
		cells = cells cell(label["column", "requests", c[i]])
	tr(cells)
	for (i = 1; i <= rows["requests"]; i++) {
		r = row["requests", i]
		group = parent["row", "requests", r]
		sub(/.*:/, "", group)
		cells = ""
		if (r == "granted")
			cells = cell(label["group", "requests", "result"], 22)
		if (group == "requests")
			cells = cells cell(label["row", "requests", r], 1, 3)
		else if (group == "result")
			cells = cells cell(label["row", "requests", r], 1, 2)
		else
			cells = cells (group == last ? "" : \
				cell(label["group", "requests", group], count(group))) \
				cell(label["row", "requests", r])
		last = group
		for (j = 1; j <= n; j++)
			cells = cells cell(figure("requests", r, c[j]))
		tr(cells)
	}
	print "</table>"
}

function review(   i, j, n, c, head, cells) {
	n = split("upheld,corrected,other,pending,total", c, ",")
	print "<table border=1>"
	tr(cell("行政复议", 2, 5) cell("行政诉讼", 1, 10))
	tr(cell("未经复议直接起诉", 1, 5) cell("复议后起诉", 1, 5))
	for (i = 1; i <= 3; i++)
		for (j = 1; j <= n; j++) {
			head = head cell(label["column", "review", c[j]])
			cells = cells cell(figure("review", row["review", i], c[j]))
		}
	tr(head)
	tr(cells)
	print "</table>"
}

function paragraph(text) {
	print "<p>" text "</p>"
}

END {
	print "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>"
	print "<h1>宁波市鄞州区统计局2023年政府信息公开工作年度报告</h1>"
	paragraph("一、总体情况")
	paragraph("本机关认真落实政府信息公开的各项要求，全年未发生泄密事件。")
	paragraph("二、主动公开政府信息情况")
	active()
	paragraph("三、收到和处理政府信息公开申请情况")
	requests()
	paragraph("四、政府信息公开行政复议、行政诉讼情况")
	review()
	paragraph("五、存在的主要问题及改进情况")
	paragraph("公开内容还不够丰富，下一步将加强学习。")
	paragraph("六、其他需要报告的事项")
	paragraph("无。")
	print "</body></html>"
}
