import Certificates
import Files
import JSON
import Operations
import Reports
import Values

/// Where the data shipped with the program lies: schemas, migrations, courses.
///
/// Looked for in `$REGISTRAR_HOME`, then `../share/registrar` beside the program, then the package root above `.build`.
struct ShippedFiles {
  let root: String

  /// Nothing that is shipped was found in any of the places.
  struct Missing: Error, CustomStringConvertible {
    let looked: [String]

    var description: String {
      "the files shipped with registrar (Schemas/sql) were found in none of \(looked.joined(separator: ", "));"
        + " set REGISTRAR_HOME to the folder that holds them"
    }
  }

  init() throws {
    var places: [String] = []
    if let home = ProcessContext.environment("REGISTRAR_HOME") { places.append(home) }
    let program = try ProcessContext.executablePath()
    places.append(ShippedFiles.folder(of: program) + "/../share/registrar")
    if let build = ShippedFiles.packageRoot(above: program) { places.append(build) }
    for place in places where try FileStatus.ifPresent(at: place + "/Schemas/sql") != nil {
      root = place
      return
    }
    throw Missing(looked: places)
  }

  /// The numbered steps of the database's schema, in order.
  func migrations() throws -> [(number: Int, name: String, sql: String)] {
    let folder = root + "/Schemas/sql"
    let names = try Folder.entries(of: folder).map(\.name).filter { $0.hasSuffix(".sql") }.sorted()
    return try names.map { name in
      let sql = try File.read("\(folder)/\(name)", limit: 1 << 20)
      let number = Int(name.dropFirst().prefix { $0 != "_" }) ?? 0
      return (number, String(name.dropLast(4)), String(decoding: sql, as: UTF8.self))
    }
  }

  /// The words of certificates, in the order of the languages' names.
  func wordings() throws -> [CertificateWording] {
    let folder = root + "/Schemas/messages/certificate"
    let names = try Folder.entries(of: folder).map(\.name).filter { $0.hasSuffix(".json") }.sorted()
    return try names.map { name in
      try CertificateWording(JSONDocument(File.read("\(folder)/\(name)", limit: 1 << 16)).root)
    }
  }

  /// The languages of reports: each file of messages is one.
  func reportLanguages() throws -> ReportLanguages {
    let (folder, start, end) = ("\(root)/Schemas/messages", "report.", ".json")
    guard try FileStatus.ifPresent(at: folder) != nil else { return .englishOnly }
    let names = try Folder.entries(of: folder).map(\.name).filter { $0.hasPrefix(start) && $0.hasSuffix(end) }
    let tags = names.sorted().compactMap { LanguageTag($0.dropFirst(start.count).dropLast(end.count)) }
    return ReportLanguages(beside: tags) { tag in
      try ReportWords(
        language: tag, json: File.read("\(folder)/\(start)\(tag)\(end)", limit: 1 << 20))
    }
  }

  /// The catalogues of the shipped courses.
  var catalogues: [String] {
    ["TrainTheTrainers", "PICARD"].map { "\(root)/Courses/\($0)/catalogue.xml" }
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  private static func packageRoot(above program: String) -> String? {
    guard let build = program.firstRange(of: "/.build") else { return nil }
    return String(program[..<build.lowerBound])
  }
}
