-- Questions that change, and what is alive between people.
-- Built-in questions are no rows: they ship with the program and are known by their names. Whatever refers to one
-- keeps its name, the number of its wording, and the wording itself, so that no later library can change the past.

-- What a page was asked, in the exact words it was asked in. The answer itself is the page.
CREATE TABLE answer (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  reflection    INTEGER NOT NULL REFERENCES reflection (id) ON DELETE CASCADE,
  question      TEXT NOT NULL,                  -- a name of the library, or 32 hexadecimal characters
  n             INTEGER NOT NULL,               -- which wording of the question
  asked_text    TEXT NOT NULL,
  lang          TEXT NOT NULL DEFAULT '',
  question_set  TEXT NOT NULL DEFAULT '',       -- the set that was walked, '' for none
  sitting       TEXT NOT NULL DEFAULT '',       -- pages of one sitting share it, '' for none
  UNIQUE (reflection, question, n)
) STRICT;
CREATE INDEX answer_question ON answer (question, reflection);
CREATE INDEX answer_sitting ON answer (sitting) WHERE sitting <> '';

-- A question of the person's own, or one that came from somebody. Texts in several languages are JSON: {"fr": "…"}.
CREATE TABLE question (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  public_id     TEXT NOT NULL UNIQUE CHECK (length(public_id) = 32),
  rev           INTEGER NOT NULL DEFAULT 1,
  origin        TEXT NOT NULL CHECK (origin IN ('mine', 'received')),
  arrived_as    TEXT NOT NULL DEFAULT '',       -- its name in the file it came with
  since         TEXT NOT NULL
) STRICT;
CREATE INDEX question_arrived ON question (arrived_as) WHERE arrived_as <> '';

CREATE TABLE question_version (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  question        INTEGER NOT NULL REFERENCES question (id) ON DELETE CASCADE,
  n               INTEGER NOT NULL,
  text            TEXT NOT NULL,
  hint            TEXT NOT NULL DEFAULT '{}',
  parent_question TEXT NOT NULL DEFAULT '',     -- the wording it grew out of, '' for a first one
  parent_n        INTEGER NOT NULL DEFAULT 0,
  parent_text     TEXT NOT NULL DEFAULT '{}',   -- its words, when that wording is not a row here
  move            TEXT NOT NULL DEFAULT '' CHECK (move IN ('', 'opened', 'us', 'assumption_named', 'toward', 'slower', 'other')),
  changed_because TEXT NOT NULL DEFAULT '',
  at              TEXT NOT NULL,
  UNIQUE (question, n)
) STRICT;
CREATE INDEX question_version_parent ON question_version (parent_question) WHERE parent_question <> '';

CREATE TABLE question_set (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  public_id     TEXT NOT NULL UNIQUE CHECK (length(public_id) = 32),
  rev           INTEGER NOT NULL DEFAULT 1,
  origin        TEXT NOT NULL CHECK (origin IN ('mine', 'received')),
  arrived_as    TEXT NOT NULL DEFAULT '',
  task          TEXT NOT NULL DEFAULT '',
  title         TEXT NOT NULL,
  purpose       TEXT NOT NULL DEFAULT '{}',
  audience      TEXT NOT NULL DEFAULT '',       -- alone, pair, group, separated by spaces
  suggest       INTEGER NOT NULL DEFAULT 0 CHECK (suggest IN (0, 1)),
  since         TEXT NOT NULL
) STRICT;
CREATE INDEX question_set_arrived ON question_set (arrived_as) WHERE arrived_as <> '';

