"""Figures of the slow reference of the model for the group, the win, the stall limits and the benefit points.

    python reference.py REFERENCE_FOLDER PRIORS > ../../crates/assent-inference/tests/decisions.json

REFERENCE_FOLDER holds the reference implementation (`model.py`, `decisions.py`), PRIORS is this repository's priors
file. The reference runs with its own priors; that the two files agree on what these figures rest on is checked first.
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
GENERATOR = np.random.default_rng(20260801)
# In the reference endorsements and acceptances carry the same counts as here.
PROOFS = {"reference_given", "benefit_confirmed", "concept_accepted", "endorsement"}


def agree():
    for name, role in THEIRS["role"].items():
        if name != "why":
            ours = OURS["role"][name]
            assert (role["power"], role["veto"], role["susceptibility"]) == (
                ours["power"], ours.get("veto", False), ours["susceptibility"]), name
    for kind, weight in THEIRS["influence"].items():
        assert kind == "why" or weight == OURS["tie"][kind]["weight"], kind
    for key in ("base_rate", "support", "veto", "coverage", "concept", "overdue", "competitor"):
        assert THEIRS["win"][key] == OURS["win"][key], key
    for key in ("importance", "delivery", "refused_below", "endorsed_above"):
        assert THEIRS["benefit"][key] == OURS["benefit"][key], key


def digits(numbers):
    return [float(f"{number:.15g}") for number in np.ravel(numbers)]


def state(seed):
    """Weights that any language can rebuild; see `start_rule`."""
    weights = 1.0 + (np.arange(125) * 7919 + seed * 104729) % 1000
    return weights / weights.sum()


def group(size):
    roles = [name for name in THEIRS["role"] if name != "why"]
    kinds = [kind for kind in THEIRS["influence"] if kind != "why"]
    people = {str(k): str(GENERATOR.choice(roles)) for k in range(size)}
    ties = []
    for one in range(size):
        for other in range(size):
            if one != other and GENERATOR.random() < 0.4:
                strength = round(float(GENERATOR.uniform(0.05, 1.0)), 3)
                ties.append([one, other, str(GENERATOR.choice(kinds)), strength])
    return people, ties


def win(size, case):
    people, ties = group(size) if size else ({"0": "decision_maker"}, [])
    edges = [(str(a), str(b), kind, strength) for a, b, kind, strength in ties]
    seeds = [100 * case + k for k in range(len(people))]
    beliefs = {name: state(seed) for name, seed in zip(people, seeds)}
    known = [k for k in range(len(people)) if GENERATOR.random() < 0.7]
    overdue, competitor = int(GENERATOR.integers(0, 3)), bool(GENERATOR.random() < 0.5)
    _, weights, power = model.influence(people, edges, THEIRS)
    own = [model.support(beliefs[name]) for name in people]
    chance = model.win_probability(MODEL, people, edges, beliefs, {str(k) for k in known}, overdue, competitor)
    return dict(kind="influence and win", roles=list(people.values()), ties=ties, seeds=seeds, known=known,
                overdue=overdue, competitor=competitor, weights=[digits(row) for row in weights],
                power=digits(power), own=digits(own), stands=digits(weights @ own), p_win=digits([chance])[0])


def limits():
    rows = []
    for ratio in (0.3, 0.4, 0.5):
        for rate in (0.02, 0.05, 0.1, 0.2):
            for run_length_days in (180.0, 365.0):
                limit = decisions.cusum_limit(rate, ratio, run_length_days)
                rows.append([rate, ratio, run_length_days, digits([limit])[0]])
    return dict(kind="stall limits", cells=400, low=1e-3, high=30.0, halvings=40, rows=rows)


def charts():
    for _ in range(6):
        days = sorted(float(day) for day in GENERATOR.integers(1, 200, GENERATOR.integers(0, 9)))
        days = sorted(set(days))
        rate, ratio = float(GENERATOR.uniform(0.02, 0.2)), 0.4
        now = 200.0
        yield dict(kind="stall chart", days=days, rate=rate, ratio=ratio, now=now,
                   value=digits([decisions.cusum(days, rate, ratio, now)])[0])


def expected_rates():
    """Signs a day awaited from somebody who responds, before any has been seen."""
    for phase in ("buy", "use"):
        belief = model.Belief(MODEL, phase=phase)
        responsive = MODEL.start[phase] * (model.INDEX["B"] >= 2)
        rate = sum(belief.kappa[THEIRS["event"][name]["channel"]] * float(np.exp(MODEL.log_rate[name]) @ responsive)
                   for name in MODEL.events(phase, "time") if belief.exposed(name)) / responsive.sum()
        yield dict(kind="expected rate", phase=phase, per_day=digits([rate])[0])


def benefits(case):
    box, steps = model.Benefits(THEIRS), []
    kinds = [name for name, event in THEIRS["event"].items() if "benefit" in event] + ["endorsement"]
    for _ in range(4 + 4 * case):
        kind, point = str(GENERATOR.choice(kinds)), str(GENERATOR.choice(["a", "b", "c"]))
        weight = float(GENERATOR.choice([0.5, 0.7, 1.0]))
        box.update(point, THEIRS["event"][kind].get("benefit", {}), weight, kind)
        importance, delivery = box.points[point]
        steps.append(dict(point=point, sign=kind, weight=weight, index=digits([box.index()])[0],
                          read_out=box.read_out(point), importance=digits(importance), delivery=digits(delivery)))
    return dict(kind="benefit points", steps=steps)


agree()
CASES = [win(size, case) for case, size in enumerate((0, 1, 2, 3, 5, 8, 13), 1)]
CASES += [limits(), *charts(), *expected_rates(), *(benefits(case) for case in range(6))]
print("{")
print('"origin": "A slow reference of the model in Python with dense matrices (numpy), 15 significant digits.",')
print('"start_rule": "alpha_z is proportional to 1 + (7919 z + 104729 seed) mod 1000",')
print('"cases": [')
print(",\n".join(json.dumps(case) for case in CASES))
print("]}")
