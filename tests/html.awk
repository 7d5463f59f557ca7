# A report in pipe rows as a page of HTML: style=clean, word or site; tags=loose leaves out end tags
# that HTML does not need.
# Usage: awk -v style=word -f tests/html.awk REPORT.txt

function digits(s, out, i) {	# Word breaks a number into spans wherever somebody edited it
	for (i = 1; i <= length(s); i++)
		out = out "<span lang=EN-US style='font-size:10.5pt'>" substr(s, i, 1) "</span>"
	return out
}

function text(s) {
	gsub(/&/, "\\&amp;", s)
	gsub(/</, "\\&lt;", s)
	return s
}

function cell(s, cols, rows, inner) {
	inner = s == "" ? "&nbsp;" : style == "word" && s ~ /^[0-9,.+-]+$/ ? digits(s) : text(s)
	if (style == "word")
		inner = "<p class=MsoNormal align=center style='text-align:center'>" inner "<o:p></o:p></p>"
	else if (style == "site")
		inner = "<p style=\"text-align: center;\"><span>" inner "</span></p>"
	return "<td" (cols > 1 ? " colspan=\"" cols "\"" : "") (rows > 1 ? " rowspan=" rows : "") ">" \
		inner (loose ? "" : "</td>") "\n"
}

function row(s) {
	out = out "<tr>" s (loose ? "" : "</tr>") "\n"
}

# The cells of a line that hold text, in c[1..].
function cells(line, c, v, n, i, k) {
	n = split(line, v, "|")
	for (i = 1; i <= n; i++) {
		gsub(/^[ ]+|[ ]+$/, "", v[i])
		if (v[i] != "")
			c[++k] = v[i]
	}
	return k
}

function active(first, last, i, n, k, c, s) {
	for (i = first; i <= last; i++) {
		n = cells(line[i], c)
		s = ""
		for (k = 1; k <= n; k++)
			s = s cell(c[k], k == n ? 5 - n : 1, 1)
		row(s)
	}
}

function heads(n, t, i) {
	row(cell(c1[1], 3, 3) cell(c1[2], 7, 1))
	row(cell(c2[1], 1, 2) cell(c2[2], 5, 1) cell(c2[3], 1, 2))
	t = ""
	for (i = 1; i <= n; i++)
		t = t cell(c3[i], 1, 1)
	row(t)
}

# How many rows from i on are one group: those with a label less.
function group(i, last, pattern, n) {
	for (n = 1; i + n <= last && line[i + n] !~ pattern; n++)
		;
	return n
}

function requests(first, last, i, n, k, c, s, labels, at) {
	cells(line[first], c1); cells(line[first + 1], c2); n = cells(line[first + 2], c3)
	heads(n)
	for (i = first + 3; i <= last; i++) {
		n = cells(line[i], c)
		s = ""
		at = 1
		if (c[1] ~ /^[一二四]、/)
			s = cell(c[at++], 3, 1)
		else if (c[1] ~ /^三、/)
			s = cell(c[at++], 1, group(i, last, "四、"))
		if (c[at] ~ /^（/ && n - at == 7)
			s = s cell(c[at++], 2, 1)
		else if (c[at] ~ /^（/)
			s = s cell(c[at++], 1, group(i, last, "（[一二三四五六七]）|四、"))
		for (; at <= n; at++)
			s = s cell(c[at], 1, 1)
		row(s)
	}
}

function review(first, last, c, n, i, s) {
	cells(line[first], c)
	row(cell(c[1], 5, 1) cell(c[2], 10, 1))
	n = cells(line[first + 1], c)
	for (i = 1; i <= n; i++)
		s = s (i <= 5 ? cell(c[i], 1, 2) : cell(c[i], 5, 1))
	row(s)
	s = ""
	n = cells(line[first + 2], c)
	for (i = 1; i <= n; i++)
		s = s cell(c[i], 1, 1)
	row(s)
	s = ""
	n = cells(line[first + 3], c)
	for (i = 1; i <= n; i++)
		s = s cell(c[i], 1, 1)
	row(s)
}

