package reportable

import (
	"slices"
	"strings"
	"testing"

	"github.com/iromath/iromath/internal/jsonform"
)

// Parts of the fact patterns.
const (
	over     = `"occurrences":[{"from":"2026-05-04","what":"upcoded visits","overpayment":"1000","payor":"Medicare","identified":"2026-06-01"}]`
	big      = `"occurrences":[{"from":"2026-05-04","what":"upcoded visits","overpayment":"900000","payor":"Medicare","identified":"2026-06-01"}]`
	series   = `"occurrences":[{"from":"2026-05-04","what":"a","overpayment":"400","payor":"M"},{"from":"2026-06-04","what":"b","overpayment":"400","payor":"M"},{"from":"2026-07-04","what":"c","overpayment":"400","payor":"T"}]`
	open     = `"occurrences":[{"from":"2026-05-04","what":"upcoded visits","discovered":"2026-06-01"}]`
	yes      = `"analysis":{"on":"2026-06-15","by":"CO","considered":[{"kind":"cause","text":"x"}],"conclusion":"reportable","grounds":"g"}`
	no       = `"analysis":{"on":"2026-06-15","by":"CO","considered":[{"kind":"threshold","text":"x"},{"kind":"pattern","text":"y"}],"conclusion":"not_reportable","grounds":"g"}`
	undone   = `"analysis":{"on":"2026-06-15","by":"CO","considered":[{"kind":"cause","text":"x"}],"conclusion":"needs_analysis","grounds":"records are missing"}`
	byNumber = `"analysis":{"on":"2026-06-15","by":"CO","considered":[{"kind":"threshold","text":"5 %"}],"conclusion":"reportable","grounds":"above 5 %"}`
	belowIt  = `"analysis":{"on":"2026-06-15","by":"CO","considered":[{"kind":"threshold","text":"5 %"}],"conclusion":"not_reportable","grounds":"below 5 %"}`
	late     = `"analysis":{"on":"2026-07-15","by":"CO","considered":[{"kind":"cause","text":"x"}],"conclusion":"reportable","grounds":"g"}`
	conduct  = `"occurrences":[{"from":"2026-05-04","what":"waived copays"}]`
	law      = `"laws":["42 U.S.C. 1320a-7b(b)"],"federalProgram":"yes","sanction":"yes"`
	excluded = `"exclusions":[{"program":"federal_health_care_programs","from":"2026-01-01"}]`
)

func person(rest string) string { return `"persons":[{"name":"P","from":"2025-01-01",` + rest + `}]` }

func stateOnly(paid, screened, through string) string {
	return person(`"federalScreened":"` + screened + `","exclusions":[{"program":"state_medicaid","state":"TX","from":"2026-01-01","through":"` + through + `","paidServices":"` + paid + `"}]`)
}

func overpaid(rest ...string) string {
	return `{"kind":"substantial_overpayment",` + strings.Join(rest, ",") + `}`
}

func violates(rest ...string) string {
	return `{"kind":"potential_violation",` + strings.Join(rest, ",") + `}`
}

func ineligible(rest ...string) string {
	return `{"kind":"ineligible_person",` + strings.Join(rest, ",") + `}`
}

func bankrupt(rest ...string) string { return `{"kind":"bankruptcy",` + strings.Join(rest, ",") + `}` }

