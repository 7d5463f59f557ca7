# gir-segment: Word documents.

load lib

setup() {
	cd "$BATS_TEST_TMPDIR"
}

# docx [PART=XML...] <BODY: the document a.docx.
docx() {
	python3 "$ROOT/tests/docx.py" a.docx "$@"
}

# What a.docx says: paragraphs as para, text of the page as other, cells as their place.
lines() {
	gir-segment a.docx | awk -F'\t' '
		NR > 1 && $4 != "meta" {
			print ($4 == "cell" ? $5 : $4 == "other" ? $4 : "para") " " $6
		}'
}

# p TEXT, r TEXT, tc TEXT [PROPERTIES]
r() { printf '<w:r>%s<w:t xml:space="preserve">%s</w:t></w:r>' "${2:+<w:rPr>$2</w:rPr>}" "$1"; }
p() { printf '<w:p>%s%s</w:p>' "${2:+<w:pPr>$2</w:pPr>}" "$(r "$1")"; }
tc() { printf '<w:tc><w:tcPr>%s</w:tcPr>%s</w:tc>' "${2:-}" "$(p "$1")"; }
row() { printf '<w:tr>%s</w:tr>' "$*"; }
tbl() { printf '<w:tbl><w:tblPr/>%s</w:tbl>' "$*"; }

# The official cells of a stream of gir-tables.
official() {
	awk -F'\t' '$7 ~ /^(active|requests|review)$/' | cut -f 6-12
}

# whole SPECIMEN FORM: the specimen's text as a.docx; its cells in `expected`.
whole() {
	gir-segment "$ROOT/corpus/$1" >blocks
	gir-tables <blocks >cells
	cat blocks cells |
		python3 "$ROOT/tests/docx.py" --report "$ROOT/common/data/forms/$2.tsv" a.docx
	official <cells >expected
}

@test "docx: a whole report of 2019 gives the cells of its text" {
	whole 宁波市/余姚市/2020/交通运输局.txt 2019
	same "$(gir-segment a.docx | gir-tables | official)" "$(<expected)"
	[[ $(grep -c '	num	' expected) -gt 150 ]]
}

@test "docx: a whole report of 2021 gives the cells of its text" {
	whole 宁波市/镇海区/2023/机关事务管理局.txt 2021
	same "$(gir-segment a.docx | gir-tables | official)" "$(<expected)"
	[[ $(grep -c '	num	' expected) -gt 150 ]]
}

@test "docx: so does what LibreOffice makes of it" {
	type -P soffice >/dev/null || skip 'no LibreOffice here'
	for specimen in 宁波市/余姚市/2020/交通运输局.txt:2019 宁波市/镇海区/2023/机关事务管理局.txt:2021; do
		whole "${specimen%:*}" "${specimen#*:}"
		for kind in odt docx; do
			soffice -env:UserInstallation="file://$PWD/profile" --headless --convert-to "$kind" \
				--outdir "$kind" "$([[ $kind == odt ]] && echo a.docx || echo odt/a.odt)" &>/dev/null
		done
		same "$(gir-segment docx/a.docx | gir-tables | official)" "$(<expected)"
	done
}

@test "docx: runs, tabs, breaks, hyphens and symbols make one text" {
	docx <<<"<w:p>$(r 公开)$(r 信息)<w:r><w:tab/><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:cr/><w:t>
		丙
		</w:t><w:noBreakHyphen/><w:t>丁</w:t><w:softHyphen/><w:t>戊</w:t><w:sym w:font=\"宋体\" w:char=\"F041\"/></w:r></w:p>"
	same "$(lines)" 'para 公开信息\t甲\n乙\n丙-丁戊A'
}

@test "docx: a tab stop is no tab, and what was before a change is nothing" {
	docx <<<"<w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"4\"/></w:tabs><w:pPrChange><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:b/><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>甲</w:t></w:r></w:p>"
	same "$(lines)" 'para 甲'
}

