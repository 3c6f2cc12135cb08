-- Persons who were made unknown: who did it, when and why. What the figures of reports rest on stays with the person's
-- identifier; the name and whatever else tells who it was is gone.
CREATE TABLE person_erasure (
  person BLOB PRIMARY KEY REFERENCES person (id),
  at INTEGER NOT NULL,
  actor TEXT NOT NULL CHECK (actor <> ''),
  reason TEXT NOT NULL CHECK (reason <> '')
) STRICT, WITHOUT ROWID;
CREATE INDEX person_erasure_by_instant ON person_erasure (at, person);

-- What a row is sealed under stays for ever. What systems outside call a person goes with the person, so it is no longer
-- that by which its row is named.
CREATE TABLE new_person_source (
  number INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  identifier TEXT NOT NULL,
  person BLOB NOT NULL REFERENCES person (id),
  recorded_at INTEGER NOT NULL,
  UNIQUE (source, identifier)
) STRICT;
INSERT INTO new_person_source (source, identifier, person, recorded_at)
SELECT source, identifier, person, recorded_at FROM person_source ORDER BY recorded_at, source, identifier;
DROP TABLE person_source;
ALTER TABLE new_person_source RENAME TO person_source;
CREATE INDEX person_source_of_person ON person_source (person);
