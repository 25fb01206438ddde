package iromath

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/appraisal/variable"
	"github.com/iromath/iromath/internal/exact"
)

const manualUnrestricted = "RAT-STATS Companion Manual 3-2 to 3-7"

// percentileRequest asks for a percentile; no degrees of freedom mean the normal distribution.
type percentileRequest struct {
	Level            decimal.Decimal  `json:"level"`
	DegreesOfFreedom *decimal.Decimal `json:"degreesOfFreedom,omitempty"`
}

// readRequest is the text of a RAT-STATS data file.
type readRequest struct {
	Format variable.Format `json:"format"`
	Text   string          `json:"text"`
}

// rational returns a number from a request as a rational.
func rational(d decimal.Decimal) (*big.Rat, error) {
	if err := exact.Check(d); err != nil {
		return nil, fmt.Errorf("iromath: %w", err)
	}
	return exact.Rat(d), nil
}

// appraisalCalculations estimate totals.
var appraisalCalculations = []Calculation{
	calculation("appraisal.percentile",
		"The percentile of Student's t or the normal distribution for a two-sided confidence level, 20 significant digits.",
		"RAT-STATS Companion Manual 3-7; Abramowitz & Stegun ch. 26",
		`{"level":"0.90","degreesOfFreedom":"49"}`,
		func(q percentileRequest) (appraisal.Confidence, error) {
			if q.DegreesOfFreedom == nil {
				return appraisal.Percentile(q.Level, nil)
			}
			df, err := rational(*q.DegreesOfFreedom)
			if err != nil {
				return appraisal.Confidence{}, err
			}
			return appraisal.Percentile(q.Level, df)
		}),
	calculation("appraisal.variable.read",
		"The sample in a RAT-STATS data file: a line number and one or two amounts on each line.",
		"RAT-STATS User's Guide 4-7, 4-8",
		`{"format":"examined_audited","text":"1 300 267\n2 $1,900.00 774\n"}`,
		func(q readRequest) (variable.Sample, error) {
			return variable.ReadSample(strings.NewReader(q.Text), q.Format)
		}),
	calculation("appraisal.variable.unrestricted",
		"The total of a universe from a simple random sample of amounts, with limits.",
		manualUnrestricted,
		`{"universe":10000,"examined":["300","900","300","200"],"audited":["267","774","255","174"]}`,
		variable.Unrestricted.Appraise),
}
