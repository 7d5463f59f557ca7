# gir-check: each rule in a case that holds, one that breaks it, one at the boundary; its options; bad
# input; what passes through.

load lib
load cells
load findings

# The cells of the six applicants in a row of `requests`, all with one value.
row() {
	local col
	for col in natural business research charity legal other; do
		printf 'requests/%s/%s=%s ' "$1" "$col" "$2"
	done
}

@test "a full report of either form has no findings" {
	same "$(findings 2021)" ""
	same "$(verdicts)" ""
	same "$(findings 2019)" ""
	same "$(verdicts)" ""
}

@test "the output is the input with a column" {
	cells 2021 >in
	gir-check in >out
	same "$(cut -f 1-13 out)" "$(cat in)"
	same "$(cut -f 14 out | sort | uniq -c | sed 's/^ *//')" $'216 ok\n1 verdict'
}

# ---- the whole report ----

@test "unreadable: the reason comes from the format, else the title" {
	same "$(findings none doc/format/=empty)" "unreadable error - - - -"
	same "$(message)" "No report could be read: the file is empty."
	same "$(verdicts)" ""
	findings none doc/title/=某某局关于做好年报编制工作的通知
	[[ $(message) == *"a notice"* ]]
	findings none doc/title/=某某区政府信息公开指南
	[[ $(message) == *"a guide"* ]]
	findings none doc/title/=某某区政府信息公开目录
	[[ $(message) == *"an index"* ]]
	findings none doc/title/=春天来了
	[[ $(message) == *"holds no report"* ]]
	findings none doc/format/=missing year= region= org=
	same "$(brief)" "unreadable error - - - -"
	same "$(message)" "No report could be read: there is no such file."
}

@test "identity: year, region and organ are known" {
	same "$(findings 2021 region=)" "identity error - - - -"
	same "$(message)" "It is not known whose report this is: region could not be found."
	findings 2021 region= org= >/dev/null
	[[ $(message) == *": region, organ could"* ]]
	same "$(findings 2021 year=)" "identity error - - - -"
	same "$(findings 2021 scope=region org=人民政府)" ""
}

@test "undecodable: bytes that were lost" {
	same "$(findings 2021 doc/undecodable/=7)" "undecodable warning - 0 7 -"
	same "$(findings 2021 doc/undecodable/=0)" ""
}

@test "section: each of the six" {
	same "$(findings 2021 doc/section/4=:absent)" "section error -/4/- - - -"
	same "$(verdicts)" "doc/section/4 section"
	same "$(findings 2021 doc/section/1=:absent doc/section/6=:absent)" \
		$'section error -/1/- - - -\nsection error -/6/- - - -'
}

@test "table: a missing one is one finding, not one a cell" {
	same "$(findings 2021 doc/table/review=:absent)" "table error review/-/- - - -"
	same "$(verdicts | sort | uniq -c | awk '{ print $1, $3 }' | sort | uniq -c | sed 's/^ *//')" \
		"16 1 table"
	same "$(findings 2021 doc/table/active=:absent doc/table/requests=:absent \
		doc/table/review=:absent | wc -l)" 3
}

@test "without doc lines the rules about sections and tables are silent" {
	cells 2021 doc/section/4=:absent doc/table/review=:absent | awk -F '\t' '$7 != "doc"' |
		gir-check -o found >checked
	same "$(brief | cut -d ' ' -f 1 | sort | uniq -c | sed 's/^ *//')" "15 absent"
}

@test "form-year: the form in force for the year" {
	same "$(findings 2019 year=2021)" "form-year error - 2021 2019 -"
	same "$(findings 2021 year=2020)" "form-year error - 2019 2021 -"
	same "$(findings 2019 year=2019)" ""
	same "$(findings 2021 year=2021)" ""
	same "$(findings 2021 year=2030)" ""
	same "$(findings 2019 year=2018)" "form-year error - - 2019 -"
	[[ $(message) == *"no form known here is in force for 2018"* ]]
}

@test "year: title, statistics period and year known beforehand are one" {
	same "$(findings 2021 doc/period.year/=2022)" "year error - 2023 2022 3"
	same "$(message)" "The years contradict each other: title 2023, statistics period 2022, year of the report 2023."
	same "$(findings 2021 doc/title.year/=2022)" "year error - 2023 2022 1"
	same "$(findings 2021 doc/title.year/=:absent doc/period.year/=2022)" "year error - 2023 2022 3"
	[[ $(message) == *"title not stated"* ]]
	same "$(findings 2021 doc/title.year/=:absent doc/period.year/=:absent)" ""
	same "$(findings 2021 year= doc/title.year/=2022 doc/period.year/=2023 | tail -n 1)" \
		"year error - 2022 2023 3"
}

