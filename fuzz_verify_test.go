package iromath

import (
	"encoding/json"
	"errors"
	"io"
	"testing"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/sampling"
	"github.com/iromath/iromath/sampling/samplesize"
)

// verifyErrors are the errors that Verify and Replay document, those of the review they run included.
var verifyErrors = []error{
	ErrReported, ErrAgreement, ErrPopulation, ErrDate, ErrMissing, ErrUnknown, ErrRepeated, ErrPaidDiffers, ErrFrame, ErrSaved, ErrRequest, ErrSeeds,
	errorrate.ErrNoClaims, extrapolate.ErrRefund, extrapolate.ErrDays, extrapolate.ErrSample,
	extrapolate.ErrProgram, extrapolate.ErrSuspension, extrapolate.ErrIdentified, appraisal.ErrLevel, sampling.ErrSize,
	sampling.ErrDrawOn, sampling.ErrMethod, samplesize.ErrUndefined,
}

func documentedVerify(t *testing.T, err error) {
	t.Helper()
	var wrong *DeterminationError
	var claims errorrate.ClaimErrors
	if errors.As(err, &wrong) || errors.As(err, &claims) {
		return
	}
	for _, e := range verifyErrors {
		if errors.Is(err, e) {
			return
		}
	}
	t.Fatalf("an error that is not documented: %v", err)
}

// FuzzVerify verifies reports of all kinds: no panic, every figure is answered, a diagnosis explains only what does not match, and
// the answer is text and JSON.
func FuzzVerify(f *testing.F) {
	frame := frameOf(f, 40, func(n int64) string { return []string{"100.00", "37.25", "80.10"}[n%3] })
	var all []FrameClaim
	for i := range frame.Size() {
		c, _ := frame.Claim(i + 1)
		all = append(all, c)
	}
	determinations := firstWrong(all, 13)
	determinations[14].Correct, determinations[14].Documentation = nil, errorrate.Missing
	for _, a := range []Agreement{
		{Protocol: ProtocolDiscovery, SampleSize: 9}, {Protocol: ProtocolQuarterly, SampleSize: 9}, {Protocol: ProtocolSingle, SampleSize: 9, Method: sampling.R},
	} {
		r := newReview(f, a, frame, Seeds{First: "3"})
		for !r.Done() {
			var list []Determination
			for _, c := range r.Worklist() {
				list = append(list, determinations[c.Number-1])
			}
			r = submit(f, r, list)
		}
		stated := Reported{Agreement: a, Results: report(f, r).Results()}
		moved := stated
		moved.CostReport = r.identified().AddDays(100)
		moved.Suspensions = []extrapolate.Suspension{{Kind: extrapolate.Investigation, From: r.identified().AddDays(9)}}
		moved.Programs = []extrapolate.PayorProgram{{Program: extrapolate.Medicaid}}
		for _, r := range []Reported{stated, moved} {
			raw, err := json.Marshal(r)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(raw)
		}
	}
	f.Add([]byte(`{"agreement":{"protocol":"single","sampleSize":3},"sample":{"numbers":[1,2,2,99],"ids":["C1"],"paid":"(1.50)"}}`))
	f.Add([]byte(`{"agreement":{"protocol":"discovery","fullSample":"fresh"},"discovery":{"seed":"5"},"full":{"seed":"5","size":"0"}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<13 {
			return
		}
		r, err := ParseReported(data)
		if err != nil {
			documentedVerify(t, err)
			return
		}
		v, err := r.Verify(frame, determinations)
		if err != nil {
			documentedVerify(t, err)
			return
		}
		status := map[string]FigureStatus{}
		for _, c := range v.Figures {
			status[c.Path] = c.Status
		}
		for _, d := range v.Diagnoses {
			for _, p := range d.Explains {
				if s, ok := status[p]; !ok || s == FigureMatches {
					t.Fatalf("%s explains %s, which is %q", d.Code, p, s)
				}
			}
		}
		if v.OK != (v.Count(FigureMatches) == len(v.Figures)) {
			t.Fatalf("OK is %v", v.OK)
		}
		if err := v.WriteText(io.Discard); err != nil {
			t.Fatal(err)
		}
		raw, err := json.Marshal(v)
		if err != nil || !json.Valid(raw) {
			t.Fatal(err)
		}
	})
}

// FuzzReplay replays saved reviews that were changed.
func FuzzReplay(f *testing.F) {
	frame := frameOf(f, 40, hundred)
	for _, a := range []Agreement{{Protocol: ProtocolDiscovery, SampleSize: 9}, {Protocol: ProtocolQuarterly, SampleSize: 9}} {
		steps(f, newReview(f, a, frame, Seeds{First: "3"}), func(r *Review) *Review {
			saved, err := json.Marshal(r)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(saved)
			return r
		})
	}
	f.Fuzz(func(t *testing.T, saved []byte) {
		if len(saved) > 1<<15 {
			return
		}
		if s, err := readSaved(saved); err == nil && s.Frame.Size > 1000 {
			return // large frames are for the benchmarks
		}
		for _, with := range []*Frame{frame, nil} {
			v, err := Replay(saved, with)
			if err != nil {
				documentedVerify(t, err)
				continue
			}
			if err := v.WriteText(io.Discard); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// FuzzPrinted reads figures: one that is read prints its own value in its own form, and matches it.
func FuzzPrinted(f *testing.F) {
	for _, s := range []string{"13.17%", "$3,872.54", "1,635", ".32", "(26.03)", "-$7", "$-7.00", "5.", "", "%", "(", "0.000000", "1E5"} {
		f.Add(s, 0)
		f.Add(s, 1)
	}
	f.Fuzz(func(t *testing.T, text string, k int) {
		p, err := readPrinted(Printed(text), []kind{plainFigure, rateFigure, percentFigure}[uint(k)%3])
		if err != nil {
			return
		}
		if how := p.holds(number(p.value)); how != asPrinted && how != tooLong {
			t.Fatalf("%q is not itself: %d", text, how)
		}
		again, err := readPrinted(Printed(p.form(p.value)), p.kind)
		if err != nil || !again.value.Equal(p.value) {
			t.Fatalf("%q is written as %q: %v", text, p.form(p.value), err)
		}
	})
}
