//! Secrets, as they are given out.

/// A new secret: 256 bits of the system's own source of chance, as 64 hexadecimal digits. None where that source fails, and
/// nobody can be signed in.
pub fn fresh() -> Option<String> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).ok()?;
    Some(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
