# Who, when and where, as gir-segment reads it from titles, signatures, text and paths.

load lib

# Writes the report of a row of data/identity.tsv to $1: title, text, signature.
report() {
	mkdir -p "$(dirname "$1")"
	{
		printf '%b\n\n' "$2"
		[[ -z $3 ]] || printf '%b\n\n' "$3"
		printf '一、总体情况\n本年度依法公开。\n\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n'
		printf '四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n公开渠道不多。\n'
		printf '六、其他需要报告的事项\n无。\n'
		[[ -z $4 ]] || printf '%b\n' "$4"
	} >"$1"
}

# The meta lines of one key as `doc TAB value`.
meta() {
	awk -F'\t' -v key="$1" '$4 == "meta" && $5 == key { print $1 "\t" $6 }' "$BATS_TEST_TMPDIR/blocks"
}

@test "titles give year, region, organ and scope" {
	local dir=$BATS_TEST_TMPDIR/in n=0 title doc text signature year region org scope
	mkdir "$dir"
	while IFS= read -r line; do
		[[ $line == '#'* && $line != '# 2023'* || $line == title* ]] && continue
		IFS='|' read -r title doc text signature year region org scope <<<"$(
			sed 's/|/\\x7c/g; s/\t/|/g' <<<"$line")"
		n=$((n + 1))
		doc=$(printf '%03d/%s' "$n" "${doc:-report.txt}")
		report "$dir/$doc" "$title" "$text" "$signature"
		printf '%s\n' "$doc" >>"$BATS_TEST_TMPDIR/list"
		printf '%s\t%s\t%s\t%s\t%s\n' "$doc" "${year#0}" "$region" "$org" "$scope" >>"$BATS_TEST_TMPDIR/expected"
	done <"$ROOT/tests/data/identity.tsv"
	((n >= 100))
	(cd "$dir" && gir-segment -f "$BATS_TEST_TMPDIR/list" >"$BATS_TEST_TMPDIR/blocks")
	awk -F'\t' -v OFS='\t' '
		$4 != "meta" { next }
		$1 != doc { if (doc != "") print doc, v["year"], v["region"], v["org"], v["scope"]; doc = $1; split("", v) }
		{ v[$5] = $6 }
		END { print doc, v["year"], v["region"], v["org"], v["scope"] }
	' "$BATS_TEST_TMPDIR/blocks" >"$BATS_TEST_TMPDIR/actual"
	diff "$BATS_TEST_TMPDIR/expected" "$BATS_TEST_TMPDIR/actual"
}
