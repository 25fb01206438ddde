# Estimates of R's package survey with known totals of x, and of samples proportional to size: writes survey_more.csv and
# election_pps.csv. Run in this directory: Rscript survey_more.R (survey 4.1-1, R 4.2.2).
suppressMessages(library(survey))
data(api)
data(election)
rows <- NULL
put <- function(id, quantity, value) {
  rows <<- rbind(rows, data.frame(id = id, quantity = quantity, value = sprintf("%.17g", as.numeric(value))))
}
apistrat$w <- apistrat$fpc / as.numeric(table(apistrat$stype)[apistrat$stype])
strat <- svydesign(id = ~1, strata = ~stype, fpc = ~fpc, data = apistrat, weights = ~w)
known <- tapply(apipop$api.stu, apipop$stype, sum)
for (s in names(known)) put("api_strat", paste0("total_x_", s), known[[s]])
put("api_strat", "total_x", sum(known))
combined <- predict(svyratio(~enroll, ~api.stu, strat), total = sum(known))
put("api_strat.ratio_combined", "estimate", combined$total)
put("api_strat.ratio_combined", "se", combined$se)
separate <- predict(svyratio(~enroll, ~api.stu, strat, separate = TRUE), total = as.list(known))
put("api_strat.ratio_separate", "estimate", separate$total)
put("api_strat.ratio_separate", "se", separate$se)
difference <- svytotal(~I(enroll - api.stu), strat)
put("api_strat.difference", "estimate", coef(difference) + sum(known))
put("api_strat.difference", "se", SE(difference))

srs <- svydesign(id = ~1, fpc = ~fpc, data = apisrs)
put("api_srs", "total_x", sum(known))
calibrated <- calibrate(srs, ~api.stu, c("(Intercept)" = 6194, api.stu = sum(known)))
put("api_srs.regression", "estimate", coef(svytotal(~enroll, calibrated)))
put("api_srs.regression", "slope", coef(lm(enroll ~ api.stu, apisrs))[2])
put("api_srs.regression", "residual_sd", summary(lm(enroll ~ api.stu, apisrs))$sigma)

election_pps$votes <- election_pps$Bush + election_pps$Kerry + election_pps$Nader
write.csv(election_pps[, c("County", "TotPrecincts", "votes", "Bush", "Kerry", "Nader", "p")], "election_pps.csv", row.names = FALSE)
put("election_pps", "total_size", sum(election$votes))
replaced <- svydesign(id = ~1, weights = ~wt, data = election_pps)
totals <- svytotal(~Bush + Kerry + Nader, replaced)
for (who in c("Bush", "Kerry", "Nader")) {
  put(paste0("election_pps.", who), "estimate", coef(totals)[[who]])
  put(paste0("election_pps.", who), "se", sqrt(diag(vcov(totals)))[[who]])
  for (level in c(0.8, 0.9, 0.95)) {
    limits <- confint(totals, level = level, df = 39)[who, ]
    put(paste0("election_pps.", who), paste0("lcl_", 100 * level), limits[1])
    put(paste0("election_pps.", who), paste0("ucl_", 100 * level), limits[2])
  }
}
write.csv(rows, "survey_more.csv", row.names = FALSE)
