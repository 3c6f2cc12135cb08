public import ContentPackaging
public import JSON

/// The findings about packages in the Static Analysis Results Interchange Format (SARIF 2.1.0): one run, each kind of
/// finding as a rule, each finding as a result.
public struct FindingsLog: Representable {
  /// One package, and what was found in it.
  public struct Package: Sendable {
    let name: String
    let address: String
    let findings: [Finding]

    /// - Parameters:
    ///   - name: what findings about the package itself call it.
    ///   - address: where it lies, as whoever asked wrote it.
    public init(name: String, address: String, findings: [Finding]) {
      self.name = name
      self.address = address
      self.findings = findings
    }
  }

  let packages: [Package]

  public init(packages: [Package]) {
    self.packages = packages
  }

  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("version", "2.1.0")
      json.member("runs") { json in
        json.array { run(in: &$0) }
      }
    }
  }

  private func run(in json: inout JSONWriter) {
    json.object { json in
      json.member("columnKind", "unicodeCodePoints")
      json.member("tool") { json in
        json.object { json in
          json.member("driver") { driver(in: &$0) }
        }
      }
      json.member("results") { json in
        json.array { json in
          for package in packages {
            for finding in package.findings { result(finding, of: package, in: &json) }
          }
        }
      }
    }
  }

  private func driver(in json: inout JSONWriter) {
    var seen: Set<FindingCode> = []
    let codes = packages.flatMap(\.findings).map(\.code).filter { seen.insert($0).inserted }
    json.object { json in
      json.member("name", "registrar")
      json.member("rules") { json in
        json.array(codes) { rule($1, in: &$0) }
      }
    }
  }

  private func rule(_ code: FindingCode, in json: inout JSONWriter) {
    json.object { json in
      json.member("id", code.identifier)
      json.member("fullDescription") { text(code.explanation, in: &$0) }
      if let fix = code.fix { json.member("help") { text(fix, in: &$0) } }
      json.member("defaultConfiguration") { json in
        json.object { $0.member("level", code.severity) }
      }
    }
  }

  private func result(_ finding: Finding, of package: Package, in json: inout JSONWriter) {
    json.object { json in
      json.member("ruleId", finding.code.identifier)
      json.member("level", finding.severity)
      json.member("message") { text(finding.message, in: &$0) }
      json.member("locations") { json in
        json.array { location(finding, of: package, in: &$0) }
      }
    }
  }

  private func location(_ finding: Finding, of package: Package, in json: inout JSONWriter) {
    json.object { json in
      json.member("physicalLocation") { json in
        json.object { json in
          json.member("artifactLocation") { json in
            json.object { $0.member("uri", FindingsLog.address(finding.file, in: package)) }
          }
          guard let line = finding.line else { return }
          json.member("region") { json in
            json.object { json in
              json.member("startLine", line)
              json.member("startColumn", finding.column ?? 1)
            }
          }
        }
      }
      if let path = finding.elementPath {
        json.member("logicalLocations") { json in
          json.array { json in
            json.object { $0.member("fullyQualifiedName", path) }
          }
        }
      }
    }
  }

  private func text(_ text: String, in json: inout JSONWriter) {
    json.object { $0.member("text", text) }
  }

  /// A relative reference to a file in a package (RFC 3986): every octet percent-encoded but those that need it not.
  private static func address(_ file: String?, in package: Package) -> String {
    let folder = package.address.utf8.last == UInt8(ascii: "/") ? package.address : package.address + "/"
    let isOfPackage = file.map { $0.utf8.elementsEqual(package.name.utf8) } ?? true
    let path = isOfPackage ? package.address : folder + (file ?? "")
    let digits = Array("0123456789ABCDEF".utf8)
    return String(
      decoding: path.utf8.flatMap { octet -> [UInt8] in
        switch Unicode.Scalar(octet) {
        case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", "/": [octet]
        default: [UInt8(ascii: "%"), digits[Int(octet >> 4)], digits[Int(octet & 15)]]
        }
      }, as: UTF8.self)
  }
}
