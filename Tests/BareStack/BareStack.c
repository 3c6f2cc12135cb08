#include "BareStack.h"
#include "Clock.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <microhttpd.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static enum MHD_Result answer_empty(
  void *context, struct MHD_Connection *connection, const char *url, const char *method, const char *version,
  const char *upload, size_t *upload_size, void **slot) {
  static int is_begun;
  // Answered in the second callback: an answer in the first closes the connection.
  if (*slot == NULL) {
    *slot = &is_begun;
    return MHD_YES;
  }
  *upload_size = 0;
  struct MHD_Response *response = MHD_create_response_from_buffer(0, NULL, MHD_RESPMEM_PERSISTENT);
  enum MHD_Result result = MHD_queue_response(connection, MHD_HTTP_OK, response);
  MHD_destroy_response(response);
  return result;
}

uint16_t bare_serve(void) {
  struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
  struct MHD_Daemon *daemon = MHD_start_daemon(
    MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_TURBO, 0, NULL, NULL, answer_empty, NULL,
    MHD_OPTION_SOCK_ADDR, &address, MHD_OPTION_THREAD_POOL_SIZE, 2u, MHD_OPTION_CONNECTION_LIMIT, 1000u,
    MHD_OPTION_END);
  if (daemon == NULL) return 0;
  const union MHD_DaemonInfo *info = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT);
  return info == NULL ? 0 : info->port;
}

static char refusal[256];

const char *bare_refusal(void) { return refusal; }

static int run(sqlite3 *database, const char *sql) {
  char *message = NULL;
  int code = sqlite3_exec(database, sql, NULL, NULL, &message);
  if (code != SQLITE_OK) snprintf(refusal, sizeof refusal, "%s: %s", message ? message : "no reason", sql);
  sqlite3_free(message);
  return code;
}

// Takes the definitions of the two tables over from the source, and the rows into memory, in the order stored.
static int lay(sqlite3 *database, const char *source) {
  char *attach = sqlite3_mprintf("ATTACH %Q AS source", source);
  int code = run(database, attach);
  sqlite3_free(attach);
  if (code != SQLITE_OK) return code;
  sqlite3_stmt *definitions = NULL;
  sqlite3_prepare_v2(
    database,
    "SELECT sql FROM source.sqlite_schema WHERE tbl_name IN ('statement', 'statement_term') AND sql IS NOT NULL"
    " ORDER BY type DESC", -1, &definitions, NULL);
  while (code == SQLITE_OK && sqlite3_step(definitions) == SQLITE_ROW) {
    code = run(database, (const char *) sqlite3_column_text(definitions, 0));
  }
  sqlite3_finalize(definitions);
  if (code != SQLITE_OK) return code;
  return run(
    database,
    "CREATE TEMP TABLE given AS SELECT * FROM source.statement ORDER BY stored;"
    "CREATE TEMP TABLE given_term AS SELECT stored, term FROM source.statement_term ORDER BY stored;"
    "CREATE INDEX temp.given_term_stored ON given_term (stored, term);");
}

static int insert_group(sqlite3 *database, sqlite3_stmt *statement, sqlite3_stmt *terms, int from, int to) {
  if (run(database, "BEGIN IMMEDIATE") != SQLITE_OK) return SQLITE_ERROR;
  for (int row = from; row < to; row++) {
    sqlite3_bind_int(statement, 1, row);
    sqlite3_bind_int(terms, 1, row);
    if (sqlite3_step(statement) != SQLITE_DONE || sqlite3_step(terms) != SQLITE_DONE) {
      snprintf(refusal, sizeof refusal, "%s", sqlite3_errmsg(database));
      return SQLITE_ERROR;
    }
    sqlite3_reset(statement);
    sqlite3_reset(terms);
  }
  return run(database, "COMMIT");
}

static int count_given(sqlite3 *database) {
  sqlite3_stmt *query = NULL;
  sqlite3_prepare_v2(database, "SELECT max(rowid) FROM temp.given", -1, &query, NULL);
  int count = sqlite3_step(query) == SQLITE_ROW ? sqlite3_column_int(query, 0) : 0;
  sqlite3_finalize(query);
  return count;
}

static double insert_all(sqlite3 *database, int statements_each, double seconds) {
  sqlite3_stmt *statement = NULL, *terms = NULL;
  sqlite3_prepare_v2(
    database, "INSERT INTO main.statement SELECT * FROM temp.given WHERE rowid = ?", -1, &statement, NULL);
  sqlite3_prepare_v2(
    database,
    "INSERT INTO main.statement_term (term, stored) SELECT term, stored FROM temp.given_term"
    " WHERE stored = (SELECT stored FROM temp.given WHERE rowid = ?)", -1, &terms, NULL);
  const int count = count_given(database);
  const double start = now();
  int done = 0;
  while (done < count && now() - start < seconds) {
    int end = done + statements_each < count ? done + statements_each : count;
    if (insert_group(database, statement, terms, done + 1, end + 1) != SQLITE_OK) break;
    done = end;
  }
  const double rate = done / (now() - start);
  sqlite3_finalize(statement);
  sqlite3_finalize(terms);
  return done == 0 ? -1 : rate;
}

double bare_insert(const char *source, const char *target, int statements_each, double seconds) {
  sqlite3 *database = NULL;
  double rate = -1;
  if (sqlite3_open(target, &database) == SQLITE_OK
      && run(
           database,
           "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY;"
           "PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = 16384") == SQLITE_OK
      && lay(database, source) == SQLITE_OK) {
    rate = insert_all(database, statements_each, seconds);
  }
  sqlite3_close(database);
  return rate;
}

double bare_sync(const char *path, double seconds) {
  char page[4096];
  memset(page, 0x5A, sizeof page);
  int file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (file < 0) return -1;
  const double start = now();
  int done = 0;
  while (now() - start < seconds) {
    if (write(file, page, sizeof page) != sizeof page || fdatasync(file) != 0) break;
    done++;
  }
  const double rate = done / (now() - start);
  close(file);
  return done == 0 ? -1 : rate;
}
