package iromath

import (
	"encoding/json"
	"errors"
	"io"
	"testing"

	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/extrapolate/reporthtml"
	"github.com/iromath/iromath/internal/brokentest"
	"github.com/iromath/iromath/sampling"
)

// TestBrokenResults: whatever is missing in a draw, its page is written or refused, and its claims are listed.
func TestBrokenResults(t *testing.T) {
	a := Agreement{Protocol: ProtocolDiscovery, Spares: 4}
	for _, method := range []sampling.Method{sampling.RATSTATS, sampling.MethodTickets} {
		a.Method = method
		d := newReview(t, a, frameOf(t, 5000, hundred), Seeds{First: "48863.78"}).Draws()[0]
		brokentest.WriteText(t, d)
		brokentest.Print(t, d, func(d Draw, _ io.Writer) error {
			d.Units()
			return nil
		})
	}
}

// TestBrokenReports: whatever is missing in a report or a verification, as JSON can lack it, its forms are written or refused;
// whatever is missing in reported figures, they are verified or refused.
func TestBrokenReports(t *testing.T) {
	if testing.Short() {
		t.Skip("writes some 1,600 reports in three forms")
	}
	f, ds := payorsFrame(t, 2, "Medicare", "State Medicaid")
	r := newReview(t, Agreement{Protocol: ProtocolDiscovery, SampleSize: 12, Precision: dec("0.3")}, f, Seeds{First: "2468"})
	for !r.Done() {
		var list []Determination
		for _, c := range r.Worklist() {
			list = append(list, ds[c.Number-1])
		}
		r = submit(t, r, list)
	}
	rep, err := r.Report(ReportOptions{Scrutiny: &ScrutinyOptions{MinimumSum: true}, CostReport: day(t, "2027-03-31"),
		Suspensions: []extrapolate.Suspension{{Kind: extrapolate.OIGDisclosure, From: day(t, "2026-12-01")}}})
	if err != nil {
		t.Fatal(err)
	}
	brokentest.Print(t, rep, func(rep Report, w io.Writer) error {
		_, err := json.Marshal(rep.Results())
		return errors.Join(err, rep.WriteText(w), rep.WriteMarkdown(w), reporthtml.Write(w, rep.Document()))
	})
	stated := Reported{Agreement: rep.Agreement, Results: rep.Results()}
	stated.Discovery.ErrorRate = "99%"
	v, err := stated.Verify(f, ds)
	if err != nil || v.OK {
		t.Fatal(v, err)
	}
	brokentest.Print(t, v, func(v Verification, w io.Writer) error { return v.WriteText(w) })
	brokentest.Print(t, stated, func(r Reported, _ io.Writer) error {
		_, err := r.Verify(f, ds)
		return err
	})
}
