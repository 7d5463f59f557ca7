# PDF: words and ruling lines to cells, page by page.

load lib
load placed

setup() {
	cd "$BATS_TEST_TMPDIR" || exit
	mkdir tmp
	export TMPDIR=$PWD/tmp
}

teardown() {
	rm -rf fake
	same "$(ls tmp)" ''
}

draw() {
	"$ROOT/tests/page/draw.py" "$@"
}

need() {
	command -v "$1" >/dev/null || skip "$1 is not installed"
}

@test "pdf: a table with lines" {
	drawn "$ALL"
	same "$(places form.page | head -n 5)" '1.1.1 信息内容
1.1.2 本年制发件数
1.1.3 本年废止件数
1.1.4 现行有效件数
1.2.1 规章'
	same "$(format_of form.page)" pdf
}

@test "pdf: turned pages read as upright ones" {
	draw <"$FORM" >form.page
	gir-segment form.page >upright
	for turn in 90 180 270; do
		draw -r "$turn" <"$FORM" >form.page
		gir-segment form.page | cmp - upright
	done
}

@test "pdf: a document that may not be copied is read, one with a password is not" {
	draw -e copy <"$FORM" >form.page
	same "$(cells form.page)" "$ALL"
	draw -e user <"$FORM" >form.page
	same "$(format_of form.page)" pdf-encrypted
}

@test "pdf: without words it is scanned" {
	echo I | draw >form.page
	same "$(format_of form.page)" pdf-scanned
}

@test "pdf: words that are not drawn, under a picture, are those of character recognition" {
	{
		echo I
		sed 's/^T/V/' "$FORM"
	} | draw >form.page
	same "$(format_of form.page)" pdf-ocr
}

@test "pdf: digits of a font that does not say what it shows are never certain" {
	sed 's/^T 295 215 10 12/G 295 215 10 11/' "$FORM" | draw >form.page
	same "$(format_of form.page)" pdf-guessed
	same "$(cells form.page)" 'unsure unsure unsure unsure unsure unsure'
}

@test "pdf: damaged, or cut short" {
	draw <"$FORM" >form.page
	head -c 1500 form.page >short
	same "$(format_of short)" pdf-damaged
	grep -q 'short: the PDF is cut short' messages
	printf '%%PDF-1.4\nnothing\n%%%%EOF\n' >bad
	same "$(format_of bad)" pdf-damaged
}

@test "pdf: characters without a meaning" {
	sed 's/^T \([^ ]* [^ ]* [^ ]*\) ..*/T \1 \xee\x80\x81\xee\x80\x82/' "$FORM" |
		draw -e key >form.page
	same "$(format_of form.page)" pdf-unmapped
}

@test "pdf: too many pages" {
	for ((i = 0; i < 401; i++)); do
		printf 'T 100 100 12 %d\nP\n' "$i"
	done | draw >form.page
	same "$(format_of form.page)" pdf-bomb
	grep -q 'more than 400 pages' messages
}

@test "pdf: without poppler it says which package is wanted" {
	draw <"$FORM" >form.page
	mkdir fake
	run --separate-stderr env PATH="$PWD/fake" "$(command -v gir-segment)" form.page
	[ "$status" -eq 0 ]
	[[ $output == *"${TAB}format${TAB}pdf-unsupported"* ]]
	# shellcheck disable=SC2154 # set by run
	[[ $stderr == *poppler-utils* ]]
}

@test "pdf: a tool that fails, or never ends, harms no other report" {
	draw <"$FORM" >form.page
	mkdir fake
	printf '#!/bin/sh\nexit 1\n' >fake/pdftocairo
	printf '#!/bin/sh\nexec /usr/bin/pdftotext "$@"\n' >fake/pdftotext
	chmod +x fake/*
	PATH=$PWD/fake:$PATH run gir-segment form.page "$FORM"
	[ "$status" -eq 0 ]
	[[ $output == *"form.page${TAB}${TAB}0${TAB}meta${TAB}format${TAB}pdf"* ]]
	[[ $output == *"form.txt${TAB}${TAB}0${TAB}meta${TAB}format${TAB}text"* ]]
}

# ---- the lines ----

@test "pdf: a number that stands a point outside its cell" {
	drawn "$ALL" 's/^T 195 215/T 189 221/; s/^T 295 215/T 288.5 221.5/'
}

@test "pdf: double lines are one" {
	drawn "$ALL" 's/^L 290 180/L 291.5 180 291.5 240\n&/; s/^L 90 220/L 90 221.8 490 221.8\n&/'
}

@test "pdf: dashes are a line" {
	drawn "$ALL" 's/^L/D/'
}

@test "pdf: lines drawn as thin areas" {
	drawn "$ALL" 's/^L 90 \([0-9]*\) .*/R 90 \1 400 0.7/; s/^L \([0-9]*\) 180 .*/R \1 180 0.7 60/'
}

