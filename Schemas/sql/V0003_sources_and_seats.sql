-- What systems outside call the persons: a roster's rows are known again by it. Source codes are in lower case.

CREATE TABLE person_source (
  source TEXT NOT NULL,
  identifier TEXT NOT NULL,
  person BLOB NOT NULL REFERENCES person (id),
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (source, identifier)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_source_of_person ON person_source (person);

-- Who has a place in a party: among them a roster looks for people who are entered already.
CREATE INDEX affiliation_of_party ON affiliation (party, person);

-- Where parties sit and whose guests they are, and where what is recorded of them was read. Days are as far as they are
-- known: a year, a month or a day. A party whose first day nobody knows has the calendar's first.

CREATE TABLE party_seat (
  party BLOB NOT NULL REFERENCES party (id),
  position INTEGER NOT NULL,
  place TEXT,
  host TEXT,
  known_from TEXT,
  known_to TEXT,
  source TEXT,
  PRIMARY KEY (party, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE party_source (
  party BLOB NOT NULL REFERENCES party (id),
  position INTEGER NOT NULL,
  address TEXT NOT NULL,
  as_of TEXT,
  PRIMARY KEY (party, position)
) STRICT, WITHOUT ROWID;
