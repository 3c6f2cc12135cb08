internal import CMicroHTTPD
internal import Glibc
internal import Synchronization

/// An answer in the library's own form.
///
/// `@safe`: the pointer is made in `init`, released once in `deinit`, and never leaves.
@safe struct PreparedResponse: ~Copyable {
  private let status: UInt32
  private let response: OpaquePointer

  private init(status: UInt32, response: OpaquePointer) {
    self.status = status
    unsafe self.response = response
  }

  /// Makes ready an answer; nil when its status or a field cannot be sent, or the system has no descriptor or
  /// memory left.
  ///
  /// - Parameter noteStreamed: told how many bytes of a stream were taken, each time that some are.
  static func make(
    _ answer: Response, closing: Bool, noteStreamed: @escaping @Sendable (Int) -> Void = { _ in }
  ) -> PreparedResponse? {
    guard answer.status >= 200, answer.status <= 599,
      let response = unsafe body(answer.body, noteStreamed)
    else {
      return nil
    }
    let prepared = unsafe PreparedResponse(status: UInt32(answer.status), response: response)
    for field in answer.headers {
      guard unsafe MHD_add_response_header(response, field.name, field.value) == .YES else { return nil }
    }
    if closing { unsafe _ = MHD_add_response_header(response, "Connection", "close") }
    return prepared
  }

  deinit { unsafe MHD_destroy_response(response) }

  /// Hands the answer to the connection; false when it does not take one now.
  func queue(on connection: OpaquePointer) -> Bool {
    unsafe MHD_queue_response(connection, status, response) == .YES
  }

  /// Small bodies are copied, large ones lent piece by piece, files left to the system.
  private static func body(
    _ body: Response.Body, _ noteStreamed: @escaping @Sendable (Int) -> Void
  ) -> OpaquePointer? {
    switch body {
    case .empty:
      unsafe MHD_create_response_from_buffer(0, nil, .RESPMEM_PERSISTENT)
    case .bytes(let bytes) where bytes.count <= 64 * 1024:
      unsafe bytes.withUnsafeBytes {
        // The library copies and does not write: its parameter lacks the const.
        unsafe MHD_create_response_from_buffer(
          $0.count, UnsafeMutableRawPointer(mutating: $0.baseAddress), .RESPMEM_MUST_COPY)
      }
    case .bytes(let bytes):
      unsafe lent(LargeBody([.bytes(bytes)]))
    case .pieces(let pieces):
      unsafe lent(LargeBody(pieces))
    case .stream(let stream):
      unsafe lent(StreamedBody(stream, note: noteStreamed))
    case .file(let file, let offset, let length):
      unsafe descriptor(of: file, offset: offset, length: length)
    }
  }

  private static func lent(_ body: LargeBody) -> OpaquePointer? {
    let owner = unsafe Unmanaged.passRetained(body)
    let response = unsafe MHD_create_response_from_callback(
      UInt64(body.count), 64 * 1024, readLargeBody, owner.toOpaque(), releaseLargeBody)
    if unsafe response == nil { unsafe owner.release() }
    return unsafe response
  }

  private static func lent(_ body: StreamedBody) -> OpaquePointer? {
    let owner = unsafe Unmanaged.passRetained(body)
    // MHD_SIZE_UNKNOWN: the end is told by the framing, or by closing where the client knows no other.
    let response = unsafe MHD_create_response_from_callback(
      UInt64.max, 64 * 1024, readStreamedBody, owner.toOpaque(), releaseStreamedBody)
    if unsafe response == nil { unsafe owner.release() }
    return unsafe response
  }

  /// The library closes the descriptor it is given, so it gets its own. It would wait for the rest of a part
  /// that reaches beyond the file's end, so there is none.
  private static func descriptor(of file: OpenFile, offset: Int, length: Int) -> OpaquePointer? {
    guard offset >= 0, length >= 0, length <= file.sizeBytes - offset else { return nil }
    let own = fcntl(file.descriptor, F_DUPFD_CLOEXEC, 0)
    guard own >= 0 else { return nil }
    let response = unsafe MHD_create_response_from_fd_at_offset64(UInt64(length), own, UInt64(offset))
    if unsafe response == nil { close(own) }
    return unsafe response
  }
}

