// What Swift cannot import of libmicrohttpd, each with its reason.
#ifndef CMICROHTTPD_SHIM_H
#define CMICROHTTPD_SHIM_H

#include <microhttpd.h>
#include <netinet/in.h>
#include <sys/socket.h>

// SHUT_RDWR is a constant of an unnamed enum: Swift sees it in Glibc or here, depending on which is built first.
static inline int shim_shut_down(int descriptor) { return shutdown(descriptor, SHUT_RDWR); }

// The settings of one daemon, in the types MHD_start_daemon expects behind its variadic list.
struct shim_daemon_settings {
  int listen_socket;
  unsigned int threads;
  unsigned int connection_limit;
  unsigned int connection_limit_per_address;
  unsigned int idle_timeout_seconds;
  size_t connection_memory_bytes;
  MHD_AccessHandlerCallback access;
  void *(*request_line)(void *, const char *, struct MHD_Connection *);
  MHD_RequestCompletedCallback completed;
  MHD_NotifyConnectionCallback connection;
  size_t (*unescape)(void *, struct MHD_Connection *, char *);
  void *context;
  // PEM texts that end with a zero; both NULL where TLS is not spoken. They outlive the daemon.
  const char *certificate;
  const char *key;
};

// MHD_start_daemon is variadic, and its callbacks' options take two arguments each.
// Strictness stays at the default: one level up the library refuses more, but answers a missing Host with two
// heads or none at all. What it lets through is found, and answered, by the owner.
static inline struct MHD_Daemon *shim_start_daemon(const struct shim_daemon_settings *settings) {
  const int is_secure = settings->certificate != NULL;
  const unsigned int flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_TURBO
    | (is_secure ? MHD_USE_TLS : 0);
  const struct MHD_OptionItem pool[] = {
    { MHD_OPTION_THREAD_POOL_SIZE, (intptr_t) settings->threads, NULL },
    { MHD_OPTION_END, 0, NULL },
  };
  const struct MHD_OptionItem identity[] = {
    { MHD_OPTION_HTTPS_MEM_CERT, 0, (void *) settings->certificate },
    { MHD_OPTION_HTTPS_MEM_KEY, 0, (void *) settings->key },
    { MHD_OPTION_HTTPS_PRIORITIES, 0, (void *) "SECURE128:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2" },
    { MHD_OPTION_END, 0, NULL },
  };
  return MHD_start_daemon(
    flags, 0, NULL, NULL, settings->access, settings->context,
    MHD_OPTION_LISTEN_SOCKET, settings->listen_socket,
    MHD_OPTION_CONNECTION_LIMIT, settings->connection_limit,
    MHD_OPTION_PER_IP_CONNECTION_LIMIT, settings->connection_limit_per_address,
    MHD_OPTION_CONNECTION_TIMEOUT, settings->idle_timeout_seconds,
    MHD_OPTION_CONNECTION_MEMORY_LIMIT, settings->connection_memory_bytes,
    MHD_OPTION_STRICT_FOR_CLIENT, 0,
    MHD_OPTION_URI_LOG_CALLBACK, settings->request_line, settings->context,
    MHD_OPTION_NOTIFY_COMPLETED, settings->completed, settings->context,
    MHD_OPTION_NOTIFY_CONNECTION, settings->connection, settings->context,
    MHD_OPTION_UNESCAPE_CALLBACK, settings->unescape, settings->context,
    MHD_OPTION_ARRAY, settings->threads > 1 ? pool : pool + 1,
    MHD_OPTION_ARRAY, is_secure ? identity : identity + 3,
    MHD_OPTION_END);
}

// MHD_get_connection_info is variadic.
static inline int shim_socket(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
  return info == NULL ? -1 : info->connect_fd;
}

static inline const struct sockaddr *shim_client_address(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
  return info == NULL ? NULL : info->client_addr;
}

static inline void *shim_socket_context(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
  return info == NULL ? NULL : info->socket_context;
}

// Ends the query, in the library's own buffer, before the library takes it apart: it would use more memory for
// each parameter than the connection has, and then neither answer nor close. The target has been copied.
// Swift has no way to write through the const pointer the library hands out.
static inline void shim_hide_query(const char *target) {
  for (char *byte = (char *) target; *byte != 0; byte++) {
    if (*byte == '?') {
      byte[1] = 0;
      return;
    }
  }
}

static inline size_t shim_head_size(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
  return info == NULL ? 0 : info->header_size;
}

#endif
