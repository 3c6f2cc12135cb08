-- How certificates are renewed, and what goes on from what.
ALTER TABLE scheme_version ADD COLUMN renewal_opens TEXT;
ALTER TABLE scheme_version ADD COLUMN renewal_grace TEXT;
ALTER TABLE scheme_version ADD COLUMN renewal_course BLOB REFERENCES course (id);
ALTER TABLE scheme_version ADD COLUMN renewal_attainment TEXT;

-- The first day on which a certificate holds; one that renews another early begins behind the last day of that one.
ALTER TABLE certificate ADD COLUMN first_day INTEGER NOT NULL DEFAULT 0;
UPDATE certificate SET first_day = issued_on;
ALTER TABLE certificate ADD COLUMN renews BLOB REFERENCES certificate (id);
CREATE INDEX certificate_renewing ON certificate (renews) WHERE renews IS NOT NULL;
ALTER TABLE award_proposal ADD COLUMN renews BLOB REFERENCES certificate (id);

-- Which steps before its last day a certificate was announced at; each once.
CREATE TABLE certificate_reminder (
  certificate BLOB NOT NULL REFERENCES certificate (id),
  days_ahead INTEGER NOT NULL CHECK (days_ahead >= 0),
  reminded_at INTEGER NOT NULL,
  PRIMARY KEY (certificate, days_ahead)
) STRICT, WITHOUT ROWID;
CREATE INDEX certificate_ending ON certificate (last_day) WHERE state IN ('issued', 'suspended');

-- Who was told of a decision on a certificate, when and how; the holder where no party is named.
CREATE TABLE certificate_notice (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  certificate BLOB NOT NULL,
  transition INTEGER NOT NULL,
  party BLOB REFERENCES party (id),
  on_day INTEGER NOT NULL,
  way TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  recorded_by BLOB REFERENCES person (id),
  FOREIGN KEY (certificate, transition) REFERENCES certificate_transition (certificate, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX certificate_notice_of ON certificate_notice (certificate, transition);

-- On no day has a person two live certificates of one scheme; the scheme's course is its scope.
DROP INDEX certificate_in_force;
CREATE INDEX certificate_in_force ON certificate (person, scheme, first_day) WHERE state IN ('issued', 'suspended');
CREATE TRIGGER certificate_alone_when_issued BEFORE INSERT ON certificate
WHEN NEW.state IN ('issued', 'suspended') AND EXISTS (
  SELECT 1 FROM certificate AS other
  WHERE other.person = NEW.person AND other.scheme = NEW.scheme AND other.state IN ('issued', 'suspended')
    AND (NEW.last_day IS NULL OR other.first_day <= NEW.last_day)
    AND (other.last_day IS NULL OR other.last_day >= NEW.first_day))
BEGIN
  SELECT RAISE(ABORT, 'two certificates of a person under a scheme would be live on one day');
END;
CREATE TRIGGER certificate_alone_when_changed BEFORE UPDATE OF person, scheme, state, first_day, last_day ON certificate
WHEN NEW.state IN ('issued', 'suspended') AND EXISTS (
  SELECT 1 FROM certificate AS other
  WHERE other.person = NEW.person AND other.scheme = NEW.scheme AND other.state IN ('issued', 'suspended')
    AND other.id <> NEW.id
    AND (NEW.last_day IS NULL OR other.first_day <= NEW.last_day)
    AND (other.last_day IS NULL OR other.last_day >= NEW.first_day))
BEGIN
  SELECT RAISE(ABORT, 'two certificates of a person under a scheme would be live on one day');
END;
