public import XML

/// One thing that a reader has to say about a package.
public struct Finding: Sendable, Hashable {
  /// How grave a finding is.
  public enum Severity: String, Sendable, CaseIterable {
    /// The package is refused.
    case error
    /// The package is accepted; its author should look at this.
    case warning
    /// The package is accepted; this tells how something was read.
    case note
  }

  /// What kind of finding it is.
  public let code: FindingCode
  /// What was found here, as a sentence for the package's author.
  public let message: String
  /// The file concerned, by its name in the package; nil where the package as a whole is.
  public let file: String?
  /// The line in that file, from 1.
  public let line: Int?
  /// The column in Unicode scalars, from 1.
  public let column: Int?
  /// The element concerned: `manifest/organizations/organization/item[2]`.
  public let elementPath: String?
  /// The text that is at fault, cut after 200 characters. Never a secret.
  public let offendingText: String?
  /// The line concerned, where it may be shown.
  public private(set) var sourceExcerpt: SourceExcerpt?

  /// How grave the finding is: the same for every finding of its code.
  public var severity: Severity { code.severity }
  /// What the author can do about it; nil where nothing is needed.
  public var fix: String? { code.fix }

  /// A finding with its facts; a place counts only together with a file.
  public init(
    _ code: FindingCode, _ message: String, file: String? = nil, place: Place? = nil,
    elementPath: String? = nil, offendingText: String? = nil
  ) {
    self.code = code
    self.message = message
    self.file = file
    line = file == nil ? nil : place?.line
    column = file == nil ? nil : place?.column
    self.elementPath = elementPath
    self.offendingText = offendingText.map { excerpt($0) }
  }

  /// A finding about a line of a file that is read line by line, from 1.
  ///
  /// - Parameter column: the column in Unicode scalars, from 1.
  public init(_ code: FindingCode, _ message: String, file: String, line: Int, column: Int = 1) {
    self.init(code, message, file: file, place: Place(line: line, column: column, byte: 0))
  }
}

extension Finding {
  /// The same finding with the line that it is about.
  func quoting(_ excerpt: SourceExcerpt) -> Finding {
    var finding = self
    finding.sourceExcerpt = excerpt
    return finding
  }

  /// The same finding, its file named from the folder above; the folder itself where it names no file.
  public func within(_ folder: String) -> Finding {
    let place = line.map { Place(line: $0, column: column ?? 1, byte: 0) }
    return Finding(
      code, message, file: file.map { "\(folder)/\($0)" } ?? folder, place: place, elementPath: elementPath,
      offendingText: offendingText)
  }
}

/// The text as a finding quotes it: cut after 200 scalars with an ellipsis.
public func excerpt(_ text: String) -> String {
  let scalars = text.unicodeScalars
  guard let end = scalars.index(scalars.startIndex, offsetBy: 200, limitedBy: scalars.endIndex),
    end < scalars.endIndex
  else { return text }
  return String(scalars[..<end]) + "…"
}
