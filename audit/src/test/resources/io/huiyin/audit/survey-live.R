# Reads the files that SurveyLiveTest has drawn, evaluates each line of cases.txt with R's survey package and prints
# one line a case: its number, then estimates and standard errors (or what the expression itself returns).
suppressMessages(library(survey))
options(digits = 17, survey.lonely.psu = "adjust")
A <- read.csv("a.csv", stringsAsFactors = FALSE, colClasses = c(code = "character"))
B <- read.csv("b.csv", stringsAsFactors = FALSE)
L <- read.csv("l.csv", stringsAsFactors = FALSE)
P <- read.csv("p.csv", stringsAsFactors = FALSE)
for (v in c("g", "k")) A[[v]] <- factor(A[[v]])
a <- svydesign(id = ~1, strata = ~h, weights = ~w, fpc = ~N, data = A)
an <- svydesign(id = ~1, strata = ~h, weights = ~w, data = A)
b <- svydesign(id = ~psu + ssu, strata = ~h, fpc = ~N + M, data = B, nest = TRUE)
bw <- svydesign(id = ~psu, strata = ~h, weights = ~w, data = B, nest = TRUE)
l <- svydesign(id = ~psu, strata = ~h, fpc = ~N, weights = ~w, data = L, nest = TRUE)
R <- as.matrix(read.csv("r.csv"))
r <- svrepdesign(data = A, weights = ~w, repweights = R, combined.weights = FALSE, type = "bootstrap",
                 scale = 1 / (ncol(R) - 1), rscales = rep(1, ncol(R)))
jn <- as.svrepdesign(a, type = "JKn", compress = FALSE)
j1 <- as.svrepdesign(svydesign(id = ~code, weights = ~w, data = A), type = "JK1", compress = FALSE)
pg <- read.csv("g-pop.csv"); names(pg) <- c("g", "Freq")
pk <- read.csv("k-pop.csv"); names(pk) <- c("k", "Freq")
terms <- read.csv("terms.csv"); totals <- setNames(terms$total, terms$term)
p <- twophase(id = list(~id, ~id), strata = list(~h, ~g), fpc = list(~N, NULL), data = P, subset = ~sub)
pw <- twophase(id = list(~id, ~id), strata = list(NULL, ~g), data = P, subset = ~sub)
pa <- twophase(id = list(~id, ~id), strata = list(~h, ~g), fpc = list(~N, NULL), data = P, subset = ~sub,
               method = "approx")
pc <- twophase(id = list(~psu, ~id), strata = list(NULL, ~g), fpc = list(~F, NULL), data = P, subset = ~sub)

lin <- function(x) c(as.numeric(unlist(coef(x))), as.numeric(unlist(SE(x))))
share <- function(x) c(as.numeric(x), as.numeric(attr(x, "ci")))
both <- function(x) c(lin(x), as.numeric(vcov(x)))
lonely <- function(mode, expression, domain = FALSE) {
  old <- options(survey.lonely.psu = mode, survey.adjust.domain.lonely = domain)
  on.exit(options(old))
  suppressWarnings(eval(substitute(expression), parent.frame()))
}
cases <- readLines("cases.txt")
for (i in seq_along(cases)) {
  value <- tryCatch(suppressWarnings(eval(parse(text = cases[i]))), error = function(e) conditionMessage(e))
  cat(i, if (is.numeric(value)) sprintf("%.17g", value) else c("error", value), sep = "\t")
  cat("\n")
}
