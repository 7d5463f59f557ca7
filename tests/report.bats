# The site as a browser shows it from disk: Debian's chromium, by WebDriver (report/browser, report/page.js).
# What needs no browser is in report-pages.bats.

# Names of files that would do something else if they were taken for markup, for a link or for a pattern.
HOSTILE_NAMES=($'quo"te\'s.txt' 'hash#ask?100%41&a=b+c.txt' 'two  spaces .txt' $'line\nfeed.txt'
	$'bytes\xff\xfe.txt' '<script>broken=1<script>.txt' 'javascript:broken=1' 'a.html/b.txt' '=2F=.txt'
	'&lt;b&gt;.txt' - "$(printf '长%.0s' {1..80}).txt")
# A report with a wrong total, and one of form 2019.
WRONG='宁波市/余姚市/2022/退役军人事务局 "定稿".txt'
OLD='赣州市/章贡区/2020/城市管理局.txt'

# Specimens, generated reports, and those of the names above with markup in their text.
setup_file() {
	load lib
	unset MAKEFLAGS MAKELEVEL MFLAGS MAKEOVERRIDES
	export GIR_CORPUS=$BATS_FILE_TMPDIR/corpus GIR_OUT=$BATS_FILE_TMPDIR/out GIR_BUILD=$BUILD
	export SITE=$GIR_OUT/report
	cd "$ROOT" || exit
	cp -r corpus "$GIR_CORPUS"
	"$BUILD/tests/gir-generate" -n 60 -s 7 "$BATS_FILE_TMPDIR/generated"
	cp -r "$BATS_FILE_TMPDIR/generated/reports" "$GIR_CORPUS"
	hostile_reports
	MAKEFLAGS=-j2 pipelines/run make
	list pages 'page doc' "$GIR_OUT"/.work/pages/*.tsv >"$BATS_FILE_TMPDIR/pages"
	command -v chromium >/dev/null && command -v chromedriver >/dev/null || return 0
	GIR_BROWSER=$(tests/report/browser start 3>&-)
	export GIR_BROWSER
}

teardown_file() {
	[[ ! ${GIR_BROWSER:-} ]] || "$ROOT/tests/report/browser" stop
}

setup() {
	load lib
}

hostile_reports() {
	local name
	printf 'doc\torg\nhostile/-\t"><img src=x onerror=broken=1>\n' >"$GIR_CORPUS/manifest.tsv"
	for name in "${HOSTILE_NAMES[@]}"; do
		mkdir -p "$GIR_CORPUS/hostile/$(dirname -- "$name")"
		sed '1s/科技局/<script>broken=1<\/script>&/; s/^一、.*/&\n<\/blockquote><script>broken=1<\/script>收到申请<b>70<\/b>件。/' \
			corpus/宁波市/科技局\ 2023.txt >"$GIR_CORPUS/hostile/$name"
	done
	# Tags are gone before a report is read, but not what a page has written out.
	sed 's/>0</>\&lt;script\&gt;broken=1\&lt;\/script\&gt;\&quot;</' corpus/宁波市/余姚市/2022/水利局.html \
		>"$GIR_CORPUS/hostile/escaped.html"
}

# The columns $2 of tables with headers, without the headers; $1 is for the reader.
list() {
	awk -F '\t' -v OFS='\t' -v wanted="$2" '
		BEGIN { n = split(wanted, name, " ") }
		FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
		{ for (i = 1; i <= n; i++) printf "%s%s", $at[name[i]], i < n ? OFS : "\n" }' "${@:3}"
}

need_browser() {
	[[ ${GIR_BROWSER:-} ]] || skip 'chromium or chromium-driver is not installed'
}

browser() {
	"$ROOT/tests/report/browser" "$@"
}

# The page of the report $1, a field of the streams.
page_of() {
	awk -F '\t' 'BEGIN { doc = ARGV[2]; ARGC = 2 } $2 == doc { print $1 }' "$BATS_FILE_TMPDIR/pages" "$1"
}

