//! The linear algebra of the equilibrium.

/// `(I − ΛW)⁻¹ (I − Λ)` for a square W with rows that are not negative and add up to 1 or 0, and
/// the diagonal of Λ in `[0, 1)`.
///
/// Gauss–Jordan elimination without pivoting: each row of `I − ΛW` is strictly diagonally dominant,
/// and stays so while columns are eliminated, so that no pivot comes near 0 and the growth of
/// rounding errors is bounded by 2 (Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed.,
/// section 9.5).
pub(super) fn solve(listens: &[Vec<f64>], open: &[f64]) -> Vec<Vec<f64>> {
    let members = open.len();
    let mut rows: Vec<Vec<f64>> = (0..members).map(|one| augmented(one, listens, open)).collect();
    for column in 0..members {
        let pivot = rows[column][column];
        rows[column].iter_mut().for_each(|entry| *entry /= pivot);
        let eliminating = rows[column].clone();
        for (one, row) in rows.iter_mut().enumerate() {
            let factor = row[column];
            if one != column && factor != 0.0 {
                row.iter_mut().zip(&eliminating).for_each(|(entry, of)| *entry -= factor * of);
            }
        }
    }
    rows.into_iter().map(|row| row[members..].to_vec()).collect()
}

/// One row of `I − ΛW` followed by the same row of `I − Λ`.
fn augmented(one: usize, listens: &[Vec<f64>], open: &[f64]) -> Vec<f64> {
    let unit = |other: usize| if other == one { 1.0 } else { 0.0 };
    let left = (0..open.len()).map(|other| unit(other) - open[one] * listens[one][other]);
    let right = (0..open.len()).map(|other| unit(other) * (1.0 - open[one]));
    left.chain(right).collect()
}
