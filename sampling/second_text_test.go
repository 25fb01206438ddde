package sampling

import (
	"errors"
	"strings"
	"testing"
)

func TestSecondText(t *testing.T) {
	s, err := Second{Plan: SingleStage{Seed: "48863.78", Low: 1, High: 1000, Size: 5, Spares: 2},
		Earlier: []int64{22, 643, 236, 999, 1}}.Draw()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := s.WriteText(&b, Heading{Audit: "Year 2"}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"5 WERE DRAWN EARLIER, 995 ARE AVAILABLE\n", "\n      2               247\n", "NUMBERS = 3,135\n",
		"EARLIER:\n                 22                643                236                999\n                  1\n",
		"ORDER:\n                643                236\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is missing in\n%s", want, b.String())
		}
	}
	s.PassedOver[0]++
	if err := s.WriteText(&b, Heading{}); !errors.Is(err, ErrSelection) {
		t.Error(err)
	}
	s.Plan.Seed = ""
	if err := s.WriteText(&b, Heading{}); !errors.Is(err, ErrSelection) {
		t.Error(err)
	}
	none, err := Second{Plan: SingleStage{Seed: "1", Low: 1, High: 9, Size: 1}}.Draw()
	if err != nil {
		t.Fatal(err)
	}
	b.Reset()
	if err := none.WriteText(&b, Heading{}); err != nil || strings.Count(b.String(), "none\n") != 2 {
		t.Error(b.String(), err)
	}
}
