# Web pages: lines, cells, the report told from the page around it, whatever the markup.

load lib

setup() {
	cd "$BATS_TEST_TMPDIR"
}

# page [HEAD]: a page around the body on standard input.
page() {
	printf '<!DOCTYPE html>\n<html><head>%s</head><body>\n' "${1:-}"
	cat
	printf '</body></html>\n'
}

# lines KIND FILE: the text of blocks of one kind. A page that is no report has its first line for title.
lines() {
	gir-segment "$2" | awk -F'\t' -v kind="$1" '$4 == kind || (kind == "para" && $4 == "title") { print $6 }'
}

meta() {
	gir-segment "$2" | awk -F'\t' -v key="$1" '$4 == "meta" && $5 == key { print $6 }'
}

# cells FILE: place and text of the cells.
cells() {
	gir-segment "$1" | awk -F'\t' '$4 == "cell" { print $5 " " $6 }'
}

# body BODY: a page with this in its body, in the file p.
body() {
	page <<<"$1" >p
}

# The sections' headings, paragraphs; what stands in section 二 on standard input.
report() {
	printf '<h1>宁波市镇海区档案局2023年政府信息公开工作年度报告</h1>\n<p>一、总体情况</p><p>依法公开。</p>'
	printf '<p>二、主动公开政府信息情况</p>\n'
	cat
	printf '<p>三、收到和处理政府信息公开申请情况</p>\n<p>四、政府信息公开行政复议、行政诉讼情况</p>\n'
	printf '<p>五、存在的主要问题及改进情况</p><p>不足。</p><p>六、其他需要报告的事项</p><p>没有事项。</p>\n'
}

# official FILE: the official cells that are read, with their states.
official() {
	gir-segment "$1" | gir-tables | awk -F'\t' 'NR > 1 && $7 != "doc" { print $2, $3, $4, $5, $6, $7, $8, $9, $10, $11 }'
}

# value FILE TABLE ROW COL: the state and value of one.
value() {
	gir-segment "$1" | gir-tables |
		awk -F'\t' -v t="$2" -v r="$3" -v c="$4" '$7 == t && $8 == r && $9 == c { print $11, $10 }'
}

@test "a report is the same as text, as clean HTML, as Word's and as a page of a site" {
	for name in 镇海区/2023/镇海区 余姚市/2020/交通运输局; do
		text=$ROOT/corpus/宁波市/$name.txt
		official "$text" >want
		(($(grep -c ' num$' want) > 150))
		for style in clean word site; do
			for tags in full loose; do
				awk -v style="$style" -v tags="$tags" -f "$ROOT/tests/html.awk" "$text" >p
				[[ $style == word ]] && iconv -t GB18030 p >q && mv q p
				same "$(meta format p)" html
				official p >got
				cmp want got
			done
		done
	done
}

@test "whole pages of sites: title and date are the report's, not the links'" {
	awk -v style=site -f "$ROOT/tests/html.awk" "$ROOT/corpus/宁波市/镇海区/2023/镇海区.txt" >p
	same "$(meta title p)" 宁波市镇海区2023年政府信息公开工作年度报告
	same "$(meta published p)" 2024-03-15
	[[ $(lines other p) == *宁波市2020年政府信息公开工作年度报告* && $(lines para p) != *2020年* ]]
	[[ $(lines other p) == *浙ICP备* && $(lines other p) == *相关链接* ]]
}

@test "the charset is found from the bytes, whatever the page declares" {
	body '<p>政府信息公开</p>'
	sed 's/<head>/<head><meta http-equiv="Content-Type" content="text\/html; charset=gb2312">/' p >utf8
	sed 's/<head>/<head><meta charset=utf-8>/' p | iconv -t GBK >gbk
	sed 's/<head>/<head><meta charset=gb2312>/' p | iconv -t UTF-16 >wide
	for f in utf8:utf-8 gbk:gb18030 wide:utf-16le; do
		same "$(meta encoding "${f%:*}")" "${f#*:}"
		same "$(lines para "${f%:*}")" 政府信息公开
	done
	same "$(meta undecodable utf8)" ''
	printf '<p>\xd5\xfe\xb8\xae\xd0\xc5\xcf\xa2\xff</p>' >bad
	same "$(meta undecodable bad)" 1
}

