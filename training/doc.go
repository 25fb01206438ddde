// Package training keeps the staff training programme of a small clinic: it plans what is due, tracks what was done, and
// proves it. This page is for the clinic's owner; no program is needed to read it.
//
// # Why a clinic would want it
//
// Under 42 CFR part 1003 OIG can impose a civil money penalty for each violation and an assessment on top. Training works
// on both ends: errors that do not happen are no violations, and a clinic that finds an error, teaches at once and can
// show it, has something to say about how much it is to blame. What cannot be shown does not count, so everything here
// ends in evidence.
//
// It is no legal advice, and a record is no better than what is put into it. Nothing here reads a clock or draws chance
// numbers of its own: days, times and seeds come from you.
//
// # What you record
//
// A [Program] is one record of everything: staff and the roles they hold, the Training Controls Map, modules with
// sign-ins and scores, incidents with their sprints, competency checks, the policy against retaliation and who
// acknowledged it, reported concerns, and the bundles that were written.
//
//   - [ControlsMap]: the codes that bring your revenue and the things of value you give away (waived copays), what people
//     have to be able to do so that neither goes wrong, who has to be able to do it, and what proves it. The owner signs
//     it every year, and again when a service line changes.
//   - [Module]: 10 to 12 minutes, one topic, a script of three steps (what happens, what is right, what is filed), three
//     questions. One a month for each role. A sprint's module counts for its month. 60 days later a figure shows whether
//     it worked.
//   - [Incident]: what was found and when. Within 72 hours a module reaches every role that has to do with it
//     ([Incident.Clock]); the procedure is changed and signed; everybody signs off; two weeks later five charts of each
//     provider are audited and who failed one is coached; figures from before and after; and what was learned is told to
//     all ([Program.Sprint]).
//   - [CompetencyCheck]: five charts of each provider every quarter, drawn with a seed that is kept ([CompetencyDraw]),
//     so that nobody can say they were picked. With fewer than five, all of them. [Program.Competency] sets the outcome
//     beside the training.
//   - [Policy], [Acknowledgment] and [Case]: nobody is punished for speaking up. Everybody acknowledges that every
//     half-year; every concern is triaged and closed with a memo.
//   - [Bundle]: the evidence of a month or an incident as files nobody can change unnoticed. See below.
//
// # What it tells you
//
// [Program.Check] finds everything in the record that cannot be right, at once. [Program.SelfAudit] says for any day
// where the six tasks of the checklist stand (done, due, overdue, or done without evidence), what is missing, and whether
// the programme is in one of five common pitfalls. [Program.Plan] lists what is due by when. [Lessons] turns the errors
// of a claims review into next month's modules, the most expensive first. [Metrics] compares before and after; whether
// the error rate really changed is decided by Fisher's exact test. [Penalty] shows what a number of violations would come
// to with your figures, and [Program.FactorView] which piece of evidence speaks to which factor that OIG considers.
//
// # How days and hours are counted
//
// Months, quarters and half-years are those of the calendar. A year is to the same day of the next year, from February 29
// to February 28. The day of an event is not counted: 60 days from March 1 end on April 30, and that day is still in
// time. Weekends and holidays shift nothing. The 72 hours are hours of absolute time: when clocks are put forward or back
// they last as long as ever, and exactly 72 hours is in time. Late is late: nothing done later makes it in time again. What
// comes before its turn does not count: an audit, error data from after, or what was learned, before the module had reached
// every relevant role. On the day of deployment errors may be counted as those before or those after. A day is the whole
// day, at the offset from UTC that the incident's own time was written with.
//
// The source leaves some things open, and these are choices of this package: a bundle is overdue when the quarter has
// ended in which it should have been written, since the quarterly spot check would find it; a provider with a failed
// chart counts as an outlier; the change of the procedure and the sign-offs share the 72 hours; error data and what was
// learned are due with the follow-up audit; what was learned tells of the changed procedure and does not count before it; a
// concern that waits for triage is due, never overdue, because no time is given for it.
//
// # The bundle
//
// [Program.Evidence] gathers it, [Bundle.Write] writes it: files named date_topic_kind_nn.ext, all read-only, an index by
// date and by topic, and manifest.sha256 with the SHA-256 hash of each. The digest of the manifest is what Write returns.
// Keep it where nobody who can reach the bundle can reach it (with your counsel, in an e-mail to yourself): with it
// [VerifyBundle] finds any file that was changed, is missing or was added. Without this package, sha256sum -c manifest.sha256
// finds those that were changed or are missing. A spot check every quarter is one call of [VerifyBundle]. Names are made, never
// taken over, so that no name can lead out of the folder.
//
// # What is cited where
//
// Tasks and pitfalls come from an article, "Staff Training Programs That Protect Small Clinics from CMP Penalties". The
// CFR references of its checklist are quoted as worded there. Its title cites 42 CFR 1003.131; part 1003 has no such
// section. Subpart A goes from 1003.100 to 1003.160, and the factors that the article speaks of are those of 42 CFR
// 1003.140(a), "Determinations regarding the amount of penalties and assessments and the period of exclusion", which
// [Factors] holds in our words. One thing the article does not say: as 1003.140(a)(2) has it, corrective action that
// mitigates must include a disclosure to OIG through the Self-Disclosure Protocol. Training helps; by itself it is not
// that. Paragraphs (b) and following (ability to pay, how circumstances are weighed) are not modelled. The 60 days for
// refunds are those of 42 U.S.C. 1320a-7k(d).
//
// [Rules] holds every rule that is counted by, with its citation.
//
// # For a program
//
// A [Program] is kept as JSON.
//
//	err := json.Unmarshal(data, &program)
//	audit, err := program.SelfAudit(day)
//	bundle, err := program.Evidence(training.EvidenceRequest{Month: "2026-03", Made: now})
//	files, err := bundle.Write(folder) // keep files.Digest elsewhere
//
// # Errors
//
// What cannot be right gives [ProgramErrors], which name each field and wrap [ErrProgram] and what is wrong with it:
// [ErrMissing], [ErrWord], [ErrDate], [ErrReference], [ErrRepeated], [ErrScore], [ErrCount], [ErrAmount], [ErrName],
// [ErrText], [ErrSelection], [ErrDigest]. Beside them [ErrWrite] and [ErrRead] for folders, and those of packages
// sampling and errorrate.
package training
