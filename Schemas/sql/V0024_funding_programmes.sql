-- What donors agree on: programmes, how many seats they pay for under them, and what is to be reached.
CREATE TABLE funding_programme (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  code TEXT NOT NULL,
  code_folded TEXT NOT NULL UNIQUE,
  donor BLOB NOT NULL REFERENCES party (id),
  titles TEXT NOT NULL,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL CHECK (last_day >= first_day),
  recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE funding_target (
  programme BLOB NOT NULL REFERENCES funding_programme (id),
  indicator TEXT NOT NULL,
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL CHECK (last_day >= first_day),
  value INTEGER NOT NULL CHECK (value >= 1),
  recorded_at INTEGER NOT NULL,
  ended_at INTEGER CHECK (ended_at >= recorded_at),
  PRIMARY KEY (programme, indicator, first_day, last_day, recorded_at)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX funding_target_that_holds ON funding_target (programme, indicator, first_day, last_day)
  WHERE ended_at IS NULL;

ALTER TABLE session_funding ADD COLUMN seats INTEGER CHECK (seats >= 1);
ALTER TABLE session_funding ADD COLUMN programme BLOB REFERENCES funding_programme (id);

-- The groups of parties that persons are split by, as far as their days are known. What is said later of the same group
-- from the same day on takes the place of what was said before.
CREATE TABLE party_group (
  party BLOB NOT NULL REFERENCES party (id),
  position INTEGER NOT NULL CHECK (position >= 1),
  code TEXT NOT NULL,
  known_from TEXT,
  known_to TEXT,
  source TEXT,
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (party, position)
) STRICT, WITHOUT ROWID;
