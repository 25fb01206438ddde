package variable

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
)

func clustersOf(universe int64, values ...string) ClusterStratum {
	s := ClusterStratum{Universe: universe}
	for _, v := range decs(values...) {
		s.Clusters = append(s.Clusters, Cluster{Value: v})
	}
	return s
}

// codesOf are the codes of warnings, in their order.
func codesOf(warnings []appraisal.Warning) string { return strings.Join(codes(warnings), " ") }

func TestStratifiedClusterRefuses(t *testing.T) {
	huge := decimal.New(1, 2_000_000_000)
	var sums appraisal.Sums
	for what, c := range map[string]struct {
		design StratifiedCluster
		want   error
	}{
		"no strata":       {StratifiedCluster{}, ErrStrata},
		"too many strata": {StratifiedCluster{Strata: make([]ClusterStratum, maxStrata+1)}, ErrStrata},
		"no clusters":     {StratifiedCluster{Strata: []ClusterStratum{{Universe: 5}}}, ErrSample},
		"empty sums":      {StratifiedCluster{Strata: []ClusterStratum{{Universe: 5, Sums: &sums}}}, ErrSample},
		"both": {StratifiedCluster{Strata: []ClusterStratum{{Universe: 5, Clusters: []Cluster{{}},
			Sums: &sums}}}, ErrSample},
		"one of more": {StratifiedCluster{Strata: []ClusterStratum{clustersOf(5, "1")}}, ErrSingle},
		"universe":    {StratifiedCluster{Strata: []ClusterStratum{clustersOf(1, "1", "2")}}, ErrUniverse},
		"no universe": {StratifiedCluster{Strata: []ClusterStratum{clustersOf(0, "1", "2")}}, ErrUniverse},
		"negative":    {StratifiedCluster{Strata: []ClusterStratum{clustersOf(-9, "1", "2")}}, ErrUniverse},
		"universes": {StratifiedCluster{Strata: []ClusterStratum{clustersOf(MaxUniverse, "1", "2"),
			clustersOf(2, "1", "2")}}, ErrUniverse},
		"negative items": {StratifiedCluster{Strata: []ClusterStratum{{Universe: 5,
			Clusters: []Cluster{{}, {Items: -1}}}}}, ErrCluster},
		"items": {StratifiedCluster{Strata: []ClusterStratum{{Universe: 5,
			Clusters: []Cluster{{Items: 1 << 62}}}}}, ErrCluster},
		"items in all": {StratifiedCluster{Strata: []ClusterStratum{{Universe: 5,
			Clusters: []Cluster{{Items: MaxUniverse}, {Items: 1}}}}}, ErrCluster},
		"items of strata": {StratifiedCluster{Strata: []ClusterStratum{{Universe: 1,
			Clusters: []Cluster{{Items: MaxUniverse}}}, {Universe: 1, Clusters: []Cluster{{Items: 1}}}}}, ErrCluster},
		"value": {StratifiedCluster{Strata: []ClusterStratum{{Universe: 5,
			Clusters: []Cluster{{Value: huge}, {}}}}}, ErrSample},
		"level": {StratifiedCluster{Strata: []ClusterStratum{clustersOf(5, "1", "2")},
			Options: Options{Levels: decs("1")}}, appraisal.ErrLevel},
		"twice": {StratifiedCluster{Strata: []ClusterStratum{clustersOf(5, "1", "2")},
			Options: Options{Levels: decs("0.9", "0.90")}}, appraisal.ErrLevel},
		"exponent of zero": {StratifiedCluster{Strata: []ClusterStratum{{Universe: 5,
			Clusters: []Cluster{{Value: decimal.New(0, 2_000_000_000)}, {}}}}}, ErrSample},
	} {
		if r, err := c.design.Appraise(); !errors.Is(err, c.want) || r.Strata != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
	_, err := StratifiedCluster{Strata: []ClusterStratum{clustersOf(5, "1", "2"),
		{Name: "East", Universe: 5, Clusters: []Cluster{{Name: "No 1", Items: -1}}}}}.Appraise()
	if err == nil || !strings.Contains(err.Error(), "stratum 2 (East): cluster 1 (No 1)") {
		t.Error(err)
	}
}

func TestStratifiedClusterWarnings(t *testing.T) {
	d := StratifiedCluster{ZeroVarianceForSingle: true, Strata: []ClusterStratum{clustersOf(5, "7"),
		clustersOf(1, "3"), clustersOf(9, "2", "2"),
		clustersOf(2, "2", "2")}}
	r := must(t, d)
	if got := codesOf(r.Warnings); got != "no_variation single_unit" || !strings.Contains(r.Warnings[0].Message, "Stratum 3") ||
		!strings.Contains(r.Warnings[1].Message, "stratum 1:") {
		t.Errorf("%s: %+v", got, r.Warnings)
	}
	if !r.StandardError.IsZero() || r.PointEstimate.String() != "60" { // 35 + 3 + 18 + 4
		t.Errorf("%s with %s", r.PointEstimate, r.StandardError)
	}
	roundTrip(t, d)
	roundTrip(t, r)
	d.Strata = nil
	for range 101 {
		d.Strata = append(d.Strata, clustersOf(3, "1", "2"))
	}
	if got := codesOf(must(t, d).Warnings); got != "strata_limit" {
		t.Error(got)
	}
	roundTrip(t, StratifiedCluster{Strata: []ClusterStratum{{Universe: 3, Sums: sumsOf(t, decs("1", "2.50"))}}})
}

// TestClusterPages: strata and clusters without a name have their numbers, and levels beyond RAT-STATS' three stand below.
func TestClusterPages(t *testing.T) {
	d := StratifiedCluster{Strata: []ClusterStratum{{Universe: 5, Clusters: []Cluster{{Items: 3, Value: dec("-1.5")},
		{Name: "B", Value: dec("0.25")}}}},
		Options: Options{Levels: decs("0.5", "0.8", "0.9", "0.999")}}
	var page bytes.Buffer
	if err := must(t, d).WriteText(&page, Heading{Audit: "Pages", File: "X.TXT"}); err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{
		"                             AUDIT/REVIEW: Pages\n\n                            DATA FILE USED: X.TXT\n\nSTRATUM IDENTIFICATION",
		"STRATUM 1                              5       2\n  CLUSTER 1                            3       3          -1.50\n  B                                    0       0            .25\n" +
			"      STRATUM TOTALS                   3       3          -1.25              -3\n",
		"CONFIDENCE LEVEL      ---50 PERCENT--      ---80 PERCENT--      ---90 PERCENT--\n",
		"Z-VALUE USED           0.674489750196       1.281551565545       1.644853626951\n\nCONFIDENCE LEVEL    ---99.9 PERCENT--\n",
		"PRECISION PERCENT                .00%\n",
	} {
		if !strings.Contains(page.String(), line) {
			t.Errorf("no %q in\n%s", line, page.String())
		}
	}
	sums := StratifiedCluster{Strata: []ClusterStratum{{Name: "by sums", Universe: 5, Sums: sumsOf(t, decs("1", "2"))}}}
	page.Reset()
	if err := must(t, sums).WriteText(&page, Heading{}); err != nil || !strings.Contains(page.String(), "by sums ") {
		t.Errorf("%v: %s", err, page.String())
	}
}

func TestReadStratifiedClusterRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"A 5.5 1\nb 1 1\n":                "line 1, universe \"5.5\"",
		"A 5 1\nb -1 1\nC 5 1\nd 0.5 1\n": "2 wrong rows: line 2, items \"-1\": not a whole number from 0 to 9007199254740992; line 4",
		"A 5 2\nb 1 1\n":                  "so many lines have to follow, and there are 1",
		"A 5 1\nb 1 19x5\n":               "19x5",
	} {
		_, err := ReadStratifiedCluster(strings.NewReader(text))
		var rows RowErrors
		if !errors.As(err, &rows) || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
	if _, err := ReadStratifiedCluster(strings.NewReader(" \n")); !errors.Is(err, ErrStrata) {
		t.Error(err)
	}
	d, err := ReadStratifiedCluster(strings.NewReader("  STATE UNIVERSITIES,  NORTH\t1,415   1\nUNIV 1  \t  1,008   -$1,096.5\n"))
	if err != nil || len(d.Strata) != 1 {
		t.Fatal(err)
	}
	if got := fmt.Sprint(d.Strata[0]); got != "{STATE UNIVERSITIES,  NORTH 1415 [{UNIV 1 1008 -1096.5}] <nil>}" {
		t.Error(got)
	}
}