@test "form-mixed: blocks of two forms" {
	same "$(findings 2021 doc/table/active=2019,2021)" "form-mixed error - - 2019,2021 -"
	same "$(findings 2021 doc/table/active=2019)" "form-mixed error - - 2019,2021 -"
	same "$(findings 2021 doc/table/active= doc/table/review=2021)" ""
}

# ---- what sections 5 and 6 say ----

five='五、存在的主要问题及改进情况\n'

@test "stale-year: a plan for a year that is over" {
	local text
	for text in '2023年，我局将采取切实有效的措施予以改进。' '２０２３年，我局将进一步加强培训。' \
		'2022 年 ， 我局 拟 继续完善制度。' '下一步，2023年我街道将认真做好工作。' \
		'（二）2023年工作打算\n加强学习。' '一是2023年度我办计划开展培训。'; do
		same "$(findings 2021 "doc/section/5=$five$text" | cut -d ' ' -f 1-4)" \
			"stale-year warning -/5/- -"
		same "$(verdicts)" "doc/section/5 stale-year"
	done
}

@test "stale-year: the past, other years and objects are no plans" {
	local text
	for text in '2024年，我局将继续完善制度。' '2023年，我局政府信息公开工作虽取得成效，但将来仍需加强。' \
		'针对2023年存在的问题，将进一步加强培训。' '2023年，我局将信息公开列入考核。' \
		'2023年存在的问题，我局将继续改正。' '按照2023年要点，我局将继续努力。' \
		'2023年，我局制定了工作计划。' '截至2023年，我局将继续。' '将继续落实2023年工作计划。' \
		'2023年工作不够扎实。下一步，我局将加强学习。'; do
		same "$(findings 2021 "doc/section/5=$five$text")" ""
	done
}

@test "stale-year: the plan stands close behind its year" {
	same "$(findings 2021 "doc/section/5=${five}2023年，甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛将继续努力。" | wc -l)" 1
	same "$(findings 2021 "doc/section/5=${five}2023年，甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬将继续努力。" | wc -l)" 1
	same "$(findings 2021 "doc/section/5=${five}2023年，甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸将继续努力。" | wc -l)" 0
	same "$(findings 2021 "doc/section/5=五、存在的问题甲2023年将继续努力。")" ""
	same "$(findings 2021 "doc/section/5=${five}某2023年将继续努力。")" ""
}

@test "stale-year: the line is that of the phrase, in section 6 too" {
	same "$(findings 2021 "doc/section/5=$five"'还不够好。\n\n2023年，我局将继续努力。')" \
		"stale-year warning -/5/- - 2023 503"
	same "$(message)" 'Section 5 plans for 2023, a year that the report already covers: “2023年,我局将继续”.'
	same "$(findings 2021 'doc/section/6=六、其他需要报告的事项\n2022年，我局将加强宣传，不收费。')" \
		"stale-year warning -/6/- - 2022 601"
	same "$(findings 2021 'doc/section/5=五、存在的问题 2023年，我局将加强宣传。')" \
		"stale-year warning -/5/- - 2023 500"
}

@test "empty-section: section 5 says more than 无" {
	local text
	for text in '\n无' '\n无。' '\n  暂无 。\n' '\n' '' '：无。' '\n没有'; do
		same "$(findings 2021 "doc/section/5=五、存在的主要问题及改进情况$text")" \
			"empty-section warning -/5/- - - 500"
	done
	same "$(verdicts)" "doc/section/5 empty-section"
	same "$(findings 2021 "doc/section/5=${five}无重大问题，但公开不及时。")" ""
	same "$(findings 2021 "doc/section/5=五、存在的主要问题及改进情况 公开不够及时，需加强培训。")" ""
	same "$(findings 2021 'doc/section/6=六、其他需要报告的事项\n无')" ""
}

@test "fees-unexplained: fees are spoken of in section 6" {
	local six='doc/section/6=六、其他需要报告的事项\n'
	same "$(findings 2021 active/fees/amount=0.37 "${six}无。")" \
		"fees-unexplained warning active/fees/amount - 0.37 206"
	same "$(verdicts)" "active/fees/amount fees-unexplained"
	same "$(findings 2021 active/fees/amount=0.37 "${six}未收取信息处理费。")" ""
	same "$(findings 2021 active/fees/amount=0 "${six}无。")" ""
	same "$(findings 2021 active/fees/amount=5 doc/section/6=:absent | cut -d ' ' -f 1)" section
}

# ---- single cells ----