// patterns of facts: what they come to, the reason that says so, and the last day to report.
var patterns = []struct {
	name, event string
	status      Status
	reason      string
	by          string
}{
	// Substantial overpayments. FAQ, "Reportable Events": no threshold decides, in neither direction.
	{"overpayment, nothing else", overpaid(over), NeedsAnalysis, "no_analysis", ""},
	{"huge overpayment, nothing else", overpaid(big), NeedsAnalysis, "no_analysis", ""},
	{"above the dollar screen, no analysis", overpaid(big, `"screen":{"amount":"25000"}`), NeedsAnalysis, "no_analysis", ""},
	{"above the rate screen, no analysis", overpaid(big, `"screen":{"rate":"0.05","base":"1000000"}`), NeedsAnalysis,
		"no_analysis", ""},
	{"below the screen, no analysis", overpaid(over, `"screen":{"amount":"25000"}`), NeedsAnalysis, "no_analysis", ""},
	{"analysis that looks at the threshold alone, above", overpaid(big, byNumber), NeedsAnalysis, "threshold_alone", ""},
	{"analysis that looks at the threshold alone, below", overpaid(over, belowIt), NeedsAnalysis, "threshold_alone", ""},
	{"analysis without a conclusion", overpaid(over, undone), NeedsAnalysis, "analysis_open", ""},
	{"analyzed: substantial", overpaid(over, yes), Reportable, "analysis", "2026-07-15"},
	{"analyzed: substantial though below the screen", overpaid(over, `"screen":{"amount":"25000"}`, yes), Reportable,
		"analysis", "2026-07-15"},
	{"analyzed: not substantial though above the screen", overpaid(big, `"screen":{"amount":"25000"}`, no),
		NotReportable, "analysis", ""},
	{"not substantial: still repaid", overpaid(over, no), NotReportable, "repaid_anyway", ""},
	{"a series, judged together", overpaid(series, late), Reportable, "series", "2026-08-14"},
	{"a series, not analyzed", overpaid(series, `"screen":{"amount":"1000"}`), NeedsAnalysis, "screened", ""},
	{"not quantified, not analyzed", overpaid(open), NeedsAnalysis, "no_analysis", ""},
	{"not quantified, analyzed", overpaid(open, yes), Reportable, "analysis", "2026-07-15"},
	{"45 days by the agreement", overpaid(over, yes,
		`"terms":{"reportDays":45,"clauses":[{"parameter":"reportDays","quote":"within 45 days"}]}`), Reportable,
		"clock", "2026-07-30"},
	{"report date kept on a Sunday", overpaid(over,
		`"analysis":{"on":"2026-06-19","by":"CO","considered":[{"kind":"cause","text":"x"}],"conclusion":"reportable","grounds":"g"}`), Reportable, "clock", "2026-07-19"},
	{"the same, moved on by choice", overpaid(over,
		`"analysis":{"on":"2026-06-19","by":"CO","considered":[{"kind":"cause","text":"x"}],"conclusion":"reportable","grounds":"g"}`, `"terms":{"calendar":{"weekends":"onward"}}`), Reportable, "clock", "2026-07-20"},
	{"the same, moved back by choice", overpaid(over,
		`"analysis":{"on":"2026-06-19","by":"CO","considered":[{"kind":"cause","text":"x"}],"conclusion":"reportable","grounds":"g"}`, `"terms":{"calendar":{"weekends":"earlier"}}`), Reportable, "clock", "2026-07-17"},

	// Potential violations. The agreement's word counts.
	{"violation, not analyzed", violates(conduct, `"violation":{`+law+`}`), NeedsAnalysis, "no_analysis", ""},
	{"potential under the word potential", violates(conduct, yes, `"violation":{`+law+`,"assessed":"potential"}`),
		Reportable, "assessed", "2026-07-15"},
	{"probable under the word potential", violates(conduct, yes, `"violation":{`+law+`,"assessed":"probable"}`),
		Reportable, "assessed", "2026-07-15"},
	{"potential under the word probable", violates(conduct, no, `"violation":{`+law+`,"assessed":"potential"}`,
		`"terms":{"violation":"probable"}`), NotReportable, "assessed", ""},
	{"probable under the word probable", violates(conduct, yes, `"violation":{`+law+`,"assessed":"probable"}`,
		`"terms":{"violation":"probable"}`), Reportable, "assessed", "2026-07-15"},
	{"no violation, analyzed", violates(conduct, no, `"violation":{`+law+`,"assessed":"none"}`), NotReportable,
		"assessed", ""},
	{"potential under the word probable, concluded reportable", violates(conduct, yes,
		`"violation":{`+law+`,"assessed":"potential"}`, `"terms":{"violation":"probable"}`), NeedsAnalysis,
		"facts_contradict_analysis", ""},
	{"potential under the word potential, concluded not reportable", violates(conduct, no,
		`"violation":{`+law+`,"assessed":"potential"}`), NeedsAnalysis, "facts_contradict_analysis", ""},
	{"likelihood not recorded", violates(conduct, yes, `"violation":{`+law+`}`), Reportable, "analysis", "2026-07-15"},
	{"violation judged by a threshold", violates(conduct, byNumber, `"violation":{`+law+`,"assessed":"probable"}`),
		NeedsAnalysis, "threshold_alone", ""},
	{"no Federal health care program", violates(conduct,
		`"violation":{"laws":["state tax law"],"federalProgram":"no"}`), NotReportable, "no_federal_program", ""},
	{"no penalty and no exclusion authorized", violates(conduct,
		`"violation":{"laws":["filing rule"],"federalProgram":"yes","sanction":"no"}`), NotReportable, "no_sanction", ""},
	{"an element lacks and the analysis concludes reportable", violates(conduct, yes,
		`"violation":{"laws":["filing rule"],"sanction":"no"}`), NeedsAnalysis, "facts_contradict_analysis", ""},
	{"self-referral only", violates(conduct, yes, `"violation":{`+law+`,"assessed":"probable","starkOnly":true}`),
		Reportable, "assessed", "2026-07-15"},

	// Ineligible persons. FAQ, "Ineligible Persons".
	{"excluded by OIG, employed", ineligible(person(excluded), `"determined":"2026-06-15"`), Reportable,
		"excluded_federally", "2026-07-15"},
	{"excluded from Medicare, employed", ineligible(person(`"exclusions":[{"program":"medicare","from":"2024-01-01"}]`),
		`"determined":"2026-06-15"`), Reportable, "excluded_federally", "2026-07-15"},
	{"excluded, determination not dated", ineligible(person(excluded)), Reportable, "excluded_federally", ""},
	{"reinstated before employment",
		ineligible(person(`"exclusions":[{"program":"medicare","from":"2020-01-01","through":"2024-12-31"}]`)),
		NotReportable, "not_at_the_time", ""},
	{"excluded on the first day of employment only",
		ineligible(person(`"exclusions":[{"program":"medicare","from":"2020-01-01","through":"2025-01-01"}]`),
			`"determined":"2026-06-15"`), Reportable, "excluded_federally", "2026-07-15"},
	{"excluded after leaving", ineligible(person(`"through":"2025-12-31",` + excluded)), NotReportable,
		"not_at_the_time", ""},
	{"no exclusion", ineligible(person(`"federalScreened":"2026-01-01"`)), NotReportable, "no_exclusion", ""},
	{"State Medicaid only, no paid services", ineligible(stateOnly("no", "2026-06-01", "")), NeedsAnalysis,
		"state_only", ""},
	{"the same, definition takes it in", ineligible(stateOnly("no", "2026-06-01", ""),
		`"determined":"2026-06-15","terms":{"stateExclusion":"yes"}`), Reportable, "state_only_definition", "2026-07-15"},
	{"the same, definition does not", ineligible(stateOnly("no", "2026-06-01", ""), `"terms":{"stateExclusion":"no"}`),
		NotReportable, "state_only_definition", ""},
	{"the same, an analysis settles it", ineligible(stateOnly("no", "2026-06-01", ""), no), NotReportable, "analysis", ""},
	{"State Medicaid, services paid by it", ineligible(stateOnly("yes", "2026-06-01", ""), `"determined":"2026-06-15"`),
		Reportable, "paid_by_excluding_state", "2026-07-15"},
	{"State Medicaid, paid services not known", ineligible(stateOnly("", "2026-06-01", "")), NeedsAnalysis,
		"paid_services_unknown", ""},
	{"State Medicaid, federal lists not searched", ineligible(stateOnly("no", "", "")), NeedsAnalysis,
		"medicare_not_checked", ""},
	{"State Medicaid, federal lists searched before the exclusion", ineligible(stateOnly("no", "2025-12-31", "")),
		NeedsAnalysis, "medicare_not_checked", ""},
	{"State Medicaid, reinstated before employment",
		ineligible(person(`"exclusions":[{"program":"state_medicaid","state":"TX","from":"2020-01-01","through":"2020-12-31"}]`)), NotReportable, "not_at_the_time", ""},
	{"State Medicaid and Medicare",
		ineligible(person(`"exclusions":[{"program":"state_medicaid","state":"TX","from":"2026-01-01","paidServices":"no"},{"program":"medicare","from":"2026-02-01"}]`), `"determined":"2026-06-15"`), Reportable, "federally_too", "2026-07-15"},
	{"convicted, definition not known", ineligible(person(`"convicted":"2026-03-01"`)), NeedsAnalysis, "convicted", ""},
	{"convicted, definition takes it in", ineligible(person(`"convicted":"2026-03-01"`),
		`"determined":"2026-06-15","terms":{"conviction":"yes"}`), Reportable, "convicted", "2026-07-15"},
	{"debarred, definition does not take it in",
		ineligible(person(`"exclusions":[{"program":"procurement","from":"2026-01-01"}]`),
			`"terms":{"debarment":"no"}`), NotReportable, "debarred", ""},
	{"two persons, one excluded",
		ineligible(`"persons":[{"name":"A","from":"2025-01-01"},{"name":"B","from":"2025-01-01",`+excluded+`}]`,
			`"determined":"2026-06-15"`), Reportable, "series", "2026-07-15"},
	{"excluded by OIG, an analysis concludes not reportable", ineligible(person(excluded), no), NeedsAnalysis,
		"facts_contradict_analysis", ""},

	// Bankruptcy.
	{"petition filed", bankrupt(`"petitions":[{"debtor":"provider","filed":"2026-06-10"}],"determined":"2026-06-15"`),
		Reportable, "filed", "2026-07-15"},
	{"petition considered, not filed", bankrupt(`"petitions":[{"debtor":"provider"}]`), NotReportable, "not_filed", ""},
	{"petition of another", bankrupt(`"petitions":[{"debtor":"other","filed":"2026-06-10"}]`), NotReportable,
		"other_debtor", ""},
	{"petition by creditors",
		bankrupt(`"petitions":[{"debtor":"provider","filed":"2026-06-10","involuntary":true}],"determined":"2026-06-10"`), Reportable, "filed", "2026-07-10"},
	{"of two petitions one is the provider's",
		bankrupt(`"petitions":[{"debtor":"other","filed":"2026-06-01"},{"debtor":"provider","filed":"2026-06-10"}],"determined":"2026-06-15"`), Reportable, "filed", "2026-07-15"},
}

