# gir-agg: sums by level, exact numbers, groups, its own output as input, tables for people.

setup() {
	load lib
	load cells
	cd "$BATS_TEST_TMPDIR" || exit
}

# The fields NAMES... of the lines of stdin for which the awk condition WHERE holds ($name["x"] is
# the number of column x).
pick() {
	local where=$1
	shift
	awk -F'\t' -v OFS=' ' -v names="$*" '
		NR == 1 { for (i = 1; i <= NF; i++) name[$i] = i; n = split(names, want, " "); next }
		'"$where"' {
			line = $name[want[1]]
			for (i = 2; i <= n; i++) line = line OFS $name[want[i]]
			print line
		}'
}

new='$name["row"] == "new" && $name["col"] == "total"'

# Adds the column verdict: $1 is an awk condition for the lines that are flagged.
checked() {
	awk -F'\t' -v OFS='\t' 'NR == 1 { print $0, "verdict"; next }
		$1 == "doc" { next }
		{ print $0, ('"$1"') ? "row-sum" : "ok" }'
}

@test "a county, its city, the province and the nation" {
	{
		cells 2021 doc=a requests/new/total=5
		cells 2021 doc=b region=330212 requests/new/total=7
		cells 2021 doc=c region=330200 requests/new/total=20
		cells 2021 doc=d region=331002 requests/new/total=100
	} >in
	run -0 pick "$new" level region name year reports cells sum min max missing < <(gir-agg in)
	same "$output" "county 330200 宁波市 2023 1 1 20 20 20 0
county 330206 北仑区 2023 1 1 5 5 5 0
county 330212 鄞州区 2023 1 1 7 7 7 0
county 331002 椒江区 2023 1 1 100 100 100 0
prefecture 330200 宁波市 2023 3 3 32 5 20 0
prefecture 331000 台州市 2023 1 1 100 100 100 0
province 330000 浙江省 2023 4 4 132 5 100 0
nation 000000 全国 2023 4 4 132 5 100 0"
}

@test "a district of a municipality has no prefecture; its own organs neither" {
	{ cells 2021 doc=a region=110101; cells 2021 doc=b region=110000; } >in
	run -0 pick "$new" level region reports < <(gir-agg in)
	same "$output" "county 110000 1
county 110101 1
province 110000 2
nation 000000 2"
}

@test "an unknown region stands under an empty one and counts in the nation" {
	{ cells 2021 doc=a region= requests/new/total=3; cells 2021 doc=b region=999999; } >in
	run -0 pick "$new" level region name reports sum < <(gir-agg in)
	same "$output" "county   1 3
county 999999  1 0
prefecture   2 3
province   2 3
nation 000000 全国 2 3"
}

@test "names are those valid in the year" {
	{ cells 2019 doc=a year=2020 region=330102; cells 2021 doc=b year=2022 region=330102; } >in
	run -0 pick "$new" year name < <(gir-agg -l county in)
	same "$output" "2020 上城区
2022 上城区"
}

@test "-l picks levels, repeated or as a list" {
	cells 2021 >in
	run -0 pick "$new" level < <(gir-agg -l nation --level=county in)
	same "$output" $'county\nnation'
	run -0 pick "$new" level < <(gir-agg -l province,prefecture in)
	same "$output" $'prefecture\nprovince'
	run -2 gir-agg -l town in
	same "$output" 'gir-agg: -l: "town" is none of county, prefecture, province, nation'
}

@test "consolidated reports are not summed" {
	{
		cells 2021 doc=a requests/new/total=5
		cells 2021 doc=b scope=region requests/new/total=50
	} >in
	run -0 pick "$new" reports sum < <(gir-agg -l county in)
	same "$output" "1 5"
	cells 2021 scope=region >only
	run -0 gir-agg only
	[ "${#lines[@]}" -eq 1 ]
}

