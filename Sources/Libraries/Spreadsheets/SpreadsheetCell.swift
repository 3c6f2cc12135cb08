/// What stands in a cell, with its type: a spreadsheet sorts and adds by it.
public enum SpreadsheetCell: Sendable, Hashable {
  /// A text; never taken for a formula. What is longer than a cell holds is cut, see `SpreadsheetWriter.mostUnits`.
  case text(String)
  /// A text that may take several lines.
  case wrapped(String)
  /// The title of a column or of a row.
  case heading(String)
  /// A whole number; one beyond 2^53 is written as text, since a spreadsheet would round it.
  case whole(Int)
  /// Parts of a thousand, shown in percent with one decimal: 667 is 66.7 %.
  case thousandths(Int)
  /// Parts of a hundred, shown as a number with two decimals: 425 is 4.25.
  case hundredths(Int)
  /// A day of the Gregorian calendar from 1900 on; an earlier one is written as text.
  case day(year: Int, month: Int, day: Int)
  case blank
}
