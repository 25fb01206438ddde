package sampling

import (
	"io"
	"slices"
	"testing"

	"github.com/iromath/iromath/internal/brokentest"
	"github.com/iromath/iromath/internal/decimaltest"
)

// tabular is a selection with all pages of a list of random numbers.
type tabular interface {
	WriteText(io.Writer, Heading) error
	WriteFlat(io.Writer, Heading) error
	WritePrinter(io.Writer, Heading) error
	Sheets(Heading) ([]Sheet, error)
}

// breakTabular breaks a selection before each of its pages.
func breakTabular[S tabular](t *testing.T, good S) {
	t.Helper()
	for _, page := range []func(S, io.Writer) error{
		func(s S, w io.Writer) error { return s.WriteText(w, Heading{}) },
		func(s S, w io.Writer) error { return s.WriteFlat(w, Heading{}) },
		func(s S, w io.Writer) error { return s.WritePrinter(w, Heading{}) },
		func(s S, w io.Writer) error {
			sheets, err := s.Sheets(Heading{})
			for _, sheet := range sheets {
				if err := sheet.WriteCSV(w); err != nil {
					return err
				}
			}
			return err
		},
	} {
		brokentest.Print(t, good, page)
	}
}

// TestBrokenResults: whatever is missing in a selection or a verdict, its page is written or refused.
func TestBrokenResults(t *testing.T) {
	plan := SingleStage{Seed: "1357.00", Low: 1, High: 90, Size: 4, Spares: 2}
	breakTabular(t, mustDraw(t, plan))
	breakTabular(t, mustDrawFrames(t, framesGuide))
	breakTabular(t, mustDrawFramesOfTwo(t, FramesOfTwo{Seed: "35809.13", Size: 3, Spares: 2, Items: &Range{1, 66},
		Frames: []FrameOfTwo{{SubFrames: Range{1, 100}}, {Range{45, 832}, &Range{1, 66}}}}))
	breakTabular(t, mustDrawSets(t, Sets{Seed: "61061.36", Ranges: []Range{{1, 658}, {1, 66}}, Size: 3, Spares: 2}))

	rhc := mustDrawRHC(t, rhcRegions(t))
	brokentest.WriteText(t, rhc)
	brokentest.Print(t, rhc, func(s RHCSelection, w io.Writer) error { return s.WriteSummary(w) })
	brokentest.Print(t, rhc, func(s RHCSelection, w io.Writer) error {
		_, err := s.SummarySheet()
		return err
	})
	brokentest.Print(t, rhc.Summary, func(rows []RHCRow, w io.Writer) error { return WriteRHCSummary(w, rows) })
	sizes := PPS{Seed: "1357", Sizes: decimaltest.Decs("120.50", "0", "3000", "100", "79.5"), Size: 5}
	brokentest.WriteText(t, brokentest.Must[PPSSelection](t)(sizes.Draw()))
	brokentest.Print(t, sizes, func(p PPS, w io.Writer) error { return p.WriteSizes(w) })
	brokentest.WriteText(t, brokentest.Must[SystematicSelection](t)(Systematic{Seed: "1", Low: 1, High: 1000, Size: 7}.Draw()))
	brokentest.WriteText(t, brokentest.Must[StratifiedSelection](t)(stratifiedPlan().Draw()))
	brokentest.WriteText(t, brokentest.Must[SecondSelection](t)(Second{Plan: plan, Earlier: []int64{3, 4, 5}}.Draw()))
	tickets := Tickets{Seed: "314159", Size: 2, Spares: 1}
	ids := []string{"A", "B", "C", "D"}
	brokentest.WriteText(t, drawTickets(t, tickets, ids))
	numbers := make([]int64, 60)
	for i := range numbers {
		numbers[i] = int64(i+1) * 37 % 61
	}
	brokentest.WriteText(t, brokentest.Must[RandomnessResult](t)(RandomnessTests{Numbers: numbers, Low: 1, High: 60}.Run()))

	brokentest.WriteText(t, brokentest.Must[Verdict[int64, Selection]](t)(plan.Verify(Reported[int64]{Units: []int64{67, 67, 91}, Spares: []int64{1}})))
	brokentest.WriteText(t, brokentest.Must[Verdict[string, TicketSelection]](t)(tickets.Verify(slices.Values(ids),
		Reported[string]{Units: []string{"A", "X"}})))
	brokentest.WriteText(t, brokentest.Must[Verdict[RHCRow, RHCSelection]](t)(rhcRegions(t).Verify(Reported[RHCRow]{Units: rhc.Summary[1:]})))
	brokentest.WriteText(t, brokentest.Must[Verdict[PPSUnit, PPSSelection]](t)(sizes.Verify(Reported[PPSUnit]{Units: []PPSUnit{{Number: 1}}})))
	brokentest.WriteText(t, brokentest.Must[StratifiedVerdict](t)(stratifiedPlan().Verify(StratifiedReported{
		Strata: []StratumReported{{Name: stratifiedPlan().Strata[0].Name, Units: []int64{1, 2, 2}}}})))
}
