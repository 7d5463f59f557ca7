# gir-check --suspect: the cells to blame for sums that do not hold.

load lib
load cells
load findings

# The findings about the report that `cells ARGS...` prints, with what they suspect: rule suspect repair
# cause, `-` for what is empty.
suspects() {
	cells "$@" | gir-check --suspect -o found >checked
	awk -F '\t' 'NR > 1 { for (i = 14; i <= 16; i++) if ($i == "") $i = "-"; print $5, $14, $15, $16 }' found
}

# A report in which 12 new requests were granted.
granted='requests/new/natural=12 requests/new/total=12 requests/granted/natural=12
	requests/granted/total=12 requests/handled/natural=12 requests/handled/total=12'

@test "suspect: the columns are there with the option only" {
	cells 2021 requests/new/total=3 >a
	gir-check -o plain a >checked
	gir-check --suspect -o more a >again
	same "$(head -n 1 more)" "$(head -n 1 plain)${TAB}suspect${TAB}repair${TAB}cause"
	same "$(cut -f 1-13 more)" "$(cat plain)"
	cmp checked again
	same "$(awk -F '\t' 'NF != 16' more)" ''
}

@test "suspect: one cell, and every sum that it breaks names it" {
	same "$(suspects 2021 $granted requests/handled/natural=21)" \
"row-sum requests/handled/natural 12 digits-swapped
result-sum requests/handled/natural 12 digits-swapped
balance requests/handled/natural 12 digits-swapped"
	same "$(suspects 2019 $granted requests/granted/natural=2)" \
"row-sum requests/granted/natural 12 digit-lost
result-sum requests/granted/natural 12 digit-lost"
}

@test "suspect: likely causes" {
	local value cause
	while read -r value cause; do
		same "$(suspects 2021 $granted requests/granted/natural="$value" | sort -u -k 2 | cut -d ' ' -f 2-)" \
			"requests/granted/natural 12 $cause"
	done <<-'END'
		21 digits-swapped
		1 digit-lost
		2 digit-lost
		122 digit-doubled
		112 digit-doubled
		123 -
		0 -
		13 -
	END
	same "$(suspects 2021 $granted requests/granted/natural=-12 | grep sum | head -n 1)" \
		"row-sum requests/granted/natural 12 sign"
	same "$(suspects 2021 $granted requests/granted/total=17 | head -n 1)" \
		"row-sum requests/granted/total 12 total-not-updated"
	same "$(suspects 2021 $granted requests/granted/natural=0 requests/granted/business=12 | head -n 1)" \
		"result-sum requests/granted/natural,requests/granted/business 12,0 column-shifted,column-shifted"
}

@test "suspect: two and three cells, in the order of the form" {
	same "$(suspects 2021 $granted requests/handled/legal=4 requests/granted/natural=7 | sort -u -k 2 | cut -d ' ' -f 2-)" \
		"requests/granted/natural,requests/handled/legal 12,0 ,total-not-updated"
	same "$(suspects 2021 $granted requests/handled/legal=4 requests/granted/natural=7 \
		requests/carried_in/charity=50 | sort -u -k 2 | cut -d ' ' -f 2-)" \
		"requests/carried_in/charity,requests/granted/natural,requests/handled/legal 0,12,0 ,,total-not-updated"
}

@test "suspect: nothing where there is a choice, or more than three are wrong" {
	same "$(suspects 2021 review/review/upheld=3 review/review/other=1 review/review/total=5)" \
		"review-sum - - -"
	# Two faults of one size: either the two cells, or the two at the other corners.
	same "$(suspects 2021 $granted requests/granted/natural=9 requests/partial/total=3 requests/handled/legal=3 \
		requests/new/legal=3 requests/new/total=15 requests/handled/total=15 | sort -u -k 2 | cut -d ' ' -f 2-)" \
		"- - -"
	# Not so where the cells at the other corners have nothing to give.
	same "$(suspects 2021 $granted requests/partial/legal=3 requests/granted/natural=15 | sort -u -k 2 | cut -d ' ' -f 2-)" \
		"requests/granted/natural,requests/partial/legal 12,0 -"
	same "$(suspects 2021 requests/new/natural=1 requests/carried_in/business=2 requests/granted/research=4 \
		requests/partial/charity=8 requests/denied.law/legal=16 | sort -u -k 2 | cut -d ' ' -f 2-)" "- - -"
}

