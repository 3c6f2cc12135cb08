-- Rights: keys are held in a role, for a party, by a person, on some days; courses say whom they are for; assessors are
-- given sessions and enrolments; and what was refused to a key leaves a trace.

ALTER TABLE access_key ADD COLUMN role TEXT;
ALTER TABLE access_key ADD COLUMN party BLOB REFERENCES party (id);
ALTER TABLE access_key ADD COLUMN person BLOB REFERENCES person (id);
ALTER TABLE access_key ADD COLUMN valid_from INTEGER;
ALTER TABLE access_key ADD COLUMN valid_to INTEGER CHECK (valid_to >= valid_from);

-- Courses from before take anyone, as they did.
ALTER TABLE course ADD COLUMN audience TEXT NOT NULL DEFAULT 'public';

-- Without an enrolment, every enrolment of the session is the assessor's.
CREATE TABLE assessor_assignment (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  assessor BLOB NOT NULL REFERENCES person (id),
  session BLOB NOT NULL REFERENCES session (id),
  enrolment BLOB REFERENCES enrolment (id),
  recorded_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX assignment_of_assessor ON assessor_assignment (assessor, session, enrolment);
CREATE INDEX assignment_of_session ON assessor_assignment (session, id);

-- Who assessed, and which result this one marks a second time; nothing is known of those from before.
ALTER TABLE assessment_result ADD COLUMN assessor BLOB REFERENCES person (id);
ALTER TABLE assessment_result ADD COLUMN seconds BLOB REFERENCES assessment_result (id);

ALTER TABLE certificate_transition ADD COLUMN decided_by BLOB REFERENCES person (id);

-- Who tried what kind of thing, never on what. Not the history: nothing was changed.
CREATE TABLE refused_attempt (
  sequence INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  access_key BLOB NOT NULL REFERENCES access_key (id),
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  cause TEXT NOT NULL,
  alike INTEGER NOT NULL
) STRICT;

-- By what is one's own.
CREATE INDEX party_of_region ON party (region, id) WHERE region IS NOT NULL;
CREATE INDEX session_of_host ON session (host, first_day, id) WHERE host IS NOT NULL;
CREATE INDEX nomination_by_party ON nomination (nominated_by, id);
CREATE INDEX enrolment_of_affiliation ON enrolment (affiliation, id) WHERE affiliation IS NOT NULL;
CREATE INDEX certificate_of_enrolment ON certificate (enrolment);
CREATE INDEX scheme_of_issuer ON scheme (issuer);
