package iromath

import (
	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/reportable"
)

// contentsRequest asks for the contents of a report, with answers where there are some.
type contentsRequest struct {
	Report  extrapolate.ReportKind       `json:"report"`
	Answers []reportable.ChecklistAnswer `json:"answers,omitempty"`
}

// basesCalculations are what stands beside the extrapolation of a review: other bases, deadlines and calendars,
// comparisons, and the checks that a court asks for.
func basesCalculations() []Calculation {
	return []Calculation{
		calculation("extrapolate.basis",
			"What a reviewed sample comes to on another basis than the agreement's: OIG's auditors, a self-disclosure, Medicare's "+
				"contractors, a payor that allows netting.",
			"OIG Self-Disclosure Protocol, April 17, 2013 and November 8, 2021; CMS Medicare Program Integrity Manual, ch. 8, "+
				"8.4.5.1; practice of OIG's Office of Audit Services; "+oigFAQ,
			`{"basis":"program_integrity_manual","universe":500,"claims":`+claimsSample+`}`,
			extrapolate.Alternative.Appraise),
		calculation("extrapolate.clock",
			"By when an overpayment has to be reported and returned, with suspensions of the deadline, a cost report and the "+
				"lookback period.",
			"42 U.S.C. 1320a-7k(d); 42 CFR 401.305 as of 2016 and as of 2025",
			`{"identified":"2026-01-10","suspensions":[{"kind":"investigation","from":"2026-01-20","through":"2026-05-10"}]}`,
			extrapolate.OverpaymentClock.Deadline),
		calculation("extrapolate.calendar",
			"The review periods of an agreement, the due dates of its reports, and the last days to ask for an extension.",
			oigFAQ+"; the days of reports are the agreement's",
			`{"protocol":"quarterly","first":"2026-07-01","periods":4,"reports":[{"report":"claims_review_report","days":60,`+
				`"clause":{"parameter":"days","quote":"within 60 days after the end of each quarter","source":"appendix B"}},`+
				`{"report":"annual_report","days":60}]}`,
			extrapolate.ReviewCalendar.Schedule),
		calculation("extrapolate.contents",
			"What an implementation report, an annual report, a claims review report or a systems review report contains, and what "+
				"is still open.",
			oigFAQ+", and usual wording of OIG's agreements",
			`{"report":"claims_review_report","answers":[{"id":"methodology","met":"yes","evidence":"section 2"}]}`,
			func(q contentsRequest) (reportable.Checklist, error) {
				list, err := extrapolate.ReportContents(q.Report)
				if err != nil {
					return reportable.Checklist{}, err
				}
				return reportable.NewChecklist(list, q.Answers)
			}),
		longCalculation("extrapolate.scrutiny",
			"The checks that a court asks for: precision, overpaid claims, skewness, one claim left out, simulated coverage of the "+
				"interval, minimum sum method.",
			"Cochran, Sampling Techniques (1977), sec. 2.15; Edwards et al., Health Services & Outcomes Research Methodology 4 "+
				"(2003), 241-263; "+manualUnrestricted,
			`{"universe":500,"precision":"0.25","seed":"dice 3 1 6 6 2","claims":`+claimsSample+`}`,
			extrapolate.Scrutiny.ExamineContext),
		longCalculation("review.compare",
			"Several reviews of one agreement compared: claims in error by Fisher's exact test, dollar error rates by a permutation "+
				"test.",
			"Fisher, Statistical Methods for Research Workers (1934), sec. 21.02; Pitman, Supplement to the Journal of the Royal "+
				"Statistical Society 4 (1937), 119-130",
			`{"reviews":[{"label":"2025","claims":`+claimsSample+`},{"label":"2026","claims":[`+
				`{"number":1,"id":"B-1","paid":"110.00","correct":"110.00","documentation":"complete"},`+
				`{"number":2,"id":"B-2","paid":"240.00","correct":"240.00","documentation":"complete"},`+
				`{"number":3,"id":"B-3","paid":"75.00","correct":"60.00","documentation":"complete"},`+
				`{"number":4,"id":"B-4","paid":"90.00","correct":"90.00","documentation":"complete"}]}]}`,
			extrapolate.ReviewComparison.CompareContext),
	}
}