func TestFactPatterns(t *testing.T) {
	if len(patterns) < 40 {
		t.Fatalf("%d patterns", len(patterns))
	}
	kinds := map[Kind]map[Status]int{}
	for _, p := range patterns {
		t.Run(p.name, func(t *testing.T) {
			e := decode[Event](t, p.event)
			d, err := e.Determine()
			if err != nil {
				t.Fatal(err)
			}
			if d.Status != p.status || d.ReportBy.String() != p.by || !slices.Contains(codes(d.Reasons), p.reason) {
				t.Errorf("%s by %q for %v; want %s by %q for %s", d.Status, d.ReportBy, codes(d.Reasons), p.status,
					p.by, p.reason)
			}
			if kinds[e.Kind] == nil {
				kinds[e.Kind] = map[Status]int{}
			}
			kinds[e.Kind][d.Status]++
			always(t, d)
			roundTrip(t, d)
		})
	}
	for _, k := range Kinds() {
		if kinds[k][Reportable] == 0 || kinds[k][NotReportable] == 0 || k != Bankruptcy && kinds[k][NeedsAnalysis] == 0 {
			t.Errorf("%s: not every status is there: %v", k, kinds[k])
		}
	}
}

// always holds for every determination.
func always(t testing.TB, d Determination) {
	t.Helper()
	for _, r := range d.Reasons {
		if r.Code == "" || r.Text == "" || r.Source.Citation == "" {
			t.Errorf("a reason without code, text or source: %+v", r)
		}
	}
	reports := slices.ContainsFunc(d.Duties, func(x Duty) bool { return x.Kind == ReportToOIG })
	if reports != (d.Status == Reportable) || (len(d.Notice) > 0) != reports || d.Status != Reportable &&
		!d.ReportBy.IsZero() {
		t.Errorf("%s: duties %+v, notice of %d items, by %s", d.Status, d.Duties, len(d.Notice), d.ReportBy)
	}
	if a := d.Event.Analysis; (d.Kind == SubstantialOverpayment || d.Kind == PotentialViolation) &&
		d.Status == Reportable && (a == nil || a.thresholdAlone()) {
		t.Errorf("concluded without an analysis: %+v", d)
	}
	if d.Kind == SubstantialOverpayment && d.Status == NotReportable && (d.Event.Analysis == nil ||
		d.Event.Analysis.thresholdAlone()) {
		t.Errorf("dismissed without an analysis: %+v", d)
	}
	var sum, due = dec("0"), dec("0")
	for _, p := range d.Payors {
		sum = sum.Add(p.Overpayment)
	}
	for _, x := range d.Duties {
		if x.Kind == RepayPayor {
			due = due.Add(*x.Amount)
		}
		if x.Source.Citation == "" || x.Text == "" {
			t.Errorf("a duty without text or source: %+v", x)
		}
	}
	if !sum.Equal(due) || d.Overpayment != nil && !sum.Equal(*d.Overpayment) {
		t.Errorf("payors %s, to repay %s, in all %v", sum, due, d.Overpayment)
	}
	if !d.ReportBy.IsZero() && (d.ReportBy.Compare(d.Determined) < 0 || !d.From.IsZero() && d.ReportBy.Compare(d.From) < 0) {
		t.Errorf("to be reported by %s, determined %s, happened from %s", d.ReportBy, d.Determined, d.From)
	}
	if _, err := jsonform.Marshal(d); err != nil {
		t.Error(err)
	}
}

