# reports: small reports for the tests of the pipeline.

# A short report into FILE: $2 organ, $3 year, $4 requests.
report() {
	mkdir -p -- "$(dirname -- "$1")"
	printf '%s\n' "宁波市鄞州区${2:-统计局}${3:-2023}年政府信息公开工作年度报告" '' '一、总体情况' \
		"本年收到政府信息公开申请${4:-3}件。" '二、主动公开政府信息情况' '三、收到和处理政府信息公开申请情况' \
		'四、政府信息公开行政复议、行政诉讼情况' '五、存在的主要问题及改进情况' '公开内容还不够丰富。' \
		'六、其他需要报告的事项' '无。' >"$1"
}

# $1 reports in folders.
many_reports() {
	local i
	for ((i = 1; i <= $1; i++)); do
		report "$GIR_CORPUS/$((i % 7))/r$i.txt" "第${i}办公室" $((2021 + i % 3)) "$i"
	done
}
