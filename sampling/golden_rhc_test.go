package sampling

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/goldentest"
	"github.com/iromath/iromath/internal/textfile"
)

type goldenRHCInput struct {
	Kind, Level, Seed1, Seed2 string
	DataFile                  string `json:"data_file"`
	Sample                    int64
	PrimaryFile               string     `json:"primary_file"`
	PrimarySample             int64      `json:"primary_sample"`
	RegionSample              int64      `json:"region_sample"`
	RegionOrder               []string   `json:"region_order"`
	SampleSizes               []string   `json:"sample_sizes"`
	Group4                    []string   `json:"group4_ids"`
	Group5File                string     `json:"group5_ids_without_univ51_file"`
	Selected                  []string   `json:"selected"`
	FirstPass                 rows       `json:"first_pass"`
	Replace                   [][]string `json:"replace"`
}

// TestGoldenRHC compares every figure of the manuals' RHC printouts with what our printouts say.
func TestGoldenRHC(t *testing.T) {
	goldentest.Run(t, "rhc_selection", func(c *goldentest.Case) {
		var in goldenRHCInput
		c.Decode(&in)
		switch in.Kind {
		case "run":
			goldenRHCRun(c, in)
		case "lists", "merged":
			goldenRHCStages(c, in)
		case "first_pass":
			goldenRHCFirstPass(c, in)
		case "spares":
			goldenRHCReplaced(c, in)
		}
	})
}

// goldenUnits reads a file of units as our reader does, from text with the numbers of a CSV file.
func goldenUnits(c *goldentest.Case, file string) []RHCUnit {
	sub, size := c.Column(file, "subunits"), c.Column(file, "size")
	var text strings.Builder
	for i, id := range c.Column(file, "id") {
		fmt.Fprintf(&text, "%-32s %s  %s\r\n", id, sub[i], size[i])
	}
	units, err := ReadRHCUnits(strings.NewReader(text.String()))
	if err != nil {
		c.T().Fatal(err)
	}
	return units
}

func goldenRHCDraw(c *goldentest.Case, in goldenRHCInput, units []RHCUnit, n int64, level RHCLevel) RHCSelection {
	plan := RHC{Level: level, PartitionSeed: in.Seed1, SelectionSeed: in.Seed2, Units: units, Size: n, Strict: true}
	c.Request("sampling.rhc", plan)
	s, err := plan.Draw()
	if err != nil {
		c.T().Fatal(err)
	}
	return s
}

// goldenCells cuts lines of fixed columns, each given by its first and last.
func goldenCells(line string, columns [][2]int) []string {
	line += strings.Repeat(" ", 80)
	var cells []string
	for _, k := range columns {
		cells = append(cells, strings.TrimSpace(line[k[0]-1:k[1]]))
	}
	return cells
}

// goldenComplete is our complete output, taken apart by RAT-STATS' columns.
type goldenComplete struct {
	groups     []map[string]any
	groupLines [][]string // of the first group, as they stand
	seeds      []string
	population string
	sampled    string
	summary    rows
	lines      []string // of the summary, as they stand
}

