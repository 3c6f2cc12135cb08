-- What a report counts of courses and standards bears the instant at which it was recorded, so that it can be looked
-- at as of a cut-off. Rows from before take their instants from the history; what the history does not tell of counts
-- from the earliest instant that is known.

CREATE TABLE course_version_transition (
  version BLOB NOT NULL REFERENCES course_version (id),
  number INTEGER NOT NULL,
  at INTEGER NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (version, number)
) STRICT, WITHOUT ROWID;

-- A version's first state is the one that its first change left; it began with the first that is known of the version.
INSERT INTO course_version_transition (version, number, at, state)
WITH change (version, sequence, at, state_before, state_after) AS (
  SELECT course_version.id, history.sequence, history.at, changed.value ->> 'before', changed.value ->> 'after'
  FROM course_version
  JOIN history ON history.object = course_version.id
  JOIN json_each(history.changes) AS changed ON changed.value ->> 'field' = 'state'
), moved (version, sequence, at, state) AS (
  SELECT id, 0,
    coalesce((SELECT min(at) FROM history WHERE object = id), (SELECT min(at) FROM history), 0),
    coalesce((SELECT state_before FROM change WHERE version = id ORDER BY sequence LIMIT 1), state)
  FROM course_version
  UNION ALL
  SELECT version, sequence, at, state_after FROM change
)
SELECT version, row_number() OVER (PARTITION BY version ORDER BY sequence), at, state FROM moved;

-- Where the history tells of some changes only, the present state stands last.
INSERT INTO course_version_transition (version, number, at, state)
SELECT last.version, last.number + 1, last.at, course_version.state
FROM course_version_transition AS last
JOIN course_version ON course_version.id = last.version
WHERE last.number = (SELECT max(number) FROM course_version_transition WHERE version = last.version)
  AND last.state <> course_version.state;

CREATE TABLE new_standard_edition (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  code TEXT NOT NULL,
  code_folded TEXT NOT NULL UNIQUE,
  framework TEXT NOT NULL,
  year INTEGER NOT NULL,
  state TEXT NOT NULL,
  titles TEXT NOT NULL,
  recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO new_standard_edition (id, code, code_folded, framework, year, state, titles, recorded_at)
SELECT id, code, code_folded, framework, year, state, titles,
  coalesce((SELECT min(at) FROM history WHERE object = id), (SELECT min(at) FROM history), 0)
FROM standard_edition;

DROP TABLE standard_edition;
ALTER TABLE new_standard_edition RENAME TO standard_edition;

CREATE TABLE new_standard_mapping (
  version BLOB NOT NULL REFERENCES course_version (id),
  edition BLOB NOT NULL REFERENCES standard_edition (id),
  item_code TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (version, edition, item_code)
) STRICT, WITHOUT ROWID;

-- A mapping that the history does not tell of is as old as the younger of the two that it joins.
INSERT INTO new_standard_mapping (version, edition, item_code, recorded_at)
SELECT mapping.version, mapping.edition, mapping.item_code, coalesce(
  (SELECT min(history.at)
   FROM history
   JOIN json_each(history.changes) AS changed ON changed.value ->> 'field' = 'mapping'
   WHERE history.object = mapping.version
     AND changed.value ->> 'after' = edition.code || ' ' || mapping.item_code),
  max(begun.at, edition.recorded_at))
FROM standard_mapping AS mapping
JOIN standard_edition AS edition ON edition.id = mapping.edition
JOIN course_version_transition AS begun ON begun.version = mapping.version AND begun.number = 1;

DROP TABLE standard_mapping;
ALTER TABLE new_standard_mapping RENAME TO standard_mapping;
