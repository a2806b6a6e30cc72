//! One block, stretch by stretch, with its seams.

use super::seams::{Left, Right, Seam, final_mark, is_ended, is_final, seam, strength};
use super::usage::Usage;
use super::work::{By, Piece, State, add_cause};
use source::Span;

/// What a payload is to the words around its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    /// Goes on with the words before it; at the end of a sentence it goes before the final mark.
    Continuation,
    /// Words put behind words.
    Words,
    /// A sentence of its own.
    Sentence,
    /// Belongs to the words behind it.
    Next,
}

/// A payload on its way into a block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arrival<'t> {
    /// What it is there.
    pub class: Class,
    /// Whether it is a sentence of its own, also when it belongs to what follows.
    pub sentence: bool,
    /// Whether the editorial pass may give it a capital letter at the beginning of a sentence.
    pub bends: bool,
    /// The draft's words directly behind its place, for an insertion before them.
    pub before: &'t str,
    /// Whose it is.
    pub by: u32,
}

/// Puts a block together from what is kept, what goes and what comes.
pub(super) struct Joiner<'a, 'u> {
    out: Vec<Piece<'a>>,
    usage: Usage<'u>,
    /// Text struck out since the last new text.
    gone: String,
    /// Amendments that changed something since the last kept words.
    causes: Vec<u32>,
    /// Whether the next text meets something it did not meet before.
    open: bool,
    left: Tail,
    quotes: usize,
    /// Marks at the beginning of a payload that followed nothing, and whose they were.
    pub dropped: Vec<(u32, String)>,
}

#[derive(Clone, Copy, Default)]
struct Tail {
    inserted: bool,
    sentence: bool,
    opens: bool,
    lost: Option<char>,
}

/// How much of the text before a seam is looked at, in bytes.
const WINDOW: usize = 160;

impl<'a, 'u> Joiner<'a, 'u> {
    pub fn new(usage: Usage<'u>) -> Self {
        Self {
            out: Vec::new(),
            usage,
            gone: String::new(),
            causes: Vec::new(),
            open: false,
            left: Tail::default(),
            quotes: 0,
            dropped: Vec::new(),
        }
    }

    /// A place to be found again.
    pub fn probe(&mut self, id: u32) {
        self.out.push(Piece::probe(id));
    }

    /// Words of the draft that an amendment strikes out.
    pub fn gone(&mut self, piece: Piece<'a>, by: u32) {
        self.gone.push_str(&piece.text);
        let gone = self.gone.trim_end();
        let mark = gone.chars().next_back().filter(|mark| strength(*mark) > 1);
        let abbreviated = super::seams::is_abbreviated(gone, self.usage.sentences);
        // Who strikes out a mark and no words wants it gone.
        let words = gone.contains(char::is_alphanumeric);
        self.left.lost = mark.filter(|_| !abbreviated && words);
        self.open = true;
        add_cause(&mut self.causes, by);
        self.out.push(Piece { state: State::Deleted(By::Amendment(by)), ..piece });
    }

    /// Words of the draft that stay.
    pub fn kept(&mut self, piece: Piece<'a>) {
        if piece.text.is_empty() {
            return;
        }
        if !self.open || piece.text.trim().is_empty() {
            self.count(&piece.text);
            self.out.push(piece);
            return;
        }
        let right = Right { text: &piece.text, ..Right::default() };
        let seam = self.seam(right);
        let took_all = seam.right >= piece.text.len();
        self.take_left(seam.left);
        self.put_between(&seam);
        self.put_right(piece, &seam, None);
        if !took_all {
            self.open = false;
            self.gone.clear();
            self.causes.clear();
            self.left = Tail::default();
        }
    }

    /// A payload, paragraph by paragraph.
    pub fn arrive(&mut self, paragraphs: &[Piece<'a>], arrival: Arrival<'_>) {
        add_cause(&mut self.causes, arrival.by);
        if arrival.class == Class::Continuation {
            self.before_mark(paragraphs, arrival);
        } else {
            self.put_payload(paragraphs, arrival);
        }
    }

    /// The block ends here.
    pub fn finish(mut self) -> Vec<Piece<'a>> {
        if self.open {
            let seam = self.seam(Right::default());
            self.take_left(seam.left);
            self.put_between(&seam);
        }
        self.out
    }

