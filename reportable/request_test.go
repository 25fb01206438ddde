package reportable

import (
	"errors"
	"slices"
	"testing"
)

func TestSuccession(t *testing.T) {
	for _, c := range []struct {
		sale    string
		binding bool
		by      string
		timely  Answer
		missing []string
	}{
		{`{"closing":"2027-01-15"}`, true, "2026-12-16", Unknown, nil},
		{`{"closing":"2027-01-15","requested":"2026-12-16","business":"b","terms":"t","purchaser":"p"}`, true,
			"2026-12-16", Yes, nil},
		{`{"closing":"2027-01-15","requested":"2026-12-17","business":"b"}`, true, "2026-12-16", No, []string{"terms",
			"purchaser"}},
		{`{"closing":"2027-01-15","requested":"2026-12-01","business":"b","terms":"t","purchaser":"p","notSubject":"yes"}`, false, "2026-12-16", Yes, nil},
		{`{"closing":"2027-01-15","requested":"2026-12-01","business":"b","terms":"t","purchaser":"p","notSubject":"no"}`, true, "2026-12-16", Yes, nil},
		{`{"closing":"2026-12-26","calendar":{"holidays":"onward"}}`, true, "2026-11-25", Unknown, nil},
		// Thanksgiving is the 26th
	} {
		s, err := decode[Sale](t, c.sale).Succession()
		if err != nil || s.Binding != c.binding || s.RequestBy.String() != c.by || s.Timely != c.timely ||
			!slices.Equal(s.Missing, c.missing) || len(s.Contents) != 4 || len(s.Reasons) != 2 {
			t.Errorf("%s: %v, %+v", c.sale, err, s)
		}
		roundTrip(t, s)
	}
	for sale, want := range map[string]error{
		`{"closing":""}`: ErrFacts,
		`{"closing":"2027-01-15","notSubject":"yes"}`:                ErrFacts,
		`{"closing":"2027-01-15","notSubject":"perhaps"}`:            ErrWord,
		`{"closing":"2027-01-15","calendar":{"count":"weeks"}}`:      ErrWord,
		`{"closing":"0001-01-15"}`:                                   ErrDate,
		`{"closing":"1985-01-15","calendar":{"holidays":"earlier"}}`: ErrYear,
	} {
		if _, err := decode[Sale](t, sale).Succession(); !errors.Is(err, want) {
			t.Errorf("%s: %v", sale, err)
		}
	}
}

func TestChanges(t *testing.T) {
	for _, c := range []struct {
		change string
		basis  Answer
		reason string
		steps  []string
	}{
		{`{"kind":"early_termination","ground":"performance"}`, No, "performance", nil},
		{`{"kind":"early_termination","ground":"left_programs"}`, Yes, "left_programs", nil},
		{`{"kind":"early_termination","ground":"ceased_operations"}`, Yes, "ceased_operations",
			nil},
		{`{"kind":"modification","ground":"internal_audit","capability":"yes","discussed":"2026-11-01","submitted":"2026-11-05"}`, Yes, "internal_audit", nil},
		{`{"kind":"modification","ground":"internal_audit","capability":"yes","submitted":"2026-11-05"}`, Yes,
			"internal_audit", []string{"discuss"}},
		{`{"kind":"modification","ground":"internal_audit","capability":"yes","discussed":"2026-11-06","submitted":"2026-11-05"}`, Yes, "internal_audit", []string{"discuss"}},
		{`{"kind":"modification","ground":"internal_audit"}`, Unknown, "internal_audit", []string{"demonstrate",
			"discuss", "submit"}},
		{`{"kind":"modification","ground":"internal_audit","capability":"no","discussed":"2026-11-01"}`, No,
			"internal_audit", []string{"demonstrate"}},
		{`{"kind":"modification","ground":"other","discussed":"2026-11-01"}`, Unknown, "other", []string{"submit"}},
	} {
		f, err := decode[ChangeRequest](t, c.change).Examine()
		if err != nil || f.Basis != c.basis || !slices.Equal(codes(f.Reasons), []string{c.reason}) ||
			!slices.Equal(codes(f.Steps), c.steps) {
			t.Errorf("%s: %v, %+v", c.change, err, f)
		}
		roundTrip(t, f)
	}
	for change, want := range map[string]error{
		`{"kind":"","ground":""}`:                                                      ErrWord,
		`{"kind":"amnesty","ground":"performance"}`:                                    ErrWord,
		`{"kind":"modification","ground":""}`:                                          ErrWord,
		`{"kind":"modification","ground":"performance"}`:                               ErrFacts,
		`{"kind":"early_termination","ground":"internal_audit"}`:                       ErrFacts,
		`{"kind":"early_termination","ground":"performance","capability":"yes"}`:       ErrFacts,
		`{"kind":"early_termination","ground":"performance","discussed":"2026-11-01"}`: ErrFacts,
		`{"kind":"modification","ground":"internal_audit","capability":"surely"}`:      ErrWord,
	} {
		if _, err := decode[ChangeRequest](t, change).Examine(); !errors.Is(err, want) {
			t.Errorf("%s: %v", change, err)
		}
	}
}

