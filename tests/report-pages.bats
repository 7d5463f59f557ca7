# gir-report: the page of a report, and the list of pages. What takes a browser is in report.bats.

setup() {
	load lib
	load cells
	cd "$BATS_TEST_TMPDIR" || exit
}

header='doc year region org rule severity table row col expected actual line message message_zh suspect repair cause'

# finding FIELD=VALUE...: a line of findings about a.txt.
finding() {
	awk -v names="$header" 'BEGIN {
		for (i = 1; i < ARGC; i++) {
			at = index(ARGV[i], "=")
			v[substr(ARGV[i], 1, at - 1)] = substr(ARGV[i], at + 1)
		}
		n = split(names, name, " ")
		for (i = 1; i <= n; i++)
			printf "%s%s", v[name[i]], i < n ? "\t" : "\n"
	}' "$@"
}

findings() {
	printf '%s\n' "${header// /$TAB}"
}

page=site/report/a.txt.html

# The numbers of a printed table: the last COLUMNS of every row that begins a row of figures.
numbers() {
	python3 "$ROOT/tests/page-tables.py" "$page" "$1" |
		awk -F'\t' -v n="$2" '$NF ~ /^-?[0-9.]+$/ {
			for (i = NF - n + 1; i <= NF; i++) printf "%s%s", $i, i < NF ? " " : "\n" }'
}

# Every cell of the form gets a number of its own, in the order of the form.
numbered() {
	cells "$1" "${@:2}" | awk -F'\t' -v OFS='\t' '
		$7 ~ /^(active|requests|review)$/ { $10 = $12 = ++n } { print }'
}

expected() { # TABLE FROM COLUMNS ROWS
	local i j n=$2 line
	for ((i = 0; i < $4; i++)); do
		line=
		for ((j = 0; j < $3; j++)); do line+=" $((n++))"; done
		echo "${line# }"
	done
}

@test "the tables are those of the form, every cell in its place: 2021" {
	numbered 2021 >cells.tsv
	run -0 gir-report -o site cells.tsv
	same "$(numbers requests 7)" "$(expected requests 11 7 25)"
	same "$(numbers review 15)" "$(expected review 186 15 1)"
	# Blocks with one column have it under three.
	same "$(numbers active 3)" "$(printf '%s\n' '1 2 3' '4 5 6' '7 7 7' '8 8 8' '9 9 9' '10 10 10')"
}

@test "the tables are those of the form, every cell in its place: 2019" {
	numbered 2019 >cells.tsv
	run -0 gir-report -o site cells.tsv
	same "$(numbers requests 7)" "$(expected requests 23 7 23)"
	same "$(numbers review 15)" "$(expected review 184 15 1)"
	same "$(numbers active 3 | head -n 2)" "$(printf '%s\n' '1 2 3' '4 5 6')"
}

@test "rows and columns stand under the form's own headings, in both languages" {
	cells 2021 >cells.tsv
	run -0 gir-report -o site cells.tsv
	run -0 python3 "$ROOT/tests/page-tables.py" "$page" requests
	same "$(sed -n 1,3p <<<"$output" | cut -f 4,5,10)" "$(printf '%s\n' \
		"申请人情况applicants${TAB}申请人情况applicants${TAB}申请人情况applicants" \
		"自然人natural persons${TAB}法人或其他组织legal persons or other organisations${TAB}总计total" \
		"自然人natural persons${TAB}商业企业businesses${TAB}总计total")"
	same "$(sed -n 9p <<<"$output" | cut -f 1-3)" "三、本年度办理结果3. Outcomes this year${TAB}（三）不予公开(3) denied${TAB}2.其他法律行政法规禁止公开2. forbidden by other laws"
	run -0 python3 "$ROOT/tests/page-tables.py" "$page" review
	same "$(sed -n 1,3p <<<"$output" | cut -f 5,6,15)" "$(printf '%s\n' \
		"行政复议administrative review${TAB}行政诉讼litigation${TAB}行政诉讼litigation" \
		"行政复议administrative review${TAB}未经复议直接起诉without prior review${TAB}复议后起诉after review" \
		"总计total${TAB}结果维持upheld${TAB}总计total")"
}

@test "what is no number is shown as what it is" {
	cells 2021 requests/new/natural=:blank requests/new/business=:absent requests/new/research=:na:/ \
		requests/new/charity=:text:若干 requests/new/legal=:unsure:7 >cells.tsv
	run -0 gir-report -o site cells.tsv
	run -0 python3 "$ROOT/tests/page-tables.py" "$page" requests
	same "$(sed -n 4p <<<"$output" | cut -f 4-9)" \
		"（空白）(blank)${TAB}（缺）(absent)${TAB}/${TAB}若干${TAB}7（存疑）(unsure)${TAB}0"
}

