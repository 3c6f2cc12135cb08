-- What is delivered elsewhere: statements to other record stores, events to webhooks. Secrets stand here and nowhere else:
-- the file is its owner's alone.

-- Another record store. All statements are gone through in their order; place is where the last one stands that is settled,
-- sent or not to be sent.
CREATE TABLE forwarding (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  code TEXT NOT NULL,
  code_folded TEXT NOT NULL UNIQUE,
  url TEXT NOT NULL,
  user_name TEXT NOT NULL,
  secret TEXT NOT NULL,
  verbs TEXT NOT NULL,
  activities TEXT NOT NULL,
  course BLOB REFERENCES course (id),
  member BLOB REFERENCES party (id),
  created_at INTEGER NOT NULL,
  place INTEGER NOT NULL,
  sent INTEGER NOT NULL DEFAULT 0,
  sent_at INTEGER,
  failures INTEGER NOT NULL DEFAULT 0,
  failure TEXT,
  next_attempt_at INTEGER,
  paused_at INTEGER,
  pause_reason TEXT,
  CHECK ((paused_at IS NULL) = (pause_reason IS NULL))
) STRICT, WITHOUT ROWID;

-- Statements that the other store refused by themselves, and why.
CREATE TABLE set_aside_statement (
  forwarding BLOB NOT NULL REFERENCES forwarding (id),
  statement INTEGER NOT NULL REFERENCES statement (stored),
  reason TEXT NOT NULL,
  set_aside_at INTEGER NOT NULL,
  PRIMARY KEY (forwarding, statement)
) STRICT, WITHOUT ROWID;

-- An address that is told of events.
CREATE TABLE webhook (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  code TEXT NOT NULL,
  code_folded TEXT NOT NULL UNIQUE,
  url TEXT NOT NULL,
  secret BLOB NOT NULL,
  events TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  failing_since INTEGER,
  disabled_at INTEGER,
  disable_reason TEXT,
  CHECK ((disabled_at IS NULL) = (disable_reason IS NULL))
) STRICT, WITHOUT ROWID;

-- What happened and is told, written in the transaction in which it happened.
CREATE TABLE event (
  number INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  type TEXT NOT NULL,
  at INTEGER NOT NULL,
  payload BLOB NOT NULL
) STRICT;

CREATE TABLE event_delivery (
  webhook BLOB NOT NULL REFERENCES webhook (id),
  event INTEGER NOT NULL REFERENCES event (number),
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_attempt_at INTEGER NOT NULL,
  outcome TEXT,
  settled_at INTEGER,
  PRIMARY KEY (webhook, event),
  CHECK ((settled_at IS NULL) = (state = 'pending'))
) STRICT, WITHOUT ROWID;
CREATE INDEX event_delivery_due ON event_delivery (next_attempt_at) WHERE state = 'pending';
CREATE INDEX event_delivery_of_event ON event_delivery (event);
