# package.awk TABLES FORM... HEADERS: a Tabular Data Package, where HEADERS has a table's path and its
# columns on each line.

BEGIN {
	FS = "\t"
}

/^#/ || /^what\t/ {
	next
}

FILENAME ~ /headers$/ {
	resource()
	next
}

# tables.tsv
$1 == "table" {
	table = $2
	key[table] = $4
	about[table] = $5
}

$1 == "field" {
	type[table, $2] = $3
	about[table, $2] = $5
}

# The forms: the first of the labels, a later form's over an older one's.
$1 == "row" || $1 == "group" || $1 == "column" {
	label[$1 == "column", $2, $3] = $6
	sub(/\|.*/, "", label[$1 == "column", $2, $3])
}

END {
	if (!failed)
		print resources ? "\n  ]\n}" : ""
}

function text(s) {
	gsub(/\\/, "\\\\\\\\", s)
	gsub(/"/, "\\\"", s)
	return "\"" s "\""
}

function resource(    path, kind, csv, i, n, part, list) {
	path = $1
	kind = path ~ /^cells\// ? "cells/" : path
	csv = path ~ /\.csv$/
	print resources++ ? "," : "{\n  \"profile\": \"tabular-data-package\",\n  \"name\": \"gir\",\n" \
		"  \"title\": \"政府信息公开工作年度报告\",\n  \"description\": \"Yearly reports on the disclosure " \
		"of government information: their tables, checked, and sums by region.\",\n  \"resources\": ["
	print "    {\n      \"profile\": \"tabular-data-resource\",\n      \"name\": " name(path) ","
	print "      \"path\": " text(path) ",\n      \"description\": " text(about[kind]) ","
	print "      \"format\": " (csv ? "\"csv\"" : "\"tsv\"") ",\n      \"mediatype\": " \
		(csv ? "\"text/csv\"" : "\"text/tab-separated-values\"") ",\n      \"encoding\": \"utf-8\","
	print "      \"dialect\": {\"delimiter\": " (csv ? "\",\", \"lineTerminator\": \"\\r\\n\", " \
		"\"quoteChar\": \"\\\"\", \"doubleQuote\": true" : "\"\\t\", \"lineTerminator\": \"\\n\", " \
		"\"quoteChar\": \"\", \"doubleQuote\": false") ", \"skipInitialSpace\": false, " \
		"\"header\": true, \"caseSensitiveHeader\": true},"
	print "      \"schema\": {\n        \"fields\": ["
	for (i = 2; i <= NF; i++)
		print "          " field(kind, $i) (i < NF ? "," : "")
	printf "        ],\n"
	if (key[kind] != "") {
		n = split(key[kind], part, ",")
		for (i = 1; i <= n; i++)
			list = list (i > 1 ? ", " : "") text(part[i])
		print "        \"primaryKey\": [" list "],"
	}
	printf "        \"missingValues\": [\"\"]\n      }\n    }"
}

# aggregates.tsv and aggregates.csv need names of their own.
function name(path) {
	sub(/\.tsv$/, "", path)
	gsub(/[\/.]/, "-", path)
	return text(path)
}

function field(kind, column,    part) {
	if ((kind, column) in type)
		return "{\"name\": " text(column) ", \"type\": \"" type[kind, column] "\", \"description\": " \
			text(about[kind, column]) "}"
	# table.row.col, where the row may have dots
	if (!match(column, /^[a-z]+\..*\.[a-z_]+$/)) {
		print "package: " kind ": no column " column " in tables.tsv" >"/dev/stderr"
		failed = 1
		exit 2
	}
	part[1] = part[2] = part[3] = column
	sub(/\..*/, "", part[1])
	sub(/^[a-z]+\./, "", part[2])
	sub(/\.[a-z_]+$/, "", part[2])
	sub(/.*\./, "", part[3])
	return "{\"name\": " text(column) ", \"type\": \"number\", \"description\": " \
		text(label[0, part[1], part[2]] "，" label[1, part[1], part[3]]) "}"
}
