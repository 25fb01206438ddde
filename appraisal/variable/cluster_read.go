package variable

import (
	"io"

	"github.com/iromath/iromath/internal/textfile"
)

// ReadStratifiedCluster reads RAT-STATS' file of stratified clusters. Each stratum has a line with its name, the number of
// clusters in its universe and the number sampled; as many lines follow, each with the name of a cluster, the number of its
// items and their total value:
//
//	STATE UNIVERSITIES 415 25
//	UNIV1 8 96
//
// Names may hold blanks and digits: the last two fields of a line are its numbers. Fields are separated by blanks or tabs;
// numbers may have thousands commas and a dollar sign, and a minus in front. Blank lines do not count.
//
// Errors: [ErrEncoding], [ErrLine], [ErrStrata] for a file without a stratum, [RowErrors] with every wrong line, up to one
// that does not say how many clusters follow.
//
// Source: RAT-STATS User's Guide 4-124 to 4-126.
func ReadStratifiedCluster(r io.Reader) (StratifiedCluster, error) {
	nests, err := textfile.ReadNested(r, false, 2, 2, 1)
	if err != nil {
		return StratifiedCluster{}, err
	}
	var d StratifiedCluster
	var wrong RowErrors
	for _, n := range nests {
		s := ClusterStratum{Name: n.Name, Universe: n.Counts(&wrong, MaxUniverse, "universe")[0]}
		for _, m := range n.Members {
			s.Clusters = append(s.Clusters, Cluster{Name: m.Name, Items: m.Counts(&wrong, MaxUniverse, "items")[0],
				Value: m.Numbers[1]})
		}
		d.Strata = append(d.Strata, s)
	}
	if len(wrong) > 0 {
		return StratifiedCluster{}, wrong
	}
	return d, noStrata(len(d.Strata))
}
