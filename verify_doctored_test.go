package iromath

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/reportable"
	"github.com/iromath/iromath/sampling"
)

// doctoredFile is an error that is planted in the file of an IRO: the code of the diagnosis, the agreement it is planted under where
// that is not the usual one, the day of a cost report where there is one, and what the IRO does.
type doctoredFile struct {
	code       string
	agreement  Agreement
	costReport reportable.Date
	plant      func(o *iro)
}

// doctored are files with one error each.
var doctored = []doctoredFile{
	{code: "wrong_seed", plant: func(o *iro) { o.documented = "48836.78" }},
	{code: "no_seed", plant: func(o *iro) { o.documented = "" }},
	{code: "other_method", plant: func(o *iro) { o.method, o.seed, o.documented = sampling.R, "4711", "4711" }},
	{code: "other_frame_size", plant: func(o *iro) { o.drawnFrom -= 37 }},
	{code: "other_frame_size", plant: func(o *iro) {
		o.drawnFrom -= 37
		o.universe, o.sizeUniverse = float64(o.drawnFrom), float64(o.drawnFrom)
	}},
	{code: "missing_dropped", plant: func(o *iro) { o.lost = "drop" }},
	{code: "spare_for_missing", plant: func(o *iro) { o.lost = "spare" }},
	{code: "missing_as_correct", plant: func(o *iro) { o.lost = "correct" }},
	{code: "sample_changed", plant: func(o *iro) { o.exchange = map[int64]int64{o.order(o.seed, 1)[0]: 1000, o.order(o.seed, 2)[1]: 2000} }},
	{code: "netting", agreement: Agreement{Netting: errorrate.NotNetted}, plant: func(o *iro) { o.netted = true }},
	{code: "netting", plant: func(o *iro) { o.netted = false }},
	{code: "claim_error_rate", plant: func(o *iro) { o.rate = func(s sums) float64 { return s.inError / s.n } }},
	{code: "threshold_misjudged", plant: func(o *iro) { o.met = func(float64) bool { return false } }},
	{code: "sized_by_paid", plant: func(o *iro) {
		o.sizeValue = func(c FrameClaim, _ Determination) float64 { return c.Paid.InexactFloat64() }
	}},
	{code: "sized_by_difference", plant: func(o *iro) { o.sizeValue = difference }},
	{code: "size_truncated", plant: func(o *iro) { o.sizeRound = math.Floor }},
	{code: "size_t_percentile", plant: func(o *iro) { o.sizePercentile = tOf }},
	{code: "size_no_fpc", plant: func(o *iro) { o.sizeFPC = false }},
	{code: "size_population_divisor", plant: func(o *iro) { o.sizeDivisor = 0 }},
	{code: "size_one_sided", plant: func(o *iro) {
		o.sizePercentile = func(l float64, n int) float64 { return zOf(2*l-1, n) }
	}},
	{code: "size_other_level", plant: func(o *iro) { o.sizeLevel = 0.95 }},
	{code: "size_other_precision", plant: func(o *iro) { o.sizePrecision = 0.2 }},
	{code: "size_intermediate_rounding", plant: func(o *iro) { o.sizeKeep = inCents }},
	{code: "size_wrong_universe", plant: func(o *iro) { o.sizeUniverse -= 50 }},
	{code: "discovery_left_out", plant: func(o *iro) { o.fullSample = "new" }},
	{code: "drawn_beside", plant: func(o *iro) { o.fullSample = "beside" }},
	{code: "discovery_twice", plant: func(o *iro) { o.fullSample = "twice" }},
	{code: "full_other_seed", plant: func(o *iro) { o.fullSeed = "777.25" }},
	{code: "normal_percentile", plant: func(o *iro) { o.percentile = zOf }},
	{code: "no_fpc", plant: func(o *iro) { o.fpc = false }},
	{code: "population_divisor", plant: func(o *iro) { o.divisor = 0 }},
	{code: "one_sided", plant: func(o *iro) { o.percentile = func(l float64, n int) float64 { return tOf(2*l-1, n) } }},
	{code: "other_level", plant: func(o *iro) { o.level = 0.95 }},
	{code: "wrong_universe", plant: func(o *iro) { o.universe-- }},
	{code: "net_extrapolated", plant: func(o *iro) { o.value = difference }},
	{code: "rate_extrapolated", plant: func(o *iro) {
		o.point = func(_, _ float64, s sums) float64 { return s.over / s.paid * s.popPaid }
	}},
	{code: "spreadsheet_shape", plant: func(o *iro) {
		o.shape = func(s, k, n float64) (float64, float64) {
			return s * math.Sqrt(n*(n-1)) / (n - 2), (n - 1) / ((n - 2) * (n - 3)) * ((n+1)*k - 3*(n-1))
		}
	}},
	{code: "excess_kurtosis", plant: func(o *iro) { o.shape = func(s, k, _ float64) (float64, float64) { return s, k - 3 } }},
	{code: "mean_rounded", plant: func(o *iro) { o.keepMean = inCents }},
	{code: "deviation_rounded", plant: func(o *iro) { o.keepSD = inCents }},
	{code: "error_of_mean_rounded", plant: func(o *iro) { o.keepErrorMean = inCents }},
	{code: "error_rounded", plant: func(o *iro) { o.keepError = inCents }},
	{code: "percentile_rounded", plant: func(o *iro) { o.keepPercentile = func(t float64) float64 { return math.Round(t*1000) / 1000 } }},
	{code: "truncated", plant: func(o *iro) { o.print = cut }},
	{code: "rates_truncated", plant: func(o *iro) { o.printRate = func(x float64) string { return cut(x, 2) } }},
	{code: "upper_limit_repaid", plant: func(o *iro) { o.owed = func(_, _, upper, _, _ float64) float64 { return upper } }},
	{code: "lower_limit_repaid", plant: func(o *iro) { o.owed = func(_, lower, _, _, _ float64) float64 { return lower } }},
	{code: "sample_repaid", plant: func(o *iro) { o.owed = func(_, _, _, found, _ float64) float64 { return found } }},
	{code: "found_added", plant: func(o *iro) { o.owed = func(point, _, _, found, _ float64) float64 { return point + found } }},
	{code: "net_estimate_repaid", plant: func(o *iro) { o.owed = func(_, _, _, _, net float64) float64 { return net } }},
	{code: "net_repaid", agreement: Agreement{Protocol: ProtocolSingle}, plant: func(o *iro) {
		o.ofFound = func(over, under float64) float64 { return over - under }
	}},
	{code: "refunds_not_credited", plant: func(o *iro) { o.credited = func(float64) float64 { return 0 } }},
	{code: "refunds_credited_twice", plant: func(o *iro) { o.credited = func(r float64) float64 { return 2 * r } }},
	{code: "date_first_day_counted", plant: func(o *iro) { o.due = func(n int) reportable.Date { return o.completed[1].AddDays(n - 1) } }},
	{code: "date_started_next_day", plant: func(o *iro) { o.due = func(n int) reportable.Date { return o.completed[1].AddDays(n + 1) } }},
	{code: "date_months", plant: func(o *iro) { o.due = func(int) reportable.Date { return day(o.t, "2026-09-15") } }},
	{code: "date_business_days", plant: func(o *iro) { o.due = func(int) reportable.Date { return day(o.t, "2026-10-07") } }},
	{code: "date_from_discovery", plant: func(o *iro) { o.due = func(n int) reportable.Date { return o.completed[0].AddDays(n) } }},
	{code: "date_other_days", plant: func(o *iro) { o.due = func(int) reportable.Date { return o.completed[1].AddDays(90) } }},
	{code: "date_not_moved", costReport: civil(2026, 10, 31), plant: func(o *iro) {
		o.due = func(n int) reportable.Date { return o.completed[1].AddDays(n) }
	}},
	{code: "date_moved", agreement: Agreement{RepayDays: 90}, costReport: civil(2026, 10, 31), plant: func(o *iro) {
		o.due = func(int) reportable.Date { return day(o.t, "2026-10-31") }
	}},
	{code: "date_beyond_statute", agreement: Agreement{RepayDays: 90}, plant: func(o *iro) {
		o.due = func(int) reportable.Date { return o.completed[1].AddDays(90) }
	}},
	{code: "frame_changed", plant: func(o *iro) { o.digest = "sha256:" + strings.Repeat("5a", 32) }},
	{code: "frame_sorted", plant: func(o *iro) {
		o.claims = slices.Clone(o.claims)
		slices.SortFunc(o.claims, func(a, b FrameClaim) int { return strings.Compare(a.ID, b.ID) })
	}},
	{code: "frame_reversed", plant: func(o *iro) {
		o.claims = slices.Clone(o.claims)
		slices.Reverse(o.claims)
	}},
	{code: "frame_sorted_by_paid", plant: func(o *iro) {
		o.claims = slices.Clone(o.claims)
		slices.SortStableFunc(o.claims, func(a, b FrameClaim) int { return b.Paid.Cmp(a.Paid) })
	}},
	{code: "frame_counted_from_0", plant: func(o *iro) { o.claims = append(slices.Clone(o.claims[1:]), o.claims[0]) }},
	{code: "frame_counted_from_2", plant: func(o *iro) {
		o.claims = append(slices.Clone(o.claims[len(o.claims)-1:]), o.claims[:len(o.claims)-1]...)
	}},
}

