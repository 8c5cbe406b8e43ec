"""The best ways to a person by networkx, for networks drawn at random over the acquaintances in the priors.

    python ways.py PRIORS REFERENCE_FOLDER > ../../crates/assent-inference/tests/ways.json

The cost of every hop is computed here from its formula; networkx lists the simple paths in the order of their costs
(Yen's algorithm), or all of them where those with detours are to be left out.

REFERENCE_FOLDER holds the slow reference of the model (`model.py`, `decisions.py`, `vectors.json`), which is asked for the
chances of hops and for ways over hops of given chances.
"""

import json
import math
import sys
import tomllib
from itertools import islice, pairwise
from pathlib import Path

import networkx
import numpy as np

PRIORS = tomllib.loads(Path(sys.argv[1]).read_text())
PATH, KINDS = PRIORS["path"], PRIORS["acquaintance"]
FOLDER = Path(sys.argv[2])
sys.path.insert(0, str(FOLDER))
import decisions  # noqa: E402
import model  # noqa: E402

THEIRS = model.Model(model.load(FOLDER / "priors.toml"))
GENERATOR = np.random.default_rng(2000)
DAY = 20_000


def digits(number):
    return float(f"{number:.15g}")


def strength(kind, day):
    prior = KINDS[kind]
    if "half_life_days" not in prior:
        return prior["strength"]
    fresh = 0.5 ** ((DAY - day) / prior["half_life_days"])
    if prior.get("counted"):
        return prior["strength"] * (fresh if fresh <= 1 else 1 + math.log(fresh))
    return prior["strength"] * min(1.0, fresh)


def cost(tie, one, other, upward, is_start):
    side = one if not one["ours"] else other
    willing = PATH["psychology"] * side["stand"][0] + PATH["behaviour"] * side["stand"][1]
    z = PATH["base"] + PATH["tie"] * math.log1p(tie) + (PATH["ours"] if one["ours"] and other["ours"] else willing)
    z += PATH["upward"] * upward
    credit = PATH["asks_credited"]
    passed = 1.0 if is_start else (one["passed"] + credit) / (one["asked"] + credit)
    return -math.log(passed / (1 + math.exp(-z))) + PATH["hop_cost"]


def network(people, ties, members, start, strangers):
    graph = networkx.DiGraph()
    graph.add_nodes_from(range(len(people)))

    def add(one, other, tie, upward):
        if one == other or not (people[one]["open"] and people[other]["open"]):
            return
        weight = cost(tie, people[one], people[other], upward, one == start)
        known = graph.get_edge_data(one, other)
        if known is None or known["weight"] > weight:
            graph.add_edge(one, other, weight=weight)

    for one, other, kind, day, rank in ties:
        add(one, other, strength(kind, day), rank == "up")
        add(other, one, strength(kind, day), rank == "down")
    for one, circle, kind in members:
        for other, same, _ in members:
            if same == circle:
                add(one, other, KINDS[kind]["strength"], False)
    if strangers:
        for other in range(len(people)):
            add(start, other, 0.0, False)
    return graph


def has_detour(graph, path):
    costs = [graph.edges[step]["weight"] for step in pairwise(path)]
    for i in range(len(path)):
        for j in range(i + 2, len(path)):
            straight = i == 0 and j == len(path) - 1
            if not straight and graph.has_edge(path[i], path[j]) and graph.edges[path[i], path[j]]["weight"] <= sum(costs[i:j]):
                return True
    return False


def ways(graph, start, target, count, detours):
    graph = graph.copy()
    if graph.has_edge(start, target):
        graph.remove_edge(start, target)
    weigh = lambda path: sum(graph.edges[step]["weight"] for step in pairwise(path))
    try:
        if detours:
            paths = networkx.shortest_simple_paths(graph, start, target, weight="weight")
            fitting = islice((path for path in paths if len(path) <= PATH["max_hops"] + 1), count + 1)
        else:
            # Few ways may be left, so all are listed and the cheapest of those left are taken.
            paths = networkx.all_simple_paths(graph, start, target, cutoff=PATH["max_hops"])
            fitting = sorted((path for path in paths if not has_detour(graph, path)), key=weigh)[:count + 1]
        fitting = [(weigh(path), path) for path in fitting]
        # Of ways that cost the same any may come first.
        alone = lambda cost: sum(abs(cost - other) < 1e-9 for other, _ in fitting) == 1
        return [[digits(cost), path, alone(cost)] for cost, path in fitting[:count]]
    except networkx.NetworkXNoPath:
        return []