@test "suspect: no cell is repaired to less than nothing" {
	# The total is too small by more than any part could give.
	same "$(suspects 2021 review/review/upheld=3 review/review/other=4 review/review/total=1)" \
		"review-sum review/review/total 7 total-not-updated"
	# Here upheld could be 1.
	same "$(suspects 2021 review/review/upheld=7 review/review/total=1)" "review-sum - - -"
}

@test "suspect: only numbers are to blame, and sums that are not tested bind nobody" {
	same "$(suspects 2021 $granted requests/handled/natural=21 requests/handled/other=:blank | grep -v blank)" \
"result-sum requests/handled/natural 12 digits-swapped
balance requests/handled/natural 12 digits-swapped"
	# The column of totals is silent, but any other cell of the row would break its own column.
	same "$(suspects 2021 $granted requests/granted/total=13 requests/handled/total=:unsure:12 | grep sum)" \
		"row-sum requests/granted/total 12 total-not-updated"
	# Here nothing speaks but the row.
	same "$(suspects 2021 requests/granted/total=13 requests/granted/natural=12 \
		requests/handled/{natural,business,research,charity,legal,other,total}=:unsure:12 | grep sum)" "row-sum - - -"
}

@test "suspect: groups that no sum ties together" {
	# Both are settled: one set for the whole report.
	same "$(suspects 2021 $granted requests/handled/natural=21 review/suit_after/other=2 | sort -u -k 2 | cut -d ' ' -f 2-)" \
		"- - -
requests/handled/natural 12 digits-swapped"
	same "$(suspects 2021 $granted requests/handled/natural=21 review/suit_after/other=2 \
		review/suit_after/pending=3 review/suit_after/total=1 | sort -u -k 2 | cut -d ' ' -f 2-)" \
		"requests/handled/natural,review/suit_after/total 12,5 digits-swapped,total-not-updated"
	# A stock that is broken is no equation.
	same "$(suspects 2021 $granted requests/handled/natural=21 active/normative/issued=3 | cut -d ' ' -f 1,2 | uniq)" \
"row-sum requests/handled/natural
result-sum requests/handled/natural
balance requests/handled/natural
stock -"
}

@test "suspect: negative and broken numbers are among those to blame" {
	same "$(suspects 2021 $granted requests/granted/natural=12.5 | grep sum | sort -u -k 2 | cut -d ' ' -f 2-)" \
		"requests/granted/natural 12 -"
}

@test "suspect: rules of the user's bind too, those that are off do not" {
	printf 'id\texpression\ntwo\treview/review/total = review/suit_direct/total + review/suit_after/total\n' >own.tsv
	cells 2021 review/review/upheld=3 review/review/total=5 review/suit_direct/total=3 \
		review/suit_direct/other=3 >a
	gir-check --rules own.tsv --suspect -o found a >checked
	same "$(cut -f 5,14,15 found | tail -n +2)" \
		"review-sum${TAB}review/review/total${TAB}3
two${TAB}review/review/total${TAB}3"
	gir-check --rules own.tsv --disable two --suspect -o found a >checked
	same "$(cut -f 5,14,15 found | tail -n +2)" "review-sum$TAB$TAB"
	# A repair must not break an inequality that held.
	printf 'id\texpression\nmost\treview/review/upheld <= 4\n' >own.tsv
	cells 2021 review/review/upheld=3 review/review/corrected=3 review/review/total=8 >a
	gir-check --rules own.tsv --suspect -o found a >checked
	same "$(cut -f 14 found | tail -n 1)" ""
	printf 'id\texpression\nmost\treview/review/* <= 7\n' >own.tsv
	printf 'most\treview/review/other + review/review/pending + review/review/upheld + review/review/corrected <= 6\n' >>own.tsv
	gir-check --rules own.tsv --suspect -o found a >checked
	same "$(cut -f 5,14,15 found | grep review-sum)" "review-sum${TAB}review/review/total${TAB}6"
}

