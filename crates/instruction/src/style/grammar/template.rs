//! Templates: which of their alternatives stand in a text.

/// Which alternatives of a template are wanted.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Wanted {
    /// `word|words`: the second.
    pub plural: bool,
    /// `der/dem/des`: counted from 0; the last there is where there are fewer.
    pub case: usize,
    /// `<the>`: written.
    pub definite: bool,
}

/// The template with its alternatives chosen; the holes stay, and each is one piece.
pub(crate) fn expand(template: &str, wanted: Wanted) -> String {
    let mut text = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(c) = rest.chars().next() {
        match c {
            '{' => {
                let end = rest.find('}').map_or(rest.len(), |end| end + 1);
                text.push_str(&rest[..end]);
                rest = &rest[end..];
            }
            '<' => {
                let end = rest.find('>').unwrap_or(rest.len());
                let (definite, bare) = match rest[1..end].split_once('~') {
                    Some((definite, bare)) => (definite, bare),
                    None => (&rest[1..end], ""),
                };
                let article = if wanted.definite { definite } else { bare };
                rest = rest.get(end + 1..).unwrap_or("");
                if article.is_empty() {
                    rest = rest.trim_start();
                }
                text.push_str(&chosen(article, wanted));
            }
            ' ' | ':' | ',' | '>' => {
                text.push(c);
                rest = &rest[1..];
            }
            _ => {
                let end = rest.find([' ', ':', ',', '<', '>', '{']).unwrap_or(rest.len());
                text.push_str(&chosen(&rest[..end], wanted));
                rest = &rest[end..];
            }
        }
    }
    text
}

fn chosen(word: &str, wanted: Wanted) -> String {
    let mut numbers = word.split('|');
    let singular = numbers.next().unwrap_or("");
    let number = numbers.next().filter(|_| wanted.plural).unwrap_or(singular);
    let mut form = "";
    for case in number.split('/').take(wanted.case + 1) {
        form = case;
    }
    form.replace('_', " ")
}
