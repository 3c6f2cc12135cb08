import CommandLine
import Synchronization
import Testing

struct ServeTests {
  @Test(arguments: [
    ("nothing said", [], "127.0.0.1", 8080),
    ("a port of the system's choice", ["--listen", "127.0.0.1:0"], "127.0.0.1", 0),
    ("the last port", ["--listen", "localhost:65535"], "localhost", 65_535),
    ("IPv6 in brackets", ["--listen", "[::1]:8080"], "::1", 8080),
  ])
  func theListeningAddressIsRead(row: String, words: [String], host: String, port: UInt16) throws {
    let desk = try Desk()
    #expect(desk.run(["serve"] + words).status == 0)
    let request = try #require(desk.served.requests.withLock { $0 }.first)
    #expect(request.host == host)
    #expect(request.port == port)
    #expect(request.folder == desk.dataFolder)
    #expect(request.origin == nil)
    #expect(request.defaultXAPIVersion == nil)
  }

  @Test(arguments: ["::1:8080", "8080", "localhost", "[]:1", "a b:1", "127.0.0.1:+1", "127.0.0.1:"])
  func whatIsNoAddressIsRefused(listen: String) throws {
    let desk = try Desk()
    #expect(desk.run("serve", "--listen", listen).status == 2)
    #expect(desk.served.requests.withLock { $0.isEmpty })
  }

  @Test func originAndVersionAreHandedOn() throws {
    let desk = try Desk()
    #expect(
      desk.run("serve", "--origin", "https://records.example:8443", "--xapi-default-version", "2.0.0").status
        == 0)
    let request = try #require(desk.served.requests.withLock { $0 }.first)
    #expect(request.origin == "https://records.example:8443")
    #expect(request.defaultXAPIVersion == "2.0.0")
  }
}
