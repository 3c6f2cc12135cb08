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
