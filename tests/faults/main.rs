//! What a journal must survive: kills, a full disk, bits that flip, old files put back, crowds and clocks.

mod crowd;
mod damage;
mod disk;
mod inside;
mod kills;
mod older;
mod somebodies;
