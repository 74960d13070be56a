//! The one door to the system's randomness. Keys, salts and ids are never fed by a caller:
//! a caller who may choose them may choose them badly.

/// `N` random bytes.
///
/// # Panics
/// When the operating system has no randomness to give; nothing safe can be done then.
pub(crate) fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0u8; N];
    getrandom::fill(&mut bytes).expect("the system gives random bytes");
    bytes
}

/// A number below `end` (which must be a power of two up to 65,536), every one as likely.
pub(crate) fn below(end: u16) -> u16 {
    debug_assert!(end.is_power_of_two());
    u16::from_le_bytes(bytes()) & (end - 1)
}
