-- What training leads to: forms that people fill in about it, what they promised, and whom they trained.

-- The codes of the questions are a JSON array of words.
CREATE TABLE evaluation (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  code TEXT NOT NULL,
  code_folded TEXT NOT NULL UNIQUE,
  session BLOB NOT NULL REFERENCES session (id),
  level TEXT NOT NULL,
  respondents TEXT NOT NULL,
  instrument TEXT NOT NULL,
  asked INTEGER NOT NULL CHECK (asked >= 1),
  due INTEGER NOT NULL,
  highest_mark INTEGER NOT NULL CHECK (highest_mark BETWEEN 2 AND 100),
  questions TEXT NOT NULL,
  is_anonymous INTEGER NOT NULL CHECK (is_anonymous IN (0, 1)),
  recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX evaluation_of_session ON evaluation (session, id);

CREATE TABLE evaluation_answer (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  evaluation BLOB NOT NULL REFERENCES evaluation (id),
  respondent BLOB REFERENCES person (id),
  source TEXT,
  answered_on INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  annulled_at INTEGER CHECK (annulled_at >= recorded_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX evaluation_answer_to ON evaluation_answer (evaluation, id);
CREATE UNIQUE INDEX evaluation_answer_of_respondent ON evaluation_answer (evaluation, respondent)
  WHERE respondent IS NOT NULL AND annulled_at IS NULL;
CREATE UNIQUE INDEX evaluation_answer_by_source ON evaluation_answer (evaluation, source)
  WHERE source IS NOT NULL AND annulled_at IS NULL;

CREATE TABLE evaluation_mark (
  answer BLOB NOT NULL REFERENCES evaluation_answer (id),
  position INTEGER NOT NULL CHECK (position >= 1),
  question TEXT NOT NULL,
  mark INTEGER NOT NULL CHECK (mark >= 1),
  PRIMARY KEY (answer, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE commitment (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  enrolment BLOB NOT NULL REFERENCES enrolment (id),
  people INTEGER NOT NULL CHECK (people >= 1),
  due INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  ended_at INTEGER CHECK (ended_at >= recorded_at)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX commitment_that_holds ON commitment (enrolment) WHERE ended_at IS NULL;

CREATE TABLE onward_training (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  enrolment BLOB NOT NULL REFERENCES enrolment (id),
  day INTEGER NOT NULL,
  title TEXT NOT NULL,
  female INTEGER NOT NULL CHECK (female >= 0),
  male INTEGER NOT NULL CHECK (male >= 0),
  other INTEGER NOT NULL CHECK (other >= 0),
  undisclosed INTEGER NOT NULL CHECK (undisclosed >= 0),
  unknown INTEGER NOT NULL CHECK (unknown >= 0),
  evidence TEXT NOT NULL,
  source TEXT,
  recorded_at INTEGER NOT NULL,
  annulled_at INTEGER CHECK (annulled_at >= recorded_at),
  CHECK (female + male + other + undisclosed + unknown >= 1)
) STRICT, WITHOUT ROWID;
CREATE INDEX onward_training_of_enrolment ON onward_training (enrolment, id);
CREATE INDEX onward_training_on_day ON onward_training (day, title);
CREATE UNIQUE INDEX onward_training_by_source ON onward_training (enrolment, source)
  WHERE source IS NOT NULL AND annulled_at IS NULL;

CREATE TABLE onward_training_helper (
  training BLOB NOT NULL REFERENCES onward_training (id),
  position INTEGER NOT NULL CHECK (position >= 1),
  person BLOB NOT NULL REFERENCES person (id),
  PRIMARY KEY (training, position)
) STRICT, WITHOUT ROWID;
