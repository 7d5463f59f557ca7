# gir-check --digest: what comparing reports needs of them, in place of their cells; --province.

load lib
load cells
load findings

ACROSS='duplicate|carry|in-force|jump|rollup|coverage'

# Findings of the rules that compare reports, of the file $1.
across() {
	awk -F '\t' -v rules="^($ACROSS)$" 'NR == 1 || $5 ~ rules' "$1"
}

# Planted reports of organs in several provinces, dealt out over shards.
plant() {
	awk -f "$ROOT/tests/plant.awk" -v forms="$ROOT/common/data/forms" -v seed="$1" -v organs=12 -v shards=4
	# Of each division, the code of another province for one organ in three.
	for shard in shard.*; do
		awk -F '\t' -v OFS='\t' 'NR > 1 && $4 ~ /[147]/ && $5 == "organ" { sub(/^../, "36", $3) } { print }' \
			"$shard" >moved
		mv moved "$shard"
	done
}

@test "digests, one for each shard, give the findings of the cells" {
	plant 11
	gir-check -o all shard.[1-4] >checked
	across all >expected
	[ "$(wc -l <expected)" -gt 20 ]
	for i in 1 2 3 4; do
		gir-check --digest "digest.$i" "shard.$i" >again
	done
	run -0 gir-check -o found digest.[1-4]
	same "$output" ""
	cmp expected found
	cat digest.[1-4] | gir-check -o found
	cmp expected found
	# Cells and digests beside each other.
	gir-check -o found digest.1 shard.2 digest.3 digest.4 >checked
	across found | cmp expected -
}

@test "one province at a time, with a roster: together the findings of all" {
	plant 12
	printf '%s\n' region,org,from 330200,没有局, 360200,没有局, 360200,早有局,2099 >roster.csv
	gir-check --roster roster.csv -o all shard.[1-4] >checked
	across all >expected
	same "$(awk -F '\t' '$5 == "coverage" { print $3 }' all | sort -u)" $'330200\n360200'
	gir-check --digest digest shard.[1-4] >checked
	head -n 1 all >found
	for province in - 33 36; do
		gir-check --roster roster.csv --province "$province" -o part digest
		tail -n +2 part >>found
	done
	cmp expected found
	# A year that only the other provinces have is one of the input all the same.
	{ head -n 1 digest; grep -P '^[^\t]*\t[0-9]+\t33' digest; } >one
	{ cat one; printf 'x\t2031\t360000\t局\torgan\t2021\t-*200\n'; } >two
	gir-check --roster roster.csv --province 33 -o found two
	same "$(awk -F '\t' '$2 == 2031 { print $3, $4, $5 }' found)" "330200 没有局 coverage"
}

@test "every number and line comes through a digest" {
	local out='active/fees/amount=12.5 active/normative/in_force=-7 requests/carried_out/natural=300000000000
		requests/carried_out/other=:absent requests/carried_out/total=21'
	# shellcheck disable=SC2086
	{ cells 2021 year=2022 $out; cells 2021 doc=b requests/carried_in/other=4 active/fees/amount=200.75 \
		active/normative/issued=3; } >in
	gir-check -o all in >checked
	gir-check --digest digest in >checked
	gir-check -o found digest
	across all | cmp - found
	[ "$(wc -l <found)" -gt 3 ]
}

@test "a digest that is damaged" {
	cells 2021 >in
	gir-check --digest good in >checked
	for damage in 's/\*[0-9]*$/*99/' 's/[^\t]*$//' 's/\*[0-9]*$/*0/' 's/$/ x/' 's/\t0@/\t0@-/' \
		's/$/*99999999999999999999/'; do
		sed "2$damage" good >bad
		run -2 gir-check -o found bad
		[[ $output == "gir-check: bad:2: the numbers are not those of form 2021"* ]]
	done
	sed 's/\t2021\t\([^\t]*\)$/\t1999\t\1/' good >bad
	run -2 gir-check -o found bad
	[[ $output == 'gir-check: bad:2: no form is called "1999"'* ]]
	sed '1s/scope/scoop/' good >bad
	run -2 gir-check -o found bad
	[[ $output == *'scope'* ]]
}

@test "options that cannot be" {
	cells 2021 >in
	for province in 330000 3 xx ''; do
		run -2 gir-check --province "$province" -o found in
		[[ $output == "gir-check: --province $province: what is wanted is two digits, or -"* ]]
	done
	run -2 gir-check --digest in in
	[[ $output == *"--digest in: this is an input"* ]]
	run -2 gir-check --digest - in
	run -2 gir-check --digest none/digest in
	[[ $output == *"none/digest: cannot write"* ]]
	gir-check --digest /dev/full in >checked || same "$?" 2
}
