internal import CPangoCairo

/// A page of a PDF that is drawn upon, and the next one when it is turned. What is drawn in the same way gives the same
/// octets, with the same fonts.
///
/// `@safe`: surface and context are made in `init` and freed once in `deinit`; the sink that cairo writes to lives as long
/// as they do. Used by one thread.
@safe public final class PDFPage {
  /// What a reader tells of the document.
  public struct Information: Sendable {
    public let title: String
    public let author: String
    public let subject: String
    /// An instant as ISO 8601 has it: when the document says that it was made.
    public let createdAt: String

    public init(title: String, author: String, subject: String, createdAt: String) {
      self.title = title
      self.author = author
      self.subject = subject
      self.createdAt = createdAt
    }
  }

  private let sink = Sink()
  private let forward: UnsafeMutablePointer<shim_sink>
  private let surface: OpaquePointer?
  private let context: OpaquePointer

  /// A page of this size, in points.
  public init(width: Double, height: Double, _ information: Information) throws(TypesettingError) {
    unsafe forward = .allocate(capacity: 1)
    unsafe forward.initialize(
      to: shim_sink(write: appendToSink, closure: Unmanaged.passUnretained(sink).toOpaque()))
    unsafe surface = shim_pdf_surface(forward, width, height)
    let facts = [
      (CAIRO_PDF_METADATA_TITLE, information.title), (CAIRO_PDF_METADATA_AUTHOR, information.author),
      (CAIRO_PDF_METADATA_SUBJECT, information.subject), (CAIRO_PDF_METADATA_CREATOR, "Registrar"),
      (CAIRO_PDF_METADATA_CREATE_DATE, information.createdAt),
      (CAIRO_PDF_METADATA_MOD_DATE, information.createdAt),
    ]
    for (fact, text) in facts { unsafe cairo_pdf_surface_set_metadata(surface, fact, text) }
    guard let context = unsafe cairo_create(surface) else {
      preconditionFailure("cairo gives a context, or one that tells its error")
    }
    unsafe self.context = context
    try check()
  }

  deinit {
    unsafe cairo_destroy(context)
    unsafe cairo_surface_destroy(surface)
    unsafe forward.deinitialize(count: 1)
    unsafe forward.deallocate()
  }

  /// Goes on to an empty page of the same size; nothing can be drawn on this one any more.
  public func turn() throws(TypesettingError) {
    unsafe cairo_show_page(context)
    try check()
  }

  /// Lists a place in the contents that a reader shows beside the pages.
  ///
  /// - Parameters:
  ///   - page: the number of the page, from 1.
  ///   - top: how far from its upper edge, in points.
  public func list(_ title: String, page: Int, top: Double) {
    let target = "page=\(page) pos=[0 \(Int(top))]"
    _ = unsafe cairo_pdf_surface_add_outline(
      surface, CAIRO_PDF_OUTLINE_ROOT, title, target, CAIRO_PDF_OUTLINE_FLAG_OPEN)
  }

  /// The octets of the document; nothing can be drawn any more.
  public func finish() throws(TypesettingError) -> [UInt8] {
    unsafe cairo_show_page(context)
    try check()
    unsafe cairo_surface_finish(surface)
    let status = unsafe cairo_surface_status(surface)
    guard status == CAIRO_STATUS_SUCCESS else { throw TypesettingError(status) }
    return sink.octets
  }

  private func check() throws(TypesettingError) {
    let status = unsafe cairo_status(context)
    guard status == CAIRO_STATUS_SUCCESS else { throw TypesettingError(status) }
  }

  /// Draws what is a part of the document's structure: `H1`, `P`, `Span` (ISO 32000 14.8.4). Readers that speak go along it.
  public func tagged<Failure: Error>(
    _ name: String, _ attributes: String = "", _ draw: () throws(Failure) -> Void
  ) throws(Failure) {
    unsafe cairo_tag_begin(context, name, attributes)
    defer { unsafe cairo_tag_end(context, name) }
    try draw()
  }

  /// Draws what is no content but ornament.
  public func fill(_ path: Path, _ colour: Colour, opacity: Double = 1) {
    trace(path)
    unsafe cairo_set_source_rgba(context, colour.red, colour.green, colour.blue, opacity)
    unsafe cairo_fill(context)
  }

  /// Draws a line of this width, in points.
  ///
  /// - Parameter dashes: how long it is drawn, is left out and so on, in points; whole where there are none.
  public func stroke(
    _ path: Path, _ colour: Colour, width: Double, opacity: Double = 1, dashes: [Double] = []
  ) {
    trace(path)
    unsafe cairo_set_dash(context, dashes, Int32(dashes.count), 0)
    unsafe cairo_set_source_rgba(context, colour.red, colour.green, colour.blue, opacity)
    unsafe cairo_set_line_width(context, width)
    unsafe cairo_stroke(context)
  }

  /// Fills areas, all of them at once, so that no seam is seen between neighbours.
  public func fill(_ areas: [Area], _ colour: Colour) {
    for area in areas {
      unsafe cairo_rectangle(context, area.origin.x, area.origin.y, area.width, area.height)
    }
    unsafe cairo_set_source_rgba(context, colour.red, colour.green, colour.blue, 1)
    unsafe cairo_fill(context)
  }

  private func trace(_ path: Path) {
    guard let first = path.points.first else { return }
    unsafe cairo_move_to(context, first.x, first.y)
    for point in path.points.dropFirst() { unsafe cairo_line_to(context, point.x, point.y) }
    if path.isClosed { unsafe cairo_close_path(context) }
  }

  /// Sets a text for this page, without drawing it.
  ///
  /// - Parameters:
  ///   - column: the width that lines are broken at, in points; nil where they are not.
  ///   - height: the most that its lines may take of it, in points, one line in any case; what does not fit is left out
  ///     and `…` stands for it. Nil where it takes what it needs.
  public func set(
    _ text: String, _ style: TextStyle, column: Double? = nil, height: Double? = nil
  ) -> SetText {
    unsafe SetText(text, style, column: column, height: height, on: context)
  }

  /// Sets a text as large as it can be, from the style's size down to the least one, in at most so many lines of a column.
  /// At the least size it may have more lines.
  public func fit(
    _ text: String, _ style: TextStyle, column: Double, lines: Int, least: Double
  ) -> SetText {
    var size = style.size
    var found = set(text, style, column: column)
    while found.lineCount > lines, size > least {
      size = max(least, size * 0.94)
      found = set(text, style.sized(size), column: column)
    }
    return found
  }

  /// Draws a text with its upper left corner at a place.
  public func draw(_ text: SetText, at place: Point) {
    unsafe cairo_set_source_rgba(context, text.colour.red, text.colour.green, text.colour.blue, 1)
    unsafe cairo_move_to(context, place.x, place.y)
    unsafe text.show(on: context)
  }
}

/// Takes what cairo writes. Used by one thread.
private final class Sink {
  var octets: [UInt8] = []
}

private func appendToSink(
  _ closure: UnsafeMutableRawPointer?, _ data: UnsafePointer<UInt8>?, _ length: UInt32
) -> Int32 {
  guard let closure = unsafe closure else { return 1 }
  let sink = unsafe Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
  unsafe sink.octets.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
  return 0
}