# Pages of all kinds.
pages() {
	local page
	printf '%s\n' index.html quality.html region/{330281,330200,330000}.html
	for page in "$WRONG" "$OLD" 宁波市/余姚市/2021/财政局.ofd 赣州市/关于编制年度报告的通知.txt hostile/-; do
		page_of "$page"
	done
}

report_pages() {
	pages | grep ^report/ | tail -n 3
}

@test "site: no page has anything to say to the console" {
	need_browser
	run -0 browser each log < <(pages)
	same "$output" ''
}

@test "site: pages are clean HTML" {
	command -v tidy >/dev/null || skip 'tidy is not installed'
	cd "$SITE"
	while read -r page; do
		run tidy -q -e "$page"
		same "$page: $output" "$page: "
	done < <(pages)
}

@test "site: what Lighthouse asks of accessibility, and texts that stand out from what is behind them" {
	need_browser
	run -0 browser each ask audits -- lang zh -- ask pale -- lang en -- ask pale < <(pages)
	same "$output" ''
}

@test "site: nothing but a wide table scrolls sideways on a narrow screen" {
	need_browser
	browser run width 390
	run -0 browser each lang zh -- ask wide -- lang en -- ask wide < <(pages)
	browser run width 1280
	same "$output" ''
}

@test "site: the language switches, with its text, and is remembered from page to page" {
	need_browser
	run -0 browser each lang zh -- ask languages -- lang en -- ask languages < <(pages)
	same "$output" "$(pages | sed 'p; s/$/: en/; x; s/.*//; x' | awk '!/: en$/ { $0 = $0 ": zh" } { print }')"
	run -0 browser run open "$(page_of hostile/-)" -- ask languages -- ask tongue
	same "$output" $'en\nen'
}

@test "site: the language switches without scripts" {
	need_browser
	browser run scripts off
	run -0 browser each ask languages -- lang en -- ask languages < <(pages)
	browser run scripts on
	same "$output" "$(pages | sed 'p; s/$/: en/' | awk '!/: en$/ { $0 = $0 ": zh" } { print }')"
}

@test "site: the keyboard reaches the language, links and wide tables, and shows where it is" {
	need_browser
	run -0 browser run open "$(page_of "$WRONG")" -- tab 17
	[[ $output != *'NOT SHOWN'* ]]
	[[ $output == *'input lang-'* && $output == *'a ../'* && $output == *'div wide'* && $output == *'a #f'* ]]
}

# The cells of reports, as page.js reads them from their pages: page, table, row, column, what is shown. The
# lines of standard input are doc and page.
cells_of() {
	list cells 'doc form table row col state value raw' "$GIR_OUT"/cells/*.tsv |
		awk -F '\t' -v OFS='\t' '
			FILENAME == "-" { cells() ; next }
			FILENAME ~ /site.tsv$/ { phrase[$1] = $2; next }
			FILENAME ~ /forms/ { form = FILENAME; gsub(/.*\/|\.tsv/, "", form); sub(/\|.*/, "", $6) }
			FILENAME ~ /forms/ { label[form, $1, $2, $3] = $6; next }
			{ page[$1] = $2 }
			function cells(    text) {
				if (!($1 in page) || $3 !~ /^(active|requests|review)$/)
					return
				text = $6 == "num" ? $7 : $6 == "blank" || $6 == "absent" ? phrase["cell." $6] : $8
				gsub(/\302\240| |　/, "", text)
				print page[$1] ": " $3, label[$2, "row", $3, $4], label[$2, "column", $3, $5], \
					text ($6 == "unsure" ? phrase["cell.unsure"] : "")
			}' "$ROOT/common/data/site.tsv" "$ROOT"/common/data/forms/*.tsv "$1" -
}

