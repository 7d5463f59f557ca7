# Manifests: TSV and CSV, in the encodings that spreadsheets save.

load lib

setup() {
	cd "$BATS_TEST_TMPDIR"
	printf '政府信息公开工作年度报告\n\n一、总体情况\n依法公开。\n' >报告.txt
}

# facts MANIFEST: year, region and org of the report under that manifest.
facts() {
	gir-segment -m "$1" 报告.txt | awk -F'\t' '$4 == "meta" && $5 ~ /^(year|region|org|scope)$/ { print $5 "=" $6 }' |
		sort | paste -sd' '
}

@test "columns are found by name, in TSV and CSV" {
	local all='org=档案局 region=330211 scope=organ year=2023'
	printf 'org\tdoc\tnote\tyear\tregion\n档案局\t报告.txt\tx\t2023\t330211\n' >a.tsv
	same "$(facts a.tsv)" "$all"
	printf 'doc,year,region,org,scope\r\n报告.txt,2023,330211,"档案局",organ\r\n' >b.csv
	same "$(facts b.csv)" "$all"
	iconv -t GBK b.csv >gbk.csv
	same "$(facts gbk.csv)" "$all"
	{ printf '\xef\xbb\xbf'; cat b.csv; } >bom.csv
	same "$(facts bom.csv)" "$all"
	iconv -t UTF-16 a.tsv >wide.tsv # what spreadsheets call Unicode text
	same "$(facts wide.tsv)" "$all"
}

@test "rows of CSV may lack fields at their end, and blank rows count for nothing" {
	printf 'doc,year,region,org\n报告.txt,2023\n,,,\n\n' >a.csv
	same "$(facts a.csv)" 'scope=organ year=2023'
}

@test "quoted fields hold commas, quotation marks and line feeds" {
	printf 'doc,org\n报告.txt,"档案, ""史志""\n局"\n' >a.csv
	same "$(facts a.csv)" 'org=档案, "史志"\n局 scope=organ'
}

@test "fields of TSV are unescaped, file names of any bytes too" {
	printf '政府信息公开工作年度报告\n' >$'a\tb\xff.txt'
	printf 'doc\tyear\na\\tb\\xff.txt\t2023\n' >a.tsv
	run -0 gir-segment -m a.tsv $'a\tb\xff.txt'
	[[ $output == *'year	2023'* ]]
}

@test "what is wrong is told with file and line, and nothing is written" {
	local message
	while IFS='|' read -r text message; do
		printf "$text" >m
		run --separate-stderr -2 gir-segment -m m 报告.txt
		same "$output" ''
		same "$stderr" "gir-segment: $message"
	done <<'END'
|m: empty input: no header line
year\torg\n2023\tx\n|m:1: the header names no column "doc"
doc\tyear\tdoc\n|m:1: the header names column "doc" twice
doc\tyear\na\n|m:2: 1 field, where the header names 2
doc,year\na,2023,x\n|m:2: 3 fields, where the header names 2
doc,year\na,"x\n|m:2: a quoted field has no end
doc,year\n\na,x"y\n|m:3: a quotation mark that no CSV has there
doc\tyear\nab\xff\t2023\n|m:2: bytes that are not utf-8
END
}
