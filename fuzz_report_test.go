package iromath

import (
	"encoding/json"
	"io"
	"testing"

	"github.com/iromath/iromath/extrapolate/reporthtml"
)

// FuzzReportForms: whatever report is decoded can be written in every form.
func FuzzReportForms(f *testing.F) {
	r := newReview(f, Agreement{Protocol: ProtocolQuarterly, SampleSize: 3}, frameOf(f, 60, hundred), Seeds{First: "1"})
	data, err := json.Marshal(report(f, submit(f, r, firstWrong(r.Worklist(), 2))))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(`{"findings":[{"number":1,"paid":"1e9999","overpayment":"3"}],` +
		`"errorRate":{"claims":[{"number":1}],"counts":{"inError":1,"reviewed":-1}}}`))
	f.Add([]byte(`{"appraisal":{"pointEstimate":"7","interval":{"level":"0.9"},"overpayment":{"intervals":[{"level":"0.9"}]},` +
		`"curve":[{"size":3,"precision":"2","precisionAmount":"-1"}]}}`))
	f.Add([]byte(`{"agreement":{"protocol":"discovery"},"discoveryErrorRate":{"threshold":"0.05"},` +
		`"obligations":{"obligations":[{"due":"1e-9"}]}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var r Report
		if len(data) > 20_000 || json.Unmarshal(data, &r) != nil {
			return
		}
		d := r.Document()
		for _, write := range []func(io.Writer) error{d.WriteText, d.WriteMarkdown,
			func(w io.Writer) error { return reporthtml.Write(w, d) }} {
			if err := write(io.Discard); err != nil {
				t.Fatal(err)
			}
		}
	})
}
