-- What a page said before belongs to the chain of changes: `earlier` folds in one wording after the other, and
-- the page's own digest holds it. Empty where a page said nothing else before.
ALTER TABLE reflection ADD COLUMN earlier BLOB NOT NULL DEFAULT x'' CHECK (length(earlier) IN (0, 32));

-- A letter is asked for by its own id each time it is read.
CREATE INDEX letter_named ON letter (public_id);
CREATE INDEX letter_in_chain ON letter (substr(digest, 1, 16));
