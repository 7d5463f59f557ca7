# gir-tables: numbers that could be read wrongly, and must not be.

load lib

setup() {
	cd "$BATS_TEST_TMPDIR"
}

# report [YEAR] <TABLES: a report whose sections 二 to 四 are what stands on standard input.
report() {
	printf '%s\n' "宁波市镇海区统计局${1:-2023}年政府信息公开工作年度报告" '一、总体情况' '工作有序开展。'
	cat
	printf '%s\n' '五、存在的主要问题及改进情况' '时效有待提高。' '六、其他需要报告的事项' '无。'
}

# cells <REPORT: table/row/col=value for num, =:state else, of the cells that are found at all.
found() {
	gir-segment | gir-tables | awk -F '\t' '
		($7 == "active" || $7 == "requests" || $7 == "review") && $11 != "absent" {
			printf "%s%s/%s/%s=%s", sep, $7, $8, $9, $11 == "num" ? $10 : ":" $11
			sep = " "
		}'
}

active() {
	printf '%s\n' '二、主动公开政府信息情况' '第二十条第（一）项 | | | |' "$@"
}

head3='信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |'

@test "a row with all its numbers" {
	same "$(active "$head3" '规章 | 1 | 2 | 30 |' | report | found)" \
		"active/regulations/issued=1 active/regulations/repealed=2 active/regulations/in_force=30"
}

@test "a row with a number missing is unsure, never shifted" {
	same "$(active "$head3" '规章 | 1 | 2 | 30 |' '行政规范性文件 | 4 | 5 |' | report | found)" \
		"active/regulations/issued=1 active/regulations/repealed=2 active/regulations/in_force=30 active/normative/issued=:unsure active/normative/repealed=:unsure"
}

@test "a row with a number too many is unsure" {
	same "$(active "$head3" '规章 | 1 | 2 | 30 | 4 |' | report | found)" \
		"active/regulations/issued=:unsure active/regulations/repealed=:unsure active/regulations/in_force=:unsure"
}

@test "blank is not zero, / is not zero, text is text" {
	same "$(active "$head3" '规章 | / | | 3 |' '行政规范性文件 | 本单位未制发 | 0 | 3 |' | report | found)" \
		"active/regulations/issued=:na active/regulations/repealed=:blank active/regulations/in_force=3 active/normative/issued=:text active/normative/repealed=0 active/normative/in_force=3"
}

@test "columns in another order than the form's are unsure" {
	same "$(active '信息内容 | 现行有效件数 | 本年制发件数 | 本年废止件数 |' '规章 | 1 | 2 | 30 |' | report | found)" \
		"active/regulations/issued=:unsure active/regulations/repealed=:unsure active/regulations/in_force=:unsure"
}

@test "a table of other things with the form's row names is doubted" {
	same "$(printf '%s\n' '二、主动公开政府信息情况' '类别 | 数量 |' '行政许可 | 12 |' '行政处罚 | 3 |' '行政强制 | 1 |' |
		report | found)" \
		"active/licensing/decisions=:unsure active/penalties/decisions=:unsure active/coercion/decisions=:unsure"
}

@test "an amount under a heading in yuan is unsure, unless it is zero or has its unit" {
	same "$(active '信息内容 | 本年收费金额（单位：元） |' '行政事业性收费 | 152790 |' | report | found)" \
		"active/fees/amount=:unsure"
	same "$(active '信息内容 | 本年收费金额（单位：元） |' '行政事业性收费 | 152790元 |' | report | found)" \
		"active/fees/amount=15.279"
	same "$(active '信息内容 | 本年收费金额（单位：元） |' '行政事业性收费 | 0.00 |' | report | found)" \
		"active/fees/amount=0"
	same "$(active '信息内容 | 本年收费金额（单位：万元） |' '行政事业性收费 | 12.50 |' | report | found)" \
		"active/fees/amount=12.5"
}

@test "the same row twice with other numbers" {
	same "$(active "$head3" '规章 | 1 | 2 | 30 |' '规章 | 1 | 3 | 30 |' | report | found)" \
		"active/regulations/issued=1 active/regulations/repealed=:unsure active/regulations/in_force=30"
}