@test "docx: deleted text, moved text and deleted rows are gone, inserted ones are there" {
	docx <<<"<w:p>$(r 收到)<w:del><w:r><w:delText>5</w:delText></w:r></w:del><w:ins>$(r 6)</w:ins>$(r 件)<w:moveFrom>$(r 旧)</w:moveFrom><w:moveTo>$(r 新)</w:moveTo></w:p>
		$(tbl "$(row "$(tc a)" "$(tc b)")" "<w:tr><w:trPr><w:del/></w:trPr>$(tc x)$(tc y)</w:tr>" "$(row "$(tc c)" "$(tc 7 '<w:cellDel/>')" "$(tc d)")")"
	same "$(lines)" 'para 收到6件新
1.1.1 a
1.1.2 b
1.2.1 c
1.2.2 d'
}

@test "docx: paragraphs whose mark is deleted are one" {
	docx <<<"$(p 一、总体 '<w:rPr><w:del/></w:rPr>')$(p 情况)$(p 后 '<w:rPr><w:moveFrom/></w:rPr>')$(p 面)"
	same "$(lines)" 'para 一、总体情况
para 后面'
}

@test "docx: of a field the result is read, not the code" {
	docx <<<"<w:p>$(r 收到)<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>= 1 + </w:instrText></w:r>
		<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>$(r 9)<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>$(r 8)<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>
		<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>$(r 12)<w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:fldSimple w:instr=\"PAGE\">$(r 件)</w:fldSimple></w:p>$(p 下)"
	same "$(lines)" 'para 收到12件
para 下'
	# A field without an end hides no more than its paragraph.
	docx <<<"<w:p>$(r 甲)<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>$(r 乙)</w:p>$(p 丙)"
	same "$(lines)" 'para 甲
para 丙'
}

@test "docx: in a cell, figures of two fields are no number together" {
	field() { printf '<w:r><w:fldChar w:fldCharType="%s"/></w:r>' "$1"; }
	five=$(field begin)$(field separate)$(r 5)$(field end)
	docx <<<"$(tbl "$(row "$(tc a)" "<w:tc><w:p>$five</w:p></w:tc>" "<w:tc><w:p>$five$(r 5)$five</w:p></w:tc>")")"
	same "$(lines)" '1.1.1 a
1.1.2 5
1.1.3 5\n5\n5'
}

@test "docx: hidden and struck text is not the report's" {
	docx <<<"<w:p>$(r 5 '<w:vanish/>')$(r 6)$(r 7 '<w:strike/>')$(r 8 '<w:dstrike w:val="true"/>')$(r 9 '<w:vanish w:val="0"/><w:strike w:val="false"/>')</w:p>"
	same "$(lines)" 'para 69
other 578'
	docx 'word/styles.xml=<w:style w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="I"><w:basedOn w:val="H"/></w:style>' \
		<<<"<w:p>$(r 5 '<w:rStyle w:val="I"/>')$(r 6)</w:p>"
	same "$(lines)" 'para 6
other 5'
}

@test "docx: a note's mark does not become a digit of the number" {
	docx <<<"<w:p>$(r 5)$(r 1 '<w:vertAlign w:val="superscript"/>')<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
	same "$(lines)" 'para 5¹'
	docx 'word/styles.xml=<w:style w:type="character" w:styleId="a"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>' \
		<<<"<w:p>$(r 5)$(r 1 '<w:rStyle w:val="a"/>')$(r 2 '<w:rStyle w:val="a"/><w:vertAlign w:val="baseline"/>')</w:p>"
	same "$(lines)" 'para 5¹2'
}

@test "docx: text boxes stand behind their paragraph, once" {
	docx <<<"<w:p>$(r 甲)<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx><w:txbxContent>$(p 框)$(p 二)</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>$(p 框)$(p 二)</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>$(r 乙)</w:p>
		<w:p><w:r><w:pict><v:shape><v:textpath string=\"年度报告\"/></v:shape></w:pict></w:r></w:p>"
	same "$(lines)" 'para 甲乙
para 框
para 二
para 年度报告'
}

