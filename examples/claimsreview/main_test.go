package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath"
)

func clock() time.Time { return time.Date(2026, 11, 22, 13, 34, 23, 780_000_000, time.UTC) }

func call(t *testing.T, args ...string) (stdout, stderr string, err error) {
	t.Helper()
	var out, errs bytes.Buffer
	err = run(args, &out, &errs, clock)
	return out.String(), errs.String(), err
}

func mustCall(t *testing.T, args ...string) string {
	t.Helper()
	out, errs, err := call(t, args...)
	if err != nil {
		t.Fatalf("%v: %v\n%s", args, err, errs)
	}
	return out
}

// inFolder writes the embedded files, for runs that name them.
func inFolder(t *testing.T) (dir, claims, determinations, agreement string) {
	t.Helper()
	dir = t.TempDir()
	write := func(name string, data []byte) string {
		name = filepath.Join(dir, name)
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return name
	}
	write("systems.csv", exampleSystems)
	return dir, write("claims.csv", exampleClaims), write("determinations.csv", exampleDeterminations), write("agreement.json", exampleAgreement)
}

// TestEmbeddedExample: the review without flags tells its story, and the same again.
func TestEmbeddedExample(t *testing.T) {
	text := mustCall(t)
	for _, want := range []string{
		"Willow Creek Family Clinic", "CLAIMS REVIEW REPORT", "chart lost when the record", "Threshold met",
		"Repay the extrapolated overpayment at the point estimate", "Systems review", "left out, second segment    1", "left out, malformed         1",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the report does not say %q", want)
		}
	}
	if again := mustCall(t); again != text {
		t.Error("a second run says something else")
	}
	var report iromath.Report
	if err := json.Unmarshal([]byte(mustCall(t, "-format", "json")), &report); err != nil {
		t.Fatal(err)
	}
	missing, underpaid := false, false
	for _, f := range report.Findings {
		missing = missing || f.Documentation == "missing" && f.Overpayment.Equal(f.Paid)
		underpaid = underpaid || f.Underpayment.IsPositive()
	}
	if !missing || !underpaid {
		t.Error("the story has no missing chart or no underpayment")
	}
	// The same files by name, compressed, give the same report.
	dir, _, determinations, agreement := inFolder(t)
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if _, err := z.Write(exampleClaims); err != nil || z.Close() != nil {
		t.Fatal(err)
	}
	claims := filepath.Join(dir, "claims.csv.gz")
	if err := os.WriteFile(claims, packed.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	named := mustCall(t, "-systems", filepath.Join(dir, "systems.csv"), "-claims", claims, "-determinations", determinations, "-agreement", agreement, "-seed", exampleSeed, "-date", exampleDay)
	if named != text {
		t.Error("the same files by name give another report")
	}
}

