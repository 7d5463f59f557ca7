# What is handed on: the tarball, and programs that are the same files wherever they were built.

load lib

setup() {
	# The build directory, too, is the one of each tree.
	unset MAKEFLAGS MAKELEVEL MFLAGS MAKEOVERRIDES BUILD CFLAGS
}

@test "dist: a tarball, of one commit always the same bytes, that builds the same programs anywhere" {
	[[ ! ${SAN-}${COVERAGE-} ]] || skip 'programs of another kind'
	git -C "$ROOT" rev-parse HEAD &>/dev/null || skip 'no clone'
	git clone -q --no-hardlinks "$ROOT" "$BATS_TEST_TMPDIR/one"
	git clone -q --no-hardlinks "$ROOT" "$BATS_TEST_TMPDIR/another"
	cd "$BATS_TEST_TMPDIR"
	for clone in one another; do
		make -s -C "$clone" dist >/dev/null
	done
	tarball=$(cd one && echo gir-*.tar.gz)
	cmp "one/$tarball" "another/$tarball"
	tar xf "one/$tarball"
	same "$(cd "${tarball%.tar.gz}" && ls README.md Makefile cmd/gir-agg/main.c)" \
		$'Makefile\nREADME.md\ncmd/gir-agg/main.c'
	make -s -j2 -C "${tarball%.tar.gz}" build
	make -s -j2 -C another build BUILD="$BATS_TEST_TMPDIR/elsewhere"
	for program in segment tables check agg report; do
		cmp "${tarball%.tar.gz}/build/bin/gir-$program" "elsewhere/bin/gir-$program"
	done
}
