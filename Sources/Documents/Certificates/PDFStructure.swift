/// What has to be known of a PDF that cairo wrote, to add a part behind it.
struct PDFStructure {
  /// The number that the next object may have.
  let size: Int
  /// The number of the catalogue's object.
  let root: Int
  /// The number of the object that holds what a reader tells of the document.
  let information: Int
  /// Where the table of objects begins.
  let table: Int
  /// What stands between the brackets of the catalogue.
  let catalogue: String

  /// Nil where the octets are not as cairo writes them.
  init?(_ octets: [UInt8]) {
    guard octets.starts(with: Array("%PDF-1.".utf8)),
      let start = octets.lastRange(of: "startxref\n"), let table = PDFStructure.number(in: octets, at: start),
      table > 0, table < octets.count, octets[table...].starts(with: Array("xref\n0 ".utf8)),
      let trailer = octets.lastRange(of: "trailer\n"), trailer > table
    else { return nil }
    func reference(_ name: String) -> Int? {
      octets[trailer...].firstRange(of: Array("/\(name) ".utf8)).flatMap {
        PDFStructure.number(in: octets, at: $0.upperBound)
      }
    }
    guard let size = reference("Size"), let root = reference("Root"), let information = reference("Info"),
      root < size, let count = PDFStructure.number(in: octets, at: table + 7), count == size,
      let firstEntry = octets[table...].dropFirst(5).firstIndex(of: 0x0A).map({ $0 + 1 }),
      let place = PDFStructure.number(in: octets, at: firstEntry + 20 * root), place < table,
      let catalogue = PDFStructure.object(root, at: place, in: octets)
    else { return nil }
    (self.size, self.root, self.information, self.table) = (size, root, information, table)
    self.catalogue = catalogue
  }

  /// What stands between the brackets of an object that is a dictionary.
  private static func object(_ number: Int, at place: Int, in octets: [UInt8]) -> String? {
    let head = Array("\(number) 0 obj\n<< ".utf8)
    guard octets[place...].starts(with: head),
      let end = octets[place...].firstRange(of: Array(">>\nendobj".utf8))?.lowerBound,
      place + head.count <= end
    else { return nil }
    let lines = octets[(place + head.count)..<end].split { $0 == 0x0A || $0 == 0x20 }
    return lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
  }

  private static func number(in octets: [UInt8], at place: Int) -> Int? {
    guard octets.indices.contains(place) else { return nil }
    let digits = octets[place...].prefix(10).prefix { (0x30...0x39).contains($0) }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}

extension [UInt8] {
  /// Behind the last time that a text stands there.
  fileprivate func lastRange(of text: String) -> Int? {
    let sought = [UInt8](text.utf8)
    var place = count - sought.count
    while place >= 0 {
      if self[place] == sought[0], self[place..<(place + sought.count)].elementsEqual(sought) {
        return place + sought.count
      }
      place -= 1
    }
    return nil
  }
}

/// Objects that are written behind a PDF, with the table that tells where they are.
struct PDFUpdate {
  private let start: Int
  private var octets: [UInt8] = []
  private var places: [(number: Int, offset: Int)] = []

  /// - Parameter start: how many octets there are already.
  init(after start: Int) {
    self.start = start
  }

  mutating func add(_ number: Int, _ content: String) {
    places.append((number, start + octets.count))
    octets += "\(number) 0 obj\n\(content)\nendobj\n".utf8
  }

  /// All of it. The numbers of objects go up within the table.
  func finished(size: Int, root: Int, information: Int, previous: Int) -> [UInt8] {
    let table = start + octets.count
    var text = "xref\n"
    for place in places.sorted(by: { $0.number < $1.number }) {
      text += "\(place.number) 1\n\(PDFUpdate.padded(place.offset)) 00000 n \n"
    }
    text += """
      trailer
      << /Size \(size) /Root \(root) 0 R /Info \(information) 0 R /Prev \(previous) >>
      startxref
      \(table)
      %%EOF

      """
    return octets + text.utf8
  }

  private static func padded(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 10 - digits.utf8.count)) + digits
  }
}
