# The make pipeline: names of every kind, nothing done twice, the clean run's bytes after any change
# and any kill, install and uninstall.

setup() {
	load lib
	load reports
	# What an outer make has set is not for the makes below.
	unset MAKEFLAGS MAKELEVEL MFLAGS MAKEOVERRIDES
	export GIR_CORPUS=$BATS_TEST_TMPDIR/corpus GIR_OUT=$BATS_TEST_TMPDIR/out GIR_BUILD=$BUILD
	mkdir "$GIR_CORPUS"
	cd "$ROOT" || exit
}

# The pipeline alone, over built programs; more operands for make.
pipeline() {
	MAKEFLAGS=$* pipelines/run make
}

# Fails unless GIR_OUT is what a clean run makes of GIR_CORPUS.
as_clean() {
	rm -rf "$BATS_TEST_TMPDIR/clean"
	GIR_OUT=$BATS_TEST_TMPDIR/clean pipelines/run make
	diff -r -x .work "$GIR_OUT" "$BATS_TEST_TMPDIR/clean"
}

# Names and times of all results and lists.
state() {
	find "$GIR_OUT" -path '*/.work/tmp/*' -prune -o -type f ! -name lock -printf '%P %T@\n' | sort
}

docs() {
	tail -n +2 "$GIR_OUT/reports.tsv" | cut -f1
}

@test "make: results, and names of every kind for reports and directories" {
	# shellcheck disable=SC2016 # the dollar is one of the odd characters
	local odd=$'a b/宁波 "quoted" \'single\' $HOME #=:;%*?\\\n'
	local corpus=$BATS_TEST_TMPDIR/$odd/corpus out=$BATS_TEST_TMPDIR/$odd/new/out
	local names=($'space name.txt' $'quo"te\'s.txt' '深/圳/报告.txt' $'line\nfeed.txt' $'tab\t.txt'
		$'bytes\xff\xfe.txt' '-' '-f' 'back\slash' '$(touch x)`y`.txt' 'a=b.txt' '*.txt' $'end\n')
	for name in "${names[@]}"; do
		report "$corpus/$name"
	done
	run -0 make CORPUS="$corpus" OUT="$out" BUILD="$BUILD"
	GIR_OUT=$out
	same "$(docs)" "$(printf '%s\n' '$(touch x)`y`.txt' '*.txt' - -f 'a=b.txt' 'back\\slash' \
		'bytes\xFF\xFE.txt' 'end\n' 'line\nfeed.txt' $'quo"te\'s.txt' 'space name.txt' 'tab\t.txt' \
		'深/圳/报告.txt')"
	same "$(cd "$out" && echo *)" \
		"aggregates.csv aggregates.tsv cells datapackage.json findings.tsv indicators.tsv panel.csv report reports.tsv"
	same "$(head -1 "$out/reports.tsv")" \
		"doc${TAB}year${TAB}region${TAB}org${TAB}scope${TAB}form${TAB}format${TAB}encoding${TAB}cells${TAB}errors${TAB}warnings"
	same "$(sed -n 2p "$out/reports.tsv" | cut -f2,3,5,6)" "2023${TAB}330212${TAB}organ${TAB}2021"
}

@test "the second run does nothing" {
	many_reports 5
	pipeline
	state >"$BATS_TEST_TMPDIR/before"
	run -0 pipeline
	same "$output" ""
	state | diff "$BATS_TEST_TMPDIR/before" -
}

# Pages of the site and when each was written.
pages() {
	find "$GIR_OUT/report" -name '*.html' -printf '%P %T@\n' | sort
}

