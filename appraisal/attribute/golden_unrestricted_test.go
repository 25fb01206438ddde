package attribute

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/goldentest"
)

// unrestrictedInput is the form of the cases' input.
type unrestrictedInput struct {
	Universe int64 `json:"universe"`
	Sample   int64 `json:"sample"`
	Count    int64 `json:"count"`
	OneSided bool  `json:"one_sided"`
}

func (in unrestrictedInput) design() Unrestricted {
	return Unrestricted{Universe: in.Universe, Sample: Sample{in.Sample, in.Count}, OneSided: in.OneSided}
}

func (in unrestrictedInput) appraise(t *testing.T) UnrestrictedResult {
	t.Helper()
	r, err := in.design().Appraise()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestGoldenUnrestricted recomputes every printed figure of RAT-STATS' unrestricted attribute appraisals, from our own printout
// wherever the figure stands in one. The screens show the same figures without the standard errors.
func TestGoldenUnrestricted(t *testing.T) {
	goldentest.Run(t, "attribute_unrestricted", func(c *goldentest.Case) {
		var in unrestrictedInput
		c.Decode(&in)
		c.Request("appraisal.attribute.unrestricted", in.design())
		r := in.appraise(c.T())
		if c.Has("text") {
			c.Equal("text", unrestrictedQuoted(c, r))
			return
		}
		for key, figure := range unrestrictedFigures(c.T(), r) {
			if !strings.Contains(c.ID, "-screen") || !strings.HasPrefix(key, "standard_error") {
				c.Equal(key, figure)
			}
		}
	})
}

// TestGoldenUnrestrictedDerived compares the printout with cases that were computed apart from this module, in exact integers, for
// what the manuals have no example of: both ends, one- and two-sided, censuses, ties, large universes. A case of a single item
// has no standard error.
func TestGoldenUnrestrictedDerived(t *testing.T) {
	data, err := goldentest.File("attribute_unrestricted_derived.json")
	if err != nil {
		t.Fatal(err)
	}
	var module struct {
		Cases []struct {
			ID       string            `json:"id"`
			Input    unrestrictedInput `json:"input"`
			Computed map[string]any    `json:"computed"`
		} `json:"cases"`
	}
	if err := json.Unmarshal(data, &module); err != nil {
		t.Fatal(err)
	}
	if len(module.Cases) != 16 {
		t.Fatalf("%d cases", len(module.Cases))
	}
	for _, c := range module.Cases {
		t.Run(c.ID, func(t *testing.T) {
			got := unrestrictedFigures(t, c.Input.appraise(t))
			if c.Input.Sample == 1 {
				if got["standard_error_quantity"] != "---" || got["standard_error_percent"] != "---" {
					t.Errorf("a single item has a standard error: %v", got)
				}
				delete(got, "standard_error_quantity")
				delete(got, "standard_error_percent")
			}
			if diff := cmp.Diff(c.Computed, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// unrestrictedFigures reads the figures of a printout by the names of the golden data.
func unrestrictedFigures(t *testing.T, r UnrestrictedResult) map[string]any {
	t.Helper()
	var out bytes.Buffer
	if err := r.WriteText(&out, Heading{Audit: "Attribute SRS", Date: "10/22/2009", Time: "10:48"}); err != nil {
		t.Fatal(err)
	}
	figures, limits := map[string]any{}, map[string]any{}
	var level map[string]any
	section, percents, kind := "", map[string]string{"CHARACTERISTIC(S)": "percent", "STANDARD": "standard_error_percent"}, ""
	for _, line := range strings.Split(out.String(), "\n") {
		f := strings.Fields(line)
		if len(f) == 0 {
			continue
		}
		label, last := strings.Join(f[:len(f)-1], " "), f[len(f)-1]
		switch {
		case label == "UNIVERSE SIZE":
			figures["universe_size"] = last
		case label == "SAMPLE SIZE":
			figures["sample_size"] = last
		case label == "CHARACTERISTIC(S) OF" || label == "STANDARD":
			section = f[0]
		case label == "QUANTITY IDENTIFIED IN SAMPLE":
			figures["quantity_identified"] = last
		case label == "PROJECTED QUANTITY IN UNIVERSE":
			figures["projected_quantity"] = last
		case label == "PROJECTED QUANTITY":
			figures["standard_error_quantity"] = last
		case strings.HasSuffix(line, "% CONFIDENCE LEVEL"):
			level = map[string]any{}
			limits[strings.TrimSuffix(f[0], "%")] = level
		case label == "LOWER LIMIT - QUANTITY" || label == "UPPER LIMIT - QUANTITY":
			kind = strings.ToLower(f[0])
			level[kind+"_quantity"] = last
		case label == "PERCENT" && level == nil:
			figures[percents[section]] = last
		case label == "PERCENT":
			level[kind+"_percent"] = last
		}
	}
	figures["limits"] = limits
	return figures
}

// unrestrictedQuoted are the figures as the text of the manuals quotes them.
func unrestrictedQuoted(c *goldentest.Case, r UnrestrictedResult) map[string]string {
	ninety, nineFive := r.Intervals[1], r.Intervals[2]
	percent2 := func(d decimal.Decimal) string { return exact.Commas(d.Shift(2), 2) + "%" }
	quantity := exact.CommasInt
	if c.ID == "cm-4-30-text" {
		return map[string]string{
			"lower_quantity_95": quantity(nineFive.LowerLimit), "lower_proportion_95": exact.Print(nineFive.LowerProportion, 4),
			"upper_quantity_95": quantity(nineFive.UpperLimit), "upper_proportion_95": exact.Print(nineFive.UpperProportion, 4),
			"width_95": quantity(nineFive.UpperLimit - nineFive.LowerLimit),
		}
	}
	centre := ninety.LowerProportion.Add(ninety.UpperProportion).Mul(decimal.New(5, -1))
	return map[string]string{
		"p": exact.Print(r.Proportion, 3), "projected_quantity": exact.Commas(r.PointEstimate, 0),
		"percent": exact.Commas(r.Proportion.Shift(2), 1) + "%", "interval_centre_90": percent2(centre),
		"lower_quantity_90": quantity(ninety.LowerLimit), "lower_percent_90": percent2(ninety.LowerProportion),
		"upper_quantity_90": quantity(ninety.UpperLimit), "upper_percent_90": percent2(ninety.UpperProportion),
		"lower_quantity_95": quantity(nineFive.LowerLimit), "lower_percent_95": percent2(nineFive.LowerProportion),
		"upper_quantity_95": quantity(nineFive.UpperLimit), "upper_percent_95": percent2(nineFive.UpperProportion),
	}
}
