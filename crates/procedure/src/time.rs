//! Moments, as a log writes them.

use serde::{Deserialize, Serialize};

/// A moment in universal time, to the second: "2031-10-16T10:03:00Z".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Time(String);

impl Time {
    /// Reads a moment in exactly that form; none for days and hours that do not exist.
    pub fn parse(written: &str) -> Option<Self> {
        let bytes = written.as_bytes();
        let form = b"0000-00-00T00:00:00Z";
        let fits = bytes.len() == form.len()
            && bytes.iter().zip(form).all(|(byte, form)| match form {
                b'0' => byte.is_ascii_digit(),
                sign => byte == sign,
            });
        if !fits {
            return None;
        }
        let number = |from: usize, to: usize| written.get(from..to)?.parse::<u32>().ok();
        let (year, month, day) = (number(0, 4)?, number(5, 7)?, number(8, 10)?);
        let (hour, minute, second) = (number(11, 13)?, number(14, 16)?, number(17, 19)?);
        let leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            1..=12 => 31,
            _ => return None,
        };
        let exists = (1..=days).contains(&day) && hour < 24 && minute < 60 && second < 60;
        exists.then(|| Self(written.to_owned()))
    }

    /// So many seconds after the beginning of 1970; the last moment of the year 9999 for what comes after it.
    pub fn of_unix(seconds: u64) -> Self {
        // Civil from days: H. Hinnant, "chrono-compatible low-level date algorithms".
        let seconds = seconds.min(253_402_300_799);
        let (days, second) = (seconds / 86_400, seconds % 86_400);
        let shifted = days + 719_468;
        let (era, of_era) = (shifted / 146_097, shifted % 146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted_month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * shifted_month + 2) / 5 + 1;
        let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
        let year = era * 400 + year_of_era + u64::from(month <= 2);
        let (hour, minute, second) = (second / 3_600, second / 60 % 60, second % 60);
        Self(format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"))
    }

    /// Seconds since the beginning of 1970; 0 for what was before.
    pub fn unix(&self) -> u64 {
        let number = |from: usize, to: usize| {
            self.0.get(from..to).and_then(|digits| digits.parse::<u64>().ok())
        };
        let number = |from, to| number(from, to).unwrap_or_default();
        let (year, month, day) = (number(0, 4), number(5, 7), number(8, 10));
        // Days from civil, of the same author: years begin in March, so that the day of a leap year is their last.
        let (year, month) =
            if month > 2 { (year, month - 3) } else { (year.saturating_sub(1), month + 9) };
        let (era, of_era) = (year / 400, year % 400);
        let of_year = (153 * month + 2) / 5 + day.saturating_sub(1);
        let days = era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year;
        let seconds = number(11, 13) * 3_600 + number(14, 16) * 60 + number(17, 19);
        (days * 86_400 + seconds).saturating_sub(719_468 * 86_400)
    }

    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Time {
    type Error = &'static str;

    fn try_from(written: String) -> Result<Self, Self::Error> {
        Self::parse(&written).ok_or("a moment is written 2031-10-16T10:03:00Z")
    }
}

impl From<Time> for String {
    fn from(time: Time) -> Self {
        time.0
    }
}

#[cfg(test)]
mod tests {
    use super::Time;

    #[test]
    fn moments_exist_and_are_counted() {
        for (seconds, written) in [
            (0, "1970-01-01T00:00:00Z"),
            (951_782_399, "2000-02-28T23:59:59Z"),
            (951_782_400, "2000-02-29T00:00:00Z"),
            (1_949_911_380, "2031-10-16T10:03:00Z"),
            (u64::MAX, "9999-12-31T23:59:59Z"),
        ] {
            assert_eq!(Time::of_unix(seconds).as_str(), written);
            assert_eq!(Time::parse(written), Some(Time::of_unix(seconds)));
            let last = 253_402_300_799;
            assert_eq!(Time::of_unix(seconds).unix(), seconds.min(last), "{written}");
        }
        for days in 0..200_000 {
            assert_eq!(Time::of_unix(86_400 * days + 3_723).unix(), 86_400 * days + 3_723);
        }
        for written in ["2031-02-29T10:00:00Z", "2031-10-16T24:00:00Z", "2031-10-16 10:00:00Z", ""]
        {
            assert_eq!(Time::parse(written), None, "{written}");
        }
    }
}
