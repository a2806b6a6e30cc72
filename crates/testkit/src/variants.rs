//! What a type of ours has, read out of its source: so that a test misses none.

/// The variants of an `enum` in a source file, as a log writes them: "signature-withdrawn". Empty where it has no such
/// `enum`.
pub fn variants(source: &str, name: &str) -> Vec<String> {
    let Some(start) = source.find(&format!("pub enum {name} {{")) else { return Vec::new() };
    let body = source[start..].split("\n}").next().unwrap_or_default();
    let lines = body.lines().filter_map(|line| line.strip_prefix("    "));
    let names = lines.filter(|line| line.starts_with(|sign: char| sign.is_ascii_uppercase()));
    let kebab = |name: &str| {
        let sign = |sign: char| match sign.is_ascii_uppercase() {
            true => format!("-{}", sign.to_ascii_lowercase()),
            false => sign.to_string(),
        };
        name.chars().map(sign).collect::<String>().trim_start_matches('-').to_owned()
    };
    let ends = |sign: char| !sign.is_ascii_alphanumeric();
    names.filter_map(|line| line.split(ends).next()).map(kebab).collect()
}

/// The stable codes in a source file: `Self::Variant { .. } => "code",`.
pub fn codes(source: &str) -> Vec<&str> {
    source.split("=> \"").skip(1).filter_map(|arm| arm.split('"').next()).collect()
}
