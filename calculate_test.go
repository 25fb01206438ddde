package iromath

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/iromath/iromath/internal/decimaltest"
)

func TestCalculationsAreSortedAndWork(t *testing.T) {
	all := Calculations()
	if !slices.IsSortedFunc(all, func(a, b Calculation) int { return strings.Compare(a.Name, b.Name) }) {
		t.Error("not sorted by name: Calculate searches them")
	}
	for _, c := range all {
		t.Run(c.Name, func(t *testing.T) {
			if c.Summary == "" || c.Source == "" {
				t.Error("no summary or no source")
			}
			result, err := Calculate(c.Name, c.Example)
			if err != nil {
				t.Fatal(err)
			}
			var indented bytes.Buffer
			if err := json.Indent(&indented, result, "", "  "); err != nil {
				t.Fatalf("%v in %s", err, result)
			}
			t.Log(indented.String())
		})
	}
}

func TestCalculateRefuses(t *testing.T) {
	for _, c := range []struct {
		name, request string
		want          error
		text          string
	}{
		{"samplesize.nothing", `{}`, ErrCalculation, "samplesize.nothing"},
		{"", `{}`, ErrCalculation, ""},
		{"errorrate", `{"claims":[],"paidAmounts":[]}`, ErrRequest, "paidAmounts"},
		{"samplesize.probe", `{"universe":10,"paid":["1","2"]}`, ErrRequest, "paid"},
		{"errorrate", `{"claims":[]} {}`, ErrRequest, "follows"},
		{"errorrate", `{"claims":[]`, ErrRequest, ""},
		{"errorrate", ``, ErrRequest, ""},
		{"errorrate", `{"claims":"none"}`, ErrRequest, "claims"},
		{"sampling.single_stage", `{"seed":"1","low":1,"high":10,"size":2,"size":3}`, ErrRequest, "twice"},
		{"sampling.single_stage", `{"seed":"1","low":1,"high":10,"size":2,"Size":3}`, ErrRequest, "unknown field"},
		{"sampling.single_stage", `{"seed":1,"low":1,"high":10,"size":2}`, ErrRequest, "seed"},
		{"sampling.single_stage", `{"seed":"1","low":1,"high":10,"size":2.5}`, ErrRequest, "size"},
		{"review", `{"agreement":{"protocol":"quarterly","thresold":"0.05"},"claims":[],"seeds":{"first":"1"}}`, ErrRequest, "thresold"},
		{"appraisal.percentile", `{"level":"0.9","degreesOfFreedom":"1e9999"}`, nil, "digits"},
	} {
		_, err := Calculate(c.name, []byte(c.request))
		if err == nil || c.want != nil && !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.text) {
			t.Errorf("%s %s: %v", c.name, c.request, err)
		}
	}
}

// TestDecimalSettings: the settings of the decimal library change no byte of a result.
func TestDecimalSettings(t *testing.T) {
	results := func() map[string]string {
		m := map[string]string{}
		for _, c := range Calculations() {
			r, err := Calculate(c.Name, c.Example)
			if err != nil {
				t.Fatalf("%s: %v", c.Name, err)
			}
			m[c.Name] = string(r)
		}
		return m
	}
	before := results()
	decimaltest.FlipSettings(t)
	for name, after := range results() {
		if before[name] != after {
			t.Errorf("%s changed with the settings of the decimal library:\n%s\n%s", name, before[name], after)
		}
	}
}