@test "states other than num are missing, never zero" {
	{
		cells 2021 doc=a requests/new/total=:blank
		cells 2021 doc=b requests/new/total=:unsure:4
		cells 2021 doc=c requests/new/total=-6
		cells 2021 doc=d requests/new/natural=:na
	} >in
	run -0 pick "$new" reports cells sum min max missing < <(gir-agg -l county in)
	same "$output" "4 2 -6 -6 0 2"
	cells 2021 requests/new/total=:absent >in
	gir-agg -l county in | grep -P '\tnew\ttotal\t1\t0\t\t\t\t\t\t1$'
}

@test "a file without a report has no line" {
	{ cells none doc=x; cells 2021 doc=a; cells none doc=y; } >in
	run -0 pick "$new" reports < <(gir-agg -l nation in)
	same "$output" 1
}

@test "amounts are exact decimals" {
	{
		cells 2021 doc=a active/fees/amount=0.1
		cells 2021 doc=b active/fees/amount=0.2
		cells 2021 doc=c active/fees/amount=12345678901234.55
	} >in
	run -0 pick '$name["row"] == "fees"' sum min max < <(gir-agg -l nation in)
	same "$output" "12345678901234.85 0.1 12345678901234.55"
}

@test "a sum of more than 18 digits is told" {
	{
		cells 2021 doc=a requests/new/total=999999999999999999
		cells 2021 doc=b requests/new/total=1
	} >in
	run -2 gir-agg -l nation in
	same "$output" "gir-agg: in:$(grep -nP '^b.*new\ttotal' in | cut -d: -f1): the sum of requests/new/total passes 18 digits"
	# Of two provinces, each of which can be told.
	{
		cells 2021 doc=a requests/new/total=999999999999999999
		cells 2021 doc=b region=110101 requests/new/total=1
	} >apart
	run -0 gir-agg -l county,province apart
	run -2 gir-agg apart
	same "$output" "gir-agg: the sum of requests/new/total passes 18 digits"
}

@test "numbers and counts of any size" {
	local value
	for value in 32767 1 -3 32768 -32769 5000000000; do
		cells 2021 doc="$value" requests/new/total="$value"
	done >in
	run -0 pick "$new" level reports sum min max < <(gir-agg -l county,nation in)
	same "$output" $'county 6 5000032764 -32769 5000000000\nnation 6 5000032764 -32769 5000000000'
	cells 2021 requests/new/total=-40000 | checked 0 >small
	for value in 65534 65535 65536 4294967294; do
		gir-agg -l county small | awk -F'\t' -v OFS='\t' -v n="$value" \
			'NR > 1 { $8 = $9 = n; $10 = $11 = "0"; $12 = "-1"; $13 = "1" } { print }' >many
		run -0 pick "$new" reports cells sum clean min max flagged < <(gir-agg -l county many small)
		same "$output" "$((value + 1)) $((value + 1)) -40000 -40000 -40000 1 0"
	done
}

@test "clean and flagged follow the verdict" {
	{
		cells 2021 doc=a requests/new/total=5
		cells 2021 doc=b requests/new/total=7
		cells 2021 doc=c requests/new/total=:text
	} | checked '$1 == "b" && $8 == "new"' >in
	run -0 pick "$new" cells sum clean flagged missing < <(gir-agg -l nation in)
	same "$output" "2 12 5 1 1"
}

@test "without verdicts clean and flagged are empty" {
	cells 2021 requests/new/total=5 | gir-agg -l nation | grep -P '\tnew\ttotal\t1\t1\t5\t\t5\t5\t\t0$'
}

@test "group totals stand before their members, in both forms" {
	{
		cells 2021 doc=a requests/denied.secret/total=1 requests/denied.enquiry/total=2 \
			requests/other.misc/total=4
		cells 2019 doc=b requests/other/total=8 requests/unable.unclear/total=16
	} >in
	run -0 pick '$name["col"] == "total" && $name["row"] ~ /^(denied|denied.secret|unable|other|other.uncorrected|handled)$/' \
		row sum < <(gir-agg -g '' in)
	same "$output" "denied 3
denied.secret 1
unable 16
other 12
other.uncorrected 0
handled 0"
}

