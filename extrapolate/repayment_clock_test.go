package extrapolate

import (
	"errors"
	"strings"
	"testing"

	"github.com/iromath/iromath/errorrate"
)

// TestRepaymentClock: the rule's deadline moves the last day only where nothing else sets one.
func TestRepaymentClock(t *testing.T) {
	list := claims("100", "0")
	r := Repayment{Protocol: ProtocolDiscovery, Reviewed: found(t, list).Sample, Identified: date(t, "2026-01-10"),
		Suspensions: suspensions(t, "investigation 2026-01-20 2026-05-10")}
	o := mustOblige(t, r)
	if b := o.Obligations[0]; b.Kind != RepayFound || b.By.String() != "2026-06-29" || b.Deadline == nil || b.Deadline.By != b.By {
		t.Errorf("%+v", b)
	}
	roundTrip(t, o)
	r.Days = 60 // of the agreement
	o = mustOblige(t, r)
	if b := o.Obligations[0]; b.By.String() != "2026-03-11" || b.Deadline.By.String() != "2026-06-29" ||
		!strings.Contains(warned(o.Warnings), "agreement_not_suspended") {
		t.Errorf("%+v %s", b, warned(o.Warnings))
	}
	r.Days, r.Protocol, r.Suspensions, r.CostReport = 0, ProtocolSingle, nil, date(t, "2026-05-31")
	o = mustOblige(t, r)
	if b := o.Obligations[0]; b.By.String() != "2026-03-11" || b.Deadline.By.String() != "2026-05-31" {
		t.Errorf("%+v", b)
	}
	r.Protocol, r.Suspensions = ProtocolDiscovery, suspensions(t, "oig_self_disclosure 2026-02-09")
	if b := mustOblige(t, r).Obligations[0]; !b.By.IsZero() {
		t.Errorf("%+v", b)
	}
	r.Suspensions = []Suspension{{}}
	if _, err := r.Obligations(); !errors.Is(err, ErrSuspension) {
		t.Error(err)
	}
}

