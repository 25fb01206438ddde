// Package reportable says what a provider under an agreement with OIG has to report and by when: reportable events, their
// resolution, and the clocks, notices and checklists of a Corporate Integrity Agreement (CIA) or Integrity Agreement (IA).
// This page is for a compliance officer; no program is needed to read it.
//
// # What it does, and what it does not
//
// You record facts; it says what follows from them, with a reason and a source for every step. It does not decide for you:
// whether an overpayment is substantial, and what a reasonable person would consider a violation, is a judgement on all the
// facts, and somebody has to make and record it. It is no legal advice, and where your agreement says otherwise than OIG's
// FAQ, your agreement counts: put its words into [Terms] and quote the clause.
//
// # The four kinds of reportable event
//
// [Event.Determine] answers reportable, not reportable, or needs analysis.
//
//   - A substantial overpayment. Record what happened, what was overpaid and by whom. A screening threshold ([Screen]) is an
//     optional first step. It never decides, neither above nor below: without a recorded [Analysis] of facts and circumstances,
//     or with one that looks at the threshold alone, the answer is needs analysis. An overpayment that is not substantial
//     still goes back to the payor.
//   - A potential violation of law. The agreement says potential (taken if it is silent) or probable; OIG's FAQ uses both
//     words. What a reasonable person would consider it belongs to the analysis ([Violation].Assessed).
//   - An ineligible person. An exclusion from Medicare or all Federal health care programs decides. Somebody whom only a
//     State's Medicaid program excluded need not be terminated if the person is not excluded from Medicare, as a search of the
//     federal lists shows, and provides no services which that program pays for. Whether that employment has to be reported
//     is a matter of your agreement's definition, so the answer is needs analysis until you say what it is. See [Person.Examine].
//   - A bankruptcy petition, once it is filed.
//
// One event or a series: several occurrences are judged together, and no determination may be older than what it is about.
//
// # What follows
//
// The report to OIG is due 30 days after the day of the determination; its contents are listed, with what your facts say
// already ([NoticeItem]). The FAQ says 30 days but not from when, and has no list of contents: both are what OIG's agreements
// usually say. What was overpaid is due to the payor 60 days after it was identified.
//
// [Resolution.Settle] shows what OIG's general practice comes to if the matter is resolved like a self-disclosure: 1.5 times
// the single damages, or the remuneration where kickbacks are involved; at least $20,000, or $100,000. If you disclose it to
// the Protocol as well, note the CIA in that submission and give your OIG monitor a copy.
//
// # Clocks
//
// [Deadlines.Due] works out due dates, says whether what was done was in time, and what a notice or request lacks: reportable
// events, repayment, extension requests (at least 5 days before the deadline, in writing, with reasons), successor liability
// (at least 30 days before the sale), OIG's 30 days to object to an IRO, and any other clock of your agreement with its clause.
// [Sale.Succession], [ChangeRequest.Examine] and [StipulatedPenalty.Accrue] answer for a sale, for early termination or modification,
// and for penalties per day. [Consequences] lists what a failure can lead to.
//
// One [Calendar] turns dates into due dates. The day of the event is not counted. Days are calendar days, and a due date on a
// weekend or holiday stays there unless you choose otherwise; either way the result says so. [FederalHolidays] are worked out
// by the rule of 5 U.S.C. 6103: observed on the Friday before a Saturday and the Monday after a Sunday, Juneteenth since 2021,
// without Inauguration Day. Dates are civil dates: there is no time of day and no zone in them, so daylight saving cannot move
// one.
//
// # Checklists
//
// [IROQualifications] and [SiteVisitPreparation], with [NewChecklist] for your answers.
//
// # Sources
//
// OIG's CIA FAQ, last updated October 7, 2022, above all; each rule with its citation is in [Rules]. Rules without a date are
// usual wording of OIG's agreements that the FAQ does not state: read them as a default.
//
// # For a program
//
//	event := reportable.Event{Kind: reportable.SubstantialOverpayment, Occurrences: occurrences, Analysis: &analysis}
//	determination, err := event.Determine()
//	if determination.Conclusion == reportable.Reportable { // without an analysis it is NeedsAnalysis, and no clock has started
//		clocks := []reportable.StartedClock{{Clock: reportable.ClockReport, On: determination.Determined}}
//		deadlines, err := reportable.Deadlines{Clocks: clocks}.Due()
//	}
//
// # For the whole module
//
// [Date], [Calendar], [Rule], [Source] and [Clause] are the one form of civil dates, due dates, rules and citations in this
// module. They stand here because a report is where an agreement, a rule and a day first meet; packages errorrate,
// extrapolate, training and iromath, which build on this one, take them from here.
//
// # Errors
//
// Facts that are missing, misplaced or impossible are errors that name the field: [ErrKind], [ErrWord], [ErrFacts],
// [ErrOrder], [ErrAnalysis], [ErrAmount], [ErrDays], [ErrDate], [ErrCalendar], [ErrYear], [ErrClock]. Nothing here reads a
// clock: every day comes from you.
package reportable
