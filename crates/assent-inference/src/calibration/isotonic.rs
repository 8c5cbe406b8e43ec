//! Isotonic regression: the best fit that never falls.

/// A function that never falls: points with straight lines between them, level beyond the ends.
#[derive(Clone, Debug, PartialEq)]
pub struct Isotonic {
    /// Where and how high, by rising place.
    points: Vec<(f64, f64)>,
}

/// Cases of about the same place that share a value.
struct Block {
    from: f64,
    to: f64,
    sum: f64,
    count: f64,
}

impl Isotonic {
    /// The function that never falls with the least sum of squared distances to `(place, value)`s
    /// (Ayer et al. 1955; pool-adjacent-violators). Values of one place count as their mean. Not even
    /// one pair gives the function that is 0 everywhere.
    pub fn fit(pairs: &[(f64, f64)]) -> Isotonic {
        let mut sorted = pairs.to_vec();
        sorted.sort_by(|one, other| one.0.total_cmp(&other.0));
        let mut blocks: Vec<Block> = Vec::new();
        for equals in sorted.chunk_by(|one, other| one.0 == other.0) {
            let at = equals[0].0;
            let sum = equals.iter().map(|(_, value)| value).sum();
            let mut last = Block { from: at, to: at, sum, count: equals.len() as f64 };
            while let Some(before) = blocks.pop_if(|before| before.mean() >= last.mean()) {
                last = Block {
                    from: before.from,
                    to: last.to,
                    sum: before.sum + last.sum,
                    count: before.count + last.count,
                };
            }
            blocks.push(last);
        }
        let ends = |block: &Block| [(block.from, block.mean()), (block.to, block.mean())];
        let mut points: Vec<(f64, f64)> = blocks.iter().flat_map(ends).collect();
        points.dedup();
        Isotonic { points }
    }

    /// The function at a place.
    pub fn at(&self, place: f64) -> f64 {
        let above = self.points.partition_point(|(at, _)| *at <= place);
        match (
            above.checked_sub(1).map(|below| self.points[below]),
            self.points.get(above).copied(),
        ) {
            (None, None) => 0.0,
            (None, Some((_, value))) | (Some((_, value)), None) => value,
            (Some((x0, y0)), Some((x1, y1))) => y0 + (y1 - y0) * (place - x0) / (x1 - x0),
        }
    }
}

impl Block {
    fn mean(&self) -> f64 {
        self.sum / self.count
    }
}
