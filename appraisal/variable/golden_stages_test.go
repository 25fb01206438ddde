package variable

import (
	"fmt"
	"strings"
	"testing"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/goldentest"
	"github.com/iromath/iromath/sampling"
)

// goldenSize are the sizes of a unit or stratum in the golden data.
type goldenSize struct {
	Description string
	Universe    int64 `json:"universe_size"`
	Sample      int64 `json:"sample_size"`
	Primary     int
}

// sizesFile writes a universe file as RAT-STATS has it.
func sizesFile(sizes []goldenSize) string {
	var file strings.Builder
	for i, s := range sizes {
		fmt.Fprintf(&file, "%d\t%s %d   %d\n", i+1, s.Description, s.Universe, s.Sample)
	}
	return file.String()
}

// TestGoldenTwoStage recomputes every printed figure of RAT-STATS' two-stage variable appraisals, from our own printout
// wherever the figure stands in one, and the random numbers that drew its primary units.
func TestGoldenTwoStage(t *testing.T) {
	goldentest.Run(t, "variable_two_stage", func(c *goldentest.Case) {
		var in struct {
			Module    string
			Seed      string
			Low       int64 `json:"frame_low"`
			High      int64 `json:"frame_high"`
			Size      int64 `json:"sequential_order"`
			Format    Format
			Universe  int64        `json:"primary_units_in_universe"`
			Secondary int64        `json:"secondary_units_in_universe"`
			Units     []goldenSize `json:"primary_units"`
			Data      string       `json:"data_csv"`
		}
		c.Decode(&in)
		if in.Module != "" {
			checkDraw(c, sampling.SingleStage{Seed: in.Seed, Low: in.Low, High: in.High, Size: in.Size})
			return
		}
		d, err := ReadTwoStage(strings.NewReader(sizesFile(in.Units)),
			strings.NewReader(dataColumns(c, in.Data, "line", string(in.Format))), DataFile{Format: in.Format})
		if err != nil {
			c.T().Fatal(err)
		}
		d.Universe, d.SecondaryUniverse = in.Universe, in.Secondary
		c.Request("appraisal.variable.two_stage", d)
		r, err := d.Appraise()
		if err != nil {
			c.T().Fatal(err)
		}
		p := printedBy(c.T(), r.WriteText)
		p.Next("NBR")
		row := func(f []string) map[string]string {
			size, nonzero, _ := strings.Cut(f[1], "/")
			return map[string]string{"unit": f[0], "sample_size": size, "nonzero_items": nonzero, "sample_mean": f[2],
				"variance": f[3], "universe_size": f[4], "point_estimate": f[5]}
		}
		var units, hand []any
		for range in.Units {
			u := row(p.Row())
			units = append(units, u)
			hand = append(hand, map[string]string{"mean": u["sample_mean"], "variance": u["variance"]})
		}
		c.Equal("units", units)
		c.Equal("hand_table", hand)
		f := p.Row()
		totals := row([]string{"", f[0], f[1], "", f[2], f[3]})
		delete(totals, "unit")
		delete(totals, "variance")
		c.Equal("totals", totals)
		p.Next("NOT SAMPLED")
		c.Equal("not_sampled", fieldsOf(p.Row(), "primary_units", "secondary_units"))
		p.Next("OVERALL TOTALS")
		c.Equal("overall_totals", fieldsOf(p.Row(), "primary_units", "secondary_units", "point_estimate"))
		c.Equal("standard_error", p.Next("STANDARD ERROR")[0])
		p.confidence(c, "confidence", "z")
		if c.Has("screen") {
			checkTwoStageScreen(c, r)
		}
	})
}

func checkTwoStageScreen(c *goldentest.Case, r TwoStageResult) {
	u, first, second := r.Units[0], r.Stages[0], r.Stages[1]
	c.Equal("screen/data_file_summary", map[string]string{"sample_size": exact.CommasInt(second.SampleSize),
		"nonzero_differences": exact.CommasInt(r.Nonzero), "sum_of_values": exact.Commas(r.Total, 2)})
	c.Equal("screen/primary_unit_1", map[string]string{"universe_size": exact.CommasInt(u.Universe),
		"sample_size": exact.CommasInt(u.SampleSize), "nonzero_items": exact.CommasInt(u.Nonzero), "mean": exact.Commas(u.Mean, 2),
		"standard_deviation": exact.Commas(u.StandardDeviation, 2), "point_estimate": exact.Commas(u.PointEstimate, 0)})
	c.Equal("screen/overall", map[string]any{"universe_size": exact.CommasInt(second.Universe),
		"sample_size": exact.CommasInt(second.SampleSize), "pus_in_sample": exact.CommasInt(first.SampleSize),
		"pus_in_universe": exact.CommasInt(first.Universe), "sus_in_universe": exact.CommasInt(r.SecondaryUniverse),
		"standard_error": exact.Commas(r.StandardError, 0), "point_estimate": exact.Commas(r.PointEstimate, 0),
		"confidence": screenLevels(r.Estimate, "z")})
}

