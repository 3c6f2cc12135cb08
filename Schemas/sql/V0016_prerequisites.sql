-- Which schemes a version of a scheme requires: whoever is certified by it holds a certificate of each, in force.
CREATE TABLE scheme_prerequisite (
  scheme BLOB NOT NULL,
  version INTEGER NOT NULL,
  place INTEGER NOT NULL,
  required BLOB NOT NULL REFERENCES scheme (id) CHECK (required <> scheme),
  PRIMARY KEY (scheme, version, place),
  UNIQUE (scheme, version, required),
  FOREIGN KEY (scheme, version) REFERENCES scheme_version (scheme, number)
) STRICT, WITHOUT ROWID;
