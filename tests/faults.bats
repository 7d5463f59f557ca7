# Nothing breaks without a word: calls of the programs fail one after the other, streams are closed,
# limits are reached. Each ends in a message and status 2, or in just what comes out undisturbed.
# GIR_FAULTS=all takes every call there is; else the last ones, and some of the others.

setup_file() {
	load lib
	load cells
	cd "$BATS_FILE_TMPDIR" || exit
	local format
	for format in text html docx; do
		"$BUILD/tests/gir-generate" -n 1 -s 3 -x 0 -l word -F "$format" "$format"
	done
	cat text/reports/*/* >a.txt
	cat html/reports/*/* >a.html
	cat docx/reports/*/* >a.docx
	echo a.txt >list
	printf 'doc\tyear\na.txt\t2023\n' >manifest
	tar -czf a.tgz a.txt a.html
	python3 -c 'import shutil; shutil.make_archive("a", "zip", "docx/reports")'
	gir-segment a.txt >blocks
	{ cells 2021 requests/new/total=3; cells 2021 doc=b.txt year=2022; } >cells
	gir-check -o findings --digest digest cells >checked
	gir-agg cells >sums
	printf 'region\torg\n330206\t科学技术局\n330206\t统计局\n' >roster
}

setup() {
	load lib
	cd "$BATS_FILE_TMPDIR" || exit
	[[ ! ${ASAN_OPTIONS-} ]] || sanitized=1
	most=-n16
	[[ ${GIR_FAULTS-} != all ]] || most=
	export TMPDIR=$BATS_TEST_TMPDIR
}

# What fails in each call of input and output.
io=(read:EIO read:EINTR read:short:1 read:short:7 write:EIO write:ENOSPC write:EINTR write:short:7
	close:EIO close:EINTR open:EINTR open:EMFILE stat:EIO map:ENOMEM)

# sweep [-i FILE] [-f FILE]... [-b COMMAND] [-c] [-n MOST] FAULT... -- COMMAND...
sweep() {
	[[ ! ${sanitized-} ]] || skip 'the sanitizers have their own malloc'
	local options=()
	while [[ $1 == -* ]]; do
		options+=("$1")
		[[ $1 == -? && $1 != -c ]] && options+=("$2") && shift
		shift
	done
	"$BUILD/tests/gir-sweep" ${most:+"$most"} "${options[@]}" "$BUILD/tests/faults.so" "$@"
}

readable() {
	gir-segment --formats | grep -q "^$1${TAB}yes" || skip "$1 cannot be read here"
}

@test "the sweep sees what is wrong" {
	[[ ! ${sanitized-} ]] || skip 'the sanitizers have their own malloc'
	export GIR_FAULT_PROGRAM=head
	run -1 sweep read:EIO -- bash -c 'head a.txt 2>/dev/null; exit 0'
	[[ $output == *'the status of success, but another output'* ]]
	# shellcheck disable=SC2016 # for the bash within
	run -1 sweep read:EIO -- bash -c 'head a.txt || kill -SEGV $$'
	[[ $output == *'killed by a signal'* ]]
	run -1 sweep read:EIO -- bash -c 'head a.txt 2>/dev/null || exit 2'
	[[ $output == *'status 2 without a message'* ]]
	run -1 sweep read:EIO -- bash -c 'head a.txt'
	[[ $output == *'another status'* ]]
	run -0 sweep read:EIO -- bash -c 'head a.txt || exit 2'
}

@test "gir-segment: reads, writes, opens and closes that fail" {
	sweep "${io[@]}" -- gir-segment -m manifest a.txt
	sweep "${io[@]}" -- gir-segment -f list
}

@test "gir-segment: the same of a page, a document and of archives" {
	readable docx
	sweep "${io[@]}" -- gir-segment a.html a.docx a.zip a.tgz
	sweep -i a.tgz "${io[@]}" -- gir-segment
}

@test "gir-segment: programs that cannot be run" {
	readable pdf
	[[ -f a.pdf ]] || {
		"$BUILD/tests/gir-generate" -n 1 -s 3 -x 0 -l word -F pdf pdf
		cat pdf/reports/*/* >a.pdf
	}
	export GIR_FAULT_PROGRAM=gir-segment
	most=-n2 sweep pipe:EMFILE fork:EAGAIN open:EMFILE write:ENOSPC wait:EINTR read:EIO -- gir-segment a.pdf
}

