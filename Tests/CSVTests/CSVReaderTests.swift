import CSV
import Testing

/// RFC 4180, and what spreadsheets really write.
@Suite struct CSVReaderTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let records: [[String]]
    var separator = Separator.comma
    var testDescription: String { name }
  }

  @Test(arguments: [
    Row(name: "§2.1 records end in CR LF", text: "a,b\r\nc,d\r\n", records: [["a", "b"], ["c", "d"]]),
    Row(
      name: "§2.2 the last line end may be missing", text: "a,b\r\nc,d", records: [["a", "b"], ["c", "d"]]),
    Row(name: "§2.4 spaces belong to the field", text: " a , b ", records: [[" a ", " b "]]),
    Row(name: "§2.5 fields may be quoted", text: "\"a\",\"b\"\n", records: [["a", "b"]]),
    Row(
      name: "§2.6 separators and line ends in quotes", text: "\"a,1\",\"b\r\n2\"\r\nc,d",
      records: [["a,1", "b\r\n2"], ["c", "d"]]),
    Row(name: "§2.7 a doubled quote is a quote", text: "\"a\"\"b\",\"\"\"\"", records: [["a\"b", "\""]]),
    Row(name: "lines end in LF", text: "a\nb\n", records: [["a"], ["b"]]),
    Row(name: "lines end in CR", text: "a\rb\r", records: [["a"], ["b"]]),
    Row(name: "an empty line is a record of one empty field", text: "a\n\nb", records: [["a"], [""], ["b"]]),
    Row(name: "an empty last field", text: "a,\n", records: [["a", ""]]),
    Row(name: "an empty quoted field", text: "\"\",b", records: [["", "b"]]),
    Row(name: "a byte order mark", text: "\u{FEFF}a,b", records: [["a", "b"]]),
    Row(
      name: "a byte order mark before a quote", text: "\u{FEFF}\"a,1\",b", records: [["a,1", "b"]]),
    Row(name: "semicolons", text: "a;b,c;d", records: [["a", "b,c", "d"]], separator: .semicolon),
    Row(name: "tabs", text: "a\tb\n1,5\t2", records: [["a", "b"], ["1,5", "2"]], separator: .tab),
    Row(
      name: "separators in quotes are not counted", text: "\"a,b,c,d\";e\n", records: [["a,b,c,d", "e"]],
      separator: .semicolon),
    Row(
      name: "the line that announces the separator", text: "sep=;\r\na,b,c;d", records: [["a,b,c", "d"]],
      separator: .semicolon),
    Row(
      name: "the same behind a byte order mark", text: "\u{FEFF}sep=\t\na,b\tc", records: [["a,b", "c"]],
      separator: .tab),
    Row(
      name: "a quote with a combining mark is still a quote", text: "\"a\"\"\u{301}b\",c",
      records: [["a\"\u{301}b", "c"]]),
    Row(
      name: "a separator with a combining mark is still one", text: "a,\u{301}b",
      records: [["a", "\u{301}b"]]),
    Row(name: "other scripts", text: "أمينة,Łukasz\n", records: [["أمينة", "Łukasz"]]),
  ])
  func reads(row: Row) throws {
    var reader = try CSVReader(Array(row.text.utf8))
    #expect(reader.separator == row.separator)
    var records: [[String]] = []
    while let record = try reader.next() {
      records.append(record.fields.map(\.text))
      #expect(record.number == records.count)
    }
    #expect(records.map { $0.map { Array($0.utf8) } } == row.records.map { $0.map { Array($0.utf8) } })
  }

  @Test("Places are lines and columns of the file, in Unicode scalars, from 1")
  func places() throws {
    var reader = try CSVReader(Array("é,\"x\r\ny\",z\n,w".utf8))
    let first = try #require(try reader.next())
    #expect(first.fields.map(\.place.description) == ["1:1", "1:3", "2:4"])
    let second = try #require(try reader.next())
    #expect(second.fields.map(\.place.description) == ["3:1", "3:2"])
    #expect(second.fields.map(\.place.byte) == [12, 13])
  }

  @Test func recordsWithoutTextAreEmpty() throws {
    var reader = try CSVReader(Array("a,b\n,\n\n , \n".utf8))
    #expect(try reader.next()?.isEmpty == false)
    #expect(try reader.next()?.isEmpty == true)
    #expect(try reader.next()?.isEmpty == true)
    #expect(try reader.next()?.isEmpty == false, "white space is text")
  }

  struct Fault: CustomTestStringConvertible, Sendable {
    let name: String
    let bytes: [UInt8]
    let expected: String
    var limits = CSVLimits(fileBytes: 100, fieldBytes: 10, fields: 3, records: 3)
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ expected: String) {
      self.init(name, Array(text.utf8), expected)
    }

    init(_ name: String, _ bytes: [UInt8], _ expected: String) {
      (self.name, self.bytes, self.expected) = (name, bytes, expected)
    }
  }

  @Test(arguments: [
    Fault("nothing", "", "empty"),
    Fault("a byte order mark and nothing else", "\u{FEFF}", "empty"),
    Fault("white space only", " \r\n\t\n", "empty"),
    Fault("a lone quote", "a,b\"c", "quote-in-field 1:4"),
    Fault("a lone quote at the end of a field", "a,b\"\n", "quote-in-field 1:4"),
    Fault("text behind a closing quote", "\"a\"b,c", "text-after-quote 1:4"),
    Fault("a space behind a closing quote", "\"a\" ,c", "text-after-quote 1:4"),
    Fault("a quote that is never closed", "a\nb,\"c\nd", "quote-unclosed 2:3"),
    Fault("NUL", "a,b\0", "forbidden-character 1:4"),
    Fault("UTF-16 with its mark", [0xFF, 0xFE, 0x61, 0], "encoding-unsupported"),
    Fault("UTF-16 without", [0x61, 0, 0x2C, 0], "encoding-unsupported"),
    Fault("UTF-16, the other order", [0, 0x61, 0, 0x2C], "encoding-unsupported"),
    Fault("UTF-32", [0xFF, 0xFE, 0, 0], "encoding-unsupported"),
    Fault("windows-1252", [0x61, 0x2C, 0x4A, 0x6F, 0x73, 0xE9], "encoding-unsupported 1:3"),
    Fault("half a character", [0x61, 0xC3], "encoding-unsupported 1:1"),
    Fault("a surrogate", [0x61, 0x0A, 0xED, 0xA0, 0x80], "encoding-unsupported 2:1"),
    Fault("a byte too many", String(repeating: "a,b\n", count: 26), "too-large"),
    Fault("a field of eleven bytes", "a\nb,12345678901", "field-too-long 2:3"),
    Fault("a quoted one", "\"1234567890", "field-too-long 1:1"),
    Fault("four fields", "a,b,c,d", "too-many-fields 1:7"),
    Fault("four records", "a\nb\nc\nd", "too-many-records 4:1"),
  ])
  func refuses(fault: Fault) {
    let error = #expect(throws: CSVError.self) {
      var reader = try CSVReader(fault.bytes, limits: fault.limits)
      while try reader.next() != nil {}
    }
    #expect(error.map { told($0) } == fault.expected)
  }

  @Test(arguments: [
    ([0xFF, 0xFE, 0x61, 0] as [UInt8], "UTF-16 (little-endian)"),
    ([0xFE, 0xFF, 0, 0x61], "UTF-16 (big-endian)"),
    ([0x61, 0, 0, 0], "UTF-32"), ([0x4A, 0x6F, 0x73, 0xE9], "windows-1252"),
  ])
  func otherEncodingsAreRefusedByName(bytes: [UInt8], name: String) {
    let error = #expect(throws: CSVError.self) {
      var reader = try CSVReader(bytes)
      _ = try reader.next()
    }
    #expect(error?.message.contains(name) == true)
  }

  @Test("each limit itself is allowed")
  func limitsAreReached() throws {
    let limits = CSVLimits(fileBytes: 21, fieldBytes: 10, fields: 3, records: 3)
    var reader = try CSVReader(Array("1234567890,\"45678\",c\n".utf8), limits: limits)
    #expect(try reader.next()?.fields.count == 3)
  }

  private func told(_ error: CSVError) -> String {
    [error.code.rawValue, error.place?.description].compactMap(\.self).joined(separator: " ")
  }
}