@test "docx: content controls, links, smart tags and mathematics are text, prompts and ruby are not" {
	docx <<<"<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr><w:sdtContent><w:p><w:hyperlink>$(r 甲)</w:hyperlink><w:smartTag>$(r 乙)</w:smartTag><m:oMath><m:r><m:t>7</m:t></m:r></m:oMath><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>$(r 单击此处)</w:sdtContent></w:sdt>$(r 丙)<w:r><w:ruby><w:rt>$(r bing)</w:rt><w:rubyBase>$(r 丁)</w:rubyBase></w:ruby></w:r></w:p></w:sdtContent></w:sdt>"
	same "$(lines)" 'para 甲乙7丙丁
other 单击此处'
}

@test "docx: footnotes end the text, headers and footers are not the report's" {
	docx "word/footnotes.xml=<w:footnote>$(p 脚注)</w:footnote>" "word/header1.xml=$(p 页眉)" \
		"word/footer1.xml=$(p 3)" <<<"$(p 正文)"
	same "$(lines)" 'para 正文
para 脚注
other 页眉
other 3'
}

@test "docx: merged cells cover their rows and columns" {
	docx <<<"$(tbl "$(row "$(tc a '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>')" "$(tc b)")" \
		"$(row "$(tc '' '<w:gridSpan w:val="2"/><w:vMerge/>')" "$(tc c)")" \
		"<w:tr><w:trPr><w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"1\"/></w:trPr>$(tc d)</w:tr>" \
		"$(row "$(tc e '<w:hMerge w:val="restart"/>')" "$(tc '' '<w:hMerge/>')" "$(tc f)")")"
	same "$(lines)" '1.1.1+2x2 a
1.1.3 b
1.2.3 c
1.3.2 d
1.4.1+1x2 e
1.4.3 f'
}

@test "docx: cells of several paragraphs have several lines; a cell's line is its first paragraph" {
	docx <<<"$(p 前)$(tbl "$(row "<w:tc>$(p 商业)$(p 企业)</w:tc>" "$(tc 3)")" "$(row "$(tc 4)" "$(tc 5)")")"
	same "$(gir-segment a.docx | awk -F'\t' '$4 == "cell" { print $2, $5, $6 }')" '2 1.1.1 商业\n企业
4 1.1.2 3
5 1.2.1 4
6 1.2.2 5'
}

@test "docx: a table for layout is text, a table within it is one" {
	inner=$(tbl "$(row "$(tc a)" "$(tc 1)" "$(tc 2)")" "$(row "$(tc b)" "$(tc 3)" "$(tc 4)")")
	docx <<<"$(tbl "$(row "$(tc 一、总体情况)")" "$(row "<w:tc>$(p 甲)$inner$(p 乙)</w:tc>")")"
	same "$(lines)" 'para 一、总体情况
para 甲
1.1.1 a
1.1.2 1
1.1.3 2
1.2.1 b
1.2.2 3
1.2.3 4
para 乙'
}

@test "docx: a report within one table has its sentences as text, its tables as cells" {
	docx <<<"$(tbl "$(row "$(tc 一、总体情况 '<w:gridSpan w:val="4"/>')")" \
		"$(row "$(tc 本年收到申请3件。 '<w:gridSpan w:val="4"/>')")" \
		"$(row "$(tc 二、主动公开政府信息情况 '<w:gridSpan w:val="4"/>')")" \
		"$(row "$(tc 第二十条第（一）项 '<w:gridSpan w:val="4"/>')")" \
		"$(row "$(tc 信息内容)" "$(tc 本年制发件数)" "$(tc 本年废止件数)" "$(tc 现行有效件数)")" \
		"$(row "$(tc 规章)" "$(tc 1)" "$(tc 2)" "$(tc 3)")")"
	same "$(lines)" 'para 一、总体情况
para 本年收到申请3件。
para 二、主动公开政府信息情况
1.2.1+1x4 第二十条第（一）项
1.3.1 信息内容
1.3.2 本年制发件数
1.3.3 本年废止件数
1.3.4 现行有效件数
1.4.1 规章
1.4.2 1
1.4.3 2
1.4.4 3'
}

