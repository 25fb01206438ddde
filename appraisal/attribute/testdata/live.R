# Appraisals of counts by R's package survey for the tests that run beside it (peers_live_test.go), with the functions of
# appraisal/variable.

# Samples of so many items, some of which have the characteristic.
ones <- function(sizes, counts) {
  unlist(mapply(function(n, x) rep(c(1, 0), c(x, n - x)), sizes, counts, SIMPLIFY = FALSE))
}

# The quantity with its standard error and limits, and the share, of clusters with known items: a ratio in each stratum. survey
# divides by the estimated number of items where the variance is worked out, RAT-STATS by the known one.
share_of_clusters <- function(N, n, items, sizes, counts, level) {
  h <- rep(seq_along(n), n)
  total <- variance <- 0
  for (i in seq_along(N)) {
    data <- data.frame(y = counts[h == i], x = sizes[h == i], N = N[i])
    fit <- svyratio(~y, ~x, svydesign(id = ~1, fpc = ~N, data = data))
    total <- total + items[i] * coef(fit)
    variance <- variance + (SE(fit) * N[i] * mean(data$x))^2
  }
  se <- sqrt(variance)
  c(total, se, total + c(-1, 1) * qnorm((1 + level) / 2) * se, total / sum(items), se / sum(items))
}
