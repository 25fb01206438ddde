package iromath

import (
	"strings"

	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/sampling"
)

// Sources of the designs.
const (
	manualSingle      = "RAT-STATS Companion Manual 1-2, User's Guide 2-4 to 2-13"
	manualSets        = "RAT-STATS Companion Manual 1-3 to 1-5, User's Guide 2-14 to 2-44"
	manualFrames      = "RAT-STATS Companion Manual 1-6, 1-7, User's Guide 2-45 to 2-54"
	manualFramesOfTwo = "RAT-STATS Companion Manual 1-8 to 1-10, User's Guide 2-55 to 2-65"
	manualRHC         = "RAT-STATS Companion Manual 1-11 to 1-28, User's Guide 2-66 to 2-81"
	sourcePPS         = "Cochran, Sampling Techniques (1977), sec. 9A"
	sourceTickets     = "R. Rivest, consistent_sampler (2018)"
)

// rhcExample is a plan of four units.
const rhcExample = `{"partitionSeed":"100","selectionSeed":"200","size":2,"units":[` +
	`{"name":"North","subUnits":10,"size":"120"},{"name":"South","subUnits":4,"size":"35.5"},` +
	`{"name":"East","subUnits":7,"size":"80"},{"name":"West","subUnits":9,"size":"64"}]}`

// drawnExample is the selection printed on page 3-19 of the Companion Manual.
const drawnExample = `{"seed":"1357.00","low":1,"high":90,"size":10,"spares":0,"frameSize":90,"sample":[` +
	`{"order":4,"number":2},{"order":7,"number":5},{"order":9,"number":7},{"order":10,"number":23},{"order":5,"number":28},` +
	`{"order":2,"number":46},{"order":6,"number":56},{"order":1,"number":67},{"order":8,"number":70},{"order":3,"number":76}],` +
	`"spareUnits":[],"summation":"380"}`

// drawOnRequest asks for more units after a selection.
type drawOnRequest[S any] struct {
	Selection S     `json:"selection"`
	More      int64 `json:"more"`
}

// drawingOn makes a Calculation of the DrawOn method of a selection.
func drawingOn[S interface{ DrawOn(more int64) (S, error) }](name, units, source, example string) Calculation {
	return calculation(name, "More "+units+" after a selection, as if all had been drawn at once.", source, example,
		func(q drawOnRequest[S]) (S, error) {
			if err := checkUnits(q.More); err != nil {
				return q.Selection, err
			}
			s, err := q.Selection.DrawOn(q.More)
			return s, finding.Under("selection", err)
		})
}

// fileRequest is a text file.
type fileRequest struct {
	Text string `json:"text"`
}

type unitsResult struct {
	Units []sampling.RHCUnit `json:"units"`
}

// ticketsRequest is a plan of tickets with the ids of the frame.
type ticketsRequest struct {
	sampling.Tickets
	IDs []string `json:"ids"`
}

// seedRequest asks for a seed of a method out of digits, seedResult states it.
type seedRequest struct {
	Method sampling.Method `json:"method,omitempty"`
	Digits string          `json:"digits"`
}

type seedResult struct {
	seedRequest
	Seed string `json:"seed"`
}

