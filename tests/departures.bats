# Departures from the form that real reports show (doc/departures.md), each in a report of its own: what
# comes out of the pipe for it.

load lib

setup() {
	cd "$BATS_TEST_TMPDIR" || exit 1
}

# A whole report on 2023, form 2021, as rows between bars. Numbers differ from cell to cell where it
# matters: row NAME's columns add up.
whole() {
	cat <<'END'
宁波市镇海区教育局2023年政府信息公开工作年度报告

本报告统计期限自2023年1月1日起至12月31日止。

一、总体情况

全年工作平稳。

二、主动公开政府信息情况

第二十条第（一）项 | | | |
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
规章 | 0 | 0 | 0 |
行政规范性文件 | 2 | 1 | 14 |
第二十条第（五）项 | | | |
信息内容 | 本年处理决定数量 | | |
行政许可 | 345 | | |
第二十条第（六）项 | | | |
信息内容 | 本年处理决定数量 | | |
行政处罚 | 12 | | |
行政强制 | 3 | | |
第二十条第（八）项 | | | |
信息内容 | 本年收费金额（单位：万元） | | |
行政事业性收费 | 1.5 | | |

三、收到和处理政府信息公开申请情况

（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | 申请人情况 | | | | | | |
 | 自然人 | 法人或其他组织 | | | | | 总计 |
 | | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |
一、本年新收政府信息公开申请数量 | 6 | 2 | 0 | 0 | 1 | 0 | 9 |
二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
三、本年度办理结果 | （一）予以公开 | 5 | 2 | 0 | 0 | 1 | 0 | 8 |
 | （二）部分公开（区分处理的，只计这一情形，不计其他情形） | 1 | 0 | 0 | 0 | 0 | 0 | 1 |
 | （三）不予公开 | 1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
 | | 2.其他法律行政法规禁止公开 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
 | | 3.危及“三安全一稳定” | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
 | | 4.保护第三方合法权益 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
 | | 5.属于三类内部事务信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
 | | 6.属于四类过程性信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
 | | 7.属于行政执法案卷 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
 | | 8.属于行政查询事项 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
 | （四）无法提供 | 1.本机关不掌握相关政府信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
 | | 2.没有现成信息需要另行制作 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
 | | 3.补正后申请内容仍不明确 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
 | （五）不予处理 | 1.信访举报投诉类申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
 | | 2.重复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
 | | 3.要求提供公开出版物 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
 | | 4.无正当理由大量反复申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
 | | 5.要求行政机关确认或重新出具已获取信息 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
 | （六）其他处理 | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
 | | 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
 | | 3.其他 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |
 | （七）总计 | 6 | 2 | 0 | 0 | 1 | 0 | 9 |
四、结转下年度继续办理 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |

四、政府信息公开行政复议、行政诉讼情况

行政复议 | | | | | 行政诉讼 | | | | | | | | | |
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | | | | | 复议后起诉 | | | | |
 | | | | | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |
1 | 0 | 0 | 1 | 2 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |

五、存在的主要问题及改进情况

公开的深度不够，下一步加强培训。

六、其他需要报告的事项

本年度收取信息处理费1.5万元。
END
}

# Runs the report on standard input through the pipe; FILE is what it is called.
run_pipe() {
	local file=${1:-report.txt}
	cat >"$file"
	gir-segment "$file" | gir-tables | gir-check -o found >checked
}

# What became of cells: `cell requests/new/total` prints value and state.
cell() {
	local name
	for name; do
		awk -F '\t' -v name="$name" '$7 "/" $8 "/" $9 == name { print ($10 == "" ? "-" : $10), $11 }' checked
	done
}

# Rules with findings, each once.
rules() {
	tail -n +2 found | cut -f 5 | sort -u | xargs
}

# A fact of the report: year, region, org, form ...
fact() {
	awk -F '\t' -v name="$1" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) at = i; next }
		NR == 2 { print $at }' checked
}

