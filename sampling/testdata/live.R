# Systematic selection by size as R's package sampling has it, with a given start (peers_live_test.go): units, each with a hit.
pps <- function(start, sizes, count) {
  total <- sum(sizes)
  select <- sampling::UPsystematic
  environment(select) <- list2env(list(runif = function(...) start / total), parent = asNamespace("sampling"))
  drawn <- which(select(count * sizes / total) == 1)
  as.vector(rbind(drawn, 1))
}
