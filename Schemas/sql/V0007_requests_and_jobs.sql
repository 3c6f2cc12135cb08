-- Requests made again, and jobs.

-- What was answered to a request that its sender may send again, kept in the transaction of its change and for a day.
CREATE TABLE kept_answer (
  number INTEGER PRIMARY KEY,
  sender BLOB NOT NULL REFERENCES access_key (id),
  request_key TEXT NOT NULL,
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  kept_at INTEGER NOT NULL,
  status INTEGER NOT NULL,
  fields TEXT NOT NULL,
  body BLOB NOT NULL,
  UNIQUE (sender, request_key)
) STRICT;
CREATE INDEX kept_answer_by_instant ON kept_answer (kept_at);

-- What lists are narrowed by.
CREATE INDEX person_mailbox_by_address ON person_mailbox (lower(mailbox));
CREATE INDEX session_of_version ON session (version, first_day, id);

-- Work that takes long: who asked for it, how it stands, and what was answered.
CREATE TABLE job (
  number INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  owner BLOB NOT NULL REFERENCES access_key (id),
  task TEXT NOT NULL,
  state TEXT NOT NULL,
  taken_at INTEGER NOT NULL,
  started_at INTEGER,
  ended_at INTEGER,
  status INTEGER,
  fields TEXT,
  body BLOB,
  CHECK ((status IS NULL) = (body IS NULL) AND (status IS NULL) = (fields IS NULL))
) STRICT;
CREATE INDEX job_of_owner ON job (owner, id);
CREATE INDEX job_open ON job (id) WHERE ended_at IS NULL;
CREATE INDEX job_by_end ON job (ended_at) WHERE ended_at IS NOT NULL;
