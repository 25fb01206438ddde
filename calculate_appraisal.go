package iromath

import (
	"fmt"
	"math/big"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/exact"
)

// percentileRequest asks for a percentile; no degrees of freedom mean the normal distribution.
type percentileRequest struct {
	Level            decimal.Decimal  `json:"level"`
	OneSided         bool             `json:"oneSided,omitempty"`
	DegreesOfFreedom *decimal.Decimal `json:"degreesOfFreedom,omitempty"`
}

// textRequest is the text of a file.
type textRequest struct {
	Text string `json:"text"`
}

// rational returns a number from a request as a rational.
func rational(d decimal.Decimal) (*big.Rat, error) {
	if err := exact.Check(d); err != nil {
		return nil, fmt.Errorf("iromath: %w", err)
	}
	return exact.Rat(d), nil
}

// appraisalCalculations are what all appraisals rest on.
func appraisalCalculations() []Calculation {
	return []Calculation{
		calculation("appraisal.percentile",
			"The percentile of Student's t or the normal distribution for a two-sided or one-sided confidence level, 20 significant digits.",
			"RAT-STATS Companion Manual 3-7; Abramowitz & Stegun ch. 26",
			`{"level":"0.90","degreesOfFreedom":"49"}`,
			func(q percentileRequest) (appraisal.Confidence, error) {
				percentile := appraisal.Percentile
				if q.OneSided {
					percentile = appraisal.OneSidedPercentile
				}
				if q.DegreesOfFreedom == nil {
					return percentile(q.Level, nil)
				}
				df, err := rational(*q.DegreesOfFreedom)
				if err != nil {
					return appraisal.Confidence{}, err
				}
				return percentile(q.Level, df)
			}),
	}
}
