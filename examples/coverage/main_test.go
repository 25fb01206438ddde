package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"
)

func call(t *testing.T, args ...string) (stdout, stderr string, err error) {
	t.Helper()
	var out, errs bytes.Buffer
	clock := time.Unix(0, 0)
	err = run(args, &out, &errs, func() time.Time { clock = clock.Add(20 * time.Second); return clock })
	return out.String(), errs.String(), err
}

// TestWorkers: the CSV is the same for any number of workers, and a smaller study has the same rows.
func TestWorkers(t *testing.T) {
	args := []string{"-replicates", "40", "-seed", "9", "-cells", "/(5|60)/30/"}
	one, progress, err := call(t, append(args, "-workers", "1")...)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(one, "\n")
	if len(lines) < 60 {
		t.Fatalf("%d lines", len(lines))
	}
	if !strings.Contains(progress, "some ") || !strings.Contains(progress, fmt.Sprintf("%d of %[1]d cells", len(lines)-2)) {
		t.Errorf("progress: %q", progress)
	}
	for _, workers := range []string{"2", "7", "200"} {
		if other, _, err := call(t, append(args, "-workers", workers)...); err != nil || other != one {
			t.Errorf("%s workers: another CSV (%v)", workers, err)
		}
	}
	fewer, _, err := call(t, "-replicates", "40", "-seed", "9", "-cells", "^rare/60/30/pps$")
	if err != nil || strings.Count(fewer, "\n") != 2 {
		t.Fatalf("%q %v", fewer, err)
	}
	if row := strings.Split(fewer, "\n")[1]; !strings.Contains(one, row+"\n") {
		t.Errorf("not in the larger study: %s", row)
	}
	if other, _, err := call(t, append(args, "-seed", "10")...); err != nil || other == one {
		t.Errorf("another seed, the same CSV (%v)", err)
	}
}

