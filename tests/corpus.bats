# The specimens of corpus/ through the whole pipe, against the truth worked out by hand (corpus.md).

load lib

setup_file() {
	cd "$ROOT/corpus"
	find . -type f ! -name roster.csv -printf '%P\0' | sort -z >"$BATS_FILE_TMPDIR/list"
	gir-segment -0 -f "$BATS_FILE_TMPDIR/list" | gir-tables >"$BATS_FILE_TMPDIR/cells.tsv"
	gir-check --roster roster.csv -o "$BATS_FILE_TMPDIR/findings.tsv" \
		<"$BATS_FILE_TMPDIR/cells.tsv" >"$BATS_FILE_TMPDIR/checked.tsv"
}

# Columns of a stream by name: columns FILE NAME...
columns() {
	local file=$1
	shift
	awk -F'\t' -v names="$*" '
	NR == 1 {
		n = split(names, want, " ")
		for (i = 1; i <= NF; i++) at[$i] = i
		next
	}
	{
		line = $at[want[1]]
		for (i = 2; i <= n; i++) line = line "\t" $at[want[i]]
		print line
	}' "$file"
}

@test "corpus: year, region, organ, scope and form of every specimen" {
	expected=$(tail -n +2 "$ROOT/tests/data/corpus-reports.tsv" | awk -F'\t' '$6 != ""' | sort)
	actual=$(columns "$BATS_FILE_TMPDIR/cells.tsv" doc year region org scope form |
		awk -F'\t' '$6 != ""' | sort -u)
	same "$actual" "$expected"
}

@test "corpus: the notice is no report" {
	expected=$(awk -F'\t' 'NR > 1 && $6 == "" { print $1 }' "$ROOT/tests/data/corpus-reports.tsv")
	actual=$(columns "$BATS_FILE_TMPDIR/cells.tsv" doc form | awk -F'\t' '$2 == "" { print $1 }' |
		sort -u)
	same "$actual" "$expected"
}

@test "corpus: every official cell" {
	run awk -F'\t' '
	FNR == 1 { file++ }
	/^#/ || FNR == 1 && file < 3 { next }
	file == 1 {
		if ($2 == "*") whole[$1] = $6
		else want[$1, $2, $3, $4] = $6 " " $5
		next
	}
	file == 2 { if ($6 != "") left[$1] = $6 == "2019" ? 198 : 200; next }
	FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
	$at["table"] ~ /^(active|requests|review)$/ {
		doc = $at["doc"]
		key = doc SUBSEP $at["table"] SUBSEP $at["row"] SUBSEP $at["col"]
		is = $at["state"] " " $at["value"]
		left[doc]--
		good = key in want ? is == want[key] : is == "num 0"
		should = key in want ? want[key] : doc in whole ? whole[doc] " " : "num 0"
		good = should == "lossy " ? is ~ /^(unsure|absent)/ : is == should
		if (!good) {
			print doc ": " $at["table"] "/" $at["row"] "/" $at["col"] ": " is ", not " should
			bad = 1
		}
	}
	END {
		for (doc in left) if (left[doc]) { print doc ": " left[doc] " cells too few"; bad = 1 }
		exit bad
	}' "$ROOT/tests/data/corpus-cells.tsv" "$ROOT/tests/data/corpus-reports.tsv" \
		"$BATS_FILE_TMPDIR/cells.tsv"
	echo "$output"
	[ "$status" -eq 0 ]
}

@test "corpus: the requests that the prose states" {
	expected=$(tail -n +3 "$ROOT/tests/data/corpus-text.tsv" | sort)
	actual=$(columns "$BATS_FILE_TMPDIR/cells.tsv" doc table row value state |
		awk -F'\t' -v OFS='\t' '$2 == "text" && $3 ~ /^requests/ { print $1, $3, $4 }' | sort)
	diff <(echo "$expected") <(echo "$actual")
}

# What a lossy text lacks is not counted cell by cell.
@test "corpus: exactly the planted findings" {
	lossy=$(awk -F'\t' '$6 == "lossy" { print $1 }' "$ROOT/tests/data/corpus-cells.tsv")
	expected=$(tail -n +2 "$ROOT/tests/data/corpus-findings.tsv" | sort)
	actual=$(columns "$BATS_FILE_TMPDIR/findings.tsv" doc rule table row col |
		awk -F'\t' -v lossy="$lossy" '!($1 == lossy && ($2 == "absent" || $2 == "unsure"))' | sort)
	diff <(echo "$expected") <(echo "$actual")
}

@test "corpus: the organ without a report of 2021 is named" {
	actual=$(columns "$BATS_FILE_TMPDIR/findings.tsv" rule year region org |
		awk -F'\t' '$1 == "coverage"')
	same "$actual" "coverage${TAB}2021${TAB}330281${TAB}退役军人事务局"
}
