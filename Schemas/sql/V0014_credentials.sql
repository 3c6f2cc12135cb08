-- Certificates as signed credentials that others verify by themselves.

-- The public halves of the keys that credentials are signed with. The private ones lie in files of their own.
CREATE TABLE credential_key (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  public_key BLOB NOT NULL UNIQUE,
  made_at INTEGER NOT NULL,
  retired_at INTEGER CHECK (retired_at >= made_at)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX credential_key_in_use ON credential_key ((1)) WHERE retired_at IS NULL;

-- Lists that a credential's revocation and suspension are told by, one bit each. A list is closed when it is nearly full,
-- and when records are restored: what was given out after the backup stands in no later list.
CREATE TABLE status_list (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  made_at INTEGER NOT NULL,
  closed_at INTEGER CHECK (closed_at >= made_at)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX status_list_in_use ON status_list ((1)) WHERE closed_at IS NULL;

-- The place of a certificate's credential in a list, given before anything is signed, and never to another.
CREATE TABLE status_place (
  certificate BLOB PRIMARY KEY REFERENCES certificate (id),
  list BLOB NOT NULL REFERENCES status_list (id),
  position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 131071),
  taken_at INTEGER NOT NULL,
  UNIQUE (list, position)
) STRICT, WITHOUT ROWID;

-- The credential as it was signed, once.
CREATE TABLE signed_credential (
  certificate BLOB PRIMARY KEY REFERENCES status_place (certificate),
  key BLOB NOT NULL REFERENCES credential_key (id),
  token TEXT NOT NULL,
  signed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The pages that the credential names by their digests, kept as they were before anything was attached to them.
CREATE TABLE certificate_page (
  certificate BLOB NOT NULL REFERENCES signed_credential (certificate),
  language TEXT NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (certificate, language)
) STRICT, WITHOUT ROWID;

-- Certificates whose credential is yet to be signed.
CREATE TABLE unsigned_certificate (
  certificate BLOB PRIMARY KEY REFERENCES certificate (id)
) STRICT, WITHOUT ROWID;
INSERT INTO unsigned_certificate (certificate) SELECT id FROM certificate;

-- What the lists are made of.
CREATE INDEX certificate_taken_back ON certificate (state, id) WHERE state IN ('suspended', 'revoked', 'replaced');
