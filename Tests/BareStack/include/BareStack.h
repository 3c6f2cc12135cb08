// The C libraries without anything of ours around them: what this machine can do at the most. For `make bench` only.
#ifndef BARE_STACK_H
#define BARE_STACK_H

#include <stdint.h>

// Serves an empty 200 to everything on a free port of 127.0.0.1, on two threads, until the process ends.
// Returns the port, or 0 where it cannot.
uint16_t bare_serve(void);

// Copies the statements of one database and their terms into another of the same schema, so many statements a
// transaction, each made durable (write-ahead log, synchronous=FULL), for so many seconds or to the last.
// Returns how many statements a second, or a negative number where SQLite refused; then `bare_refusal` says why.
double bare_insert(const char *source, const char *target, int statements_each, double seconds);

// Why the last `bare_insert` failed.
const char *bare_refusal(void);

// How many appends of 4 KiB a second reach the disk (fdatasync after each) in a new file, within so many seconds;
// negative where the file cannot be written.
double bare_sync(const char *path, double seconds);

// How many seconds libxml2 takes to read an XML file and tell nobody of it; negative where the file is no XML.
double bare_parse(const char *path);

// How many seconds libarchive and SHA-256 take for every member of a zip file; negative where the file is no zip.
double bare_inflate(const char *path);

#endif
