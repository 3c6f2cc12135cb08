import Foundation
import HTTP
import Testing

/// RFC 9110 §14.
@Suite struct ByteRangeTests {
  static let table: [(String, Int, ByteRange)] = [
    ("bytes=0-0", 10, .part(offset: 0, length: 1)),
    ("bytes=0-9", 10, .part(offset: 0, length: 10)),
    ("bytes=0-10", 10, .part(offset: 0, length: 10)),
    ("bytes=9-", 10, .part(offset: 9, length: 1)),
    ("bytes=10-", 10, .unsatisfiable),
    ("bytes=10-12", 10, .unsatisfiable),
    ("bytes=3-5", 10, .part(offset: 3, length: 3)),
    ("bytes=-1", 10, .part(offset: 9, length: 1)),
    ("bytes=-10", 10, .part(offset: 0, length: 10)),
    ("bytes=-11", 10, .part(offset: 0, length: 10)),
    ("bytes=-0", 10, .unsatisfiable),
    ("bytes=0-", 0, .unsatisfiable),
    ("bytes=-5", 0, .unsatisfiable),
    ("Bytes=1-1", 10, .part(offset: 1, length: 1)),
    ("bytes=0-99999999999999999999999999", 10, .part(offset: 0, length: 10)),
    ("bytes=99999999999999999999999999-", 10, .unsatisfiable),
    ("bytes=-99999999999999999999999999", 10, .part(offset: 0, length: 10)),
    ("bytes=5-3", 10, .whole),
    ("bytes=-", 10, .whole),
    ("bytes=", 10, .whole),
    ("bytes", 10, .whole),
    ("", 10, .whole),
    ("bytes=a-b", 10, .whole),
    ("bytes=+1-2", 10, .whole),
    ("bytes= 1-2", 10, .whole),
    ("bytes=0-1,3-4", 10, .whole),
    ("bytes=--1", 10, .whole),
    ("items=0-1", 10, .whole),
    ("bytes=\u{661}-\u{662}", 10, .whole),
  ]

  @Test(arguments: table) func reads(_ field: String, _ length: Int, _ expected: ByteRange) {
    #expect(ByteRange(field, length: length) == expected)
  }

  struct Row: CustomTestStringConvertible {
    let testDescription: String
    let headers: [(name: String, value: String)]
    let status: Int
    let contentRange: String?
    let text: String
  }

  static let answers: [Row] = [
    Row(testDescription: "no range", headers: [], status: 200, contentRange: nil, text: "0123456789"),
    Row(
      testDescription: "a part", headers: [("Range", "bytes=2-4")], status: 206, contentRange: "bytes 2-4/10",
      text: "234"),
    Row(
      testDescription: "the end", headers: [("Range", "bytes=-3")], status: 206, contentRange: "bytes 7-9/10",
      text: "789"),
    Row(
      testDescription: "past the end", headers: [("Range", "bytes=10-")], status: 416,
      contentRange: "bytes */10", text: ""),
    Row(
      testDescription: "the same tag", headers: [("Range", "bytes=0-0"), ("If-Range", "\"v1\"")], status: 206,
      contentRange: "bytes 0-0/10", text: "0"),
    Row(
      testDescription: "another tag", headers: [("Range", "bytes=0-0"), ("If-Range", "\"v2\"")], status: 200,
      contentRange: nil, text: "0123456789"),
    Row(
      testDescription: "a date",
      headers: [("Range", "bytes=0-0"), ("If-Range", "Mon, 01 Jan 2024 00:00:00 GMT")], status: 200,
      contentRange: nil, text: "0123456789"),
  ]

  @Test(arguments: answers, [false, true]) func cutsTheAnswer(_ row: Row, fromFile: Bool) throws {
    let file = try Self.open("0123456789")
    let desk = Desk { request, reply in
      let body = fromFile ? Response.Body.file(file, offset: 0, length: 10) : .bytes(Array("0123456789".utf8))
      reply.send(
        Response(status: 200, headers: [.init("ETag", "\"v1\"")], body: body).ranged(by: request.head))
    }
    try serving(desk) { server in
      let wire = try Wire(port: server.port)
      let fields = row.headers.map { "\($0.name): \($0.value)\r\n" }.joined()
      for _ in 1...2 {
        wire.send("GET / HTTP/1.1\r\nHost: a\r\n\(fields)\r\n")
        let answer = try wire.answer()
        #expect(answer.status == row.status)
        #expect(answer["Content-Range"] == row.contentRange)
        #expect(answer.text == row.text)
        #expect(answer["Accept-Ranges"] == (row.status == 416 ? nil : "bytes"))
      }
    }
  }

  @Test func otherAnswersAndMethodsAreLeftAlone() throws {
    let range = [(name: "Range", value: "bytes=0-0")]
    let post = try RequestHead(method: "POST", target: "/", headers: range)
    let head = try RequestHead(method: "HEAD", target: "/", headers: range)
    let get = try RequestHead(method: "GET", target: "/", headers: range)
    let answer = Response(status: 200, body: .bytes([1, 2]))
    #expect(answer.ranged(by: post).status == 200)
    #expect(answer.ranged(by: head).status == 200)
    #expect(answer.ranged(by: get).status == 206)
    #expect(Response(status: 404, body: .bytes([1, 2])).ranged(by: get).status == 404)
  }

  @Test(arguments: [
    (0, 10, 200), (4, 6, 200), (10, 0, 200), (0, 11, 500), (10, 1, 500), (-1, 1, 500), (0, -1, 500),
  ])
  func partOfAFileMustBeInIt(_ offset: Int, _ length: Int, _ status: Int) throws {
    let file = try Self.open("0123456789")
    #expect(file.sizeBytes == 10)
    let desk = Desk { _, reply in
      reply.send(Response(status: 200, body: .file(file, offset: offset, length: length)))
    }
    try serving(desk) { server in
      let wire = try Wire(port: server.port)
      wire.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
      let answer = try wire.answer()
      #expect(answer.status == status)
      #expect(status != 200 || answer.text == String("0123456789".dropFirst(offset).prefix(length)))
    }
  }

  @Test func fileIsClosedWhenNobodyHoldsIt() throws {
    var file: OpenFile? = try Self.open("x")
    weak let held = file
    #expect(held != nil)
    file = nil
    #expect(held == nil)
  }

  static func open(_ text: String) throws -> OpenFile {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data(text.utf8).write(to: place)
    defer { unsafe _ = unlink(place.path) }
    let descriptor = unsafe Glibc.open(place.path, O_RDONLY | O_CLOEXEC)
    try #require(descriptor >= 0)
    return OpenFile(takingOver: descriptor)
  }
}
