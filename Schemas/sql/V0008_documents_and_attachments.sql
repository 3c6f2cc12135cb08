-- What the record store keeps beside statements: what is known of activities, documents, contents of attachments.

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

-- Documents of the record store: 1 state, 2 profiles of activities, 3 profiles of agents. What a context lacks is empty.
-- Documents are a scratch area of content and no records: they are replaced and removed.
CREATE TABLE document (
  resource INTEGER NOT NULL CHECK (resource IN (1, 2, 3)),
  activity TEXT NOT NULL,
  agent TEXT NOT NULL,
  registration BLOB NOT NULL CHECK (length(registration) IN (0, 16)),
  name TEXT NOT NULL,
  content_type TEXT NOT NULL,
  tag TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  content BLOB NOT NULL,
  UNIQUE (resource, activity, agent, registration, name)
) STRICT;
CREATE INDEX document_by_change ON document (changed_at);

-- A statement that refers to another one as its object is found by what that one is found by, along the whole chain.
-- Statements from before take the terms over here.
WITH RECURSIVE
  reference AS MATERIALIZED (
    SELECT stored, lower(json_extract(body, '$.object.id')) AS target
    FROM (SELECT stored, CAST(body AS TEXT) AS body FROM statement)
    WHERE json_extract(body, '$.object.objectType') = 'StatementRef'),
  named AS (
    SELECT stored, lower(substr(digits, 1, 8) || '-' || substr(digits, 9, 4) || '-' || substr(digits, 13, 4) || '-'
      || substr(digits, 17, 4) || '-' || substr(digits, 21)) AS name
    FROM (SELECT stored, hex(id) AS digits FROM statement)),
  direct AS MATERIALIZED (
    SELECT reference.stored AS referrer, named.stored AS target
    FROM named JOIN reference ON reference.target = named.name),
  chain (referrer, target, length) AS (
    SELECT referrer, target, 1 FROM direct
    UNION ALL
    SELECT chain.referrer, direct.target, chain.length + 1
    FROM chain JOIN direct ON direct.referrer = chain.target WHERE chain.length < 32),
  reached AS MATERIALIZED (SELECT DISTINCT referrer, target FROM chain WHERE referrer <> target)
INSERT OR IGNORE INTO statement_term (term, stored)
SELECT statement_term.term, reached.referrer
FROM statement_term JOIN reached ON reached.target = statement_term.stored;

-- Contents that came with statements, by the SHA-2 that the statement states and the SHA-256 that they are kept under.
CREATE TABLE attachment (
  statement INTEGER NOT NULL REFERENCES statement (stored),
  sha2 TEXT NOT NULL,
  digest TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  PRIMARY KEY (statement, sha2)
) STRICT, WITHOUT ROWID;
