# gir-check: the rules that compare reports.

load lib
load cells
load findings

# The findings of several reports in the file `in`: doc rule severity table/row/col expected actual line.
compare() {
	gir-check -o found "$@" in >checked
	paste -d ' ' <(cut -f 1 found | tail -n +2) <(brief)
}

@test "duplicate: the second report of an organ for a year" {
	{ cells 2021; cells 2021 doc=b; cells 2021 doc=c year=2022; cells 2021 doc=d org=统计局; } >in
	same "$(compare)" "b duplicate warning - - - -"
	same "$(message)" "The same organ, year and scope was reported before, in a.txt."
	same "$(verdicts)" ""
	{ cells 2021; cells 2021 doc=b; cells 2021 doc=c; } >in
	same "$(compare)" $'b duplicate warning - - - -\nc duplicate warning - - - -'
	{ cells 2021; cells 2021 doc=b scope=region; cells 2021 doc=c region=330203; } >in
	same "$(compare)" ""
	{ cells 2021 org=; cells 2021 doc=b org=; } >in
	same "$(compare | cut -d ' ' -f 2)" $'identity\nidentity'
}

@test "carry: last year's carried_out is this year's carried_in" {
	local out='requests/new/natural=3 requests/new/total=3 requests/carried_out/natural=3
		requests/carried_out/total=3' in='requests/carried_in/natural=3 requests/carried_in/total=3
		requests/handled/natural=3 requests/handled/total=3 requests/granted/natural=3
		requests/granted/total=3'
	{ cells 2021 doc=b $in; cells 2021 year=2022 $out; } >in
	same "$(compare)" ""
	{ cells 2021 doc=b $in year=2024; cells 2021 year=2022 $out; } >in
	same "$(compare)" ""
	{ cells 2021 doc=b; cells 2021 year=2022 $out; } >in
	same "$(compare)" "b carry error requests/carried_in/natural 3 0 302
b carry error requests/carried_in/total 3 0 302"
	same "$(message)" "Column total: 0 requests were carried in, but last year's report (a.txt) carried 3 out."
	{ cells 2021 doc=b year=2021; cells 2019 year=2020 $out; } >in
	same "$(compare | wc -l)" 2
	{ cells 2021 doc=b requests/carried_in/total=:na; cells 2021 year=2022 $out; } >in
	same "$(compare | cut -d ' ' -f 2,4)" "na requests/carried_in/total
carry requests/carried_in/natural"
	{ cells 2021 doc=b org=统计局; cells 2021 year=2022 $out; } >in
	same "$(compare)" ""
}

@test "in-force: the stock and what changed it" {
	{ cells 2021 year=2022 active/normative/in_force=10; cells 2021 doc=b active/normative/issued=3 \
		active/normative/repealed=2 active/normative/in_force=11; } >in
	same "$(compare)" ""
	{ cells 2021 year=2022 active/normative/in_force=10; cells 2021 doc=b active/normative/issued=3 \
		active/normative/repealed=2 active/normative/in_force=12; } >in
	same "$(compare)" "b in-force warning active/normative/in_force 11 12 202"
	same "$(message)" "Row normative: 12 are in force, but last year's stock (a.txt), plus issued, minus repealed, gives 11."
	{ cells 2019 year=2020; cells 2021 doc=b year=2021 active/normative/in_force=12; } >in
	same "$(compare)" ""
}

@test "jump: more than fivefold from 20 or more" {
	local a b want
	while read -r a b want; do
		{ cells 2021 year=2022 "active/licensing/decisions=$a"
			cells 2021 doc=b "active/licensing/decisions=$b"; } >in
		same "$(compare | cut -d ' ' -f 2-)" "${want:+jump note active/licensing/decisions $a $b 203}"
	done <<-'END'
		20 100
		20 101 found
		19 1000
		20 4
		20 3 found
		20 0 found
		100 20
		100 19 found
	END
	{ cells 2021 year=2022 active/fees/amount=20.5; cells 2021 doc=b active/fees/amount=102.51; } >in
	same "$(compare)" "b jump note active/fees/amount 20.5 102.51 206"
	{ cells 2019 year=2020 active/licensing/decisions=30; cells 2021 doc=b year=2021 \
		active/licensing/decisions=2; } >in
	same "$(compare)" "b jump note active/licensing/decisions 30 2 203"
}

@test "late: organs by 31 January, consolidated reports by 31 March" {
	same "$(findings 2021 doc/published/=2024-01-31)" ""
	same "$(findings 2021 doc/published/=2024-02-01)" "late note - 2024-01-31 2024-02-01 2"
	same "$(findings 2021 scope=region org=人民政府 doc/published/=2024-03-31)" ""
	same "$(findings 2021 scope=region org=人民政府 doc/published/=2025-01-01)" \
		"late note - 2024-03-31 2025-01-01 2"
	same "$(findings 2021 doc/published/=:absent)" ""
}