@test "a group total is a number only where every member is, and flagged where one is" {
	{
		cells 2021 doc=a requests/denied.law/total=1
		cells 2021 doc=b requests/denied.law/total=:blank requests/denied.internal/total=3
		cells 2021 doc=c requests/denied.law/total=7
	} | checked '$1 == "c" && $8 == "denied.law"' >in
	run -0 pick '$name["col"] == "total" && $name["row"] == "denied"' \
		reports cells sum clean min max flagged missing < <(gir-agg -l nation in)
	same "$output" "3 2 8 1 1 7 1 1"
}

@test "cells stand in the order of the form, groups sorted, whatever the input's order" {
	{ cells 2021 doc=a region=331002; cells 2019 doc=b; cells 2021 doc=c; } >in
	{ cells 2021 doc=c; cells 2019 doc=b; cells 2021 doc=a region=331002; } >other
	gir-agg in >one
	gir-agg other | cmp - one
	run -0 pick '$name["year"] == 2023 && $name["level"] == "nation"' table row col <one
	grep -v '^requests \(denied\|unable\|rejected\|other\) ' <<<"$output" >rows
	cells 2021 | awk -F'\t' -v OFS=' ' 'NR > 1 && $7 != "doc" { print $7, $8, $9 }' | cmp - rows
}

@test "one doc in two reports: a cell that comes again begins the next" {
	{ cells 2021 doc=a; cells 2021 doc=a; } >in
	run -0 pick "$new" reports cells < <(gir-agg -l nation in)
	same "$output" "2 2"
}

@test "a report cut by a file's end goes on in the next file" {
	cells 2021 doc=a requests/denied.enquiry/total=5 >in
	head -100 in >one
	{ head -1 in; tail -n +101 in; } >two
	gir-agg in >whole
	gir-agg one two | cmp - whole
}

@test "own output merges, in any split and mixed with cells" {
	{ cells 2021 doc=a requests/new/total=5; cells 2019 doc=b active/procurement/amount=0.25; } |
		checked '$1 == "a" && $8 == "new"' >one
	{ cells 2021 doc=c requests/new/total=7 active/fees/amount=1.125; cells 2021 doc=d region=; } |
		checked 0 >two
	cells 2021 doc=e requests/new/total=:blank | checked 0 >three
	gir-agg one two three >all
	gir-agg one >1
	gir-agg two >2
	gir-agg 1 2 three | cmp - all
	gir-agg three 2 1 | cmp - all
	cat 2 1 | gir-agg - three | cmp - all
	gir-agg all | cmp - all
	gir-agg -l county all >county
	gir-agg -l county one two three | cmp - county
	gir-agg -w all >wide
	gir-agg -w one two three | cmp - wide
	gir-agg --indicators all >rates
	gir-agg --indicators one two three | cmp - rates
}

@test "own output in the midst of a report" {
	cells 2021 doc=a requests/denied.law/natural=3 >report
	head -n 150 report >begin
	{ head -n 1 report && tail -n +151 report; } >end
	cells 2021 doc=b region=331002 >other
	gir-agg report other >all
	gir-agg other >sums
	gir-agg begin sums end | cmp - all
	gir-agg begin end sums | cmp - all
}

@test "own output: keys merge with the same -g, sums by level not without level" {
	cells 2021 >in
	gir-agg -g org,doc in >sums
	gir-agg -g org,doc sums | cmp - sums
	gir-agg -g org sums >org
	gir-agg -g org in | cmp - org
	gir-agg in >levels
	run -2 gir-agg -g year levels
	same "$output" "gir-agg: levels:1: sums by level merge only where -g has the key level"
}

