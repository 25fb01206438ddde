package training

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/iromath/iromath/internal/exact"
)

// TestClock: 72 hours are absolute time, whatever clocks on walls do; exactly 72 hours is in time.
func TestClock(t *testing.T) {
	for _, c := range []struct {
		name, identified, deployed, at string
		state                          ClockState
		hours, late, deadline          string
	}{
		{"at once", "2026-03-02T09:15:00-05:00", "2026-03-02T09:15:00-05:00", "2026-03-02T09:15:00-05:00", InTime, "0", "0", "2026-03-05T09:15:00-05:00"},
		{"exactly 72 hours", "2026-03-02T09:15:00-05:00", "2026-03-05T09:15:00-05:00", "2026-04-01T00:00:00Z", InTime, "72", "0", "2026-03-05T09:15:00-05:00"},
		{"a nanosecond more", "2026-03-02T09:15:00-05:00", "2026-03-05T09:15:00.000000001-05:00", "2026-04-01T00:00:00Z", Late, "72.000000000000277778", "0.00000000000027777777777777777778", "2026-03-05T09:15:00-05:00"},
		{"spring forward: 10:15 on the wall is in time", "2026-03-06T09:15:00-05:00", "2026-03-09T10:15:00-04:00", "2026-04-01T00:00:00Z", InTime, "72", "0", "2026-03-09T09:15:00-05:00"},
		{"spring forward: a minute later is not", "2026-03-06T09:15:00-05:00", "2026-03-09T10:16:00-04:00", "2026-04-01T00:00:00Z", Late, "72.016666666666666667", "0.016666666666666666667", "2026-03-09T09:15:00-05:00"},
		{"fall back: 09:15 on the wall is 73 hours", "2026-10-30T09:15:00-04:00", "2026-11-02T09:15:00-05:00", "2026-12-01T00:00:00Z", Late, "73", "1", "2026-11-02T09:15:00-04:00"},
		{"fall back: 08:15 on the wall is 72", "2026-10-30T09:15:00-04:00", "2026-11-02T08:15:00-05:00", "2026-12-01T00:00:00Z", InTime, "72", "0", "2026-11-02T09:15:00-04:00"},
		{"over a leap day", "2028-02-27T12:00:00Z", "2028-03-01T12:00:00Z", "2028-03-02T00:00:00Z", InTime, "72", "0", "2028-03-01T12:00:00Z"},
		{"in no leap year", "2026-02-26T12:00:00Z", "2026-03-01T12:00:00Z", "2026-03-02T00:00:00Z", InTime, "72", "0", "2026-03-01T12:00:00Z"},
		{"runs", "2026-03-02T09:15:00-05:00", "", "2026-03-05T09:15:00-05:00", Running, "72", "0", "2026-03-05T09:15:00-05:00"},
		{"expired", "2026-03-02T09:15:00-05:00", "", "2026-03-05T09:15:01-05:00", Expired, "72.000277777777777778", "0.00027777777777777777778", "2026-03-05T09:15:00-05:00"},
		{"deployed later than it is looked at", "2026-03-02T09:15:00-05:00", "2026-03-04T09:15:00-05:00", "2026-03-03T09:15:00-05:00", Running, "24", "0", "2026-03-05T09:15:00-05:00"},
		{"a hundred years later", "1926-03-02T00:00:00Z", "", "2326-03-02T00:00:00Z", Expired, "3506328", "3506256", "1926-03-05T00:00:00Z"},
	} {
		n := Incident{ID: "I", Identified: moment(c.identified), Triggers: []Trigger{StaffReport}, What: "x", Topic: "x", Roles: []Role{BillerCoder}}
		if c.deployed != "" {
			n.Deployments = []Deployment{{"M", BillerCoder, moment(c.deployed)}}
		}
		got, err := n.Clock(moment(c.at))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got.State != c.state || exact.String(got.Hours) != c.hours || exact.String(got.HoursLate) != c.late || got.Deadline.Format(time.RFC3339) != c.deadline {
			t.Errorf("%s: %s, %s hours, %s late, until %s", c.name, got.State, exact.String(got.Hours), exact.String(got.HoursLate), got.Deadline)
		}
	}
}

