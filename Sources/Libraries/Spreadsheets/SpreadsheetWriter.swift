internal import CXLSXWriter
internal import Glibc

/// Writes a workbook (Office Open XML, ECMA-376) sheet by sheet and row by row. The same calls give the same bytes.
///
/// Rows go to a temporary file of the system as they are written, so that memory does not grow with them; the finished
/// workbook is handed out as bytes.
///
/// `@safe`: the pointers are made in `init`, belong to the workbook that is released once, and never leave.
@safe public struct SpreadsheetWriter: ~Copyable {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private let descriptor: Int32
  private let heading: UnsafeMutablePointer<lxw_format>
  private let wrapped: UnsafeMutablePointer<lxw_format>
  private let percent: UnsafeMutablePointer<lxw_format>
  private let date: UnsafeMutablePointer<lxw_format>
  private let decimals: UnsafeMutablePointer<lxw_format>
  private var sheet: UnsafeMutablePointer<lxw_worksheet>?
  private var names = SheetNames()
  private var row: UInt32 = 0
  private var isFinished = false

  /// The most UTF-16 units that a cell holds.
  public static let mostUnits = 32_767
  /// The most rows that a sheet holds.
  public static let mostRows = 1_048_576
  /// A4, as the format numbers paper (ECMA-376 18.18.50).
  private static let a4: UInt8 = 9

  /// Begins a workbook.
  ///
  /// - Parameters:
  ///   - title: what it says of itself.
  ///   - created: when it says that it was created, in seconds since 1970. No clock is read.
  public init(title: String, created: Int) throws(SpreadsheetError) {
    let descriptor = shim_memory_file()
    guard descriptor >= 0 else { throw SpreadsheetError("make a file in memory", system: errno) }
    var name = [CChar](repeating: 0, count: 64)
    unsafe shim_memory_file_name(descriptor, &name, name.count)
    guard let workbook = unsafe shim_new_workbook(name) else {
      close(descriptor)
      throw SpreadsheetError("begin a workbook", LXW_ERROR_MEMORY_MALLOC_FAILED)
    }
    guard let heading = unsafe workbook_add_format(workbook),
      let wrapped = unsafe workbook_add_format(workbook),
      let percent = unsafe workbook_add_format(workbook), let date = unsafe workbook_add_format(workbook),
      let decimals = unsafe workbook_add_format(workbook)
    else {
      unsafe lxw_workbook_free(workbook)
      close(descriptor)
      throw SpreadsheetError("begin a workbook", LXW_ERROR_MEMORY_MALLOC_FAILED)
    }
    let code = unsafe shim_set_properties(workbook, SheetNames.cut(title, to: 255), time_t(created))
    guard code == LXW_NO_ERROR else {
      unsafe lxw_workbook_free(workbook)
      close(descriptor)
      throw SpreadsheetError("entitle the workbook", code)
    }
    unsafe shim_make_heading(heading)
    unsafe shim_make_wrapped(wrapped)
    unsafe format_set_num_format(percent, "0.0%")
    unsafe format_set_num_format(date, "yyyy-mm-dd")
    unsafe format_set_num_format(decimals, "0.00")
    self.descriptor = descriptor
    unsafe self.workbook = workbook
    unsafe self.heading = heading
    unsafe self.wrapped = wrapped
    unsafe self.percent = percent
    unsafe self.date = date
    unsafe self.decimals = decimals
    unsafe sheet = nil
  }

  deinit {
    if !isFinished { unsafe lxw_workbook_free(workbook) }
    close(descriptor)
  }

