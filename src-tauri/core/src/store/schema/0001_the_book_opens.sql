-- The first shape of a journal. Never edited once released: a change is a new file beside this one.
-- Public ids are 16 random bytes. Times are RFC 3339 text with the offset of the place they were written in.

CREATE TABLE journal (
  id          INTEGER PRIMARY KEY CHECK (id = 1),
  public_id   BLOB NOT NULL CHECK (length(public_id) = 16),
  begun_at    TEXT NOT NULL,
  opened_at   TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE reflection (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  public_id     BLOB NOT NULL UNIQUE CHECK (length(public_id) = 16),
  -- Where it stands among the pages: (local wall-clock seconds since 1970) * 2^20 + a counter.
  -- Local, so that a day's pages stay together; unique, so that it can be a cursor and the index's rowid.
  place         INTEGER NOT NULL UNIQUE,
  month         INTEGER NOT NULL,               -- year * 12 + (month - 1), of the local day
  rev           INTEGER NOT NULL DEFAULT 1,
  title         TEXT NOT NULL DEFAULT '',
  opening       TEXT NOT NULL DEFAULT '',       -- the first words in plain text, for lists
  cover         TEXT NOT NULL DEFAULT '',
  stays_here    INTEGER NOT NULL DEFAULT 0 CHECK (stays_here IN (0, 1)),
  happened_kind TEXT NOT NULL DEFAULT 'untold' CHECK (happened_kind IN ('untold', 'words', 'year', 'month', 'day')),
  happened      TEXT NOT NULL DEFAULT '',
  lang          TEXT NOT NULL DEFAULT '',
  written_at    TEXT NOT NULL,
  revised_at    TEXT NOT NULL DEFAULT '',
  aside_at      TEXT NOT NULL DEFAULT '',       -- '' unless set aside
  fear_says     TEXT NOT NULL DEFAULT '',       -- three lenses, all free, all optional
  hope_says     TEXT NOT NULL DEFAULT '',
  wider         TEXT NOT NULL DEFAULT '',
  body          TEXT NOT NULL DEFAULT ''        -- last: lists never read past what stands before it
) STRICT;
CREATE INDEX reflection_here ON reflection (place) WHERE aside_at = '';
CREATE INDEX reflection_month ON reflection (month) WHERE aside_at = '';
CREATE INDEX reflection_aside ON reflection (aside_at) WHERE aside_at <> '';

CREATE TABLE reflection_version (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  reflection    INTEGER NOT NULL REFERENCES reflection (id) ON DELETE CASCADE,
  rev           INTEGER NOT NULL,
  title         TEXT NOT NULL DEFAULT '',
  body          TEXT NOT NULL DEFAULT '',
  cover         TEXT NOT NULL DEFAULT '',
  lang          TEXT NOT NULL DEFAULT '',
  fear_says     TEXT NOT NULL DEFAULT '',
  hope_says     TEXT NOT NULL DEFAULT '',
  wider         TEXT NOT NULL DEFAULT '',
  at            TEXT NOT NULL,                  -- when this wording was written
  UNIQUE (reflection, rev)
) STRICT;

CREATE TABLE keyword (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  reflection    INTEGER NOT NULL REFERENCES reflection (id) ON DELETE CASCADE,
  word          TEXT NOT NULL,
  UNIQUE (reflection, word)
) STRICT;

CREATE TABLE picture (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  public_id     BLOB NOT NULL UNIQUE CHECK (length(public_id) = 16),
  reflection    INTEGER NOT NULL REFERENCES reflection (id) ON DELETE CASCADE,
  kind          TEXT NOT NULL CHECK (kind IN ('png', 'jpeg', 'webp')),
  width         INTEGER NOT NULL,               -- pixels
  height        INTEGER NOT NULL,
  digest        BLOB NOT NULL CHECK (length(digest) = 32),
  bytes         BLOB NOT NULL
) STRICT;
CREATE INDEX picture_of ON picture (reflection);

CREATE TABLE tie (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  public_id     BLOB NOT NULL UNIQUE CHECK (length(public_id) = 16),
  rev           INTEGER NOT NULL DEFAULT 1,
  kind          TEXT NOT NULL DEFAULT 'person' CHECK (kind IN ('person', 'group', 'community_or_place', 'myself', 'other')),
  called        TEXT NOT NULL,
  folded        TEXT NOT NULL DEFAULT '',       -- the name as words folds it, made anew whenever the search index is
  about         TEXT NOT NULL DEFAULT '',
  lang          TEXT NOT NULL DEFAULT '',
  standing      TEXT NOT NULL DEFAULT 'open' CHECK (standing IN ('open', 'resting', 'ended')),
  -- "I am not free here": read where it must hold something back and in the tie's own room, by no list.
  care_flag     INTEGER NOT NULL DEFAULT 0 CHECK (care_flag IN (0, 1)),
  since         TEXT NOT NULL,
  touched_at    TEXT NOT NULL DEFAULT ''        -- in UTC, so that it sorts: what was touched lately stands first
) STRICT;

CREATE INDEX tie_folded ON tie (folded);

CREATE TABLE reflection_tie (
  reflection    INTEGER NOT NULL REFERENCES reflection (id) ON DELETE CASCADE,
  tie           INTEGER NOT NULL REFERENCES tie (id) ON DELETE CASCADE,
  PRIMARY KEY (reflection, tie)
) STRICT, WITHOUT ROWID;
CREATE INDEX reflection_tie_tie ON reflection_tie (tie, reflection);

-- What is being written: '' is the new page, otherwise the hexadecimal id of the page being written anew.
CREATE TABLE draft (
  page          TEXT PRIMARY KEY,
  rev           INTEGER NOT NULL,
  kept_at       TEXT NOT NULL,
  writing       TEXT NOT NULL                   -- JSON
) STRICT, WITHOUT ROWID;

-- What came from another program, so that nothing comes twice. When its page is erased here, the row stays
-- without it: the foreign name is random and tells nothing, and what was let go does not come back by itself.
CREATE TABLE brought_over (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  reflection    INTEGER REFERENCES reflection (id) ON DELETE SET NULL,
  format        TEXT NOT NULL,
  foreign_id    TEXT NOT NULL,
  at            TEXT NOT NULL,                  -- when it came
  UNIQUE (format, foreign_id)
) STRICT;
CREATE INDEX brought_over_of ON brought_over (reflection);

-- Each change adds one row: which thing, its revision, the digest of what it now holds, and a link that
-- folds in the row before. SQLCipher notices a flipped bit, but not an old page of the file put back: this does.
CREATE TABLE head (
  seq           INTEGER PRIMARY KEY AUTOINCREMENT,
  kind          TEXT NOT NULL CHECK (kind <> ''),  -- page, tie, question, …
  thing         BLOB NOT NULL CHECK (length(thing) = 16),
  rev           INTEGER NOT NULL,
  digest        BLOB NOT NULL CHECK (length(digest) = 32),
  link          BLOB NOT NULL UNIQUE CHECK (length(link) = 32)
) STRICT;
CREATE INDEX head_thing ON head (thing, seq);

-- The search index: terms are made by the program (words), so any SQLite can read and write this table.
-- rowid = reflection.place, so that newest first is the index's own order.
CREATE VIRTUAL TABLE term USING fts5 (title, body, content = '', contentless_delete = 1, tokenize = 'ascii');
