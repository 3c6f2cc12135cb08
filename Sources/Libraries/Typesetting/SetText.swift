internal import CPangoCairo

/// A text that was broken into lines and shaped, ready to be drawn.
///
/// `@safe`: the layout is made in `init`, freed once in `deinit`, and lent only to calls that do not keep it. Used by one
/// thread.
@safe public final class SetText {
  private let layout: OpaquePointer?

  /// The height of its lines, in points.
  public let height: Double
  /// The width of the longest line, in points.
  public let width: Double
  public let lineCount: Int
  /// How many characters no font has.
  public let unknownGlyphCount: Int
  /// From the upper edge to the line that the first line's letters stand on, in points.
  public let baseline: Double
  let colour: Colour

  /// - Parameters:
  ///   - column: the width that lines are broken at, in points; nil where they are not.
  ///   - height: the most that its lines may take of it, in points, one line in any case; what does not fit is left out
  ///     and `…` stands for it. Nil where it takes what it needs.
  init(_ text: String, _ style: TextStyle, column: Double?, height most: Double?, on context: OpaquePointer) {
    let layout = unsafe pango_cairo_create_layout(context)
    let octets = Array(text.utf8)
    unsafe octets.withUnsafeBytes { buffer in
      unsafe pango_layout_set_text(
        layout, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count))
    }
    unsafe SetText.apply(style, to: layout, column: column)
    if let most {
      unsafe pango_layout_set_height(layout, Int32(most * Double(PANGO_SCALE)))
      unsafe pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END)
    }
    var logical = PangoRectangle()
    unsafe pango_layout_get_extents(layout, nil, &logical)
    height = Double(logical.height) / Double(PANGO_SCALE)
    width = Double(logical.width) / Double(PANGO_SCALE)
    lineCount = Int(unsafe pango_layout_get_line_count(layout))
    unknownGlyphCount = Int(unsafe pango_layout_get_unknown_glyphs_count(layout))
    baseline = Double(unsafe pango_layout_get_baseline(layout)) / Double(PANGO_SCALE)
    colour = style.colour
    unsafe self.layout = layout
  }

  deinit { unsafe shim_unref(UnsafeMutableRawPointer(layout)) }

  func show(on context: OpaquePointer) {
    unsafe pango_cairo_show_layout(context, layout)
  }

  private static func apply(
    _ style: TextStyle, to layout: OpaquePointer?, column: Double?
  ) {
    unsafe pango_cairo_context_set_resolution(pango_layout_get_context(layout), 72)
    unsafe pango_context_set_language(
      pango_layout_get_context(layout), pango_language_from_string(style.language))
    unsafe pango_context_set_base_dir(
      pango_layout_get_context(layout), style.isRightToLeft ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR)
    unsafe pango_layout_set_auto_dir(layout, style.adoptsDirection ? 1 : 0)
    let font = unsafe pango_font_description_new()
    unsafe pango_font_description_set_family(font, style.families)
    unsafe pango_font_description_set_weight(font, PangoWeight(rawValue: UInt32(style.weight.rawValue)))
    unsafe pango_font_description_set_absolute_size(font, style.size * Double(PANGO_SCALE))
    unsafe pango_layout_set_font_description(layout, font)
    unsafe pango_font_description_free(font)
    if let column { unsafe pango_layout_set_width(layout, Int32(column * Double(PANGO_SCALE))) }
    unsafe pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    let alignment =
      switch style.alignment {
      case .leading: style.isRightToLeft ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT
      case .centred: PANGO_ALIGN_CENTER
      case .trailing: style.isRightToLeft ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT
      }
    unsafe pango_layout_set_alignment(layout, alignment)
    let attributes = unsafe pango_attr_list_new()
    // A letter that stands for several is read out as one that nobody wrote. Those that a script needs stay.
    unsafe pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0, clig=0, dlig=0"))
    if style.letterSpacing != 0 {
      unsafe pango_attr_list_insert(
        attributes, pango_attr_letter_spacing_new(Int32(style.letterSpacing * Double(PANGO_SCALE))))
    }
    unsafe pango_layout_set_attributes(layout, attributes)
    unsafe pango_attr_list_unref(attributes)
    unsafe pango_layout_context_changed(layout)
  }
}
