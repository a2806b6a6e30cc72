//! Dates as papers print them.

/// "16/10/2031", "16.10.2031" or "2031-10-16" as a date of ISO 8601, "2031-10-16"; `None` where it is
/// written otherwise, or no such day exists.
pub fn day(printed: &str) -> Option<String> {
    let numbers: Vec<&str> = printed.split(['/', '-', '.']).map(str::trim).collect();
    let (year, month, day) = match numbers.as_slice() {
        [year, month, day] if year.len() == 4 => (year, month, day),
        [day, month, year] if year.len() == 4 => (year, month, day),
        _ => return None,
    };
    let whole = |digits: &str| {
        let written = digits.len() <= 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse::<u32>().ok().filter(|_| written)
    };
    let (year, month, day) = (whole(year)?, whole(month)?, whole(day)?);
    let days = match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    let exists = year > 0 && (1..=days).contains(&day);
    exists.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn dates_are_days_that_exist() {
        for (printed, date) in [
            ("16/10/2031", Some("2031-10-16")),
            ("2031-10-16", Some("2031-10-16")),
            ("6.1.2031", Some("2031-01-06")),
            ("29/02/2028", Some("2028-02-29")),
            ("29/02/2031", None),
            ("31/04/2031", None),
            ("16 October 2031", None),
            ("+1/+1/2031", None),
            ("", None),
        ] {
            assert_eq!(day(printed).as_deref(), date, "{printed}");
        }
    }
}
