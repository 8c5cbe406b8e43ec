//! Phrases as one automaton: all that begin at a token are found in one walk.
//!
//! Alternatives meet again behind their bracket, so a phrase takes as many nodes as it has words and
//! not as many as it has readings.

use std::collections::HashMap;
#[cfg(test)]
use std::collections::HashSet;

use super::pattern::{GAP, Piece, Slot, Step};
use super::tape::Tape;

/// A word of the vocabulary.
pub(super) type WordId = u32;

/// All words that phrases are made of.
#[derive(Debug, Default)]
pub(super) struct Vocabulary(HashMap<String, WordId>);

impl Vocabulary {
    /// The number of `word`, given to it now if it has none.
    fn learn(&mut self, word: &str) -> WordId {
        let next = u32::try_from(self.0.len()).unwrap_or(WordId::MAX);
        *self.0.entry(word.to_owned()).or_insert(next)
    }

    /// The number of `word`, if any phrase has it.
    pub(super) fn id(&self, word: &str) -> Option<WordId> {
        self.0.get(word).copied()
    }
}

type NodeId = u32;
const ROOT: NodeId = 0;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Edge {
    Word(WordId),
    Slot(Slot),
    Gap,
}

#[derive(Debug)]
struct Node<T> {
    /// Where each word leads, in the order of the words; one word may lead to several nodes.
    words: Vec<(WordId, NodeId)>,
    slots: Vec<(Slot, NodeId)>,
    gaps: Vec<NodeId>,
    /// Whether only one sequence of steps leads here, so that other phrases may begin by it.
    is_prefix: bool,
    means: Vec<T>,
}

/// Phrases and what they mean.
#[derive(Debug)]
pub(super) struct Automaton<T> {
    nodes: Vec<Node<T>>,
}

/// How a phrase lies on the line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Path {
    /// The tokens that the phrase names itself, rising.
    pub(super) words: Vec<usize>,
    /// What filled its slots: the first token and the one after the last.
    pub(super) slots: Vec<(Slot, usize, usize)>,
}

impl<T> Default for Automaton<T> {
    fn default() -> Self {
        Self { nodes: vec![Node::new(true)] }
    }
}

impl<T> Node<T> {
    fn new(is_prefix: bool) -> Self {
        let (words, slots, gaps, means) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { words, slots, gaps, is_prefix, means }
    }

    fn connect(&mut self, edge: Edge, to: NodeId) {
        match edge {
            Edge::Word(word) => {
                if let Err(place) = self.words.binary_search(&(word, to)) {
                    self.words.insert(place, (word, to));
                }
            }
            Edge::Slot(slot) if !self.slots.contains(&(slot, to)) => self.slots.push((slot, to)),
            Edge::Gap if !self.gaps.contains(&to) => self.gaps.push(to),
            Edge::Slot(_) | Edge::Gap => {}
        }
    }

    fn after_word(&self, word: WordId) -> impl Iterator<Item = NodeId> {
        let first = self.words.partition_point(|(other, _)| *other < word);
        let same = self.words[first..].iter().take_while(move |(other, _)| *other == word);
        same.map(|(_, next)| *next)
    }

    /// Every way on.
    fn edges(&self) -> impl Iterator<Item = (Edge, NodeId)> {
        let words = self.words.iter().map(|(word, next)| (Edge::Word(*word), *next));
        let slots = self.slots.iter().map(|(slot, next)| (Edge::Slot(*slot), *next));
        words.chain(slots).chain(self.gaps.iter().map(|next| (Edge::Gap, *next)))
    }
}

impl<T: Clone + PartialEq> Automaton<T> {
    /// Adds a phrase and what it means.
    pub(super) fn add(&mut self, vocabulary: &mut Vocabulary, phrase: &[Piece], means: &T) {
        for end in self.follow(vocabulary, vec![ROOT], phrase, None) {
            let known = &mut self.nodes[end as usize].means;
            if !known.contains(means) {
                known.push(means.clone());
            }
        }
    }

    /// Where the `pieces` lead from any node of `from`; their last step to `target`, if given.
    fn follow(
        &mut self,
        vocabulary: &mut Vocabulary,
        mut from: Vec<NodeId>,
        pieces: &[Piece],
        target: Option<NodeId>,
    ) -> Vec<NodeId> {
        for (at, piece) in pieces.iter().enumerate() {
            let target = target.filter(|_| at + 1 == pieces.len());
            from = match piece {
                Piece::Step(step) => {
                    let edge = match step {
                        Step::Word(word) => Edge::Word(vocabulary.learn(word)),
                        Step::Slot(slot) => Edge::Slot(*slot),
                        Step::Gap => Edge::Gap,
                    };
                    vec![self.step(&from, edge, target)]
                }
                Piece::Any(alternatives) => {
                    let meeting = target.unwrap_or_else(|| self.grow(false));
                    let mut ends = Vec::new();
                    for pieces in alternatives {
                        for end in self.follow(vocabulary, from.clone(), pieces, Some(meeting)) {
                            if !ends.contains(&end) {
                                ends.push(end);
                            }
                        }
                    }
                    ends
                }
            };
        }
        from
    }

