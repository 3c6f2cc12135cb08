-- Experts: the pools and their rules, who is on the way into them, missions, and who releases whom.

CREATE TABLE expert_pool (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  code TEXT NOT NULL,
  code_folded TEXT NOT NULL UNIQUE,
  titles TEXT NOT NULL,
  category TEXT NOT NULL,
  subject TEXT,
  subject_folded TEXT,
  CHECK ((subject IS NULL) = (subject_folded IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX expert_pool_of_category ON expert_pool (category, subject_folded);

-- Whom an evaluator stands apart from is a JSON array of words.
CREATE TABLE expert_pool_version (
  pool BLOB NOT NULL REFERENCES expert_pool (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  term_months INTEGER CHECK (term_months BETWEEN 1 AND 1200),
  apart TEXT NOT NULL,
  PRIMARY KEY (pool, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE expert_pool_stage (
  pool BLOB NOT NULL,
  version INTEGER NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 1),
  code TEXT NOT NULL,
  kind TEXT NOT NULL,
  titles TEXT NOT NULL,
  grants TEXT,
  within_months INTEGER CHECK (within_months BETWEEN 1 AND 1200),
  PRIMARY KEY (pool, version, position),
  FOREIGN KEY (pool, version) REFERENCES expert_pool_version (pool, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE expert_pool_conversion (
  pool BLOB NOT NULL,
  version INTEGER NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 1),
  category TEXT NOT NULL,
  grants TEXT NOT NULL,
  PRIMARY KEY (pool, version, position),
  FOREIGN KEY (pool, version) REFERENCES expert_pool_version (pool, number)
) STRICT, WITHOUT ROWID;

-- One case of a person in a pool and a language group. What is behind recorded_at is worked out of the transitions.
CREATE TABLE accreditation (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  person BLOB NOT NULL REFERENCES person (id),
  pool BLOB NOT NULL,
  version INTEGER NOT NULL,
  language TEXT NOT NULL,
  nominated_by BLOB NOT NULL REFERENCES party (id),
  converted_from BLOB UNIQUE REFERENCES accreditation (id),
  recorded_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  stages_passed INTEGER NOT NULL CHECK (stages_passed >= 0),
  standing TEXT,
  held_since INTEGER,
  due_by INTEGER,
  held_until INTEGER,
  last_day INTEGER NOT NULL,
  FOREIGN KEY (pool, version) REFERENCES expert_pool_version (pool, number),
  CHECK ((standing IS NULL) = (held_since IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX accreditation_of_person ON accreditation (person, id);
CREATE INDEX accreditation_of_pool ON accreditation (pool, state, id);
CREATE INDEX accreditation_by_party ON accreditation (nominated_by, id);
CREATE UNIQUE INDEX accreditation_that_is_open ON accreditation (person, pool, language)
  WHERE state NOT IN ('lapsed', 'not-selected', 'not-confirmed', 'converted', 'withdrawn');

CREATE TABLE mission (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  accreditation BLOB NOT NULL REFERENCES accreditation (id),
  party BLOB NOT NULL REFERENCES party (id),
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL CHECK (last_day >= first_day),
  evaluator BLOB NOT NULL REFERENCES person (id),
  evaluator_accreditation BLOB REFERENCES accreditation (id),
  evaluator_affiliation BLOB REFERENCES affiliation (id),
  recorded_at INTEGER NOT NULL,
  CHECK ((evaluator_accreditation IS NULL) <> (evaluator_affiliation IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX mission_of_accreditation ON mission (accreditation, id);
CREATE INDEX mission_of_evaluator ON mission (evaluator, id);

CREATE TABLE accreditation_transition (
  accreditation BLOB NOT NULL REFERENCES accreditation (id),
  position INTEGER NOT NULL CHECK (position >= 1),
  at INTEGER NOT NULL,
  event TEXT,
  state TEXT NOT NULL,
  stage TEXT,
  day INTEGER NOT NULL,
  session BLOB REFERENCES session (id),
  mission BLOB REFERENCES mission (id),
  assessor BLOB REFERENCES person (id),
  decided_by BLOB REFERENCES person (id),
  reason TEXT,
  PRIMARY KEY (accreditation, position),
  CHECK ((position = 1) = (event IS NULL))
) STRICT, WITHOUT ROWID;

-- A party makes one of its people available on some days.
CREATE TABLE expert_release (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  person BLOB NOT NULL REFERENCES person (id),
  party BLOB NOT NULL REFERENCES party (id),
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL CHECK (last_day >= first_day),
  recorded_at INTEGER NOT NULL,
  ended_at INTEGER CHECK (ended_at >= recorded_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX expert_release_of_person ON expert_release (person, id);
CREATE INDEX expert_release_by_party ON expert_release (party, id);
