//! Which passwords, names and addresses of mail are taken.

use super::EMAIL;

/// The characters of a password at least and at most.
const LENGTH: std::ops::RangeInclusive<usize> = 12..=256;

/// What a password lacks, as the name of a message. Nothing is asked of its letters: length alone makes it hard to guess.
pub(super) fn lacks(password: &str, again: &str, of: &[&str]) -> Option<&'static str> {
    let known = password.trim().to_lowercase();
    match password.chars().count() {
        few if few < *LENGTH.start() => Some("account-password-short"),
        many if many > *LENGTH.end() => Some("account-password-long"),
        _ if of.iter().any(|own| own.trim().to_lowercase() == known) => {
            Some("account-password-known")
        }
        _ if is_monotonous(password) => Some("account-password-known"),
        _ if password != again => Some("account-password-differs"),
        _ => None,
    }
}

/// "aaaaaaaaaaaa", "abababababab".
fn is_monotonous(password: &str) -> bool {
    password.chars().collect::<std::collections::BTreeSet<_>>().len() < 4
}

/// The characters of a name at most.
const NAME: usize = 200;

/// What a name lacks that somebody signs with, as the name of a message.
pub(super) fn name_lacks(name: &str) -> Option<&'static str> {
    match name.trim() {
        "" => Some("account-name-missing"),
        name if name.chars().count() > NAME || name.contains(char::is_control) => {
            Some("account-name-odd")
        }
        _ => None,
    }
}

/// What a name of a delegation, group or committee lacks, as the name of a message.
pub(super) fn body_lacks(name: &str) -> Option<&'static str> {
    // What stands between two names cannot stand in one.
    name_lacks(name).or(name.contains(store::Body::BETWEEN).then_some("bodies-name-parts"))
}

/// What an address of mail lacks: whether it is somebody's is not seen from it.
pub(super) fn email_lacks(email: &str) -> Option<&'static str> {
    let email = email.trim();
    let (user, host) = email.rsplit_once('@').unwrap_or_default();
    let is_odd = |sign: char| sign.is_control() || sign.is_whitespace();
    let is_one = !user.is_empty() && !host.is_empty() && !email.contains(is_odd);
    (!is_one || email.chars().count() > EMAIL).then_some("account-email-odd")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_long_and_not_ones_own_name() {
        let of = ["Ms Clara SOUND", "clara@lakes.example"];
        let lacks = |password: &str, again: &str| lacks(password, again, &of);
        assert_eq!(lacks("short", "short"), Some("account-password-short"));
        assert_eq!(lacks(&"xyzw".repeat(65), ""), Some("account-password-long"));
        assert_eq!(lacks("ms clara sound", ""), Some("account-password-known"));
        assert_eq!(lacks("Clara@Lakes.example", ""), Some("account-password-known"));
        assert_eq!(lacks("abababababab", ""), Some("account-password-known"));
        assert_eq!(
            lacks("lamps on the lakes", "lamps on the lake"),
            Some("account-password-differs")
        );
        assert_eq!(lacks("lamps on the lakes", "lamps on the lakes"), None);
    }

    #[test]
    fn a_name_is_one_line_and_an_address_has_two_sides() {
        assert_eq!(name_lacks(" Ms Clara SOUND "), None);
        assert_eq!(name_lacks(" "), Some("account-name-missing"));
        assert_eq!(name_lacks("Clara\nSOUND"), Some("account-name-odd"));
        assert_eq!(name_lacks(&"x".repeat(201)), Some("account-name-odd"));
        assert_eq!(email_lacks(" clara@lakes.example "), None);
        for odd in ["", "clara", "@lakes", "clara@", "clara sound@lakes.example", "a\0@b"] {
            assert_eq!(email_lacks(odd), Some("account-email-odd"), "{odd:?}");
        }
    }
}
