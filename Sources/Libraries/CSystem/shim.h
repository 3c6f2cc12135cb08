#ifndef REGISTRAR_CSYSTEM_SHIM_H
#define REGISTRAR_CSYSTEM_SHIM_H

/* glibc declares it only where _GNU_SOURCE is defined, which Swift does not. */
int syncfs(int descriptor);

#endif
