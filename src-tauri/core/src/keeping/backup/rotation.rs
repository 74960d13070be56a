//! Which copies stay: of the last seven days with a copy the newest, of the last four weeks, of the last twelve
//! months; never fewer than three, and always the newest. Pure.

use std::collections::BTreeSet;

use chrono::Datelike;

use super::names::CopyName;

const DAYS: usize = 7;
const WEEKS: usize = 4;
const MONTHS: usize = 12;
const AT_LEAST: usize = 3;

/// The copies that can go.
pub(crate) fn to_let_go(copies: &[CopyName]) -> Vec<CopyName> {
    let mut newest_first = copies.to_vec();
    newest_first.sort_unstable_by(|a, b| b.cmp(a));
    let mut stay: BTreeSet<CopyName> = newest_first.iter().take(AT_LEAST).copied().collect();
    let day = |copy: &CopyName| i64::from(copy.at.num_days_from_ce());
    let week = |copy: &CopyName| {
        let week = copy.at.date().iso_week();
        i64::from(week.year()) * 100 + i64::from(week.week())
    };
    let month = |copy: &CopyName| i64::from(copy.at.year()) * 12 + i64::from(copy.at.month0());
    newest_of_each(&newest_first, DAYS, day, &mut stay);
    newest_of_each(&newest_first, WEEKS, week, &mut stay);
    newest_of_each(&newest_first, MONTHS, month, &mut stay);
    newest_first.retain(|copy| !stay.contains(copy));
    newest_first
}

/// Keeps the newest copy of each of the last so many spans that have one.
fn newest_of_each(
    newest_first: &[CopyName],
    most: usize,
    span: impl Fn(&CopyName) -> i64,
    stay: &mut BTreeSet<CopyName>,
) {
    let mut seen = BTreeSet::new();
    for copy in newest_first {
        if seen.len() == most {
            break;
        }
        if seen.insert(span(copy)) {
            stay.insert(*copy);
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::{Duration, NaiveDate};

    use super::*;

    fn copies(times: impl IntoIterator<Item = i64>) -> Vec<CopyName> {
        let begin = NaiveDate::from_ymd_opt(2025, 1, 1)
            .unwrap()
            .and_hms_opt(9, 0, 0)
            .unwrap();
        (1..)
            .zip(times)
            .map(|(number, hours)| CopyName {
                number,
                at: begin + Duration::hours(hours),
            })
            .collect()
    }

    fn stay(all: &[CopyName]) -> Vec<CopyName> {
        let gone = to_let_go(all);
        all.iter()
            .filter(|copy| !gone.contains(copy))
            .copied()
            .collect()
    }

    #[test]
    fn after_two_years_of_days_seven_days_four_weeks_and_twelve_months_are_there() {
        let all = copies((0..730).map(|day| day * 24));
        let stay = stay(&all);
        assert!((17..=23).contains(&stay.len()), "{}", stay.len());
        let newest = all.last().unwrap().at;
        for days in 0..7 {
            assert!(
                stay.iter()
                    .any(|copy| copy.at == newest - Duration::days(days))
            );
        }
        for months in 0..12 {
            let month = newest.date() - chrono::Months::new(months);
            assert!(
                stay.iter()
                    .any(|copy| (copy.at.year(), copy.at.month()) == (month.year(), month.month()))
            );
        }
    }

    #[test]
    fn letting_go_day_by_day_keeps_what_letting_go_at_the_end_keeps() {
        let all = copies((0..400).map(|day| day * 24 + day % 5));
        let mut kept: Vec<CopyName> = Vec::new();
        for copy in &all {
            kept.push(*copy);
            let gone = to_let_go(&kept);
            kept.retain(|copy| !gone.contains(copy));
            assert!(kept.contains(copy));
        }
        // A month is remembered by its last day as long as that day was the newest when it was looked at.
        assert!(kept.len() >= 17, "{}", kept.len());
    }

    #[test]
    fn of_one_day_at_least_three_stay_and_a_clock_that_goes_back_loses_none_of_the_newest() {
        assert_eq!(stay(&copies(0..3)).len(), 3);
        assert_eq!(stay(&copies(0..10)).len(), 3);
        let back = copies([5000, 5001, 5002, 0, 1, 2]);
        assert!(back.iter().skip(3).all(|copy| stay(&back).contains(copy)));
    }
}
