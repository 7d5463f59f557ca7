# The same reports in every format: what is read is the same, and right.

load lib

# Sanitizers take their time.
N=${ASAN_OPTIONS:+60}
N=${N:-300}

setup_file() {
	make -s -C "$ROOT" build test-tools BUILD="$BUILD"
	generate text 60 0
	read_reports "$BATS_FILE_TMPDIR/text"
}

# generate FORMAT N NOISE: reports and their cells in the directory FORMAT of the file's own.
generate() {
	local dir=$BATS_FILE_TMPDIR/$1
	mkdir "$dir"
	"$BUILD/tests/gir-generate" -n "$2" -x "$3" -l word -F "$1" "$dir"
}

read_reports() {
	sed "s|^|$1/reports/|" "$1/list" >"$1/paths"
	gir-segment -C "$1/reports" -f "$1/paths" | gir-tables >"$1/cells.tsv"
}

# The official cells of the reports in their order, whatever their names.
official() {
	awk -F'\t' -v OFS='\t' '
	NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
	$at["doc"] != doc { doc = $at["doc"]; n++ }
	$at["table"] ~ /^(active|requests|review)$/ {
		print n, $at["year"], $at["region"], $at["org"], $at["scope"], $at["form"], $at["table"],
			$at["row"], $at["col"], $at["value"], $at["state"]
	}' "$1/cells.tsv"
}

# equal_to_text DIR [PERCENT]: of its cells so many are as in the text, and no number is another one.
equal_to_text() {
	read_reports "$1"
	official "$BATS_FILE_TMPDIR/text" >"$BATS_TEST_TMPDIR/expected"
	official "$1" | awk -F'\t' -v OFS='\t' -v least="${2:-100}" -v reports="$(wc -l <"$1/list")" '
	{ key = $1 OFS $7 OFS $8 OFS $9 }
	NR == FNR {
		if ($1 <= reports) { want[key] = $0; value[key] = $10 $11; cells++ }
		next
	}
	want[key] == $0 { right++; next }
	$11 == "num" && value[key] != $10 $11 { wrong++ }
	shown++ < 10 { print "expected " want[key] "\n  actual " $0 }
	END {
		print right " of " cells " cells, " wrong + 0 " wrong"
		exit !(cells > 0 && right >= cells * least / 100 && !wrong)
	}' "$BATS_TEST_TMPDIR/expected" -
}

# Reports without any noise: every cell as in the text.
same_as_text() {
	generate "$1" "$2" 0
	equal_to_text "$BATS_FILE_TMPDIR/$1"
}

# right FORMAT N PERCENT: with all noise, no wrong number, so many of the certain cells right.
right() {
	SHOW=5 FORMAT=$1 RIGHT=$3 BUILD="$BUILD" "$ROOT/tests/fuzz-truth" "$2" 1
}

@test "formats: the generator gives the same bytes for the same seed" {
	"$BUILD/tests/gir-generate" -n 64 -s 7 -F all "$BATS_TEST_TMPDIR/a"
	"$BUILD/tests/gir-generate" -n 64 -s 7 -F all "$BATS_TEST_TMPDIR/b"
	diff -r "$BATS_TEST_TMPDIR/a" "$BATS_TEST_TMPDIR/b"
}

@test "formats: the generator tells of the same reports in every format" {
	for format in text html html-word html-site docx pdf ofd; do
		dir=$BATS_TEST_TMPDIR/$format
		"$BUILD/tests/gir-generate" -n 60 -s 7 -l word -F "$format" "$dir"
		cut -f 2-12 "$dir/truth.tsv" >"$dir/truth"
		cmp "$dir/truth" "$BATS_TEST_TMPDIR/text/truth"
	done
}

@test "formats: clean HTML reads as text does" { same_as_text html 60; }
@test "formats: HTML of Word reads as text does" { same_as_text html-word 60; }
@test "formats: pages of a site read as text does" { same_as_text html-site 60; }
@test "formats: DOCX reads as text does" { same_as_text docx 60; }
@test "formats: PDF reads as text does" { same_as_text pdf 30; }
@test "formats: OFD reads as text does" { same_as_text ofd 60; }

@test "formats: clean HTML, all noise" { right html $N 99.5; }
@test "formats: HTML of Word, all noise" { right html-word $N 99.5; }
@test "formats: pages of a site, all noise" { right html-site $N 99.5; }
@test "formats: DOCX, all noise" { right docx $N 99.5; }
@test "formats: PDF with rulings, all noise" { right pdf 60 98; }
@test "formats: PDF with horizontal rulings, all noise" { right pdf-half 40 98; }
@test "formats: PDF without rulings, all noise" { right pdf-bare 40 98; }
@test "formats: OFD, all noise" { right ofd $N 98; }

# ---- real producers, where they are ----

# converted FROM TO N [PERCENT]: reports in format FROM, each turned into a TO by LibreOffice and put in its place;
# a name tells nothing. Their cells are those of the text.
converted() {
	command -v soffice >/dev/null || skip 'LibreOffice is not here'
	[[ ! ${ASAN_OPTIONS-} ]] || skip 'the reader is under sanitizers elsewhere'
	local dir=$BATS_TEST_TMPDIR/reports flat=$BATS_TEST_TMPDIR/flat name i=0 filter=()
	mkdir "$dir" "$flat"
	"$BUILD/tests/gir-generate" -n "$3" -x 0 -l word -F "$1" "$dir"
	while IFS= read -r name; do
		cp "$dir/reports/$name" "$flat/$((++i)).$1"
	done <"$dir/list"
	[[ $1 != html ]] || filter=('--infilter=HTML (StarWriter)')
	soffice "-env:UserInstallation=file://$BATS_FILE_TMPDIR/office" --headless "${filter[@]}" \
		--convert-to "$2" --outdir "$flat/out" "$flat"/*."$1" >"$BATS_TEST_TMPDIR/log" 2>&1
	i=0
	while IFS= read -r name; do
		mv "$flat/out/$((++i)).$2" "$dir/reports/$name"
	done <"$dir/list"
	equal_to_text "$dir" "${4:-100}"
}

@test "formats: DOCX by LibreOffice" { converted docx docx 12; }
@test "formats: DOCX from HTML by LibreOffice" { converted html docx 12; }
@test "formats: ODT by LibreOffice" { converted docx odt 4; }
@test "formats: DOC by LibreOffice" { converted docx doc 4; }
@test "formats: PDF by LibreOffice" { converted docx pdf 12 98; }

@test "formats: PDF by WeasyPrint" {
	command -v weasyprint >/dev/null || skip 'WeasyPrint is not here'
	[[ ! ${ASAN_OPTIONS-} ]] || skip 'the reader is under sanitizers elsewhere'
	dir=$BATS_TEST_TMPDIR/html
	"$BUILD/tests/gir-generate" -n 4 -x 0 -l word -F html "$dir"
	while IFS= read -r name; do
		weasyprint -q -e utf-8 "$dir/reports/$name" "$BATS_TEST_TMPDIR/page.pdf"
		mv "$BATS_TEST_TMPDIR/page.pdf" "$dir/reports/$name"
	done <"$dir/list"
	equal_to_text "$dir"
}
