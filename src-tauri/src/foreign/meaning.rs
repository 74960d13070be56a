//! What the two systems say, and on what of it the book closes: before sleep, when the screen is locked or somebody
//! else's desk is shown, and when the session ends. Numbers and names only, so that every system can try them.

/// What Windows says to a window. Where it is there, the compiler compares the numbers with its own.
#[cfg(any(test, windows))]
pub mod windows {
    pub const QUERY_END_SESSION: u32 = 0x0011;
    pub const POWER: u32 = 0x0218;
    pub const SESSION: u32 = 0x02b1;

    /// Of [`POWER`].
    pub const SUSPEND: u32 = 4;

    /// Of [`SESSION`]: somebody else's desk is shown on this screen.
    pub const CONSOLE_DISCONNECT: u32 = 2;
    /// Of [`SESSION`]: whoever looked from another computer looks no more.
    pub const REMOTE_DISCONNECT: u32 = 4;
    /// Of [`SESSION`].
    pub const LOGOFF: u32 = 6;
    /// Of [`SESSION`].
    pub const LOCK: u32 = 7;

    /// Whether the book closes on it. The end of a session is heard when it is asked about: when it is told, another
    /// window of this program may have been told before, and ended it.
    pub fn closes(message: u32, what: usize) -> bool {
        let is = |one: &u32| usize::try_from(*one) == Ok(what);
        match message {
            QUERY_END_SESSION => true,
            POWER => is(&SUSPEND),
            SESSION => [CONSOLE_DISCONNECT, REMOTE_DISCONNECT, LOGOFF, LOCK]
                .iter()
                .any(is),
            _ => false,
        }
    }
}

/// What macOS says of power.
#[cfg(any(test, target_os = "macos"))]
pub mod macos {
    /// What the part of the system that looks after power says (`IOKit/IOMessage.h`).
    const CAN_SLEEP: u32 = 0xe000_0270;
    const WILL_SLEEP: u32 = 0xe000_0280;

    /// What is done on a word about power.
    #[derive(Debug, PartialEq)]
    pub enum Power {
        /// The book closes; then the sleep that waits for us is allowed.
        CloseAndAllow,
        /// We are only asked whether we mind.
        Allow,
        /// Nobody waits for an answer.
        Nothing,
    }

    pub fn on_power(message: u32) -> Power {
        match message {
            WILL_SLEEP => Power::CloseAndAllow,
            CAN_SLEEP => Power::Allow,
            _ => Power::Nothing,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::macos::{Power, on_power};
    use super::windows::{POWER, QUERY_END_SESSION, SESSION, closes};

    #[test]
    fn the_book_closes_on_windows_before_sleep_at_the_lock_and_at_the_end_of_the_session() {
        assert!(closes(QUERY_END_SESSION, 0));
        let power: Vec<usize> = (0..64).filter(|what| closes(POWER, *what)).collect();
        assert_eq!(power, [4], "and not when it wakes or a battery runs low");
        let session: Vec<usize> = (0..64).filter(|what| closes(SESSION, *what)).collect();
        assert_eq!(session, [2, 4, 6, 7], "and not when somebody comes back");
    }

    #[test]
    fn no_other_word_of_windows_closes_it() {
        let closing: Vec<u32> = (0..0x1_0000)
            .filter(|message| (0..16).any(|what| closes(*message, what)))
            .collect();
        assert_eq!(closing, [QUERY_END_SESSION, POWER, SESSION]);
    }

    #[test]
    fn macos_gets_its_answer_before_every_sleep_and_the_book_closes_only_when_it_comes() {
        // May it sleep, it will sleep; it will not after all, it is awake.
        assert_eq!(on_power(0xe000_0270), Power::Allow);
        assert_eq!(on_power(0xe000_0280), Power::CloseAndAllow);
        for message in [0xe000_0290, 0xe000_0300, 0xe000_0320, 0] {
            assert_eq!(on_power(message), Power::Nothing);
        }
    }
}
