//! Padmé: a letter's size says little about its words. The length is rounded up so that only its leading bits are
//! told, at a cost of at most 12 % (Nikitin et al., "Reducing Metadata Leakage from Encrypted Files", 2019).

/// The padded length of `length` bytes.
pub(crate) fn padded(length: usize) -> usize {
    if length < 2 {
        return length;
    }
    let exponent = length.ilog2();
    let bits_of_exponent = exponent.ilog2() + 1;
    let free = exponent.saturating_sub(bits_of_exponent);
    let mask = (1usize << free) - 1;
    (length + mask) & !mask
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_padded_length_is_never_shorter_and_never_an_eighth_longer() {
        let mut lengths: Vec<usize> = (0..100_000).collect();
        lengths.extend((0..2_000).map(|step| 70 * 1024 * 1024 - step * 33_333));
        for length in lengths {
            let whole = padded(length);
            assert!(whole >= length);
            assert!(
                whole as f64 <= length as f64 * 1.12 + 1.0,
                "{length}: {whole}"
            );
            assert_eq!(padded(whole), whole);
        }
    }

    #[test]
    fn letters_of_a_like_size_look_the_same() {
        let sizes: std::collections::BTreeSet<usize> = (10_000..20_000).map(padded).collect();
        assert!(sizes.len() < 30, "{}", sizes.len());
    }
}
