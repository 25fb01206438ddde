package iromath

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/iromath/iromath/internal/document/documenttest"
)

// wellFormed reads a page as strict XML.
func wellFormed(page string) error {
	in := xml.NewDecoder(strings.NewReader(page))
	for {
		if _, err := in.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// TestHostileReport: names, reasons, patients, codes and quotes of an adversary change no structure of any form.
func TestHostileReport(t *testing.T) {
	claims := make([]FrameClaim, 60)
	hostile := slices.DeleteFunc(slices.Clone(documenttest.Hostile), func(s string) bool {
		return strings.ToValidUTF8(s,
			"") != s
	})
	at := func(i int) string { return hostile[i%len(hostile)] }
	for i := range claims {
		claims[i] = FrameClaim{ID: fmt.Sprintf("<i>|`%d", i), Payor: "<b>*Medicare*|", Paid: dec("100")}
	}
	frame, err := NewFrame(claims)
	if err != nil {
		t.Fatal(err)
	}
	hostileReport := func(at func(int) string) Report {
		r := newReview(t, Agreement{
			Protocol: ProtocolQuarterly, Name: at(0), Provider: at(1), Reviewer: at(2), SampleSize: 40,
			Clauses: []Clause{{Parameter: "sampleSize", Quote: at(3) + ".", Source: at(4)}},
		}, frame, Seeds{First: "1"})
		d := firstWrong(r.Worklist(), 25)
		for i := range d {
			d[i].Reason, d[i].Patient, d[i].CodeSubmitted, d[i].CodeReimbursed, d[i].CodeCorrect = at(i)+fmt.Sprint(i), at(i+1), at(i+2), at(i+3), at(i+4)
		}
		return report(t, submit(t, r, d))
	}
	plain, bad := written(t, hostileReport(func(int) string { return "x" })), written(t, hostileReport(at))
	if err := wellFormed(bad["html"]); err != nil {
		t.Errorf("not well-formed: %v", err)
	}
	for _, tag := range []string{"<div", "<h2", "<h3", "<li", "<tr", "<td", "<th", "<p", "<svg", "<script", "<img", "<i>", "<b>", "<a ", "<!--", "<!["} {
		if a, b := strings.Count(plain["html"], tag), strings.Count(bad["html"], tag); a != b {
			t.Errorf("%d %s, want %d", b, tag, a)
		}
	}
	for _, start := range []string{"\n#", "\n- ", "\n|", "\n>", "\n*", "\n1. ", "\n```"} {
		if a, b := strings.Count(plain["markdown"], start), strings.Count(bad["markdown"], start); a != b {
			t.Errorf("%d lines begin with %q, want %d", b, start, a)
		}
	}
	for form, s := range bad {
		for _, r := range s {
			if r < ' ' && r != '\n' || r == 0x7F || r == '\u0085' || r == '\u202E' || r == '\u2028' {
				t.Errorf("%s: %q", form, r)
			}
		}
	}
}

// TestDocumentOfAnyReport: a report that was read, with nothing in it or with numbers that nobody could write out, has a
// document.
func TestDocumentOfAnyReport(t *testing.T) {
	for _, s := range []string{
		`{}`, `{"appraisal":{}}`,
		`{"agreement":{"protocol":"discovery"},"errorRate":{"paid":HUGE,"errorRate":HUGE,"threshold":"1e-9999","categories":[{}]}}`,
		`{"findings":[{"number":1,"paid":HUGE,"correct":HUGE,"overpayment":HUGE,"underpayment":"-1e-10000"}],` +
			`"errorRate":{"claims":[{"number":1}],"counts":{"inError":1}}}`,
		`{"appraisal":{"pointEstimate":HUGE,"precision":HUGE,"interval":{"level":HUGE},` +
			`"overpayment":{"intervals":[{"level":"0.9","lowerLimit":HUGE}]},"curve":[{"precision":HUGE,"precisionAmount":"-1"},{}]}}`,
		`{"obligations":{"obligations":[{"kind":"x","amount":HUGE,"due":HUGE,"rules":[{}]}]},"size":{},"draws":[{}],` +
			`"population":{"malformed":[{}],"paid":HUGE}}`,
	} {
		var r Report
		if err := json.Unmarshal([]byte(strings.ReplaceAll(s, "HUGE", `"1e10000"`)), &r); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
		if _, err := json.Marshal(r.Document()); err != nil {
			t.Error(err)
		}
		written(t, r)
	}
}

// TestMaskedPatients: with MaskPatients no form has an identifier, in a reason neither, and each shows its last four characters.
func TestMaskedPatients(t *testing.T) {
	open, masked := detailed(t, Agreement{}, ReportOptions{}), detailed(t, Agreement{}, ReportOptions{MaskPatients: true})
	forms := func(r Report) map[string]string {
		forms := shown(t, r)
		data, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		forms["json"] = string(data)
		return forms
	}
	for form, text := range forms(masked) {
		for i, f := range open.Findings {
			if strings.Contains(text, f.Patient) {
				t.Fatalf("%s: patient %s", form, f.Patient)
			}
			if want := "****" + f.Patient[len(f.Patient)-4:]; masked.Findings[i].Patient != want || !strings.Contains(text,
				want) {
				t.Errorf("%s: no %s", form, want)
			}
		}
		if !strings.Contains(text, "level of service of ****") {
			t.Errorf("%s: the reason is lost", form)
		}
	}
	for form, text := range forms(open) {
		if !strings.Contains(text, open.Findings[0].Patient) || strings.Contains(text, "****") {
			t.Errorf("%s: a patient is missing or masked", form)
		}
	}
	for in, want := range map[string]string{"": "", "1": "****", "1234567": "****", "12345678": "****5678",
		"ä2345678": "****5678", "1234 5678 äöü": "**** äöü"} {
		if got := mask(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// TestMaskingLeavesTheReview: a masked report takes nothing from the next one.
func TestMaskingLeavesTheReview(t *testing.T) {
	r := newReview(t, Agreement{Protocol: ProtocolQuarterly}, frameOf(t, 60, hundred), Seeds{First: "1"})
	d := firstWrong(r.Worklist(), 3)
	for i := range d {
		d[i].Patient = fmt.Sprintf("patient %04d", i)
	}
	r = submit(t, r, d)
	before := report(t, r)
	if _, err := r.Report(ReportOptions{MaskPatients: true}); err != nil {
		t.Fatal(err)
	}
	a, _ := json.Marshal(before)
	b, _ := json.Marshal(report(t, r))
	if !bytes.Equal(a, b) || !bytes.Contains(a, []byte("patient 0001")) {
		t.Error("the masks stay")
	}
}
