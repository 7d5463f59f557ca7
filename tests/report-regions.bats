# gir-report: the pages of regions, the front page, the quality page, their charts. What takes a browser
# is in report.bats.

setup() {
	load lib
	load cells
	cd "$BATS_TEST_TMPDIR" || exit
}

# streams: the streams of gir-check and gir-agg from cells.tsv.
streams() {
	gir-check --lang both "$@" -o findings.tsv cells.tsv >checked.tsv || return
	gir-agg checked.tsv >sums.tsv && gir-agg --indicators checked.tsv >rates.tsv
}

site() {
	gir-report -o site findings.tsv checked.tsv sums.tsv rates.tsv >pages.tsv
}

# Three counties of two cities, an organ of a city itself, two years, a region that is not known.
three_counties() {
	local region year n=1
	for year in 2022 2023; do
		for region in 330206 330211 330103 330200 ''; do
			n=$((n + 2))
			cells 2021 doc="$region-$year.txt" region="$region" year=$year \
				requests/new/natural=$n requests/new/business=$((n + 1)) \
				requests/new/total=$((2 * n + 1)) requests/granted/natural=$n \
				requests/partial/business=$((n + 1)) requests/granted/total=$n \
				requests/partial/total=$((n + 1)) requests/handled/natural=$n \
				requests/handled/business=$((n + 1)) requests/handled/total=$((2 * n + 1)) \
				review/review/corrected=1 review/review/upheld=2 review/review/total=3 \
				review/suit_after/corrected=1 review/suit_after/pending=3 review/suit_after/total=4
		done
	done >cells.tsv
}

numbers() {
	python3 "$ROOT/tests/site-numbers.py" site "$ROOT/common/data/site-figures.tsv" sums.tsv rates.tsv
}

# table PAGE ID: what a reader sees of a table.
table() {
	python3 "$ROOT/tests/page-tables.py" "site/$1" "$2"
}

# pages_of: every page of regions and the front, with its contents.
pages_of() {
	(cd "$1" && find region index.html quality.html -name '*.html' -exec cksum {} + | sort -k 3)
}

@test "every number on the pages of regions and on the front page is that of the streams" {
	three_counties
	streams
	run -0 site
	run -0 numbers
	[[ $output =~ ^[0-9]+$ && $output -gt 300 ]]
	# The check can fail.
	sed -i 's/>132</>133</' site/region/330000.html
	run -0 numbers
	[[ $output == *"330000.html totals"*"'133', the stream has '132'"* ]]
}

@test "the numbers of the corpus are those of the streams" {
	cd "$ROOT/corpus"
	find . -type f ! -name '*.csv' | sort | gir-segment -f - | gir-tables >"$BATS_TEST_TMPDIR/cells.tsv"
	cd "$BATS_TEST_TMPDIR"
	streams
	run -0 site
	run -0 numbers
	[[ $output =~ ^[0-9]+$ && $output -gt 1000 ]]
}

@test "a city has its counties, its own organs, its neighbours and its province" {
	three_counties
	streams
	run -0 site
	run -0 table region/330200.html children
	same "$(cut -f 1-4 <<<"$output" | tail -n +2)" "$(printf '%s\n' \
		"本级机关the area's own organs${TAB}1${TAB}39${TAB}+20 (+105.3%)" \
		"北仑区${TAB}1${TAB}27${TAB}+20 (+285.7%)" "镇海区${TAB}1${TAB}31${TAB}+20 (+181.8%)")"
	run -0 table region/330200.html neighbours
	same "$(cut -f 1-3 <<<"$output" | tail -n +2)" "$(printf '%s\n' "浙江省${TAB}4${TAB}132" \
		"杭州市${TAB}1${TAB}35" "宁波市${TAB}3${TAB}97")"
	run -0 table region/330206.html neighbours
	same "$(cut -f 1 <<<"$output" | tail -n +2)" "$(printf '%s\n' 宁波市 北仑区 镇海区)"
	run grep -c 'id="children"' site/region/330206.html
	same "$output" 0
}