@test "states: blank, text, absent, unsure, na" {
	same "$(findings 2021 requests/new/natural=:blank)" "blank warning requests/new/natural - - 301"
	same "$(verdicts)" "requests/new/natural blank"
	same "$(findings 2021 requests/new/natural=:text:详见附件)" \
		"text error requests/new/natural - 详见附件 301"
	same "$(findings 2021 requests/new/natural=:absent)" "absent error requests/new/natural - - -"
	same "$(findings 2021 requests/new/natural=:unsure:12)" \
		"unsure error requests/new/natural - 12 301"
	same "$(findings 2021 requests/new/natural=:unsure:2-3)" \
		"unsure error requests/new/natural - 2-3 301"
	same "$(findings 2021 requests/new/natural=:na)" "na note requests/new/natural - / 301"
	same "$(verdicts)" ""
}

@test "states: a long text is quoted in part, never amid an escape" {
	findings 2021 "requests/new/natural=:text:$(printf 'x%.0s' {1..39})\\n$(printf 'y%.0s' {1..50})"
	same "$(brief)" "text error requests/new/natural - $(printf 'x%.0s' {1..39})\\n… 301"
}

@test "negative and fraction: by what a column counts" {
	same "$(findings 2021 active/licensing/decisions=-1)" \
		"negative error active/licensing/decisions - -1 203"
	same "$(findings 2021 active/licensing/decisions=0.5)" \
		"fraction error active/licensing/decisions - 0.5 203"
	same "$(findings 2021 active/fees/amount=0.5)" ""
	same "$(findings 2021 active/fees/amount=-0.5)" "negative error active/fees/amount - -0.5 206"
	same "$(findings 2019 active/licensing/change=-8)" ""
	same "$(findings 2019 active/licensing/change=-0.5)" \
		"fraction error active/licensing/change - -0.5 203"
}

# ---- sums ----

@test "row-sum: the total is the sum of the applicants" {
	same "$(findings 2021 requests/new/total=6 $(row new 1) requests/carried_out/total=6 \
		$(row carried_out 1))" ""
	same "$(findings 2021 requests/rejected.repeat/legal=2 requests/handled/legal=2 \
		requests/new/legal=2 requests/new/total=2 requests/handled/total=2 \
		requests/rejected.repeat/total=3 | grep row-sum)" \
		"row-sum error requests/rejected.repeat/total 2 3 317"
	same "$(verdicts | grep -c row-sum)" 7
	same "$(verdicts | grep -c 'row-sum,result-sum')" 1
}

@test "row-sum: not tested where a cell is no number" {
	same "$(findings 2021 requests/new/natural=:blank requests/new/business=5 \
		requests/carried_out/business=5 requests/carried_out/total=5 requests/new/total=5)" \
		"blank warning requests/new/natural - - 301"
}

@test "result-sum: handled is the sum of the results, in both forms" {
	local one='requests/new/natural=1 requests/new/total=1'
	same "$(findings 2021 $one requests/handled/natural=1 requests/handled/total=1)" \
		$'result-sum error requests/handled/natural 0 1 324\nresult-sum error requests/handled/total 0 1 324'
	same "$(verdicts | grep -c result-sum)" 44
	same "$(findings 2021 $one requests/handled/natural=1 requests/handled/total=1 \
		requests/other.unpaid/natural=1 requests/other.unpaid/total=1)" ""
	same "$(findings 2019 $one requests/handled/natural=1 requests/handled/total=1 \
		requests/other/natural=1 requests/other/total=1)" ""
	same "$(findings 2019 $one requests/handled/natural=1 requests/handled/total=1 \
		requests/denied.secret/natural=1 requests/denied.secret/total=1)" ""
}

@test "balance: new + carried in = handled + carried out" {
	same "$(findings 2021 requests/carried_in/natural=3 requests/carried_in/total=3 \
		requests/carried_out/natural=3 requests/carried_out/total=3)" ""
	same "$(findings 2021 requests/carried_in/natural=3 requests/carried_in/total=3 \
		requests/carried_out/natural=2 requests/carried_out/total=2)" \
		$'balance error requests/carried_out/natural 3 2 325\nbalance error requests/carried_out/total 3 2 325'
	same "$(verdicts | wc -l)" 8
}

@test "review-sum: the total is the sum of the outcomes" {
	same "$(findings 2021 review/suit_after/upheld=4 review/suit_after/pending=1 \
		review/suit_after/total=5)" ""
	same "$(findings 2021 review/suit_after/upheld=4 review/suit_after/total=5)" \
		"review-sum error review/suit_after/total 4 5 403"
	same "$(verdicts | wc -l)" 5
}

@test "stock: what is in force holds what was issued" {
	same "$(findings 2021 active/normative/issued=3 active/normative/in_force=2)" \
		"stock warning active/normative/in_force 3 2 202"
	same "$(findings 2021 active/normative/issued=3 active/normative/in_force=3)" ""
	same "$(findings 2019 active/normative/published=3 active/normative/public_total=2)" \
		"stock warning active/normative/public_total 3 2 202"
	same "$(findings 2019 active/normative/made=3 active/normative/public_total=3)" ""
}

