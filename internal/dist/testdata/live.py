# Exact probabilities for the tests that run beside Python (peers_live_test.go).
from decimal import Decimal, getcontext
from fractions import Fraction
from math import comb

getcontext().prec = 80


def arctangent(x):
    """The arc tangent: halved until its series is short."""
    if abs(x) > Decimal("0.001"):
        return 2 * arctangent(x / (1 + (1 + x * x).sqrt()))
    total, term, k = Decimal(0), x, 0
    while abs(term) > Decimal(10) ** -85:
        total += term / (2 * k + 1)
        term, k = -term * x * x, k + 1
    return total


pi = 16 * arctangent(Decimal(1) / 5) - 4 * arctangent(Decimal(1) / 239)  # Machin


def student(t, df):
    """P(|T| <= t) for whole degrees of freedom (Abramowitz and Stegun 26.7.3 and 26.7.4)."""
    cos2 = df / (df + t * t)
    sin, cos = t / (df + t * t).sqrt(), cos2.sqrt()
    term, total, i = (sin, Decimal(0), 0) if df % 2 == 0 else (sin * cos, Decimal(0), 1)
    while i <= df - 2:
        total += term
        term, i = term * (i + 1) / (i + 2) * cos2, i + 2
    return total if df % 2 == 0 else 2 / pi * (arctangent(t / Decimal(df).sqrt()) + total)


def normal(z):
    """P(|Z| <= z), by the series of the error function."""
    total, term, k = Decimal(0), z, 0
    while abs(term) > Decimal(10) ** -85:
        total += term / (2 * k + 1)
        k += 1
        term = -term * z * z / (2 * k)
    return total * (2 / pi).sqrt()


def around(text):
    """Half a unit of the twentieth digit below and above a number."""
    x = Decimal(text)
    half = Decimal(5).scaleb(x.adjusted() - 20)
    return x - half, x + half


def percentile(text, level, df):
    below, above = (student(x, df) if df else normal(x) for x in around(text))
    return "right" if below <= Decimal(level) <= above else ("wrong", below, above)


def ways(universe, marked, sample, count):
    return comb(marked, count) * comb(universe - marked, sample - count) if 0 <= count <= sample else 0


def at_most(universe, marked, sample, count):
    return sum(ways(universe, marked, sample, i) for i in range(count + 1))


def probabilities(universe, marked, sample, count):
    every = comb(universe, sample)
    return Fraction(ways(universe, marked, sample, count), every), Fraction(at_most(universe, marked, sample, count), every)


def upper(universe, sample, found, tail):
    """The largest number of marked items at which as few as were found have more than the probability of the tail."""
    inside, outside, every = found, universe - sample + found + 1, comb(universe, sample)
    while outside - inside > 1:
        middle = (inside + outside) // 2
        if Fraction(at_most(universe, middle, sample, found), every) > tail:
            inside = middle
        else:
            outside = middle
    return inside


def limits(universe, sample, found, tail):
    tail = Fraction(tail)
    return universe - upper(universe, sample, sample - found, tail), upper(universe, sample, found, tail)


def fisher(a, b, c, d):
    row, column, n = a + b, a + c, a + b + c + d
    every = [ways(n, column, row, i) for i in range(row + 1)]
    return (Fraction(sum(every[:a + 1]), comb(n, row)), Fraction(sum(every[a:]), comb(n, row)),
            Fraction(sum(w for w in every if w <= every[a]), comb(n, row)))


def binomial_at_most(trials, count, p):
    """P(X <= count) times the second number, in integers."""
    a, b = p.numerator, p.denominator
    total, power = 1, 1
    for i in range(1, count + 1):
        power *= a
        total = total * (b - a) + comb(trials, i) * power
    return total * (b - a)**(trials - count), b**trials


def binomial(trials, found, tail, lower, upper):
    """Whether both limits of a share are right in twenty digits."""
    tail, wrong = Fraction(tail), []

    def too_small(count, x, share):
        part, all = binomial_at_most(trials, count, Fraction(x))
        return part * share.denominator < share.numerator * all

    if found == 0:
        wrong += ["lower"] * (lower != "0")
    else:  # P(X <= found-1) falls through 1-tail
        below, above = around(lower)
        wrong += ["lower"] * (too_small(found - 1, below, 1 - tail) or not too_small(found - 1, above, 1 - tail))
    if found == trials:
        wrong += ["upper"] * (upper != "1")
    else:
        below, above = around(upper)
        wrong += ["upper"] * (too_small(found, below, tail) or not too_small(found, above, tail))
    return wrong or "right"