// reports makes the report of an IRO that does one thing otherwise, and the one of an honest IRO.
func (d doctoredFile) reports(t *testing.T, k int) (planted, right Reported, f *Frame, ds []Determination) {
	t.Helper()
	a := d.agreement
	if a.Protocol == "" {
		a.Protocol, a.Precision = ProtocolDiscovery, dec("0.3")
	}
	claims, found := clinic(2400, k)
	f, err := NewFrame(claims)
	if err != nil {
		t.Fatal(err)
	}
	made := func() *iro {
		o := honest(t, a, claims, found, "48863.78")
		o.refunds, o.costReport = []extrapolate.Refund{{Payor: "Medicare", Amount: dec("123.45")}}, d.costReport
		return o
	}
	o := made()
	d.plant(o)
	return o.report(), made().report(), f, allOf(claims, found)
}

// TestDoctoredFiles plants one error in each file: it is found and named, nothing else is named unless it gives the same
// figures and says so, every figure that does not match is explained, and the file without the error has no diagnosis.
func TestDoctoredFiles(t *testing.T) {
	alone := 0
	for i, c := range doctored {
		if testing.Short() && i%4 != 0 {
			continue
		}
		t.Run(c.code, func(t *testing.T) {
			for k := 0; ; k++ {
				if k == 30 {
					t.Fatal("the error shows in no file")
				}
				planted, right, f, ds := c.reports(t, k)
				if reflect.DeepEqual(planted, right) {
					continue
				}
				if v, err := right.Verify(f, ds); err != nil || !v.OK || len(v.Diagnoses) != 0 {
					t.Fatalf("the file without the error: %v %v", err, different(v))
				}
				v, err := planted.Verify(f, ds)
				if err != nil {
					t.Fatal(err)
				}
				named(t, v, c.code)
				if len(v.Diagnoses) == 1 {
					alone++
				}
				return
			}
		})
	}
	t.Logf("%d files, %d of them with one diagnosis only", len(doctored), alone)
}

