internal import Arguments
internal import HTTPClient
internal import Values

extension Verb {
  /// Serves over HTTP; what it does is the program's.
  static let serve = Verb(
    "serve", .serving, summary: "Serve the record store and the records over HTTP.",
    discussion: """
      The first line on standard output says where it listens, the second where the files of packages are: at an origin \
      of their own, so that what a package brings has none of the API's authority. It ends on SIGTERM, when what it accepted is done. The \
      data folder is created at first use. Every option may stand in a settings file, see --settings.
      """,
    examples: [
      Example("registrar serve", "Serve on 127.0.0.1:8080."),
      Example(
        "registrar serve --listen 127.0.0.1:0 --origin https://records.example",
        "Serve on a free port behind a proxy that has this address."),
    ],
    options: [
      .value(
        "listen", "HOST:PORT", help: "Where to listen, [::1]:8080 for IPv6; 127.0.0.1:8080 where not given."),
      .value(
        "origin", "URL",
        help: "The address that this system is reached at; the listening address where not given."),
      .value(
        "content-origin", "URL",
        help: "The address that the files of packages are reached at; where it listens for them if not given."
      ),
      .value(
        "content-listen", "HOST:PORT",
        help: "Where to listen for them; a free port on the host of --listen where not given."),
      .value(
        "xapi-default-version", "VERSION", kind: .choice(["1.0.3", "2.0.0"]),
        help: "The xAPI version that the refusal of a client that names none is in; 2.0.0 where not given."),
      .value(
        "tls-certificate", "FILE", kind: .file,
        help: "Serve by TLS with this certificate and those that lead to its root, in PEM."),
      .value(
        "tls-key", "FILE", kind: .file,
        help: "The certificate's private key in PEM, which only its owner may read."),
      .choice(
        "log-format", "FORMAT", of: ServeRequest.LogFormat.self,
        help: "How the log on standard error reads: text or json; text where not given."),
      .flag("log-requests", help: "Log every request: its route, status and duration."),
      .value(
        "private-targets", "ADDRESSES",
        help:
          "Addresses of this machine and its networks that statements and events may be delivered to, such as "
          + "127.0.0.1,10.20.0.0/16, also without TLS; none where not given."),
      .value(
        "delivery-authorities", "FILE", kind: .file,
        help: "Those who vouch for the servers that is delivered to, in PEM; the system's where not given."),
      .value(
        "announce-days-ahead", "DAYS",
        help:
          "How many days before their last day certificates are announced to webhooks; 90,30,7 where not given."
      ),
      .value(
        "schemas", "DIR", kind: .file,
        help:
          "Hold the manifests of packages that come over HTTP against the XML Schemas in this folder, for notes."
      ),
      .value(
        "minimum-free", "MIB",
        help: "With less room on the device than so many MiB, /readyz says 503; 64 where not given."),
    ]
  ) { errand in
    try errand.serving(errand.given.serveRequest(in: errand.records.path, errand.surroundings))
    return .done
  }
}

extension Given {
  /// Throws a `UsageError` where a value of an option of `serve`, looked at by itself, cannot be used.
  func checkServeValues() throws {
    _ = try (listen(), optional("origin", .origin), minimumFreeMebibytes(), privateTargets())
    _ = try (contentListen(), optional("content-origin", .origin), announcedDaysAhead())
    _ = try (logFormat(), optional("xapi-default-version", .text))
  }

  /// How `serve` is called by these words.
  func serveRequest(in folder: String, _ surroundings: Surroundings) throws -> ServeRequest {
    let (address, content) = (try listen(), try contentListen())
    return ServeRequest(
      folder: folder, host: address.host, port: address.port, origin: try optional("origin", .origin),
      contentOrigin: try optional("content-origin", .origin), contentHost: content.host,
      contentPort: content.port,
      defaultXAPIVersion: try optional("xapi-default-version", .text), tls: try tlsFiles(surroundings),
      logFormat: try logFormat(), logsRequests: flag("log-requests"),
      minimumFreeMebibytes: try minimumFreeMebibytes(), privateTargets: try privateTargets(),
      deliveryAuthorities: try optional("delivery-authorities", .text).map(surroundings.absolute),
      announcedDaysAhead: try announcedDaysAhead(),
      schemas: try optional("schemas", .text).map(surroundings.absolute))
  }