// TestWhatFollows looks at all that a determination says beside its status.
func TestWhatFollows(t *testing.T) {
	d, err := decode[Event](t, overpaid(series, late, `"screen":{"rate":"0.01","base":"120000"}`,
		`"corrections":["template withdrawn"],"terms":{"repayDays":60}`)).Determine()
	if err != nil {
		t.Fatal(err)
	}
	if !d.Series || d.From.String() != "2026-05-04" || d.Through.String() != "2026-07-04" ||
		d.Overpayment.String() != "1200" || d.ScreenMet != Yes {
		t.Errorf("%+v", d)
	}
	if len(d.Payors) != 2 || d.Payors[0].Payor != "M" || d.Payors[0].Overpayment.String() != "800" ||
		d.Payors[0].Occurrences != 2 {
		t.Errorf("payors: %+v", d.Payors)
	}
	if got := warningCodes(d.Warnings); !slices.Equal(got, []string{"thin_analysis", "not_identified", "not_identified"}) {
		t.Errorf("warnings: %v", got)
	}
	facts := map[string][]string{}
	for _, n := range d.Notice {
		facts[n.ID] = n.Facts
	}
	if !slices.Equal(facts[ItemDetails], []string{"a", "b", "c"}) || !slices.Equal(facts[ItemPeriod],
		[]string{"2026-05-04 to 2026-07-04"}) ||
		!slices.Equal(facts[ItemCorrections], []string{"template withdrawn"}) || !slices.Equal(facts[ItemPrograms],
		[]string{"M", "T"}) ||
		len(facts[ItemQuantified]) != 2 || len(facts[ItemPeople]) != 0 {
		t.Errorf("notice: %v", facts)
	}
}

