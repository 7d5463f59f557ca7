# The READMEs: the commands they show give what they show, and they name what there is.

load lib

# Each ```console block: its commands run in one directory, one after the other; what the README
# prints below a command is what it must print.
replay() {
	local readme=$1 line in_block='' command='' expected='' count=0
	cd "$BATS_TEST_TMPDIR" || return 1
	ln -sfn "$ROOT/corpus" corpus
	compare() {
		[[ $command ]] || return 0
		same "$(bash -o pipefail -ec "$command" 2>&1 || echo "exit status $?")" "${expected%$'\n'}" ||
			{ echo "of: $command" >&2; return 1; }
		command='' expected='' count=$((count + 1))
	}
	while IFS= read -r line; do
		case $line in
		'```console') in_block=1 ;;
		'```')
			compare || return 1
			in_block=
			;;
		'$ '*)
			[[ $in_block ]] || continue
			compare || return 1
			command=${line#'$ '}
			;;
		*) [[ ! $in_block ]] || expected+=$line$'\n' ;;
		esac
	done <"$readme"
	((count > 4))
}

@test "readme: the commands of README.md give what it shows" {
	replay "$ROOT/README.md"
}

@test "readme: the commands of README.zh.md give what it shows" {
	replay "$ROOT/README.zh.md"
}

@test "readme: both name every rule, and no other" {
	local rules
	rules=$(gir-check --list-rules | tail -n +2 | cut -f 1 | sort -u)
	for readme in README.md README.zh.md; do
		same "$(sed -n '/^| about\|^| 方面/,/^$/p' "$ROOT/$readme" | grep -oE '`[a-z-]+`' |
			tr -d '`' | sort)" "$rules"
	done
}

@test "readme: the columns of the streams are those that the programs write" {
	local header
	for header in "$(gir-segment "$ROOT/LICENSE" | head -n 1)" \
		"$(gir-segment "$ROOT/LICENSE" | gir-tables | head -n 1)" \
		"$(gir-segment "$ROOT/LICENSE" | gir-tables | gir-check -o /dev/fd/3 3>&1 >/dev/null | head -n 1)" \
		"$(gir-segment "$ROOT/LICENSE" | gir-tables | gir-agg | head -n 1)"; do
		grep -qF -- "${header//$'\t'/ }" "$ROOT/README.md"
		grep -qF -- "${header//$'\t'/ }" "$ROOT/README.zh.md"
	done
}

@test "readme: what it says of the tree is there" {
	local path
	for path in cmd common common/data corpus doc pipelines tests LICENSE doc/departures.md README.zh.md; do
		[[ -e $ROOT/$path ]] || { echo "$path"; false; }
	done
	grep -q 'ISC' "$ROOT/LICENSE" || grep -qi 'permission to use, copy, modify' "$ROOT/LICENSE"
}

@test "readme: departures.md names tests that exist" {
	local file name missing=0
	while IFS=: read -r file name; do
		grep -qF -- "@test \"${name# }\"" "$ROOT/tests/$file" ||
			{ echo "tests/$file has no test \"${name# }\"" >&2; missing=1; }
	done < <(grep -oE '`[a-z-]+\.bats: [^`]+`' "$ROOT/doc/departures.md" | tr -d '`' | sort -u)
	[[ $missing == 0 ]]
}

@test "readme: every departure has a test, every test of departures.bats is told" {
	awk -F '|' '/^\|/ && !/---|^\| departure/ && $4 !~ /`[a-z-]+\.bats: / { print; bad = 1 }
		END { exit bad }' "$ROOT/doc/departures.md"
	local name missing=0
	while IFS= read -r name; do
		[[ $name == 'the report that'* ]] && continue
		grep -qF -- "departures.bats: $name\`" "$ROOT/doc/departures.md" ||
			{ echo "departures.md lacks: $name" >&2; missing=1; }
	done < <(sed -n -E 's/^@test "(.*)" \{$/\1/p' "$ROOT/tests/departures.bats")
	[[ $missing == 0 ]]
}
