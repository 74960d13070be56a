-- A letter for somebody without Awai belongs to no companion: it keeps the name it was given to, and the eight words
-- that open it, for when they are asked for again. Both are wiped with the letter's own words.
ALTER TABLE letter ADD COLUMN given_to TEXT NOT NULL DEFAULT '';
ALTER TABLE letter ADD COLUMN words TEXT NOT NULL DEFAULT '';
