internal import CSQLite
internal import Glibc

/// What SQLite tells of the changes that one connection makes to the rows of some tables, on the connection's thread.
final class ChangeWatch {
  private let layouts: [String: TableLayout]
  /// The table told of last, and its layout: rows come in runs of one table.
  private var lastName: [CChar] = [0]
  private var lastLayout: TableLayout?
  /// The rows that were changed, as the last change left them, in the order of their first change.
  private var images: [RowImage] = []
  private var places: [RowName: Int] = [:]
  /// Whether rows are also kept as they were before their first change.
  var keepsOriginals = false
  private var originals: [RowImage] = []

  private struct RowName: Hashable {
    let table: String
    let key: String
  }

  init(of tables: [TableLayout]) {
    layouts = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0) })
  }

  /// The layout of a table that is watched.
  func layout(named name: UnsafePointer<CChar>) -> TableLayout? {
    if unsafe strcmp(lastName, name) == 0 { return lastLayout }
    let text = unsafe String(cString: name)
    lastName = Array(text.utf8CString)
    lastLayout = layouts[text]
    return lastLayout
  }

  /// Keeps a row as it was, where this is its first change since rows were taken.
  func noteOriginal(_ name: String, of layout: TableLayout, _ octets: () -> [UInt8]) {
    guard keepsOriginals, places[RowName(table: layout.name, key: name)] == nil else { return }
    originals.append(RowImage(table: layout.name, key: name, octets: octets()))
  }

  func note(_ image: RowImage) {
    let name = RowName(table: image.table, key: image.key)
    if let place = places[name] {
      images[place] = image
    } else {
      places[name] = images.count
      images.append(image)
    }
  }

  /// What was noted since the last call.
  func take() -> [RowImage] {
    guard !images.isEmpty else { return [] }
    defer { (images, places) = ([], [:]) }
    return images
  }

  /// What rows were before their first change, since this was asked for.
  func takeOriginals() -> [RowImage] {
    defer { originals = [] }
    return originals
  }
}

extension Connection {
  /// From now on keeps what the rows of these tables become by changes through this connection.
  public func watchChanges(of tables: [TableLayout]) {
    let watch = ChangeWatch(of: tables)
    control.watch = watch
    let context = unsafe Unmanaged.passUnretained(watch).toOpaque()
    unsafe sqlite3_preupdate_hook(handle, noteChange, context)
  }

  /// The rows that were changed since the last call, each once, as the last change left it: also those whose change was
  /// undone meanwhile.
  public func takeChangedRows() -> [RowImage] {
    control.watch?.take() ?? []
  }

  /// Carries out a body, and tells the rows that were changed or removed in it as they were before; `takeChangedRows()`
  /// goes before it, and tells afterwards what they became. Empty where changes are not watched.
  public func originals(changedBy body: () throws -> Void) throws -> [RowImage] {
    guard let watch = control.watch else {
      try body()
      return []
    }
    watch.keepsOriginals = true
    defer { watch.keepsOriginals = false }
    _ = watch.takeOriginals()
    try body()
    return watch.takeOriginals()
  }
}

/// Called by SQLite before each change of a row.
private func noteChange(
  context: UnsafeMutableRawPointer?, database: OpaquePointer?, operation: Int32,
  schema: UnsafePointer<CChar>?, table: UnsafePointer<CChar>?, rowBefore: Int64, rowAfter: Int64
) {
  guard let context = unsafe context, let database = unsafe database, let table = unsafe table else { return }
  let watch = unsafe Unmanaged<ChangeWatch>.fromOpaque(context).takeUnretainedValue()
  guard let layout = unsafe watch.layout(named: table) else { return }
  let before = { (place: Int) -> Cell in
    var value: OpaquePointer?
    unsafe sqlite3_preupdate_old(database, Int32(place), &value)
    return unsafe Cell(of: value)
  }
  let after = { (place: Int) -> Cell in
    var value: OpaquePointer?
    unsafe sqlite3_preupdate_new(database, Int32(place), &value)
    return unsafe Cell(of: value)
  }
  let nameAfter = operation == SQLITE_DELETE ? nil : layout.rowName(after)
  if operation != SQLITE_INSERT {
    let nameBefore = layout.rowName(before)
    watch.noteOriginal(nameBefore, of: layout) { layout.octets(before) }
    if nameBefore != nameAfter {
      watch.note(RowImage(table: layout.name, key: nameBefore, octets: nil))
    }
  }
  if let nameAfter {
    watch.note(RowImage(table: layout.name, key: nameAfter, octets: layout.octets(after)))
  }
}