// TestDaysDoNotDependOnTheMachine: the deadline's day is that of the offset the incident's time is written with, in a zone that
// puts its clocks forward in between too.
func TestDaysDoNotDependOnTheMachine(t *testing.T) {
	zone, err := time.LoadLocation("America/New_York")
	if err != nil {
		t.Skip("no time zones here:", err)
	}
	p := clinic()
	n := &p.Incidents[0]
	written := moment("2026-03-06T23:30:00-05:00").UTC().In(time.FixedZone("", -5*3600))
	n.Deployments = []Deployment{{"M3", FrontDesk, written.Add(72 * time.Hour)}, {"M3", Manager, written.Add(72 * time.Hour)}}
	n.Procedure.Date, n.Procedure.Signed, n.SignOffs = day("2026-03-09"), day("2026-03-10"), []SignOff{{"kim", day("2026-03-09")}, {"ray", day("2026-03-09")}}
	p.Modules[2].Date = day("2026-03-09")
	for i := range p.Modules[2].Attendance {
		p.Modules[2].Attendance[i].Date = day("2026-03-09")
	}
	n.Refunds, n.Before.Date, n.Learned.Date = nil, day("2026-03-05"), day("2026-03-10")
	for _, n.Identified = range []time.Time{written, written.In(zone)} {
		s, err := p.Sprint("I1", day("2026-04-20"))
		if err != nil {
			t.Fatal(err)
		}
		if got := s.Clock.Deadline.Format(time.RFC3339); got != "2026-03-09T23:30:00-05:00" || s.Clock.State != InTime {
			t.Errorf("%s: %s, until %s", n.Identified, s.Clock.State, got)
		}
		if due := s.Steps[1].Due; due != day("2026-03-09") || codes(s.Steps[1].Late) != "procedure_late" || s.Steps[3].Due != due.AddDays(14) {
			t.Errorf("%s: procedure until %s, late %q, audit until %s", n.Identified, due, codes(s.Steps[1].Late), s.Steps[3].Due)
		}
	}
}

// TestCoachingWaitsForTheAudit: an audit from before the module says nothing about who is an outlier after it.
func TestCoachingWaitsForTheAudit(t *testing.T) {
	p := clinic()
	for date, want := range map[string]TaskState{"2026-03-03": DueNow, "2026-03-04": Done} {
		p.Checks[1].Date = day(date)
		s, err := p.Sprint("I1", day(auditDay))
		if err != nil || s.Steps[4].ID != StepCoaching || s.Steps[4].State != want {
			t.Errorf("audited on %s: %+v, %v", date, s.Steps[4], err)
		}
	}
}

// TestClockTakesTheLastRole: all relevant roles have to be reached, each by its first module; other roles do not count.
func TestClockTakesTheLastRole(t *testing.T) {
	n := clinic().Incidents[0]
	n.Deployments = append(n.Deployments, Deployment{"M3", Manager, moment("2026-03-20T00:00:00Z")}, Deployment{"M3", Clinician, moment("2026-03-21T00:00:00Z")})
	c, err := n.Clock(moment("2026-04-01T00:00:00Z"))
	if err != nil || c.State != InTime || !c.Deployed.Equal(moment("2026-03-04T15:00:00-05:00")) {
		t.Errorf("%+v, %v", c, err)
	}
	if c, _ = n.Clock(moment("2026-03-04T14:00:00-05:00")); len(c.Missing) != 1 || c.Missing[0] != Manager || c.State != Running {
		t.Errorf("%+v", c)
	}
}

