# Streams that no filter writes: broken, enormous, or made to do harm. Each gives a message with file,
# line and reason and status 2, or a defined result; no line is lost without a word.

load lib
load cells

setup() {
	cd "$BATS_TEST_TMPDIR" || exit
	cells 2021 requests/new/total=3 >cells
	printf '%s\n' "doc${TAB}line${TAB}sect${TAB}kind${TAB}pos${TAB}text" "a${TAB}${TAB}0${TAB}meta${TAB}format${TAB}text" \
		"a${TAB}1${TAB}1${TAB}head${TAB}${TAB}一、总体情况" "a${TAB}2${TAB}1${TAB}para${TAB}${TAB}无。" >blocks
	[[ ${ASAN_OPTIONS-} ]] || ulimit -v 1000000 # sanitizers map terabytes
}

# refused STDERR COMMAND...: status 2 and just that message.
refused() {
	local message=$1
	shift
	run -2 --separate-stderr "$@"
	same "$stderr" "$message"
}

# The cells with column $1 (a number) of line $2 set to $3.
with() {
	awk -F'\t' -v OFS='\t' -v c="$1" -v n="$2" 'BEGIN { v = ARGV[2]; ARGV[2] = "" }
		NR == n { $c = v } { print }' cells "$3"
}

@test "line ends of another system are told, not taken for text" {
	gir-check cells >checked
	gir-agg cells >sums
	local file filter
	while read -r file filter; do
		sed 's/$/\r/' "$file" >crlf
		refused "$filter: crlf:1: the line ends with CR LF, where LF is wanted" "$filter" crlf
		{ cat "$file"; tail -n +2 crlf | head -n 1; } >mixed
		refused "$filter: mixed:$(wc -l <mixed): the line ends with CR LF, where LF is wanted" "$filter" mixed
	done <<'END'
blocks gir-tables
cells gir-check
cells gir-agg
checked gir-check
checked gir-agg
sums gir-agg
END
	# A carriage return in the run of lines that gir-check takes at once.
	sed '100s/$/\r/' cells >mixed
	refused 'gir-check: mixed:100: the line ends with CR LF, where LF is wanted' gir-check mixed
}

@test "a column twice: nobody can tell which is meant" {
	local name filter file
	gir-check cells >checked
	gir-agg --reconcile cells | gir-agg --reconcile >sums
	while read -r filter file name; do
		awk -F'\t' -v OFS='\t' -v name="$name" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) at = i }
			{ print $0, $at }' "$file" >twice
		refused "$filter: twice:1: the header names column \"$name\" twice" "$filter" twice
	done <<'END'
gir-tables blocks text
gir-check cells value
gir-check checked verdict
gir-agg cells state
gir-agg checked verdict
gir-agg cells year
gir-agg sums sum
END
	# One that is not asked for may be there as often as it likes.
	sed 's/$/\tnote\tnote/' cells >noted
	gir-agg noted | cmp - <(gir-agg cells)
	gir-check noted >out
}

@test "blocks of no kind, numbers that are none" {
	local line text
	while IFS='|' read -r line text; do
		{ cat blocks; printf "a\t$line\tx\n"; } >bad
		refused "gir-tables: bad:5: $text" gir-tables bad
		gir-tables blocks | cmp - <(echo "$output")
	done <<'END'
3\t1\tpara2\t|"para2" is no kind of block
3\t1\t\t|"" is no kind of block
x3\t1\tpara\t|"x3" is no number of a line
-3\t1\tpara\t|"-3" is no number of a line
99999999999999999999\t1\tpara\t|"99999999999999999999" is no number of a line
3\t8\tpara\t|"8" is no section
3\t11\tpara\t|"11" is no section
3\t\tpara\t|"" is no section
END
	# The header of another stream amid the lines.
	{ cat blocks; sed 's/\ttext$/\ttext\tnote/;s/$/\t/' blocks | cut -f 1-5,7; } >mixed
	run -2 --separate-stderr gir-tables mixed
	[[ $stderr == 'gir-tables: mixed:5: "kind" is no kind of block' ]]
}

@test "gir-tables: a paragraph thousands of millions of lines further on" {
	sed 's/^a\t1\t1\thead.*/a\t1\t5\thead\t\t五、存在的主要问题及改进情况/; s/^a\t2\t1\t/a\t2\t5\t/' blocks >far
	printf 'a\t9999999999\t5\tpara\t\t远。\n' >>far
	run -0 gir-tables far
	same "$(awk -F '\t' '$8 == "section" && $9 == 5 { print $12 }' <<<"$output")" '五、存在的主要问题及改进情况\n无。'
}

@test "gir-agg: tables and forms that there are not" {
	with 7 60 foreign >bad
	refused 'gir-agg: bad:60: no table is called "foreign"' gir-agg bad
	sed 's/\t2021\t/\t2035\t/' cells >bad
	run -2 --separate-stderr gir-agg bad
	same "$stderr" 'gir-agg: bad:2: no form is called "2035"'
	same "$(cut -f 7 <<<"$output" | sort -u | grep -c '^denied$')" 0
	same "$(awk -F'\t' '$1 == "nation" && $6 == "new" && $7 == "total" { print $10 }' <<<"$output")" 3
}

