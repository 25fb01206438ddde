package sampling

import (
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/iromath/iromath/internal/goldentest"
)

// goldenPrintable is a selection of sets or frames.
type goldenPrintable interface {
	WriteText(io.Writer, Heading) error
	WriteFlat(io.Writer, Heading) error
	WritePrinter(io.Writer, Heading) error
	Sheets(Heading) ([]Sheet, error)
}

// goldenTable compares what the printouts of sets and frames have in common, every figure taken from our printouts.
// ends are the last columns of the text file; across is 0 where the golden file has the rows of the printer one by
// one. It returns the rows of the text file.
func goldenTable(c *goldentest.Case, s goldenPrintable, sequential int, ends []int, across int) (sample, spares rows) {
	t := c.T()
	equal := func(path string, got any) {
		t.Helper()
		if c.Has(path) {
			c.Equal(path, got)
		}
	}
	text := printout(t, s.WriteText)
	body := dataLines(text)
	all := rows{}
	for _, line := range body {
		var row []string
		from := 0
		for _, end := range ends {
			row = append(row, strings.TrimSpace(line[from:end]))
			from = end
		}
		all = append(all, row)
	}
	sample, spares = all[:sequential], all[sequential:]
	seed, size := find(t, text, `SEED NUMBER: (\S+)`), find(t, text, `FRAME SIZE: +(\S+)`)
	total := find(t, text, `TOTAL RANDOM NUMBERS GENERATED: (\S+)`)
	equal("seed", seed)
	equal("frame_size", size)
	equal("total_generated", total)
	equal("sequential", sample)
	equal("spares", spares)
	equal("text_lines", body)
	flat := printout(t, s.WriteFlat)
	equal("flat_lines", dataLines(flat))
	equal("screen", map[string]string{ // RAT-STATS' screen repeats these figures of its files
		"seed":          find(t, flat, `SEED NUMBER: (\S+)`),
		"universe_size": find(t, flat, `FRAME SIZE: +(\S+)`),
		"total":         find(t, flat, `TOTAL RANDOM NUMBERS GENERATED: (\S+)`),
	})
	if c.Has("printer") {
		pages := strings.Split(printout(t, s.WritePrinter), "\f")
		if len(pages) != 2 {
			t.Fatalf("%d printer pages", len(pages))
		}
		for _, page := range pages {
			if got := find(t, page, `SEED NUMBER: (\S+)`); got != seed {
				t.Errorf("a printer page has the seed %s", got)
			}
		}
		c.Equal("printer", map[string]any{
			"sequential_count": find(t, pages[0], `(\d+) RANDOM NUMBERS IN SEQUENTIAL ORDER`),
			"sequential_rows":  goldenPrinterRows(pages[0], len(ends), across),
			"random_count":     find(t, pages[1], `(\d+) RANDOM NUMBERS IN GENERATED ORDER`),
			"random_rows":      goldenPrinterRows(pages[1], len(ends), across),
		})
	}
	sheets, err := s.Sheets(Heading{})
	if err != nil {
		t.Fatal(err)
	}
	values, spareRows := sheets[0].Rows[6:], sheets[1].Rows[1:] // data from row 7 and from row 2
	equal("excel_values", values)
	equal("excel_spares", spareRows)
	equal("access_values", append(rows{values[0][:len(ends)+1]}, values[1:]...)) // Access has no frame size
	equal("access_spares", spareRows)
	equal("clock_time_from_seed", goldenClock(t, seed))
	return sample, spares
}

// goldenPrinterRows reads the rows of a printer page, each of so many fields without the dash behind the first.
func goldenPrinterRows(page string, fields, across int) any {
	var lines []rows
	var single rows
	for _, line := range strings.Split(page, "\n") {
		if !regexp.MustCompile(`^ *\d+ - [ \d,]+`).MatchString(line) {
			continue
		}
		words := strings.Fields(strings.ReplaceAll(line, " - ", " "))
		var row rows
		for len(words) > 0 {
			row = append(row, words[:fields])
			words = words[fields:]
		}
		lines, single = append(lines, row), append(single, row...)
	}
	if across == 0 {
		return single
	}
	return lines
}

// goldenClock is the time of the run: a seed from the clock is that time in seconds after midnight.
func goldenClock(t *testing.T, seed string) string {
	d, err := parseSeed(seed)
	if err != nil {
		t.Fatal(err)
	}
	minutes := d.IntPart() / 60
	return digitsOf(minutes/60) + ":" + digitsOf(100 + minutes%60)[1:]
}

// TestGoldenSets compares every figure of the manuals' printouts of sets with what our printouts say.
func TestGoldenSets(t *testing.T) {
	goldentest.Run(t, "random_sets", func(c *goldentest.Case) {
		var in struct {
			Seed               string
			Ranges             [][2]int64
			Sequential, Spares int64
		}
		c.Decode(&in)
		plan := Sets{Seed: in.Seed, Size: in.Sequential, Spares: in.Spares, Strict: true}
		for _, r := range in.Ranges {
			plan.Ranges = append(plan.Ranges, Range{r[0], r[1]})
		}
		c.Request("sampling.sets", plan)
		s, err := plan.Draw()
		if err != nil {
			c.T().Fatal(err)
		}
		sample, spares := goldenTable(c, s, len(s.Sample), []int{6, 17, 30, 43, 56}[:len(in.Ranges)+1], 1)
		for path, list := range map[string]rows{"sequential_values": sample, "spare_values": spares} {
			if c.Has(path) {
				c.Equal(path, goldenTails(list, 1))
			}
		}
	})
}

// goldenTails are rows without their first fields.
func goldenTails(list rows, from int) rows {
	var tails rows
	for _, r := range list {
		tails = append(tails, r[from:])
	}
	return tails
}