@test "sums: large numbers are exact, and too large ones are never wrapped" {
	same "$(findings 2021 active/normative/issued=999999999999999999 \
		active/normative/in_force=999999999999999998 | cut -d ' ' -f 1,4,5)" \
		"stock 999999999999999999 999999999999999998"
	same "$(findings 2021 $(row new 999999999999999999) | head -n 1)" \
		"row-sum error requests/new/total 5999999999999999994 0 301"
	cells 2021 $(for r in granted partial denied.{secret,law,security,third_party,internal,process} \
		unable.{not_held,unclear}; do
		echo "requests/$r/legal=999999999999999999 requests/$r/total=999999999999999999"
	done) >in
	run --separate-stderr gir-check in
	same "$status" 2
	same "${stderr_lines[0]}" "gir-check: a.txt: a sum has more digits than can be held"
	same "$(wc -l <<<"$output")" 217
}

@test "authority: no 规章 below the cities with districts" {
	same "$(findings 2021 active/regulations/in_force=2)" \
		"authority warning active/regulations/in_force 0 2 201"
	same "$(verdicts)" "active/regulations/in_force authority"
	same "$(findings 2021 scope=region org=人民政府 active/regulations/in_force=2 | wc -l)" 1
	same "$(findings 2021 region=330200 org=人民政府 scope=region active/regulations/in_force=2)" ""
	same "$(findings 2021 region=441900 org=某某镇人民政府 active/regulations/in_force=2 | wc -l)" 1
	same "$(findings 2021 region=999999 active/regulations/in_force=2)" ""
	same "$(findings 2019 active/regulations/made=1 active/regulations/published=1 \
		active/regulations/public_total=1 | wc -l)" 3
}

@test "misread: decisions that are last year's items and the change" {
	same "$(findings 2019 active/licensing/prior_items=61 active/licensing/change=36 \
		active/licensing/decisions=97)" "misread warning active/licensing/decisions - 97 203"
	same "$(findings 2019 active/penalties/prior_items=6 active/penalties/change=-3 \
		active/penalties/decisions=3 | wc -l)" 1
	same "$(findings 2019 active/licensing/prior_items=61 active/licensing/decisions=61)" ""
	same "$(findings 2019 active/licensing/prior_items=61 active/licensing/change=36 \
		active/licensing/decisions=98)" ""
}

# ---- prose ----

balanced='requests/new/natural=5 requests/new/total=5 requests/carried_in/natural=2
	requests/carried_in/total=2 requests/granted/natural=6 requests/granted/total=6
	requests/handled/natural=6 requests/handled/total=6 requests/carried_out/natural=1
	requests/carried_out/total=1'

@test "prose: a figure and its cell" {
	same "$(findings 2021 $balanced text/requests.new/stated=5 text/requests.carried_in/stated=2 \
		text/requests.carried_out/stated=1 text/review.total/stated=0 text/suit.total/stated=0 \
		text/normative.issued/stated=0)" ""
	same "$(findings 2021 $balanced text/requests.new/stated=7)" \
		"prose error requests/new/total 7 5 301"
	same "$(message)" "The text (line 101) states 7 for new requests, but the tables give 5."
	same "$(verdicts)" $'requests/new/total prose\ntext/requests.new/stated prose'
	same "$(findings 2021 text/normative.issued/stated=1)" "prose error active/normative/issued 1 0 202"
	same "$(findings 2019 text/normative.issued/stated=1)" ""
	same "$(findings 2021 text/requests.new/stated=:unsure:7)" ""
	same "$(findings 2021 text/requests.new/stated=7 requests/new/total=:blank | cut -d ' ' -f 1)" blank
}

@test "prose: received and answered may mean three things" {
	local n
	for n in 5 7 6; do
		same "$(findings 2021 $balanced text/requests.received/stated=$n)" ""
		same "$(findings 2021 $balanced text/requests.handled/stated=$n)" ""
	done
	same "$(findings 2021 $balanced text/requests.received/stated=8)" \
		"prose error requests/new/total 8 5 301"
	same "$(findings 2021 $balanced text/requests.handled/stated=8)" \
		"prose error requests/handled/total 8 6 324"
	same "$(findings 2021 $balanced requests/handled/total=:unsure:6 text/requests.received/stated=8 |
		cut -d ' ' -f 1)" unsure
}

@test "prose: lawsuits are those of both kinds" {
	local suits='review/suit_direct/upheld=2 review/suit_direct/total=2 review/suit_after/other=1
		review/suit_after/total=1'
	same "$(findings 2021 $suits text/suit.total/stated=3)" ""
	same "$(findings 2021 $suits text/suit.total/stated=2)" \
		"prose error review/suit_direct/total 2 3 402"
}

