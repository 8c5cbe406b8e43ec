//! Arcs by place: all in one array, with the rows that have changed since beside it.

use std::collections::HashMap;
use std::ops::Range;

use super::labels::ByNumber;
use super::tie::Arc;

/// How many arcs are laid down in one part: 32 MB of them, which costs a pass over all
/// ties and saves more.
const ARCS_AT_ONCE: u32 = 1 << 22;

/// Arcs by the place they lead out of, each row sorted by [`Arc::order`].
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Rows {
    /// By place, where its row begins; one more than there were places when it was laid down.
    starts: Vec<u32>,
    arcs: Vec<Arc>,
    /// Rows that are otherwise by now, or of places that came later.
    changed: HashMap<u32, Box<[Arc]>, ByNumber>,
    /// How many arcs those hold.
    changed_arcs: usize,
}

impl Rows {
    /// Lays rows down for `places` places. `arcs_of` calls back with each arc out of a range of places,
    /// and with where it leads out of, in the same order as often as it is called.
    pub(super) fn laid(
        places: u32,
        arcs_of: impl Fn(Range<u32>, &mut dyn FnMut(u32, Arc)),
    ) -> Self {
        let mut starts = vec![0_u32; places as usize + 1];
        arcs_of(0..places, &mut |from, _| starts[from as usize + 1] += 1);
        for place in 0..places as usize {
            starts[place + 1] += starts[place];
        }
        let mut arcs = vec![Arc::NOWHERE; starts[places as usize] as usize];
        let mut first = 0;
        while first < places {
            // A part at a time, that the arcs written here and there stay near the processor.
            let most = starts[first as usize] + ARCS_AT_ONCE;
            let fitting = starts[first as usize + 1..].partition_point(|end| *end <= most);
            let last = first + (fitting as u32).max(1);
            let mut next = starts[first as usize..last as usize].to_vec();
            arcs_of(first..last, &mut |from, arc| {
                let next = &mut next[(from - first) as usize];
                arcs[*next as usize] = arc;
                *next += 1;
            });
            first = last;
        }
        let mut rows = Self { starts, arcs, ..Self::default() };
        rows.sort();
        rows
    }

    fn sort(&mut self) {
        for place in 0..self.starts.len() - 1 {
            let (from, to) = (self.starts[place] as usize, self.starts[place + 1] as usize);
            self.arcs[from..to].sort_unstable_by_key(Arc::order);
        }
    }

    /// The arcs out of a place; none, of one that there is not.
    pub(super) fn row(&self, place: u32) -> &[Arc] {
        if !self.changed.is_empty()
            && let Some(row) = self.changed.get(&place)
        {
            return row;
        }
        match self.starts.get(place as usize..place as usize + 2) {
            Some(&[from, to]) => &self.arcs[from as usize..to as usize],
            _ => &[],
        }
    }

    /// Puts another row in place of that of a place.
    pub(super) fn set(&mut self, place: u32, mut row: Vec<Arc>) {
        row.sort_unstable_by_key(Arc::order);
        row.dedup();
        self.changed_arcs += row.len();
        if let Some(before) = self.changed.insert(place, row.into_boxed_slice()) {
            self.changed_arcs -= before.len();
        }
    }

    /// Puts other arcs in place of those between two places.
    pub(super) fn set_between(&mut self, place: u32, to: u32, arcs: impl Iterator<Item = Arc>) {
        let others = self.row(place).iter().filter(|arc| arc.to != to);
        let row: Vec<Arc> = others.copied().chain(arcs).collect();
        self.set(place, row);
    }

    /// How many arcs there are in rows that have changed.
    pub(super) fn changed_arcs(&self) -> usize {
        self.changed_arcs
    }

    /// How many arcs there are, those overtaken by changes included.
    pub(super) fn arcs(&self) -> usize {
        self.arcs.len() + self.changed_arcs
    }

    /// The same in one array, for `places` places.
    pub(super) fn compacted(&self, places: u32) -> Self {
        let mut starts = Vec::with_capacity(places as usize + 1);
        let mut arcs = Vec::with_capacity(self.arcs());
        for place in 0..places {
            starts.push(arcs.len() as u32);
            arcs.extend_from_slice(self.row(place));
        }
        starts.push(arcs.len() as u32);
        arcs.shrink_to_fit();
        Self { starts, arcs, ..Self::default() }
    }
}
