package sampling

import (
	"errors"
	"strings"
	"testing"

	"github.com/iromath/iromath/internal/decimaltest"
)

func TestSystematicText(t *testing.T) {
	for _, variant := range []Variant{Fractional, Classic} {
		s, err := Systematic{Seed: "1357", Low: 1, High: 10, Size: 4, Variant: variant}.Draw()
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		if err := s.WriteText(&b, Heading{Audit: "Year 2", File: "S.TXT"}); err != nil {
			t.Fatal(err)
		}
		wants := []string{"AUDIT: Year 2", "FILE: S.TXT", "NUMBERS FROM 1 THROUGH 10", "METHOD: RAT-STATS' generator", "INTERVAL: 2.5 "}
		if variant == Classic {
			wants[4] = "gives 5 units, not 4"
		}
		for _, want := range wants {
			if !strings.Contains(b.String(), want) {
				t.Errorf("%q is missing in\n%s", want, b.String())
			}
		}
		s.Warnings = nil
		if err := s.WriteText(&b, Heading{}); err != nil {
			t.Error(err)
		}
		s.Sample[0].Number++
		if err := s.WriteText(&b, Heading{}); !errors.Is(err, ErrSelection) {
			t.Error(err)
		}
		s.Seed = ""
		if err := s.WriteText(&b, Heading{}); !errors.Is(err, ErrSelection) {
			t.Error(err)
		}
	}
}

func TestPPSText(t *testing.T) {
	s, err := PPS{Seed: "1357", Sizes: decimaltest.Decs("120.5", "0", "3000", "100", "79.5"), Size: 5, File: "sizes.txt",
		FrameDigest: digestOfTests}.Draw()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := s.WriteText(&b, Heading{}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"TOTAL SIZE: 3300   HITS: 5   INTERVAL: 660\n", "RANDOM NUMBER: 24,552 OF 33,000   FIRST HIT AT: 491.04\n",
		"     1             3              3000            3120.5         4  certainty\n",
		"     5             4               100            3220.5         1\n",
		// printf '120.5\n0\n3000\n100\n79.5\n' | sha256sum
		"DIGEST OF SIZES sha256:28d9cad1de28176930c7ab59387b1b45a913b73572a9243ccb7756aa15862c7e\n",
		"FILE OF SIZES: sizes.txt\n", "FRAME DIGEST " + digestOfTests + "\n",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("%q is missing in\n%s", want, b.String())
		}
	}
	s.Units[0].Hits--
	if err := s.WriteText(&b, Heading{}); !errors.Is(err, ErrSelection) {
		t.Error(err)
	}
	s.Size = 0
	if err := s.WriteText(&b, Heading{}); !errors.Is(err, ErrSelection) {
		t.Error(err)
	}
}
