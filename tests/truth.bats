# Generated reports with known truth, every layout at every level of noise.

load lib

setup_file() {
	make -s -C "$ROOT" test-tools BUILD="$BUILD"
}

@test "truth: the generator gives the same bytes for the same seed" {
	"$BUILD/tests/gir-generate" -n 52 -s 7 "$BATS_TEST_TMPDIR/a"
	"$BUILD/tests/gir-generate" -n 52 -s 7 "$BATS_TEST_TMPDIR/b"
	diff -r "$BATS_TEST_TMPDIR/a" "$BATS_TEST_TMPDIR/b"
}

@test "truth: no wrong number, 99 % of the certain cells and of the facts, all layouts" {
	SHOW=2 BUILD="$BUILD" "$ROOT/tests/fuzz-truth" 520 1
}

@test "truth: the same over another seed, heavy damage only" {
	SHOW=2 BUILD="$BUILD" "$ROOT/tests/fuzz-truth" 260 2 all 3
}
