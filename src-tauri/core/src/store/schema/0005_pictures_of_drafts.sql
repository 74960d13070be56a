-- Pictures that were put beside words not finished yet. They are kept with the draft, so that a closed book or a cut
-- cable loses none; once the page is finished they are rows of `picture`.
CREATE TABLE draft_picture (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  public_id     BLOB NOT NULL UNIQUE CHECK (length(public_id) = 16),
  page          TEXT NOT NULL,                  -- as in draft: '' is the new page
  kind          TEXT NOT NULL CHECK (kind IN ('png', 'jpeg', 'webp')),
  width         INTEGER NOT NULL,               -- pixels
  height        INTEGER NOT NULL,
  digest        BLOB NOT NULL CHECK (length(digest) = 32),
  bytes         BLOB NOT NULL
) STRICT;
CREATE INDEX draft_picture_of ON draft_picture (page);
