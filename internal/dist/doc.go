// Package dist computes percentiles of the normal distribution and of Student's t, correctly rounded to
// [exact.Digits] significant digits, half away from zero, and exact limits of counts: those of the hypergeometric
// distribution for samples without replacement, those of the binomial distribution, and Fisher's exact test ([Fisher]).
//
// # Domain of the percentiles
//
// Probabilities are those of the lower tail, P(T <= t) = p, as exact rationals from 1/2 to 1-1e-9: a two-sided level L
// asks for p = (1+L)/2. Degrees of freedom are any rationals from 1 to 1e9, not only integers, so that those of
// Satterthwaite can be used as they come. Everything else is an error, [ErrProbability] or [ErrDegrees].
//
// # Method of the percentiles
//
// The percentile is the root of F(t) = p, found by the methods of Newton and Halley in binary floating point of 256
// bits. A float64 approximation only says where to start; it has no influence on the digits. F itself is 1/2 plus (or 1
// minus) the product of the density, t, and a hypergeometric series of positive terms, so that nothing cancels in it.
// Exponential, logarithm, pi, ln 2 and the ratio of gamma functions are computed here, each with an argument for its
// error.
//
// # Why all digits are right
//
// Before it is rounded a percentile has a relative error below 1e-42 (the comments of solve and student count it). It
// is rounded to 40 digits and then to 20. So it can only be wrong if the true percentile lies within a relative
// distance of 1e-39 of the middle between two decimals of 20 digits without being that middle: for levels not made up
// for the purpose a chance of about 1e-19. Percentiles that are such a middle do exist: two degrees of freedom and
// p = 2^33/(2^33+625) give 2621.44 - 25/2^17 = 2621.43980926513671875, a number of 21 digits that ends in 5. Rounding
// to 40 digits first is what makes these come out right.
//
// # Limits of counts
//
// A hypergeometric limit is an integer that a strict inequality between a sum of probabilities and a tail decides. The
// sum is formed in float64 from the most probable value outward, with a proven bound of its error; where that does not
// decide, in 320 bits, and at last in exact integers: so ties are seen as ties, and platforms cannot differ
// ([Hypergeometric.Compare] has the argument). A binomial limit is the root of a polynomial, rounded to 20 digits after
// its sign on either side has been proven ([BinomialUpper]).
//
// # Cost
//
// Both hypergeometric limits at three levels take some 0.05 ms for a sample of 10,000 from 2,147,483,647 items. A
// percentile that was asked for before comes out of a cache, safe for concurrent use and bounded in size.
package dist