// TestScreenTies: the threshold is met exactly at it, and a cent below it is not.
func TestScreenTies(t *testing.T) {
	for amount, want := range map[string]Answer{"1000": Yes, "1000.01": No, "999.99": Yes} {
		e := decode[Event](t, overpaid(over, `"screen":{"amount":"`+amount+`"}`))
		if d, err := e.Determine(); err != nil || d.ScreenMet != want {
			t.Errorf("$1,000 against %s: %q, %v", amount, d.ScreenMet, err)
		}
	}
	for base, want := range map[string]Answer{"3000": Yes, "2999.99": Yes, "3000.01": No} {
		e := decode[Event](t, overpaid(over,
			`"screen":{"rate":"0.3333333333333333333333333333333333333333","base":"`+base+`"}`))
		if base == "3000.01" { // a third of it is more than $1,000
			e.Screen.Rate = ptr("0.3333333333333333333333333333333333333334")
		}
		if d, err := e.Determine(); err != nil || d.ScreenMet != want {
			t.Errorf("$1,000 against a third of %s: %q, %v", base, d.ScreenMet, err)
		}
	}
	if d, _ := decode[Event](t, overpaid(open, `"screen":{"amount":"1000"}`)).Determine(); d.ScreenMet != Unknown {
		t.Errorf("not quantified, and the screen says %q", d.ScreenMet)
	}
}

