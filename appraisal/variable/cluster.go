package variable

import (
	"errors"
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/appraisal/internal/stage"
	"github.com/iromath/iromath/internal/design"
	"github.com/iromath/iromath/internal/exact"
	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
)

// ErrCluster: a cluster holds a negative number of items, or more of them than can be counted.
var ErrCluster = errors.New("variable: cluster")

// Cluster is a sampled group of items, all of which were reviewed.
type Cluster struct {
	// Name of the cluster, for printouts. RAT-STATS keeps its first 25 characters.
	Name string `json:"name,omitempty"`
	// Items is the number of items in the cluster. It is printed, and no figure depends on it.
	Items int64 `json:"items,omitempty"`
	// Value is the sum of the values of all its items, in dollars.
	Value decimal.Decimal `json:"value"`
}

// MarshalJSON writes decimals as strings.
func (c Cluster) MarshalJSON() ([]byte, error) { return jsonform.Marshal(c) }

// ClusterStratum is a part of the universe from which a simple random sample of clusters was drawn.
type ClusterStratum struct {
	// Name of the stratum, for printouts. RAT-STATS keeps its first 25 characters.
	Name string `json:"name,omitempty"`
	// Universe is the number of clusters in the stratum.
	Universe int64 `json:"universe"`
	// Clusters are those that were sampled.
	Clusters []Cluster `json:"clusters,omitempty"`
	// Sums of the values of the clusters stand in for the clusters: their count is the number of clusters sampled.
	Sums *appraisal.Sums `json:"sums,omitempty"`
}

