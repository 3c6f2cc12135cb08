-- How deeply the items of an edition can be shown, in its own terms, from the least to the most.
CREATE TABLE standard_depth (
  edition BLOB NOT NULL REFERENCES standard_edition (id),
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  code_folded TEXT NOT NULL,
  titles TEXT NOT NULL,
  PRIMARY KEY (edition, position),
  UNIQUE (edition, code_folded)
) STRICT, WITHOUT ROWID;

-- Which items of which editions a version of a scheme attests, and how deeply.
CREATE TABLE scheme_claim (
  scheme BLOB NOT NULL,
  version INTEGER NOT NULL,
  place INTEGER NOT NULL,
  edition BLOB NOT NULL REFERENCES standard_edition (id),
  item_code TEXT NOT NULL,
  depth_code TEXT,
  PRIMARY KEY (scheme, version, place),
  UNIQUE (scheme, version, edition, item_code),
  FOREIGN KEY (scheme, version) REFERENCES scheme_version (scheme, number)
) STRICT, WITHOUT ROWID;

-- The stages that come before the course of a version's scheme: courses, and what has to be shown of each.
CREATE TABLE scheme_stage (
  scheme BLOB NOT NULL,
  version INTEGER NOT NULL,
  place INTEGER NOT NULL,
  course BLOB NOT NULL REFERENCES course (id),
  attainment TEXT NOT NULL,
  may_be_waived INTEGER NOT NULL CHECK (may_be_waived IN (0, 1)),
  PRIMARY KEY (scheme, version, place),
  UNIQUE (scheme, version, course),
  FOREIGN KEY (scheme, version) REFERENCES scheme_version (scheme, number)
) STRICT, WITHOUT ROWID;

-- That somebody need not show a stage, and why.
CREATE TABLE stage_waiver (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  scheme BLOB NOT NULL REFERENCES scheme (id),
  person BLOB NOT NULL REFERENCES person (id),
  course BLOB NOT NULL REFERENCES course (id),
  reason TEXT NOT NULL CHECK (reason <> ''),
  recorded_at INTEGER NOT NULL,
  decided_by BLOB REFERENCES person (id),
  UNIQUE (scheme, person, course)
) STRICT, WITHOUT ROWID;
