# The next run gives the bytes of a clean run: after random edits, each run killed at a random instant.
# GIR_SEED picks the edits; GIR_KILLS how many runs must have been caught at work (12; 50 take a minute).

setup() {
	load lib
	load reports
	unset MAKEFLAGS MAKELEVEL MFLAGS MAKEOVERRIDES
	export GIR_CORPUS=$BATS_TEST_TMPDIR/corpus GIR_OUT=$BATS_TEST_TMPDIR/out \
		GIR_BUILD=$BATS_TEST_TMPDIR/build
	mkdir "$GIR_CORPUS" "$GIR_BUILD"
	cp -r "$BUILD/bin" "$BUILD/libexec" "$GIR_BUILD"
	cd "$ROOT" || exit
	GIR_SEED=${GIR_SEED:-$(date +%N)}
	echo "GIR_SEED=$GIR_SEED"
	RANDOM=$((10#$GIR_SEED % 32768))
	killed=0
}

# One of the reports.
pick() {
	local all
	mapfile -d '' all < <(find "$GIR_CORPUS" -mindepth 2 -type f -print0 | sort -z)
	PICKED=${all[RANDOM % ${#all[@]}]}
}

# Another program: what it writes differs.
upgrade() {
	cat >"$GIR_BUILD/bin/new" <<-END
		#!/bin/sh
		exec "$BUILD/bin/gir-check" --severity section=$1 "\$@"
	END
	chmod +x "$GIR_BUILD/bin/new"
	mv "$GIR_BUILD/bin/new" "$GIR_BUILD/bin/gir-check"
}

# Makes FILE a report of some other place: of another province, of a whole one, of none that is known.
move() {
	local places=(江西省赣州市章贡区 北京市东城区 广东省深圳市南山区 江西省 浙江省宁波市 某处)
	sed -i "s/宁波市鄞州区/${places[RANDOM % 6]}/" "$1"
}

edit() {
	local n=$RANDOM levels=(note warning error) codes=(330212 339999 990101 360700 '')
	pick
	case $((n % 16)) in
	0 | 1) report "$GIR_CORPUS/$((n % 7))/n$n.txt" "第${n}办公室" ;;
	2 | 3) report "$PICKED" "第${n}办公室" $((2021 + n % 3)) ;;
	4) printf '\n' >>"$PICKED" ;;
	5) mv "$PICKED" "${PICKED%/*}/moved $n.txt" ;;
	6) mv "${PICKED%/*}" "$GIR_CORPUS/folder $n" ;;
	7) rm "$PICKED" ;;
	8) cp "$ROOT/corpus/宁波市/科技局 2023.txt" "$PICKED" ;;
	9) printf 'region,org\n330212,水利局%d\n' "$n" >"$GIR_CORPUS/roster.csv" ;;
	10) printf 'doc\tyear\n%s\t2022\n' "${PICKED#"$GIR_CORPUS/"}" >"$GIR_CORPUS/manifest.tsv" ;;
	11) upgrade "${levels[n / 16 % 3]}" ;;
	12 | 13) move "$PICKED" ;;
	14) # Tables of other figures, of three years, now of one organ, now of another.
		sed "s/2023年/$((2021 + n / 16 % 3))年/; s/\<20\>/$((n % 90))/" "$ROOT/corpus/宁波市/科技局 2023.txt" >"$PICKED"
		;;
	15) # Codes that no division has, some of them below a province.
		printf 'doc\tregion\n%s\t%s\n' "${PICKED#"$GIR_CORPUS/"}" "${codes[n / 16 % 5]}" \
			>"$GIR_CORPUS/manifest.tsv"
		;;
	esac
	echo "edit $((n % 16)) $PICKED"
}

# A run that is killed, with all its children, after a random time of up to what a whole run takes.
killed_run() {
	setsid bash -c 'MAKEFLAGS=-j2 exec pipelines/run make' >/dev/null 2>&1 3>&- &
	sleep "0.$(printf '%03d' $((RANDOM % 700)))"
	if kill -9 -- -$! 2>/dev/null; then
		killed=$((killed + 1))
	fi
	wait $! || true
}

# What bears a final name is whole: it ends with a line's end.
whole() {
	local table
	for table in "$GIR_OUT"/*.{tsv,csv,json} "$GIR_OUT"/cells/*.tsv; do
		[[ ! -e $table || -z $(tail -c 1 "$table" | tr -d '\n') ]] || { echo "half: $table"; return 1; }
	done
	[[ ! -d $GIR_OUT/report ]] || same "$(find "$GIR_OUT/report" -name '*.html' -exec grep -L '^</html>$' {} +)" ''
}

as_clean() {
	rm -rf "$BATS_TEST_TMPDIR/clean"
	GIR_OUT=$BATS_TEST_TMPDIR/clean MAKEFLAGS=-j2 pipelines/run make
	diff -r -x .work "$GIR_OUT" "$BATS_TEST_TMPDIR/clean"
	same "$(ls -A "$GIR_OUT/.work/tmp")" ""
	same "$(find "$GIR_OUT/report" -name '.*' -o -type d -empty)" ""
}

@test "random edits, killed at random instants: the clean bytes each time" {
	local i file
	many_reports 450
	for file in "$GIR_CORPUS"/[1-3]/*1*.txt; do
		move "$file"
	done
	while ((killed < ${GIR_KILLS:-12})); do
		for ((i = RANDOM % 4; i >= 0; i--)); do
			edit
		done
		killed_run
		whole
		MAKEFLAGS=-j2 pipelines/run make
		as_clean
	done
}
