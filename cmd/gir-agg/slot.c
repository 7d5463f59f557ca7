#include "cmd/gir-agg/slot.h"

int slot_merge_any(struct slot *to, struct acc more, struct slab *slab)
{
	struct acc *large;

	if (!to->large) {
		large = slab_array(slab, 1, sizeof *large);
		*large = slot_acc(to);
		to->acc = large;
		to->large = true;
	}
	return acc_merge(to->acc, &more);
}