    fn put_payload(&mut self, paragraphs: &[Piece<'a>], arrival: Arrival<'_>) {
        let Some(first) = paragraphs.first() else {
            self.open = true;
            return;
        };
        let right = Right {
            text: &first.text,
            inserted: true,
            sentence: arrival.sentence,
            bends: arrival.bends,
            before: arrival.before,
        };
        let seam = self.seam(right);
        let mark = first.text.get(..seam.right).map_or("", str::trim);
        if !mark.is_empty() && self.tail().trim().is_empty() {
            self.dropped.push((arrival.by, mark.to_owned()));
        }
        self.take_left(seam.left);
        self.put_between(&seam);
        let before = self.tail();
        let core = before.trim_end();
        let labels =
            self.usage.sentences.labelled_blocks && text::head(&format!("{core} .")) > core.len();
        let opens = core.is_empty() || labels || is_ended(&before);
        self.put_right(first.clone(), &seam, Some(arrival.by));
        for paragraph in &paragraphs[1..] {
            let state = State::Inserted(By::Amendment(arrival.by));
            self.out.push(Piece::made(state, " "));
            self.count(&paragraph.text);
            self.out.push(paragraph.clone());
        }
        let lost = self.left.lost.filter(|_| paragraphs.last().is_some_and(|p| !is_ended(&p.text)));
        self.left = Tail {
            inserted: true,
            sentence: arrival.sentence,
            opens: opens && arrival.class == Class::Next,
            lost,
        };
        self.gone.clear();
        self.open = true;
    }

    /// Puts a continuation before the final mark of what stands there.
    fn before_mark(&mut self, paragraphs: &[Piece<'a>], arrival: Arrival<'_>) {
        let tail = self.tail();
        let (mark, lacks) = final_mark(&tail, self.usage.sentences, self.usage.seams);
        let behind = self.cut_off(mark);
        if mark == 0 {
            self.put_payload(paragraphs, arrival);
            self.lacks(paragraphs, lacks.or(self.left.lost));
            return;
        }
        let (open, left) = (self.open, std::mem::take(&mut self.left));
        let gone = std::mem::take(&mut self.gone);
        self.put_payload(paragraphs, arrival);
        self.gone = gone;
        if !behind.iter().any(|piece| piece.is_new() && !piece.text.trim().is_empty()) {
            self.out.extend(behind);
            self.lacks(paragraphs, lacks.or(left.lost));
            return;
        }
        self.put_mark(behind);
        self.open = open || self.left.inserted;
        if !self.left.inserted {
            self.left = left;
        }
    }

    /// Remembers a final mark that is still to come, unless the payload brought one.
    fn lacks(&mut self, paragraphs: &[Piece<'a>], mark: Option<char>) {
        let ended = paragraphs.last().is_some_and(|last| is_ended(&last.text));
        self.left.lost = mark.filter(|_| !ended);
    }

    /// The old final mark behind a continuation: it stays unless the payload brought its own.
    fn put_mark(&mut self, behind: Vec<Piece<'a>>) {
        let tail = self.tail();
        let own = tail.trim_end().chars().next_back().filter(|mark| strength(*mark) > 0);
        let old = behind.iter().filter(|piece| piece.is_new()).flat_map(|piece| piece.text.chars());
        let old = old.map(strength).max().unwrap_or(0);
        let replaces = own.is_some_and(|own| is_final(own) || strength(own) >= old);
        let weaker = own.filter(|_| !replaces);
        if let Some(weaker) = weaker {
            self.take_left(tail.len() - tail.trim_end().len() + weaker.len_utf8());
        }
        for mut piece in behind {
            if replaces && piece.is_new() && piece.probe.is_none() {
                if piece.state == State::Kept {
                    piece.state = State::Deleted(By::Editorial(self.causes.clone()));
                    self.out.push(piece);
                }
                continue;
            }
            self.out.push(piece);
        }
        if !replaces {
            self.left.inserted = false;
        }
    }

    fn seam(&self, right: Right<'_>) -> Seam {
        let tail = self.tail();
        let left = Left {
            text: &tail,
            inserted: self.left.inserted,
            sentence: self.left.sentence,
            opens: self.left.opens,
            lost: self.left.lost,
            odd_quotes: self.quotes % 2 == 1,
        };
        seam(left, &self.gone, right, &self.usage)
    }

    /// The end of the new text so far.
    fn tail(&self) -> String {
        let (mut pieces, mut len) = (Vec::new(), 0);
        for piece in self.out.iter().rev().filter(|piece| piece.is_new()) {
            let mut from = piece.text.len().saturating_sub(WINDOW - len);
            while !piece.text.is_char_boundary(from) {
                from -= 1;
            }
            let text = &piece.text[from..];
            pieces.push(text);
            len += text.len();
            if len >= WINDOW {
                break;
            }
        }
        pieces.iter().rev().copied().collect()
    }

    /// Takes the last bytes of the new text off, under the name of the editorial pass.
    fn take_left(&mut self, bytes: usize) {
        if bytes == 0 {
            return;
        }
        let behind = self.cut_off(bytes);
        for mut piece in behind {
            if piece.is_new() && piece.probe.is_none() {
                self.quotes -= piece.text.matches('"').count().min(self.quotes);
                if piece.state != State::Kept {
                    continue;
                }
                piece.state = State::Deleted(By::Editorial(self.causes.clone()));
            }
            self.out.push(piece);
        }
    }

    /// Removes the pieces that hold the last `bytes` of the new text, and what stands among and
    /// behind them.
    fn cut_off(&mut self, bytes: usize) -> Vec<Piece<'a>> {
        let (mut left, mut behind) = (bytes, Vec::new());
        while left > 0 {
            let Some(piece) = self.out.pop() else { break };
            if !piece.is_new() || piece.text.is_empty() {
                behind.push(piece);
                continue;
            }
            let len = piece.text.len();
            if len <= left {
                left -= len;
                behind.push(piece);
                continue;
            }
            match piece.split(len - left) {
                Some((stays, goes)) => {
                    self.out.push(stays);
                    behind.push(goes);
                }
                None => self.out.push(piece),
            }
            left = 0;
        }
        behind.reverse();
        behind
    }

    fn put_between(&mut self, seam: &Seam) {
        if !seam.between.is_empty() {
            let state = State::Inserted(By::Editorial(self.causes.clone()));
            self.out.push(Piece::made(state, seam.between.clone()));
        }
    }

    /// The right text of a seam, without what the seam takes off and with its first letter changed.
    fn put_right(&mut self, piece: Piece<'a>, seam: &Seam, payload: Option<u32>) {
        let by = || By::Editorial(self.causes.clone());
        let kept = payload.is_none();
        let (off, stays) = match seam.right {
            0 => (None, Some(piece)),
            all if all >= piece.text.len() => (Some(piece), None),
            some => piece.split(some).map_or((None, None), |(off, stays)| (Some(off), Some(stays))),
        };
        if let Some(mut off) = off.filter(|_| kept) {
            off.state = State::Deleted(by());
            self.out.push(off);
        }
        let Some(stays) = stays else { return };
        let at = seam.letter.as_ref().and_then(|(letter, new)| {
            let at = stays.text.find(*letter)?;
            Some((Span::new(at, at + letter.len_utf8()), new.clone()))
        });
        let Some((at, new)) = at else {
            self.count(&stays.text);
            self.out.push(stays);
            return;
        };
        let (before, rest) = split(stays, at.start as usize);
        let (letter, after) = rest.map_or((None, None), |rest| split(rest, at.len()));
        self.out.extend(before);
        if let Some(mut letter) = letter.filter(|_| kept) {
            letter.state = State::Deleted(by());
            self.out.push(letter);
        }
        self.out.push(Piece::made(State::Inserted(by()), new));
        if let Some(after) = after {
            self.count(&after.text);
            self.out.push(after);
        }
    }

    fn count(&mut self, text: &str) {
        self.quotes += text.matches('"').count();
    }
}

fn split(piece: Piece<'_>, at: usize) -> (Option<Piece<'_>>, Option<Piece<'_>>) {
    if at == 0 {
        return (None, Some(piece));
    }
    if at >= piece.text.len() {
        return (Some(piece), None);
    }
    piece.split(at).map_or((None, None), |(left, right)| (Some(left), Some(right)))
}

/// The bytes of the piece that is `span` of a block's text.
pub(super) fn span_in(block: Span, span: Span) -> Span {
    let start = span.start.clamp(block.start, block.end) - block.start;
    let end = span.end.clamp(block.start, block.end) - block.start;
    Span { start, end: end.max(start) }
}
