/* version: what --version prints. */
#ifndef GIR_VERSION_H
#define GIR_VERSION_H

#define GIR_VERSION "0.1.0"

#endif