@test "prose-parts: the parts of an enumeration" {
	local parts='text/disclosed.total/stated=60 text/disclosed.part/a=32 text/disclosed.part/b=11
		text/disclosed.part/c=2 text/disclosed.part/d=1 text/disclosed.part/e=1
		text/disclosed.part/f=4 text/disclosed.part/g=1 text/disclosed.part/h=1'
	same "$(findings 2021 $parts text/disclosed.part/i=1)" \
		"prose-parts warning text/disclosed.total/stated 54 60 101"
	same "$(message)" "The text states 60 in all, but the parts that it lists (32 + 11 + 2 + 1 + 1 + 4 + 1 + 1 + 1) add up to 54."
	same "$(verdicts | wc -l)" 10
	same "$(findings 2021 $parts text/disclosed.part/i=7)" ""
	same "$(findings 2021 $parts text/disclosed.part/i=:unsure:1)" ""
	same "$(findings 2021 text/disclosed.total/stated=60)" ""
	same "$(findings 2021 text/disclosed.total/stated=:unsure:60 text/disclosed.part/a=1)" ""
}

@test "prose-parts: each enumeration has its own parts" {
	same "$(findings 2021 text/disclosed.total/stated=3 text/disclosed.part/a=1 \
		text/disclosed.part/b=2 text/disclosed.total/stated=9 text/disclosed.part/a=4 \
		text/another.figure/stated=7 text/disclosed.part/b=4)" \
		"prose-parts warning text/disclosed.total/stated 8 9 101"
	same "$(verdicts)" $'text/disclosed.total/stated prose-parts\ntext/disclosed.part/a prose-parts
text/disclosed.part/b prose-parts'
	same "$(message)" "The text states 9 in all, but the parts that it lists (4 + 4) add up to 8."
}

# ---- verdicts and the stream ----

@test "verdict: several rules, in the order of the rules" {
	findings 2021 requests/new/total=-1.5 >/dev/null
	same "$(verdicts | grep new/total)" "requests/new/total negative,fraction,row-sum,balance"
}

@test "verdict: a column of that name is filled anew in its place" {
	cells 2021 requests/new/total=3 | gir-check >once
	awk -F '\t' -v OFS='\t' '{ print $14, $0, "extra" }' once | cut -f 1-14,16 |
		sed '1!s/^[^\t]*/stale/' >mixed
	gir-check mixed >twice
	same "$(cut -f 1 twice)" "$(cut -f 14 once)"
	same "$(cut -f 2- twice)" "$(cut -f 2- mixed)"
	gir-check once | cmp - once
}

@test "columns: any order, and others pass through as they are" {
	cells 2021 requests/new/total=3 >plain
	awk -F '\t' -v OFS='\t' '{ print NR == 1 ? "x" : "a\\tb\\\\ " NR, $13, $12, $11, $10, $9, $8, $7, $6, $5, $4, $3, $2, $1 }' \
		plain >turned
	gir-check plain | cut -f 14 >want
	gir-check turned >out
	same "$(cut -f 15 out)" "$(cat want)"
	same "$(cut -f 1-14 out)" "$(cat turned)"
}

@test "cells in any order give the same verdicts" {
	cells 2021 requests/new/total=3 >plain
	{ head -n 1 plain; tail -n +2 plain | sort -r; } >turned
	gir-check plain | sort >want
	gir-check -o found turned | sort | cmp - want
	same "$(brief | wc -l)" 2
}

@test "several inputs: cat and operands are one" {
	cells 2021 requests/new/total=3 >a
	cells 2019 doc=b.txt requests/new/total=4 >b
	gir-check -o found1 a b >one
	cat a b | gir-check -o found2 >two
	gir-check -o found3 a - <b >three
	cmp one two
	cmp one three
	cmp found1 found2
	same "$(cut -f 1,5 found1 | tail -n +2)" \
		$'a.txt\trow-sum\na.txt\tbalance\nb.txt\trow-sum\nb.txt\tbalance'
}

@test "the same report twice, side by side or apart" {
	cells 2021 requests/new/total=3 >a
	cells 2019 doc=b.txt >b
	run --separate-stderr gir-check -o found a a b a
	same "$status" 0
	same "$stderr" ""
	same "$(brief | cut -d " " -f 1 | sort | uniq -c | sed "s/^ *//")" \
		$'3 balance\n2 duplicate\n3 row-sum'
	cells none >n
	run --separate-stderr gir-check -o found n n
	same "$(brief | wc -l)" 2
}

@test "lines of a report that are not together: a message, exit 2" {
	cells 2021 >a
	cells 2019 doc=b.txt >b
	{ head -n 100 a; tail -n +2 b; tail -n +101 a; } >torn
	run --separate-stderr gir-check torn
	same "$status" 2
	same "$stderr" "gir-check: a.txt: its lines are not consecutive; each part was checked alone"
	same "$(wc -l <<<"$output")" "$(wc -l <torn)"
}