  /// Begins a sheet; the one before is complete. It is printed across A4, as wide as the paper, with the rows that stay in
  /// sight on every page.
  ///
  /// - Parameters:
  ///   - title: its name, made fit where a sheet may have no such name.
  ///   - widths: how many letters wide each column is.
  ///   - frozenRows: how many rows stay in sight.
  ///   - isRightToLeft: whether its first column stands at the right.
  public mutating func beginSheet(
    _ title: String, widths: [Int], frozenRows: Int, isRightToLeft: Bool
  ) throws(SpreadsheetError) {
    guard let sheet = unsafe workbook_add_worksheet(workbook, names.name(for: title)) else {
      throw SpreadsheetError("begin a sheet", LXW_ERROR_MEMORY_MALLOC_FAILED)
    }
    for (column, width) in widths.enumerated() {
      let place = lxw_col_t(column)
      let code = unsafe worksheet_set_column(sheet, place, place, Double(width), nil)
      guard code == LXW_NO_ERROR else { throw SpreadsheetError("set the width of a column", code) }
    }
    unsafe worksheet_set_landscape(sheet)
    unsafe worksheet_set_paper(sheet, SpreadsheetWriter.a4)
    unsafe worksheet_fit_to_pages(sheet, 1, 0)
    if frozenRows > 0 {
      unsafe worksheet_freeze_panes(sheet, lxw_row_t(frozenRows), 0)
      let code = unsafe worksheet_repeat_rows(sheet, 0, lxw_row_t(frozenRows - 1))
      guard code == LXW_NO_ERROR else { throw SpreadsheetError("repeat the head of a sheet", code) }
    }
    if isRightToLeft { unsafe worksheet_right_to_left(sheet) }
    unsafe self.sheet = sheet
    row = 0
  }

  /// Writes the next row of the sheet that was begun last.
  public mutating func writeRow(_ cells: [SpreadsheetCell]) throws(SpreadsheetError) {
    guard let sheet = unsafe sheet else {
      throw SpreadsheetError("write a row without a sheet", LXW_ERROR_NULL_PARAMETER_IGNORED)
    }
    for (column, cell) in cells.enumerated() {
      let code = unsafe write(cell, on: sheet, at: lxw_col_t(column))
      guard code == LXW_NO_ERROR else { throw SpreadsheetError("write row \(row + 1)", code) }
    }
    row += 1
  }

  /// Completes the workbook and hands its bytes out.
  public consuming func finish() throws(SpreadsheetError) -> [UInt8] {
    isFinished = true
    let code = unsafe workbook_close(workbook)
    guard code == LXW_NO_ERROR else { throw SpreadsheetError("complete the workbook", code) }
    return try SpreadsheetWriter.octets(of: descriptor)
  }

  private func write(
    _ cell: SpreadsheetCell, on sheet: UnsafeMutablePointer<lxw_worksheet>, at column: lxw_col_t
  ) -> lxw_error {
    switch cell {
    case .blank: return LXW_NO_ERROR
    case .text(let text): return unsafe write(text, nil, on: sheet, at: column)
    case .wrapped(let text): return unsafe write(text, wrapped, on: sheet, at: column)
    case .heading(let text): return unsafe write(text, heading, on: sheet, at: column)
    case .whole(let number):
      guard abs(number) <= 1 << 53 else { return unsafe write(String(number), nil, on: sheet, at: column) }
      return unsafe worksheet_write_number(sheet, row, column, Double(number), nil)
    case .thousandths(let number):
      return unsafe worksheet_write_number(sheet, row, column, Double(number) / 1000, percent)
    case .hundredths(let number):
      return unsafe worksheet_write_number(sheet, row, column, Double(number) / 100, decimals)
    case .day(let year, let month, let day):
      guard year >= 1900 else {
        return unsafe write("\(year)-\(month)-\(day)", nil, on: sheet, at: column)
      }
      var day = lxw_datetime(
        year: Int32(year), month: Int32(month), day: Int32(day), hour: 0, min: 0, sec: 0)
      return unsafe worksheet_write_datetime(sheet, row, column, &day, date)
    }
  }

  private func write(
    _ text: String, _ format: UnsafeMutablePointer<lxw_format>?,
    on sheet: UnsafeMutablePointer<lxw_worksheet>, at column: lxw_col_t
  ) -> lxw_error {
    let fit = CellText.fit(text, mostUnits: SpreadsheetWriter.mostUnits)
    return unsafe worksheet_write_string(sheet, row, column, fit, format)
  }

  /// The bytes of a file in memory.
  private static func octets(of descriptor: Int32) throws(SpreadsheetError) -> [UInt8] {
    let size = lseek(descriptor, 0, SEEK_END)
    guard size >= 0 else { throw SpreadsheetError("measure the workbook", system: errno) }
    var place = 0
    var failure: Int32 = 0
    let octets = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while place < size {
        let got = unsafe pread(
          descriptor, buffer.baseAddress.map { unsafe $0 + place }, size - place, off_t(place))
        guard got > 0 else {
          failure = got < 0 ? errno : EIO
          break
        }
        place += got
      }
      count = place
    }
    guard failure == 0 else { throw SpreadsheetError("read the workbook", system: failure) }
    return octets
  }
}
