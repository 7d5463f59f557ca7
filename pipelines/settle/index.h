/* index: which areas a shard's tables are about, and what tells that their lines have changed.
 *
 * An area is a province: the first two digits of a region's code, or `none` where the region is
 * unknown.
 */
#ifndef GIR_SETTLE_INDEX_H
#define GIR_SETTLE_INDEX_H

/* Writes to the file `path`, a line each, the areas that some line of the sums (by region and year,
 * in this order) or of the digest belongs to, with a hash of these lines behind a tab; and `years`
 * with all years of the digest. 0, or -1 after a message. */
int index_write(const char *path, const char *sums, const char *digest);

#endif
