# Lists drawn by R for the tests: Rscript peers_lists.R > selection_r_more.json
# A short list is given whole; of a long one the ends, the sum, and the sum of (order * number) modulo 2^31-1.
options(warn = -1)
draw <- function(kind, seed, N, n) {
  set.seed(seed, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = kind)
  runif5 <- runif(5)
  set.seed(seed)
  x <- sample.int(N, n)
  int <- function(v) paste(formatC(v, format = "d", big.mark = ""), collapse = ",")
  whole <- function(v) paste(format(v, scientific = FALSE, trim = TRUE), collapse = ",")
  list <- if (n <= 40) sprintf('"sample":[%s]', whole(x)) else {
    p <- 2147483647
    weighted <- 0
    order <- as.double(seq_along(x))
    # order * number can pass 2^53: the number is taken in two parts
    high <- floor(x / 65536); low <- x - high * 65536
    part <- ((order * high) %% p * 65536 + order * low) %% p
    for (chunk in split(part, (seq_along(part) - 1) %/% 1000000)) weighted <- (weighted + sum(chunk)) %% p
    sprintf('"head":[%s],"tail":[%s],"sum":%s,"weighted":%s',
            whole(head(x, 10)), whole(tail(x, 10)), whole(sum(as.double(x))), whole(weighted))
  }
  sprintf('{"tool":"R %s.%s","call":"set.seed(%s); sample.int(%s, %s)","sample_kind":"%s","seed":%s,"N":%s,"n":%s,"runif5":[%s],%s}',
          R.version$major, R.version$minor, whole(seed), whole(N), whole(n), kind, whole(seed), whole(N), whole(n),
          paste(sprintf("%.17g", runif5), collapse = ","), list)
}
cases <- list(
  c(1, 1, 1), c(5, 2, 1), c(5, 2, 2), c(0, 10, 10), c(-1, 1000, 20), c(-2147483647, 1000, 20), c(2147483647, 1000, 20),
  c(3, 65536, 20), c(3, 65537, 20), c(3, 65535, 20), c(11, 256, 256), c(8, 32768, 30), c(20, 1e6, 1e6),
  c(4, 1e7, 30), c(4, 1e7, 60000), c(4, 10000001, 30), c(4, 1e7, 1e6), c(4, 10000001, 1e6), c(4, 10000001, 5000000),
  c(4, 10000001, 5000001), c(4, 10000002, 5000001),
  c(9, 1e9, 30), c(9, 1e9, 10000), c(9, 1e9, 1e6), c(9, 2^30, 30), c(9, 2147483646, 30), c(9, 2147483648, 30),
  c(9, 2147483649, 30), c(9, 4294967295, 30), c(9, 4294967296, 30), c(9, 4294967297, 30), c(9, 6e9, 1e5),
  c(9, 2^36, 30), c(9, 1e12, 30), c(-77, 1e12, 10000), c(12345, 5e7, 1))
lines <- unlist(lapply(cases, function(p)
  vapply(if (p[3] < 5e6) c("Rejection", "Rounding") else "Rejection", function(kind) draw(kind, p[1], p[2], p[3]), "")))
cat("[\n", paste(lines, collapse = ",\n"), "\n]\n", sep = "")