@test "docx: automatic numbers stand in front of the text" {
	docx 'word/numbering.xml=<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl><w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%3"/><w:isLgl/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="11"/></w:lvlOverride></w:num>' \
		<<<"$(n() { p "$1" "<w:numPr><w:ilvl w:val=\"$2\"/><w:numId w:val=\"${3:-1}\"/></w:numPr>"; }
		n 甲 0; n 乙 1; n 丙 1; n 丁 2; n 戊 0; n 己 1; n 庚 0 2; n 辛 0 2; n 壬 0; n '' 0; n 癸 0 0)"
	same "$(lines)" 'para 一、甲
para （一）乙
para （二）丙
para 1.1 丁
para 二、戊
para （一）己
para 十一、庚
para 十二、辛
para 十三、壬
other 十四、
para 癸'
}

@test "docx: numbers of every notation" {
	formats='decimal decimalZero decimalFullWidth decimalEnclosedCircle decimalEnclosedParen upperRoman lowerLetter chineseCounting ideographDigital chineseLegalSimplified ideographTraditional bullet none unheardOf'
	numbering= nums= body= i=0
	for format in $formats; do
		i=$((i + 1))
		numbering+="<w:abstractNum w:abstractNumId=\"$i\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"24\"/><w:numFmt w:val=\"$format\"/><w:lvlText w:val=\"[%1]\"/></w:lvl></w:abstractNum>"
		nums+="<w:num w:numId=\"$i\"><w:abstractNumId w:val=\"$i\"/></w:num>"
		body+=$(p x "<w:numPr><w:numId w:val=\"$i\"/></w:numPr>")
	done
	docx "word/numbering.xml=$numbering$nums" <<<"$body"
	same "$(lines)" 'para [24] x
para [24] x
para [２４] x
para [㉔] x
para [24] x
para [XXIV] x
para [x] x
para [二十四] x
para [二四] x
para [贰拾肆] x
para [24] x
para x
para [] x
para [24] x'
}

@test "docx: headings whose number is their style's are sections" {
	docx 'word/numbering.xml=<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="japaneseCounting"/><w:pStyle w:val="1"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>' \
		'word/styles.xml=<w:style w:type="paragraph" w:styleId="1"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="11"><w:basedOn w:val="1"/></w:style>' \
		<<<"$(p 宁波市镇海区统计局2023年政府信息公开工作年度报告; for h in 总体情况 主动公开政府信息情况 收到和处理政府信息公开申请情况 政府信息公开行政复议、行政诉讼情况 存在的主要问题及改进情况 其他需要报告的事项; do p "$h" '<w:pStyle w:val="11"/>'; p 有关内容见正文。; done)"
	same "$(gir-segment a.docx | awk -F'\t' '$4 == "head" { print $3, $6 }')" '1 一、总体情况
2 二、主动公开政府信息情况
3 三、收到和处理政府信息公开申请情况
4 四、政府信息公开行政复议、行政诉讼情况
5 五、存在的主要问题及改进情况
6 六、其他需要报告的事项'
}

@test "docx: an automatic number never runs into the figure behind it" {
	docx 'word/numbering.xml=<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%2"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' \
		<<<"$(p 5 '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')$(p 5 '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>')"
	same "$(lines)" 'para 1.、5
para 1、5'
}

@test "docx: a tab between two figures of a cell does not join them" {
	report=$(p 宁波市镇海区统计局2023年政府信息公开工作年度报告)$(p 一、总体情况)$(p 二、主动公开政府信息情况)
	docx <<<"$report$(tbl "$(row "$(tc 第二十条第（一）项 '<w:gridSpan w:val="4"/>')")" \
		"$(row "$(tc 信息内容)" "$(tc 本年制发件数)" "$(tc 本年废止件数)" "$(tc 现行有效件数)")" \
		"$(row "$(tc 规章)" "<w:tc><w:p><w:r><w:t>1</w:t><w:tab/><w:t>2</w:t></w:r></w:p></w:tc>" "$(tc 3)" "$(tc 4)")" \
		"$(row "$(tc 行政规范性文件)" "$(tc 5)" "$(tc 6)" "$(tc 7)")")$(p 三、收到和处理政府信息公开申请情况)"
	same "$(gir-segment a.docx | gir-tables | awk -F'\t' '$8 == "regulations" { print $9, $11 }')" 'issued text
repealed num
in_force num'
}

