#ifndef CLOCK_H
#define CLOCK_H

#include <time.h>

// Seconds since some fixed instant.
static inline double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

#endif
