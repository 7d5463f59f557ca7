# Figures stated in prose: a table of sentences and what must be read from each, and where a figure
# stands.

load lib

# Every sentence becomes a report of its own; all are read in one run.
setup_file() {
	cd "$BATS_FILE_TMPDIR" || exit 1
	mkdir reports
	local group sentence figures n=0
	printf 'doc\tyear\n' >manifest.tsv
	while IFS= read -r line; do
		[[ $line == '#'* || $line == group* ]] && continue
		IFS=$'\t' read -r group sentence figures <<<"$line"
		n=$((n + 1))
		name=$(printf 'reports/%03d.txt' "$n")
		report "$sentence" >"$name"
		printf '%s\t2023\n' "$name" >>manifest.tsv
		printf '%s\t%s\t%s => %s\n' "$name" "$group" "$sentence" "$figures" >>expected
	done <"$BATS_TEST_DIRNAME/data/prose.tsv"
	gir-segment -m manifest.tsv reports/*.txt | gir-tables >cells
	awk -F '\t' '
		NR == FNR {
			if ($7 == "text")
				got[$1] = got[$1] (got[$1] == "" ? "" : "; ") $8 " " \
					($9 == "stated" ? "" : $9 " ") $10 ($11 == "unsure" ? "?" : "")
			next
		}
		{
			sub(/ => .*/, "", $3)
			print $1 "\t" $2 "\t" $3 " => " got[$1]
		}' cells expected >actual
}

report() {
	printf '甲县乙局2023年政府信息公开工作年度报告\n\n一、总体情况\n%s\n' "$1"
	printf '二、主动公开政府信息情况\n\n三、收到和处理政府信息公开申请情况\n\n'
	printf '四、政府信息公开行政复议、行政诉讼情况\n\n五、存在的主要问题及改进情况\n人手少。\n'
	printf '六、其他需要报告的事项\n%s\n' "${2:-无。}"
}

# The sentences of one group, as expected and as read.
check_group() {
	local of
	for of in expected actual; do
		awk -F '\t' -v group="$1" '$2 == group' "$BATS_FILE_TMPDIR/$of" \
			>"$BATS_TEST_TMPDIR/$of"
	done
	[[ -s $BATS_TEST_TMPDIR/expected ]]
	diff "$BATS_TEST_TMPDIR/expected" "$BATS_TEST_TMPDIR/actual"
}

# The figures of a report: row, col, value, state, raw, line.
figures() {
	cd "$BATS_TEST_TMPDIR" || return 1
	cat >one.txt
	printf 'doc\tyear\none.txt\t2023\n' >one.tsv
	gir-segment -m one.tsv one.txt | gir-tables | awk -F '\t' '$7 == "text"' | cut -f 8-13
}

@test "prose: requests received" {
	check_group received
}

@test "prose: nothing received, issued, disputed" {
	check_group zero
}

@test "prose: requests that are new" {
	check_group new
}

@test "prose: requests carried over" {
	check_group carried
}

@test "prose: requests handled" {
	check_group handled
}

@test "prose: reviews and suits" {
	check_group review
}

@test "prose: normative documents" {
	check_group normative
}

@test "prose: information disclosed" {
	check_group disclosed
}

@test "prose: enumerations" {
	check_group parts
}

@test "prose: other years, comparisons and running totals" {
	check_group year
}

@test "prose: approximate numbers are never certain" {
	check_group doubt
}

@test "prose: numbers that belong to something else" {
	check_group other
}

@test "prose: every sentence of the table is in a group that is tested" {
	local groups
	groups=$(cut -f 2 "$BATS_FILE_TMPDIR/expected" | sort -u | xargs)
	same "$groups" 'carried disclosed doubt handled new normative other parts received review year zero'
	(($(wc -l <"$BATS_FILE_TMPDIR/expected") >= 300))
}

@test "prose: raw is the clause in the source's own spelling, line is where it stands" {
	run -0 figures < <(report '回应社会关切；全年共收到政府信息公開申請 ３ 件，均已答复。' '本局未收到政府信息公开申请。')
	same "$output" "requests.received${TAB}stated${TAB}3${TAB}num${TAB}全年共收到政府信息公開申請 ３ 件${TAB}4
requests.received${TAB}stated${TAB}0${TAB}num${TAB}本局未收到政府信息公开申请${TAB}14"
}

@test "prose: figures of sections 2 to 4 are left to the tables" {
	run -0 figures < <(report '无。' | sed 's/^三、.*/&\n收到政府信息公开申请5件。/')
	same "$output" ''
}

