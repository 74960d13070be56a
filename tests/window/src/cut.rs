//! A story told with every network cut.

use std::process::Command;

use crate::not_looked_at;

/// Set for the process that has no network.
const CUT: &str = "AWAI_NETWORK_IS_CUT";

/// Tells a story in a process of its own whose network holds nothing but its loopback, over which the driver is spoken
/// to. `name` is the whole name of the test that calls this: it is run once more there. Where the network may not be cut
/// the story is told with it.
///
/// # Panics
/// When the story does not come to a good end there, or is not told at all.
pub fn with_the_network_cut(name: &str, story: impl FnOnce()) {
    if std::env::var_os(CUT).is_some() {
        return story();
    }
    // As root the first suffices; others need a user namespace, which not every machine lets them have.
    let ways = [&["-n"][..], &["-n", "--map-root-user"]];
    let may = |way: &&[&str]| {
        let tried = Command::new("unshare").args(*way).arg("true").output();
        tried.is_ok_and(|tried| tried.status.success())
    };
    let Some(way) = ways.into_iter().find(may) else {
        not_looked_at(
            "a window with the network cut",
            "unshare may not do it here. The story is told with it.",
        );
        return story();
    };
    let alone = "PATH=\"$PATH:/sbin:/usr/sbin\"; ip link set lo up && test \"$(ip -o link | wc -l)\" = 1 && exec \"$0\" \"$@\"";
    let told = Command::new("unshare")
        .args(way)
        .args(["sh", "-c", alone])
        .arg(std::env::current_exe().expect("a test knows where it is"))
        .args(["--exact", name, "--nocapture"])
        .env(CUT, "yes")
        .output()
        .expect("unshare is there: it was tried");
    let [said, complained] = [&told.stdout, &told.stderr].map(|said| String::from_utf8_lossy(said));
    // A name that no test has would be no failure to whoever runs tests.
    assert!(
        told.status.success() && said.contains("1 passed"),
        "{name}, with the network cut: {}\n{said}\n{complained}",
        told.status
    );
}
