package iromath

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/sampling"
)

// The usual parameters are those of the OIG CIA FAQ, October 7, 2022.
func TestUsualParameters(t *testing.T) {
	for _, want := range []Agreement{
		{Protocol: ProtocolDiscovery, SampleSize: 50, Threshold: dec("0.05"), Confidence: dec("0.9"), Precision: dec("0.25"), FullSample: FullSampleContinue},
		{Protocol: ProtocolSingle, SampleSize: 100, Confidence: dec("0.9")},
		{Protocol: ProtocolQuarterly, SampleSize: 30, Confidence: dec("0.9")},
	} {
		want.Netting, want.Method, want.RepayDays, want.ReportDays = errorrate.Netted, sampling.RATSTATS, 60, 30
		got, err := Agreement{Protocol: want.Protocol}.Complete()
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(want.From)); diff != "" {
			t.Error(diff)
		}
		again, err := got.Complete()
		if err != nil || cmp.Diff(got, again, cmp.AllowUnexported(want.From)) != "" {
			t.Errorf("a complete agreement changed: %v", err)
		}
		if len(got.warnings()) != 0 {
			t.Errorf("%v", got.warnings())
		}
	}
}

func TestEveryParameterIsAdjustable(t *testing.T) {
	text := `{"name":"n","provider":"p","reviewer":"r","protocol":"discovery","from":"2025-01-01","through":"2025-12-31",
		"payors":["Medicare"],"sampleSize":60,"spares":5,"threshold":"0.04","netting":"not_netted","confidence":"0.95","precision":"0.2",
		"fullSample":"fresh","method":"ratstats","ratstatsRequired":true,"repayDays":45,"reportDays":20,
		"clauses":[{"parameter":"threshold","quote":"four percent","source":"Appendix B"}]}`
	a, err := ParseAgreement([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	c, err := a.Complete()
	if err != nil {
		t.Fatal(err)
	}
	var written, read any
	data, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	if json.Unmarshal(data, &written) != nil || json.Unmarshal([]byte(text), &read) != nil {
		t.Fatal("no JSON")
	}
	if diff := cmp.Diff(read, written); diff != "" { // nothing was filled in, nothing was lost
		t.Error(diff)
	}
	quoted := map[string]bool{}
	for _, w := range c.warnings() {
		if w.Code == "clause_not_quoted" {
			quoted[strings.Fields(w.Message)[2]] = true
		}
	}
	want := map[string]bool{"sampleSize": true, "netting": true, "confidence": true, "precision": true, "fullSample": true, "repayDays": true, "reportDays": true}
	if diff := cmp.Diff(want, quoted); diff != "" {
		t.Errorf("tailored without a quoted clause: %s", diff)
	}
	o := c.FrameOptions()
	if o.From != c.From || o.Through != c.Through || cmp.Diff(o.Payors, c.Payors) != "" {
		t.Errorf("%v", o)
	}
}

func TestAgreementRefuses(t *testing.T) {
	for field, a := range map[string]Agreement{
		"protocol":   {Protocol: "yearly"},
		"sampleSize": {Protocol: ProtocolSingle, SampleSize: -1},
		"spares":     {Protocol: ProtocolSingle, Spares: -1},
		"threshold":  {Protocol: ProtocolDiscovery, Threshold: dec("1")},
		"confidence": {Protocol: ProtocolSingle, Confidence: dec("-0.9")},
		"precision":  {Protocol: ProtocolDiscovery, Precision: decimal.New(1, 2_000_000_000)},
		"netting":    {Protocol: ProtocolSingle, Netting: "some"},
		"fullSample": {Protocol: ProtocolDiscovery, FullSample: "half"},
		"method":     {Protocol: ProtocolSingle, Method: "dice"},
		"repayDays":  {Protocol: ProtocolSingle, RepayDays: -1},
		"reportDays": {Protocol: ProtocolSingle, ReportDays: 100000},
		"from":       {Protocol: ProtocolSingle, From: day(t, "2025-02-01"), Through: day(t, "2025-01-01")},
	} {
		if _, err := a.Complete(); !errors.Is(err, ErrAgreement) || !strings.Contains(err.Error(), " "+field+" ") {
			t.Errorf("%s: %v", field, err)
		}
	}
	for field, a := range map[string]Agreement{
		"threshold":  {Protocol: ProtocolSingle, Threshold: dec("0.05")},
		"precision":  {Protocol: ProtocolQuarterly, Precision: dec("0.25")},
		"fullSample": {Protocol: ProtocolSingle, FullSample: FullSampleContinue},
		"confidence": {Protocol: ProtocolSingle, Confidence: dec("0.99999999999")},
	} {
		if _, err := a.Complete(); !errors.Is(err, ErrAgreement) || !strings.Contains(err.Error(), field) {
			t.Errorf("%s: %v", field, err)
		}
	}
	for name, a := range map[string]Agreement{
		"empty payor":    {Protocol: ProtocolSingle, Payors: []string{" "}},
		"payor twice":    {Protocol: ProtocolSingle, Payors: []string{"A", " A"}},
		"unknown clause": {Protocol: ProtocolSingle, Clauses: []Clause{{Parameter: "thresold", Quote: "q"}}},
		"empty quote":    {Protocol: ProtocolDiscovery, Clauses: []Clause{{Parameter: "threshold", Quote: " "}}},
		"sample of one":  {Protocol: ProtocolDiscovery, SampleSize: 1},
		"no drawing on":  {Protocol: ProtocolDiscovery, Method: sampling.Python},
		"no spares":      {Protocol: ProtocolSingle, Method: sampling.NumPy, Spares: 1},
		"RAT-STATS":      {Protocol: ProtocolSingle, Method: sampling.R, RATSTATSRequired: true},
	} {
		if _, err := a.Complete(); !errors.Is(err, ErrAgreement) {
			t.Errorf("%s: %v", name, err)
		}
	}
	// A number given as 0 would silently take its usual value.
	for _, field := range []string{"sampleSize", "threshold", "confidence", "precision", "repayDays", "reportDays"} {
		if _, err := ParseAgreement([]byte(`{"protocol":"discovery","` + field + `":0}`)); !errors.Is(err, ErrAgreement) || !strings.Contains(err.Error(), field) {
			t.Errorf("%s given as 0: %v", field, err)
		}
	}
	if a, err := (Agreement{Protocol: ProtocolSingle, Payors: []string{" A "}}).Complete(); err != nil || a.Payors[0] != "A" {
		t.Errorf("blanks around a payor: %v, %v", a.Payors, err)
	}
	for _, text := range []string{``, `{"protocol":"single","sample":5}`, `{"protocol":"single"}{}`, `{"protocol":"single","protocol":"discovery"}`, `{"from":"1/1/2025"}`} {
		if _, err := ParseAgreement([]byte(text)); !errors.Is(err, ErrRequest) {
			t.Errorf("%s: %v", text, err)
		}
	}
}
