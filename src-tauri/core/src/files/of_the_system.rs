//! What systems and their file managers put into a folder by themselves. Nobody laid it there and nobody may see it: it
//! keeps nobody from using the folder, and it is never removed.

use std::ffi::OsStr;

/// Windows does not tell large letters from small ones; neither do sticks, on which telephones leave the last.
const IN_ANY_LETTERS: [&str; 5] = [
    "System Volume Information",
    "$RECYCLE.BIN",
    "desktop.ini",
    "Thumbs.db",
    "LOST.DIR",
];

/// macOS, then Linux.
const AS_WRITTEN: [&str; 8] = [
    ".DS_Store",
    ".DocumentRevisions-V100",
    ".Spotlight-V100",
    ".TemporaryItems",
    ".Trashes",
    ".fseventsd",
    ".directory",
    "lost+found",
];

/// What macOS knows of a file and the file system has no place for lies beside it, under its name behind these signs.
const BESIDE: &str = "._";

/// The folder of what an account threw away on this disk, with the number of the account.
const THROWN_AWAY: &str = ".Trash-";

/// Whether a system put something of this name there by itself.
pub fn is_of_the_system(name: &OsStr) -> bool {
    let Some(name) = name.to_str() else {
        return false;
    };
    let is_a_number = |rest: &str| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit());
    IN_ANY_LETTERS
        .iter()
        .any(|theirs| theirs.eq_ignore_ascii_case(name))
        || AS_WRITTEN.contains(&name)
        || name.starts_with(BESIDE)
        || name.strip_prefix(THROWN_AWAY).is_some_and(is_a_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_system_put_there_is_told_from_what_a_person_or_the_program_did() {
        for theirs in [
            "System Volume Information",
            "$Recycle.Bin",
            "DESKTOP.INI",
            "thumbs.db",
            "lost.dir",
            ".DS_Store",
            ".Spotlight-V100",
            ".fseventsd",
            "._journal.db",
            "lost+found",
            ".Trash-1000",
            ".directory",
        ] {
            assert!(is_of_the_system(OsStr::new(theirs)), "{theirs}");
        }
        for ours in [
            "",
            "journal.db",
            "journal.db.part",
            "keys",
            "lock",
            "backups",
            "tries",
            ".Trash-",
            ".Trash-1000.txt",
            ".ds_store",
            "Lost+Found",
            "_.txt",
            "desktop.ini.txt",
        ] {
            assert!(!is_of_the_system(OsStr::new(ours)), "{ours}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_name_that_is_no_text_is_somebodys() {
        use std::os::unix::ffi::OsStrExt;
        assert!(!is_of_the_system(OsStr::from_bytes(b"._\xff")));
    }
}
