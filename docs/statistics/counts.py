"""Figures of scipy and numpy for shares from few counts and for what goes with an outcome.

    python counts.py > ../../crates/assent-inference/tests/counts.json
"""

import json

import numpy as np
from scipy.stats import beta, norm

GENERATOR = np.random.default_rng(20261201)


def digits(numbers):
    return [float(f"{number:.15g}") for number in np.ravel(numbers)]


def share():
    tries = int(GENERATOR.integers(0, 60))
    hits = int(GENERATOR.integers(0, tries + 1))
    prior, worth = round(float(GENERATOR.uniform(0.02, 0.98)), 3), round(float(GENERATOR.uniform(0.5, 12)), 2)
    law = beta(hits + worth * prior, tries - hits + worth * (1 - prior))
    return dict(kind="share", hits=hits, tries=tries, prior=prior, worth=worth,
                figures=digits([law.mean(), law.var(), law.ppf(0.1), law.ppf(0.9)]))


def association():
    with_all, without_all = (int(n) for n in GENERATOR.integers(0, 80, 2))
    with_won, without_won = int(GENERATOR.integers(0, with_all + 1)), int(GENERATOR.integers(0, without_all + 1))
    spread = round(float(GENERATOR.uniform(0.1, 2)), 2)
    cells = np.array([with_won, with_all - with_won, without_won, without_all - without_won]) + 0.5
    observed = np.log(cells[0] * cells[3] / (cells[1] * cells[2]))
    variance = (1 / cells).sum()
    # The product of two normal laws, by their precisions.
    precision = 1 / variance + 1 / spread**2
    mean, sd = observed / variance / precision, precision**-0.5
    base = np.log((cells[0] + cells[2]) / (cells[1] + cells[3]))
    ends = [mean, *norm(mean, sd).ppf([0.1, 0.9])]
    shifts = [1 / (1 + np.exp(-base - x / 2)) - 1 / (1 + np.exp(-base + x / 2)) for x in ends]
    return dict(kind="association", cases=[with_won, with_all, without_won, without_all], prior_spread=spread,
                figures=digits([mean, sd, *shifts]))


CASES = [share() for _ in range(30)] + [association() for _ in range(30)]
print("{")
print('"origin": "scipy.stats.beta and norm, and numpy; 15 significant digits.",')
print('"cases": [')
print(",\n".join(json.dumps(case) for case in CASES))
print("]}")
