# pipelines/nightly: what is new since the last night, one at a time, logs, exit status.

setup() {
	load lib
	load reports
	unset MAKEFLAGS MAKELEVEL MFLAGS MAKEOVERRIDES
	export GIR_CORPUS=$BATS_TEST_TMPDIR/corpus GIR_OUT=$BATS_TEST_TMPDIR/out BUILD JOBS=1
	mkdir "$GIR_CORPUS"
}

nightly() {
	"$ROOT/pipelines/nightly" "$GIR_CORPUS" "$GIR_OUT"
}

# The lists of the summary whose heading begins with $1.
part() {
	awk -v what="^[0-9]+ $1" '/^[0-9]/ { on = $0 ~ what } on' "$GIR_OUT/nightly/summary"
}

@test "the first night everything is new; the next nothing" {
	report "$GIR_CORPUS/a.txt" 统计局 2023
	run -1 nightly
	same "$(part 'reports new')" $'1 reports new\n    a.txt'
	[[ $output == *"findings new"*"error table a.txt"* ]]
	run -0 nightly
	same "$output" "0 reports new
0 reports gone
0 reports changed
0 findings new
0 findings solved
0 sums moved"
}

@test "reports new, gone, changed, of every name" {
	for name in a b $'new\nline' 'back\slash'; do
		report "$GIR_CORPUS/$name.txt" 统计局
	done
	run -1 nightly
	rm "$GIR_CORPUS/a.txt" "$GIR_CORPUS/back\\slash.txt"
	report "$GIR_CORPUS/b.txt" 统计局 2023 5
	report "$GIR_CORPUS/"$'tab\t.txt' 统计局
	nightly || true
	same "$(part reports)" '1 reports new
    tab\t.txt
2 reports gone
    a.txt
    back\\slash.txt
1 reports changed
    b.txt'
}

@test "findings new and solved; a line that moved is not one" {
	report "$GIR_CORPUS/a.txt" 统计局 2023
	run -1 nightly
	sed -i '2i \\n' "$GIR_CORPUS/a.txt"
	run -0 nightly
	same "$(part findings)" $'0 findings new\n0 findings solved'
	report "$GIR_CORPUS/a.txt" 统计局 2023
	sed -i '/^三、/d' "$GIR_CORPUS/a.txt"
	run -1 nightly
	[[ $(part 'findings new') == *"error section a.txt 3"* ]]
	report "$GIR_CORPUS/a.txt" 统计局 2023
	run -0 nightly
	[[ $(part 'findings solved') == *"error section a.txt 3"* ]]
}

@test "sums that moved, the largest move first" {
	cp -r "$ROOT/corpus/." "$GIR_CORPUS"
	run -1 nightly
	# Some report of 科技局: 500 new requests more, of a person.
	sed -i -E 's/(本年新收\S+ +)[0-9]+/\1500/' "$GIR_CORPUS/宁波市/科技局 2023.txt"
	nightly || true
	cut -f 1 "$GIR_OUT/nightly/news/sums" | tr -d + | awk '{ print $1 < 0 ? -$1 : $1 }' | sort -c -g -r
	grep -P '^\+[0-9]+\tcounty\t330200\t宁波市\t2023\trequests/new/natural\t[0-9]+\t[0-9]+$' \
		"$GIR_OUT/nightly/news/sums"
	[[ $(part 'sums moved') == *"nation 000000 全国 2023 requests/new/natural: "*" to "* ]]
	awk -F'\t' '$8 - $7 != $1 + 0 { exit 1 }' "$GIR_OUT/nightly/news/sums"
}

@test "many lines are cut short, with all of them in news/" {
	for i in {1..30}; do
		: >"$GIR_CORPUS/$i.txt"
	done
	run -1 nightly
	same "$(part 'reports new' | tail -n 1)" "    and 10 more in news/new-reports"
	same "$(wc -l <"$GIR_OUT/nightly/news/new-reports")" 30
}

@test "one at a time" {
	mkdir -p "$GIR_OUT/nightly"
	exec 8>"$GIR_OUT/nightly/lock"
	flock 8
	run -2 nightly
	same "$output" "nightly: another one is at work in $GIR_OUT"
	exec 8>&-
	run -0 nightly
}

@test "trouble: status 2, the reason, and the next night compares with the last good one" {
	report "$GIR_CORPUS/a.txt" 统计局
	run -1 nightly
	report "$GIR_CORPUS/b.txt" 审计局
	touch "$GIR_CORPUS"/manifest.{csv,tsv}
	run -2 nightly
	[[ $output == *"both manifest.tsv and manifest.csv"*"nightly: make failed; all that it wrote is in "* ]]
	rm "$GIR_CORPUS"/manifest.*
	run -1 nightly
	same "$(part 'reports new')" $'1 reports new\n    b.txt'
	run -2 "$ROOT/pipelines/nightly" "$GIR_CORPUS"
	run -2 "$ROOT/pipelines/nightly" "$GIR_CORPUS/none" "$GIR_OUT"
	nightly >/dev/full || same "$?" 2
}

@test "logs are kept for some nights" {
	export GIR_KEEP=3
	for night in 1 2 3 4 5; do
		nightly
	done
	same "$(cd "$GIR_OUT/nightly" && echo log*)" "log log.1 log.2 log.3"
	[[ $(<"$GIR_OUT/nightly/log") == *begin$'\n'*end ]]
}

@test "a night killed at any instant: the next one tells all the same" {
	report "$GIR_CORPUS/a.txt" 统计局
	run -1 nightly
	report "$GIR_CORPUS/b.txt" 审计局
	for delay in 0.05 0.1 0.2 0.3; do
		setsid "$ROOT/pipelines/nightly" "$GIR_CORPUS" "$GIR_OUT" >/dev/null 2>&1 3>&- &
		sleep "$delay"
		kill -9 -- -$! 2>/dev/null || break
		wait $! || true
	done
	nightly || true
	[[ $(<"$GIR_OUT/nightly/summary") == *"reports new"* ]]
	run -0 nightly
	cut -f 1 "$GIR_OUT/nightly/last/reports" | diff - <(printf 'a.txt\nb.txt\n')
}

@test "the sample timer is one that systemd takes" {
	command -v systemd-analyze >/dev/null || skip 'systemd is not installed'
	local when
	when=$(sed -n 's/^OnCalendar=//p' "$ROOT/pipelines/examples/gir-nightly.timer")
	systemd-analyze calendar "$when"
}