@test "lines are the source's, by LF, CR LF or CR, and in UTF-16" {
	for f in 's/$//' 's/$/\r/'; do
		printf '<html>\n<body><p>甲\n乙</p>\n\n<p class="x"\n>丙</p>' | sed "$f" >p
		same "$(gir-segment p | awk -F'\t' '$4 == "para" || $4 == "title" { print $2, $6 }')" $'2 甲 乙\n6 丙'
	done
	tr -d '\r' <p | tr '\n' '\r' >cr
	same "$(gir-segment cr | awk -F'\t' '$4 == "para" || $4 == "title" { print $2, $6 }')" $'2 甲 乙\n6 丙'
	iconv -t UTF-16 p >wide
	same "$(gir-segment wide | awk -F'\t' '$4 == "para" || $4 == "title" { print $2, $6 }')" $'2 甲 乙\n6 丙'
	{ printf '<html><!--'; yes '' | head -n 70000; printf -- '-->\n<p>甲</p>'; } >long
	same "$(gir-segment long | awk -F'\t' '$4 == "para" { print $2 }')" 70002
}

@test "paragraphs and breaks end lines, blanks are one, entities are characters" {
	body '<p>甲  乙
	丙<br>丁<br/><br>戊</p>己<div>庚&nbsp;&#31532;&lt;1&gt;</div>辛'
	same "$(lines para p)" $'甲 乙 丙\n丁\n戊\n己\n庚\u00a0第<1>\n辛'
}

@test "numbers broken into spans are whole" {
	body '<p>收<span lang=EN-US>1</span><b><span>2</span></b><font>,</font><span>0</span><!-- x --><i></i>00<o:p></o:p>件&#8203;</p>'
	same "$(lines para p)" 收12,000件
}

@test "<pre> keeps the lines of a text as the text reader has them" {
	text=$ROOT/corpus/宁波市/镇海区/2022/"教育局 2022年报.txt"
	official "$text" >want
	{ printf '<html><head></head><body><pre style="white-space: pre-wrap;">'
		sed '1s/^\xef\xbb\xbf//; s/&/\&amp;/g; s/</\&lt;/g' "$text"; printf '</pre></body></html>'; } >p
	official p >got
	cmp want got
	gir-segment "$text" | cut -f2- | grep -v -e format -e encoding >want
	gir-segment p | cut -f2- | grep -v -e format -e encoding >got
	cmp want got
}

@test "scripts, styles, comments and Word's marks are no text" {
	body '<style>p {}</style><script>document.write("<p>甲</p>")</script><noscript>乙</noscript>
<!--[if gte mso 9]><xml><w:View>丙</w:View></xml><![endif]--><![if !supportEmptyParas]><p>丁</p><![endif]>
<template>戊</template><textarea>己</textarea><select><option>庚</select><xml>辛</xml>'
	same "$(lines para p)" 丁
}

@test "what is not shown is no text" {
	body '<p>收<span style="DISPLAY : none">9</span>1<span style="visibility:hidden">8</span>件<s>7</s><del>6</del><span style="color:red;font-size:0">4</span></p>
<div style="display:none">甲</div><p hidden>乙</p><div aria-hidden="true">丙</div><input type=hidden value=5>
<table><tr><td>丁<td style="display:none">3<td><div style="display:none">4</div>5<tr hidden><td>戊<td>6<tr><td>己<td style=visibility:hidden>7<td><input value=3></table>'
	same "$(lines para p)" 收1件
	same "$(cells p)" $'1.1.1 丁\n1.1.2 5\n1.2.1 己\n1.2.2 \n1.2.3 3'
}

@test "what a tag says is the same however it is written" {
	body '<table>
<tr><td>甲<td STYLE = "display :none" style="color:red">1</td><td style="color:red" style="display:none">2</td>
<td style="mso- hide: all">3</td><td style="text&#45;decoration:line-through">4</td><td title="a>b" style="OPACITY:0;">5</td></tr>
<tr
><td>乙<td class=x title="
" colspan
= "4">6</td></tr></table>
<p><span title="a"b style="display:none">7</span>丙</p>'
	same "$(cells p)" $'1.1.1 甲\n1.1.2 2\n1.2.1 乙\n1.2.2+1x4 6'
	same "$(gir-segment p | awk -F'\t' '$6 == 6 || $6 == "丙" { print $2 }')" $'9\n10'
	same "$(lines para p)" 丙
}

