package sampling

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/iromath/iromath/internal/goldentest"
)

type rows = [][]string

// TestGolden compares every figure of the manuals' single stage printouts with what our printouts say.
func TestGolden(t *testing.T) {
	goldentest.Run(t, "random_single", func(c *goldentest.Case) {
		var in struct {
			Seed               string
			Low, High          int64
			Sequential, Spares int64
		}
		c.Decode(&in)
		c.Request("sampling.single_stage", SingleStage{Seed: in.Seed, Low: in.Low, High: in.High, Size: in.Sequential, Spares: in.Spares})
		s, err := SingleStage{Seed: in.Seed, Low: in.Low, High: in.High, Size: in.Sequential, Spares: in.Spares}.Draw()
		if err != nil {
			c.T().Fatal(err)
		}
		text := printout(c.T(), s.WriteText)
		equal := func(path string, got any) {
			c.T().Helper()
			if c.Has(path) {
				c.Equal(path, got)
			}
		}

		body := dataLines(text)
		pairs := make(rows, 0)
		for _, line := range body {
			pairs = append(pairs, []string{strings.TrimSpace(line[:6]), strings.TrimSpace(line[6:17])})
		}
		sample, spares := pairs[:in.Sequential], pairs[in.Sequential:]
		equal("sequential", sample)
		equal("spares", spares)
		equal("sequential_values", second(sample))
		equal("spare_values", second(spares))
		equal("list_in_text", second(sample))
		equal("text_lines", body)
		equal("seed", find(c.T(), text, `SEED NUMBER: (\S+)`))
		equal("frame_size", find(c.T(), text, `FRAME SIZE: +(\S+)`))
		equal("total_generated", find(c.T(), text, `TOTAL RANDOM NUMBERS GENERATED: (\S+)`))
		equal("summation", find(c.T(), text, `SUMMATION OF RANDOM NUMBERS = (\S+)`))

		flat := printout(c.T(), s.WriteFlat)
		equal("flat_lines", dataLines(flat))
		equal("screen", map[string]string{ // RAT-STATS' screen repeats these figures of its files
			"seed":          find(c.T(), flat, `SEED NUMBER: (\S+)`),
			"universe_size": find(c.T(), flat, `FRAME SIZE: +(\S+)`),
			"total":         find(c.T(), flat, `TOTAL RANDOM NUMBERS GENERATED: (\S+)`),
			"summation":     find(c.T(), flat, `SUMMATION OF RANDOM NUMBERS = (\S+)`),
		})
		if c.Has("printer") {
			pages := strings.Split(printout(c.T(), s.WritePrinter), "\f")
			if len(pages) != 2 {
				c.T().Fatalf("%d printer pages", len(pages))
			}
			for _, page := range pages {
				if got := find(c.T(), page, `SEED NUMBER: (\S+)`); got != "48863.78" {
					c.T().Errorf("a printer page has the seed %s", got)
				}
			}
			c.Equal("printer", map[string]any{
				"sequential_count": find(c.T(), pages[0], `(\d+) RANDOM NUMBERS IN SEQUENTIAL ORDER`),
				"sequential_rows":  printerRows(pages[0]),
				"random_count":     find(c.T(), pages[1], `(\d+) RANDOM NUMBERS IN GENERATED ORDER`),
				"random_rows":      printerRows(pages[1]),
				"summation":        find(c.T(), pages[1], `SUMMATION OF RANDOM NUMBERS (\S+)`),
			})
		}

		sheets, err := s.Sheets(Heading{})
		if err != nil {
			c.T().Fatal(err)
		}
		values, spareRows := sheets[0].Rows[6:], sheets[1].Rows[1:] // data from row 7 and from row 2
		equal("excel_values", values)
		equal("excel_spares", spareRows)
		access := append(rows{values[0][:3]}, values[1:]...) // the tables of Access have no frame size
		equal("access_values", access)
		equal("access_spares", spareRows)

		if c.Has("clock_time_from_seed") { // a seed from the clock is the time of the run in seconds after midnight
			seconds, err := strconv.ParseFloat(values[0][2], 64)
			if err != nil {
				c.T().Fatal(err)
			}
			c.Equal("clock_time_from_seed", fmt.Sprintf("%02d:%02d", int(seconds)/3600, int(seconds)/60%60))
		}
	})
}

// dataLines returns the lines of a file that hold nothing but numbers.
func dataLines(text string) []string {
	var list []string
	for _, line := range strings.Split(text, "\n") {
		if strings.TrimSpace(line) != "" && strings.Trim(line, " -0123456789") == "" {
			list = append(list, line)
		}
	}
	return list
}

// printerRows reads the rows of "order - number" of a printer page.
func printerRows(page string) []rows {
	var list []rows
	for _, line := range strings.Split(page, "\n") {
		var row rows
		for _, m := range regexp.MustCompile(`(\d+) - +(-?\d+)`).FindAllStringSubmatch(line, -1) {
			row = append(row, m[1:])
		}
		if row != nil {
			list = append(list, row)
		}
	}
	return list
}

func second(list rows) []string {
	values := make([]string, 0)
	for _, r := range list {
		values = append(values, r[1])
	}
	return values
}

func find(t *testing.T, text, pattern string) string {
	t.Helper()
	m := regexp.MustCompile(pattern).FindStringSubmatch(text)
	if m == nil {
		t.Fatalf("no %s in\n%s", pattern, text)
	}
	return m[1]
}