@test "a finding is told in both languages, quotes its line, and marks its cell" {
	cells 2021 requests/new/total=5 >cells.tsv
	{
		findings
		finding doc=a.txt rule=row-sum severity=error table=requests row=new col=total \
			expected=0 actual=5 line=301 message='The total is off.' message_zh=总计不对。 \
			suspect=requests/new/total repair=0 cause=digit-lost
	} >findings.tsv
	run -0 gir-report -o site findings.tsv cells.tsv
	grep -q '<li class="error" id="f1">' "$page"
	grep -q '<span lang="zh">总计不对。</span><span lang="en">The total is off.</span>' "$page"
	grep -q '0 | 0 | 0 | 0 | 0 | 0 | <mark>5</mark></blockquote>' "$page"
	grep -q '<td class="suspect"><a href="#f1">5 <ins>→0</ins></a></td>' "$page"
	grep -q '<del>5</del> → <ins>0</ins> — <span lang="zh">可能漏了一位数字</span>' "$page"
}

@test "findings come before cells, whatever the order of the operands" {
	cells 2021 >cells.tsv
	{ findings; finding doc=a.txt rule=late severity=note message=late; } >findings.tsv
	gir-report -o one findings.tsv cells.tsv >one.tsv
	gir-report -o two cells.tsv findings.tsv >two.tsv
	cmp one.tsv two.tsv
	diff -r one two
	grep -q 'class="note"' one/report/a.txt.html
}

@test "there may be more inputs than a process may have open, and pipes among them" {
	local i
	for i in {100..199}; do
		cells 2021 doc="$i.txt" >"$i.tsv"
	done
	run -0 bash -c 'ulimit -n 20; gir-report -o site ?[0-9][0-9].tsv'
	same "$(find site/report -name '*.html' | wc -l)" 100
	{ findings; finding doc=100.txt rule=late severity=note message=late; } >findings.tsv
	run -0 bash -c 'gir-report -o piped <(cat 100.tsv) <(cat findings.tsv)'
	grep -q 'class="note"' piped/report/100.txt.html
}

@test "of many findings of a rule twenty are told, and the cells of all lead to the list" {
	cells 2021 >cells.tsv
	{
		findings
		awk -F'\t' '$7 == "requests" { print $8, $9 }' cells.tsv | while read -r row col; do
			finding doc=a.txt rule=absent severity=error table=requests row="$row" col="$col" \
				message=m message_zh=m
		done
	} >findings.tsv
	run -0 gir-report -o site findings.tsv cells.tsv
	same "$(grep -c '<li class="error"' "$page")" 20
	grep -q '<li class="more" id="f21"><p>.*<code>absent</code>: 155</p></li>' "$page"
	same "$(grep -o '<td class="error"><a href="#f21">' "$page" | wc -l)" 155
	# Every link within the page leads somewhere.
	while read -r id; do
		grep -q "id=\"$id\"" "$page"
	done < <(grep -o 'href="#[^"]*' "$page" | cut -d'#' -f 2 | sort -u)
}

@test "text of reports is data everywhere" {
	local bad='<script>alert(1)</script>"'"'"'&'
	cells 2021 doc="$bad.txt" org="$bad" doc/title/="$bad" requests/new/natural=":text:$bad" \
		doc/section/5="$bad" text/requests.new/stated=":text:$bad" >cells.tsv
	{
		findings
		finding doc="$bad.txt" rule="$bad" severity=error table=requests row=new col=natural \
			expected="$bad" actual="$bad" line="$bad" message="$bad" message_zh="$bad" \
			suspect=requests/new/total repair="$bad" cause="$bad"
	} >findings.tsv
	gir-report -o site findings.tsv cells.tsv >list
	# No name holds what a link or a file system may stumble over.
	same "$(cd site/report && find . -name '*.html')" './=3Cscript=3Ealert=281=29=3C/script=3E=22=27=26.txt.html'
	mv site/report/*/*.html page.html
	same "$(grep -o '<script[^>]*>' page.html)" '<script defer src="../../gir.js">'
	grep -q '&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;' page.html
}

@test "escapes are read, and what drives a terminal or turns the writing is shown as unknown" {
	cells 2021 doc/title/=$'a\\tb\\\\c\x1b[31m\u202edcba' >cells.tsv
	gir-report -o site cells.tsv >list
	grep -q $'a\tb\\\\c\xef\xbf\xbd\\[31m\xef\xbf\xbddcba' "$page"
}

@test "no two reports have one page" {
	local doc long longer piece docs
	piece=$(printf 'a%.0s' {1..200})
	long=$(printf '长%.0s' {1..80})
	# An archive may name members as it likes.
	longer=$(printf '%s/' all.zip! "$long"{a,b,c,d,e,f,g,h,i,j})
	docs=("$longer"{x,y} "$longer/$longer$longer" a.txt a.txt.html a.txt.html/b a=2E ./a.txt ../a.txt a//b a/b a/ 'a b' 'a=20b' 'a\xFF' 'a\\xFF'
		'a\n' "$long" "$long/x" "${long}x" "$piece" "$piece.x" "$piece../x" "$piece.html/x" A.txt '=' '' .hidden)
	for doc in "${docs[@]}"; do
		cells 2021 doc="$doc" # the header again is no line
	done >cells.tsv
	gir-report -o site cells.tsv >list
	same "$(find site/report -name '*.html' | wc -l)" "${#docs[@]}"
	same "$(tail -n +2 list | wc -l)" "${#docs[@]}"
	# The list names each, and none is outside of the site or hidden.
	tail -n +2 list | cut -f 1 | while IFS= read -r name; do
		[[ -f site/$name && $name != *..* && $name != */.* ]]
	done
}

