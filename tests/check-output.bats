# gir-check: findings for people, the summary, and what is new since a former run.

load lib
load cells
load findings

# Two reports of one organ; the later one has a wrong total and carries in what nobody carried out.
two_years() {
	cells 2021 doc=b.txt requests/carried_in/natural=3 requests/carried_in/total=3 \
		requests/carried_out/natural=3 requests/carried_out/total=3 review/review/upheld=3 \
		review/review/other=1 review/review/total=5
	cells 2021 doc=a.txt year=2022 doc/section/4=:absent
}

@test "text: in the manner of a compiler, grouped by report, with the source" {
	two_years >in
	gir-check --format text -o found in >checked
	same "$(cat found)" \
"b.txt:401: error: The total of review is 5, but its outcomes add up to 4. [review-sum]
   401 | 3 | 0 | 1 | 0 | 5
       |                 ^
b.txt:302: error: Column natural: 3 requests were carried in, but last year's report (a.txt) carried 0 out. [carry]
   302 | 3
b.txt:302: error: Column total: 3 requests were carried in, but last year's report (a.txt) carried 0 out. [carry]
   302 | 3

a.txt: error: Section 4 (administrative review and litigation) is missing. [section]"
}

@test "text: verdicts and exit status are those of the default format" {
	two_years >in
	gir-check -o plain in >want
	gir-check --format text -o found in | cmp - want
	run --separate-stderr gir-check --format text -e error in
	same "$status" 1
	same "$(grep -c ': error: ' <<<"$stderr")" 4
	run --separate-stderr gir-check --format tsv in
	same "$stderr" ''
	run --separate-stderr gir-check --format xml in
	same "$status" 2
	same "$stderr" 'gir-check: --format xml: the formats are tsv and text'
	run gir-check --format text -o /dev/full in
	same "$status" 2
}

@test "text: without -o it goes to standard error, the cells still to standard output" {
	two_years >in
	gir-check --format text -o found in >checked
	gir-check --format text in 2>err >out
	cmp err found
	cmp out checked
	cells 2021 | gir-check --format text 2>err >out
	same "$(cat err)" ''
}

@test "text: the line of the text that a finding speaks of" {
	findings_text() { cells "$@" | gir-check --format text 2>&1 >/dev/null; }
	same "$(findings_text 2021 'doc/section/5=五、存在的主要问题\n还不够好。\n2023年，我局将继续努力。\n完')" \
'a.txt:502: warning: Section 5 plans for 2023, a year that the report already covers: “2023年,我局将继续”. [stale-year]
   502 | 2023年，我局将继续努力。'
	same "$(findings_text 2021 text/disclosed.total/stated=3 text/disclosed.part/a=1)" \
'a.txt:101: warning: The text states 3 in all, but the parts that it lists (1) add up to 1. [prose-parts]
   101 | 3'
	same "$(findings_text 2021 doc/undecodable/=7)" \
		'a.txt: warning: 7 bytes could not be decoded and stand as U+FFFD; characters are lost. [undecodable]'
	same "$(findings_text none doc/format/=empty)" \
		'a.txt: error: No report could be read: the file is empty. [unreadable]'
	same "$(findings_text 2021 doc/title.year/=2022 | sed -n 2p)" '     1 | 2023年政府信息公开工作年度报告'
}

@test "text: the caret stands below a cell whose neighbours are wide or missing" {
	same "$(cells 2021 requests/new/natural=:text:见附件 requests/new/business=:absent \
		requests/new/charity=:na requests/new/total=4 requests/carried_out/total=4 |
		gir-check --format text 2>&1 >/dev/null | grep -A 2 '\[text\]\|\[na\]')" \
"a.txt:301: error: requests/new/natural holds words where a number belongs: “见附件”. [text]
   301 | 见附件 |  | 0 | / | 0 | 0 | 4
       | ^
--
a.txt:301: note: requests/new/charity is marked as not applicable: “/”. [na]
   301 | 见附件 |  | 0 | / | 0 | 0 | 4
       |                 ^"
}

@test "text: control characters cannot drive a terminal" {
	cells 2021 $'doc=a\e[31m.txt' $'requests/new/natural=:text:x\ay\xc2\x9bz' |
		gir-check --format text 2>err >out
	same "$(cat err)" 'a\x1b[31m.txt:301: error: requests/new/natural holds words where a number belongs: “x\x07y\xc2\x9bz”. [text]
   301 | x\x07y\xc2\x9bz | 0 | 0 | 0 | 0 | 0 | 0
       | ^'
}

@test "text: what no report says comes last, under the organ's name" {
	cells 2021 requests/new/natural=:blank >in
	printf 'region\torg\n330206\t科学技术局\n330206\t统计局\n' >roster
	same "$(gir-check --roster roster --format text in 2>&1 >/dev/null | tail -n 2)" "
330206 统计局: error: No report for 2023 is in the input. [coverage]"
}