@test "scripts and style sheets end where browsers end them" {
	body '<script>document.write("<td>1</td></style>")</SCRIPT
><p>甲</p><style>p:after { content: "</p>" }
</style><p>丙</p><!-- <script> --><p>丁</p>'
	same "$(lines para p)" $'甲\n丙\n丁'
	body '<p>甲</p
<style>乙</style><p>丙</p>'
	same "$(lines para p)" $'甲\n乙\n丙'
}

@test "a note's mark is no digit of the number before it" {
	report >p <<<'<table><tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数<tr><td>规章<td>0<td>0<td>0
<tr><td>行政规范性文件<td>12<sup>1</sup><td>1<td>3</table>'
	same "$(value p active normative issued)" 'text '
	same "$(value p active normative in_force)" 'num 3'
}

@test "cells: tags left out, blank cells, breaks in cells, spans" {
	body '<table><tr><th>甲<th colspan=2>乙<br>丙<td rowspan=2>丁<tr><td>&nbsp;<td><p>1</p><p>2</p><td>戊</table>'
	same "$(cells p)" '1.1.1 甲
1.1.2+1x2 乙\n丙
1.1.4+2x1 丁
1.2.1 
1.2.2 1\n2
1.2.3 戊'
}

@test "a cell is the same, and on the same line, whatever blanks and paragraph are in it" {
	body $'<table>\n<tr>\n<td>机关</td>\n<td>5</td>\n</tr>\n<tr>\n<td>\n7</td>\n<td></td></tr></table>'
	gir-segment p >want
	[ "$(cells p)" = $'1.1.1 机关\n1.1.2 5\n1.2.1 7\n1.2.2 ' ]
	body $'<table>\n<tr>\n  <TD width="9">\t<P align=center>机关</P> </TD>\r\n<td ><p\tstyle="color:red">5</p></td></tr><tr\n\n\n><td\n><p>7</p></td>\n<td><p></p></td></tr></table>'
	gir-segment p >got
	diff want got
	body '<table><tr><td>机关</td><td><p>5</p><p>6</p></td><td><p hidden>7</p></td><td><p>8</td></tr></table>'
	[ "$(cells p)" = $'1.1.1 机关\n1.1.2 5\\n6\n1.1.3 \n1.1.4 8' ]
}

@test "spans that nobody means are held within the table" {
	body '<table><tr><td rowspan=2147483648>a<td colspan=99999999999999999999>b<tr><td rowspan=0>c<td colspan=0>d<td rowspan=-1>e<tr><td>f</table>'
	same "$(cells p)" '1.1.1+3x1 a
1.1.2+1x63 b
1.2.2+2x1 c
1.2.3 d
1.2.4 e
1.3.3 f'
}

@test "spans that overlap, and those that end with their group of rows" {
	body '<table><tr><td>a<td rowspan=2>b<td>c<tr><td colspan=3>d<td>e</table><p>x<table><thead><tr><td rowspan=5>f<td>g</thead><tbody><tr><td>h<td>i</table>'
	same "$(cells p)" '1.1.1 a
1.1.2+2x1 b
1.1.3 c
1.2.1 d
1.2.4 e
2.1.1 f
2.1.2 g
2.2.1 h
2.2.2 i'
}

@test "a table that lays out the page becomes lines, the one within it cells" {
	report <<<'<table><tr><td>规章<td>0<td>0<td>0<tr><td>行政规范性文件<td>2<td>1<td>7</table>' |
		sed '1i <table><tr><td><a href="/">首页</a><td>' >p
	same "$(meta title p)" 宁波市镇海区档案局2023年政府信息公开工作年度报告
	same "$(cells p | head -n 2)" $'1.1.1 规章\n1.1.2 0'
	same "$(lines head p | wc -l)" 6
}