/// Keeps the pieces of a large answer while the library reads them.
private final class LargeBody: Sendable {
  let count: Int
  private let pieces: [Response.Piece]
  /// Where each piece begins.
  private let starts: [Int]

  init(_ pieces: [Response.Piece]) {
    self.pieces = pieces
    var (starts, count) = ([Int](), 0)
    for piece in pieces {
      starts.append(count)
      count += piece.length
    }
    (self.starts, self.count) = (starts, count)
  }

  /// The last piece that begins at a place or before it.
  private func piece(at position: Int) -> Int {
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= position { low = middle } else { high = middle }
    }
    return low
  }

  /// Bytes of the piece that a place lies in, at most so many.
  func bytes(at position: Int, atMost room: Int) throws -> ArraySlice<UInt8> {
    let piece = piece(at: position)
    let offset = position - starts[piece]
    switch pieces[piece] {
    case .bytes(let bytes): return bytes[min(offset, bytes.count)...].prefix(room)
    case .source(let source): return try source.bytes(at: offset, count: room)[...].prefix(room)
    }
  }
}

private func readLargeBody(
  _ context: UnsafeMutableRawPointer?, _ position: UInt64, _ buffer: UnsafeMutablePointer<CChar>?,
  _ room: Int
) -> Int {
  guard let context = unsafe context, let buffer = unsafe buffer else { return -2 }
  let body = unsafe Unmanaged<LargeBody>.fromOpaque(context).takeUnretainedValue()
  // MHD_CONTENT_READER_END_OF_STREAM and _END_WITH_ERROR, cast macros Swift does not see.
  guard position < UInt64(body.count) else { return -1 }
  do {
    let bytes = try body.bytes(at: Int(position), atMost: room)
    guard !bytes.isEmpty else { return -2 }
    unsafe bytes.withUnsafeBytes { source in
      unsafe UnsafeMutableRawBufferPointer(start: buffer, count: bytes.count).copyMemory(from: source)
    }
    return bytes.count
  } catch {
    return -2
  }
}

/// Keeps a stream while the library reads it, with what was given and has not been sent yet.
private final class StreamedBody: Sendable {
  private let stream: any ByteStream
  private let note: @Sendable (Int) -> Void
  private let state = Mutex<(rest: ArraySlice<UInt8>, taken: Int)>(([], 0))

  init(_ stream: any ByteStream, note: @escaping @Sendable (Int) -> Void) {
    self.stream = stream
    self.note = note
  }

  /// The next bytes, at most so many; none only at the end.
  func bytes(atMost room: Int) throws -> ArraySlice<UInt8> {
    try state.withLock { state in
      note(state.taken)
      if state.rest.isEmpty { state.rest = try stream.next()[...] }
      let bytes = state.rest.prefix(room)
      state.rest = state.rest.dropFirst(bytes.count)
      state.taken += bytes.count
      return bytes
    }
  }
}

private func readStreamedBody(
  _ context: UnsafeMutableRawPointer?, _ position: UInt64, _ buffer: UnsafeMutablePointer<CChar>?,
  _ room: Int
) -> Int {
  guard let context = unsafe context, let buffer = unsafe buffer else { return -2 }
  let body = unsafe Unmanaged<StreamedBody>.fromOpaque(context).takeUnretainedValue()
  do {
    let bytes = try body.bytes(atMost: room)
    guard !bytes.isEmpty else { return -1 }
    unsafe bytes.withUnsafeBytes { source in
      unsafe UnsafeMutableRawBufferPointer(start: buffer, count: bytes.count).copyMemory(from: source)
    }
    return bytes.count
  } catch {
    return -2
  }
}

private func releaseStreamedBody(_ context: UnsafeMutableRawPointer?) {
  guard let context = unsafe context else { return }
  unsafe Unmanaged<StreamedBody>.fromOpaque(context).release()
}

private func releaseLargeBody(_ context: UnsafeMutableRawPointer?) {
  guard let context = unsafe context else { return }
  unsafe Unmanaged<LargeBody>.fromOpaque(context).release()
}
