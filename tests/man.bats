# The manual pages: they are clean, and they name all that the programs and the data do.

load lib

PROGRAMS=(gir-segment gir-tables gir-check gir-agg gir-report)

# Fails for each word of standard input that the page does not hold as a word.
named_in() {
	local page=$1 word missing=0
	while read -r word; do
		grep -qwF -- "$word" "$page" && continue
		echo "$page does not name $word" >&2
		missing=1
	done
	return "$missing"
}

# A column of a data file, by name.
column() {
	grep -v '^#' "$2" | awk -F '\t' -v name="$1" '
		NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) at = i; next }
		$at != "" { print $at }'
}

@test "man: every page is clean" {
	command -v mandoc >/dev/null || skip 'mandoc is not installed'
	run -0 mandoc -Tlint -W warning "$ROOT"/common/*.7 "$ROOT"/cmd/*/*.1
	same "$output" ''
}

@test "man: every program has a page that tells each of its options" {
	local program
	for program in "${PROGRAMS[@]}"; do
		"$program" --help | grep -oE '^ +(-., )?--[a-z-]+' | grep -oE -- '--.*' | sed 's/^--//' |
			named_in "$ROOT/cmd/$program/$program.1"
		"$program" --help | sed -n -E 's/^  -(.), --.*/\1/p' |
			while read -r letter; do
				grep -qE "Fl (Fl )?$letter\b" "$ROOT/cmd/$program/$program.1" ||
					{ echo "$program: -$letter"; exit 1; }
			done
	done
}

@test "man: every page has exit status, examples and diagnostics" {
	local program section
	for program in "${PROGRAMS[@]}"; do
		for section in 'EXIT STATUS' EXAMPLES DIAGNOSTICS 'SEE ALSO'; do
			grep -qx ".Sh $section" "$ROOT/cmd/$program/$program.1"
		done
	done
}

@test "man: gir(7) names each row and column of the forms" {
	local form
	for form in "$ROOT"/common/data/forms/*.tsv; do
		grep -E '^(row|column)' "$form" | cut -f 3 | sort -u | named_in "$ROOT/common/gir.7"
	done
}

@test "man: gir(7) names each rule, figure and data file" {
	local data=$ROOT/common/data
	column id "$data/rules.tsv" | sort -u | named_in "$ROOT/common/gir.7"
	column figure "$data/prose.tsv" | tr , '\n' | sort -u | named_in "$ROOT/common/gir.7"
	column figure "$data/figures.tsv" | sort -u | named_in "$ROOT/common/gir.7"
	(cd "$data" && ls ./*.tsv) | sed 's/^..//' | named_in "$ROOT/common/gir.7"
}

@test "man: the headers in gir(7) are those that the programs write" {
	local text
	text=$(tr '\n' ' ' <"$ROOT/common/gir.7")
	report() {
		printf '甲县乙局2023年政府信息公开工作年度报告\n一、总体情况\n'
	}
	for header in "$(report | gir-segment | head -n 1)" \
		"$(report | gir-segment | gir-tables | head -n 1)" \
		"$(report | gir-segment | gir-tables | gir-check -o /dev/stdout | head -n 1)" \
		"$(report | gir-segment | gir-tables | gir-agg | head -n 1)"; do
		header=${header//$'\t'/ }
		header=${header% verdict}
		[[ $text == *"$header"* ]] || { echo "$header"; false; }
	done
}

@test "man: gir(7) tells how many lines a report has" {
	local form count
	for form in 2019 2021; do
		count=$(tr '\n' ' ' <"$ROOT/common/gir.7" | grep -oE "[0-9]+ (lines )?for form $form" |
			grep -oE '^[0-9]+')
		# A form with its headings only: all cells are absent, and each is there.
		printf '甲县乙局%s年政府信息公开工作年度报告\n一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n' \
			"$form" >"$BATS_TEST_TMPDIR/$form.txt"
		same "$(gir-segment "$BATS_TEST_TMPDIR/$form.txt" | gir-tables |
			awk -F '\t' '$11 == "absent" && $7 != "doc"' | wc -l)" "$count"
	done
}
