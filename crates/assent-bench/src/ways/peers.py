"""The way in by igraph and scipy: reads where the arcs lie and the questions from stdin, prints times and costs."""

import json
import sys
import time

import igraph
import numpy as np
import scipy
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

given = json.load(sys.stdin)
arcs = np.fromfile(given["arcs"], dtype=[("from", "<u4"), ("to", "<u4"), ("cost", "<f8")])
# Of several ties of the same two the cheapest counts; a matrix would add them up.
arcs = arcs[np.lexsort((arcs["cost"], arcs["to"], arcs["from"]))]
ends = arcs["from"].astype(np.int64) * given["people"] + arcs["to"]
arcs = arcs[np.concatenate([[True], ends[1:] != ends[:-1]])]


def timed(work):
    """What came of it, and CPU seconds."""
    began = time.process_time()
    result = work()
    return result, time.process_time() - began


def laid_down():
    ends = np.column_stack([arcs["from"], arcs["to"]]).astype(np.int64)
    graph = igraph.Graph(n=given["people"], edges=ends, directed=True)
    graph.es["cost"] = arcs["cost"]
    return graph


graph, build_seconds = timed(laid_down)
costs = arcs["cost"]


def total(path):
    return float(costs[path].sum())


ways, three, lengths, away = [], [], [], []
matrix = csr_array((costs, (arcs["from"], arcs["to"])), shape=(given["people"],) * 2)
for start, target in given["questions"]:
    path, seconds = timed(lambda: graph.get_shortest_path(start, target, weights="cost", output="epath"))
    ways.append((total(path), len(path), seconds))
    distances, seconds = timed(lambda: dijkstra(matrix, indices=start))
    lengths.append(seconds)
    away.append(float(distances[target]))
for start, target in given["questions"][: given["three"]]:
    paths, seconds = timed(lambda: graph.get_k_shortest_paths(start, target, k=3, weights="cost", output="epath"))
    three.append(([(total(path), len(path)) for path in paths], seconds))
print(json.dumps(dict(igraph=igraph.__version__, scipy=scipy.__version__, build_seconds=build_seconds, ways=ways, three=three,
                      lengths_seconds=lengths, away=away)))