@test "site: each cell of the tables is that of the stream, under its own headings" {
	need_browser
	{
		printf '%s\n' 宁波市/科技局\ 2023.txt "$OLD" "$WRONG" 宁波市/余姚市/2021/财政局.ofd
		list reports 'doc form' "$GIR_OUT"/.work/reports/*.tsv |
			awk -F '\t' '/^reports/ && $2 != "" && n[$2]++ < 5 { print $1 }'
	} | while read -r doc; do
		printf '%s\t%s\n' "$doc" "$(page_of "$doc")"
	done >"$BATS_TEST_TMPDIR/chosen"
	cells_of "$BATS_TEST_TMPDIR/chosen" | LC_ALL=C sort >"$BATS_TEST_TMPDIR/cells"
	cut -f 2 "$BATS_TEST_TMPDIR/chosen" | browser each ask cells | LC_ALL=C sort >"$BATS_TEST_TMPDIR/shown"
	diff "$BATS_TEST_TMPDIR/cells" "$BATS_TEST_TMPDIR/shown"
	(($(wc -l <"$BATS_TEST_TMPDIR/shown") > 14 * 190))
}

@test "site: a cell that breaks a rule is marked and leads to its finding, told in both languages" {
	need_browser
	local column message
	run -0 browser run open "$(page_of "$WRONG")" -- lang en -- ask count td.suspect -- ask text td.suspect \
		-- ask click 'td.suspect a' -- ask text li:target
	[[ $output == $'1\n5 →4\n'*'The total of row granted is 5, but its columns add up to 4.'*'5 → 4'* ]]
	for column in message_zh message; do
		run -0 browser run lang "$([[ $column == message_zh ]] && echo zh || echo en)" -- ask text .findings
		while read -r message; do
			[[ $output == *"$message"* ]] || { echo "not told: $message"; false; }
		done < <(list findings "doc $column" "$GIR_OUT/findings.tsv" | grep -F "$WRONG$TAB" | cut -f 2)
	done
	run -0 browser run ask count '.findings li' -- ask count 'td.error a, td.warning a, td.note a, td.suspect a'
	same "${lines[0]}" "$(list findings doc "$GIR_OUT/findings.tsv" | grep -cxF "$WRONG")"
	((lines[1] >= 2))
}

@test "site: tables sort by a click on a heading, what is empty last, and by the keyboard" {
	need_browser
	local before
	run -0 browser run open quality.html -- ask cellsOf rules 1 -- ask click '#rules th:nth-child(2) button' \
		-- ask sorted rules -- ask cellsOf rules 1 -- key Enter -- ask sorted rules -- ask cellsOf rules 1 \
		-- open index.html -- ask cellsOf areas 2 -- ask click '#areas th:nth-child(3) button' -- ask cellsOf areas 2 \
		-- ask click '#areas th:nth-child(3) button' -- ask cellsOf areas 2
	same "${lines[1]} ${lines[3]}" 'ascending descending'
	before=$(tr ' ' '\n' <<<"${lines[0]}")
	same "${lines[2]}" "$(sort -g <<<"$before" | xargs)"
	same "${lines[4]}" "$(sort -gr <<<"$before" | xargs)"
	[[ ${lines[2]} != "${lines[4]}" && " ${lines[5]} " == *' - '* ]]
	same "$(grep -cE '^[0-9. ]+[- ]+$' <<<"${lines[6]}"$'\n'"${lines[7]}")" 2
	# Every page that has such tables.
	run -0 browser each ask sortAll < <(pages)
	same "$output" ''
}

@test "site: a long table is filtered by what is typed" {
	need_browser
	local before
	run -0 browser run open quality.html -- ask shownRows .sortable
	before=$output
	run -0 browser run ask type '.filter input' 330200 -- ask shownRows .sortable
	[[ $output != "$before" ]]
	run -0 browser run ask type '.filter input' '' -- ask shownRows .sortable
	same "$output" "$before"
}

@test "site: text that looks like markup is text" {
	need_browser
	awk -F '\t' '$2 ~ /^hostile/ { print $1 }' "$BATS_FILE_TMPDIR/pages" >"$BATS_TEST_TMPDIR/hostile"
	same "$(wc -l <"$BATS_TEST_TMPDIR/hostile")" $((${#HOSTILE_NAMES[@]} + 1))
	run -0 browser each ask scripts -- log <"$BATS_TEST_TMPDIR/hostile"
	same "$output" ''
	run -0 browser run open "$(page_of hostile/-)" -- ask text h1 \
		-- open "$(page_of hostile/escaped.html)" -- ask text main
	[[ ${lines[0]} == *'"><img src=x onerror=broken=1>'* ]]
	[[ $output == *'<script>broken=1</script>"'* ]]
}

@test "site: the link to the raw report leads to that very file" {
	need_browser
	local page href doc
	awk -F '\t' '$2 ~ /^hostile|^宁波市.*2022/ { print $1 }' "$BATS_FILE_TMPDIR/pages" >"$BATS_TEST_TMPDIR/some"
	browser each ask href '.facts a[href*="corpus/"]' <"$BATS_TEST_TMPDIR/some" >"$BATS_TEST_TMPDIR/links"
	same "$(wc -l <"$BATS_TEST_TMPDIR/links")" "$(wc -l <"$BATS_TEST_TMPDIR/some")"
	while read -r page href; do
		[[ $href == file://* && $href != *[?#]* ]]
		printf -v href '%b' "$(sed 's,\\,\\\\,g; s,%,\\x,g' <<<"${href#file://}")"
		doc=$(awk -F '\t' -v page="${page%:}" '$1 == page { print $2 }' "$BATS_FILE_TMPDIR/pages")
		printf -v doc '%b' "$doc"
		[[ $href -ef $GIR_CORPUS/$doc ]] || { echo "$page $href"; false; }
	done <"$BATS_TEST_TMPDIR/links"
	# The browser, too, finds it.
	run -0 browser run open "$(page_of 'hostile/hash#ask?100%41&a=b+c.txt')" \
		-- ask click '.facts a[href*="corpus/"]' -- ask text body
	[[ $output == *科技局* ]]
}

@test "site: links lead to pages that are there" {
	need_browser
	run -0 browser each ask links < <(pages)
	sort -u -k 2 <<<"$output" | while read -r page href; do
		printf -v href '%b' "$(sed 's,\\,\\\\,g; s,%,\\x,g' <<<"${href#file://}")"
		[[ -f $href ]] || { echo "$page $href"; exit 1; }
	done
}

@test "site: on paper it is A4 with nothing cut off" {
	need_browser
	command -v pdftotext >/dev/null || skip 'poppler-utils is not installed'
	local n language pdf page word text
	browser each lang zh -- pdf "$BATS_TEST_TMPDIR/{}.zh.pdf" -- lang en -- pdf "$BATS_TEST_TMPDIR/{}.en.pdf" \
		-- ask headings < <(report_pages) >"$BATS_TEST_TMPDIR/headings"
	n=0
	while read -r page; do
		n=$((n + 1))
		for language in zh en; do
			pdf=$BATS_TEST_TMPDIR/$n.$language.pdf
			run -0 pdfinfo "$pdf"
			[[ $output == *'(A4)'* && $output =~ Pages:\ +([0-9]+) ]]
			((BASH_REMATCH[1] <= 6))
			# The margin is 12 mm.
			same "$(pdftotext -bbox "$pdf" - | sed -n -E 's/.*xMax="([0-9]+).*>(.*)<.word>/\1 \2/p' |
				awk '$1 > 595 - 33')" ''
		done
		text=$(pdftotext "$pdf" - | tr -d ' \n\f')
		while read -r word; do
			[[ $text == *"$word"* ]] || { echo "$page: no $word"; false; }
		done < <(grep -F "$page: " "$BATS_TEST_TMPDIR/headings" | sed 's/^[^ ]*: //' | tr ' ' '\n' | sort -u)
	done < <(report_pages)
	((n == 3))
}

@test "site: pictures of the pages, for people" {
	need_browser
	local to=$ROOT/build/tests/screenshots
	mkdir -p "$to"
	rm -f "$to"/*.png
	printf '%s\n' index.html quality.html region/330200.html "$(page_of "$WRONG")" |
		browser each lang zh -- screenshot "$to/{}-wide.png" -- width 390 -- lang en -- screenshot "$to/{}-narrow.png" \
			-- width 1280
	same "$(find "$to" -name '*.png' -size +5k | wc -l)" 8
}
