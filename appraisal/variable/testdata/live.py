# Appraisals in exact fractions for the tests that run beside Python (peers_live_test.go), written after the textbooks. Values
# come as texts. A design returns the estimated total and its variance.
from fractions import Fraction
from math import comb, isqrt


def fractions(texts):
    return [Fraction(t) for t in texts]


def mean(y):
    return sum(y) / Fraction(len(y))


def variance(y):
    m = mean(y)
    return sum((v - m) ** 2 for v in y) / (len(y) - 1) if len(y) > 1 else Fraction(0)


def total_of(N, y):
    """A simple random sample of y out of N (Cochran 2.5)."""
    n = len(y)
    return N * mean(y), Fraction(N * (N - n), n) * variance(y)


def simple(N, y):
    return total_of(N, fractions(y))


def sum_of(parts):
    return sum(t for t, _ in parts), sum(v for _, v in parts)


def stratified(strata):
    return sum_of([simple(N, y) for N, y in strata])


def expand(N, parts):
    """Units out of N, each with an estimate of its own (Cochran 11.8)."""
    total, between = total_of(N, [t for t, _ in parts])
    return total, between + Fraction(N, len(parts)) * sum(v for _, v in parts)


def rhc(units, size):
    """One unit of each random group (Cochran 9A.9): estimate, its variance, size, that of the group, units in the group."""
    N = sum(u[4] for u in units)
    squares = sum(u[4] ** 2 for u in units)
    total = sum(t * B / A for t, _, A, B, _ in units)
    among = sum(B / size * (t * size / A - total) ** 2 for t, _, A, B, _ in units)
    c = Fraction(squares - N, N * N - squares)
    return total, c * among + sum(B / A * v for _, v, A, B, _ in units)


def rhc_units(rows):
    return [simple(M, y) + (Fraction(A), Fraction(B), N) for M, A, B, N, y in rows]


def rhc_two_stage(rows):
    units = rhc_units(rows)
    return rhc(units, sum(u[3] for u in units))


def rhc_three_stage(primary, sizes_of_groups):
    units = []
    for A, B, N, rows in primary:
        inside = rhc_units(rows)
        size = sum(u[3] for u in inside) if sizes_of_groups else Fraction(A)
        units.append(rhc(inside, size) + (Fraction(A), Fraction(B), N))
    return rhc(units, sum(u[3] for u in units))


def multistage(entries):
    return sum(Fraction(t) for t, _ in entries), sum(Fraction(s) ** 2 for _, s in entries)


def post_stratified(strata):
    """Cochran 5A.9 with the sizes of the strata in the universe."""
    N, n = sum(s[0] for s in strata), sum(len(s[1]) for s in strata)
    total = v = Fraction(0)
    for Nh, y in strata:
        y = fractions(y)
        total += Nh * mean(y)
        if len(y) < Nh:
            v += variance(y) * (Fraction(N - n, n) * Nh + Fraction(N, n * n) * (N - Nh))
    return total, v


def unknown(N, counts, amounts):
    """A number of items times their mean, both estimated (Goodman 1960)."""
    count, count_v = simple(N, counts)
    amounts = fractions(amounts)
    m, v = mean(amounts), variance(amounts) / len(amounts) * (1 - len(amounts) / count)
    return count * m, m * m * count_v + count * count * v - count_v * v


# With x, whose total in each stratum is known.

def residuals(strata, slopes):
    """The variance of the total of y - b x."""
    return sum(total_of(N, [a - b * c for a, c in zip(fractions(y), fractions(x))])[1]
               for (N, y, x, _), b in zip(strata, slopes))


def estimated(strata, which):
    return sum(s[0] * mean(fractions(s[which])) for s in strata)


def known(strata):
    return sum(Fraction(s[3]) for s in strata)


def ratio_combined(strata, sample_x):
    b = estimated(strata, 1) / estimated(strata, 2)
    v = residuals(strata, [b] * len(strata))
    if sample_x:
        v *= (known(strata) / estimated(strata, 2)) ** 2
    return b * known(strata), v


def ratio_separate(strata, sample_x):
    return sum_of([ratio_combined([s], sample_x) for s in strata])


