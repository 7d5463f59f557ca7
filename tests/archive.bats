# gir-segment: reports in archives.

load lib
load reports

setup() {
	cd "$BATS_TEST_TMPDIR"
}

# pack ARCHIVE NAME=TEXT...: a zip, or a tar by its ending; NAME/ is a folder.
pack() {
	python3 - "$@" <<-'E'
	import io, sys, tarfile, zipfile
	file, members = sys.argv[1], [m.partition("=") for m in sys.argv[2:]]
	if file.endswith(".zip"):
	    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
	        for name, _, text in members:
	            packed.writestr(name, text, zipfile.ZIP_STORED if name == "mimetype" else None)
	else:
	    mode = {"tar": "w", "gz": "w:gz", "xz": "w:xz", "bz2": "w:bz2"}[file.rpartition(".")[2]]
	    with tarfile.open(file, mode) as packed:
	        for name, _, text in members:
	            info = tarfile.TarInfo(name)
	            info.size = len(text.encode())
	            info.type = tarfile.DIRTYPE if name.endswith("/") else tarfile.REGTYPE
	            packed.addfile(info, io.BytesIO(text.encode()))
	E
}

# formats FILE...: what the streams say of each report.
formats() {
	gir-segment "$@" 2>errors | awk -F'\t' '$5 == "format" { print $1, $6 }'
}

@test "archive: the reports of the corpus, packed in any way, read as they do unpacked" {
	cd "$ROOT/corpus"
	find . -type f ! -name roster.csv -printf '%P\n' | LC_ALL=C sort >"$BATS_TEST_TMPDIR/list"
	gir-segment -f "$BATS_TEST_TMPDIR/list" >"$BATS_TEST_TMPDIR/expected"
	cd "$BATS_TEST_TMPDIR"
	python3 - "$ROOT/corpus" <<-'E'
	import sys, tarfile, zipfile
	names = open("list", encoding="utf-8").read().split("\n")[:-1]
	for kind in ("", ":gz", ":xz", ":bz2"):
	    with tarfile.open("a.tar" + kind.replace(":", "."), "w" + kind) as t:
	        for name in names:
	            t.add(sys.argv[1] + "/" + name, name)
	with zipfile.ZipFile("a.zip", "w", zipfile.ZIP_DEFLATED) as z:
	    for name in names:
	        z.write(sys.argv[1] + "/" + name, name)
	with open("stream.zip", "wb") as f:  # written without going back: lengths behind the bytes
	    class Pipe:
	        write, flush = f.write, f.flush
	    with zipfile.ZipFile(Pipe(), "w", zipfile.ZIP_DEFLATED) as z:
	        for name in names:
	            z.write(sys.argv[1] + "/" + name, name)
	E
	for archive in a.tar a.tar.gz a.tar.xz a.tar.bz2 a.zip stream.zip; do
		gir-segment "$archive" | sed "s/^$archive!//" >actual
		cmp actual expected
		gir-segment <"$archive" | sed "s/^-!//" >actual
		cmp actual expected
		cat "$archive" | gir-segment - | sed "s/^-!//" >actual
		cmp actual expected
	done
}

@test "archive: names are relative to -C, members stand behind !, in the order of the archive" {
	mkdir in
	pack in/a.zip 乙/b.txt=一、总体情况 甲/a.md=二、 c!d.txt=三
	same "$(gir-segment -C in in/a.zip | cut -f 1 | uniq)" 'doc
a.zip!乙/b.txt
a.zip!甲/a.md
a.zip!c!d.txt'
}

@test "archive: a folder in it names the region, a manifest its members" {
	pack a.zip 宁波市镇海区/r.txt='教育局2023年政府信息公开工作年度报告
一、总体情况
无。' 其他/r.txt=一、总体情况
	printf 'doc\tyear\na.zip!其他/r.txt\t2021\n' >facts.tsv
	same "$(gir-segment -m facts.tsv a.zip | awk -F'\t' '$5 == "region" || $5 == "year" { print $1, $6 }')" \
		'a.zip!宁波市镇海区/r.txt 2023
a.zip!宁波市镇海区/r.txt 330211
a.zip!其他/r.txt 2021'
}

@test "archive: names in GBK are read as such, those in no charset stay bytes" {
	python3 - <<-'E'
	import zipfile
	class Info(zipfile.ZipInfo):
	    def _encodeFilenameFlags(self):
	        return self.filename.encode("latin-1"), self.flag_bits & ~0x800
	with zipfile.ZipFile("a.zip", "w") as z:
	    for name in ("宁波市镇海区/教育局年度报告.txt".encode("gbk"), b"\xff\xfe\xff.txt"):
	        z.writestr(Info(name.decode("latin-1")), "一、总体情况")
	E
	same "$(formats a.zip)" 'a.zip!宁波市镇海区/教育局年度报告.txt text
a.zip!\xFF\xFE\xFF.txt text'
}