@test "docx: the strict namespaces, other names of parts, other spellings of names" {
	python3 - <<-'E'
	import zipfile
	with zipfile.ZipFile('a.docx', 'w') as z:
	    z.writestr('Word\\Document2.XML', '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>')
	    z.writestr('[content_types].xml', '<Types xmlns="x"/>')
	    z.writestr('_rels/.rels', '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>')
	E
	same "$(lines)" 'para 甲'
}

# refused REASON: a.docx is unreadable for that reason, and the report behind it is read.
refused() {
	printf '一、总体情况\n' >b.txt
	run --separate-stderr gir-segment a.docx b.txt
	[[ $status -eq 0 ]]
	same "$(awk -F'\t' '$5 == "format" { print $1, $6 }' <<<"$output")" "a.docx $1
b.txt text"
	gir-tables <<<"$output" | gir-check -o findings >/dev/null
	grep -q "^a.docx	.*	unreadable	" findings
}

@test "docx: damaged documents" {
	docx 'word/document.xml=<!DOCTYPE x [<!ENTITY a "甲">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>' </dev/null
	refused docx-damaged
	docx <<<"$(p 甲)<w:p>"
	refused docx-damaged
	docx <<<"$(p 甲)$(printf '<w:sdt>%.0s' {1..1000})$(printf '</w:sdt>%.0s' {1..1000})"
	refused docx-damaged
	docx <<<"$(p "$(head -c 3000 /dev/urandom | base64 -w 0)")"
	head -c 2000 a.docx >cut && mv cut a.docx
	refused docx-damaged
	docx 'word/document.xml=' </dev/null
	printf 'PK\3\4\24\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\021\0\0\0word/document.xml' >a.docx
	refused docx-damaged
}

@test "docx: one bit of a figure changed is seen" {
	python3 - <<-'E'
	import zipfile
	with zipfile.ZipFile('a.docx', 'w') as z:
	    z.writestr('word/document.xml', '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>1234567</w:t></w:r></w:p></w:body></w:document>')
	data = open('a.docx', 'rb').read()
	open('a.docx', 'wb').write(data.replace(b'1234567', b'1234563'))
	E
	refused docx-damaged
}

@test "docx: a document whose text is whole is read, whatever else is cut off" {
	docx "word/zz.bin=$(head -c 9000 /dev/urandom | base64 -w 0)" <<<"$(p 甲)"
	head -c 3000 a.docx >cut && mv cut a.docx
	same "$(lines)" 'para 甲'
}

@test "docx: a document that unpacks to too much, or has no text" {
	python3 - <<-'E'
	import zipfile
	head = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
	with zipfile.ZipFile('a.docx', 'w', zipfile.ZIP_DEFLATED) as z:
	    z.writestr('word/document.xml', head + '<w:p/>' * 20000000)
	with zipfile.ZipFile('b.docx', 'w', zipfile.ZIP_DEFLATED) as z:
	    z.writestr('word/document.xml', head + '<w:tbl><w:tr>' + '<w:tc/>' * 1000000 + '</w:tr></w:tbl></w:body></w:document>')
	    z.writestr('pad', bytes(range(256)) * 4000, zipfile.ZIP_STORED)
	E
	refused docx-bomb
	mv b.docx a.docx
	refused docx-bomb
	docx <<<'<w:p/>'
	refused docx-empty
}

@test "docx: spans beyond any table do no harm" {
	docx <<<"$(tbl "$(row "$(tc a '<w:gridSpan w:val="2147483648"/>')" "$(tc 1)")" "$(row "$(tc b '<w:gridSpan w:val="-5"/>')" "$(tc 2)")")$(
		tbl "<w:tr><w:trPr><w:gridBefore w:val=\"99999999999\"/></w:trPr>$(tc c)$(tc 3)$(tc 4)</w:tr>")<w:tc>$(p d)</w:tc><w:tr>$(tc e)</w:tr>"
	same "$(lines)" 'para a
para 1
para b
para 2
para c
para 3
para 4
para d
para e'
}
