# placed: what the tests of formats with placed text (PDF, OFD) share. form.txt is a small table on a page.

FORM=$ROOT/tests/page/form.txt
# shellcheck disable=SC2034 # for those that load this
ALL='0 12 5 2 1 14'

# cells FILE: the values of the two rows of form.txt, the states of those that are no numbers.
cells() {
	gir-segment "$1" | gir-tables | awk -F'\t' '
		$7 == "active" && $8 ~ /^(regulations|normative)$/ {
			printf "%s%s", n++ ? " " : "", $11 == "num" ? $10 : $11
		}
		END { print "" }'
}

# format_of FILE: what the stream calls the file's format.
format_of() {
	gir-segment "$1" 2>messages | awk -F'\t' '$5 == "format" { print $6 }'
}

# drawn EXPECTED [SED]: the form, changed, drawn and read.
drawn() {
	sed "${2:-}" "$FORM" | draw >form.page
	same "$(cells form.page)" "$1"
}

# The cells of a table in section 2 and their places.
places() {
	gir-segment "$1" | awk -F'\t' '$3 == 2 && $4 == "cell" { print $5 " " $6 }'
}
