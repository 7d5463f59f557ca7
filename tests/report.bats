# The site, as a browser shows it: Debian's chromium, by WebDriver (tests/report/browser), from disk.

SITE_LANGUAGES=(zh en)

# The corpus of specimens, reports by the hundred of generated content, and such as mean no good.
setup_file() {
	load lib
	load reports
	unset MAKEFLAGS MAKELEVEL MFLAGS MAKEOVERRIDES
	export GIR_CORPUS=$BATS_FILE_TMPDIR/corpus GIR_OUT=$BATS_FILE_TMPDIR/out GIR_BUILD=$BUILD
	export SITE=$GIR_OUT/report
	cd "$ROOT" || exit
	cp -r corpus "$GIR_CORPUS"
	"$BUILD/tests/gir-generate" -n 60 -s 7 "$BATS_FILE_TMPDIR/generated"
	cp -r "$BATS_FILE_TMPDIR/generated/reports" "$GIR_CORPUS"
	hostile_reports
	MAKEFLAGS=-j2 pipelines/run make
	command -v chromium chromedriver >/dev/null || return 0
	GIR_BROWSER=$(tests/report/browser start 3>&-)
	export GIR_BROWSER
}

teardown_file() {
	[[ ! ${GIR_BROWSER:-} ]] || "$ROOT/tests/report/browser" stop
}

setup() {
	load lib
}

# Names of files, organs and titles that would do something else if they were taken for markup.
HOSTILE_NAMES=($'quo"te\'s.txt' 'hash#ask?100%41&a=b+c.txt' 'two  spaces .txt' $'line\nfeed.txt' $'bytes\xff\xfe.txt'
	'<script>broken=1<script>.txt' 'javascript:broken=1' 'a.html/b.txt' '=2F=.txt' '&lt;b&gt;.txt' '-' '长名'"$(printf '长%.0s' {1..80}).txt")

hostile_reports() {
	local name n=0
	printf 'doc\torg\n' >"$GIR_CORPUS/manifest.tsv"
	for name in "${HOSTILE_NAMES[@]}"; do
		mkdir -p "$GIR_CORPUS/hostile/$(dirname -- "$name")"
		sed "s/宁波市科技局/宁波市<script>broken=1<\/script>科技$((++n))局/; s/结转下年度/&<img src=x onerror=broken=1>/
			s/、存在的主要问题.*/&\n<\/blockquote><script>broken=1<\/script>今年收到申请<b>70<\/b>件。/" \
			"$ROOT/corpus/宁波市/科技局 2023.txt" >"$GIR_CORPUS/hostile/$name"
	done
	printf 'hostile/-\t"><img src=x onerror=broken=1>\n' >>"$GIR_CORPUS/manifest.tsv"
}

# The browser, which the test needs.
browser() {
	"$ROOT/tests/report/browser" "$@"
}

need_browser() {
	[[ ${GIR_BROWSER:-} ]] || skip 'chromium or chromedriver is not installed'
}

# What the page says to a question of page.js.
ask() {
	browser js "$(<"$ROOT/tests/report/page.js")" "$@"
}

# The URL of a page of the site, whose name needs no escapes.
url() {
	printf 'file://%s/%s' "$SITE" "$1"
}

# The page of a report.
page_of() {
	awk -F '\t' -v doc="$1" 'FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
		$at["doc"] == doc { print $at["page"] }' "$GIR_OUT"/.work/pages/*.tsv
}

# Each kind of page once, several of reports.
pages() {
	local page
	for page in index.html quality.html region/{330211,330200,330000}.html; do
		[[ ! -e $SITE/$page ]] || printf '%s\n' "$page"
	done
	page_of '宁波市/余姚市/2022/退役军人事务局 "定稿".txt'
	page_of '赣州市/章贡区/2020/城市管理局.txt'
	page_of '赣州市/关于编制年度报告的通知.txt'
	page_of hostile/-
}

# The header's columns of a table as a TSV with just these columns.
columns() {
	awk -F '\t' -v OFS='\t' -v wanted="$1" '
		BEGIN { n = split(wanted, name, " ") }
		FNR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
		{ for (i = 1; i <= n; i++) printf "%s%s", $at[name[i]], i < n ? OFS : "\n" }' "${@:2}"
}

@test "report: no page has anything to say to the console" {
	need_browser
	while read -r page; do
		browser open "$(url "$page")"
		same "$page: $(browser log)" "$page: "
	done < <(pages)
}

@test "report: pages are clean HTML" {
	command -v tidy >/dev/null || skip 'tidy is not installed'
	cd "$SITE"
	while read -r page; do
		run -0 tidy -q -e "$page"
		same "$page: $output" "$page: "
	done < <(pages)
}

