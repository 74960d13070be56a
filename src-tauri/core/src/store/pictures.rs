//! Rows of pictures kept with pages.

use rusqlite::{OptionalExtension, named_params};

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
            .query_map(named_params! { ":page": page }, |row| {
                Ok(PictureRow {
                    id: PictureId::from_bytes(row.get("public_id")?),
                    kind: row.get("kind")?,
                    width: row.get("width")?,
                    height: row.get("height")?,
                    digest: row.get("digest")?,
                })
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(found)
    }

    /// The kind and bytes of a picture.
    pub(crate) fn picture_bytes(&self, id: PictureId) -> Result<(String, Vec<u8>)> {
        let found = self
            .0
            .prepare_cached("SELECT kind, bytes FROM picture WHERE public_id = :id")?
            .query_row(named_params! { ":id": id.bytes() }, |row| {
                Ok((row.get("kind")?, row.get("bytes")?))
            })
            .optional()?;
        self.sound(found)?.ok_or(Error::NotFound)
    }
}
