# What R needs for the same numbers without intervals, chain, case mix and ranks: seconds, not counting R's own start.
suppressMessages({library(data.table); library(survey)})
setDTthreads(2)
from <- proc.time()[["elapsed"]]
frame <- fread(cmd = paste("gzip -dc", shQuote(commandArgs(TRUE)[1])), showProgress = FALSE)
frame[, points := 25 * (y - 1)]
frame[, class := fifelse(is.na(x), 0L, x)]
counts <- frame[, .N, by = .(unit, type, class)]
persons <- frame[, .N, by = .(unit, section, person, class)]
answered <- frame[resp == 1]
answered[, weight := N_h / .N, by = .(unit, type)]
kappa <- answered[, .(kappa = sum(weight * points) / sum(weight)), by = class]
answered <- kappa[answered, on = "class"]
answered[, e := points - kappa]
design <- svydesign(ids = ~1, strata = ~interaction(unit, type, drop = TRUE), fpc = ~N_h, data = answered)
s <- svyby(~points, ~unit, design, svymean)
good <- svyby(~I(y >= 4), ~unit, design, svymean)
d <- svyby(~e, ~unit, design, svymean)
sections <- svyby(~points, ~section, design, svymean)
cat(proc.time()[["elapsed"]] - from, "\n")
