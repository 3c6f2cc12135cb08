-- Observed performance: rubrics, what observers saw by them, and what cites it.

CREATE TABLE rubric (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  code TEXT NOT NULL,
  code_folded TEXT NOT NULL UNIQUE,
  titles TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE rubric_version (
  rubric BLOB NOT NULL REFERENCES rubric (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  minimum_total INTEGER,
  needs_second INTEGER NOT NULL CHECK (needs_second IN (0, 1)),
  PRIMARY KEY (rubric, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE rubric_criterion (
  rubric BLOB NOT NULL,
  version INTEGER NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 1),
  code TEXT NOT NULL,
  titles TEXT NOT NULL,
  minimum INTEGER,
  PRIMARY KEY (rubric, version, position),
  FOREIGN KEY (rubric, version) REFERENCES rubric_version (rubric, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE rubric_anchor (
  rubric BLOB NOT NULL,
  version INTEGER NOT NULL,
  criterion INTEGER NOT NULL,
  mark INTEGER NOT NULL,
  titles TEXT NOT NULL,
  PRIMARY KEY (rubric, version, criterion, mark),
  FOREIGN KEY (rubric, version, criterion) REFERENCES rubric_criterion (rubric, version, position)
) STRICT, WITHOUT ROWID;

-- State, second observer and second verdict are worked out of the transitions and marks.
CREATE TABLE observation (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  rubric BLOB NOT NULL,
  version INTEGER NOT NULL,
  person BLOB NOT NULL REFERENCES person (id),
  session BLOB REFERENCES session (id),
  day INTEGER NOT NULL,
  observer BLOB NOT NULL REFERENCES person (id),
  second_observer BLOB REFERENCES person (id),
  witness TEXT NOT NULL,
  state TEXT NOT NULL,
  first_verdict TEXT NOT NULL,
  second_verdict TEXT,
  recorded_at INTEGER NOT NULL,
  FOREIGN KEY (rubric, version) REFERENCES rubric_version (rubric, number),
  CHECK (observer <> person AND second_observer <> person AND second_observer <> observer),
  CHECK ((second_observer IS NULL) = (second_verdict IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX observation_of_person ON observation (person, id);
CREATE INDEX observation_of_session ON observation (session, id) WHERE session IS NOT NULL;
CREATE INDEX observation_of_observer ON observation (observer, id);
CREATE INDEX observation_of_second ON observation (second_observer, id) WHERE second_observer IS NOT NULL;

-- Of the first and of the second observer.
CREATE TABLE observation_mark (
  observation BLOB NOT NULL REFERENCES observation (id),
  observer INTEGER NOT NULL CHECK (observer IN (1, 2)),
  position INTEGER NOT NULL CHECK (position >= 1),
  criterion TEXT NOT NULL,
  mark INTEGER NOT NULL,
  comment TEXT NOT NULL,
  PRIMARY KEY (observation, observer, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE observation_transition (
  observation BLOB NOT NULL REFERENCES observation (id),
  position INTEGER NOT NULL CHECK (position >= 1),
  at INTEGER NOT NULL,
  event TEXT,
  state TEXT NOT NULL,
  by_person BLOB REFERENCES person (id),
  acknowledgement TEXT,
  comment TEXT,
  PRIMARY KEY (observation, position),
  CHECK ((position = 1) = (event IS NULL))
) STRICT, WITHOUT ROWID;

-- The result that rests on an observation.
CREATE TABLE observed_result (
  observation BLOB PRIMARY KEY REFERENCES observation (id),
  result BLOB NOT NULL UNIQUE REFERENCES assessment_result (id)
) STRICT, WITHOUT ROWID;

-- The rubric by which a stage is judged, by its code, and the observation that a step rests on.
ALTER TABLE expert_pool_stage ADD COLUMN rubric TEXT;
ALTER TABLE accreditation_transition ADD COLUMN observation BLOB REFERENCES observation (id);
CREATE INDEX accreditation_by_observation ON accreditation_transition (observation) WHERE observation IS NOT NULL;