def slope(strata, b):
    return estimated(strata, 1) + b * (known(strata) - estimated(strata, 2)), residuals(strata, [b] * len(strata))


def regression(strata):
    """One slope of all strata, by least squares weighted with their part of the variance (Cochran 7.10)."""
    up = down = Fraction(0)
    for N, y, x, _ in strata:
        y, x = fractions(y), fractions(x)
        n, my, mx = len(x), mean(y), mean(x)
        weight = Fraction(N * (N - n), n * (n - 1))
        up += weight * sum((a - my) * (c - mx) for a, c in zip(y, x))
        down += weight * sum((c - mx) ** 2 for c in x)
    total, v = slope(strata, up / down)
    if len(strata) == 1:
        n = len(strata[0][1])
        v *= Fraction(n - 1, n - 2)
    return total, v


def regression_separate(strata):
    return sum_of([regression([s]) for s in strata])


# In proportion to size: hits with their sizes and values.

def with_replacement(size, hits):
    """Hansen and Hurwitz."""
    z = [Fraction(y) * Fraction(size) / Fraction(a) for a, y in hits]
    return mean(z), variance(z) / len(z)


def systematic(size, n, units):
    """Horvitz and Thompson, with the variance of draws with replacement among units below the interval."""
    interval, total, z = Fraction(size) / n, Fraction(0), []
    for a, y, times in units:
        if Fraction(a) >= interval:
            total += Fraction(y)
        else:
            z += [Fraction(y) / Fraction(a) * interval] * times
    return total + sum(z), variance(z) * len(z)


def minimum_sum(paid, right, unsampled, share, level):
    """Claims in error, the limit of their number, and that of the overpayment: what was found, and the smallest payments."""
    paid, right, rest = fractions(paid), fractions(right), sorted(fractions(unsampled))
    over = [max(p - r, 0) for p, r in zip(paid, right)]
    x, n = sum(o >= Fraction(share) * p for o, p in zip(over, paid)), len(paid)
    N = n + len(rest)

    def chance(K):  # of x or more in error in the sample, if K are
        return Fraction(sum(comb(K, i) * comb(N - K, n - i) for i in range(x, n + 1)), comb(N, n))

    L = x
    while chance(L) < 1 - Fraction(level):
        L += 1
    return [x, L, rounded(sum(over) + Fraction(share) * sum(rest[:L - x]))]


# Twenty digits, half away from zero.

def scaled(x, shift):
    """x * 10^shift, rounded to a whole number, half up, for x not below zero."""
    x = x * Fraction(10) ** shift
    return (2 * x.numerator + x.denominator) // (2 * x.denominator)


def rounded(x, digits=20):
    """A number as text."""
    if x == 0:
        return "0"
    sign, x = ("-", -x) if x < 0 else ("", x)
    shift = digits - len(str(x.numerator)) + len(str(x.denominator)) - 1
    while x * Fraction(10) ** shift < 10 ** (digits - 1):
        shift += 1
    while x * Fraction(10) ** shift >= 10 ** digits:
        shift -= 1
    return f"{sign}{scaled(x, shift)}E{-shift}"


def root(x):
    """A square root with 60 digits: enough that rounding it is rounding the root."""
    shift = 60 + max(0, len(str(x.denominator)) - len(str(x.numerator)))
    return Fraction(isqrt(x.numerator * 10 ** (2 * shift) // x.denominator), 10 ** shift)


def state(part, percentile):
    """Point estimate, standard error and limits."""
    total, v = part
    error = root(v)
    amount = root(v * Fraction(percentile) ** 2)
    return [rounded(x) for x in (total, error, total - amount, total + amount)]


def moments(N, y):
    """Mean, standard deviation, skewness, kurtosis and the standard error of the mean."""
    y = fractions(y)
    n, m = len(y), mean(y)
    b2, b3, b4 = (sum((v - m) ** k for v in y) / n for k in (2, 3, 4))
    skew = root(b3 ** 2 / b2 ** 3) * (1 if b3 >= 0 else -1)
    return [rounded(x) for x in (m, root(variance(y)), skew, b4 / b2 ** 2, root(variance(y) * Fraction(N - n, n * N)))]