@test "a page links to the file, or to the archive that holds it" {
	mkdir -p 'corpus/甲 乙'
	touch 'corpus/甲 乙/50%#1?.txt' corpus/all.zip
	{
		cells 2021 doc='甲 乙/50%#1?.txt'
		cells 2021 doc='all.zip!x/y.txt' | tail -n +2
		cells 2021 doc=gone.txt | tail -n +2
	} >cells.tsv
	gir-report -o site -s ../corpus cells.tsv >list
	grep -q 'href="../../../corpus/%E7%94%B2%20%E4%B9%99/50%25%231%3F.txt"' site/report/甲=20乙/*.html
	grep -q 'href="../../../corpus/all.zip"' site/report/all.zip=21x/*.html
	same "$(grep -c 'href="[^"]*corpus' site/report/gone.txt.html)" 0
}

@test "a page that would be the same is left alone" {
	{ cells 2021 doc=a.txt; cells 2021 doc=b.txt | tail -n +2; } >cells.tsv
	gir-report -o site cells.tsv >one
	find site -type f -exec touch -d 2020-01-01 {} +
	sed 's/\tb.txt\t/&/; /^b.txt\t.*\trequests\tnew\ttotal\t/s/\t0\tnum/\t8\tnum/' cells.tsv >changed.tsv
	gir-report -o site changed.tsv >two
	same "$(find site -newermt 2020-01-02 -type f)" site/report/b.txt.html
	same "$(diff one two | grep -c '^>')" 1
	same "$(find site -name '.*' -type f)" ''
}

@test "the list of pages has the figures of each report, group totals too" {
	cells 2021 requests/new/total=9 requests/denied.law/total=2 requests/denied.secret/total=1 \
		review/suit_direct/total=3 review/suit_after/total=:blank \
		requests/unable.unclear/total=:absent >cells.tsv
	gir-report -o site cells.tsv >list
	same "$(awk -F'\t' 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
		{ print $at["page"], $at["cells"], $at["new"], $at["denied"], "[" $at["unable"] "]", "[" $at["suit"] "]" }' list)" \
		'report/a.txt.html 198 9 3 [] []'
}

@test "the list tells how the table of requests stands in the file" {
	local layout want
	for layout in spaces:row pipes:row word:cell paragraphs:cell no-tables:; do
		want=${layout#*:} layout=${layout%:*}
		"$BUILD/tests/gir-generate" -n 3 -x 0 -l "$layout" "$layout"
		gir-segment "$layout"/reports/*/* | gir-tables | gir-report -p report -o site >list
		same "$layout $(cut -f 10 list | sort -u | paste -sd ' ')" "$layout $(printf '%s\n' layout "$want" |
			sort -u | paste -sd ' ')"
	done
	# All cells on one line are a run of rows.
	cells 2021 | awk -F'\t' -v OFS='\t' '$7 == "requests" { $13 = 9 } { print }' | gir-report -p report -o site >list
	same "$(cut -f 10 list | tail -n 1)" run
	gir-report -p front -o site list <(cells 2021 | gir-agg) >files
	grep -q '<span lang="zh">数行挤在一行</span><span lang="en">several rows in a line</span>' site/quality.html
}

@test "a file in which no report was found has a page that says so" {
	cells none org= year= region= >cells.tsv
	{ findings; finding doc=a.txt rule=unreadable severity=error message=bad message_zh=坏; } >findings.tsv
	run -0 gir-report -o site findings.tsv cells.tsv
	grep -q '坏' "$page"
	same "$(grep -c '<table class="form"' "$page")" 0
	grep -q 'href="../region/=unknown.html"' "$page"
}

@test "wrong use and trouble" {
	cells 2021 >cells.tsv
	run -2 gir-report cells.tsv
	[[ $output == 'gir-report: -o names no directory for the pages' ]]
	printf 'a\tb\n' >odd.tsv
	run -2 gir-report -o site odd.tsv
	[[ $output == *'odd.tsv:1: the header is neither that of cells, findings, sums or rates, nor of a list of pages'* ]]
	run -2 gir-report -o site gone.tsv
	[[ $output == *'gone.tsv: cannot open: '* ]]
	touch file
	run -2 gir-report -o file cells.tsv
	[[ $output == *'file: cannot be used for the pages: '* ]]
	mkdir -p blocked/report/a.txt.html
	run -2 gir-report -o blocked cells.tsv
	[[ $output == *'blocked: cannot write the page report/a.txt.html: '* ]]
	same "$(find blocked -name '.new*')" ''
	run -2 bash -c 'gir-report -o site cells.tsv >/dev/full'
	[[ $output == *'<stdout>: cannot write: '* ]]
}
