//! One reader of what may come from somebody else, tried on the files that libFuzzer makes: those that take a new way
//! through our own code are tampered with further. `cargo xtask soak hostile-READER` builds it with the counters that
//! takes, and starts it.
//!
//! libFuzzer's own `main` calls what stands here. A reader that falls ends the program, and libFuzzer leaves the file
//! that did it where it was told to.

#![no_main]

use std::cell::RefCell;
use std::fs;

use awai_tests::readers::tampering::{Dice, tamper};
use awai_tests::readers::{Reader, UNTIL_HELD, reader};
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};

/// Which reader is tried.
const READER: &str = "AWAI_READER";
/// The folder whose files libFuzzer begins with; the reader's seeds are put there.
const CORPUS: &str = "AWAI_CORPUS";

/// The reader, how many files it has read, and the last that was made for it, which lends the next some of its bytes.
struct Trying {
    reader: Box<dyn Reader>,
    read: usize,
    last: Vec<u8>,
}

thread_local! {
    static TRYING: RefCell<Option<Trying>> = const { RefCell::new(None) };
}

fn begin() {
    let asked = |name: &str| std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set"));
    let reader = reader(&asked(READER));
    for (number, seed) in reader.seeds().iter().enumerate() {
        let path = format!("{}/seed-{number}", asked(CORPUS));
        fs::write(path, seed).expect("the folder can be written to");
    }
    TRYING.set(Some(Trying {
        reader,
        read: 0,
        last: Vec::new(),
    }));
}

fn with<T>(look: impl FnOnce(&mut Trying) -> T) -> T {
    TRYING
        .with_borrow_mut(|trying| look(trying.as_mut().expect("libFuzzer begins before it tries")))
}

fuzz_target!(
    init: begin(),
    |file: &[u8]| {
        with(|trying| {
            trying.reader.read(file);
            trying.read += 1;
            if trying.read.is_multiple_of(UNTIL_HELD) {
                trying.reader.hold();
            }
        });
    }
);

fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
    // Bytes are libFuzzer's, which knows what is compared with what; whole values are ours.
    if seed.is_multiple_of(2) {
        return fuzzer_mutate(data, size, most);
    }
    with(|trying| {
        let whole = data.get(..size).unwrap_or_default();
        let made = tamper(whole, &trying.last, &mut Dice(seed.into()));
        let length = made.len().min(most);
        if let (Some(to), Some(from)) = (data.get_mut(..length), made.get(..length)) {
            to.copy_from_slice(from);
        }
        trying.last = made;
        length
    })
});