@test "pdf: backgrounds are no lines" {
	drawn "$ALL" '1s/^/R 90 180 400 20 0.8\nR 90 200 100 20 0.9\nR 190 200 100 20 0.9\n/'
}

@test "pdf: a table without a line around it, and one that is open at the sides" {
	drawn "$ALL" '/^S/d'
	drawn "$ALL" '/^S/d; s/^L 90 200/L 90 180 490 180\nL 90 240 490 240\n&/'
}

@test "pdf: no line between two numbers makes no number of them" {
	drawn 'text unsure absent text unsure absent' '/^L 290/d'
	drawn 'text unsure absent text unsure absent' '/^L 290/d; s/^T 295 215/T 202 215/'
	drawn '0 12 5 text unsure absent' 's/^L 290 180 290 240/L 290 180 290 220/'
	drawn '0 text 5 unsure unsure absent' 's/^L 90 220.*/L 90 220 290 220\nL 390 220 490 220/'
}

@test "pdf: numbers that touch over a line" {
	drawn 'text blank blank 2 1 14' 's/^T 295 215/T 281 215/; s/^T 395 215/T 291 215/'
	drawn 'text blank 5 2 1 14' 's/^T 195 215 10 0/T 278 215 10 40/; s/^T 295 215/T 288.5 215/'
}

@test "pdf: merged cells" {
	sed 's/^L 290 180/L 290 200/; s/^L 90 220.*/L 190 220 490 220/' "$FORM" | draw >form.page
	same "$(places form.page | head -n 3)" '1.1.1 信息内容
1.1.2+1x2 本年制发件数 本年废止件数
1.1.4 现行有效件数'
	places form.page | grep -qxF '1.2.1+2x1 规章\n行政规范性文件'
}

# ---- the words ----

@test "pdf: a number over two lines is in doubt" {
	drawn '0 text 5 2 1 14' 's/^T 295 215 10 12/T 295 209 8 113\nT 295 217 8 89/'
}

@test "pdf: letter spacing parts no number, a gap does" {
	drawn "$ALL" 's/^T 295 215 10 12/T 295 215 10 1\nT 302 215 10 2/'
	drawn '0 text 5 2 1 14' 's/^T 295 215 10 12/T 295 215 10 1\nT 306 215 10 2/'
}

@test "pdf: a word drawn twice is one" {
	drawn "$ALL" 's/^T 295 215 10 12/&\nT 295.3 215 10 12/'
}

@test "pdf: a note at a number makes it no other number" {
	drawn '0 text 5 2 1 14' 's/^T 295 215 10 12/T 295 215 10 1\nT 302 211 6 2/'
}

@test "pdf: digits of full width" {
	drawn "$ALL" 's/^T 295 215 10 12/T 295 215 10 １２/'
}

@test "pdf: a number wider than its cell" {
	sed 's/^L 290 180 290/L 288 180 288/; s/^L 390 180 390/L 304 180 304/; s/^T 295 215 10 12/T 281 215 10 123456/
		s/^T 295/T 289/; s/^T 395/T 345/' "$FORM" | draw >form.page
	same "$(cells form.page)" '0 123456 5 2 1 14'
}

@test "pdf: lines drawn with transparency" {
	draw <"$FORM" >form.page
	gir-segment form.page >opaque
	draw -e group <"$FORM" >form.page
	gir-segment form.page | cmp - opaque
	{
		echo P
		cat "$FORM"
	} | draw -e group >form.page
	same "$(places form.page | tail -n 1)" '1.3.4 14'
}

# ---- pages ----

