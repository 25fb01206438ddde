package main

import (
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/iromath/iromath/internal/exact"
)

// section is a work that was done.
type section struct {
	work
	rows []row
}

// table is what was measured.
type table []section

// write writes a table in Markdown for each work.
func (t table) write(w io.Writer) error {
	var b strings.Builder
	for _, s := range t {
		var names []string
		for _, p := range s.peers {
			if len(s.rows) > 0 && s.rows[0].theirs[p] > 0 {
				names = append(names, p)
			}
		}
		s.print(&b, names)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (s section) print(b *strings.Builder, peers []string) {
	fmt.Fprintf(b, "\n**%s**\n\n| N | n | iromath |", s.title)
	for _, p := range peers {
		fmt.Fprintf(b, " %s | iromath/%s |", p, p)
	}
	fmt.Fprintf(b, "\n|---:|---:|---:|%s\n", strings.Repeat("---:|---:|", len(peers)))
	for _, r := range s.rows {
		fmt.Fprintf(b, "| %s | %s | %s |", units(r.N), units(r.n), duration(r.ours))
		for _, p := range peers {
			fmt.Fprintf(b, " %s | %.2g |", duration(r.theirs[p]), r.ours/r.theirs[p])
		}
		b.WriteByte('\n')
	}
	if len(s.rows) < 2 {
		return
	}
	by := "N"
	if s.rows[0].n != s.rows[1].n {
		by = "n"
	}
	fmt.Fprintf(b, "| growth | | %s^%.2f |", by, growth(s.rows, func(r row) float64 { return r.ours }))
	for _, p := range peers {
		fmt.Fprintf(b, " %s^%.2f | |", by, growth(s.rows, func(r row) float64 { return r.theirs[p] }))
	}
	b.WriteByte('\n')
}

// growth is the exponent with which time grows from the last size but one to the last: 1 is in proportion, 0 not at all.
func growth(rows []row, time func(row) float64) float64 {
	a, b := rows[len(rows)-2], rows[len(rows)-1]
	return math.Log(time(b)/time(a)) / math.Log(float64(max(b.N, 1)*max(b.n, 1))/float64(max(a.N, 1)*max(a.n, 1)))
}

func units(n int64) string {
	if n == 0 {
		return ""
	}
	return exact.CommasInt(n)
}

// duration writes seconds with three digits.
func duration(seconds float64) string {
	switch {
	case seconds < 1e-3:
		return fmt.Sprintf("%.3g µs", seconds*1e6)
	case seconds < 1:
		return fmt.Sprintf("%.3g ms", seconds*1e3)
	}
	return fmt.Sprintf("%.3g s", seconds)
}
