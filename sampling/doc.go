// Package sampling draws the random numbers of a sample, and draws them again from the documentation of a sample, so
// that a selection can be proved or disproved. It knows numbers of units, not what the units are.
//
//	plan := sampling.SingleStage{Seed: "48863.78", Low: 1, High: 1000, Size: 10, Spares: 4}
//	selection, err := plan.Draw()
//
// # Methods
//
// A [Method] is a generator together with its rule for turning its output into numbers of units. [RATSTATS], the
// default, is the generator of RAT-STATS 2005 and later: AS 183 (Wichmann and Hill), started by Visual Basic's own
// generator. It gives the numbers of the manuals' printouts to the last one. RAT-STATS before 2005 used other code and
// gave other numbers (RAT-STATS User's Guide 2-6).
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
// "ratstats_negative", because such a selection cannot be repeated in RAT-STATS itself.
//
// # Sources
//
// RAT-STATS Companion Manual 1-2 and User's Guide 2-4 to 2-13; OIG's technical specification for the 2016 Simple
// Extensible Sampling Tool Challenge; B. A. Wichmann and I. D. Hill, "Algorithm AS 183: An Efficient and Portable
// Pseudo-random Number Generator", Applied Statistics 31 (1982), 188-190, and "Building a Random-Number Generator",
// BYTE, March 1987, 127-128.
package sampling
