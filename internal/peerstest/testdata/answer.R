# Reads expressions, one a line, and writes what they come to: numbers with 17 digits, a line for each.
options(warn = -1)
for (name in commandArgs(TRUE)) source(name)
input <- file("stdin", "r")
while (length(line <- readLines(input, 1)) > 0) {
  RNGkind("default", "default", "default") # a line may have changed them
  answer <- tryCatch({
    value <- eval(parse(text = line, keep.source = FALSE), new.env())
    if (is.numeric(value)) sprintf("%.17g", value) else value
  }, error = function(e) c("!", gsub("\n", " ", conditionMessage(e))))
  cat(answer)
  cat("\n")
}