@test "gir-segment: memory" {
	sweep malloc:ENOMEM malloc:ENOMEM:+ -- gir-segment -m manifest a.txt
}

@test "gir-segment: memory, in libxml2 and libarchive" {
	readable docx
	sweep malloc:ENOMEM malloc:ENOMEM:+ -- gir-segment a.html
	# libarchive does not bear it everywhere, but what is left out is told.
	sweep -c malloc:ENOMEM malloc:ENOMEM:+ -- gir-segment a.docx
	sweep -c malloc:ENOMEM -- gir-segment a.zip
	sweep -c malloc:ENOMEM -- gir-segment a.tgz
}

@test "gir-tables" {
	sweep -i blocks "${io[@]}" malloc:ENOMEM malloc:ENOMEM:+ -- gir-tables
	sweep "${io[@]}" -- gir-tables blocks
}

@test "gir-check: with all that it can write" {
	sweep -f fo -f dgo -f ro "${io[@]}" malloc:ENOMEM malloc:ENOMEM:+ -- gir-check -o fo --digest dgo --reports ro \
		--roster roster --baseline findings --suspect --summary cells
	sweep -f fo "${io[@]}" malloc:ENOMEM -- gir-check --format text -o fo --roster roster cells digest
	sweep read:EIO write:EIO malloc:ENOMEM -- gir-check --format text --province 33 -e warning cells
}

@test "gir-agg: with all that it can write" {
	sweep "${io[@]}" malloc:ENOMEM malloc:ENOMEM:+ -- gir-agg cells sums
	for option in '-g region,year' '-w --csv' '--panel --csv' --indicators --reconcile; do
		# shellcheck disable=SC2086 # several words
		sweep -n8 read:EIO write:ENOSPC write:short:7 malloc:ENOMEM -- gir-agg $option cells
	done
}

@test "gir-report: pages of reports, of regions and on everything" {
	gir-agg --indicators cells >rates
	sweep -b 'rm -rf site' -f site/report/a.txt.html -f site/report/b.txt.html -f site/style.css "${io[@]}" \
		rename:EIO malloc:ENOMEM malloc:ENOMEM:+ -- gir-report -p report -o site -s .. findings checked
	gir-report -p report -o all findings checked >pages
	# Without gnuplot, whose every start takes a while.
	most=${most:+-n8}
	sweep -b 'rm -rf site' -f site/region/330206.html -f site/index.html -f site/quality.html -f dgo "${io[@]}" \
		rename:EIO malloc:ENOMEM -- env PATH="$BUILD/bin" gir-report -p region,front --digest dgo -o site \
		pages sums rates findings
	gir-report --no-charts -p region --digest dgo -o one pages sums rates findings >kept
	sweep -b 'rm -rf site' -f site/index.html -f site/quality.html "${io[@]}" malloc:ENOMEM -- \
		env PATH="$BUILD/bin" gir-report -p front -o site dgo
}

