package attribute

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/goldentest"
)

// printed is one of our printouts, read from the top.
type printed struct {
	*goldentest.Page
	t testing.TB
}

func printedBy(t testing.TB, write func(io.Writer, Heading) error) *printed {
	t.Helper()
	var out bytes.Buffer
	if err := write(&out, Heading{Audit: "golden", Date: "4/5/2010", Time: "11:23", File: "DATA.TXT"}); err != nil {
		t.Fatal(err)
	}
	return &printed{goldentest.NewPage(t, out.String()), t}
}

// fieldsOf names the fields of a row.
func fieldsOf(row []string, names ...string) map[string]string {
	m := map[string]string{}
	for i, n := range names {
		m[n] = row[i]
	}
	return m
}

// limits reads the table of limits by proportion and total.
func (p *printed) limits(rows ...string) map[string]map[string]string {
	labels := map[string]string{
		"lower_proportion": "LOWER LIMIT FOR PROPORTION", "upper_proportion": "UPPER LIMIT FOR PROPORTION", "lower_total": "LOWER LIMIT FOR TOTAL",
		"upper_total": "UPPER LIMIT FOR TOTAL", "lower_quantity": "LOWER LIMIT - QUANTITY", "lower_percent": "PERCENT",
		"upper_quantity": "UPPER LIMIT - QUANTITY", "upper_percent": "PERCENT",
	}
	m := map[string]map[string]string{"80": {}, "90": {}, "95": {}}
	for _, r := range rows {
		for i, v := range p.Next(labels[r]) {
			m[[]string{"80", "90", "95"}[i]][r] = v
		}
	}
	return m
}

// fraction writes a fraction as the manual's text has it, ".3378".
func fraction(d decimal.Decimal, places int) string { return exact.Print(d, places) }

// TestGoldenStratified recomputes every printed figure of RAT-STATS' stratified attribute appraisals, from our own
// printout wherever the figure stands in one.
func TestGoldenStratified(t *testing.T) {
	goldentest.Run(t, "attribute_stratified", func(c *goldentest.Case) {
		var in struct {
			Strata []struct{ Universe, Sample, Count int64 }
		}
		c.Decode(&in)
		var file strings.Builder
		for _, s := range in.Strata {
			fmt.Fprintf(&file, "%d %d,%d\n", s.Universe, s.Sample, s.Count)
		}
		d, err := ReadStratified(strings.NewReader(file.String()))
		if err != nil {
			c.T().Fatal(err)
		}
		c.Request("appraisal.attribute.stratified", d)
		r, err := d.Appraise()
		if err != nil {
			c.T().Fatal(err)
		}
		if c.Has("text") { // intervals of strata, which are not printed
			share := func(e appraisal.Estimate, level string, lower bool) string {
				i, _ := e.At(decimal.RequireFromString("0." + level))
				if lower {
					return printedShare(i.LowerLimit, 3)
				}
				return printedShare(i.UpperLimit, 3)
			}
			text := map[string]string{}
			for name := range c.Printed["text"].(map[string]any) {
				part, rest, _ := strings.Cut(name, "_")
				level, side, _ := strings.Cut(rest, "_")
				e := r.Proportion
				if part != "combined" {
					e = r.Strata[part[len(part)-1]-'1'].Proportion
				}
				text[name] = share(e, level, side == "lower")
			}
			c.Equal("text", text)
			return
		}
		p := printedBy(c.T(), r.WriteText)
		p.Next("===")
		tableNames := []string{"sample", "items", "ratio", "universe", "projected"}
		var strata []map[string]any
		for range r.Strata {
			row := map[string]any{}
			for k, v := range fieldsOf(p.Row(), append([]string{"stratum"}, tableNames...)...) {
				row[k] = v
			}
			strata = append(strata, row)
		}
		combined := map[string]any{}
		for k, v := range fieldsOf(p.Next("COMBINED"), tableNames...) {
			combined[k] = v
		}
		standardError := fieldsOf(p.Next("STANDARD ERROR:"), "ratio", "quantity")
		p.Next("===")
		for i := range strata {
			strata[i]["precision"] = fieldsOf(p.Row()[1:], "80", "90", "95")
		}
		combined["precision"] = fieldsOf(p.Next("COMBINED"), "80", "90", "95")
		if c.Has("screen") {
			c.Equal("screen", map[string]any{"number_of_strata": fmt.Sprint(len(r.Strata)),
				"universe_size": combined["universe"],
				"sample_size":   combined["sample"], "projected_quantity": combined["projected"], "percent": combined["ratio"]})
		} else {
			c.Equal("strata", strata)
			c.Equal("combined", combined)
			c.Equal("standard_error", standardError)
		}
		c.Equal("limits", p.limits("lower_quantity", "lower_percent", "upper_quantity", "upper_percent"))
	})
}

