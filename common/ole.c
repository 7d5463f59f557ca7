#include "common/ole.h"

enum {
	HEADER_DIFAT = 109,   /* entries of the DIFAT that stand in the header */
	ENTRY = 128,          /* bytes of an entry of the directory */
	DIRECTORY_MOST = 1024 /* entries that are looked at: a root has a dozen */
};

struct ole {
	struct str s;
	size_t sector; /* its size */
};

static uint32_t little(struct str s, size_t at, int bytes)
{
	uint32_t v = 0;

	if (at > s.n || s.n - at < (size_t)bytes)
		return UINT32_MAX;
	while (bytes-- > 0)
		v = v << 8 | (unsigned char)s.p[at + (size_t)bytes];
	return v;
}

/* Where a sector begins, behind the header, which takes the place of one; the end of the file where
 * it lies outside. */
static size_t sector_at(const struct ole *o, uint32_t sector)
{
	return sector < o->s.n / o->sector ? (sector + (size_t)1) * o->sector : o->s.n;
}

/* The sector of the FAT with the number `index`, from the DIFAT. UINT32_MAX: there is none. */
static uint32_t fat_sector(const struct ole *o, size_t index)
{
	size_t each = o->sector / 4 - 1;
	uint32_t difat = little(o->s, 68, 4);

	if (index < HEADER_DIFAT)
		return little(o->s, 76 + 4 * index, 4);
	for (index -= HEADER_DIFAT; index >= each; index -= each)
		difat = little(o->s, sector_at(o, difat) + 4 * each, 4);
	return little(o->s, sector_at(o, difat) + 4 * index, 4);
}

/* The sector behind `sector` in its chain. */
static uint32_t next_sector(const struct ole *o, uint32_t sector)
{
	size_t each = o->sector / 4;

	if (sector_at(o, sector) == o->s.n)
		return UINT32_MAX;
	return little(o->s, sector_at(o, fat_sector(o, sector / each)) + 4 * (sector % each), 4);
}

/* The directory's entry `index`; empty where there is none. */
static struct str entry_of(const struct ole *o, uint32_t index)
{
	size_t each = o->sector / ENTRY, steps;
	uint32_t sector = little(o->s, 48, 4);
	struct str entry;

	if (index >= DIRECTORY_MOST)
		return STR_EMPTY;
	for (steps = index / each; steps; steps--)
		sector = next_sector(o, sector);
	entry = str_from(o->s, sector_at(o, sector) + index % each * ENTRY);
	return entry.n < ENTRY ? STR_EMPTY : str_sub(entry, 0, ENTRY);
}

/* Whether a name in UTF-16 is that of an entry, whose length counts a NUL behind it. */
static bool is_named(struct str entry, const char *name)
{
	size_t n = strlen(name), i;

	if (little(entry, 64, 2) != 2 * (n + 1))
		return false;
	for (i = 0; i < n; i++)
		if (entry.p[2 * i] != name[i] || entry.p[2 * i + 1])
			return false;
	return true;
}

/* The flag fEncrypted of Word's FIB ([MS-DOC] 2.5.2). Short streams, where the FIB cannot be found
 * so, are none of Word's. */
static bool is_encrypted(const struct ole *o, struct str entry)
{
	uint32_t flags = little(o->s, sector_at(o, little(entry, 116, 4)) + 10, 2);

	return little(entry, 120, 4) >= 4096 && flags <= UINT16_MAX && (flags & 0x100);
}

/* What the children of the root are, as bits. Other entries are those of embedded objects. */
enum { WORD = 1, CRYPT = 2, WPS = 4, SHEET = 8, SLIDES = 16, PACKAGE = 32 };

static unsigned kind_of(const struct ole *o, struct str entry)
{
	if (is_named(entry, "WordDocument"))
		return is_encrypted(o, entry) ? WORD | CRYPT : WORD;
	if (is_named(entry, "WpsCustomData"))
		return WPS;
	if (is_named(entry, "Workbook") || is_named(entry, "Book"))
		return SHEET;
	if (is_named(entry, "PowerPoint Document"))
		return SLIDES;
	return is_named(entry, "EncryptedPackage") ? PACKAGE : 0;
}

/* Walks the tree of the root's children. Cycles and trees that are too deep, which nobody writes,
 * end it. */
static unsigned root_kinds(const struct ole *o)
{
	uint32_t open[64];
	size_t n = 0, seen;
	unsigned kinds = 0;

	open[n++] = little(entry_of(o, 0), 76, 4);
	for (seen = 0; n && seen < DIRECTORY_MOST; seen++) {
		struct str entry = entry_of(o, open[--n]);

		if (!entry.n)
			continue;
		kinds |= kind_of(o, entry);
		if (n + 2 > sizeof open / sizeof *open)
			break;
		open[n++] = little(entry, 68, 4);
		open[n++] = little(entry, 72, 4);
	}
	return kinds;
}

const char *ole_format(struct str bytes)
{
	struct ole o = {bytes, little(bytes, 30, 2) == 12 ? 4096 : 512};
	unsigned kinds = root_kinds(&o);

	if (kinds & CRYPT)
		return "doc-encrypted";
	if (kinds & WORD)
		return kinds & WPS ? "wps" : "doc";
	if (kinds & SHEET)
		return "xls";
	if (kinds & SLIDES)
		return "ppt";
	if (kinds & PACKAGE)
		return "docx-encrypted";
	/* Cut short: the name in what is left of it must do. */
	return str_has(bytes, STR("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0")) ? "doc" : "ole";
}
