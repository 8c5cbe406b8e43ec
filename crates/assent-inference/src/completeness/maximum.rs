//! The maximum of a function of one number (Brent 1973, chapter 5): parabolas where they lead
//! somewhere, golden sections where not.

/// The golden section, from the nearer end.
const GOLDEN: f64 = 0.381_966_011_250_105;

/// Climbs within `borders` from a point and its value to a maximum, to within `exact` of it. Never
/// lower than where it began.
pub(super) fn climb(
    mut value: impl FnMut(f64) -> f64,
    borders: [f64; 2],
    start: (f64, f64),
    exact: f64,
) -> (f64, f64) {
    let [mut low, mut high] = borders;
    let (mut best, mut second, mut third) = (start, start, start);
    let (mut step, mut before_last) = (0.0_f64, 0.0_f64);
    loop {
        let middle = 0.5 * (low + high);
        if (best.0 - middle).abs() <= 2.0 * exact - 0.5 * (high - low) {
            return best;
        }
        let bold = parabola(best, second, third).filter(|step| {
            let lands = best.0 + step;
            step.abs() < 0.5 * before_last.abs() && lands > low && lands < high
        });
        (before_last, step) = match bold {
            Some(bold) => (step, bold),
            None => {
                let longer = if best.0 < middle { high - best.0 } else { low - best.0 };
                (longer, GOLDEN * longer)
            }
        };
        if step.abs() < exact {
            step = exact.copysign(step);
        }
        let at = (best.0 + step).clamp(low, high);
        let next = (at, value(at));
        if next.1 >= best.1 {
            if next.0 < best.0 {
                high = best.0;
            } else {
                low = best.0;
            }
            (best, second, third) = (next, best, second);
        } else {
            if next.0 < best.0 {
                low = next.0;
            } else {
                high = next.0;
            }
            if next.1 >= second.1 || second.0 == best.0 {
                (second, third) = (next, second);
            } else if next.1 >= third.1 || third.0 == best.0 || third.0 == second.0 {
                third = next;
            }
        }
    }
}

/// The step from the first point to the top of the parabola through the three; `None` if they lie
/// on no parabola.
fn parabola(best: (f64, f64), second: (f64, f64), third: (f64, f64)) -> Option<f64> {
    let r = (best.0 - second.0) * (best.1 - third.1);
    let q = (best.0 - third.0) * (best.1 - second.1);
    let numerator = (best.0 - third.0) * q - (best.0 - second.0) * r;
    let denominator = 2.0 * (r - q);
    let step = numerator / denominator;
    (denominator != 0.0 && step.is_finite()).then_some(step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_top_is_found_in_few_steps_wherever_it_lies() {
        for top in [-1.4, -0.3, 0.0, 0.7, 1.5] {
            let mut steps = 0;
            // Steeper on one side than on the other, as likelihoods are.
            let hill = |x: f64| (x - top) - (x - top).exp();
            let counted = |x: f64| {
                steps += 1;
                hill(x)
            };
            let (at, value) = climb(counted, [-1.5, 1.5], (0.2, hill(0.2)), 0.001);
            assert!((at - top).abs() < 0.004, "{at} instead of {top}");
            assert!(value >= hill(0.2) && steps <= 20, "{steps} steps");
        }
    }

    #[test]
    fn a_top_beyond_the_border_ends_at_the_border() {
        let (at, _) = climb(|x| x, [-1.0, 1.0], (0.0, 0.0), 0.01);
        assert!(at > 0.97);
    }
}