@test "rollup: the area's report is the sum of its organs" {
	local three='requests/new/natural=3 requests/new/total=3 requests/carried_out/natural=3
		requests/carried_out/total=3' four='requests/new/natural=4 requests/new/total=4
		requests/carried_out/natural=4 requests/carried_out/total=4'
	cells 2021 doc=a $three >a
	cells 2021 doc=b org=统计局 requests/new/natural=1 requests/new/total=1 \
		requests/carried_out/natural=1 requests/carried_out/total=1 >b
	cells 2021 doc=region org=人民政府 scope=region $four >region
	cells 2021 doc=city org=人民政府 scope=region region=330200 $four >city
	cells 2021 doc=wrong org=人民政府 scope=region $three >wrong
	cat region a b city >in
	same "$(compare)" ""
	cat wrong a b >in
	same "$(compare)" "wrong rollup note requests/new/natural 4 3 301
wrong rollup note requests/new/total 4 3 301
wrong rollup note requests/carried_out/natural 4 3 325
wrong rollup note requests/carried_out/total 4 3 325"
	[[ $(message) == *"the 2 organs in the input add up to 4; not all"* ]]
	cat region a b >in
	cat a | sed '1!s/^a\t/c\t/' >>in
	same "$(compare)" "c duplicate warning - - - -"
	cat wrong a >in
	cells 2021 doc=b org=统计局 requests/new/natural=:na requests/new/total=1 >>in
	same "$(compare | grep rollup | cut -d ' ' -f 4)" "requests/new/total"
	cat region >in
	same "$(compare)" ""
	cells 2021 doc=all org=人民政府 scope=region requests/new/total=:na requests/other.misc/total=5 \
		requests/partial/total=5 active/licensing/decisions=5 >in
	cells 2019 doc=a year=2023 >>in
	same "$(compare | grep rollup | cut -d ' ' -f 4)" "requests/partial/total"
	cat city a >in
	same "$(compare | wc -l)" 4
}

@test "rollup: an error where the roster is complete" {
	cells 2021 doc=a >a
	cells 2021 doc=b org=统计局 >b
	cells 2021 doc=all org=人民政府 scope=region requests/new/total=1 requests/new/natural=1 \
		requests/carried_out/natural=1 requests/carried_out/total=1 >all
	printf 'region,org,from,to\n330206,科学技术局,,\n330206,统计局,2022,\n330206,农业局,,2022\n' >roster.csv
	cat a b all >in
	same "$(compare --roster roster.csv | cut -d ' ' -f 1-3 | sort -u)" "all rollup error"
	[[ $(message) == *"but its 2 organs add up to 0." ]]
	cat a all >in
	same "$(compare --roster roster.csv | cut -d ' ' -f 1-3 | sort -u)" " coverage error
all rollup note"
}

@test "coverage: every unit of the roster, for each year of the input" {
	{ cells 2021; cells 2021 doc=b year=2022; cells 2021 doc=c year=2022 org=统计局; } >in
	printf 'region\torg\taliases\tfrom\tto\n330206\t科学技术局\t\t\t\n330206\t统计局\t\t\t\n330206\t民政局\t\t2023\t2024\n330203\t民政局\t\t2000\t2022\n' >roster
	same "$(compare --roster roster)" " coverage error - - - -
 coverage error - - - -
 coverage error - - - -"
	same "$(cut -f 2-5 found | tail -n +2)" $'2022\t330203\t民政局\tcoverage
2023\t330206\t民政局\tcoverage
2023\t330206\t统计局\tcoverage'
	same "$(message)" "No report for 2023 is in the input."
}

@test "roster: aliases make one organ of two names" {
	{ cells 2021 year=2022 org=科技局 active/normative/in_force=5; cells 2021 doc=b; } >in
	same "$(compare)" ""
	printf 'region\torg\taliases\n330206\t科学技术局\t科技局|科委\n' >roster
	same "$(compare --roster roster)" "b in-force warning active/normative/in_force 5 0 202"
	{ cells 2021 org=科委; cells 2021 doc=b; } >in
	same "$(compare --roster roster)" "b duplicate warning - - - -"
}

@test "years: a division that was renamed, and got another code with it" {
	local old new year out='requests/new/natural=3 requests/new/total=3 requests/carried_out/natural=3
		requests/carried_out/total=3'
	# The last column: the findings of `carry` about the report under the new code.
	while read -r old new year want; do
		{ cells 2021 doc=new region="$new" year=$((year + 1))
			cells 2021 region="$old" year="$year" $out; } >in
		same "$(compare --disable form-year | grep -c carry || true)" "$want"
	done <<-'END'
		520522 520581 2020 2
		520522 520581 2021 2
		520522 520581 2022 2
		632321 632301 2020 2
		350403 350404 2021 0
		340171 340176 2022 2
		230704 230719 2019 0
		330206 330206 2022 2
	END
	# In the year of the change there may be a report under each code: they are one organ's.
	{ cells 2021 doc=new region=520581 year=2022; cells 2021 doc=same region=520581 year=2021
		cells 2021 region=520522 year=2021; } >in
	same "$(compare)" 'a.txt duplicate warning - - - -'
}