# The form with a second page: its last row stands there.
two_pages() {
	sed '/^[SL]/d; /235 10/d' "$FORM"
	printf '%s\n' 'S 90 180 400 40' 'L 90 200 490 200' 'L 190 180 190 220' 'L 290 180 290 220' \
		'L 390 180 390 220' 'T 290 800 10 - 1 -' P 'S 96 60 400 20' 'L 196 60 196 80' \
		'L 296 60 296 80' 'L 396 60 396 80' 'T 290 800 10 - 2 -'
	sed -n 's/^T \([0-9]*\) 235/T \1 75/p' "$FORM"
}

@test "pdf: a table goes on over the page, whose number is no part of it" {
	two_pages | draw >form.page
	same "$(cells form.page)" "$ALL"
	places form.page | grep -qxF '1.3.4 14'
	gir-segment form.page | grep -qP '\tother\t\t- 1 -$'
}

@test "pdf: a row that the page cuts is one" {
	two_pages | sed 's/^T 95 75 10 行政规范性文件/T 95 75 10 件/; s/^T 95 215 10 规章/T 95 215 19 规范性文/' |
		draw >form.page # the first row's numbers stand above, the second's below: no rest
	places form.page | grep -qxF '1.3.1 件'
	two_pages | sed '/^T [123].* 75/d; s/^T 95 75 10 .*/T 95 75 10 （说明）的余下/' |
		sed 's/（说明）的/的/; s/^T 95 215 10 规章/T 95 215 19 规章说明/' | draw >form.page
	places form.page | grep -qxF '1.2.1 规章说明\n的余下'
	places form.page | grep -qxF '1.2.3 12'
}

@test "pdf: heads and feet of many pages are not the report's, sentences go on over pages" {
	for i in 1 2 3; do
		printf '%s\n' "T 90 40 9 镇海区教育局文件" "T 400 800 10 $i"
		[[ $i -ne 1 ]] || cat "$FORM"
		[[ $i -ne 1 ]] || printf '%s\n' 'T 90 260 12 五、存在的主要问题及改进情况' \
			'T 114 740 12 本年度主要问题是公开内容还不够全面，公众参与的方式还不够'
		[[ $i -ne 2 ]] || printf '%s\n' 'T 90 80 12 多样，下一步将继续改进。' \
			'T 114 100 12 明年的工作重点是公开内容的质量，而不是公开内容的数量和它' \
			'T 90 120 12 们的增长。'
		echo P
	done | draw >form.page
	gir-segment form.page >blocks
	grep -qP '\tpara\t\t本年度主要问题是公开内容还不够全面，公众参与的方式还不够多样，下一步将继续改进。$' blocks
	grep -qP '\tpara\t\t明年的工作重点是公开内容的质量，而不是公开内容的数量和它们的增长。$' blocks
	[[ $(grep -cP '\tother\t\t镇海区教育局文件$' blocks) -eq 3 ]]
	[[ $(grep -cP '\tother\t\t[123]$' blocks) -eq 3 ]]
}

# ---- real producers ----

# printed STYLE SPECIMEN COMMAND...: the specimen as a page, printed; the official cells are the
# same as those of the text.
printed() {
	gir-segment "$ROOT/corpus/$2" >blocks
	gir-tables <blocks >cells
	"$ROOT/tests/page/form.py" -s "$1" blocks cells >form.html
	"${@:3}"
	gir-segment form.pdf | gir-tables | official >actual
	official <cells | diff - actual
}

official() {
	awk -F'\t' '$7 ~ /^(active|requests|review)$/ { print $7, $8, $9, $10, $11 }'
}

weasy() {
	weasyprint -q form.html form.pdf
}

office() {
	soffice --headless "-env:UserInstallation=file://$PWD/profile" \
		--convert-to pdf:writer_web_pdf_Export form.html &>/dev/null
}

@test "pdf: the form of 2021 and that of 2019, by WeasyPrint" {
	need weasyprint
	printed ruled 宁波市/镇海区/2021/教育局.txt weasy
	printed ruled 宁波市/余姚市/2020/交通运输局.txt weasy
	[[ $(pdfinfo form.pdf | awk '/^Pages/ { print $2 }') -ge 2 ]]
}

@test "pdf: the forms by LibreOffice" {
	need soffice
	printed ruled 宁波市/镇海区/2021/教育局.txt office
	printed ruled 宁波市/余姚市/2020/交通运输局.txt office
}

@test "pdf: columns without lines are never guessed" {
	need weasyprint
	printed plain 宁波市/镇海区/2021/教育局.txt weasy
}
