//! How long something takes: the middle one of many, and the slowest but one in a hundred.

use std::time::{Duration, Instant};

/// Times of one operation, sorted.
pub struct Times(Vec<Duration>);

impl Times {
    /// Runs `work` so often, with the number of the run. A run that fails ends it all: a refusal is quick.
    ///
    /// # Errors
    /// What `work` answered.
    pub fn of<T, E>(runs: usize, mut work: impl FnMut(usize) -> Result<T, E>) -> Result<Times, E> {
        let mut times = Vec::with_capacity(runs);
        for run in 0..runs {
            let began = Instant::now();
            let done = work(run)?;
            times.push(began.elapsed());
            drop(done);
        }
        Ok(Times::sorted(times))
    }

    /// These times.
    pub fn sorted(mut times: Vec<Duration>) -> Times {
        times.sort_unstable();
        Times(times)
    }

    /// The same times without what is not to be measured.
    pub fn without(mut self, other: Duration) -> Times {
        for time in &mut self.0 {
            *time = time.saturating_sub(other);
        }
        self
    }

    /// Half of the runs were quicker.
    pub fn middle(&self) -> Duration {
        self.at(50)
    }

    /// All but one in a hundred were quicker.
    pub fn slowest(&self) -> Duration {
        self.at(99)
    }

    fn at(&self, percent: usize) -> Duration {
        let place = (self.0.len() * percent / 100).min(self.0.len().saturating_sub(1));
        self.0.get(place).copied().unwrap_or_default()
    }
}

/// Milliseconds with as many digits as tell something.
pub fn ms(time: Duration) -> String {
    let ms = time.as_secs_f64() * 1000.0;
    match ms {
        ms if ms >= 100.0 => format!("{ms:.0} ms"),
        ms if ms >= 10.0 => format!("{ms:.1} ms"),
        _ => format!("{ms:.2} ms"),
    }
}

/// How many times longer the first took than the second.
pub fn ratio(ours: Duration, theirs: Duration) -> String {
    if theirs.is_zero() {
        "–".to_owned()
    } else {
        format!("{:.2}", ours.as_secs_f64() / theirs.as_secs_f64())
    }
}

/// The processor time this process has used so far.
pub fn processor_time() -> Duration {
    // utime and stime are the 14th and 15th field of /proc/self/stat, in ticks of 1/100 s; see proc(5).
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks: u64 = after_name
        .split_whitespace()
        .skip(11)
        .take(2)
        .filter_map(|ticks| ticks.parse::<u64>().ok())
        .sum();
    Duration::from_millis(ticks * 10)
}