@test "a trend is told in numbers" {
	three_counties
	streams
	run -0 site
	grep -q 'aria-label="2022: 7, 2023: 27"' site/region/330206.html
}

@test "reports of an unknown region have a page, which the front page leads to" {
	three_counties
	streams
	run -0 site
	grep -q '<a href="region/=unknown.html">' site/index.html
	run -0 table region/=unknown.html organs
	same "$(sed -n 2p <<<"$output")" "科学技术局${TAB}1 / 0${TAB}1 / 0${TAB}43${TAB}43${TAB}2${TAB}0"
}

@test "an organ's reports are led to year by year, with what was found" {
	cells 2021 doc=a.txt year=2022 >cells.tsv
	cells 2021 doc=b.txt requests/new/natural=1 requests/granted/natural=:blank >>cells.tsv
	streams
	run -0 site
	grep -q '<a href="../report/a.txt.html">0 / 0</a>' site/region/330206.html
	run -0 table region/330206.html organs
	read -r _ _ found _ <<<"$(sed -n 2p <<<"$output" | tr -d ' ')"
	same "$found" "$(awk -F'\t' 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
		$2 == "b.txt" { print $at["errors"] "/" $at["warnings"] }' pages.tsv)"
	[[ $found =~ ^[1-9]/[1-9]$ ]]
}

@test "a rate is shown as per cent with two decimals, a change beside the sum" {
	{
		cells 2021 year=2022 requests/new/natural=3 requests/new/total=3 requests/granted/natural=2 \
			requests/granted/total=2 requests/handled/natural=2 requests/handled/total=2 \
			requests/carried_out/natural=1 requests/carried_out/total=1
		cells 2021 doc=b.txt requests/new/natural=2 requests/new/total=2 requests/carried_in/natural=1 \
			requests/carried_in/total=1 requests/granted/natural=2 requests/granted/total=2 \
			requests/denied.law/natural=1 requests/denied.law/total=1 \
			requests/handled/natural=3 requests/handled/total=3
	} >cells.tsv
	streams
	run -0 site
	run -0 table region/330206.html totals
	same "$(sed -n 3p <<<"$output" | cut -f 1-4,14)" "2023${TAB}1${TAB}2${TAB}-1 (-33.3%)${TAB}66.67%"
	same "$(sed -n 2p <<<"$output" | cut -f 1-4,14)" "2022${TAB}1${TAB}3${TAB}–${TAB}100.00%"
	# A change that comes of incomplete sums says so.
	cells 2021 doc=c.txt org=统计局 requests/new/total=:blank >>cells.tsv
	streams
	run -0 site
	run -0 table region/330206.html totals
	same "$(sed -n 3p <<<"$output" | cut -f 4,14)" "≈ -1 (-33.3%)${TAB}66.67%"
	# So does a rate, if what it is made from is not complete.
	cells 2021 doc=c.txt org=统计局 requests/partial/total=:blank >>cells.tsv
	streams
	run -0 site
	run -0 table region/330206.html totals
	same "$(sed -n 3p <<<"$output" | cut -f 14)" "≈ 66.67%"
}

@test "regions are compared in the last year of which there are reports" {
	printf '%s\t%s\n' region org 330206 科学技术局 330211 科学技术局 >roster.tsv
	{
		cells 2021 year=2022 requests/new/total=3
		cells 2021 doc=b.txt region=330103 year=2024
		cells 2021 doc=c.txt region=330211 year=2022 requests/new/total=4
	} >cells.tsv
	streams --roster roster.tsv
	run -0 site
	grep -q '未报' site/region/330206.html
	run -0 grep -o '<caption[^>]*>.*</caption>' site/region/330206.html
	[[ $output == *', 2022'* && $output != *', 2024'* ]]
}