@test "the site: pages that change with a report are its own, its regions', and those on everything" {
	cp -r "$ROOT/corpus/." "$GIR_CORPUS"
	many_reports 420
	pipeline -j2
	same "$(tail -n +2 "$GIR_OUT/reports.tsv" | wc -l)" "$(find "$GIR_OUT/report/report" -type f | wc -l)"
	pages >"$BATS_TEST_TMPDIR/before"
	sed -i -E 's/(本年新收\S+ +)[0-9]+/\1500/' "$GIR_CORPUS/宁波市/科技局 2023.txt"
	pipeline -j2
	run -0 sh -c 'diff "$1" - | sed -n "s/^> \([^ ]*\).*/\1/p"' sh "$BATS_TEST_TMPDIR/before" < <(pages)
	same "$(grep -v '^region/' <<<"$output")" $'index.html\nquality.html\nreport/宁波市/科技局=202023.txt.html'
	same "$(grep '^region/' <<<"$output" | grep -v '^region/33')" ''
	[[ $output == *region/330200.html* ]]
	as_clean
}

@test "the site: pages of reports and regions that are no more go, what is not ours stays" {
	many_reports 3
	report "$GIR_CORPUS/elsewhere/r.txt"
	sed -i 's/宁波市鄞州区/江西省赣州市章贡区/' "$GIR_CORPUS/elsewhere/r.txt"
	pipeline
	echo mine >"$GIR_OUT/report/CNAME"
	[[ -e $GIR_OUT/report/region/360000.html && -d $GIR_OUT/report/report/elsewhere ]]
	# As a run leaves it that was killed: a page, and nobody who knows of it.
	touch "$GIR_OUT/report/report/stray.html" "$GIR_OUT/report/.new.1"
	rm -r "$GIR_CORPUS/elsewhere"
	pipeline
	same "$(cat "$GIR_OUT/report/CNAME")" mine
	rm "$GIR_OUT/report/CNAME"
	as_clean
	same "$(find "$GIR_OUT/report" -name '.*' -o -name '36*')" ''
}

@test "the site: make report makes no tables, SITE=no no pages; what is missing is made again" {
	many_reports 3
	run -0 make report CORPUS="$GIR_CORPUS" OUT="$GIR_OUT" BUILD="$BUILD"
	same "$(cd "$GIR_OUT" && echo *)" 'cells report'
	pipeline
	as_clean
	rm -r "$GIR_OUT/report"
	pipeline
	as_clean
	rm "$GIR_OUT"/report/{index,region/330212}.html "$GIR_OUT"/.work/{area/33/cross,pages}/all.tsv
	pipeline
	as_clean
	run -0 make SITE=no CORPUS="$GIR_CORPUS" OUT="$BATS_TEST_TMPDIR/none" BUILD="$BUILD"
	[[ -e $BATS_TEST_TMPDIR/none/reports.tsv && ! -e $BATS_TEST_TMPDIR/none/report ]]
}

@test "the site: a directory report/ of somebody else is left alone" {
	report "$GIR_CORPUS/r.txt"
	mkdir -p "$GIR_OUT/report"
	echo mine >"$GIR_OUT/report/index.html"
	run -2 pipeline
	[[ $output == *'report/ in OUT is no site of gir'* ]]
	same "$(cat "$GIR_OUT"/report/*)" mine
	GIR_SITE='' pipeline
	same "$(cat "$GIR_OUT"/report/*)" mine
}