func different(v Verification) (list []Figure) {
	for _, c := range v.Figures {
		if c.Status != FigureMatches {
			list = append(list, c)
		}
	}
	return list
}

// named holds a verification to one error: its diagnosis, or others that are stated to be equivalent.
func named(t *testing.T, v Verification, code string) {
	t.Helper()
	i := slices.IndexFunc(v.Diagnoses, func(d Diagnosis) bool { return d.Code == code })
	if v.OK || i < 0 || len(v.Unexplained) > 0 {
		for _, c := range different(v) {
			t.Logf("%s %s: %.60s, computed %.60s (%s) %.200s", c.Path, c.Status, c.Reported, c.Computed, c.Difference, c.Because)
		}
		t.Fatalf("%s is not named: %+v, unexplained %v", code, v.Diagnoses, v.Unexplained)
	}
	for _, d := range v.Diagnoses {
		if d.Code != code && !slices.Contains(v.Diagnoses[i].Equivalent, d.Code) {
			t.Errorf("%s is named beside %s: %+v", d.Code, code, d)
		}
		if d.Error == "" || d.Rule == "" || d.Source == "" {
			t.Errorf("%s lacks words: %+v", d.Code, d)
		}
	}
	if e := v.Diagnoses[i].Equivalent; len(e) > 0 {
		t.Logf("%s cannot be told from %v", code, e)
	}
}
