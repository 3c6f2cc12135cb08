-- Launches of cmi5 units, and what the LMS says of a course by itself.

-- One launch of one unit for one learner. Of the secrets that go with it only digests are kept: of the address that the
-- unit fetches its token from, and of the token, once it was fetched.
CREATE TABLE launch_session (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  enrolment BLOB NOT NULL REFERENCES enrolment (id),
  activity TEXT NOT NULL,
  mode TEXT NOT NULL,
  launched_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  -- By the unit's own account.
  initialized_at INTEGER,
  terminated_at INTEGER,
  -- When the last statement of the unit came, and when the session ended here.
  spoke_at INTEGER,
  ended_at INTEGER,
  -- The statements that decided, so that what is voided decides no longer.
  completed BLOB,
  passed BLOB,
  failed BLOB,
  unit_origin TEXT NOT NULL,
  fetch_digest BLOB NOT NULL UNIQUE CHECK (length(fetch_digest) = 32),
  token_digest BLOB CHECK (length(token_digest) = 32),
  CHECK ((ended_at IS NULL) = (state IN ('launched', 'initialized')))
) STRICT, WITHOUT ROWID;
CREATE INDEX launch_session_of_enrolment ON launch_session (enrolment, id);
-- A registration has one open session at a time.
CREATE UNIQUE INDEX launch_session_open ON launch_session (enrolment) WHERE ended_at IS NULL;
CREATE INDEX launch_session_of_origin ON launch_session (unit_origin);

-- A unit is waived once in a registration.
CREATE TABLE waiver (
  enrolment BLOB NOT NULL REFERENCES enrolment (id),
  activity TEXT NOT NULL,
  statement BLOB NOT NULL CHECK (length(statement) = 16),
  reason TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (enrolment, activity)
) STRICT, WITHOUT ROWID;

-- Of which blocks, and of the course (''), it was said that they are satisfied.
CREATE TABLE satisfaction (
  enrolment BLOB NOT NULL REFERENCES enrolment (id),
  activity TEXT NOT NULL,
  statement BLOB NOT NULL CHECK (length(statement) = 16),
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (enrolment, activity)
) STRICT, WITHOUT ROWID;
