# Documents that LibreOffice converts: what comes of them, with the real one where it is installed and
# with others in its place that do not do their work.

load lib

setup() {
	cd "$BATS_TEST_TMPDIR" || exit
	mkdir tmp fake
	export TMPDIR=$PWD/tmp
}

# The soffice of the test: a script from standard input.
fake() {
	{
		echo '#!/usr/bin/env bash'
		cat
	} >fake/soffice
	chmod +x fake/soffice
	PATH=$PWD/fake:$PATH
}

# All programs but LibreOffice's into the directory $1.
programs_without_office() {
	mkdir "$1"
	ln -s -f -t "$1" /bin/* /usr/bin/* "$BUILD"/bin/*
	rm -f "$1"/soffice* "$1"/libreoffice*
}

need_office() {
	command -v soffice >/dev/null || skip 'LibreOffice is not installed'
}

# office FORMAT FILE: FILE as a document of that format, beside it.
office() {
	soffice --headless --norestore "-env:UserInstallation=file://$PWD/profile" --convert-to "$1" "$2" \
		&>/dev/null
}

# documents SEED FORMAT...: the generated report of that seed as page.FORMAT, and its cells in truth.
documents() {
	local format
	need_office
	for format in text docx; do
		"$BUILD/tests/gir-generate" -n 1 -s "$1" -x 0 -l word -F "$format" "$format" || return
	done
	cp "docx/reports/$(cat docx/list)" page.docx
	for format in "${@:2}"; do
		office "$format" page.docx
		[[ -s page.$format ]]
	done
	numbers "text/reports/$(cat text/list)" >truth
	[[ -s truth ]]
}

# The numbers that are read.
numbers() {
	gir-segment "$1" | gir-tables | awk -F '\t' -v OFS='\t' '
		NR > 1 && $7 != "doc" && $7 != "text" && $11 == "num" { print $7, $8, $9, $10 }' | sort
}

# Fails, showing what differs, unless the numbers of FILE are those of the truth.
truly() {
	same "$(comm -3 truth <(numbers "$1"))" ''
}

format_of() {
	gir-segment "$@" | awk -F '\t' '$4 == "meta" && $5 == "format" { print $6 }'
}

finding() {
	gir-segment "$1" 2>/dev/null | gir-tables | gir-check -o found ${2:+--lang=$2} >/dev/null
	sed 1d found | cut -f 5-
}

# rename_entry FILE OLD NEW: another name for an entry of an OLE file's directory.
rename_entry() {
	local at
	at=$(LC_ALL=C grep -obUaP "$(sed 's/./&\\x00/g' <<<"$2")\\x00\\x00" "$1" | head -n 1 | cut -d : -f 1)
	head -c 64 /dev/zero | dd "of=$1" bs=1 "seek=$at" conv=notrunc status=none
	printf '%s' "$3" | iconv -t UTF-16LE | dd "of=$1" bs=1 "seek=$at" conv=notrunc status=none
	# shellcheck disable=SC2059 # a byte
	printf "\\x$(printf %x $((2 * ${#3} + 2)))" | dd "of=$1" bs=1 seek=$((at + 64)) conv=notrunc status=none
}

@test "convert: DOC, RTF and ODT give the cells that they were made from" {
	local f
	documents 1 doc rtf odt
	for f in doc rtf odt; do
		truly page.$f
	done
	same "$(format_of page.{doc,rtf,odt})" $'doc\nrtf\nodt'
	same "$(ls tmp)" ''
}

@test "convert: a document as WPS Office writes it" {
	documents 2 doc
	rename_entry page.doc $'\x05SummaryInformation' WpsCustomData
	same "$(format_of page.doc)" wps
	truly page.doc
}

@test "convert: a file named .doc that is something else is read as that" {
	printf '甲县乙局2023年政府信息公开工作年度报告\n一、总体情况\n' >text.doc
	printf '{\\rtf1 x}' >rtf.doc
	printf 'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=x\r\n\r\n--x\r\n' >mht.doc
	printf 'From: <Saved by WPS>\nSubject: x\nMIME-Version: 1.0\ncontent-type: MULTIPART/related\n' >two.doc
	printf '<html xmlns:w="urn:schemas-microsoft-com:office:word"><p>x' >html.doc
	printf '<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>\n<w:wordDocument>' >xml.doc
	printf 'MIME-Version: 1.0 is what a mail begins with.\n' >mail.doc
	fake <<<'exit 1'
	same "$(format_of text.doc rtf.doc mht.doc two.doc xml.doc mail.doc)" \
		$'text\nrtf-failed\nmht\nmht\nwordml\ntext'
	[[ $(format_of html.doc) == html* ]]
}

@test "convert: OLE files that hold no text, and documents under a password" {
	documents 3 doc
	for f in xls:Workbook xls:Book ppt:'PowerPoint Document' docx-encrypted:EncryptedPackage ole:Contents; do
		cp page.doc other
		rename_entry other WordDocument "${f#*:}"
		same "$(format_of other)" "${f%:*}"
	done
	# The FIB begins a sector; fEncrypted is the lowest bit of its byte 11.
	at=$(LC_ALL=C grep -obUaP '\xec\xa5' page.doc | awk -F : '$1 % 512 == 0 { print $1; exit }')
	printf '\x13' | dd of=page.doc bs=1 seek=$((at + 11)) conv=notrunc status=none
	same "$(format_of page.doc)" doc-encrypted
	[[ $(finding page.doc) == *password* ]]
	[[ $(finding page.doc zh) == *密码* ]]
}

@test "convert: a DOC cut short gives no number that the whole one has not" {
	local size part
	documents 4 doc
	size=$(stat -c %s page.doc)
	for part in 20 45 70 90 98; do
		head -c $((size * part / 100)) page.doc >cut.doc
		same "$(numbers cut.doc | comm -13 truth -)" ''
	done
}

@test "convert: without LibreOffice a message and a finding, the others untouched" {
	printf '{\\rtf1 x}' >report.rtf
	printf '甲县乙局2023年政府信息公开工作年度报告\n一、总体情况\n' >good
	programs_without_office bin
	PATH=$PWD/bin run --separate-stderr gir-segment report.rtf good
	((status == 0))
	same "$stderr" 'gir-segment: report.rtf: this is rtf, and needs LibreOffice (soffice) to be read'
	[[ $output == *$'report.rtf\t\t0\tmeta\tformat\trtf-unconverted'* && $output == *$'good\t1\t0\ttitle'* ]]
	PATH=$PWD/bin run finding report.rtf
	[[ $output == unreadable* && $output == *LibreOffice* ]]
	PATH=$PWD/bin run finding report.rtf zh
	[[ $output == *需安装LibreOffice* ]]
}

@test "convert: a LibreOffice that fails, or writes nothing, or no document" {
	printf '{\\rtf1 x}' >report.rtf
	for script in 'exit 1' 'exit 0' 'mkdir out; echo x >out/document.docx' 'mkdir -p out/document.docx' \
		'kill -SEGV $$' 'mkdir out; ln -s /etc/passwd out/document.docx'; do
		fake <<<"$script"
		run --separate-stderr gir-segment report.rtf
		((status == 0))
		[[ $output == *rtf-failed* && $stderr == *'report.rtf: LibreOffice cannot convert it' ]]
		same "$(ls tmp)" ''
	done
}

@test "convert: a LibreOffice that hangs is ended with all that it started" {
	printf '{\\rtf1 x}' >report.rtf
	fake <<-EOF
		sleep 1000 &
		echo \$\$ \$! >$PWD/started
		wait
	EOF
	run --separate-stderr gir-segment --convert-seconds 1 report.rtf
	((status == 0))
	[[ $output == *rtf-late* && $stderr == *'took too long'* ]]
	same "$(ls tmp)" ''
	read -r one two <started
	# Killed, at most not yet waited for.
	for pid in "$one" "$two"; do
		[[ ! -e /proc/$pid/stat || $(cut -d ' ' -f 3 "/proc/$pid/stat") == Z ]]
	done
}

@test "convert: a LibreOffice that writes without end" {
	printf '{\\rtf1 x}' >report.rtf
	for script in 'mkdir out; exec head -c 1G /dev/zero >out/document.docx' \
		'mkdir out; head -c 1G /dev/zero >out/document.docx; exit 0' 'exec head -c 1G /dev/zero'; do
		fake <<<"$script"
		run gir-segment report.rtf
		((status == 0))
		[[ $output == *rtf-failed* ]]
		same "$(ls tmp)" ''
	done
}

@test "convert: no place for the temporary directory" {
	printf '{\\rtf1 x}' >report.rtf
	fake <<<'exit 0'
	TMPDIR=$PWD/none run --separate-stderr gir-segment report.rtf
	((status == 2)) # no fault of the document, which therefore is not called damaged
	[[ $output != *rtf-failed* && $stderr == *'cannot make a temporary directory'* ]]
}

@test "convert: a temporary directory with a name that is special in addresses" {
	local format
	documents 5 rtf
	mkdir "a b%20#?中"
	TMPDIR="a b%20#?中" truly page.rtf
	LC_ALL=C TMPDIR="$PWD/a b%20#?中" truly page.rtf
	same "$(ls "a b%20#?中")" ''
}

@test "convert: what LibreOffice is told" {
	printf '{\\rtf1 x}' >report.rtf
	fake <<-EOF
		printf '%s\n' "\$@" >$PWD/args
		cp profile/user/registrymodifications.xcu $PWD
		cat document.rtf >$PWD/input
	EOF
	gir-segment report.rtf >/dev/null || true
	cmp input report.rtf
	same "$(sed 's,//.*/gir-......,//GIR,' args)" "-env:UserInstallation=file://GIR/profile
--headless
--norestore
--convert-to
docx
--outdir
out
document.rtf"
	for setting in DisableMacrosExecution BlockUntrustedRefererLinks; do
		grep -q "\"$setting\" oor:op=\"fuse\"><value>true<" registrymodifications.xcu
	done
}

