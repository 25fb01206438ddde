package reportable

import "strings"

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
	conclusion  Conclusion
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
	{"excluded, an analysis that stays open is no determination", ineligible(person(excluded), undone), Reportable,
		"excluded_federally", ""},
	{"excluded, determined after an analysis that stayed open", ineligible(person(excluded), undone,
		`"determined":"2026-06-20"`), Reportable, "excluded_federally", "2026-07-20"},
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
	{"the same, definition takes it in whatever they are", ineligible(stateOnly("", "2026-06-01", ""),
		`"determined":"2026-06-15","terms":{"stateExclusion":"yes"}`), Reportable, "state_only_definition", "2026-07-15"},
	{"federal lists not searched, definition takes it in", ineligible(stateOnly("no", "", ""),
		`"determined":"2026-06-15","terms":{"stateExclusion":"yes"}`), Reportable, "state_only_definition", "2026-07-15"},
	{"services paid by it, definition does not take it in", ineligible(stateOnly("yes", "2026-06-01", ""),
		`"terms":{"stateExclusion":"no"}`), NeedsAnalysis, "definition_contradicts", ""},
	{"State Medicaid, federal lists not searched", ineligible(stateOnly("no", "", "")), NeedsAnalysis,
		"medicare_not_checked", ""},
	{"State Medicaid, federal lists searched on its first day", ineligible(stateOnly("no", "2026-01-01", "")),
		NeedsAnalysis, "state_only", ""},
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
