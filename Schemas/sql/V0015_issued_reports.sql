-- Reports that were issued: what each was asked for, what it says of itself, and the files that were handed out. None of
-- it is ever changed; a correction is a report of its own.
CREATE TABLE issued_report (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  number INTEGER NOT NULL UNIQUE,
  audience TEXT NOT NULL,
  party BLOB REFERENCES party (id),
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL CHECK (to_day >= from_day),
  time_zone TEXT NOT NULL,
  cut_off INTEGER NOT NULL,
  language TEXT NOT NULL,
  suppressed_below INTEGER NOT NULL,
  definitions TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  issued_at INTEGER NOT NULL,
  issued_by TEXT NOT NULL,
  corrects BLOB UNIQUE REFERENCES issued_report (id),
  reason TEXT,
  changes TEXT,
  change_count INTEGER,
  CHECK ((version = 1) = (corrects IS NULL)),
  CHECK ((corrects IS NULL) = (reason IS NULL) AND (corrects IS NULL) = (changes IS NULL)
    AND (corrects IS NULL) = (change_count IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX issued_report_of_party ON issued_report (party, number);

-- The files of a report, by the SHA-256 that they are kept under.
CREATE TABLE issued_report_document (
  report BLOB NOT NULL REFERENCES issued_report (id),
  place INTEGER NOT NULL,
  name TEXT NOT NULL,
  format TEXT NOT NULL,
  digest TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  PRIMARY KEY (report, place),
  UNIQUE (report, name)
) STRICT, WITHOUT ROWID;
