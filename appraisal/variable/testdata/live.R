# Appraisals by R's package survey for the tests that run beside it (peers_live_test.go). Samples are given by the numbers of units
# in each universe and each sample, and the values of all items in one list. Each returns the estimated total, its standard error
# and two limits.
suppressMessages(library(survey))

stated <- function(total, level, df = Inf) {
  c(coef(total), SE(total), confint(total, level = level, df = df))
}

unrestricted <- function(N, y, level) {
  d <- svydesign(id = ~1, fpc = ~N, data = data.frame(y, N))
  stated(svytotal(~y, d), level, degf(d))
}

domain <- function(N, y, inside, level) {
  d <- svydesign(id = ~1, fpc = ~N, data = data.frame(y, N, inside))
  stated(svytotal(~y, subset(d, inside == 1)), level, length(y) - 1)
}

strata <- function(N, n, data) {
  data$h <- rep(seq_along(n), n)
  data$N <- rep(N, n)
  svydesign(id = ~1, strata = ~h, fpc = ~N, data = data)
}

stratified <- function(N, n, y, level, t) {
  d <- strata(N, n, data.frame(y))
  stated(svytotal(~y, d), level, if (t) degf(d) else Inf)
}

two_stage <- function(N, M, m, y, level) {
  unit <- rep(seq_along(m), m)
  data <- data.frame(y, unit, item = seq_along(y), N, M = M[unit])
  stated(svytotal(~y, svydesign(id = ~unit + item, fpc = ~N + M, data = data)), level)
}

three_stage <- function(N, M, m, B, b, y, level) {
  second <- rep(seq_along(b), b)
  first <- rep(seq_along(m), m)[second]
  data <- data.frame(y, first, second, item = seq_along(y), N, M = M[first], B = B[second])
  stated(svytotal(~y, svydesign(id = ~first + second + item, fpc = ~N + M + B, data = data)), level)
}

clusters <- function(N, n, items, y, level) {
  cluster <- rep(seq_along(items), items)
  h <- rep(seq_along(n), n)[cluster]
  data <- data.frame(y, cluster, h, N = N[h])
  stated(svytotal(~y, svydesign(id = ~cluster, strata = ~h, fpc = ~N, data = data)), level)
}

multistage <- function(N, n, M, m, y, level) {
  unit <- rep(seq_along(m), m)
  h <- rep(seq_along(n), n)[unit]
  data <- data.frame(y, unit, item = seq_along(y), h, N = N[h], M = M[unit])
  stated(svytotal(~y, svydesign(id = ~unit + item, strata = ~h, fpc = ~N + M, data = data)), level)
}

post_stratified <- function(N, n, y) {
  h <- factor(rep(seq_along(n), n))
  d <- svydesign(id = ~1, fpc = ~all, data = data.frame(y, h, all = sum(N)))
  coef(svytotal(~y, postStratify(d, ~h, data.frame(h = factor(seq_along(N)), Freq = N))))
}

# With x, whose totals by stratum are known.

# A prediction has no confint: its limits are those of the normal distribution.
predicted <- function(p, level) {
  c(p$total, p$se, p$total + c(-1, 1) * qnorm((1 + level) / 2) * c(p$se))
}

ratio_combined <- function(N, n, y, x, totals, level) {
  predicted(predict(svyratio(~y, ~x, strata(N, n, data.frame(y, x))), total = sum(totals)), level)
}

ratio_separate <- function(N, n, y, x, totals, level) {
  names(totals) <- seq_along(totals)
  fit <- svyratio(~y, ~x, strata(N, n, data.frame(y, x)), separate = TRUE)
  predicted(predict(fit, total = as.list(totals)), level)
}

difference <- function(N, n, y, x, totals, level) {
  stated(svytotal(~I(y - x), strata(N, n, data.frame(y, x))), level) + c(1, 0, 1, 1) * sum(totals)
}

# The estimate by survey's calibrate, the error by the residuals of lm, whose divisor is n-2.
regression <- function(N, n, y, x, totals, level) {
  d <- svydesign(id = ~1, fpc = ~N, data = data.frame(y, x, N))
  total <- coef(svytotal(~y, calibrate(d, ~x, c("(Intercept)" = N, x = totals))))
  se <- summary(lm(y ~ x))$sigma * sqrt(N * (N - n) / n)
  c(total, se, total + c(-1, 1) * qnorm((1 + level) / 2) * se)
}

# In proportion to size.

with_replacement <- function(A, size, y, level) {
  d <- svydesign(id = ~1, weights = ~w, data = data.frame(y, w = A / (length(y) * size)))
  stated(svytotal(~y, d), level, degf(d))
}

systematic <- function(A, n, size, y, level) {
  certain <- size >= A / n
  below <- data.frame(y = y[!certain], w = A / (n * size[!certain]))
  d <- svydesign(id = ~1, weights = ~w, data = below)
  stated(svytotal(~y, d), level, degf(d)) + c(1, 0, 1, 1) * sum(y[certain])
}