// TestGoldenTwoStage recomputes every printed figure of RAT-STATS' two-stage attribute appraisals.
func TestGoldenTwoStage(t *testing.T) {
	goldentest.Run(t, "attribute_two_stage", func(c *goldentest.Case) {
		var in struct {
			Universe  int64 `json:"primary_universe"`
			Secondary int64 `json:"secondary_universe"`
			Units     [][3]int64
			File      string
		}
		c.Decode(&in)
		var file strings.Builder
		for _, u := range in.Units {
			fmt.Fprintf(&file, "%d\t%d %d\n", u[0], u[1], u[2])
		}
		d, err := ReadTwoStage(strings.NewReader(file.String()))
		if err != nil {
			c.T().Fatal(err)
		}
		if in.File != "" {
			sameFile(c, in.File, d.Units, func(r io.Reader) (any, error) { d, err := ReadTwoStage(r); return d.Units, err })
		}
		d.Universe, d.SecondaryUniverse = in.Universe, in.Secondary
		c.Request("appraisal.attribute.two_stage", d)
		r, err := d.Appraise()
		if err != nil {
			c.T().Fatal(err)
		}
		if c.Has("text") {
			checkTwoStageText(c, d, r)
			return
		}
		p := printedBy(c.T(), r.WriteText)
		p.Next("===")
		names := []string{"unit", "universe", "sample", "count", "ratio", "projected"}
		if in.Secondary == 0 {
			names = names[:5]
		}
		var units []any
		for range r.Units {
			units = append(units, fieldsOf(p.Row(), names...))
		}
		totals := fieldsOf(p.Next("TOTALS"), "universe", "sample", "count")
		if c.Has("screen") {
			p.Next("OVERALL TOTALS")
			f := fieldsOf(p.Row(), "primary_universe", "secondary_universe", "ratio", "projected")
			f["primary_sample"], f["secondary_sample"] = exact.CommasInt(r.Stages[0].SampleSize), totals["sample"]
			c.Equal("screen", f)
			c.Equal("limits", p.limits("lower_proportion", "upper_proportion", "lower_total", "upper_total"))
			return
		}
		c.Equal("units", units)
		c.Equal("totals", totals)
		if in.Secondary == 0 {
			c.Equal("total_primary_units", p.Next("TOTAL PRIMARY UNITS IN THE UNIVERSE")[0])
			c.Equal("overall_ratio", p.Next("OVERALL RATIO")[0])
			c.Equal("standard_error", fieldsOf(p.Next("STANDARD ERROR"), "ratio"))
			c.Equal("limits", p.limits("lower_proportion", "upper_proportion"))
			return
		}
		p.Next("OVERALL TOTALS")
		c.Equal("overall", fieldsOf(p.Row(), "primary_universe", "secondary_universe", "ratio", "projected"))
		c.Equal("standard_error", fieldsOf(p.Next("STANDARD ERROR"), "ratio", "total"))
		c.Equal("limits", p.limits("lower_proportion", "upper_proportion", "lower_total", "upper_total"))
	})
}