// StratifiedCluster is RAT-STATS' "Variable Appraisals > Stratified Cluster": a simple random sample of clusters of each
// stratum, with all items of a sampled cluster reviewed. A cluster counts as one unit, by the total of its items.
//
// Source: RAT-STATS Companion Manual 3-77 to 3-81, User's Guide 4-122 to 4-135; Cochran (1977), sec. 9A.1.
type StratifiedCluster struct {
	// Strata divide the universe: every cluster is in one of them.
	Strata []ClusterStratum `json:"strata"`
	Options
	// ZeroVarianceForSingle takes the variance of a stratum with a single sampled cluster as zero; without it such a stratum
	// is an error unless that cluster is all of it.
	ZeroVarianceForSingle bool `json:"zeroVarianceForSingle,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (d StratifiedCluster) MarshalJSON() ([]byte, error) { return jsonform.Marshal(d) }

// ClusterStratumSection is the appraisal of one stratum: RAT-STATS prints its point estimate only. Its intervals use the
// normal distribution, like those of all strata.
type ClusterStratumSection struct {
	// Name of the stratum as it was given.
	Name string `json:"name,omitempty"`
	appraisal.Estimate
	// Universe and SampleSize are the clusters in the stratum and those that were sampled.
	Universe   int64 `json:"universe"`
	SampleSize int64 `json:"sampleSize"`
	// Reviewed are the items in the sampled clusters.
	Reviewed int64 `json:"reviewed"`
	// Total is the exact sum of the values in the sampled clusters, Sums what the appraisal follows from.
	Total decimal.Decimal `json:"total"`
	Sums  appraisal.Sums  `json:"sums"`
	// Clusters as they were given.
	Clusters []Cluster `json:"clusters,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (s ClusterStratumSection) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// StratifiedClusterResult is the appraisal of a stratified sample of clusters. The embedded estimate is of the total of all
// strata; its intervals use the normal distribution.
type StratifiedClusterResult struct {
	appraisal.Estimate
	// Universe, SampleSize, Reviewed and Total are those of the strata, added up.
	Universe   int64           `json:"universe"`
	SampleSize int64           `json:"sampleSize"`
	Reviewed   int64           `json:"reviewed"`
	Total      decimal.Decimal `json:"total"`
	// Strata are the appraisals of the strata, in their order.
	Strata []ClusterStratumSection `json:"strata"`
}

// MarshalJSON writes decimals as strings.
func (r StratifiedClusterResult) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// Appraise works the appraisal out. With N_h clusters in a stratum, n_h of them sampled with the values y_jh,
//
//	point estimate  T  = sum N_h * mean y_h
//	variance           = sum N_h (N_h - n_h) / n_h * s_h^2,    s_h^2 = sum (y_jh - mean y_h)^2 / (n_h - 1)
//
// It is the unbiased estimate, not that of a ratio to the number of items.
//
// Errors: [ErrStrata], [ErrCluster], [ErrSample], [ErrSingle], [ErrUniverse], appraisal.ErrLevel. Warnings: "no_variation"
// for a stratum whose clusters all have the same value, "single_unit" where ZeroVarianceForSingle stands in for the variance
// of a single cluster, "strata_limit" for more than RAT-STATS' 100 strata.
func (d StratifiedCluster) Appraise() (StratifiedClusterResult, error) {
	if len(d.Strata) == 0 || len(d.Strata) > maxStrata {
		return StratifiedClusterResult{}, fmt.Errorf("%w: %d of them, not 1 to %d", ErrStrata, len(d.Strata), maxStrata)
	}
	if err := stage.CheckIntervals(len(d.Strata), d.Options); err != nil {
		return StratifiedClusterResult{}, err
	}
	var r StratifiedClusterResult
	var parts []design.Part
	var all appraisal.Sums
	var warnings []appraisal.Warning
	var singles finding.Places
	sizes := make([]int64, len(d.Strata))
	for i, s := range d.Strata {
		name := finding.Unit("stratum", i, s.Name)
		one, part, err := d.stratum(s)
		if err != nil {
			return StratifiedClusterResult{}, fmt.Errorf("%s: %w", name, err)
		}
		if one.SampleSize == 1 && one.Universe > 1 {
			singles = append(singles, name)
		}
		for _, w := range one.Warnings {
			warnings = append(warnings, finding.Warn(w.Code, "Stratum %d: %s", i+1, w.Message))
		}
		r.Strata, parts = append(r.Strata, one), append(parts, part)
		r.SampleSize += one.SampleSize
		sizes[i] = one.SampleSize
		all.Merge(one.Sums)
		if r.Universe += one.Universe; r.Universe > MaxUniverse {
			return StratifiedClusterResult{}, fmt.Errorf("%w: the strata have more than %d clusters", ErrUniverse,
				int64(MaxUniverse))
		}
		if r.Reviewed += one.Reviewed; r.Reviewed > MaxUniverse {
			return StratifiedClusterResult{}, fmt.Errorf("%w: more than %d items in all", ErrCluster, int64(MaxUniverse))
		}
	}
	r.Total, _ = exact.Decimal(all.Power(1)) // a finite decimal
	if err := checkDigits(sizes); err != nil {
		return StratifiedClusterResult{}, err
	}
	total := design.Sum(parts)
	var err error
	if r.Estimate, err = appraisal.NewEstimate(total.Total, total.Variance, d.Options, nil); err != nil {
		return StratifiedClusterResult{}, err
	}
	warnings = append(warnings, finding.Singles(singles, nil)...)
	if len(d.Strata) > 100 {
		warnings = append(warnings, finding.Warn("strata_limit",
			"RAT-STATS takes up to 100 strata of clusters; here are %d.", len(d.Strata)))
	}
	r.Warnings = append(warnings, r.Warnings...)
	return r, nil
}

// stratum appraises one stratum: a simple random sample of the totals of clusters.
func (d StratifiedCluster) stratum(s ClusterStratum) (ClusterStratumSection, design.Part, error) {
	sums, reviewed, err := s.sum()
	if err != nil {
		return ClusterStratumSection{}, design.Part{}, err
	}
	n := sums.Count()
	if err := checkUniverse(s.Universe, n); err != nil {
		return ClusterStratumSection{}, design.Part{}, err
	}
	part, err := design.Simple(s.Universe, items(sums), d.ZeroVarianceForSingle)
	if err != nil {
		return ClusterStratumSection{}, design.Part{}, fmt.Errorf("%w: %w", ErrSample, err)
	}
	e, err := appraisal.NewEstimate(part.Total, part.Variance, d.Options, nil)
	if err != nil {
		return ClusterStratumSection{}, design.Part{}, err
	}
	r := ClusterStratumSection{
		Name: s.Name, Estimate: e, Universe: s.Universe, SampleSize: n, Reviewed: reviewed, Sums: sums, Clusters: s.Clusters,
	}
	r.Total, _ = exact.Decimal(sums.Power(1)) // a finite decimal
	if v := sums.Variance(); v != nil && v.Sign() == 0 && n < s.Universe {
		r.Warnings = append(r.Warnings, finding.Warn("no_variation",
			"All clusters sampled have the same value: the standard error is 0."))
	}
	return r, part, nil
}

// sum adds up the clusters of a stratum.
func (s ClusterStratum) sum() (sums appraisal.Sums, items int64, err error) {
	switch {
	case s.Clusters != nil && s.Sums != nil:
		return sums, 0, fmt.Errorf("%w: both clusters and sums of them are given", ErrSample)
	case s.Sums != nil:
		sums = *s.Sums
	}
	for i, c := range s.Clusters {
		if items += c.Items; c.Items < 0 || c.Items > MaxUniverse || items > MaxUniverse {
			return sums, 0, fmt.Errorf("%s: %w: %d items", finding.Unit("cluster", i, c.Name), ErrCluster, c.Items)
		}
		if err := sums.Add(c.Value); err != nil {
			return sums, 0, fmt.Errorf("%s: %w: %w", finding.Unit("cluster", i, c.Name), ErrSample, err)
		}
	}
	if sums.Count() == 0 {
		return sums, 0, fmt.Errorf("%w: no clusters", ErrSample)
	}
	return sums, items, nil
}