@test "a sum with cells that are no numbers is marked as incomplete" {
	{
		cells 2021 requests/new/total=5
		cells 2021 doc=b.txt org=统计局 requests/new/total=:blank requests/handled/total=3
	} >cells.tsv
	streams
	run -0 site
	run -0 table region/330206.html totals
	same "$(sed -n 2p <<<"$output" | cut -f 1-3)" "2023${TAB}2${TAB}5 缺missing 1 疑flagged 1"
	grep -q '<td class="number gap" data-v="5">5' site/region/330206.html
	# No number at all is not zero.
	cells 2021 requests/new/total=:blank >cells.tsv
	streams
	run -0 site
	run -0 table region/330206.html totals
	same "$(sed -n 2p <<<"$output" | cut -f 3)" "– 缺missing 1"
}

@test "a consolidated report stands against the sum of the organs" {
	{
		cells 2021 requests/new/total=5
		cells 2021 doc=b.txt org=统计局 requests/new/total=6
		cells 2021 doc=whole.txt org=人民政府 scope=region requests/new/total=14
	} >cells.tsv
	streams
	run -0 site
	run -0 table region/330206.html whole
	same "$(sed -n 3p <<<"$output")" "本年新收new requests${TAB}14${TAB}11 疑flagged 2${TAB}+3"
	# It is no organ, and counts in no sum.
	run -0 table region/330206.html organs
	[[ $output != *人民政府* ]]
	run -0 table region/330206.html totals
	same "$(sed -n 2p <<<"$output" | cut -f 2)" 2
}

@test "organs of the roster without a report are told, by region, around it and on the front page" {
	printf '%s\t%s\n' region org 330206 科学技术局 330206 档案局 330211 审计局 >roster.tsv
	{ cells 2021; cells 2021 doc=b.txt year=2022; } >cells.tsv
	streams --roster roster.tsv
	run -0 site
	run -0 table region/330206.html organs
	same "$(grep 档案局 <<<"$output" | cut -f 1-3)" "档案局${TAB}未报none${TAB}未报none"
	grep -q 审计局 site/region/330211.html
	run -0 table region/330200.html totals
	same "$(cut -f 1-3 <<<"$output" | tail -n +2)" "$(printf '%s\n' "2022${TAB}1${TAB}2" "2023${TAB}1${TAB}2")"
	run -0 table index.html lacking
	same "$(tail -n +2 <<<"$output")" "$(printf '%s\t2\t2\n' 浙江省 宁波市; printf '%s\t1\t1\n' 北仑区 镇海区)"
}

@test "the front page tells what there is and what was found" {
	three_counties
	cells none doc=odd.txt org= year= region= >>cells.tsv
	cells 2021 doc=na.txt region=330103 year=2022 org=统计局 requests/new/natural=:na:/ \
		requests/new/business=:na:/ >>cells.tsv
	streams
	run -0 site
	grep -q 'Reports</span></dt><dd>12</dd>' site/index.html
	grep -q '<dd>2022–2023</dd>' site/index.html
	run -0 table index.html areas
	# One province alone: what lies in it has lines as well.
	same "$(cut -f 1,3 <<<"$output" | tail -n +2)" "$(printf '%s\t%s\n' '地区未知region unknown' 43 浙江省 132 \
		杭州市 35 下城区 35 宁波市 97 北仑区 27 镇海区 31)"
	run -0 table index.html rules
	same "$(grep applicable <<<"$output")" "标为不适用marked as not applicable na 提示Note${TAB}2${TAB}1"
	run -0 table quality.html rules
	same "$(grep -e applicable -e 规则 <<<"$output" | cut -f 2,6-7)" "$(printf '%s\n' "次数findings${TAB}杭州市${TAB}宁波市" \
		"2${TAB}2${TAB}0")"
	run -0 table quality.html people
	same "$(sed -n 2p <<<"$output" | cut -f 1)" odd.txt
	run -0 table quality.html forms
	same "$(tail -n +2 <<<"$output")" "$(printf '%s\n' "2021${TAB}11" "（无）(none)${TAB}1")"
}

