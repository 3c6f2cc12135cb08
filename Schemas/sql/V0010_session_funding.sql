-- Which donors pay for seats in which sessions: what a donor's report is made of.
CREATE TABLE session_funding (
  session BLOB NOT NULL REFERENCES session (id),
  donor BLOB NOT NULL REFERENCES party (id),
  recorded_at INTEGER NOT NULL,
  ended_at INTEGER CHECK (ended_at >= recorded_at),
  PRIMARY KEY (session, donor, recorded_at)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX session_funding_that_holds ON session_funding (session, donor) WHERE ended_at IS NULL;