@test "a label misspelt by a character is known, one that could be two is not" {
	same "$(active "$head3" '行政规范姓文件 | 1 | 2 | 30 |' | report | found)" \
		"active/normative/issued=1 active/normative/repealed=2 active/normative/in_force=30"
	same "$(active '信息内容 | 本年处理决定数量 |' '行政XX | 1 |' | report | found)" ""
}

@test "a row that no form has goes to no cell" {
	same "$(active "$head3" '规章 | 1 | 2 | 30 |' '其他主动公开文件 | 7 | 8 | 9 |' | report | found)" \
		"active/regulations/issued=1 active/regulations/repealed=2 active/regulations/in_force=30"
}

@test "a column that no form has, behind the last one" {
	head4='信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 | 备注 |'
	same "$(active "$head4" '规章 | 1 | 2 | 30 |  |' '行政规范性文件 | 4 | 5 | 60 |' | report | found)" \
		"active/regulations/issued=1 active/regulations/repealed=2 active/regulations/in_force=30 active/normative/issued=:unsure active/normative/repealed=:unsure active/normative/in_force=:unsure"
	same "$(active "$head4" '规章 | 待核实 | 待核实 | 0 | 12 |' | report | found)" \
		"active/regulations/issued=:text active/regulations/repealed=:text active/regulations/in_force=0"
}

@test "a row that is shorter than the rows around it" {
	same "$(printf '%s\n' '二、主动公开政府信息情况' '| 第二十条第（八）项 |  |  |  |' '| --- | --- | --- | --- |' \
		'| 信息内容 | 上一年项目数量 | 本年增/减 |  |' '| 行政事业性收费 | 3 |  |' | report 2019 | found)" \
		"active/fees/prior_items=:unsure"
	same "$(printf '%s\n' '二、主动公开政府信息情况' '| 第二十条第（八）项 |  |  |  |' '| --- | --- | --- | --- |' \
		'| 信息内容 | 上一年项目数量 | 本年增/减 |  |' '| 行政事业性收费 | 3 |  |  |' | report 2019 | found)" \
		"active/fees/prior_items=3 active/fees/change=:blank"
}

@test "a line that goes on with a number is no part of it" {
	printf '%s\n' '二、主动公开政府信息情况' "${TAB}第二十条第（一）项" '' "${TAB}信息内容" "${TAB}本年制发件数" \
		"${TAB}本年废止件数" "${TAB}现行有效件数" '' "${TAB}规章" "${TAB}9" 3 "${TAB}0" "${TAB}12" '' | report >r
	same "$(found <r)" \
		"active/regulations/issued=:text active/regulations/repealed=0 active/regulations/in_force=12"
}

@test "numbers apart in one line are not glued" {
	same "$(printf '%s\n' '二、主动公开政府信息情况' '信息内容 本年制发件数 本年废止件数 现行有效件数 规章 10 24 3 行政规范性文件 4 25 信息内容 本年处理决定数量 行政许可 6' |
		report | found)" \
		"active/regulations/issued=10 active/regulations/repealed=24 active/regulations/in_force=3 active/normative/issued=:unsure active/normative/repealed=:unsure active/licensing/decisions=6"
}

requests() {
	printf '%s\n' '三、收到和处理政府信息公开申请情况' "$@"
}

@test "glued digits that do not add up are unsure" {
	same "$(requests '自然人商业企业科研机构社会公益组织法律服务机构其他总计一、本年新收政府信息公开申请数量0009905二、上年结转政府信息公开申请数量1000001三、本年度办理结果（一）予以公开2000002（七）总计2000002' |
		report | found | tr ' ' '\n' | grep -cE '^requests/(new/[a-z]*=:unsure|carried_in/[a-z]*=[0-9])')" 14
}