// TestStepByStep goes from worklist to worklist with saved reviews, as people do, and ends in the same report.
func TestStepByStep(t *testing.T) {
	dir, claims, determinations, agreement := inFolder(t)
	straight := mustCall(t)
	out := filepath.Join(dir, "out")
	mustCall(t, "-claims", claims, "-agreement", agreement, "-seed", exampleSeed, "-out", out)
	ids := readWorklist(t, filepath.Join(out, "worklist_discovery_sample.csv"))
	if len(ids) != 50 {
		t.Fatalf("%d claims on the first worklist", len(ids))
	}
	// Determinations of the discovery sample alone: the program asks for the rest.
	part := filepath.Join(dir, "part.csv")
	if err := os.WriteFile(part, only(ids), 0o600); err != nil {
		t.Fatal(err)
	}
	saved := filepath.Join(out, "review.json")
	mustCall(t, "-claims", claims, "-resume", saved, "-determinations", part, "-date", exampleDay, "-out", out)
	if more := readWorklist(t, filepath.Join(out, "worklist_full_sample.csv")); len(more) != 124 {
		t.Fatalf("%d claims on the second worklist", len(more))
	}
	mustCall(t, "-claims", claims, "-resume", saved, "-determinations", determinations, "-date", exampleDay, "-out", out)
	if open := readWorklist(t, filepath.Join(out, "worklist_systems.csv")); len(open) == 0 {
		t.Error("no claims whose systems are to be reviewed")
	}
	text := mustCall(t, "-claims", claims, "-resume", saved, "-systems", filepath.Join(dir, "systems.csv"), "-date", exampleDay, "-out", out)
	if text != straight {
		t.Error("step by step gives another report")
	}
	for _, name := range []string{"report.txt", "report.json", "report.html", "report.md", "review.json", "overpayments_discovery_sample.txt", "overpayments_full_sample.txt",
		"random_numbers_discovery_sample.txt", "random_numbers_full_sample.txt", "sample_size.txt", "worklist_discovery_sample.csv"} {
		if info, err := os.Stat(filepath.Join(out, name)); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v", name, err)
		}
	}
	if onDisk, err := os.ReadFile(filepath.Join(out, "report.txt")); err != nil || string(onDisk) != text {
		t.Errorf("report.txt is not what was printed: %v", err)
	}
	// Every form on disk is the one that is printed, resumed or not.
	for form, file := range map[string]string{"json": "report.json", "html": "report.html", "markdown": "report.md"} {
		onDisk, err := os.ReadFile(filepath.Join(out, file))
		if err != nil || string(onDisk) != mustCall(t, "-format", form) {
			t.Errorf("%s is not the report of one run: %v", file, err)
		}
	}
	// A saved review that is done reports without determinations.
	if again := mustCall(t, "-claims", claims, "-resume", saved, "-date", exampleDay); again != text {
		t.Error("a finished review reports otherwise when it is resumed")
	}
	if _, _, err := call(t, "-claims", claims, "-resume", saved, "-determinations", determinations); err == nil {
		t.Error("determinations for a finished review were passed over in silence")
	}
	// A worklist that was filled in is not overwritten; a file without a determination of the worklist is refused.
	mine := filepath.Join(out, "worklist_discovery_sample.csv")
	if err := os.WriteFile(mine, []byte("filled in"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, err := call(t, "-claims", claims, "-agreement", agreement, "-seed", exampleSeed, "-out", out); err == nil {
		t.Error("a worklist that was filled in was overwritten")
	}
	if data, err := os.ReadFile(mine); err != nil || string(data) != "filled in" {
		t.Errorf("%s, %v", data, err)
	}
	if err := os.WriteFile(part, []byte("claim_id,correct,documentation\nno such claim,1,complete\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, err := call(t, "-claims", claims, "-agreement", agreement, "-seed", exampleSeed, "-determinations", part); err == nil || !strings.Contains(err.Error(), "1 of other claims") {
		t.Errorf("a file of other claims: %v", err)
	}
	// A determination that is missing is named, and nothing is written.
	if err := os.WriteFile(part, only(ids[1:]), 0o600); err != nil {
		t.Fatal(err)
	}
	_, _, err := call(t, "-claims", claims, "-agreement", agreement, "-seed", exampleSeed, "-determinations", part, "-out", filepath.Join(dir, "none"))
	if !errors.Is(err, iromath.ErrMissing) || !strings.Contains(err.Error(), ids[0]) {
		t.Errorf("a missing determination: %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "none")); err == nil {
		t.Error("a failed run has written files")
	}
}

func readWorklist(t *testing.T, name string) []string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, line := range strings.Split(strings.TrimSpace(string(data)), "\n")[1:] {
		ids = append(ids, strings.Split(line, ",")[2])
	}
	return ids
}

// only returns the embedded determinations of some claims.
func only(ids []string) []byte {
	wanted := map[string]bool{"claim_id": true}
	for _, id := range ids {
		wanted[id] = true
	}
	var b bytes.Buffer
	for _, line := range strings.SplitAfter(string(exampleDeterminations), "\n") {
		if wanted[strings.Split(line, ",")[0]] {
			b.WriteString(line)
		}
	}
	return b.Bytes()
}

// TestForms: every form of the report, with patients masked or not.
func TestForms(t *testing.T) {
	dir, claims, _, agreement := inFolder(t)
	named := filepath.Join(dir, "named.csv")
	lines := strings.Split(strings.TrimSpace(string(exampleDeterminations)), "\n")
	for i := range lines {
		if i == 0 {
			lines[i] += ",patient"
		} else {
			lines[i] += fmt.Sprintf(",PATIENT-%06d", i)
		}
	}
	if err := os.WriteFile(named, []byte(strings.Join(lines, "\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	for form, start := range map[string]string{"text": "       ", "json": "{\n", "html": "<!DOCTYPE html>\n", "markdown": "# Claims review report\n"} {
		args := []string{"-claims", claims, "-determinations", named, "-agreement", agreement, "-seed", exampleSeed, "-date", exampleDay, "-format", form}
		open, masked := mustCall(t, args...), mustCall(t, append(args, "-mask-patients")...)
		if !strings.HasPrefix(open, start) || !strings.Contains(open, "PATIENT-000") {
			t.Errorf("%s: %.60q", form, open)
		}
		if strings.Contains(masked, "PATIENT-") || !strings.Contains(strings.ReplaceAll(masked, `\`, ""), "****0") {
			t.Errorf("%s: patients are not masked", form)
		}
	}
}

// TestCorrections: a correction before the determinations and one after them, from worklist to report.
func TestCorrections(t *testing.T) {
	dir, claims, determinations, agreement := inFolder(t)
	out := filepath.Join(dir, "out")
	mustCall(t, "-claims", claims, "-agreement", agreement, "-seed", exampleSeed, "-out", out)
	before := readWorklist(t, filepath.Join(out, "worklist_discovery_sample.csv"))
	corrections := func(ids ...string) string {
		list, err := json.Marshal([]iromath.FrameCorrection{{Ground: iromath.GroundOtherPayor, Description: "paid by a private payor",
			Search: "remittances of all claims compared", Claims: ids}})
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Join(dir, "corrections.json")
		if err := os.WriteFile(name, list, 0o600); err != nil {
			t.Fatal(err)
		}
		return name
	}
	saved := filepath.Join(out, "review.json")
	_, errs, err := call(t, "-claims", claims, "-resume", saved, "-corrections", corrections(before[0], before[7]), "-date", exampleDay, "-out", out)
	if err != nil || !strings.Contains(errs, "2 claims left the frame, 2 of them drawn") || !strings.Contains(errs, "warning: ") {
		t.Fatalf("%v: %s", err, errs)
	}
	after := readWorklist(t, filepath.Join(out, "worklist_discovery_sample_correction_1.csv"))
	if len(after) != 50 || slices.Contains(after, before[0]) || slices.Contains(after, before[7]) {
		t.Errorf("%v", after)
	}
	mustCall(t, "-claims", claims, "-resume", saved, "-determinations", determinations, "-date", exampleDay, "-out", out)
	text := mustCall(t, "-claims", claims, "-resume", saved, "-corrections", corrections(before[1], "WC25-00010"), "-determinations", determinations,
		"-systems", filepath.Join(dir, "systems.csv"), "-date", exampleDay, "-out", out)
	for _, want := range []string{"Correction 2 of the frame", "stepped in", "SYSTEMS REVIEW", "monitor_not_consulted", "Claims in the population      408"} {
		if !strings.Contains(text, want) {
			t.Errorf("the report does not say %q", want)
		}
	}
	if again := mustCall(t, "-claims", claims, "-resume", saved, "-date", exampleDay); again != text {
		t.Error("a resumed review reports otherwise")
	}
}

func TestSeedFromTheClock(t *testing.T) {
	_, claims, _, _ := inFolder(t)
	out, errs, err := call(t, "-claims", claims)
	if err != nil || !strings.Contains(errs, "48863.78") { // 13:34:23.78
		t.Errorf("%v: %s", err, errs)
	}
	if len(strings.Split(strings.TrimSpace(out), "\n")) != 51 {
		t.Errorf("worklist of %d lines", strings.Count(out, "\n"))
	}
}

func TestProtocolsAndColumns(t *testing.T) {
	_, _, determinations, _ := inFolder(t)
	for protocol, want := range map[string]string{"single": "One sample of 100 claims", "quarterly": "One sample of 30 claims"} {
		dir := t.TempDir()
		claims := filepath.Join(dir, "c.csv")
		renamed := strings.Replace(string(exampleClaims), "claim_id,segment,paid_date,payor,code,paid", "Number,seg,When,Who,code,Amount", 1)
		if err := os.WriteFile(claims, []byte(renamed), 0o600); err != nil {
			t.Fatal(err)
		}
		text := mustCall(t, "-claims", claims, "-determinations", determinations, "-protocol", protocol, "-seed", "1", "-id", "number", "-paid", "amount",
			"-segment", "seg", "-payor", "who", "-date-column", "when", "-payors", "Medicare,State Medicaid", "-from", "2025-01-01", "-through", "2026-01-31")
		if !strings.Contains(text, want) || !strings.Contains(text, "Claims in the frame           412") {
			t.Errorf("%s: no %q, or another frame", protocol, want)
		}
	}
}

func TestRefuses(t *testing.T) {
	_, claims, determinations, agreement := inFolder(t)
	for _, args := range [][]string{
		{"extra"},
		{"-nonsense"},
		{"-format", "pdf"},
		{"-corrections", "/no/such/file"},
		{"-corrections", claims},
		{"-systems", "/no/such/file"},
		{"-systems", claims},
		{"-systems", determinations},
		{"-claims", "/no/such/file"},
		{"-claims", claims, "-determinations", "/no/such/file", "-seed", "1"},
		{"-claims", claims, "-protocol", "yearly", "-seed", "1"},
		{"-claims", claims, "-seed", "x"},
		{"-claims", claims, "-paid", "no_such_column", "-seed", "1"},
		{"-claims", claims, "-from", "1/1/2025", "-seed", "1"},
		{"-claims", claims, "-seed", "1", "-determinations", determinations, "-date", "today"},
		{"-agreement", claims},
		{"-agreement", agreement, "-protocol", "single"},
		{"-resume", claims},
		{"-resume", claims, "-seed", "1"},
		{"-resume", claims, "-payors", "Medicare"},
		{"-resume", claims, "-from", "2025-01-01"},
		{"-resume", claims, "-id", "claim_id"},
		{"-claims", claims, "-seed", "1", "-determinations", claims},
		{"-resume", "/no/such/file"},
	} {
		if out, _, err := call(t, args...); err == nil || out != "" {
			t.Errorf("%v: %v, wrote %q", args, err, out)
		}
	}
}

// TestSynPUF reviews 102,933 claim rows of CMS' synthetic public use file, with simulated determinations.
func TestSynPUF(t *testing.T) {
	folder := "../../../shared/data/synpuf/"
	if _, err := os.Stat(folder); err != nil {
		t.Skip("the synthetic claims are not there:", err)
	}
	for name, full := range map[string]bool{"low": false, "high": true} {
		var report iromath.Report
		out := t.TempDir()
		text := mustCall(t, "-claims", folder+"claims.csv", "-determinations", folder+"determinations_"+name+"_error.csv",
			"-seed", "12345", "-date", "2026-11-22", "-format", "json", "-out", out)
		if err := json.NewDecoder(strings.NewReader(text)).Decode(&report); err != nil && !errors.Is(err, io.EOF) {
			t.Fatal(err)
		}
		for _, file := range []string{"report.txt", "report.md", "report.html"} {
			form, err := os.ReadFile(filepath.Join(out, file))
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range report.Findings {
				if !bytes.Contains(form, []byte(f.ID)) {
					t.Errorf("%s: claim %s is not in %s", name, f.ID, file)
				}
			}
		}
		if report.Population.Size != 99498 || report.ErrorRate.ThresholdMet != full || (report.Appraisal != nil) != full {
			t.Errorf("%s: frame of %d, threshold met %v", name, report.Population.Size, report.ErrorRate.ThresholdMet)
		}
		if full { // every claim has a decision, so the truth is known; it was added up by another program
			truth, i := decimal.RequireFromString("90035870.34"), report.Appraisal.Interval
			if truth.LessThan(i.LowerLimit) || truth.GreaterThan(i.UpperLimit) {
				t.Errorf("the truth %s is not within %s to %s", truth, i.LowerLimit, i.UpperLimit)
			}
		}
	}
}
