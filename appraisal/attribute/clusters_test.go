package attribute

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/internal/decimaltest"
)

// stratumOf are clusters of sizes and counts, in pairs.
func stratumOf(universe, items int64, pairs ...int64) ClusterStratum {
	s := ClusterStratum{Universe: universe, Items: items}
	for i := 0; i < len(pairs); i += 2 {
		s.Clusters = append(s.Clusters, Cluster{Items: pairs[i], Count: pairs[i+1]})
	}
	return s
}

// codesOf are the codes of warnings, in their order.
func codesOf(warnings []appraisal.Warning) string {
	var list []string
	for _, w := range warnings {
		list = append(list, w.Code)
	}
	return strings.Join(list, " ")
}

func TestStratifiedClusterRefuses(t *testing.T) {
	for what, c := range map[string]struct {
		strata []ClusterStratum
		want   error
	}{
		"no strata":           {nil, ErrStrata},
		"too many strata":     {make([]ClusterStratum, maxStrata+1), ErrStrata},
		"no clusters":         {[]ClusterStratum{stratumOf(5, 50)}, ErrSample},
		"one of more":         {[]ClusterStratum{stratumOf(5, 50, 3, 1)}, ErrSingle},
		"nothing in clusters": {[]ClusterStratum{stratumOf(5, 50, 0, 0, 0, 0)}, ErrSample},
		"universe":            {[]ClusterStratum{stratumOf(1, 50, 3, 1, 4, 1)}, ErrUniverse},
		"no universe":         {[]ClusterStratum{stratumOf(0, 50, 3, 1, 4, 1)}, ErrUniverse},
		"negative universe":   {[]ClusterStratum{stratumOf(-5, 50, 3, 1, 4, 1)}, ErrUniverse},
		"no items":            {[]ClusterStratum{stratumOf(5, 0, 3, 1, 4, 1)}, ErrUniverse},
		"too few items":       {[]ClusterStratum{stratumOf(5, 6, 3, 1, 4, 1)}, ErrUniverse},
		"items":               {[]ClusterStratum{stratumOf(5, MaxUniverse+1, 3, 1, 4, 1)}, ErrUniverse},
		"items in all": {[]ClusterStratum{stratumOf(5, MaxUniverse, 3, 1, 4, 1), stratumOf(5, 7, 3, 1, 4, 1)},
			ErrUniverse},
		"clusters in all": {[]ClusterStratum{stratumOf(MaxUniverse, 9, 3, 1, 4, 1), stratumOf(5, 7, 3, 1, 4, 1)},
			ErrUniverse},
		"cluster items":   {[]ClusterStratum{stratumOf(5, 50, MaxUniverse, 1, MaxUniverse, 1)}, ErrUniverse},
		"large cluster":   {[]ClusterStratum{stratumOf(5, 50, 1<<62, 1, 1<<62, 1)}, ErrCluster},
		"negative size":   {[]ClusterStratum{stratumOf(5, 50, 3, 1, -4, -4)}, ErrCluster},
		"negative count":  {[]ClusterStratum{stratumOf(5, 50, 3, 1, 4, -1)}, ErrCluster},
		"more than items": {[]ClusterStratum{stratumOf(5, 50, 3, 1, 4, 5)}, ErrCluster},
	} {
		if r, err := (StratifiedCluster{Strata: c.strata}).Appraise(); !errors.Is(err, c.want) || r.Strata != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
	d := StratifiedCluster{Strata: []ClusterStratum{stratumOf(5, 50, 3, 1, 4, 2)}, Options: Options{Levels: decs("0.9", "1")}}
	if _, err := d.Appraise(); !errors.Is(err, appraisal.ErrLevel) {
		t.Error(err)
	}
	d.Strata[0].Name, d.Strata[0].Clusters[1].Name, d.Strata[0].Clusters[1].Count = "East", "No 2", 9
	if _, err := d.Appraise(); err == nil || !strings.Contains(err.Error(), "stratum 1 (East): cluster 2 (No 2)") {
		t.Error(err)
	}
}

func TestStratifiedClusterWarnings(t *testing.T) {
	d := StratifiedCluster{ZeroVarianceForSingle: true, Strata: []ClusterStratum{
		stratumOf(5, 20, 4, 1), stratumOf(2, 10, 4, 1, 6, 2), stratumOf(2, 20, 4, 1, 6, 2), stratumOf(9, 90, 4, 2, 6,
			3), stratumOf(9, 90, 4, 2, 0, 0),
	}}
	r, err := d.Appraise()
	if err != nil {
		t.Fatal(err)
	}
	if got := codesOf(r.Warnings); got != "items_differ no_variation empty_cluster no_variation single_unit" ||
		!strings.HasPrefix(r.Warnings[0].Message,
			"Stratum 3: All clusters were sampled, and they have 10 items in all, not 20.") {
		t.Errorf("%s: %+v", got, r.Warnings)
	}
	if !r.StandardError.IsZero() || r.PointEstimate.String() != "104" { // 5 + 3 + 6 + 45 + 45
		t.Errorf("%s with %s", r.PointEstimate, r.StandardError)
	}
	decimaltest.RoundTrip(t, d)
	decimaltest.RoundTrip(t, r)
	many := stratumOf(600, 1200)
	for i := range int64(501) {
		many.Clusters = append(many.Clusters, Cluster{Items: 2, Count: i % 2})
	}
	d = StratifiedCluster{Strata: []ClusterStratum{many}}
	for range 100 {
		d.Strata = append(d.Strata, stratumOf(5, 50, 3, 1, 4, 2))
	}
	if r, err = d.Appraise(); err != nil || codesOf(r.Warnings) != "clusters_limit strata_limit" {
		t.Errorf("%+v, %v", r.Warnings, err)
	}
}

// TestClusterPage: strata and clusters without a name have their numbers, and levels beyond RAT-STATS' three stand below.
func TestClusterPage(t *testing.T) {
	d := StratifiedCluster{Strata: []ClusterStratum{stratumOf(5, 50, 300, 0, 4, 2)},
		Options: Options{Levels: decs("0.5", "0.8", "0.9", "0.999")}}
	d.Strata[0].Items = 5000
	var page bytes.Buffer
	if err := must(t, d).WriteText(&page, Heading{Audit: "Pages", File: "X.TXT"}); err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{
		"                             AUDIT/REVIEW: Pages\n                          NAME OF INPUT FILE: X.TXT\n\nSTRATUM IDENTIFICATION",
		"STRATUM 1                              5       2\n  CLUSTER 1                          300     300         0\n  CLUSTER 2                            4       4         2\n\n" +
			"      STRATUM TOTALS               5,000     304         2    0.66%         33\n\n",
		"CONFIDENCE LEVEL              99.9 PERCENT\n",
	} {
		if !strings.Contains(page.String(), line) {
			t.Errorf("no %q in\n%s", line, page.String())
		}
	}
}

func TestReadStratifiedCluster(t *testing.T) {
	d, err := ReadStratifiedCluster(strings.NewReader("STATE UNIVERSITIES, NORTH,415,2,2500\r\nUNIV 1  8,  2\n\nUNIV2\t12\t3\nB 5 1 9\nc,1,0"))
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(d.Strata); got != "[{STATE UNIVERSITIES, NORTH 415 2500 [{UNIV 1 8 2} {UNIV2 12 3}] <nil>} {B 5 9 [{c 1 0}] <nil>}]" {
		t.Error(got)
	}
	for text, want := range map[string]string{
		"A 5.5 1 9\nb 1 -1\n": "2 wrong rows: line 1, universe \"5.5\": not a whole number from 0 to 9007199254740992; line 2, count \"-1\"",
		"A 5 1 x\nb 1 1\n":    "line 1",
		"A 5 2 9\nb 1 1\n":    "so many lines have to follow",
		"A 5 1 9\nb one 1\n":  "line 2",
	} {
		_, err := ReadStratifiedCluster(strings.NewReader(text))
		var rows RowErrors
		if !errors.As(err, &rows) || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
	if _, err := ReadStratifiedCluster(strings.NewReader("\n")); !errors.Is(err, ErrStrata) {
		t.Error(err)
	}
}

func TestStratifiedMultistageRefuses(t *testing.T) {
	good := StratumProportion{Proportion: decimaltest.Dec("0.169"), StandardError: decimaltest.Dec("0.0199"), Universe: 5600}
	with := func(change func(s *StratumProportion)) StratifiedMultistage {
		s := good
		change(&s)
		return StratifiedMultistage{Strata: []StratumProportion{good, s}}
	}
	for what, c := range map[string]struct {
		design StratifiedMultistage
		want   error
	}{
		"no strata":       {StratifiedMultistage{}, ErrStrata},
		"too many strata": {StratifiedMultistage{Strata: make([]StratumProportion, maxStrata+1)}, ErrStrata},
		"above 1":         {with(func(s *StratumProportion) { s.Proportion = decimaltest.Dec("1.0001") }), ErrEntry},
		"negative":        {with(func(s *StratumProportion) { s.Proportion = decimaltest.Dec("-0.01") }), ErrEntry},
		"deviation":       {with(func(s *StratumProportion) { s.StandardError = decimaltest.Dec("-1") }), ErrEntry},
		"digits":          {with(func(s *StratumProportion) { s.StandardError = decimal.New(1, 1<<30) }), ErrEntry},
		"exponent":        {with(func(s *StratumProportion) { s.Proportion = decimal.New(1, -1<<30) }), ErrEntry},
		"no universe":     {with(func(s *StratumProportion) { s.Universe = 0 }), ErrUniverse},
		"universe":        {with(func(s *StratumProportion) { s.Universe = MaxUniverse + 1 }), ErrUniverse},
		"universes":       {with(func(s *StratumProportion) { s.Universe = MaxUniverse }), ErrUniverse},
		"level": {StratifiedMultistage{Strata: []StratumProportion{good},
			Options: Options{Levels: decs("0.9", "0.9")}}, appraisal.ErrLevel},
	} {
		if r, err := c.design.Appraise(); !errors.Is(err, c.want) || r.Intervals != nil {
			t.Errorf("%s: %v", what, err)
		}
	}
	d := with(func(s *StratumProportion) {
		s.Name, s.Proportion, s.StandardError, s.Universe = "East", decimaltest.Dec("0"), decimaltest.Dec("0"), 400
	})
	r, err := d.Appraise()
	if err != nil || codesOf(r.Warnings) != "zero_standard_error" || r.PointEstimate.String() != "946.4" ||
		r.Universe != 6000 {
		t.Errorf("%+v, %v", r, err)
	}
	decimaltest.RoundTrip(t, d)
	decimaltest.RoundTrip(t, r)
	for range 500 {
		d.Strata = append(d.Strata, good)
	}
	if r, err = d.Appraise(); err != nil || codesOf(r.Warnings) != "zero_standard_error strata_limit" {
		t.Errorf("%+v, %v", r.Warnings, err)
	}
}

func TestReadStratifiedMultistage(t *testing.T) {
	d, err := ReadStratifiedMultistage(strings.NewReader("16.90 1.99 5600\nEast, North 21.84,3.57,3500\r\n"))
	if err != nil || fmt.Sprint(d.Strata) != "[{ 0.169 0.0199 5600} {East, North 0.2184 0.0357 3500}]" {
		t.Errorf("%v, %v", d, err)
	}
	_, err = ReadStratifiedMultistage(strings.NewReader("101 1 5\n1 2 5.5\n1 1 0\n1 -1 5\n"))
	var rows RowErrors
	if !errors.As(err, &rows) || len(rows) != 4 || !strings.Contains(rows[0].Rule, "proportion 1.01") || rows[3].Line != 4 {
		t.Error(err)
	}
	if _, err := ReadStratifiedMultistage(strings.NewReader("1 2\n")); !errors.As(err, &rows) {
		t.Error(err)
	}
	if _, err := ReadStratifiedMultistage(strings.NewReader("")); !errors.Is(err, ErrStrata) {
		t.Error(err)
	}
}

// TestStratifiedClusterSums: the sums of clusters say as much as the clusters do.
func TestStratifiedClusterSums(t *testing.T) {
	with := StratifiedCluster{Strata: []ClusterStratum{stratumOf(9, 50, 8, 2, 12, 3, 4, 4), stratumOf(5, 20, 3, 0, 4, 1)}}
	without := StratifiedCluster{Strata: []ClusterStratum{{Universe: 9, Items: 50}, {Universe: 5, Items: 20}}}
	for h, s := range with.Strata {
		sums := new(appraisal.PairSums)
		for _, c := range s.Clusters {
			if err := sums.Add(decimal.NewFromInt(c.Count), decimal.NewFromInt(c.Items)); err != nil {
				t.Fatal(err)
			}
		}
		without.Strata[h].PairSums = sums
	}
	decimaltest.RoundTrip(t, without)
	a, err := with.Appraise()
	if err != nil {
		t.Fatal(err)
	}
	decimaltest.RoundTrip(t, a)
	for h := range a.Strata {
		a.Strata[h].Clusters = nil
	}
	b, err := without.Appraise()
	if err != nil || fmt.Sprint(a.Projection, a.ClusterFigures) != fmt.Sprint(b.Projection, b.ClusterFigures) ||
		fmt.Sprint(a.Strata[0].Projection, a.Strata[0].ClusterFigures) != fmt.Sprint(b.Strata[0].Projection, b.Strata[0].ClusterFigures) {
		t.Errorf("%+v\n%+v, %v", a, b, err)
	}
	sumsOf := func(y, x string) *appraisal.PairSums {
		s := new(appraisal.PairSums)
		for range 2 {
			if err := s.Add(decimaltest.Dec(y), decimaltest.Dec(x)); err != nil {
				t.Fatal(err)
			}
		}
		return s
	}
	for name, c := range map[string]struct {
		stratum ClusterStratum
		want    error
	}{
		"both":            {ClusterStratum{Universe: 9, Items: 50, Clusters: with.Strata[0].Clusters, PairSums: sumsOf("1", "2")}, ErrSample},
		"none":            {ClusterStratum{Universe: 9, Items: 50, PairSums: new(appraisal.PairSums)}, ErrSample},
		"not whole":       {ClusterStratum{Universe: 9, Items: 50, PairSums: sumsOf("0.7", "2")}, ErrCluster},
		"more than items": {ClusterStratum{Universe: 9, Items: 50, PairSums: sumsOf("3", "2")}, ErrCluster},
		"negative":        {ClusterStratum{Universe: 9, Items: 50, PairSums: sumsOf("-3", "2")}, ErrCluster},
		"too many items":  {ClusterStratum{Universe: 9, Items: 50, PairSums: sumsOf("3", "1e30")}, ErrCluster},
	} {
		if _, err := (StratifiedCluster{Strata: []ClusterStratum{c.stratum}}).Appraise(); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
