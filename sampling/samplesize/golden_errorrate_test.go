package samplesize

import (
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/goldentest"
)

// TestGoldenErrorRate compares every cell, mark and figure of RAT-STATS' error rate tables with our printout.
func TestGoldenErrorRate(t *testing.T) {
	goldentest.Run(t, "size_variable_error_rate", func(c *goldentest.Case) {
		var in struct {
			Universe  int64           `json:"universe_size"`
			Percent   decimal.Decimal `json:"error_rate_percent"`
			Total     decimal.Decimal `json:"total_reported_amount"`
			Deviation decimal.Decimal `json:"reported_std_deviation"`
			goldenAxes
		}
		c.Decode(&in)
		e := ErrorRate{
			Universe: in.Universe, Rate: in.Percent.Shift(-2), ReportedTotal: in.Total, ReportedDeviation: in.Deviation,
		}
		e.Levels, e.Precisions = in.fractions()
		c.Request("samplesize.error_rate", e)
		table, err := e.Table()
		if err != nil {
			c.T().Fatal(err)
		}
		page := printed(c.T(), table.WriteText)
		for path, label := range map[string]string{
			"universe_size": "Universe Size", "anticipated_error_rate": "Anticipated Error Rate",
			"total_amount": "Total Amount", "reported_std_deviation": "Standard Deviation",
			"estimated_mean": "Estimated Mean", "estimated_std_deviation": "Estimated Standard Deviation",
		} {
			c.Equal(path, page.value(c.T(), label))
		}
		c.Equal("table", page.tables()[0])
		c.Equal("note_asterisk", page.note("*"))
	})
}