@test "last year's table beside this year's" {
	row='一、本年新收政府信息公开申请数量 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |'
	head='自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |'
	requests "附：2022年度数据" "$head" "$row" "二、上年结转政府信息公开申请数量${row#一、本年新收政府信息公开申请数量}" \
		"（一）予以公开 | 7 | 0 | 0 | 0 | 0 | 0 | 7 |" "2023年度数据" "$head" "$row" \
		"二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |" | report | found >cells
	! grep -oE '=[0-9]+' cells
}

@test "a row of bars with six numbers for seven columns" {
	bars() {
		printf '%s |\n' "$@"
	}
	requests "$(bars 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计)" \
		"$(bars 一、本年新收政府信息公开申请数量 1 2 3 4 5 6 21)" '||' \
		"$(bars 二、上年结转政府信息公开申请数量 592 9 2 0 78 688)" '||' \
		"$(bars 四、结转下年度继续办理 592 9 2 0 78 688)" '|||' | report | found | tr ' ' '\n' >cells
	same "$(grep -cE 'requests/new/[a-z]*=[0-9]+$' cells)" 7
	! grep -E 'carried.*=[0-9]' cells
}

@test "a second report in the same text is another's" {
	active "$head3" '规章 | 1 | 2 | 30 |' | report 2023 >two
	active "$head3" '规章 | 4 | 5 | 60 |' '行政规范性文件 | 7 | 8 | 90 |' | report 2022 >>two
	same "$(found <two)" "active/regulations/issued=1 active/regulations/repealed=2 active/regulations/in_force=30"
	same "$(gir-segment two | gir-tables | sed -n 2p | cut -f 2)" 2023
}

@test "a list of contents is not the report" {
	{
		printf '%s\n' 一、总体情况 二、主动公开政府信息情况 三、收到和处理政府信息公开申请情况 \
			四、政府信息公开行政复议、行政诉讼情况 五、存在的主要问题及改进情况 六、其他需要报告的事项
		active "$head3" '规章 | 1 | 2 | 30 |' | report 2023
	} >contents
	same "$(found <contents)" "active/regulations/issued=1 active/regulations/repealed=2 active/regulations/in_force=30"
	same "$(gir-segment contents | awk -F '\t' '$4 == "head" { print $2 }' | head -n 2 | paste -sd ' ')" "8 10"
}

@test "last year's column beside this year's" {
	same "$(active '信息内容 | 上年处理决定数量 | 本年处理决定数量 |' '行政许可 | 7 | 8 |' '行政处罚 | 9 |  |' | report | found)" \
		"active/licensing/decisions=8 active/penalties/decisions=:blank"
	printf '%s\n' 二、主动公开政府信息情况 '信息内容' '上年处理决定数量' '本年处理决定数量' '行政许可' 8 |
		report >lines
	same "$(found <lines)" "active/licensing/decisions=:unsure"
}

@test "rows that are numbered, where no row ends are marked" {
	requests 序号 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计 \
		1 一、本年新收政府信息公开申请数量 1 2 3 4 5 6 2 二、上年结转政府信息公开申请数量 1 0 0 0 0 0 1 |
		report | found >cells
	! grep -oE '=[0-9]+' cells
}

@test "rows that are numbered, all in one line: the next row's number completes none" {
	same "$(printf '%s\n' 二、主动公开政府信息情况 \
		'序号 信息内容 本年制发件数 本年废止件数 现行有效件数 1 规章 388 75 2 行政规范性文件 68 8 / 3 行政许可 678' |
		report | found | grep -oE 'regulations/[a-z_]+=[0-9]+')" ""
}

@test "a line of a page that the lines around it place differently is unsure" {
	{
		printf '%s\n' 三、收到和处理政府信息公开申请情况 \
			'  一、本年新收政府信息公开申请数量                                1        2        3        4        5        6       21' \
			'  二、上年结转政府信息公开申请数量                                1        0        2        0        3        0        6' \
			'  （一）予以公开                                                 11       12       13       14       15       16' \
			'  （七）总计                                  31                1314       0       127     1318     1070     3860'
	} | report | found >cells
	grep -q 'requests/granted/.*=:unsure' cells
	! grep -oE 'requests/granted/[a-z]+=[0-9]+' cells
}

