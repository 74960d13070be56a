//! What a process that holds keys and words does about its memory before anything else.

/// Lets no part of this process's memory be written to the disk when it ends badly, nor read by another program of the
/// same person. Programs that it starts write nothing either. Where the system refuses, the journal still works;
/// Windows has other words for it, which a window says itself.
pub fn keep_memory_from_the_disk() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let none = Rlimit {
            current: Some(0),
            maximum: Some(0),
        };
        let _ = setrlimit(Resource::Core, none);
    }
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        // Keeps programs away that ignore the limit.
        let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use rustix::process::{DumpableBehavior, Resource, dumpable_behavior, getrlimit};

    #[test]
    fn nothing_of_a_process_that_falls_is_written_down() {
        super::keep_memory_from_the_disk();
        let limit = getrlimit(Resource::Core);
        assert_eq!((limit.current, limit.maximum), (Some(0), Some(0)));
        assert_eq!(dumpable_behavior().unwrap(), DumpableBehavior::NotDumpable);
    }
}
