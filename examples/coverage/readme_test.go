package main

import (
	"flag"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the tables of README.md anew")

// TestReadme: the tables of README.md are those of results/coverage.csv.
func TestReadme(t *testing.T) {
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := full(t)
	page := string(text)
	for name, table := range map[string]string{
		"two-sided": gridTable(rows, func(r row) string { return percentText(r.TwoSided) }),
		"lower":     gridTable(rows, func(r row) string { return percentText(r.Lower95) }),
		"methods":   methodTable(rows),
	} {
		begin, end := "<!-- "+name+": begin -->\n", "<!-- "+name+": end -->"
		before, rest, ok := strings.Cut(page, begin)
		_, after, ok2 := strings.Cut(rest, end)
		if !ok || !ok2 {
			t.Fatalf("README.md has no marks of the table %s", name)
		}
		page = before + begin + table + end + after
	}
	if page == string(text) {
		return
	}
	if !*update {
		t.Fatal("README.md is stale: go test . -run TestReadme -update")
	}
	if err := os.WriteFile("README.md", []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
}

func percentText(share float64) string {
	if math.IsNaN(share) {
		return ""
	}
	return fmt.Sprintf("%.1f", 100*share)
}

func pick(rows []row, population string, rate, size int, method string) (row, bool) {
	for _, r := range rows {
		if r.Population == population && r.Rate == rate && r.Size == size && r.Method == method {
			return r, true
		}
	}
	return row{}, false
}

// gridTable has a figure of Student's t for every cell.
func gridTable(rows []row, figure func(row) string) string {
	var b strings.Builder
	b.WriteString("| population | n |")
	for _, rate := range rates {
		fmt.Fprintf(&b, " %d %% |", rate)
	}
	b.WriteString("\n|---|---:|" + strings.Repeat("---:|", len(rates)) + "\n")
	for _, k := range kinds {
		for i, size := range sizes {
			title := ""
			if i == 0 {
				title = k.title
			}
			fmt.Fprintf(&b, "| %s | %d |", title, size)
			for _, rate := range rates {
				r, _ := pick(rows, k.name, rate, size, "t")
				fmt.Fprintf(&b, " %s |", figure(r))
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}

// methodTable compares the methods at samples of 100.
func methodTable(rows []row) string {
	var b strings.Builder
	b.WriteString("| population | method | two-sided 90 % holds | lower 90 % holds | mean lower 90 % limit | mean width |\n|---|---|---|---|---|---|\n")
	for _, k := range kinds {
		title := k.title
		for _, m := range methods {
			if m.name == "stringer" || !m.fits(k, 20) {
				continue
			}
			fmt.Fprintf(&b, "| %s | %s |", title, m.title)
			title = ""
			for _, value := range []func(row) float64{
				func(r row) float64 { return r.TwoSided }, func(r row) float64 { return r.Lower90 },
				func(r row) float64 { return r.MeanLower90 }, func(r row) float64 { return r.Width },
			} {
				var list []string
				for _, rate := range []int{5, 20, 60} {
					r, _ := pick(rows, k.name, rate, comparedSize, m.name)
					if v := value(r); !math.IsNaN(v) {
						list = append(list, fmt.Sprintf("%.0f", 100*v))
					}
				}
				fmt.Fprintf(&b, " %s |", strings.Join(list, " / "))
			}
			b.WriteString("\n")
		}
	}
	return b.String()
}
