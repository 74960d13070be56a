-- Companions, and what passes between them. Keys belong to one pair of people; ending it wipes them here.

CREATE TABLE invitation (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  public_id     BLOB NOT NULL UNIQUE CHECK (length(public_id) = 16),
  called        TEXT NOT NULL,                  -- what I call whom it is for
  tie           INTEGER REFERENCES tie (id) ON DELETE SET NULL,
  made_at       TEXT NOT NULL,
  thread        BLOB NOT NULL CHECK (length(thread) IN (0, 16)),  -- none when a card alone was handed over
  identity      TEXT NOT NULL,                  -- opens what is sealed for me
  auth          BLOB NOT NULL CHECK (length(auth) = 32),          -- says that I wrote it
  card          TEXT NOT NULL,                  -- my card
  words         TEXT NOT NULL DEFAULT '',       -- to be said by voice; with `inside` and `secret` they go once paired
  secret        BLOB NOT NULL DEFAULT x'',
  inside        TEXT NOT NULL DEFAULT ''        -- the text of the invitation behind its first line
) STRICT;

CREATE TABLE companion (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  public_id     BLOB NOT NULL UNIQUE CHECK (length(public_id) = 16),
  rev           INTEGER NOT NULL DEFAULT 1,
  called        TEXT NOT NULL,                  -- what I call them
  tie           INTEGER REFERENCES tie (id) ON DELETE SET NULL,
  standing      TEXT NOT NULL DEFAULT 'open' CHECK (standing IN ('open', 'resting', 'ended')),
  since         TEXT NOT NULL,
  paired_on     TEXT NOT NULL DEFAULT '',       -- the day the words were said; '' when nobody checked
  thread        BLOB NOT NULL UNIQUE CHECK (length(thread) = 16),
  identity      TEXT NOT NULL DEFAULT '',       -- '' once ended
  auth          BLOB NOT NULL DEFAULT x'' CHECK (length(auth) IN (0, 32)),
  my_card       TEXT NOT NULL,
  card          TEXT NOT NULL,
  reply         BLOB NOT NULL DEFAULT x''       -- the sealed reply, until a letter of theirs shows that it arrived
) STRICT;
CREATE INDEX companion_tie ON companion (tie);

-- What each side answered to the questions about being together. Versions are added, never changed.
CREATE TABLE agreement (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  companion     INTEGER NOT NULL REFERENCES companion (id) ON DELETE CASCADE,
  writer        TEXT NOT NULL CHECK (writer IN ('mine', 'theirs')),
  version       INTEGER NOT NULL,
  written_at    TEXT NOT NULL,
  reread        TEXT NOT NULL DEFAULT '',       -- when to read it again, in words
  answers       TEXT NOT NULL                   -- JSON
) STRICT;
CREATE INDEX agreement_of ON agreement (companion, writer, version);

-- A letter is its text, exactly as it was sealed: first line, line feed, JSON. Everything else here is a shelf mark.
CREATE TABLE letter (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  public_id     BLOB NOT NULL CHECK (length(public_id) = 16),
  thread        BLOB NOT NULL CHECK (length(thread) = 16),
  companion     INTEGER REFERENCES companion (id) ON DELETE CASCADE,
  writer        TEXT NOT NULL CHECK (writer IN ('mine', 'theirs', 'unknown')),
  standing      TEXT NOT NULL CHECK (standing IN ('kept', 'later', 'returned', 'erased')),
  seq           INTEGER NOT NULL,
  at            TEXT NOT NULL,                  -- when it was sealed or came in, here
  digest        BLOB NOT NULL CHECK (length(digest) = 32),        -- of the text behind the first line
  kind          TEXT NOT NULL DEFAULT '',
  have          TEXT NOT NULL DEFAULT '',       -- which of the reader's letters its writer had
  rev           INTEGER NOT NULL DEFAULT 1,
  inside        BLOB NOT NULL DEFAULT x'',      -- empty once returned or erased
  UNIQUE (thread, public_id, digest)
) STRICT;
CREATE INDEX letter_of ON letter (companion, seq);

-- Whose letters I was asked to keep no longer, and by whom.
CREATE TABLE release (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  thread        BLOB NOT NULL CHECK (length(thread) = 16),
  letter        BLOB NOT NULL CHECK (length(letter) = 16),
  writer        TEXT NOT NULL CHECK (writer IN ('mine', 'theirs')),
  at            TEXT NOT NULL,
  UNIQUE (thread, letter, writer)
) STRICT;

-- What of my pages was given to whom.
CREATE TABLE given (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  letter        INTEGER NOT NULL REFERENCES letter (id) ON DELETE CASCADE,
  page          BLOB NOT NULL CHECK (length(page) = 16),
  rev           INTEGER NOT NULL,
  UNIQUE (letter, page)
) STRICT;
CREATE INDEX given_page ON given (page);

-- A letter being put together: what was chosen, by reference, until it is sealed.
CREATE TABLE letter_draft (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  public_id     BLOB NOT NULL UNIQUE CHECK (length(public_id) = 16),
  kept_at       TEXT NOT NULL,
  rests_until   TEXT NOT NULL DEFAULT '',
  draft         TEXT NOT NULL                   -- JSON
) STRICT;

-- The other name somebody goes by in letters to one companion, always the same.
CREATE TABLE pseudonym (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  companion     INTEGER NOT NULL REFERENCES companion (id) ON DELETE CASCADE,
  name          TEXT NOT NULL,                  -- folded
  stands_as     TEXT NOT NULL,
  UNIQUE (companion, name)
) STRICT;
