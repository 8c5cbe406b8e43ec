"""Weights of the chance to win from deals with known ends: the maximum of a penalised likelihood by scipy.

    python win_fit.py > ../../crates/assent-inference/tests/win_fit.json

The cases are drawn here; the penalty is that of the shipped priors: n_equiv = 20 deals, base rate .25.
"""

import json

import numpy as np
import scipy
from scipy.optimize import minimize

DEALS, BASE_RATE = 20.0, 0.25
GENERATOR = np.random.default_rng(20261130)
PRECISION = np.array([DEALS * BASE_RATE * (1 - BASE_RATE)] + [DEALS] * 6)
GIVEN = np.array([0.0] + [1.0] * 6)


def digits(numbers):
    return [float(f"{number:.15g}") for number in np.ravel(numbers)]


def case(count, shift, times):
    base = np.log(BASE_RATE / (1 - BASE_RATE))
    terms = np.round(GENERATOR.normal(0, [0.5, 0.2, 0.2, 0.3, 0.3, 0.3], (count, 6)), 3)
    terms[:, 4:] = -np.abs(terms[:, 4:]) * (GENERATOR.random((count, 2)) < 0.3)
    weight = np.round(GENERATOR.uniform(0.2, 1.0, count), 2)
    won = GENERATOR.random(count) < 1 / (1 + np.exp(-(base + shift + terms @ times)))
    rows = np.column_stack([np.ones(count), terms])

    def negative(numbers):
        odds = base + rows @ numbers
        return (weight * (np.logaddexp(0, odds) - won * odds)).sum() + 0.5 * (PRECISION * (numbers - GIVEN) ** 2).sum()

    def slope(numbers):
        p = 1 / (1 + np.exp(-(base + rows @ numbers)))
        return rows.T @ (weight * (p - won)) + PRECISION * (numbers - GIVEN)

    def curve(numbers):
        p = 1 / (1 + np.exp(-(base + rows @ numbers)))
        return (rows.T * (weight * p * (1 - p))) @ rows + np.diag(PRECISION)

    found = minimize(negative, GIVEN, jac=slope, hess=curve, method="trust-exact", options=dict(gtol=1e-13, maxiter=1000))
    numbers = found.x - np.linalg.solve(curve(found.x), slope(found.x))
    errors = np.sqrt(np.diag(np.linalg.inv(curve(numbers))))
    return dict(base=digits([base])[0], terms=[digits(row) for row in terms], weight=digits(weight),
                won=[bool(one) for one in won], numbers=digits(numbers), errors=digits(errors))


CASES = [case(40, 0.3, np.array([1.5, 1, 1, 1, 1, 1])), case(300, -0.6, np.array([2.5, 0.4, 2, 0.3, 1.5, 0.2]))]
print(json.dumps({"origin": f"scipy {scipy.__version__}, numpy {np.__version__}: scipy.optimize.minimize (trust-exact), one more "
                            "step of Newton's method; 15 significant digits", "cases": CASES}))
