//! The 80 % intervals of the shares, from the profile of the log-posterior.
//!
//! Along the profile of one channel the others take their best values. Close to the maximum those lie
//! on a line that the second derivatives give, and along that line the log-posterior itself is
//! followed to where it has fallen far enough.

use super::objective::Objective;
use super::{BORDERS, EXACT, Point, log_odds};

/// How far the log-posterior falls at the ends of an 80 % interval: half of the 80 % quantile of χ²
/// with one degree of freedom.
const DROP: f64 = 0.821_187_207_574_908_4;
/// The step of the second differences, in log-odds.
const STEP: f64 = 0.2;
/// The 90 % quantile of the normal distribution: where an interval would end on a parabola.
const NORMAL: f64 = 1.281_551_565_544_6;
/// How often the end is sought more exactly.
const MOST_STEPS: usize = 12;

/// By channel, the log-odds at both ends.
pub(super) fn intervals(objective: &mut Objective<'_>, top: &Point, value: f64) -> [[f64; 2]; 5] {
    let curvature = curvature(objective, top, value);
    std::array::from_fn(|channel| {
        let ridge = ridge(&curvature, channel);
        [-1.0, 1.0].map(|side| end(objective, (top, value), channel, &ridge, side))
    })
}

/// Minus the second derivatives at the top.
fn curvature(objective: &mut Objective<'_>, top: &Point, value: f64) -> [[f64; 5]; 5] {
    let mut both_ways = |first: usize, second: usize| {
        let sum = [STEP, -STEP].map(|step| {
            let mut point = *top;
            point[first] += step;
            if second != first {
                point[second] += step;
            }
            objective.at(&point)
        });
        (2.0 * value - sum[0] - sum[1]) / (STEP * STEP)
    };
    let own: Point = std::array::from_fn(|channel| both_ways(channel, channel));
    let mut curvature = [[0.0; 5]; 5];
    for first in 0..5 {
        curvature[first][first] = own[first];
        for second in 0..first {
            let mixed = 0.5 * (both_ways(first, second) - own[first] - own[second]);
            curvature[first][second] = mixed;
            curvature[second][first] = mixed;
        }
    }
    curvature
}

/// How the others move per unit of a channel along its profile, and how wide a unit is: the step at
/// which a parabola would have fallen far enough.
struct Ridge {
    direction: Point,
    width: f64,
}

/// With A the curvature, the others follow at `−A⁻¹ a` of their own block; what is left of the
/// channel's curvature is the Schur complement.
fn ridge(curvature: &[[f64; 5]; 5], channel: usize) -> Ridge {
    let others: Vec<usize> = (0..5).filter(|other| *other != channel).collect();
    let block = others.iter().map(|row| others.iter().map(|to| curvature[*row][*to]).collect());
    let right: Vec<f64> = others.iter().map(|row| -curvature[*row][channel]).collect();
    let mut direction = [0.0; 5];
    direction[channel] = 1.0;
    let mut left = curvature[channel][channel];
    if let Some(solution) = solved(block.collect(), right) {
        for (other, moves) in others.iter().zip(solution) {
            direction[*other] = moves;
            left += curvature[*other][channel] * moves;
        }
    }
    let width = if left > 0.0 { NORMAL / left.sqrt() } else { f64::INFINITY };
    Ridge { direction, width }
}

/// Cholesky's solution of a positive definite system; `None` if it is not.
fn solved(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Option<Vec<f64>> {
    let size = right.len();
    for column in 0..size {
        let done: f64 = matrix[column][..column].iter().map(|own| own * own).sum();
        let pivot = matrix[column][column] - done;
        if pivot <= 0.0 {
            return None;
        }
        matrix[column][column] = pivot.sqrt();
        for row in column + 1..size {
            let done: f64 = (0..column).map(|k| matrix[row][k] * matrix[column][k]).sum();
            matrix[row][column] = (matrix[row][column] - done) / matrix[column][column];
        }
    }
    for row in 0..size {
        let done: f64 = (0..row).map(|k| matrix[row][k] * right[k]).sum();
        right[row] = (right[row] - done) / matrix[row][row];
    }
    for row in (0..size).rev() {
        let done: f64 = (row + 1..size).map(|k| matrix[k][row] * right[k]).sum();
        right[row] = (right[row] - done) / matrix[row][row];
    }
    Some(right)
}

/// The log-odds on one side at which the log-posterior has fallen by [`DROP`], or the border.
fn end(
    objective: &mut Objective<'_>,
    (top, value): (&Point, f64),
    channel: usize,
    ridge: &Ridge,
    side: f64,
) -> f64 {
    let [low, high] = BORDERS.map(log_odds);
    let border = if side < 0.0 { top[channel] - low } else { high - top[channel] };
    let mut left_over = |length: f64| {
        let point: Point = std::array::from_fn(|other| {
            (top[other] + side * length * ridge.direction[other]).clamp(low, high)
        });
        objective.at(&point) - (value - DROP)
    };
    let mut inside = (0.0, DROP);
    let mut outside = ridge.width.min(border);
    let mut fallen = left_over(outside);
    while fallen > 0.0 && outside < border {
        inside = (outside, fallen);
        outside = (1.5 * outside).min(border);
        fallen = left_over(outside);
    }
    if fallen > 0.0 {
        return top[channel] + side * border;
    }
    for _ in 0..MOST_STEPS {
        if outside - inside.0 < EXACT {
            break;
        }
        // Between the secant and the middle, so that both ends close in.
        let secant = inside.0 + (outside - inside.0) * inside.1 / (inside.1 - fallen);
        let between = 0.8 * secant + 0.2 * 0.5 * (inside.0 + outside);
        let now = left_over(between);
        if now > 0.0 {
            inside = (between, now);
        } else {
            (outside, fallen) = (between, now);
        }
        if now.abs() < 0.01 {
            break;
        }
    }
    let length = if fallen.abs() < inside.1.abs() { outside } else { inside.0 };
    top[channel] + side * length
}