@test "lines of a report that are not together, with very many others between and behind them" {
	cells 2021 >a
	head -n 1 a >torn
	sed -n 2,100p a >>torn
	awk -v OFS="\t" 'BEGIN {
		for (; i < 140000; i++)
			print "f" i, "", "", "", "", "", "doc", "title", "", "", "text", "x", 1
	}' >>torn
	sed -n 101p torn >copy
	{ tail -n +101 a; cat copy; } >>torn # a copy of a report is no part of it
	run --separate-stderr gir-check torn
	same "$status" 2
	same "$stderr" "gir-check: a.txt: its lines are not consecutive; each part was checked alone"
	same "$(wc -l <<<"$output")" "$(wc -l <torn)"
}

@test "bad input: no header, none of its columns, ragged lines" {
	run --separate-stderr gir-check /dev/null
	same "$status" 2
	[[ $stderr == "gir-check: /dev/null: "* ]]
	cells 2021 | cut -f 1-10,12- >in
	run --separate-stderr gir-check in
	same "$status" 2
	same "$stderr" 'gir-check: in:1: the header names no column "state"'
	same "$output" ""
	cells 2021 | sed '5s/$/\tmore/; 9d' | sed '12s/.*//' >in
	run --separate-stderr gir-check in
	same "$status" 2
	same "$(cut -d ' ' -f 1-4 <<<"$stderr")" $'gir-check: in:5: 14 fields,\ngir-check: in:12: 1 field,'
	same "$(wc -l <<<"$output")" 214
}

@test "bad input: a missing operand is told, the others are checked" {
	cells 2021 >a
	run --separate-stderr gir-check nowhere a
	same "$status" 2
	[[ $stderr == "gir-check: nowhere: "* ]]
	same "$(wc -l <<<"$output")" 217
	cells 2021 | awk -F '\t' -v OFS='\t' '{ print $0, "x" }' >b
	run --separate-stderr gir-check a b
	same "$status" 2
	[[ $stderr == "gir-check: b:1: the header is not"* ]]
	same "$(wc -l <<<"$output")" 217
}

@test "bad input: states, numbers and forms that are none" {
	cells 2021 >a
	sed 's/\tnum\t0\t301$/\tnumb\t0\t301/' a | gir-check 2>err >out || status=$?
	same "$status" 2
	same "$(head -n 1 err)" 'gir-check: <stdin>:28: state "numb" with value "0" is not understood'
	same "$(wc -l <out)" 217
	run --separate-stderr gir-check < <(cells 2021 requests/new/total=1e3)
	same "$status" 2
	[[ $stderr == *'state "num" with value "1e3"'* ]]
	run --separate-stderr gir-check < <(cells 2021 | sed 's/\t2021\t/\t1999\t/')
	same "$status" 2
	[[ $stderr == *'no form is called "1999"'* ]]
	same "$(wc -l <<<"$output")" 217
}

@test "no last newline, NUL bytes, long fields" {
	cells 2021 requests/new/total=3 >a
	gir-check a >want
	head -c -1 a | gir-check | cmp - want
	sed 's/\t总计\t/&/; s/北仑/x/' a | awk -F '\t' -v OFS='\t' 'NR == 30 { $12 = "a@b" } 1' | tr '@' '\0' |
		gir-check >out
	same "$(tr '\0' '@' <out | sed -n '30p' | cut -f 12)" "a@b"
	head -c 3000000 /dev/zero | tr '\0' x >long
	{ head -n 20 a; printf 'a.txt\t2023\t330206\t科学技术局\torgan\t2021\ttext\tx\tstated\t1\tnum\t'; cat long
		printf '\t7\n'; tail -n +21 a; } >big
	gir-check big >out
	same "$(wc -c <out)" "$(($(wc -c <want) + $(wc -c <big) - $(wc -c <a) + 3))"
}

@test "lines that come in pieces, and a header, ragged lines and a cell again amid the cells" {
	cells 2021 requests/new/total=3 >a
	{ cat a; sed '50{p;s/^.*$/x/}; 60p; 70s/$/\tmore/; 80s/\t[^\t]*$//; 100r '<(head -n 1 a) a; } >in
	gir-check -o found in >want 2>err && false
	same "$(grep -c fields err) $(grep -c '1 field,' err)" "2 1"
	same "$(wc -l <want)" "$(($(wc -l <in) - 2 - 3))"
	dd if=in bs=37 status=none | gir-check -o found2 2>/dev/null | cmp - want
	cmp found found2
}

@test "file names with tabs and line feeds stay escaped" {
	cells 2021 'doc=a\tb\n\\c' requests/new/total=3 | gir-check -o found >checked
	same "$(cut -f 1 found | tail -n 1)" 'a\tb\n\\c'
	same "$(cut -f 1 checked | tail -n 1)" 'a\tb\n\\c'
}

