internal import Glibc

/// Nanoseconds of the system's monotonic clock, a few milliseconds coarse and quick to read.
func monotonicNanoseconds() -> Int64 {
  var now = timespec()
  unsafe clock_gettime(CLOCK_MONOTONIC_COARSE, &now)
  return Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
}

extension Duration {
  /// The whole nanoseconds of this duration; more than 292 years count as that.
  var nanoseconds: Int64 {
    let (seconds, attoseconds) = components
    let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    return overflow ? Int64.max : whole + attoseconds / 1_000_000_000
  }
}