// TestRepaymentPrograms: a suspension moves what is owed to Medicare Parts A and B only. 60 days after January 10, 2025 are
// March 11, and 151 days of investigation more are August 9.
func TestRepaymentPrograms(t *testing.T) {
	mixed := twoPayors()
	for i := range mixed {
		mixed[i].Payor = map[string]string{"Medicare": "Medicare", "Medicaid": "Texas Medicaid"}[mixed[i].Payor]
	}
	texas, unnamed := claims("3", "0"), claims("3", "0")
	for i := range texas {
		texas[i].Payor = " Texas Medicaid"
	}
	state := func(payorProgram ...string) (list []PayorProgram) {
		for i := 0; i < len(payorProgram); i += 2 {
			list = append(list, PayorProgram{payorProgram[i], Program(payorProgram[i+1])})
		}
		return list
	}
	const ab, medicaid = "medicare_parts_a_b", "medicaid"
	for _, c := range []struct {
		name      string
		claims    []errorrate.Claim
		universe  int64
		programs  []PayorProgram
		suspended string
		cost      string
		by        string // of each obligation that has a deadline
		rules     int    // of the first
		warnings  string // without those on protocol and payors
	}{
		{"medicaid", texas, 0, state("Texas Medicaid ", medicaid), "investigation 2025-01-20 2025-06-20", "", "2025-03-11", 2, ""},
		{"not stated", texas, 0, nil, "investigation 2025-01-20 2025-06-20", "", "2025-08-09", 3, "program_not_stated"},
		{"not as the claims spell it", texas, 0, state("texas medicaid", medicaid), "investigation 2025-01-20 2025-06-20", "",
			"2025-08-09", 3, "program_not_stated,payor_unknown"},
		{"not stated and open", texas, 0, nil, "oig_self_disclosure 2025-01-20", "", "", 3, "program_not_stated"},
		{"medicare", texas, 0, state("Texas Medicaid", ab), "investigation 2025-01-20 2025-06-20", "", "2025-08-09", 3, ""},
		{"no payor named", unnamed, 0, state("", medicaid), "investigation 2025-01-20 2025-06-20", "", "2025-03-11", 2, ""},
		{"no payor named, not stated", unnamed, 0, nil, "investigation 2025-01-20 2025-06-20", "", "2025-08-09", 3,
			"program_not_stated"},
		{"medicaid with a cost report", texas, 0, state("Texas Medicaid", medicaid), "", "2025-05-31", "2025-05-31", 2, ""},
		{"cost report, not stated", texas, 0, nil, "", "2025-05-31", "2025-05-31", 3, ""},
		{"suspended within the cost report", texas, 0, nil, "investigation 2025-01-20 2025-02-20", "2025-05-31", "2025-05-31", 3, ""},
		{"a suspension that came too late", texas, 0, nil, "investigation 2025-03-12", "", "2025-03-11", 3, ""},
		{"two payors", mixed, 0, state("Medicare", ab, "Texas Medicaid", medicaid), "investigation 2025-01-20 2025-06-20", "",
			"2025-08-09 2025-03-11", 3, ""},
		{"two payors, one stated", mixed, 0, state("Medicare", ab), "investigation 2025-01-20 2025-06-20", "",
			"2025-08-09 2025-08-09", 3, "program_not_stated"},
		{"extrapolated", texas, 10, state("Texas Medicaid", medicaid), "investigation 2025-01-20 2025-06-20", "", "2025-03-11", 2, ""},
		{"extrapolated, two payors", mixed, 10, state("Medicare", ab, "Texas Medicaid", medicaid),
			"investigation 2025-01-20 2025-06-20", "", "2025-03-11", 3, "programs_differ"},
		{"extrapolated, two payors, one stated", mixed, 10, state("Texas Medicaid", medicaid),
			"investigation 2025-01-20 2025-06-20", "", "2025-03-11", 3, "programs_differ"},
		{"extrapolated, two payors, none stated", mixed, 10, nil, "investigation 2025-01-20 2025-06-20", "", "2025-08-09", 3,
			"program_not_stated"},
		{"extrapolated, all medicare", mixed, 10, state("Medicare", ab, "Texas Medicaid", ab),
			"investigation 2025-01-20 2025-06-20", "", "2025-08-09", 3, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := Repayment{Protocol: ProtocolDiscovery, Reviewed: errorrate.Sample{Claims: c.claims}, Identified: date(t, "2025-01-10"),
				Programs: c.programs}
			if c.suspended != "" {
				r.Suspensions = suspensions(t, c.suspended)
			}
			if c.cost != "" {
				r.CostReport = date(t, c.cost)
			}
			if c.universe > 0 {
				r.Extrapolated = &Sample{Universe: c.universe, Claims: c.claims}
			}
			o := mustOblige(t, r)
			var by []string
			for _, b := range o.Obligations {
				if b.Deadline == nil {
					continue
				}
				by = append(by, b.By.String())
				stated := strings.Contains(warned(b.Deadline.Warnings), "program_not_stated")
				if b.Deadline.By != b.By || stated != (strings.Contains(c.warnings, "program_not_stated") && b.Payor != "Medicare") {
					t.Errorf("%s: %+v", b.Payor, b.Deadline)
				}
			}
			var list []Warning
			for _, w := range o.Warnings {
				if w.Code != "payors_not_split" && w.Code != "full_sample_due" {
					list = append(list, w)
				}
				if w.Code == "program_not_stated" && (!strings.Contains(w.Message, "2025-03-11") ||
					!strings.Contains(w.Message, "Texas Medicaid") && !strings.Contains(w.Message, "without a payor")) {
					t.Error(w.Message)
				}
			}
			if got := strings.Join(by, " "); got != c.by || len(o.Obligations[0].Rules) != c.rules || warned(list) != c.warnings {
				t.Errorf("by %s, %d rules, %s", got, len(o.Obligations[0].Rules), warned(list))
			}
			roundTrip(t, r)
			roundTrip(t, o)
		})
	}
	r := Repayment{Protocol: ProtocolSingle, Reviewed: errorrate.Sample{Claims: texas}, Identified: date(t, "2025-01-10"),
		Suspensions: suspensions(t, "investigation 2025-01-20 2025-06-20"), Programs: state("Texas Medicaid", medicaid)}
	o := mustOblige(t, r)
	if b := o.Obligations[0]; b.By.String() != "2025-03-11" || b.Deadline.By != b.By || b.Deadline.Program != Medicaid || len(o.Warnings) > 0 {
		t.Errorf("a single sample: %+v, %s", b, warned(o.Warnings))
	}
	for _, bad := range [][]PayorProgram{state("Texas Medicaid", ""), state("Texas Medicaid", "tricare"),
		state("Texas Medicaid", ab, " Texas Medicaid", medicaid)} {
		r.Programs = bad
		if _, err := r.Obligations(); !errors.Is(err, ErrProgram) {
			t.Errorf("%v: %v", bad, err)
		}
	}
}
