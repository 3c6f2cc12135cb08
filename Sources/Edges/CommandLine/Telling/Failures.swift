internal import Arguments
internal import Operations

/// What went wrong, in lines for people, and what is answered to the shell.
struct Failure {
  let status: ExitStatus
  let lines: [String]

  init(_ error: any Error) {
    switch error {
    case let error as UsageError:
      self.init(.usage, lines: lineTexts(of: error.description))
    case let error as any Explainable: self.init(error.explanation)
    default: self.init(ExitStatus.failed, "\(error)", remedy: nil)
    }
  }

  private init(_ explanation: Explanation) {
    self.init(
      ExitStatus(explanation.category), explanation.message, remedy: explanation.remedy?.toldAsCommand)
  }

  private init(_ status: ExitStatus, _ message: String, remedy: String?) {
    self.init(status, lines: [remedy.map { "\(message) — \($0)" } ?? message])
  }

  private init(_ status: ExitStatus, lines: [String]) {
    self.status = status
    self.lines = lines
  }

  /// Tells the failure. Where even that fails nobody is listening any more; the exit status still says it.
  func tell(_ surroundings: Surroundings) {
    let text = lines.enumerated().map { index, line in
      prefix(of: line, at: index) + shown(line) + "\n"
    }
    do {
      try surroundings.messages(Array(text.joined().utf8))
    } catch {
      return
    }
  }
}

/// Who speaks, on the first line, unless it says so itself.
private func prefix(of line: String, at index: Int) -> String {
  index > 0 || line.utf8.starts(with: "registrar ".utf8) ? "" : "registrar: "
}

private func lineTexts(of text: String) -> [String] {
  text.utf8.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
}
