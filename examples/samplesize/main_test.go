package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func call(t *testing.T, args ...string) (stdout string, err error) {
	t.Helper()
	var out, errs bytes.Buffer
	err = run(args, &out, &errs, func() time.Time { return time.Date(2026, 11, 26, 0, 0, 0, 0, time.UTC) })
	return out.String(), err
}

// TestManual: the probe sample of RAT-STATS' Companion Manual 4-3 from a file prints the table of 4-4 and 4-5.
func TestManual(t *testing.T) {
	file := filepath.Join(t.TempDir(), "probe.txt")
	const values = `321 382 453 459 343 388 313 420 407 395 441 448 447 333 357 395 477 391 356 368 376 350 461 472 447`
	if err := os.WriteFile(file, []byte(strings.ReplaceAll(values, " ", "\r\n")), 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := call(t, "-probe", file, "-universe", "100000", "-audit", "Manual", "-precision", "1", "-fixed", "100, 30")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"AUDIT/REVIEW: Manual", "DATA FILE USED: " + file, "Date: 11/26/2026",
		"Estimated Mean: 400.00\nEstimated Std. Deviation: 50.00\nUniverse Size: 100,000\n",
		"Full sample at 90% confidence and 1% precision: 421 claims\n",
		"smallest whose t interval is within the precision: 423 claims", "probe sample of 25 as its first part: 396 more",
		"100         90%      t 1.660391", "30         90%      t 1.699127", "up to half a unit short",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	fields := strings.Join(strings.Fields(text), " ")
	for _, row := range []string{
		"1% 256 421 597 1026", "2% 64 106 150 259", "15% 1 (*) 2 (*) 3 (*) 5 (*)", "25% --- 1 (*) 1 (*) 2 (*)",
	} {
		if !strings.Contains(fields, row) {
			t.Errorf("no row %q in\n%s", row, text)
		}
	}
}

// TestEmbedded: the program without flags, and the same as JSON.
func TestEmbedded(t *testing.T) {
	text, err := call(t)
	if err != nil || !strings.Contains(text, "Universe Size: 12,480") ||
		!strings.Contains(text, "Full sample at 90% confidence and 25% precision") {
		t.Errorf("%v\n%s", err, text)
	}
	data, err := call(t, "-format", "json", "-fixed", "100")
	if err != nil {
		t.Fatal(err)
	}
	var a answer
	if err := json.Unmarshal([]byte(data), &a); err != nil || a.Table.ProbeSize != 50 || len(a.Fixed) != 1 ||
		a.Full.Size == 0 || a.Reaching < a.Full.Size {
		t.Errorf("%v\n%s", err, data)
	}
	one, err := call(t, "-one-sided", "-levels", "90,95", "-level", "95")
	if err != nil || !strings.Contains(one, "one-sided") {
		t.Errorf("%v\n%s", err, one)
	}
	if small, err := call(t, "-precision", "90"); err != nil || !strings.Contains(small, "is as large already") {
		t.Errorf("%v\n%s", err, small)
	}
}

func TestRefuses(t *testing.T) {
	dir := t.TempDir()
	bad := filepath.Join(dir, "bad.txt")
	if err := os.WriteFile(bad, []byte("1 12.50\n2 0\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"extra"}, {"-nonsense"}, {"-format", "html"}, {"-probe", bad}, {"-probe", bad, "-universe", "9"},
		{"-probe", filepath.Join(dir, "none"), "-universe", "9"}, {"-levels", "ninety"}, {"-levels", "1e99"}, {"-level", "100"},
		{"-level", "90,95"}, {"-level", ""}, {"-precision", "0"}, {"-precisions", "0"}, {"-fixed", "x"}, {"-fixed", "0"},
		{"-universe", "10"}, {"-one-sided", "-level", "40"},
	} {
		if out, err := call(t, args...); err == nil || out != "" {
			t.Errorf("%v: %v, wrote %q", args, err, out)
		}
	}
}