@test "a report typed into one table: text is lines, rows of figures are cells" {
	{ printf '<table><tr><td colspan=4>宁波市镇海区档案局2023年政府信息公开工作年度报告'
		printf '<tr><td colspan=4>一、总体情况<tr><td colspan=4>主动公开。本局共公开信息12条。'
		printf '<tr><td colspan=4>二、主动公开政府信息情况<tr><td colspan=4>第二十条第（一）项'
		printf '<tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数'
		printf '<tr><td>规章<td>0<td>0<td>0<tr><td>行政规范性文件<td>2<td>1<td>7'
		printf '<tr><td colspan=4>五、存在的主要问题及改进情况<tr><td colspan=4>公开的时效有待提高。</table>'
	} >p
	same "$(lines head p)" $'一、总体情况\n二、主动公开政府信息情况\n五、存在的主要问题及改进情况'
	same "$(value p active normative in_force)" 'num 7'
	[[ $(lines para p) == *本局共公开信息12条。* ]]
}

@test "a table that the site cut into one a row is read as a whole" {
	report >p <<<'<table><tr><td>第二十条第（一）项</table><table><tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数</table>
<table><tr><td>规章<td>0<td>0<td>0</table><table><tr><td>行政规范性文件<td>2<td>1<td>7</table>'
	same "$(value p active normative issued)" 'num 2'
	same "$(value p active normative repealed)" 'num 1'
	same "$(value p active regulations issued)" 'num 0'
}

@test "boxes are the page's by class, but never with a report in them" {
	report >r <<<'<p>无。</p>'
	{ echo '<div class="siteMenu"><p>走进镇海</p></div><div id="top-crumb-2">当前位置：年报</div><ul role=navigation><li>要闻</ul>'
		echo '<div class="main-nav-content sidebar" id="related">'; cat r; echo '</div>'
		echo '<footer><p>某单位</p></footer><div class=article-share>分享</div><aside>推荐</aside>'; } | page >p
	same "$(lines other p)" $'走进镇海\n当前位置：年报\n要闻\n某单位\n分享\n推荐'
	same "$(lines head p | wc -l)" 6
}

@test "a form around the page, or a tab that is not shown, hides no report" {
	report >r <<<'<p>无。</p>'
	{ echo '<form id=search action=/>'; cat r; echo '</form>'; } | page >p
	same "$(lines head p | wc -l)" 6
	{ echo '<div style="display:none">'; cat r; echo '</div><p>2023年报</p>'; } | page >p
	same "$(lines head p | wc -l)" 6
	{ echo '<div style="display:none">'; sed 's/2023/2022/; s/依法/过去/' r; echo '</div>'; cat r; } | page >p
	same "$(meta year p)" 2023
	[[ $(lines para p) == *依法* && $(lines para p) != *过去* ]]
}

@test "lines of links are the page's, anchors and unclosed links are not" {
	body '<p><a href="/1">甲</a> <a href="/2">乙</a></p><p>见<a href="/3">丙</a></p><p><a name=x>丁</a></p><p><a href="#t">戊</a></p>'
	same "$(lines other p)" '甲 乙'
	same "$(lines para p)" $'见丙\n丁\n戊'
	{ echo '<a href="/top">'; report <<<'<p>无。</p>'; } >p
	same "$(lines head p | wc -l)" 6
}

@test "what follows the box of the report is the page's" {
	{ echo '<div class=wrap><div id=zoom>'; report <<<'<p>无。</p>'; echo '</div><p>某市主办</p></div>'; } | page >p
	same "$(lines other p)" 某市主办
}

@test "title, year, organ and date come from the head of the page where the text has none" {
	report <<<'<p>无。</p>' | sed 's/<h1>.*<\/h1>//' | page '<title>宁波市镇海区档案局2023年政府信息公开工作年度报告_某网</title>
<META NAME="pubdate" CONTENT="2024-01-20 08:00:00"><meta name=SiteName content=某网>' >p
	same "$(meta title p)" 宁波市镇海区档案局2023年政府信息公开工作年度报告
	same "$(meta year p) $(meta org p) $(meta region p) $(meta published p)" '2023 档案局 330211 2024-01-20'
	report <<<'<p>无。</p>' | sed 's/宁波市镇海区档案局2023年//; 1i <p>发布日期：2024-01-25</p>' |
		page '<meta name=ArticleTitle content=宁波市镇海区档案局2023年政府信息公开工作年度报告><meta name=PubDate content=2024-02-02>' >p
	same "$(meta title p)" 政府信息公开工作年度报告
	same "$(meta year p) $(meta org p) $(meta published p)" '2023 档案局 2024-01-25'
	report <<<'<p>无。</p>' | page '<title>宁波市镇海区水利局2019年政府信息公开工作年度报告</title>' >p
	same "$(meta year p) $(meta org p)" '2023 档案局'
}