CREATE TABLE question_in_set (
  question_set  INTEGER NOT NULL REFERENCES question_set (id) ON DELETE CASCADE,
  position      INTEGER NOT NULL,
  question      TEXT NOT NULL,
  PRIMARY KEY (question_set, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX question_in_set_question ON question_in_set (question);

-- Small wishes to be left in peace: question_later, question_not_again, page_not_again, example.
CREATE TABLE put_away (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  kind          TEXT NOT NULL,
  what          TEXT NOT NULL,
  at            TEXT NOT NULL,
  UNIQUE (kind, what)
) STRICT;

-- What a tie was called before. Gentle evidence of change; each can be erased.
CREATE TABLE tie_naming (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  public_id     BLOB NOT NULL UNIQUE CHECK (length(public_id) = 16),
  tie           INTEGER NOT NULL REFERENCES tie (id) ON DELETE CASCADE,
  called        TEXT NOT NULL,
  until         TEXT NOT NULL
) STRICT;
CREATE INDEX tie_naming_of ON tie_naming (tie);

-- A moment on a page: in touch, out of touch, in touch again, or something opened. In words, without intensity.
CREATE TABLE moment (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  public_id     BLOB NOT NULL UNIQUE CHECK (length(public_id) = 16),
  reflection    INTEGER NOT NULL REFERENCES reflection (id) ON DELETE CASCADE,
  kind          TEXT NOT NULL CHECK (kind IN ('connection', 'disconnection', 'reconnection', 'opening')),
  words         TEXT NOT NULL DEFAULT '',
  lang          TEXT NOT NULL DEFAULT '',
  tie           INTEGER REFERENCES tie (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX moment_of ON moment (reflection);
CREATE INDEX moment_tie ON moment (tie) WHERE tie IS NOT NULL;
CREATE INDEX moment_kind ON moment (kind, reflection);

-- What we want more of. No date it is due, no measure of it.
CREATE TABLE intention (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  public_id      BLOB NOT NULL UNIQUE CHECK (length(public_id) = 16),
  rev            INTEGER NOT NULL DEFAULT 1,
  toward         TEXT NOT NULL,
  lang           TEXT NOT NULL DEFAULT '',
  state          TEXT NOT NULL DEFAULT 'alive' CHECK (state IN ('alive', 'resting', 'let_go')),
  with_companion BLOB NOT NULL DEFAULT x'',     -- a companion's public id, empty for none
  first_written  TEXT NOT NULL
) STRICT;

CREATE TABLE intention_tie (
  intention     INTEGER NOT NULL REFERENCES intention (id) ON DELETE CASCADE,
  tie           INTEGER NOT NULL REFERENCES tie (id) ON DELETE CASCADE,
  PRIMARY KEY (intention, tie)
) STRICT, WITHOUT ROWID;
CREATE INDEX intention_tie_tie ON intention_tie (tie, intention);

CREATE TABLE try (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  public_id      BLOB NOT NULL UNIQUE CHECK (length(public_id) = 16),
  intention      INTEGER NOT NULL REFERENCES intention (id) ON DELETE CASCADE,
  what_we_try    TEXT NOT NULL,
  what_happened  TEXT NOT NULL DEFAULT '',
  what_surprised TEXT NOT NULL DEFAULT '',
  around_when    TEXT NOT NULL DEFAULT '',
  lang           TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX try_of ON try (intention);

-- People, places, songs, lines I can turn to.
CREATE TABLE company (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  public_id     BLOB NOT NULL UNIQUE CHECK (length(public_id) = 16),
  rev           INTEGER NOT NULL DEFAULT 1,
  position      INTEGER NOT NULL DEFAULT 0,
  who_or_what   TEXT NOT NULL,
  how           TEXT NOT NULL DEFAULT '',
  lang          TEXT NOT NULL DEFAULT ''
) STRICT;

-- Their word, my word, because.
CREATE TABLE my_word (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  public_id     BLOB NOT NULL UNIQUE CHECK (length(public_id) = 16),
  rev           INTEGER NOT NULL DEFAULT 1,
  their_word    TEXT NOT NULL,
  my_word       TEXT NOT NULL,
  because       TEXT NOT NULL DEFAULT '',
  lang          TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE practice (
  id              INTEGER PRIMARY KEY CHECK (id = 1),
  rev             INTEGER NOT NULL DEFAULT 1,
  question_sets   TEXT NOT NULL DEFAULT '',     -- names, separated by spaces
  rhythm_in_words TEXT NOT NULL DEFAULT '',
  lang            TEXT NOT NULL DEFAULT ''
) STRICT;