// TestClockProperties: the clock never shows anything before the event, its hours and lateness never fall as time goes on, and
// no state goes back: what is late or expired is never in time again.
func TestClockProperties(t *testing.T) {
	next := map[ClockState]string{Running: "running in_time expired late", InTime: "in_time", Late: "late", Expired: "expired late"}
	rapid.Check(t, func(t *rapid.T) {
		zone := time.FixedZone("", rapid.IntRange(-12, 14).Draw(t, "zone")*3600)
		start := time.Unix(rapid.Int64Range(0, 4_000_000_000).Draw(t, "start"), rapid.Int64Range(0, 999_999_999).Draw(t, "nanos")).In(zone)
		after := func(label string) time.Time {
			return start.Add(time.Duration(rapid.Int64Range(0, int64(200*time.Hour)).Draw(t, label)))
		}
		n := Incident{ID: "I", Identified: start, Triggers: []Trigger{StaffReport}, What: "x", Topic: "x", Roles: []Role{FrontDesk, Manager}}
		for range rapid.IntRange(0, 4).Draw(t, "deployments") {
			n.Deployments = append(n.Deployments, Deployment{"M", rapid.SampledFrom(Roles()).Draw(t, "role"), after("deployed")})
		}
		one, two := after("one"), after("two")
		if two.Before(one) {
			one, two = two, one
		}
		a, err := n.Clock(one)
		if err != nil {
			t.Fatal(err)
		}
		b, err := n.Clock(two)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range []SprintClock{a, b} {
			if c.Hours.IsNegative() || c.HoursLate.IsNegative() || c.Deadline.Sub(start) != 72*time.Hour || c.Deployed != nil && c.Deployed.Before(start) {
				t.Fatalf("before the event: %+v", c)
			}
			if late := c.State == Late || c.State == Expired; late != c.HoursLate.IsPositive() {
				t.Fatalf("late or not: %+v", c)
			}
		}
		if b.Hours.Cmp(a.Hours) < 0 || b.HoursLate.Cmp(a.HoursLate) < 0 || len(b.Missing) > len(a.Missing) {
			t.Fatalf("went back: %+v, then %+v", a, b)
		}
		if !containsWord(next[a.State], string(b.State)) {
			t.Fatalf("from %s to %s", a.State, b.State)
		}
		if _, err := n.Clock(start.Add(-1)); err == nil {
			t.Fatal("a moment before the event is taken")
		}
	})
}

func containsWord(list, w string) bool {
	for _, s := range splitWords(list) {
		if s == w {
			return true
		}
	}
	return false
}

// TestSprintRefuses and tells what an authority means.
func TestSprint(t *testing.T) {
	p := clinic()
	s, err := p.Sprint("I1", day(auditDay))
	if err != nil || s.State != Done || len(s.Steps) != 8 || len(s.Notes) != 2 {
		t.Errorf("%+v, %v", s, err)
	}
	for _, step := range s.Steps {
		if step.Source.Citation == "" || step.Source.Rule == "" {
			t.Errorf("step %s has no source", step.ID)
		}
	}
	for _, r := range Rules() {
		if r.ID == "" || r.Text == "" || r.Citation == "" || source(r.ID).Citation != r.Citation {
			t.Errorf("%+v", r)
		}
	}
	_, err = p.Sprint("I9", day(auditDay))
	wantError(t, "incident", err, ErrReference, "I9")
	_, err = p.Sprint("I1", day("2026-03-01"))
	wantError(t, "day", err, ErrDate, "before the incident")
	_, err = p.Sprint("I1", day("9500-03-01"))
	wantError(t, "day", err, ErrDate, "9500")
	p.Incidents[0].Topic = "../x"
	_, err = p.Sprint("I1", day(auditDay))
	wantError(t, "topic", err, ErrName, "../x")
	_, err = p.Incidents[0].Clock(moment("2026-04-01T00:00:00Z"))
	wantError(t, "topic", err, ErrProgram, "incident.topic")
}

// TestSprintEveryDay: on every day of half a year the status of a sprint whose records are all there only gets better once
// everything is recorded, and no day gives an error.
func TestSprintEveryDay(t *testing.T) {
	p := caseStudy(t)
	states := map[TaskState]bool{}
	for d := day("2026-08-26"); d.Compare(day("2027-03-01")) < 0; d = d.AddDays(1) {
		for _, id := range []string{"I1", "I2"} {
			s, err := p.Sprint(id, d)
			if err != nil {
				t.Fatal(err)
			}
			states[s.State] = true
			if d.Compare(day("2026-11-12")) >= 0 && s.State != Done {
				t.Errorf("%s on %s: %s", id, d, s.State)
			}
		}
	}
	if !states[DueNow] || !states[Done] {
		t.Errorf("%v", states)
	}
}
