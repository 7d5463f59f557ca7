# Scanned reports: what is recognised is certain only where sums say so.

load lib

SPECIMEN=$ROOT/corpus/宁波市/镇海区/2021/教育局.txt

setup() {
	cd "$BATS_TEST_TMPDIR" || exit
	mkdir tmp
	export TMPDIR=$PWD/tmp
}

need_tesseract() {
	local program
	for program in tesseract weasyprint pdftoppm; do
		command -v "$program" >/dev/null || skip "$program is not installed"
	done
	tesseract --list-langs 2>/dev/null | grep -qx chi_sim || skip 'chi_sim is not installed'
}

# The specimen as pages of a picture each, page-1.png and so on; its cells in truth.
scan() {
	gir-segment "$SPECIMEN" >blocks
	gir-tables <blocks >truth
	"$ROOT/tests/page/form.py" blocks truth >form.html
	weasyprint -q form.html form.pdf
	pdftoppm -r 200 -png form.pdf page
}

# states TABLE <CELLS: how many cells of the table have which state.
states() {
	awk -F'\t' -v table="$1" '$7 == table { n[$11]++ } END { for (s in n) print s, n[s] }' | sort
}

# The official numbers of file $1 that are not those of the text.
wrong() {
	awk -F'\t' 'NR == FNR { value[$7, $8, $9] = $10; next }
		$7 ~ /^(active|requests|review)$/ && $11 == "num" && value[$7, $8, $9] != $10' truth "$1"
}

# recognised [POS TEXT]: the cells of the specimen as if they had been recognised, one of them as TEXT.
recognised() {
	gir-segment "$SPECIMEN" | awk -F'\t' -v OFS='\t' -v pos="${1:-none}" -v text="${2:-}" '
		$5 == "format" { $6 = "pdf-ocr" }
		$5 == pos { $6 = text }
		1' | gir-tables
}

@test "ocr: sums that hold confirm what was recognised, the rest is unsure" {
	recognised >cells
	same "$(states requests <cells)" 'num 175'
	same "$(states review <cells)" 'num 15'
	same "$(states active <cells)" 'unsure 10'
	grep -q "${TAB}text${TAB}.*${TAB}unsure${TAB}" cells
	run ! grep -q "${TAB}text${TAB}.*${TAB}num${TAB}" cells
}

@test "ocr: one misread figure leaves its row and its column in doubt" {
	pos=$(gir-segment "$SPECIMEN" |
		awk -F'\t' '$6 ~ /予以公开/ && $4 == "cell" { found = 1; next } found { print $5; exit }')
	recognised "$pos" 90 >cells
	same "$(awk -F'\t' '$7 == "requests" && $11 == "unsure" { n[$8 == "granted" ? "row" : $9]++ }
		END { for (s in n) print s, n[s] }' cells | sort)" 'natural 21
row 7'
	same "$(states review <cells)" 'num 15'
}

@test "ocr: nothing is recognised unless it is asked for" {
	need_tesseract
	scan
	run --separate-stderr gir-segment page-1.png
	[ "$status" -eq 0 ]
	[[ $output == *"${TAB}format${TAB}image"* ]]
}

@test "ocr: a picture of a page" {
	need_tesseract
	scan
	gir-segment --ocr page-2.png >blocks
	grep -q "${TAB}format${TAB}image-ocr\$" blocks
	gir-tables <blocks >cells
	same "$(wrong cells)" ''
	[[ $(awk -F'\t' '$7 == "requests" && $10 != ""' cells | wc -l) -ge 80 ]]
	same "$(ls tmp)" ''
}

@test "ocr: a PDF of pictures" {
	need_tesseract
	scan
	{
		echo '<style>@page { margin: 0; size: 210mm 297mm } img { width: 210mm }</style>'
		echo '<img src="page-3.png">'
	} >only.html
	weasyprint -q only.html only.pdf
	gir-segment only.pdf | grep -q "${TAB}format${TAB}pdf-scanned\$"
	gir-segment --ocr only.pdf >blocks
	grep -q "${TAB}format${TAB}pdf-ocr\$" blocks
	gir-tables <blocks >cells
	same "$(wrong cells)" ''
}

@test "ocr: without tesseract it says which packages are wanted" {
	printf '\x89PNG\r\n\x1a\n' >page.png
	mkdir fake
	run --separate-stderr env PATH="$PWD/fake" "$(command -v gir-segment)" --ocr page.png
	[ "$status" -eq 0 ]
	[[ $output == *"${TAB}format${TAB}image-unsupported"* ]]
	# shellcheck disable=SC2154 # set by run
	[[ $stderr == *tesseract-ocr-chi-sim* ]]
}