@test "the pipeline's helpers" {
	local bin=$BUILD/libexec
	most=${most:+-n3}
	sweep "${io[@]}" copy:EIO copy:EINTR copy:short:7 -- "$bin/lines" '' cells checked
	export GIR_FAULT_PROGRAM=lines
	sweep "${io[@]}" -- bash -o pipefail -c "'$bin/lines' a cells cells | cat"
	unset GIR_FAULT_PROGRAM
	sweep copy:EIO:+ read:EIO read:EINTR read:short:7 write:EIO write:short:7 -- "$bin/lines" '' cells
	mkdir levels
	sweep -b 'cp sums table; rm -f levels/*' -f levels/county.tsv -f levels/prefecture.tsv \
		-f levels/province.tsv -f levels/rest.tsv -f table "${io[@]}" rename:EIO malloc:ENOMEM \
		-- "$bin/levels" table levels tsv
	sweep -b 'cp sums from; cp cells to' -f from -f to "${io[@]}" rename:EIO malloc:ENOMEM \
		-- "$bin/renew" from to
	gir-agg -g region,year cells >sums.shard
	# shellcheck disable=SC2016 # for the shell of each run
	local fill='rm -rf shard; mkdir -p shard/cells; cd shard; for d in tmp findings sums panel reports digests index made
		do mkdir -p .work/$d; done; for f in findings panel reports paths cells; do cp ../cells .work/tmp/s.$f
		done; cp ../digest .work/tmp/s.digest; cp ../sums.shard .work/tmp/s.sums; cp ../digest .work/digests/s.tsv'
	sweep -b "$fill" -f shard/.work/made/s -f shard/cells/s.tsv -f shard/.work/index/s -f shard/.work/sums/s.tsv \
		"${io[@]}" rename:EIO malloc:ENOMEM -- env -C shard "$bin/settle" s
	# shellcheck disable=SC2016 # for the shell of each run
	fill='rm -rf site; mkdir -p site/.work/area/33/pages; cd site/.work; mkdir tmp pages paged reports
		cp ../../pages tmp/pages.s; sed 2d ../../pages >pages/s.tsv; cp ../../pages reports/s.tsv
		cp ../../findings area/33/cross.tsv; printf "s\t1\n" >area/33/list; touch area/33/pages/gone.tsv'
	gir-report --no-charts -o pages.site findings checked >list.pages
	awk -F '\t' -v OFS='\t' 'NR > 1 { $1 = $2 } { print }' list.pages >pages
	sweep -b "$fill" -f site/.work/paged/s -f site/.work/pages/s.tsv -f site/.work/area/33/pages/s.tsv \
		-f site/.work/unswept "${io[@]}" rename:EIO malloc:ENOMEM -- env -C site "$bin/enlist" s
	sweep -b "$fill" -f site/.work/area/33/crossed -f site/.work/area/33/cross/s.tsv "${io[@]}" rename:EIO dir:EIO \
		malloc:ENOMEM -- env -C site "$bin/across" 33
	# fts(3) of the GNU system does not bear its first allocations to fail.
	mkdir -p corpus/x && cp a.txt corpus/x && cp a.html corpus
	sweep -c -b 'rm -rf out; mkdir -p out/.work/list; touch out/.work/list/0 out/.work/list/1' \
		-f out/.work/shards -f out/.work/list/all -f out/.work/list/0 -f out/.work/list/1 \
		"${io[@]}" rename:EIO dir:EIO malloc:ENOMEM -- "$bin/shards" corpus out
}

# Descriptors 0 to 2 in all the ways of being closed; what is opened meanwhile must not get their place.
@test "closed streams: no file gets what is meant for another" {
	local closed command
	mkdir -p closed
	cp a.txt a.docx a.zip blocks cells sums roster findings digest closed
	(cd closed && sha256sum -- *) >before
	gir-check --roster roster --suspect -o fo --digest dgo cells >want
	for closed in '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
		for command in 'gir-segment a.txt a.docx a.zip' 'gir-tables blocks' 'gir-agg cells' \
			'gir-agg --panel cells' 'gir-check --roster roster --suspect -e note -o fo --digest dgo cells' \
			'gir-check --format text --summary cells' "$BUILD/libexec/lines '' cells sums"; do
			rm -f closed/fo closed/dgo
			run bash -c "cd closed && $command $closed" </dev/null
			if [[ $closed == *'>&-'* && $closed != '2>&-' && $closed != '<&- 2>&-' ]]; then
				same "$command $closed $status" "$command $closed 2"
			fi
			if [[ -f closed/fo ]]; then
				cmp closed/fo fo
				cmp closed/dgo dgo
			fi
		done
		(cd closed && sha256sum -c --quiet ../before)
	done
}

@test "closed standard input: what would be read from it is trouble" {
	local command
	for command in gir-segment gir-tables gir-check gir-agg 'gir-segment -f -' 'gir-segment -m - a.txt' \
		'gir-check --baseline - cells' 'gir-check --roster - cells'; do
		run -2 --separate-stderr bash -c "$command <&-"
		[[ $stderr == *': <stdin>: cannot read: '* || $stderr == *': -: cannot read: '* ]]
	done
	run -0 bash -c 'gir-segment a.txt <&- | cmp - blocks'
}

