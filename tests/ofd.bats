# OFD (GB/T 33190): characters and paths to cells.

load lib
load placed

setup() {
	cd "$BATS_TEST_TMPDIR" || exit
}

OPTIONS=()
draw() {
	"$ROOT/tests/page/ofd.py" "${OPTIONS[@]}"
}

@test "ofd: a table with lines" {
	drawn "$ALL"
	same "$(format_of form.page)" ofd
}

@test "ofd: the blocks are those of the same page as PDF" {
	draw <"$FORM" >form.page
	gir-segment form.page | sed 's/\tofd$/\tpdf/' >ofd
	"$ROOT/tests/page/draw.py" <"$FORM" >form.page
	gir-segment form.page | diff ofd -
	grep -q 行政规范性文件 ofd
}

@test "ofd: scaled objects, advances in groups, templates, blocks" {
	draw <"$FORM" >form.page
	gir-segment form.page >plain
	for OPTIONS in ctm groups template text-template block; do
		draw <"$FORM" >form.page
		gir-segment form.page | cmp - plain
	done
	OPTIONS=(ctm groups template block)
	draw <"$FORM" >form.page
	gir-segment form.page | cmp - plain
}

@test "ofd: what cannot be read says why" {
	while read -r option format; do
		OPTIONS=("$option")
		draw <"$FORM" >form.page
		same "$(format_of form.page)" "$format"
	done <<-END
		doctype ofd-damaged
		cut ofd-damaged
		missing ofd-damaged
		key ofd-unmapped
		hidden ofd-scanned
		scan ofd-scanned
	END
}

@test "ofd: too many pages" {
	for ((i = 0; i < 401; i++)); do
		echo P
	done | draw >form.page
	same "$(format_of form.page)" ofd-bomb
	grep -q 'more than 400 pages' messages
}

@test "ofd: no line between two numbers, numbers over two lines, backgrounds" {
	drawn 'text unsure absent text unsure absent' '/^L 290/d'
	drawn '0 text 5 2 1 14' 's/^T 295 215 10 12/T 295 209 8 113\nT 295 217 8 89/'
	drawn "$ALL" '1s/^/R 90 180 400 20\nR 90 200 100 20\n/'
	drawn "$ALL" 's/^T 295 215 10 12/&\nT 295.3 215 10 12/'
}

@test "ofd: characters beyond the first plane" {
	sed 's/^T 114 140 12 .*/T 114 140 12 𠀀𠀁年工作平稳。/' "$FORM" | draw >form.page
	gir-segment form.page | grep -qP '\tpara\t\t𠀀𠀁年工作平稳。$'
}
