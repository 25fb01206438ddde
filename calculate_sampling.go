package iromath

import (
	"slices"

	"github.com/iromath/iromath/sampling"
)

const manualSingle = "RAT-STATS Companion Manual 1-2, User's Guide 2-4 to 2-13"

// drawnExample is the selection printed on page 3-19 of the Companion Manual.
const drawnExample = `{"seed":"1357.00","low":1,"high":90,"size":10,"spares":0,"frameSize":90,"sample":[` +
	`{"order":4,"number":2},{"order":7,"number":5},{"order":9,"number":7},{"order":10,"number":23},{"order":5,"number":28},` +
	`{"order":2,"number":46},{"order":6,"number":56},{"order":1,"number":67},{"order":8,"number":70},{"order":3,"number":76}],` +
	`"spareUnits":[],"summation":"380"}`

// drawOnRequest asks for more units after a selection.
type drawOnRequest struct {
	Selection sampling.Selection `json:"selection"`
	More      int64              `json:"more"`
}

// ticketsRequest is a plan of tickets with the ids of the frame.
type ticketsRequest struct {
	sampling.Tickets
	IDs []string `json:"ids"`
}

// samplingCalculations draw samples and verify them.
var samplingCalculations = []Calculation{
	calculation("sampling.diagnose",
		"Runs, chi-square and serial test of numbers in the order of selection, as diagnostics.",
		"Wald & Wolfowitz (1940); Knuth, The Art of Computer Programming 2, 3.3",
		`{"low":1,"high":1000,"classes":2,"numbers":[718,643,247,236,821,650,257,141,301,22]}`,
		sampling.Diagnose.Run),
	calculation("sampling.draw_on",
		"More units after a selection, as if all had been drawn at once.",
		manualSingle,
		`{"more":3,"selection":`+drawnExample+`}`,
		func(q drawOnRequest) (sampling.Selection, error) { return q.Selection.DrawOn(q.More) }),
	calculation("sampling.frames",
		"Random numbers of one of several frames: RAT-STATS' frames, single stage.",
		"RAT-STATS Companion Manual 1-6, 1-7, User's Guide 2-45 to 2-54",
		`{"seed":"34346.94","ranges":[{"low":1,"high":1050},{"low":8405,"high":9565}],"size":5,"spares":2}`,
		sampling.Frames.Draw),
	calculation("sampling.frames_of_two",
		"Random numbers of sub-frames and items in several frames: RAT-STATS' frames, sets of two.",
		"RAT-STATS Companion Manual 1-8 to 1-10, User's Guide 2-55 to 2-65",
		`{"seed":"100","frames":[{"subFrames":{"low":1,"high":20}},{"subFrames":{"low":31,"high":45}}],`+
			`"items":{"low":1,"high":50},"size":5}`,
		sampling.FramesOfTwo.Draw),
	calculation("sampling.pps",
		"Units with probability proportional to size, by systematic selection.",
		"Cochran, Sampling Techniques (1977), sec. 9A",
		`{"seed":"100","sizes":["100.00","2500.50","0","40.25","812.00"],"size":2}`,
		sampling.PPS.Draw),
	calculation("sampling.rhc",
		"Rao-Hartley-Cochran selection: partition of units into groups and one of each.",
		"RAT-STATS Companion Manual 1-11 to 1-28, User's Guide 2-66 to 2-81",
		`{"partitionSeed":"100","selectionSeed":"200","sampleSize":2,"units":[`+
			`{"description":"North","subUnits":10,"size":"120"},{"description":"South","subUnits":4,"size":"35.5"},`+
			`{"description":"East","subUnits":7,"size":"80"},{"description":"West","subUnits":9,"size":"64"}]}`,
		sampling.RHC.Draw),
	calculation("sampling.second",
		"A second draw with its own seed that passes over numbers drawn before.",
		manualSingle,
		`{"plan":{"seed":"200","low":1,"high":1000,"size":5},"earlier":[22,141,236,247,257]}`,
		sampling.Second.Draw),
	calculation("sampling.seed_search",
		"The RAT-STATS seeds that give reported numbers, for a seed that is missing or mistyped.",
		"OIG's technical specification of the 2016 Simple Extensible Sampling Tool Challenge; AS 183",
		`{"low":1,"high":1000,"mistyped":"48836.78","numbers":[22,141,236,247,257,301,643,650,718,821]}`,
		sampling.SeedSearch.Search),
	calculation("sampling.sets",
		"Random numbers of two, three or four ranges: RAT-STATS' sets.",
		"RAT-STATS Companion Manual 1-3 to 1-5, User's Guide 2-14 to 2-44",
		`{"seed":"100","ranges":[{"low":1,"high":21},{"low":1,"high":94}],"size":5,"spares":2}`,
		sampling.Sets.Draw),
	calculation("sampling.single_stage",
		"A simple random sample of numbers with spares, as RAT-STATS, R, Python or NumPy draw it.",
		manualSingle,
		`{"seed":"48863.78","low":1,"high":1000,"size":10,"spares":4}`,
		sampling.SingleStage.Draw),
	calculation("sampling.stratified",
		"A simple random sample of each stratum under one plan.",
		"Cochran, Sampling Techniques (1977), ch. 5",
		`{"seed":"48863.78","strata":[{"name":"small","low":1,"high":900,"size":5},{"name":"large","low":901,"high":1000,"size":3}]}`,
		sampling.Stratified.Draw),
	calculation("sampling.systematic",
		"Every k-th unit from a random start.",
		"Cochran, Sampling Techniques (1977), ch. 8",
		`{"seed":"100","low":1,"high":1000,"size":7}`,
		sampling.Systematic.Draw),
	calculation("sampling.tickets",
		"A sample of claim ids by SHA-256 tickets from a public seed.",
		"R. Rivest, consistent_sampler (2018)",
		`{"seed":"13 04 55 21 87 02","size":2,"spares":1,"ids":["A-1","A-2","A-3","A-4","A-5"]}`,
		func(q ticketsRequest) (sampling.TicketSelection, error) { return q.Tickets.Draw(slices.Values(q.IDs)) }),
	calculation("sampling.verify",
		"Whether reported numbers are what their documentation gives.",
		manualSingle,
		`{"plan":{"seed":"48863.78","low":1,"high":1000,"size":10},`+
			`"reported":[22,141,236,980,257,301,643,650,718,821]}`,
		sampling.Verification.Verify),
}
