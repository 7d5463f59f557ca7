#include "common/diag.h"
const char program_name[] = "gir-agg";
int main(void)
{
	return EXIT_TROUBLE;
}