// checkTwoStageText compares figures of the manual's running text, where it adds and multiplies what it has rounded before.
func checkTwoStageText(c *goldentest.Case, d TwoStage, r TwoStageResult) {
	ninetyFive, _ := r.Proportion.At(decimal.RequireFromString("0.95"))
	quantity, _ := r.At(decimal.RequireFromString("0.95"))
	p, precision := rounded(r.Proportion.PointEstimate, 4), rounded(ninetyFive.PrecisionAmount, 4)
	meanQuantity := exact.Rat(r.PointEstimate)
	meanQuantity.Quo(meanQuantity, exact.Int(d.Universe))
	meanSize := big.NewRat(r.Stages[1].Universe, r.Stages[0].SampleSize)
	sum := new(big.Rat)
	var table []any
	for _, u := range r.Units {
		sum.Add(sum, exact.Rat(u.PointEstimate))
		table = append(table, map[string]string{"universe": fmt.Sprint(u.Universe), "sample": fmt.Sprint(u.SampleSize),
			"count": fmt.Sprint(u.Count),
			"p":     fraction(u.Proportion, 3), "projected": exact.Commas(u.PointEstimate, 2)})
	}
	all := map[string]any{
		"p": fraction(p, 4), "se": fraction(r.Proportion.StandardError, 4),
		"variance": fraction(exact.Round(squared(rounded(r.Proportion.StandardError, 4))),
			6), "mean_m": exact.Commas(exact.Round(meanSize), 1),
		"precision_95": fraction(precision, 4), "lower_95": fraction(ninetyFive.LowerLimit,
			4), "upper_95": fraction(ninetyFive.UpperLimit, 4),
		"sum_universe": fmt.Sprint(r.Stages[1].Universe), "sum_sample": fmt.Sprint(r.Stages[1].SampleSize), "sum_projected": exact.Fixed(exact.Round(sum), 2),
		"table": table, "mean_projected": exact.Fixed(exact.Round(meanQuantity), 3),
		"total":              exact.Fixed(rounded(exact.Round(meanQuantity), 3).Mul(decimal.NewFromInt(d.Universe)), 2),
		"total_precision_95": exact.Fixed(quantity.PrecisionAmount, 0), "total_lower_95": exact.Fixed(quantity.LowerLimit,
			0),
		"total_upper_95": exact.Fixed(quantity.UpperLimit, 0),
	}
	if d.SecondaryUniverse == 0 {
		all["upper_95"] = fraction(p.Add(precision), 4)
	}
	text := map[string]any{}
	for name := range c.Printed["text"].(map[string]any) {
		text[name] = all[name]
	}
	c.Equal("text", text)
}

func rounded(d decimal.Decimal, places int) decimal.Decimal {
	return exact.RoundPlaces(exact.Rat(d), places)
}

func squared(d decimal.Decimal) *big.Rat { return exact.Rat(d.Mul(d)) }

// sameFile wants a file of the golden data to be read as the case's own data.
func sameFile(c *goldentest.Case, name string, want any, read func(io.Reader) (any, error)) {
	data, err := goldentest.File(name)
	if err != nil {
		c.T().Fatal(err)
	}
	got, err := read(bytes.NewReader(data))
	if err != nil {
		c.T().Fatal(err)
	}
	a, _ := json.Marshal(want)
	b, _ := json.Marshal(got)
	if !bytes.Equal(a, b) {
		c.T().Errorf("%s: %s, want %s", name, b, a)
	}
}

