package sampling

import (
	"errors"
	"strings"
	"testing"
)

// TestVerdictPage: what was reported and how it stands to the plan can be read off the page, and the plan's own page follows.
// The plan is the sample on page 3-19 of the Companion Manual.
func TestVerdictPage(t *testing.T) {
	plan := SingleStage{Seed: "1357.00", Low: 1, High: 90, Size: 10, Spares: 1}
	drawn, err := plan.Draw()
	if err != nil {
		t.Fatal(err)
	}
	spare := drawn.SpareUnits[0].Number
	for name, c := range map[string]struct {
		reported Reported[int64]
		want     []string
	}{
		"reproduced": {Reported[int64]{Units: []int64{67, 46, 76, 2, 28, 56, 5, 70, 7, 23}},
			[]string{"REPORTED:  10            SPARES: 0", "SAMPLE:    REPRODUCED - ", "FRAME:     NOT CHECKED - "}},
		"differs": {Reported[int64]{Units: []int64{67, 46, 76, 2, 28, 56, 5, 70, 7, spare}, Spares: []int64{spare}},
			[]string{"SAMPLE:    DIFFERS - ", "SPARES:    REPRODUCED - ", "MISSING, THE PLAN GIVES THEM:\n           23\n",
				"EXTRA, THE PLAN DOES NOT GIVE THEM:\n", "SPARES OF THE PLAN REPORTED IN THE SAMPLE:\n           11 - "}},
		"impossible": {Reported[int64]{Units: []int64{67, 67, 91}},
			[]string{"SAMPLE:    IMPOSSIBLE - ", "IMPOSSIBLE: 3 for a sample of 10; 1 is outside the frame: 91; 1 stands more\n  than once: 67"}},
	} {
		t.Run(name, func(t *testing.T) {
			v, err := plan.Verify(c.reported)
			if err != nil {
				t.Fatal(err)
			}
			var page, own strings.Builder
			if err := v.WriteText(&page, Heading{Audit: "Clinic"}); err != nil {
				t.Fatal(err)
			}
			if err := drawn.WriteText(&own, Heading{Audit: "Clinic"}); err != nil {
				t.Fatal(err)
			}
			for _, want := range c.want {
				if !strings.Contains(page.String(), want) {
					t.Errorf("no %q in\n%s", want, page.String())
				}
			}
			if !strings.HasSuffix(page.String(), "\n\n"+own.String()) {
				t.Errorf("without the page of the plan:\n%s", page.String())
			}
		})
	}
	v := Verdict[int64, Selection]{Selection: drawn}
	v.Selection.Sample = v.Selection.Sample[1:]
	if err := v.WriteText(&strings.Builder{}, Heading{}); !errors.Is(err, ErrSelection) {
		t.Errorf("a selection that is none is printed: %v", err)
	}
}

func TestStratifiedVerdictPage(t *testing.T) {
	v := StratifiedVerdict{Comparison: Impossible, SparesComparison: Reproduced, NotReported: []string{"large"}, Frame: FrameOther,
		Verdicts: []StratumVerdict{{Name: "small", Verdict: Verdict[int64, Selection]{Comparison: OtherOrder,
			Reported: Reported[int64]{Units: []int64{2, 1}}}}}}
	var page strings.Builder
	if err := v.WriteText(&page, Heading{}); err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(page.String(), "Verification of a Reported Sample\n\n")
	const want = `SAMPLE:    IMPOSSIBLE - no draw of this plan gives what was reported
SPARES:    REPRODUCED - the plan gives exactly what was reported
  NOT REPORTED: large
FRAME:     OTHER - another than the documented one

STRATUM small
  REPORTED:  2             SPARES: 0
  SAMPLE:    OTHER ORDER - the plan gives the same units in another order
`
	if body != want {
		t.Errorf("%s\nwant\n%s", page.String(), want)
	}
}