@test "text: suspects are notes, and both can be had in Chinese" {
	cells 2021 requests/new/natural=12 requests/new/total=12 requests/carried_out/natural=12 \
		requests/carried_out/total=21 >a
	same "$(gir-check --format text --suspect a 2>&1 >/dev/null | grep '\[suspect\]')" \
		'a.txt:325: note: requests/carried_out/total is 21; 12 would satisfy all sums: two digits are swapped. [suspect]'
	same "$(gir-check --format text --suspect --lang zh a 2>&1 >/dev/null | grep '\[suspect\]')" \
		'a.txt:325: note: “四、结转下年度继续办理”行“总计”列为21，改为12则各项勾稽关系成立：可能颠倒了两位数字。 [suspect]'
	same "$(gir-check --format text a 2>&1 >/dev/null | grep -c '\[suspect\]')" 0
	# A note about a cell is no finding.
	run gir-check --suspect --disable row-sum --disable balance -e note a
	same "$status" 0
}

@test "causes have words in both languages" {
	same "$(grep -v '^#' "$ROOT/common/data/causes.tsv" | awk -F '\t' 'NF != 3 || $2 == "" || $3 == ""')" ''
	local cause
	while read -r cause; do
		grep -qP "^$cause\t" "$ROOT/common/data/causes.tsv"
		grep -qx ".It Cm $cause" "$ROOT/cmd/gir-check/gir-check.1"
	done < <(grep -o '= "[a-z-]*"' "$ROOT/cmd/gir-check/cause.c" | cut -d '"' -f 2 | grep .)
}

@test "summary: by rule and severity, on standard error" {
	two_years >in
	run --separate-stderr gir-check --summary -o found in
	same "$status" 0
	same "$stderr" \
"rule                    error  warning     note
section                     1        0        0
review-sum                  1        0        0
carry                       2        0        0
total                       4        0        0"
	# It counts what no other option asks for.
	gir-check --summary in 2>&1 >/dev/null | cmp - <(echo "$stderr")
	run --separate-stderr gir-check --summary --disable carry --severity section=note in
	same "$stderr" \
"rule                    error  warning     note
section                     0        0        1
review-sum                  1        0        0
total                       1        0        1"
	cells 2021 | gir-check --summary 2>err >out
	same "$(cat err)" \
"rule                    error  warning     note
total                       0        0        0"
	run --separate-stderr gir-check --format text --summary in
	same "$(tail -n 5 <<<"$stderr" | head -n 1)" "rule                    error  warning     note"
}

@test "summary: rollup counts as what it is found to be" {
	{ cells 2021 doc=a; cells 2021 doc=all org=人民政府 scope=region requests/new/total=1 requests/new/natural=1 \
		requests/carried_out/natural=1 requests/carried_out/total=1; } >in
	same "$(gir-check --summary in 2>&1 >/dev/null | grep rollup | tr -s ' ')" 'rollup 0 0 4'
}

@test "baseline: only what is new" {
	two_years >in
	gir-check -o old in >want
	run --separate-stderr gir-check --baseline old -o new -e note --summary in
	same "$status" 0
	same "$output" "$(cat want)"
	same "$(cat new)" "$(head -n 1 old)"
	same "${stderr_lines[-1]}" 'total                       0        0        0'
	# One finding gone, one of another number, one new.
	{
		cells 2021 doc=b.txt requests/carried_in/natural=3 requests/carried_in/total=3 \
			requests/carried_out/natural=3 requests/carried_out/total=3 review/review/upheld=3 \
			review/review/other=1 review/review/total=6 requests/new/legal=:blank
		cells 2021 doc=a.txt year=2022
	} >in
	gir-check --baseline old -o found in >checked
	same "$(brief)" "blank warning requests/new/legal - - 301
review-sum error review/review/total 4 6 401"
	run gir-check --baseline old -e error in
	same "$status" 1
	run gir-check --baseline old -e error --disable review-sum in
	same "$status" 0
}

@test "baseline: line, message and columns may differ" {
	two_years >in
	gir-check --suspect --lang zh -o old in >checked
	awk -F '\t' -v OFS='\t' 'NR > 1 { $12 += 7 } { print $13, $0 }' old >moved
	gir-check --baseline moved -o found in >checked
	same "$(brief)" ''
	gir-check --baseline - -o found in <moved >checked
	same "$(brief)" ''
	gir-check --baseline old --format text in 2>err >checked
	same "$(cat err)" ''
}