@test "a page is known behind comments, an XML prolog and what a server said" {
	printf '\xef\xbb\xbf<!-- %5000s -->\n<p>a' x >a
	printf '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "x">\n<html><body><p>a' >b
	printf '\nWarning: x in /a.php on line 3\n<html><body><p>a' >c
	printf 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\nContent-Type: text/html\n\n<html>' >d
	same "$(for f in a b c d; do meta format $f; done)" $'html\nhtml\nhtml\nmht'
}

@test "a number that the end of the file cuts is no cell" {
	report </dev/null | sed '/<p>三/,$d' >p
	printf '<table><tr><td>信息内容<td>本年制发件数<td>本年废止件数<td>现行有效件数<tr><td>规章<td>0<td>0<td>0<tr><td>行政规范性文件<td>2<td>1<td>7' >>p
	[[ $(value p active normative in_force) != num* ]]
	printf '</table>' >>p
	same "$(value p active normative in_force)" 'num 7'
}

# repeat TEXT N
repeat() {
	yes "$1" | head -n "$2" | tr -d '\n'
}

@test "hostile pages end, within bounds, and harm no other report" {
	report <<<'<p>无。</p>' >good
	{ repeat '<div>' 100000; printf '<p>甲</p>'; repeat '</div>' 100000; } >deep
	{ repeat '<table><tr><td>' 50000; printf '乙'; } >tables
	{ printf '<html>'; repeat '<' 3000000; } >open
	{ printf '<table>'; repeat '<tr><td>1<td>2' 400000; } >cells
	{ printf '<html><p '; repeat 'a b="c" ' 300000; printf '>丙'; } >attributes
	{ printf '<html><p title="'; repeat 'x ' 3000000; printf '">丁'; } >attribute
	{ printf '<html>'; head -c 100 /dev/zero; printf '<p>政府信息公开</p><p>戊\0己</p>'; } >nul
	{ printf '<html>'; repeat '&#49;&bogus;&#99999999999;' 10000; } >entities
	{ printf '<html>'; repeat '<div class=nav hidden>' 5000; repeat '<p>a</p>' 5000; } >boxes
	[[ ${ASAN_OPTIONS-} ]] || ulimit -v 320000 # sanitizers map terabytes
	run --separate-stderr gir-segment deep tables open cells attributes attribute nul entities boxes good
	((status == 0))
	[[ -z $stderr ]]
	same "$(awk -F'\t' '$5 == "format" { print $1, $6 }' <<<"$output")" "deep html
tables html
open html
cells html-large
attributes html
attribute html
nul html
entities html
boxes html
good html"
	for text in 甲 乙 丙 丁; do
		grep -Eq "(para|title)$TAB$TAB$text\$" <<<"$output"
	done
	grep -q "para$TAB${TAB}戊 己\$" <<<"$output"
	same "$(awk -F'\t' '$1 == "good" && $4 == "head"' <<<"$output" | wc -l)" 6
}

@test "a picture in a cell: what is beside it is no number, and the cell not blank" {
	row() {
		report >p <<<"<table><tr><td>信息内容<td>本年处理决定数量<tr><td>行政许可$1<tr><td>行政处罚<td>0</table>"
		value p active licensing decisions
	}
	same "$(row '<td>1</td>')" 'num 1'
	same "$(row '<td>1<img src="2.gif"></td>')" 'text '
	same "$(row '<td><img src="12.gif"></td>')" 'text '
	same "$(row '<td>1<svg><path d="M0 0"/></svg></td>')" 'text '
	same "$(row '<td><img src="dot.gif" style="display:none">1</td>')" 'num 1'
}

@test "the last cell's lines do not come again behind the table" {
	body '<table><tr><td>一项</td><td>甲<br>乙</td></tr></table>其后<p>再后</p>'
	same "$(cells p)" $'1.1.1 一项\n1.1.2 甲\\n乙'
	same "$(lines para p)" $'其后\n再后'
}
