# gir-segment and gir-tables: options, streams, and input that is not what it should be.

load lib

setup() {
	cd "$BATS_TEST_TMPDIR"
}

# A small report with headings and one table.
report() {
	printf '%s\n' '宁波市镇海区统计局2023年政府信息公开工作年度报告' '一、总体情况' \
		'全年主动公开政府信息12条。' '二、主动公开政府信息情况' \
		'第二十条第（一）项 | | | |' '信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |' \
		'规章 | 0 | 0 | 0 |' '行政规范性文件 | 2 | 1 | 7 |' \
		'三、收到和处理政府信息公开申请情况' '四、政府信息公开行政复议、行政诉讼情况' \
		'五、存在的主要问题及改进情况' '公开的时效有待提高。' '六、其他需要报告的事项' '无。'
}

@test "--help and --version go to standard output, status 0" {
	for p in gir-segment gir-tables; do
		run --separate-stderr "$p" --help
		((status == 0))
		[[ ${lines[0]} == "usage: $p "* && -z $stderr ]]
		run "$p" --version
		((status == 0))
		[[ $output == "$p "[0-9]* ]]
	done
}

@test "a wrong option is trouble, with the usage on standard error" {
	for p in gir-segment gir-tables; do
		run --separate-stderr "$p" --no-such
		((status == 2))
		[[ -z $output && $stderr == *"usage: $p"* ]]
		run "$p" -Q
		((status == 2))
	done
}

@test "one report on standard input is named -" {
	report | gir-segment | cut -f1 | sort -u >names
	same "$(cat names)" $'-\ndoc'
	report | gir-segment - | cut -f1 | sort -u >names
	same "$(cat names)" $'-\ndoc'
}

@test "-C names reports relative to a directory, however it is spelt" {
	mkdir -p a/b
	report >a/b/r
	for dir in a a/ ./a; do
		same "$(gir-segment -C "$dir" a/b/r | sed 1d | cut -f1 | sort -u)" b/r
	done
	same "$(gir-segment -C a ./a/b/r | sed 1d | cut -f1 | sort -u)" b/r
	same "$(gir-segment -C elsewhere a/b/r | sed 1d | cut -f1 | sort -u)" a/b/r
	same "$(gir-segment -C a/b a/b/r | sed 1d | cut -f1 | sort -u)" r
}

@test "-- ends options" {
	report >-x
	same "$(gir-segment -- -x | sed 1d | cut -f1 | sort -u)" -x
}

@test "standard input is read from where it stands, whatever it is" {
	printf '%s\n' 'the part of another program' '镇海区统计局2023年政府信息公开工作年度报告' '一、总体情况' '好。' >whole
	tail -n +2 whole >rest
	{ read -r _; gir-segment; } <whole >got
	gir-segment <rest | diff - got
	cat rest | gir-segment | diff - got
}

@test "lists of names: a line each, or NUL-separated, from a file or standard input" {
	report >'a b'
	report >$'c\nd'
	printf 'a b\n\n' >list
	same "$(gir-segment -f list | sed 1d | cut -f1 | sort -u)" "a b"
	same "$(gir-segment -f - <list | sed 1d | cut -f1 | sort -u)" "a b"
	printf 'a b\0c\nd\0' >list
	same "$(gir-segment -0f list | sed 1d | cut -f1 | sort -u)" $'a b\nc\\nd'
	run gir-segment -f no-such-list
	((status == 2))
}

@test "names of any bytes are escaped in the stream" {
	name=$'t\tn\\b\xff\xe4'
	report >"$name"
	same "$(gir-segment "$name" | sed 1d | cut -f1 | sort -u)" 't\tn\\b\xFF\xE4'
	gir-segment "$name" | gir-tables | gir-check -o found >checked
	same "$(sed 1d checked | cut -f1 | sort -u)" 't\tn\\b\xFF\xE4'
	[[ $(cut -f1 found | sort -u) == *'t\tn\\b\xFF\xE4'* ]]
}

