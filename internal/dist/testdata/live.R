# For the tests that run beside R (peers_live_test.go).

# The probabilities that decide limits of counts: at the lower limit, one unit below, at the upper limit, one unit above.
around <- function(universe, sample, found, lower, upper) {
  at_least <- function(k) if (k < found) 0 else phyper(found - 1, k, universe - k, sample, lower.tail = FALSE)
  at_most <- function(k) if (k > universe - sample + found) 0 else phyper(found, k, universe - k, sample)
  c(at_least(lower), if (lower == 0) 0 else at_least(lower - 1), at_most(upper), at_most(upper + 1))
}

fisher <- function(a, b, c, d) {
  table <- matrix(c(a, c, b, d), 2)
  sapply(c("less", "greater", "two.sided"), function(side) fisher.test(table, alternative = side)$p.value)
}