// TestGoldenThreeStage recomputes every printed figure of RAT-STATS' three-stage attribute appraisals.
func TestGoldenThreeStage(t *testing.T) {
	goldentest.Run(t, "attribute_three_stage", func(c *goldentest.Case) {
		type unit struct {
			ID                      string
			Universe, Sample, Count int64
			Units                   []unit
		}
		var in struct {
			Universe int64  `json:"primary_universe"`
			Third    int64  `json:"third_stage_universe"`
			Units    []unit `json:"primary_units"`
			File     string
		}
		c.Decode(&in)
		d := ThreeStage{Universe: in.Universe, ThirdUniverse: in.Third}
		for _, u := range in.Units {
			own := ThreeStageUnit{Name: u.ID, Universe: u.Universe}
			for _, v := range u.Units {
				own.Units = append(own.Units, SampledUnit{Name: v.ID, Universe: v.Universe,
					Sample: Sample{v.Sample, v.Count}})
			}
			d.Units = append(d.Units, own)
		}
		sameFile(c, in.File, d.Units, func(r io.Reader) (any, error) { d, err := ReadThreeStage(r); return d.Units, err })
		c.Request("appraisal.attribute.three_stage", d)
		r, err := d.Appraise()
		if err != nil {
			c.T().Fatal(err)
		}
		if c.Has("text") {
			share, _ := r.Proportion.At(decimal.RequireFromString("0.95"))
			total, _ := r.At(decimal.RequireFromString("0.95"))
			c.Equal("text", map[string]string{"p": fraction(r.Proportion.PointEstimate, 4),
				"se":       fraction(r.Proportion.StandardError, 4),
				"lower_95": fraction(share.LowerLimit, 4), "upper_95": fraction(share.UpperLimit,
					4), "total": exact.Commas(r.PointEstimate, 0),
				"total_se": exact.Commas(r.StandardError, 0), "total_lower_95": exact.Commas(total.LowerLimit, 0),
				"total_upper_95": exact.Commas(total.UpperLimit,
					0), "second_stage_universe": exact.CommasInt(r.Stages[1].Universe),
				"third_stage_universe_sampled": exact.CommasInt(r.Stages[2].Universe)})
			return
		}
		p := printedBy(c.T(), r.WriteText)
		p.Next("===")
		named := func(numbers int, label string, names ...string) map[string]any {
			f := p.Row()
			m := map[string]any{label: strings.Join(f[:len(f)-numbers], " ")}
			for k, v := range fieldsOf(f[len(f)-numbers:], names...) {
				m[k] = v
			}
			return m
		}
		var primary []any
		for _, u := range r.Units {
			own := named(2, "id", "universe", "sample")
			var secondary []any
			for range u.Units {
				secondary = append(secondary, named(4, "label", "universe", "sample", "count", "ratio"))
			}
			own["units"], own["totals"] = secondary, fieldsOf(p.Next("TOTALS"), "universe", "sample", "count")
			primary = append(primary, own)
		}
		if in.Third > 0 && !c.Has("screen") {
			c.Equal("third_stage_universe", p.Next("TOTAL NUMBER OF THIRD STAGE UNITS IN UNIVERSE")[0])
		}
		stage := func(label string) map[string]string {
			m := fieldsOf(p.Next(label), "universe", "sampled")
			if label != "FIRST STAGE" && !strings.HasSuffix(m["universe"], "{}") {
				t.Errorf("%s: no mark of the footnote at %s", label, m["universe"])
			}
			m["universe"] = strings.TrimSuffix(m["universe"], "{}")
			return m
		}
		stages := map[string]map[string]string{}
		p.Next("OVERALL TOTALS")
		for name, label := range map[string]string{"first_stage": "FIRST STAGE", "second_stage": "SECOND STAGE",
			"third_stage": "THIRD STAGE"} {
			at := p.At
			stages[name] = stage(label)
			p.At = at
		}
		meeting := p.Next("SAMPLED ITEMS MEETING CRITERIA")[0]
		proportion, proportionSE := p.Next("OVERALL POINT ESTIMATE OF THE PROPORTION")[0], p.Next("OVERALL STANDARD ERROR (PROPORTION)")[0]
		total, totalSE := p.Next("OVERALL POINT ESTIMATE OF UNIVERSE TOTAL")[0], p.Next("OVERALL STANDARD ERROR (TOTAL)")[0]
		if c.Has("screen") {
			c.Equal("screen", map[string]string{"primary_universe": stages["first_stage"]["universe"],
				"primary_sample":   stages["first_stage"]["sampled"],
				"secondary_sample": stages["second_stage"]["sampled"], "third_sample": stages["third_stage"]["sampled"], "projected": total,
				"proportion": proportion})
		} else {
			c.Equal("primary_units", primary)
			for name, s := range stages {
				c.Equal(name, s)
			}
			c.Equal("items_meeting_criteria", meeting)
			c.Equal("proportion", proportion)
			c.Equal("proportion_se", proportionSE)
			c.Equal("total", total)
			c.Equal("total_se", totalSE)
		}
		c.Equal("limits", p.limits("lower_proportion", "upper_proportion", "lower_total", "upper_total"))
	})
}
