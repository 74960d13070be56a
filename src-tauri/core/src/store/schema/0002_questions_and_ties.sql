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
