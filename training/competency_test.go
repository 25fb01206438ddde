package training

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/iromath/iromath/sampling"
)

func frameOf(prefix string, n int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = fmt.Sprintf("%s%d", prefix, i+1)
	}
	return list
}

// TestCompetencyDraw: what is drawn is what package sampling draws from strata of those sizes, and each provider's charts can
// be drawn again by themselves.
func TestCompetencyDraw(t *testing.T) {
	d := CompetencyDraw{Seed: "48863.78", Providers: []ProviderFrame{{"adams", frameOf("A", 62)}, {"baker", frameOf("B", 62)}, {"clark", frameOf("C", 5)}, {"dent", frameOf("D", 2)}, {"eve", nil}}}
	s, err := d.Draw()
	if err != nil {
		t.Fatal(err)
	}
	strata, err := sampling.Stratified{Seed: "48863.78", Strata: []sampling.Stratum{{Name: "adams", Low: 1, High: 62, Size: 5}, {Name: "baker", Low: 1, High: 62, Size: 5}}}.Draw()
	if err != nil {
		t.Fatal(err)
	}
	for i, prefix := range []string{"A", "B"} {
		var want []string
		for _, u := range strata.Selections[i].Selection.Sample {
			want = append(want, fmt.Sprintf("%s%d", prefix, u.Number))
		}
		if diff := cmp.Diff(want, s.Providers[i].Selected); diff != "" || s.Providers[i].Seed != strata.Selections[i].Selection.Seed {
			t.Error(diff)
		}
		again, err := s.Providers[i].Draw()
		if err != nil || !slices.Equal(again.Selected, s.Providers[i].Selected) {
			t.Errorf("%v, %v", again, err)
		}
	}
	if a, b := s.Providers[0].Selected, s.Providers[1].Selected; a[0][1:] == b[0][1:] && a[1][1:] == b[1][1:] {
		t.Errorf("two providers have the same charts in line: %v, %v", a, b)
	}
	var warnings []string
	for _, w := range s.Warnings {
		warnings = append(warnings, w.Code)
	}
	if diff := cmp.Diff([]string{"few_encounters", "no_encounters"}, warnings); diff != "" {
		t.Error(diff)
	}
	if len(s.Providers[2].Selected) != 5 || !slices.Equal(s.Providers[3].Selected, []string{"D1", "D2"}) || len(s.Providers[4].Selected) != 0 || s.Charts != 5 {
		t.Errorf("%+v", s.Providers[2:])
	}
}

func TestCompetencyDrawRefuses(t *testing.T) {
	good := ProviderFrame{"a", frameOf("A", 9)}
	for _, c := range []struct {
		name string
		d    CompetencyDraw
		want error
	}{
		{"nobody", CompetencyDraw{Seed: "1"}, ErrMissing},
		{"no seed", CompetencyDraw{Providers: []ProviderFrame{good}}, sampling.ErrSeed},
		{"method", CompetencyDraw{Seed: "1", Method: "dice", Providers: []ProviderFrame{good}}, sampling.ErrMethod},
		{"provider twice", CompetencyDraw{Seed: "1", Providers: []ProviderFrame{good, good}}, ErrRepeated},
		{"encounter twice", CompetencyDraw{Seed: "1", Providers: []ProviderFrame{{"a", []string{"x", "x"}}}}, ErrRepeated},
		{"encounter without an id", CompetencyDraw{Seed: "1", Providers: []ProviderFrame{{"a", []string{""}}}}, ErrMissing},
		{"encounter of two lines", CompetencyDraw{Seed: "1", Providers: []ProviderFrame{{"a", []string{"x\ny"}}}}, ErrText},
		{"charts", CompetencyDraw{Seed: "1", Charts: -5, Providers: []ProviderFrame{good}}, ErrCount},
		{"too many encounters", CompetencyDraw{Seed: "1", Providers: []ProviderFrame{{"a", make([]string, maxEncounters+1)}}}, ErrCount},
		{"too many providers", CompetencyDraw{Seed: "1", Providers: make([]ProviderFrame, maxList+1)}, ErrCount},
	} {
		if _, err := c.d.Draw(); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	for _, d := range []ChartDraw{{Provider: "", Seed: "1"}, {Provider: "a", Seed: "x"}, {Provider: "a", Seed: "1", Encounters: make([]string, maxEncounters+1)}} {
		if s, err := d.Draw(); err == nil {
			t.Errorf("%v", s)
		}
	}
}

// TestCompetencyDrawProperties: five different encounters of the frame, in its order, the same every time.
func TestCompetencyDrawProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := CompetencyDraw{Seed: fmt.Sprint(rapid.IntRange(0, 1_000_000).Draw(t, "seed")), Method: rapid.SampledFrom(sampling.Methods()).Draw(t, "method")}
		for i := range rapid.IntRange(1, 4).Draw(t, "providers") {
			d.Providers = append(d.Providers, ProviderFrame{fmt.Sprint("p", i), frameOf("E", rapid.IntRange(0, 40).Draw(t, "frame"))})
		}
		s, err := d.Draw()
		if err != nil {
			t.Fatal(err)
		}
		again, _ := d.Draw()
		if diff := cmp.Diff(s, again); diff != "" {
			t.Fatal(diff)
		}
		for i, p := range s.Providers {
			frame, at := d.Providers[i].Encounters, -1
			if len(p.Selected) != min(5, len(frame)) {
				t.Fatalf("%d of %d", len(p.Selected), len(frame))
			}
			for _, e := range p.Selected {
				j := slices.Index(frame, e)
				if j <= at {
					t.Fatalf("%v of %v", p.Selected, frame)
				}
				at = j
			}
			if few := len(frame) < 5; few != (len(p.Warnings) == 1) {
				t.Fatalf("%v", p.Warnings)
			}
		}
	})
}

func TestCompetencyOutcome(t *testing.T) {
	p := clinic()
	for _, c := range []struct {
		name, check string
		change      func(*Program)
		reading     Reading
		remediated  bool
		attended    int
	}{
		{"all passed", "Q2", nil, "passed", true, 5},
		{"trained, and failing", "Q1", nil, "trained_and_failing", true, 2},
		{"not coached yet", "Q1", func(p *Program) { p.Checks[0].Remediation.Completed = Date{} }, "trained_and_failing", false, 2},
		{"missed a module", "Q1", func(p *Program) { p.Modules[0].Attendance = p.Modules[0].Attendance[:1] }, "not_trained", true, 1},
		{"signed in after the check", "Q1", func(p *Program) { p.Modules[0].Attendance[1].Date = day("2026-02-11") }, "not_trained", true, 1},
		{"never trained", "Q1", func(p *Program) { p.Checks[0].Date = day("2026-01-03"); p.Checks[0].Remediation = nil }, "not_trained", false, 0},
	} {
		q := clinic()
		if c.change != nil {
			c.change(&q)
		}
		r, err := q.Competency(c.check)
		if err != nil || r.Reading != c.reading || r.Remediated != c.remediated || len(r.Attended) != c.attended || r.Passed+r.DocumentationFailed != r.Charts {
			t.Errorf("%s: %+v, %v", c.name, r, err)
		}
	}
	_, err := p.Competency("Q9")
	wantError(t, "check", err, ErrReference, "Q9")
	p.Owner = ""
	_, err = p.Competency("Q1")
	wantError(t, "programme", err, ErrMissing, "owner")
}
