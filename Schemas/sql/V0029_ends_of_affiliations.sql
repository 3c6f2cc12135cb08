-- The last days that were said of places in parties, and when each was said: a later one said otherwise is earlier. With
-- them it is known which place somebody held on a day, as far as it was recorded by an instant.
CREATE TABLE affiliation_end (
  affiliation BLOB NOT NULL REFERENCES affiliation (id),
  last_day INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (affiliation, last_day)
) STRICT, WITHOUT ROWID;
INSERT INTO affiliation_end (affiliation, last_day, recorded_at)
SELECT id, valid_to, coalesce((
  SELECT max(at) FROM history WHERE object = affiliation.id AND action = 'person affiliation end'), recorded_at)
FROM affiliation WHERE valid_to IS NOT NULL;
