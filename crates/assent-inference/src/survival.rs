//! How long things last: Kaplan–Meier and Aalen–Johansen curves with their variances.
//!
//! A spell is time spent in a stage, or a deal being open. Those that have not ended count until the
//! day they were last seen, and only as not having ended until then; leaving them out would make
//! everything look quick. Both curves assume that spells which have not ended are no different from
//! the others: stages that sellers forget to change break it.

/// A spell, and how it ended.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spell<C> {
    /// How long it lasted, or has lasted until now; finite and not negative.
    pub days: f64,
    /// How it ended; `None` while it goes on.
    pub end: Option<C>,
}

/// Spells in order of their length.
#[derive(Clone, Debug, PartialEq)]
pub struct Spells<C>(Vec<Spell<C>>);

/// The spell at this position has a length that is negative, infinite or not a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("spell {0} has a length that is no number of days")]
pub struct NotALength(pub usize);

/// A step of a curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CurveStep {
    /// From when on it holds, in days.
    pub at_days: f64,
    /// The probability: of lasting longer, or of having ended in one way.
    pub value: f64,
    /// The variance of its estimate.
    pub variance: f64,
    /// How many spells had lasted until then.
    pub at_risk: usize,
}

/// A probability as a function of time that changes in steps, one for each length that occurs.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// The value before the first step.
    from: f64,
    steps: Vec<CurveStep>,
}

impl Curve {
    /// The steps, by rising time.
    pub fn steps(&self) -> &[CurveStep] {
        &self.steps
    }

    /// The value at a time. After the last step it stays, though nothing is known of it.
    pub fn at(&self, days: f64) -> f64 {
        let passed = self.steps.partition_point(|step| step.at_days <= days);
        passed.checked_sub(1).map_or(self.from, |last| self.steps[last].value)
    }
}

/// Spells of one length.
struct Length {
    days: f64,
    at_risk: f64,
    /// How many ended in any way.
    ended: f64,
    /// How many ended in the way asked for.
    ended_so: f64,
}

impl<C: PartialEq> Spells<C> {
    /// Checks and sorts spells.
    ///
    /// # Errors
    /// [`NotALength`] names the position of the first spell at fault.
    pub fn new(mut spells: Vec<Spell<C>>) -> Result<Spells<C>, NotALength> {
        let wrong = spells.iter().position(|spell| !(spell.days.is_finite() && spell.days >= 0.0));
        if let Some(position) = wrong {
            return Err(NotALength(position));
        }
        spells.sort_by(|one, other| one.days.total_cmp(&other.days));
        Ok(Spells(spells))
    }

    /// The spells, by rising length.
    pub fn spells(&self) -> &[Spell<C>] {
        &self.0
    }

    /// How many spells there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many of them have ended.
    pub fn ended(&self) -> usize {
        self.0.iter().filter(|spell| spell.end.is_some()).count()
    }

    /// The probability of lasting longer than t, whatever ends a spell (Kaplan and Meier 1958):
    ///
    /// ```text
    /// S(t) = Π (1 − d / n)        Var S(t) = S(t)² Σ d / (n (n − d))     (Greenwood 1926)
    /// ```
    ///
    /// over the lengths until t, with d spells ended of n that had lasted until then; spells that go
    /// on at a length still count there. Where all have ended, S and its variance are 0.
    pub fn kaplan_meier(&self) -> Curve {
        let (mut survival, mut greenwood) = (1.0, 0.0);
        let steps = self.lengths(|_| true).into_iter().map(|length| {
            let Length { days, at_risk, ended, .. } = length;
            survival *= 1.0 - ended / at_risk;
            if at_risk > ended {
                greenwood += ended / (at_risk * (at_risk - ended));
            }
            let variance = survival * survival * greenwood;
            CurveStep { at_days: days, value: survival, variance, at_risk: at_risk as usize }
        });
        Curve { from: 1.0, steps: steps.collect() }
    }

