"""The Friedkin-Johnsen equilibrium by numpy, for groups drawn at random over the kinds of ties in the priors.

    python influence.py PRIORS > ../../crates/assent-inference/tests/influence.json
"""

import json
import sys
import tomllib
from pathlib import Path

import numpy as np

PRIORS = tomllib.loads(Path(sys.argv[1]).read_text())
GENERATOR = np.random.default_rng(1990)


def digits(numbers):
    return [float(f"{number:.15g}") for number in np.ravel(numbers)]


def case(size, density):
    roles = [str(GENERATOR.choice(sorted(PRIORS["role"]))) for _ in range(size)]
    ties, listens = [], np.zeros((size, size))
    for one in range(size):
        for other in range(size):
            if one != other and GENERATOR.random() < density:
                kind = str(GENERATOR.choice(sorted(PRIORS["tie"])))
                strength = round(float(GENERATOR.uniform(0, 1)), 3)
                ties.append([one, other, kind, strength])
                listens[other, one] += PRIORS["tie"][kind]["weight"] * strength
    total = listens.sum(axis=1, keepdims=True)
    listens = np.divide(listens, total, out=np.zeros_like(listens), where=total > 0)
    prior = [PRIORS["role"][role] for role in roles]
    open_to = np.diag([p["susceptibility"] * (t > 0) for p, t in zip(prior, total[:, 0])])
    own = np.round(GENERATOR.uniform(-1, 1, size), 4)
    one = np.eye(size)
    stands = np.linalg.solve(one - open_to @ listens, (one - open_to) @ own)
    weights = np.linalg.inv(one - open_to @ listens) @ (one - open_to)
    say = np.array([p["power"] for p in prior])
    power = say * (say @ weights)
    power = power / power.sum() if power.sum() > 0 else power
    return dict(roles=roles, ties=ties, own=own.tolist(), stands=digits(stands), power=digits(power),
                weights=[digits(row) for row in weights])


SHAPES = ((2, 1.0), (5, 0.3), (9, 0.5), (20, 0.2))
print("{")
print(f'"origin": "numpy {np.__version__}: linalg.solve and linalg.inv, 15 significant digits",')
print('"cases": [')
print(",\n".join(json.dumps(case(*shape)) for shape in SHAPES))
print("]}")
