# findings: what gir-check found, in a form that a test can compare.

setup() {
	cd "$BATS_TEST_TMPDIR" || exit 1
}

# findings ARGS...: the findings about the report that `cells ARGS...` prints, a line each: rule
# severity table/row/col expected actual line, with `-` for what is empty.
findings() {
	cells "$@" | gir-check -o found >checked
	brief
}

# The same of the file `found`, whoever wrote it.
brief() {
	awk -F '\t' 'NR > 1 {
		for (i = 5; i <= 12; i++)
			if ($i == "")
				$i = "-"
		place = $7 "/" $8 "/" $9
		if (place == "-/-/-")
			place = "-"
		print $5, $6, place, $10, $11, $12
	}' found
}

# The cells of the file `checked` whose verdict is not ok: table/row/col verdict.
verdicts() {
	awk -F '\t' 'NR > 1 && $NF != "ok" { print $7 "/" $8 "/" $9, $NF }' checked
}

# The message of the last finding.
message() {
	tail -n 1 found | cut -f 13
}