func TestChecklists(t *testing.T) {
	if n := len(IROQualifications(true)); n != 5 {
		t.Errorf("%d qualifications", n)
	}
	if list := IROQualifications(false); len(list) != 4 || slices.ContainsFunc(list, func(c ChecklistItem) bool {
		return c.ID == "medical_necessity_license"
	}) {
		t.Errorf("%+v", list)
	}
	seen := map[string]bool{}
	for _, c := range append(IROQualifications(true), SiteVisitPreparation()...) {
		if c.ID == "" || seen[c.ID] || len(c.Text) < 10 || c.Part == "" || c.Source.Citation == "" {
			t.Errorf("%+v", c)
		}
		seen[c.ID] = true
	}
	var all []ChecklistAnswer
	for _, c := range IROQualifications(true) {
		all = append(all, ChecklistAnswer{ID: c.ID, Met: Yes, Evidence: "file"})
	}
	done, err := NewChecklist(IROQualifications(true), all)
	if err != nil || !done.Complete || done.Items[0].Evidence != "file" {
		t.Errorf("%v, %+v", err, done)
	}
	roundTrip(t, done)
	all[2].Met = No
	if part, err := NewChecklist(IROQualifications(true), all); err != nil || part.Complete || !slices.Equal(part.Open,
		[]string{"coding_certification"}) {
		t.Errorf("%v, %+v", err, part)
	}
	for _, c := range []struct {
		answers []ChecklistAnswer
		want    error
	}{
		{[]ChecklistAnswer{{ID: "charm", Met: Yes}}, ErrWord},
		{[]ChecklistAnswer{{ID: "tour", Met: "soon"}}, ErrWord},
		{[]ChecklistAnswer{{ID: "tour", Met: Yes}, {ID: "tour", Met: No}}, ErrFacts},
	} {
		if _, err := NewChecklist(SiteVisitPreparation(), c.answers); !errors.Is(err, c.want) {
			t.Errorf("%+v: %v", c.answers, err)
		}
	}
	if IROQualifications(true)[0].Met != Unknown {
		t.Error("a caller can change the list")
	}
}

func TestReportItems(t *testing.T) {
	for _, k := range Kinds() {
		list, err := ReportItems(k)
		if err != nil || len(list) < 2 {
			t.Errorf("%s: %v, %v", k, list, err)
		}
		for _, n := range list {
			if n.ID == "" || n.Text == "" || n.Source.Rule != RuleNotice {
				t.Errorf("%+v", n)
			}
		}
	}
	if _, err := ReportItems("fraud"); !errors.Is(err, ErrKind) {
		t.Error(err)
	}
}