@test "a full disk, wherever it is" {
	local command
	for command in 'gir-segment a.txt' 'gir-segment --formats' 'gir-segment --help' 'gir-tables blocks' \
		'gir-tables --version' 'gir-check cells' 'gir-check --list-rules' 'gir-agg cells' \
		'gir-agg --panel --csv cells' 'gir-agg -w cells' 'gir-agg --indicators cells' \
		"$BUILD/libexec/lines '' cells"; do
		run -2 bash -c "$command >/dev/full"
		[[ $output == *': <stdout>: cannot write: No space left on device' ]]
	done
	run -2 gir-check -o findings.full --digest /dev/full cells
	run -2 --separate-stderr bash -c 'gir-check --summary cells 2>/dev/full'
	run -2 --separate-stderr bash -c 'gir-check --format text cells 2>/dev/full'
}

@test "limits: file size, memory" {
	local command kilobytes
	for command in 'gir-segment a.txt' 'gir-tables blocks' 'gir-check cells' 'gir-agg cells' \
		"$BUILD/libexec/lines '' cells"; do
		run -2 bash -c "ulimit -f 1; exec $command >large"
		[[ $output == *': cannot write: File too large'* ]]
	done
	[[ ! ${sanitized-} ]] || return 0
	for command in 'gir-tables blocks' 'gir-check cells' 'gir-agg cells'; do
		$command >want
		for kilobytes in 5500 6000 7000 8000; do
			run bash -c "ulimit -v $kilobytes; exec $command >got"
			[[ $status -ne 0 ]] || cmp got want
			# The system may fail to load it.
			[[ $status =~ ^(0|2|126|127)$ ]] || same "$command $kilobytes $status $output" 2
			[[ $status -eq 0 || $output ]]
		done
	done
}

@test "a closed pipe ends quietly, or with a message where the signal is off" {
	local command
	for command in 'gir-segment a.txt' 'gir-tables blocks' 'gir-check cells' 'gir-agg cells'; do
		run -0 bash -c "set -o pipefail; $command | :; [[ \$? -eq 141 || \$? -eq 0 ]]"
		same "$output" ''
		run -0 bash -c "trap '' PIPE; { sleep 0.3; $command; echo \$? >status; } | :"
		same "$(cat status)" 2
		[[ $output == *': <stdout>: cannot write: Broken pipe' ]]
	done
}

# A corpus with a report that is missing, and a last one that fills the buffer of the output: should
# gir-segment end in the midst of it, then its status must not pass for that of the first.
@test "the pipeline: what broke off is not taken for whole, and made anew" {
	unset MAKEFLAGS MAKELEVEL MFLAGS MAKEOVERRIDES
	export GIR_BUILD=$BUILD GIR_CORPUS=$BATS_TEST_TMPDIR/corpus GIR_OUT=$BATS_TEST_TMPDIR/out
	export GIR_FAULT_PROGRAM
	mkdir "$GIR_CORPUS"
	ln -s nowhere "$GIR_CORPUS/a.txt"
	{ cat a.txt; for ((i = 0; i < 6000; i++)); do echo "附注：本段文字没有其他内容，只是使报告变长而已。"; done; } >"$GIR_CORPUS/b.txt"
	cd "$ROOT" || exit
	pipelines/run make
	cp -r "$GIR_OUT" "$BATS_TEST_TMPDIR/clean"
	local fault
	for fault in gir-segment:write:ENOSPC:2 gir-check:write:ENOSPC:3 levels:rename:EIO:2; do
		rm -rf "$GIR_OUT"
		GIR_FAULT_PROGRAM=${fault%%:*}
		run env LD_PRELOAD="$BUILD/tests/faults.so" GIR_FAULT="${fault#*:}" pipelines/run make
		echo "$fault $status" >>"$BATS_TEST_TMPDIR/faults"
		[[ $status -ne 0 ]] || diff -r -x .work "$BATS_TEST_TMPDIR/clean" "$GIR_OUT"
		pipelines/run make
		diff -r -x .work "$BATS_TEST_TMPDIR/clean" "$GIR_OUT"
	done
	cat "$BATS_TEST_TMPDIR/faults"
	same "$(grep -c ' 0$' "$BATS_TEST_TMPDIR/faults")" 0
}