@test "suspect: amounts are repaired exactly; a tolerance is no equation" {
	printf 'id\texpression\tnames\ttolerance\n' >own.tsv
	printf 'cost\tactive/fees/amount = active/licensing/decisions\tactive/fees/amount\t\n' >>own.tsv
	printf 'form\tactive/licensing/decisions = active/penalties/decisions + active/coercion/decisions\t\t\n' >>own.tsv
	cells 2021 active/fees/amount=7.25 active/licensing/decisions=7 active/penalties/decisions=7 >a
	gir-check --rules own.tsv --suspect -o found a >checked
	same "$(cut -f 5,14,15 found | grep cost)" "cost${TAB}active/fees/amount${TAB}7"
	printf 'id\texpression\ttolerance\ncost\tactive/fees/amount = active/licensing/decisions\t0.25\n' >own.tsv
	gir-check --rules own.tsv --suspect -o found a >checked
	same "$(cut -f 5 found | grep cost)" ""
	printf 'id\texpression\ttolerance\ncost\tactive/fees/amount = active/licensing/decisions\t0.2\n' >own.tsv
	gir-check --rules own.tsv --suspect -o found a >checked
	same "$(cut -f 5,10,11,14 found | grep cost)" "cost${TAB}7${TAB}7.25${TAB}"
	printf 'id\texpression\ttolerance\ncost\tactive/fees/amount = 1\tsome\n' >own.tsv
	run --separate-stderr gir-check --rules own.tsv a
	same "$status" 2
	same "$stderr" 'gir-check: own.tsv:2: a tolerance is a number from 0 on: "some"'
}

# ---- many planted faults ----

# `faults` faults in each of `reports` reports whose sums held: the streams in `cells`, the cells and their
# right values in `planted` (doc table/row/col=value ...).
plant() {
	awk -f "$ROOT/tests/plant.awk" -f "$ROOT/tests/blame.awk" -v forms="$ROOT/common/data/forms" \
		-v seed="$1" -v reports="$2" -v faults="$3" -v only=blame
	gir-check --suspect -o found cells >checked
	awk -F '\t' 'FNR > 1 && $5 ~ /-sum$|^balance$/ { print $1, $14, $15 }' found | sort -u >got
}

@test "suspect: single faults: the right cell wherever the sums determine it, never a wrong one" {
	plant 1 400 1
	# `planted` says of each whether another cell would do as well (worked out by trying each cell).
	awk 'NR == FNR { want[$1] = $2; right[$1] = $3; choices[$1] = $4; next }
		{ seen[$1]++
		if (choices[$1] == 1) { all++; if ($2 == want[$1] && $3 == right[$1]) good++ }
		if (NF > 1 && ($2 != want[$1] || $3 != right[$1])) print "wrong:", $0 }
		END { for (d in want) if (choices[d] && seen[d] != 1) print "not one:", d, seen[d]
			if (good < 0.95 * all || all < 200) print good, all }' planted got >bad
	same "$(cat bad)" ''
}

@test "suspect: two faults in one report: at least 85 in 100" {
	plant 2 400 2
	awk 'NR == FNR { want[$1] = $2; right[$1] = $3; next }
		{ all++; good += $2 == want[$1] && $3 == right[$1] }
		END { if (good < 0.85 * all || all < 350) print good, all }' planted got >bad
	same "$(cat bad)" ''
}

@test "suspect: the time is bounded whatever the rules are" {
	{
		printf 'id\texpression\n'
		for i in {1..300}; do
			printf 'r%d\trequests/new/* + requests/granted/* = requests/partial/* + requests/carried_in/* + %d\n' \
				"$i" $((i % 3))
		done
		for i in {1..60}; do
			printf 'q%d\trequests/*/natural + requests/*/natural + requests/*/natural = requests/*/legal + %d\n' \
				"$i" "$i"
		done
	} >hostile.tsv
	cells 2021 requests/new/total=3 >a
	timeout 5 gir-check --rules hostile.tsv --suspect -o found a >checked
}
