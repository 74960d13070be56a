//! Rows of pictures: kept with pages, or put beside what is being written.

use rusqlite::{OptionalExtension, Row, named_params};

use super::Rows;
use crate::error::{Error, Result};
use crate::id::PictureId;

/// A picture without its bytes.
pub(crate) struct PictureRow {
    pub id: PictureId,
    pub kind: String,
    pub width: u32,
    pub height: u32,
    pub digest: [u8; 32],
}

impl Rows<'_> {
    pub(crate) fn add_picture(&self, page: i64, picture: &PictureRow, bytes: &[u8]) -> Result<()> {
        self.0
            .prepare_cached(
                "INSERT INTO picture (public_id, reflection, kind, width, height, digest, bytes)
                 VALUES (:id, :page, :kind, :width, :height, :digest, :bytes)",
            )?
            .execute(named_params! {
                ":id": picture.id.bytes(), ":page": page, ":kind": picture.kind, ":width": picture.width,
                ":height": picture.height, ":digest": picture.digest, ":bytes": bytes,
            })?;
        Ok(())
    }

    pub(crate) fn pictures_of(&self, page: i64) -> Result<Vec<PictureRow>> {
        let mut statement = self.0.prepare_cached(
            "SELECT public_id, kind, width, height, digest FROM picture WHERE reflection = :page ORDER BY id",
        )?;
        let found = statement
            .query_map(named_params! { ":page": page }, picture_row)?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// Erases a picture of a page. The file's bytes are overwritten (`secure_delete`).
    pub(crate) fn erase_picture(&self, id: PictureId) -> Result<()> {
        self.0
            .prepare_cached("DELETE FROM picture WHERE public_id = :id")?
            .execute(named_params! { ":id": id.bytes() })?;
        Ok(())
    }

    /// Puts a picture beside the draft of this name.
    pub(crate) fn add_draft_picture(
        &self,
        draft: &str,
        picture: &PictureRow,
        bytes: &[u8],
    ) -> Result<()> {
        self.0
            .prepare_cached(
                "INSERT INTO draft_picture (public_id, page, kind, width, height, digest, bytes)
                 VALUES (:id, :draft, :kind, :width, :height, :digest, :bytes)",
            )?
            .execute(named_params! {
                ":id": picture.id.bytes(), ":draft": draft, ":kind": picture.kind, ":width": picture.width,
                ":height": picture.height, ":digest": picture.digest, ":bytes": bytes,
            })?;
        Ok(())
    }

    /// The pictures put beside a draft, in the order they came.
    pub(crate) fn draft_pictures(&self, draft: &str) -> Result<Vec<PictureRow>> {
        let mut statement = self.0.prepare_cached(
            "SELECT public_id, kind, width, height, digest FROM draft_picture WHERE page = :draft ORDER BY id",
        )?;
        let found = statement
            .query_map(named_params! { ":draft": draft }, picture_row)?
            .collect::<rusqlite::Result<_>>()?;
        self.sound(found)
    }

    /// The kind and bytes of a picture, of a page or beside a draft.
    pub(crate) fn picture_bytes(&self, id: PictureId) -> Result<(String, Vec<u8>)> {
        let found = self
            .0
            .prepare_cached(
                "SELECT kind, bytes FROM picture WHERE public_id = :id
                 UNION ALL SELECT kind, bytes FROM draft_picture WHERE public_id = :id",
            )?
            .query_row(named_params! { ":id": id.bytes() }, |row| {
                Ok((row.get("kind")?, row.get("bytes")?))
            })
            .optional()?;
        self.sound(found)?.ok_or(Error::NotFound)
    }
}

fn picture_row(row: &Row<'_>) -> rusqlite::Result<PictureRow> {
    Ok(PictureRow {
        id: PictureId::from_bytes(row.get("public_id")?),
        kind: row.get("kind")?,
        width: row.get("width")?,
        height: row.get("height")?,
        digest: row.get("digest")?,
    })
}
