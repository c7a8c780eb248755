# Reads the frames that AssessLiveTest has drawn, computes what 'assess' computes with R's survey package and base R, and
# prints one line a quantity: file, path in our JSON, tolerance, then the numbers.
suppressMessages(library(survey))
options(digits = 17, survey.lonely.psu = "adjust")
say <- function(file, path, x, tolerance = 1e-8) {
  cat(file, path, tolerance, sprintf("%.17g", as.numeric(unlist(x))), sep = "\t"); cat("\n")
}
prepare <- function(f) {
  f$s <- 25 * (f$y - 1); f$good <- as.numeric(f$y >= 4); f$x0 <- ifelse(is.na(f$x), 0, f$x)
  for (v in c("type", "channel", "complexity", "age")) f[[v]] <- factor(f[[v]])
  f
}
# what both kinds of draw have in common: f frame, d design of the interviews
common <- function(file, f, d) {
  k <- svyby(~s, ~x0, d, svymean); kappa <- setNames(coef(k), k$x0)
  near <- list("1" = c(2, 3, 4, 5), "2" = c(3, 1, 4, 5), "3" = c(4, 2, 5, 1), "4" = c(3, 5, 2, 1), "5" = c(4, 3, 2, 1))
  for (c in setdiff(names(near), k$x0)) kappa[c] <- kappa[as.character(intersect(near[[c]], k$x0)[1])]
  kappa <- kappa[as.character(0:5)]; say(file, "kappa.mean", kappa, 1e-9)
  d <- update(d, e = s - kappa[as.character(x0)], i = 25 * (x0 - 1) - s)
  S <- svyby(~s, ~unit, d, svymean); G <- svyby(~good, ~unit, d, svymean); E <- svyby(~e, ~unit, d, svymean)
  say(file, "units.S", coef(S), 1e-9); say(file, "units.S_se", SE(S))
  say(file, "units.good", coef(G), 1e-9); say(file, "units.good_se", SE(G))
  D <- tapply(kappa[as.character(f$x0)], f$unit, mean) + coef(E)
  say(file, "units.D", D, 1e-9); say(file, "units.D_se", SE(E))
  say(file, "units.census_mean", tapply(25 * (f$x - 1), f$unit, mean, na.rm = TRUE), 1e-9)
  m <- svymean(~s, d); e <- svymean(~e, d); N <- tapply(f$s, f$unit, length)
  say(file, "county.S", coef(m), 1e-9); say(file, "county.S_se", SE(m)); say(file, "county.D_se", SE(e))
  say(file, "county.D", mean(kappa[as.character(f$x0)]) + coef(e), 1e-9)
  r <- subset(d, x0 > 0); u <- svyby(~i, ~unit, r, svymean); a <- svymean(~i, r)
  say(file, "units.inflation", coef(u), 1e-8); say(file, "units.inflation_se", SE(u))
  say(file, "county.inflation", coef(a), 1e-8); say(file, "county.inflation_se", SE(a))
  sec <- svyby(~s, ~section, d, svymean)
  say(file, "section.section", sec$section); say(file, "section.mean", coef(sec), 1e-9)
  say(file, "section.se", SE(sec), 1e-7)
  g <- svyglm(s ~ factor(unit) + type + channel + complexity + age, d)
  b <- grep("^(type|channel|complexity|age)", names(coef(g)))
  Z <- model.matrix(~ type + channel + complexity + age, f)[, -1]
  off <- apply(Z, 2, function(z) tapply(z, f$unit, mean) - mean(z)); V <- vcov(g)[b, b]
  say(file, "casemix.beta", coef(g)[b], 1e-8); say(file, "casemix.beta_se", sqrt(diag(V)), 1e-7)
  say(file, "casemix.shift_se", sqrt(diag(off %*% V %*% t(off))), 1e-7)
  adjusted <- D - as.numeric(off %*% coef(g)[b]); say(file, "units.D_adj", adjusted, 1e-8)
  w <- svyby(~e, ~unit + I(x0 > 0), d, svymean, covmat = TRUE); C <- vcov(w); n <- length(D)
  rated <- f$x0 > 0; pred <- tapply(kappa[as.character(f$x0[rated])], f$unit[rated], mean) - kappa["0"]
  if (nrow(w) == 2 * n) {
    say(file, "signals.unit.selectivity", pred + coef(w)[n + 1:n] - coef(w)[1:n], 1e-8)
    say(file, "signals.unit.selectivity_se", sqrt(diag(C)[1:n] + diag(C)[n + 1:n] - 2 * diag(C[1:n, n + 1:n])), 1e-7)
  }
  list(d = d, D = D, adjusted = adjusted, off = off, V = V, N = N)
}
holm <- function(x, V) {
  p <- length(x); ij <- t(combn(p, 2))
  z <- (x[ij[, 1]] - x[ij[, 2]]) / sqrt(V[cbind(ij[, 1], ij[, 1])] + V[cbind(ij[, 2], ij[, 2])] - 2 * V[ij])
  sig <- p.adjust(2 * pnorm(-abs(z)), "holm") <= .05; L <- rep(1, p); U <- rep(p, p)
  for (k in which(sig)) {
    better <- ij[k, if (z[k] > 0) 1 else 2]; worse <- ij[k, if (z[k] > 0) 2 else 1]
    L[worse] <- L[worse] + 1; U[better] <- U[better] - 1
  }
  list(L = L, U = U)
}
peers <- function(file, x, V) {
  v <- diag(V); mu <- function(A) sum(x / (A + v)) / sum(1 / (A + v))
  q <- function(A) sum((x - mu(A))^2 / (A + v)) - (length(x) - 1)
  A <- if (q(0) <= 0) 0 else uniroot(q, c(0, 1e5), tol = 1e-12, maxiter = 5000)$root
  say(file, "peers.A", A, 1e-6); say(file, "peers.mu", mu(A), 1e-6)
  t <- (x - mu(A)) / sqrt(v); p <- p.adjust(2 * pnorm(-abs(t)), "holm")
  say(file, "flags", ifelse(p <= .05, sign(t), 0))
  h <- holm(x, V); say(file, "ranks.holm.L", h$L); say(file, "ranks.holm.U", h$U)
}

