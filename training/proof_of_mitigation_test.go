package training

import (
	"slices"
	"strings"
	"testing"

	"github.com/iromath/iromath/internal/jsonform"
)

// TestEvidenceOfTheCaseStudy: the bundles that the case study records can be made again, to the byte, years later.
func TestEvidenceOfTheCaseStudy(t *testing.T) {
	p := caseStudy(t)
	made := map[string]string{"2026-07": "2026-09-15T12:00:00-05:00", "2026-08": "2026-09-30T16:00:00-05:00", "2026-09": "2026-11-16T16:00:00-06:00"}
	for _, b := range p.Bundles {
		q := EvidenceRequest{Month: b.Month, Incidents: b.Incidents}
		switch {
		case b.Month != "":
			q.Made = moment(made[b.Month])
		case b.Date == day("2026-09-30"):
			q.Made = moment("2026-09-30T16:30:00-05:00")
		default:
			q.Made = moment("2026-11-16T17:00:00-06:00")
		}
		e, err := p.Evidence(q)
		if err != nil {
			t.Fatal(err)
		}
		if r := mustFiles(t, e); r.Digest != b.Digest {
			t.Errorf("%s %v: %s, recorded %s", b.Month, b.Incidents, r.Digest, b.Digest)
		}
	}
}

// TestEvidence: an incident has everything of it, each artifact reads back, and what comes later stays out.
func TestEvidence(t *testing.T) {
	p := clinic()
	p.Incidents[0].Disclosed = day("2026-05-01")
	kinds := func(q EvidenceRequest) string {
		b, err := p.Evidence(q)
		if err != nil {
			t.Fatal(err)
		}
		var list []string
		for _, a := range b.Artifacts {
			if !slices.Contains(list, string(a.Kind)) {
				list = append(list, string(a.Kind))
			}
		}
		slices.Sort(list)
		return strings.Join(list, " ")
	}
	for _, c := range []struct {
		q    EvidenceRequest
		want string
	}{
		{EvidenceRequest{Incidents: []string{"I1"}, Made: moment("2026-05-20T12:00:00-04:00")},
			"acknowledgment attendance audit disclosure escalation incident learned map metric module policy procedure refund scores selection signoff"},
		{EvidenceRequest{Incidents: []string{"I1"}, Made: moment("2026-03-02T12:00:00-05:00")}, "acknowledgment escalation incident map metric policy"},
		{EvidenceRequest{Month: "2026-02", Made: moment("2026-05-20T12:00:00-04:00")}, "acknowledgment attendance audit map metric module policy remediation scores selection"},
	} {
		if got := kinds(c.q); got != c.want {
			t.Errorf("%+v: %s", c.q, got)
		}
	}
	b, err := p.Evidence(EvidenceRequest{Incidents: []string{"I1"}, Made: moment("2026-05-20T12:00:00-04:00")})
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range b.Artifacts {
		switch a.Kind {
		case KindIncident:
			var n Incident
			if err := jsonform.Unmarshal([]byte(a.Text), &n); err != nil || n.ID != "I1" {
				t.Errorf("%v", err)
			}
		case KindSelection:
			var s ChartSelection
			if err := jsonform.Unmarshal([]byte(a.Text), &s); err != nil {
				t.Fatal(err)
			}
			if again, err := s.Draw(); err != nil || !slices.Equal(again.Selected, s.Selected) {
				t.Errorf("%v, %v", again, err)
			}
		}
	}
	early, err := p.Evidence(EvidenceRequest{Incidents: []string{"I1"}, Made: moment("2026-03-20T12:00:00-04:00")})
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range early.Artifacts { // the case was closed on April 1
		if a.Kind == KindEscalation && (strings.Contains(a.Text, "memo") || !strings.Contains(a.Text, "triage")) {
			t.Errorf("a bundle holds what was recorded after it was made: %s", a.Text)
		}
	}
	attached := Artifact{Date: day("2026-05-09"), Topic: "copays", Kind: KindRefund, Ext: "pdf", Title: "receipt", Content: []byte("%PDF")}
	b, err = p.Evidence(EvidenceRequest{Incidents: []string{"I1"}, Made: moment("2026-05-20T12:00:00-04:00"), Attach: []Artifact{attached}})
	if err != nil || mustFiles(t, b).Files[len(b.Artifacts)-1].Name != "2026-05-09_copays_refund_02.pdf" {
		t.Errorf("%v", err)
	}
	for name, c := range map[string]struct {
		q    EvidenceRequest
		want error
	}{
		"neither":          {EvidenceRequest{Made: b.Made}, ErrMissing},
		"both":             {EvidenceRequest{Incidents: []string{"I1"}, Month: "2026-02", Made: b.Made}, ErrMissing},
		"no time":          {EvidenceRequest{Incidents: []string{"I1"}}, ErrDate},
		"unknown":          {EvidenceRequest{Incidents: []string{"I7"}, Made: b.Made}, ErrReference},
		"twice":            {EvidenceRequest{Incidents: []string{"I1", "I1"}, Made: b.Made}, ErrRepeated},
		"before it":        {EvidenceRequest{Incidents: []string{"I1"}, Made: moment("2026-03-01T12:00:00-05:00")}, ErrReference},
		"hours before it":  {EvidenceRequest{Incidents: []string{"I1"}, Made: moment("2026-03-02T09:14:59-05:00")}, ErrDate},
		"month of nothing": {EvidenceRequest{Month: "2025-02", Made: b.Made}, ErrMissing},
		"no month":         {EvidenceRequest{Month: "02/2026", Made: b.Made}, ErrDate},
	} {
		_, err := p.Evidence(c.q)
		wantError(t, name, err, c.want, "")
		_, err = p.FactorView(c.q)
		if err == nil {
			t.Errorf("%s: factors", name)
		}
	}
	_, err = p.FactorView(EvidenceRequest{Incidents: []string{"I1"}, Made: b.Made, Attach: []Artifact{{Topic: "../x"}}})
	wantError(t, "attached", err, ErrName, "../x")
	p.Owner = ""
	_, err = p.Evidence(EvidenceRequest{Incidents: []string{"I1"}, Made: b.Made})
	wantError(t, "programme", err, ErrMissing, "owner")
}