@test "the site: another gir-report reads no report again; without gnuplot there are no charts" {
	cp -r "$ROOT/corpus/宁波市/." "$GIR_CORPUS"
	cp -r "$BUILD/bin" "$BUILD/libexec" "$BATS_TEST_TMPDIR"
	GIR_BUILD=$BATS_TEST_TMPDIR
	mkdir "$BATS_TEST_TMPDIR/path"
	ln -s /usr/bin/* "$BATS_TEST_TMPDIR/path"
	PATH=$BATS_TEST_TMPDIR/path
	pipeline
	state | grep -E '^(cells|.work/made)' >"$BATS_TEST_TMPDIR/before"
	echo >>"$GIR_BUILD/bin/gir-report"
	rm -f "$BATS_TEST_TMPDIR/path/gnuplot"
	run -0 pipeline
	[[ $output == *'there is no gnuplot: the pages have no charts'* ]]
	state | grep -E '^(cells|.work/made)' | diff "$BATS_TEST_TMPDIR/before" -
	same "$(find "$GIR_OUT/report" -name '*.svg' -o -name '*.gp')" ''
	run -1 grep -rl '<img' "$GIR_OUT/report"
	[[ -e /usr/bin/gnuplot ]] || skip 'gnuplot is not installed'
	ln -s /usr/bin/gnuplot "$BATS_TEST_TMPDIR/path"
	pipeline
	[[ -e $GIR_OUT/report/index-outcomes.svg ]]
	as_clean
}

@test "OCR=1: pictures are looked into, and all is read again" {
	report "$GIR_CORPUS/r.txt"
	printf '\x89PNG\r\n\x1a\n' >"$GIR_CORPUS/scan.png"
	format() {
		awk -F'\t' '$1 == "scan.png" { print $7 }' "$GIR_OUT/reports.tsv"
	}
	pipeline
	same "$(format)" image
	GIR_OCR=1 pipeline 2>/dev/null
	[[ $(format) == image-* ]]
	pipeline
	same "$(format)" image
}

@test "reports added, changed, renamed, removed: the bytes of a clean run" {
	many_reports 12
	pipeline
	report "$GIR_CORPUS/new/r.txt" 水利局
	pipeline
	as_clean
	report "$GIR_CORPUS/1/r1.txt" 水利局 2022 99
	pipeline
	as_clean
	mv "$GIR_CORPUS/2" "$GIR_CORPUS/two"
	pipeline
	as_clean
	rm -r "$GIR_CORPUS/3" "$GIR_CORPUS/two/r2.txt"
	pipeline
	as_clean
	run -0 grep -c . "$GIR_OUT/reports.tsv"
	same "$output" "$(($(find "$GIR_CORPUS" -type f | wc -l) + 1))"
}

@test "a change that keeps size and modification time is seen" {
	report "$GIR_CORPUS/r.txt" 统计局 2023 3
	touch -d 2024-01-01 "$GIR_CORPUS/r.txt"
	pipeline
	report "$GIR_CORPUS/r.txt" 审计局 2023 4
	touch -d 2024-01-01 "$GIR_CORPUS/r.txt"
	pipeline
	grep -q 审计局 "$GIR_OUT/reports.tsv"
}

@test "one report changed redoes its shard alone; shards split and join" {
	many_reports 450
	pipeline -j2
	[ "$(wc -l <"$GIR_OUT/.work/shards")" -gt 1 ]
	same "$(cd "$GIR_OUT/cells" && ls)" "$(sed 's/$/.tsv/' "$GIR_OUT/.work/shards" | sort)"
	state | grep ^cells >"$BATS_TEST_TMPDIR/before"
	report "$GIR_CORPUS/1/r1.txt" 水利局
	pipeline
	run -0 sh -c 'diff "$1" - | grep -c "^>"' sh "$BATS_TEST_TMPDIR/before" < <(state | grep ^cells)
	same "$output" 1
	as_clean
	rm -r "$GIR_CORPUS"/[1-3]
	pipeline
	same "$(cd "$GIR_OUT/cells" && echo *)" all.tsv
	as_clean
}

@test "a table is made anew only where it will differ" {
	many_reports 5
	cp "$ROOT/corpus/宁波市/科技局 2023.txt" "$GIR_CORPUS"
	pipeline
	touch "$GIR_CORPUS/1/r1.txt"
	state | grep -v '/' >"$BATS_TEST_TMPDIR/before"
	pipeline
	state | grep -v '/' | diff "$BATS_TEST_TMPDIR/before" -
	sed -i -E 's/(本年新收\S+ +)[0-9]+/\1500/; s/(予以公开 .* )[0-9]+/\1500/' "$GIR_CORPUS/科技局 2023.txt"
	pipeline
	state | grep -v '/' | diff "$BATS_TEST_TMPDIR/before" - | awk '/^>/ { print $2 }' >"$BATS_TEST_TMPDIR/made"
	same "$(sort "$BATS_TEST_TMPDIR/made")" "$(cd "$GIR_OUT" && ls -p | grep -v -e / -e datapackage)"
	as_clean
}

@test "tables by report are in the order of the paths, whatever the shards" {
	many_reports 600
	report "$GIR_CORPUS/3-/r.txt" 水利局
	pipeline
	for table in reports.tsv panel.csv; do
		tail -n +2 "$GIR_OUT/$table" | tr , '\t' | cut -f 1 | LC_ALL=C sort -c
	done
	awk -F'\t' 'NR > 1 && $5 !~ /^(duplicate|carry|jump|in-force|rollup|coverage)$/ { print $1 }' \
		"$GIR_OUT/findings.tsv" | LC_ALL=C sort -c
	# Of two reports of one organ and year the first by path stands.
	report "$GIR_CORPUS/0/z.txt" 水利局
	report "$GIR_CORPUS/6/a.txt" 水利局
	pipeline
	same "$(awk -F'\t' '$5 == "duplicate" { print $1 }' "$GIR_OUT/findings.tsv")" $'3-/r.txt\n6/a.txt'
	as_clean
}

@test "progress on a terminal, silence elsewhere" {
	many_reports 600
	run -0 pipeline
	same "$output" ""
	command -v script >/dev/null || skip 'script is not installed'
	rm -r "$GIR_OUT"
	# A slow machine, so that there is something to be seen.
	cp -r "$BUILD/bin" "$BUILD/libexec" "$BATS_TEST_TMPDIR"
	printf '#!/bin/sh\nsleep 1\nexec %s "$@"\n' "$BUILD/bin/gir-segment" >"$BATS_TEST_TMPDIR/slow"
	chmod +x "$BATS_TEST_TMPDIR/slow"
	mv "$BATS_TEST_TMPDIR/slow" "$BATS_TEST_TMPDIR/bin/gir-segment"
	GIR_BUILD=$BATS_TEST_TMPDIR run -0 script -qec 'pipelines/run make' /dev/null
	[[ $output =~ [0-9]+\ of\ 600\ reports,\ [0-9]+\ a\ second,\ [0-9]+:[0-9][0-9]\ left || \
		$output == *"600 reports are read; the tables are next"* ]]
	as_clean
	# Nothing to read: nothing to tell.
	pipelines/run make
	run -0 script -qec 'pipelines/run make' /dev/null
	[[ $output != *reports* ]]
}

@test "-j2 gives the same bytes" {
	many_reports 600
	pipeline -j2
	as_clean
}

@test "killed at any instant, then started again: the bytes of a clean run" {
	many_reports 600
	for delay in 0.02 0.05 0.1 0.15 0.2 0.3 0.4 0.6; do
		report "$GIR_CORPUS/killed/$delay.txt" "$delay"
		setsid bash -c 'MAKEFLAGS=-j2 exec pipelines/run make' 3>&- &
		sleep "$delay"
		kill -9 -- -$! 2>/dev/null || true
		wait $! || true
		# What bears a final name is whole.
		for table in "$GIR_OUT"/*.tsv "$GIR_OUT"/cells/*.tsv; do
			[[ ! -e $table ]] || [[ -z $(tail -c 1 "$table" | tr -d '\n') ]]
		done
	done
	pipeline
	as_clean
	same "$(ls -A "$GIR_OUT/.work/tmp")" ""
}

@test "a result that is missing is made again" {
	many_reports 3
	pipeline
	rm "$GIR_OUT/cells/all.tsv" "$GIR_OUT/indicators.tsv"
	pipeline
	as_clean
}

@test "other programs redo everything" {
	many_reports 3
	cp -r "$BUILD/bin" "$BUILD/libexec" "$BATS_TEST_TMPDIR"
	GIR_BUILD=$BATS_TEST_TMPDIR
	pipeline
	stat -c %Y.%y "$GIR_OUT/cells/all.tsv" >"$BATS_TEST_TMPDIR/before"
	echo >>"$GIR_BUILD/bin/gir-tables"
	pipeline
	run -1 cmp -s "$BATS_TEST_TMPDIR/before" <(stat -c %Y.%y "$GIR_OUT/cells/all.tsv")
}

@test "a manifest at the top wins over what is read, and is no report" {
	report "$GIR_CORPUS/r.txt" 统计局 2023
	pipeline
	same "$(cut -f1,2 "$GIR_OUT/reports.tsv" | sed 1d)" "r.txt${TAB}2023"
	printf 'doc,year,org\nr.txt,2022,审计局\n' >"$GIR_CORPUS/manifest.csv"
	printf 'region\torg\n330212\t审计局\n' >"$GIR_CORPUS/roster.tsv"
	pipeline
	same "$(cut -f1,2,4 "$GIR_OUT/reports.tsv" | sed 1d)" "r.txt${TAB}2022${TAB}审计局"
	rm "$GIR_CORPUS/manifest.csv"
	pipeline
	same "$(cut -f1,2 "$GIR_OUT/reports.tsv" | sed 1d)" "r.txt${TAB}2023"
	touch "$GIR_CORPUS"/manifest.{csv,tsv}
	run -2 pipeline
	[[ $output == *"both manifest.tsv and manifest.csv"* ]]
}

@test "rules that compare reports see all shards; a roster tells who is missing" {
	many_reports 450
	report "$GIR_CORPUS/8/a.txt" 水利局 2023
	report "$GIR_CORPUS/8/b.txt" 水利局 2023
	printf 'region\torg\n330212\t水利局\n330212\t审计局\n' >"$GIR_CORPUS/roster.tsv"
	pipeline
	same "$(awk -F'\t' '$5 == "duplicate" { print $1 }' "$GIR_OUT/findings.tsv" | wc -l)" 1
	same "$(awk -F'\t' '$5 == "coverage" && $2 == 2023 { print $1, $4 }' "$GIR_OUT/findings.tsv")" " 审计局"
	same "$(awk -F'\t' '$6 == "warning" && $1 ~ /^8/' "$GIR_OUT/findings.tsv" | wc -l)" \
		"$(awk -F'\t' '$1 ~ /^8/ { n += $11 } END { print n }' "$GIR_OUT/reports.tsv")"
	as_clean
	printf 'region\torg\n330212\t水利局\n' >"$GIR_CORPUS/roster.tsv"
	pipeline
	run -1 grep 审计局 "$GIR_OUT/findings.tsv"
	as_clean
}

# A report with tables into FILE: $2 place, $3 year, $4 one of its figures.
specimen() {
	mkdir -p -- "$(dirname -- "$1")"
	sed "s/宁波市科技局/$2科技局/; s/2023/$3/g; s/\<20\>/$4/" "$ROOT/corpus/宁波市/科技局 2023.txt" >"$1"
}

@test "the tables are those of one pipe over the whole corpus" {
	local n=0 place year
	cp -r "$ROOT/corpus/." "$GIR_CORPUS"
	many_reports 420
	for place in 宁波市 江西省 江西省赣州市章贡区 江西省赣州市 北京市东城区 某处; do
		for year in 2021 2022 2023; do
			specimen "$GIR_CORPUS/more/$((++n)).txt" "$place" "$year" $((n * 7))
		done
	done
	# Codes that no division has, below a province and not, and that of the nation.
	printf 'doc,region,org\n' >"$GIR_CORPUS/manifest.csv"
	printf '1/r%s.txt,%s,某局\n' 1 339999 8 339998 15 990101 22 000000 29 360000 >>"$GIR_CORPUS/manifest.csv"
	printf '%s\n' region,org 330200,没有局 110101,没有局 360700,科技局 >"$GIR_CORPUS/roster.csv"
	pipeline -j2
	[ "$(wc -l <"$GIR_OUT/.work/areas")" -ge 6 ]
	cd "$GIR_CORPUS"
	find . -type f ! -path './manifest.*' ! -path './roster.*' -printf '%P\0' | LC_ALL=C sort -z |
		gir-segment -0 -f - -m manifest.csv | gir-tables |
		gir-check --suspect --lang both --roster roster.csv -o "$BATS_TEST_TMPDIR/findings.tsv" >"$BATS_TEST_TMPDIR/cells"
	cd "$BATS_TEST_TMPDIR"
	gir-agg cells >aggregates.tsv
	gir-agg -w --csv cells >aggregates.csv
	gir-agg --indicators cells >indicators.tsv
	gir-agg --panel --csv cells >panel.csv
	for table in findings.tsv aggregates.tsv aggregates.csv indicators.tsv panel.csv; do
		cmp "$table" "$GIR_OUT/$table"
	done
	# What the test is about is there.
	grep -qP '\tcoverage\t' findings.tsv
	grep -qP '\tcarry\t' findings.tsv
	grep -qP '^prefecture\t\t' aggregates.tsv
	awk -F'\t' 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
		FNR == NR { n[$1, $6]++; next }
		FNR > 1 { bad += $10 != n[$1, "error"] + 0 || $11 != n[$1, "warning"] + 0 }
		END { exit bad > 0 }' findings.tsv "$GIR_OUT/reports.tsv"
}

@test "the divisions stay within the areas that the pipeline cuts" {
	# Those of a province have its two digits, and no province follows another.
	same "$(awk -F'\t' 'NR > 1 && $5 != 0 && substr($5, 1, 2) != substr($1, 1, 2)
		NR > 1 && $4 == "province" && $6 $7 != ""' "$ROOT/common/data/divisions.tsv")" ""
}

@test "what cannot be read is a finding, and the run goes on" {
	many_reports 2
	ln -s nowhere "$GIR_CORPUS/dangling"
	: >"$GIR_CORPUS/empty"
	mkfifo "$GIR_CORPUS/pipe"
	run -0 pipeline
	[[ $output == *"dangling: cannot "* && $output == *"pipe: left out: no regular file"* ]]
	same "$(grep unreadable "$GIR_OUT/findings.tsv" | cut -f1,6)" \
		"dangling${TAB}error"$'\n'"empty${TAB}error"
	same "$(docs)" $'1/r1.txt\n2/r2.txt\ndangling\nempty'
}

@test "hidden files and the results themselves are no reports" {
	many_reports 2
	report "$GIR_CORPUS/.git/r.txt"
	report "$GIR_CORPUS/.hidden.txt"
	GIR_OUT=$GIR_CORPUS/out
	pipeline
	pipeline
	same "$(docs)" $'1/r1.txt\n2/r2.txt'
}

@test "links to reports are followed, links to directories not" {
	report "$BATS_TEST_TMPDIR/elsewhere/r.txt"
	ln -s "$BATS_TEST_TMPDIR/elsewhere/r.txt" "$GIR_CORPUS/link"
	ln -s . "$GIR_CORPUS/loop"
	pipeline
	same "$(docs)" link
}

@test "a filter that fails stops the run and leaves the results alone" {
	many_reports 3
	pipeline
	state | grep -Ev '^.work/(inputs|environment)' >"$BATS_TEST_TMPDIR/before"
	cp -r "$BUILD/bin" "$BUILD/libexec" "$BATS_TEST_TMPDIR"
	for fault in 'gir-check|exit 2' 'gir-tables|exit 1' 'gir-segment|exit 2' \
		'gir-tables|head -n 20 | '"$BUILD/bin/gir-tables" 'gir-agg|exit 2'; do
		rm -r "$BATS_TEST_TMPDIR/bin"
		cp -r "$BUILD/bin" "$BATS_TEST_TMPDIR"
		rm "$BATS_TEST_TMPDIR/bin/${fault%%|*}"
		printf '#!/bin/sh\n%s\n' "${fault#*|}" >"$BATS_TEST_TMPDIR/bin/${fault%%|*}"
		chmod +x "$BATS_TEST_TMPDIR/bin/${fault%%|*}"
		GIR_BUILD=$BATS_TEST_TMPDIR run pipeline
		[ "$status" -ne 0 ]
		[ "${fault%%|*}" = gir-agg ] || state | grep -Ev '^.work/(inputs|environment)' | diff "$BATS_TEST_TMPDIR/before" -
	done
	pipeline
	as_clean
}

@test "an empty corpus, no corpus, an OUT that cannot be" {
	pipeline
	same "$(wc -l <"$GIR_OUT/reports.tsv")" 1
	report "$GIR_CORPUS/r.txt"
	pipeline
	as_clean
	GIR_CORPUS=$BATS_TEST_TMPDIR/none run -2 pipeline
	same "$output" "make: no directory CORPUS=$BATS_TEST_TMPDIR/none"
	GIR_OUT=/dev/null/out run -2 pipeline
	GIR_OUT=$GIR_CORPUS run -2 pipeline
}

@test "two runs at once: the second waits, both are right" {
	many_reports 100
	pipeline &
	pipeline
	wait $!
	as_clean
}

@test "make demo ends with a summary" {
	many_reports 4
	: >"$GIR_CORPUS/empty"
	run -0 make demo BUILD="$BUILD" CORPUS="$GIR_CORPUS" OUT="$GIR_OUT"
	[[ $output == *"5 reports, 4 recognised (0 of a whole area), of 1 regions, years 2021 to 2023"* ]]
	[[ $output == *"    error    unreadable            1"* ]]
	[[ $output == *"where to look, in $GIR_OUT/:"*"$GIR_OUT/report/index.html"* ]]
}

@test "make install, make uninstall leaves nothing" {
	local to=$BATS_TEST_TMPDIR/"dest dir"
	make install BUILD="$BUILD" PREFIX=/opt/gir DESTDIR="$to"
	for program in gir-segment gir-tables gir-check gir-agg gir-report; do
		"$to/opt/gir/bin/$program" --version
		[ ! -e "cmd/$program/$program.1" ] || [ -f "$to/opt/gir/share/man/man1/$program.1" ]
	done
	[ "$(stat -c %a "$to/opt/gir/bin/gir-agg")" = 755 ]
	make uninstall BUILD="$BUILD" PREFIX=/opt/gir DESTDIR="$to"
	same "$(find "$to" -mindepth 1)" ""
}

@test "make uninstall takes away its own files alone" {
	make install BUILD="$BUILD" PREFIX=/usr DESTDIR="$BATS_TEST_TMPDIR/to"
	touch "$BATS_TEST_TMPDIR/to/usr/bin/other"
	make uninstall BUILD="$BUILD" PREFIX=/usr DESTDIR="$BATS_TEST_TMPDIR/to"
	same "$(cd "$BATS_TEST_TMPDIR/to" && find . -type f)" ./usr/bin/other
}

@test "make clean removes what was made and nothing else" {
	many_reports 2
	pipeline
	touch "$GIR_OUT/mine"
	make clean BUILD="$BATS_TEST_TMPDIR/none" CORPUS="$GIR_CORPUS" OUT="$GIR_OUT"
	same "$(ls -A "$GIR_OUT")" mine
	same "$(ls -A "$GIR_CORPUS")" $'1\n2'
}

@test "make help" {
	run -0 make help
	[[ $output == *"make demo"* && $output == *"CORPUS=dir"* ]]
}