@test "numbers at the head of a page are no heads of columns" {
	{
		printf '%s\n' '    三、收到和处理政府信息公开申请情况' \
			'                                                                              申请人情况' \
			'（本列数据的勾稽关系为：第一项加第二项之和，等                              法人或其他组织' \
			'            于第三项加第四项之和）                   自然人                                                  总计' \
			'                                                              商业企    科研机   社会公   法律服' \
			'                                                                                                    其他' \
			'                                                                 业       构     益组织   务机构' \
			'       一、本年新收政府信息公开申请数量                 0        0        0         0        0        0' \
			'       二、上年结转政府信息公开申请数量                 0        0        0         0        0        0' \
			'                        （一）予以公开                  0        0        0         0        0        0'
		printf '%41s\n\f' 1
		printf '%s\n' '                             3.危及“三安全一稳' \
			'                                                        0        0        0         0        0        0' \
			'                                     定”' \
			'                            4.保护第三方合法权益        0        0        0         0        0        0' \
			'                            5.属于三类内部事务信'
	} | report | found | tr ' ' '\n' >cells
	grep -q 'requests/denied.third_party/natural=0' cells
	! grep -E 'total=[0-9]' cells
}

@test "the rest of a label below the heads is none of them" {
	{
		printf '%s\n' '    三、收到和处理政府信息公开申请情况' \
			'            于第三项加第四项之和）                   自然人                                                  总计' \
			'                                                              商业企    科研机   社会公   法律服' \
			'                                                                                                    其他' \
			'                                                                 业       构     益组织   务机构' \
			'                             3.危及“三安全一稳' \
			'                                                        0        0        0         0        0        0' \
			'                                     定”' \
			'                            4.保护第三方合法权益        0        0        0         0        0        0' \
			'                            5.属于三类内部事务信'
	} | report | found | tr ' ' '\n' >cells
	grep -q 'requests/denied.third_party/natural=0' cells
	! grep -E 'total=[0-9]' cells
}

@test "the rest of a label above another label is not that label's row" {
	{
		printf '%s\n' '三、收到和处理政府信息公开申请情况' \
			'                                                                              申请人情况' \
			'            于第三项加第四项之和）                   自然人                                                  总计' \
			'                                                                                                    其他' \
			'                                                                 业       构     益组织   务机构' \
			'                 公开                                   0        0        0         0        0        0' \
			'                                    复申请' \
			'                            ５．要求行政机关确认' \
			'                                                        0        0        0         0        0        0'
	} | report | found | tr ' ' '\n' >cells
	! grep -E 'repeat/[a-z]+=[0-9]' cells
}

@test "one table whose repeated lines an extractor dropped, the others whole" {
	{
		active "$head3" '规章 | 0 | 0 | 0 |'
		printf '%s\n' 三、收到和处理政府信息公开申请情况 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计 \
			一、本年新收政府信息公开申请数量 3271 1057 11303 42588 2354 103786 164359 \
			二、上年结转政府信息公开申请数量 16 22 9 4 40 95 3 三、本年度办理结果 \
			（一）予以公开 5 0 6 269 280 2.重复申请 11 87
	} | report | found >cells
	grep -q 'requests/carried_in/natural=:unsure' cells
	! grep -oE 'requests/[a-z_.]+/[a-z]+=[0-9]+' cells
}

@test "a text in the first cell of a row is a cell, not a label" {
	labels='自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |'
	same "$(requests "$labels" '一、本年新收政府信息公开申请数量 |' '（七）总计 | 待核实 | 14 | 6 | 17 | 13 | 3 | 53 |' | report | found)" \
		"requests/handled/natural=:text requests/handled/business=14 requests/handled/research=6 requests/handled/charity=17 requests/handled/legal=13 requests/handled/other=3 requests/handled/total=53"
}

@test "a page's number below a short row is none of its cells" {
	same "$(active "$head3" '规章 | 1 | 2 |' 5 | report | found)" \
		"active/regulations/issued=:unsure active/regulations/repealed=:unsure"
}

@test "a mark on a label is no number" {
	same "$(active '信息内容 | 本年处理决定数量 |' '行政强制注1 |' '| 552 |' | report | found | grep -cE '=1\b')" 0
}

