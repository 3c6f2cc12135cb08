import Foundation
import Glibc
import HTTP
import HTTPClient
import Synchronization
import Testing

/// The client against a server of ours on loopback.
@Suite struct HTTPClientTests {
  @Test func aRequestAndItsAnswer() throws {
    let desk = Desk { request in
      #expect(request.head.method == "POST")
      #expect(request.head.headers["X-One"] == "two")
      #expect(request.head.headers["Expect"] == nil)
      return Response(
        status: 201, headers: [.init("Retry-After", "7")],
        body: .bytes(Array("\(request.head.path) ".utf8) + request.body))
    }
    try serving(desk) { (url) throws in
      let large = [UInt8](repeating: UInt8(ascii: "a"), count: 30_000)
      let client = client()
      for body in [Array("hello".utf8), [], large] {
        let answer = try client.send(
          OutgoingRequest("POST", url + "/path", headers: [("X-One", "two")], body: body))
        #expect(answer.status == 201)
        #expect(answer["retry-after"] == "7")
        #expect(answer["X-None"] == nil)
        #expect(answer.body == Array("/path ".utf8) + body)
      }
    }
  }

  @Test(arguments: [200, 204, 301, 400, 401, 404, 429, 500, 503])
  func everyStatusIsAnAnswer(status: Int) throws {
    try serving(Desk { _ in Response(status: status, headers: [.init("Location", "/other")]) }) {
      (url) throws in
      #expect(try client().send(OutgoingRequest("POST", url)).status == status)
    }
  }

  @Test(arguments: [301, 302, 303, 307, 308]) func aRedirectIsNotFollowed(status: Int) throws {
    let paths = Mutex<[String]>([])
    let desk = Desk { request in
      paths.withLock { $0.append(request.head.path) }
      return Response(status: status, headers: [.init("Location", "/other")])
    }
    try serving(desk) { (url) throws in
      let answer = try client().send(OutgoingRequest("POST", url + "/first"))
      #expect(answer.status == status)
      #expect(answer["Location"] == "/other")
    }
    #expect(paths.withLock { $0 } == ["/first"])
  }

  @Test func anAnswerMayBeSoLargeAndNoLarger() throws {
    try serving(
      Desk {
        Response(status: 200, body: .bytes([UInt8](repeating: 97, count: Int($0.head.path.dropFirst()) ?? 0)))
      }
    ) { (url) throws in
      var limits = HTTPClient.Limits()
      limits.bodyBytes = 1000
      let client = client(limits)
      #expect(try client.send(OutgoingRequest("GET", url + "/1000")).body.count == 1000)
      #expect(throws: ClientError.tooLarge) { try client.send(OutgoingRequest("GET", url + "/1001")) }
      #expect(throws: ClientError.tooLarge) { try client.send(OutgoingRequest("GET", url + "/900000")) }
      #expect(try client.send(OutgoingRequest("GET", url + "/10")).body.count == 10)
    }
  }