@test "report: what Lighthouse tests of accessibility holds; texts are dark enough" {
	need_browser
	while read -r page; do
		browser open "$(url "$page")"
		same "$page: $(ask audits)" "$page: "
		for language in zh en; do
			ask click "#lang-$language"
			same "$page: $(ask pale)" "$page: "
		done
	done < <(pages)
}

@test "report: nothing but a wide table scrolls sideways on a narrow screen" {
	need_browser
	while read -r page; do
		browser open "$(url "$page")" 390
		for language in zh en; do
			ask click "#lang-$language"
			same "$page: $(ask wide)" "$page: "
		done
	done < <(pages)
}

@test "report: the language switches, and is remembered from page to page" {
	need_browser
	while read -r page; do
		browser open "$(url "$page")"
		ask click '#lang-zh'
		same "$page: $(ask languages)" "$page: zh"
		ask click '#lang-en'
		same "$page: $(ask languages)" "$page: en"
	done < <(pages)
	browser open "$(url "$(pages | tail -n 1)")"
	same "$(ask languages)" en
	same "$(browser js 'return document.documentElement.lang')" en
}

@test "report: the language switches without scripts" {
	need_browser
	browser scripts off
	while read -r page; do
		browser open "$(url "$page")"
		same "$page: $(ask languages)" "$page: zh"
		ask click '#lang-en'
		same "$page: $(ask languages)" "$page: en"
	done < <(pages)
	browser scripts on
}

@test "report: the keyboard reaches the language, links and wide tables, and shows where it is" {
	need_browser
	local i reached=''
	browser open "$(url "$(page_of '宁波市/余姚市/2022/退役军人事务局 "定稿".txt')")"
	ask click '#lang-zh'
	for ((i = 0; i < 40; i++)); do
		browser keys Tab
		reached+=$(ask focus)$'\n'
	done
	[[ $reached != *'NOT SHOWN'* ]]
	[[ $reached == *'a ../'* && $reached == *wide* && $reached == *'#f'* && $reached == *lang-* ]]
}

# The cells of the official tables of a report, in state num or not, as page.js reads them from its page.
cells_of() {
	local form
	form=$(columns 'doc form' "$GIR_OUT"/cells/*.tsv | grep -F -m 1 "$1$TAB" | cut -f 2)
	columns 'doc table row col state value raw' "$GIR_OUT"/cells/*.tsv |
		awk -F '\t' -v OFS='\t' -v doc="$1" '
			FNR == 1 { file++ }
			file == 1 { phrase[$1] = $2; next }
			file == 2 { sub(/\|.*/, "", $6) }
			file == 2 && $1 ~ /^(row|column)$/ { label[$1, $2, $3] = $6; next }
			file == 3 && $1 == doc && $2 ~ /^(active|requests|review)$/ {
				text = $5 == "num" ? $6 : $5 == "blank" || $5 == "absent" ? phrase["cell." $5] : $7
				print $2, label["row", $2, $3], label["column", $2, $4], \
					text ($5 == "unsure" ? phrase["cell.unsure"] : "")
			}' "$ROOT/common/data/site.tsv" "$ROOT/common/data/forms/$form.tsv" -
}

