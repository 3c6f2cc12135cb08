internal import Archives
public import Operations

/// Certificates in one zip, made piece by piece as it is taken. Used by one thread.
public final class CertificateBundle {
  private var prints: SessionPrints
  private var made: [UInt8] = []
  private var zip: ZipWriter?

  public init(_ prints: SessionPrints) {
    self.prints = prints
    zip = ZipWriter { [unowned self] in made += $0 }
  }

  /// The next bytes; none only at the end.
  public func next() throws -> [UInt8] {
    guard zip != nil else { return [] }
    if let print = try prints.next() {
      // What is in a PDF is deflated already.
      try zip?.add(print.name, print.octets, method: .stored)
    } else {
      try zip.take()?.finish()
    }
    defer { made = [] }
    return made
  }
}