    fn step(&mut self, from: &[NodeId], edge: Edge, target: Option<NodeId>) -> NodeId {
        let is_prefix = |node: NodeId| self.nodes[node as usize].is_prefix;
        let prefix = match (from, target) {
            ([only], None) if is_prefix(*only) => Some(*only),
            _ => None,
        };
        let shared = prefix.and_then(|from| {
            let from = &self.nodes[from as usize];
            match edge {
                Edge::Word(word) => from.after_word(word).find(|node| is_prefix(*node)),
                _ => from
                    .edges()
                    .find(|(other, node)| *other == edge && is_prefix(*node))
                    .map(|to| to.1),
            }
        });
        if let Some(shared) = shared {
            return shared;
        }
        let next = target.unwrap_or_else(|| self.grow(prefix.is_some()));
        for node in from {
            self.nodes[*node as usize].connect(edge, next);
        }
        next
    }

    fn grow(&mut self, is_prefix: bool) -> NodeId {
        self.nodes.push(Node::new(is_prefix));
        u32::try_from(self.nodes.len() - 1).unwrap_or(NodeId::MAX)
    }
}

impl<T> Automaton<T> {
    /// Calls `found` for every phrase that begins at token `start`, with the token at which it ends.
    pub(super) fn walk<'t>(
        &'t self,
        tape: &Tape<'_>,
        start: usize,
        found: &mut impl FnMut(&Path, usize, &'t T),
    ) {
        self.walk_on(tape, ROOT, (start, start), &mut Path::default(), found);
    }

    /// The longest phrase that begins at `start`: where it ends, how it lies, and what it means.
    pub(super) fn longest<'t>(
        &'t self,
        tape: &Tape<'_>,
        start: usize,
    ) -> Option<(usize, Path, &'t T)> {
        let mut best: Option<(usize, Path, &T)> = None;
        self.walk(tape, start, &mut |path, end, means| {
            if best.as_ref().is_none_or(|(longest, ..)| end > *longest) {
                best = Some((end, path.clone(), means));
            }
        });
        best
    }

    /// `from` is where the phrase began, `at` where the walk has come to.
    fn walk_on<'t>(
        &'t self,
        tape: &Tape<'_>,
        node: NodeId,
        (from, at): (usize, usize),
        path: &mut Path,
        found: &mut impl FnMut(&Path, usize, &'t T),
    ) {
        let here = &self.nodes[node as usize];
        for means in &here.means {
            found(path, at, means);
        }
        if at >= tape.len() || !tape.is_one_clause(from, at) {
            return;
        }
        if let Some(word) = tape.word(at) {
            path.words.push(at);
            for next in here.after_word(word) {
                self.walk_on(tape, next, (from, at + 1), path, found);
            }
            path.words.pop();
        }
        for (slot, next) in &here.slots {
            if let Some(end) = tape.slot_end(at, *slot) {
                path.slots.push((*slot, at, end));
                self.walk_on(tape, *next, (from, end), path, found);
                path.slots.pop();
            }
        }
        for next in &here.gaps {
            let mut after = at;
            for _ in 0..=GAP {
                if after >= tape.len() || !tape.is_one_clause(from, after) {
                    break;
                }
                self.walk_on(tape, *next, (from, after), path, found);
                after = tape.next(after);
            }
        }
    }
}

#[cfg(test)]
impl<T> Automaton<T> {
    /// Calls `found` with everything that any phrase means.
    pub(super) fn each_meaning(&self, mut found: impl FnMut(&T)) {
        self.nodes.iter().flat_map(|node| &node.means).for_each(&mut found);
    }

    /// Calls `found` with every phrase that means several things, and what it means: the automaton
    /// is made deterministic and every set of nodes looked at once.
    pub(super) fn ambiguous(&self, vocabulary: &Vocabulary, mut found: impl FnMut(&str, &[&T])) {
        let mut seen: HashSet<Vec<NodeId>> = HashSet::new();
        let mut open = vec![(vec![ROOT], String::new())];
        while let Some((set, phrase)) = open.pop() {
            let means: Vec<&T> =
                set.iter().flat_map(|node| &self.nodes[*node as usize].means).collect();
            if means.len() > 1 {
                found(&phrase, &means);
            }
            let mut next: HashMap<Edge, Vec<NodeId>> = HashMap::new();
            for (edge, target) in set.iter().flat_map(|node| self.nodes[*node as usize].edges()) {
                next.entry(edge).or_default().push(target);
            }
            for (edge, mut set) in next {
                set.sort_unstable();
                set.dedup();
                if seen.insert(set.clone()) {
                    open.push((set, format!("{phrase} {}", vocabulary.written(edge))));
                }
            }
        }
    }
}

#[cfg(test)]
impl Vocabulary {
    fn written(&self, edge: Edge) -> String {
        match edge {
            Edge::Word(id) => {
                let word = self.0.iter().find(|(_, known)| **known == id);
                word.map(|(word, _)| word.clone()).unwrap_or_default()
            }
            Edge::Slot(slot) => format!("{slot:?}"),
            Edge::Gap => "..".to_owned(),
        }
    }
}