@test "a file that cannot be read: a message, status 2, a finding, the others untouched" {
	report >good
	mkdir dir
	run --separate-stderr gir-segment missing dir good
	((status == 2))
	[[ $stderr == *"gir-segment: missing: cannot read: No such file"* ]]
	[[ $stderr == *"gir-segment: dir: cannot read: Is a directory"* ]]
	gir-tables <<<"$output" | gir-check -o found >checked
	same "$(sed 1d found | cut -f1,5 | sort -u | grep unreadable)" $'dir\tunreadable\nmissing\tunreadable'
	same "$(awk -F '\t' '$1 == "good" && $7 == "active" && $8 == "normative" { print $10 }' checked | paste -sd ' ')" "2 1 7"
}

@test "-k: a report that cannot be read leaves the status 0, trouble of other kinds does not" {
	printf '政府信息公开工作年度报告\n' >a.txt
	run -2 --separate-stderr gir-segment nowhere a.txt
	local want=$output message=$stderr
	run -0 --separate-stderr gir-segment -k nowhere a.txt
	same "$output" "$want"
	same "$stderr" "$message"
	run -2 gir-segment -k -f nowhere a.txt
	run -2 gir-segment --keep-going -m nowhere a.txt
	run -2 bash -c 'gir-segment -k nowhere a.txt >/dev/full'
}

@test "a file without permission to read" {
	((EUID != 0)) || skip "root reads everything"
	report >secret
	chmod 0 secret
	run --separate-stderr gir-segment secret
	((status == 2))
	[[ $stderr == *"secret: cannot read: Permission denied"* && $output == *denied* ]]
}

@test "empty, blank, binary and cut files are findings, never a crash" {
	: >empty
	printf ' \n\t\n' >blank
	head -c 4096 /dev/urandom >binary
	report | head -c 200 >cut
	printf '宁波市镇海区统计局2023年政府信息公开工作年度报告\n\xe4\xb8' >torn
	gir-segment empty blank binary cut torn >blocks
	gir-tables blocks >cells
	gir-check -o found cells >/dev/null
	for f in empty blank binary torn; do
		same "$(awk -F '\t' -v f=$f '$1 == f { print $5 }' found)" unreadable
	done
	same "$(awk -F '\t' '$1 == "torn" && $4 == "meta" && $5 == "undecodable" { print $6 }' blocks)" 2
}

@test "a report cut at any place gives no number that the whole one has not" {
	report >whole
	gir-segment whole | gir-tables | awk -F '\t' '$11 == "num" && $7 != "doc" { print $7, $8, $9, $10 }' | sort >truth
	size=$(stat -c %s whole)
	for ((n = 40; n < size; n += 23)); do
		head -c "$n" whole >cut
		gir-segment cut | gir-tables | awk -F '\t' '$11 == "num" && $7 != "doc" { print $7, $8, $9, $10 }' | sort >some
		# The last cell may itself be cut, so what is there must be the whole one's, or its line is the last.
		comm -13 truth some >extra
		[[ ! -s extra ]] || { echo "cut at $n:"; cat extra; false; }
	done
}

@test "one line of many megabytes" {
	head -c 20000000 /dev/zero | tr '\0' x >long
	run --separate-stderr bash -c 'gir-segment long | gir-tables | gir-check -o found | tail -n 1 | cut -c 1-40'
	((status == 0))
	same "$(sed 1d found | cut -f5)" unreadable
}

@test "streams without the header that is needed are trouble, not a guess" {
	report >r
	gir-segment r >blocks
	run --separate-stderr gir-tables < <(cut -f 1-5 blocks)
	((status == 2))
	[[ $stderr == *'gir-tables: <stdin>:1: the header names no column "text"'* ]]
	run gir-tables /dev/null
	((status == 2))
	run gir-tables < <(sed 1d blocks)
	((status == 2))
	run --separate-stderr gir-tables < <(cat blocks; printf 'short\tline\n')
	((status == 2))
	[[ $stderr == *"2 fields, where the header names 6"* ]]
}