  @Test func aHeadMayBeSoLargeAndNoLarger() throws {
    try serving(
      Desk {
        let count = Int($0.head.path.dropFirst()) ?? 0
        return Response(status: 200, headers: [.init("X-Long", String(repeating: "a", count: count))])
      }
    ) { (url) throws in
      var limits = HTTPClient.Limits()
      limits.headBytes = 4000
      #expect(try client(limits).send(OutgoingRequest("GET", url + "/100")).status == 200)
      #expect(throws: ClientError.tooLarge) {
        try client(limits).send(OutgoingRequest("GET", url + "/5000"))
      }
    }
  }

  @Test func whoDoesNotAnswerIsNotWaitedFor() throws {
    try serving(
      Desk { _ in
        usleep(1_500_000)
        return Response(status: 200)
      }
    ) { (url) throws in
      var limits = HTTPClient.Limits()
      limits.totalMilliseconds = 300
      #expect(throws: ClientError.timedOut) { try client(limits).send(OutgoingRequest("GET", url)) }
    }
  }

  @Test func aRequestUnderWayIsCalledOff() throws {
    try serving(
      Desk { _ in
        usleep(2_500_000)
        return Response(status: 200)
      }
    ) { (url) throws in
      let stopped = Atomic(false)
      let client = HTTPClient(allows: { _, _ in true }, isStopped: { stopped.load(ordering: .relaxed) })
      let calling = Thread {
        usleep(200_000)
        stopped.store(true, ordering: .relaxed)
      }
      calling.start()
      #expect(throws: ClientError.stopped) { try client.send(OutgoingRequest("GET", url)) }
    }
  }

  /// What is asked is the address that is connected to, whatever the URL calls it.
  @Test(arguments: ["127.0.0.1", "localhost", "0x7f000001", "2130706433", "127.1", "[::ffff:127.0.0.1]"])
  func anAddressThatIsNotAllowedIsNotConnectedTo(host: String) throws {
    let desk = Desk { _ in Response(status: 200) }
    try serving(desk) { (url) throws in
      let port = url.split(separator: ":").last ?? ""
      let client = HTTPClient(allows: { address, _ in address.isPublic })
      let refused = #expect(throws: ClientError.self) {
        try client.send(OutgoingRequest("POST", "http://\(host):\(port)/"))
      }
      #expect(refused == .addressNotAllowed("127.0.0.1") || refused == .addressNotAllowed("::1"))
    }
    #expect(desk.asked.load(ordering: .relaxed) == 0)
  }

  @Test func theRuleIsToldWhetherTLSIsSpoken() throws {
    let told = Mutex<[Bool]>([])
    let client = HTTPClient(allows: { _, isSecure in
      told.withLock { $0.append(isSecure) }
      return false
    })
    for url in ["http://127.0.0.1:9/", "https://127.0.0.1:9/", "HTTPS://127.0.0.1:9/"] {
      #expect(throws: ClientError.self) { try client.send(OutgoingRequest("GET", url)) }
    }
    #expect(told.withLock { $0 } == [false, true, true])
  }

  @Test func nobodyListens() throws {
    let url = try serving(Desk { _ in Response(status: 200) }) { $0 }
    #expect(throws: ClientError.notConnected) { try client().send(OutgoingRequest("GET", url)) }
  }

  @Test(arguments: [
    ("file:///etc/passwd", "a"), ("ftp://127.0.0.1/", "a"), ("gopher://127.0.0.1/", "a"),
    ("nonsense://x", "a"),
    ("http://user:secret@127.0.0.1/", "a"), ("http://127.0.0.1/", "a\r\nX-Other: b"),
    ("http://127.0.0.1/", "a\0"),
  ]) func whatCannotBeSent(url: String, field: String) {
    #expect(throws: ClientError.unusable) {
      try client().send(OutgoingRequest("GET", url, headers: [("X-One", field)]))
    }
  }

  /// An unbroken chain of answers on one connection, after failures too.
  @Test func aClientGoesOnAfterFailures() throws {
    let desk = Desk { _ in Response(status: 200) }
    try serving(desk) { (url) throws in
      let client = client()
      for _ in 1...3 {
        #expect(throws: ClientError.notConnected) {
          try client.send(OutgoingRequest("GET", "http://127.0.0.1:1/"))
        }
        #expect(try client.send(OutgoingRequest("GET", url)).status == 200)
      }
    }
  }

  @Test(.enabled(if: Certificate.canBeMade, "openssl is not installed"))
  func whomNobodyVouchesForIsNotSpokenWith() throws {
    let certificate = try Certificate(for: "IP:127.0.0.1")
    let elsewhere = try Certificate(for: "DNS:records.example")
    let desk = Desk { _ in Response(status: 200) }
    try serving(desk, identity: certificate.identity) { (url) throws in
      #expect(throws: ClientError.notTrusted) { try client().send(OutgoingRequest("GET", url)) }
      #expect(throws: ClientError.notTrusted) {
        try client(authorities: elsewhere.path).send(OutgoingRequest("GET", url))
      }
      #expect(desk.asked.load(ordering: .relaxed) == 0)
      #expect(try client(authorities: certificate.path).send(OutgoingRequest("GET", url)).status == 200)
    }
    // Vouched for, under another name.
    try serving(desk, identity: elsewhere.identity) { (url) throws in
      #expect(throws: ClientError.notTrusted) {
        try client(authorities: elsewhere.path).send(OutgoingRequest("GET", url))
      }
    }
  }

  private func client(
    _ limits: HTTPClient.Limits = HTTPClient.Limits(), authorities: String? = nil
  ) -> HTTPClient {
    HTTPClient(limits: limits, authorities: authorities, allows: { _, _ in true })
  }
}

/// A handler made of one closure, and a count of what it was asked.
private final class Desk: RequestHandler {
  let asked = Atomic(0)
  private let answer: @Sendable (Request) -> Response

  init(_ answer: @escaping @Sendable (Request) -> Response) {
    self.answer = answer
  }

  func reception(of head: RequestHead) -> BodyReception { .collect(limitBytes: 1 << 20) }

  func respond(to request: Request, reply: Reply) {
    asked.add(1, ordering: .relaxed)
    reply.send(answer(request))
  }
}

/// Serves on a port that the system picks while the body runs, which is told the address.
@discardableResult
private func serving<Answer>(
  _ desk: Desk, identity: TLSIdentity? = nil, _ body: (String) throws -> Answer
) throws -> Answer {
  var configuration = Server.Configuration()
  configuration.port = 0
  configuration.stopTimeout = .seconds(5)
  configuration.identity = identity
  let server = try Server(configuration: configuration, handler: desk)
  defer { server.stop() }
  return try body("\(identity == nil ? "http" : "https")://127.0.0.1:\(server.port)")
}

/// A certificate that vouches for itself, made for one test.
private final class Certificate {
  static let canBeMade = ["/usr/bin/openssl", "/usr/local/bin/openssl"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  private let folder: String
  var path: String { folder + "/certificate.pem" }

  init(for name: String) throws {
    folder = NSTemporaryDirectory() + "registrar-certificate-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let openssl = Process()
    openssl.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    openssl.arguments = [
      "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
      "-keyout", folder + "/key.pem", "-out", path, "-days", "2", "-subj", "/CN=test", "-addext",
      "subjectAltName=\(name)",
    ]
    openssl.standardError = FileHandle.nullDevice
    try openssl.run()
    openssl.waitUntilExit()
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var identity: TLSIdentity {
    get throws {
      TLSIdentity(
        certificate: Array(try Data(contentsOf: URL(fileURLWithPath: path))),
        key: Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/key.pem"))))
    }
  }
}