@test "the report that the others depart from is right" {
	whole | run_pipe
	same "$(rules)" ''
	same "$(cut -f 7,11 checked | grep -cE '^(active|requests|review).num')" 200
}

@test "values: spaces of every kind, a damaged one before the number" {
	whole | sed 's/^规章 | 0 | 0 | 0 |/规章 | 　　0 |  0  | ? 0 |/' | run_pipe
	same "$(cell active/regulations/{issued,repealed,in_force} | sort -u)" '0 num'
}

@test "values: full width, thousands separators, units, Chinese numerals" {
	whole | sed 's/345/１，３４５/; s/ 12 / 十二件 /; s/ 3 | | |/ 3项 | | |/' | run_pipe
	same "$(cell active/{licensing,penalties,coercion}/decisions | xargs)" '1345 num 12 num 3 num'
}

@test "values: an amount in 元 is converted, exactly" {
	whole | sed 's/| 1.5 |/| 251005元 |/' | run_pipe
	same "$(cell active/fees/amount)" '25.1005 num'
}

@test "values: a blank cell is no zero" {
	whole | sed 's/^二、上年结转.*/二、上年结转政府信息公开申请数量 | 1 | | | | | | 1 |/' | run_pipe
	same "$(cell requests/carried_in/{natural,business,other,total} | xargs)" '1 num - blank - blank 1 num'
	same "$(rules)" 'blank'
}

@test "values: marks for not applicable, and words where a number belongs" {
	whole | sed 's/^规章 .*/规章 | \/ | 无 | 本局不制定规章 |/' | run_pipe
	same "$(cell active/regulations/{issued,repealed,in_force} | xargs)" '- na - na - text'
	same "$(rules)" 'na text'
}

@test "labels: misspelt, shortened, with spaces" {
	whole | sed 's/本年废止件数/本年度止件数/; s/行政规范性文件/规范性文件/; s/社会公益组织/社会组织/
		s/三类内部事务/三类内容事务/; s/二、上年结转/二、上年转结/; s/四、结转下年度/四、转结下年度/
		s/^规章/规 章/; s/商业企业/商业 企业/' | run_pipe
	same "$(rules)" ''
	same "$(cell active/normative/repealed requests/carried_in/natural requests/carried_out/total | xargs)" \
		'1 num 1 num 1 num'
}

@test "labels: traditional characters, brackets of the other width" {
	whole | sed 's/行政许可/行政許可/; s/总计/總計/g; s/结果维持/結果維持/g
		s/（/(/g; s/）/)/g; s/自然人/自 然 人/' | run_pipe
	same "$(rules)" ''
}

@test "labels: a row in six numbers for seven columns is settled nowhere" {
	whole | sed 's/^一、本年新收.*/一、本年新收政府信息公开申请数量\n6\n2\n0\n0\n1\n9/' | run_pipe
	! cell requests/new/{natural,business,research,charity,legal,other,total} | grep -q num
}

@test "tables: gone, with the headings left: absent, a finding a table, no zero" {
	whole | sed '/|/d' | run_pipe
	same "$(rules)" 'table'
	same "$(cut -f 7,11 checked | grep -cE '^(active|requests|review).absent')" 200
	same "$(fact form)" 2021
}

@test "tables: glued digits are certain only where each cell must be one" {
	whole | sed -E 's/^规章 .*/规章000/; s/^行政规范性文件 .*/行政规范性文件21114/' | run_pipe
	! cell active/normative/{issued,repealed,in_force} | grep -q num
}

@test "tables: rows with bars for merged cells at their ends, or with none" {
	whole | sed -E 's/^(行政许可 \| 345) .*/\1 | ||/; s/^(行政处罚 \| 12) .*/\1 |/' | run_pipe
	same "$(rules)" ''
	same "$(cell active/{licensing,penalties}/decisions | xargs)" '345 num 12 num'
}

