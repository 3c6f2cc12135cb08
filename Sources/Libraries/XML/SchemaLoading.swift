import CLibXML2
import Synchronization

/// The folders that schemas are compiled from at this moment: what libxml2 may load, and nothing else.
///
/// Each is loaded from under an address of its own, so that threads that compile at the same time do not meet.
enum SchemaLoading {
  private struct InUse {
    let folder: SchemaFolder
    let driver: [UInt8]
  }

  private static let scheme = "registrar-schemas:/"
  private static let driverName = ".driver"
  private static let inUse = Mutex((last: 0, folders: [Int: InUse]()))

  /// Calls a body with the address of the schema that is to be loaded first, while the folder can be loaded from.
  static func with<Output>(
    _ folder: SchemaFolder, driver: [UInt8], _ body: (_ address: String) -> Output
  ) -> Output {
    let number = inUse.withLock { inUse in
      inUse.last += 1
      inUse.folders[inUse.last] = InUse(folder: folder, driver: driver)
      return inUse.last
    }
    defer { inUse.withLock { $0.folders[number] = nil } }
    return body("\(scheme)\(number)/\(driverName)")
  }

  /// What libxml2 calls to load anything.
  static let load: xmlExternalEntityLoader = { address, _, context in
    guard let address = unsafe address, let octets = SchemaLoading.octets(at: unsafe String(cString: address))
    else { return nil }
    return unsafe octets.withUnsafeBytes { buffer in
      let start = unsafe buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      return unsafe registrar_input(context, start, Int32(buffer.count), address)
    }
  }

  private static func octets(at address: String) -> [UInt8]? {
    guard address.utf8.starts(with: scheme.utf8) else { return nil }
    let rest = address.utf8.dropFirst(scheme.utf8.count)
    let folder = rest.prefix { $0 != UInt8(ascii: "/") }
    guard let number = Int(String(Substring(folder))) else { return nil }
    let path = String(Substring(rest.dropFirst(folder.count + 1)))
    return inUse.withLock { inUse in
      guard let found = inUse.folders[number] else { return nil }
      return path == driverName ? found.driver : found.folder.bytes(at: path)
    }
  }
}
