# Appraisals of counts in exact fractions for the tests that run beside Python (peers_live_test.go), with the functions of
# appraisal/variable. A design returns quantity and proportion, each with its variance.


def ones(size, count):
    return [1] * count + [0] * (size - count)


def of(part, items):
    """The proportion of a known number of items."""
    return [part, (part[0] / items, part[1] / items ** 2)]


def of_strata(strata):
    return of(stratified([(N, ones(n, x)) for N, n, x in strata]), sum(s[0] for s in strata))


def stages(depth, N, units, value):
    """A sample of so many stages, with a function of a unit at the last one that returns a part."""
    return expand(N, [value(*u) if depth == 2 else stages(depth - 1, *u, value) for u in units])


def of_stages(depth, N, units, items):
    counted = stages(depth, N, units, lambda M, m, x: simple(M, ones(m, x)))
    if items:
        return of(counted, items)
    number, _ = stages(depth, N, units, lambda M, m, x: (Fraction(M), Fraction(0)))
    p = counted[0] / number

    def residual(M, m, x):
        total, v = simple(M, ones(m, x))
        return total - p * M, v

    return [counted, (p, stages(depth, N, units, residual)[1] / number ** 2)]


def of_two_stages(N, units, items):
    return of_stages(2, N, units, items)


def of_three_stages(N, units, items):
    return of_stages(3, N, units, items)


def of_clusters(strata):
    quantity = v = Fraction(0)
    for N, items, clusters in strata:
        p = Fraction(sum(x for _, x in clusters), sum(M for M, _ in clusters))
        residuals = [x - p * M for M, x in clusters]
        quantity += items * p
        v += total_of(N, residuals)[1]
    return of((quantity, v), sum(s[1] for s in strata))


def of_proportions(strata):
    items = sum(s[0] for s in strata)
    return of((sum(M * Fraction(p) for M, p, _ in strata), sum((M * Fraction(e)) ** 2 for M, _, e in strata)), items)


def of_items(N, n, x, level):
    """Quantity and proportion with their standard errors, and exact limits of both: those are in internal/dist."""
    parts = of(simple(N, ones(n, x)), N)
    low, high = limits(N, n, x, (1 - Fraction(level)) / 2)
    figures = [f for t, v in parts for f in (t, root(v))] + [low, high, Fraction(low, N), Fraction(high, N)]
    return [rounded(Fraction(f)) for f in figures]


def stated(parts, percentile):
    return [figure for part in parts for figure in state(part, percentile)]
