internal import JSON
internal import Representations

/// How a command tells what it has to tell: data to the output, everything else to the messages.
struct Output: Sendable {
  let surroundings: Surroundings
  /// Whether data is asked for as JSON.
  let isJSON: Bool
  /// What the command line said of where the records are, `--data DIR` and `--settings FILE`, ready for a shell; empty
  /// where it said nothing.
  let place: [String]

  /// Data, a line each.
  func lines(_ lines: [String]) throws {
    guard !lines.isEmpty else { return }
    try surroundings.output(Array((lines.joined(separator: "\n") + "\n").utf8))
  }

  /// A record as JSON: indented where a person reads it, else on one line.
  func json(_ record: some Representable) throws {
    let layout: JSONWriter.Layout = surroundings.outputIsTerminal ? .indented : .compact
    try surroundings.output(record.json(layout) + [UInt8(ascii: "\n")])
  }

  /// Data as it stands.
  func bytes(_ bytes: [UInt8]) throws {
    try surroundings.output(bytes)
  }

  func table(_ table: Table) throws {
    try lines(table.lines(columns: surroundings.columns))
  }

  /// A message: one sentence on one line.
  func say(_ sentence: String) throws {
    try surroundings.messages(Array((shown(sentence) + "\n").utf8))
  }

  /// What to type next, on the records that the command line named.
  ///
  /// - Parameters:
  ///   - command: the words after the program's name, quoted for a shell where they need it.
  ///   - folder: the data folder of the next command, where that is another one.
  func next(_ command: String, on folder: String? = nil) throws {
    let place = folder.map { ["--data", quotedForShell($0)] } ?? place
    try say("Next: " + (["registrar"] + place + [command]).joined(separator: " "))
  }
}

/// Counts work on one line of a terminal; says nothing where nobody sees it.
final class ProgressLine {
  private let surroundings: Surroundings
  private let unit: String
  private var isShown = false
  private var shownMebibytes = -1
  private var shownStep = ""

  /// - Parameter unit: what is counted, `files`.
  init(surroundings: Surroundings, unit: String) {
    self.surroundings = surroundings
    self.unit = unit
  }

  /// Shows the count, every so often.
  func show(_ count: Int) {
    guard surroundings.messagesAreTerminal, count > 0, count % 256 == 0 else { return }
    isShown = true
    write("\r\(count) \(unit) …")
  }

  /// Shows how far a step has got, in MiB, whenever that number has changed.
  func show(_ step: String, bytes: Int) {
    let mebibytes = bytes >> 20
    guard surroundings.messagesAreTerminal, mebibytes != shownMebibytes || step != shownStep else { return }
    (isShown, shownMebibytes, shownStep) = (true, mebibytes, step)
    write("\r\u{1B}[K\(step): \(mebibytes) MiB …")
  }

  /// Shows how much of a file was gone through as a bar, with the count; the count alone where its size is not known.
  func show(_ count: Int, bytes: Int, of size: Int?) {
    guard surroundings.messagesAreTerminal else { return }
    isShown = true
    guard let size, size > 0 else { return write("\r\u{1B}[K\(count) \(unit) …") }
    let done = min(bytes, size)
    let width = 24
    let filled = done * width / size
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    write("\r\u{1B}[K\(bar) \(done * 100 / size) %, \(count) \(unit) …")
  }

  /// Takes the line away.
  func clear() {
    if isShown { write("\r\u{1B}[K") }
  }

  /// Progress is an aside: a terminal that no longer takes it does not stop the work.
  private func write(_ text: String) {
    do {
      try surroundings.messages(Array(text.utf8))
    } catch {
      return
    }
  }
}

/// A word as a shell of POSIX takes it: in quotes where it is not of plain letters, digits and `./_-` alone.
func quotedForShell(_ word: String) -> String {
  let isPlain = word.utf8.allSatisfy { octet in
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(octet | 0x20)
      || (UInt8(ascii: "-")...UInt8(ascii: "9")).contains(octet) || octet == UInt8(ascii: "_")
  }
  guard !isPlain else { return word }
  let escaped = word.utf8.flatMap { $0 == UInt8(ascii: "'") ? Array("'\\''".utf8) : [$0] }
  return "'" + String(decoding: escaped, as: UTF8.self) + "'"
}