@test "prose: no year known: a figure under a year's name is unsure" {
	cd "$BATS_TEST_TMPDIR"
	report '2023年收到政府信息公开申请5件。' | sed '1s/2023年//' >one.txt
	run -0 bash -c "gir-segment one.txt | gir-tables | awk -F '\t' '\$7 == \"text\"' | cut -f 8,10,11"
	same "$output" "requests.received${TAB}5${TAB}unsure"
}

@test "prose: a whole area's figure is certain in the area's own report" {
	run -0 figures < <(report '全县共收到政府信息公开申请300件。' | sed '1s/.*/于都县2023年政府信息公开工作年度报告/')
	same "$(cut -f 1,3,4 <<<"$output")" "requests.received${TAB}300${TAB}num"
	run -0 figures < <(report '全县共收到政府信息公开申请300件。' | sed '1s/.*/于都县水利局2023年政府信息公开工作年度报告/')
	same "$(cut -f 1,3,4 <<<"$output")" "requests.received${TAB}300${TAB}unsure"
}

@test "prose: a sentence that the page broke into lines is one" {
	run -0 figures < <(report '围绕群众关心的就业、养老、教育等重点领域，全年主动公开政府信息20条，其中公告9条，
动态11条。政务公开工作进一步规范，依申请公开渠道保持畅通，全年共收到政府信息公开
申请3件，办结3件。')
	same "$(cut -f 1-3,6 <<<"$output")" "disclosed.total${TAB}stated${TAB}20${TAB}4
disclosed.part${TAB}公告${TAB}9${TAB}4
disclosed.part${TAB}动态${TAB}11${TAB}5
requests.received${TAB}stated${TAB}3${TAB}5
requests.handled${TAB}stated${TAB}3${TAB}6"
}

@test "prose: an enumeration goes on in the next line" {
	run -0 figures < <(report '我局扎實推進重點領域信息主動公開，全年共主動公開政府信息3條，其中，機構職能類1條；計劃總結類1條；
人事信息1條。
主动公开信息10条，其中：
1.公告6条；
2.人事4条。')
	same "$(cut -f 1-4,6 <<<"$output")" "disclosed.total${TAB}stated${TAB}3${TAB}num${TAB}4
disclosed.part${TAB}機構職能類${TAB}1${TAB}num${TAB}4
disclosed.part${TAB}計劃總結類${TAB}1${TAB}num${TAB}4
disclosed.part${TAB}人事信息${TAB}1${TAB}num${TAB}5
disclosed.total${TAB}stated${TAB}10${TAB}num${TAB}6
disclosed.part${TAB}公告${TAB}6${TAB}num${TAB}7
disclosed.part${TAB}人事${TAB}4${TAB}num${TAB}8"
}

@test "prose: items of a list are sentences of their own" {
	run -0 figures < <(report '一是扎实推进重点领域的信息主动公开，按2022年的要求做好解读和回应工作；
二是收到政府信息公开申请2件。')
	same "$(cut -f 1,3 <<<"$output")" "requests.received${TAB}2"
}

@test "prose: a heading says what the paragraph below it is about" {
	run -0 figures < <(report '（二）依申请公开情况

共收到申请15件，办结15件。')
	same "$(cut -f 1,3,6 <<<"$output")" "requests.received${TAB}15${TAB}6
requests.handled${TAB}15${TAB}6"
	run -0 figures < <(report '（二）2022年依申请公开情况
收到政府信息公开申请5件。
（三）法律援助情况
共收到申请15件（含上年结转3件）。')
	same "$output" ''
}

@test "prose: a line that breaks off is no certain number and no whole enumeration" {
	run -0 figures < <(report '收到政府信息公开申请1

主动公开信息20条，其中公告9条，动态8条，

主动公开信息20条，其中公告9条，动态8条')
	same "$(cut -f 1-4 <<<"$output")" "disclosed.total${TAB}stated${TAB}20${TAB}num
disclosed.part${TAB}公告${TAB}9${TAB}unsure
disclosed.part${TAB}动态${TAB}8${TAB}unsure
disclosed.total${TAB}stated${TAB}20${TAB}num
disclosed.part${TAB}公告${TAB}9${TAB}unsure
disclosed.part${TAB}动态${TAB}8${TAB}unsure"
}

@test "prose: of a clause without end only the phrase itself is told" {
	long=$(printf '%1000s' '' | sed 's/ /行政复议3件/g')
	run -0 figures < <(report "政府信息公开$long。")
	same "$(cut -f 5 <<<"$output" | sort | uniq -c | sed 's/^ *//')" '1000 行政复议3件'
}

@test "prose: a sentence too long to be one is passed over, the next is read" {
	long=$(printf '%20000s' '' | sed 's/ /字/g')
	run -0 figures < <(report "收到政府信息公开申请5件${long}。收到政府信息公开申请6件。")
	same "$(cut -f 3 <<<"$output")" 6
}