@test "archive: folders, links, devices and what systems leave behind are no reports" {
	python3 - <<-'E'
	import io, tarfile
	with tarfile.open("a.tar", "w") as t:
	    for name, kind in (("l", tarfile.SYMTYPE), ("h", tarfile.LNKTYPE), ("d", tarfile.DIRTYPE),
	                       ("c", tarfile.CHRTYPE), ("f", tarfile.FIFOTYPE)):
	        info = tarfile.TarInfo(name)
	        info.type, info.linkname = kind, "/etc/passwd"
	        t.addfile(info)
	    for name in ("__MACOSX/a.txt", "x/.DS_Store", "Thumbs.db", "x/~$r.docx", "x/._r.txt", "x/r.txt"):
	        info = tarfile.TarInfo(name)
	        info.size = 3
	        t.addfile(info, io.BytesIO(b"abc"))
	E
	same "$(formats a.tar)" 'a.tar!x/r.txt text'
}

@test "archive: nothing is written, whatever the names are" {
	mkdir in
	pack in/a.zip ../up.txt=一 /abs.txt=二 $'n\nl.txt=三'
	cd in
	same "$(formats a.zip)" 'a.zip!../up.txt text
a.zip!/abs.txt text
a.zip!n\nl.txt text'
	same "$(cd .. && find . -type f | sort)" './in/a.zip
./in/errors'
}

@test "archive: two members of one name are two reports" {
	pack a.tar r.txt=一 r.txt=二 r.txt=三
	same "$(formats a.tar)" 'a.tar!r.txt text
a.tar!r.txt#2 text
a.tar!r.txt#3 text'
}

@test "archive: a report packed by itself keeps its name" {
	printf '一、总体情况\n' >r.txt
	for tool in gzip bzip2 xz; do
		"$tool" -c r.txt >r
		same "$(formats r)" 'r text'
	done
}

@test "archive: Word documents in it are read, archives in it are not" {
	python3 "$ROOT/tests/docx.py" r.docx <<<'<w:p><w:r><w:t>甲</w:t></w:r></w:p>'
	pack inner.zip a.txt=一
	python3 - <<-'E'
	import zipfile
	with zipfile.ZipFile("a.zip", "w") as z:
	    for name in ("r.docx", "inner.zip"):
	        z.write(name)
	E
	same "$(formats a.zip)" 'a.zip!r.docx docx
a.zip!inner.zip zip-nested'
}

@test "archive: an archive without a report, other packed formats" {
	pack none.zip
	pack folder.zip a/= __MACOSX/x=y
	pack e.zip 'mimetype=application/epub+zip'
	pack s.zip 'mimetype=application/vnd.oasis.opendocument.spreadsheet'
	pack p.zip '[Content_Types].xml=x' 'ppt/presentation.xml=x'
	pack o.zip '[Content_Types].xml=x'
	pack j.zip 'META-INF/MANIFEST.MF=x'
	pack word.zip word/a.txt=一
	same "$(formats none.zip folder.zip {e,s,p,o,j,word}.zip)" 'none.zip zip
folder.zip zip
e.zip epub
s.zip odf
p.zip pptx
o.zip opc
j.zip jar
word.zip!word/a.txt text'
}

@test "archive: a member under a password" {
	pack a.zip a="$(head -c 64 /dev/zero | tr '\0' x)"
	python3 - <<-'E'
	data = bytearray(open("a.zip", "rb").read())
	data[6] |= 1
	data[data.index(b"PK\1\2") + 8] |= 1
	open("a.zip", "wb").write(data)
	E
	run --separate-stderr gir-segment a.zip
	[[ $status -eq 0 && $stderr == *'a.zip: a: encrypted'* ]]
	same "$(formats a.zip)" 'a.zip!a zip-encrypted'
}

