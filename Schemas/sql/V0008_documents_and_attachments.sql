-- What the record store keeps beside statements: what is known of activities.

-- What statements say of an activity, put together: of each property what was said last, of names, descriptions and
-- extensions every entry.
CREATE TABLE activity_definition (
  activity TEXT PRIMARY KEY,
  definition BLOB NOT NULL,
  since INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Of statements from before, what the last one said of its object.
INSERT INTO activity_definition (activity, definition, since)
SELECT json_extract(body, '$.object.id'), CAST(json_extract(body, '$.object.definition') AS BLOB), max(stored)
FROM (SELECT stored, CAST(body AS TEXT) AS body FROM statement)
WHERE json_type(body, '$.object.definition') = 'object'
GROUP BY 1;