func TestPersonCheck(t *testing.T) {
	p := decode[Person](t,
		`{"name":"P","from":"2025-01-01","through":"2026-06-30","exclusions":[{"program":"medicare","from":"2026-01-01","through":"2026-03-31"},{"program":"federal_health_care_programs","from":"2026-05-01"}]}`)
	f, err := p.Examine(Terms{})
	if err != nil || f.Conclusion != Reportable || f.Removal != No || f.From.String() != "2026-01-01" ||
		f.Through.String() != "2026-06-30" {
		t.Errorf("%v, %+v", err, f)
	}
	roundTrip(t, f)
	two := decode[Person](t,
		`{"name":"P","from":"2025-01-01","federalScreened":"2026-06-01","exclusions":[{"program":"state_medicaid","state":"TX","from":"2026-01-01"},{"program":"state_medicaid","state":"OK","from":"2026-02-01","paidServices":"no"}]}`)
	if f, err = two.Examine(Terms{StateExclusion: No}); err != nil || f.Conclusion != NeedsAnalysis || f.Removal != Unknown {
		t.Errorf("one State open: %v, %+v", err, f)
	}
	clean := Person{Name: "P", From: day(2025, 1, 1)}
	if f, err = clean.Examine(Terms{}); err != nil || f.Conclusion != NotReportable || f.Removal != No ||
		!slices.Equal(warningCodes(f.Warnings), []string{"not_screened"}) {
		t.Errorf("%v, %+v", err, f)
	}
	if _, err = clean.Examine(Terms{ReportDays: -1}); !errors.Is(err, ErrDays) {
		t.Error(err)
	}
	if f, err = (Person{}).Examine(Terms{}); !errors.Is(err, ErrFacts) || f.Conclusion != "" {
		t.Error(err)
	}
	if _, err = (Person{Name: "P", From: day(2025, 1, 1), Exclusions: make([]Exclusion,
		maxList+1)}).Examine(Terms{}); !errors.Is(err, ErrFacts) {
		t.Error(err)
	}
}

func TestNoticeOfPersonsAndPetitions(t *testing.T) {
	e := decode[Event](t,
		ineligible(`"persons":[{"name":"B. Doe","duties":"billing","from":"2025-01-01","screening":"none since hiring","found":"monthly search",`+excluded+`}],"determined":"2026-06-15"`))
	d, err := e.Determine()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, n := range d.Notice {
		got = append(got, n.Facts...)
	}
	if want := []string{"B. Doe: billing", "B. Doe: since 2025-01-01", "B. Doe: none since hiring",
		"B. Doe: monthly search"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if d.From.String() != "2026-01-01" || !d.Through.IsZero() || d.Duties[1].Kind != RemovePerson {
		t.Errorf("%+v", d)
	}
	d, err = decode[Event](t,
		bankrupt(`"petitions":[{"debtor":"provider","filed":"2026-06-10","court":"N.D. Tex.","case":"26-1"}],"determined":"2026-06-11"`)).Determine()
	if err != nil || !slices.Equal(d.Notice[0].Facts, []string{"filed 2026-06-10 N.D. Tex. 26-1"}) {
		t.Errorf("%v, %+v", err, d.Notice)
	}
}

// TestRequestsRoundTrip: requests that are not part of their result come back as they were.
func TestRequestsRoundTrip(t *testing.T) {
	roundTrip(t, decode[Sale](t, `{"closing":"2027-01-15","requested":"2026-12-01","terms":"t","notSubject":"no","calendar":{"closed":["2026-12-24"]}}`))
	roundTrip(t, decode[ChangeRequest](t, `{"kind":"modification","ground":"internal_audit","capability":"yes","discussed":"2026-11-02"}`))
	roundTrip(t, decode[Deadlines](t, `{"clocks":[{`+annual+`,"on":"2026-10-31","days":60,"before":true,"contains":["x"]}],"calendar":{"count":"business_days"}}`))
	roundTrip(t, decode[Person](t, `{"name":"P","from":"2025-01-01","convicted":"2024-01-01","screening":"s","found":"f"}`))
	roundTrip(t, []ChecklistAnswer{{ID: "tour", Met: No, Evidence: "x"}})
	roundTrip(t, Holiday{Name: "x", Date: day(2026, 7, 4), Observed: day(2026, 7, 3)})
}