@test "numbers: enormous, signed, of other notations" {
	local n value
	n=$(grep -n 'new'"$TAB"'total' cells | cut -d : -f 1)
	for value in +1 1e5 . - --1 -. 1. .5 0x1 '１' ' 1' '1 ' "$(printf '%010000d' 1)" \
		"$(printf '1%.0s' {1..10000})"; do
		with 10 "$n" "$value" >bad
		run -2 --separate-stderr gir-agg bad
		[[ $stderr == "gir-agg: bad:$n: \""*'" in state num is no number of up to 18 digits' ]]
		run -2 --separate-stderr gir-check bad
		[[ $stderr == "gir-check: bad:$n: state \"num\" with value \""*'" is not understood' ]]
	done
	for value in -0:0 007:7 -5:-5 1.50:1.5 0.0:0; do
		with 10 "$n" "${value%:*}" >odd
		same "$value $(gir-agg -l nation odd | awk -F'\t' '$6 == "new" && $7 == "total" { print $10 }')" \
			"$value ${value#*:}"
		gir-check odd >out
	done
}

@test "sums that are too large are told, and nothing is written" {
	local i n
	for i in 1 2; do
		cells 2021 doc="$i" requests/new/total=999999999999999999
	done >large
	n=$(grep -n 999999999999999999 large | tail -n 1 | cut -d : -f 1)
	refused "gir-agg: large:$n: the sum of requests/new/total passes 18 digits" gir-agg large
	same "$output" ''
	for i in 1 2; do cells 2021 doc="$i" requests/new/total=999999999999999999 | gir-agg >"sums$i"; done
	run -2 --separate-stderr gir-agg sums1 sums2
	[[ $stderr == *'passes 18 digits' ]]
	same "$output" ''
	# Counts of more reports than there can be.
	awk -F'\t' -v OFS='\t' 'NR > 1 { $8 = "4294967295"; $15 = "429496729" (5 - $9) } { print }' sums1 >many
	run -2 --separate-stderr gir-agg many many
	[[ $stderr == *'passes 18 digits' ]]
}

@test "own output that contradicts itself" {
	gir-check cells | gir-agg -l county >sums
	local edit text
	while IFS='|' read -r edit text; do
		awk -F'\t' -v OFS='\t' 'NR == 2 { '"$edit"' } { print }' sums >bad
		refused "gir-agg: bad:2: $text" gir-agg bad
	done <<'END'
$12 = ""|sum, min and max stand there where cells are, and only there
$13 = ""|sum, min and max stand there where cells are, and only there
$10 = ""|sum, min and max stand there where cells are, and only there
$11 = ""|a clean sum stands there where cells without flags are, and only there
$14 = ""|a clean sum stands there where cells without flags are, and only there
$15 = "x"|a count is no number
$9 = 2|the counts do not add up: reports are cells and missing
$8 = -1|a count is no number
$1 = "town"|the level is none of county, prefecture, province, nation
END
}

@test "a million columns, a line of 100 MB" {
	awk 'BEGIN { for (i = 1; i <= 1000000; i++) printf "\tc%d", i; print "" }' >names
	awk 'BEGIN { for (i = 1; i <= 1000000; i++) printf "\t"; print "" }' >blank
	{ paste -d '' <(head -n 1 cells) names; paste -d '' <(sed -n 2p cells) blank; sed -n 3p cells; } >wide
	run -2 --separate-stderr gir-agg wide
	same "$stderr" 'gir-agg: wide:3: 13 fields, where the header names 1000013'
	run -2 --separate-stderr gir-check wide
	same "$stderr" 'gir-check: wide:3: 13 fields, where the header names 1000013'
	{ head -n 4 blocks; printf 'a\t3\t1\tpara\t\t'; head -c 100000000 /dev/zero | tr '\0' x; echo; } >long
	gir-tables long >out
	same "$(cut -c 1-100 out | wc -l)" "$(gir-tables blocks | wc -l)"
	{ cat cells; printf 'b\t2023\t\t\t\t\tdoc\ttitle\t\t\ttext\t'; head -c 100000000 /dev/zero | tr '\0' x; printf '\t1\n'; } >long
	gir-agg long | cmp - <(gir-agg cells)
	same "$(gir-check long | wc -c)" $(($(gir-check cells | wc -c) + $(tail -n 1 long | wc -c) + 3))
}

@test "escapes cut off or unknown, NUL, bytes that are not UTF-8: text as it is" {
	local value
	for value in 'a\' 'a\q' '\x41' '\' $'\xff\xfe' $'\xe4\xb8'; do
		# (the shell holds no NUL: below)
		awk -F'\t' -v OFS='\t' 'BEGIN { v = ARGV[2]; ARGV[2] = "" }
			NR > 1 { $4 = v } { print }' cells "$value" >odd
		gir-check odd | cut -f 1-13 | cmp - odd
		gir-agg -g org odd | cut -f 1 | sort -u | grep -qxF -- "$value"
		gir-agg --panel --csv odd | grep -qaF -- "$value"
		sed 's/无。/'"${value//\\/\\\\}"'/' blocks >odd
		gir-tables odd >out
	done
	sed '5s/text\t/text\ta\x00b/' cells >odd
	gir-check odd | cut -f 1-13 | cmp - odd
	gir-agg odd | cmp - <(gir-agg cells)
}