@test "own output: sums by region go up to the levels, and merge with sums by level and cells" {
	{ cells 2021 doc=a requests/new/total=5; cells 2021 doc=b region=330212 active/fees/amount=0.5; } >one
	{ cells 2019 doc=c region=110101; cells 2021 doc=d region=; cells 2021 doc=e scope=region; } >two
	gir-agg one two >all
	gir-agg -g region,year one >1
	gir-agg -g year,org,region two >2
	gir-agg 1 2 | cmp - all
	gir-agg 2 one | cmp - all
	gir-agg two >levels
	gir-agg levels 1 | cmp - all
	gir-agg -l county,nation all >some
	gir-agg -l county,nation 1 2 | cmp - some
	gir-agg -w 1 2 | cmp - <(gir-agg -w all)
	gir-agg -g year one >year
	run -2 gir-agg year
	same "$output" 'gir-agg: year:1: the header names no column "region"'
}

@test "--panel: a line a report, a column a cell of any form, numbers only" {
	{
		cells 2021 doc=a requests/new/total=5 requests/denied.law/natural=3 active/fees/amount=0.50
		cells 2021 doc=b requests/new/total=:text requests/denied.law/natural=:blank scope=region
		cells none doc=x
		cells 2019 doc=c 'org=甲"局' requests/other/total=9
		cells 2021 doc=c requests/new/total=8
	} >in
	gir-agg --panel in >panel
	run -0 pick 1 doc year scope form requests.new.total requests.denied.natural active.fees.amount \
		requests.other.total requests.other.misc.total <panel
	same "$output" "a 2023 organ 2021 5 3 0.5 0 0
b 2023 region 2021   0 0 0
c 2020 organ 2019 0 0  9 
c 2023 organ 2021 8 0 0 0 0"
	same "$(awk -F'\t' '{ print NF }' panel | sort -u)" 253
	gir-agg --panel --csv in | grep -q '^c,2020,330206,"甲""局",organ,2019,'
	gir-agg --panel <(cells none) | cmp - <(head -1 panel)
}

@test "--panel: what cannot be in it is told" {
	cells 2021 | sed 's/\t2021\trequests\tnew/\t2021\trequests\tnewer/' >in
	run -2 --separate-stderr gir-agg --panel in
	same "$stderr" "gir-agg: cells of a form that is not known have no column"
	cells 2021 | gir-agg >sums
	run -2 --separate-stderr gir-agg --panel sums
	same "$stderr" "gir-agg: sums:1: these are sums; the lines of a panel are made from cells"
	run -2 gir-agg --panel -g org in
	run -2 gir-agg --panel -w in
	run -2 gir-agg --panel -l nation in
}

@test "own output that was damaged is told" {
	cells 2021 | gir-agg -l nation | head -3 >good
	for edit in 's/nation/town/' '2,$s/\t1\t1\t0\t/\t1\t1\t\t/' '2,$s/\t1\t1\t0\t/\t1\t2\t0\t/' \
		'2,$s/\t1\t1\t0\t/\t1\tx\t0\t/' '2,$s/\t1\t1\t0\t/\t1\t1\t0x\t/'; do
		sed "$edit" good >bad
		run -2 gir-agg bad
		[[ $output == *"gir-agg: bad:2: "* ]]
	done
}

@test "-g groups by any columns" {
	{
		cells 2021 doc=a org=甲局 requests/new/total=1
		cells 2021 doc=b org=乙局 requests/new/total=2
		cells 2019 doc=c org=甲局 requests/new/total=4
	} >in
	run -0 gir-agg -g org in
	same "${lines[0]}" "org${TAB}table${TAB}row${TAB}col${TAB}reports${TAB}cells${TAB}sum${TAB}clean${TAB}min${TAB}max${TAB}flagged${TAB}missing"
	run -0 pick "$new" org sum < <(gir-agg -g org in)
	same "$output" $'乙局 2\n甲局 5'
	run -0 pick "$new" form org sum < <(gir-agg --group=form,org in)
	same "$output" $'2019 甲局 4\n2021 乙局 2\n2021 甲局 1'
	run -0 pick "$new" level region org sum < <(gir-agg -g level,region,org -l nation in)
	same "$output" $'nation 000000 乙局 2\nnation 000000 甲局 5'
	run -0 pick "$new" state reports < <(gir-agg -g state in)
	same "$output" "num 3"
	run -2 gir-agg -g nowhere in
	same "$output" 'gir-agg: in:1: the header names no column "nowhere"'
	run -2 gir-agg -g level in
	run -2 gir-agg -g org -l county in
}