func TestStratifiedMultistageRefuses(t *testing.T) {
	huge := decimal.New(1, 2_000_000_000)
	one := func(point, deviation decimal.Decimal) StratifiedMultistage {
		return StratifiedMultistage{Strata: []StratumTotal{{PointEstimate: point, StandardError: deviation}}}
	}
	for what, c := range map[string]struct {
		design StratifiedMultistage
		want   error
	}{
		"no strata":       {StratifiedMultistage{}, ErrStrata},
		"too many strata": {StratifiedMultistage{Strata: make([]StratumTotal, maxStrata+1)}, ErrStrata},
		"negative":        {one(dec("1"), dec("-1")), ErrEntry},
		"point":           {one(huge, dec("1")), ErrEntry},
		"deviation":       {one(dec("1"), huge), ErrEntry},
		"level": {StratifiedMultistage{Strata: make([]StratumTotal, 2),
			Options: Options{Levels: decs("0")}}, appraisal.ErrLevel},
	} {
		if r, err := c.design.Appraise(); !errors.Is(err, c.want) || r.Strata != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
	d := StratifiedMultistage{Strata: make([]StratumTotal, 501)}
	d.Strata[1].StandardError = dec("2.5")
	r := must(t, d)
	if list := strings.Fields(codesOf(r.Warnings)); len(list) != 501 || list[0] != "zero_standard_error" ||
		list[500] != "strata_limit" {
		t.Error(list)
	}
	if r.StandardError.String() != "2.5" || !r.Intervals[0].PrecisionPercent.IsZero() {
		t.Errorf("%+v", r.Estimate)
	}
	d = StratifiedMultistage{Strata: []StratumTotal{{Name: "East", PointEstimate: dec("-5.25"), StandardError: dec("1")}}}
	roundTrip(t, d)
	roundTrip(t, must(t, d))
	_, err := ReadStratifiedMultistage(strings.NewReader("24,077 1,277\n19,182\n\n19,182 -873\n5 x\n"))
	var rows RowErrors
	if !errors.As(err, &rows) || len(rows) != 2 {
		t.Error(err)
	}
	if _, err := ReadStratifiedMultistage(strings.NewReader("1 -1\n$2 -3\n")); !errors.As(err, &rows) ||
		len(rows) != 2 || rows[1].Line != 2 {
		t.Error(err)
	}
	if _, err := ReadStratifiedMultistage(strings.NewReader("")); !errors.Is(err, ErrStrata) {
		t.Error(err)
	}
}
