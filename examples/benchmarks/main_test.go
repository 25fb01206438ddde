package main

import (
	"bytes"
	"errors"
	"flag"
	"math"
	"strings"
	"testing"
)

// TestWorks does every work once, in its smallest size.
func TestWorks(t *testing.T) {
	for _, w := range works(t.TempDir()) {
		f, err := w.ours(w.sizes[0])
		if err != nil {
			t.Fatalf("%s: %v", w.title, err)
		}
		result, err := f()
		if err != nil {
			t.Fatalf("%s: %v", w.title, err)
		}
		figures := result()
		if len(figures) == 0 {
			t.Errorf("%s comes to nothing", w.title)
		}
		for _, v := range figures {
			if !(v > 0) || math.IsInf(v, 0) {
				t.Errorf("%s comes to %v", w.title, figures)
			}
		}
		for _, p := range w.peers {
			script, name := scriptPython, "def "+w.name+"("
			if p == "R" {
				script, name = scriptR, "  "+w.name+" = "
			}
			if !strings.Contains(script, name) {
				t.Errorf("%s does not know %s", p, w.name)
			}
		}
	}
}

// TestRun measures one work, whoever else is there.
func TestRun(t *testing.T) {
	var out, errs bytes.Buffer
	if err := run([]string{"-short", "-work", "size_table"}, &out, &errs); err != nil {
		t.Fatal(err)
	}
	if text := out.String(); !strings.Contains(text, "**Table of 20 sample sizes") || !strings.Contains(text, "| 1,000,000 | 500 |") ||
		strings.Contains(text, "5,000") || strings.Contains(text, "Selection") {
		t.Error(text)
	}
	if err := run([]string{"-unknown"}, &out, &errs); err == nil {
		t.Error("an unknown flag is taken")
	}
	if err := run([]string{"-help"}, &out, &errs); !errors.Is(err, flag.ErrHelp) {
		t.Error(err)
	}
}

func TestTable(t *testing.T) {
	rows := []row{
		{size{1e9, 100}, 0.000_012, map[string]float64{"R": 0.000_024}},
		{size{1e9, 10_000}, 0.001_2, map[string]float64{"R": 1.5}},
	}
	var b bytes.Buffer
	if err := (table{{work{title: "Work", peers: []string{"R", "Python"}}, rows}}).write(&b); err != nil {
		t.Fatal(err)
	}
	const want = `
**Work**

| N | n | iromath | R | iromath/R |
|---:|---:|---:|---:|---:|
| 1,000,000,000 | 100 | 12 µs | 24 µs | 0.5 |
| 1,000,000,000 | 10,000 | 1.2 ms | 1.5 s | 0.0008 |
| growth | | n^1.00 | n^2.40 | |
`
	if b.String() != want {
		t.Errorf("%s", b.String())
	}
}

func TestAgree(t *testing.T) {
	for _, c := range []struct {
		ours, theirs []float64
		tolerance    float64
		ok           bool
	}{
		{[]float64{1, 2}, []float64{1, 2}, 0, true},
		{[]float64{1, 2}, []float64{1, 2.1}, 0.1, true},
		{[]float64{1, 2}, []float64{1, 2.1}, 0.01, false},
		{[]float64{1}, []float64{1, 2}, 0, false},
		{[]float64{1}, []float64{math.NaN()}, 1, false},
	} {
		if err := agree(c.ours, c.theirs, c.tolerance); (err == nil) != c.ok {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

// BenchmarkWorks is for profiles: every work here, in its largest size.
func BenchmarkWorks(b *testing.B) {
	for _, w := range works(b.TempDir()) {
		b.Run(w.title, func(b *testing.B) {
			f, err := w.ours(w.sizes[len(w.sizes)-1])
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				if _, err := f(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