## stratified, some do not answer
f <- prepare(read.csv("strata.csv")); f$h <- paste(f$unit, f$type)
d <- svydesign(id = ~1, strata = ~h, fpc = ~N_h, data = f[f$resp == 1, ])
say("strata", "county.degf", degf(d))
a <- common("strata", f, d); i <- f[f$resp == 1, ]; i$e <- a$d$variables$e
r <- table(i$h); Nh <- tapply(i$N_h, i$h, function(z) z[1])[names(r)]; u <- sub(" .*", "", names(r))
units <- names(a$N); W <- Nh / a$N[u]; s2 <- tapply(i$e, i$h, var)[names(r)]
s0 <- sum((r - 1) * s2) / sum(r - 1); df <- tapply(r - 1, u, sum)[units]
k <- tapply(W^2 * (1 - r / Nh) / r, u, sum)[units]
mod <- sqrt((8 * s0 + tapply((r - 1) * s2, u, sum)[units]) / (8 + df) * k)
say("strata", "units.D_se_mod", mod); half <- qt(.975, 8 + df) * mod
say("strata", "units.lo", a$D - half); say("strata", "units.hi", a$D + half)
peers("strata", a$adjusted, diag(mod^2)); peers("casemix-variance", a$adjusted, diag(mod^2) + a$off %*% a$V %*% t(a$off))
s <- f[f$sampled == 1, ]; s$w <- s$N_h / s$n_h; s$x0 <- factor(s$x0)
g <- glm(resp ~ type + channel + complexity + age + x0, quasibinomial, s, weights = w / mean(w), epsilon = 1e-14, maxit = 100)
p <- fitted(g); m <- weighted.mean(p, s$w)
say("strata", "nonresponse.r_indicator", 1 - 2 * sqrt(sum(s$w * (p - m)^2) / sum(s$w)), 1e-6)
say("strata", "nonresponse.response", sum(s$w * s$resp) / sum(s$w), 1e-9)
pop <- function(v) { # levels without any interview are left out, the others scaled up
  n <- table(f[[v]]); met <- names(n) %in% as.character(i[[v]])
  setNames(as.data.frame(n[met] * sum(n) / sum(n[met])), c(v, "Freq"))
}
q <- rake(a$d, list(~unit, ~age, ~x0), list(pop("unit"), pop("age"), pop("x0")), control = list(maxit = 2000, epsilon = 1e-10))
## a factor beyond 0.3 to 3 of the mean is cut in every round (METHODS 2.9 b), which rake() does not do: then the rounds by hand
v <- a$d$variables; w0 <- weights(a$d); factors <- weights(q) / w0
if (any(factors < .3 * mean(factors) | factors > 3 * mean(factors))) {
  factors <- rep(1, length(w0))
  for (round in 1:20000) {
    before <- factors
    for (m in c("unit", "age", "x0")) {
      known <- pop(m); level <- as.character(v[[m]])
      factors <- factors * setNames(known$Freq, known[[m]])[level] / tapply(w0 * factors, level, sum)[level]
    }
    factors <- pmin(pmax(factors, .3 * mean(factors)), 3 * mean(factors))
    if (max(abs(factors - before) / before) < 1e-12) break
  }
}
v$raked <- w0 * factors
say("strata", "nonresponse.county.S_raked", weighted.mean(v$s, v$raked), 1e-6)
say("strata", "nonresponse.units.S_raked", sapply(split(v, v$unit), function(z) weighted.mean(z$s, z$raked)), 1e-6)

## persons: Bell and McCaffrey with the whole hat matrix, one unit after the other
power <- function(M, k) { e <- eigen(M, symmetric = TRUE); e$vectors %*% (e$values^k * t(e$vectors)) }
persons <- function(rows, weight, y) {
  X <- model.matrix(~ 0 + factor(rows$h)); if (length(unique(rows$h)) == 1) X <- matrix(1, nrow(rows), 1)
  M <- diag(nrow(rows)) - X %*% solve(crossprod(X)) %*% t(X); res <- M %*% y
  P <- sapply(unique(rows$owner), function(g) {
    k <- which(rows$owner == g); as.numeric(weight[k] %*% power(M[k, k, drop = FALSE], -.5) %*% M[k, , drop = FALSE])
  })
  z <- crossprod(P, y); B <- crossprod(P)
  c(sqrt(sum(z^2)), sum(diag(B))^2 / sum(B^2))
}
i$c <- as.numeric(sqrt(1 - r / Nh)[i$h]) * as.numeric((Nh / r)[i$h])
out <- sapply(units, function(v) { k <- i$unit == v; persons(i[k, ], i$c[k] / a$N[v], i$s[k]) })
say("cluster", "units.S_se", out[1, ]); say("cluster", "cluster.units.df", out[2, ], 1e-7)
all <- persons(i, i$c / sum(a$N), i$s); say("cluster", "county.S_se", all[1]); say("cluster", "cluster.degf", all[2], 1e-7)

## sections first
f <- prepare(read.csv("stages.csv"))
d <- svydesign(id = ~section + matter, strata = ~unit, fpc = ~M_u + N_s, data = f[f$resp == 1, ])
say("stages", "county.degf", degf(d))
a <- common("stages", f, d); e <- svyby(~e, ~unit, a$d, svymean)
peers("stages", a$adjusted, diag(SE(e)^2))