@test "a mark on a label that is misspelt is no number" {
	for mark in 注1 减5; do
		same "$(active '信息内容' '|' '本年收费金额（万元）' '|' '||' "行政事事性收费$mark" '|' 15.279 '|' '||' |
			report | found | grep -cE 'fees/amount=[0-9]')" 0
	done
}

@test "a word at the end of a label that changes the next cell's number" {
	for word in 减 减少 增加 约 近 超 超过; do
		active '信息内容 | 本年处理决定数量 |' "行政许可$word | 3 |" '行政处罚 | 4 |' | report | found >cells
		same "$word: $(grep -oE '[a-z]+/[a-z]+=[0-9]+' cells)" "$word: penalties/decisions=4"
	done
	# Behind a number in the same cell, too.
	for word in 减 增加 约; do
		printf '%s\n' 二、主动公开政府信息情况 第二十条第（五）项 '信息内容 上一年项目数量 本年增/减 处理决定数量' \
			"行政许可 5件 $word 362 4" '其他对外管理服务事项 0 0 0' 第二十条第（六）项 '行政处罚 6件 0 7' | report 2019 | found >cells
		same "$word: $(grep -cE 'licensing/change=[0-9]' cells)" "$word: 0"
	done
}

@test "eight labels in one cell, fifty-six values" {
	labels='1.属于国家秘密 2.其他法律行政法规禁止公开 3.危及“三安全一稳定” 4.保护第三方合法权益 5.属于三类内部事务信息 6.属于四类过程性信息 7.属于行政执法案卷 8.属于行政查询事项'
	values=
	for row in 1 2 3 4 5 6 7 8; do values+=" | $row | 0 | 0 | 0 | 0 | 0 | $row"; done
	requests '自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |' \
		"一、本年新收政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |" \
		"（三）不予公开 | $labels$values |" | report | found >cells
	same "$(tr ' ' '\n' <cells | grep -c 'denied.*=[0-9]')" 56
	grep -q 'denied.secret/total=1 .*denied.enquiry/total=8' cells
}

@test "numbers as people write them" {
	while IFS='=' read -r written value; do
		same "$(active "$head3" "规章 | $written | 0 | 0 |" | report | found | cut -d ' ' -f 1)" \
			"active/regulations/issued=$value"
	done <<-'EOF'
		１２=12
		　 3 =3
		1,113=1113
		1，113=1113
		1,13=:text
		3件=3
		三件=3
		十二=12
		一百零五条=105
		+5=5
		＋５=5
		0.00=0
		12.50=12.5
		? 0=0
		-4=-4
		－4=-4
		1.2万=12000
		007=:text
		约5=:text
		5余=:text
		5%=:text
		3①=:text
		—=:na
		不适用=:na
		无=:na
		／=:na
		99999999999999999999=:text
	EOF
}

@test "a change is written in many ways, form 2019" {
	while IFS='=' read -r written value; do
		same "$(printf '%s\n' '二、主动公开政府信息情况' '第二十条第（五）项 |' \
			'信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |' "行政许可 | 7 | $written | 2 |" |
			report 2019 | found | cut -d ' ' -f 2)" "active/licensing/change=$value"
	done <<-'EOF'
		增5=5
		减3=-3
		减少3=-3
		+19=19
		-24=-24
		－２４=-24
		0=0
	EOF
}

@test "glued digits are certain only where each cell must be one digit" {
	same "$(printf '%s\n' '二、主动公开政府信息情况' '信息内容本年制发件数本年废止件数现行有效件数' '规章130' \
		'行政规范性文件1412' | report | found)" \
		"active/regulations/issued=1 active/regulations/repealed=3 active/regulations/in_force=0 active/normative/issued=:unsure active/normative/repealed=:unsure active/normative/in_force=:unsure"
}

