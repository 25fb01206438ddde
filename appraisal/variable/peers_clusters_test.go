package variable

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/iromath/iromath/internal/exact"
)

// TestSurveyClusters compares with R's package survey (svydesign with districts for clusters, svytotal, confint): 15 of 757
// school districts, all schools of each, by the total enrollment of the districts.
func TestSurveyClusters(t *testing.T) {
	raw, err := os.ReadFile("testdata/survey_stages.json")
	if err != nil {
		t.Fatal(err)
	}
	var records []struct {
		ID        string
		Universe  int64
		Units     []SampledUnit
		Total, SE string
		Limits    map[string][2]string `json:"z_limits"`
	}
	if err := json.Unmarshal(raw, &records); err != nil {
		t.Fatal(err)
	}
	for _, r := range records {
		if r.ID != "cluster_total" {
			continue
		}
		stratum := ClusterStratum{Universe: r.Universe}
		for _, u := range r.Units {
			c := Cluster{Items: int64(len(u.Examined))}
			for _, v := range u.Examined {
				c.Value = c.Value.Add(v)
			}
			stratum.Clusters = append(stratum.Clusters, c)
		}
		e := must(t, StratifiedCluster{Strata: []ClusterStratum{stratum}, Options: Options{Levels: decs("0.8", "0.9", "0.95", "0.99")}})
		near(t, "total", e.PointEstimate, r.Total)
		near(t, "standard error", e.StandardError, r.SE)
		for _, i := range e.Intervals {
			near(t, "lower limit", i.LowerLimit, r.Limits[exact.String(i.Level)][0])
			near(t, "upper limit", i.UpperLimit, r.Limits[exact.String(i.Level)][1])
		}
		return
	}
	t.Fatal("no sample of clusters")
}
