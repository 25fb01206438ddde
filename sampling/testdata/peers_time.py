# Seconds of one draw by Python, and by NumPy if it is installed, each the best of several: "numpy <n> <seconds>". Run
# by peers.sh.
import random
import timeit

try:
    import numpy
except ImportError:
    numpy = None

for n in (10**4, 10**6):
    calls = {"python": lambda: random.Random(12345).sample(range(1, 10**9 + 1), n)}
    if numpy:
        calls["numpy"] = lambda: numpy.random.default_rng(12345).choice(10**9, n, replace=False) + 1
    times = 20 if n < 10**5 else 1
    for name, call in calls.items():
        print(name, n, min(timeit.repeat(call, number=times, repeat=5)) / times)
