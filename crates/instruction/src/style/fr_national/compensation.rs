//! The paragraph that pays for what an amendment costs (*gage*).
//!
//! Article 40 of the Constitution lets members lower public receipts only where others rise. So an amendment that
//! costs something ends with a paragraph that raises a tax, always in the same words. It is no part of what
//! is debated: two amendments are identical that differ in it alone.

use super::fr::lexicon::{COMPENSATED, LOSSES};

/// Whether a new paragraph, its label aside, says that a loss is made good: "… – La perte de recettes
/// résultant pour l'État du I est compensée, à due concurrence, par …"
pub fn compensates(paragraph: &str) -> bool {
    let words = paragraph.trim_start_matches(|c: char| !c.is_alphanumeric());
    let labelled = text::label(words).and_then(|(_, end)| words.get(end..)).unwrap_or(words);
    let words = labelled.trim_start_matches(|c: char| !c.is_alphanumeric());
    let folded = text::fold(words).to_lowercase();
    LOSSES.iter().any(|loss| folded.starts_with(loss))
        && COMPENSATED.iter().any(|made_good| folded.contains(made_good))
}

#[cfg(test)]
mod tests {
    use super::compensates;

    #[test]
    fn a_paragraph_that_makes_a_loss_good_is_told_from_one_that_speaks_of_it() {
        let paid = "… – La perte de recettes résultant pour le lac du I est compensée, à due concurrence, par une taxe.";
        assert!(compensates(paid));
        assert!(compensates(
            "IV. ‑ Les pertes de recettes pour le lac sont compensées par une taxe."
        ));
        assert!(!compensates("La perte de recettes est évaluée chaque année."));
        assert!(!compensates("II. – Le rapport dit comment la perte de recettes est compensée."));
    }
}
