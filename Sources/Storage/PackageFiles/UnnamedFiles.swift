internal import Cryptography
internal import Files
public import Operations
internal import Synchronization

// What is kept and belongs to no record.
extension ContentStore {
  public func unnamed(_ named: () throws -> Set<String>) throws -> UnnamedFiles {
    guard try isPresent else { return UnnamedFiles(digests: [], strays: []) }
    // In this order: a change that keeps a file has ended, and its records are seen, or has it claimed.
    let found = try inventory()
    let claimed = claims.withLock { Set($0.keys) }
    let records = try named()
    let digests = try found.kept.subtracting(claimed).filter { digest in
      try !records.contains(digest.hexadecimal) && FileStatus.ifPresent(at: path(of: digest)) != nil
    }
    return UnnamedFiles(digests: digests.map(\.hexadecimal).sorted(), strays: found.strays.sorted())
  }

  public func removeUnnamed(_ digests: [String], named: () throws -> Set<String>) throws -> [String] {
    guard !digests.isEmpty else { return [] }
    return try claims.withLock { claims in
      let records = try named()
      let unnamed = digests.filter { !records.contains($0) }.compactMap(Digest.init(hexadecimal:))
        .filter { claims[$0] == nil }
      try remove(unnamed)
      return unnamed.map(\.hexadecimal)
    }
  }
}
