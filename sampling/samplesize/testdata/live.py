# Sample sizes in exact fractions for the tests that run beside Python (peers_live_test.go), with the functions of
# appraisal/variable and internal/dist. Sizes come rounded and with twenty digits.
from math import ceil, floor


def half_up(x):
    return floor(x + Fraction(1, 2))


def size(N, m, v, precision, z):
    """n = (s N)^2 / ((precision m N / z)^2 + N s^2)"""
    n = v * N * N / ((Fraction(precision) * m * N / Fraction(z)) ** 2 + N * v)
    return half_up(n), rounded(n)


def probe(N, y, precision, z):
    y = fractions(y)
    return size(N, mean(y), variance(y), precision, z)


def precision(N, y, n, t):
    y = fractions(y)
    amount = root(Fraction(t) ** 2 * variance(y) * N * (N - n) / n)
    return rounded(amount), rounded(amount / (N * mean(y)))


def error_rate(N, rate, reported, deviation, precision, z):
    """A unit in error is wrong by its whole amount."""
    p, m, s = Fraction(rate), Fraction(reported) / N, Fraction(deviation)
    return size(N, p * m, p * (s * s + (1 - p) * m * m), precision, z)


def allocated(n, strata):
    """n shared out by N s; strata that would get more than they have are taken in full, and the rest is shared out again."""
    sizes, full = [], set()
    while True:
        left = n - sum(strata[i][0] for i in full)
        weight = sum(N * s for i, (N, _, s) in enumerate(strata) if i not in full)
        sizes = [Fraction(N) if i in full else left * N * s / weight for i, (N, _, s) in enumerate(strata)]
        over = {i for i, (N, _, _) in enumerate(strata) if sizes[i] > N}
        if not over:
            return sizes
        full |= over


def numbered(strata):
    return [(N, Fraction(m), Fraction(s)) for N, m, s in strata]


def strata(list, precision, z):
    list = numbered(list)
    wanted = (Fraction(precision) * sum(N * m for N, m, _ in list) / Fraction(z)) ** 2
    n = sum(N * s for N, _, s in list) ** 2 / (wanted + sum(N * s * s for N, _, s in list))
    sizes = allocated(n, list)
    return [sum(ceil(x) for x in sizes)] + [f for x in sizes for f in (ceil(x), rounded(x))]


def known(list, n):
    return [f for x in allocated(Fraction(n), numbered(list)) for f in (half_up(x), rounded(x))]


def share(N, rate, level, width):
    """The smallest sample whose exact interval is narrow enough when it finds the share expected, rounded."""
    tail, most = (1 - Fraction(level)) / 2, Fraction(width) * N
    for n in range(1, N + 1):
        low, high = limits(N, n, half_up(Fraction(rate) * n), tail)
        if high - low <= most:
            return n


def upper_share(N, rate, level, limit):
    """The smallest sample with a small enough upper limit when it finds the share expected, rounded up; 0 if there is none."""
    for n in range(1, N + 1):
        if upper(N, n, ceil(Fraction(rate) * n), 1 - Fraction(level)) <= Fraction(limit) * N:
            return n
    return 0


def discovery(N, errors, level, n):
    """The smallest sample that misses all errors with at most the rest of the level, and the chance of n to find one."""
    def missed(n):
        return Fraction(comb(N - errors, n), comb(N, n))

    low, high = 1, N
    while low < high:
        middle = (low + high) // 2
        if missed(middle) <= 1 - Fraction(level):
            high = middle
        else:
            low = middle + 1
    return low, rounded(1 - missed(n))