def case(size, density, circles, count, strangers, detours):
    share = lambda low, high: round(float(GENERATOR.uniform(low, high)), 3)
    houses = [int(GENERATOR.integers(circles)) if circles and GENERATOR.random() < 0.7 else None for _ in range(size)]
    # All of a circle are on the same side, and who asks is one of our own.
    houses[0] = 0 if houses[0] is not None else None
    people = []
    for person in range(size):
        asked = int(GENERATOR.integers(5))
        # The first circle is our own house.
        people.append(dict(ours=person == 0 or houses[person] == 0, stand=[share(-1, 1), share(-1, 1)], asked=asked,
                           passed=int(GENERATOR.integers(asked + 1)), open=person in (0, size - 1) or bool(GENERATOR.random() < 0.9)))
    members = [[p, house, "colleague" if house == 0 else "same_organization"] for p, house in enumerate(houses) if house is not None]
    ties = []
    for one in range(size):
        for other in range(one + 1, size):
            while GENERATOR.random() < density:
                kind = str(GENERATOR.choice(sorted(KINDS)))
                # A contact of days to come is one that counts for several.
                day = int(DAY - GENERATOR.integers(-300 if KINDS[kind].get("counted") else 0, 1500))
                rank = str(GENERATOR.choice(["up", "down"])) if kind == "reports_to" else "level"
                ties.append([one, other, kind, day, rank])
    graph = network(people, ties, members, 0, strangers)
    found = ways(graph, 0, size - 1, count, detours)
    return dict(people=people, ties=ties, circles=circles, members=members, day=DAY, count=count, strangers=strangers,
                detours=detours, ways=found)


def agree():
    names = dict(e0="base", tie="tie", psychology="psychology", behaviour="behaviour", upward="upward", ours="ours",
                 hop_cost="hop_cost", max_hops="max_hops", asked_again_days="asked_again_days")
    for theirs, ours in names.items():
        assert THEIRS.priors["path"][theirs] == PATH[ours], theirs
    for kind, entry in THEIRS.priors["tie"].items():
        if kind != "why":
            assert entry == [KINDS[kind]["strength"], KINDS[kind].get("half_life_days", 0)], kind


def reference_hops():
    """Strength of the tie, both ours, E[P], E[B], upward, asked, passed; and the chance."""
    rows = [[*row[:2], *row[2], bool(row[3]), 0, 0, row[4]] for row in given()["hop"]]
    for _ in range(40):
        share = lambda low, high: round(float(GENERATOR.uniform(low, high)), 3)
        asked = int(GENERATOR.integers(6))
        row = [share(0, 5), bool(GENERATOR.random() < 0.3), share(-1, 1), share(-1, 1), bool(GENERATOR.random() < 0.3), asked,
               int(GENERATOR.integers(asked + 1))]
        chance = decisions.hop(THEIRS, row[0], row[1], (row[2], row[3]), row[4], row[5], row[6])
        rows.append([*row, digits(chance)])
    return rows


def reference_ways():
    """Hops by their chances, the same both ways, and the best three ways from the first to the last."""
    case = given()
    names = ["us", "x", "y", "w", "t"]
    hops = [[names.index(i), names.index(j), p] for i, row in case["hops"].items() for j, p in row.items() if (i, j) != ("w", "x")]
    yield dict(size=5, hops=hops, ways=[[cost, [names.index(name) for name in path], p] for cost, path, p in case["paths"]])
    for size, density in ((4, 0.9), (6, 0.6), (8, 0.4), (10, 0.3), (12, 0.3)) * 2:
        hops = [[i, j, round(float(GENERATOR.uniform(0.06, 0.95)), 3)] for i in range(size) for j in range(i + 1, size)
                if GENERATOR.random() < density]
        both = {}
        for i, j, p in hops:
            both.setdefault(i, {})[j] = both.setdefault(j, {})[i] = p
        found = decisions.best_paths(THEIRS, both, 0, size - 1)
        yield dict(size=size, hops=hops, ways=[[digits(cost), path, digits(p)] for cost, path, p in found])


def given():
    vectors = json.loads((FOLDER / "vectors.json").read_text())
    return next(case for case in vectors["cases"] if case["kind"] == "paths")


agree()
SHAPES = [(6, 0.4, 0, 3), (9, 0.25, 2, 3), (14, 0.15, 3, 3), (20, 0.1, 4, 3), (30, 0.06, 5, 5), (12, 0.05, 3, 4), (8, 0.5, 2, 12)]
print("{")
print(f'"origin": "networkx {networkx.__version__}: shortest_simple_paths and all_simple_paths over costs computed in Python, 15 significant digits",')
print('"cases": [')
print(",\n".join(json.dumps(case(*shape, strangers, detours), separators=(",", ":"))
                 for shape in SHAPES for strangers in (False, True) for detours in (True, False) for _ in range(3)))
print('],\n"reference_hops": [')
print(",\n".join(json.dumps(row) for row in reference_hops()))
print('],\n"reference_ways": [')
print(",\n".join(json.dumps(way) for way in reference_ways()))
print("]}")
