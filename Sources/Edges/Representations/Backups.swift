public import JSON
public import Operations

extension BackupFacts: Representable {
  /// `{"id", "madeAt", "latestRecord", "schema", "origin", "program", "records": {kind: number}}`.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("id", id)
      json.member("madeAt", madeAt)
      json.member("latestRecord", orNull: latestRecord)
      json.member("schema", schema)
      json.member("origin", origin)
      json.member("program", program)
      json.member("records") { records in
        records.object { object in for count in counts { object.member(count.kind, count.number) } }
      }
    }
  }
}

extension BackupMade: Representable {
  /// `{"file", "sizeBytes", "files", "backup": {…}}`.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("file", path)
      json.member("sizeBytes", sizeBytes)
      json.member("files", files)
      json.member("backup", facts)
    }
  }
}

extension BackupRestored: Representable {
  /// `{"files", "certificateSeries", "migrations": […], "backup": {…}}`.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("files", files)
      json.member("certificateSeries", series)
      json.member("migrations") { $0.array(migrations) { $0.integer($1) } }
      json.member("backup", facts)
    }
  }
}

extension MigrationPlan: Representable {
  /// `{"schema", "known", "steps": [{"number", "name", "rows": {table: number}}]}`.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("schema", schema)
      json.member("known", known)
      json.member("steps", each: steps)
    }
  }
}

extension MigrationPlan.Step: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("number", number)
      json.member("name", name)
      json.member("rows") { rows in
        rows.object { object in for count in self.rows { object.member(count.kind, count.number) } }
      }
    }
  }
}
