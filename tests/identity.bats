# Who, when and where, as gir-segment reads it from titles, signatures, text and paths.

load lib

# Writes the report of a row of data/identity.tsv to $1: title, text, signature.
report() {
	mkdir -p "${1%/*}"
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

# Numbers the rows of data/identity.tsv, their reports in folders of their own: `doc TAB row`.
rows() {
	awk -F'\t' -v OFS='\t' '
		(/^#/ && !/^# 2023/) || $1 == "title" { next }
		{ print sprintf("%03d/%s", ++n, $2 == "" ? "report.txt" : $2), $0 }
	' "$ROOT/tests/data/identity.tsv"
}

@test "titles give year, region, organ and scope" {
	mkdir "$BATS_TEST_TMPDIR/in"
	cd "$BATS_TEST_TMPDIR/in"
	report ./blank '@title@' '@text@' '@signature@'
	rows | cut -f 1 >../list
	sed 's|/[^/]*$||' ../list | tr '\n' '\0' | xargs -0 mkdir -p
	rows | awk -F'\t' -v OFS='\t' '
		function put(s) { gsub(/\\n/, "\n", s); return s }
		NR == FNR { blank[++lines] = $0; next }
		{
			for (i = 1; i <= lines; i++)
				if (blank[i] == "@title@") print put($2) >$1
				else if (blank[i] == "@text@") print put($4) >$1
				else if (blank[i] == "@signature@") print put($5) >$1
				else print blank[i] >$1
			close($1)
			print $1, $6 ? $6 : "", $7, $8, $9 >"../expected"
		}' blank -
	(($(wc -l <../list) >= 500))
	gir-segment -f ../list >../blocks
	awk -F'\t' -v OFS='\t' '
		$4 != "meta" { next }
		$1 != doc { if (doc != "") print doc, v["year"], v["region"], v["org"], v["scope"]; doc = $1; split("", v) }
		{ v[$5] = $6 }
		END { print doc, v["year"], v["region"], v["org"], v["scope"] }
	' "$BATS_TEST_TMPDIR/blocks" >"$BATS_TEST_TMPDIR/actual"
	diff "$BATS_TEST_TMPDIR/expected" "$BATS_TEST_TMPDIR/actual"
}

# The title and the date of a report whose first lines are $1, with signature $2.
title_and_date() {
	report "$BATS_TEST_TMPDIR/r.txt" "$1" '' "$2"
	gir-segment "$BATS_TEST_TMPDIR/r.txt" | awk -F'\t' '
		$4 == "meta" && $5 == "title" { title = $6 }
		$4 == "meta" && $5 == "published" { date = $6 }
		END { print title "|" date }'
}

@test "the title is the source's own text on one line" {
	local full=宁波市海曙区档案局2022年政府信息公开工作年度报告
	same "$(title_and_date "$full" '')" "$full|"
	same "$(title_and_date '宁波市海曙区档案局\n2022年政府信息公开工作年度报告' '')" "$full|"
	same "$(title_and_date '  宁波市海曙区档案局  \r\n\r\n\r\n2022年政府信息公开工作年度报告\r' '')" "$full|"
	same "$(title_and_date "# **$full**" '')" "$full|"
	same "$(title_and_date "$full | |||||||" '')" "$full|"
	same "$(title_and_date "首页 > 年报\n标题：$full" '')" "$full|"
	same "$(title_and_date "$full\n\n$full" '')" "$full|"
	same "$(title_and_date '海曙区档案局 2022  年　政府信息公开工作 年度报告' '')" \
		'海曙区档案局 2022 年 政府信息公开工作 年度报告|'
	same "$(title_and_date '寧波市海曙區檔案局２０２２年政府信息公開工作年度報告' '')" \
		'寧波市海曙區檔案局２０２２年政府信息公開工作年度報告|'
	same "$(title_and_date '海曙区档案局政府信息公开工作年度报告\n（2022年度）' '')" \
		'海曙区档案局政府信息公开工作年度报告（2022年度）|'
}

@test "title lines are of kind title" {
	report "$BATS_TEST_TMPDIR/r.txt" '首页 > 年报\n宁波市海曙区档案局\n2022年政府信息公开工作年度报告' '' ''
	same "$(gir-segment "$BATS_TEST_TMPDIR/r.txt" | awk -F'\t' '$4 == "title" { print $2, $6 }')" \
		$'2 宁波市海曙区档案局\n3 2022年政府信息公开工作年度报告'
}

@test "the date is the signature's, else the page's, and in the calendar" {
	local title=宁波市海曙区档案局2022年政府信息公开工作年度报告
	while IFS='|' read -r head signature date; do
		same "$(title_and_date "$title$head" "$signature")" "$title|$date"
	done <<'END'
|宁波市海曙区档案局\n2023年1月10日|2023-01-10
|宁波市海曙区档案局　２０２３年１月１０日|2023-01-10
|二〇二三年一月三十一日|2023-01-31
|二○二三年十二月二十日|2023-12-20
|2023-1-9|2023-01-09
|2023年元月9日|2023-01-09
|20231月9日|2023-01-09
|202311日|
|2023.01.09|2023-01-09
|2023/1/9|2023-01-09
|2024年2月29日|2024-02-29
|2023年2月29日|
|2023年13月1日|
|本局于2023年1月10日公开。|
\n发布日期：2023-01-11 来源：办公室||2023-01-11
\n发布时间: 2023/01/11 09:30||2023-01-11
\n发布日期：2023-01-11|宁波市海曙区档案局\n2023年1月10日|2023-01-10
\n（2023年1月12日）||2023-01-12
END
}

@test "a text that is no report has its first line for title, and no organ" {
	printf '关于做好2022年政府信息公开工作年度报告编制工作的通知\n各单位：\n请按时报送。\n' >"$BATS_TEST_TMPDIR/n.txt"
	same "$(gir-segment "$BATS_TEST_TMPDIR/n.txt" | awk -F'\t' '$5 ~ /^(title|org|region|year)$/ { print $6 }')" \
		关于做好2022年政府信息公开工作年度报告编制工作的通知
}

@test "the manifest's year tells which divisions there were" {
	cd "$BATS_TEST_TMPDIR"
	report ./r.txt 杭州市江干区档案局2023年政府信息公开工作年度报告 '' ''
	gir-segment r.txt >blocks
	same "$(meta region)" ''
	printf 'doc\tyear\nr.txt\t2020\n' >facts.tsv
	gir-segment -m facts.tsv r.txt >blocks
	same "$(meta region) $(meta year)" $'r.txt\t330104 r.txt\t2020'
	report ./r.txt 杭州市临平区档案局政府信息公开工作年度报告 '' ''
	printf 'doc\tyear\nr.txt\t2019\n' >facts.tsv
	gir-segment -m facts.tsv r.txt >blocks
	same "$(meta region)" ''
}

@test "every division is read by its name, below its parent's; alone only where no other bears it" {
	mkdir "$BATS_TEST_TMPDIR/in"
	cd "$BATS_TEST_TMPDIR/in"
	awk -F'\t' '
		/^#/ || $1 == "code" { next }
		$6 < 2023 && ($7 == "" || $7 > 2023) { code[++n] = $1; name[$1] = $2; parent[$1] = $5 }
		($6 == "" || $6 <= 2023) && ($7 == "" || $7 >= 2023) { bearers[$2]++ }
		function report(title, region) {
			file = ++files ".txt"
			printf "%s2023年政府信息公开工作年度报告\n一、总体情况\n无。\n", title >file
			close(file)
			print file >"../list"
			print file "\t" region >"../expected"
		}
		END {
			for (i = 1; i <= n; i++) {
				c = code[i]
				if (c ~ /^[78]/)
					continue
				report(name[parent[c]] name[c] "档案局", c)
				if (bearers[name[c]] > 1 || i % 5 == 0)
					report(name[c] "粮食局", bearers[name[c]] > 1 ? "" : c)
			}
		}' "$ROOT/common/data/divisions.tsv"
	gir-segment -f ../list >../blocks
	awk -F'\t' -v OFS='\t' '
		$4 == "meta" && $5 == "format" { docs[++n] = $1 }
		$4 == "meta" && $5 == "region" { region[$1] = $6 }
		END { for (i = 1; i <= n; i++) print docs[i], region[docs[i]] }' ../blocks >../actual
	(($(wc -l <../list) > 3500))
	diff ../expected ../actual
}