@test "columns in any order, extra ones, and headers repeated" {
	report >r
	gir-segment r >blocks
	gir-tables blocks >straight
	awk -F '\t' -v OFS='\t' '{ print $6, "extra", $5, $4, $3, $2, $1 }' blocks |
		sed '1s/extra/other/' | gir-tables >turned
	cmp straight turned
	gir-segment r >once
	sed 's/^r\t/s\t/' once >again
	cat once again | gir-tables | sed 1d | cut -f1 | uniq >names
	same "$(cat names)" $'r\ns'
}

@test "a NUL byte or a missing last newline in a stream" {
	report >r
	gir-segment r >blocks
	head -c -1 blocks | gir-tables >no-newline
	gir-tables blocks | cmp - no-newline
	sed 's/镇海/镇\x00海/' blocks | gir-tables >nul
	[[ $(wc -l <nul) == $(wc -l <no-newline) ]]
}

@test "a full disk is trouble" {
	[[ -w /dev/full ]] || skip "no /dev/full"
	report >r
	gir-segment r >blocks
	for command in 'gir-segment r' 'gir-tables blocks'; do
		run --separate-stderr bash -c "$command >/dev/full"
		((status == 2))
		[[ $stderr == *"<stdout>: cannot write: No space left on device"* ]]
	done
}

@test "a closed pipe ends the filters quietly" {
	report >r
	run --separate-stderr bash -c 'for i in {1..3000}; do echo r; done | gir-segment -f - | head -n 1'
	same "$output" $'doc\tline\tsect\tkind\tpos\ttext'
	[[ -z $stderr ]]
}

@test "a manifest wins over what is read, in UTF-8 and in GB18030" {
	report >r
	printf 'doc,year,org,region,scope\nr,2022,统计中心,330206,organ\n' >m.csv
	same "$(gir-segment -m m.csv r | gir-tables | sed -n 2p | cut -f2-5)" \
		$'2022\t330206\t统计中心\torgan'
	iconv -f UTF-8 -t GB18030 m.csv >g.csv
	same "$(gir-segment -m g.csv r | gir-tables | sed -n 2p | cut -f2-5)" \
		$'2022\t330206\t统计中心\torgan'
	printf 'doc,year\nr,22\n' >bad.csv
	run --separate-stderr gir-segment -m bad.csv r
	((status == 2))
	[[ $stderr == *"bad.csv:2: year is not four digits"* ]]
	printf 'name,year\nr,2022\n' >none.csv
	run gir-segment -m none.csv r
	((status == 2))
}

@test "a third form needs a data file and nothing else" {
	mkdir forms
	cat >forms/2031.tsv <<-'EOF'
		# A form of our own.
		what	table	name	in	measure	labels
		form		2031	2031-		an invented notice
		block	active	item1	issued,amended		第二十条第（一）项
		column	active	issued		count	本年制发件数
		column	active	amended		count	本年修改件数
		row	active	regulations	item1		规章
	EOF
	printf '%s\n' '镇海区统计局2031年政府信息公开工作年度报告' '一、总体情况' '好。' '二、主动公开政府信息情况' \
		'第二十条第（一）项 | | |' '信息内容 | 本年制发件数 | 本年修改件数 |' '规章 | 3 | 14 |' \
		'三、收到和处理政府信息公开申请情况' >r
	same "$(gir-segment r | gir-tables --forms=forms | awk -F '\t' '$7 == "active" { print $6, $8, $9, $10, $11 }')" \
		$'2031 regulations issued 3 num\n2031 regulations amended 14 num'
	run gir-tables --forms=no-such-directory </dev/null
	((status == 2))
}