@test "convert: nothing is fetched for a document" {
	command -v python3 >/dev/null || skip 'python3 is not installed'
	documents 6 fodt
	cat >server.py <<-'EOF'
		import socket
		s = socket.socket()
		s.bind(("127.0.0.1", 0))
		s.listen()
		open("port.new", "w").write(str(s.getsockname()[1]))
		__import__("os").rename("port.new", "port")
		while True:
		    s.accept()[0].close()
		    open("asked", "a").write("x")
	EOF
	python3 server.py 3>&- &
	server=$!
	until [[ -e port ]]; do :; done
	picture="<draw:frame><draw:image xlink:href=\"http://127.0.0.1:$(cat port)/seal.png\" \
		xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\"/></draw:frame>"
	sed -i "s,<office:text[^>]*>,&<text:p>${picture//$'\n'/}</text:p>," page.fodt
	office odt page.fodt
	[[ -e asked ]] # as LibreOffice does by itself
	rm asked
	numbers page.odt >got
	kill "$server"
	[[ ! -e asked ]]
	same "$(comm -3 truth got)" ''
}

@test "convert: --convert-seconds wants a number" {
	for n in 0 '' x 1x -1 1000000; do
		run --separate-stderr gir-segment --convert-seconds "$n" /dev/null
		((status == 2))
		[[ $stderr == *'a number from 1 to 999999 is wanted'* ]]
	done
}

