-- Reports that are drawn up again and again: what each is, over which days as seen from the day on which it is run, and
-- where it goes: into a folder as a file, or nowhere but into the issued reports.
CREATE TABLE defined_report (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  code TEXT NOT NULL,
  code_folded TEXT NOT NULL,
  audience TEXT NOT NULL,
  party BLOB REFERENCES party (id),
  period TEXT NOT NULL,
  time_zone TEXT NOT NULL,
  language TEXT NOT NULL,
  suppressed_below INTEGER NOT NULL,
  folder TEXT,
  format TEXT,
  defined_at INTEGER NOT NULL,
  ended_at INTEGER CHECK (ended_at >= defined_at),
  CHECK ((folder IS NULL) = (format IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX defined_report_that_holds ON defined_report (code_folded) WHERE ended_at IS NULL;

-- What came of each run: the report that was issued, or the file that was written and the SHA-256 of its octets.
CREATE TABLE defined_report_run (
  defined_report BLOB NOT NULL REFERENCES defined_report (id),
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL CHECK (to_day >= from_day),
  cut_off INTEGER NOT NULL,
  issued BLOB REFERENCES issued_report (id),
  file TEXT,
  digest TEXT,
  PRIMARY KEY (defined_report, number),
  CHECK ((issued IS NULL) = (file IS NOT NULL) AND (file IS NULL) = (digest IS NULL))
) STRICT, WITHOUT ROWID;

-- Certificates are listed by when they run out.
CREATE INDEX certificate_by_last_day ON certificate (last_day) WHERE last_day IS NOT NULL;
