#ifndef CSQLITE_SHIM_H
#define CSQLITE_SHIM_H

/* The header declares the hook before a change only where it is asked for; Debian's library has it. */
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include <sqlite3.h>

/* SQLITE_TRANSIENT casts -1 to a function pointer, which Swift cannot import. Both copy their bytes, and
   bind an empty text or blob, not NULL, where there are no bytes and so perhaps no address. */
static inline int csqlite_bind_text(sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count) {
  return sqlite3_bind_text64(statement, index, count > 0 ? (const char *)bytes : "", count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static inline int csqlite_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count) {
  return sqlite3_bind_blob64(statement, index, count > 0 ? bytes : "", count, SQLITE_TRANSIENT);
}

/* sqlite3_config is variadic. Statistics of memory take one lock of the whole process at every allocation. */
static inline int csqlite_leave_out_memory_statistics(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/* sqlite3_db_config is variadic. `option` is one of the SQLITE_DBCONFIG_ switches that take an int. */
static inline int csqlite_switch(sqlite3 *database, int option, int on) {
  return sqlite3_db_config(database, option, on, (int *)0);
}

#endif
