# lib: what every test file loads. BUILD names the build directory, default build/.
bats_require_minimum_version 1.5.0

ROOT=$(cd "${BATS_TEST_DIRNAME:-$(dirname "${BASH_SOURCE[0]}")}/.." && pwd)
BUILD=${BUILD:-$ROOT/build}
[[ $BUILD == /* ]] || BUILD=$ROOT/$BUILD
PATH=$BUILD/bin:$PATH
export LC_ALL=C.UTF-8 PYTHONDONTWRITEBYTECODE=1
TAB=$'\t'

# Fails, showing both, unless the two texts are equal.
same() {
	[[ $1 == "$2" ]] && return
	printf 'expected:\n%s\nactual:\n%s\n' "$2" "$1" >&2
	return 1
}