function table(i, last) {
	for (last = i; last < NR && line[last + 1] ~ /\|/; last++)
		;
	out = out "<table border=1 cellspacing=0>\n" (loose ? "" : "<tbody>\n")
	if (line[i] ~ /第二十条/)
		active(i, last)
	else if (line[i] ~ /申请人情况/)
		requests(i, last)
	else
		review(i, last)
	out = out (loose ? "" : "</tbody>") "</table>\n"
	return last
}

function para(s, first) {
	if (s == "")
		return
	if (first && style == "site")
		out = out "<h1>" text(s) "</h1>\n<div class=\"info\">发布日期：2024-01-20　来源：本单位" \
			"　浏览次数：<span id=\"hits\">123</span></div>\n"
	else if (style == "word")
		out = out "<p class=MsoNormal style='text-indent:21.0pt'><span style='font-family:宋体'>" \
			text(s) "<span lang=EN-US><o:p></o:p></span></span></p>\n"
	else
		out = out "<p>" text(s) (loose ? "" : "</p>") "\n"
}

function head() {
	if (style == "word")
		return "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\">\n<head>\n" \
			"<meta http-equiv=Content-Type content=\"text/html; charset=gb2312\">\n" \
			"<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View>" \
			"</w:WordDocument></xml><![endif]-->\n<style><!-- p.MsoNormal {margin:0cm} -->" \
			"</style></head><body lang=ZH-CN>\n<div class=Section1>\n"
	if (style == "site")
		return "<!DOCTYPE html>\n<html><head><meta charset=\"gb2312\">\n" \
			"<title>" text(line[1]) "_某政府网</title>\n<meta name=\"SiteName\" " \
			"content=\"某政府网\">\n<meta name=\"PubDate\" content=\"2024-02-02 10:00\">\n" \
			"<script>if (1 < 2) document.write('<p>一、总体情况</p>');</script>" \
			"</head><body>\n<form id=\"form1\"><input type=hidden value=5>\n<div " \
			"class=\"header\"><ul class=\"mainNav\"><li><a href=\"/\">首页</a></li>" \
			"<li><a href=\"/a\">走进本地</a></li></ul></div>\n<div class=\"dqwz\">当前位置：" \
			"<a href=\"/\">首页</a> &gt; 2022年政府信息公开工作年度报告</div>\n" \
			"<table width=1000><tr><td width=200><ul><li><a href=\"/2021\">" \
			"宁波市北仑区科技局2021年政府信息公开工作年度报告</a></li><li><a href=\"/2022\">" \
			"2022年政府信息公开工作年度报告</a></li></ul></td><td>" \
			"<div class=\"main-nav-content\" id=\"zoom\">\n"
	return "<!DOCTYPE html>\n<html>\n<head><meta charset=\"utf-8\"></head>\n<body>\n"
}

function foot() {
	if (style == "site")
		return "<p><a href=\"a.docx\">附件：2023年报.docx</a></p></div>\n<div class=\"related\">" \
			"<h3>相关链接</h3><ul><li><a href=\"/9\">宁波市2020年政府信息公开工作年度报告" \
			"</a></li></ul></div></td></tr></table>\n<div style=\"display: none\">一、总体情况" \
			"</div><div class=\"footer\"><p>主办：某市人民政府　2019年1月1日</p>" \
			"<p>浙ICP备00000000号</p></div></form></body></html>\n"
	return (style == "word" ? "</div>" : "") "</body>\n</html>\n"
}

BEGIN { loose = tags == "loose" }
$0 !~ /^\|? *---/ { line[++lines] = $0 }
END {
	NR = lines
	for (i = 1; i <= lines; i++)
		if (line[i] ~ /\|/)
			i = table(i)
		else
			para(line[i], i == 1)
	printf "%s%s%s", head(), out, foot()
}
