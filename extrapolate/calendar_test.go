package extrapolate

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/iromath/iromath/reportable"
)

// TestQuarterlyCalendar: an integrity agreement of January 31, 2026, worked out by hand on a calendar.
func TestQuarterlyCalendar(t *testing.T) {
	c := ReviewCalendar{Protocol: ProtocolQuarterly, First: date(t, "2026-01-31"), Periods: 5, Reports: []ReportDue{
		{Report: ClaimsReviewReport, Days: 60, Clause: &reportable.Clause{Parameter: "days", Quote: "within 60 days of the end of each quarter", Source: "appendix B"}},
		{Report: AnnualReport, Days: 60}, {Report: ImplementationReport, Days: 90},
	}}
	s, err := c.Schedule()
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, p := range s.Periods {
		lines = append(lines, fmt.Sprintf("%d/%d %s %s", p.Year, p.Quarter, p.From, p.Through))
	}
	want := "1/1 2026-01-31 2026-04-29\n1/2 2026-04-30 2026-07-30\n1/3 2026-07-31 2026-10-30\n1/4 2026-10-31 2027-01-30\n" +
		"2/1 2027-01-31 2027-04-29"
	if got := strings.Join(lines, "\n"); got != want {
		t.Errorf("%s", got)
	}
	lines = nil
	for _, r := range s.Reports {
		lines = append(lines, fmt.Sprintf("%s %d %d %s ask %s", r.Report, r.Period, r.Year, r.By, r.ExtensionBy))
	}
	want = `implementation_report 0 0 2026-05-01 ask 2026-04-26
claims_review_report 1 0 2026-06-28 ask 2026-06-23
claims_review_report 2 0 2026-09-28 ask 2026-09-23
claims_review_report 3 0 2026-12-29 ask 2026-12-24
claims_review_report 4 0 2027-03-31 ask 2027-03-26
annual_report 0 1 2027-03-31 ask 2027-03-26
claims_review_report 5 0 2027-06-28 ask 2027-06-23`
	if got := strings.Join(lines, "\n"); got != want {
		t.Errorf("%s", got)
	}
	if s.Reports[1].Source.Citation != "the agreement, appendix B" || s.Reports[1].Source.Quote == "" || s.Reports[0].Source.Quote != "" {
		t.Errorf("%+v", s.Reports[1].Source)
	}
	if warned(s.Warnings) != "clause_not_quoted,clause_not_quoted" || len(s.Rules) != 2 || s.Rules[1].ID != RuleClaimSystems {
		t.Errorf("%s %+v", warned(s.Warnings), s.Rules)
	}
	roundTrip(t, c)
	roundTrip(t, s)
}

// TestAnnualCalendar: under the discovery protocol the systems review report is due with the claims review report.
func TestAnnualCalendar(t *testing.T) {
	c := ReviewCalendar{Protocol: ProtocolDiscovery, First: date(t, "2024-02-29"), Periods: 2, ExtensionDays: 10,
		Reports: []ReportDue{{Report: ClaimsReviewReport, Days: 1}}, Calendar: reportable.Calendar{Weekends: reportable.Onward}}
	s, err := c.Schedule()
	if err != nil {
		t.Fatal(err)
	}
	if p := s.Periods; p[0].Through.String() != "2025-02-27" || p[1].From.String() != "2025-02-28" || p[1].Through.String() != "2026-02-27" {
		t.Errorf("%+v", s.Periods)
	}
	if r := s.Reports; len(r) != 4 || r[1].Report != SystemsReviewReport || r[1].Condition == "" || r[1].By != r[0].By ||
		r[3].By.String() != "2026-03-02" || r[3].ExtensionBy.String() != "2026-02-20" { // February 28, 2026 is a Saturday
		t.Errorf("%+v", s.Reports)
	}
	if s.Rules[1].ID != RuleSystemsReview {
		t.Errorf("%+v", s.Rules)
	}
	s, err = ReviewCalendar{Protocol: ProtocolSingle, First: date(t, "2026-07-01"), Periods: 1}.Schedule()
	if err != nil || warned(s.Warnings) != "report_days_not_given" || s.Periods[0].Through.String() != "2027-06-30" || s.Reports != nil {
		t.Errorf("%+v %v", s, err)
	}
	s, err = ReviewCalendar{Protocol: ProtocolSingle, First: date(t, "2026-07-01"), Periods: 1,
		Reports: []ReportDue{{Report: ImplementationReport, Days: 3}}}.Schedule()
	if err != nil || !s.Reports[0].ExtensionBy.IsZero() {
		t.Errorf("an extension asked for before the agreement began: %+v %v", s.Reports, err)
	}
}

func TestCalendarRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*ReviewCalendar)
		want   error
	}{
		"protocol":   {func(c *ReviewCalendar) { c.Protocol = "monthly" }, ErrProtocol},
		"first":      {func(c *ReviewCalendar) { c.First = reportable.Date{} }, ErrCalendar},
		"none":       {func(c *ReviewCalendar) { c.Periods = 0 }, ErrCalendar},
		"many":       {func(c *ReviewCalendar) { c.Periods = 401 }, ErrCalendar},
		"extension":  {func(c *ReviewCalendar) { c.ExtensionDays = -1 }, ErrCalendar},
		"systems":    {func(c *ReviewCalendar) { c.Reports[0].Report = SystemsReviewReport }, ErrCalendar},
		"report":     {func(c *ReviewCalendar) { c.Reports[0].Report = "weekly" }, ErrCalendar},
		"twice":      {func(c *ReviewCalendar) { c.Reports = append(c.Reports, c.Reports[0]) }, ErrCalendar},
		"days":       {func(c *ReviewCalendar) { c.Reports[0].Days = 0 }, ErrCalendar},
		"clause":     {func(c *ReviewCalendar) { c.Reports[0].Clause = &reportable.Clause{} }, ErrCalendar},
		"last year":  {func(c *ReviewCalendar) { c.First = date(t, "9999-06-01") }, ErrCalendar},
		"last days":  {func(c *ReviewCalendar) { c.First, c.Reports[0].Days = date(t, "9990-01-01"), 3660 }, reportable.ErrDate},
		"word":       {func(c *ReviewCalendar) { c.Calendar.Weekends = "x" }, reportable.ErrWord},
		"years back": {func(c *ReviewCalendar) { c.First, c.ExtensionDays = date(t, "0001-01-01"), 3660 }, reportable.ErrDate},
	} {
		good := ReviewCalendar{Protocol: ProtocolSingle, First: date(t, "2026-01-01"), Periods: 1, Reports: []ReportDue{{Report: AnnualReport, Days: 60}}}
		c.change(&good)
		if s, err := good.Schedule(); !errors.Is(err, c.want) || s.Periods != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestCalendarProperties: periods follow each other day by day from the first day on, and reports are due after the
// period they are about, in order.
func TestCalendarProperties(t *testing.T) {
	start, _ := reportable.NewDate(2000, 1, 1)
	rapid.Check(t, func(t *rapid.T) {
		c := ReviewCalendar{Protocol: rapid.SampledFrom([]Protocol{ProtocolDiscovery, ProtocolSingle, ProtocolQuarterly}).Draw(t, "protocol"),
			First: start.AddDays(rapid.IntRange(0, 20_000).Draw(t, "first")), Periods: rapid.IntRange(1, 40).Draw(t, "periods"),
			Reports: []ReportDue{{Report: ClaimsReviewReport, Days: rapid.IntRange(1, 200).Draw(t, "days")},
				{Report: AnnualReport, Days: rapid.IntRange(1, 200).Draw(t, "annual days")}}}
		s, err := c.Schedule()
		if err != nil {
			t.Fatal(err)
		}
		next, shortest, longest := c.First, 365, 366
		if c.Protocol == ProtocolQuarterly {
			shortest, longest = 88, 92
		}
		for _, p := range s.Periods {
			days := p.From.DaysUntil(p.Through) + 1
			if p.From != next || days < shortest || days > longest+2 { // a month's end can be two days short
				t.Fatalf("%+v after %s", p, next)
			}
			next = p.Through.AddDays(1)
		}
		last := reportable.Date{}
		for _, r := range s.Reports {
			if r.By.Compare(last) < 0 || r.ExtensionBy.Compare(r.By) >= 0 ||
				r.Period > 0 && r.By.Compare(s.Periods[r.Period-1].Through) <= 0 {
				t.Fatalf("%+v", r)
			}
			last = r.By
		}
	})
}

func TestReportContents(t *testing.T) {
	for _, kind := range []ReportKind{ImplementationReport, ClaimsReviewReport, SystemsReviewReport, AnnualReport} {
		list, err := ReportContents(kind)
		if err != nil || len(list) < 4 {
			t.Fatalf("%s: %v", kind, err)
		}
		ids := map[string]bool{}
		for _, x := range list {
			if ids[x.ID] || x.ID == "" || x.Part == "" || !strings.HasSuffix(x.Text, ".") || x.Source.Citation == "" {
				t.Errorf("%s: %+v", kind, x)
			}
			ids[x.ID] = true
			if strings.HasPrefix(x.Source.Citation, "usual wording") != x.Source.AsOf.IsZero() {
				t.Errorf("%s: the FAQ has a date, the wording of agreements has none: %+v", kind, x.Source)
			}
		}
		done, err := reportable.NewChecklist(list, []reportable.ChecklistAnswer{{ID: list[0].ID, Met: reportable.Yes}})
		if err != nil || len(done.Open) != len(list)-1 {
			t.Errorf("%s: %v %v", kind, done.Open, err)
		}
		list[0].Text = "changed"
		if again, _ := ReportContents(kind); again[0].Text == "changed" {
			t.Error("a caller can change the list")
		}
	}
	if _, err := ReportContents("diary"); !errors.Is(err, ErrReport) {
		t.Error(err)
	}
}
