# What the fuzz targets have found (make fuzz), as users would see it.

load lib

setup() {
	cd "$BATS_TEST_TMPDIR" || exit
}

@test "fuzz: what stands behind a box of one line with all sections is the page's" {
	gir-segment --formats | grep -q "^html${TAB}yes" || skip 'built without libxml2'
	{
		printf '<body><div>甲县乙局2023年政府信息公开工作年度报告 一、总体情况 好。二、主动公开政府信息情况 '
		printf '三、收到和处理政府信息公开申请情况 四、政府信息公开行政复议、行政诉讼情况 '
		printf '五、存在的主要问题及改进情况 公开不够。六、其他需要报告的事项 无。</div><p>相邻的另一篇文章</p>'
	} >page.html
	gir-segment page.html >blocks
	grep -q "para$TAB${TAB}无。$" blocks
	grep -q "other$TAB${TAB}相邻的另一篇文章$" blocks
}
