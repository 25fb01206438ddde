// Package sampling draws the random numbers of a sample, and draws them again from the documentation of a sample, so
// that a selection can be proved or disproved. It knows numbers of units, not what the units are.
//
//	plan := sampling.SingleStage{Seed: "48863.78", Low: 1, High: 1000, Size: 10, Spares: 4}
//	selection, err := plan.Draw()
//
// # Designs
//
// Each design is a plan with one method that draws it; the result holds the plan, so that anybody can draw it again.
//
//	SingleStage    a simple random sample of consecutively numbered units
//	Sets           pairs, triples or quadruples of numbers, such as page and line
//	Frames         units of several frames with numbers of their own
//	FramesOfTwo    sub-frames and items in several frames, such as the lines on the pages of several listings
//	RHC            one unit of each of several random groups, by size (Rao, Hartley and Cochran)
//	Stratified     a simple random sample of each stratum, each with a seed of its own
//	Systematic     every k-th unit from a random start
//	PPS            units with probability proportional to size, such as monetary units
//	Second         a later sample that passes over what was drawn before
//	Tickets        claim ids by SHA-256 tickets from a public seed, without numbering
//
// The first five are RAT-STATS' own modules. Every plan also has a Verify method, which holds reported numbers against
// their documentation; [SeedSearch] finds a seed that is missing or mistyped, and [RandomnessTests] looks at drawn numbers for
// patterns.
//
// [Tickets] are recommended where the agreement leaves the choice; [TicketsRecommendation] says why. RAT-STATS stays the
// default because agreements ask for it.
//
// # Methods
//
// A [Method] is a generator together with its rule for turning its output into numbers of units. [RATSTATS], the
// default, is the generator of RAT-STATS 2005 and later: AS 183 (Wichmann and Hill), started by Visual Basic's own
// generator. It gives the numbers of the manuals' printouts to the last one. RAT-STATS before 2005 used other code and
// gave other numbers (RAT-STATS User's Guide 2-6).
//
// The other methods are there so that a sample drawn elsewhere can be drawn again from its documentation. Each gives
// the list of the original, number by number and in its order; [SingleStage.Call] is the call as it is typed there:
//
//	method         original                                              compared with  drawing on
//	ratstats       RAT-STATS 2005 and later                              the manuals    yes
//	r              set.seed(s); sample.int(N, n), R 3.6.0 and later      R 4.2.2        yes, but see below
//	r_rounding     the same with sample.kind "Rounding", before R 3.6.0  R 4.2.2        yes, but see below
//	python         random.Random(s).sample(range(1, N+1), n)             CPython 3.11   no
//	numpy          default_rng(s).choice(N, n, replace=False) + 1        NumPy 1.24     no
//
// They draw from 1 to N (NumPy from 0 to N-1), N being the size of the frame; for another [SingleStage.Low] all numbers
// are shifted. R is R with its default generator, the Mersenne Twister: a sample drawn after RNGkind with another one,
// by sample with probabilities, or by any call before sample.int that takes random numbers, is something else. So is a
// sample by random.seed with a text, or by NumPy's older RandomState. Lists may differ for other versions of the
// programs than those named; R, Python and NumPy do not change them often, but they have.
//
// # Seeds, and what a seed can do
//
// A seed is text, as it stands on a printout: "1357.00", "48863.78", "12345", "12,345". RAT-STATS takes a number that
// is typed in, or the seconds since midnight with two decimals. It uses the upper 32 bits of that number as an IEEE
// double and folds them to 16, so there are only 65,536 different streams of random numbers: different seed numbers
// give the same sample (32 and 8193 are the first two whole numbers that do), and a plan has at most 65,536 different
// samples, however large its frame. That is no defect of a documented sample, but whoever chooses a seed, or verifies
// one, has to know it. [SeedNote] says it in a sentence for reports.
//
// The seed "1357" and the seed "1357.00" are one number. Printouts show two decimals and no commas.
//
// The seeds of the other methods are whole numbers, with a minus sign where the original has negative ones: up to
// 2147483647 for R, up to 4300 digits for Python and NumPy, where a negative seed is the positive one for Python and
// refused for NumPy. Printouts show the whole number. R has 2^32-1 different seeds.
//
// Nothing in this package invents a seed. [SeedFromDigits] makes one of the throws of dice or the numbers of a lottery;
// an example of [SingleStage] takes one from crypto/rand. The seed of [Tickets] is any text, best one that is public and
// that nobody controls, such as the numbers of a lottery of a date agreed on before.
//
// # Order of selection and spares
//
// Numbers are drawn one after the other; a number that has been drawn already is thrown away and does not count. The
// k-th number that counts has the order of selection k. The first [SingleStage.Size] numbers are the sample and are
// listed in sequential order, each with its order of selection. The next [SingleStage.Spares] numbers are the spares
// and are listed in the order they were generated. Spares continue the draw, so that more spares never change the
// sample.
//
// # Drawing on
//
// For the same reason 50 units and then 150 more are the 200 units that one draw of 200 would have given.
// [Selection.DrawOn] draws on, after it has made sure that the first selection is what its inputs give; the result
// holds all 200 units and says that the first 50 were drawn earlier. [Selection.Additional] lists the other 150. What
// had been spares of the first selection become units of the sample; the spares of the result come after them.
//
// That holds for a method if its list of n numbers begins its list of n+m numbers. R uses another algorithm where more
// than half of a frame of over 10,000,000 units is drawn, so that it does not hold from below to above that half.
// Python chooses its algorithm by size, so that it holds for some sizes only, and NumPy shuffles its list at the end.
// There, spares that continue a sample and drawing on are refused with [ErrDrawOn]: draw the additional units apart,
// with a seed of their own, from the units not drawn yet.
//
// # Verification
//
// A report says which units were drawn; the plan, as documented, says which units it gives. Verify draws again and
// answers in the same form for every design, a [Verdict] on what was [Reported]: reproduced exactly; the same units in
// another order; other units, with those that are missing or extra and those that are spares; or impossible, because
// units are outside the frame, stand twice, or are too many or too few. [SingleStage.Verify] takes numbers,
// [Sets.Verify] sets, [Frames.Verify] items, and so on; [Stratified.Verify] answers for every stratum.
//
//	verdict, err := plan.Verify(sampling.Reported[int64]{Units: []int64{22, 141, 236, 247, 257, 301, 643, 650, 718, 821}})
//
// Every plan can hold a digest of the frame, [SingleStage.FrameDigest], which stands on its printouts: "sha256:" and the
// SHA-256 hash of the frame in a form that whoever keeps the frame defines (a claims review does: iromath.Frame.Digest).
// Documented with the draw, it keeps the frame from being exchanged afterwards; Verify says whether the frame at hand has
// it.
//
// # Printouts
//
// [Selection.WriteText], [Selection.WriteFlat] and [Selection.WritePrinter] print a selection in the layouts of
// RAT-STATS (User's Guide 2-7 to 2-12), [Selection.Sheets] gives the rows of its Excel output (2-10). The heading is
// not that of the agency but names this software. To it they add what is needed to draw again: the first and the last
// number of the frame, the counts, and what was drawn earlier. A printout draws again first and refuses a selection
// that its inputs do not give: no page shows numbers under a seed that are not the seed's.
//
// # Limits
//
// A frame has at most [MaxFrame] units, numbered within plus or minus [MaxNumber]; one draw gives at most [MaxUnits]
// numbers. RAT-STATS' own limits (10,000 numbers, fewer than the frame has units, no negative numbers) are not
// enforced: going beyond them gives a [Warning] of the result, with the code "ratstats_limit", "whole_frame" or
// "ratstats_negative", because such a selection cannot be repeated in RAT-STATS itself. With [SingleStage.Strict] they
// are errors. The other methods have none of these limits.
//
// # Sources
//
// RAT-STATS Companion Manual 1-2 and User's Guide 2-4 to 2-13; OIG's technical specification for the 2016 Simple
// Extensible Sampling Tool Challenge; B. A. Wichmann and I. D. Hill, "Algorithm AS 183: An Efficient and Portable
// Pseudo-random Number Generator", Applied Statistics 31 (1982), 188-190, and "Building a Random-Number Generator",
// BYTE, March 1987, 127-128. For the other methods: M. Matsumoto and T. Nishimura, "Mersenne Twister", ACM Transactions
// on Modeling and Computer Simulation 8 (1998), 3-30; M. E. O'Neill, "PCG: A Family of Simple Fast Space-Efficient
// Statistically Good Algorithms for Random Number Generation", Harvey Mudd College HMC-CS-2014-0905 (2014); D. Lemire,
// "Fast Random Integer Generation in an Interval", ACM Transactions on Modeling and Computer Simulation 29 (2019), no.
// 3; the documentation of R, Python and NumPy.
package sampling