# ---- options ----

@test "-e: exit 1 from that level on, and 2 outranks it" {
	cells 2021 requests/new/natural=:blank >warning
	cells 2021 requests/new/natural=:na >note
	cells 2021 requests/new/total=3 >error
	run gir-check warning
	same "$status" 0
	run gir-check -e error warning
	same "$status" 0
	run gir-check -e warning warning
	same "$status" 1
	run gir-check --error-level=warning note
	same "$status" 0
	run gir-check -e note note
	same "$status" 1
	run gir-check -e error error
	same "$status" 1
	run gir-check -e error error nowhere
	same "$status" 2
	run --separate-stderr gir-check -e loud error
	same "$status" 2
	same "$stderr" 'gir-check: "loud" is none of error, warning, note'
}

@test "--lang zh: messages in Chinese with the labels of the form" {
	cells 2021 requests/new/total=3 | gir-check --lang zh -o found >/dev/null
	same "$(message)" "“总计”列：结转下年度继续办理为0，而本年新收＋上年结转－总计为3。"
	cells none doc/format/=image | gir-check --lang zh -o found >/dev/null
	same "$(message)" "未能从中读出年度报告：它是图片（可能是扫描件），可用gir-segment --ocr尝试识别。"
	run gir-check --lang fr /dev/null
	same "$status" 2
}

@test "every rule has a message and a source in both languages" {
	gir-check --list-rules >en
	gir-check --list-rules --lang zh >zh
	same "$(cut -f 1,2 en)" "$(cut -f 1,2 zh)"
	same "$(awk -F '\t' 'NF != 3 || $3 == ""' en zh)" ""
	same "$(grep -P '[\x{4e00}-\x{9fff}]' zh | wc -l)" "$(($(wc -l <zh) - 1))"
	same "$(head -n 3 en | cut -f 1,2)" $'rule\tseverity\nunreadable\terror\nidentity\terror'
	same "$(grep -v '^#' "$ROOT/common/data/rules.tsv" | awk -F '\t' '$4 == "" || $5 == ""')" ""
}

@test "--disable and --severity" {
	cells 2021 requests/new/total=3 >a
	gir-check --disable row-sum -o found a >checked
	same "$(brief | cut -d ' ' -f 1)" balance
	same "$(verdicts | wc -l)" 4
	run gir-check --severity row-sum=note --severity balance=warning -e error a
	same "$status" 0
	gir-check --severity row-sum=note -o found a >checked
	same "$(brief | cut -d ' ' -f 1,2)" $'row-sum note\nbalance error'
	same "$(verdicts | grep -c row-sum)" 0
	run --separate-stderr gir-check --disable nonsense a
	same "$status" 2
	same "$stderr" 'gir-check: no rule is called "nonsense" (--list-rules prints them)'
	run gir-check --severity row-sum a
	same "$status" 2
	gir-check --list-rules --disable row-sum --severity blank=error >list
	same "$(grep -c row-sum list)" 0
	same "$(grep ^blank list | cut -f 2)" error
}

@test "--rules: a ministry's own identity" {
	cat >own.tsv <<-'END'
		# coercion comes after a decision
		id	severity	expression	names	en	zh
		coercion	warning	active/coercion/decisions <= active/penalties/decisions			
		few	note	requests/new/total <= 100		{row}: {actual} are more than {expected}.	
		few	note	review/*/total <= 10		
		spread	error	requests/*/natural - requests/*/business >= 0	requests/*/business		
	END
	cells 2021 active/coercion/decisions=3 active/penalties/decisions=2 review/review/total=11 \
		review/review/upheld=11 requests/granted/business=1 >a
	gir-check --rules own.tsv -o found a >checked
	same "$(brief | grep -v sum)" "coercion warning active/coercion/decisions 2 3 205
few note review/review/total 10 11 401
spread error requests/granted/business 0 1 303"
	same "$(message)" "requests/granted/business is 1; by the rule requests/*/natural - requests/*/business >= 0 it should be 0."
	same "$(verdicts | grep coercion)" $'active/penalties/decisions coercion\nactive/coercion/decisions coercion'
	gir-check --rules own.tsv --list-rules | tail -n 3 | cut -f 1,2 >list
	same "$(cat list)" $'coercion\twarning\nfew\tnote\nspread\terror'
}

@test "--rules: a cell that a form lacks leaves the sum, a misspelt one is told" {
	printf 'id\texpression\nmine\trequests/other/total + requests/other.*/total = 0\n' >own.tsv
	same "$(gir-check --rules own.tsv -o found <(cells 2019 requests/other/total=1) >checked &&
		brief | grep mine)" "mine error requests/other/total 0 1 321"
	same "$(gir-check --rules own.tsv -o found <(cells 2021 requests/other.misc/total=1) >checked &&
		brief | grep -c mine)" 0
	printf 'id\texpression\nmine\trequests/nwe/total = 0\nb\tx\nc\ta/b/c = \nd\ta/b = 1\n' >bad.tsv
	run --separate-stderr gir-check --rules bad.tsv <(cells 2021)
	same "$status" 2
	same "$output" ""
	same "$stderr" 'gir-check: bad.tsv:2: no form has a cell "requests/nwe/total"
