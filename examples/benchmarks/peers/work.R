# The works of this folder's program in R. A request is a line "name N n"; the answer is the seconds and what it came to. A work
# returns what is measured, and perhaps as check, which is not, what is to be told of it.
options(warn = -1)
dir <- commandArgs(TRUE)[1]

cents <- function(i) ifelse(i %% 3 > 0, 0, (i * 7919) %% 1000003)
told <- function(value) value

draw <- function(kind) function(N, n) {
  list(job = function() { set.seed(12345, sample.kind = kind); sample.int(N, n) },
       check = function(x) c(sum(x), sum((x %% 1000) * (seq_along(x) %% 1000))))
}

limits_at <- function(universe, sample, found, tail) {
  upper <- function(found) { # the largest k with P(X <= found | k) > tail
    inside <- found
    outside <- universe - sample + found + 1
    while (outside - inside > 1) {
      middle <- (inside + outside) %/% 2
      if (phyper(found, middle, universe - middle, sample) > tail) inside <- middle else outside <- middle
    }
    inside
  }
  c(universe - upper(sample - found), upper(found))
}

stated <- function(total, se, df) {
  q <- qt((1 + c(0.8, 0.9, 0.95)) / 2, df)
  c(total, se, rbind(total - q * se, total + q * se))
}

works <- list(
  select_r = draw("Rejection"),
  select_r_rounding = draw("Rounding"),
  appraise = function(N, n) {
    y <- cents(seq_len(n) - 1) / 100
    list(job = function() stated(N * mean(y), sqrt(N * (N - n) / n * var(y)), n - 1))
  },
  strata = function(N, n) {
    y <- matrix(cents(seq_len(100 * n) - 1) / 100, 100)
    N <- 1000 + seq_len(n) - 1
    list(job = function() {
      m <- colMeans(y)
      v <- colSums((y - rep(m, each = 100))^2) / 99
      stated(sum(N * m), sqrt(sum(N * (N - 100) / 100 * v)), 99 * n)
    })
  },
  limits = function(N, n) {
    list(job = function() unlist(lapply(c(0.8, 0.9, 0.95), function(level) limits_at(N, n, n %/% 20, (1 - level) / 2))))
  },
  size_table = function(N, n) {
    y <- cents(seq_len(n) - 1) / 100
    list(job = function() {
      z <- qnorm((1 + c(0.8, 0.9, 0.95, 0.99)) / 2)
      v <- var(y)
      wanted <- outer(z, c(0.01, 0.02, 0.05, 0.1, 0.15), function(z, p) (p * mean(y) * N / z)^2)
      floor(v * N * N / (wanted + N * v) + 0.5)
    })
  },
  size_counts = function(N, n) {
    list(job = function() {
      n <- 1
      while (diff(limits_at(N, n, (n + 10) %/% 20, 0.05)) * 100 > 8 * N) n <- n + 1
      n
    })
  },
  frame = function(N, n) {
    list(job = function() {
      d <- read.csv(file.path(dir, sprintf("claims%.0f.csv", N)))
      d <- d[!duplicated(d$claim_id), ]
      d[d$paid > 0, ]
    }, check = function(d) c(nrow(d), sum(d$paid)))
  },
  coverage_r = function(N, n) {
    universe <- 33 * 3000009
    total <- 33 * sum(cents(0:3000008))
    list(job = function() {
      set.seed(12345, sample.kind = "Rejection")
      y <- matrix(cents(sample.int(universe, N * n) - 1), n)
      m <- colMeans(y)
      v <- colSums((y - rep(m, each = n))^2) / (n - 1)
      sum(abs(universe * m - total) <= qt(0.95, n - 1) * sqrt(universe * (universe - n) / n * v))
    })
  }
)

now <- function() as.numeric(Sys.time())

cat(sprintf("R %s.%s\n", R.version$major, R.version$minor))
input <- file("stdin", "r")
while (length(line <- readLines(input, 1)) > 0) {
  word <- strsplit(line, " ")[[1]]
  work <- works[[word[1]]](as.numeric(word[2]), as.numeric(word[3]))
  begin <- now()
  value <- work$job()
  once <- now() - begin + 1e-9
  rounds <- 1 + floor(0.002 / once)
  times <- replicate(max(3, min(50, floor(0.5 / once))), {
    begin <- now()
    for (i in seq_len(rounds)) work$job()
    (now() - begin) / rounds
  })
  check <- if (is.null(work$check)) value else work$check(value)
  cat(sprintf("%.17g", c(min(times), check)))
  cat("\n")
}