  private func announcedDaysAhead() throws -> [Int] {
    try optional("announce-days-ahead", .daysAhead) ?? [90, 30, 7]
  }

  private func privateTargets() throws -> [NetworkRange] {
    try optional("private-targets", .networkRanges) ?? []
  }

  private func listen() throws -> ListeningAddress {
    try optional("listen", .listening) ?? ListeningAddress(host: "127.0.0.1", port: 8080)
  }

  private func contentListen() throws -> ListeningAddress {
    try optional("content-listen", .listening) ?? ListeningAddress(host: listen().host, port: 0)
  }

  private func logFormat() throws -> ServeRequest.LogFormat {
    try optional("log-format", .choice()) ?? .text
  }

  private func minimumFreeMebibytes() throws -> Int {
    try number("minimum-free", in: 0...1_048_576) ?? 64
  }

  /// Both files of TLS, or neither.
  private func tlsFiles(_ surroundings: Surroundings) throws -> ServeRequest.TLSFiles? {
    switch (try optional("tls-certificate", .text), try optional("tls-key", .text)) {
    case (nil, nil): nil
    case (.some, nil): throw missing("tls-key", "FILE")
    case (nil, .some): throw missing("tls-certificate", "FILE")
    case (let certificate?, let key?):
      ServeRequest.TLSFiles(
        certificate: surroundings.absolute(certificate), key: surroundings.absolute(key))
    }
  }
}

/// A host and a port.
struct ListeningAddress {
  let host: String
  let port: UInt16
}

extension Form where Value == ListeningAddress {
  /// `HOST:PORT`; an IPv6 address stands in brackets.
  static let listening = Form(expectation: "HOST:PORT like 127.0.0.1:8080 or [::1]:8080") { text in
    guard let colon = text.utf8.lastIndex(of: UInt8(ascii: ":")) else { return nil }
    let port = text[text.utf8.index(after: colon)...]
    guard let number = wholeNumber(String(port)), (0...65_535).contains(number) else { return nil }
    var host = text[..<colon].utf8
    if host.first == UInt8(ascii: "["), host.last == UInt8(ascii: "]") {
      host = host.dropFirst().dropLast()
    } else if host.contains(UInt8(ascii: ":")) {
      return nil
    }
    guard !host.isEmpty, host.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    return ListeningAddress(host: String(decoding: host, as: UTF8.self), port: UInt16(number))
  }
}

extension Form where Value == [Int] {
  /// Numbers of days with commas or spaces between them.
  static let daysAhead = Form(expectation: "up to 10 numbers of days from 0 to 3660 like 90,30,7") { text in
    let parts = text.utf8.split { $0 == UInt8(ascii: ",") || $0 == 0x20 }
    let days = parts.map { wholeNumber(String(Substring($0))) }
    let isFit = (1...10).contains(days.count) && days.allSatisfy { $0.map((0...3660).contains) ?? false }
    return isFit ? days.compactMap(\.self) : nil
  }
}

extension Form where Value == [NetworkRange] {
  /// Addresses in numbers with commas or spaces between them, each alone or with the bits that count.
  static let networkRanges = Form(expectation: "addresses like 127.0.0.1,10.20.0.0/16") { text in
    let parts = text.utf8.split { $0 == UInt8(ascii: ",") || $0 == 0x20 }
    let ranges = parts.map { NetworkRange(String(Substring($0))) }
    return ranges.isEmpty || ranges.contains(nil) ? nil : ranges.compactMap(\.self)
  }
}

extension Form where Value == String {
  /// Scheme, host and port, without a path: `https://records.example`.
  static let origin = Form(expectation: "an address like https://records.example, without a path") { text in
    let octets = Array(text.utf8)
    let scheme = ["https://", "http://"].first { octets.starts(with: $0.utf8) }
    guard let scheme else { return nil }
    let authority = octets.dropFirst(scheme.utf8.count)
    let isPlain = authority.allSatisfy { octet in
      (0x30...0x3A).contains(octet) || (0x41...0x5B).contains(octet) || octet == UInt8(ascii: "]")
        || (0x61...0x7A).contains(octet) || octet == UInt8(ascii: "-") || octet == UInt8(ascii: ".")
    }
    return isPlain && !authority.isEmpty ? text : nil
  }
}