// TestRepayment: a clock for each payor and day of identification, the cost report where it is later, and a warning where
// the agreement or the calendar goes beyond the statute.
func TestRepayment(t *testing.T) {
	e := decode[Event](t, overpaid(`"occurrences":[
		{"from":"2026-01-05","what":"a","overpayment":"100.10","payor":"M","identified":"2026-03-02"},
		{"from":"2026-01-06","what":"b","overpayment":"0.90","payor":"M","identified":"2026-03-02"},
		{"from":"2026-01-07","what":"c","overpayment":"5","payor":"M","identified":"2026-03-03"},
		{"from":"2026-01-08","what":"d","overpayment":"7","payor":"T","identified":"2026-03-02","costReport":"2026-05-31"}]`, no))
	d, err := e.Determine()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, x := range d.Duties {
		got = append(got, x.Payor+" "+x.Amount.String()+" "+x.By.String())
	}
	if want := []string{"M 101 2026-05-01", "M 5 2026-05-02", "T 7 2026-05-31"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	e.Terms = Terms{RepayDays: 90, Clauses: []Clause{{Parameter: "repayDays", Quote: "within 90 days", Source: "III.F"}}}
	if d, err = e.Determine(); err != nil || !slices.Contains(warningCodes(d.Warnings), "beyond_overpayment_rule") ||
		d.Duties[0].Source.Citation != "the agreement, III.F" || slices.Contains(warningCodes(d.Warnings),
		"clause_not_quoted") {
		t.Errorf("%v, %+v", err, d)
	}
	e.Terms = Terms{Calendar: Calendar{Weekends: Onward}}
	if d, err = e.Determine(); err != nil || d.Duties[1].By.String() != "2026-05-04" ||
		!slices.Contains(warningCodes(d.Warnings), "beyond_overpayment_rule") {
		t.Errorf("a Saturday moved on beyond the statute: %v, %+v", err, d)
	}
}

// TestTerms: what the agreement says otherwise is said with its clause, or there is a warning.
func TestTerms(t *testing.T) {
	e := decode[Event](t, overpaid(over, yes,
		`"terms":{"violation":"probable","reportDays":20,"calendar":{"weekends":"onward"},`+
			`"notice":[{"id":"summary","text":"A summary."},{"id":"details","text":"All of it."}],"clauses":[{"parameter":"notice","quote":"the report shall have","source":"III.G.3"}]}`))
	d, err := e.Determine()
	if err != nil {
		t.Fatal(err)
	}
	var unquoted int
	for _, c := range warningCodes(d.Warnings) {
		if c == "clause_not_quoted" {
			unquoted++
		}
	}
	if unquoted != 3 || len(d.Notice) != 2 || d.Notice[0].Source.Quote != "the report shall have" ||
		len(d.Notice[1].Facts) != 1 {
		t.Errorf("%v, notice %+v", warningCodes(d.Warnings), d.Notice)
	}
	if len(e.Terms.Notice[1].Facts) != 0 || len(d.Event.Terms.Notice[1].Facts) != 0 {
		t.Error("the determination wrote into the terms it was given")
	}
	words := decode[Event](t, violates(conduct, yes,
		`"violation":{"laws":["l"],"assessed":"potential","cmp":"yes","kickback":true}`))
	d, err = words.Determine()
	if got := warningCodes(d.Warnings); err != nil || !slices.Equal(got, []string{"thin_analysis", "agreement_word",
		"element_not_recorded", "element_not_recorded"}) {
		t.Errorf("%v, %v", got, err)
	}
	if !slices.ContainsFunc(d.Duties, func(x Duty) bool {
		return x.Kind == OfferToResolve && strings.Contains(x.Text,
			"$100,000")
	}) {
		t.Errorf("%+v", d.Duties)
	}
	stark := decode[Event](t, violates(conduct, yes, `"violation":{"laws":["42 U.S.C. 1395nn"],"starkOnly":true}`))
	if d, err = stark.Determine(); err != nil || !slices.ContainsFunc(d.Duties, func(x Duty) bool {
		return x.Kind == SubmitToCMS
	}) {
		t.Errorf("%v, %+v", err, d.Duties)
	}
}
