# deal.awk ROSTER SHARDS: the lists of areas, from .work/index/SHARD of each shard: a line a shard with
# the hash of what it has of the area; the years and the roster, where there is one. Prints "area NAME"
# for each, in the order of their codes, and "changed NAME" where the list, left in .work/tmp/area.NAME,
# is not what .work/area/NAME/list holds.

BEGIN {
	FS = OFS = "\t"
	list["none"] = "" # there is always an area, if an empty one
}

FILENAME == ARGV[1] {
	roster = roster $0 "\n"
	next
}

{
	shard = $0
	file = ".work/index/" shard
	while ((got = (getline <file)) > 0) {
		if ($1 == "years")
			note_years($2)
		else
			list[$1] = list[$1] shard OFS $2 "\n"
	}
	if (got < 0) {
		print "deal: cannot read " file >"/dev/stderr"
		exit 2
	}
	close(file)
}

END {
	if (roster != "\n" && roster != "")
		common = roster years() "\n"
	put("none")
	for (i = 0; i < 100; i++)
		if (sprintf("%02d", i) in list)
			put(sprintf("%02d", i))
}

function note_years(s,    year, n, i) {
	n = split(s, year, " ")
	for (i = 1; i <= n; i++)
		occurs[year[i] + 0] = 1
}

function years(    i, s) {
	for (i = 1; i < 10000; i++)
		if (i in occurs)
			s = s " " i
	return "years" s
}

function put(name,    text, old, line, file, got) {
	text = common list[name]
	file = ".work/area/" name "/list"
	while ((got = (getline line <file)) > 0)
		old = old line "\n"
	close(file)
	print "area " name
	if (got == 0 && old == text)
		return
	file = ".work/tmp/area." name
	printf "%s", text >file
	close(file)
	print "changed " name
}