@test "-w has a line a group, a column a cell" {
	{
		cells 2021 doc=a requests/new/total=5 requests/denied.law/natural=3
		cells 2021 doc=b requests/new/total=:text
		cells 2019 doc=c requests/new/total=9 active/procurement/amount=1.5
	} >in
	gir-agg -w -l county in >wide
	run -0 pick 1 level region name year reports requests.new.total requests.denied.natural \
		active.procurement.amount active.fees.amount <wide
	same "$output" "county 330206 北仑区 2020 1 9 0 1.5 
county 330206 北仑区 2023 2 5 3  0"
	run -0 awk -F'\t' 'NF != 252' wide
	same "$output" ""
}

@test "--csv: mark, CRLF, quotes, and texts that are no formulas" {
	{
		cells 2021 doc=a 'org=甲"局,乙'
		cells 2021 doc=b 'org==1+1'
		cells 2021 doc=c 'org=two\nlines'
	} >in
	gir-agg --csv -g org,doc -w in | cut -d, -f1-3 >out
	printf '\357\273\277org,doc,reports\r\n' >head
	head -c $(($(stat -c %s head) - 2)) out | cmp - <(head -c -2 head)
	grep -q "^'=1+1,b,1" out
	grep -q '^"甲""局,乙",a' out
	grep -q '^"two$' out
	gir-agg --csv --formulas -g org in | grep -q '^=1+1,active'
	cells 2021 requests/new/total=-5 | gir-agg --csv -l nation | grep -q ',requests,new,total,1,1,-5,,-5,-5,,0'$'\r'
	run -2 gir-agg --formulas in
}

@test "--indicators divides exactly" {
	{
		cells 2021 doc=a requests/new/total=7 requests/handled/total=3 requests/granted/total=2 \
			requests/denied.law/total=1 review/review/corrected=1 review/review/total=8
		cells 2021 doc=b requests/new/total=1
	} >in
	gir-agg --indicators -l county in >out
	head -1 out | grep -x "level${TAB}region${TAB}name${TAB}year${TAB}indicator${TAB}numerator${TAB}denominator${TAB}value"
	run -0 pick '$name["indicator"] ~ /^(disclosure_rate|denial_rate|denial_rate.law|carry_over_rate|requests_per_organ|correction_rate.review|correction_rate.court)$/' \
		region year indicator numerator denominator value <out
	same "$output" "330206 2023 disclosure_rate 2 3 0.666667
330206 2023 denial_rate 1 3 0.333333
330206 2023 denial_rate.law 1 3 0.333333
330206 2023 carry_over_rate 0 8 0
330206 2023 correction_rate.review 1 8 0.125
330206 2023 correction_rate.court 0 0 
330206 2023 requests_per_organ 8 2 4"
}

@test "--define: indicators of one's own; rounding half away from zero" {
	printf 'id\tnumerator\tdenominator\tfactor\tplaces\n' >own
	printf 'x\trequests/new/total-requests/handled/total\trequests/granted/total\t100\t2\n' >>own
	printf 'fees\tactive/fees/amount\t#active/fees/amount\t1\t4\ngone\tactive/no/such\tactive/fees/amount\t1\t0\n' >>own
	cells 2021 requests/new/total=1 requests/handled/total=2 requests/granted/total=800 \
		active/fees/amount=0.00005 >in
	run -0 pick 1 indicator numerator denominator value < <(gir-agg -l county --define own in)
	same "$output" "x -1 800 -0.13
fees 0.00005 1 0.0001
gone  0.00005 "
	printf 'id\tnumerator\tdenominator\tfactor\tplaces\nx\t\ty\t1\t2\n' >own
	run -2 gir-agg --define own in
	[[ $output == "gir-agg: own:2: an indicator needs id, numerator and denominator: "* ]]
	run -2 gir-agg --define nowhere in
}

