-- What an activity is to a learner (null: a unit if it is launched, else a group), and what the package says beyond the
-- neutral model, as JSON.
ALTER TABLE activity ADD COLUMN kind TEXT;
ALTER TABLE activity ADD COLUMN details TEXT;
ALTER TABLE course_version ADD COLUMN details TEXT;

-- The archive that a version came as, among the kept contents: what an export hands out.
CREATE TABLE original_archive (
  version BLOB PRIMARY KEY REFERENCES course_version (id),
  name TEXT NOT NULL,
  digest TEXT NOT NULL,
  size_bytes INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