// checkDraw draws the primary units of the manual's example.
func checkDraw(c *goldentest.Case, plan sampling.SingleStage) {
	s, err := plan.Draw()
	if err != nil {
		c.T().Fatal(err)
	}
	var rows []any
	for _, u := range s.Sample {
		rows = append(rows, map[string]string{"selection_order": fmt.Sprint(u.Order), "value": fmt.Sprint(u.Number)})
	}
	c.Equal("rows", rows)
	c.Equal("frame_size", exact.CommasInt(s.FrameSize))
	c.Equal("total_random_numbers_generated", fmt.Sprint(len(s.Sample)))
	c.Equal("summation", fmt.Sprint(s.Summation))
}

// TestGoldenThreeStage recomputes every printed figure of RAT-STATS' three-stage variable appraisals.
func TestGoldenThreeStage(t *testing.T) {
	goldentest.Run(t, "variable_three_stage", func(c *goldentest.Case) {
		var in struct {
			Format    Format
			Universe  int64        `json:"primary_units_in_universe"`
			Units     []goldenSize `json:"primary_units"`
			Secondary []goldenSize `json:"secondary_units"`
			Data      string       `json:"data_csv"`
		}
		c.Decode(&in)
		d, err := ReadThreeStage(strings.NewReader(sizesFile(in.Units)), strings.NewReader(sizesFile(in.Secondary)),
			strings.NewReader(dataColumns(c, in.Data, "line", "primary", "secondary", "third", string(in.Format))),
			DataFile{Format: in.Format, Columns: []int{5}, Total: 5})
		if err != nil {
			c.T().Fatal(err)
		}
		d.Universe = in.Universe
		c.Request("appraisal.variable.three_stage", d)
		r, err := d.Appraise()
		if err != nil {
			c.T().Fatal(err)
		}
		p := printedBy(c.T(), r.WriteText)
		p.Next("====")
		var primary, hand []any
		rounded := int64(0) // the manual adds up what is printed
		for i, u := range r.Units {
			own := map[string]any{"description": strings.Join(p.Row(), " ")}
			var secondary []any
			means, deviations := []string{}, []string{}
			for _, v := range u.Units {
				f := p.Row()
				n := len(f) - 6 // words of the name
				m := fieldsOf(f[n:], "sample_size", "nonzeroes", "sample_mean", "variance", "universe", "point_estimate")
				m["description"] = strings.Join(f[:n], " ")
				secondary = append(secondary, m)
				means = append(means, m["sample_mean"])
				deviations = append(deviations, exact.Print(v.StandardDeviation, 2))
			}
			own["secondary"] = secondary
			own["combined"] = fieldsOf(p.Next("COMBINED"), "sample_size", "mean_point_estimate", "universe",
				"point_estimate")
			primary = append(primary, own)
			hand = append(hand, map[string]any{"mean": means, "standard_deviation": deviations})
			rounded += exact.RoundInt(exact.Rat(r.Units[i].PointEstimate)).Int64()
		}
		c.Equal("primary_units", primary)
		stages := map[string]any{}
		for _, stage := range []string{"FIRST", "SECOND", "THIRD"} {
			stages[strings.ToLower(stage)] = fieldsOf(p.Next(stage), "universe", "sampled")
		}
		c.Equal("stages", stages)
		c.Equal("overall_point_estimate", p.Next("OVERALL POINT ESTIMATE")[0])
		c.Equal("overall_standard_error", p.Next("OVERALL STANDARD ERROR")[0])
		p.confidence(c, "confidence", "z")
		if c.Has("hand_table") {
			c.Equal("hand_table", hand)
		}
		if c.Has("discussion") {
			average := exact.Int(rounded)
			average.Quo(average, exact.Int(int64(len(r.Units))))
			c.Equal("discussion/average_of_primary_estimates_from_rounded", exact.Commas(exact.Round(average), 2))
			c.Equal("discussion/universe_total_from_rounded", exact.Commas(exact.Round(average.Mul(average,
				exact.Int(in.Universe))), 0))
		}
		if c.Has("screen") {
			checkThreeStageScreen(c, r)
		}
	})
}

func checkThreeStageScreen(c *goldentest.Case, r ThreeStageResult) {
	u := r.Units[0].Units[0]
	n, sampled := exact.CommasInt(r.Stages[0].Universe), exact.CommasInt(r.Stages[0].SampleSize)
	c.Equal("screen/secondary_1_1", map[string]string{"universe_size": exact.CommasInt(u.Universe),
		"sample_size": exact.CommasInt(u.SampleSize), "nonzero_items": exact.CommasInt(u.Nonzero), "mean": exact.Commas(u.Mean, 2),
		"standard_deviation": exact.Commas(u.StandardDeviation, 2), "point_estimate": exact.Commas(u.PointEstimate, 0),
		"stage_1_universe": n, "stage_1_sample": sampled})
	c.Equal("screen/overall", map[string]any{"standard_error": exact.Commas(r.StandardError, 0),
		"point_estimate": exact.Commas(r.PointEstimate, 0), "stage_1_universe": n, "stage_1_sample": sampled,
		"confidence": screenLevels(r.Estimate, "z")})
}