gir-check: bad.tsv:3: a cell is written TABLE/ROW/COL: "x"
gir-check: bad.tsv:4: a cell or a number is missing in: "a/b/c = "
gir-check: bad.tsv:5: a cell is written TABLE/ROW/COL: "a/b = 1"'
	printf 'id\tseverity\texpression\na\tloud\trequests/new/total = 0\nrow-sum\tnote\trequests/new/total = 0\n' >bad.tsv
	run --separate-stderr gir-check --rules bad.tsv <(cells 2021)
	same "$stderr" 'gir-check: bad.tsv:2: severity is none of error, warning, note: "loud"
gir-check: bad.tsv:3: rule "row-sum" is a matter of severity error already'
	printf 'id\tsum\n' >bad.tsv
	run --separate-stderr gir-check --rules bad.tsv <(cells 2021)
	same "$stderr" 'gir-check: bad.tsv:1: the header names no column "expression"'
	run gir-check --rules nowhere <(cells 2021)
	same "$status" 2
}

@test "--rules: hundreds of rules, each in the verdict" {
	{
		printf 'id\texpression\n'
		for i in {1..200}; do printf 'r%d\trequests/new/total = %d\n' "$i" "$i"; done
	} >many.tsv
	cells 2021 requests/new/total=3 | gir-check --rules many.tsv >checked
	same "$(verdicts | grep new/total | tr ',' '\n' | wc -l)" 201
}

@test "--forms: other forms from a directory" {
	mkdir forms
	sed 's/2021-/2021-2022/' "$ROOT/common/data/forms/2021.tsv" >forms/a.tsv
	sed 's/^form\t\t2021\t2021-/form\t\t2023\t2023-/' "$ROOT/common/data/forms/2021.tsv" >forms/b.tsv
	gir-check --forms forms -o found <(cells 2021) >checked
	same "$(brief)" "form-year error - 2023 2021 -"
	cells 2021 | sed '1!s/\torgan\t2021\t/\torgan\t2023\t/' >new
	run --separate-stderr gir-check --forms forms -o found new
	same "$status" 0
	same "$(brief | grep -v mixed)" ""
	run gir-check --forms nowhere new
	same "$status" 2
}

@test "a full disk and a closed output are exit 2" {
	cells 2021 requests/new/total=3 >a
	run --separate-stderr bash -c 'gir-check a >/dev/full'
	same "$status" 2
	same "$stderr" "gir-check: <stdout>: cannot write: No space left on device"
	run --separate-stderr bash -c 'gir-check -o /dev/full a >out'
	same "$status" 2
	same "$stderr" "gir-check: /dev/full: cannot write: No space left on device"
	run --separate-stderr gir-check -o nowhere/found a
	same "$status" 2
	same "$output" ""
	run --separate-stderr bash -c 'gir-check a >&-'
	same "$status" 2
	[[ $stderr == "gir-check: <stdout>: cannot write: "* ]]
}

@test "-o: neither an input nor standard output is written over" {
	cells 2021 >a
	cp a b
	run --separate-stderr gir-check -o a b a
	same "$status" 2
	same "$stderr" "gir-check: -o a: this is an input"
	run gir-check -o a <a
	same "$status" 2
	cmp a b
	run --separate-stderr gir-check -o - a
	same "$status" 2
	same "$output" ""
}

@test "--help, --version, wrong options" {
	run gir-check --help
	same "$status" 0
	[[ $output == "usage: gir-check "*--rules* ]]
	run gir-check --version
	same "$status" 0
	run gir-check --nonsense
	same "$status" 2
	cells 2021 >-a
	run gir-check -- -a
	same "$status" 0
}

@test "the manual explains every rule and option" {
	local page=$ROOT/cmd/gir-check/gir-check.1 word
	mandoc -Tlint -W warning "$page"
	mandoc -Tascii "$page" | sed "s,.\x08,,g" | tr -s ' \n' ' ' >text
	while read -r word; do
		grep -q "^\.It Cm.* $word\( \|$\)\|^\.It Cm $word\( \|$\)" "$page" || {
			echo "no $word"
			false
		}
	done < <(gir-check --list-rules | tail -n +2 | cut -f 1)
	while read -r word; do
		grep -q -e "$word" text || {
			echo "no $word"
			false
		}
	done < <(gir-check --help | grep -o -e '--[a-z-]*' | sort -u)
}
