package sampling

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/iromath/iromath/internal/decimaltest"

	"github.com/shopspring/decimal"
)

func TestDrawOnRefusesWhatItsInputsDoNotGive(t *testing.T) {
	for name, change := range map[string]func(s *Selection){
		"unit 1 is 10 - 23, its inputs give 10 - 22":    func(s *Selection) { s.Sample[0].Number++ },
		"unit 2 is 4 - 141, its inputs give 8 - 141":    func(s *Selection) { s.Sample[1].Order = 4 },
		"spare 4 is 14 - 0, its inputs give 14 - 557":   func(s *Selection) { s.SpareUnits[3].Number = 0 },
		"the number of units is 9, its inputs give 10":  func(s *Selection) { s.Sample = s.Sample[1:] },
		"the number of spares is 5, its inputs":         func(s *Selection) { s.SpareUnits = make([]Unit, 5) },
		"the frame size is 999, its inputs give 1000":   func(s *Selection) { s.FrameSize-- },
		"the summation is 6521, its inputs":             func(s *Selection) { s.Summation = decimal.NewFromInt(6521) },
		"the summation is 1E2000000000, its inputs":     func(s *Selection) { s.Summation = decimal.New(1, 2e9) },
		"unit 1 is 10 - 22, its inputs give":            func(s *Selection) { s.Seed = "48863.79" },
		"the frame size is 1000, its inputs give 1001":  func(s *Selection) { s.High++ },
		"the number of units is 10, its inputs give 11": func(s *Selection) { s.Size++ },
		"inputs: size -1 is negative":                   func(s *Selection) { s.Size = -1 },
		`inputs: seed "x" is not`:                       func(s *Selection) { s.Seed = "x" },
		`inputs: method "dice" is unknown`:              func(s *Selection) { s.Method = "dice" },
		`inputs: size 0 and no spares`:                  func(s *Selection) { *s = Selection{} },
		`inputs: size 10 adds nothing to`:               func(s *Selection) { s.DrawnBefore = 10 },
	} {
		s := mustDraw(t, base)
		change(&s)
		var out strings.Builder
		_, drawOn := s.DrawOn(5)
		_, sheets := s.Sheets(Heading{})
		for what, err := range map[string]error{
			"DrawOn": drawOn, "Sheets": sheets, "WriteText": s.WriteText(&out, Heading{}),
			"WriteFlat": s.WriteFlat(&out, Heading{}), "WritePrinter": s.WritePrinter(&out, Heading{}),
		} {
			if !errors.Is(err, ErrSelection) || !strings.Contains(err.Error(), name) {
				t.Errorf("%s: %v, want %q", what, err, name)
			}
		}
		if out.Len() > 0 {
			t.Errorf("%s: printed %q", name, out.String())
		}
	}
}

// A selection that leaves the default of its method open, or was stored with other warnings, is still what it is.
func TestDrawOnAcceptsDefaults(t *testing.T) {
	s := mustDraw(t, base)
	s.Method, s.Warnings = "", []Warning{{Code: "old"}}
	s.Summation = decimal.New(652000, -2)
	more, err := s.DrawOn(2)
	if err != nil {
		t.Fatal(err)
	}
	if more.Method != RATSTATS || more.Size != 12 || more.SpareUnits[0].Order != 13 || more.Warnings != nil {
		t.Errorf("%+v", more)
	}
}

func TestDrawOnRefusesSizes(t *testing.T) {
	s := mustDraw(t, base)
	for _, more := range []int64{0, -1, 987, MaxUnits + 1, 1<<63 - 1} {
		if r, err := s.DrawOn(more); !errors.Is(err, ErrSize) || errors.Is(err, ErrSelection) {
			t.Errorf("%d more: %v %v", more, r, err)
		}
	}
	if r, err := s.DrawOn(986); err != nil || len(r.Sample) != 996 {
		t.Errorf("986 more: %v", err)
	}
}

func TestAdditionalOfAnything(t *testing.T) {
	for _, before := range []int64{-1 << 63, -1, 10, 1<<63 - 1} {
		s := mustDraw(t, base)
		s.DrawnBefore = before
		want := 0
		if before < 0 {
			want = 10
		}
		if got := s.Additional(); len(got) != want {
			t.Errorf("drawn before %d: %v", before, got)
		}
	}
}

const guideJSON = `{"method":"ratstats","seed":"48863.78","low":1,"high":1000,"size":3,"spares":1,"drawnBefore":2,` +
	`"frameSize":1000,"sample":[{"order":3,"number":247},{"order":2,"number":643},{"order":1,"number":718}],` +
	`"spareUnits":[{"order":4,"number":236}],"summation":"1844"}`

// TestJSONIgnoresDecimalSettings flips the settings of the decimal library, which are global to a program.
func TestJSONIgnoresDecimalSettings(t *testing.T) {
	for _, flip := range []bool{false, true} {
		if flip {
			decimaltest.FlipSettings(t)
		}
		s := mustDraw(t, SingleStage{Seed: "48863.78", Low: 1, High: 1000, Size: 3, Spares: 1, DrawnBefore: 2})
		for name, v := range map[string]any{"value": s, "pointer": &s} {
			raw, err := json.Marshal(v)
			if err != nil || string(raw) != guideJSON {
				t.Errorf("flipped %v, %s: %s %v", flip, name, raw, err)
			}
		}
		if text := printout(t, s.WriteText); !strings.Contains(text, "SUMMATION OF RANDOM NUMBERS = 1,844\n") {
			t.Errorf("flipped %v: %s", flip, text)
		}
		var back Selection
		if err := json.Unmarshal([]byte(guideJSON), &back); err != nil || !slices.Equal(back.Sample, s.Sample) {
			t.Errorf("flipped %v: %v %v", flip, back, err)
		}
	}
}
