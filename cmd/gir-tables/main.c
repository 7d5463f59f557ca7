#include "common/diag.h"
const char program_name[] = "gir-tables";
int main(void)
{
	return EXIT_TROUBLE;
}
