# Every filter under valgrind over the specimen reports and over bad input: no error, no leak. Run by
# `make test VALGRIND=1` alone, since it is slow.

setup() {
	load lib
	cd "$BATS_TEST_TMPDIR" || exit
	corpus=$ROOT/corpus
}

check() {
	valgrind --quiet --error-exitcode=99 --leak-check=full --show-leak-kinds=definite,indirect \
		"$BUILD/bin/$1" "${@:2}"
}

# The exit status of valgrind's program is anything but a fault's.
clean() {
	local status=0
	check "$@" >out 2>err || status=$?
	[[ $status -lt 3 ]] && return
	cat err >&2
	return 1
}

@test "the pipeline over the specimen reports" {
	find "$corpus" -type f -print0 | sort -z >list
	clean gir-segment -0 -f list -C "$corpus"
	mv out blocks
	clean gir-tables blocks
	mv out cells
	clean gir-check -o findings cells
	mv out checked
	clean gir-agg checked
	mv out sums
	for option in -w --csv --indicators --reconcile; do
		clean gir-agg "$option" sums checked
	done
}

@test "files that are no reports, reports that are damaged" {
	: >empty
	head -c 5000 /dev/urandom >binary
	printf 'abc\xe6' >cut
	printf '\xff\xfe\x00' >utf16
	first=$(find "$corpus" -type f -name '*.txt' | sort | head -1)
	for n in 100 1000 3000; do
		head -c "$n" "$first" >"head$n"
		tail -c "$n" "$first" >"tail$n"
	done
	clean gir-segment empty binary cut utf16 head* tail* . nowhere
	mv out blocks
	clean gir-tables blocks
	mv out cells
	clean gir-check -o findings cells
}

@test "streams that are damaged" {
	printf 'doc\tline\n' >headless
	printf 'doc\tline\tsect\tkind\tpos\ttext\na\tb\nc\tx\ty\tz\t1.1.1+\t\\' >ragged
	for input in headless ragged binary /dev/null; do
		[[ -e $input ]] || head -c 5000 /dev/urandom >"$input"
		for program in gir-tables gir-check gir-agg; do
			clean "$program" "$input"
		done
	done
}