@test "report: each cell of the tables is that of the stream, under its own headings" {
	need_browser
	local doc n=0
	while read -r doc; do
		browser open "$(url "$(page_of "$doc")")"
		ask cells >"$BATS_TEST_TMPDIR/shown"
		cells_of "$doc" >"$BATS_TEST_TMPDIR/cells"
		diff "$BATS_TEST_TMPDIR/cells" "$BATS_TEST_TMPDIR/shown"
		(($(wc -l <"$BATS_TEST_TMPDIR/shown") >= 185))
		n=$((n + 1))
	done < <(printf '%s\n' '宁波市/科技局 2023.txt' '赣州市/章贡区/2020/城市管理局.txt' '宁波市/余姚市/2021/财政局.ofd'
		columns 'doc form' "$GIR_OUT"/.work/reports/*.tsv | awk -F '\t' '/^reports/ && n[$2]++ < 3 && $2 { print $1 }')
	((n >= 8))
}

@test "report: a cell that breaks a rule is marked and leads to the finding, in both languages" {
	need_browser
	local doc='宁波市/余姚市/2022/退役军人事务局 "定稿".txt' message
	browser open "$(url "$(page_of "$doc")")"
	ask click '#lang-en'
	(($(ask count 'td.suspect') == 1))
	[[ $(ask text 'td.suspect') == '5 →4' ]]
	ask click 'td.suspect a'
	[[ $(ask text 'li:target') == *'The total of row granted is 5, but its columns add up to 4.'*'5 → 4'* ]]
	for language in zh en; do
		ask click "#lang-$language"
		while read -r message; do
			[[ $(ask text .findings) == *"$message"* ]] || { echo "not told: $message"; false; }
		done < <(columns "$([[ $language == zh ]] && echo message_zh || echo message) doc" "$GIR_OUT/findings.tsv" |
			awk -F '\t' -v doc="$doc" '$2 == doc { print $1 }')
	done
	same "$(ask count '.findings li')" "$(columns doc "$GIR_OUT/findings.tsv" | grep -cxF "$doc")"
	(($(ask count 'td.error a, td.warning a, td.note a, td.suspect a') >= 2))
}

@test "report: text that looks like markup is text" {
	need_browser
	local name page n=0
	# shellcheck disable=SC2016 # a regular expression
	while read -r page; do
		browser open "$(url "$page")"
		same "$page: $(ask scripts)" "$page: "
		same "$page: $(browser log)" "$page: "
		n=$((n + 1))
	done < <(columns 'page doc' "$GIR_OUT"/.work/pages/*.tsv | awk -F '\t' '$2 ~ /^hostile/ { print $1 }')
	((n == ${#HOSTILE_NAMES[@]}))
	browser open "$(url "$(page_of hostile/-)")"
	[[ $(ask text h1) == *'"><img src=x onerror=broken=1>'* ]]
	[[ $(ask text .facts) == *'<script>broken=1</script>'* ]]
}

@test "report: the link to the raw report opens that very file" {
	need_browser
	local doc page href path n=0
	while IFS= read -r -d '' path; do
		doc=$(printf %s "$path" | sed -z 's/\\/\\\\/g; s/\n/\\n/g; s/\xff/\\xFF/g; s/\xfe/\\xFE/g')
		page=$(page_of "$doc")
		browser open "$(url "$page")"
		href=$(ask href '.facts a[href*="corpus/"]')
		[[ $href == file://* && $href != *[?#]* ]]
		printf -v href '%b' "$(sed 's/\\/\\\\/g; s/%/\\x/g' <<<"${href#file://}")"
		[[ $href -ef $GIR_CORPUS/$path ]] || { echo "$page: $href"; false; }
		n=$((n + 1))
	done < <(cd "$GIR_CORPUS" && find hostile 宁波市/余姚市 -type f -print0)
	((n > ${#HOSTILE_NAMES[@]}))
	# Not the text alone: the browser, too, finds it.
	browser open "$(url "$(page_of 'hostile/hash#ask?100%41&a=b+c.txt')")"
	ask click '.facts a[href*="corpus/"]'
	[[ $(browser js 'return document.body.innerText') == *科技* ]]
}

@test "report: links between pages lead to pages" {
	local page link
	cd "$SITE"
	while read -r page; do
		grep -oE '(href|src)="[^"#:]+' "$page" | sed 's/^[a-z]*="//' | grep -v '\.\./corpus/' | sort -u |
			while read -r link; do
				printf -v link '%b' "${link//%/\\x}"
				[[ -e ${page%/*}/$link || ($page != */* && -e $link) ]] || { echo "$page: $link"; exit 1; }
			done
	done < <(pages)
}

@test "report: on paper it is A4, with nothing cut off" {
	need_browser
	command -v pdfinfo pdftotext >/dev/null || skip 'poppler-utils is not installed'
	local pdf=$BATS_TEST_TMPDIR/page.pdf heading text
	while read -r page; do
		browser open "$(url "$page")"
		for language in zh en; do
			ask click "#lang-$language"
			browser pdf "$pdf"
			run -0 pdfinfo "$pdf"
			[[ $output =~ Pages:\ +([0-9]+) ]]
			((BASH_REMATCH[1] <= 6))
			[[ $output == *'(A4)'* ]]
			text=$(pdftotext -layout "$pdf" - | tr -d ' \n\f')
			while read -r heading; do
				[[ $text == *"${heading// /}"* ]] || [[ $page == index* ]] || { echo "$page: no $heading"; false; }
			done < <(ask text 'h1, h2, caption')
			# 12 mm are the margin.
			same "$(pdftotext -bbox "$pdf" - | sed -n -E 's/.*xMax="([0-9]+).*>(.*)<.word>/\1 \2/p' |
				awk '$1 > 595 - 33')" ''
			[[ $language == zh ]] || (($(pdftotext "$pdf" - | grep -c -w total) >= $(ask count '.form') * 2 - 2))
		done
	done < <(pages | grep ^report)
}

@test "report: pictures of the pages, for people" {
	need_browser
	local page to=$ROOT/build/tests/screenshots
	mkdir -p "$to"
	while read -r page; do
		for width in 1280 390; do
			browser open "$(url "$page")" "$width"
			ask click '#lang-en'
			browser screenshot "$to/$(tr -c 'a-z0-9\n' - <<<"${page%.html}" | tr -s - | cut -c 1-40)$(cksum <<<"$page" | cut -c 1-3)-$width.png"
		done
	done < <(pages)
	(($(find "$to" -name '*.png' -size +5k | wc -l) >= 4))
}
