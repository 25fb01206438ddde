package reportable

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestStateAndFederal: a federal exclusion counts beside a State's on the days that they have in common. FAQ, "Ineligible
// Persons": "is not also excluded".
func TestStateAndFederal(t *testing.T) {
	const texas = `{"program":"state_medicaid","state":"TX","from":"2024-01-01","paidServices":"no"}`
	medicare := func(from, through string) string {
		return `{"program":"medicare","from":"` + from + `","through":"` + through + `"}`
	}
	for _, c := range []struct {
		name, screened, exclusions string
		state                      Answer
		conclusion                 Conclusion
		days                       string // all periods
		reasons                    string
		warnings                   string
	}{
		{"State only", "2024-02-01", texas, Yes, Reportable, "2024-01-01..", "state_only,state_only_definition", ""},
		{"a Medicare exclusion that ended before", "2024-02-01", medicare("2020-01-01", "2020-12-31") + "," + texas, Yes, Reportable,
			"2020-01-01..2020-12-31 2024-01-01..", "excluded_federally,state_only,state_only_definition", ""},
		{"the same in the other order", "2024-02-01", texas + "," + medicare("2020-01-01", "2020-12-31"), Yes, Reportable,
			"2020-01-01..2020-12-31 2024-01-01..", "state_only,state_only_definition,excluded_federally", ""},
		{"the same, not searched", "", medicare("2020-01-01", "2020-12-31") + "," + texas, Yes, Reportable,
			"2020-01-01..2020-12-31 2024-01-01..", "excluded_federally,medicare_not_checked,state_only_definition", ""},
		{"the same, definition not known", "", medicare("2020-01-01", "2020-12-31") + "," + texas, Unknown, Reportable,
			"2020-01-01..2020-12-31", "excluded_federally,medicare_not_checked", ""},
		{"ended on the day before", "2024-02-01", medicare("2020-01-01", "2023-12-31") + "," + texas, Yes, Reportable,
			"2020-01-01..", "excluded_federally,state_only,state_only_definition", ""},
		{"ended on its first day", "2024-02-01", medicare("2020-01-01", "2024-01-01") + "," + texas, Yes, Reportable,
			"2020-01-01..", "excluded_federally,federally_too,state_only,state_only_definition", ""},
		{"ended during it, not searched since", "2024-02-01", medicare("2020-01-01", "2024-06-30") + "," + texas, No, Reportable,
			"2020-01-01..2024-06-30", "excluded_federally,federally_too,medicare_not_checked", ""},
		{"ended during it, searched since", "2024-07-01", medicare("2020-01-01", "2024-06-30") + "," + texas, No, Reportable,
			"2020-01-01..2024-06-30", "excluded_federally,federally_too,state_only,state_only_definition", ""},
		{"goes on", "", medicare("2020-01-01", "") + "," + texas, Yes, Reportable, "2020-01-01..",
			"excluded_federally,federally_too,removal", ""},
		{"began during it", "", medicare("2024-03-01", "") + "," + texas, Yes, Reportable, "2024-01-01..",
			"excluded_federally,federally_too,state_only_definition,removal", ""},
		{"began during it, definition not known", "", medicare("2024-03-01", "") + "," + texas, Unknown, Reportable, "2024-03-01..",
			"excluded_federally,federally_too,removal", ""},
		{"a Medicare exclusion that ended, and no other", "", medicare("2020-01-01", "2020-12-31"), Unknown, Reportable,
			"2020-01-01..2020-12-31", "excluded_federally", "not_screened"},
		{"the same, searched", "2024-02-01", medicare("2020-01-01", "2020-12-31"), Unknown, Reportable,
			"2020-01-01..2020-12-31", "excluded_federally", ""},
		{"the State's ended before Medicare's", "2024-02-01", strings.Replace(texas, `"from"`, `"through":"2024-12-31","from"`, 1) + "," +
			medicare("2025-06-01", ""), No, Reportable, "2025-06-01..",
			"state_only,state_only_definition,excluded_federally,removal", ""},
	} {
		p := decode[Person](t, `{"name":"P","from":"2019-01-01","federalScreened":"`+c.screened+`","exclusions":[`+c.exclusions+`]}`)
		f, err := p.Examine(Terms{StateExclusion: c.state, Clauses: []Clause{{Parameter: "stateExclusion", Quote: "x"}}})
		if err != nil {
			t.Fatal(err)
		}
		periods := f.Periods
		if len(periods) == 0 {
			periods = []Period{{f.From, f.Through}}
		}
		var days []string
		for _, d := range periods {
			days = append(days, d.From.String()+".."+d.Through.String())
		}
		got := strings.Join(days, " ")
		if f.Conclusion != c.conclusion || got != c.days || strings.Join(codes(f.Reasons), ",") != c.reasons ||
			strings.Join(warningCodes(f.Warnings), ",") != c.warnings {
			t.Errorf("%s: %s, %s, %v, %v", c.name, f.Conclusion, got, codes(f.Reasons), warningCodes(f.Warnings))
		}
		if f.From != periods[0].From || f.Through != periods[len(periods)-1].Through {
			t.Errorf("%s: %s to %s of %v", c.name, f.From, f.Through, periods)
		}
		if text := fmt.Sprint(f.Reasons); strings.Contains(text, "is not excluded from Medicare and") && f.Removal == Yes {
			t.Errorf("%s: %s", c.name, text)
		}
		roundTrip(t, f)
	}
}

// TestPeriods: merged periods hold the days of the list and no others, in order and apart from one another; the two parts of a
// split are its days in the others and the rest.
func TestPeriods(t *testing.T) {
	first := day(2024, 1, 1)
	rapid.Check(t, func(t *rapid.T) {
		period := func(label string) Period {
			p := Period{From: first.AddDays(rapid.IntRange(0, 30).Draw(t, label))}
			if days := rapid.IntRange(-1, 8).Draw(t, label+" days"); days >= 0 {
				p.Through = p.From.AddDays(days)
			}
			return p
		}
		var list []Period
		for range rapid.IntRange(0, 5).Draw(t, "n") {
			list = append(list, period("one"))
		}
		within := func(list []Period, x Date) bool {
			return slices.ContainsFunc(list, func(p Period) bool {
				return x.Compare(p.From) >= 0 && (p.Through.IsZero() || x.Compare(p.Through) <= 0)
			})
		}
		whole := period("whole")
		merged := merge(slices.Clone(list))
		in, out := whole.split(merged)
		for i := range 50 {
			x := first.AddDays(i - 1)
			of, other := within([]Period{whole}, x), within(list, x)
			if within(merged, x) != other || within(in, x) != (of && other) || within(out, x) != (of && !other) {
				t.Fatalf("%s: %v merged %v, %v in %v out %v", x, list, merged, whole, in, out)
			}
		}
		for i := 1; i < len(merged); i++ {
			if merged[i-1].Through.DaysUntil(merged[i].From) < 2 {
				t.Fatalf("%v", merged)
			}
		}
	})
}