@test "names are data on every page" {
	local bad='<script>alert(1)</script>"'"'"'&'
	cells 2021 doc="$bad.txt" org="$bad" region="<b>" doc/title/="$bad" requests/new/total=1 >cells.tsv
	cells 2021 doc=w.txt org="$bad" region="<b>" scope=region doc/title/="$bad" >>cells.tsv
	streams
	run -0 site
	same "$(cd site/region && echo *.html)" '=3Cb=3E.html'
	cat site/index.html site/quality.html site/region/*.html >all.html
	same "$(grep -o '<script[^>]*>' all.html | sort | uniq -c | tr -s ' ')" " 1 <script defer src=\"../gir.js\">
 2 <script defer src=\"gir.js\">"
	run grep -F -e '<b>' -e alert\(1\)\</ all.html
	same "$status" 1
	grep -q '&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;' all.html
}

@test "scripts of charts hold numbers and nothing of the reports" {
	cells 2021 org="'; system 'touch x'" region="'x" requests/new/natural=4 requests/new/total=4 \
		requests/granted/total=4 >cells.tsv
	streams
	run -0 site
	run grep -h -e touch -e "'x" site/region/*.gp
	same "$status" 1
	[[ ! -e x && ! -e site/x ]]
}

@test "every page is valid" {
	type tidy || skip "no tidy"
	three_counties
	cells 2021 doc=w.txt region=330200 scope=region >>cells.tsv
	printf '%s\t%s\n' region org 330206 档案局 >roster.tsv
	streams --roster roster.tsv
	run -0 site
	for page in site/*.html site/region/*.html; do run -0 tidy -q -e "$page"; same "$output" ''; done
	# With nothing in the streams as well.
	for stream in findings checked sums rates; do sed -i 1q $stream.tsv; done
	rm -r site
	run -0 site
	for page in site/*.html; do run -0 tidy -q -e "$page"; same "$output" ''; done
}

@test "many organs go on in further pages, none of them large; pages that are too many go" {
	cells 2021 >one.tsv
	awk -F'\t' -v OFS='\t' 'NR == 1 { print; next } { line[++n] = $0 } END {
		for (i = 1; i <= 1500; i++)
			for (k = 1; k <= n; k++) {
				$0 = line[k]
				if ($7 == "doc" || ($7 == "requests" && $9 == "total")) {
					$1 = "区/二〇二三年度政府信息公开工作报告/第" i "号.txt"; $4 = "第" i "办公室"; print
				}
			}
	}' one.tsv >cells.tsv
	streams
	run -0 site
	[[ -e site/region/330206-2.html && ! -e site/region/330206-1.html ]]
	run find site -name '*.html' ! -path '*/report/*' -size +200000c
	same "$output" ''
	same "$(cat site/region/330206*.html | grep -c '<tr><th scope="row">第')" 1500
	grep -q '<a href="../region/330206-2.html">' site/region/330206.html
	last=$(find site/region -name '330206-*.html' | wc -l)
	cp one.tsv cells.tsv
	streams
	run -0 site
	[[ $last -gt 1 && $(find site/region -name '330206-*.html' | wc -l) -eq 0 ]]
}

@test "pages of a whole province over many years stay small, and say what they leave out" {
	awk -F'\t' -v OFS='\t' -v figures="$ROOT/common/data/site-figures.tsv" '
		BEGIN {
			print "level", "region", "name", "year", "table", "row", "col", "reports", "cells", "sum", \
				"clean", "min", "max", "flagged", "missing" >"sums.tsv"
			print "doc", "year", "region", "org", "rule", "severity", "table", "row", "col", \
				"expected", "actual", "line", "message" >"findings.tsv"
			while ((getline line <figures) > 0)
				if (line !~ /^(#|id\t)/) { split(line, f, "\t"); all = all "+" f[2] }
			n = split(substr(all, 2), cell, "+")
		}
		function sums(level, code,    y, i) {
			for (y = 2000; y < 2025; y++)
				for (i = 1; i <= n; i++) {
					split(cell[i], c, "/")
					print level, code, "", y, c[1], c[2], c[3], 123456, 123000, 123456789, "", 0, 9, \
						1234, 456 >"sums.tsv"
				}
		}
		NR == 1 { sums("nation", "000000") }
		$1 ~ /^33/ && $7 == "" {
			sums($4, $1)
			for (y = 2000; y < 2025; y++)
				print "", y, $1, "统计局", "coverage", "error", "", "", "", "", "", "", "No report" \
					>"findings.tsv"
		}' "$ROOT/common/data/divisions.tsv"
	run -0 gir-report -o site findings.tsv sums.tsv
	run find site -name '*.html' -size +200000c
	same "$output" ''
	grep -q 'The other areas are on the pages of their provinces' site/index.html
	grep -q 'Earlier years are in aggregates.tsv' site/region/330000.html
}

@test "a changed report changes the pages of its own county, city and province only" {
	three_counties
	cells 2021 doc=far.txt region=440106 requests/new/total=9 >>cells.tsv
	streams
	run -0 site
	cp -a site before
	touch -d 2020-01-01 site/region/*
	cells 2021 doc=new.txt region=330211 org=统计局 requests/new/natural=100 requests/new/total=100 >>cells.tsv
	streams
	run -0 site
	same "$(cd site/region && find . -name '*.html' -newermt 2021-01-01 | sort)" "$(printf './%s.html\n' \
		330000 330100 330200 330206 330211)"
	same "$(cksum <before/region/440106.html)" "$(cksum <site/region/440106.html)"
}

@test "the pages of a province are the same alone as among all" {
	three_counties
	cells 2021 doc=far.txt region=440106 requests/new/total=9 >>cells.tsv
	streams
	run -0 site
	mv site whole
	for code in 33 44 -; do
		run -0 gir-report -o site -p region --province "$code" findings.tsv pages.tsv sums.tsv rates.tsv
		# Told are the files that are there, these pages and no others.
		same "${lines[0]}" page
		same "$(grep '\.html$' <<<"$output" | sed "s,^region/$code.*,," | sort -u)" "$([[ $code != - ]] || echo 'region/=unknown.html')"
		(cd site && stat -- "${lines[@]:1}" >/dev/null)
	done
	same "$(cd site/region && cksum ./*.html)" "$(cd whole/region && cksum ./*.html)"
	rm -r site
	run -0 gir-report -o site -p region --province 44 findings.tsv pages.tsv sums.tsv rates.tsv
	same "$(cd site/region && echo *.html)" '440000.html 440100.html 440106.html'
}

@test "the list of pages does for the cells, and each kind can be made by itself" {
	three_counties
	streams
	run -0 site
	mv site whole
	run -0 gir-report -o site -p region pages.tsv findings.tsv rates.tsv sums.tsv
	[[ -e site/region/330206.html && ! -e site/index.html && ! -e site/report ]]
	run -0 gir-report -o site -p front pages.tsv findings.tsv rates.tsv sums.tsv
	same "$(pages_of site)" "$(pages_of whole)"
	rm -r site
	run -0 gir-report -o site -p report findings.tsv checked.tsv sums.tsv
	same "$output" "$(cat pages.tsv)"
	[[ -e site/report && ! -e site/region && ! -e site/index.html ]]
	run -2 gir-report -o site -p counties pages.tsv
	[[ $output == *"counties"* ]]
	run -2 gir-report -o site --province 330 pages.tsv
}

@test "the front page is made from the digests of provinces and the sums of the nation" {
	local province
	three_counties
	cells 2021 doc=far.txt region=440106 requests/new/total=9 requests/handled/total=:blank >>cells.tsv
	printf '%s\t%s\n' region org 330206 档案局 330200 审计局 440106 审计局 >roster.tsv
	streams --roster roster.tsv
	run -0 site
	# More reports that need a person than are told, one of a form with a blank in its name.
	awk -F '\t' -v OFS='\t' '
		NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
		{ print }
		NR == 2 || /^report.far/ {
			for (i = 0; i < 150; i++) {
				$at["doc"] = $at["region"] "-" i; $at["page"] = "report/" $at["doc"] ".html"
				$at["errors"] = i % 9; $at["unsure"] = i % 4; $at["rules"] = "row-sum*" i + 1 " balance"
				$at["form"] = i == 7 ? "a form" : i % 5 ? "2021" : ""
				print
			}
		}' pages.tsv >many.tsv
	gir-report -p region,front -o one many.tsv sums.tsv rates.tsv findings.tsv >list
	for province in 33 44 -; do
		gir-report -p region --province "$province" --digest "digest$province" -o regions many.tsv sums.tsv rates.tsv \
			findings.tsv >list
	done
	for table in sums rates; do
		awk 'NR == 1 || /^nation/' "$table.tsv" >"nation.$table"
	done
	gir-report -p front -o two nation.sums nation.rates digest33 digest44 digest- >list
	cmp one/index.html two/index.html
	cmp one/quality.html two/quality.html
	grep -q 'a form' two/quality.html
	run -0 grep -c '<tr><th scope="row"><a href="report/' two/quality.html
	same "$output" 200
	# They are a small part of what they are made from.
	[[ $(cat digest* | wc -c) -lt $(($(cat many.tsv sums.tsv rates.tsv findings.tsv | wc -c) / 3)) ]]
	run -2 gir-report -p region --digest - -o one sums.tsv
	[[ $output == *'--digest -: the list of pages goes to standard output; name a file' ]]
	sed '2s/\t[^\t]*$//' digest33 >cut
	run -2 --separate-stderr gir-report -p front -o two cut
	[[ $stderr == *'cut:2: '*' fields, where the header names '* ]]
}

@test "charts are drawn where their numbers change" {
	type gnuplot || skip "no gnuplot"
	three_counties
	streams
	run -0 site
	chart=site/region/330103-outcomes
	grep -q '<img src="../region/330103-outcomes.svg"' site/region/330103.html
	grep -q '^2023 17 18 0 0 0 0$' $chart.gp
	[[ $(head -c 5 $chart.svg) == '<?xml' ]]
	touch -d 2020-01-01 site/region/*
	run -0 site
	same "$(find site/region -type f -newermt 2021-01-01)" ''
	# Only the city, the county and the province that have a new number.
	cells 2021 doc=new.txt region=330211 org=统计局 requests/granted/total=100 >>cells.tsv
	streams
	run -0 site
	same "$(cd site/region && find . -name '*.svg' -newermt 2021-01-01 | sort)" \
		"$(printf './%s-outcomes.svg\n' 330000 330200 330211)"
	# One that is lost is drawn again.
	rm $chart.svg
	run -0 site
	[[ -s $chart.svg ]]
	run find site -name '.new*'
	same "$output" ''
}

@test "without gnuplot the tables are there, the pictures are not, and one message says so" {
	three_counties
	streams
	site
	rm -r site
	report=$(type -P gir-report)
	run -0 --separate-stderr env PATH=/nowhere "$report" -o site findings.tsv pages.tsv sums.tsv rates.tsv
	# shellcheck disable=SC2154 # run sets it
	same "$stderr" "gir-report: there is no gnuplot: the pages have no charts"
	# Who wants none is told nothing, and gets the same.
	gir-report --no-charts -o none findings.tsv pages.tsv sums.tsv rates.tsv >list
	diff -r none site
	run grep -rl '<img' site
	same "$output" ''
	run -0 numbers
	[[ $output =~ ^[0-9]+$ ]]
	run -0 table region/330206.html applicants
	same "$(tail -n 1 <<<"$output" | cut -f 1-3)" "2023${TAB}13${TAB}14"
}

@test "a gnuplot that fails is told, once, with status 2" {
	three_counties
	streams
	site
	rm -r site
	mkdir bin
	printf '%s\n' '#!/bin/sh' 'exit 3' >bin/gnuplot
	chmod +x bin/gnuplot
	PATH=$PWD/bin:$PATH run -2 --separate-stderr gir-report -o site findings.tsv pages.tsv sums.tsv rates.tsv
	same "$stderr" "gir-report: gnuplot: has failed"
	[[ -e site/region/330206.html && -e site/index.html ]]
	run grep -rl '<img' site
	same "$output" ''
}
