-- The rest of what versions of schemes rule, and the records that judging by it takes.
ALTER TABLE scheme_version ADD COLUMN minimum_trust TEXT NOT NULL DEFAULT 'self-reported';
ALTER TABLE scheme_version ADD COLUMN deciding_persons INTEGER NOT NULL DEFAULT 1 CHECK (deciding_persons IN (1, 2));

-- What whoever decides by a version may not have been to the person who is decided on.
CREATE TABLE scheme_separation (
  scheme BLOB NOT NULL,
  version INTEGER NOT NULL,
  duty TEXT NOT NULL,
  PRIMARY KEY (scheme, version, duty),
  FOREIGN KEY (scheme, version) REFERENCES scheme_version (scheme, number)
) STRICT, WITHOUT ROWID;

-- Whether an assessment was watched over.
ALTER TABLE assessment_result ADD COLUMN is_proctored INTEGER NOT NULL DEFAULT 0 CHECK (is_proctored IN (0, 1));

-- What somebody was or is to one person, or to everyone in a session: trainer, supervisor, somebody close.
CREATE TABLE involvement (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  person BLOB NOT NULL REFERENCES person (id),
  duty TEXT NOT NULL,
  session BLOB REFERENCES session (id),
  candidate BLOB REFERENCES person (id) CHECK (candidate <> person),
  recorded_at INTEGER NOT NULL,
  ended_at INTEGER CHECK (ended_at >= recorded_at),
  CHECK ((session IS NULL) <> (candidate IS NULL))
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX involvement_that_holds ON involvement (person, duty, coalesce(session, candidate))
  WHERE ended_at IS NULL;
CREATE INDEX involvement_of_person ON involvement (person);

-- Awards that one person proposed for another to release, and what became of them.
CREATE TABLE award_proposal (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  enrolment BLOB NOT NULL REFERENCES enrolment (id),
  scheme BLOB NOT NULL,
  scheme_version INTEGER NOT NULL,
  proposed_by BLOB NOT NULL REFERENCES person (id),
  proposed_at INTEGER NOT NULL,
  settled_by BLOB REFERENCES person (id),
  settled_at INTEGER CHECK (settled_at >= proposed_at),
  certificate BLOB UNIQUE REFERENCES certificate (id),
  reason TEXT,
  FOREIGN KEY (scheme, scheme_version) REFERENCES scheme_version (scheme, number),
  CHECK (settled_at IS NOT NULL OR settled_by IS NULL AND certificate IS NULL AND reason IS NULL),
  CHECK (certificate IS NULL OR settled_by IS NOT NULL AND settled_by <> proposed_by)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX award_proposal_open ON award_proposal (enrolment, scheme) WHERE settled_at IS NULL;
