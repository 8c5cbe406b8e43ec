"""Where the chain is expected to have been between two times, by the matrix exponential of a block matrix (Van Loan 1978).

    python sojourn.py REFERENCE_FOLDER > ../../crates/assent-inference/tests/sojourn.json

REFERENCE_FOLDER holds the slow reference (`model.py`, `priors.toml`), which gives the generators. With x(s) = exp(A's) a and
y(u) = exp(A u) b the integral of x(s) y(t - s)' over s from 0 to t is the upper right block of exp([[A', a b'], [0, A']] t).
"""

import json
import sys
from pathlib import Path

import numpy as np
import scipy
from scipy.linalg import expm

FOLDER = Path(sys.argv[1])
sys.path.insert(0, str(FOLDER))
import model  # noqa: E402

MODEL = model.Model(model.load(FOLDER / "priors.toml"))
STRIDES = [25, -25, 5, -5, 1, -1]
CASES = [("buy", 0.02, 3, 101), ("buy", 3.0, 4, 102), ("use", 14.0, 5, 103), ("buy", 60.0, 6, 104), ("use", 180.0, 7, 105)]


def state(seed):
    weights = 1.0 + (np.arange(125) * 7919 + seed * 104729) % 1000
    return weights / weights.sum()


def digits(numbers):
    return [float(f"{number:.15g}") for number in np.ravel(numbers)]


def case(phase, days, start_seed, end_seed):
    killing = 0.004 * (np.arange(125) % 7)
    a = MODEL.Q[phase] - np.diag(killing)
    start, end = state(start_seed), state(end_seed)
    block = np.zeros((250, 250))
    block[:125, :125] = block[125:, 125:] = a.T
    block[:125, 125:] = np.outer(start, end)
    integral = expm(block * days)[:125, 125:]
    jumps = []
    for stride in STRIDES:
        rates = [MODEL.Q[phase][z, z + stride] if 0 <= z + stride < 125 else 0.0 for z in range(125)]
        own = [rate * integral[z, z + stride] if rate else 0.0 for z, rate in enumerate(rates)]
        jumps.append(digits(own))
    return dict(phase=phase, days=days, start_seed=start_seed, end_seed=end_seed, spent=digits(np.diag(integral)), jumps=jumps)


print(json.dumps({
    "origin": f"scipy {scipy.__version__}, numpy {np.__version__}: scipy.linalg.expm of the block matrix; 15 significant digits",
    "rule": "weights of a seed: 1 + (7919 z + 104729 seed) mod 1000, scaled to sum 1; killing: 0.004 (z mod 7); jumps by stride "
            "25, -25, 5, -5, 1, -1 and state left, times the rate",
    "cases": [case(*one) for one in CASES],
}))
