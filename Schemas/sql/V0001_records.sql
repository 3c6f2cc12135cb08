-- The records. Instants are microseconds since 1970 UTC; days are days since 1970-01-01; identifiers are 16 octets;
-- texts by language are JSON objects {"en": "…"}; decimals are text, exact. What is appended is never updated.

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE party (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  code TEXT NOT NULL,
  code_folded TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  names TEXT NOT NULL,
  region TEXT,
  valid_from INTEGER NOT NULL,
  valid_to INTEGER CHECK (valid_to >= valid_from)
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  name TEXT NOT NULL CHECK (name <> ''),
  sex TEXT NOT NULL,
  language TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE person_mailbox (
  person BLOB NOT NULL REFERENCES person (id),
  position INTEGER NOT NULL,
  mailbox TEXT NOT NULL,
  PRIMARY KEY (person, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE affiliation (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  person BLOB NOT NULL REFERENCES person (id),
  party BLOB NOT NULL REFERENCES party (id),
  unit TEXT NOT NULL,
  post TEXT NOT NULL,
  role_level TEXT,
  valid_from INTEGER NOT NULL,
  valid_to INTEGER CHECK (valid_to >= valid_from)
) STRICT, WITHOUT ROWID;
CREATE INDEX affiliation_of_person ON affiliation (person, valid_from);

CREATE TABLE standard_edition (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  code TEXT NOT NULL,
  code_folded TEXT NOT NULL UNIQUE,
  framework TEXT NOT NULL,
  year INTEGER NOT NULL,
  state TEXT NOT NULL,
  titles TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE standard_item (
  edition BLOB NOT NULL REFERENCES standard_edition (id),
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  code_folded TEXT NOT NULL,
  level TEXT NOT NULL,
  kind TEXT NOT NULL,
  titles TEXT NOT NULL,
  PRIMARY KEY (edition, position),
  UNIQUE (edition, code_folded)
) STRICT, WITHOUT ROWID;

CREATE TABLE course (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  code TEXT NOT NULL,
  code_folded TEXT NOT NULL UNIQUE,
  family TEXT NOT NULL,
  publisher_identifier TEXT NOT NULL,
  title TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX course_of_publisher ON course (publisher_identifier, family);

CREATE TABLE course_version (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  course BLOB NOT NULL REFERENCES course (id),
  number INTEGER NOT NULL,
  format_family TEXT NOT NULL,
  format_version TEXT NOT NULL,
  publisher_identifier TEXT NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  languages TEXT NOT NULL,
  content_digest TEXT NOT NULL UNIQUE,
  missing_files INTEGER NOT NULL,
  passing_score TEXT,
  state TEXT NOT NULL,
  UNIQUE (course, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE objective (
  version BLOB NOT NULL REFERENCES course_version (id),
  position INTEGER NOT NULL,
  identifier TEXT NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  PRIMARY KEY (version, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity (
  version BLOB NOT NULL REFERENCES course_version (id),
  position INTEGER NOT NULL,
  depth INTEGER NOT NULL,
  key TEXT NOT NULL,
  publisher_identifier TEXT NOT NULL,
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  objectives TEXT NOT NULL,
  prerequisites TEXT,
  is_visible INTEGER NOT NULL,
  target_path TEXT,
  target_suffix TEXT,
  target_url TEXT,
  method TEXT,
  move_on TEXT,
  mastery_score TEXT,
  launch_parameters TEXT,
  entitlement_key TEXT,
  activity_type TEXT,
  time_limit TEXT,
  time_limit_action TEXT,
  completion_threshold TEXT,
  is_tracked INTEGER,
  PRIMARY KEY (version, position),
  UNIQUE (version, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE package_file (
  version BLOB NOT NULL REFERENCES course_version (id),
  path TEXT NOT NULL,
  digest TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  PRIMARY KEY (version, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE standard_mapping (
  version BLOB NOT NULL REFERENCES course_version (id),
  edition BLOB NOT NULL REFERENCES standard_edition (id),
  item_code TEXT NOT NULL,
  PRIMARY KEY (version, edition, item_code)
) STRICT, WITHOUT ROWID;

CREATE TABLE catalogue (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  code TEXT NOT NULL,
  code_folded TEXT NOT NULL UNIQUE,
  titles TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE catalogue_offer (
  catalogue BLOB NOT NULL REFERENCES catalogue (id),
  position INTEGER NOT NULL,
  course BLOB NOT NULL REFERENCES course (id),
  PRIMARY KEY (catalogue, position),
  UNIQUE (catalogue, course)
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  code TEXT NOT NULL,
  code_folded TEXT NOT NULL UNIQUE,
  version BLOB NOT NULL REFERENCES course_version (id),
  mode TEXT NOT NULL,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL CHECK (last_day >= first_day),
  time_zone TEXT NOT NULL,
  language TEXT NOT NULL,
  capacity INTEGER CHECK (capacity > 0),
  host BLOB REFERENCES party (id),
  state TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_by_day ON session (first_day, id);

CREATE TABLE nomination (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  person BLOB NOT NULL REFERENCES person (id),
  session BLOB NOT NULL REFERENCES session (id),
  nominated_by BLOB NOT NULL REFERENCES party (id),
  state TEXT NOT NULL,
  recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX nomination_of_session ON nomination (session, id);
CREATE INDEX nomination_of_person ON nomination (person, session);

CREATE TABLE enrolment (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  person BLOB NOT NULL REFERENCES person (id),
  session BLOB NOT NULL REFERENCES session (id),
  version BLOB NOT NULL REFERENCES course_version (id),
  nomination BLOB REFERENCES nomination (id),
  affiliation BLOB REFERENCES affiliation (id),
  recorded_at INTEGER NOT NULL,
  state TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX enrolment_of_session ON enrolment (session, state, id);
CREATE INDEX enrolment_of_person ON enrolment (person, session);
-- One enrolment of a person in a session, those withdrawn aside.
CREATE UNIQUE INDEX enrolment_in_force ON enrolment (person, session) WHERE state <> 'withdrawn';

CREATE TABLE enrolment_transition (
  enrolment BLOB NOT NULL REFERENCES enrolment (id),
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  state_before TEXT,
  state_after TEXT NOT NULL,
  is_passed INTEGER NOT NULL,
  PRIMARY KEY (enrolment, number)
) STRICT, WITHOUT ROWID;

-- Worked out from statements and results, kept so that it need not be worked out for every question.
-- The activity '' stands for the course as a whole.
CREATE TABLE progress (
  enrolment BLOB NOT NULL REFERENCES enrolment (id),
  activity TEXT NOT NULL,
  started_at INTEGER,
  completed_at INTEGER,
  success TEXT NOT NULL,
  success_at INTEGER,
  score_scaled TEXT,
  score_raw TEXT,
  score_minimum TEXT,
  score_maximum TEXT,
  PRIMARY KEY (enrolment, activity)
) STRICT, WITHOUT ROWID;

CREATE TABLE assessment_result (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  enrolment BLOB NOT NULL REFERENCES enrolment (id),
  activity TEXT,
  attempt INTEGER NOT NULL,
  verdict TEXT,
  score_scaled TEXT,
  score_raw TEXT,
  score_minimum TEXT,
  score_maximum TEXT,
  outcome TEXT NOT NULL,
  assessed_on INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  corrects BLOB UNIQUE REFERENCES assessment_result (id),
  correction_reason TEXT,
  CHECK ((corrects IS NULL) = (correction_reason IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX result_of_enrolment ON assessment_result (enrolment, recorded_at);

CREATE TABLE scheme (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  code TEXT NOT NULL,
  code_folded TEXT NOT NULL UNIQUE,
  titles TEXT NOT NULL,
  issuer BLOB NOT NULL REFERENCES party (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE scheme_version (
  scheme BLOB NOT NULL REFERENCES scheme (id),
  number INTEGER NOT NULL,
  kind TEXT NOT NULL,
  course BLOB NOT NULL REFERENCES course (id),
  minimum_score TEXT,
  validity_months INTEGER,
  time_zone TEXT NOT NULL,
  PRIMARY KEY (scheme, number)
) STRICT, WITHOUT ROWID;

-- The last number given out, per scheme and year: a number is never given twice, whatever becomes of it.
CREATE TABLE certificate_serial (
  scheme BLOB NOT NULL REFERENCES scheme (id),
  year INTEGER NOT NULL,
  serial INTEGER NOT NULL,
  PRIMARY KEY (scheme, year)
) STRICT, WITHOUT ROWID;

CREATE TABLE certificate (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  number TEXT NOT NULL UNIQUE,
  code BLOB NOT NULL UNIQUE CHECK (length(code) = 16),
  person BLOB NOT NULL REFERENCES person (id),
  scheme BLOB NOT NULL,
  scheme_version INTEGER NOT NULL,
  enrolment BLOB NOT NULL REFERENCES enrolment (id),
  session BLOB NOT NULL REFERENCES session (id),
  holder TEXT NOT NULL,
  kind TEXT NOT NULL,
  scheme_titles TEXT NOT NULL,
  course_titles TEXT NOT NULL,
  session_code TEXT NOT NULL,
  session_first_day INTEGER NOT NULL,
  session_last_day INTEGER NOT NULL,
  score TEXT,
  issuer TEXT NOT NULL,
  issued_on INTEGER NOT NULL,
  last_day INTEGER,
  time_zone TEXT NOT NULL,
  evidence TEXT NOT NULL,
  issued_at INTEGER NOT NULL,
  state TEXT NOT NULL,
  FOREIGN KEY (scheme, scheme_version) REFERENCES scheme_version (scheme, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX certificate_of_person ON certificate (person, scheme);
CREATE INDEX certificate_of_scheme ON certificate (scheme, number);
CREATE INDEX certificate_of_session ON certificate (session);
-- One live certificate per person and scheme; the scheme's course is its scope.
CREATE UNIQUE INDEX certificate_in_force ON certificate (person, scheme) WHERE state IN ('issued', 'suspended');

CREATE TABLE certificate_transition (
  certificate BLOB NOT NULL REFERENCES certificate (id),
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  on_day INTEGER NOT NULL,
  state TEXT NOT NULL,
  reason TEXT,
  PRIMARY KEY (certificate, number)
) STRICT, WITHOUT ROWID;

-- A statement's place in the order is the instant it was stored, which the one writer gives out only once.
CREATE TABLE statement (
  stored INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  is_voided INTEGER NOT NULL DEFAULT 0,
  voids BLOB,
  body BLOB NOT NULL
) STRICT;
CREATE INDEX statement_voiding ON statement (voids) WHERE voids IS NOT NULL;

CREATE TABLE statement_term (
  term INTEGER NOT NULL,
  stored INTEGER NOT NULL,
  PRIMARY KEY (term, stored)
) STRICT, WITHOUT ROWID;

CREATE TABLE access_key (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  name TEXT NOT NULL,
  scope TEXT NOT NULL,
  secret_digest BLOB NOT NULL CHECK (length(secret_digest) = 32),
  created_at INTEGER NOT NULL,
  revoked_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE history (
  sequence INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  object_kind TEXT NOT NULL,
  object BLOB NOT NULL,
  person BLOB,
  reason TEXT,
  changes TEXT NOT NULL
) STRICT;
CREATE INDEX history_of_object ON history (object, sequence);
CREATE INDEX history_of_person ON history (person, sequence) WHERE person IS NOT NULL;
