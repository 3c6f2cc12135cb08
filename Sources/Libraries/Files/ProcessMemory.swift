import Glibc

extension ProcessContext {
  /// How much of the machine's memory the process holds, in bytes.
  public static func residentBytes() throws(FileError) -> Int {
    let path = "/proc/self/statm"
    let fields = try File.read(path, limit: 4096).split(separator: UInt8(ascii: " "))
    guard fields.count > 1, let pages = Int(String(decoding: fields[1], as: UTF8.self)) else {
      throw FileError(.read, path, .cutShort)
    }
    return pages * sysconf(Int32(_SC_PAGESIZE))
  }
}