@test "baseline: what is wrong with it is told; -o does not write over it" {
	cells 2021 review/review/total=5 >in
	gir-check -o old in >checked
	cp old kept
	run --separate-stderr gir-check --baseline old -o old in
	same "$status" 2
	same "$stderr" 'gir-check: -o old: this is the baseline'
	cmp old kept
	run --separate-stderr gir-check --baseline nowhere in
	same "$status" 2
	[[ $stderr == "gir-check: nowhere: "* ]]
	same "$output" ''
	run --separate-stderr gir-check --baseline in -o found in
	same "$status" 2
	same "$stderr" 'gir-check: in:1: the header names no column "rule"
gir-check: in:1: the header names no column "actual"'
}

# Reports with findings of every rule in `every`, a roster for them, and a rule of one's own.
every_finding() {
	awk -f "$ROOT/tests/plant.awk" -v forms="$ROOT/common/data/forms" -v seed=4 -v organs=30 -v shards=1
	{
		cat cells
		cells none doc=none1 doc/format/=missing year= region= org=
		cells none doc=none2 doc/format/=image
		cells none doc=none3 doc/title/=关于公布年度报告的通知
		cells 2021 doc=who region= org=
		cells 2021 doc=bytes doc/undecodable/=7
		cells 2021 doc=parts doc/section/4=:absent doc/table/review=:absent
		cells 2021 doc=old year=2020
		cells 2019 doc=older year=2018
		cells 2021 doc=years year= doc/title.year/=2022 doc/period.year/=2023
		cells 2021 doc=mixed doc/table/review=2019,2021
		cells 2021 doc=late doc/published/=2024-05-01
		cells 2021 doc=states requests/new/natural=:blank requests/new/legal=:na \
			$'requests/new/other=:text:见\e附件' requests/new/total=:absent requests/new/charity=:unsure:3
		cells 2021 doc=texts 'doc/section/5=五、存在的主要问题\n无。' active/fees/amount=0.37 \
			active/regulations/issued=2 active/regulations/in_force=2 'doc/section/6=六、其他\n无'
		cells 2021 doc=stale 'doc/section/5=五、存在的主要问题\n还不够好。\n2023年，我局将继续努力。\n完'
		cells 2021 doc=blame requests/new/natural=12 requests/new/total=12 requests/carried_out/natural=12 \
			requests/carried_out/total=21
		# Of a whole area of which the roster has every organ.
		cells 2021 doc=organ region=330211
		cells 2021 doc=whole region=330211 org=人民政府 scope=region requests/new/natural=1 \
			requests/new/total=1 requests/carried_out/natural=1 requests/carried_out/total=1
	} | awk 'NR == 1 { header = $0 } NR == 1 || $0 != header' >every
	printf 'region\torg\tfrom\n330211\t科学技术局\t2023\n330206\t统计局\t2023\n' >roster
	printf 'id\texpression\tseverity\ten\tzh\n' >own.tsv
	printf 'few\trequests/new/total <= 20\tnote\t{cell}: {actual} in C:\\dir, {expression}\t{cell}太多\n' >>own.tsv
	printf 'plain\treview/review/total <= 2\tnote\t\t\n' >>own.tsv
	all=(--roster roster --rules own.tsv every)
}

@test "--lang both: a column for each language, equal to what that language alone gives" {
	local all language
	every_finding
	for language in en zh both; do
		gir-check --lang $language -o $language "${all[@]}" >checked.$language
	done
	same "$(cut -f 5 en | tail -n +2 | sort -u)" \
		"$(gir-check --list-rules --rules own.tsv | cut -f 1 | tail -n +2 | sort)"
	same "$(head -n 1 both)" "$(head -n 1 en)${TAB}message_zh"
	same "$(awk -F '\t' 'NF != 14' both)" ''
	cut -f 1-13 both | cmp - en
	cut -f 1-12,14 both | sed '1s/message_zh/message/' | cmp - zh
	# What is found is said, and in the language of its column.
	same "$(awk -F '\t' 'NR > 1 && $5 != "few" && $5 != "plain" && ($13 !~ /^[A-Z0-9]|^[a-z]+\// || $14 !~ /。$/)' both)" ''
	cmp checked.en checked.both
	cmp checked.en checked.zh
}

@test "--lang both: the columns of --suspect stay last" {
	local all language
	every_finding
	for language in en zh both; do
		gir-check --suspect --lang $language -o $language "${all[@]}" >checked
	done
	same "$(head -n 1 both | cut -f 12-)" "line${TAB}message${TAB}message_zh${TAB}suspect${TAB}repair${TAB}cause"
	cut -f 1-13,15- both | cmp - en
	cut -f 1-12,14- both | sed '1s/message_zh/message/' | cmp - zh
	grep -qP '\trequests/carried_out/total\t12\tdigits-swapped$' both
}

