//! A share known from few counts, as a Beta distribution.

use statrs::distribution::{Beta as Law, ContinuousCDF};

/// A Beta distribution as its two counts, both above 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beta {
    /// The count for.
    pub yes: f64,
    /// The count against.
    pub no: f64,
}

impl Beta {
    /// What is believed of a share after `hits` of `tries`, if before it was believed to be near
    /// `prior` with the weight of `worth` tries. `prior` lies strictly between 0 and 1, `worth` above
    /// 0; hits beyond the tries count as tries.
    pub fn after(hits: usize, tries: usize, prior: f64, worth: f64) -> Beta {
        let misses = tries.saturating_sub(hits);
        Beta { yes: hits as f64 + worth * prior, no: misses as f64 + worth * (1.0 - prior) }
    }

    /// `yes / (yes + no)`.
    pub fn mean(self) -> f64 {
        self.yes / (self.yes + self.no)
    }

    /// `yes no / ((yes + no)² (yes + no + 1))`.
    pub fn variance(self) -> f64 {
        let count = self.yes + self.no;
        self.yes * self.no / (count * count * (count + 1.0))
    }

    /// The interval that holds the share with probability .8, a tenth left out at either end.
    pub fn interval(self) -> (f64, f64) {
        // Counts above 0 are parameters of a Beta law.
        let Ok(law) = Law::new(self.yes, self.no) else { return (0.0, 1.0) };
        (law.inverse_cdf(0.1), law.inverse_cdf(0.9))
    }
}
