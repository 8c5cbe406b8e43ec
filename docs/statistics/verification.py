"""Scores, regressions and calibrations by scikit-learn, on small data sets and one with many columns.

    python verification.py > ../../crates/assent-inference/tests/verification.json

Regressions are solved by scikit-learn's Newton method with a Cholesky factor to a gradient of 1e-14. A penalty centred
elsewhere than at 0 and outcomes between 0 and 1 are not in scikit-learn: the first is the same problem shifted by an
offset, which scipy's own Newton method solves; the second is each case twice, once as yes and once as no, by weight.
"""

import json
import sys
import warnings

import numpy as np
import scipy
import sklearn
from scipy.optimize import minimize
from scipy.stats import binomtest
from sklearn.calibration import calibration_curve
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss, log_loss, roc_auc_score
from sklearn.preprocessing import OneHotEncoder, StandardScaler

warnings.filterwarnings("ignore", category=FutureWarning)
warnings.filterwarnings("ignore", message="Line Search failed")


def digits(numbers):
    return [float(f"{number:.16g}") for number in np.ravel(numbers)]


def curve(y, p, strategy):
    observed, forecast = calibration_curve(y, p, n_bins=10 if strategy == "uniform" else 5, strategy=strategy)
    edges = np.linspace(0, 1, 11) if strategy == "uniform" else np.percentile(p, np.linspace(0, 100, 6))
    of = np.searchsorted(edges[1:-1], p)
    counts = [int((of == k).sum()) for k in np.unique(of)]
    return counts, forecast, observed


def scores(name, y, p):
    y, p = np.array(y), np.array(p, float)
    counts, forecast, observed = curve(y, p, "uniform")
    share = np.array(counts) / len(y)
    fewer, fewer_forecast, fewer_observed = curve(y, p, "quantile")
    intervals = [binomtest(round(o * n), n).proportion_ci(0.8, "wilson") for n, o in zip(fewer, fewer_observed)]
    both = 0 < y.mean() < 1
    return dict(
        kind="scores", name=name, outcomes=y.tolist(), forecasts=digits(p),
        area=float(roc_auc_score(y, p)) if both else None,
        brier=float(brier_score_loss(y, p)), log_score=float(-log_loss(y, p, labels=[0, 1])),
        reliability=float((share * (forecast - observed) ** 2).sum()),
        resolution=float((share * (observed - y.mean()) ** 2).sum()), uncertainty=float(y.mean() * (1 - y.mean())),
        calibration_error=float((share * abs(forecast - observed)).sum()),
        curve=[dict(count=n, forecast=float(f), observed=float(o), low=float(i.low), high=float(i.high))
               for n, f, o, i in zip(fewer, fewer_forecast, fewer_observed, intervals)])


def newton(x, y, weight, penalty, centre):
    """The minimum by scipy, from its own trust-region Newton method, then polished by exact Newton steps."""
    one = np.column_stack([np.ones(len(x)), x])
    held, where = np.concatenate([[0.0], penalty]), np.concatenate([[0.0], centre])

    def parts(beta):
        z = one @ beta
        p = scipy.special.expit(z)
        value = (weight * (np.logaddexp(0, z) - y * z)).sum() + 0.5 * (held * (beta - where) ** 2).sum()
        slope = one.T @ (weight * (p - y)) + held * (beta - where)
        curved = (one * (weight * p * (1 - p))[:, None]).T @ one + np.diag(held)
        return value, slope, curved

    beta = minimize(lambda b: parts(b)[0], np.zeros(one.shape[1]), jac=lambda b: parts(b)[1],
                    hess=lambda b: parts(b)[2], method="trust-exact", tol=1e-9).x
    for _ in range(5):
        _, slope, curved = parts(beta)
        beta = beta - np.linalg.solve(curved, slope)
    return beta


def learned(x, y, penalty, weight=None):
    """scikit-learn's fit, C = 1 / penalty."""
    fit = LogisticRegression(C=1 / penalty if penalty else np.inf, solver="newton-cholesky", tol=1e-14, max_iter=500)
    fit.fit(x, y, sample_weight=weight)
    return [fit.intercept_[0], *fit.coef_[0]]


def regression(name, x, y, penalty):
    scaler = StandardScaler().fit(x)
    return dict(kind="regression", name=name, rows=[digits(row) for row in x], outcomes=y.tolist(), penalty=penalty,
                mean=digits(scaler.mean_), deviation=digits(scaler.scale_),
                fit=digits(learned(scaler.transform(x), y, penalty)))


def centred(name, x, y, penalty, centre):
    fit = newton(x, y, np.ones(len(y)), np.array(penalty), np.array(centre))
    return dict(kind="centred", name=name, rows=[digits(row) for row in x], outcomes=y.tolist(), penalty=penalty,
                centre=centre, fit=digits(fit))


