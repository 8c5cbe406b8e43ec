"""Quiet gaps by scipy: reads the generator and the gaps from stdin, prints the time a gap takes and the difference."""

import json
import sys
import time

import numpy as np
import scipy
from scipy.linalg import expm
from scipy.sparse import csr_array
from scipy.sparse.linalg import expm_multiply

sample = json.load(sys.stdin)
generator = np.array(sample["generator"])
gaps = [(gap["days"], np.array(gap["before"]), np.array(gap["after"])) for gap in sample["gaps"]]
sparse = csr_array(generator.T)


def timed(after):
    """Microseconds a gap, the largest difference to what was given."""
    began = time.perf_counter()
    results = [after(days, before) for days, before, _ in gaps]
    micros = (time.perf_counter() - began) / len(gaps) * 1e6
    return micros, max(float(abs(result - given).max()) for result, (_, _, given) in zip(results, gaps))


dense, difference = timed(lambda days, before: before @ expm(generator * days))
multiplied, _ = timed(lambda days, before: expm_multiply(sparse * days, before))
print(json.dumps(dict(version=scipy.__version__, expm_micros=dense, expm_multiply_micros=multiplied,
                      largest_difference=difference)))
