"""Figures of the slow reference of the model for what actions may bring and what questions tell.

    python advice.py REFERENCE_FOLDER PRIORS > ../../crates/assent-inference/tests/advice.json

REFERENCE_FOLDER holds the reference implementation (`model.py`, `decisions.py`), PRIORS is this repository's priors
file, from which the questions are taken: the reference has none, so their entropies are computed here, from its rates.
"""

import json
import sys
import tomllib
from pathlib import Path

import numpy as np

FOLDER, PRIORS = Path(sys.argv[1]), Path(sys.argv[2])
sys.path.insert(0, str(FOLDER))
import decisions  # noqa: E402
import model  # noqa: E402

THEIRS = model.load(FOLDER / "priors.toml")
OURS = tomllib.loads(PRIORS.read_text())
MODEL = model.Model(THEIRS)
GENERATOR = np.random.default_rng(20261130)


def agree():
    for key in ("renewal", "reference"):
        assert THEIRS["use_value"][key] == OURS["advice"][key], key
    for name, action in THEIRS["action"].items():
        assert action.get("phase") == OURS["action"][name].get("phase"), name


def digits(numbers):
    return [float(f"{number:.15g}") for number in np.ravel(numbers)]


def weights(seed):
    """Weights that any language can rebuild; see `start_rule`."""
    return 1.0 + (np.arange(125) * 7919 + seed * 104729) % 1000


def state(seed):
    return weights(seed) / weights(seed).sum()


def worth(seed):
    """Between 0 and 1, by state."""
    return weights(seed) / 1001.0


def effect(case):
    action = str(GENERATOR.choice(list(THEIRS["action"])))
    again, reach = int(GENERATOR.integers(0, 7)), round(float(GENERATOR.choice([1.0, GENERATOR.uniform(0.05, 0.95)])), 3)
    value, alpha = worth(case), state(case + 500)
    by_state = decisions.effect(MODEL, action, value, reach, again)
    answers = []
    for name, likelihood, matrix in decisions.outcomes(MODEL, action, reach, again):
        p = float(alpha @ likelihood)
        # An answer that moves nobody still tells where they stand.
        after = float((alpha * likelihood) @ (value if matrix is None else matrix @ value)) / p
        answers.append([name, *digits([p, after])])
    return dict(kind="effect", action=action, reach=reach, again=again, seed=case, by_state=digits(by_state),
                gain=digits([by_state @ alpha])[0], answers=answers)


def information(case):
    menu = [str(name) for name in GENERATOR.choice(list(THEIRS["action"]), 4, replace=False)]
    value, alpha = worth(case), state(case + 500)
    effects = [decisions.effect(MODEL, name, value) for name in menu]
    told = [decisions.information(MODEL, name, alpha, effects, 1.0) for name in menu]
    return dict(kind="information", menu=menu, seed=case, information=digits(told))


def entropy(law):
    law = law[law > 0]
    return float(-(law * np.log2(law)).sum())


def question(name, case):
    """Competing signs at the rate of so many contacts or days; which comes first is the answer."""
    topic, alpha = OURS["question"][name], state(case + 900)
    means = []
    for sign in topic["asks"]:
        contact = THEIRS["event"][sign]["channel"] == "contact"
        means.append(np.exp(MODEL.log_rate[sign]) * topic["contacts" if contact else "days"])
    total = sum(means)
    rows = [mean / total * (1 - np.exp(-total)) for mean in means] + [np.exp(-total)]
    chances = [float(alpha @ row) for row in rows]
    left = sum(p * entropy(alpha * row / p) for p, row in zip(chances, rows))
    return dict(kind="question", topic=name, seed=case, bits=digits([entropy(alpha) - left])[0], answers=digits(chances))


def by_state(case):
    roles = [name for name in THEIRS["role"] if name != "why"]
    kinds = [kind for kind in THEIRS["influence"] if kind != "why"]
    size = case % 5 + 1
    people = {str(k): str(GENERATOR.choice(roles)) for k in range(size)}
    if all(THEIRS["role"][role]["power"] == 0 for role in people.values()):
        people["0"] = "decision_maker"
    ties = [[one, other, str(GENERATOR.choice(kinds)), round(float(GENERATOR.uniform(0.05, 1.0)), 3)]
            for one in range(size) for other in range(size) if one != other and GENERATOR.random() < 0.4]
    edges = [(str(a), str(b), kind, strength) for a, b, kind, strength in ties]
    beliefs = {name: state(100 * case + k) for k, name in enumerate(people)}
    known, member = [k for k in range(size) if GENERATOR.random() < 0.7], int(GENERATOR.integers(size))
    units = np.eye(125)

    def swapped(unit):
        return beliefs | {str(member): unit}

    win = [model.win_probability(MODEL, people, edges, swapped(unit), {str(k) for k in known}, 1, True) for unit in units]
    ids, _, power = model.influence(people, edges, THEIRS)
    content = (model.INDEX["P"] >= 3) & (model.INDEX["B"] >= 1)
    vouching = model.STAGE["use"] == "vouching"
    used = []
    for unit in units:
        laws = swapped(unit)
        nobody = np.prod([1 - laws[p][vouching].sum() for p in ids])
        used.append(THEIRS["use_value"]["renewal"] * sum(w * laws[p][content].sum() for p, w in zip(ids, power))
                    + THEIRS["use_value"]["reference"] * (1 - nobody))
    return dict(kind="worth by state", roles=list(people.values()), ties=ties, seeds=[100 * case + k for k in range(size)],
                known=known, member=member, win=digits(win), used=digits(used))


agree()
CASES = [effect(case) for case in range(40)] + [information(case) for case in range(10)]
CASES += [question(name, case) for case in range(3) for name in OURS["question"]]
CASES += [by_state(case) for case in range(6)]
print("{")
print('"origin": "A slow reference of the model in Python with dense matrices (numpy, scipy), 15 significant digits.",')
print('"start_rule": "alpha_z is proportional to 1 + (7919 z + 104729 seed) mod 1000; a worth is that over 1001",')
print('"cases": [')
print(",\n".join(json.dumps(case) for case in CASES))
print("]}")
