package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/iromath/iromath/internal/jsonform"
)

func call(t *testing.T, args ...string) (string, error) {
	t.Helper()
	var out, errs bytes.Buffer
	err := run(args, &out, &errs)
	return out.String(), err
}

// TestClinic tells the case of the embedded facts: both events are reportable, neither without its analysis.
func TestClinic(t *testing.T) {
	text, err := call(t)
	if err != nil {
		t.Fatal(err)
	}
	last := 0
	for _, want := range []string{ // in this order
		"Three Oaks Clinic (fictitious)",
		"Event 1: Complex visits coded too high", "First look, without an analysis: NEEDS ANALYSIS",
		"does not meet the provider's screening threshold",
		"Analysis of 2026-10-09", "Determination: REPORTABLE", "Report it to OIG in writing. By Monday, 2026-11-09.",
		"Notify Medicare promptly and repay $10,850.45. By Monday, 2026-11-30.", "The report contains",
		"2026-03-02 to 2026-08-21",
		"Event 2: Copays waived at registration", "First look, without an analysis: NEEDS ANALYSIS",
		"Determination: REPORTABLE",
		"By Friday, 2026-11-13.", "at least $100,000",
		"Resolution: Complex visits coded too high", "$11,763.65 x 1.5 = $17,645.48; minimum $20,000.00",
		"$20,000.00 (the minimum decides)",
		"Resolution: Copays waived at registration", "$2,207.50 x 1.5 = $3,311.25", "Note in the submission to the Protocol",
		"Clocks", "by Wednesday, 2026-11-25, done in time", "Missing: The reasons", "by Thursday, 2026-11-12",
		"Annual report: by Wednesday, 2026-12-30",
		"no legal advice",
	} {
		at := strings.Index(text[last:], want)
		if at < 0 {
			t.Fatalf("%q is missing behind byte %d of\n%s", want, last, text)
		}
		last += at + len(want)
	}
	for i, line := range strings.Split(text, "\n") {
		if len(line) > 2*width || strings.TrimRight(line, " ") != line {
			t.Errorf("line %d: %q", i+1, line)
		}
	}
	again, _ := call(t)
	if again != text {
		t.Error("told differently the second time")
	}
}

// TestOwnFacts: the embedded facts from a file tell the same, and the JSON answers decode strictly to the same determinations.
func TestOwnFacts(t *testing.T) {
	file := filepath.Join(t.TempDir(), "facts.json")
	if err := os.WriteFile(file, clinic, 0o600); err != nil {
		t.Fatal(err)
	}
	want, err := call(t)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := call(t, "-facts", file); err != nil || got != want {
		t.Errorf("%v: the same facts from a file tell something else", err)
	}
	text, err := call(t, "-facts", file, "-format", "json")
	if err != nil {
		t.Fatal(err)
	}
	var out answers
	if err := jsonform.Unmarshal([]byte(text), &out); err != nil {
		t.Fatal(err)
	}
	if len(out.Determinations) != 2 || out.Determinations[0].ReportBy.String() != "2026-11-09" ||
		len(out.Settlements) != 2 || len(out.Deadlines) != 3 {
		t.Errorf("%+v", out)
	}
	if out.Determinations[0].Overpayment.String() != out.Settlements[0].Base.String() {
		t.Error("the story settles on another amount than it determined")
	}
}

// TestParts: facts may hold one part only, of every kind, and whatever status comes out is told.
func TestParts(t *testing.T) {
	for facts, want := range map[string][]string{
		`{}`: {"no legal advice"},
		`{"events":[{"kind":"ineligible_person","persons":[{"name":"P","from":"2025-01-01"}]}]}`:                                                                    {"Event 1: ineligible person", "NOT REPORTABLE"},
		`{"events":[{"kind":"bankruptcy","petitions":[{"debtor":"provider","filed":"2026-11-02"}],"determined":"2026-11-02"}]}`:                                     {"REPORTABLE", "filed 2026-11-02", "2026-12-02"},
		`{"resolutions":[{"title":"x","resolution":{"matter":"other","damages":"1","cmp":"no"}}]}`:                                                                  {"nothing to resolve"},
		`{"deadlines":{"clocks":[{"clock":"request_modification"},{"clock":"repay_overpayment","on":"2026-01-05","done":"2026-03-07"}]}}`:                           {"request modification: no clock runs", "done late, days: 1"},
		`{"deadlines":{"clocks":[{"clock":"agreement","label":"a report","on":"2026-01-05","days":5,"clause":{"parameter":"days","quote":"within five days"}}]}}`:   {"a report: by Saturday, 2026-01-10", "within five days"},
		`{"deadlines":{"clocks":[{"clock":"report_reportable_event","label":"report","on":"2026-01-05","days":5,"clause":{"parameter":"days","quote":"5 days"}}]}}`: {"report: by Saturday"},
	} {
		file := filepath.Join(t.TempDir(), "facts.json")
		if err := os.WriteFile(file, []byte(facts), 0o600); err != nil {
			t.Fatal(err)
		}
		text, err := call(t, "-facts", file)
		if err != nil {
			t.Errorf("%s: %v", facts, err)
		}
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("%s: no %q in\n%s", facts, w, text)
			}
		}
		data, err := call(t, "-facts", file, "-format", "json")
		if err != nil || !json.Valid([]byte(data)) {
			t.Errorf("%s: %v, %s", facts, err, data)
		}
	}
}

func TestRefuses(t *testing.T) {
	write := func(text string) string {
		file := filepath.Join(t.TempDir(), "facts.json")
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return file
	}
	for _, args := range [][]string{
		{"extra"},
		{"-nonsense"},
		{"-format", "html"},
		{"-facts", "/no/such/file"},
		{"-facts", write(`{"event":[]}`)},
		{"-facts", write(`{"events":[{"kind":"fraud"}]}`)},
		{"-facts", write(`{"resolutions":[{"title":"x","resolution":{}}]}`)},
		{"-facts", write(`{"deadlines":{}}`)},
	} {
		if out, err := call(t, args...); err == nil || out != "" {
			t.Errorf("%v: %v, wrote %q", args, err, out)
		}
	}
	if _, err := call(t, "-facts",
		write(`{"events":[{"kind":"bankruptcy","petitions":[{"debtor":"provider"}]},{"kind":"bankruptcy"}]}`)); err == nil || !strings.Contains(err.Error(), "event 2") {
		t.Errorf("%v does not say which event", err)
	}
}