@test "lines that were dropped as seen before leave nothing certain" {
	printf '%s\n' '二、主动公开政府信息情况' '第二十条第（一）项' '信息内容' '本年制发件数' '本年废止件数' \
		'现行有效件数' '规章' '0' '行政规范性文件' '第二十条第（五）项' '本年处理决定数量' '行政许可' '行政处罚' '7' |
		report | found >cells
	grep -q 'active/penalties/decisions=:unsure' cells
	! grep -E '=-?[0-9]' cells
}

@test "headings without tables are absent tables" {
	printf '%s\n' '二、主动公开政府信息情况' '三、收到和处理政府信息公开申请情况' \
		'四、政府信息公开行政复议、行政诉讼情况' | report >r
	same "$(found <r)" ""
	gir-segment r | gir-tables >cells
	same "$(cut -f7 cells | grep -cE 'active|requests|review')" 200
	gir-check -o found cells >/dev/null
	same "$(sed 1d found | cut -f5,7 | sort | uniq -c | awk '{ print $1, $2, $3 }')" \
		$'1 table active\n1 table requests\n1 table review'
}

@test "a notice is no report, a report cut behind its first heading is one" {
	printf '%s\n' '关于编制2023年政府信息公开工作年度报告的通知' '各单位：' '一、总体要求' '请按时报送。' >notice
	printf '%s\n' '镇海区统计局2023年政府信息公开工作年度报告' '一、总体情况' '全年' >cut
	gir-segment notice cut | gir-tables >cells
	same "$(sed 1d cells | cut -f1,6 | sort -u)" $'cut\t2021\nnotice\t'
	gir-check -o found cells >/dev/null
	same "$(awk -F '\t' '$1 == "notice" { print $5 }' found)" unreadable
}

# What stands behind glued digits, and what the cell is then: as a count, as an amount.
tails='亿 :text 50000
千元 :text :text
百万 :text :text
千 :text :text
余 :text :text
多 :text :text
% :text :text
％ :text :text
① :text :text
* :text :text
以上 :text :text
（其中3） :text :text
（注） :text :text
万余 :text :text
个多 :text :text
万 50000 5
万元 :text 5
元 :text 0.0005
件 5 :text
； 5 5
： 5 5'

@test "digits glued to a label go on through what stands behind them" {
	while read -r tail count amount; do
		for cell in "5$tail" "5 $tail"; do
			for end in '' '\n'; do
				printf '%s\n' 二、主动公开政府信息情况 >table
				printf "%s$end" 第二十条第（六）项 信息内容 本年处理决定数量 "行政许可$cell" 行政处罚6 "行政强制$cell" \
					'信息内容本年收费金额（单位：万元）' "行政事业性收费$cell" >>table
				echo >>table
				same "$cell: $(report <table | found)" \
					"$cell: active/licensing/decisions=$count active/penalties/decisions=6 active/coercion/decisions=$count active/fees/amount=$amount"
			done
		done
	done <<<"$tails"
}

@test "digits glued to a label go on, form 2019, between numbers apart" {
	while read -r tail count amount; do
		for cell in "5$tail" "5 $tail"; do
			[[ $cell == *其中* ]] && continue # its digit is a number of its own there
			same "$cell: $(printf '%s\n' 二、主动公开政府信息情况 \
				"信息内容上一年项目数量本年增/减处理决定数量行政许可 1 $cell 0 行政处罚 2 0 $cell 信息内容采购项目数量采购总金额（万元）政府集中采购 3 $cell" |
				report 2019 | found)" \
				"$cell: active/licensing/prior_items=1 active/licensing/change=$count active/licensing/decisions=0 active/penalties/prior_items=2 active/penalties/change=0 active/penalties/decisions=$count active/procurement/items=3 active/procurement/amount=$amount"
		done
	done <<<"$tails"
}

@test "several numbers behind one label, or something before its number: none is certain" {
	for cell in 5~6 5至6 5-8 5/6 5+3 5=3 5×2 '5、6' '5；6' '5：6' '5（注）3' '5 其中：3' 5减3 '7.？9' '5 万9' '>5' ≥5 ≈5 .5 =5 超5 约5 \
		5月6日 2023.5.6 1,23 5,6 05; do
		printf '%s\n' 二、主动公开政府信息情况 "信息内容本年处理决定数量行政许可${cell}行政处罚6行政强制$cell" \
			"信息内容本年收费金额（单位：万元）行政事业性收费$cell" | report | found >cells
		same "$cell: $(grep -oE '[a-z]+/[a-z]+=[0-9.-]+' cells | paste -sd ' ')" "$cell: penalties/decisions=6"
	done
}