@test "headings: another word, a dash for the number, a space, a level of Markdown" {
	whole | sed 's/^一、总体情况/—、 概述/; s/^三、收到/## 三、收到/; s/^四、政府信息公开行政复议、行政诉讼情况/四、政府信息公开行政复议/
		s/^五、存在的主要问题及改进情况/五、存在问题和改进措施/' | run_pipe
	same "$(rules)" ''
}

@test "headings: inside a line, behind the sentence before" {
	whole | awk '/^一、/ { printf "%s", held; held = "" } { if (/统计期限/) { held = $0; next } print }' |
		sed '/^$/d' | run_pipe
	same "$(rules)" ''
	same "$(cell doc/section/1)" '2 num'
}

@test "headings: a section that is not there is a finding" {
	whole | sed '/^六、/,$d' | run_pipe
	same "$(tail -n +2 found | cut -f 5,8)" "section${TAB}6"
}

@test "form: that of 2019 in a report on 2023 is read as what it is" {
	whole | sed 's/本年制发件数/本年新制作数量/; s/本年废止件数/本年新公开数量/; s/现行有效件数/对外公开总数量/
		s/^行政规范性文件/规范性文件/
		s/信息内容 | 本年处理决定数量 | | |/信息内容 | 上一年项目数量 | 本年增\/减 | 处理决定数量 |/
		s/^行政许可 .*/行政许可 | 21 | 减3 | 345 |\n其他对外管理服务事项 | 4 | +1 | 40 |/
		s/^行政处罚 .*/行政处罚 | 7 | -2 | 12 |/; s/^行政强制 .*/行政强制 | 1 | 0 | 3 |/
		s/^信息内容 | 本年收费金额.*/信息内容 | 上一年项目数量 | 本年增\/减 |/
		s/^行政事业性收费 .*/行政事业性收费 | 1 | 0 |\n第二十条第（九）项 | | |\n信息内容 | 采购项目数量 | 采购总金额 |\n政府集中采购 | 9项 | 403万 |/' |
		awk '/^三、收到/ { requests = 1 } /^四、政府/ { requests = 0 }
			requests && /（六）其他处理/ { print " | （六）其他处理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |"; next }
			requests && /\| (2.申请人逾期未按|3.其他 )/ { next } { print }' | run_pipe
	same "$(fact form)" 2019
	[[ $(rules) == *form-year* ]]
	same "$(cell active/licensing/{prior_items,change,decisions} active/procurement/{items,amount} | xargs)" \
		'21 num -3 num 345 num 9 num 403 num'
}

@test "form: a cited document number tells nothing" {
	whole | sed 's/^全年工作平稳。/按照国办公开办函〔2019〕60号的格式编制。/' | run_pipe
	same "$(fact form)" 2021
	same "$(rules)" ''
}

@test "years: digits lost from the statistics period, no year in the title" {
	whole | sed '1s/2023年//; s/自2023年1月1日起至12月31日止/自202311日起至20231231日止/' | run_pipe
	same "$(fact year)" 2023
}

@test "years: title and statistics period contradict each other" {
	whole | sed 's/自2023年1月1日/自2022年1月1日/' | run_pipe
	same "$(rules)" 'year'
}

@test "page: furniture around the report is no part of it" {
	{
		printf '当前位置：首页 > 政府信息公开年报\n索引号：0123  发文字号：无\n字体：大 中 小  打印  关闭\n\n'
		whole
		printf '\n责任编辑：某某\n扫一扫在手机打开当前页\n'
	} | run_pipe
	same "$(rules)" ''
	same "$(fact org)" '教育局'
}

@test "page: wrapped into a table, the text in one line" {
	whole | awk '
		/^二、/ { table = 1; printf "%s\n", text }
		!table { text = text (NR == 1 ? $0 " | ||||||||||||\n" : $0 == "" ? "" : $0 " "); next }
		{ print }' | run_pipe
	same "$(rules)" ''
}

@test "copies: the second report of an organ and year is told" {
	whole >a.txt
	cp a.txt b.txt
	gir-segment a.txt b.txt | gir-tables | gir-check -o found >checked
	same "$(rules)" 'duplicate'
}