// samplingCalculations draw samples and verify them.
func samplingCalculations() []Calculation {
	return []Calculation{
		calculation("sampling.diagnose",
			"Runs, chi-square and serial test of numbers in the order of selection, as diagnostics.",
			"Wald & Wolfowitz (1940); Knuth, The Art of Computer Programming 2, 3.3",
			`{"low":1,"high":1000,"classes":2,"numbers":[718,643,247,236,821,650,257,141,301,22]}`,
			sampling.RandomnessTests.Run),
		drawingOn[sampling.Selection]("sampling.draw_on", "units", manualSingle,
			`{"more":3,"selection":`+drawnExample+`}`),
		drawingOn[sampling.FramesSelection]("sampling.draw_on.frames", "items of several frames", manualFrames,
			`{"more":1,"selection":{"seed":"34346.94","ranges":[{"low":1,"high":1050},{"low":8405,"high":9565}],"size":2,"spares":1,`+
				`"frameSize":2211,"sample":[{"order":1,"number":1308,"frame":2,"item":8662},`+
				`{"order":2,"number":1603,"frame":2,"item":8957}],`+
				`"spareItems":[{"order":3,"number":119,"frame":1,"item":119}]}}`),
		drawingOn[sampling.FramesOfTwoSelection]("sampling.draw_on.frames_of_two", "items of sub-frames of several frames",
			manualFramesOfTwo,
			`{"more":1,"selection":{"seed":"100","frames":[{"subFrames":{"low":1,"high":20}},{"subFrames":{"low":31,"high":45}}],`+
				`"items":{"low":1,"high":50},"size":2,"spares":0,"frameSize":1750,`+
				`"sample":[{"order":2,"number":142,"frame":1,"subFrame":3,"item":42},`+
				`{"order":1,"number":293,"frame":1,"subFrame":6,"item":43}],"spareItems":[]}}`),
		drawingOn[sampling.SetsSelection]("sampling.draw_on.sets", "sets of two, three or four numbers", manualSets,
			`{"more":1,"selection":{"seed":"100","ranges":[{"low":1,"high":21},{"low":1,"high":94}],"size":2,"spares":0,`+
				`"frameSize":1974,"sample":[{"order":1,"numbers":[4,8]},{"order":2,"numbers":[18,23]}],"spareSets":[]}}`),
		drawingOn[sampling.TicketSelection]("sampling.draw_on.tickets", "ids selected by SHA-256 tickets, out of the spares",
			sourceTickets,
			`{"more":1,"selection":{"seed":"13 04 55 21 87 02","size":1,"spares":1,"method":"tickets","frameSize":5,`+
				`"sample":[{"order":1,"id":"A-4",`+
				`"ticket":"0.0020418665305212901933469905113067753649496173247644865566170577854926334166"}],`+
				`"spareUnits":[{"order":2,"id":"A-2",`+
				`"ticket":"0.07438870875738794900361105314288950386602597132701001881217085590160983501907"}]}}`),
		drawing("sampling.frames",
			"Random numbers of one of several frames: RAT-STATS' frames, single stage.",
			manualFrames,
			`{"seed":"34346.94","ranges":[{"low":1,"high":1050},{"low":8405,"high":9565}],"size":5,"spares":2}`,
			sampling.Frames.Draw),
		drawing("sampling.frames_of_two",
			"Random numbers of sub-frames and items in several frames: RAT-STATS' frames, sets of two.",
			manualFramesOfTwo,
			`{"seed":"100","frames":[{"subFrames":{"low":1,"high":20}},{"subFrames":{"low":31,"high":45}}],`+
				`"items":{"low":1,"high":50},"size":5}`,
			sampling.FramesOfTwo.Draw),
		calculation("sampling.pps",
			"Units with probability proportional to size, by systematic selection.",
			sourcePPS,
			`{"seed":"100","sizes":["100.00","2500.50","0","40.25","812.00"],"size":2}`,
			sampling.PPS.Draw),
		calculation("sampling.rhc",
			"Rao-Hartley-Cochran selection: partition of units into groups and one of each.",
			manualRHC,
			rhcExample,
			sampling.RHC.Draw),
		calculation("sampling.rhc.read",
			"The units in RAT-STATS' text file of all units, for an RHC selection.",
			"RAT-STATS User's Guide 2-70",
			`{"text":"North 10 120\nSouth 4 35.5\nEast 7 80\nWest 9 64\n"}`,
			func(q fileRequest) (unitsResult, error) {
				units, err := sampling.ReadRHCUnits(strings.NewReader(q.Text))
				return unitsResult{append([]sampling.RHCUnit{}, units...)}, err
			}),
		drawing("sampling.second",
			"A second draw with its own seed that passes over numbers drawn before.",
			manualSingle,
			`{"plan":{"seed":"200","low":1,"high":1000,"size":5},"earlier":[22,141,236,247,257]}`,
			sampling.Second.Draw),
		calculation("sampling.seed_from_digits",
			"A seed out of digits that nobody chose: the throws of dice, the numbers of a lottery.",
			"iromath, sampling.SeedFromDigits",
			`{"method":"ratstats","digits":"3 1 6 6 2 | 5 5 1 4 2 | 6 3 3 1 5"}`,
			func(q seedRequest) (seedResult, error) {
				seed, err := sampling.SeedFromDigits(q.Method, q.Digits)
				return seedResult{q, seed}, err
			}),
		calculation("sampling.seed_search",
			"The RAT-STATS seeds that give reported numbers, for a seed that is missing or mistyped.",
			"OIG's technical specification of the 2016 Simple Extensible Sampling Tool Challenge; AS 183",
			`{"low":1,"high":1000,"mistyped":"48836.78","numbers":[22,141,236,247,257,301,643,650,718,821]}`,
			sampling.SeedSearch.Search),
		drawing("sampling.sets",
			"Random numbers of two, three or four ranges: RAT-STATS' sets.",
			manualSets,
			`{"seed":"100","ranges":[{"low":1,"high":21},{"low":1,"high":94}],"size":5,"spares":2}`,
			sampling.Sets.Draw),
		drawing("sampling.single_stage",
			"A simple random sample of numbers with spares, as RAT-STATS, R, Python or NumPy draw it.",
			manualSingle,
			`{"seed":"48863.78","low":1,"high":1000,"size":10,"spares":4}`,
			sampling.SingleStage.Draw),
		drawing("sampling.stratified",
			"A simple random sample of each stratum under one plan.",
			"Cochran, Sampling Techniques (1977), ch. 5",
			`{"seed":"48863.78","strata":[{"name":"small","low":1,"high":900,"size":5},{"name":"large","low":901,"high":1000,"size":3}]}`,
			sampling.Stratified.Draw),
		drawing("sampling.systematic",
			"Every k-th unit from a random start.",
			"Cochran, Sampling Techniques (1977), ch. 8",
			`{"seed":"100","low":1,"high":1000,"size":7}`,
			sampling.Systematic.Draw),
		calculation("sampling.tickets",
			"A sample of claim ids by SHA-256 tickets from a public seed.",
			sourceTickets,
			`{"seed":"13 04 55 21 87 02","size":2,"spares":1,"ids":["A-1","A-2","A-3","A-4","A-5"]}`,
			func(q ticketsRequest) (sampling.TicketSelection, error) { return q.Tickets.DrawFrom(q.IDs) }),
		verification("sampling.verify",
			"numbers of a simple random sample", manualSingle,
			`{"plan":{"seed":"48863.78","low":1,"high":1000,"size":10},`+
				`"reported":[22,141,236,980,257,301,643,650,718,821]}`,
			sampling.SingleStage.Verify),
		verification("sampling.verify.frames",
			"items of several frames", manualFrames,
			`{"plan":{"seed":"34346.94","ranges":[{"low":1,"high":1050},{"low":8405,"high":9565}],"size":3},`+
				`"reported":[{"frame":1,"item":119},{"frame":2,"item":8662},{"frame":2,"item":8957}]}`,
			sampling.Frames.Verify),
		verification("sampling.verify.frames_of_two",
			"items of sub-frames of several frames", manualFramesOfTwo,
			`{"plan":{"seed":"100","frames":[{"subFrames":{"low":1,"high":20}},{"subFrames":{"low":31,"high":45}}],`+
				`"items":{"low":1,"high":50},"size":2},"reported":[{"frame":1,"subFrame":3,"item":42},{"number":293}]}`,
			sampling.FramesOfTwo.Verify),
		verification("sampling.verify.pps",
			"units selected with probability proportional to size", sourcePPS,
			`{"plan":{"seed":"100","sizes":["100.00","2500.50","0","40.25","812.00"],"size":2},`+
				`"reported":[{"number":2,"hits":2}]}`,
			sampling.PPS.Verify),
		verification("sampling.verify.rhc",
			"rows of the summary of an RHC selection", manualRHC,
			`{"plan":`+rhcExample+`,"reported":[{"name":"West"},{"name":"North","size":"120"}]}`,
			sampling.RHC.Verify),
		verification("sampling.verify.second",
			"numbers of a second draw", manualSingle,
			`{"plan":{"plan":{"seed":"200","low":1,"high":1000,"size":5},"earlier":[22,141,236,247,257]},`+
				`"reported":[228,231,413,546,898]}`,
			sampling.Second.Verify),
		verification("sampling.verify.sets",
			"sets of two, three or four numbers", manualSets,
			`{"plan":{"seed":"100","ranges":[{"low":1,"high":21},{"low":1,"high":94}],"size":2},`+
				`"reported":[{"numbers":[18,23]},{"numbers":[4,8]}]}`,
			sampling.Sets.Verify),
		calculation("sampling.verify.stratified",
			verifies+"numbers of the strata of a plan"+answers,
			"Cochran, Sampling Techniques (1977), ch. 5",
			`{"plan":{"seed":"48863.78","strata":[{"name":"small","low":1,"high":900,"size":2},`+
				`{"name":"large","low":901,"high":1000,"size":1}]},`+
				`"strata":[{"name":"small","reported":[267,271]},{"name":"large","reported":[982]}]}`,
			func(q verifyStratifiedRequest) (sampling.StratifiedVerdict, error) {
				if err := checkUnits(wanted(q.Plan)); err != nil {
					return sampling.StratifiedVerdict{}, err
				}
				v, err := q.Plan.Verify(q.StratifiedReported)
				return v, finding.Under("plan", err)
			}),
		verification("sampling.verify.systematic",
			"units of a systematic sample", "Cochran, Sampling Techniques (1977), ch. 8",
			`{"plan":{"seed":"100","low":1,"high":1000,"size":4},"reported":[42,292,542,792]}`,
			sampling.Systematic.Verify),
		calculation("sampling.verify.tickets",
			verifies+"ids selected by SHA-256 tickets"+answers,
			sourceTickets,
			`{"plan":{"seed":"13 04 55 21 87 02","size":2},"ids":["A-1","A-2","A-3","A-4","A-5"],"reported":["A-2","A-4"]}`,
			func(q verifyTicketsRequest) (sampling.Verdict[string, sampling.TicketSelection], error) {
				v, err := q.Plan.VerifyFrom(q.IDs, q.Reported)
				return v, finding.Under("plan", err)
			}),
	}
}

// verifyRequest is a plan and what was reported of it.
type verifyRequest[P, U any] struct {
	Plan P `json:"plan"`
	sampling.Reported[U]
}

// verifyStratifiedRequest is a stratified plan and what was reported of its strata.
type verifyStratifiedRequest struct {
	Plan sampling.Stratified `json:"plan"`
	sampling.StratifiedReported
}

// verifyTicketsRequest is a plan of tickets with the ids of the frame and those that were reported.
type verifyTicketsRequest struct {
	verifyRequest[sampling.Tickets, string]
	IDs []string `json:"ids"`
}

// What the verifications say of themselves.
const (
	verifies = "Whether reported "
	answers  = " are what their documentation gives: reproduced, other order, differs or impossible."
)

// verification makes a Calculation of the Verify method of a design.
func verification[P, U, V any](
	name, units, source, example string, verify func(P, sampling.Reported[U]) (V, error),
) Calculation {
	return calculation(name, verifies+units+answers, source, example,
		func(q verifyRequest[P, U]) (V, error) {
			if err := checkUnits(wanted(q.Plan)); err != nil {
				var none V
				return none, err
			}
			v, err := verify(q.Plan, q.Reported)
			return v, finding.Under("plan", err)
		})
}