func goldenRHCComplete(t *testing.T, s RHCSelection) goldenComplete {
	text := printout(t, s.WriteText)
	var g goldenComplete
	parts := regexp.MustCompile(`\n +GROUP (\d+)\n`).Split(text, -1)
	last, summary, found := strings.Cut(parts[len(parts)-1], textfile.Software)
	if !found {
		t.Fatalf("no second part in\n%s", text)
	}
	parts[len(parts)-1] = last
	banners := regexp.MustCompile(`\n +GROUP (\d+)\n`).FindAllStringSubmatch(text, -1)
	for i, part := range parts[1:] {
		units, lines := rows{}, []string{}
		var totals []string
		for _, line := range strings.Split(part, "\n") {
			switch {
			case strings.Contains(line, "GROUP TOTALS:"):
				totals = goldenCells(line, [][2]int{{29, 31}, {43, 55}, {58, 70}})
				lines = append(lines, line)
			case strings.HasPrefix(line, "          ") && regexp.MustCompile(`\d$`).MatchString(line):
				units = append(units, goldenCells(line, [][2]int{{11, 40}, {43, 55}, {58, 70}}))
				lines = append(lines, line)
			}
		}
		g.groups = append(g.groups, map[string]any{"group": banners[i][1], "units": units, "totals": totals})
		g.groupLines = append(g.groupLines, lines)
	}
	for _, line := range strings.Split(summary, "\n") {
		if regexp.MustCompile(`^\S.* \d+ .* \d+$`).MatchString(line) {
			g.summary = append(g.summary, goldenCells(line, [][2]int{{1, 25}, {28, 40}, {43, 55}, {58, 70}, {73, 77}}))
			g.lines = append(g.lines, line)
		}
	}
	g.seeds = []string{find(t, summary, `SEED NUMBER #1: (\S+)`), find(t, summary, `SEED NUMBER #2: (\S+)`)}
	g.population = find(t, summary, `POPULATION: +(\S+)`)
	g.sampled = find(t, summary, `SAMPLED: +(\S+)`)
	return g
}

// goldenRHCSummary is our summary file, split from the right.
func goldenRHCSummary(t *testing.T, s RHCSelection) rows {
	var b strings.Builder
	if err := s.WriteSummary(&b); err != nil {
		t.Fatal(err)
	}
	return goldenRHCRows(t, b.String())
}

func goldenRHCRows(t *testing.T, text string) rows {
	var list rows
	for line := range strings.Lines(text) {
		id, fields, ok := splitFromRight(line, 4)
		if !ok {
			t.Fatalf("no row: %q", line)
		}
		list = append(list, append([]string{id}, fields...))
	}
	return list
}

func goldenRHCRun(c *goldentest.Case, in goldenRHCInput) {
	t := c.T()
	s := goldenRHCDraw(c, in, goldenUnits(c, in.DataFile), in.Sample, RHCLevel(in.Level))
	g := goldenRHCComplete(t, s)
	file := goldenRHCSummary(t, s)
	sheet, err := s.SummarySheet()
	if err != nil {
		t.Fatal(err)
	}
	equal := func(path string, got any) {
		if c.Has(path) {
			c.Equal(path, got)
		}
	}
	equal("seed1", g.seeds[0])
	equal("seed2", g.seeds[1])
	equal("population", g.population)
	equal("sampled", g.sampled)
	equal("summary", g.summary)
	equal("summary_file", file)
	equal("access_summary", sheet.Rows[1:])
	equal("excel_summary", sheet.Rows[1:])
	equal("selected_list", goldenFirst(file))
	equal("screen", map[string]any{"seed1": g.seeds[0], "seed2": g.seeds[1], "population": g.population,
		"sampled": g.sampled, "rows": g.summary})
	equal("summary_lines", g.lines)
	if c.Has("group1_lines") {
		lines := g.groupLines[0]
		if !c.Has("group1_lines/" + fmt.Sprint(len(lines)-1)) {
			lines = lines[:2] // the page shows the first two
		}
		c.Equal("group1_lines", lines)
	}
	printed, _ := c.Printed["groups"].([]any)
	for i, p := range printed {
		of := p.(map[string]any)
		k := slices.IndexFunc(g.groups, func(m map[string]any) bool { return m["group"] == of["group"] })
		if k < 0 {
			t.Fatalf("no group %v", of["group"])
		}
		got := g.groups[k]
		if _, ok := of["marked"]; ok { // by hand in the manual
			got["marked"] = g.summary[k][0]
		}
		c.Equal(fmt.Sprintf("groups/%d", i), got)
	}
}

func goldenFirst(list rows) []string {
	var first []string
	for _, r := range list {
		first = append(first, r[0])
	}
	return first
}

