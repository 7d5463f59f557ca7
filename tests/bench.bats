# make bench, for its shape alone: nothing here looks at how long anything took.

load lib

setup_file() {
	make -s -C "$ROOT" build test-tools BUILD="$BUILD"
}

setup() {
	export TMPDIR=$BATS_TEST_TMPDIR/tmp
	mkdir "$TMPDIR"
}

@test "bench: a table with every stage, and the same results from every peer" {
	run -0 --separate-stderr make -s --no-print-directory -C "$ROOT" \
		bench N=50 ROUNDS=1 BUILD="$BUILD"
	# shellcheck disable=SC2154 # run sets it
	same "$stderr" ''
	[[ $output == "50 reports, "* && $output == *"the same results everywhere: "* ]]
	for stage in 'segment, UTF-8' 'segment, GB18030' 'HTML pages' DOCX tables check agg pipe; do
		grep -qE "^$stage +x (wc -l|cat) " <<<"$output"
	done
	for row in gir-segment gir-tables 'gir-check, one report' gir-agg 'the four filters'; do
		grep -qE "^ +$row +[0-9.]+" <<<"$output"
	done
	grep -qE '^the pipe +[0-9.]+ of 10000 reports a second$' <<<"$output"
	same "$(ls "$TMPDIR")" ''
}

@test "bench: a result that differs is told, and is the exit status" {
	mkdir "$BATS_TEST_TMPDIR/bin"
	printf '#!/bin/sh\necho wrong\n' >"$BATS_TEST_TMPDIR/bin/mawk"
	chmod +x "$BATS_TEST_TMPDIR/bin/mawk"
	PATH=$BATS_TEST_TMPDIR/bin:$PATH run -1 --separate-stderr \
		env BUILD="$BUILD" "$ROOT/pipelines/bench" 20 1
	[[ $stderr == *"mawk has another result"* ]]
}

@test "bench: no number of reports" {
	BUILD="$BUILD" run ! "$ROOT/pipelines/bench" many
	[[ $output == *"not a number: many"* ]]
}

@test "bench-run: a line a size, with what a second run and one change take" {
	run env BUILD="$BUILD" "$ROOT/pipelines/bench-run" 20 40
	[[ $status -le 1 ]] # how long it took is not looked at
	same "$(tail -n +3 <<<"$output" | awk '{ print $1, NF }')" "$(printf '%s\n' '20 4' '40 4')"
	same "$(ls "$TMPDIR")" ''
	run -2 "$ROOT/pipelines/bench-run" many
	[[ $output == 'bench-run: "many" is no number of reports' ]]
}
