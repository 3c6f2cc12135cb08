-- The language variant of its course that a version is of; null for the course as it came first.
ALTER TABLE course_version ADD COLUMN variant TEXT;
CREATE INDEX course_version_of_variant ON course_version (publisher_identifier, format_family) WHERE variant IS NOT NULL;

-- What was decided on an external tool of a course, by its address: approved, or withdrawn.
CREATE TABLE external_tool_transition (
  course BLOB NOT NULL REFERENCES course (id),
  address TEXT NOT NULL,
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (course, address, number)
) STRICT, WITHOUT ROWID;

-- Packages that are sent in parts. They are no records: each goes when it was imported, was called off, or is past its time.
CREATE TABLE upload (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  owner BLOB NOT NULL REFERENCES access_key (id),
  length_bytes INTEGER NOT NULL CHECK (length_bytes > 0),
  digest TEXT,
  expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX upload_of_owner ON upload (owner);
