# The works of this folder's program in Python with NumPy and SciPy. A request is a line "name N n"; the answer is the seconds and what
# it came to. A work returns what is measured, and perhaps what is to be told of it, which is not.
import csv
import hashlib
import heapq
import os
import platform
import random
import sys
import time

import numpy
import scipy
import scipy.stats

folder = sys.argv[1]


def cents(i):
    return numpy.where(i % 3 > 0, 0, (i * 7919) % 1000003)


def drawn(x):
    x = numpy.asarray(x)
    return x.sum(), ((x % 1000) * (numpy.arange(1, len(x) + 1) % 1000)).sum()


def select_python(N, n):
    return lambda: random.Random(12345).sample(range(1, N + 1), n), drawn


def select_numpy(N, n):
    return lambda: numpy.random.default_rng(12345).choice(N, n, replace=False) + 1, drawn


def tickets(N, n):
    ids = [f"claim-{i}" for i in range(N)]

    def job():
        h = hashlib.sha256
        start = h(b"public dice").hexdigest()
        drawn = ((("0." + str(int(h((start + one).encode()).hexdigest(), 16)).zfill(64)[::-1]), one) for one in ids)
        return heapq.nsmallest(n, drawn)

    return job, lambda kept: [sum(i * int(one[len("claim-"):]) for i, (_, one) in enumerate(kept, 1))]


def stated(total, se, df):
    q = scipy.stats.t.ppf((1 + numpy.array([0.8, 0.9, 0.95])) / 2, df)
    return numpy.concatenate([[total, se], numpy.column_stack([total - q * se, total + q * se]).ravel()])


def appraise(N, n):
    y = cents(numpy.arange(n)) / 100
    return lambda: stated(N * y.mean(), (N * (N - n) / n * y.var(ddof=1)) ** 0.5, n - 1), list


def strata(N, n):
    y = (cents(numpy.arange(100 * n)) / 100).reshape(n, 100)
    N = 1000.0 + numpy.arange(n)

    def job():
        v = N * (N - 100) / 100 * y.var(axis=1, ddof=1)
        return stated((N * y.mean(axis=1)).sum(), v.sum() ** 0.5, 99 * n)

    return job, list


def limits_at(universe, sample, found, tail):
    def upper(found):
        inside, outside = found, universe - sample + found + 1
        while outside - inside > 1:
            middle = (inside + outside) // 2
            if scipy.stats.hypergeom.cdf(found, universe, middle, sample) > tail:
                inside = middle
            else:
                outside = middle
        return inside

    return universe - upper(sample - found), upper(found)


def limits(N, n):
    return lambda: [x for level in (0.8, 0.9, 0.95) for x in limits_at(N, n, n // 20, (1 - level) / 2)], list


def size_table(N, n):
    y = cents(numpy.arange(n)) / 100

    def job():
        z = scipy.stats.norm.ppf((1 + numpy.array([0.8, 0.9, 0.95, 0.99])) / 2)
        v = y.var(ddof=1)
        wanted = (numpy.outer([0.01, 0.02, 0.05, 0.1, 0.15], 1 / z) * y.mean() * N) ** 2
        return numpy.floor(v * N * N / (wanted + N * v) + 0.5)

    return job, numpy.ravel


def size_counts(N, n):
    def job():
        n = 1
        while True:
            low, high = limits_at(N, n, (n + 10) // 20, 0.05)
            if (high - low) * 100 <= 8 * N:
                return [n]
            n += 1

    return job, list


def frame(N, n):
    def job():
        claims = {}
        with open(os.path.join(folder, f"claims{N}.csv"), newline="") as file:
            for row in csv.DictReader(file):
                claims.setdefault(row["claim_id"], int(row["paid"].replace(".", "")))
        return {claim: paid for claim, paid in claims.items() if paid > 0}

    return job, lambda claims: (len(claims), sum(claims.values()) / 100)


def coverage_numpy(N, n):
    universe = 33 * 3000009
    total = 33 * int(cents(numpy.arange(3000009)).sum())

    def job():
        y = cents(numpy.random.default_rng(12345).choice(universe, N * n, replace=False)).reshape(N, n).astype(float)
        error = numpy.sqrt(universe * (universe - n) / n * y.var(axis=1, ddof=1))
        return [(abs(universe * y.mean(axis=1) - total) <= scipy.stats.t.ppf(0.95, n - 1) * error).sum()]

    return job, list


print(f"Python {platform.python_version()}, NumPy {numpy.__version__}, SciPy {scipy.__version__}", flush=True)
for line in sys.stdin:
    name, N, n = line.split()
    job, told = globals()[name](int(N), int(n))
    begin = time.perf_counter()
    value = job()
    once = time.perf_counter() - begin + 1e-9
    rounds = 1 + int(0.002 / once)
    times = []
    for _ in range(max(3, min(50, int(0.5 / once)))):
        begin = time.perf_counter()
        for _ in range(rounds):
            job()
        times.append((time.perf_counter() - begin) / rounds)
    print(min(times), *told(value), flush=True)
