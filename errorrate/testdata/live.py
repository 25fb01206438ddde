# The net error rate in exact fractions for the test that runs beside Python (peers_live_test.go), with the functions of
# appraisal/variable.


def error_rate(claims, threshold, netted):
    """Claims are (paid, correct), without a correct amount where documentation is missing."""
    paid = over = under = Fraction(0)
    for p, c in claims:
        p = Fraction(p)
        difference = p - Fraction(c) if c else p
        paid += p
        over += max(difference, 0)
        under += max(-difference, 0)
    net = over - under if netted else over
    met = net / paid >= Fraction(threshold)
    return [rounded(x) for x in (paid, over, under, net, net / paid)] + [str(met).lower()]
