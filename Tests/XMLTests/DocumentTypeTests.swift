import Glibc
import Testing
import XML

/// Row 4: a document type is refused where it stands, and nothing that it names is opened.
@Suite struct DocumentTypeTests {
  private static let laughs =
    (1...9).map { "<!ENTITY l\($0) '\(String(repeating: "&l\($0 - 1);", count: 10))'>" }.joined()

  @Test(arguments: [
    ("an entity of its own", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
    ("an entity in a file", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/hostname'>]><a>&b;</a>"),
    ("an entity at an address", "<!DOCTYPE a [<!ENTITY b SYSTEM 'http://127.0.0.1/b'>]><a>&b;</a>"),
    ("a parameter entity", "<!DOCTYPE a [<!ENTITY % b SYSTEM 'file:///etc/hostname'> %b;]><a/>"),
    ("a definition in a file", "<!DOCTYPE a SYSTEM 'file:///etc/hostname'><a/>"),
    ("a definition at an address", "<!DOCTYPE a PUBLIC '-//X//X' 'http://127.0.0.1/a.dtd'><a/>"),
    ("a billion laughs", "<!DOCTYPE a [<!ENTITY l0 'ha'>\(laughs)]><a>&l9;</a>"),
    ("in a deep place", "<!DOCTYPE a [<!--\n\n--><!ENTITY b 'c'>]><a>&b;</a>"),
  ])
  func `is refused at its first character`(name: String, text: String) throws {
    let start = threadMicroseconds()
    let error = #expect(throws: XMLError.self) { try read("<?xml version=\"1.0\"?>\n\(text)") }
    #expect(threadMicroseconds() - start < 100_000, "row 5: “refused in < 100 ms”")
    #expect(error?.code == .doctype)
    #expect(error?.place?.description == "2:1")
  }

  /// The time that this thread has worked, whatever else the machine does.
  private func threadMicroseconds() -> Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
  }

  @Test func `opens no file`() throws {
    var template = Array("\(P_tmpdir)/registrar-XXXXXX".utf8CString)
    let file = unsafe mkstemp(&template)
    try #require(file >= 0)
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let watch = inotify_init1(Int32(IN_NONBLOCK))
    defer {
      close(watch)
      close(file)
      unsafe unlink(path)
    }
    let watched = unsafe inotify_add_watch(watch, path, UInt32(IN_OPEN | IN_ACCESS))
    try #require(watched >= 0)
    for text in references(to: "file://\(path)") + references(to: path) {
      #expect(throws: XMLError.self) { try read(text) }
    }
    var event = [UInt8](repeating: 0, count: 4096)
    let seen = unsafe Glibc.read(watch, &event, event.count)
    #expect(seen == -1, "the file was opened")
    close(unsafe open(path, O_RDONLY))
    let seenThen = unsafe Glibc.read(watch, &event, event.count)
    #expect(seenThen > 0, "an opening would have been seen")
  }

  @Test func `opens no connection`() throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
    defer { close(listener) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = unsafe withUnsafeMutablePointer(to: &address) {
      unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe bind(listener, $0, length) == 0 && listen(listener, 8) == 0
          && getsockname(listener, $0, &length) == 0
      }
    }
    try #require(bound)
    for text in references(to: "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))/x") {
      #expect(throws: XMLError.self) { try read(text) }
    }
    let caller = accept(listener, nil, nil)
    #expect(caller == -1, "somebody connected")
  }

  /// Every way in which a document can refer to what lies elsewhere, the schema's and the style sheet's too.
  private func references(to place: String) -> [String] {
    [
      "<!DOCTYPE a SYSTEM '\(place)'><a/>", "<!DOCTYPE a PUBLIC 'x' '\(place)'><a/>",
      "<!DOCTYPE a [<!ENTITY b SYSTEM '\(place)'>]><a>&b;</a>",
      "<!DOCTYPE a [<!ENTITY % b SYSTEM '\(place)'> %b;]><a/>",
      """
      <?xml-stylesheet href='\(place)'?><a xmlns:i='http://www.w3.org/2001/XInclude'
        xmlns:s='http://www.w3.org/2001/XMLSchema-instance' s:schemaLocation='urn:a \(place)'><i:include href='\(place)'/>
      """,
    ]
  }

  private func read(_ text: String) throws -> XMLDocument {
    try XMLDocument(bytes: Array(text.utf8), source: "test.xml")
  }
}
