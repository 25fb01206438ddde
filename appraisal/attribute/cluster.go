package attribute

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

// ErrCluster: a cluster has a negative number of items, or more items with the characteristic than items.
var ErrCluster = errors.New("attribute: cluster")

// Cluster is a sampled group of items, all of which were reviewed.
type Cluster struct {
	// Name of the cluster, for printouts. RAT-STATS keeps its first 25 characters.
	Name string `json:"name,omitempty"`
	// Items is the number of items in the cluster.
	Items int64 `json:"items"`
	// Count is the number of them with the characteristic.
	Count int64 `json:"count"`
}

// ClusterStratum is a part of the universe from which a simple random sample of clusters was drawn.
type ClusterStratum struct {
	// Name of the stratum, for printouts. RAT-STATS keeps its first 25 characters.
	Name string `json:"name,omitempty"`
	// Universe is the number of clusters in the stratum.
	Universe int64 `json:"universe"`
	// Items is the number of items in all clusters of the stratum, which has to be known.
	Items int64 `json:"items"`
	// Clusters are those that were sampled.
	Clusters []Cluster `json:"clusters,omitempty"`
	// PairSums stand in for the clusters: sums of their counts (y) and items (x). Their number is that of the clusters.
	PairSums *appraisal.PairSums `json:"pairSums,omitempty"`
}

// StratifiedCluster is RAT-STATS' "Attribute Appraisals > Stratified Cluster": a simple random sample of clusters of each
// stratum, with all items of a sampled cluster reviewed. The share of a stratum is a ratio: items with the characteristic to
// items.
//
// Source: RAT-STATS Companion Manual 2-62 to 2-67, User's Guide 3-64 to 3-73; Cochran (1977), sec. 3.12, 6.4 and 9A.1.
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

// ClusterFigures count the clusters and items of a stratum, or of all strata.
type ClusterFigures struct {
	// Universe and SampleSize are the clusters of the universe and those that were sampled.
	Universe   int64 `json:"universe"`
	SampleSize int64 `json:"sampleSize"`
	// Items are those of all clusters, Reviewed those of the sampled ones, Count those of them with the characteristic.
	Items    int64 `json:"items"`
	Reviewed int64 `json:"reviewed"`
	Count    int64 `json:"count"`
}

// ClusterStratumSection is the appraisal of one stratum: RAT-STATS prints its point estimates only.
type ClusterStratumSection struct {
	// Name of the stratum as it was given.
	Name string `json:"name,omitempty"`
	Projection
	ClusterFigures
	// PairSums are the sums of counts (y) and items (x) that the appraisal follows from.
	PairSums appraisal.PairSums `json:"pairSums"`
	// Clusters as they were given.
	Clusters []Cluster `json:"clusters,omitempty"`
}

// MarshalJSON writes decimals as strings.
func (s ClusterStratumSection) MarshalJSON() ([]byte, error) { return jsonform.Marshal(s) }

// StratifiedClusterResult is the appraisal of a stratified sample of clusters, of all strata; its intervals use the normal
// distribution.
type StratifiedClusterResult struct {
	Projection
	ClusterFigures
	// Strata are the appraisals of the strata, in their order.
	Strata []ClusterStratumSection `json:"strata"`
}

// MarshalJSON writes decimals as strings.
func (r StratifiedClusterResult) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }

// Appraise works the appraisal out. With N_h clusters of M_h items in a stratum, n_h of them sampled with the items M_jh and
// the counts a_jh,
//
//	p_h = sum a_jh / sum M_jh    T_h = M_h * p_h    T = sum T_h    p = T / sum M_h
//	variance of T = sum N_h (N_h - n_h) / (n_h (n_h - 1)) * sum (a_jh - p_h M_jh)^2
//
// The ratio is biased, by an amount of the order 1/n_h, unless all clusters have as many items.
//
// Errors: [ErrStrata], [ErrCluster], [ErrSample], [ErrSingle], [ErrUniverse], appraisal.ErrLevel. Warnings: "empty_cluster"
// for a sampled cluster without items; "items_differ" where all clusters of a stratum were sampled, but hold other than its
// items; "no_variation" where all clusters sampled have the same share; "single_unit" where ZeroVarianceForSingle stands in
// for the variance of a single cluster; "strata_limit" and "clusters_limit" for more than RAT-STATS' 100 strata and 500
// clusters a stratum.
func (d StratifiedCluster) Appraise() (StratifiedClusterResult, error) {
	if len(d.Strata) == 0 || len(d.Strata) > maxStrata {
		return StratifiedClusterResult{}, fmt.Errorf("%w: %d of them, not 1 to %d", ErrStrata, len(d.Strata), maxStrata)
	}
	if err := stage.CheckIntervals(len(d.Strata), d.Options); err != nil {
		return StratifiedClusterResult{}, err
	}
	var r StratifiedClusterResult
	var parts []design.Part
	var warnings []appraisal.Warning
	var singles finding.Places
	var sizes []int64
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
		sizes = append(sizes, one.SampleSize, one.Reviewed)
		r.Universe += one.Universe
		r.SampleSize += one.SampleSize
		r.Items += one.Items
		r.Reviewed += one.Reviewed
		r.Count += one.Count
		if r.Universe > MaxUniverse || r.Items > MaxUniverse {
			return StratifiedClusterResult{}, fmt.Errorf("%w: the strata have more than %d clusters or items",
				ErrUniverse, int64(MaxUniverse))
		}
	}
	err := checkSizes(sizes)
	if err != nil {
		return StratifiedClusterResult{}, err
	}
	if r.Projection, err = project(design.Sum(parts), exact.Int(r.Items), d.Options); err != nil {
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

// stratum appraises one stratum.
func (d StratifiedCluster) stratum(s ClusterStratum) (ClusterStratumSection, design.Part, error) {
	none := func(err error) (ClusterStratumSection, design.Part, error) {
		return ClusterStratumSection{}, design.Part{}, err
	}
	r := ClusterStratumSection{Name: s.Name, Clusters: s.Clusters}
	var err error
	if r.PairSums, err = s.sums(); err != nil {
		return none(err)
	}
	r.ClusterFigures = ClusterFigures{
		Universe: s.Universe, SampleSize: r.PairSums.Count(), Items: s.Items,
		Reviewed: r.PairSums.Sum(0, 1).Num().Int64(), Count: r.PairSums.Sum(1, 0).Num().Int64(), // whole numbers in range
	}
	if err := r.check(); err != nil {
		return none(err)
	}
	clusters := design.PairStratum{Universe: s.Universe, Pairs: design.Pairs{Count: r.SampleSize}}
	clusters.Y, clusters.X = r.PairSums.Means()
	clusters.YY, clusters.YX, clusters.XX = r.PairSums.Covariances()
	part, _, err := design.ClusterRatio(clusters, exact.Int(s.Items), d.ZeroVarianceForSingle)
	if err == nil {
		r.Projection, err = project(part, exact.Int(s.Items), d.Options)
	} else {
		err = fmt.Errorf("%w: %w", ErrSample, err)
	}
	if err != nil {
		return none(err)
	}
	warn := func(code, format string, args ...any) {
		r.Warnings = append(r.Warnings, finding.Warn(code, format, args...))
	}
	empty := 0
	for _, c := range s.Clusters {
		if c.Items == 0 {
			empty++
		}
	}
	if empty > 0 {
		warn("empty_cluster", "%d of the sampled clusters have no items.", empty)
	}
	if r.SampleSize == r.Universe && r.Reviewed != r.Items {
		warn("items_differ", "All clusters were sampled, and they have %s items in all, not %s.",
			exact.CommasInt(r.Reviewed), exact.CommasInt(r.Items))
	}
	if r.SampleSize < r.Universe && r.SampleSize > 1 && part.Variance.Sign() == 0 {
		warn("no_variation", "All clusters sampled have the same share: the standard error is 0.")
	}
	if r.SampleSize > 500 {
		warn("clusters_limit", "RAT-STATS takes up to 500 clusters a stratum; here are %d.", r.SampleSize)
	}
	return r, part, nil
}

// sums adds up the clusters of a stratum.
func (s ClusterStratum) sums() (appraisal.PairSums, error) {
	var sums appraisal.PairSums
	if s.PairSums != nil {
		if s.Clusters != nil {
			return sums, fmt.Errorf("%w: both clusters and sums of them are given", ErrSample)
		}
		count, items := s.PairSums.Sum(1, 0), s.PairSums.Sum(0, 1)
		if !count.IsInt() || !items.IsInt() || count.Sign() < 0 || count.Cmp(items) > 0 || items.Cmp(exact.Int(MaxUniverse)) > 0 {
			return sums, fmt.Errorf("%w: sums of %s of %s items with the characteristic", ErrCluster, exact.String(exact.Round(count)),
				exact.String(exact.Round(items)))
		}
		return *s.PairSums, nil
	}
	items := int64(0)
	for i, c := range s.Clusters {
		if c.Items < 0 || c.Count < 0 || c.Count > c.Items || c.Items > MaxUniverse {
			return sums, fmt.Errorf("%s: %w: %d of %d items have the characteristic", finding.Unit("cluster", i, c.Name), ErrCluster,
				c.Count, c.Items)
		}
		if items += c.Items; items > MaxUniverse {
			return sums, fmt.Errorf("%w: the clusters have more than %d items", ErrUniverse, int64(MaxUniverse))
		}
		_ = sums.Add(decimal.NewFromInt(c.Count), decimal.NewFromInt(c.Items)) // in range
	}
	return sums, nil
}

// check holds the numbers of clusters and items against each other.
func (f ClusterFigures) check() error {
	switch {
	case f.SampleSize == 0:
		return fmt.Errorf("%w: no clusters", ErrSample)
	case f.Universe < 1 || f.Universe > MaxUniverse || f.Items < 1 || f.Items > MaxUniverse:
		return fmt.Errorf("%w: %d clusters and %d items are not between 1 and %d", ErrUniverse, f.Universe, f.Items,
			int64(MaxUniverse))
	case f.Universe < f.SampleSize:
		return fmt.Errorf("%w: %d clusters, but %d were sampled", ErrUniverse, f.Universe, f.SampleSize)
	case f.Items < f.Reviewed:
		return fmt.Errorf("%w: %d items, but the sampled clusters have %d", ErrUniverse, f.Items, f.Reviewed)
	}
	return nil
}