@test "years and regions that are none stand for themselves" {
	local value
	for value in 0 99999 -1 20x3; do
		cells 2021 year="$value" >odd
		same "$(gir-agg -l nation odd | tail -n +2 | cut -f 4 | sort -u)" "$value"
	done
	for value in 3302061 33020 abcdef; do
		cells 2021 region="$value" >odd
		same "$(gir-agg odd | tail -n +2 | cut -f 1,2 | sort -u | tr '\t\n' '= ')" \
			"county=$value nation=000000 prefecture= province= "
	done
}

# Enough names of one hash, were it known, would make each look-up as long as the table: more than
# twenty seconds of a processor for these; a fraction of one where it is not.
@test "names that were made to collide in a table" {
	python3 - >names <<'END'
import struct
M = (1 << 64) - 1
def mix(a, b):
    lo, hi = (a & 0xffffffff) * (b & 0xffffffff), (a >> 32) * (b >> 32)
    mid = (a >> 32) * (b & 0xffffffff) ^ (a & 0xffffffff) * (b >> 32)
    return lo ^ hi ^ ((mid << 32 | mid >> 32) & M)
n = i = 0
while n < 100000:
    i += 1
    first = b'%08d' % i
    second = struct.pack('<Q', mix(0x9e3779b97f4a7c15 ^ 16 ^ struct.unpack('<Q', first)[0],
                                   0xa0761d6478bd642f) ^ 0x4142434445464748)
    if not set(second) & set(b'\t\n\r\\\0'):
        print((first + second).decode('latin-1').encode('latin-1').hex())
        n += 1
END
	same "$(sort -u names | wc -l)" 100000
	python3 -c 'import sys
w = sys.stdout.buffer
w.write(open("cells", "rb").readline())
for i, line in enumerate(open("names")):
    w.write(b"%d\t2023\t330206\t%s\torgan\t2021\trequests\tnew\ttotal\t1\tnum\t1\t1\n" % (i, bytes.fromhex(line)))' >collide
	run -0 bash -c 'ulimit -t 10; gir-check -o findings collide | wc -l'
	same "$output" 100001
}

@test "one name in several places, reports cut into each other" {
	{ cells 2021 doc=a; cells 2021 doc=b; cells 2021 doc=a | tail -n +2 | head -n 50; } >torn
	run -2 --separate-stderr gir-check torn
	[[ $stderr == *'a: its lines are not consecutive; each part was checked alone'* ]]
	same "$(wc -l <<<"$output")" "$(gir-check cells | wc -l | awk '{ print 2 * $1 - 1 + 50 }')"
}

@test "--csv: no text becomes a formula, no number a text" {
	local value
	for value in "=cmd|' /C calc'!A0" '+1+1' '-1-1' '@SUM(A1)' '\t=1' '\r=1' '\n=1' '＝1+1' '＋1+1' '－1-1' \
		'＠SUM(A1)' '=1' '-' '--1'; do
		awk -F'\t' -v OFS='\t' 'BEGIN { v = ARGV[2]; ARGV[2] = "" } NR > 1 { $4 = v } { print }' \
			cells "$value" >odd
		gir-agg --csv -g org odd >sums.csv
		gir-agg --csv -w -g org odd >wide.csv
		gir-agg --panel --csv odd >panel.csv
		gir-agg --indicators --csv -g org odd >rates.csv
		python3 - "$value" sums.csv wide.csv rates.csv panel.csv <<'END'
import codecs, csv, sys
value = sys.argv[1].replace('\\t', '\t').replace('\\r', '\r').replace('\\n', '\n')
for name in sys.argv[2:]:
    rows = list(csv.reader(open(name, encoding='utf-8-sig', newline='')))
    at = rows[0].index('org')
    assert all(row[at] == "'" + value for row in rows[1:]) and len(rows) > 1, (name, rows[1][at])
END
		gir-agg --csv --formulas -w -g org odd >plain.csv
		! grep -q "'" <(tail -n +2 plain.csv | cut -c 1) || [[ $value == "'"* ]]
	done
	for value in -5 -5.25 12; do
		awk -F'\t' -v OFS='\t' 'BEGIN { v = ARGV[2]; ARGV[2] = "" } NR > 1 { $4 = v } { print }' cells "$value" >odd
		same "$(gir-agg --csv -w -g org odd | sed -n '2s/,.*//p')" "$value"
	done
	same "$(cells 2019 active/licensing/change=-5 | gir-agg --csv -l nation |
		awk -F, '$6 == "licensing" && $7 == "change" { print $10, $12 }')" '-5 -5'
}
