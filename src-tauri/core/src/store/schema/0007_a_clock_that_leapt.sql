-- A clock that leapt cannot tell how long a page has lain aside: its thirty days are counted from then on.
ALTER TABLE journal ADD COLUMN leapt_at TEXT NOT NULL DEFAULT '';