@test "the number of the next label is told from a number's last digit" {
	same "$(printf '%s\n' 二、主动公开政府信息情况 '信息内容本年处理决定数量行政许可15、行政处罚20、行政强制15.' |
		report | found | grep -oE '=[0-9]+')" ""
	zeros='自然人商业企业科研机构社会公益组织法律服务机构其他总计一、本年新收政府信息公开申请数量1000001二、上年结转政府信息公开申请数量0000000'
	requests "$zeros（一）予以公开1000001（三）不予公开1.属于国家秘密00000002、其他法律行政法规禁止公开00000003．危及“三安全一稳定”0000000" |
		report | found | tr ' ' '\n' >cells
	same "$(grep -cE '=[01]$' cells)" 42
}

@test "a number with its own sign or marks is read whole, glued too" {
	while read -r cell value; do
		for label in 行政事业性收费 行政事事性收费; do # a label misspelt
			same "$label$cell: $(active '信息内容本年收费金额（单位：万元）' "$label$cell" | report | found)" \
				"$label$cell: active/fees/amount=$value"
		done
	done <<-'EOF'
		-5 :unsure
		—5 :unsure
		+5 5
		１５ 15
		1,234 1234
		1，234 1234
		1.5 1.5
		12.50万元 12.5
		5亿 50000
		5千 :text
		5余 :text
		：5 5
		?5 5
	EOF
	for cell in '>5' ≥5 =5 .5 超5 约5; do
		active '信息内容本年收费金额（单位：万元）' "行政事事性收费$cell" | report | found >cells
		same "$cell: $(grep -oE '=[0-9.-]+' cells)" "$cell: "
	done
}

@test "a word before one of several numbers, or behind a label at a cell's end, makes them doubtful" {
	for row in '3 0 左右5' '3；0；共5' '3 0 <5' '3 0 逾5' '3 0 5%6' '3 0 余件5' 1余3 '1（注）3 0'; do
		printf '%s\n' 二、主动公开政府信息情况 "信息内容本年制发件数本年废止件数现行有效件数规章${row}行政规范性文件 1 2 3" |
			report | found >cells
		same "$row: $(grep -oE '[a-z]+/[a-z_]+=[0-9.-]+' cells | sed -n '/in_force=[56]/p;/normative/p' | paste -sd ' ')" \
			"$row: normative/issued=1 normative/repealed=2 normative/in_force=3"
	done
	for end in 亿 共 超十 ≥ ~ — 千元; do
		active '信息内容 | 本年处理决定数量 |' "行政处罚4行政许可$end | 5 |" | report | found >cells
		same "$end: $(grep -oE 'licensing/decisions=[0-9]+' cells)" "$end: "
	done
}

@test "columns out of order under the heading of another section" {
	wrong_section() {
		printf '%s\n' 四、政府信息公开行政复议、行政诉讼情况 "$@"
	}
	row='一、本年新收政府信息公开申请数量'
	same "$(wrong_section '| 总计 | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |' \
		"$row | 9 | 1 | 2 | 3 | 0 | 1 | 2 |" '二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |' |
		report | found | grep -cE 'requests/new/[a-z]+=[0-9]')" 0
	same "$(wrong_section 总计 自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 \
		"$row" 9 1 2 3 0 1 2 二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0 |
		report | found | grep -cE 'requests/new/[a-z]+=[0-9]')" 0
	# In their own order they are certain there, too.
	same "$(wrong_section '| 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |' \
		"$row | 1 | 2 | 3 | 0 | 1 | 2 | 9 |" '二、上年结转政府信息公开申请数量 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |' |
		report | found | grep -o 'requests/new/total=[0-9]*')" requests/new/total=9
}
