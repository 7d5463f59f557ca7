# panel.csv and datapackage.json: what users of statistics programs and spreadsheets get of a run.

setup_file() {
	load lib
	unset MAKEFLAGS MAKELEVEL MFLAGS MAKEOVERRIDES
	export GIR_CORPUS=$BATS_FILE_TMPDIR/corpus GIR_OUT=$BATS_FILE_TMPDIR/out GIR_BUILD=$BUILD
	cd "$ROOT" || exit
	cp -r corpus "$GIR_CORPUS"
	cp "$GIR_CORPUS/宁波市/科技局 2023.txt" "$GIR_CORPUS/odd, \"name\".txt"
	pipelines/run make
}

setup() {
	load lib
	PACKAGE=$GIR_OUT/datapackage.json
	cd "$GIR_OUT" || exit
}

need() {
	command -v "$1" >/dev/null || skip "$1 is not installed"
}

# The values of column $2 of CSV file $1.
csv_column() {
	python3 -c 'import csv, sys
for row in csv.DictReader(open(sys.argv[1], encoding="utf-8-sig", newline="")):
    print(row[sys.argv[2]])' "$@"
}

@test "panel.csv: mark, CRLF, a line a report of a form, in the order of reports.tsv" {
	need python3
	same "$(head -c 3 panel.csv | od -An -tx1)" " ef bb bf"
	same "$(grep -c $'\r$' panel.csv)" "$(wc -l <panel.csv)"
	same "$(csv_column panel.csv doc)" "$(awk -F'\t' 'NR > 1 && $6 != "" { print $1 }' reports.tsv)"
}

@test "panel.csv: a column a cell of both forms, group totals in line" {
	local columns
	columns=$(head -n 1 panel.csv | tr -d '\r' | tr , '\n')
	for column in active.normative.issued active.normative.made active.procurement.amount \
		requests.denied.total requests.other.total requests.other.misc.total review.suit_after.total; do
		grep -qx "$column" <<<"$columns"
	done
	same "$(sort <<<"$columns" | uniq -d)" ""
	# The names are the same whatever the corpus holds.
	gir-segment "$ROOT/LICENSE" | gir-tables | gir-agg --panel --csv | cmp - <(head -n 1 panel.csv)
}

@test "panel.csv: the numbers are those of the cells" {
	need python3
	for column in requests.new.total active.fees.amount review.review.corrected; do
		same "$(csv_column panel.csv "$column")" "$(awk -F'\t' -v want="$column" '
			NR > 1 && $7 != "doc" && $1 != doc { if (doc != "") print value; doc = $1; value = "" }
			$7 "." $8 "." $9 == want && $11 == "num" { value = $10 }
			END { print value }' cells/all.tsv)"
	done
}

@test "datapackage.json: keeps the rules of Tabular Data Package" {
	need jq
	jq -e '.profile == "tabular-data-package" and (.name | test("^[-a-z0-9._/]+$")) and
		(.resources | length > 0)' "$PACKAGE"
	jq -e '[.resources[].name] | length == (unique | length)' "$PACKAGE"
	jq -e 'all(.resources[]; .profile == "tabular-data-resource" and
		(.name | test("^[-a-z0-9._/]+$")) and
		(.path | test("^/|[.][.]|\\\\") | not) and .encoding == "utf-8" and
		(.dialect.delimiter | length == 1) and (.dialect.doubleQuote | type == "boolean") and
		(.schema.missingValues | type == "array"))' "$PACKAGE"
	jq -e 'all(.resources[].schema; . as $s | (.fields | length > 0) and
		([.fields[].name] | length == (unique | length)) and
		all(.fields[]; (.name | length > 0) and (.description | length > 0) and
			(.type | IN("string", "number", "integer", "year"))) and
		all(.primaryKey // [] | .[]; IN($s.fields[].name)))' "$PACKAGE"
}

@test "datapackage.json: names every table, with the columns that it has" {
	need jq
	same "$(jq -r '.resources[].path' "$PACKAGE" | sort)" \
		"$(printf '%s\n' *.tsv *.csv cells/*.tsv | sort)"
	while IFS=$'\t' read -r path columns; do
		same "$columns" "$(head -n 1 "$path" | sed $'s/^\xef\xbb\xbf//; s/\r$//' | tr , ' ' | tr '\t' ' ')"
	done < <(jq -r '.resources[] | [.path, ([.schema.fields[].name] | join(" "))] | @tsv' "$PACKAGE")
}

@test "datapackage.json: every value is of its type, every primary key is one" {
	need python3
	run -0 "$ROOT/tests/check-package" "$PACKAGE"
	same "$output" ""
}

@test "datapackage.json: a column that is not described is trouble" {
	mkdir -p "$BATS_TEST_TMPDIR/.work/tmp"
	cp -r ./*.tsv ./*.csv cells "$BATS_TEST_TMPDIR"
	cp .work/shards "$BATS_TEST_TMPDIR/.work"
	cd "$BATS_TEST_TMPDIR"
	export GIR_ROOT=$ROOT
	"$ROOT/pipelines/package" | cmp - "$PACKAGE"
	sed -i '1s/$/\tnews/' reports.tsv
	run -2 "$ROOT/pipelines/package"
	[[ $output == *"package: reports.tsv: no column news in tables.tsv"* ]]
}

# The CSV file $1 into a spreadsheet and back to CSV, in BATS_TEST_TMPDIR: UTF-8, commas.
through_calc() {
	local name
	name=$(basename "$1" .csv)
	soffice "-env:UserInstallation=file://$BATS_TEST_TMPDIR/office" --headless \
		--infilter=CSV:44,34,76,1 --convert-to ods --outdir "$BATS_TEST_TMPDIR" "$1"
	soffice "-env:UserInstallation=file://$BATS_TEST_TMPDIR/office" --headless \
		--convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1' \
		--outdir "$BATS_TEST_TMPDIR" "$BATS_TEST_TMPDIR/$name.ods"
}

# Rows of the CSV files $1 and $2 that differ; a spreadsheet takes 000000 for 0.
differences() {
	python3 -c 'import csv, re, sys
def rows(path):
    for row in csv.reader(open(path, encoding="utf-8-sig", newline="")):
        yield [str(float(v)) if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", v) else v for v in row]
before, after = list(rows(sys.argv[1])), list(rows(sys.argv[2]))
if len(before) != len(after):
    print(len(before), "rows become", len(after))
for a, b in zip(before, after):
    if a != b:
        print(a[:6], "becomes", b[:6])' "$@"
}

@test "aggregates.csv and panel.csv through LibreOffice Calc and back" {
	need soffice
	need python3
	for table in aggregates panel; do
		through_calc "$table.csv"
		same "$(differences "$table.csv" "$BATS_TEST_TMPDIR/$table.csv")" ""
	done
}