@test "--reconcile sets what an area published against the sums of its organs" {
	{
		cells 2021 doc=a requests/new/total=5
		cells 2021 doc=b region=330200 requests/new/total=7
		cells 2021 doc=r scope=region region=330200 requests/new/total=13 requests/denied.law/total=2
		cells 2021 doc=s scope=region requests/new/total=:blank
		cells 2021 doc=t scope=region region=330212 requests/new/total=4
	} >in
	gir-agg --reconcile in >out
	run -0 pick "$new" level region reports sum published delta <out
	same "$output" "county 330206 1 5  
county 330212 0  4 
prefecture 330200 2 12 13 1"
	run -0 pick '$name["row"] == "denied" && $name["col"] == "total"' region sum published delta <out
	same "$output" "330206 0 0 0
330212  0 
330200 0 2 2"
	run -0 pick "$new" region published < <(gir-agg --reconcile -l county in)
	same "$output" $'330206 \n330212 4'
	{ cat in; cells 2021 doc=u scope=region region=330200 requests/new/total=14; } >conflict
	run -0 pick "$new" region sum published delta < <(gir-agg --reconcile -l prefecture conflict)
	same "$output" "330200 12  "
	run -2 gir-agg --reconcile -g org in
	run -2 gir-agg --reconcile -w in
}

@test "columns are found by name; headers may come again" {
	{ cells 2021 doc=a; cells 2021 doc=b; } >in
	awk -F'\t' -v OFS='\t' '{ print "extra", $13, $11, $10, $9, $8, $7, $6, $5, $4, $3, $2, $1, $12 }' in |
		sed '1s/extra/more/' >turned
	gir-agg in >one
	gir-agg turned | cmp - one
	gir-agg <in | cmp - one
	gir-agg - <in | cmp - one
}

@test "lines that are not what the ones before let expect" {
	{
		cells 2021 doc=a requests/new/natural=3 requests/denied.law/natural=:unsure:4
		cells 2019 doc=b active/procurement/amount=12345678.5 requests/new/total=:text:"$(printf '%0100d' 0)"
		cells 2021 doc=c region=110101 | sort -t "$TAB" -k 8 # in another order
		cells 2021 doc=d | awk -F'\t' -v OFS='\t' '$8 == "denied.law" { $2 = "2024"; $3 = "331002" } { print }'
		cells none doc=e text/requests.new/stated=5
		cells 2021 doc=f | sed '/carried_out/d; 60q'
		cells 2021 doc=f requests/new/total=9
		cells 2021 doc=g scope=region
		cells 2021 doc=h | awk -F'\t' -v OFS='\t' '$8 == "new" { print $0, "\t"; $11 = "some" } { print }'
		cells 2021 doc=i | sed 's/requests\tnew\ttotal/requests\told\tall/; s/review/reviews/'
	} >in
	awk -F'\t' -v OFS='\t' '{ n = split($0, f); for (i = 1; i <= n; i++) $i = f[n + 1 - i]; print }' in >turned
	for options in '' --panel '-g year,state' '-g region,doc,level' -w --reconcile; do
		# shellcheck disable=SC2086 # words
		run -2 gir-agg $options in
		[[ $output == *'in:1407: "some" is no state of a cell'* ]]
		echo "$output" >expected
		# shellcheck disable=SC2086
		run -2 gir-agg $options turned
		diff expected - <<<"${output//turned:/in:}"
	done
}