@test "roster: a division stays itself under another code" {
	{ cells 2021 year=2020 region=520522 org=科技局; cells 2021 doc=b year=2022 region=520581; } >in
	# The roster has the new code, and an alias that was in use under the old one; then the old code.
	printf 'region\torg\taliases\n520581\t科学技术局\t科技局\n' >roster
	same "$(compare --roster roster --disable form-year)" ''
	printf 'region\torg\taliases\n520522\t科学技术局\t科技局\n' >roster
	same "$(compare --roster roster --disable form-year)" ''
	printf 'region\torg\n520581\t科学技术局\n' >roster
	same "$(compare --roster roster --disable form-year)" ' coverage error - - - -'
	# Where something was merged, the new division is another one.
	{ cells 2021 year=2020 region=230704; cells 2021 doc=b year=2022 region=230719; } >in
	printf 'region\torg\tto\n230704\t科学技术局\t2020\n' >roster
	same "$(compare --roster roster --disable form-year)" ''
}

@test "roster: what is wrong with it is told" {
	cells 2021 >in
	printf 'region\torg\tfrom\n33\tx\t\n330206\ty\tlater\n' >roster
	run --separate-stderr gir-check --roster roster in
	same "$status" 2
	same "$output" ""
	same "$stderr" 'gir-check: roster:2: a unit needs a region of six digits and a name: "33", "x"
gir-check: roster:3: "later" is no year'
	printf 'region\tname\n' >roster
	run gir-check --roster roster in
	same "$status" 2
	run gir-check --roster nowhere in
	same "$status" 2
}

@test "roster: a name of two units is told" {
	cells 2021 >in
	printf 'region\torg\taliases\n330206\t甲局\t旧局\n330206\t乙局\t旧局\n330203\t丙局\t旧局\n' >roster
	run --separate-stderr gir-check --roster roster -e error in
	same "$status" 2
	same "$stderr" 'gir-check: roster: "旧局" is a name of two units of region 330206'
}

@test "no rule that compares reports: nothing is compared, the roster's faults are still told" {
	local off=() rule
	while IFS= read -r rule; do off+=("--disable=$rule"); done <"$ROOT/pipelines/cross-rules"
	cells 2021 >in
	cells 2021 doc=b.txt >>in
	gir-check "${off[@]}" -e note in >/dev/null
	gir-check "${off[@]:1}" -e note in >/dev/null && false
	printf 'region\torg\taliases\n330206\t甲局\t旧局\n330206\t乙局\t旧局\n' >roster
	run --separate-stderr gir-check "${off[@]}" --roster roster -e error in
	same "$status" 2
	same "$stderr" 'gir-check: roster: "旧局" is a name of two units of region 330206'
}

@test "order: one report's findings as they come, then by region, org and year" {
	{
		cells 2021 doc=z region=440000 org=甲局 requests/new/natural=:na
		cells 2021 doc=y region=110000 org=乙局 year=2024
		cells 2021 doc=x region=110000 org=乙局
		cells 2021 doc=w region=440000 org=甲局
		cells 2021 doc=v region=110000 org=乙局
		cells 2021 doc=u region=110000 org=乙局 year=2024 requests/new/other=:blank
	} >in
	same "$(compare | cut -d ' ' -f 1,2)" $'z na\nu blank\nv duplicate\nu duplicate\nw duplicate'
}

@test "-e counts the findings that compare reports" {
	{ cells 2021; cells 2021 doc=b; } >in
	run gir-check -e warning in
	same "$status" 1
	run gir-check -e error in
	same "$status" 0
	run gir-check -e warning --disable duplicate in
	same "$status" 0
}

@test "memory: a few hundred bytes a report" {
	local reports=3000 small large
	[[ -x /usr/bin/time ]] || skip 'GNU time is not installed'
	! nm "$BUILD/bin/gir-check" 2>&1 | grep -q __asan || skip 'the sanitizer needs memory of its own'
	peak() {
		/usr/bin/time -f %M gir-check -o found in 2>&1 >/dev/null
	}
	many() {
		cells 2021 | awk -F '\t' -v OFS='\t' -v n="$1" 'NR == 1 { print; next } { line[NR] = $0 }
			END { for (i = 1; i <= n; i++) for (j = 2; j <= NR; j++) {
				text = line[j]; sub(/^a.txt/, "reports/county/2023/report " i ".txt", text)
				sub(/科学技术局/, "机关" i, text); print text } }' >in
	}
	many 10
	small=$(peak)
	many "$reports"
	large=$(peak)
	(((large - small) * 1024 / reports < 1000)) || { echo "$small $large" >&2; false; }
}