// TestFactors: the five factors of 42 CFR 1003.140(a), each with its paragraph; what was not disclosed is said.
func TestFactors(t *testing.T) {
	list := Factors()
	if len(list) != 5 {
		t.Fatal(len(list))
	}
	for i, f := range list {
		if !strings.Contains(f.Source.Citation, "1003.140(a)("+string(rune('1'+i))+")") || f.Text == "" || len(f.Kinds) == 0 {
			t.Errorf("%+v", f)
		}
		for _, k := range f.Kinds {
			if !slices.Contains(ArtifactKinds(), k) {
				t.Errorf("kind %s", k)
			}
		}
	}
	list[0].Kinds[0] = "x"
	if Factors()[0].Kinds[0] == "x" {
		t.Error("the list is shared")
	}
	p := clinic()
	q := EvidenceRequest{Incidents: []string{"I1"}, Made: moment("2026-05-20T12:00:00-04:00")}
	v, err := p.FactorView(q)
	if err != nil || !strings.Contains(v.Factors[1].Note, "Not disclosed") || !strings.Contains(v.Notice, "not legal advice") || len(v.Factors[0].Absent) != 0 {
		t.Errorf("%+v, %v", v, err)
	}
	p.Incidents[0].Disclosed = day("2026-05-01")
	if v, err = p.FactorView(q); err != nil || v.Factors[1].Note != "" || slices.Contains(v.Factors[1].Absent, KindDisclosure) {
		t.Errorf("%+v, %v", v.Factors[1], err)
	}
	q.Made = moment("2026-04-30T12:00:00-04:00") // the day before it was disclosed
	if v, err = p.FactorView(q); err != nil || !strings.Contains(v.Factors[1].Note, "Not disclosed") {
		t.Errorf("%+v, %v", v.Factors[1], err)
	}
	if list[3].Aggravating == "" || !strings.Contains(list[2].Aggravating, "should have known") {
		t.Errorf("what aggravates by 1003.140(a)(3) and (4): %+v", list[2:4])
	}
}