@test "--forms replaces the forms" {
	mkdir forms
	printf 'what\ttable\tname\tin\tmeasure\tlabels\nform\t\t2030\t2030-\t\t\n' >forms/2030.tsv
	printf 'block\trequests\tb\tn,total\t\t\ncolumn\trequests\tn\t\tcount\t\ncolumn\trequests\ttotal\t\tcount\t\n' >>forms/2030.tsv
	printf 'group\trequests\tall\t\ttotal\t\nrow\trequests\tx\tb:all\t\t\nrow\trequests\ty\tb:all\t\t\n' >>forms/2030.tsv
	{
		cells 2021 | head -1
		printf 'a\t2030\t330206\to\torgan\t2030\trequests\t%s\t%s\t%s\tnum\t\t1\n' \
			y total 2 y n 1 x total 30 x n 10
	} >in
	run -0 pick 1 table row col sum < <(gir-agg --forms forms -l county in)
	same "$output" "requests all n 11
requests all total 32
requests x n 10
requests x total 30
requests y n 1
requests y total 2"
	run -0 pick 1 table row col sum < <(gir-agg -l county in)
	same "$output" "requests x n 10
requests x total 30
requests y n 1
requests y total 2"
	run -2 gir-agg --forms nowhere in
}

@test "bad input: messages, the rest is read, status 2" {
	cells 2021 doc=a requests/new/total=5 >good
	run -2 gir-agg nowhere
	same "$output" "gir-agg: nowhere: cannot open: No such file or directory"
	run -2 gir-agg </dev/null
	same "$output" "gir-agg: <stdin>: empty input: no header line"
	cut -f1-10,12- good >headless
	run -2 gir-agg headless
	same "$output" 'gir-agg: headless:1: the header names no column "state"'
	{ cat good; echo ragged; } >ragged
	run -2 --separate-stderr gir-agg -l nation nowhere ragged
	same "$stderr" "gir-agg: nowhere: cannot open: No such file or directory
gir-agg: ragged:$(($(wc -l <good) + 1)): 1 field, where the header names 13"
	same "$(pick "$new" sum <<<"$output")" 5
	for value in '' 1,000 1e3 0x1 --1 1. 1234567890123456789; do
		sed "s/\tnew\ttotal\t5\tnum/\tnew\ttotal\t$value\tnum/" good >bad
		run -2 --separate-stderr gir-agg -l nation bad
		same "$stderr" "gir-agg: bad:$(grep -nP 'new\ttotal' bad | cut -d: -f1): \"$value\" in state num is no number of up to 18 digits"
		same "$(pick "$new" reports cells missing <<<"$output")" "1 0 1"
	done
	sed 's/\tnew\ttotal\t5\tnum/\tnew\ttotal\t5\tmaybe/' good >bad
	run -2 gir-agg -l nation bad
	[[ $output == *'"maybe" is no state of a cell'* ]]
}

@test "NUL bytes, a missing last newline, a long line" {
	cells 2021 requests/new/total=5 >in
	gir-agg in >whole
	head -c -1 in | gir-agg | cmp - whole
	{ cat in; printf 'b\t2023\t\t\t\t\tdoc\ttitle\t\t\ttext\t'; head -c 20000000 /dev/zero; printf '\t1\n'; } |
		gir-agg | cmp - whole
}

@test "a failed write is told; a closed pipe ends it quietly" {
	cells 2021 >in
	run -2 bash -c 'gir-agg in >/dev/full'
	same "$output" "gir-agg: <stdout>: cannot write: No space left on device"
	run -0 bash -c 'gir-agg in | head -1 >/dev/null'
	same "$output" ""
}

@test "options: help, version, wrong ones" {
	run -0 gir-agg --help
	[[ $output == "usage: gir-agg "* && $output == *--reconcile* ]]
	run -0 gir-agg --version
	[[ $output == "gir-agg "* ]]
	run -2 gir-agg --nope
	run -2 gir-agg -w --indicators /dev/null
	run -2 gir-agg -l
}