    /// The time by which `share` of spells have ended: the first at which the Kaplan–Meier curve is
    /// at most `1 − share`. `None` if it never falls so far.
    pub fn days_until(&self, share: f64) -> Option<f64> {
        let low_enough = |step: &CurveStep| step.value <= 1.0 - share + f64::EPSILON;
        self.kaplan_meier().steps.into_iter().find(low_enough).map(|step| step.at_days)
    }

    /// The probability of having ended in one way until t, while the other ways compete (Aalen and
    /// Johansen 1978). With d spells ended in any way and d₁ in this one, of n, and S just before:
    ///
    /// ```text
    /// F(t)     = Σ S d₁ / n
    /// Var F(t) = Σ (F(t) − Fᵢ)² d / (n (n − d)) + Σ S² d₁ (n − d₁) / n³ − 2 Σ (F(t) − Fᵢ) S d₁ / n²
    /// ```
    ///
    /// The variance is that of the delta method (Marubini and Valsecchi 1995). Spells that end at
    /// one length in several ways end at once.
    pub fn aalen_johansen(&self, cause: &C) -> Curve {
        let (mut survival, mut incidence) = (1.0, 0.0);
        let mut sums = IncidenceSums::default();
        let steps = self.lengths(|end| end == cause).into_iter().map(|length| {
            incidence += survival * length.ended_so / length.at_risk;
            sums.add(&length, survival, incidence);
            survival *= 1.0 - length.ended / length.at_risk;
            CurveStep {
                at_days: length.days,
                value: incidence,
                variance: sums.variance(incidence),
                at_risk: length.at_risk as usize,
            }
        });
        Curve { from: 0.0, steps: steps.collect() }
    }

    /// By length: how many had lasted until then and how many ended.
    fn lengths(&self, so: impl Fn(&C) -> bool) -> Vec<Length> {
        let mut at_risk = self.0.len() as f64;
        let of_one_length = self.0.chunk_by(|one, other| one.days == other.days);
        of_one_length
            .map(|spells| {
                let ends = || spells.iter().filter_map(|spell| spell.end.as_ref());
                let length = Length {
                    days: spells[0].days,
                    at_risk,
                    ended: ends().count() as f64,
                    ended_so: ends().filter(|end| so(end)).count() as f64,
                };
                at_risk -= spells.len() as f64;
                length
            })
            .collect()
    }
}

/// The sums of the variance of an incidence, with the squares and differences multiplied out so that
/// each step takes the same time.
#[derive(Default)]
struct IncidenceSums {
    /// `Σ a`, `Σ a F` and `Σ a F²` with `a = d / (n (n − d))`.
    squares: [f64; 3],
    /// `Σ S² d₁ (n − d₁) / n³`.
    own: f64,
    /// `Σ b` and `Σ b F` with `b = S d₁ / n²`.
    shared: [f64; 2],
}

impl IncidenceSums {
    fn add(&mut self, length: &Length, survival: f64, incidence: f64) {
        let Length { at_risk: n, ended, ended_so, .. } = *length;
        // Where all have ended, no later F differs from this one, and the term is 0.
        let a = if n > ended { ended / (n * (n - ended)) } else { 0.0 };
        let b = survival * ended_so / (n * n);
        for (power, sum) in self.squares.iter_mut().enumerate() {
            *sum += a * incidence.powi(power as i32);
        }
        self.own += survival * survival * ended_so * (n - ended_so) / (n * n * n);
        self.shared[0] += b;
        self.shared[1] += b * incidence;
    }

    fn variance(&self, incidence: f64) -> f64 {
        let [a, a_f, a_ff] = self.squares;
        let squares = incidence * incidence * a - 2.0 * incidence * a_f + a_ff;
        let shared = incidence * self.shared[0] - self.shared[1];
        // Rounding may leave a variance of nothing just below 0.
        (squares + self.own - 2.0 * shared).max(0.0)
    }
}