// goldenRHCStages draws regions and then universities of each.
func goldenRHCStages(c *goldentest.Case, in goldenRHCInput) {
	t := c.T()
	primary := goldenRHCSummary(t, goldenRHCDraw(c, in, goldenUnits(c, in.PrimaryFile), in.PrimarySample, RHCPrimary))
	universities := map[string]rows{}
	for _, r := range primary {
		units := goldenUnits(c, "rhc_"+strings.ToLower(r[0])+".csv")
		universities[r[0]] = goldenRHCSummary(t, goldenRHCDraw(c, in, units, in.RegionSample, RHCSecondary))
	}
	if in.Kind == "lists" {
		var regions []string
		lists := map[string][]string{}
		for region, list := range universities {
			number := strings.TrimPrefix(region, "REGION")
			regions = append(regions, number)
			for _, id := range goldenFirst(list) {
				lists[number] = append(lists[number], strings.TrimPrefix(id, "UNIV"))
			}
		}
		slices.SortFunc(regions, func(a, b string) int { return len(a)*100 - len(b)*100 + strings.Compare(a, b) })
		c.Equal("regions", regions)
		c.Equal("universities", lists)
		return
	}
	var merged rows
	for _, region := range in.RegionOrder {
		i := slices.IndexFunc(primary, func(r []string) bool { return r[0] == region })
		merged = append(append(merged, primary[i]), universities[region]...)
	}
	for i, r := range merged { // the number sampled is entered by hand behind the sub-units
		merged[i] = slices.Insert(slices.Clone(r), 2, in.SampleSizes[i])
	}
	c.Equal("rows", merged)
}

// goldenRHCFirstPass checks the totals of groups whose members the manual prints, of a run whose seeds it does not.
func goldenRHCFirstPass(c *goldentest.Case, in goldenRHCInput) {
	t := c.T()
	units := goldenUnits(c, in.DataFile)
	find := func(id string) RHCUnit {
		return units[slices.IndexFunc(units, func(u RHCUnit) bool { return u.Name == id })]
	}
	var group4 []RHCUnit
	var listed, selected rows
	for _, id := range in.Group4 {
		u := find(id)
		group4 = append(group4, u)
		listed = append(listed, []string{id, exact.String(u.Size), digitsOf(u.SubUnits)})
	}
	for _, id := range in.Selected {
		u := find(id)
		selected = append(selected, []string{id, digitsOf(u.SubUnits), exact.String(u.Size)})
	}
	in.Seed1, in.Seed2 = "1", "1"
	run4 := goldenRHCDraw(c, in, group4, 1, RHCPrimary)
	run5 := goldenRHCDraw(c, in, append(goldenUnits(c, in.Group5File), find("UNIV51")), 1, RHCPrimary)
	all := goldenRHCDraw(c, in, units, in.Sample, RHCPrimary)
	c.Equal("group4_units", listed)
	c.Equal("group4_totals", goldenRHCComplete(t, run4).groups[0]["totals"])
	c.Equal("selected_rows", selected)
	c.Equal("group4_size_units", goldenRHCSummary(t, run4)[0][3:])
	c.Equal("group5_size_units", goldenRHCSummary(t, run5)[0][3:])
	var counts []string
	for _, r := range goldenRHCSummary(t, all) {
		counts = append(counts, r[4])
	}
	c.Equal("groups_units", counts)
}

// goldenRHCReplaced replaces unusable units in the summary of the first pass.
func goldenRHCReplaced(c *goldentest.Case, in goldenRHCInput) {
	t := c.T()
	var text strings.Builder
	for _, r := range in.FirstPass {
		text.WriteString(strings.Join(r, "  ") + "\n")
	}
	list, err := ReadRHCSummary(strings.NewReader(text.String()))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range in.Replace {
		run := goldenRHCDraw(c, in, goldenUnits(c, r[1]), 1, RHCPrimary)
		if list, err = ReplaceRHC(list, r[0], run); err != nil {
			t.Fatal(err)
		}
	}
	var file strings.Builder
	if err := WriteRHCSummary(&file, list); err != nil {
		t.Fatal(err)
	}
	c.Equal("rows", goldenRHCRows(t, file.String()))
}
