package attribute

import (
	"io"

	"github.com/iromath/iromath/internal/textfile"
)

// ReadStratifiedCluster reads RAT-STATS' file of stratified clusters. Each stratum has a line with its name, the number of
// clusters in its universe, the number sampled and the number of items in all its clusters; as many lines follow as clusters
// were sampled, each with the name of a cluster, the number of its items and that of those with the characteristic:
//
//	STATE UNIVERSITIES 415 25 2500
//	UNIV1 8 2
//
// Names may hold blanks, commas and digits: the last three or two fields of a line are its numbers. Fields are separated by
// commas, blanks or tabs, so that numbers have no thousands commas. What is no number is an error (RAT-STATS takes it for
// zero). Blank lines do not count.
//
// Errors: [ErrEncoding], [ErrLine], [ErrStrata] for a file without a stratum, [RowErrors] with every wrong line, up to one
// that does not say how many clusters follow.
//
// Source: RAT-STATS User's Guide 3-65, 3-66.
func ReadStratifiedCluster(r io.Reader) (StratifiedCluster, error) {
	nests, err := textfile.ReadNested(r, true, 3, 2, 1)
	if err != nil {
		return StratifiedCluster{}, err
	}
	var d StratifiedCluster
	var wrong RowErrors
	for _, n := range nests {
		counts := n.Counts(&wrong, MaxUniverse, "universe", "sample size", "items")
		s := ClusterStratum{Name: n.Name, Universe: counts[0], Items: counts[2]}
		for _, m := range n.Members {
			counts := m.Counts(&wrong, MaxUniverse, "items", "count")
			s.Clusters = append(s.Clusters, Cluster{Name: m.Name, Items: counts[0], Count: counts[1]})
		}
		d.Strata = append(d.Strata, s)
	}
	if len(wrong) > 0 {
		return StratifiedCluster{}, wrong
	}
	return d, noStrata(len(d.Strata))
}
