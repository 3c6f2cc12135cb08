/// An answer: a status, header fields, and a body.
///
/// `Date`, `Content-Length`, `Transfer-Encoding` and the connection's fields are the server's to add. An
/// answer to HEAD is made like the one to GET: the server leaves its body out.
public struct Response: Sendable {
  /// One header field of an answer.
  public struct Field: Sendable, Equatable {
    /// The name.
    public var name: String
    /// The value, without control characters.
    public var value: String

    /// A field of this name and value.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The bytes that follow the head.
  public enum Body: Sendable {
    /// No body.
    case empty
    /// These bytes.
    case bytes([UInt8])
    /// A part of an open file: `length` bytes from `offset`. Sent without passing through this process.
    case file(OpenFile, offset: Int, length: Int)
    /// One after the other. Read as they are sent, on the connection's thread.
    case pieces([Piece])
    /// What a stream gives, to its end: nobody knows beforehand how much that is. Read as it is sent, on the
    /// connection's thread.
    case stream(any ByteStream)
  }

  /// A piece of a body that has several.
  public enum Piece: Sendable {
    /// These bytes.
    case bytes([UInt8])
    /// What a source has, read when its turn has come.
    case source(any ByteSource)

    var length: Int {
      switch self {
      case .bytes(let bytes): bytes.count
      case .source(let source): source.count
      }
    }
  }

  /// The status, 200…599.
  public var status: Int
  /// The header fields, in the order they are sent. A name or value that could break the framing (a control
  /// character), and a field that is the server's to add, make the answer unsendable: 500 is sent instead.
  public var headers: [Field]
  /// The body.
  public var body: Body

  /// An answer of this status, header fields and body.
  public init(status: Int, headers: [Field] = [], body: Body = .empty) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The value of the first header field of this name, without regard to case, or nil.
  public func header(_ name: String) -> String? {
    headers.first { $0.name.utf8.elementsEqual(name.utf8) { lowercased($0) == lowercased($1) } }?.value
  }

  /// The length of the body in bytes; nil where only its end will tell.
  public var bodyLength: Int? {
    switch body {
    case .empty: 0
    case .bytes(let bytes): bytes.count
    case .file(_, _, let length): length
    case .pieces(let pieces): pieces.reduce(0) { $0 + $1.length }
    case .stream: nil
    }
  }
}

/// Bytes that are made as they are sent. Read by one thread at a time.
public protocol ByteStream: AnyObject, Sendable {
  /// The next bytes; none only at the end. What is thrown ends the connection.
  func next() throws -> [UInt8]
}

/// Bytes that are read when they are sent, such as a file's.
public protocol ByteSource: Sendable {
  /// How many there are.
  var count: Int { get }
  /// At most so many bytes from an offset, and at least one before the end. What is thrown ends the connection.
  func bytes(at offset: Int, count: Int) throws -> [UInt8]
}