@test "formats: a table of what can be read here, and by what" {
	programs_without_office bin
	PATH=$PWD/bin gir-segment --formats >without
	fake <<<'exit 0'
	gir-segment --formats >with
	same "$(head -n 1 with)" $'format\treadable\tby'
	same "$(awk -F '\t' 'NF != 3' with without)" ''
	grep -qx $'text\tyes\tgir-segment' with
	for f in doc wps rtf odt; do
		grep -qE "^$f$TAB(yes$TAB.*libxml2 .* $PWD/fake/soffice|no${TAB}built without .*)$" with
		grep -qE "^$f${TAB}no$TAB(not installed: soffice.*|built without .*)$" without
	done
}

@test "formats: they are those that the reasons for unread files name" {
	local format
	while IFS=$TAB read -r format _; do
		[[ $format != text ]] || continue
		cut -f 2 "$ROOT/common/data/reasons.tsv" | grep -q -e "^$format-"
	done < <(gir-segment --formats | sed 1d)
}

@test "formats: with LibreOffice come or gone the pipeline reads again" {
	programs_without_office bin
	mkdir -p corpus/a
	printf '{\\rtf1 x}' >corpus/a/report.rtf
	read_corpus() {
		(cd "$ROOT" && GIR_CORPUS=$OLDPWD/corpus GIR_OUT=$OLDPWD/out GIR_BUILD=$BUILD \
			MAKEFLAGS='' PATH=$1 pipelines/run make) &>log || { cat log; return 1; }
		cut -f 6 out/cells/*.tsv out/findings.tsv | grep -o 'LibreOffice.*' | sort -u
		awk -F '\t' '$7 == "doc" && $8 == "format" { print $10 $12 }' out/cells/*.tsv
	}
	run read_corpus "$PWD/bin"
	[[ $output == *rtf-unconverted* ]]
	fake <<<'exit 1'
	run read_corpus "$PWD/fake:$PWD/bin"
	[[ $output == *rtf-failed* ]]
	run read_corpus "$PWD/bin"
	[[ $output == *rtf-unconverted* ]]
}
