# The completion: what it offers is what the programs' --help names.

load lib

setup() {
	cd "$BATS_TEST_TMPDIR" || exit 1
	# shellcheck source=/dev/null
	source "$ROOT/cmd/gir.bash-completion"
}

# Completes the words given, the last of which is being typed, and prints what is offered.
offer() {
	COMP_WORDS=("$@")
	COMP_CWORD=$(($# - 1))
	COMPREPLY=()
	_gir "$1" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
	printf '%s\n' "${COMPREPLY[@]}"
}

@test "completion: every option of every program, and no other" {
	local program long
	for program in gir-segment gir-tables gir-check gir-agg gir-report; do
		long=$("$program" --help | grep -oE '^ +(-., )?--[a-z-]+=?' | grep -oE -- '--.*' | sort)
		same "$(offer "$program" -- | sort)" "$long"
		[[ $long == *--help* ]]
	done
}

@test "completion: short options too" {
	run -0 offer gir-check -
	[[ $'\n'$output$'\n' == *$'\n-o\n'* && $'\n'$output$'\n' == *$'\n--output=\n'* ]]
}

@test "completion: the beginning of an option" {
	same "$(offer gir-check --se)" '--severity='
	same "$(offer gir-agg --ind)" '--indicators'
}

@test "completion: levels, languages and rules, by the program's own words" {
	same "$(offer gir-check -e '' | sort | xargs)" 'error note warning'
	same "$(offer gir-check --error-level = w)" 'warning'
	same "$(offer gir-check --lang = | xargs)" 'en zh both'
	same "$(offer gir-check --format = | xargs)" 'tsv text'
	same "$(offer gir-agg -l p | sort | xargs)" 'prefecture province'
	same "$(offer gir-check --disable = prose- | xargs)" 'prose-parts'
	same "$(offer gir-check --severity bal)" 'balance'
	same "$(offer gir-report -p r | xargs)" 'report region'
}

@test "completion: files for operands and for what is called FILE, directories for DIR" {
	mkdir 'zone a' && touch 'zone b.tsv'
	same "$(offer gir-check zo | sort)" $'zone a\nzone b.tsv'
	same "$(offer gir-check -o zo | sort)" $'zone a\nzone b.tsv'
	same "$(offer gir-tables --forms = zo)" 'zone a'
	same "$(offer gir-segment -C zo)" 'zone a'
}

@test "completion: an option without an argument is followed by operands" {
	touch report.txt
	same "$(offer gir-agg -w rep)" 'report.txt'
	same "$(offer gir-segment -0 rep)" 'report.txt'
}

@test "completion: a program that is not there offers nothing and prints nothing" {
	PATH=/usr/bin:/bin run -0 offer gir-check --out
	same "$output" ''
}

@test "completion: all programs are bound to it" {
	run -0 complete -p gir-segment gir-tables gir-check gir-agg gir-report
	((${#lines[@]} == 5))
	[[ $output != *nosuch* ]]
}
