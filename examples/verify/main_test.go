package main

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/iromath/iromath"
)

func call(args ...string) (ok bool, stdout string, err error) {
	var out bytes.Buffer
	ok, err = run(args, &out, io.Discard)
	return ok, out.String(), err
}

// inFolder writes the embedded files, for runs that name them.
func inFolder(t *testing.T) (dir string, args func(reported string) []string) {
	t.Helper()
	dir = t.TempDir()
	for name, data := range map[string][]byte{
		"claims.csv": exampleClaims, "determinations.csv": exampleDeterminations, "agreement.json": exampleAgreement, "reported.json": exampleReported,
	} {
		write(t, filepath.Join(dir, name), data)
	}
	return dir, func(reported string) []string {
		return []string{"-claims", filepath.Join(dir, "claims.csv"), "-determinations", filepath.Join(dir, "determinations.csv"),
			"-agreement", filepath.Join(dir, "agreement.json"), "-reported", filepath.Join(dir, reported)}
	}
}

func write(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestEmbeddedExample: the spare is named, the same by file as without flags.
func TestEmbeddedExample(t *testing.T) {
	ok, text, err := call()
	if err != nil || ok {
		t.Fatal(ok, err)
	}
	for _, want := range []string{"[spare_for_missing]", "HB26-02650", "digest  sha256:", "DIFFERS", "matches", "not drawn: HB26-01123"} {
		if !strings.Contains(text, want) {
			t.Errorf("the answer does not say %q", want)
		}
	}
	_, args := inFolder(t)
	if ok, named, err := call(args("reported.json")...); err != nil || ok || named != text {
		t.Errorf("by file: %v %v", ok, err)
	}
	_, raw, err := call("-format", "json")
	var v iromath.Verification
	if err != nil || json.Unmarshal([]byte(raw), &v) != nil || len(v.Diagnoses) != 1 || v.Diagnoses[0].Code != "spare_for_missing" {
		t.Errorf("%v %+v", err, v.Diagnoses)
	}
	for _, c := range v.Figures {
		if c.Status != iromath.FigureMatches && !strings.Contains(strings.Join(v.Diagnoses[0].Explains, " "), c.Path) {
			t.Errorf("%s is not explained", c.Path)
		}
	}
}

// TestRightReport: the report that the review itself gives matches, and so does its replay; an amount that is changed does not.
func TestRightReport(t *testing.T) {
	dir, args := inFolder(t)
	agreement, err := iromath.ParseAgreement(exampleAgreement)
	if err != nil {
		t.Fatal(err)
	}
	frame, err := iromath.ReadFrame(bytes.NewReader(exampleClaims), agreement.FrameOptions(), nil)
	if err != nil {
		t.Fatal(err)
	}
	review, err := iromath.NewReview(agreement, frame, iromath.Seeds{First: "41207.33"})
	if err != nil {
		t.Fatal(err)
	}
	determinations, _, err := iromath.ReadDeterminations(bytes.NewReader(exampleDeterminations), iromath.DeterminationOptions{}, review.Worklist())
	if err != nil {
		t.Fatal(err)
	}
	var reported iromath.Reported
	if reported, err = iromath.ParseReported(exampleReported); err != nil {
		t.Fatal(err)
	}
	if review, err = review.Submit(reported.Sample.Completed, determinations); err != nil {
		t.Fatal(err)
	}
	report, err := review.Report(iromath.ReportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	right, err := json.Marshal(iromath.Reported{Agreement: agreement, Results: report.Results()})
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "right.json"), right)
	if ok, text, err := call(args("right.json")...); err != nil || !ok || !strings.Contains(text, "Every figure matches as printed") {
		t.Errorf("%v %v\n%s", ok, err, text)
	}
	saved, err := review.Save()
	if err != nil {
		t.Fatal(err)
	}
	replay := filepath.Join(dir, "review.json")
	write(t, replay, saved)
	if ok, text, err := call("-replay", replay, "-claims", filepath.Join(dir, "claims.csv")); err != nil || !ok {
		t.Errorf("%v %v\n%s", ok, err, text)
	}
	if ok, text, err := call("-replay", replay); err != nil || ok || !strings.Contains(text, "0 differ, 2 cannot be checked") ||
		strings.Contains(text, "Not explained") {
		t.Errorf("%v %v\n%s", ok, err, text)
	}
	for _, claims := range []string{"", filepath.Join(dir, "claims.csv")} { // what is missing is said, and nothing where it is there
		var stderr bytes.Buffer
		ok, err := run([]string{"-replay", replay, "-format", "json", "-claims", claims}, io.Discard, &stderr)
		if err != nil || ok != (claims != "") || strings.Contains(stderr.String(), "give -claims") != (claims == "") {
			t.Errorf("-claims %q: %v %v, says %q", claims, ok, err, &stderr)
		}
	}
	point := string(report.Results().Estimate.PointEstimate)
	write(t, replay, bytes.Replace(saved, []byte(`"`+point+`"`), []byte(`"1`+point+`"`), 1))
	if ok, text, err := call("-replay", replay, "-claims", filepath.Join(dir, "claims.csv")); err != nil || ok || !strings.Contains(text, "1 differ") {
		t.Errorf("%v %v\n%s", ok, err, text)
	}
}

func TestRefuses(t *testing.T) {
	dir, args := inFolder(t)
	write(t, filepath.Join(dir, "bad.json"), []byte(`{"population":{"claims":"many"}}`))
	claims := filepath.Join(dir, "claims.csv")
	for _, a := range [][]string{
		{"extra"}, {"-nonsense"}, {"-format", "html"}, {"-claims", claims}, {"-replay", claims}, {"-replay", "/no/such/file"},
		{"-replay", claims, "-reported", claims}, {"-replay", claims, "-claims", claims}, args("bad.json"), args("claims.csv"), args("no such file"),
		append(args("reported.json"), "-paid", "no_such_column"), append(args("reported.json"), "-determinations-comma", ";"),
		append(args("reported.json"), "-agreement", claims),
	} {
		if ok, out, err := call(a...); err == nil || ok || out != "" {
			t.Errorf("%v: %v, wrote %q", a, err, out)
		}
	}
}