@test "--lang both: in text, Chinese in an indented line below the English one" {
	local all language
	every_finding
	for language in en zh both; do
		gir-check --format text --suspect --lang $language -o $language "${all[@]}" >checked
	done
	same "$(grep -A 1 ': requests/carried_out/total is 21' both)" \
"blame:325: note: requests/carried_out/total is 21; 12 would satisfy all sums: two digits are swapped. [suspect]
    “四、结转下年度继续办理”行“总计”列为21，改为12则各项勾稽关系成立：可能颠倒了两位数字。"
	cells 2021 review/review/upheld=4 review/review/total=5 >in
	same "$(gir-check --format text --lang both in 2>&1 >checked)" \
"a.txt:401: error: The total of review is 5, but its outcomes add up to 4. [review-sum]
    “行政复议”总计为5，而各项结果之和为4。
   401 | 4 | 0 | 0 | 0 | 5
       |                 ^"
	# Without these lines it is the English text; they are the messages of the Chinese one.
	grep -v '^    [^ 0-9]' both | cmp - en
	grep '^    [^ 0-9]' both | sed 's/^ *//' >messages
	grep -P '^[^ ].*: (error|warning|note): .* \[[a-z-]+\]$' zh |
		sed -E 's/^.*: (error|warning|note): //; s/ \[[a-z-]+\]$//' | cmp - messages
}

@test "--lang both: a baseline, and what is compared with one" {
	local all
	every_finding
	gir-check -o en "${all[@]}" >checked
	gir-check --lang both --suspect -o both "${all[@]}" >checked
	gir-check --baseline both -o found "${all[@]}" >checked
	same "$(cat found)" "$(head -n 1 en)"
	gir-check --baseline en --lang both -o found "${all[@]}" >checked
	same "$(cat found)" "$(head -n 1 en)${TAB}message_zh"
}

@test "--lang both: the rules with their sources in both languages" {
	gir-check --list-rules >en
	gir-check --list-rules --lang zh >zh
	gir-check --list-rules --lang both >both
	same "$(head -n 1 both)" "rule${TAB}severity${TAB}source${TAB}source_zh"
	cut -f 1-3 both | cmp - en
	cut -f 1,2,4 both | sed '1s/source_zh/source/' | cmp - zh
	run --separate-stderr gir-check --lang all /dev/null
	same "$status" 2
	same "$stderr" 'gir-check: --lang all: what is wanted is en, zh or both'
}

# Report, form, format, encoding, cells, errors and warnings of the file `reports`.
lines_of_reports() {
	tail -n +2 reports | cut -f 1,6-11 | tr '\t' ' '
}

@test "--reports: a line a report, with what it has found in it alone" {
	{
		two_years
		cells none doc=c.txt doc/format/=pdf-scanned doc/encoding/=
		cells 2021 doc='d\td.txt' doc/encoding/=GB18030 active/fees/amount=:blank \
			requests/new/natural=1.5 requests/new/total=:absent
	} >in
	gir-check -o found --reports reports in >checked
	same "$(sed -n 1,2p reports)" "doc${TAB}year${TAB}region${TAB}org${TAB}scope${TAB}form${TAB}format${TAB}encoding${TAB}cells${TAB}errors${TAB}warnings
b.txt${TAB}2023${TAB}330206${TAB}科学技术局${TAB}organ${TAB}2021${TAB}text${TAB}UTF-8${TAB}200${TAB}1${TAB}0"
	same "$(grep -c "^b.txt.*${TAB}carry${TAB}" found)" 2
	same "$(lines_of_reports)" 'b.txt 2021 text UTF-8 200 1 0
a.txt 2021 text UTF-8 200 1 0
c.txt  pdf-scanned  0 1 0
d\td.txt 2021 text GB18030 198 3 1'
	# Nobody need ask for the findings; those of a baseline are not counted.
	gir-check --reports again in >checked
	cmp again reports
	gir-check --baseline found --reports reports in >checked
	same "$(lines_of_reports | cut -d ' ' -f 6-7 | sort -u)" '0 0'
	# Severities are those that were asked for.
	gir-check --severity section=warning --disable unreadable --reports reports in >checked
	same "$(lines_of_reports | sed -n 2,3p | cut -d ' ' -f 5-7)" $'200 0 1\n0 0 0'
}

@test "--reports: an input, a directory that is not there, a full disk" {
	cells 2021 >in
	run -2 gir-check --reports in in
	[[ $output == *"--reports in: this is an input"* ]]
	run -2 gir-check --reports - in
	run -2 gir-check --reports none/reports in
	[[ $output == *"none/reports: cannot write"* ]]
	run -2 gir-check --reports /dev/full in
	[[ $output == *"/dev/full: cannot write"* ]]
}
