# Real reports, where they lie beside the checkout (GIR_REPORTS names another place): they are no part
# of the project.

load lib

setup() {
	cd "$BATS_TEST_TMPDIR"
	reports=${GIR_REPORTS:-$ROOT/../shared/reports}
	[[ -e $reports/beilun-science-2023.txt ]] || skip "no real reports here"
	gir-segment -C "$reports" "$reports"/* | gir-tables >cells
}

# The official cells of a report that are not 0 in state num.
special() {
	awk -F '\t' -v doc="$1" '$1 == doc && ($7 == "active" || $7 == "requests" || $7 == "review") {
		n++
		if ($11 != "num" || $10 != 0)
			printf "%s/%s/%s %s\n", $7, $8, $9, $11 == "num" ? $10 : $11
	} END { print n }' cells
}

@test "year, region, organ, scope and form of each" {
	same "$(sed 1d cells | cut -f1-6 | uniq)" \
		"beilun-science-2023.txt${TAB}2023${TAB}330206${TAB}科技局${TAB}organ${TAB}2021
yinzhou-approval-2019.txt${TAB}2019${TAB}330212${TAB}行政审批管理办公室${TAB}organ${TAB}2019
yinzhou-investment-2023.md${TAB}2023${TAB}330212${TAB}投资促进中心${TAB}organ${TAB}2021
zhenhai-offices-admin-2021.txt${TAB}2021${TAB}330211${TAB}机关事务管理局${TAB}organ${TAB}2021
zhenhai-state-assets-2023.txt${TAB}2023${TAB}330211${TAB}国有资产管理服务中心${TAB}organ${TAB}2021"
}

@test "every official cell" {
	same "$(special beilun-science-2023.txt)" 200
	same "$(special zhenhai-offices-admin-2021.txt)" 200
	same "$(special zhenhai-state-assets-2023.txt)" 200
	same "$(special yinzhou-investment-2023.md)" "review/review/upheld blank
review/review/corrected blank
review/review/other blank
review/review/pending blank
review/review/total blank
200"
	same "$(special yinzhou-approval-2019.txt)" "active/services/prior_items 410
active/services/change -24
active/procurement/items 9
active/procurement/amount 403
198"
}

@test "each number stands on the line of its source that it names" {
	awk -F '\t' '$11 == "num" && ($7 == "active" || $7 == "requests" || $7 == "review") { print $1 "\t" $13 "\t" $12 }' cells >evidence
	while IFS=$'\t' read -r doc line raw; do
		# The text of a cell begins on its line.
		awk -v n="$line" -v raw="${raw%%\\n*}" 'NR == n { exit index($0, raw) == 0 }' "$reports/$doc"
	done < <(awk 'NR % 37 == 0' evidence)
}

@test "the findings that are known" {
	gir-check -o found cells >/dev/null
	same "$(sed 1d found | awk -F '\t' '$5 != "blank" { print $1, $5, $10, $11 }')" \
		"yinzhou-investment-2023.md prose-parts 54 60
zhenhai-offices-admin-2021.txt stale-year  2021"
	same "$(grep -c "${TAB}blank${TAB}" found)" 5
}
