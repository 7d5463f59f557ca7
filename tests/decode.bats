# Encodings and formats, as gir-segment finds them from the bytes.

load lib

setup() {
	cd "$BATS_TEST_TMPDIR"
	printf '宁波市镇海区档案局2023年政府信息公开工作年度报告\n\n一、总体情况\n依法公开。\n' >utf8.txt
	printf '寧波市鎮海區檔案局2023年政府信息公開工作年度報告\n\n一、總體情況\n依法公開。\n' >traditional.txt
}

# meta KEY FILE...: the values of a meta key, a line each.
meta() {
	gir-segment "${@:2}" | awk -F'\t' -v key="$1" '$4 == "meta" && $5 == key { print $6 }'
}

# Converts and checks: encoding found, title the same, nothing lost.
converts() {
	iconv -f UTF-8 -t "$1" "$3" >"in.$1"
	same "$(meta encoding "in.$1")" "$2"
	same "$(meta title "in.$1")" "$(head -n1 "$3")"
	same "$(meta undecodable "in.$1")" ''
}

@test "UTF-8 with and without BOM" {
	same "$(meta encoding utf8.txt)" utf-8
	{ printf '\xef\xbb\xbf'; cat utf8.txt; } >bom.txt
	same "$(meta encoding bom.txt)" utf-8
	same "$(meta title bom.txt)" "$(meta title utf8.txt)"
}

@test "UTF-16 either way, with and without BOM" {
	converts UTF-16LE utf-16le utf8.txt
	converts UTF-16BE utf-16be utf8.txt
	{ printf '\xff\xfe'; cat in.UTF-16LE; } >le
	{ printf '\xfe\xff'; cat in.UTF-16BE; } >be
	same "$(meta encoding le be)" utf-16le$'\n'utf-16be
	same "$(meta title le be)" "$(head -n1 utf8.txt; head -n1 utf8.txt)"
}

@test "GB18030, GBK and GB2312" {
	converts GB18030 gb18030 utf8.txt
	converts GBK gb18030 utf8.txt
	converts GB2312 gb18030 utf8.txt
	converts GB18030 gb18030 traditional.txt
}

@test "characters of two and four bytes, of the first plane and beyond, in one run" {
	{
		cat utf8.txt
		printf '一是\u00a0公开\u3400，二是\U00020087\U00020bb7、é。\n'
	} >rare.txt
	iconv -t GB18030 rare.txt >rare.gb
	iconv -t BIG5 traditional.txt >traditional.big5
	cp rare.gb again.gb
	same "$(meta encoding rare.gb traditional.big5 again.gb)" gb18030$'\n'big5$'\n'gb18030
	same "$(meta undecodable rare.gb traditional.big5 again.gb)" ''
	gir-segment rare.txt | cut -f 2- | grep -v $'\tencoding\t' >expected
	for file in rare.gb again.gb; do
		gir-segment "$file" | cut -f 2- | grep -v $'\tencoding\t' | diff expected -
	done
}

@test "Big5" {
	converts BIG5 big5 traditional.txt
	same "$(meta org in.BIG5)" 档案局
	same "$(meta region in.BIG5)" 330211
}

@test "two characters are enough to tell GB18030, Big5 and UTF-16 apart" {
	printf '政府' | iconv -t GBK >gbk
	printf '政府資訊' | iconv -t BIG5 >big5
	printf '政府' | iconv -t UTF-16LE >wide
	same "$(meta encoding gbk big5 wide)" gb18030$'\n'big5$'\n'utf-16le
}

@test "bytes that cannot be decoded become U+FFFD and are counted" {
	{ cat utf8.txt; printf 'x\xffy\xc0z\n'; } >bad.txt
	same "$(meta encoding bad.txt)" utf-8
	same "$(meta undecodable bad.txt)" 2
	gir-segment bad.txt | grep -q $'x\ufffdy\ufffdz'
	head -c -2 utf8.txt >cut.txt # in the middle of a character
	same "$(meta encoding cut.txt)" utf-8
	same "$(meta undecodable cut.txt)" 2
	{ iconv -t GB18030 utf8.txt; printf '\xff\n'; iconv -t GB18030 utf8.txt; } >gbk.txt
	same "$(meta encoding gbk.txt)" gb18030
	same "$(meta undecodable gbk.txt)" 1
	{ iconv -t UTF-16LE utf8.txt; printf '\x00\xd8\n\0'; } >wide.txt
	same "$(meta undecodable wide.txt)" 2
}

@test "a bad byte is found wherever it stands, and what surrounds it is kept" {
	local i text
	text=$(printf '公开·信息%.0s' {1..24})
	for i in {100..180}; do
		{ head -n 4 utf8.txt; printf '%*s%s\xe4\x80%s\n' "$i" '' "${text:i % 7:i / 2}" "$text"; } >"$i"
	done
	gir-segment {100..180} >blocks
	same "$(awk -F'\t' '$5 == "undecodable" { print $6 }' blocks | sort | uniq -c | tr -s ' ')" ' 81 2'
	same "$(grep -c $'[公开·信息]\ufffd\ufffd公开·信息' blocks)" 81
}

@test "a text with a few NULs is text, UTF-16 is not binary" {
	{ cat utf8.txt; printf 'a\0b\n'; } >nul.txt
	iconv -t UTF-16LE utf8.txt >wide.txt
	same "$(meta format nul.txt wide.txt)" text$'\n'text
	same "$(meta encoding nul.txt wide.txt)" utf-8$'\n'utf-16le
}

@test "formats are told from the content, whatever the name" {
	: >empty.txt
	printf '\xef\xbb\xbf \r\n\t\n' >blank.txt
	printf '%%PDF-1.7\n' >pdf.txt
	printf '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1xxxx' >doc.txt
	printf '\x89PNG\r\n\x1a\n' >png.txt
	printf '\xff\xd8\xff\xe0' >jpeg.txt
	head -c 4000 /dev/zero >zeros.txt
	gzip -c "$(type -P bash)" | head -c 60000 | tail -c 50000 >packed.txt
	printf 'PK\3\4\24\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\021\0\0\0word/document.xml' >cut.docx
	printf 'PK\5\6\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0' >none.docx
	run --separate-stderr gir-segment empty.txt blank.txt pdf.txt doc.txt png.txt jpeg.txt zeros.txt \
		packed.txt cut.docx none.docx
	same "$(awk -F'\t' '$5 == "format" { print $1, $6 }' <<<"$output")" "empty.txt empty
blank.txt empty
pdf.txt pdf-damaged
doc.txt ole
png.txt image
jpeg.txt image
zeros.txt binary
packed.txt binary
cut.docx docx-damaged
none.docx zip"
}

@test "HTML is told from its first tag, a text that speaks of tags is text" {
	printf '<!-- page -->\n<!DOCTYPE html><html>' >a
	printf '\n <TABLE border=1>' >b
	printf '<p>x' | iconv -t UTF-16LE >c
	printf '<pre-form> is no tag\n' >d
	printf 'We write <html>.\n' >e
	same "$(meta format a b c d e)" $'html\nhtml\nhtml\ntext\ntext'
}
