-- What was recorded is sealed, so that an alteration behind the program's back is noticed.

-- Every change of a record, in order: the digest of the record as the change left it, and a chain over all of them. A
-- digest is NULL where the record was removed, and empty where it was found not to be what was sealed before.
CREATE TABLE seal (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  record TEXT NOT NULL,
  digest BLOB CHECK (length(digest) IN (0, 32)),
  chain BLOB NOT NULL CHECK (length(chain) = 32)
) STRICT;
CREATE INDEX seal_of_record ON seal (kind, record, number);

-- Statements are sealed a thousand at a time, in the order in which they were stored: a chain over all of them.
CREATE TABLE statement_segment (
  first INTEGER PRIMARY KEY,
  last INTEGER NOT NULL,
  statements INTEGER NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;

-- The last segment, while it is not full.
CREATE TABLE statement_tail (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  first INTEGER,
  last INTEGER NOT NULL,
  statements INTEGER NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;
