internal import Arguments
internal import Spelling

/// A settings file: a line for each setting, `name = value`; empty lines and lines that begin with `#` are passed over.
///
/// A setting is called what its option is called on the command line; what is a flag there is `yes` or `no` here. A
/// value goes to the end of its line: nothing is quoted and nothing escaped.
struct SettingsFile: Sendable {
  struct Entry: Sendable, Equatable {
    let name: String
    let value: String
    /// Where the name stands.
    let place: Place
    /// Where the value stands, or would.
    let valuePlace: Place
  }

  /// Line and column from 1; columns count Unicode scalars.
  struct Place: Sendable, Equatable {
    let line: Int
    let column: Int
  }

  /// What cannot be used of a file, and where.
  struct Fault: Sendable, Equatable {
    let place: Place
    let message: String
    /// The name that was likely meant.
    var suggestion: String?
  }

  /// The file as it was named.
  let path: String
  let entries: [Entry]
  let faults: [Fault]
  /// The entries that nothing is wrong with by themselves.
  let usable: [Entry]

  /// The longest that a file may be, in bytes.
  static let limitBytes = 64 << 10

  init(_ octets: [UInt8], path: String) {
    self.path = path
    var (entries, usable, faults): ([Entry], [Entry], [Fault]) = ([], [], [])
    for (number, line) in SettingsFile.withoutByteOrderMark(octets).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    )
    .enumerated() {
      switch SettingsFile.read(line, number: number + 1) {
      case .nothing: continue
      case .entry(let entry) where entries.contains { $0.name == entry.name }:
        faults.append(Fault(place: entry.place, message: "“\(entry.name)” is set a second time"))
      case .entry(let entry):
        let fault = SettingsFile.fault(of: entry)
        if let fault { faults.append(fault) } else { usable.append(entry) }
        entries.append(entry)
      case .fault(let fault): faults.append(fault)
      }
    }
    self.entries = entries
    self.usable = usable
    self.faults = faults
  }

  private static func withoutByteOrderMark(_ octets: [UInt8]) -> ArraySlice<UInt8> {
    octets.starts(with: [0xEF, 0xBB, 0xBF]) ? octets.dropFirst(3) : octets[...]
  }

  /// Every setting there is: the options of `serve`, and the data folder.
  static let known: [Option] =
    Verb.serve.command.options + Grammar.registrar.globalOptions.filter { $0.name == "data" }

  func value(_ name: String) -> String? { entries.first { $0.name == name }?.value }

  func entry(_ name: String) -> Entry? { entries.first { $0.name == name } }

  /// The usable settings as words of a command line, but for those of these names.
  func words(without given: (String) -> Bool) -> [String] {
    usable.filter { !given($0.name) }.flatMap(SettingsFile.words)
  }

  private enum Line {
    case nothing
    case entry(Entry)
    case fault(Fault)
  }

  private static func read(_ line: ArraySlice<UInt8>, number: Int) -> Line {
    let start = Place(line: number, column: 1)
    guard let text = String(validating: line, as: UTF8.self) else {
      return .fault(Fault(place: start, message: "the line is not UTF-8"))
    }
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.firstIndex(where: { !isBlank($0) }), scalars[first] != "#" else {
      return .nothing
    }
    let place = Place(line: number, column: first + 1)
    guard let equals = scalars.firstIndex(of: "=") else {
      return .fault(Fault(place: place, message: "there is no “=”: a setting is written name = value"))
    }
    let rest = scalars[(equals + 1)...]
    let value = rest.firstIndex { !isBlank($0) } ?? rest.startIndex
    return .entry(
      Entry(
        name: trimmed(scalars[..<equals]), value: trimmed(rest), place: place,
        valuePlace: Place(line: number, column: value + 1)))
  }

  private static func trimmed(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    let start = scalars.drop(while: isBlank)
    text.append(
      contentsOf: start.prefix(
        (start.lastIndex { !isBlank($0) } ?? start.startIndex - 1) - start.startIndex + 1))
    return String(text)
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\r"
  }
}

extension SettingsFile {
  /// What is wrong with a setting by itself; nil where nothing is.
  private static func fault(of entry: Entry) -> Fault? {
    guard let option = known.first(where: { $0.name == entry.name }) else {
      return Fault(
        place: entry.place, message: "there is no setting “\(entry.name)”",
        suggestion: nearest(to: entry.name, among: known.map(\.name)))
    }
    if option.valueName == nil, entry.value != "yes", entry.value != "no" {
      return Fault(place: entry.valuePlace, message: "“\(entry.name)” is yes or no, not “\(entry.value)”")
    }
    guard !entry.value.isEmpty else {
      return Fault(
        place: entry.valuePlace,
        message: "“\(entry.name)” has no value: write \(entry.name) = \(option.valueName ?? "")")
    }
    do {
      try Given(serving: words(of: entry)).checkServeValues()
      return nil
    } catch let error as UsageError {
      return Fault(place: entry.valuePlace, message: error.description.firstLine)
    } catch {
      return Fault(place: entry.valuePlace, message: "\(error)")
    }
  }

  private static func words(of entry: Entry) -> [String] {
    let isFlag = known.contains { $0.name == entry.name && $0.valueName == nil }
    guard isFlag else { return ["--\(entry.name)=\(entry.value)"] }
    return entry.value == "yes" ? ["--\(entry.name)"] : []
  }
}

extension Given {
  /// What `serve` is given by these words.
  init(serving words: [String]) throws(UsageError) {
    guard case .invocation(let invocation) = try Grammar.registrar.parse(["serve"] + words) else {
      preconditionFailure("words that begin with two dashes and a setting's name ask for no help")
    }
    self.init(invocation: invocation)
  }
}

extension String {
  /// What stands before the first line end.
  var firstLine: String { String(Substring(utf8.prefix { $0 != UInt8(ascii: "\n") })) }
}
