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
