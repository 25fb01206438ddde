# Lists drawn by Python and NumPy for the tests: python3 peers_lists.py > selection_python_more.json
# A short list is given whole; of a long one the ends, the sum, and the sum of (order * number) modulo 2^31-1.
# Seeds are texts, for they can be longer than the numbers of JSON readers.
import json
import platform
import random

import numpy


def record(tool, call, seed, N, n, sample):
    entry = {"tool": tool, "call": call, "seed": str(seed), "N": N, "n": n}
    if n <= 40:
        entry["sample"] = sample
    else:
        entry.update(head=sample[:10], tail=sample[-10:], sum=sum(sample),
                     weighted=sum(i * v for i, v in enumerate(sample, 1)) % 2147483647)
    print((",\n" if record.lines else "") + json.dumps(entry, separators=(",", ":")), end="")
    record.lines += 1


record.lines = 0
seeds = [0, 1, 7, 2147483647, 2**32 - 1, 2**32, 2**64 + 5, 2**128 - 1, 2**128, 10**40, 7**400]
print("[")
for seed in seeds + [-1, -2**40, -10**30]:
    N, n = 100000, 12
    record("Python " + platform.python_version(), f"random.Random({seed}).sample(range(1, {N}+1), {n})", seed, N, n,
           random.Random(seed).sample(range(1, N + 1), n))
for seed, N, n in [
        (1, 1, 1), (2, 2, 1), (2, 2, 2), (3, 21, 5), (3, 22, 5), (3, 21, 21), (3, 22, 4), (3, 37, 6), (3, 38, 6),
        (3, 85, 6), (3, 86, 6), (3, 85, 21), (3, 86, 21), (3, 277, 22), (3, 278, 22), (3, 277, 85), (3, 278, 85),
        (3, 1045, 86), (3, 1046, 86), (3, 64, 10), (3, 65536, 20), (3, 65535, 20), (3, 16405, 5000), (3, 16406, 5000),
        (4, 4194325, 1000000), (4, 4194326, 1000000), (4, 1000000, 1000000), (5, 10**9, 10000), (5, 10**9, 10**6),
        (5, 2**31, 20), (5, 2**32 - 1, 20), (5, 2**32, 20), (5, 2**32 + 1, 20), (5, 10**12, 30), (5, 10**12, 10**5)]:
    record("Python " + platform.python_version(), f"random.Random({seed}).sample(range(1, {N}+1), {n})", seed, N, n,
           random.Random(seed).sample(range(1, N + 1), n))


def numpy_record(seed, N, n):
    record("numpy " + numpy.__version__, f"numpy.random.default_rng({seed}).choice({N}, {n}, replace=False) + 1", seed,
           N, n, (numpy.random.default_rng(seed).choice(N, n, replace=False) + 1).tolist())


for seed in seeds:
    numpy_record(seed, 100000, 12)
for seed, N, n in [
        (1, 1, 1), (2, 2, 1), (2, 2, 2), (3, 100, 100), (3, 9999, 9999), (3, 10000, 30), (3, 10000, 200),
        (3, 10000, 201), (3, 10000, 10000), (3, 10001, 200), (3, 10001, 201), (3, 10001, 10000), (3, 10001, 10001),
        (3, 10050, 201), (3, 10049, 201), (3, 100000, 2000), (3, 100000, 2001), (4, 10**6, 10**6), (4, 10**6, 999999),
        (4, 3 * 10**7, 700000), (5, 10**9, 10000), (5, 10**9, 10**6), (5, 2**31, 20), (5, 2**32 - 1, 20),
        (5, 2**32, 20), (5, 2**32 + 10, 20), (5, 2**32 + 21, 20), (5, 10**12, 30), (5, 10**12, 10**5)]:
    numpy_record(seed, N, n)
print("\n]")
