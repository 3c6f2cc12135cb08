-- Persons who were made unknown: who did it, when and why. What the figures of reports rest on stays with the person's
-- identifier; the name and whatever else tells who it was is gone.
CREATE TABLE person_erasure (
  person BLOB PRIMARY KEY REFERENCES person (id),
  at INTEGER NOT NULL,
  actor TEXT NOT NULL CHECK (actor <> ''),
  reason TEXT NOT NULL CHECK (reason <> '')
) STRICT, WITHOUT ROWID;
CREATE INDEX person_erasure_by_instant ON person_erasure (at, person);
