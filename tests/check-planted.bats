# gir-check: faults planted in reports that were right; every one is found, and nothing else.

load lib
load findings

ARITHMETIC='row-sum|result-sum|balance|review-sum|stock|misread|negative|fraction|prose|prose-parts|carry|in-force|jump|rollup'

# Reports in `cells` and dealt out over shards; what must be found in `truth`.
plant() {
	awk -f "$ROOT/tests/plant.awk" -v forms="$ROOT/common/data/forms" -v seed="$1" -v organs="$2" \
		-v shards=4
	sort -o truth truth
}

# The findings of the arithmetic rules in the files given, as `truth` has them.
arithmetic() {
	cat "$@" | awk -F '\t' -v rules="^($ARITHMETIC)$" '$5 ~ rules {
		for (i = 10; i <= 11; i++) if ($i == "") $i = "-"
		print $1, $5, $7 "/" $8 "/" $9, $10, $11
	}' | sort
}

@test "planted: all that the arithmetic rules must find, and no more" {
	local seed
	for seed in 1 2 3; do
		plant "$seed" 9
		gir-check -o found cells >checked
		arithmetic found >got
		cmp truth got || { diff truth got | head >&2; false; }
	done
}

@test "planted: every kind of fault and every arithmetic rule is there" {
	plant 4 30
	same "$(awk -F '\t' '$2 < 5' planted)" ''
	same "$(cut -d ' ' -f 2 truth | sort -u)" "$(tr '|' '\n' <<<"$ARITHMETIC" | sort)"
	gir-check -o found cells >checked
	arithmetic found | cmp truth -
}

@test "planted: the order of the reports and of the inputs does not matter" {
	plant 5 12
	gir-check -o found shard.3 shard.1 shard.4 shard.2 >checked
	arithmetic found | cmp truth -
	cat shard.2 shard.4 shard.1 shard.3 | gir-check -o again >checked
	arithmetic again | cmp truth -
}

@test "planted: shards checked apart, then compared together" {
	local i across
	plant 6 12
	across=$(printf ' --disable=%s' carry in-force jump rollup duplicate)
	for i in 1 2 3 4; do
		# shellcheck disable=SC2086
		gir-check $across -o "own.$i" "shard.$i" >"checked.$i"
	done
	gir-check -o all checked.[1-4] >checked
	{ cat own.[1-4]; grep -P '\t(carry|in-force|jump|rollup)\t' all; } >together
	arithmetic together | cmp truth -
}

@test "planted: a verdict names the rules that a number breaks, and no number without a fault has one" {
	plant 7 9
	gir-check -o found cells >checked
	# The cells that findings of one report name have a verdict; a report without findings has none.
	awk -F '\t' 'NR == FNR { if ($5 !~ /^(carry|in-force|jump|rollup|duplicate)$/) bad[$1] = 1; next }
		FNR > 1 && $14 != "ok" && !($1 in bad)' found checked >stray
	same "$(cat stray)" ''
	awk -F '\t' 'NR == FNR { verdict[$1, $7, $8, $9] = $14; next }
		FNR > 1 && $5 ~ /^(row-sum|result-sum|balance|review-sum|stock|negative|fraction|prose)$/ &&
		index("," verdict[$1, $7, $8, $9] ",", "," $5 ",") == 0' checked found >silent
	same "$(cat silent)" ''
}