// TestFiles: the CSV read again is the same rows and writes the same text and chart.
func TestFiles(t *testing.T) {
	dir := t.TempDir()
	table, chart, again := filepath.Join(dir, "a.csv"), filepath.Join(dir, "a.svg"), filepath.Join(dir, "b.svg")
	if _, _, err := call(t, "-replicates", "20", "-cells", "/5/100/", "-out", table, "-chart", chart); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(table)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := readCSV(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	var copied bytes.Buffer
	if err := writeCSV(&copied, rows); err != nil || copied.String() != string(text) {
		t.Errorf("rewritten CSV differs (%v)", err)
	}
	if out, _, err := call(t, "-in", table, "-chart", again); err != nil || out != "" {
		t.Fatalf("%q %v", out, err)
	}
	first, _ := os.ReadFile(chart)
	if second, err := os.ReadFile(again); err != nil || !bytes.Equal(first, second) {
		t.Errorf("the chart of the CSV is another one (%v)", err)
	}
	if out, _, err := call(t, "-in", table); err != nil || out != string(text) {
		t.Errorf("-in alone does not print the CSV (%v)", err)
	}
}

// TestCSV: every field of a row survives, numbers that are none as well.
func TestCSV(t *testing.T) {
	var one row
	v := reflect.ValueOf(&one).Elem()
	for i := range v.NumField() {
		switch f := v.Field(i); f.Kind() {
		case reflect.String:
			f.SetString(fmt.Sprintf("a \"name\", %d", i))
		case reflect.Int:
			f.SetInt(int64(i + 1))
		case reflect.Uint64:
			f.SetUint(math.MaxUint64 - uint64(i))
		case reflect.Float64:
			f.SetFloat(float64(i) / 64)
		default:
			t.Fatalf("field %d is a %s", i, f.Kind())
		}
	}
	none := one
	none.TwoSided = math.NaN()
	var b bytes.Buffer
	if err := writeCSV(&b, []row{one, none}); err != nil {
		t.Fatal(err)
	}
	rows, err := readCSV(&b)
	if err != nil {
		t.Fatal(err)
	}
	if rows[0] != one || !math.IsNaN(rows[1].TwoSided) {
		t.Errorf("%+v became %+v", one, rows)
	}
	for _, text := range []string{"", "a,b\n1,2\n", "\"", strings.Replace(csvOf(t, one), ",2,", ",two,", 1)} {
		if rows, err := readCSV(strings.NewReader(text)); err == nil {
			t.Errorf("%q was read as %v", text, rows)
		}
	}
}

func csvOf(t *testing.T, rows ...row) string {
	var b bytes.Buffer
	if err := writeCSV(&b, rows); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestFlags(t *testing.T) {
	for _, args := range [][]string{
		{"-replicates", "0"}, {"-replicates", "-5"}, {"-replicates", "1e6"}, {"-replicates", "100000001"},
		{"-workers", "0"}, {"-workers", "1001"}, {"-seed", "-1"}, {"-seed", "today"}, {"-cells", "("}, {"-cells", "no such cell"},
		{"extra"}, {"-nonsense"}, {"-out", filepath.Join(t.TempDir(), "no", "such.csv")}, {"-in", "no such.csv"}, {"-in", "main.go"},
		{"-chart", t.TempDir()},
	} {
		if out, _, err := call(t, args...); err == nil || out != "" {
			t.Errorf("%v: no error, %d bytes of output", args, len(out))
		}
	}
	if _, help, err := call(t, "-help"); !errors.Is(err, flag.ErrHelp) || !strings.Contains(help, "-replicates") {
		t.Errorf("-help: %v", err)
	}
	if names, _, err := call(t, "-list", "-cells", "^whole/2/50/"); err != nil || !strings.HasPrefix(names, "whole/2/50/t\nwhole/2/50/ratio\n") {
		t.Errorf("-list: %q %v", names, err)
	}
}

// full reads the CSV of the full run.
func full(t *testing.T) []row {
	t.Helper()
	rows, err := readFile("results/coverage.csv")
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// TestResults: the results that are committed are those of the program as it is: all cells of the grid, some of them run
// again, and the chart.
func TestResults(t *testing.T) {
	rows := full(t)
	list := cells(regexp.MustCompile(""))
	if len(rows) != len(list) {
		t.Fatalf("%d rows, %d cells", len(rows), len(list))
	}
	again := 0
	for i, c := range list {
		r := rows[i]
		if name := fmt.Sprintf("%s/%d/%d/%s", r.Population, r.Rate, r.Size, r.Method); name != c.String() {
			t.Fatalf("row %d is %s, not %s", i, name, c)
		}
		if c.size != 30 || i%60 != 0 {
			continue
		}
		one, err := c.run(r.Replicates, r.Seed)
		if err != nil {
			t.Fatal(err)
		}
		again++
		if csvOf(t, one) != csvOf(t, r) {
			t.Errorf("%s run again:\n%swhere the results have\n%s", c, csvOf(t, one), csvOf(t, r))
		}
	}
	if again < 4 {
		t.Errorf("%d cells run again", again)
	}
	want, err := os.ReadFile("results/coverage.svg")
	if err != nil {
		t.Fatal(err)
	}
	var chart bytes.Buffer
	if err := drawChart(&chart, rows); err != nil || !bytes.Equal(chart.Bytes(), want) {
		t.Errorf("results/coverage.svg is not the chart of results/coverage.csv: go run . -in results/coverage.csv -chart results/coverage.svg (%v)", err)
	}
}

// TestChart: it is well formed, has a title and a description, a line for each series and says where there is none; no figure
// of the results is outside of its axis.
func TestChart(t *testing.T) {
	for _, p := range panels() {
		for _, r := range full(t) {
			for _, s := range p.lines {
				if v := 100 * p.value(r); s.at(r) && (v < p.low || v > p.high) {
					t.Errorf("%s: %v is outside", p.title, v)
				}
			}
		}
	}
	for name, rows := range map[string][]row{"full": full(t), "empty": nil} {
		var b bytes.Buffer
		if err := drawChart(&b, rows); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(b.String(), "NaN") || strings.Contains(b.String(), "Inf") {
			t.Errorf("%s: a number that is none", name)
		}
		elements := map[string]int{}
		text := ""
		for d := xml.NewDecoder(&b); ; {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(name, err)
			}
			switch token := token.(type) {
			case xml.StartElement:
				elements[token.Name.Local]++
			case xml.CharData:
				text += string(token)
			}
		}
		if elements["title"] != 1 || elements["desc"] != 1 {
			t.Errorf("%s: %v", name, elements)
		}
		// The legends have a line a series; "One fee" has but the simple sample and the minimum sum on the right.
		legends, lines := 4+4+3+4, 5*(4+4+3+4)-2-2
		if name == "empty" {
			lines = 0
		}
		if elements["polyline"] != legends+lines {
			t.Errorf("%s: %d lines", name, elements["polyline"])
		}
		if empty := strings.Count(text, "not simulated"); (name == "empty") != (empty == 20) || name == "full" && empty != 0 {
			t.Errorf("%s: %d empty panels", name, empty)
		}
	}
}

// broken is a writer that is full.
type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestBrokenOutput(t *testing.T) {
	if err := writeCSV(broken{}, make([]row, 1)); err == nil {
		t.Error("CSV: no error")
	}
	if err := drawChart(broken{}, nil); err == nil {
		t.Error("chart: no error")
	}
	if err := run([]string{"-list"}, broken{}, io.Discard, time.Now); err == nil {
		t.Error("list: no error")
	}
}
