"""Kaplan-Meier and Aalen-Johansen estimates with their variances by lifelines, on small data sets.

    python survival.py > ../../crates/assent-inference/tests/survival.json

lifelines moves tied events of different kinds apart at random before it estimates, so no data set ties those; events of
one kind are tied, also with censored ones.
"""

import json
import sys
import warnings

import lifelines
import numpy as np

warnings.filterwarnings("error", message="Tied event times")
warnings.filterwarnings("ignore", message="Approximating using")

# (days, how it ended): 0 is still open, 1 to 3 are causes.
SETS = {
    "no ties, all ended": [(3, 1), (5, 2), (8, 1), (13, 3), (21, 1), (34, 2)],
    "ties and open ones": [(6, 1), (6, 1), (6, 1), (6, 0), (7, 2), (9, 0), (10, 1), (10, 0), (11, 0), (13, 3), (16, 1),
                           (17, 0), (19, 0), (20, 0), (22, 2), (22, 2), (23, 1), (25, 0), (32, 0), (32, 0), (35, 0)],
    "many ties, last ones end": [(10, 1)] * 4 + [(10, 0)] * 3 + [(20, 2)] * 5 + [(30, 1)] * 2 + [(30, 0)] * 6
                                + [(45.5, 3)] * 3 + [(60, 1)] * 4,
}


def digits(numbers):
    return [float(f"{number:.15g}") if np.isfinite(number) else None for number in np.ravel(numbers)]


def kaplan_meier(days, ended):
    fit = lifelines.KaplanMeierFitter().fit(days, ended)
    survival = fit.survival_function_.iloc[1:, 0]
    greenwood = np.asarray(fit._cumulative_sq_)[1:]
    # Where everybody has left, Greenwood's sum is infinite and the survival 0: the product is not a number.
    with np.errstate(invalid="ignore"):
        variance = survival.to_numpy() ** 2 * greenwood
    return dict(at=survival.index.tolist(), survival=digits(survival), variance=digits(variance),
                quantiles=[[share, *digits(fit.percentile(share))] for share in (0.7, 0.45, 0.22)])


def aalen_johansen(days, cause, of):
    fit = lifelines.AalenJohansenFitter(calculate_variance=True).fit(days, cause, event_of_interest=of)
    curve = fit.cumulative_density_.iloc[1:, 0]
    return dict(cause=of, at=curve.index.tolist(), incidence=digits(curve), variance=digits(fit.variance_.iloc[1:]))


cases = []
for name, rows in SETS.items():
    days, cause = np.array([row[0] for row in rows], float), np.array([row[1] for row in rows])
    with np.errstate(all="ignore"):
        cases.append(dict(name=name, days=days.tolist(), cause=cause.tolist(), kaplan_meier=kaplan_meier(days, cause > 0),
                          aalen_johansen=[aalen_johansen(days, cause, of) for of in (1, 2, 3)]))
print("{")
print(f'"origin": "lifelines {lifelines.__version__}, 15 significant digits",')
print('"cases": [')
print(",\n".join(json.dumps(case) for case in cases))
print("]}")
