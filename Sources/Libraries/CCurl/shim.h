// What Swift cannot import of libcurl, each with its reason.
#ifndef CCURL_SHIM_H
#define CCURL_SHIM_H

#include <curl/curl.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>

// curl_easy_setopt is variadic: one function for each kind of value that it takes.
static inline CURLcode shim_set_number(CURL *handle, CURLoption option, long value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode shim_set_size(CURL *handle, CURLoption option, curl_off_t value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode shim_set_text(CURL *handle, CURLoption option, const char *value) {
  return curl_easy_setopt(handle, option, value);
}

static inline CURLcode shim_set_pointer(CURL *handle, CURLoption option, const void *value) {
  return curl_easy_setopt(handle, option, value);
}

// The functions that a transfer calls, each with the same context.
struct shim_callbacks {
  size_t (*body)(char *, size_t, size_t, void *);
  size_t (*head)(char *, size_t, size_t, void *);
  curl_socket_t (*open)(void *, curlsocktype, struct curl_sockaddr *);
  int (*progress)(void *, curl_off_t, curl_off_t, curl_off_t, curl_off_t);
  void *context;
};

static inline CURLcode shim_set_callbacks(CURL *handle, const struct shim_callbacks *callbacks) {
  const CURLcode codes[] = {
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, callbacks->body),
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, callbacks->context),
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, callbacks->head),
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, callbacks->context),
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, callbacks->open),
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, callbacks->context),
    curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, callbacks->progress),
    curl_easy_setopt(handle, CURLOPT_XFERINFODATA, callbacks->context),
    curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L),
  };
  for (size_t place = 0; place < sizeof codes / sizeof codes[0]; place++) {
    if (codes[place] != CURLE_OK) return codes[place];
  }
  return CURLE_OK;
}

// curl_easy_getinfo is variadic.
static inline long shim_status(CURL *handle) {
  long status = 0;
  return curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status) == CURLE_OK ? status : 0;
}

// The octets of an address that is about to be connected to, 4 or 16; 0 for any other family. What stands behind the
// declared sockaddr belongs to it, which only C can say.
static inline int shim_address(const struct curl_sockaddr *address, unsigned char *octets) {
  if (address->family == AF_INET) {
    memcpy(octets, &((const struct sockaddr_in *) &address->addr)->sin_addr, 4);
    return 4;
  }
  if (address->family == AF_INET6) {
    memcpy(octets, &((const struct sockaddr_in6 *) &address->addr)->sin6_addr, 16);
    return 16;
  }
  return 0;
}

// SOCK_CLOEXEC is a constant of an unnamed enum: Swift sees it in Glibc or here, depending on which is built first.
static inline curl_socket_t shim_open_socket(const struct curl_sockaddr *address) {
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

// CURL_SOCKET_BAD is a cast macro.
static inline curl_socket_t shim_no_socket(void) { return CURL_SOCKET_BAD; }

#endif