def isotonic(name, x, y, at):
    fit = IsotonicRegression(out_of_bounds="clip").fit(x, y)
    return dict(kind="isotonic", name=name, places=digits(x), values=digits(y), at=digits(at),
                expected=digits(fit.predict(at)))


def platt(name, y, p):
    y, p = np.array(y), np.array(p)
    yes, no = y.sum(), (1 - y).sum()
    target = np.where(y == 1, (yes + 1) / (yes + 2), 1 / (no + 2))
    odds = np.log(p / (1 - p))[:, None]
    twice, which = np.vstack([odds, odds]), np.repeat([1, 0], len(y))
    fit = learned(twice, which, 0, np.concatenate([target, 1 - target]))
    return dict(kind="platt", name=name, outcomes=y.tolist(), forecasts=digits(p), fit=digits(fit))


def beta(name, y, p):
    y, p = np.array(y), np.array(p)
    columns = np.column_stack([np.log(p), -np.log1p(-p)])
    both = learned(columns, y, 0)
    if both[1] < 0:
        alone = learned(columns[:, [1]], y, 0)
        both = [alone[0], 0.0, alone[1]]
    elif both[2] < 0:
        alone = learned(columns[:, [0]], y, 0)
        both = [alone[0], alone[1], 0.0]
    return dict(kind="beta", name=name, outcomes=y.tolist(), forecasts=digits(p), fit=digits(both))


def table(name, number, category, y):
    """The usual plain pipeline: numbers scaled, categories one column each, C = 1."""
    x = np.column_stack([StandardScaler().fit_transform(number[:, None]),
                         OneHotEncoder(sparse_output=False).fit_transform(category[:, None])])
    fit = np.array(learned(x, y, 1.0))
    return dict(kind="table", name=name, number=digits(number), category=category.tolist(), outcomes=y.tolist(),
                forecasts=digits(scipy.special.expit(fit[0] + x @ fit[1:])))


rng = np.random.default_rng(20261124)
sure = rng.beta(2, 2, 200)
happened = (rng.random(200) < sure).astype(int)
tied = np.round(rng.beta(1, 3, 150), 1)
tied_outcomes = (rng.random(150) < 0.5 * tied + 0.1).astype(int)
wide = rng.normal(size=(120, 12)) * np.logspace(-2, 3, 12)
wide_outcomes = (rng.random(120) < scipy.special.expit(wide[:, 0] * 60 + wide[:, 11] / 900)).astype(int)
counts = rng.poisson(2.0, size=(80, 3)).astype(float)
counts_outcomes = (rng.random(80) < scipy.special.expit(counts[:, 0] - 2)).astype(int)
bold = scipy.special.expit(2.5 * scipy.special.logit(sure) + 0.4)
kinds = rng.integers(0, 4, 90)
kinds_outcomes = (rng.random(90) < scipy.special.expit(wide[:90, 11] / 900 + kinds - 1.5)).astype(int)
skewed = np.clip(sure ** 3, 1e-6, 1 - 1e-6)

cases = [
    scores("calibrated", happened, sure),
    scores("ties at tenths, on the edges of bins", tied_outcomes, tied),
    scores("two cases", [1, 0], [0.9, 0.9]),
    scores("certain and wrong once", [1, 0, 1, 1, 0], [1.0, 0.0, 0.0, 0.75, 0.5]),
    scores("one class", [0, 0, 0], [0.1, 0.2, 0.4]),
    regression("twelve columns of very different size", wide, wide_outcomes, 1.0),
    regression("hardly held", counts, counts_outcomes, 0.01),
    regression("not held at all", counts, counts_outcomes, 0),
    table("a number and a category", wide[:90, 11], kinds, kinds_outcomes),
    centred("held elsewhere", counts, counts_outcomes, [20.0, 4.0, 0.0], [1.0, -0.5, 0.0]),
    isotonic("with ties", tied, tied_outcomes, np.linspace(-0.1, 1.1, 25)),
    isotonic("without", sure, happened, np.linspace(0, 1, 41)),
    isotonic("falling", [1, 2, 3, 4], [4, 3, 2, 1], [0, 1, 2.5, 9]),
    platt("too sure", happened, bold),
    platt("few", [1, 0, 0, 1, 0], [0.6, 0.7, 0.2, 0.55, 0.4]),
    beta("too sure", happened, bold),
    beta("skewed", happened, skewed),
    beta("turned round on one side", [0, 1, 0, 1, 1, 1, 0, 0, 1, 0], [.02, .03, .1, .2, .3, .4, .5, .6, .9, .97]),
]
print("{")
print(f'"origin": "scikit-learn {sklearn.__version__}, scipy {scipy.__version__}, Python {sys.version.split()[0]}",')
print('"cases": [')
print(",\n".join(json.dumps(case) for case in cases))
print("]}")
