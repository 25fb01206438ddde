# Seconds of one draw by R, each the best of several: "r <n> <seconds>". Run by peers.sh.
options(warn = -1)
for (kind in c("Rejection", "Rounding")) for (n in c(1e4, 1e6)) {
  times <- if (n < 1e5) 200 else 1 # the clock of system.time has milliseconds
  best <- min(replicate(5, system.time(for (i in seq_len(times)) {
    set.seed(12345, sample.kind = kind)
    sample.int(1e9, n)
  })[["elapsed"]] / times))
  cat(if (kind == "Rejection") "r" else "r_rounding", format(n, scientific = FALSE), best, "\n")
}