@test "archive: a member that unpacks to too much does not stop the others" {
	python3 - <<-'E'
	import io, tarfile, zipfile
	big = b"\0" * (70 << 20)
	with zipfile.ZipFile("a.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as z:
	    z.writestr("big.txt", big)
	    z.writestr("r.txt", "一")
	with tarfile.open("a.tar.gz", "w:gz", compresslevel=1) as t:
	    for name, data in (("big.txt", big), ("r.txt", b"abc")):
	        info = tarfile.TarInfo(name)
	        info.size = len(data)
	        t.addfile(info, io.BytesIO(data))
	E
	for archive in a.zip a.tar.gz; do
		same "$(formats "$archive")" "$archive!big.txt zip-bomb
$archive!r.txt text"
		grep -q "$archive: big.txt: unpacks to more than 64 MB" errors
	done
}

@test "archive: an archive that unpacks without end is left, the next operand is read" {
	python3 - <<-'E'
	import bz2, tarfile
	head = tarfile.TarInfo("big")
	head.size = 2 << 30
	block = bz2.compress(b"\0" * (64 << 20))
	with open("a.tar.bz2", "wb") as f:
	    f.write(bz2.compress(head.tobuf()))
	    f.write(block * 32)
	E
	printf '一、总体情况\n' >r.txt
	same "$(formats a.tar.bz2 r.txt)" 'a.tar.bz2!big zip-bomb
a.tar.bz2 zip-bomb
r.txt text'
	grep -q 'a.tar.bz2: unpacks to far more than reports do: not read on' errors
}

@test "archive: what comes before the damage is kept" {
	random() { head -c 60000 /dev/urandom | base64 -w 0; }
	for kind in tar.gz zip; do
		pack "a.$kind" r1.txt="$(random)" r2.txt="$(random)" r3.txt="$(random)" r4.txt=四
		head -c 150000 "a.$kind" >"cut.$kind"
		run --separate-stderr gir-segment "cut.$kind"
		[[ $status -eq 2 && $stderr == *"gir-segment: cut.$kind: r3.txt: damaged"* ]]
		same "$(formats "cut.$kind")" "cut.$kind!r1.txt text
cut.$kind!r2.txt text
cut.$kind!r3.txt zip-damaged
cut.$kind zip-damaged"
	done
}

@test "archive: a zip cut off between two members does not pass for whole" {
	python3 - <<-'E'
	import zipfile
	with zipfile.ZipFile("a.zip", "w") as z:
	    z.writestr("r1.txt", "一")
	    at = z.fp.tell()
	    z.writestr("r2.txt", "二")
	data = open("a.zip", "rb").read()
	open("cut.zip", "wb").write(data[:at])
	E
	run gir-segment cut.zip
	[[ $status -eq 2 ]]
	same "$(formats cut.zip)" 'cut.zip!r1.txt text
cut.zip zip-damaged'
}

@test "archive: what looks like an archive and is none" {
	python3 - <<-'E'
	header = bytearray(1024)
	header[0:1], header[148:156], header[156:157] = b"a", b" " * 8, b"!"
	header[148:155] = b"%06o\0" % sum(header[:512])
	open("a.tar", "wb").write(header)
	E
	printf '7z\xbc\xaf\x27\x1c' >a.7z
	printf 'Rar!\x1a\x07\0' >a.rar
	printf 'PK\3\4' >a.zip
	printf '\x1f\x8b\x08' >a.gz
	for f in a.tar a.7z a.rar a.zip a.gz; do
		run --separate-stderr gir-segment "$f"
		[[ $status -eq 2 && $stderr == "gir-segment: $f: damaged archive: "* ]]
		same "$(formats "$f")" "$f zip-damaged"
	done
}

@test "archive: one bit changed in a member is seen" {
	python3 - <<-'E'
	import zipfile
	with zipfile.ZipFile("a.zip", "w") as z:
	    z.writestr("r1.txt", "规章 1234567")
	    z.writestr("r2.txt", "二")
	data = open("a.zip", "rb").read()
	open("a.zip", "wb").write(data.replace(b"1234567", b"1234563"))
	E
	same "$(formats a.zip)" 'a.zip!r1.txt zip-damaged
a.zip!r2.txt text'
}

@test "archive: the pipeline reads archives, and only those anew that changed" {
	export GIR_CORPUS=$BATS_TEST_TMPDIR/corpus OUT=$BATS_TEST_TMPDIR/out
	report "$GIR_CORPUS/a/r.txt" 统计局 2023
	report one.txt 教育局 2023
	report two.txt 民政局 2022
	pack "$GIR_CORPUS/a/b!.zip" r1.txt="$(<one.txt)" r2.txt="$(<two.txt)"
	make -s -C "$ROOT" run CORPUS="$GIR_CORPUS" OUT="$OUT" BUILD="$BUILD"
	same "$(cut -f 1,2,4 "$OUT/reports.tsv")" 'doc	year	org
a/b!.zip!r1.txt	2023	教育局
a/b!.zip!r2.txt	2022	民政局
a/r.txt	2023	统计局'
	pack "$GIR_CORPUS/a/b!.zip" r1.txt="$(<one.txt)" 'r]"$3.txt'="$(<two.txt)" r4.txt="$(<one.txt)"
	make -s -C "$ROOT" run CORPUS="$GIR_CORPUS" OUT="$OUT" BUILD="$BUILD"
	same "$(cut -f 1 "$OUT/reports.tsv")" 'doc
a/b!.zip!r1.txt
a/b!.zip!r]"$3.txt
a/b!.zip!r4.txt
a/r.txt'
	head -c 200 "$GIR_CORPUS/a/b!.zip" >cut && mv cut "$GIR_CORPUS/a/b!.zip"
	make -s -C "$ROOT" run CORPUS="$GIR_CORPUS" OUT="$OUT" BUILD="$BUILD"
	same "$(awk -F'\t' '$5 == "unreadable" { print $1 }' "$OUT/findings.tsv" | tail -n 1)" 'a/b!.zip'
}
