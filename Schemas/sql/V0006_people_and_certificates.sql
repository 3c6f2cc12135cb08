-- People, nominations and certificates: what people were called before, since when a place is recorded, and which
-- certificate another one took the place of.

-- What a person was called until an instant. The present name stands with the person.
CREATE TABLE former_name (
  person BLOB NOT NULL REFERENCES person (id),
  until INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  PRIMARY KEY (person, until)
) STRICT, WITHOUT ROWID;

-- Places from before take their instant from the history; those that it does not tell of count from the earliest
-- instant that is known.
ALTER TABLE affiliation ADD COLUMN recorded_at INTEGER NOT NULL DEFAULT 0;
UPDATE affiliation SET recorded_at = coalesce(
  (SELECT min(at) FROM history WHERE object = affiliation.id), (SELECT min(at) FROM history), 0);

-- The certificate that this one says the same as, in its place; a certificate is replaced once. Those from before are
-- told by the history: the number before is the one that was replaced.
ALTER TABLE certificate ADD COLUMN replaces BLOB REFERENCES certificate (id);
UPDATE certificate SET replaces = (
  SELECT replaced.id
  FROM history
  JOIN json_each(history.changes) AS changed ON changed.value ->> 'field' = 'number'
  JOIN certificate AS replaced ON replaced.number = changed.value ->> 'before'
  WHERE history.object = certificate.id AND history.action = 'certificate replace'
  ORDER BY history.sequence LIMIT 1);
CREATE UNIQUE INDEX certificate_in_place_of ON certificate (replaces) WHERE replaces IS NOT NULL;
