// The JSON contract of iromath. Generated from the Go types by internal/contract; do not edit.

/** A decimal number as text, of any size and in full: "1234.5", "-0.07". */
export type Decimal = string;
/** A decimal number in a request: as text, which keeps every digit, or as a number. */
export type DecimalInput = string | number;
/** A day: "2026-11-22". */
export type CivilDate = string;
/** A point in time (RFC 3339): "2026-11-22T09:30:00Z". */
export type Timestamp = string;
/** Bytes in base64. */
export type Base64 = string;

/** The calculations by name, each with the form of its request and of its result. */
export interface Contract {
  /**
   * An agreement with every parameter stated.
   *
   * Source: OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022
   */
  "agreement": { request: AgreementInput; result: Agreement };
  /**
   * The share of items with a characteristic in a universe of unknown size, with the limits of Clopper and Pearson.
   *
   * Source: Clopper & Pearson, Biometrika 26 (1934), 404-413
   */
  "appraisal.attribute.binomial": { request: AttributeBinomial; result: AttributeBinomialResult };
  /**
   * How many items have a characteristic, from an RHC sample of primary units, of secondary units in them, and
   * items in these.
   *
   * Source: Rao, Hartley and Cochran (1962); RAT-STATS Companion Manual 2-36 to 2-61
   */
  "appraisal.attribute.rhc_three_stage": { request: AttributeRHCThreeStageInput; result: AttributeRHCThreeStageResult };
  /**
   * The design in the two files of RAT-STATS' RHC three stage attribute appraisal.
   *
   * Source: RAT-STATS User's Guide 3-51 to 3-53
   */
  "appraisal.attribute.rhc_three_stage.read": { request: CountFilesRequest; result: AttributeRHCThreeStage };
  /**
   * How many items have a characteristic, from an RHC sample of primary units and items in each.
   *
   * Source: Rao, Hartley and Cochran (1962); RAT-STATS Companion Manual 2-28 to 2-35
   */
  "appraisal.attribute.rhc_two_stage": { request: AttributeRHCTwoStageInput; result: AttributeRHCTwoStageResult };
  /**
   * The design in the two files of RAT-STATS' RHC two stage attribute appraisal.
   *
   * Source: RAT-STATS User's Guide 3-40 to 3-42
   */
  "appraisal.attribute.rhc_two_stage.read": { request: CountFilesRequest; result: AttributeRHCTwoStage };
  /**
   * How many items of a universe have a characteristic, from a simple random sample of each stratum, with limits.
   *
   * Source: RAT-STATS Companion Manual 2-6 to 2-10
   */
  "appraisal.attribute.stratified": { request: AttributeStratifiedInput; result: AttributeStratifiedResult };
  /**
   * The stratified sample in a RAT-STATS file: universe, sample size and items with the characteristic on each
   * line.
   *
   * Source: RAT-STATS User's Guide 3-14
   */
  "appraisal.attribute.stratified.read": { request: TextRequest; result: AttributeStratified };
  /**
   * How many items have a characteristic, from clusters sampled within strata, all items of a cluster reviewed.
   *
   * Source: RAT-STATS Companion Manual 2-62 to 2-67
   */
  "appraisal.attribute.stratified_cluster": { request: AttributeStratifiedClusterInput; result: AttributeStratifiedClusterResult };
  /**
   * The strata and clusters in a RAT-STATS data file of counts.
   *
   * Source: RAT-STATS User's Guide 3-65, 3-66
   */
  "appraisal.attribute.stratified_cluster.read": { request: TextRequest; result: AttributeStratifiedCluster };
  /**
   * How many items have a characteristic, from proportions and standard errors of strata that were appraised
   * before.
   *
   * Source: RAT-STATS Companion Manual 2-68 to 2-74
   */
  "appraisal.attribute.stratified_multistage": { request: AttributeStratifiedMultistageInput; result: AttributeStratifiedMultistageResult };
  /**
   * The percentages, standard errors and universes in a RAT-STATS data file.
   *
   * Source: RAT-STATS User's Guide 3-75, 3-76
   */
  "appraisal.attribute.stratified_multistage.read": { request: TextRequest; result: AttributeStratifiedMultistage };
  /**
   * How many items of a universe have a characteristic, from a sample of primary and secondary units and of items.
   *
   * Source: RAT-STATS Companion Manual 2-19 to 2-27
   */
  "appraisal.attribute.three_stage": { request: AttributeThreeStageInput; result: AttributeThreeStageResult };
  /**
   * The three-stage sample in a RAT-STATS file: each primary unit followed by its secondary ones.
   *
   * Source: RAT-STATS User's Guide 3-31
   */
  "appraisal.attribute.three_stage.read": { request: TextRequest; result: AttributeThreeStage };
  /**
   * How many items of a universe have a characteristic, from a sample of primary units and of the items of each,
   * with limits.
   *
   * Source: RAT-STATS Companion Manual 2-11 to 2-18
   */
  "appraisal.attribute.two_stage": { request: AttributeTwoStageInput; result: AttributeTwoStageResult };
  /**
   * The two-stage sample in a RAT-STATS file: universe, sample size and items with the characteristic on each line.
   *
   * Source: RAT-STATS User's Guide 3-23
   */
  "appraisal.attribute.two_stage.read": { request: TextRequest; result: AttributeTwoStage };
  /**
   * The number of items with a characteristic from a simple random sample, with exact hypergeometric limits.
   *
   * Source: RAT-STATS Companion Manual 2-2 to 2-5, 4-29
   */
  "appraisal.attribute.unrestricted": { request: AttributeUnrestricted; result: AttributeUnrestrictedResult };
  /**
   * The percentile of Student's t or the normal distribution for a two-sided or one-sided confidence level, 20
   * significant digits.
   *
   * Source: RAT-STATS Companion Manual 3-7; Abramowitz & Stegun ch. 26
   */
  "appraisal.percentile": { request: PercentileRequest; result: AppraisalConfidence };
  /**
   * The total of a value from its difference to another one whose total is known: what should have been paid from
   * what was.
   *
   * Source: Cochran, Sampling Techniques (1977), sec. 7.2, 7.9
   */
  "appraisal.variable.difference_estimator": { request: VariableDifferenceEstimator; result: VariableAuxiliaryResult };
  /**
   * A lower limit of the total overpayment that holds for every distribution: the minimum sum method.
   *
   * Source: Edwards et al., Health Services & Outcomes Research Methodology 4 (2003), 241-263
   */
  "appraisal.variable.minimum_sum": { request: VariableMinimumSum; result: VariableMinimumSumResult };
  /**
   * The total of a universe from one sample whose items were told apart by strata afterwards.
   *
   * Source: RAT-STATS Companion Manual 3-91 to 3-98; Cochran, Sampling Techniques (1977), sec. 5A.9
   */
  "appraisal.variable.post_stratified": { request: VariablePostStratifiedInput; result: VariablePostStratifiedResult };
  /**
   * The strata and the items in the two RAT-STATS files of post stratification.
   *
   * Source: RAT-STATS User's Guide 4-146 to 4-148
   */
  "appraisal.variable.post_stratified.read": { request: FilesRequest; result: VariablePostStratified };
  /**
   * The total of a universe from units drawn with probability proportional to size, such as a monetary unit sample.
   *
   * Source: Hansen and Hurwitz (1943); Horvitz and Thompson (1952); Cochran, Sampling Techniques (1977), sec. 9A.3,
   * 9A.7
   */
  "appraisal.variable.pps": { request: VariablePPS; result: VariablePPSResult };
  /**
   * The total of a value from its ratio to another one whose total is known, such as the amounts paid; strata
   * combined or separate.
   *
   * Source: Cochran, Sampling Techniques (1977), sec. 6.2 to 6.4, 6.10, 6.11
   */
  "appraisal.variable.ratio": { request: VariableRatio; result: VariableAuxiliaryResult };
  /**
   * The sample in a RAT-STATS data file: one sampled item on each line, a line number and one or two amounts or
   * columns of your own.
   *
   * Source: RAT-STATS User's Guide 4-7, 4-8
   */
  "appraisal.variable.read": { request: DataFileRequest; result: VariableSample };
  /**
   * The total of a value along its regression line on another one whose total is known, with the slope of the
   * sample or a fixed one.
   *
   * Source: Cochran, Sampling Techniques (1977), sec. 7.2 to 7.4, 7.9, 7.10
   */
  "appraisal.variable.regression": { request: VariableRegression; result: VariableAuxiliaryResult };
  /**
   * The total of amounts, from an RHC sample of primary units, of secondary units in them, and items in these.
   *
   * Source: Rao, Hartley and Cochran (1962); RAT-STATS Companion Manual 3-48 to 3-76
   */
  "appraisal.variable.rhc_three_stage": { request: VariableRHCThreeStageInput; result: VariableRHCThreeStageResult };
  /**
   * The design in the two files of RAT-STATS' RHC three stage variable appraisal.
   *
   * Source: RAT-STATS User's Guide 4-100 to 4-106
   */
  "appraisal.variable.rhc_three_stage.read": { request: FilesRequest; result: VariableRHCThreeStage };
  /**
   * The total of amounts, from an RHC sample of primary units and items in each.
   *
   * Source: Rao, Hartley and Cochran (1962); RAT-STATS Companion Manual 3-35 to 3-47
   */
  "appraisal.variable.rhc_two_stage": { request: VariableRHCTwoStageInput; result: VariableRHCTwoStageResult };
  /**
   * The design in the two files of RAT-STATS' RHC two stage variable appraisal.
   *
   * Source: RAT-STATS User's Guide 4-78 to 4-83
   */
  "appraisal.variable.rhc_two_stage.read": { request: FilesRequest; result: VariableRHCTwoStage };
  /**
   * The total of a universe of amounts from a simple random sample of each stratum, with limits.
   *
   * Source: RAT-STATS Companion Manual 3-8 to 3-16
   */
  "appraisal.variable.stratified": { request: VariableStratifiedInput; result: VariableStratifiedResult };
  /**
   * The stratified sample in RAT-STATS' two files: the sizes of the strata, and the values of all items.
   *
   * Source: RAT-STATS User's Guide 4-21 to 4-25
   */
  "appraisal.variable.stratified.read": { request: FilesRequest; result: VariableStratified };
  /**
   * The total of a universe from clusters sampled within strata, all items of a cluster reviewed.
   *
   * Source: RAT-STATS Companion Manual 3-77 to 3-81
   */
  "appraisal.variable.stratified_cluster": { request: VariableStratifiedClusterInput; result: VariableStratifiedClusterResult };
  /**
   * The strata and clusters in a RAT-STATS data file of dollars.
   *
   * Source: RAT-STATS User's Guide 4-124 to 4-126
   */
  "appraisal.variable.stratified_cluster.read": { request: TextRequest; result: VariableStratifiedCluster };
  /**
   * The total of strata from the point estimates and standard errors of appraisals of their own.
   *
   * Source: RAT-STATS Companion Manual 3-82 to 3-90
   */
  "appraisal.variable.stratified_multistage": { request: VariableStratifiedMultistageInput; result: VariableStratifiedMultistageResult };
  /**
   * The point estimates and standard errors in a RAT-STATS data file.
   *
   * Source: RAT-STATS User's Guide 4-137
   */
  "appraisal.variable.stratified_multistage.read": { request: TextRequest; result: VariableStratifiedMultistage };
  /**
   * The Stringer bound: an upper limit of the total from a monetary unit sample with few or no wrong units.
   *
   * Source: Stringer (1963); Bickel, International Statistical Review 60 (1992), 197-209
   */
  "appraisal.variable.stringer": { request: VariableStringerBound; result: VariableStringerResult };
  /**
   * The total of a universe of amounts from a sample of primary and secondary units and of items, with limits.
   *
   * Source: RAT-STATS Companion Manual 3-24 to 3-34
   */
  "appraisal.variable.three_stage": { request: VariableThreeStageInput; result: VariableThreeStageResult };
  /**
   * The three-stage sample in RAT-STATS' three files: primary units, secondary units, and the values of all items.
   *
   * Source: RAT-STATS User's Guide 4-57 to 4-63
   */
  "appraisal.variable.three_stage.read": { request: ThreeStageFilesRequest; result: VariableThreeStage };
  /**
   * The total of a universe of amounts from a sample of primary units and of the items of each, with limits.
   *
   * Source: RAT-STATS Companion Manual 3-17 to 3-23
   */
  "appraisal.variable.two_stage": { request: VariableTwoStageInput; result: VariableTwoStageResult };
  /**
   * The two-stage sample in RAT-STATS' two files: the sizes of the primary units, and the values of all items.
   *
   * Source: RAT-STATS User's Guide 4-39 to 4-43
   */
  "appraisal.variable.two_stage.read": { request: FilesRequest; result: VariableTwoStage };
  /**
   * The total of items whose number is not known, from a sample of the units that hold them and one of the items.
   *
   * Source: RAT-STATS Companion Manual 3-99 to 3-106; Goodman, JASA 55 (1960), 708-713
   */
  "appraisal.variable.unknown_universe": { request: VariableUnknownUniverse; result: VariableUnknownUniverseResult };
  /**
   * The total of a universe from a simple random sample of amounts, with limits.
   *
   * Source: RAT-STATS Companion Manual 3-2 to 3-7
   */
  "appraisal.variable.unrestricted": { request: VariableUnrestricted; result: VariableUnrestrictedResult };
  /**
   * The net financial error rate of reviewed claims and whether it meets the threshold.
   *
   * Source: OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022
   */
  "errorrate": { request: ErrorRateSampleInput; result: ErrorRateResult };
  /**
   * The reviewed claims in a CSV file.
   *
   * Source: OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022
   */
  "errorrate.read": { request: ReviewedFileRequest; result: ReviewedFileResult };
  /**
   * The overpayment of a population from a reviewed sample, at the point estimate with limits beside it.
   *
   * Source: OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022; RAT-STATS Companion Manual 3-2 to
   * 3-7
   */
  "extrapolate": { request: ExtrapolateSampleInput; result: ExtrapolateExtrapolation };
  /**
   * What a reviewed sample comes to on another basis than the agreement's: OIG's auditors, a self-disclosure,
   * Medicare's contractors, a payor that allows netting.
   *
   * Source: OIG Self-Disclosure Protocol, April 17, 2013 and November 8, 2021; CMS Medicare Program Integrity
   * Manual, ch. 8, 8.4.5.1; practice of OIG's Office of Audit Services; OIG Corporate Integrity Agreement FAQ, last
   * updated October 7, 2022
   */
  "extrapolate.basis": { request: ExtrapolateAlternative; result: ExtrapolateAlternativeResult };
  /**
   * The review periods of an agreement, the due dates of its reports, and the last days to ask for an extension.
   *
   * Source: OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022; the days of reports are the
   * agreement's
   */
  "extrapolate.calendar": { request: ExtrapolateReviewCalendar; result: ExtrapolateReviewSchedule };
  /**
   * By when an overpayment has to be reported and returned, with suspensions of the deadline, a cost report and the
   * lookback period.
   *
   * Source: 42 U.S.C. 1320a-7k(d); 42 CFR 401.305 as of 2016 and as of 2025
   */
  "extrapolate.clock": { request: ExtrapolateOverpaymentClock; result: ExtrapolateOverpaymentDeadline };
  /**
   * What an implementation report, an annual report, a claims review report or a systems review report contains,
   * and what is still open.
   *
   * Source: OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022, and usual wording of OIG's
   * agreements
   */
  "extrapolate.contents": { request: ContentsRequest; result: ReportableChecklist };
  /**
   * What is to be repaid after a review, to whom and by when.
   *
   * Source: OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022; 42 U.S.C. 1320a-7k(d); 42 CFR
   * 401.305
   */
  "extrapolate.obligations": { request: ExtrapolateRepayment; result: ExtrapolateObligations };
  /**
   * The rules on repayment with citations, all of them or those in force on a day.
   *
   * Source: OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022; 42 U.S.C. 1320a-7k(d); 42 CFR
   * 401.301-305
   */
  "extrapolate.rules": { request: RuleRequest; result: ReportableRule[] };
  /**
   * The checks that a court asks for: precision, overpaid claims, skewness, one claim left out, simulated coverage
   * of the interval, minimum sum method.
   *
   * Source: Cochran, Sampling Techniques (1977), sec. 2.15; Edwards et al., Health Services & Outcomes Research
   * Methodology 4 (2003), 241-263; RAT-STATS Companion Manual 3-2 to 3-7
   */
  "extrapolate.scrutiny": { request: ExtrapolateScrutiny; result: ExtrapolateScrutinyResult };
  /**
   * What OIG's FAQ says to a request to end an agreement early or to modify it.
   *
   * Source: OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022, "Early Termination of a CIA"
   */
  "reportable.change_request": { request: ReportableChangeRequest; result: ReportableChangeFinding };
  /**
   * The clocks of an agreement as data: days, from which act, contents of the notice, source.
   *
   * Source: OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022
   */
  "reportable.clocks": { request: NoRequest; result: ReportableClock[] };
  /**
   * Due dates of the clocks of an agreement, whether they were met, and what a notice or request lacks.
   *
   * Source: OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022; 42 U.S.C. 1320a-7k(d)
   */
  "reportable.deadlines": { request: ReportableDeadlines; result: ReportableDeadline[] };
  /**
   * Whether a matter is a reportable event: status, reasons, last day to report, contents of the report, duties.
   *
   * Source: OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022, "Reporting of Overpayments",
   * "Reportable Events", "Ineligible Persons"
   */
  "reportable.determine": { request: ReportableEventInput; result: ReportableDetermination };
  /**
   * A number of days after or before a day, with weekends and federal holidays as chosen.
   *
   * Source: 5 U.S.C. 6103; Executive Order 11582; Federal Rules of Civil Procedure 6(a) for onward
   */
  "reportable.due_date": { request: DueRequest; result: ReportableDue };
  /**
   * The federal holidays observed in a year.
   *
   * Source: 5 U.S.C. 6103; Executive Order 11582
   */
  "reportable.federal_holidays": { request: YearRequest; result: ReportableHoliday[] };
  /**
   * Whether an employee or contractor is ineligible and has to be removed; State Medicaid exclusions as the FAQ
   * distinguishes them.
   *
   * Source: OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022, "Ineligible Persons"
   */
  "reportable.ineligible_person": { request: PersonRequest; result: ReportablePersonFinding };
  /**
   * The checklist of the qualifications of an IRO, with answers.
   *
   * Source: OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022, "Selecting an Independent Review
   * Organization"
   */
  "reportable.iro_qualifications": { request: CheckRequest; result: ReportableChecklist };
  /**
   * What the report of a kind of reportable event usually contains.
   *
   * Source: usual wording of OIG's corporate integrity agreements; the FAQ has no list
   */
  "reportable.notice": { request: KindRequest; result: ReportableNoticeItem[] };
  /**
   * What OIG's general practice comes to when a reportable event is resolved like a self-disclosure.
   *
   * Source: OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022, "Reportable Events"; OIG Health
   * Care Fraud Self-Disclosure Protocol, November 8, 2021
   */
  "reportable.resolution": { request: ReportableResolutionInput; result: ReportableSettlement };
  /**
   * The rules on reportable events and clocks with citations, all of them or those in force on a day.
   *
   * Source: OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022; 42 U.S.C. 1320a-7k(d); 42 CFR
   * 401.301-305; 5 U.S.C. 6103
   */
  "reportable.rules": { request: RuleRequest; result: ReportableRule[] };
  /**
   * The list to prepare a site visit of OIG with, with answers.
   *
   * Source: OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022, "OIG Site Visits"
   */
  "reportable.site_visit": { request: VisitRequest; result: ReportableChecklist };
  /**
   * What the stipulated penalty per day comes to for an obligation that was not met in time.
   *
   * Source: OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022, "Consequences for Failure to
   * Comply"
   */
  "reportable.stipulated_penalty": { request: ReportableStipulatedPenaltyInput; result: ReportableAccrual };
  /**
   * Whether the agreement binds the purchaser of a business, and the request for a determination.
   *
   * Source: OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022, "Successor Liability"
   */
  "reportable.successor_liability": { request: ReportableSale; result: ReportableSuccession };
  /**
   * A whole claims review: the next claims to pull, or the report.
   *
   * Source: OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022
   */
  "review": { request: ReviewRequest; result: ReviewResult };
  /**
   * Several reviews of one agreement compared: claims in error by Fisher's exact test, dollar error rates by a
   * permutation test.
   *
   * Source: Fisher, Statistical Methods for Research Workers (1934), sec. 21.02; Pitman, Supplement to the Journal
   * of the Royal Statistical Society 4 (1937), 119-130
   */
  "review.compare": { request: ExtrapolateReviewComparison; result: ExtrapolateReviewComparisonResult };
  /**
   * The determinations in a CSV file, those of a worklist or all.
   *
   * Source: OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022
   */
  "review.determinations": { request: DeterminationFileRequest; result: DeterminationFileResult };
  /**
   * The sampling frame in a claims file in CSV: its claims, and what became of every row.
   *
   * Source: OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022
   */
  "review.frame": { request: FrameFileRequest; result: FrameFileResult };
  /**
   * Runs a saved review again and answers for every figure of its results.
   *
   * Source: OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022; RAT-STATS User's Guide and
   * Companion Manual
   */
  "review.replay": { request: ReplayRequest; result: Verification };
  /**
   * The report of a finished claims review, which can be printed.
   *
   * Source: OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022
   */
  "review.report": { request: ReviewRequest; result: Report };
  /**
   * The overpaid claims of a review without a walk-through as a CSV file to fill in.
   *
   * Source: OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022
   */
  "review.systems_worklist": { request: ReviewRequest; result: TextResult };
  /**
   * Verifies what an IRO reports: an answer for every figure, and the error behind those that differ.
   *
   * Source: OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022; RAT-STATS User's Guide and
   * Companion Manual
   */
  "review.verify": { request: ReportedRequest; result: Verification };
  /**
   * A walk-through of an overpaid claim held against its rules: the point where the error arose.
   *
   * Source: OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022
   */
  "review.walkthrough": { request: WalkThrough; result: WalkThrough };
  /**
   * The walk-throughs of overpaid claims in a CSV file, those of a worklist or all.
   *
   * Source: OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022
   */
  "review.walkthroughs": { request: WalkThroughFileRequest; result: WalkThroughFileResult };
  /**
   * The claims that a review asks for as a CSV file to fill in.
   *
   * Source: OIG Corporate Integrity Agreement FAQ, last updated October 7, 2022
   */
  "review.worklist": { request: ReviewRequest; result: TextResult };
  /**
   * The smallest sizes whose exact interval of a share in error is not wider than a range.
   *
   * Source: RAT-STATS Companion Manual 4-22 to 4-31, User's Guide 5-29 to 5-33
   */
  "samplesize.attribute": { request: SampleSizeAttribute; result: SampleSizeAttributeTable };
  /**
   * The exact intervals that sample sizes give if they find the share in error that is anticipated: data for a
   * plot.
   *
   * Source: RAT-STATS Companion Manual 4-29
   */
  "samplesize.attribute.curve": { request: AttributeCurveRequest; result: AttributeCurveResult };
  /**
   * The exact interval that a sample size gives if it finds the share in error that is anticipated.
   *
   * Source: RAT-STATS Companion Manual 4-29
   */
  "samplesize.attribute.interval": { request: AttributeIntervalRequest; result: SampleSizeAttributeInterval };
  /**
   * The smallest sizes whose one-sided upper limit of a share in error stays within a limit.
   *
   * Source: RAT-STATS User's Guide 3-7; AICPA Audit Guide, Audit Sampling
   */
  "samplesize.attribute_limit": { request: SampleSizeAttributeLimit; result: SampleSizeAttributeLimitTable };
  /**
   * The one-sided upper limit that a sample size gives if it finds the share in error that is expected.
   *
   * Source: RAT-STATS User's Guide 3-7
   */
  "samplesize.attribute_limit.upper": { request: UpperLimitRequest; result: SampleSizeUpperLimit };
  /**
   * Boundaries of strata by the cumulative root frequency rule.
   *
   * Source: Dalenius & Hodges (1959); Cochran, Sampling Techniques (1977), sec. 5A.7
   */
  "samplesize.boundaries": { request: SampleSizeRootFrequency; result: SampleSizeBoundaries };
  /**
   * The precision of many sample sizes, by the mean and standard deviation of a probe sample: data for a plot.
   *
   * Source: RAT-STATS Companion Manual 3-6, 3-7
   */
  "samplesize.curve": { request: CurveRequest; result: CurveResult };
  /**
   * The smallest sizes that find at least one error if a share or number of the universe is in error.
   *
   * Source: Arkin, Handbook of Sampling for Auditing and Accounting (1984); exact hypergeometric
   */
  "samplesize.discovery": { request: SampleSizeDiscovery; result: SampleSizeDiscoveryTable };
  /**
   * The chance that a sample size finds at least one of so many errors.
   *
   * Source: Arkin, Handbook of Sampling for Auditing and Accounting (1984); exact hypergeometric
   */
  "samplesize.discovery.chance": { request: ChanceRequest; result: ChanceResult };
  /**
   * Sample sizes from an expected error rate and the reported amounts.
   *
   * Source: RAT-STATS Companion Manual 4-7 to 4-10
   */
  "samplesize.error_rate": { request: SampleSizeErrorRate; result: SampleSizeErrorRateTable };
  /**
   * The precision of many sample sizes, by an expected error rate and the reported amounts: data for a plot.
   *
   * Source: RAT-STATS Companion Manual 3-6, 3-7, 4-10
   */
  "samplesize.error_rate.curve": { request: RateCurveRequest; result: CurveResult };
  /**
   * The precision that a sample size gives, by an expected error rate and the reported amounts.
   *
   * Source: RAT-STATS Companion Manual 3-6, 3-7, 4-10
   */
  "samplesize.error_rate.precision": { request: RatePrecisionRequest; result: SampleSizeExpected };
  /**
   * The precision that a sample size gives, by the mean and standard deviation of a probe sample.
   *
   * Source: RAT-STATS Companion Manual 3-6, 3-7
   */
  "samplesize.precision": { request: PrecisionRequest; result: SampleSizeExpected };
  /**
   * Full sample sizes from the overpayments of a probe (discovery) sample.
   *
   * Source: RAT-STATS Companion Manual 4-2 to 4-6
   */
  "samplesize.probe": { request: SampleSizeProbe; result: SampleSizeProbeTable };
  /**
   * The smallest sample size whose t interval is within a precision, by the mean and standard deviation of a probe
   * sample.
   *
   * Source: RAT-STATS Companion Manual 3-6, 3-7, solved for n
   */
  "samplesize.probe.reaching": { request: ReachingRequest; result: ReachingResult };
  /**
   * The overpayments in RAT-STATS' text file of a probe sample.
   *
   * Source: RAT-STATS User's Guide 5-3
   */
  "samplesize.probe.read": { request: FileRequest; result: OverpaymentsResult };
  /**
   * Sample sizes of strata that give a precision together.
   *
   * Source: RAT-STATS Companion Manual 4-11 to 4-13, 4-20
   */
  "samplesize.stratified": { request: SampleSizeStratified; result: SampleSizeStratifiedTable };
  /**
   * The precision that given sizes of strata give together.
   *
   * Source: RAT-STATS Companion Manual 4-19, 4-21
   */
  "samplesize.stratified.precision": { request: StrataPrecisionRequest; result: SampleSizeExpected };
  /**
   * A given sample size divided among strata, and the precision that it gives.
   *
   * Source: RAT-STATS Companion Manual 4-16 to 4-19
   */
  "samplesize.stratified_known": { request: SampleSizeStratifiedKnown; result: SampleSizeStratifiedSizes };
  /**
   * Runs, chi-square and serial test of numbers in the order of selection, as diagnostics.
   *
   * Source: Wald & Wolfowitz (1940); Knuth, The Art of Computer Programming 2, 3.3
   */
  "sampling.diagnose": { request: SamplingRandomnessTests; result: SamplingRandomnessResult };
  /**
   * More units after a selection, as if all had been drawn at once.
   *
   * Source: RAT-STATS Companion Manual 1-2, User's Guide 2-4 to 2-13
   */
  "sampling.draw_on": { request: DrawOnRequestSelection; result: SamplingSelection };
  /**
   * More items of several frames after a selection, as if all had been drawn at once.
   *
   * Source: RAT-STATS Companion Manual 1-6, 1-7, User's Guide 2-45 to 2-54
   */
  "sampling.draw_on.frames": { request: DrawOnRequestFramesSelection; result: SamplingFramesSelection };
  /**
   * More items of sub-frames of several frames after a selection, as if all had been drawn at once.
   *
   * Source: RAT-STATS Companion Manual 1-8 to 1-10, User's Guide 2-55 to 2-65
   */
  "sampling.draw_on.frames_of_two": { request: DrawOnRequestFramesOfTwoSelection; result: SamplingFramesOfTwoSelection };
  /**
   * More sets of two, three or four numbers after a selection, as if all had been drawn at once.
   *
   * Source: RAT-STATS Companion Manual 1-3 to 1-5, User's Guide 2-14 to 2-44
   */
  "sampling.draw_on.sets": { request: DrawOnRequestSetsSelection; result: SamplingSetsSelection };
  /**
   * More ids selected by SHA-256 tickets, out of the spares after a selection, as if all had been drawn at once.
   *
   * Source: R. Rivest, consistent_sampler (2018)
   */
  "sampling.draw_on.tickets": { request: DrawOnRequestTicketSelection; result: SamplingTicketSelection };
  /**
   * Random numbers of one of several frames: RAT-STATS' frames, single stage.
   *
   * Source: RAT-STATS Companion Manual 1-6, 1-7, User's Guide 2-45 to 2-54
   */
  "sampling.frames": { request: SamplingFramesInput; result: SamplingFramesSelection };
  /**
   * Random numbers of sub-frames and items in several frames: RAT-STATS' frames, sets of two.
   *
   * Source: RAT-STATS Companion Manual 1-8 to 1-10, User's Guide 2-55 to 2-65
   */
  "sampling.frames_of_two": { request: SamplingFramesOfTwoInput; result: SamplingFramesOfTwoSelection };
  /**
   * Units with probability proportional to size, by systematic selection.
   *
   * Source: Cochran, Sampling Techniques (1977), sec. 9A
   */
  "sampling.pps": { request: SamplingPPSInput; result: SamplingPPSSelection };
  /**
   * Rao-Hartley-Cochran selection: partition of units into groups and one of each.
   *
   * Source: RAT-STATS Companion Manual 1-11 to 1-28, User's Guide 2-66 to 2-81
   */
  "sampling.rhc": { request: SamplingRHCInput; result: SamplingRHCSelection };
  /**
   * The units in RAT-STATS' text file of all units, for an RHC selection.
   *
   * Source: RAT-STATS User's Guide 2-70
   */
  "sampling.rhc.read": { request: FileRequest; result: UnitsResult };
  /**
   * A second draw with its own seed that passes over numbers drawn before.
   *
   * Source: RAT-STATS Companion Manual 1-2, User's Guide 2-4 to 2-13
   */
  "sampling.second": { request: SamplingSecondInput; result: SamplingSecondSelection };
  /**
   * A seed out of digits that nobody chose: the throws of dice, the numbers of a lottery.
   *
   * Source: iromath, sampling.SeedFromDigits
   */
  "sampling.seed_from_digits": { request: SeedRequest; result: SeedResult };
  /**
   * The RAT-STATS seeds that give reported numbers, for a seed that is missing or mistyped.
   *
   * Source: OIG's technical specification of the 2016 Simple Extensible Sampling Tool Challenge; AS 183
   */
  "sampling.seed_search": { request: SamplingSeedSearch; result: SamplingFoundSeeds };
  /**
   * Random numbers of two, three or four ranges: RAT-STATS' sets.
   *
   * Source: RAT-STATS Companion Manual 1-3 to 1-5, User's Guide 2-14 to 2-44
   */
  "sampling.sets": { request: SamplingSetsInput; result: SamplingSetsSelection };
  /**
   * A simple random sample of numbers with spares, as RAT-STATS, R, Python or NumPy draw it.
   *
   * Source: RAT-STATS Companion Manual 1-2, User's Guide 2-4 to 2-13
   */
  "sampling.single_stage": { request: SamplingSingleStageInput; result: SamplingSelection };
  /**
   * A simple random sample of each stratum under one plan.
   *
   * Source: Cochran, Sampling Techniques (1977), ch. 5
   */
  "sampling.stratified": { request: SamplingStratifiedInput; result: SamplingStratifiedSelection };
  /**
   * Every k-th unit from a random start.
   *
   * Source: Cochran, Sampling Techniques (1977), ch. 8
   */
  "sampling.systematic": { request: SamplingSystematic; result: SamplingSystematicSelection };
  /**
   * A sample of claim ids by SHA-256 tickets from a public seed.
   *
   * Source: R. Rivest, consistent_sampler (2018)
   */
  "sampling.tickets": { request: TicketsRequest; result: SamplingTicketSelection };
  /**
   * Whether reported numbers of a simple random sample are what their documentation gives: reproduced, other order,
   * differs or impossible.
   *
   * Source: RAT-STATS Companion Manual 1-2, User's Guide 2-4 to 2-13
   */
  "sampling.verify": { request: VerifyRequestSingleStageNumber; result: SamplingVerdictNumberSelection };
  /**
   * Whether reported items of several frames are what their documentation gives: reproduced, other order, differs
   * or impossible.
   *
   * Source: RAT-STATS Companion Manual 1-6, 1-7, User's Guide 2-45 to 2-54
   */
  "sampling.verify.frames": { request: VerifyRequestFramesFrameItem; result: SamplingVerdictFrameItemFramesSelection };
  /**
   * Whether reported items of sub-frames of several frames are what their documentation gives: reproduced, other
   * order, differs or impossible.
   *
   * Source: RAT-STATS Companion Manual 1-8 to 1-10, User's Guide 2-55 to 2-65
   */
  "sampling.verify.frames_of_two": { request: VerifyRequestFramesOfTwoSubFrameItem; result: SamplingVerdictSubFrameItemFramesOfTwoSelection };
  /**
   * Whether reported units selected with probability proportional to size are what their documentation gives:
   * reproduced, other order, differs or impossible.
   *
   * Source: Cochran, Sampling Techniques (1977), sec. 9A
   */
  "sampling.verify.pps": { request: VerifyRequestPPSPPSUnit; result: SamplingVerdictPPSUnitPPSSelection };
  /**
   * Whether reported rows of the summary of an RHC selection are what their documentation gives: reproduced, other
   * order, differs or impossible.
   *
   * Source: RAT-STATS Companion Manual 1-11 to 1-28, User's Guide 2-66 to 2-81
   */
  "sampling.verify.rhc": { request: VerifyRequestRHCRHCRow; result: SamplingVerdictRHCRowRHCSelection };
  /**
   * Whether reported numbers of a second draw are what their documentation gives: reproduced, other order, differs
   * or impossible.
   *
   * Source: RAT-STATS Companion Manual 1-2, User's Guide 2-4 to 2-13
   */
  "sampling.verify.second": { request: VerifyRequestSecondNumber; result: SamplingVerdictNumberSecondSelection };
  /**
   * Whether reported sets of two, three or four numbers are what their documentation gives: reproduced, other
   * order, differs or impossible.
   *
   * Source: RAT-STATS Companion Manual 1-3 to 1-5, User's Guide 2-14 to 2-44
   */
  "sampling.verify.sets": { request: VerifyRequestSetsSet; result: SamplingVerdictSetSetsSelection };
  /**
   * Whether reported numbers of the strata of a plan are what their documentation gives: reproduced, other order,
   * differs or impossible.
   *
   * Source: Cochran, Sampling Techniques (1977), ch. 5
   */
  "sampling.verify.stratified": { request: VerifyStratifiedRequest; result: SamplingStratifiedVerdict };
  /**
   * Whether reported units of a systematic sample are what their documentation gives: reproduced, other order,
   * differs or impossible.
   *
   * Source: Cochran, Sampling Techniques (1977), ch. 8
   */
  "sampling.verify.systematic": { request: VerifyRequestSystematicNumber; result: SamplingVerdictNumberSystematicSelection };
  /**
   * Whether reported ids selected by SHA-256 tickets are what their documentation gives: reproduced, other order,
   * differs or impossible.
   *
   * Source: R. Rivest, consistent_sampler (2018)
   */
  "sampling.verify.tickets": { request: VerifyTicketsRequest; result: SamplingVerdictIDTicketSelection };
  /**
   * The files of a proof-of-mitigation bundle with index, SHA-256 manifest and its digest, from artifacts.
   *
   * Source: "Staff Training Programs That Protect Small Clinics from CMP Penalties"; 42 CFR part 1003
   */
  "training.bundle": { request: TrainingBundle; result: TrainingBundleFiles };
  /**
   * Everything in a training programme that cannot be right, all at once.
   *
   * Source: "Staff Training Programs That Protect Small Clinics from CMP Penalties"; 42 CFR part 1003
   */
  "training.check": { request: ProgramRequest; result: ProgramCheck };
  /**
   * The six tasks of the self-audit, the five pitfalls, the determination factors of 42 CFR 1003.140(a), and the
   * rules, with sources.
   *
   * Source: "Staff Training Programs That Protect Small Clinics from CMP Penalties"; 42 CFR part 1003
   */
  "training.checklist": { request: NoRequest; result: ChecklistResult };
  /**
   * The 72 hours of an incident at a moment: running, in time, late or expired.
   *
   * Source: "Staff Training Programs That Protect Small Clinics from CMP Penalties"; 42 CFR part 1003
   */
  "training.clock": { request: ClockRequest; result: TrainingSprintClock };
  /**
   * The outcome of a competency check beside the provider's training history.
   *
   * Source: "Staff Training Programs That Protect Small Clinics from CMP Penalties"; 42 CFR part 1003
   */
  "training.competency": { request: CompetencyRequest; result: TrainingCompetencyOutcome };
  /**
   * Five encounters of each provider, drawn with a seed that is kept.
   *
   * Source: "Staff Training Programs That Protect Small Clinics from CMP Penalties"; 42 CFR part 1003; Cochran,
   * Sampling Techniques (1977), ch. 5
   */
  "training.competency_draw": { request: TrainingCompetencyDraw; result: TrainingCompetencySelection };
  /**
   * The files of the bundle of an incident or a month, gathered from a programme.
   *
   * Source: "Staff Training Programs That Protect Small Clinics from CMP Penalties"; 42 CFR part 1003
   */
  "training.evidence": { request: EvidenceRequest; result: TrainingBundleFiles };
  /**
   * Which artifact of an incident speaks to which determination factor of 42 CFR 1003.140(a): an illustration, not
   * legal advice.
   *
   * Source: "Staff Training Programs That Protect Small Clinics from CMP Penalties"; 42 CFR part 1003; 42 CFR
   * 1003.140(a)
   */
  "training.factors": { request: EvidenceRequest; result: TrainingFactorView };
  /**
   * Next month's modules from the errors of a review, ranked by dollars and by count.
   *
   * Source: "Staff Training Programs That Protect Small Clinics from CMP Penalties"; 42 CFR part 1003
   */
  "training.lessons": { request: TrainingLessons; result: TrainingLessonPlan };
  /**
   * Before and after training: error rates by Fisher's exact test, claims prevented, refunds within 60 days,
   * exception queue.
   *
   * Source: "Staff Training Programs That Protect Small Clinics from CMP Penalties"; 42 CFR part 1003; 42 U.S.C.
   * 1320a-7k(d); Fisher, Statistical Methods for Research Workers (1934), sec. 21.02
   */
  "training.metrics": { request: TrainingMetricsInput; result: TrainingMetricsResult };
  /**
   * Civil money penalty and assessment with the user's figures, and what prevention would have taken out: an
   * illustration, not legal advice.
   *
   * Source: "Staff Training Programs That Protect Small Clinics from CMP Penalties"; 42 CFR part 1003; 42 CFR
   * 1003.140(a)
   */
  "training.penalty": { request: TrainingPenaltyInput; result: TrainingPenaltyIllustration };
  /**
   * What a training programme has to do from one day through another.
   *
   * Source: "Staff Training Programs That Protect Small Clinics from CMP Penalties"; 42 CFR part 1003
   */
  "training.plan": { request: PlanRequest; result: TrainingPlanned[] };
  /**
   * Where the six tasks of a training programme stand on a day, what is missing, and which pitfalls it is in.
   *
   * Source: "Staff Training Programs That Protect Small Clinics from CMP Penalties"; 42 CFR part 1003
   */
  "training.self_audit": { request: ProgramOn; result: TrainingSelfAudit };
  /**
   * The steps of an incident's learning sprint on a day, and its 72-hour clock.
   *
   * Source: "Staff Training Programs That Protect Small Clinics from CMP Penalties"; 42 CFR part 1003
   */
  "training.sprint": { request: SprintRequest; result: TrainingSprintFinding };
  /**
   * Whether the files of a bundle are what they were: changed, missing and added files, against the digest that was
   * kept.
   *
   * Source: "Staff Training Programs That Protect Small Clinics from CMP Penalties"; 42 CFR part 1003
   */
  "training.verify_bundle": { request: TrainingFilesRequest; result: TrainingBundleVerification };
}

export type CalculationName = keyof Contract;
export type Request<N extends CalculationName> = Contract[N]["request"];
export type Result<N extends CalculationName> = Contract[N]["result"];

/**
 * Agreement is a Corporate Integrity Agreement (CIA) or Integrity Agreement (IA) as data: what it says about claims
 * reviews. Fields that are left out take the usual value of the protocol. Since every agreement is tailored, each
 * can be set; quote the clause that does so in Clauses.
 *
 * Source of the usual values: OIG CIA FAQ, last updated October 7, 2022.
 */
export interface Agreement {
  /** Name of the agreement, as it is to appear in the report. */
  name?: string;
  /** Provider under the agreement. */
  provider?: string;
  /** Reviewer is the Independent Review Organization. */
  reviewer?: string;
  /** Protocol of the claims review; there is no default. */
  protocol: ExtrapolateProtocol;
  /** From and Through are the first and last day of the review period. */
  from?: CivilDate;
  /** From and Through are the first and last day of the review period. */
  through?: CivilDate;
  /** Payors whose paid claims make the population; none means that the frame decides. */
  payors?: string[];
  /** SampleSize is the number of claims of the first sample: 50 (discovery), 100 (single) or 30 (quarterly). */
  sampleSize?: number;
  /** Spares drawn with each sample; 0 for none. */
  spares?: number;
  /**
   * Threshold is the net financial error rate at which a full sample is due: 0.05. Discovery only. Like every
   * number here it takes the usual value when it is 0; in JSON 0 is refused, so that no "any error" clause turns
   * into 5 %.
   */
  threshold?: Decimal;
  /** Netting of underpayments in the error rate: netted. */
  netting?: ErrorRateNetting;
  /** Confidence is the two-sided confidence level: 0.90. */
  confidence?: Decimal;
  /** Precision the full sample is to reach, as a fraction of the point estimate: 0.25. Discovery only. */
  precision?: Decimal;
  /** FullSample: continue. Discovery only. */
  fullSample?: FullSample;
  /**
   * Method of drawing: ratstats. Any other method of package sampling is possible where the agreement does not ask
   * for RAT-STATS; "tickets" is recommended there (sampling.TicketsRecommendation says why). Methods that cannot
   * draw on take a fresh full sample and no spares.
   */
  method?: SamplingMethod;
  /** RATSTATSRequired says that the agreement demands RAT-STATS itself. */
  ratstatsRequired?: boolean;
  /** RepayDays is the number of calendar days to repay: 60. */
  repayDays?: number;
  /** ReportDays is the number of calendar days to report a reportable event to OIG: 30. */
  reportDays?: number;
  /** Clauses that set parameters. */
  clauses?: ReportableClause[];
}

/**
 * Agreement is a Corporate Integrity Agreement (CIA) or Integrity Agreement (IA) as data: what it says about claims
 * reviews. Fields that are left out take the usual value of the protocol. Since every agreement is tailored, each
 * can be set; quote the clause that does so in Clauses.
 *
 * Source of the usual values: OIG CIA FAQ, last updated October 7, 2022.
 */
export interface AgreementInput {
  /** Name of the agreement, as it is to appear in the report. */
  name?: string;
  /** Provider under the agreement. */
  provider?: string;
  /** Reviewer is the Independent Review Organization. */
  reviewer?: string;
  /** Protocol of the claims review; there is no default. */
  protocol: ExtrapolateProtocol;
  /** From and Through are the first and last day of the review period. */
  from?: CivilDate;
  /** From and Through are the first and last day of the review period. */
  through?: CivilDate;
  /** Payors whose paid claims make the population; none means that the frame decides. */
  payors?: string[];
  /** SampleSize is the number of claims of the first sample: 50 (discovery), 100 (single) or 30 (quarterly). */
  sampleSize?: number;
  /** Spares drawn with each sample; 0 for none. */
  spares?: number;
  /**
   * Threshold is the net financial error rate at which a full sample is due: 0.05. Discovery only. Like every
   * number here it takes the usual value when it is 0; in JSON 0 is refused, so that no "any error" clause turns
   * into 5 %.
   */
  threshold?: DecimalInput;
  /** Netting of underpayments in the error rate: netted. */
  netting?: ErrorRateNetting;
  /** Confidence is the two-sided confidence level: 0.90. */
  confidence?: DecimalInput;
  /** Precision the full sample is to reach, as a fraction of the point estimate: 0.25. Discovery only. */
  precision?: DecimalInput;
  /** FullSample: continue. Discovery only. */
  fullSample?: FullSample;
  /**
   * Method of drawing: ratstats. Any other method of package sampling is possible where the agreement does not ask
   * for RAT-STATS; "tickets" is recommended there (sampling.TicketsRecommendation says why). Methods that cannot
   * draw on take a fresh full sample and no spares.
   */
  method?: SamplingMethod;
  /** RATSTATSRequired says that the agreement demands RAT-STATS itself. */
  ratstatsRequired?: boolean;
  /** RepayDays is the number of calendar days to repay: 60. */
  repayDays?: number;
  /** ReportDays is the number of calendar days to report a reportable event to OIG: 30. */
  reportDays?: number;
  /** Clauses that set parameters. */
  clauses?: ReportableClause[];
}

/** AppraisalConfidence is a confidence level and the percentile that stands for it. */
export interface AppraisalConfidence {
  /** Level is the confidence level as a fraction: 0.90. */
  level: Decimal;
  /** Distribution is the distribution of the percentile. */
  distribution: AppraisalDistribution;
  /** DegreesOfFreedom of t; 0 for the other distributions. */
  degreesOfFreedom: Decimal;
  /**
   * Percentile is the value that the distribution stays below with probability (1+Level)/2 where the level is
   * two-sided (RAT-STATS prints it as T-VALUE USED or Z-VALUE USED), and Level where it is one-sided.
   */
  percentile: Decimal;
}

/**
 * AppraisalDistribution names where the percentile of a confidence interval comes from.
 *
 * "t": StudentT is Student's t distribution.
 *
 * "z": Normal is the standard normal distribution (z).
 *
 * "none": NoDistribution: every unit was examined, so there is nothing to be uncertain about and no percentile.
 */
export type AppraisalDistribution = "t" | "z" | "none";

/**
 * AppraisalEstimate is what every appraisal design ends in: a total with its standard error and confidence
 * intervals.
 */
export interface AppraisalEstimate {
  /** PointEstimate is the estimated total of the universe. */
  pointEstimate: Decimal;
  /** StandardError is the standard error of the point estimate. */
  standardError: Decimal;
  /** Intervals are in the order of the levels asked for. */
  intervals: AppraisalInterval[];
  /** OneSided are the one-sided limits asked for. */
  oneSided?: AppraisalOneSided[];
  /** Warnings are findings that are not errors. */
  warnings?: Warning[];
}

/** AppraisalInterval is a confidence interval of a total. */
export interface AppraisalInterval extends AppraisalConfidence {
  /** PrecisionAmount is the percentile times the standard error: half the width of the interval. */
  precisionAmount: Decimal;
  /**
   * PrecisionPercent is the precision amount in percent of the point estimate, and 0 where the point estimate is
   * not positive, as RAT-STATS has it (Companion Manual 3-6, footnote).
   */
  precisionPercent: Decimal;
  /** LowerLimit is the point estimate less the precision amount. It may be negative: nothing is clipped. */
  lowerLimit: Decimal;
  /** UpperLimit is the point estimate plus the precision amount. */
  upperLimit: Decimal;
}

/**
 * AppraisalOneSided is a one-sided confidence limit of a total, stated in both directions: each alone holds with
 * the confidence of the level, both together do not.
 */
export interface AppraisalOneSided extends AppraisalConfidence {
  /**
   * LowerLimit is the point estimate less the percentile times the standard error: that of a two-sided interval of
   * the level 2*Level-1, 0.80 for a one-sided 0.90.
   */
  lowerLimit: Decimal;
  /** UpperLimit is the point estimate plus as much. */
  upperLimit: Decimal;
}

/**
 * AppraisalOptions are what every appraisal design takes beside its sample: up to MaxLevels levels of each kind.
 */
export interface AppraisalOptions {
  /**
   * Levels are two-sided confidence levels as fractions; none means those that RAT-STATS prints, see DefaultLevels.
   */
  levels?: Decimal[];
  /**
   * OneSidedLevels are levels of one-sided limits as fractions of at least 0.5. RAT-STATS has none. Medicare
   * contractors take the lower limit of a one-sided 90 percent interval (CMS Medicare Program Integrity Manual, ch.
   * 8, 8.4.5.1).
   */
  oneSidedLevels?: Decimal[];
}

/**
 * AppraisalOptions are what every appraisal design takes beside its sample: up to MaxLevels levels of each kind.
 */
export interface AppraisalOptionsInput {
  /**
   * Levels are two-sided confidence levels as fractions; none means those that RAT-STATS prints, see DefaultLevels.
   */
  levels?: DecimalInput[];
  /**
   * OneSidedLevels are levels of one-sided limits as fractions of at least 0.5. RAT-STATS has none. Medicare
   * contractors take the lower limit of a one-sided 90 percent interval (CMS Medicare Program Integrity Manual, ch.
   * 8, 8.4.5.1).
   */
  oneSidedLevels?: DecimalInput[];
}

/**
 * AppraisalPairSums stands in for the pairs of values (y, x) of a sample wherever a design needs no more of them:
 * how many there are, and the exact sums of y, x, y², xy and x². Sums of parts of the data merge like
 * AppraisalSums. The zero value is the empty set; a copy is independent.
 */
export interface AppraisalPairSums {
  /** Count of pairs. */
  count: number;
  /** SumY and SumX are the sums of the values, SumSquaresY and SumSquaresX of their squares, in full. */
  sumY: Decimal;
  /** SumY and SumX are the sums of the values, SumSquaresY and SumSquaresX of their squares, in full. */
  sumX: Decimal;
  /** SumY and SumX are the sums of the values, SumSquaresY and SumSquaresX of their squares, in full. */
  sumSquaresY: Decimal;
  /** SumProducts is the sum of y times x. */
  sumProducts: Decimal;
  sumSquaresX: Decimal;
}

/**
 * AppraisalPairSums stands in for the pairs of values (y, x) of a sample wherever a design needs no more of them:
 * how many there are, and the exact sums of y, x, y², xy and x². Sums of parts of the data merge like
 * AppraisalSums. The zero value is the empty set; a copy is independent.
 */
export interface AppraisalPairSumsInput {
  /** Count of pairs. */
  count: number;
  /** SumY and SumX are the sums of the values, SumSquaresY and SumSquaresX of their squares, in full. */
  sumY: DecimalInput;
  /** SumY and SumX are the sums of the values, SumSquaresY and SumSquaresX of their squares, in full. */
  sumX: DecimalInput;
  /** SumY and SumX are the sums of the values, SumSquaresY and SumSquaresX of their squares, in full. */
  sumSquaresY: DecimalInput;
  /** SumProducts is the sum of y times x. */
  sumProducts: DecimalInput;
  sumSquaresX: DecimalInput;
}

/**
 * AppraisalStageSize says how many units of a stage of a sample were drawn, out of how many. From the second stage
 * on these are the units of the units drawn before only, as RAT-STATS prints them.
 */
export interface AppraisalStageSize {
  /** Universe is the number of units to draw from, SampleSize that of the units drawn. */
  universe: number;
  /** Universe is the number of units to draw from, SampleSize that of the units drawn. */
  sampleSize: number;
}

/**
 * AppraisalSums stands in for the values of a sample wherever a design needs no more of them: how many there are,
 * how many are not zero, and the exact sums of their first four powers. Sums of parts of the data, taken anywhere
 * and in any order, merge to the same Sums as the whole. The zero value is the empty set; a copy is independent of
 * the original.
 */
export interface AppraisalSums {
  /** Count of values. */
  count: number;
  /** Nonzero is how many of them are not zero. */
  nonzero: number;
  /** Sum of the values, their squares, cubes and fourth powers, in full. */
  sum: Decimal;
  sumSquares: Decimal;
  sumCubes: Decimal;
  sumFourths: Decimal;
}

/**
 * AppraisalSums stands in for the values of a sample wherever a design needs no more of them: how many there are,
 * how many are not zero, and the exact sums of their first four powers. Sums of parts of the data, taken anywhere
 * and in any order, merge to the same Sums as the whole. The zero value is the empty set; a copy is independent of
 * the original.
 */
export interface AppraisalSumsInput {
  /** Count of values. */
  count: number;
  /** Nonzero is how many of them are not zero. */
  nonzero: number;
  /** Sum of the values, their squares, cubes and fourth powers, in full. */
  sum: DecimalInput;
  sumSquares: DecimalInput;
  sumCubes: DecimalInput;
  sumFourths: DecimalInput;
}

/**
 * AttributeBinomial is the appraisal of a share of items where the universe is of unknown size or has no end, such
 * as the claims that a process goes on to produce. Its limits are those of Clopper and Pearson. RAT-STATS has no
 * such appraisal.
 *
 * For a universe whose size is known, AttributeUnrestricted is the one to use. Its limits, as shares, tend to these
 * as the universe grows.
 *
 * Source: Clopper and Pearson, "The use of confidence or fiducial limits illustrated in the case of the binomial",
 * Biometrika 26 (1934), 404-413.
 */
export interface AttributeBinomial extends AttributeSample, AppraisalOptionsInput {
}

/**
 * AttributeBinomialResult is the appraisal of a sample from a universe of unknown size. All shares are fractions.
 */
export interface AttributeBinomialResult extends AttributeSample {
  /** PointEstimate is the share of items in the sample that have the characteristic. */
  pointEstimate: Decimal;
  /** StandardError of the share, stated beside the limits, which do not come from it; none for a single item. */
  standardError?: Decimal;
  /** Intervals are two-sided, in the order of the levels asked for. */
  intervals: AttributeProportionInterval[];
  /**
   * OneSided are the limits of the one-sided levels asked for. Each of the two alone holds with the confidence of
   * the level, both together do not.
   */
  oneSided?: AttributeProportionInterval[];
  /** Warnings are findings that are not errors. */
  warnings?: Warning[];
}

/** AttributeCluster is a sampled group of items, all of which were reviewed. */
export interface AttributeCluster {
  /** Name of the cluster, for printouts. RAT-STATS keeps its first 25 characters. */
  name?: string;
  /** Items is the number of items in the cluster. */
  items: number;
  /** Count is the number of them with the characteristic. */
  count: number;
}

/** AttributeClusterFigures count the clusters and items of a stratum, or of all strata. */
export interface AttributeClusterFigures {
  /** Universe and SampleSize are the clusters of the universe and those that were sampled. */
  universe: number;
  /** Universe and SampleSize are the clusters of the universe and those that were sampled. */
  sampleSize: number;
  /**
   * Items are those of all clusters, Reviewed those of the sampled ones, Count those of them with the
   * characteristic.
   */
  items: number;
  /**
   * Items are those of all clusters, Reviewed those of the sampled ones, Count those of them with the
   * characteristic.
   */
  reviewed: number;
  /**
   * Items are those of all clusters, Reviewed those of the sampled ones, Count those of them with the
   * characteristic.
   */
  count: number;
}

/** AttributeClusterStratum is a part of the universe from which a simple random sample of clusters was drawn. */
export interface AttributeClusterStratum {
  /** Name of the stratum, for printouts. RAT-STATS keeps its first 25 characters. */
  name?: string;
  /** Universe is the number of clusters in the stratum. */
  universe: number;
  /** Items is the number of items in all clusters of the stratum, which has to be known. */
  items: number;
  /** Clusters are those that were sampled. */
  clusters?: AttributeCluster[];
  /**
   * PairSums stand in for the clusters: sums of their counts (y) and items (x). Their number is that of the
   * clusters.
   */
  pairSums?: AppraisalPairSums;
}

/** AttributeClusterStratum is a part of the universe from which a simple random sample of clusters was drawn. */
export interface AttributeClusterStratumInput {
  /** Name of the stratum, for printouts. RAT-STATS keeps its first 25 characters. */
  name?: string;
  /** Universe is the number of clusters in the stratum. */
  universe: number;
  /** Items is the number of items in all clusters of the stratum, which has to be known. */
  items: number;
  /** Clusters are those that were sampled. */
  clusters?: AttributeCluster[];
  /**
   * PairSums stand in for the clusters: sums of their counts (y) and items (x). Their number is that of the
   * clusters.
   */
  pairSums?: AppraisalPairSumsInput;
}

/** AttributeClusterStratumSection is the appraisal of one stratum: RAT-STATS prints its point estimates only. */
export interface AttributeClusterStratumSection extends AttributeProjection, AttributeClusterFigures {
  /** Name of the stratum as it was given. */
  name?: string;
  /** PairSums are the sums of counts (y) and items (x) that the appraisal follows from. */
  pairSums: AppraisalPairSums;
  /** Clusters as they were given. */
  clusters?: AttributeCluster[];
}

/**
 * AttributeCountInterval is a confidence interval of the number of items in the universe that have the
 * characteristic.
 */
export interface AttributeCountInterval {
  /** Level is the confidence level as a fraction: 0.90. */
  level: Decimal;
  /** LowerLimit and UpperLimit are the smallest and the largest quantity of the interval, which holds both. */
  lowerLimit: number;
  /** LowerLimit and UpperLimit are the smallest and the largest quantity of the interval, which holds both. */
  upperLimit: number;
  /** LowerProportion and UpperProportion are the limits divided by the universe, as fractions. */
  lowerProportion: Decimal;
  /** LowerProportion and UpperProportion are the limits divided by the universe, as fractions. */
  upperProportion: Decimal;
}

export interface AttributeCurveRequest extends SampleSizeAttribute {
  sizes?: number[];
}

export interface AttributeCurveResult {
  points: SampleSizeAttributeInterval[];
}

/**
 * AttributeEstimator says how a proportion is estimated.
 *
 * "unbiased": Unbiased: the estimated quantity is divided by the known number of items in the universe.
 *
 * "ratio": Ratio: that number is not known, and the estimated quantity is divided by its estimate from the same
 * sample. The proportion is biased; the bias goes to zero as the number of sampled primary units grows.
 */
export type AttributeEstimator = "unbiased" | "ratio";

/** AttributeIntervalRequest and attributeCurveRequest ask for the intervals of sizes. */
export interface AttributeIntervalRequest extends SampleSizeAttribute {
  size: number;
  level: DecimalInput;
}

/**
 * AttributeProjection is what an appraisal says of the universe: the quantity of items with the characteristic,
 * which is the embedded estimate, and their proportion.
 */
export interface AttributeProjection extends AppraisalEstimate {
  /** Proportion of the items with the characteristic, as a fraction with its standard error and limits. */
  proportion: AppraisalEstimate;
}

/** AttributeProportionInterval is a confidence interval of the share of items that have the characteristic. */
export interface AttributeProportionInterval {
  /** Level is the confidence level as a fraction: 0.90. */
  level: Decimal;
  /** LowerLimit and UpperLimit as fractions. */
  lowerLimit: Decimal;
  /** LowerLimit and UpperLimit as fractions. */
  upperLimit: Decimal;
}

/**
 * AttributeRHCPrimarySection is the appraisal of one primary unit. Its point estimate is that of the quantity in
 * the unit itself.
 */
export interface AttributeRHCPrimarySection extends RHCPrimary {
  /** Count is the number of items with the characteristic in its samples. */
  count: number;
  /** Units are the appraisals of its secondary units, in their order. */
  units: AttributeRHCUnitSection[];
}

/**
 * AttributeRHCPrimaryUnit is a primary unit that was drawn from a random group by SamplingRHC, with the secondary
 * units that were drawn in it in the same way. The number of its sub-units is that of all its secondary units:
 * those in the groups of the sampled ones.
 */
export interface AttributeRHCPrimaryUnit extends SamplingRHCRow {
  /**
   * Units are the sampled secondary units, one of each group. Their sizes need not be of the same measure as that
   * of the primary unit, but see AttributeRHCThreeStage.SizesOfGroups.
   */
  units: AttributeRHCUnit[];
}

/**
 * AttributeRHCPrimaryUnit is a primary unit that was drawn from a random group by SamplingRHC, with the secondary
 * units that were drawn in it in the same way. The number of its sub-units is that of all its secondary units:
 * those in the groups of the sampled ones.
 */
export interface AttributeRHCPrimaryUnitInput extends SamplingRHCRowInput {
  /**
   * Units are the sampled secondary units, one of each group. Their sizes need not be of the same measure as that
   * of the primary unit, but see AttributeRHCThreeStage.SizesOfGroups.
   */
  units: AttributeRHCUnitInput[];
}

/**
 * AttributeRHCThreeStage is RAT-STATS' "Attribute Appraisals > RHC Three Stage": primary units drawn from random
 * groups with probability proportional to size, secondary units drawn in the same way inside of them, and a simple
 * random sample of the items in these.
 *
 * Source: RAT-STATS Companion Manual 2-36 to 2-61, User's Guide 3-50 to 3-63; the paper named at
 * AttributeRHCTwoStage.
 */
export interface AttributeRHCThreeStage extends AppraisalOptions {
  /** Units are the sampled primary units, one of each group. */
  units: AttributeRHCPrimaryUnit[];
  /**
   * SizesOfGroups holds the sizes of secondary units against the sum of their groups' sizes, as Rao, Hartley and
   * Cochran (1962) have it. RAT-STATS holds them against the size on the line of the primary unit, which gives
   * another variance where the groups do not add up to it, one that is not unbiased. The point estimate is the
   * same.
   */
  sizesOfGroups?: boolean;
  /**
   * ThirdUniverse is the number of items in the universe, 0 where it is not known: see
   * AttributeRHCTwoStage.SecondaryUniverse.
   */
  thirdUniverse?: number;
  /** UnitFile names where the units come from; it is printed and changes nothing. */
  unitFile?: string;
  /** ZeroVarianceForSingle is that of AttributeRHCTwoStage, also for a single secondary unit. */
  zeroVarianceForSingle?: boolean;
}

/**
 * AttributeRHCThreeStage is RAT-STATS' "Attribute Appraisals > RHC Three Stage": primary units drawn from random
 * groups with probability proportional to size, secondary units drawn in the same way inside of them, and a simple
 * random sample of the items in these.
 *
 * Source: RAT-STATS Companion Manual 2-36 to 2-61, User's Guide 3-50 to 3-63; the paper named at
 * AttributeRHCTwoStage.
 */
export interface AttributeRHCThreeStageInput extends AppraisalOptionsInput {
  /** Units are the sampled primary units, one of each group. */
  units: AttributeRHCPrimaryUnitInput[];
  /**
   * SizesOfGroups holds the sizes of secondary units against the sum of their groups' sizes, as Rao, Hartley and
   * Cochran (1962) have it. RAT-STATS holds them against the size on the line of the primary unit, which gives
   * another variance where the groups do not add up to it, one that is not unbiased. The point estimate is the
   * same.
   */
  sizesOfGroups?: boolean;
  /**
   * ThirdUniverse is the number of items in the universe, 0 where it is not known: see
   * AttributeRHCTwoStage.SecondaryUniverse.
   */
  thirdUniverse?: number;
  /** UnitFile names where the units come from; it is printed and changes nothing. */
  unitFile?: string;
  /** ZeroVarianceForSingle is that of AttributeRHCTwoStage, also for a single secondary unit. */
  zeroVarianceForSingle?: boolean;
}

/**
 * AttributeRHCThreeStageResult is the appraisal of an RHC sample of three stages. The embedded estimate is of the
 * quantity of items with the characteristic in the population; its intervals use the normal distribution, as
 * RAT-STATS has it.
 */
export interface AttributeRHCThreeStageResult extends AppraisalEstimate, RHCThreeStage {
  /** Proportion of the items with the characteristic, where the number of all items was given. */
  proportion?: AppraisalEstimate;
  /** Count is the number of items with the characteristic in all samples. */
  count: number;
  /** Units are the appraisals of the primary units, in their order. */
  units: AttributeRHCPrimarySection[];
  /** UnitFile is that of the design. */
  unitFile?: string;
}

/**
 * AttributeRHCTwoStage is RAT-STATS' "Attribute Appraisals > RHC Two Stage": one primary unit of each of several
 * random groups, drawn with probability proportional to size, and a simple random sample of the secondary units in
 * it.
 *
 * Source: RAT-STATS Companion Manual 2-28 to 2-35, User's Guide 3-39 to 3-49; J. N. K. Rao, H. O. Hartley and W. G.
 * Cochran, "On a Simple Procedure of Unequal Probability Sampling without Replacement", Journal of the Royal
 * Statistical Society B 24 (1962), 482-491; Cochran, Sampling Techniques (1977), sec. 9A.9.
 */
export interface AttributeRHCTwoStage extends AppraisalOptions {
  /** Units are the sampled primary units, one of each group. */
  units: AttributeRHCUnit[];
  /**
   * SecondaryUniverse is the number of items in the universe, 0 where it is not known. Where it is, their
   * proportion is appraised, too, as the Companion Manual does by hand on page 2-55. RAT-STATS itself has no such
   * entry.
   */
  secondaryUniverse?: number;
  /** UnitFile names where the units come from; it is printed and changes nothing. */
  unitFile?: string;
  /**
   * ZeroVarianceForSingle takes the variance among the items of a unit with a single sampled one as zero, and that
   * among primary units where there is a single group. Without it they are an error unless nothing else could be
   * drawn.
   */
  zeroVarianceForSingle?: boolean;
}

/**
 * AttributeRHCTwoStage is RAT-STATS' "Attribute Appraisals > RHC Two Stage": one primary unit of each of several
 * random groups, drawn with probability proportional to size, and a simple random sample of the secondary units in
 * it.
 *
 * Source: RAT-STATS Companion Manual 2-28 to 2-35, User's Guide 3-39 to 3-49; J. N. K. Rao, H. O. Hartley and W. G.
 * Cochran, "On a Simple Procedure of Unequal Probability Sampling without Replacement", Journal of the Royal
 * Statistical Society B 24 (1962), 482-491; Cochran, Sampling Techniques (1977), sec. 9A.9.
 */
export interface AttributeRHCTwoStageInput extends AppraisalOptionsInput {
  /** Units are the sampled primary units, one of each group. */
  units: AttributeRHCUnitInput[];
  /**
   * SecondaryUniverse is the number of items in the universe, 0 where it is not known. Where it is, their
   * proportion is appraised, too, as the Companion Manual does by hand on page 2-55. RAT-STATS itself has no such
   * entry.
   */
  secondaryUniverse?: number;
  /** UnitFile names where the units come from; it is printed and changes nothing. */
  unitFile?: string;
  /**
   * ZeroVarianceForSingle takes the variance among the items of a unit with a single sampled one as zero, and that
   * among primary units where there is a single group. Without it they are an error unless nothing else could be
   * drawn.
   */
  zeroVarianceForSingle?: boolean;
}

/**
 * AttributeRHCTwoStageResult is the appraisal of an RHC sample of two stages. The embedded estimate is of the
 * quantity of items with the characteristic in the population; its intervals use the normal distribution, as
 * RAT-STATS has it.
 */
export interface AttributeRHCTwoStageResult extends AppraisalEstimate, RHCTwoStage {
  /** Proportion of the items with the characteristic, where the number of all items was given. */
  proportion?: AppraisalEstimate;
  /** Count is the number of items with the characteristic in all samples. */
  count: number;
  /** Units are the appraisals of the units, in their order. */
  units: AttributeRHCUnitSection[];
  /** UnitFile is that of the design. */
  unitFile?: string;
}

/**
 * AttributeRHCUnit is a unit that was drawn from a random group by SamplingRHC, with the simple random sample of
 * the items in it. The row is that of the selection's summary; where that was made with 1 for a number of sub-units
 * not known yet, the true one has to be put in. A name is optional.
 */
export interface AttributeRHCUnit extends SamplingRHCRow, AttributeSample {
}

/**
 * AttributeRHCUnit is a unit that was drawn from a random group by SamplingRHC, with the simple random sample of
 * the items in it. The row is that of the selection's summary; where that was made with 1 for a number of sub-units
 * not known yet, the true one has to be put in. A name is optional.
 */
export interface AttributeRHCUnitInput extends SamplingRHCRowInput, AttributeSample {
}

/**
 * AttributeRHCUnitSection is the appraisal of one unit. Its point estimate is that of the quantity in its group,
 * not in the unit.
 */
export interface AttributeRHCUnitSection extends RHCUnit {
  /** Count is the number of sampled items with the characteristic. */
  count: number;
}

/** AttributeSample is a simple random sample of items, some of which have the characteristic. */
export interface AttributeSample {
  /** SampleSize is the number of items drawn. */
  sampleSize: number;
  /** Count is the number of them with the characteristic. */
  count: number;
}

/**
 * AttributeSampledUnit is a unit of which a simple random sample of items was drawn: a primary unit of a two-stage
 * sample, a secondary unit of a three-stage one.
 */
export interface AttributeSampledUnit extends AttributeSample {
  /** Name of the unit, for printouts; units are numbered from 1 in any case. */
  name?: string;
  /** Universe is the number of items in the unit. */
  universe: number;
}

/**
 * AttributeSide says which limits of an interval are stated.
 *
 * "two_sided": TwoSided intervals have two limits, each with half of the probability outside.
 *
 * "lower": LowerSide intervals have a lower limit only; the upper limit is the whole universe.
 *
 * "upper": UpperSide intervals have an upper limit only; the lower limit is 0.
 */
export type AttributeSide = "two_sided" | "lower" | "upper";

/**
 * AttributeStratified is RAT-STATS' "Attribute Appraisals > Stratified": a simple random sample of each stratum of
 * the universe.
 *
 * Source: RAT-STATS Companion Manual 2-6 to 2-10, User's Guide 3-12 to 3-19; Cochran, Sampling Techniques (1977),
 * sec. 5.10.
 */
export interface AttributeStratified extends AppraisalOptions {
  /** Strata divide the universe: every item is in one of them. */
  strata: AttributeStratum[];
  /**
   * ZeroVarianceForSingle takes the variance of a stratum with a single sampled item as zero, as OIG's 2016
   * challenge for a successor of RAT-STATS did; without it such a stratum is an error unless that item is all of
   * it.
   */
  zeroVarianceForSingle?: boolean;
}

/**
 * AttributeStratifiedCluster is RAT-STATS' "Attribute Appraisals > Stratified Cluster": a simple random sample of
 * clusters of each stratum, with all items of a sampled cluster reviewed. The share of a stratum is a ratio: items
 * with the characteristic to items.
 *
 * Source: RAT-STATS Companion Manual 2-62 to 2-67, User's Guide 3-64 to 3-73; Cochran (1977), sec. 3.12, 6.4 and
 * 9A.1.
 */
export interface AttributeStratifiedCluster extends AppraisalOptions {
  /** Strata divide the universe: every cluster is in one of them. */
  strata: AttributeClusterStratum[];
  /**
   * ZeroVarianceForSingle takes the variance of a stratum with a single sampled cluster as zero; without it such a
   * stratum is an error unless that cluster is all of it.
   */
  zeroVarianceForSingle?: boolean;
}

/**
 * AttributeStratifiedCluster is RAT-STATS' "Attribute Appraisals > Stratified Cluster": a simple random sample of
 * clusters of each stratum, with all items of a sampled cluster reviewed. The share of a stratum is a ratio: items
 * with the characteristic to items.
 *
 * Source: RAT-STATS Companion Manual 2-62 to 2-67, User's Guide 3-64 to 3-73; Cochran (1977), sec. 3.12, 6.4 and
 * 9A.1.
 */
export interface AttributeStratifiedClusterInput extends AppraisalOptionsInput {
  /** Strata divide the universe: every cluster is in one of them. */
  strata: AttributeClusterStratumInput[];
  /**
   * ZeroVarianceForSingle takes the variance of a stratum with a single sampled cluster as zero; without it such a
   * stratum is an error unless that cluster is all of it.
   */
  zeroVarianceForSingle?: boolean;
}

/**
 * AttributeStratifiedClusterResult is the appraisal of a stratified sample of clusters, of all strata; its
 * intervals use the normal distribution.
 */
export interface AttributeStratifiedClusterResult extends AttributeProjection, AttributeClusterFigures {
  /** Strata are the appraisals of the strata, in their order. */
  strata: AttributeClusterStratumSection[];
}

/**
 * AttributeStratified is RAT-STATS' "Attribute Appraisals > Stratified": a simple random sample of each stratum of
 * the universe.
 *
 * Source: RAT-STATS Companion Manual 2-6 to 2-10, User's Guide 3-12 to 3-19; Cochran, Sampling Techniques (1977),
 * sec. 5.10.
 */
export interface AttributeStratifiedInput extends AppraisalOptionsInput {
  /** Strata divide the universe: every item is in one of them. */
  strata: AttributeStratum[];
  /**
   * ZeroVarianceForSingle takes the variance of a stratum with a single sampled item as zero, as OIG's 2016
   * challenge for a successor of RAT-STATS did; without it such a stratum is an error unless that item is all of
   * it.
   */
  zeroVarianceForSingle?: boolean;
}

/**
 * AttributeStratifiedMultistage is RAT-STATS' "Attribute Appraisals > Stratified Multistage": it adds up the strata
 * of a universe that were appraised one by one, with any design, such as two or three stages.
 *
 * RAT-STATS' users type in percentages that were rounded to two places; the proportions of our own results may be
 * taken as they are.
 *
 * Source: RAT-STATS Companion Manual 2-68 to 2-74, User's Guide 3-74 to 3-80.
 */
export interface AttributeStratifiedMultistage extends AppraisalOptions {
  /** Strata divide the universe and were sampled independently of each other. */
  strata: AttributeStratumProportion[];
}

/**
 * AttributeStratifiedMultistage is RAT-STATS' "Attribute Appraisals > Stratified Multistage": it adds up the strata
 * of a universe that were appraised one by one, with any design, such as two or three stages.
 *
 * RAT-STATS' users type in percentages that were rounded to two places; the proportions of our own results may be
 * taken as they are.
 *
 * Source: RAT-STATS Companion Manual 2-68 to 2-74, User's Guide 3-74 to 3-80.
 */
export interface AttributeStratifiedMultistageInput extends AppraisalOptionsInput {
  /** Strata divide the universe and were sampled independently of each other. */
  strata: AttributeStratumProportionInput[];
}

/**
 * AttributeStratifiedMultistageResult is the appraisal of all strata together; its intervals use the normal
 * distribution.
 */
export interface AttributeStratifiedMultistageResult extends AttributeProjection {
  /** Universe is the number of items in all strata. */
  universe: number;
  /** Strata as they were given. */
  strata: AttributeStratumProportion[];
}

/**
 * AttributeStratifiedResult is the appraisal of a stratified sample. All its intervals use the normal distribution,
 * those of the strata too, as RAT-STATS has it.
 */
export interface AttributeStratifiedResult extends AttributeProjection, AttributeSample {
  /**
   * Universe, SampleSize and Count are the items, the sampled ones, and those of them with the characteristic, of
   * all strata.
   */
  universe: number;
  /** Strata are the appraisals of the strata, in their order. */
  strata: AttributeStratumSection[];
}

/** AttributeStratum is a part of the universe from which a simple random sample of its own was drawn. */
export interface AttributeStratum extends AttributeSample {
  /** Name of the stratum, for printouts; strata are numbered from 1 in any case. */
  name?: string;
  /** Universe is the number of items in the stratum. */
  universe: number;
}

/** AttributeStratumProportion is what an earlier appraisal says of a stratum. */
export interface AttributeStratumProportion {
  /** Name of the stratum; RAT-STATS has none. */
  name?: string;
  /** Proportion of the stratum's items that have the characteristic, as a fraction: "0.1690" for 16.90 percent. */
  proportion: Decimal;
  /** StandardError of that estimate, as a fraction as well. */
  standardError: Decimal;
  /** Universe is the number of items in the stratum, at the last stage of its sample. */
  universe: number;
}

/** AttributeStratumProportion is what an earlier appraisal says of a stratum. */
export interface AttributeStratumProportionInput {
  /** Name of the stratum; RAT-STATS has none. */
  name?: string;
  /** Proportion of the stratum's items that have the characteristic, as a fraction: "0.1690" for 16.90 percent. */
  proportion: DecimalInput;
  /** StandardError of that estimate, as a fraction as well. */
  standardError: DecimalInput;
  /** Universe is the number of items in the stratum, at the last stage of its sample. */
  universe: number;
}

/**
 * AttributeStratumSection is the appraisal of one stratum. RAT-STATS prints its proportion, its quantity and its
 * precision.
 */
export interface AttributeStratumSection extends AttributeStratum, AttributeProjection {
}

/**
 * AttributeThreeStage is RAT-STATS' "Attribute Appraisals > Three-Stage Unrestricted": a simple random sample of
 * primary units, of each of them one of secondary units, and of each of these one of items, the third-stage units.
 *
 * Source: RAT-STATS Companion Manual 2-19 to 2-27, User's Guide 3-29 to 3-38; Cochran, Sampling Techniques (1977),
 * sec. 10.8 and ch. 11.
 */
export interface AttributeThreeStage extends AppraisalOptions {
  /** Universe is the number of primary units in the universe. */
  universe: number;
  /**
   * ThirdUniverse is the number of items in the universe, 0 where it is not known. It decides the estimator of the
   * proportion.
   */
  thirdUniverse?: number;
  /** Units are the primary units that were drawn. */
  units: AttributeThreeStageUnit[];
  /**
   * ZeroVarianceForSingle takes the variance of a single primary unit out of more, and that of a single item of a
   * secondary unit with more, as zero; without it either is an error. A single secondary unit of a primary unit
   * with more never has a variance, as in RAT-STATS' appraisal of dollars (User's Guide 4-72); its manuals are
   * silent for counts.
   */
  zeroVarianceForSingle?: boolean;
}

/**
 * AttributeThreeStage is RAT-STATS' "Attribute Appraisals > Three-Stage Unrestricted": a simple random sample of
 * primary units, of each of them one of secondary units, and of each of these one of items, the third-stage units.
 *
 * Source: RAT-STATS Companion Manual 2-19 to 2-27, User's Guide 3-29 to 3-38; Cochran, Sampling Techniques (1977),
 * sec. 10.8 and ch. 11.
 */
export interface AttributeThreeStageInput extends AppraisalOptionsInput {
  /** Universe is the number of primary units in the universe. */
  universe: number;
  /**
   * ThirdUniverse is the number of items in the universe, 0 where it is not known. It decides the estimator of the
   * proportion.
   */
  thirdUniverse?: number;
  /** Units are the primary units that were drawn. */
  units: AttributeThreeStageUnit[];
  /**
   * ZeroVarianceForSingle takes the variance of a single primary unit out of more, and that of a single item of a
   * secondary unit with more, as zero; without it either is an error. A single secondary unit of a primary unit
   * with more never has a variance, as in RAT-STATS' appraisal of dollars (User's Guide 4-72); its manuals are
   * silent for counts.
   */
  zeroVarianceForSingle?: boolean;
}

/**
 * AttributeThreeStageResult is the appraisal of a three-stage sample. Its intervals use the normal distribution, as
 * RAT-STATS has it.
 */
export interface AttributeThreeStageResult extends AttributeProjection {
  /**
   * Estimator is that of the proportion; the quantity is always unbiased. With a ratio the limits of the quantity
   * are no multiple of those of the proportion.
   */
  estimator: AttributeEstimator;
  /**
   * Stages are the primary units, the secondary units of those that were drawn, and the items of those drawn of the
   * latter.
   */
  stages: AppraisalStageSize[];
  /** ThirdUniverse is the number of items in the universe, 0 where it is not known. */
  thirdUniverse?: number;
  /** Count is the number of sampled items with the characteristic. */
  count: number;
  /** StageVariances are what drawing at each stage adds to the squared standard error of the quantity. */
  stageVariances: Decimal[];
  /** Units are the primary units, in their order. */
  units: AttributeThreeStageUnitSection[];
}

/** AttributeThreeStageUnit is a primary unit that was drawn, with a simple random sample of its secondary units. */
export interface AttributeThreeStageUnit {
  /** Name of the unit, for printouts; units are numbered from 1 in any case. */
  name?: string;
  /** Universe is the number of secondary units in the unit. */
  universe: number;
  /** Units are the secondary units that were drawn. */
  units: AttributeSampledUnit[];
}

/** AttributeThreeStageUnitSection is what the sampled secondary units say of one primary unit. */
export interface AttributeThreeStageUnitSection extends AttributeSample {
  /** Name of the unit as it was given. */
  name?: string;
  /** Universe is the number of secondary units in the unit, Items that of the items in those that were drawn. */
  universe: number;
  /** Universe is the number of secondary units in the unit, Items that of the items in those that were drawn. */
  items: number;
  /** PointEstimate is the estimated quantity in the unit, StandardError its standard error. */
  pointEstimate: Decimal;
  /** PointEstimate is the estimated quantity in the unit, StandardError its standard error. */
  standardError: Decimal;
  /** Units are the secondary units, in their order. */
  units: AttributeUnitSection[];
}

/**
 * AttributeTwoStage is RAT-STATS' "Attribute Appraisals > Two-Stage Unrestricted": a simple random sample of
 * primary units, and of each of them a simple random sample of its items, the secondary units.
 *
 * Source: RAT-STATS Companion Manual 2-11 to 2-18, User's Guide 3-20 to 3-28; Cochran, Sampling Techniques (1977),
 * ch. 11.
 */
export interface AttributeTwoStage extends AppraisalOptions {
  /** Universe is the number of primary units in the universe. */
  universe: number;
  /**
   * SecondaryUniverse is the number of items in the universe, 0 where it is not known. It decides the estimator of
   * the proportion.
   */
  secondaryUniverse?: number;
  /** Units are the primary units that were drawn. */
  units: AttributeSampledUnit[];
  /**
   * ZeroVarianceForSingle takes the variance of a single primary unit out of more, and that of a single item of a
   * unit with more, as zero; without it either is an error. RAT-STATS' manuals give no rule.
   */
  zeroVarianceForSingle?: boolean;
}

/**
 * AttributeTwoStage is RAT-STATS' "Attribute Appraisals > Two-Stage Unrestricted": a simple random sample of
 * primary units, and of each of them a simple random sample of its items, the secondary units.
 *
 * Source: RAT-STATS Companion Manual 2-11 to 2-18, User's Guide 3-20 to 3-28; Cochran, Sampling Techniques (1977),
 * ch. 11.
 */
export interface AttributeTwoStageInput extends AppraisalOptionsInput {
  /** Universe is the number of primary units in the universe. */
  universe: number;
  /**
   * SecondaryUniverse is the number of items in the universe, 0 where it is not known. It decides the estimator of
   * the proportion.
   */
  secondaryUniverse?: number;
  /** Units are the primary units that were drawn. */
  units: AttributeSampledUnit[];
  /**
   * ZeroVarianceForSingle takes the variance of a single primary unit out of more, and that of a single item of a
   * unit with more, as zero; without it either is an error. RAT-STATS' manuals give no rule.
   */
  zeroVarianceForSingle?: boolean;
}

/**
 * AttributeTwoStageResult is the appraisal of a two-stage sample. Its intervals use the normal distribution, as
 * RAT-STATS has it. RAT-STATS shows no quantity where the items of the universe are not known, although its
 * estimate does not need them.
 */
export interface AttributeTwoStageResult extends AttributeProjection {
  /** Estimator is that of the proportion; the quantity is always unbiased. */
  estimator: AttributeEstimator;
  /** Stages are the primary units, and the items of those that were drawn. */
  stages: AppraisalStageSize[];
  /** SecondaryUniverse is the number of items in the universe, 0 where it is not known. */
  secondaryUniverse?: number;
  /** Count is the number of sampled items with the characteristic. */
  count: number;
  /** StageVariances are what drawing at either stage adds to the squared standard error of the quantity. */
  stageVariances: Decimal[];
  /** Units are the primary units, in their order. */
  units: AttributeUnitSection[];
}

/** AttributeUnitSection is what the items of one sampled unit say of it. */
export interface AttributeUnitSection extends AttributeSampledUnit {
  /** Proportion of the sampled items with the characteristic. */
  proportion: Decimal;
  /** PointEstimate is the estimated quantity in the unit, StandardError its standard error. */
  pointEstimate: Decimal;
  /** PointEstimate is the estimated quantity in the unit, StandardError its standard error. */
  standardError: Decimal;
}

/**
 * AttributeUnrestricted is RAT-STATS' "Attribute Appraisals > Unrestricted": a simple random sample, drawn without
 * replacement from a universe of known size. Its limits are exact: they come from the hypergeometric distribution
 * and not from a standard error.
 *
 * Source: RAT-STATS Companion Manual 2-2 to 2-5, 4-26 to 4-30, User's Guide 3-4 to 3-11; Buonaccorsi, "A note on
 * confidence intervals for proportions in finite populations", The American Statistician 41 (1987), 215-218.
 */
export interface AttributeUnrestricted extends AttributeSample, AppraisalOptionsInput {
  /** Universe is the number of items the sample was drawn from, up to MaxExactUniverse. */
  universe: number;
  /**
   * OneSided answers the question that RAT-STATS asks where no item of the sample or every item has the
   * characteristic: the levels are then one-sided ones, and only the limit that is not certain is stated. In any
   * other case it is an error. Setting OneSided after seeing the sample does not keep the level: where 3 items of a
   * universe of 6 have the characteristic, two fifths of the samples of 2 give an interval that misses the 3 at the
   * level 0.80. Anyone who wants a one-sided limit decides so beforehand and takes OneSidedLevels.
   */
  oneSided?: boolean;
}

/** AttributeUnrestrictedResult is the appraisal of an unrestricted sample. */
export interface AttributeUnrestrictedResult extends AttributeSample {
  /** Universe and Sample are those that were appraised. */
  universe: number;
  /** PointEstimate is the projected quantity of items with the characteristic in the universe. */
  pointEstimate: Decimal;
  /**
   * StandardError of the quantity, stated beside the limits, which do not come from it; none for a single item
   * drawn out of more.
   */
  standardError?: Decimal;
  /** Proportion of items with the characteristic, as a fraction, and its standard error. */
  proportion: Decimal;
  standardErrorProportion?: Decimal;
  /** Side says what the intervals are: two-sided, or the answer to Unrestricted.OneSided. */
  side: AttributeSide;
  /** Intervals are in the order of the levels asked for. */
  intervals: AttributeCountInterval[];
  /**
   * OneSided are the limits of the one-sided levels asked for. Each of the two alone holds with the confidence of
   * the level, both together do not.
   */
  oneSided?: AttributeCountInterval[];
  /** Warnings are findings that are not errors. */
  warnings?: Warning[];
}

/** Batch is one input: a submission of determinations, a correction of the frame, or walk-throughs of systems. */
export interface Batch {
  stage: Stage;
  date?: CivilDate;
  determinations?: Determination[];
  correction?: FrameCorrection;
  systems?: WalkThrough[];
}

/** Batch is one input: a submission of determinations, a correction of the frame, or walk-throughs of systems. */
export interface BatchInput {
  stage: Stage;
  date?: CivilDate;
  determinations?: DeterminationInput[];
  correction?: FrameCorrection;
  systems?: WalkThrough[];
}

/** Calculation is one calculation of the JSON contract. */
export interface Calculation {
  /** Name of the calculation: "appraisal.variable.unrestricted". */
  name: string;
  /** Summary says in a sentence what it does. */
  summary: string;
  /** Source of its formulas and rules. */
  source: string;
  /** Example is a request that works. */
  example: unknown;
  /** Printout tells whether the result can be printed as a page of a workpaper, with Contract.Print. */
  printout: boolean;
}

/** ChanceRequest asks how likely a size finds one of so many errors. */
export interface ChanceRequest {
  universe: number;
  size: number;
  errors: number;
}

export interface ChanceResult {
  chance: Decimal;
}

/** CheckRequest holds answers to a checklist. */
export interface CheckRequest {
  /** MedicalNecessity says that the agreement has medical necessity reviewed; for the IRO's qualifications. */
  medicalNecessity?: boolean;
  answers?: ReportableChecklistAnswer[];
}

/** ChecklistResult is what the self-audit and the penalty view go by. */
export interface ChecklistResult {
  tasks: TrainingTask[];
  pitfalls: TrainingPitfall[];
  factors: TrainingFactor[];
  rules: ReportableRule[];
}

/** ClockRequest asks about the 72 hours of an incident. */
export interface ClockRequest {
  incident: TrainingIncident;
  at: Timestamp;
}

/** CompetencyRequest asks about a check of a programme. */
export interface CompetencyRequest {
  program: TrainingProgram;
  check: string;
}

/** Consultation records what the OIG monitor was asked and said about the use of spares. */
export interface Consultation {
  /** Date of the consultation. */
  date: CivilDate;
  /** With is the monitor who was asked. */
  with: string;
  /** Said is the guidance that was given. */
  said: string;
}

/** ContentsRequest asks for the contents of a report, with answers where there are some. */
export interface ContentsRequest {
  report: ExtrapolateReportKind;
  answers?: ReportableChecklistAnswer[];
}

/** CorrectedFrame is the frame without the claims that left. */
export interface CorrectedFrame {
  /** Size is the number of claims that belong: the universe of sizes and extrapolations. */
  size: number;
  /** Paid is the total of their paid amounts in dollars. */
  paid: Decimal;
  /**
   * Digest is "sha256:" and the SHA-256 of their lines in the canonical form of the frame (see Frame.WriteTo), with
   * the numbers they have in it.
   */
  digest: string;
}

/** CountFilesRequest are the texts of the two files of an RHC appraisal of counts. */
export interface CountFilesRequest {
  units: string;
  data: string;
}

/** CurveRequest asks for the precision of many sizes. */
export interface CurveRequest extends SampleSizeProbe {
  distribution?: AppraisalDistribution;
  sizes?: number[];
}

export interface CurveResult {
  points: SampleSizeExpected[];
}

/** DataFileRequest is the text of a file of values, and where they stand in it. */
export interface DataFileRequest extends VariableDataFile {
  text: string;
}

/** Determination is the reviewer's decision on one claim of the worklist. */
export interface Determination extends ErrorRateService {
  /** ID of the claim, as in the frame: without blanks around it. */
  id: string;
  /** Paid, where given, has to be the paid amount of the frame: a safeguard against mixed-up files. */
  paid?: Decimal;
  /** Correct is what should have been paid; none when the documentation is missing. */
  correct?: Decimal;
  /** Documentation that was produced; it has to be stated. */
  documentation: ErrorRateDocumentation;
  /** Reason of the error in the reviewer's words. */
  reason?: string;
  /** Category of the reason. */
  category?: ErrorRateCategory;
}

/** DeterminationFileRequest is the text of a file of determinations. Without a worklist every row is taken. */
export interface DeterminationFileRequest {
  text: string;
  options?: DeterminationOptions;
  worklist?: FrameClaimInput[];
}

export interface DeterminationFileResult {
  determinations: Determination[];
  /** Others is the number of rows of other claims than those of the worklist. */
  others: number;
}

/** Determination is the reviewer's decision on one claim of the worklist. */
export interface DeterminationInput extends ErrorRateService {
  /** ID of the claim, as in the frame: without blanks around it. */
  id: string;
  /** Paid, where given, has to be the paid amount of the frame: a safeguard against mixed-up files. */
  paid?: DecimalInput;
  /** Correct is what should have been paid; none when the documentation is missing. */
  correct?: DecimalInput;
  /** Documentation that was produced; it has to be stated. */
  documentation: ErrorRateDocumentation;
  /** Reason of the error in the reviewer's words. */
  reason?: string;
  /** Category of the reason. */
  category?: ErrorRateCategory;
}

/**
 * DeterminationOptions name the columns of a file of determinations. Every field is optional; names are those of
 * the header line; surrounding blanks and case are ignored.
 */
export interface DeterminationOptions {
  /** ID is the column of the claim id; default "claim_id". */
  id?: string;
  /**
   * Paid is the column of the paid amount, which then has to be that of the frame; default "paid" if there is one.
   */
  paid?: string;
  /**
   * Correct is the column of the amount that should have been paid, empty where documentation is missing; default
   * "correct".
   */
  correct?: string;
  /** Documentation is the column with complete, insufficient or missing; default "documentation". */
  documentation?: string;
  /** Reason is the column of the reviewer's words; default "reason" if there is one. */
  reason?: string;
  /**
   * Category is the column with coding, documentation, medical_necessity or other; default "category" if there is
   * one.
   */
  category?: string;
  /**
   * Patient, ServiceDate (as 2026-11-22), CodeSubmitted, CodeReimbursed and CodeCorrect are columns of what the
   * claim was for; default "patient", "service_date", "code_submitted", "code_reimbursed" and "code_correct" if
   * there are such.
   */
  patient?: string;
  /**
   * Patient, ServiceDate (as 2026-11-22), CodeSubmitted, CodeReimbursed and CodeCorrect are columns of what the
   * claim was for; default "patient", "service_date", "code_submitted", "code_reimbursed" and "code_correct" if
   * there are such.
   */
  serviceDate?: string;
  /**
   * Patient, ServiceDate (as 2026-11-22), CodeSubmitted, CodeReimbursed and CodeCorrect are columns of what the
   * claim was for; default "patient", "service_date", "code_submitted", "code_reimbursed" and "code_correct" if
   * there are such.
   */
  codeSubmitted?: string;
  /**
   * Patient, ServiceDate (as 2026-11-22), CodeSubmitted, CodeReimbursed and CodeCorrect are columns of what the
   * claim was for; default "patient", "service_date", "code_submitted", "code_reimbursed" and "code_correct" if
   * there are such.
   */
  codeReimbursed?: string;
  /**
   * Patient, ServiceDate (as 2026-11-22), CodeSubmitted, CodeReimbursed and CodeCorrect are columns of what the
   * claim was for; default "patient", "service_date", "code_submitted", "code_reimbursed" and "code_correct" if
   * there are such.
   */
  codeCorrect?: string;
  /** Comma is what stands between two fields: ",", ";", "\t" or "|"; default ",". */
  comma?: string;
}

/**
 * Diagnosis names an error that makes reported figures what they are or, where the agreement as given leaves open
 * what is right and says so, a choice other than the default.
 */
export interface Diagnosis {
  /** Code of the error: "normal_percentile". */
  code: string;
  /** Error says in a sentence what was done. */
  error: string;
  /** Rule says what is right, Source where that stands. */
  rule: string;
  /** Rule says what is right, Source where that stands. */
  source: string;
  /** Explains are the paths of all figures that do not match and that come out as printed with this error. */
  explains: string[];
  /**
   * Equivalent are the codes of other errors given that explain the same figures: the report does not tell them
   * apart.
   */
  equivalent?: string[];
}

/** DocumentedAppraisal is an extrapolation with the printout of its appraisal. */
export interface DocumentedAppraisal extends ExtrapolateExtrapolation {
  printout: string;
  /**
   * Curve is the precision that samples of other sizes would have had with these claims' mean and standard
   * deviation, at the agreement's confidence level. The sample's own size is among them. None where nothing was
   * overpaid.
   */
  curve?: SampleSizeExpected[];
}

/** DocumentedCorrection is a correction as a report documents it. */
export interface DocumentedCorrection {
  /** Number of the correction, from 1. */
  number: number;
  date?: CivilDate;
  /** Stage at which the review was. */
  stage: Stage;
  ground: Ground;
  description: string;
  search: string;
  quote?: string;
  monitor?: Consultation;
  /** Count is the number of claims that left, Paid the total of their paid amounts in dollars. */
  count: number;
  /** Count is the number of claims that left, Paid the total of their paid amounts in dollars. */
  paid: Decimal;
  /** Claims are their ids by frame number; left out where they are more than 100. */
  claims?: string[];
  /** Digest is "sha256:" and the SHA-256 of their lines in the canonical form of the frame. */
  digest: string;
  /** Drawn are those among them that had been drawn or reviewed, with the determination that no longer counts. */
  drawn?: LeftClaim[];
}

/** DocumentedDraw is a draw with its printout. */
export interface DocumentedDraw extends Draw {
  printout: string;
}

/** DocumentedSize is the size of the full sample with the printout of the sample size table. */
export interface DocumentedSize {
  /** Wanted is the cell of the agreement's confidence and precision. */
  wanted: SampleSizeCell;
  /** Drawn is the number of claims in the full sample. */
  drawn: number;
  table: SampleSizeProbeTable;
  printout: string;
}

/**
 * Draw is a drawn sample and the stage it was drawn for. The sample is one of numbers or, where the agreement has
 * claims drawn by tickets, one of claim ids. Draw.Units gives the claims of both.
 */
export interface Draw {
  stage: Stage;
  /** Selection of numbers; left out for tickets. */
  selection?: SamplingSelection;
  /** Tickets is the selection of claim ids; none for the other methods. */
  tickets?: TicketDraw;
  /**
   * Replacements are the drawn claims that left with a correction of the frame, and those that stepped in for them.
   * The selection is what the seed gives, as it was printed, with as many spares as it took.
   */
  replacements?: Replacement[];
}

/** DrawOnRequestFramesOfTwoSelection asks for more units after a selection. */
export interface DrawOnRequestFramesOfTwoSelection {
  selection: SamplingFramesOfTwoSelectionInput;
  more: number;
}

/** DrawOnRequestFramesSelection asks for more units after a selection. */
export interface DrawOnRequestFramesSelection {
  selection: SamplingFramesSelectionInput;
  more: number;
}

/** DrawOnRequestSelection asks for more units after a selection. */
export interface DrawOnRequestSelection {
  selection: SamplingSelectionInput;
  more: number;
}

/** DrawOnRequestSetsSelection asks for more units after a selection. */
export interface DrawOnRequestSetsSelection {
  selection: SamplingSetsSelectionInput;
  more: number;
}

/** DrawOnRequestTicketSelection asks for more units after a selection. */
export interface DrawOnRequestTicketSelection {
  selection: SamplingTicketSelectionInput;
  more: number;
}

/** DrawnClaim is a claim of the last sample with its order of selection. */
export interface DrawnClaim extends FrameClaim {
  order: number;
}

/** DrawnClaim is a claim of the last sample with its order of selection. */
export interface DrawnClaimInput extends FrameClaimInput {
  order: number;
}

/** DueRequest asks for one due date. */
export interface DueRequest {
  calendar?: ReportableCalendar;
  from: CivilDate;
  days: number;
  before?: boolean;
}

/**
 * ErrorPoint is where the error arose that resulted in an overpayment.
 *
 * "source_coding": PointSource: the code was wrong on the source document.
 *
 * "data_entry": PointEntry: the code was right on the source document and entered wrongly.
 *
 * "cross_walk": PointCrossWalk: the code was entered rightly, and the charge master or other software made another
 * one of it.
 *
 * "other": PointOther: somewhere else, which is named.
 *
 * "not_found": PointNotFound: the walk-through did not find the point; the cause says what is known.
 */
export type ErrorPoint = "source_coding" | "data_entry" | "cross_walk" | "other" | "not_found";

/** ErrorPointTotal sums the overpaid claims whose error arose at one point. */
export interface ErrorPointTotal {
  point: ErrorPoint;
  /** Other is the system or process of "other"; each has a total of its own. */
  other?: string;
  /** Claims is the number of the claims, Overpaid the sum of their overpayments in dollars. */
  claims: number;
  /** Claims is the number of the claims, Overpaid the sum of their overpayments in dollars. */
  overpaid: Decimal;
}

/**
 * ErrorRateCategory classifies the reason of an error.
 *
 * "coding": CategoryCoding: a wrong code or level was billed.
 *
 * "documentation": CategoryDocumentation: documentation is missing or does not support what was billed.
 *
 * "medical_necessity": CategoryMedicalNecessity: the service was not medically necessary.
 *
 * "other": CategoryOther: anything else.
 *
 * "": Unclassified: no category was given.
 */
export type ErrorRateCategory = "coding" | "documentation" | "medical_necessity" | "other" | "";

/** ErrorRateCategoryTotal sums the claims in error of one category. */
export interface ErrorRateCategoryTotal {
  category: ErrorRateCategory;
  /** Claims in error: ClaimsOverpaid and ClaimsUnderpaid together. */
  claims: number;
  /** Claims in error: ClaimsOverpaid and ClaimsUnderpaid together. */
  claimsOverpaid: number;
  /** Claims in error: ClaimsOverpaid and ClaimsUnderpaid together. */
  claimsUnderpaid: number;
  /**
   * Overpaid and Underpaid are the sums of their overpayments and underpayments in dollars, both as positive
   * amounts.
   */
  overpaid: Decimal;
  /**
   * Overpaid and Underpaid are the sums of their overpayments and underpayments in dollars, both as positive
   * amounts.
   */
  underpaid: Decimal;
}

/** ErrorRateClaim is a paid claim with the reviewer's determination. Amounts are in dollars, in whole cents. */
export interface ErrorRateClaim extends ErrorRateService {
  /** Number is the claim's number in the sampling frame, from 1; 0 where it has none. */
  number: number;
  /** ID is the provider's or payor's claim id, without blanks around it, as a frame has it. */
  id: string;
  /** Payor that paid the claim, where it is known. */
  payor?: string;
  /** Paid is what the payor paid for the claim, above zero. */
  paid: Decimal;
  /** Correct is what should have been paid, zero or more; none when the documentation is missing. */
  correct?: Decimal;
  /** Documentation that was produced; it has to be stated. */
  documentation: ErrorRateDocumentation;
  /** Reason of the error in the reviewer's words. */
  reason?: string;
  /** Category of the reason. */
  category?: ErrorRateCategory;
}

/** ErrorRateClaim is a paid claim with the reviewer's determination. Amounts are in dollars, in whole cents. */
export interface ErrorRateClaimInput extends ErrorRateService {
  /** Number is the claim's number in the sampling frame, from 1; 0 where it has none. */
  number?: number;
  /** ID is the provider's or payor's claim id, without blanks around it, as a frame has it. */
  id: string;
  /** Payor that paid the claim, where it is known. */
  payor?: string;
  /** Paid is what the payor paid for the claim, above zero. */
  paid: DecimalInput;
  /** Correct is what should have been paid, zero or more; none when the documentation is missing. */
  correct?: DecimalInput;
  /** Documentation that was produced; it has to be stated. */
  documentation: ErrorRateDocumentation;
  /** Reason of the error in the reviewer's words. */
  reason?: string;
  /** Category of the reason. */
  category?: ErrorRateCategory;
}

/** ErrorRateCounts are numbers of claims. */
export interface ErrorRateCounts {
  /** Reviewed is every claim of the sample. */
  reviewed: number;
  /** InError are the claims that were paid wrongly: Overpaid and Underpaid together. */
  inError: number;
  /** InError are the claims that were paid wrongly: Overpaid and Underpaid together. */
  overpaid: number;
  /** InError are the claims that were paid wrongly: Overpaid and Underpaid together. */
  underpaid: number;
  /**
   * MissingDocumentation and InsufficientDocumentation count claims by their Documentation. Missing is always in
   * error, insufficient not always.
   */
  missingDocumentation: number;
  /**
   * MissingDocumentation and InsufficientDocumentation count claims by their Documentation. Missing is always in
   * error, insufficient not always.
   */
  insufficientDocumentation: number;
}

/**
 * ErrorRateDocumentation says what the provider could produce for a claim.
 *
 * "complete": Complete documentation supports a judgement of the claim; a correct amount is given.
 *
 * "insufficient": Insufficient documentation was found but does not support what was billed; a correct amount is
 * given.
 *
 * "missing": Missing documentation: the medical record or billing documentation cannot be located. No correct
 * amount is given, and the whole paid amount is the overpayment.
 */
export type ErrorRateDocumentation = "complete" | "insufficient" | "missing";

/**
 * ErrorRateNetting says whether underpayments are set off against overpayments in the error rate. OIG allows it
 * ("may be netted").
 *
 * "netted": Netted: net overpayment = overpayments - underpayments. The default.
 *
 * "not_netted": NotNetted: net overpayment = overpayments.
 */
export type ErrorRateNetting = "netted" | "not_netted";

/** ErrorRateResult is the error rate of a sample. Dollar figures are exact sums. */
export interface ErrorRateResult extends ErrorRateSample {
  /** Paid is the sum of the paid amounts. */
  paid: Decimal;
  /** Overpaid is the sum of the overpayments. */
  overpaid: Decimal;
  /** Underpaid is the sum of the underpayments, as a positive amount. */
  underpaid: Decimal;
  /** NetOverpayment is Overpaid less Underpaid, or Overpaid where netting is not done. */
  netOverpayment: Decimal;
  /** ErrorRate is NetOverpayment / Paid as a fraction, with 20 significant digits. */
  errorRate: Decimal;
  /** ThresholdMet reports whether the exact rate is at or above the threshold. */
  thresholdMet: boolean;
  counts: ErrorRateCounts;
  /** Categories are in a fixed order; only those with a claim in error are listed. */
  categories?: ErrorRateCategoryTotal[];
}

/**
 * ErrorRateSample is a reviewed sample whose error rate is asked for.
 *
 * Source: OIG CIA FAQ, October 7, 2022, "CIA Claims Reviews".
 */
export interface ErrorRateSample {
  /** Claims are all claims of the sample, those without an error too. */
  claims: ErrorRateClaim[];
  /**
   * Threshold is the error rate from which more has to be done; 0 means 0.05, and is refused where JSON gives it.
   */
  threshold?: Decimal;
  /** Netting; empty means Netted. */
  netting?: ErrorRateNetting;
}

/**
 * ErrorRateSample is a reviewed sample whose error rate is asked for.
 *
 * Source: OIG CIA FAQ, October 7, 2022, "CIA Claims Reviews".
 */
export interface ErrorRateSampleInput {
  /** Claims are all claims of the sample, those without an error too. */
  claims: ErrorRateClaimInput[];
  /**
   * Threshold is the error rate from which more has to be done; 0 means 0.05, and is refused where JSON gives it.
   */
  threshold?: DecimalInput;
  /** Netting; empty means Netted. */
  netting?: ErrorRateNetting;
}

/**
 * ErrorRateService is what a claim was for, as the appendices of agreements have it listed claim by claim. Every
 * field is for the record and may be left out: nothing is computed from it.
 */
export interface ErrorRateService {
  /** Patient is the beneficiary's identifier. */
  patient?: string;
  /** ServiceDate is the day of the service. */
  serviceDate?: CivilDate;
  /** CodeSubmitted is the code that was billed, CodeReimbursed the one that was paid. */
  codeSubmitted?: string;
  /** CodeSubmitted is the code that was billed, CodeReimbursed the one that was paid. */
  codeReimbursed?: string;
  /** CodeCorrect is the code that the reviewer found right. */
  codeCorrect?: string;
}

/** EvidenceRequest asks for the bundle of a programme. */
export interface EvidenceRequest extends TrainingEvidenceRequest {
  program: TrainingProgram;
}

/**
 * ExclusionReason says why a row of a claims file is not in the frame.
 *
 * "malformed": ExcludedMalformed: the row, or one of the values that decide, cannot be read.
 *
 * "second_segment": ExcludedSecondSegment: an earlier row has the claim id, with another segment.
 *
 * "repeated_id": ExcludedRepeatedID: an earlier row has the claim id, with the same segment or in a file without
 * segments.
 *
 * "zero_paid": ExcludedZeroPaid: nothing was paid.
 *
 * "negative": ExcludedNegative: the paid amount is below zero.
 *
 * "other_payor": ExcludedOtherPayor: the payor is none of the accepted ones.
 *
 * "outside_period": ExcludedOutsidePeriod: the date is not in the review period.
 */
export type ExclusionReason = "malformed" | "second_segment" | "repeated_id" | "zero_paid" | "negative" | "other_payor" | "outside_period";

/** ExtrapolateAlternative asks what a reviewed simple random sample comes to on one of the RepaymentBases. */
export interface ExtrapolateAlternative {
  basis: ExtrapolateRepaymentBasis;
  /** Universe is the number of claims in the population. */
  universe: number;
  /** Claims are all claims of the sample. */
  claims: ErrorRateClaimInput[];
  /** UnderAgreement says that the claims were reviewed under a corporate integrity agreement. */
  underAgreement?: boolean;
  /**
   * Net extrapolates net differences on a basis that takes gross overpayments otherwise; not for a self-disclosure.
   * It takes a Clause, as "payor_net" does.
   */
  net?: boolean;
  /** Clause of the agreement or authority of the payor that allows the basis. */
  clause?: ReportableClause;
  /** On is the day whose rules count; no date takes the newest. */
  on?: CivilDate;
}

/** ExtrapolateAlternativeResult is the amount on one basis, with the figure it rests on. */
export interface ExtrapolateAlternativeResult {
  basis: ExtrapolateRepaymentBasis;
  /** Amount in dollars and cents, half a cent away from zero; 0 where the figure is negative. */
  amount: Decimal;
  /**
   * Figure says which figure it is, Value is that figure unrounded, Level its confidence level (none for a point
   * estimate), Values what was extrapolated.
   */
  figure: ExtrapolateFigureKind;
  /**
   * Figure says which figure it is, Value is that figure unrounded, Level its confidence level (none for a point
   * estimate), Values what was extrapolated.
   */
  value: Decimal;
  /**
   * Figure says which figure it is, Value is that figure unrounded, Level its confidence level (none for a point
   * estimate), Values what was extrapolated.
   */
  level?: Decimal;
  /**
   * Figure says which figure it is, Value is that figure unrounded, Level its confidence level (none for a point
   * estimate), Values what was extrapolated.
   */
  values: ExtrapolateValues;
  /** OtherValues is the same figure with the other values in the place of Values: net for gross, gross for net. */
  otherValues: Decimal;
  /** Found is what the claims of the sample were overpaid by: it is owed in any case. */
  found: Decimal;
  /** AgreementAmount is the point estimate of the gross overpayments, which an agreement has repaid. */
  agreementAmount: Decimal;
  /** Rule is the source of the basis, in the form in force on the day. */
  rule: ReportableRule;
  /** Clause as given. */
  clause?: ReportableClause;
  /** Appraisal of the values. */
  appraisal: VariableUnrestrictedResult;
  warnings?: Warning[];
}

/**
 * ExtrapolateCheckStatus is how a check came out.
 *
 * "passed": Passed: nothing stands out.
 *
 * "noted": Noted: a reader of the estimate has to know it. It is no error and breaks no rule.
 *
 * "failed": Failed: what the agreement asks for is not met.
 */
export type ExtrapolateCheckStatus = "passed" | "noted" | "failed";

/** ExtrapolateComparedPair is the comparison of an earlier with a later review. */
export interface ExtrapolateComparedPair {
  earlier: string;
  later: string;
  /** ErrorsP is the two-sided p-value of Fisher's exact test of the numbers of claims in error. */
  errorsP: Decimal;
  /**
   * ErrorsDiffer says whether it is at most the level of significance divided by the number of tests, PerTest of
   * the result.
   */
  errorsDiffer: boolean;
  /** Dollars is the test of the dollar error rates, DollarsDiffer its outcome by the same measure. */
  dollars: ExtrapolatePermutationTest;
  /** Dollars is the test of the dollar error rates, DollarsDiffer its outcome by the same measure. */
  dollarsDiffer: boolean;
  /** Findings in words. */
  findings: string[];
}

/** ExtrapolateCountedSuspension is a suspension as it was counted. */
export interface ExtrapolateCountedSuspension extends ExtrapolateSuspension {
  /** Ends is the last day counted: Through, or the 180th day after the identification; no date while it is open. */
  ends?: CivilDate;
  /**
   * Days by which it moves the deadline: all its days where it began within the 60 days, else those after the day
   * the cost report is due.
   */
  days: number;
  /** Counted is false for a suspension that the rule does not know or that began too late. */
  counted: boolean;
  /** Capped says that the 180 days ended it. */
  capped?: boolean;
  /** Open says that it has not ended. */
  open?: boolean;
}

/**
 * ExtrapolateCoverage is a simulation of how often the interval holds the truth for data like those of the sample.
 *
 * A population of N claims is made of the n overpayments of the sample, sorted: each stands floor(N/n) times in it,
 * and the r = N mod n claims that are still missing take the values at the places floor((2k+1) n / (2r)) of the
 * sorted list, counted from 0, for k from 0 to r-1. So unit u of the population (from 0) has value u mod n while u
 * is below n floor(N/n). Its total is known. From it samples of n claims are drawn without replacement, each by
 * Floyd's algorithm with the generator of the package documentation (purpose "iromath coverage simulation"), and
 * each is appraised at the level of the interval, exactly.
 *
 * The population is like the sample and not like the one it came from: rare large overpayments that the sample has
 * none of are not in it. Coverage as simulated here is therefore rather too good than too bad.
 */
export interface ExtrapolateCoverage {
  /** Seed and Generator give the random numbers again. */
  seed: string;
  /** Seed and Generator give the random numbers again. */
  generator: string;
  /** Level is the two-sided confidence level of the interval as a fraction. */
  level: Decimal;
  /** Replicates is the number of samples drawn. */
  replicates: number;
  /**
   * Covered counts the samples whose interval held the total, TooHigh those whose lower limit was above it, TooLow
   * those whose upper limit was below it. They add up to Replicates.
   */
  covered: number;
  /**
   * Covered counts the samples whose interval held the total, TooHigh those whose lower limit was above it, TooLow
   * those whose upper limit was below it. They add up to Replicates.
   */
  tooHigh: number;
  /**
   * Covered counts the samples whose interval held the total, TooHigh those whose lower limit was above it, TooLow
   * those whose upper limit was below it. They add up to Replicates.
   */
  tooLow: number;
  /**
   * NoVariation counts the samples all of whose values were equal, so that their interval was a point. They are
   * among the three counts.
   */
  noVariation?: number;
  /** Total of the population that was made. */
  total: Decimal;
  /** Rate is Covered / Replicates. */
  rate: Decimal;
  /**
   * BelowLevel says that fewer samples were covered than chance would explain at the level: by more than three
   * standard deviations of the binomial distribution, decided exactly.
   */
  belowLevel: boolean;
}

/**
 * ExtrapolateExtrapolation is the overpayment of the population. The universe, the claims and the levels it came
 * from are in it.
 */
export interface ExtrapolateExtrapolation extends ExtrapolateSample {
  /** Values that PointEstimate is of: always the gross overpayment. */
  values: ExtrapolateValues;
  /** PointEstimate is the extrapolated overpayment in dollars and cents, half a cent away from zero. */
  pointEstimate: Decimal;
  /** Interval is that of the agreement's confidence level, unrounded. */
  interval: AppraisalInterval;
  /**
   * PrecisionMet reports whether the precision amount is at most the agreement's precision times the point
   * estimate. It is true where the agreement asks for none, and false where it asks for one and nothing was
   * overpaid.
   */
  precisionMet: boolean;
  /**
   * ClaimsNeeded is the sample size that would have met the precision with these claims' mean and standard
   * deviation, where it was missed.
   */
  claimsNeeded?: number;
  /** Overpayment is the appraisal of the gross overpayments, Net that of the net differences. */
  overpayment: VariableUnrestrictedResult;
  /** Overpayment is the appraisal of the gross overpayments, Net that of the net differences. */
  net: VariableUnrestrictedResult;
  warnings?: Warning[];
}

/**
 * ExtrapolateFigureKind names the figure of an appraisal that an amount rests on.
 *
 * "lower_limit_two_sided": FigureLowerTwoSided: the lower limit of a two-sided interval.
 *
 * "lower_limit_one_sided": FigureLowerOneSided: a one-sided lower limit.
 */
export type ExtrapolateFigureKind = "point_estimate" | "lower_limit_two_sided" | "lower_limit_one_sided";

/**
 * ExtrapolateInfluence is what becomes of the point estimate without the claim that drives it most. Without claim i
 * of n it is
 *
 * 	N (sum - x_i) / (n - 1)
 *
 * so that the n estimates without a claim have the point estimate as their mean.
 */
export interface ExtrapolateInfluence {
  /** Number and ID of the claim, and its overpayment; the first of several that drive it alike. */
  number?: number;
  /** Number and ID of the claim, and its overpayment; the first of several that drive it alike. */
  id: string;
  overpayment: Decimal;
  /** Share of all overpayments found, as a fraction. */
  share: Decimal;
  /** Without is the point estimate without the claim, Change the difference to it. */
  without: Decimal;
  /** Without is the point estimate without the claim, Change the difference to it. */
  change: Decimal;
}

/** ExtrapolateObligation is one thing the provider or its IRO has to do. */
export interface ExtrapolateObligation {
  kind: ExtrapolateObligationKind;
  /** Payor it is owed to; empty where claims name none or the amount is not split. */
  payor?: string;
  /** Amount owed before refunds, in dollars and cents. None where nothing is to be paid. */
  amount?: Decimal;
  /** Credited is what was refunded already. */
  credited?: Decimal;
  /** Due is Amount less Credited, never below zero. */
  due?: Decimal;
  /** Claims it is about, by number of claims. */
  claims?: number;
  /** Days are the calendar days that the clock runs; 0 where there is none. */
  days?: number;
  /**
   * By is the last day, counted from the day of identification. No date where that day was not given, where no
   * clock runs, or where the clock starts with an act that is still to come: the determination of a reportable
   * event.
   */
  by?: CivilDate;
  /**
   * Deadline is that of the payor's program with suspensions and cost report, where one was given. By is its last
   * day where nothing but the overpayment rule sets a deadline, or the agreement a later one; an earlier day that
   * the agreement or OIG's FAQ sets is not suspended and stays.
   */
  deadline?: ExtrapolateOverpaymentDeadline;
  /**
   * State says whether it is done, and Open for how many claims it is not, where the work goes claim by claim and
   * is part of the review: systems reviews. Empty where that is not known here.
   */
  state?: ExtrapolateObligationState;
  /**
   * State says whether it is done, and Open for how many claims it is not, where the work goes claim by claim and
   * is part of the review: systems reviews. Empty where that is not known here.
   */
  open?: number;
  /** Rules it follows from, in the form in force on the day of identification. */
  rules: ReportableRule[];
}

/**
 * ExtrapolateObligationKind names what has to be done.
 *
 * "repay_found": RepayFound: repay what was overpaid on the claims of the sample.
 *
 * "repay_extrapolated": RepayExtrapolated: repay the overpayment of the population at the point estimate.
 *
 * "evaluate_extrapolation": EvaluateExtrapolation: decide, under the overpayment rule, whether the extrapolated
 * overpayment is to be repaid.
 *
 * "systems_review": SystemsReview: the systems review that goes with a full sample.
 *
 * "claim_systems_review": ClaimSystemsReview: review the system and process behind each overpaid claim.
 *
 * "consider_reportable_event": ConsiderReportable: decide whether what was found is a reportable event.
 */
export type ExtrapolateObligationKind = "repay_found" | "repay_extrapolated" | "evaluate_extrapolation" | "systems_review" | "claim_systems_review" | "consider_reportable_event";

/** ExtrapolateObligationState says whether an obligation is met. */
export type ExtrapolateObligationState = "open" | "done";

/** ExtrapolateObligations is the answer to a ExtrapolateRepayment. */
export interface ExtrapolateObligations {
  obligations: ExtrapolateObligation[];
  warnings?: Warning[];
}

/** ExtrapolateOverpaymentClock asks by when an overpayment has to be reported and returned. */
export interface ExtrapolateOverpaymentClock {
  /** Program of the payor: medicare_parts_a_b (the default) or medicaid. */
  program?: ExtrapolateProgram;
  /**
   * Identified is the day the overpayment was identified, in the sense of the rule in force; the first one of
   * related overpayments.
   */
  identified: CivilDate;
  /** CostReport is the day a corresponding cost report is due, where there is one. */
  costReport?: CivilDate;
  /** Suspensions of the deadline, in any order. */
  suspensions?: ExtrapolateSuspension[];
  /** On is the day whose rule counts; no date means Identified. */
  on?: CivilDate;
  /** Calendar says what becomes of a last day on a weekend or holiday. The 60 days are calendar days. */
  calendar?: ReportableCalendar;
}

/** ExtrapolateOverpaymentDeadline is the answer to an ExtrapolateOverpaymentClock. */
export interface ExtrapolateOverpaymentDeadline {
  /** Program whose rule was taken. */
  program: ExtrapolateProgram;
  /** By is the last day to report and return; no date while a suspension without an end of its own is open. */
  by?: CivilDate;
  /** SixtyDays is the 60th day after the identification, without suspensions and cost report. */
  sixtyDays: CivilDate;
  /** Remaining are the days of the 60 that are left when the last suspension ends, 60 where there is none. */
  remaining: number;
  /** SuspendedDays are the calendar days by which the suspensions move the deadline. */
  suspendedDays?: number;
  /** CostReportLater says that By is the day the cost report is due. */
  costReportLater?: boolean;
  /**
   * LookbackFrom is the first day on which a payment must have been received for its overpayment to fall under the
   * rule: six years before the identification. None where the rule has no lookback period.
   */
  lookbackFrom?: CivilDate;
  /** Suspensions in the order of their first days. */
  suspensions?: ExtrapolateCountedSuspension[];
  /** Due is how By came about from the end of the last suspension, or from the identification; none without By. */
  due?: ReportableDue;
  /** Rules in the form in force on the day asked for. */
  rules: ReportableRule[];
  warnings?: Warning[];
}

/** ExtrapolatePayorProgram says whose overpayment rule counts for a payor. */
export interface ExtrapolatePayorProgram {
  /** Payor as the claims spell it, blanks around it apart; empty for claims that name none. */
  payor?: string;
  /** Program: medicare_parts_a_b or medicaid. */
  program: ExtrapolateProgram;
}

/** ExtrapolatePermutationTest is a test of the difference of two dollar error rates. */
export interface ExtrapolatePermutationTest {
  /** Difference is the later rate less the earlier one. */
  difference: Decimal;
  /** Complete says that all regroupings were gone through; otherwise Total of them were drawn. */
  complete: boolean;
  /**
   * Total is the number of regroupings, Extreme the number of those with a difference at least as large, up or
   * down.
   */
  total: number;
  /**
   * Total is the number of regroupings, Extreme the number of those with a difference at least as large, up or
   * down.
   */
  extreme: number;
  /** P is Extreme/Total for all regroupings, (Extreme+1)/(Total+1) for those drawn. */
  p: Decimal;
  /** Seed and Generator of regroupings that were drawn. */
  seed?: string;
  /** Seed and Generator of regroupings that were drawn. */
  generator?: string;
}

/**
 * ExtrapolateProgram is whose overpayment rule counts.
 *
 * "medicare_parts_a_b": MedicareAB: Medicare Parts A and B, 42 CFR 401.305. The default.
 *
 * "medicaid": Medicaid: the statute alone, 42 U.S.C. 1320a-7k(d), which knows no suspension.
 */
export type ExtrapolateProgram = "medicare_parts_a_b" | "medicaid";

/**
 * ExtrapolateProtocol is the way an agreement has claims reviewed.
 *
 * "discovery": ProtocolDiscovery: a discovery sample of (typically) 50 claims, at an error rate of 5 percent or
 * more a full sample. Older CIAs.
 *
 * "single": ProtocolSingle: one sample of (typically) 100 claims each year, without a threshold. Recent CIAs.
 *
 * "quarterly": ProtocolQuarterly: a sample of (typically) 30 claims each quarter, without a threshold. IAs.
 */
export type ExtrapolateProtocol = "discovery" | "single" | "quarterly";

/** ExtrapolateRefund is an overpayment that was paid back before the review is closed. */
export interface ExtrapolateRefund {
  /** Payor it went to, where claims name payors. */
  payor?: string;
  /** Amount in dollars, above zero, in whole cents. */
  amount: Decimal;
  /** Date of the refund, for the record. */
  date?: CivilDate;
  /** Note says what it was for. */
  note?: string;
}

/** ExtrapolateRefund is an overpayment that was paid back before the review is closed. */
export interface ExtrapolateRefundInput {
  /** Payor it went to, where claims name payors. */
  payor?: string;
  /** Amount in dollars, above zero, in whole cents. */
  amount: DecimalInput;
  /** Date of the refund, for the record. */
  date?: CivilDate;
  /** Note says what it was for. */
  note?: string;
}

/** ExtrapolateRepayment asks what follows from a finished review. */
export interface ExtrapolateRepayment {
  protocol: ExtrapolateProtocol;
  /**
   * Reviewed is the last sample with its determinations: the discovery sample, or the full, single or quarterly
   * sample.
   */
  reviewed: ErrorRateSampleInput;
  /**
   * Extrapolated is the same sample with its universe. None where nothing is extrapolated: after a discovery sample
   * that called for no full sample.
   */
  extrapolated?: ExtrapolateSampleInput;
  /**
   * Payors are all payors of the population. None means those of the reviewed claims, which may not show every one.
   */
  payors?: string[];
  /**
   * AlsoReviewed are claims that were reviewed and are not in the sample: those of a discovery sample beside a
   * fresh full sample. What was overpaid on them is identified, too.
   */
  alsoReviewed?: ErrorRateClaimInput[];
  /**
   * Identified is the day the overpayments were identified and the determinations were complete: clocks start here.
   */
  identified?: CivilDate;
  /**
   * Days are the calendar days to repay, 1 to 3,660; 0 means the 60 of the rules. No day after the last one of the
   * statute comes of them.
   */
  days?: number;
  /** ReportDays are the calendar days to report a reportable event, 1 to 3,660; 0 means the 30 of the rules. */
  reportDays?: number;
  /** Refunds made so far. */
  refunds?: ExtrapolateRefundInput[];
  /**
   * CostReport is the day a corresponding cost report is due, and Suspensions are those of the deadline. With
   * either, what is to be repaid states the deadline of the payor's program as ExtrapolateOverpaymentClock works it
   * out.
   */
  costReport?: CivilDate;
  /**
   * CostReport is the day a corresponding cost report is due, and Suspensions are those of the deadline. With
   * either, what is to be repaid states the deadline of the payor's program as ExtrapolateOverpaymentClock works it
   * out.
   */
  suspensions?: ExtrapolateSuspension[];
  /**
   * Programs of the payors: a name does not tell. Only Medicare Parts A and B have rules that suspend the deadline.
   * What is owed to a payor whose program is not stated gets their deadline, and a warning with that of Medicaid
   * where they differ.
   */
  programs?: ExtrapolatePayorProgram[];
}

/**
 * ExtrapolateRepaymentBasis names a way to get from a sample to an amount owed.
 *
 * "agreement": ByAgreement: the point estimate of the gross overpayments, as corporate integrity agreements have
 * it.
 *
 * "oig_audit_services": ByAuditServices: the lower limit of the two-sided 90 percent interval, OIG's Office of
 * Audit Services. Under an agreement only with its clause.
 *
 * "oig_self_disclosure": BySelfDisclosure: the point estimate of the gross overpayments of at least 100 items,
 * OIG's Self-Disclosure Protocol.
 *
 * "program_integrity_manual": ByProgramIntegrity: the lower limit of the one-sided 90 percent interval, Medicare's
 * contractors.
 *
 * "payor_net": ByPayorNet: the point estimate of the net differences, where the payor's authority for it is quoted.
 */
export type ExtrapolateRepaymentBasis = "agreement" | "oig_audit_services" | "oig_self_disclosure" | "program_integrity_manual" | "payor_net";

/**
 * ExtrapolateReportDue says when a kind of report is due. The source of it is the agreement: OIG's FAQ has no such
 * days.
 */
export interface ExtrapolateReportDue {
  report: ExtrapolateReportKind;
  /** Days after the end of the period, or for the implementation report after the first day; 1 to 3,660. */
  days: number;
  /** Clause of the agreement that says so. */
  clause?: ReportableClause;
}

/**
 * ExtrapolateReportKind names a report to OIG.
 *
 * "implementation_report": ImplementationReport is due once, some days after the agreement took effect.
 *
 * "claims_review_report": ClaimsReviewReport is due after each review period: each year, or each quarter.
 *
 * "systems_review_report": SystemsReviewReport is due with the claims review report of a period with a full sample.
 *
 * "annual_report": AnnualReport is due after each reporting year.
 */
export type ExtrapolateReportKind = "implementation_report" | "claims_review_report" | "systems_review_report" | "annual_report";

/**
 * ExtrapolateReviewCalendar asks for the review periods of an agreement and the days on which its reports are due.
 */
export interface ExtrapolateReviewCalendar {
  protocol: ExtrapolateProtocol;
  /**
   * First is the first day of the first review period: the day the agreement took effect, where it says no other.
   */
  first: CivilDate;
  /** Periods is their number, 1 to 400: quarters under the quarterly protocol, years under the others. */
  periods: number;
  /**
   * Reports with the days of the agreement, each kind once. No days are assumed for a report that is not listed.
   */
  reports?: ExtrapolateReportDue[];
  /** Calendar turns days into due dates. */
  calendar?: ReportableCalendar;
  /** ExtensionDays before a due date an extension has to be asked for; 0 means the 5 of OIG's FAQ. */
  extensionDays?: number;
}

/**
 * ExtrapolateReviewComparison asks whether reviews of one agreement differ: those of quarters or years, in the
 * order of time.
 */
export interface ExtrapolateReviewComparison {
  reviews: ExtrapolateReviewedSample[];
  /** Netting of underpayments in the dollar error rates; empty means netted. */
  netting?: ErrorRateNetting;
  /**
   * Seed of the permutations: UTF-8 text without line feeds and other control characters, of at most 1,000 bytes
   * with the blank and the number of the comparison that are put behind it. It may be left out where every
   * comparison is small enough to go through all of them.
   */
  seed?: string;
  /**
   * Permutations drawn at random where there are too many to go through: 999 to 99,999, 0 means 9,999. Where there
   * are not more than that, all of them are gone through.
   */
  permutations?: number;
  /** Significance is the probability of a false alarm that all tests together may have; 0 means 0.05. */
  significance?: DecimalInput;
}

/** ExtrapolateReviewComparisonResult is the comparison of reviews. */
export interface ExtrapolateReviewComparisonResult {
  rates: ExtrapolateReviewRates[];
  /** Pairs are each review with the next, and the first with the last where there are more than two. */
  pairs: ExtrapolateComparedPair[];
  /** Significance of all tests together, and the share of it that each of the Tests has. */
  significance: Decimal;
  /** Significance of all tests together, and the share of it that each of the Tests has. */
  tests: number;
  perTest: Decimal;
  /** Method says what the tests do and what they take for granted. */
  method: string[];
  warnings?: Warning[];
}

/** ExtrapolateReviewPeriod is one period of claims. */
export interface ExtrapolateReviewPeriod {
  /** Number of the period from 1, Year of the agreement from 1, Quarter of that year from 1 (0 for years). */
  number: number;
  /** Number of the period from 1, Year of the agreement from 1, Quarter of that year from 1 (0 for years). */
  year: number;
  /** Number of the period from 1, Year of the agreement from 1, Quarter of that year from 1 (0 for years). */
  quarter?: number;
  /** From and Through are its first and last day. */
  from: CivilDate;
  /** From and Through are its first and last day. */
  through: CivilDate;
}

/** ExtrapolateReviewRates are the rates of one review. */
export interface ExtrapolateReviewRates {
  label: string;
  /** Claims is the number of claims reviewed, InError that of those paid wrongly. */
  claims: number;
  /** Claims is the number of claims reviewed, InError that of those paid wrongly. */
  inError: number;
  /** ClaimErrorRate is InError / Claims, a fraction. */
  claimErrorRate: Decimal;
  /** Paid and NetOverpayment are sums in dollars, DollarErrorRate is the net financial error rate, a fraction. */
  paid: Decimal;
  /** Paid and NetOverpayment are sums in dollars, DollarErrorRate is the net financial error rate, a fraction. */
  netOverpayment: Decimal;
  /** Paid and NetOverpayment are sums in dollars, DollarErrorRate is the net financial error rate, a fraction. */
  dollarErrorRate: Decimal;
}

/** ExtrapolateReviewSchedule is the answer to a ExtrapolateReviewCalendar. */
export interface ExtrapolateReviewSchedule {
  periods: ExtrapolateReviewPeriod[];
  /** Reports in the order of their due dates. */
  reports?: ExtrapolateScheduledReport[];
  /** Rules on extensions and systems reviews. */
  rules: ReportableRule[];
  warnings?: Warning[];
}

/** ExtrapolateReviewedSample is one review of an agreement: the claims of its last sample. */
export interface ExtrapolateReviewedSample {
  /** Label names the review: "2026, first quarter". */
  label: string;
  claims: ErrorRateClaimInput[];
}

/**
 * ExtrapolateSample is a reviewed simple random sample of claims whose overpayment is extrapolated to the
 * population.
 */
export interface ExtrapolateSample {
  /** Universe is the number of claims in the population the sample was drawn from. */
  universe: number;
  /**
   * Numbered is the highest claim number of the frame, where claims that never belonged in the population have left
   * it and the others kept their numbers; 0 means that the numbers go up to Universe.
   */
  numbered?: number;
  /**
   * PopulationPaid is the total paid for all claims of the population, in dollars, where it is known: no
   * overpayment can be more.
   */
  populationPaid?: Decimal;
  /** Claims are all claims of the sample, those without an error too. */
  claims: ErrorRateClaim[];
  /** Confidence is the two-sided confidence level the agreement asks for; 0 means 0.90. */
  confidence?: Decimal;
  /**
   * Precision is the precision the agreement asks for, as a fraction of the point estimate; 0 means that it asks
   * for none.
   */
  precision?: Decimal;
  /** Levels are further two-sided confidence levels to state; none means 0.80, 0.90 and 0.95. */
  levels?: Decimal[];
}

/**
 * ExtrapolateSample is a reviewed simple random sample of claims whose overpayment is extrapolated to the
 * population.
 */
export interface ExtrapolateSampleInput {
  /** Universe is the number of claims in the population the sample was drawn from. */
  universe: number;
  /**
   * Numbered is the highest claim number of the frame, where claims that never belonged in the population have left
   * it and the others kept their numbers; 0 means that the numbers go up to Universe.
   */
  numbered?: number;
  /**
   * PopulationPaid is the total paid for all claims of the population, in dollars, where it is known: no
   * overpayment can be more.
   */
  populationPaid?: DecimalInput;
  /** Claims are all claims of the sample, those without an error too. */
  claims: ErrorRateClaimInput[];
  /** Confidence is the two-sided confidence level the agreement asks for; 0 means 0.90. */
  confidence?: DecimalInput;
  /**
   * Precision is the precision the agreement asks for, as a fraction of the point estimate; 0 means that it asks
   * for none.
   */
  precision?: DecimalInput;
  /** Levels are further two-sided confidence levels to state; none means 0.80, 0.90 and 0.95. */
  levels?: DecimalInput[];
}

/** ExtrapolateScheduledReport is a report with its due date. */
export interface ExtrapolateScheduledReport {
  report: ExtrapolateReportKind;
  /** Period it is about, for reports on a review period; Year it is about, for the annual report. */
  period?: number;
  /** Period it is about, for reports on a review period; Year it is about, for the annual report. */
  year?: number;
  /** Condition under which it is due; empty: always. */
  condition?: string;
  /** By is the last day, Due how it came about. */
  by: CivilDate;
  /** By is the last day, Due how it came about. */
  due: ReportableDue;
  /**
   * ExtensionBy is the last day to ask for an extension, in writing and with reasons; no date where that day is
   * before the period even begins.
   */
  extensionBy?: CivilDate;
  /** Source of the due date: the clause of the agreement. */
  source: ReportableSource;
}

/**
 * ExtrapolateScrutiny asks what a court asks about an extrapolation: how precise it is, what it rests on, and
 * whether its interval can be relied on for data like these.
 */
export interface ExtrapolateScrutiny extends ExtrapolateSampleInput {
  /**
   * Seed of the simulation, fixed beforehand: UTF-8 text of at most 1,000 bytes without line feeds and other
   * control characters. None: nothing is simulated.
   */
  seed?: string;
  /** Replicates is the number of simulated samples, 1,000 to 100,000; 0 means 1,000. */
  replicates?: number;
  /**
   * Unsampled are the payments of all claims of the population that were not drawn, for the minimum sum method.
   * None: it is left out.
   */
  unsampled?: DecimalInput[];
  /** ErrorShare of the minimum sum method, see VariableMinimumSum; 0 stands for 1. */
  errorShare?: DecimalInput;
  /**
   * Enlarged says that the size of the sample was chosen after a part of it was reviewed, and that this part is in
   * it: a full sample that takes in its discovery sample.
   */
  enlarged?: boolean;
}

/** ExtrapolateScrutinyCheck is one check of an estimate, for a reader who is no statistician. */
export interface ExtrapolateScrutinyCheck {
  code: string;
  status: ExtrapolateCheckStatus;
  /** Figure that was looked at, as it is to be printed. */
  figure?: string;
  /** Text says in plain words what was found. */
  text: string;
  /** Source of the measure it is judged by. */
  source: ReportableSource;
}

/** ExtrapolateScrutinyResult is the outcome of all checks. */
export interface ExtrapolateScrutinyResult {
  /** Universe and SampleSize are numbers of claims. */
  universe: number;
  /** Universe and SampleSize are numbers of claims. */
  sampleSize: number;
  /** PointEstimate is the extrapolated gross overpayment in dollars and cents. */
  pointEstimate: Decimal;
  /** Level of the interval that is looked at. */
  level: Decimal;
  /** Checks in their order; one that does not apply is left out. */
  checks: ExtrapolateScrutinyCheck[];
  /**
   * Influence of the claim that drives the estimate most; none for fewer than two claims or where every claim was
   * reviewed.
   */
  influence?: ExtrapolateInfluence;
  /** Coverage is the simulation; none without a seed or where there is nothing to simulate. */
  coverage?: ExtrapolateCoverage;
  /** MinimumSum is the appraisal by the minimum sum method; none without the payments of the population. */
  minimumSum?: VariableMinimumSumResult;
}

/** ExtrapolateSuspension is a time in which the deadline is suspended. */
export interface ExtrapolateSuspension {
  kind: ExtrapolateSuspensionKind;
  /**
   * From is the day it starts: the investigation began, the submission was acknowledged, the schedule was asked
   * for.
   */
  from: CivilDate;
  /**
   * Through is the day it ends: the investigation was concluded and the amount calculated, the matter was settled,
   * withdrawn, removed or rejected. No date: it has not ended.
   */
  through?: CivilDate;
}

/**
 * ExtrapolateSuspensionKind is why the deadline is suspended.
 *
 * "investigation": Investigation: a timely good-faith investigation of related overpayments, for overpayments under
 * the rule of 2025. It ends when it is concluded and the whole amount calculated, and 180 days after the
 * identification at the latest.
 *
 * "oig_self_disclosure": OIGDisclosure: from OIG's acknowledgement of a submission to its Self-Disclosure Protocol
 * until settlement, withdrawal or removal.
 *
 * "cms_self_referral_disclosure": CMSDisclosure: the same for CMS' Voluntary Self-Referral Disclosure Protocol.
 *
 * "extended_repayment_schedule": RepaymentSchedule: from the request for an extended repayment schedule (42 CFR
 * 401.603) until it is rejected or its terms are broken.
 */
export type ExtrapolateSuspensionKind = "investigation" | "oig_self_disclosure" | "cms_self_referral_disclosure" | "extended_repayment_schedule";

/**
 * ExtrapolateValues says which amount of each claim is extrapolated.
 *
 * "overpayment": GrossOverpayment: the overpayment of a claim, zero where it was paid correctly or underpaid. What
 * is repaid.
 *
 * "net_difference": NetDifference: paid less correct, negative where the claim was underpaid. Stated beside, never
 * repaid in place.
 */
export type ExtrapolateValues = "overpayment" | "net_difference";

/** Figure is the answer for one reported figure. */
export interface Figure {
  /** Path of the figure: "discovery.errorRate". */
  path: string;
  /** Reported is the figure as printed, Computed ours in the same form, Exact ours with all its digits. */
  reported: string;
  /** Reported is the figure as printed, Computed ours in the same form, Exact ours with all its digits. */
  computed?: string;
  /** Reported is the figure as printed, Computed ours in the same form, Exact ours with all its digits. */
  exact?: string;
  status: FigureStatus;
  /** Difference is Reported less Computed, of dates in days. */
  difference?: string;
  /** Because says why a figure cannot be checked, and what else is to be known. */
  because?: string;
  /** Formula of the figure and its Source. */
  formula?: string;
  /** Formula of the figure and its Source. */
  source?: string;
}

/**
 * FigureStatus is the answer for one figure.
 *
 * "matches": FigureMatches: the figure comes out as printed.
 *
 * "differs": FigureDiffers: the figure does not come out.
 *
 * "cannot_check": FigureCannotCheck: what the figure follows from is not there.
 */
export type FigureStatus = "matches" | "differs" | "cannot_check";

/** FileRequest is a text file. */
export interface FileRequest {
  text: string;
}

/**
 * FilesRequest is the text of the two files of a design of dollars: the strata or units, and the values of all
 * items.
 */
export interface FilesRequest extends VariableDataFile {
  units: string;
  data: string;
}

/** Finding is a reviewed claim. */
export interface Finding extends ErrorRateClaim {
  /** Order of selection in the last sample that holds the claim. */
  order: number;
  /** Stage of the first sample that holds the claim. */
  stage: Stage;
  /** Overpayment and Underpayment are dollars, both as positive amounts. */
  overpayment: Decimal;
  /** Overpayment and Underpayment are dollars, both as positive amounts. */
  underpayment: Decimal;
}

/** FrameClaim is one claim of a frame. */
export interface FrameClaim {
  /** Number is the claim's number in the frame, from 1 in the order of the file. */
  number: number;
  /** ID is the claim id as in the file, without blanks around it. */
  id: string;
  /** Payor is the text of the payor column, "" if there is none. */
  payor?: string;
  /** Paid is the amount paid in dollars, more than zero and in whole cents. */
  paid: Decimal;
}

/** FrameClaim is one claim of a frame. */
export interface FrameClaimInput {
  /** Number is the claim's number in the frame, from 1 in the order of the file. */
  number?: number;
  /** ID is the claim id as in the file, without blanks around it. */
  id: string;
  /** Payor is the text of the payor column, "" if there is none. */
  payor?: string;
  /** Paid is the amount paid in dollars, more than zero and in whole cents. */
  paid: DecimalInput;
}

/**
 * FrameCorrection takes a kind of claim out of the sampling frame because it never belonged in the population. It
 * names all claims of the kind, those in the sample and those that nobody drew.
 */
export interface FrameCorrection {
  /** Ground for which the kind never belonged. */
  ground: Ground;
  /** Description of the kind in words: "claims paid by Example Mutual, a private payor". */
  description: string;
  /** Search says how the whole frame was searched for claims of the kind, so that all of them leave. */
  search: string;
  /** Quote is the sentence of the agreement that leaves the kind out, for "agreement". */
  quote?: string;
  /** Claims are the ids of all claims of the kind. */
  claims: string[];
  /**
   * Monitor is the consultation of the OIG monitor, who is to be asked before a spare is used. Without it there is
   * a warning.
   */
  monitor?: Consultation;
}

/** FrameExclusion is the number of rows left out of a frame for one reason. */
export interface FrameExclusion {
  reason: ExclusionReason;
  count: number;
}

/** FrameFileRequest is the text of a claims file. */
export interface FrameFileRequest {
  text: string;
  options?: FrameOptions;
}

export interface FrameFileResult {
  summary: FrameSummary;
  claims: FrameClaim[];
}

/**
 * FrameOptions say how a claims file is read and which claims belong. Every field is optional.
 *
 * Column names are those of the header line; surrounding blanks and case are ignored.
 */
export interface FrameOptions {
  /** ID is the column of the claim id; default "claim_id". */
  id?: string;
  /** Paid is the column of the paid amount in dollars; default "paid". */
  paid?: string;
  /**
   * Segment is the column that tells the segments of one claim apart; default "segment" if there is such a column.
   */
  segment?: string;
  /** Payor is the column of the payor; default "payor" if there is such a column. */
  payor?: string;
  /**
   * Date is the column of the date that has to be in the review period; default "paid_date". It is read only if
   * there is a period.
   */
  date?: string;
  /** Payors are the accepted payors as the file spells them, surrounding blanks ignored; none: every payor. */
  payors?: string[];
  /** From and Through are the first and the last day of the review period; no date: open on that side. */
  from?: CivilDate;
  /** From and Through are the first and the last day of the review period; no date: open on that side. */
  through?: CivilDate;
  /** Comma is what stands between two fields: ",", ";", "\t" or "|"; default ",". */
  comma?: string;
}

/**
 * FrameSummary says what is in a frame, and what became of every line of the file it was read from: Lines = 1 (the
 * header) + Rows + BlankLines + ContinuedLines, and Rows = Size + the counts of all exclusions.
 */
export interface FrameSummary {
  /** Size is the number of claims in the frame. */
  size: number;
  /** Paid is the exact total of their paid amounts in dollars. */
  paid: Decimal;
  /** Digest identifies the frame: see Frame.Digest. */
  digest: string;
  /** Rows is the number of rows of the file behind the header, or of claims given to NewFrame. */
  rows: number;
  /**
   * Exclusions counts the rows that were left out, one entry for every reason, in the order of ExclusionReasons.
   */
  exclusions: FrameExclusion[];
  /** Malformed are the first 1,000 malformed rows. Their exact count stands in Exclusions. */
  malformed?: RowError[];
  /** Lines is the number of lines of the file. */
  lines?: number;
  /** BlankLines is the number of lines with nothing but blanks, which hold no row. */
  blankLines?: number;
  /** ContinuedLines is the number of lines that continue a row, because of a line end within quotes. */
  continuedLines?: number;
  /**
   * Options are the options the file was read with, the column names as the header has them. A column that was not
   * used has no name. It is zero for a frame from NewFrame.
   */
  options?: FrameOptions;
}

/**
 * FrameSummary says what is in a frame, and what became of every line of the file it was read from: Lines = 1 (the
 * header) + Rows + BlankLines + ContinuedLines, and Rows = Size + the counts of all exclusions.
 */
export interface FrameSummaryInput {
  /** Size is the number of claims in the frame. */
  size: number;
  /** Paid is the exact total of their paid amounts in dollars. */
  paid: DecimalInput;
  /** Digest identifies the frame: see Frame.Digest. */
  digest: string;
  /** Rows is the number of rows of the file behind the header, or of claims given to NewFrame. */
  rows: number;
  /**
   * Exclusions counts the rows that were left out, one entry for every reason, in the order of ExclusionReasons.
   */
  exclusions: FrameExclusion[];
  /** Malformed are the first 1,000 malformed rows. Their exact count stands in Exclusions. */
  malformed?: RowError[];
  /** Lines is the number of lines of the file. */
  lines?: number;
  /** BlankLines is the number of lines with nothing but blanks, which hold no row. */
  blankLines?: number;
  /** ContinuedLines is the number of lines that continue a row, because of a line end within quotes. */
  continuedLines?: number;
  /**
   * Options are the options the file was read with, the column names as the header has them. A column that was not
   * used has no name. It is zero for a frame from NewFrame.
   */
  options?: FrameOptions;
}

/**
 * FullSample says what becomes of the discovery sample when a full sample is due.
 *
 * "continue": FullSampleContinue draws on: the discovery sample, as a whole, is part of the full sample. The
 * default.
 *
 * "fresh": FullSampleFresh draws the full sample anew with a seed of its own, where the formula gives more claims
 * than the discovery sample has: else that is the full sample here too, since it meets the precision as it is.
 */
export type FullSample = "continue" | "fresh";

/** GlossaryTerm is a word of a report and what it means there. */
export interface GlossaryTerm {
  word: string;
  meaning: string;
}

/**
 * Ground is the reason for which a kind of claim never belonged in the population. The grounds are a closed list,
 * the marks of a paid claim that the population is made of; what a reviewer found out about a claim's
 * documentation, coding or medical necessity is none of them.
 *
 * Source: OIG CIA FAQ, October 7, 2022, "CIA Claims Reviews": population and spares.
 *
 * "other_payor": GroundOtherPayor: paid by somebody else than a payor of the agreement, such as a private payor.
 *
 * "other_provider": GroundOtherProvider: not submitted by the provider under the agreement.
 *
 * "not_paid": GroundNotPaid: the provider received no reimbursement, not even a partial one.
 *
 * "outside_period": GroundOutsidePeriod: not of the review period.
 *
 * "agreement": GroundAgreement: left out by words of the agreement, which have to be quoted.
 */
export type Ground = "other_payor" | "other_provider" | "not_paid" | "outside_period" | "agreement";

/**
 * Heading is what stands at the top of a printout beside its title. Every field is optional and printed as given.
 */
export interface Heading {
  /** Audit is the name of the audit or review. RAT-STATS takes up to 40 characters. */
  audit?: string;
  /** Date and Time of the run, as they are to be printed. */
  date?: string;
  /** Date and Time of the run, as they are to be printed. */
  time?: string;
  /** File is the data file read or written. */
  file?: string;
}

/** KindRequest asks about a kind of reportable event. */
export interface KindRequest {
  kind: ReportableKind;
}

/** LeftClaim is a drawn claim that left. */
export interface LeftClaim extends FrameClaim {
  /** Order of selection and Stage of the sample. */
  order: number;
  /** Order of selection and Stage of the sample. */
  stage: Stage;
  /** Determination, where the claim had been reviewed. */
  determination?: ErrorRateClaim;
}

/** NoRequest has no fields. */
export interface NoRequest {
}

/** Outcome is what a review has come to so far. */
export interface Outcome {
  /** First is the error rate of the first sample, once it is reviewed. */
  first?: ErrorRateResult;
  /** Size is the size of the full sample, once it is due: the cell of the agreement, and the table it is from. */
  size?: SampleSizeCell;
  table?: SampleSizeProbeTable;
  /** Last is the error rate of the last sample that is reviewed, the first or the full sample. */
  last?: ErrorRateResult;
  /** Extrapolation of the last sample, once the review is done, where one is due. */
  extrapolation?: ExtrapolateExtrapolation;
}

export interface OverpaymentsResult {
  overpayments: Decimal[];
}

/** PercentileRequest asks for a percentile; no degrees of freedom mean the normal distribution. */
export interface PercentileRequest {
  level: DecimalInput;
  oneSided?: boolean;
  degreesOfFreedom?: DecimalInput;
}

/** PersonRequest asks about one person under the terms of an agreement. */
export interface PersonRequest {
  person: ReportablePerson;
  terms?: ReportableTerms;
}

/** PlanRequest asks for the plan of a programme. */
export interface PlanRequest extends TrainingPlanRequest {
  program: TrainingProgram;
}

/** PrecisionRequest asks for the precision of a sample size. */
export interface PrecisionRequest extends SampleSizeProbe {
  size: number;
  level: DecimalInput;
}

/** ProgramCheck is what is wrong with a programme. */
export interface ProgramCheck {
  ok: boolean;
  wrong: ProgramWrong[];
}

/** ProgramOn asks about a programme on a day. */
export interface ProgramOn {
  program: TrainingProgram;
  on: CivilDate;
}

/** ProgramRequest asks about a programme as a whole. */
export interface ProgramRequest {
  program: TrainingProgram;
}

export interface ProgramWrong {
  field: string;
  rule: string;
}

/** RHCComponents are the sources of a variance. */
export interface RHCComponents {
  /** WithinVariance comes from drawing inside of the units, BetweenVariance from drawing the units. */
  withinVariance: Decimal;
  /** WithinVariance comes from drawing inside of the units, BetweenVariance from drawing the units. */
  betweenVariance: Decimal;
  /** Variance is their sum. */
  variance: Decimal;
}

/** RHCPrimary are the figures of a primary unit in three stages. */
export interface RHCPrimary extends SamplingRHCRow, RHCComponents {
  /** Items is the number of items in the sampled secondary units, SampleSize that of the items sampled of them. */
  items: number;
  /** Items is the number of items in the sampled secondary units, SampleSize that of the items sampled of them. */
  sampleSize: number;
  /** SizesRatio is the size of the group divided by that of the unit. */
  sizesRatio: Decimal;
  /** PointEstimate is that of the total of the primary unit itself; the sizes ratio raises it to its group. */
  pointEstimate: Decimal;
}

/** RHCThreeStage are the figures of all primary units together. */
export interface RHCThreeStage {
  /**
   * Stages are the primary units, the secondary units of those that were drawn, and the items of those drawn of the
   * latter.
   */
  stages: AppraisalStageSize[];
  /** Stage1Variance comes from drawing primary units, Stages2And3Variance from drawing inside of them. */
  stage1Variance: Decimal;
  /** Stage1Variance comes from drawing primary units, Stages2And3Variance from drawing inside of them. */
  stages2And3Variance: Decimal;
  /** Variance is their sum: that of the point estimate. */
  variance: Decimal;
}

/** RHCTwoStage are the figures of all units together. */
export interface RHCTwoStage extends RHCComponents {
  /**
   * Stages are the primary units, those in all groups being the universe, and the items of those that were drawn.
   */
  stages: AppraisalStageSize[];
  /** Size is the sum of the sizes of the sampled primary units, GroupSize that of all. */
  size: Decimal;
  /** Size is the sum of the sizes of the sampled primary units, GroupSize that of all. */
  groupSize: Decimal;
}

/** RHCUnit are the figures of a unit of which items were sampled. */
export interface RHCUnit extends SamplingRHCRow, RHCComponents {
  /** SampleSize is the number of items sampled, Mean their mean. */
  sampleSize: number;
  /** SampleSize is the number of items sampled, Mean their mean. */
  mean: Decimal;
  /** SizesRatio is the size of the group divided by that of the unit. */
  sizesRatio: Decimal;
  /** PointEstimate is that of the total of the group, not of the unit. */
  pointEstimate: Decimal;
}

/** RateCurveRequest asks for the precision of many sizes without a probe sample. */
export interface RateCurveRequest extends SampleSizeErrorRate {
  distribution?: AppraisalDistribution;
  sizes?: number[];
}

/** RatePrecisionRequest and strataPrecisionRequest ask for the precision of a size without one probe sample. */
export interface RatePrecisionRequest extends SampleSizeErrorRate {
  size: number;
  level: DecimalInput;
}

/** ReachingRequest asks which sample size meets a precision by its t interval. */
export interface ReachingRequest extends SampleSizeProbe {
  level: DecimalInput;
  precision: DecimalInput;
}

export interface ReachingResult {
  size: number;
}

/** Replacement is a drawn claim that left with a correction, and the claim that stepped in for it. */
export interface Replacement {
  /** Correction is the number of the correction, from 1. */
  correction: number;
  /** Left is the claim that left, LeftID its id. */
  left: SamplingUnit;
  /** Left is the claim that left, LeftID its id. */
  leftId: string;
  /**
   * In is the claim that stepped in, InID its id. None for a spare that left before it was needed, and where no
   * claim of the frame was left to step in.
   */
  in?: SamplingUnit;
  /**
   * In is the claim that stepped in, InID its id. None for a spare that left before it was needed, and where no
   * claim of the frame was left to step in.
   */
  inId?: string;
}

/** ReplayRequest is a saved review, with the claims of its frame or without. */
export interface ReplayRequest {
  saved: SavedReviewInput;
  claims?: FrameClaimInput[];
}

/**
 * Report is a claims review report: its content, apart from any form. Report.Document lays it out in sections,
 * which Report.WriteText, Report.WriteMarkdown and package extrapolate/reporthtml write.
 */
export interface Report {
  title: string;
  date?: CivilDate;
  agreement: Agreement;
  /** Summary is the outcome in a few sentences. */
  summary: string[];
  /** Methodology says in paragraphs how the review was done. */
  methodology: string[];
  /** Population is the sampling frame. */
  population: FrameSummary;
  /** Corrections of the frame, and what belongs after them; none where the frame was right. */
  corrections?: DocumentedCorrection[];
  corrected?: CorrectedFrame;
  /** Draws document the samples. */
  draws: DocumentedDraw[];
  /** Size documents the size of a full sample; none where no full sample was due. */
  size?: DocumentedSize;
  /** Findings are all reviewed claims in the order of their numbers. */
  findings: Finding[];
  /** PatientsMasked says that patients are shown by the last characters of their identifiers only. */
  patientsMasked?: boolean;
  /** DiscoveryErrorRate is the error rate of the discovery sample, where there was a full sample after it. */
  discoveryErrorRate?: ErrorRateResult;
  /** ErrorRate is the error rate of the last sample. */
  errorRate: ErrorRateResult;
  /** Appraisal documents the extrapolation; none where nothing is extrapolated. */
  appraisal?: DocumentedAppraisal;
  /** Scrutiny are the checks of the estimate, where they were asked for and something is extrapolated. */
  scrutiny?: ExtrapolateScrutinyResult;
  /** Systems is the systems review; none where none is due and none was made. */
  systems?: SystemsReview;
  /** Obligations are what follows. */
  obligations: ExtrapolateObligations;
  /** Identified is the day the determinations were complete. */
  identified?: CivilDate;
  /** Software describes what the figures were computed with. */
  software: Software;
  /** Warnings of every part. */
  warnings?: Warning[];
  /** Glossary explains the words of the report. */
  glossary?: GlossaryTerm[];
}

/**
 * ReportDocument is a report without a form. Texts in it may come from anywhere: every writer escapes them and
 * takes control characters out. Document.WriteText and Document.WriteMarkdown are here; HTML is written by package
 * extrapolate/reporthtml.
 */
export interface ReportDocument {
  title: string;
  /** Subtitle says what the document is about. */
  subtitle?: string;
  /** Rows stand below the title: who, what, when. */
  rows?: ReportDocumentRow[];
  sections: ReportDocumentSection[];
}

/** ReportDocumentAxis is the title of an axis and the unit of its figures. */
export interface ReportDocumentAxis {
  title: string;
  unit: ReportDocumentUnit;
}

/** ReportDocumentBlock is one of its fields; the others are empty. */
export interface ReportDocumentBlock {
  /** Heading is the title of what follows within a section. */
  heading?: string;
  paragraph?: string;
  list?: string[];
  /** Figures are the few values that a reader looks for first. */
  figures?: ReportDocumentRow[];
  rows?: ReportDocumentRow[];
  /** Terms are words with their meaning. */
  terms?: ReportDocumentRow[];
  table?: ReportDocumentTable;
  printout?: ReportDocumentPrintout;
  chart?: ReportDocumentChart;
}

/** ReportDocumentChart is a picture as data, with what it shows in words and in figures. */
export interface ReportDocumentChart {
  kind: ReportDocumentChartKind;
  title: string;
  /** Alternative says in words what there is to see. */
  alternative: string;
  /** X is the horizontal axis, Y the vertical one of histograms and curves. */
  x: ReportDocumentAxis;
  /** X is the horizontal axis, Y the vertical one of histograms and curves. */
  y?: ReportDocumentAxis;
  points: ReportDocumentPoint[];
  /** Target is a value of the Y axis to hold the curve against. */
  target?: ReportDocumentPoint;
  /** Table has the same figures. */
  table: ReportDocumentTable;
}

/**
 * ReportDocumentChartKind names a kind of chart.
 *
 * "bars": Bars: a bar for each point, one below the other, with the point's label.
 *
 * "histogram": Histogram: classes of a value beside each other, a column for each point from Low to High with the
 * height Value. A marked point is the open class at the end, all values above its Low.
 *
 * "intervals": Intervals: for each point, one below the other, a line from Low to High with a mark at Value.
 *
 * "curve": Curve: a line through the points, Low being the place on the X axis and Value the height.
 */
export type ReportDocumentChartKind = "bars" | "histogram" | "intervals" | "curve";

/** ReportDocumentColumn is a column of a table. */
export interface ReportDocumentColumn {
  title: string;
  /** Figures are set flush right. */
  figures?: boolean;
  /** Prose is a text of any length, which the text form puts below its row. */
  prose?: boolean;
}

/** ReportDocumentPoint is a value of a chart; the kinds of chart say what Low and High are. */
export interface ReportDocumentPoint {
  label?: string;
  value: Decimal;
  low?: Decimal;
  high?: Decimal;
  /** Marked points stand out. */
  marked?: boolean;
}

/** ReportDocumentPrintout is a text with a layout of its own. */
export interface ReportDocumentPrintout {
  title: string;
  text: string;
}

/** ReportDocumentRow is a label and its value. */
export interface ReportDocumentRow {
  label: string;
  value: string;
  /** Note says more about the value, in figures only. */
  note?: string;
  /** Part marks a row that is a part of what stands above it. */
  part?: boolean;
}

/** ReportDocumentSection is a part with a title. Writers number the sections from 1. */
export interface ReportDocumentSection {
  title: string;
  blocks: ReportDocumentBlock[];
}

/** ReportDocumentTable has a row of titles, rows and perhaps a line of totals. The first column names the row. */
export interface ReportDocumentTable {
  caption?: string;
  columns: ReportDocumentColumn[];
  rows: string[][];
  total?: string[];
}

/**
 * ReportDocumentUnit says how the figures on an axis are written.
 *
 * "percent": of figures that are in percent already
 */
export type ReportDocumentUnit = "dollars" | "percent" | "count";

/** ReportOptions are what a report says beside the review itself. */
export interface ReportOptions {
  /** Date of the report; it is printed, nothing is computed from it. */
  date?: CivilDate;
  /** Refunds of overpayments made before the report. */
  refunds?: ExtrapolateRefundInput[];
  /**
   * MaskPatients leaves of each patient's identifier no more than its last four characters, in every form of the
   * report, JSON too, and where a reason, a walk-through, a correction or a warning repeats the identifier.
   * Identifiers of less than four characters are found in the reason of their own claim only, and one that a text
   * writes otherwise than the claim does is not found. The review itself, its worklist and its saved form keep
   * them.
   */
  maskPatients?: boolean;
  /**
   * CostReport is the day a corresponding cost report is due, Suspensions those of the deadline to repay: see
   * ExtrapolateOverpaymentClock.
   */
  costReport?: CivilDate;
  /**
   * CostReport is the day a corresponding cost report is due, Suspensions those of the deadline to repay: see
   * ExtrapolateOverpaymentClock.
   */
  suspensions?: ExtrapolateSuspension[];
  /** Programs of the payors, of which Medicare Parts A and B alone have suspensions: see ExtrapolateRepayment. */
  programs?: ExtrapolatePayorProgram[];
  /** Scrutiny adds the checks of the estimate that a court asks for; none leaves them out. */
  scrutiny?: ScrutinyOptions;
}

/** ReportableAccrual is what has accrued. */
export interface ReportableAccrual {
  /** Days late: from the day after the deadline to the day it was met, or to AsOf, that day included. */
  days: number;
  /** First and Last of these days; none where it is not late. */
  first?: CivilDate;
  /** First and Last of these days; none where it is not late. */
  last?: CivilDate;
  /** Amount is Days times PerDay. */
  amount: Decimal;
  /** Open says that it goes on. */
  open?: boolean;
  /** Reasons: how it accrues, and what a failure can lead to beyond it. */
  reasons: ReportableReason[];
  /** Penalty that was asked for. */
  penalty: ReportableStipulatedPenalty;
}

/** ReportableAnalysis is the recorded analysis of the facts and circumstances. */
export interface ReportableAnalysis {
  /** On is the day it was concluded. */
  on: CivilDate;
  /** By is who made it. */
  by: string;
  /** Considered are the facts and circumstances, at least one, and not the threshold alone. */
  considered: ReportableCircumstance[];
  /** Conclusion: reportable, not_reportable, or needs_analysis where it stays open. */
  conclusion: ReportableConclusion;
  /** Grounds of the conclusion. */
  grounds: string;
}

/** ReportableAnswer is yes, no, or not known. */
export type ReportableAnswer = "" | "yes" | "no";

/**
 * ReportableCalendar turns a date and a number of days into a due date. Its zero value counts calendar days and
 * shifts nothing; what happens on weekends and federal holidays is chosen for each, and a result says what was
 * done.
 */
export interface ReportableCalendar {
  /** Count: calendar_days (the default) or business_days. */
  count?: ReportableCounting;
  /** Weekends says what becomes of a due date on a Saturday or Sunday: keep (the default), onward or earlier. */
  weekends?: ReportableShift;
  /** Holidays says the same of a day on which a federal holiday is observed, and of the closed days. */
  holidays?: ReportableShift;
  /**
   * Closed are further days that count as holidays, for instance those an executive order closes the government on.
   */
  closed?: CivilDate[];
}

/** ReportableChangeFinding is what the FAQ says to a request. */
export interface ReportableChangeFinding {
  /**
   * Basis says whether the FAQ knows the ground as one on which OIG may agree. OIG decides. Not known: a ground on
   * which the FAQ is silent, or a fact that is not recorded.
   */
  basis?: ReportableAnswer;
  /** Steps that are still to be taken. */
  steps?: ReportableReason[];
  /** Reasons, each with its source. */
  reasons: ReportableReason[];
}

/**
 * ReportableChangeGround is the ground that a request rests on.
 *
 * "performance": Performance: the provider complied with the agreement.
 *
 * "left_programs": LeftPrograms: the provider ceases to participate in the Federal health care programs.
 *
 * "ceased_operations": CeasedOperations: it ceases operations altogether, by closure, sale, bankruptcy or the like.
 *
 * "internal_audit": InternalAudit: its own auditors do the claims reviews instead of an IRO.
 *
 * "other": OtherGround: any other ground for a modification.
 */
export type ReportableChangeGround = "performance" | "left_programs" | "ceased_operations" | "internal_audit" | "other";

/** ReportableChangeKind is what a provider asks for. */
export type ReportableChangeKind = "early_termination" | "modification";

/** ReportableChangeRequest is a request to end an agreement early or to modify it. */
export interface ReportableChangeRequest {
  kind: ReportableChangeKind;
  ground: ReportableChangeGround;
  /**
   * Capability says whether the provider has demonstrated that its own personnel can do claims audits; for
   * internal_audit.
   */
  capability?: ReportableAnswer;
  /** Discussed is the day the parameters of a modification were discussed with the OIG monitor. */
  discussed?: CivilDate;
  /** Submitted is the day a modification was submitted in writing to the OIG monitor. */
  submitted?: CivilDate;
}

/** ReportableChecklist is a list with its answers. */
export interface ReportableChecklist {
  items: ReportableChecklistItem[];
  /** Complete says that every item is met. */
  complete: boolean;
  /** Open lists the ids of the items that are not met or not known. */
  open?: string[];
}

/** ReportableChecklistAnswer answers one item of a checklist. */
export interface ReportableChecklistAnswer {
  id: string;
  met: ReportableAnswer;
  evidence?: string;
}

/** ReportableChecklistItem is one item of a checklist. */
export interface ReportableChecklistItem {
  /** ID is a short name that does not change. */
  id: string;
  /** Part of the list it belongs to. */
  part: string;
  /** Text says in our words what is needed. */
  text: string;
  /** Met: yes, no, or not known. */
  met?: ReportableAnswer;
  /** Evidence for it. */
  evidence?: string;
  /** Source of it. */
  source?: ReportableSource;
}

/** ReportableCircumstance is a fact or circumstance that was considered. */
export interface ReportableCircumstance {
  kind: ReportableCircumstanceKind;
  text: string;
}

/**
 * ReportableCircumstanceKind sorts what was considered. The words are ours, to sort by; OIG publishes no list.
 *
 * "threshold": a percentage or dollar threshold
 *
 * "amount": the amount and what it is measured against
 *
 * "cause": how it came about
 *
 * "duration": how long it went on
 *
 * "pattern": how often and how widely
 *
 * "knowledge": who knew, and when
 *
 * "patients": what it meant for patients
 *
 * "history": earlier events of the kind
 *
 * "correction": what was done about it
 */
export type ReportableCircumstanceKind = "threshold" | "amount" | "cause" | "duration" | "pattern" | "knowledge" | "patients" | "history" | "correction" | "other";

/** ReportableClause is a sentence of the agreement that sets a parameter otherwise than usual. */
export interface ReportableClause {
  /** Parameter is the JSON name of the field it sets, such as "threshold". */
  parameter: string;
  /** Quote is the wording of the agreement. */
  quote: string;
  /** Source is where it stands in the agreement. */
  source?: string;
}

/** ReportableClock is a clock of an agreement as data. */
export interface ReportableClock {
  id: ReportableClockID;
  /** Text says what has to be done, or may be done, by its end. */
  text: string;
  /** Whose clock it is. */
  whose: ReportableParty;
  /** Starts names the act it is counted from, or the day it is counted back from. */
  starts: string;
  /** Days it gives; 0 where the agreement has to say. */
  days?: number;
  /** Before says that the days are counted back. */
  before?: boolean;
  /** Contents of the notice or request. */
  contents?: ReportableNoticeItem[];
  /** Notes on what else holds. */
  notes?: ReportableReason[];
  /** Source of it. */
  source?: ReportableSource;
}

/**
 * ReportableClockID names a clock of an agreement.
 *
 * "report_reportable_event": ClockReport: report a reportable event, 30 days after it was determined.
 *
 * "repay_overpayment": ClockRepay: repay an overpayment, 60 days after it was identified.
 *
 * "repay_sample_overpayments": ClockRepaySample: repay what the IRO found in a claims review sample, 60 days after
 * the determinations.
 *
 * "request_extension": ClockExtension: ask for an extension, 5 days before the deadline.
 *
 * "request_successor_determination": ClockSuccessor: ask for a determination on successor liability, 30 days before
 * the sale.
 *
 * "oig_objects_to_iro": ClockIROObjection: OIG objects to an IRO, 30 days after it received the written notice.
 *
 * "request_modification": ClockModification: ask for a modification. No clock runs; the request has its contents.
 *
 * "agreement": ClockAgreement: any other clock of the agreement, with its days and the clause.
 */
export type ReportableClockID = "report_reportable_event" | "repay_overpayment" | "repay_sample_overpayments" | "request_extension" | "request_successor_determination" | "oig_objects_to_iro" | "request_modification" | "agreement";

/**
 * ReportableConclusion is what a determination comes to.
 *
 * "reportable": Reportable: it is to be reported to OIG.
 *
 * "not_reportable": NotReportable: it is not, under this kind.
 *
 * "needs_analysis": NeedsAnalysis: the recorded facts do not decide it; the reasons say what is missing.
 */
export type ReportableConclusion = "reportable" | "not_reportable" | "needs_analysis";

/**
 * ReportableCounting says which days a period counts.
 *
 * "calendar_days": CalendarDays counts every day. The default.
 *
 * "business_days": BusinessDays counts the days that are no Saturday, Sunday, federal holiday or closed day.
 */
export type ReportableCounting = "calendar_days" | "business_days";

/** ReportableDeadline is where one clock stands. */
export interface ReportableDeadline {
  clock: ReportableClockID;
  label?: string;
  text: string;
  whose: ReportableParty;
  /** Due is how the last day came about; none where no clock runs. */
  due?: ReportableDue;
  /** By is the last day. */
  by?: CivilDate;
  /** Timely says whether it was done by then; not known while it is not done or no clock runs. */
  timely?: ReportableAnswer;
  /** DaysLate counts the calendar days after the last one. */
  daysLate?: number;
  /** Contents of the notice or request, and which of them are missing from what was sent. */
  contents?: ReportableNoticeItem[];
  missing?: string[];
  /** Notes on what else holds. */
  notes?: ReportableReason[];
  /** Source of the clock. */
  source: ReportableSource;
  /**
   * Warnings: other_days, beyond_overpayment_rule, clause_not_quoted, suspension_not_counted, and those of due
   * dates.
   */
  warnings?: Warning[];
}

/** ReportableDeadlines asks for the due dates of clocks of an agreement. */
export interface ReportableDeadlines {
  /**
   * Calendar turns dates into due dates, for all of them. The zero value counts calendar days and shifts nothing.
   * The 60 days of the overpayment statute are calendar days whatever it counts.
   */
  calendar?: ReportableCalendar;
  /** Clocks that were started, at least one. */
  clocks: ReportableStartedClock[];
}

/** ReportableDebtor of a bankruptcy petition. */
export type ReportableDebtor = "provider" | "other";

/** ReportableDetermination is what follows from the facts of an ReportableEvent. */
export interface ReportableDetermination {
  kind: ReportableKind;
  conclusion: ReportableConclusion;
  /** Series says that several occurrences, persons or petitions were judged together. */
  series?: boolean;
  /** From and Through are the first and the last day of what happened. No Through: it goes on. */
  from?: CivilDate;
  /** From and Through are the first and the last day of what happened. No Through: it goes on. */
  through?: CivilDate;
  /** Overpayment is the sum of what was quantified, in dollars; none where nothing was. */
  overpayment?: Decimal;
  /** Payors have their part of it, by name. */
  payors?: ReportablePayorTotal[];
  /**
   * ScreenMet says whether the screening threshold was met; unknown without one, or while amounts are missing. It
   * decides nothing.
   */
  screenMet?: ReportableAnswer;
  /** Reasons in order, each with its source. */
  reasons: ReportableReason[];
  /** Determined is the day of the determination that it is reportable. */
  determined?: CivilDate;
  /** ReportBy is the last day to report it to OIG. No date unless it is reportable and Determined is known. */
  reportBy?: CivilDate;
  /** Notice is what the report to OIG has to contain, with what the facts say already. */
  notice?: ReportableNoticeItem[];
  /** Duties of the provider. */
  duties?: ReportableDuty[];
  /** Persons, a finding each. */
  persons?: ReportablePersonFinding[];
  /** Event is what was examined, as it was given. */
  event: ReportableEvent;
  /** Warnings are findings that are not errors. */
  warnings?: Warning[];
}

/** ReportableDue is a due date and how it came about. */
export interface ReportableDue {
  /**
   * From is the day of the event that starts the clock; for a clock that runs before something, the day of that.
   */
  from: CivilDate;
  /** Days counted: after From, or before it. */
  days: number;
  before?: boolean;
  count: ReportableCounting;
  /** Counted is the day the counting ends on. The day of the event itself is not counted. */
  counted: CivilDate;
  /** On is the due date: the last day. It is Counted unless the calendar chose a shift. */
  on: CivilDate;
  /** Weekday of On. */
  weekday: string;
  /** Shifted is the number of calendar days from Counted to On, negative for an earlier day. */
  shifted?: number;
  /** Warnings: due_date_shifted, falls_on_weekend, falls_on_holiday, shift_impossible. */
  warnings?: Warning[];
}

/** ReportableDuty is one thing the provider has to do, or may do. */
export interface ReportableDuty {
  kind: ReportableDutyKind;
  text: string;
  /** Payor and Amount of an overpayment, in dollars and cents. */
  payor?: string;
  /** Payor and Amount of an overpayment, in dollars and cents. */
  amount?: Decimal;
  /** Due is how the last day came about; none where no clock runs yet. */
  due?: ReportableDue;
  /** By is the last day. */
  by?: CivilDate;
  /** Source of the duty. */
  source: ReportableSource;
}

/**
 * ReportableDutyKind names what has to be done.
 *
 * "report_to_oig": ReportToOIG: report the event.
 *
 * "notify_and_repay_payor": RepayPayor: notify the payor and repay what was overpaid, whatever the conclusion on
 * the event.
 *
 * "make_analysis": MakeAnalysis: analyse the facts and circumstances, and record it.
 *
 * "remove_person": RemovePerson: remove an ineligible person from work for the programs.
 *
 * "submit_to_cms": SubmitToCMS: disclose a matter of the physician self-referral law alone to CMS.
 *
 * "may_be_resolved_with_oig": OfferToResolve: the matter may be resolved with OIG as a reportable event. A choice,
 * no duty.
 */
export type ReportableDutyKind = "report_to_oig" | "notify_and_repay_payor" | "make_analysis" | "remove_person" | "submit_to_cms" | "may_be_resolved_with_oig";

/**
 * ReportableEvent is a matter that may be a reportable event, as typed facts. One occurrence is an isolated event,
 * several are judged together as a series. Event.Determine says what follows from the facts.
 */
export interface ReportableEvent {
  /** Kind it is examined as. A matter that may be of two kinds is examined twice. */
  kind: ReportableKind;
  /** Title in the provider's words. */
  title?: string;
  /**
   * Occurrences of a substantial overpayment or a potential violation, at least one. The other kinds may have some
   * too: what was overpaid goes back to the payor.
   */
  occurrences?: ReportableOccurrence[];
  /** Screen is the provider's screening threshold, an optional first step. Substantial overpayments only. */
  screen?: ReportableScreen;
  /** Violation is what is known of the law. Potential violations only. */
  violation?: ReportableViolation;
  /** Persons who may be ineligible. That kind only, at least one. */
  persons?: ReportablePerson[];
  /** Petitions of bankruptcy. That kind only, at least one. */
  petitions?: ReportablePetition[];
  /** Analysis of the facts and circumstances, where it was made. Its day is the day of the determination. */
  analysis?: ReportableAnalysis;
  /**
   * Determined is the day on which the provider determined that an ineligible person or a petition is a reportable
   * event, where no analysis concludes so. The clock to report starts on it.
   */
  determined?: CivilDate;
  /** Corrections are the steps taken to correct the matter and to keep it from recurring, for the report. */
  corrections?: string[];
  /** Terms of the agreement. */
  terms?: ReportableTerms;
}

/**
 * ReportableEvent is a matter that may be a reportable event, as typed facts. One occurrence is an isolated event,
 * several are judged together as a series. Event.Determine says what follows from the facts.
 */
export interface ReportableEventInput {
  /** Kind it is examined as. A matter that may be of two kinds is examined twice. */
  kind: ReportableKind;
  /** Title in the provider's words. */
  title?: string;
  /**
   * Occurrences of a substantial overpayment or a potential violation, at least one. The other kinds may have some
   * too: what was overpaid goes back to the payor.
   */
  occurrences?: ReportableOccurrenceInput[];
  /** Screen is the provider's screening threshold, an optional first step. Substantial overpayments only. */
  screen?: ReportableScreenInput;
  /** Violation is what is known of the law. Potential violations only. */
  violation?: ReportableViolation;
  /** Persons who may be ineligible. That kind only, at least one. */
  persons?: ReportablePerson[];
  /** Petitions of bankruptcy. That kind only, at least one. */
  petitions?: ReportablePetition[];
  /** Analysis of the facts and circumstances, where it was made. Its day is the day of the determination. */
  analysis?: ReportableAnalysis;
  /**
   * Determined is the day on which the provider determined that an ineligible person or a petition is a reportable
   * event, where no analysis concludes so. The clock to report starts on it.
   */
  determined?: CivilDate;
  /** Corrections are the steps taken to correct the matter and to keep it from recurring, for the report. */
  corrections?: string[];
  /** Terms of the agreement. */
  terms?: ReportableTerms;
}

/** ReportableExclusion of a person from a program. */
export interface ReportableExclusion {
  program: ReportableExclusionProgram;
  /** State whose Medicaid program it is, as "TX"; for that program only. */
  state?: string;
  /** From is the first day, Through the last one: the day before reinstatement. No Through: it goes on. */
  from: CivilDate;
  /** From is the first day, Through the last one: the day before reinstatement. No Through: it goes on. */
  through?: CivilDate;
  /** PaidServices says whether the person provides services that this State's Medicaid program pays for. */
  paidServices?: ReportableAnswer;
}

/**
 * ReportableExclusionProgram is a program that a person was excluded from.
 *
 * "federal_health_care_programs": FederalPrograms: excluded by OIG from all Federal health care programs.
 *
 * "medicare": Medicare: excluded from Medicare.
 *
 * "state_medicaid": StateMedicaid: excluded by a State from its Medicaid program.
 *
 * "procurement": Procurement: debarred or suspended from Federal procurement and nonprocurement programs.
 */
export type ReportableExclusionProgram = "federal_health_care_programs" | "medicare" | "state_medicaid" | "procurement";

/** ReportableHoliday is a legal public holiday of the United States. */
export interface ReportableHoliday {
  /** Name in the words of 5 U.S.C. 6103(a). */
  name: string;
  /** Date is the day of the holiday itself. */
  date: CivilDate;
  /** Observed is the day off: Date, the Friday before a Saturday, or the Monday after a Sunday. */
  observed: CivilDate;
}

/** ReportableKind of reportable event. */
export type ReportableKind = "substantial_overpayment" | "potential_violation" | "ineligible_person" | "bankruptcy";

/** ReportableLikelihood is how sure a reasonable person would be that a matter is a violation. */
export type ReportableLikelihood = "none" | "potential" | "probable";

/**
 * ReportableMatter of a resolution.
 *
 * "kickback": Kickback: related to kickbacks; the multiplier is applied to the remuneration.
 *
 * "other": OtherMatter: any other; the multiplier is applied to the single damages.
 */
export type ReportableMatter = "kickback" | "other";

/** ReportableNoticeItem is one thing a notice, request or report has to contain. */
export interface ReportableNoticeItem {
  /** ID is a short name that does not change. */
  id: string;
  /** Text says in our words what has to be there. */
  text: string;
  /** Facts are what the recorded facts already say about it; none means that it is still to be written. */
  facts?: string[];
  /** Source of the demand. */
  source?: ReportableSource;
}

/** ReportableOccurrence is one thing that happened. */
export interface ReportableOccurrence {
  /** From and Through are its first and last day; no Through means the one day. */
  from: CivilDate;
  /** From and Through are its first and last day; no Through means the one day. */
  through?: CivilDate;
  /** What happened. */
  what: string;
  /** Overpayment in dollars and cents, above zero; none where there is none or it is not quantified. */
  overpayment?: Decimal;
  /** Payor of it. */
  payor?: string;
  /** Discovered is the day the provider learned of it. */
  discovered?: CivilDate;
  /**
   * Identified is the day the overpayment was identified: the clock to repay starts on it. It may be before
   * Discovered: one is identified, too, when the provider should have found it by reasonable diligence (42 CFR
   * 401.305(a)(2) as of 2016), or ignores it deliberately or with reckless disregard (as of 2025; 31 U.S.C.
   * 3729(b)(1)(A)).
   */
  identified?: CivilDate;
  /**
   * CostReport is the day a corresponding cost report is due, if there is one: by the statute the overpayment is
   * due no earlier. Days of the agreement other than the 60 of the statute do not move with it.
   */
  costReport?: CivilDate;
}

/** ReportableOccurrence is one thing that happened. */
export interface ReportableOccurrenceInput {
  /** From and Through are its first and last day; no Through means the one day. */
  from: CivilDate;
  /** From and Through are its first and last day; no Through means the one day. */
  through?: CivilDate;
  /** What happened. */
  what: string;
  /** Overpayment in dollars and cents, above zero; none where there is none or it is not quantified. */
  overpayment?: DecimalInput;
  /** Payor of it. */
  payor?: string;
  /** Discovered is the day the provider learned of it. */
  discovered?: CivilDate;
  /**
   * Identified is the day the overpayment was identified: the clock to repay starts on it. It may be before
   * Discovered: one is identified, too, when the provider should have found it by reasonable diligence (42 CFR
   * 401.305(a)(2) as of 2016), or ignores it deliberately or with reckless disregard (as of 2025; 31 U.S.C.
   * 3729(b)(1)(A)).
   */
  identified?: CivilDate;
  /**
   * CostReport is the day a corresponding cost report is due, if there is one: by the statute the overpayment is
   * due no earlier. Days of the agreement other than the 60 of the statute do not move with it.
   */
  costReport?: CivilDate;
}

/** ReportableParty is a party of an agreement. */
export type ReportableParty = "provider" | "oig";

/** ReportablePayorTotal is what was overpaid by one payor. */
export interface ReportablePayorTotal {
  payor?: string;
  overpayment: Decimal;
  occurrences: number;
}

/** ReportablePeriod of days. */
export interface ReportablePeriod {
  /** From is the first day, Through the last one. No Through: it goes on. */
  from: CivilDate;
  /** From is the first day, Through the last one. No Through: it goes on. */
  through?: CivilDate;
}

/** ReportablePerson is an employee or contractor who may be ineligible. */
export interface ReportablePerson {
  name: string;
  /** Duties the person performs. */
  duties?: string;
  /** From and Through are the days of the employment or contract; no Through: it goes on. */
  from: CivilDate;
  /** From and Through are the days of the employment or contract; no Through: it goes on. */
  through?: CivilDate;
  /** Exclusions of the person. */
  exclusions?: ReportableExclusion[];
  /** FederalScreened is the day the federal exclusion lists were last searched for the person. */
  federalScreened?: CivilDate;
  /**
   * Convicted is the day of a conviction of an offense that calls for mandatory exclusion (42 U.S.C. 1320a-7(a)),
   * where no exclusion followed yet.
   */
  convicted?: CivilDate;
  /** Screening and Found describe, for the report, the screening that was made and how the person was found. */
  screening?: string;
  /** Screening and Found describe, for the report, the screening that was made and how the person was found. */
  found?: string;
}

/** ReportablePersonFinding is what follows for one person. */
export interface ReportablePersonFinding {
  name: string;
  /** Conclusion: whether the employment or contract is a reportable event. */
  conclusion: ReportableConclusion;
  /**
   * Removal: whether the person has to be removed, at least from work for the programs that excluded the person. No
   * where the engagement or the exclusion has ended, not known where the reasons ask for a fact.
   */
  removal?: ReportableAnswer;
  /**
   * From and Through are the first and the last of the days on which the person was both engaged and excluded (or
   * convicted), as far as they decide the conclusion. No Through: it goes on.
   */
  from?: CivilDate;
  /**
   * From and Through are the first and the last of the days on which the person was both engaged and excluded (or
   * convicted), as far as they decide the conclusion. No Through: it goes on.
   */
  through?: CivilDate;
  /** Periods are these days where they are not all from From through Through: in order, with days between them. */
  periods?: ReportablePeriod[];
  /** Reasons in order. */
  reasons: ReportableReason[];
  /**
   * Warnings: clause_not_quoted, not_screened (also where the last federal exclusion ended during the engagement).
   */
  warnings?: Warning[];
}

/** ReportablePetition is a bankruptcy petition. */
export interface ReportablePetition {
  /** Debtor: the provider (with every entity under the agreement), or another. */
  debtor: ReportableDebtor;
  /** Filed is the day it was filed; no date while it is only considered. */
  filed?: CivilDate;
  /** Involuntary says that creditors filed it. */
  involuntary?: boolean;
  /** Court and Case number, for the report. */
  court?: string;
  /** Court and Case number, for the report. */
  case?: string;
}

/** ReportableReason is one step of a reasoning, with its source. */
export interface ReportableReason {
  /** Code is a short name that does not change, for programs: "threshold_alone". */
  code: string;
  /** Text is the reason in a sentence or two. */
  text: string;
  /** Source of it. */
  source: ReportableSource;
}

/**
 * ReportableResolution asks what OIG's general practice comes to when a reportable event that implicates its civil
 * money penalty authorities is resolved like a self-disclosure. It is an estimate: OIG may ask for more.
 */
export interface ReportableResolution {
  matter: ReportableMatter;
  /** Damages are the single damages, in dollars and cents. Matters other than kickbacks. */
  damages?: Decimal;
  /** Remuneration offered, paid or received, in dollars and cents. Kickbacks. */
  remuneration?: Decimal;
  /** Multiplier: 0 means 1.5. OIG may ask for a higher one; a lower one is no general practice and refused. */
  multiplier?: Decimal;
  /** CMP says whether OIG's civil money penalty authorities are implicated. */
  cmp?: ReportableAnswer;
  /** BothWays says that the matter is disclosed to the Protocol, too. */
  bothWays?: boolean;
}

/**
 * ReportableResolution asks what OIG's general practice comes to when a reportable event that implicates its civil
 * money penalty authorities is resolved like a self-disclosure. It is an estimate: OIG may ask for more.
 */
export interface ReportableResolutionInput {
  matter: ReportableMatter;
  /** Damages are the single damages, in dollars and cents. Matters other than kickbacks. */
  damages?: DecimalInput;
  /** Remuneration offered, paid or received, in dollars and cents. Kickbacks. */
  remuneration?: DecimalInput;
  /** Multiplier: 0 means 1.5. OIG may ask for a higher one; a lower one is no general practice and refused. */
  multiplier?: DecimalInput;
  /** CMP says whether OIG's civil money penalty authorities are implicated. */
  cmp?: ReportableAnswer;
  /** BothWays says that the matter is disclosed to the Protocol, too. */
  bothWays?: boolean;
}

/** ReportableRule is a rule with its source and the days it is in force. */
export interface ReportableRule {
  /** ID is a short name that does not change. */
  id: string;
  /** Text says in our words what the rule demands. */
  text: string;
  /** Citation is where it stands. */
  citation: string;
  /** Days is the number of calendar days it gives, 0 where it gives none. */
  days?: number;
  /** From and Through are the first and the last day the rule is in force in this form; no date means open. */
  from?: CivilDate;
  /** From and Through are the first and the last day the rule is in force in this form; no date means open. */
  through?: CivilDate;
  /** AsOf is the state of a source that has no day of coming into force, such as OIG's FAQ. */
  asOf?: CivilDate;
  /** Quote is a short clause of the source where its very words matter. */
  quote?: string;
}

/** ReportableSale is a sale of a business under the agreement, by whatever kind of transaction. */
export interface ReportableSale {
  /** Closing is the day of the proposed sale. */
  closing: CivilDate;
  /** Requested is the day OIG was asked in writing for a determination; no date: not asked. */
  requested?: CivilDate;
  /** Business sold, Terms of the transaction and Purchaser, as the request describes them; empty: it does not. */
  business?: string;
  /** Business sold, Terms of the transaction and Purchaser, as the request describes them; empty: it does not. */
  terms?: string;
  /** Business sold, Terms of the transaction and Purchaser, as the request describes them; empty: it does not. */
  purchaser?: string;
  /**
   * NotSubject says whether OIG determined in writing that purchaser and business will not be under the agreement.
   */
  notSubject?: ReportableAnswer;
  /** Calendar for the last day to ask. */
  calendar?: ReportableCalendar;
}

/** ReportableScreen is a threshold a provider screens overpayments with. It never decides. */
export interface ReportableScreen {
  /** Amount is a threshold in dollars; none for none. */
  amount?: Decimal;
  /** Rate is a threshold as a fraction of Base, "0.05"; none for none. */
  rate?: Decimal;
  /**
   * Base the rate is taken of, in dollars, above zero: for instance what the payors paid in the period. With an
   * amount and a rate, either meets the screen.
   */
  base?: Decimal;
}

/** ReportableScreen is a threshold a provider screens overpayments with. It never decides. */
export interface ReportableScreenInput {
  /** Amount is a threshold in dollars; none for none. */
  amount?: DecimalInput;
  /** Rate is a threshold as a fraction of Base, "0.05"; none for none. */
  rate?: DecimalInput;
  /**
   * Base the rate is taken of, in dollars, above zero: for instance what the payors paid in the period. With an
   * amount and a rate, either meets the screen.
   */
  base?: DecimalInput;
}

/** ReportableSettlement is what the general practice comes to. */
export interface ReportableSettlement {
  /** Applies is no where no civil money penalty authority of OIG's is implicated: then there are no amounts. */
  applies?: ReportableAnswer;
  /** Base is the single damages or the remuneration. */
  base?: Decimal;
  /** Multiplier taken. */
  multiplier?: Decimal;
  /** Multiplied is Base times Multiplier, exact: it may have fractions of a cent. */
  multiplied?: Decimal;
  /** Minimum of the matter. */
  minimum?: Decimal;
  /** Amount is the greater of the two, exact. */
  amount?: Decimal;
  /** MinimumDecides says that Amount is the minimum. */
  minimumDecides?: boolean;
  /** Steps that disclosing takes. */
  steps?: ReportableReason[];
  /** Reasons, each with its source. */
  reasons: ReportableReason[];
  /** Resolution that was asked for. */
  resolution: ReportableResolution;
  /** Warnings: cmp_not_recorded, general_practice. */
  warnings?: Warning[];
}

/**
 * ReportableShift says what becomes of a due date that falls on a weekend or a holiday.
 *
 * "keep": Keep leaves it where it is. The default: no source here moves a date of an agreement.
 *
 * "onward": Onward goes on in the direction of counting to the next day that is none: later when counted after an
 * event, earlier when counted before one, as courts count (Fed. R. Civ. P. 6(a)).
 *
 * "earlier": Earlier goes back to the last day that is none, but never before the event that starts the clock: the
 * cautious choice.
 */
export type ReportableShift = "keep" | "onward" | "earlier";

/** ReportableSource is where something that is said here stands: a rule of Rules, or a clause of the agreement. */
export interface ReportableSource {
  /** Rule is the id of the rule; empty for a clause of the agreement. */
  rule?: string;
  /** Citation is where it stands. */
  citation: string;
  /** Quote is a short clause of it. */
  quote?: string;
  /** AsOf is the state of the source, where it has one. */
  asOf?: CivilDate;
}

/** ReportableStartedClock is a clock that was started. */
export interface ReportableStartedClock {
  clock: ReportableClockID;
  /** Label in the provider's words. */
  label?: string;
  /** On is the day of the act that starts it, or the day it is counted back from. See ReportableClock.Starts. */
  on?: CivilDate;
  /** Days where the agreement gives another number; 0 means that of the clock. The clock agreement needs it. */
  days?: number;
  /** Before says that the days are counted back; for the clock agreement only. */
  before?: boolean;
  /** CostReport is the day a corresponding cost report is due; for repay_overpayment only. */
  costReport?: CivilDate;
  /** Done is the day it was done: reported, repaid, asked for. No date: not yet. */
  done?: CivilDate;
  /** Contains lists the ids of the contents that the notice or request has; none means that it is not recorded. */
  contains?: string[];
  /** Clause of the agreement; the clock agreement needs it. */
  clause?: ReportableClause;
}

/**
 * ReportableStipulatedPenalty asks what the stipulated penalty for one obligation that was not met in time can come
 * to. The amount per day stands in the agreement; OIG decides whether to demand it.
 */
export interface ReportableStipulatedPenalty {
  /** Obligation in the words of the agreement. */
  obligation?: string;
  /** PerDay is the penalty for each day in dollars and cents, above zero. */
  perDay: Decimal;
  /** Due is the day the obligation became due; Extended the revised deadline, where OIG granted an extension. */
  due: CivilDate;
  /** Due is the day the obligation became due; Extended the revised deadline, where OIG granted an extension. */
  extended?: CivilDate;
  /** Performed is the day it was met. No date: not yet, and AsOf says until when to count. */
  performed?: CivilDate;
  /** Performed is the day it was met. No date: not yet, and AsOf says until when to count. */
  asOf?: CivilDate;
  /** Clause that sets the penalty. */
  clause?: ReportableClause;
}

/**
 * ReportableStipulatedPenalty asks what the stipulated penalty for one obligation that was not met in time can come
 * to. The amount per day stands in the agreement; OIG decides whether to demand it.
 */
export interface ReportableStipulatedPenaltyInput {
  /** Obligation in the words of the agreement. */
  obligation?: string;
  /** PerDay is the penalty for each day in dollars and cents, above zero. */
  perDay: DecimalInput;
  /** Due is the day the obligation became due; Extended the revised deadline, where OIG granted an extension. */
  due: CivilDate;
  /** Due is the day the obligation became due; Extended the revised deadline, where OIG granted an extension. */
  extended?: CivilDate;
  /** Performed is the day it was met. No date: not yet, and AsOf says until when to count. */
  performed?: CivilDate;
  /** Performed is the day it was met. No date: not yet, and AsOf says until when to count. */
  asOf?: CivilDate;
  /** Clause that sets the penalty. */
  clause?: ReportableClause;
}

/** ReportableSuccession is what follows for the purchaser. */
export interface ReportableSuccession {
  /** Binding says that the agreement binds the purchaser, unless OIG determines otherwise. */
  binding: boolean;
  /** RequestBy is the last day to ask OIG; Due is how it came about. */
  requestBy: CivilDate;
  /** RequestBy is the last day to ask OIG; Due is how it came about. */
  due: ReportableDue;
  /** Timely says whether OIG was asked by then; not known while it was not asked. */
  timely?: ReportableAnswer;
  /** Missing lists the contents that the request lacks, by id. */
  missing?: string[];
  /** Contents of the request. */
  contents: ReportableNoticeItem[];
  /** Reasons, each with its source. */
  reasons: ReportableReason[];
}

/**
 * ReportableTerms are the words and numbers of the agreement at hand that a determination needs. The zero value is
 * what OIG's FAQ says and agreements usually have.
 */
export interface ReportableTerms {
  /** Violation is the agreement's word: potential (the default) or probable. The FAQ uses both. */
  violation?: ReportableLikelihood;
  /** ReportDays are the days to report a reportable event; 0 means 30. */
  reportDays?: number;
  /**
   * RepayDays are the days to repay an overpayment; 0 means the 60 of the statute, which are calendar days whatever
   * Calendar counts. A last day of the agreement after that of the statute does not count.
   */
  repayDays?: number;
  /**
   * StateExclusion says whether the agreement's definition of an ineligible person takes in someone whom only a
   * State's Medicaid program excluded. Not known: the determination asks for it where it matters.
   */
  stateExclusion?: ReportableAnswer;
  /**
   * Conviction says whether the definition takes in someone convicted of an offense that calls for mandatory
   * exclusion (42 U.S.C. 1320a-7(a)) and not yet excluded.
   */
  conviction?: ReportableAnswer;
  /**
   * Debarment says whether the definition takes in someone debarred or suspended from Federal procurement and
   * nonprocurement programs.
   */
  debarment?: ReportableAnswer;
  /** Calendar turns dates into due dates. The zero value counts calendar days and shifts nothing. */
  calendar?: ReportableCalendar;
  /** Notice is the agreement's own list of what a report contains; none means the usual list of the kind. */
  notice?: ReportableNoticeItem[];
  /** Clauses that set any of this. */
  clauses?: ReportableClause[];
}

/** ReportableViolation is what is known of the law that a matter may violate. */
export interface ReportableViolation {
  /** Laws that may be violated, at least one. */
  laws: string[];
  /** FederalProgram says whether the laws are applicable to a Federal health care program. */
  federalProgram?: ReportableAnswer;
  /** Sanction says whether penalties or exclusion may be authorized. */
  sanction?: ReportableAnswer;
  /**
   * Assessed is what a reasonable person would consider the matter: none, potential or probable violation. It
   * belongs to the analysis.
   */
  assessed?: ReportableLikelihood;
  /**
   * CMP says whether OIG's civil money penalty authorities are implicated: then the matter can be resolved as a
   * reportable event.
   */
  cmp?: ReportableAnswer;
  /** Kickback says that remuneration is involved. */
  kickback?: boolean;
  /** StarkOnly says that the matter is solely a violation of the physician self-referral law. */
  starkOnly?: boolean;
}

/**
 * Reported is what an Independent Review Organization reports about a claims review, with the agreement it was made
 * under. Reported.Verify works everything out again from the data and answers for each figure. Whatever a report
 * does not state is left out.
 */
export interface Reported extends ResultsInput {
  /** Agreement is the agreement itself, not what the report says of it. */
  agreement?: AgreementInput;
}

/** ReportedEstimate is what a report says about the extrapolation of the overpayments. */
export interface ReportedEstimate {
  /** Universe is the number of claims in the population, SampleSize that of the sample. */
  universe?: string;
  /** Universe is the number of claims in the population, SampleSize that of the sample. */
  sampleSize?: string;
  /**
   * Nonzero is the number of claims with an overpayment, Total the sum of the overpayments of the sample in
   * dollars.
   */
  nonzero?: string;
  /**
   * Nonzero is the number of claims with an overpayment, Total the sum of the overpayments of the sample in
   * dollars.
   */
  total?: string;
  /**
   * Mean, StandardDeviation (divisor n-1), Skewness and Kurtosis are those of the sample's overpayments, zeros
   * included.
   */
  mean?: string;
  /**
   * Mean, StandardDeviation (divisor n-1), Skewness and Kurtosis are those of the sample's overpayments, zeros
   * included.
   */
  standardDeviation?: string;
  /**
   * Mean, StandardDeviation (divisor n-1), Skewness and Kurtosis are those of the sample's overpayments, zeros
   * included.
   */
  skewness?: string;
  /**
   * Mean, StandardDeviation (divisor n-1), Skewness and Kurtosis are those of the sample's overpayments, zeros
   * included.
   */
  kurtosis?: string;
  /** StandardErrorMean is the standard error of the mean, StandardError that of the total. */
  standardErrorMean?: string;
  /** StandardErrorMean is the standard error of the mean, StandardError that of the total. */
  standardError?: string;
  pointEstimate?: string;
  /** NetPointEstimate is the point estimate of the net difference, where a report states it beside the other. */
  netPointEstimate?: string;
  intervals?: ReportedInterval[];
}

/** ReportedInterval is a two-sided confidence interval of a report. */
export interface ReportedInterval {
  /** Level is the confidence level: "90%" or "0.90". It has to be there. */
  level: string;
  percentile?: string;
  precisionAmount?: string;
  /** PrecisionPercent is in percent of the point estimate: "24.77%" or "24.77". */
  precisionPercent?: string;
  lowerLimit?: string;
  upperLimit?: string;
}

/** ReportedObligation is an amount or a date that a report says is owed. */
export interface ReportedObligation {
  kind: ExtrapolateObligationKind;
  /**
   * Payor, where the obligation is to one. Letter case and blanks do not count. Left out: the only payor there is,
   * or the total of all.
   */
  payor?: string;
  /** Amount is what is owed before refunds in dollars, Credited what was refunded of it, Due what is left. */
  amount?: string;
  /** Amount is what is owed before refunds in dollars, Credited what was refunded of it, Due what is left. */
  credited?: string;
  /** Amount is what is owed before refunds in dollars, Credited what was refunded of it, Due what is left. */
  due?: string;
  /** By is the last day: "2027-01-21" or "1/21/2027". */
  by?: string;
}

/** ReportedPopulation is what a report says about the sampling frame. */
export interface ReportedPopulation {
  claims?: string;
  /** Paid is the total paid for all claims of the frame. */
  paid?: string;
  /** Digest of the frame as documented with the draw. */
  digest?: string;
}

/** ReportedRequest is a report with the data it is verified on: the claims of the frame, and the determinations. */
export interface ReportedRequest {
  reported: Reported;
  claims?: FrameClaimInput[];
  determinations?: DeterminationInput[];
}

/** ReportedSample is what a report says about one sample. */
export interface ReportedSample {
  /** Completed is the day the determinations were complete. Clocks start there; it is taken as a fact. */
  completed?: CivilDate;
  /** Method and Seed of the draw. That of a sample that continues another one may be left out. */
  method?: SamplingMethod;
  /** Method and Seed of the draw. That of a sample that continues another one may be left out. */
  seed?: string;
  /**
   * Numbers drawn, in any order, or IDs of the claims drawn, or both. Of a full sample that continues the discovery
   * sample they are all, or the added ones alone.
   */
  numbers?: number[];
  /**
   * Numbers drawn, in any order, or IDs of the claims drawn, or both. Of a full sample that continues the discovery
   * sample they are all, or the added ones alone.
   */
  ids?: string[];
  /** SpareNumbers or SpareIDs are the spares, if they are to be verified. */
  spareNumbers?: number[];
  /** SpareNumbers or SpareIDs are the spares, if they are to be verified. */
  spareIds?: string[];
  /** Size is the number of claims drawn, Reviewed the number in the error rate. */
  size?: string;
  /** Size is the number of claims drawn, Reviewed the number in the error rate. */
  reviewed?: string;
  claimsInError?: string;
  claimsOverpaid?: string;
  claimsUnderpaid?: string;
  missingDocumentation?: string;
  insufficientDocumentation?: string;
  /** Paid, Overpaid, Underpaid (as a positive amount) and NetOverpayment are dollars of the sample. */
  paid?: string;
  /** Paid, Overpaid, Underpaid (as a positive amount) and NetOverpayment are dollars of the sample. */
  overpaid?: string;
  /** Paid, Overpaid, Underpaid (as a positive amount) and NetOverpayment are dollars of the sample. */
  underpaid?: string;
  /** Paid, Overpaid, Underpaid (as a positive amount) and NetOverpayment are dollars of the sample. */
  netOverpayment?: string;
  /** ErrorRate is the net financial error rate: "13.17%", or ".1317" without a percent sign. */
  errorRate?: string;
  /** ThresholdMet is "yes" or "no"; discovery sample only. */
  thresholdMet?: string;
}

/** ReportedSize is what a report says about the size of a full sample. */
export interface ReportedSize {
  /** Confidence and Precision the size was worked out for: "90%" or "0.90". */
  confidence?: string;
  /** Confidence and Precision the size was worked out for: "90%" or "0.90". */
  precision?: string;
  /** Mean and StandardDeviation of the overpayments of the discovery sample. */
  mean?: string;
  /** Mean and StandardDeviation of the overpayments of the discovery sample. */
  standardDeviation?: string;
  /** Unrounded is the size before rounding, Size the one that was drawn. */
  unrounded?: string;
  /** Unrounded is the size before rounding, Size the one that was drawn. */
  size?: string;
}

/** Results are the reported figures of a claims review, from the population to what is owed. */
export interface Results {
  population?: ReportedPopulation;
  /** Discovery and Full are the two samples of the discovery protocol, Sample is that of the others. */
  discovery?: ReportedSample;
  /** Discovery and Full are the two samples of the discovery protocol, Sample is that of the others. */
  full?: ReportedSample;
  /** Discovery and Full are the two samples of the discovery protocol, Sample is that of the others. */
  sample?: ReportedSample;
  /** Size is how the full sample was sized. */
  size?: ReportedSize;
  /** Estimate is the extrapolation. */
  estimate?: ReportedEstimate;
  /** Obligations are amounts and due dates. */
  obligations?: ReportedObligation[];
  /** Refunds made, to be credited. They are taken as facts. */
  refunds?: ExtrapolateRefund[];
  /**
   * CostReport, Suspensions and Programs of the payors are what can move the deadline to repay, as in
   * ReportOptions. They are taken as facts, too.
   */
  costReport?: CivilDate;
  /**
   * CostReport, Suspensions and Programs of the payors are what can move the deadline to repay, as in
   * ReportOptions. They are taken as facts, too.
   */
  suspensions?: ExtrapolateSuspension[];
  /**
   * CostReport, Suspensions and Programs of the payors are what can move the deadline to repay, as in
   * ReportOptions. They are taken as facts, too.
   */
  programs?: ExtrapolatePayorProgram[];
}

/** Results are the reported figures of a claims review, from the population to what is owed. */
export interface ResultsInput {
  population?: ReportedPopulation;
  /** Discovery and Full are the two samples of the discovery protocol, Sample is that of the others. */
  discovery?: ReportedSample;
  /** Discovery and Full are the two samples of the discovery protocol, Sample is that of the others. */
  full?: ReportedSample;
  /** Discovery and Full are the two samples of the discovery protocol, Sample is that of the others. */
  sample?: ReportedSample;
  /** Size is how the full sample was sized. */
  size?: ReportedSize;
  /** Estimate is the extrapolation. */
  estimate?: ReportedEstimate;
  /** Obligations are amounts and due dates. */
  obligations?: ReportedObligation[];
  /** Refunds made, to be credited. They are taken as facts. */
  refunds?: ExtrapolateRefundInput[];
  /**
   * CostReport, Suspensions and Programs of the payors are what can move the deadline to repay, as in
   * ReportOptions. They are taken as facts, too.
   */
  costReport?: CivilDate;
  /**
   * CostReport, Suspensions and Programs of the payors are what can move the deadline to repay, as in
   * ReportOptions. They are taken as facts, too.
   */
  suspensions?: ExtrapolateSuspension[];
  /**
   * CostReport, Suspensions and Programs of the payors are what can move the deadline to repay, as in
   * ReportOptions. They are taken as facts, too.
   */
  programs?: ExtrapolatePayorProgram[];
}

/**
 * ReviewRequest is a whole review: what was submitted so far in its order, each entry determinations for a stage, a
 * correction of the frame, or walk-throughs of systems. Claims are those of the frame.
 */
export interface ReviewRequest {
  agreement: AgreementInput;
  claims?: FrameClaimInput[];
  seeds: Seeds;
  submitted?: Submission[];
  report?: ReportOptions;
}

/** ReviewResult is where a review stands. */
export interface ReviewResult {
  stage: Stage;
  worklist: FrameClaim[];
  draws: Draw[];
  outcome: Outcome;
  /** Corrections of the frame, and the overpaid claims that have no walk-through yet. */
  corrections?: DocumentedCorrection[];
  systemsWorklist?: FrameClaim[];
  report?: Report;
  saved: SavedReview;
  warnings?: Warning[];
}

/** ReviewedFileRequest is the text of a list of reviewed claims. */
export interface ReviewedFileRequest {
  text: string;
  options?: DeterminationOptions;
}

export interface ReviewedFileResult {
  claims: ErrorRateClaim[];
}

/** RowError is one row of a file that cannot be used, by its line number (from 1, the header line included). */
export interface RowError {
  line: number;
  column?: string;
  value?: string;
  rule: string;
}

/** RuleRequest asks for the rules in force on a day; no day means all rules in all forms. */
export interface RuleRequest {
  on?: CivilDate;
}

/**
 * SampleSizeAllocation says how a sample is divided among strata.
 *
 * "optimal": Optimal allocates by N*s, as RAT-STATS does, and by N*s/sqrt(cost) where strata have a cost: the least
 * cost for a precision. Sources: RAT-STATS Companion Manual 4-20; Neyman (1934); Cochran (1977), sec. 5.5.
 *
 * "proportional": Proportional allocates by N. Source: Cochran (1977), sec. 5.3, 5.9.
 */
export type SampleSizeAllocation = "optimal" | "proportional";

/**
 * SampleSizeAttribute is RAT-STATS' "Attribute Sample Size Determination": how many units to draw so that the
 * interval of the share of units in error is not wider than a precision range.
 *
 * A sample of n units is assumed to find Rate*n errors, rounded to the nearest integer, half up. Its limits are the
 * exact hypergeometric ones of the unrestricted attribute appraisal, k1 and k2 units of the universe. The size is
 * the smallest n with
 *
 * 	k2 - k1 <= range * universe,
 *
 * the rule that the manuals state (User's Guide 5-29, Companion Manual 4-22). range * universe is used as it is,
 * not rounded. RAT-STATS prints sizes that are 0 to 6 larger in the worked examples, by a search it does not
 * describe; two of them miss the range by one unit.
 *
 * # Certificate
 *
 * The width is no monotone function of n, because the number found is rounded. That no smaller n meets the range is
 * proven all the same. Let u(x, y) be the upper limit when x units found are in error and y are not; it does not
 * fall with x and does not rise with y, and neither does the lower limit l(x, y): one unit more in the sample
 * raises the number found by 0 or 1. From n = a to n = b both x and y only grow, as 0 <= Rate <= 1, say from x_a to
 * x_b and y_a to y_b. So
 *
 * 	k2 - k1 >= u(x_a, y_b) - l(x_b, y_a)   for every n from a to b,
 *
 * and where the right side exceeds the range no such n meets it. The search covers all sizes below its result with
 * such blocks, from 1 on; near the result they are single sizes, for which both sides are equal.
 *
 * Source: RAT-STATS Companion Manual 4-22 to 4-31, User's Guide 5-29 to 5-33.
 */
export interface SampleSizeAttribute {
  /** Universe is the number of units the sample is drawn from, up to MaxAttributeUniverse. */
  universe: number;
  /**
   * Rate is the anticipated share of units in error, a fraction from 0.005 to 0.98 as in RAT-STATS. 0.5 gives the
   * largest sizes.
   */
  rate: DecimalInput;
  /** Levels are two-sided confidence levels as fractions; none means 0.80, 0.90, 0.95 and 0.99. */
  levels?: DecimalInput[];
  /**
   * Ranges are the wanted full widths of the interval, upper limit less lower limit, fractions of the universe from
   * 0.01 to 0.99; at least one. RAT-STATS takes one.
   */
  ranges?: DecimalInput[];
}

/**
 * SampleSizeAttributeInterval is the interval that a sample of a given size will have if it finds the anticipated
 * share: the inverse of a size.
 */
export interface SampleSizeAttributeInterval {
  /** Level is the two-sided confidence level. */
  level: Decimal;
  /** Size is the number of units in the sample. */
  size: number;
  /** Found is the number of errors it is assumed to find. */
  found: number;
  /** LowerLimit and UpperLimit are the limits of the number of units in error in the universe. */
  lowerLimit: number;
  /** LowerLimit and UpperLimit are the limits of the number of units in error in the universe. */
  upperLimit: number;
  /** Range is the width as a fraction of the universe: (Upper - Lower) / universe. */
  range: Decimal;
}

/**
 * SampleSizeAttributeLimit is the size for a one-sided limit of a share: how many units to draw so that the upper
 * limit of the share in error stays within a limit if the sample finds the share that is expected. It answers "how
 * many claims show, at 95 percent, that no more than 5 percent are in error, if 1 percent are?" It is no RAT-STATS
 * module.
 *
 * A sample of n units is assumed to find Rate*n errors, rounded up. The size is the smallest n whose upper limit,
 * the largest k of the universe with P(X <= found | k) > 1 - level (hypergeometric), is at most limit * universe.
 * That no smaller n does is proven as for SampleSizeAttribute: for all n from a to b the upper limit is at least
 * u(x_a, y_b).
 *
 * With Rate 0 it is the size of a SampleSizeDiscovery sample for one unit more than limit * universe, rounded down.
 *
 * Source: the one-sided limit of RAT-STATS' attribute appraisal (User's Guide 3-7); attribute sampling with an
 * expected and a tolerable rate as in the AICPA's Audit Guide "Audit Sampling", whose tables are binomial.
 */
export interface SampleSizeAttributeLimit {
  /** Universe is the number of units the sample is drawn from, up to MaxAttributeUniverse. */
  universe: number;
  /** Rate is the expected share of units in error, a fraction of 0 or more, below every limit. */
  rate: DecimalInput;
  /** Levels are one-sided confidence levels as fractions; none means 0.80, 0.90, 0.95 and 0.99. */
  levels?: DecimalInput[];
  /**
   * Limits are what the upper limit of the share may be, fractions below 1 and above Rate by Rate*(1-Rate)/100 or
   * more; at least one.
   */
  limits?: DecimalInput[];
}

/** SampleSizeAttributeLimitTable is the result of AttributeLimit.Table. Its precisions are the limits. */
export interface SampleSizeAttributeLimitTable extends SampleSizeTable {
  /** Universe and Rate are what was given. */
  universe: number;
  /** Universe and Rate are what was given. */
  rate: Decimal;
}

/** SampleSizeAttributeTable is the result of Attribute.Table. Its precisions are the ranges. */
export interface SampleSizeAttributeTable extends SampleSizeTable {
  /** Universe and Rate are what was given. */
  universe: number;
  /** Universe and Rate are what was given. */
  rate: Decimal;
  /** Intervals are those of the sizes, in rows as the cells. */
  intervals: SampleSizeAttributeInterval[][];
}

/** SampleSizeBoundaries is the result of RootFrequency.Boundaries. */
export interface SampleSizeBoundaries {
  /** Strata in ascending order. */
  strata: SampleSizeBoundedStratum[];
  /** Universe is the number of units in all classes. */
  universe: number;
  /** RootSum is the sum over all classes. */
  rootSum: Decimal;
}

/** SampleSizeBoundedStratum is a stratum between two limits. */
export interface SampleSizeBoundedStratum {
  /** Lower and Upper are class limits. */
  lower: Decimal;
  /** Lower and Upper are class limits. */
  upper: Decimal;
  /** Universe is the number of units in the stratum. */
  universe: number;
  /** RootSum is the sum of sqrt(count*width) of its classes; the nearer these are to each other, the better. */
  rootSum: Decimal;
}

/** SampleSizeCell is the sample size at one confidence level and precision. */
export interface SampleSizeCell {
  /**
   * Level is the confidence level of its column as a fraction: of a two-sided interval or, in a one-sided table, of
   * a limit.
   */
  level: Decimal;
  /**
   * Precision is what its row asks for, as a fraction: a precision amount of the total, the range or the limit of a
   * share, or the share in error that is to be discovered.
   */
  precision: Decimal;
  /**
   * Size is the number of units to draw, rounded as RAT-STATS does: to nearest, and up in a SampleSizeStratified
   * table. Sizes of counts are searched, not rounded. 0 prints as "---".
   */
  size: number;
  /** Unrounded is the size before rounding, Size again where it was searched. */
  unrounded: Decimal;
  /** RoundedDown reports that rounding to nearest was down, so that Size is up to half a unit short. */
  roundedDown?: boolean;
  /** Empty is the reason for a size of 0: "nothing_varies", "rounds_to_zero" or "out_of_reach". */
  empty?: SampleSizeEmptyReason;
  /**
   * Full reports a stratum whose part exceeded its universe: all of it is drawn, the rest went to other strata (#).
   */
  full?: boolean;
  /** Raised reports a stratum raised to the minimum that was asked for. */
  raised?: boolean;
}

/**
 * SampleSizeDiscovery is the size of a discovery sample: the smallest number of units that finds at least one in
 * error, with a given confidence, if a given share or number of the universe is in error. A sample that finds none
 * then says, with that confidence, that fewer are. It is no RAT-STATS module.
 *
 * A sample of n out of N units of which D are in error misses all of them with the hypergeometric probability
 *
 * 	C(N-D, n) / C(N, n)
 *
 * and the size is the smallest n for which that is at most 1 - confidence, decided in exact arithmetic.
 *
 * Source: discovery sampling, Arkin, Handbook of Sampling for Auditing and Accounting (1984); Cochran (1977), ch.
 * 3, for the distribution.
 */
export interface SampleSizeDiscovery {
  /** Universe is the number of units the sample is drawn from, up to MaxAttributeUniverse. */
  universe: number;
  /**
   * Rates are shares of the universe in error, fractions above 0 and up to 1; a part of a unit counts as one more.
   * 6 percent of 500 are 30.
   */
  rates?: DecimalInput[];
  /** Counts are numbers of units in error, in addition to Rates. */
  counts?: number[];
  /** Levels are the confidences, fractions; none means 0.80, 0.90, 0.95 and 0.99. */
  levels?: DecimalInput[];
}

/**
 * SampleSizeDiscoveryTable is the result of Discovery.Table. Its precisions are the shares in error: a row for each
 * rate and then for each count.
 */
export interface SampleSizeDiscoveryTable extends SampleSizeTable {
  /** Universe is the number of units in the universe. */
  universe: number;
  /** Errors are the numbers of units in error of the rows. */
  errors: number[];
}

/**
 * SampleSizeEmptyReason is why a cell has no size.
 *
 * "nothing_varies": NothingVaries: the standard deviation is 0, so that the formula gives no size.
 *
 * "rounds_to_zero": RoundsToZero: the formula gives less than half a unit.
 *
 * "out_of_reach": OutOfReach: not even the whole universe would do.
 */
export type SampleSizeEmptyReason = "nothing_varies" | "rounds_to_zero" | "out_of_reach";

/**
 * SampleSizeErrorRate is RAT-STATS' "Variable Sample Size Determination > Unrestricted > Using an Expected Error
 * Rate": how many units to draw where there is no probe sample, but a guess of how many units are in error.
 *
 * The model: an erroneous unit is wrong by its whole reported amount, and erroneous units look like the reported
 * amounts (Companion Manual 4-7). Errors in part of an amount do not fit it.
 *
 * Source: RAT-STATS Companion Manual 4-7 to 4-10, User's Guide 5-13 to 5-18.
 */
export interface SampleSizeErrorRate {
  /** Universe is the number of units the sample is drawn from. */
  universe: number;
  /** Rate is the anticipated share of units in error, a fraction above 0 and below 1. */
  rate: DecimalInput;
  /** ReportedTotal is the total reported (paid) amount of the universe, in dollars. */
  reportedTotal: DecimalInput;
  /** ReportedDeviation is the standard deviation of the reported amounts, in dollars. */
  reportedDeviation: DecimalInput;
  /** Levels are two-sided confidence levels as fractions; none means 0.80, 0.90, 0.95 and 0.99. */
  levels?: DecimalInput[];
  /** OneSided makes the levels those of a one-sided limit, as in SampleSizeProbe. */
  oneSided?: boolean;
  /** Precisions are fractions of the total difference; none means 0.01, 0.02, 0.05, 0.10 and 0.15. */
  precisions?: DecimalInput[];
}

/** SampleSizeErrorRateTable is the result of ErrorRate.Table. */
export interface SampleSizeErrorRateTable extends SampleSizeTable {
  /** Universe, OneSided, Rate, ReportedTotal and ReportedDeviation are what was given. */
  universe: number;
  /** Universe, OneSided, Rate, ReportedTotal and ReportedDeviation are what was given. */
  oneSided?: boolean;
  /** Universe, OneSided, Rate, ReportedTotal and ReportedDeviation are what was given. */
  rate: Decimal;
  /** Universe, OneSided, Rate, ReportedTotal and ReportedDeviation are what was given. */
  reportedTotal: Decimal;
  /** Universe, OneSided, Rate, ReportedTotal and ReportedDeviation are what was given. */
  reportedDeviation: Decimal;
  /** Mean and StandardDeviation are those expected of the differences, zeros included, in dollars. */
  mean: Decimal;
  /** Mean and StandardDeviation are those expected of the differences, zeros included, in dollars. */
  standardDeviation: Decimal;
}

/**
 * SampleSizeExpected is the precision that a sample of a given size will have if mean and standard deviation stay
 * as they are: the inverse of a size.
 */
export interface SampleSizeExpected extends AppraisalConfidence {
  /** Size is the number of units in the sample. */
  size: number;
  /** OneSided reports that the level is that of a one-sided limit. */
  oneSided?: boolean;
  /**
   * PrecisionAmount is the distance of the limits of the total from the point estimate, in dollars. None where it
   * is not defined: a stratum that varies has no unit in the sample.
   */
  precisionAmount?: Decimal;
  /** Precision is the precision amount as a fraction of the total; none where the total is 0. */
  precision?: Decimal;
}

/**
 * SampleSizeFrequencyClass counts the units between the upper limit of the class before and its own. To which class
 * a unit on a limit belongs is the caller's rule, and that of the strata.
 */
export interface SampleSizeFrequencyClass {
  /** Upper is the upper limit. */
  upper: DecimalInput;
  /** Count is the number of units in the class. */
  count: number;
}

/**
 * SampleSizeProbe is RAT-STATS' "Variable Sample Size Determination > Unrestricted > Using a Probe Sample": how
 * many units a sample needs so that the total is estimated within a precision, going by a probe sample of the same
 * universe.
 *
 * In a claims review the probe sample is the discovery sample, and its values are the overpayments: 0 for a claim
 * that was paid correctly or underpaid. Paid amounts have no place here: they would size a sample for the total
 * paid, which is known already (OIG CIA FAQ, October 7, 2022). That is why the values are called Overpayments and
 * may not be negative.
 *
 * Give exactly one of Overpayments, OverpaymentSums, and MeanOverpayment with OverpaymentDeviation.
 *
 * Source: RAT-STATS Companion Manual 4-2 to 4-6, User's Guide 5-2 to 5-12.
 */
export interface SampleSizeProbe {
  /** Universe is the number of units the full sample is drawn from. */
  universe: number;
  /** Overpayments of the probe sample's claims, in dollars, zeros included. */
  overpayments?: DecimalInput[];
  /** OverpaymentSums stands in for the overpayments. That no value was negative cannot be seen from them. */
  overpaymentSums?: AppraisalSumsInput;
  /**
   * MeanOverpayment and OverpaymentDeviation, mean and standard deviation (divisor n-1) of the overpayments, stand
   * in for them.
   */
  meanOverpayment?: DecimalInput;
  /**
   * MeanOverpayment and OverpaymentDeviation, mean and standard deviation (divisor n-1) of the overpayments, stand
   * in for them.
   */
  overpaymentDeviation?: DecimalInput;
  /** Levels are two-sided confidence levels as fractions; none means 0.80, 0.90, 0.95 and 0.99. */
  levels?: DecimalInput[];
  /**
   * OneSided makes the levels those of one limit, not of an interval: a one-sided level of 0.95 takes the
   * percentile of the two-sided level 0.90, whose lower limit OIG's audits recommend for recovery. Levels have to
   * be above 0.5. The default is RAT-STATS' two-sided level.
   */
  oneSided?: boolean;
  /** Precisions are fractions of the total overpayment; none means 0.01, 0.02, 0.05, 0.10 and 0.15. */
  precisions?: DecimalInput[];
}

/** SampleSizeProbeTable is the result of Probe.Table. */
export interface SampleSizeProbeTable extends SampleSizeTable {
  /** Universe is the number of units in the universe. */
  universe: number;
  /** OneSided reports that the levels are those of a one-sided limit. */
  oneSided?: boolean;
  /** ProbeSize is the number of values in the probe sample, 0 where mean and standard deviation were given. */
  probeSize?: number;
  /**
   * OverpaymentSums of the probe sample, all that the table follows from; none where mean and deviation were given.
   */
  overpaymentSums?: AppraisalSums;
  /** Mean and StandardDeviation of the probe sample. */
  mean: Decimal;
  /** Mean and StandardDeviation of the probe sample. */
  standardDeviation: Decimal;
}

/**
 * SampleSizeRootFrequency finds the boundaries of strata by the cumulative root frequency rule: with the units
 * counted in classes by an amount that is known for all of them (the paid amount), add up sqrt(count*width) class
 * by class, divide the sum by the number of strata, and set the boundaries at the class limits nearest to these
 * marks. With equal shares of the sample such strata come near the least variance. RAT-STATS has no procedure for
 * boundaries.
 *
 * Sources: Dalenius & Hodges, Minimum variance stratification, JASA 54 (1959); Cochran (1977), sec. 5A.7.
 */
export interface SampleSizeRootFrequency {
  /** Lower is the lower limit of the first class. */
  lower: DecimalInput;
  /** Classes in ascending order, 2 to 10,000. Their widths may differ. */
  classes: SampleSizeFrequencyClass[];
  /** Strata is the number of strata wanted, at least 2. */
  strata: number;
}

/**
 * SampleSizeStratified is RAT-STATS' "Variable Sample Size Determination > Stratified", total sample size unknown:
 * how many units of each stratum to draw so that the total of all strata is estimated within a precision.
 *
 * Each stratum's part is rounded up and the total is the sum of the parts (Companion Manual 4-20, 4-21).
 *
 * Source: RAT-STATS Companion Manual 4-11 to 4-15, 4-20, 4-21, User's Guide 5-19 to 5-25.
 */
export interface SampleSizeStratified {
  /** Strata of the universe. RAT-STATS takes up to 500; more are a warning. */
  strata: SampleSizeStratum[];
  /** Levels are two-sided confidence levels as fractions; none means 0.80, 0.90, 0.95 and 0.99. */
  levels?: DecimalInput[];
  /** Precisions are fractions of the total overpayment; none means 0.01, 0.02, 0.05, 0.10 and 0.15. */
  precisions?: DecimalInput[];
  /** OneSided makes the levels those of a one-sided limit, as in SampleSizeProbe. */
  oneSided?: boolean;
  /** Allocation is "optimal", which is the default and RAT-STATS' way, or "proportional". */
  allocation?: SampleSizeAllocation;
  /** Minimum is the least number of units of a stratum, or all it has; 0, as in RAT-STATS, for none. */
  minimum?: number;
  /**
   * SizeAgain sizes the remaining strata anew after a stratum was cut to its universe, so that the precision is
   * met. RAT-STATS does not. Source: Cochran (1977), sec. 5.8.
   */
  sizeAgain?: boolean;
}

/**
 * SampleSizeStratifiedKnown is RAT-STATS' "Variable Sample Size Determination > Stratified", total sample size
 * known: how a sample of a given size is divided among strata, and the precision that it will give.
 *
 * Source: RAT-STATS Companion Manual 4-16 to 4-21, User's Guide 5-26 to 5-28.
 */
export interface SampleSizeStratifiedKnown {
  /** Size is the total sample size. */
  size: number;
  /** Strata of the universe. RAT-STATS takes up to 500; more are a warning. */
  strata: SampleSizeStratum[];
  /** Levels are two-sided confidence levels as fractions; none means 0.80, 0.90, 0.95 and 0.99. */
  levels?: DecimalInput[];
  /** Allocation is "optimal", which is the default and RAT-STATS' way, or "proportional". */
  allocation?: SampleSizeAllocation;
  /**
   * Minimum is the least number of units of a stratum, or all it has; 0, as in RAT-STATS, for none. The other
   * strata are not reduced for it.
   */
  minimum?: number;
}

/** SampleSizeStratifiedSizes is the result of StratifiedKnown.Sizes. */
export interface SampleSizeStratifiedSizes extends SampleSizeStratifiedUniverse {
  /** Allocation and Minimum are the rules that were used. */
  allocation: SampleSizeAllocation;
  /** Allocation and Minimum are the rules that were used. */
  minimum?: number;
  /** Requested is the total sample size asked for. */
  requested: number;
  /**
   * Size is the sum of the strata's sizes; it differs from Requested by rounding, by the minimum, or where strata
   * that do not vary get nothing (!).
   */
  size: number;
  /** Strata hold their parts, in the order given. */
  strata: SampleSizeStratumSize[];
  /**
   * Expected are the precisions of the rounded sizes at each level, with z, which RAT-STATS' stratified appraisal
   * uses for the total as well.
   */
  expected: SampleSizeExpected[];
  /** Cost of the sample, where the strata have a cost. */
  cost?: Decimal;
  /** Warnings are findings that are not errors. */
  warnings?: Warning[];
}

/** SampleSizeStratifiedTable is the result of Stratified.Table. */
export interface SampleSizeStratifiedTable extends SampleSizeStratifiedUniverse {
  /** OneSided, Allocation, Minimum and SizeAgain are the rules that were used. */
  oneSided?: boolean;
  /** OneSided, Allocation, Minimum and SizeAgain are the rules that were used. */
  allocation: SampleSizeAllocation;
  /** OneSided, Allocation, Minimum and SizeAgain are the rules that were used. */
  minimum?: number;
  /** OneSided, Allocation, Minimum and SizeAgain are the rules that were used. */
  sizeAgain?: boolean;
  /** Strata hold a table each, in the order given. */
  strata: SampleSizeStratumTable[];
  /** TotalSize is the table of the sums over the strata. */
  totalSize: SampleSizeTable;
  /** Warnings are findings that are not errors. */
  warnings?: Warning[];
}

/** SampleSizeStratifiedUniverse is what all strata make together. */
export interface SampleSizeStratifiedUniverse {
  /** Universe is the number of units in all strata. */
  universe: number;
  /** Mean of all units. */
  mean: Decimal;
  /**
   * StandardDeviation of all units, within and between strata: sqrt(sum(N*(s^2 + (mean - overall mean)^2)) / N). No
   * size follows from it. The manuals give no formula; this one prints their figure.
   */
  standardDeviation: Decimal;
  /** Total is the expected total, sum(N*mean). */
  total: Decimal;
  /** DeviationSum is sum(N*s), RAT-STATS' SUM1, which the optimal allocation divides by. */
  deviationSum: Decimal;
}

/**
 * SampleSizeStratum is a part of the universe that is sampled on its own. Give exactly one of Overpayments,
 * OverpaymentSums, and MeanOverpayment with OverpaymentDeviation, as in a SampleSizeProbe.
 */
export interface SampleSizeStratum {
  /** Name of the stratum; no two are the same. */
  name: string;
  /** Universe is the number of units in the stratum. */
  universe: number;
  /** Overpayments of the stratum's probe sample, in dollars, zeros included. */
  overpayments?: DecimalInput[];
  /** OverpaymentSums stands in for the overpayments. */
  overpaymentSums?: AppraisalSumsInput;
  /**
   * MeanOverpayment and OverpaymentDeviation, mean and standard deviation (divisor n-1) of the overpayments, stand
   * in for them. Both may be 0.
   */
  meanOverpayment?: DecimalInput;
  /**
   * MeanOverpayment and OverpaymentDeviation, mean and standard deviation (divisor n-1) of the overpayments, stand
   * in for them. Both may be 0.
   */
  overpaymentDeviation?: DecimalInput;
  /**
   * Cost of reviewing one unit, above 0, in any currency, for the optimal allocation: either every stratum has one
   * or none, which means that all cost the same.
   */
  cost?: DecimalInput;
}

/** SampleSizeStratumEntry is a stratum as it enters the formulas. */
export interface SampleSizeStratumEntry {
  /** Name of the stratum. */
  name: string;
  /** Universe is the number of units in the stratum. */
  universe: number;
  /** Mean and StandardDeviation of the overpayments. */
  mean: Decimal;
  /** Mean and StandardDeviation of the overpayments. */
  standardDeviation: Decimal;
  /**
   * Ratio is the stratum's share of the sample before any stratum is cut to its universe, as a fraction: N*s /
   * sum(N*s) in RAT-STATS. None where nothing varies, so that there is nothing to allocate by.
   */
  ratio?: Decimal;
  /** Cost of one unit, if it was given. */
  cost?: Decimal;
}

/** SampleSizeStratumSize is the part of one stratum in a known total. */
export interface SampleSizeStratumSize extends SampleSizeStratumEntry {
  /** Size is the number of units to draw, rounded to nearest. */
  size: number;
  /** Unrounded is the stratum's part before rounding. */
  unrounded: Decimal;
  /** Empty is the reason for a size of 0: "nothing_varies" or "rounds_to_zero". */
  empty?: SampleSizeEmptyReason;
  /** Full reports a stratum whose part exceeded its universe (#). */
  full?: boolean;
  /** Raised reports a stratum raised to the minimum. */
  raised?: boolean;
}

/** SampleSizeStratumTable is the part of one stratum. */
export interface SampleSizeStratumTable extends SampleSizeStratumEntry, SampleSizeTable {
}

/**
 * SampleSizeTable crosses confidence levels (columns) with precisions (rows), or with what stands in their place:
 * see SampleSizeCell.
 */
export interface SampleSizeTable {
  /** Levels are the confidence levels of the columns. */
  levels: Decimal[];
  /** Precisions are the precisions of the rows. */
  precisions: Decimal[];
  /** Rows holds a row of cells for each precision. */
  rows: SampleSizeCell[][];
  /** Warnings are findings that are not errors. */
  warnings?: Warning[];
}

/** SampleSizeUpperLimit is what a sample of a given size will say if it finds the expected share. */
export interface SampleSizeUpperLimit {
  /** Level is the one-sided confidence level. */
  level: Decimal;
  /** Size is the number of units in the sample, Found the number of errors it is assumed to find. */
  size: number;
  /** Size is the number of units in the sample, Found the number of errors it is assumed to find. */
  found: number;
  /**
   * UpperLimit is the limit of the number of units in error in the universe, UpperProportion that as a fraction of
   * it.
   */
  upperLimit: number;
  /**
   * UpperLimit is the limit of the number of units in error in the universe, UpperProportion that as a fraction of
   * it.
   */
  upperProportion: Decimal;
}

/**
 * SamplingChiSquareTest compares counts with what is expected: the sum of (observed-expected)^2/expected.
 *
 * Over classes of the frame: class j of k holds the numbers from Low+floor(j*N/k) to Low+floor((j+1)*N/k)-1 and is
 * expected to have its share of the sample. As numbers are drawn without replacement, counts vary less than the
 * chi-square distribution has it where the sample is a large part of the frame, and p is too large then.
 *
 * Over pairs (serial test): the first and the second number, the third and the fourth, and so on, are put into the
 * cells of d*d pairs of classes, d as large as leaves 5 expected pairs for each cell, and at most 10; row by row.
 * Pairs are expected by their probability without replacement.
 */
export interface SamplingChiSquareTest {
  /** Classes is k, or d for pairs. */
  classes: number;
  /** Counts are the numbers in each class, or the pairs in each cell. */
  counts: number[];
  expected: Decimal[];
  /** Statistic is chi-square, Degrees one less than the number of counts. */
  statistic: Decimal;
  /** Statistic is chi-square, Degrees one less than the number of counts. */
  degrees: number;
  /** P is the probability of at least this statistic. */
  p: Decimal;
}

/**
 * SamplingComparison says how reported units stand to those that the plan gives.
 *
 * "reproduced": Reproduced: the plan gives exactly the reported units, in the order of selection or in sequential
 * order, and the reported spares in generated order.
 *
 * "other_order": OtherOrder: the plan gives the same units, but they are reported in another order.
 *
 * "differs": Differs: the plan gives other units.
 *
 * "impossible": Impossible: no draw of the plan's size from its frame gives the reported units.
 */
export type SamplingComparison = "reproduced" | "other_order" | "differs" | "impossible";

/** SamplingFoundSeeds is what a SamplingSeedSearch found, together with the numbers it was about. */
export interface SamplingFoundSeeds extends SamplingSeedSearch {
  /** Matches are the start states that give the numbers, none if no seed does. */
  matches: SamplingSeedMatch[];
  /** Note is SeedSearchNote. */
  note: string;
}

/**
 * SamplingFrameComparison says whether the frame at hand is the documented one.
 *
 * "same": FrameSame: both digests are the same.
 *
 * "other": FrameOther: the digests differ.
 *
 * "not_checked": FrameNotChecked: one of the digests is missing.
 */
export type SamplingFrameComparison = "same" | "other" | "not_checked";

/** SamplingFrameItem is an item of one of several frames. */
export interface SamplingFrameItem {
  /** Order is the order of selection, from 1; 0 for an item that was not drawn. */
  order?: number;
  /** Number is the random number, from 1 to the number of all items. */
  number?: number;
  /** Frame is the number of the frame, from 1. */
  frame?: number;
  /** Item is the number of the item in its frame. */
  item: number;
}

/** SamplingFrameItem is an item of one of several frames. */
export interface SamplingFrameItemInput {
  /** Order is the order of selection, from 1; 0 for an item that was not drawn. */
  order?: number;
  /** Number is the random number, from 1 to the number of all items. */
  number?: number;
  /** Frame is the number of the frame, from 1. */
  frame?: number;
  /** Item is the number of the item in its frame. */
  item?: number;
}

/** SamplingFrameOfTwo is a frame of sub-frames, each of which has the same items. */
export interface SamplingFrameOfTwo {
  /** SubFrames are the sub-frames (pages). */
  subFrames: SamplingRange;
  /** Items are the items (lines) of each sub-frame, those of the plan if left out. */
  items?: SamplingRange;
}

/**
 * SamplingFrames is the plan of a simple random sample from a population that is numbered in several parts, such as
 * the claims of several months: RAT-STATS' "Frames - Single Stage". One number is drawn from 1 to the number of all
 * items; it stands for an item of one of the frames, which are taken as if they were one behind the other.
 *
 * Source: RAT-STATS Companion Manual 1-6, 1-7, User's Guide 2-45 to 2-54.
 */
export interface SamplingFrames {
  /** Method is the generator, "ratstats" if empty. */
  method?: SamplingMethod;
  /** Seed is the seed as printed or typed: "34346.94". It has no default. */
  seed: string;
  /** Ranges are the frames in their order, each by the numbers of its first and its last item. */
  ranges: SamplingRange[];
  /** Size is the number of items of the sample, RAT-STATS' "quantity in sequential order". */
  size: number;
  /** Spares is the number of spares, RAT-STATS' "spares in random order". */
  spares: number;
  /**
   * DrawnBefore says that so many orders of selection, the first ones, were drawn earlier. It changes no number.
   * See FramesSelection.DrawOn.
   */
  drawnBefore?: number;
  /** FrameDigest identifies the frame, as that of SamplingSingleStage does. Optional; it changes no number. */
  frameDigest?: string;
  /** Strict makes errors of RAT-STATS' own limits, which are warnings otherwise. */
  strict?: boolean;
}

/**
 * SamplingFrames is the plan of a simple random sample from a population that is numbered in several parts, such as
 * the claims of several months: RAT-STATS' "Frames - Single Stage". One number is drawn from 1 to the number of all
 * items; it stands for an item of one of the frames, which are taken as if they were one behind the other.
 *
 * Source: RAT-STATS Companion Manual 1-6, 1-7, User's Guide 2-45 to 2-54.
 */
export interface SamplingFramesInput {
  /** Method is the generator, "ratstats" if empty. */
  method?: SamplingMethod;
  /** Seed is the seed as printed or typed: "34346.94". It has no default. */
  seed: string;
  /** Ranges are the frames in their order, each by the numbers of its first and its last item. */
  ranges: SamplingRange[];
  /** Size is the number of items of the sample, RAT-STATS' "quantity in sequential order". */
  size: number;
  /** Spares is the number of spares, RAT-STATS' "spares in random order". */
  spares?: number;
  /**
   * DrawnBefore says that so many orders of selection, the first ones, were drawn earlier. It changes no number.
   * See FramesSelection.DrawOn.
   */
  drawnBefore?: number;
  /** FrameDigest identifies the frame, as that of SamplingSingleStage does. Optional; it changes no number. */
  frameDigest?: string;
  /** Strict makes errors of RAT-STATS' own limits, which are warnings otherwise. */
  strict?: boolean;
}

/**
 * SamplingFramesOfTwo is the plan of a simple random sample from several frames whose items are numbered twice,
 * such as the lines of the pages of several lists: RAT-STATS' "Frames - Sets of Two Numbers". One number is drawn
 * from 1 to the number of all items, not one for the page and one for the line. With B items in the frames before,
 * m items (lines) in each sub-frame (page), and r = number - B - 1, it stands for
 *
 * 	sub-frame = first sub-frame + r div m, item = first item + r mod m
 *
 * Source: RAT-STATS Companion Manual 1-8 to 1-10, User's Guide 2-55 to 2-65. The manual's words take a fraction of
 * the page times m and round it, which is the same but for the last line of a page, where that would give line 0 of
 * the next.
 */
export interface SamplingFramesOfTwo {
  /** Method is the generator, "ratstats" if empty. */
  method?: SamplingMethod;
  /** Seed is the seed as printed or typed: "35809.13". It has no default. */
  seed: string;
  /** Frames are the frames in their order. */
  frames: SamplingFrameOfTwo[];
  /**
   * Items are the items (lines) of every sub-frame (page) of the frames that do not give their own. It may be left
   * out if all do.
   */
  items?: SamplingRange;
  /** Size is the number of items of the sample, RAT-STATS' "quantity in sequential order". */
  size: number;
  /** Spares is the number of spares, RAT-STATS' "spares in random order". */
  spares: number;
  /**
   * DrawnBefore says that so many orders of selection, the first ones, were drawn earlier. It changes no number.
   * See FramesOfTwoSelection.DrawOn.
   */
  drawnBefore?: number;
  /** FrameDigest identifies the frame, as that of SamplingSingleStage does. Optional; it changes no number. */
  frameDigest?: string;
  /** Strict makes errors of RAT-STATS' own limits, which are warnings otherwise. */
  strict?: boolean;
}

/**
 * SamplingFramesOfTwo is the plan of a simple random sample from several frames whose items are numbered twice,
 * such as the lines of the pages of several lists: RAT-STATS' "Frames - Sets of Two Numbers". One number is drawn
 * from 1 to the number of all items, not one for the page and one for the line. With B items in the frames before,
 * m items (lines) in each sub-frame (page), and r = number - B - 1, it stands for
 *
 * 	sub-frame = first sub-frame + r div m, item = first item + r mod m
 *
 * Source: RAT-STATS Companion Manual 1-8 to 1-10, User's Guide 2-55 to 2-65. The manual's words take a fraction of
 * the page times m and round it, which is the same but for the last line of a page, where that would give line 0 of
 * the next.
 */
export interface SamplingFramesOfTwoInput {
  /** Method is the generator, "ratstats" if empty. */
  method?: SamplingMethod;
  /** Seed is the seed as printed or typed: "35809.13". It has no default. */
  seed: string;
  /** Frames are the frames in their order. */
  frames: SamplingFrameOfTwo[];
  /**
   * Items are the items (lines) of every sub-frame (page) of the frames that do not give their own. It may be left
   * out if all do.
   */
  items?: SamplingRange;
  /** Size is the number of items of the sample, RAT-STATS' "quantity in sequential order". */
  size: number;
  /** Spares is the number of spares, RAT-STATS' "spares in random order". */
  spares?: number;
  /**
   * DrawnBefore says that so many orders of selection, the first ones, were drawn earlier. It changes no number.
   * See FramesOfTwoSelection.DrawOn.
   */
  drawnBefore?: number;
  /** FrameDigest identifies the frame, as that of SamplingSingleStage does. Optional; it changes no number. */
  frameDigest?: string;
  /** Strict makes errors of RAT-STATS' own limits, which are warnings otherwise. */
  strict?: boolean;
}

/**
 * SamplingFramesOfTwoSelection is a drawn sample from several frames of sub-frames together with the plan it came
 * from. Its Draw method, which is the plan's, draws it again.
 */
export interface SamplingFramesOfTwoSelection extends SamplingFramesOfTwo {
  /** FrameSize is the number of items of all frames. */
  frameSize: number;
  /** Sample are the items of the sample in sequential order: orders of selection 1 to Size, sorted by number. */
  sample: SamplingSubFrameItem[];
  /** SpareItems are the spares in generated order: orders of selection Size+1 to Size+Spares. */
  spareItems: SamplingSubFrameItem[];
  /** Warnings are findings that are not errors. */
  warnings?: Warning[];
}

/**
 * SamplingFramesOfTwoSelection is a drawn sample from several frames of sub-frames together with the plan it came
 * from. Its Draw method, which is the plan's, draws it again.
 */
export interface SamplingFramesOfTwoSelectionInput extends SamplingFramesOfTwoInput {
  /** FrameSize is the number of items of all frames. */
  frameSize: number;
  /** Sample are the items of the sample in sequential order: orders of selection 1 to Size, sorted by number. */
  sample: SamplingSubFrameItemInput[];
  /** SpareItems are the spares in generated order: orders of selection Size+1 to Size+Spares. */
  spareItems: SamplingSubFrameItemInput[];
  /** Warnings are findings that are not errors. */
  warnings?: Warning[];
}

/**
 * SamplingFramesSelection is a drawn sample from several frames together with the plan it came from. Its Draw
 * method, which is the plan's, draws it again.
 */
export interface SamplingFramesSelection extends SamplingFrames {
  /** FrameSize is the number of items of all frames. */
  frameSize: number;
  /** Sample are the items of the sample in sequential order: orders of selection 1 to Size, sorted by number. */
  sample: SamplingFrameItem[];
  /** SpareItems are the spares in generated order: orders of selection Size+1 to Size+Spares. */
  spareItems: SamplingFrameItem[];
  /** Warnings are findings that are not errors. */
  warnings?: Warning[];
}

/**
 * SamplingFramesSelection is a drawn sample from several frames together with the plan it came from. Its Draw
 * method, which is the plan's, draws it again.
 */
export interface SamplingFramesSelectionInput extends SamplingFramesInput {
  /** FrameSize is the number of items of all frames. */
  frameSize: number;
  /** Sample are the items of the sample in sequential order: orders of selection 1 to Size, sorted by number. */
  sample: SamplingFrameItemInput[];
  /** SpareItems are the spares in generated order: orders of selection Size+1 to Size+Spares. */
  spareItems: SamplingFrameItemInput[];
  /** Warnings are findings that are not errors. */
  warnings?: Warning[];
}

/** SamplingFromSpareFrameItem is a spare that was reported in the sample. */
export interface SamplingFromSpareFrameItem {
  /** Order is the order of selection that the plan gives to the spare. */
  order: number;
  unit: SamplingFrameItem;
}

/** SamplingFromSpareID is a spare that was reported in the sample. */
export interface SamplingFromSpareID {
  /** Order is the order of selection that the plan gives to the spare. */
  order: number;
  unit: string;
}

/** SamplingFromSpareNumber is a spare that was reported in the sample. */
export interface SamplingFromSpareNumber {
  /** Order is the order of selection that the plan gives to the spare. */
  order: number;
  unit: number;
}

/** SamplingFromSparePPSUnit is a spare that was reported in the sample. */
export interface SamplingFromSparePPSUnit {
  /** Order is the order of selection that the plan gives to the spare. */
  order: number;
  unit: SamplingPPSUnit;
}

/** SamplingFromSpareRHCRow is a spare that was reported in the sample. */
export interface SamplingFromSpareRHCRow {
  /** Order is the order of selection that the plan gives to the spare. */
  order: number;
  unit: SamplingRHCRow;
}

/** SamplingFromSpareSet is a spare that was reported in the sample. */
export interface SamplingFromSpareSet {
  /** Order is the order of selection that the plan gives to the spare. */
  order: number;
  unit: SamplingSet;
}

/** SamplingFromSpareSubFrameItem is a spare that was reported in the sample. */
export interface SamplingFromSpareSubFrameItem {
  /** Order is the order of selection that the plan gives to the spare. */
  order: number;
  unit: SamplingSubFrameItem;
}

/**
 * SamplingMethod is a random number generator together with its rule for turning its output into numbers of units.
 * The zero value is the default, "ratstats"; a result states its method explicitly.
 *
 * The methods beside RATSTATS give the list of another program, number by number and in its order. That program
 * draws from 1 to the size of the frame (NumPy from 0); the numbers are shifted so that the first unit is Low.
 *
 * "ratstats": RATSTATS is the method of RAT-STATS 2005 and later. Its seed is a number that is not negative, with
 * at most two decimals and below 10,000,000,000,000.
 *
 * "r": R is set.seed(seed); sample.int(N, n) of R 3.6.0 and later in its default setting: Mersenne Twister,
 * inversion, sample.kind "Rejection". Its seed is a whole number from -2147483647 to 2147483647.
 *
 * "r_rounding": RRounding is "r" with sample.kind "Rounding", which is what R did before 3.6.0.
 *
 * "python": Python is random.Random(seed).sample(range(1, N+1), n) of CPython, as of 3.11. Its seed is a whole
 * number of any size; a negative one gives the sample of the positive one. A seed that was a text in Python is
 * something else.
 *
 * "numpy": NumPy is numpy.random.default_rng(seed).choice(N, n, replace=False) + 1, as of NumPy 1.24. Its seed is a
 * whole number from 0, of any size.
 */
export type SamplingMethod = "ratstats" | "r" | "r_rounding" | "python" | "numpy" | "tickets";

/**
 * SamplingPPS is the plan of a systematic sample with probability proportional to size, such as monetary unit
 * sampling: the sizes are added up, and every interval-th amount of the total, from a random start in the first
 * interval, hits the unit it falls into.
 *
 * The interval is T/n for the total T. Amounts are counted in the smallest decimal place that occurs, e.g. T cents,
 * and the line of them is divided into n points each, n*T altogether: a unit of size a has n*a of them. The number
 * r is drawn from 1 ... T, and the points r, r+T, ... r+(n-1)T are the hits. So the start r/n lies in (0, T/n],
 * everything is exact, and over the T starts a unit of size a gets exactly n*a hits: n*a/T on average.
 *
 * A unit of at least the interval is hit at every start, perhaps more than once: it is a certainty unit. A unit
 * without size is never hit. The sampling units are the amounts, so hits count, not units: n hits may be fewer than
 * n units.
 *
 * The number r is what SamplingSingleStage draws as the only unit of a frame from 1 to T.
 *
 * Source: Cochran, Sampling Techniques (1977), sec. 9A (Madow's systematic selection); AICPA, Audit Guide Audit
 * Sampling, ch. on monetary unit sampling.
 */
export interface SamplingPPS {
  /** Method is the generator of the start, "ratstats" if empty. */
  method?: SamplingMethod;
  /** Seed is the seed as printed or typed. It has no default. */
  seed: string;
  /** Sizes are the sizes of the units, numbered from 1 in this order, in dollars for example. Zeros are allowed. */
  sizes: Decimal[];
  /** Size is the number of hits. */
  size: number;
  /** File names where the sizes come from; it is printed and changes nothing. */
  file?: string;
  /** FrameDigest identifies the frame, as that of SamplingSingleStage does. Optional; it changes no number. */
  frameDigest?: string;
}

/**
 * SamplingPPS is the plan of a systematic sample with probability proportional to size, such as monetary unit
 * sampling: the sizes are added up, and every interval-th amount of the total, from a random start in the first
 * interval, hits the unit it falls into.
 *
 * The interval is T/n for the total T. Amounts are counted in the smallest decimal place that occurs, e.g. T cents,
 * and the line of them is divided into n points each, n*T altogether: a unit of size a has n*a of them. The number
 * r is drawn from 1 ... T, and the points r, r+T, ... r+(n-1)T are the hits. So the start r/n lies in (0, T/n],
 * everything is exact, and over the T starts a unit of size a gets exactly n*a hits: n*a/T on average.
 *
 * A unit of at least the interval is hit at every start, perhaps more than once: it is a certainty unit. A unit
 * without size is never hit. The sampling units are the amounts, so hits count, not units: n hits may be fewer than
 * n units.
 *
 * The number r is what SamplingSingleStage draws as the only unit of a frame from 1 to T.
 *
 * Source: Cochran, Sampling Techniques (1977), sec. 9A (Madow's systematic selection); AICPA, Audit Guide Audit
 * Sampling, ch. on monetary unit sampling.
 */
export interface SamplingPPSInput {
  /** Method is the generator of the start, "ratstats" if empty. */
  method?: SamplingMethod;
  /** Seed is the seed as printed or typed. It has no default. */
  seed: string;
  /** Sizes are the sizes of the units, numbered from 1 in this order, in dollars for example. Zeros are allowed. */
  sizes: DecimalInput[];
  /** Size is the number of hits. */
  size: number;
  /** File names where the sizes come from; it is printed and changes nothing. */
  file?: string;
  /** FrameDigest identifies the frame, as that of SamplingSingleStage does. Optional; it changes no number. */
  frameDigest?: string;
}

/**
 * SamplingPPSSelection is a sample proportional to size together with the plan it came from. It cannot be drawn on:
 * another number of hits has another interval.
 */
export interface SamplingPPSSelection extends SamplingPPS {
  /** Total is the sum of the sizes. */
  total: Decimal;
  /** SizesDigest identifies the list of sizes: "sha256:" and the SHA-256 of the file that PPS.WriteSizes writes. */
  sizesDigest: string;
  /** Interval is Total/Size, rounded to 20 significant digits. */
  interval: Decimal;
  /** StartNumber is the number r drawn, from 1 to Places. */
  startNumber: number;
  /** Places is T, the total in its smallest decimal place. */
  places: number;
  /** Start is the amount of the first hit, Total*StartNumber/(Places*Size), rounded to 20 significant digits. */
  start: Decimal;
  /** Units are the units that were hit, in the order of the frame, certainty units included. */
  units: SamplingPPSUnit[];
  /** CertaintyUnits is the number of certainty units among them, and CertaintyHits that of their hits. */
  certaintyUnits: number;
  /** CertaintyUnits is the number of certainty units among them, and CertaintyHits that of their hits. */
  certaintyHits: number;
}

/** SamplingPPSUnit is a unit that was hit. */
export interface SamplingPPSUnit {
  /** Number is the place of the unit in Sizes, from 1. */
  number: number;
  /** Size is its size, Cumulated the sum of all sizes up to it and its own. */
  size?: Decimal;
  /** Size is its size, Cumulated the sum of all sizes up to it and its own. */
  cumulated?: Decimal;
  /** Order is the number of its first hit, from 1. */
  order?: number;
  /** Hits is how many times it was hit. */
  hits?: number;
  /** Certainty says that the size is at least the interval, so that the unit is hit at every start. */
  certainty: boolean;
}

/** SamplingPPSUnit is a unit that was hit. */
export interface SamplingPPSUnitInput {
  /** Number is the place of the unit in Sizes, from 1. */
  number: number;
  /** Size is its size, Cumulated the sum of all sizes up to it and its own. */
  size?: DecimalInput;
  /** Size is its size, Cumulated the sum of all sizes up to it and its own. */
  cumulated?: DecimalInput;
  /** Order is the number of its first hit, from 1. */
  order?: number;
  /** Hits is how many times it was hit. */
  hits?: number;
  /** Certainty says that the size is at least the interval, so that the unit is hit at every start. */
  certainty?: boolean;
}

/** SamplingProblemsFrameItem are what makes reported units impossible. */
export interface SamplingProblemsFrameItem {
  /** Count is the number of reported units and Size that of the plan, where they differ; both 0 otherwise. */
  count?: number;
  /** Count is the number of reported units and Size that of the plan, where they differ; both 0 otherwise. */
  size?: number;
  /** Outside are units that are not in the frame, or that the plan rules out. */
  outside?: SamplingFrameItem[];
  /** Repeated are units that were reported more than once. */
  repeated?: SamplingFrameItem[];
}

/** SamplingProblemsID are what makes reported units impossible. */
export interface SamplingProblemsID {
  /** Count is the number of reported units and Size that of the plan, where they differ; both 0 otherwise. */
  count?: number;
  /** Count is the number of reported units and Size that of the plan, where they differ; both 0 otherwise. */
  size?: number;
  /** Outside are units that are not in the frame, or that the plan rules out. */
  outside?: string[];
  /** Repeated are units that were reported more than once. */
  repeated?: string[];
}

/** SamplingProblemsNumber are what makes reported units impossible. */
export interface SamplingProblemsNumber {
  /** Count is the number of reported units and Size that of the plan, where they differ; both 0 otherwise. */
  count?: number;
  /** Count is the number of reported units and Size that of the plan, where they differ; both 0 otherwise. */
  size?: number;
  /** Outside are units that are not in the frame, or that the plan rules out. */
  outside?: number[];
  /** Repeated are units that were reported more than once. */
  repeated?: number[];
}

/** SamplingProblemsPPSUnit are what makes reported units impossible. */
export interface SamplingProblemsPPSUnit {
  /** Count is the number of reported units and Size that of the plan, where they differ; both 0 otherwise. */
  count?: number;
  /** Count is the number of reported units and Size that of the plan, where they differ; both 0 otherwise. */
  size?: number;
  /** Outside are units that are not in the frame, or that the plan rules out. */
  outside?: SamplingPPSUnit[];
  /** Repeated are units that were reported more than once. */
  repeated?: SamplingPPSUnit[];
}

/** SamplingProblemsRHCRow are what makes reported units impossible. */
export interface SamplingProblemsRHCRow {
  /** Count is the number of reported units and Size that of the plan, where they differ; both 0 otherwise. */
  count?: number;
  /** Count is the number of reported units and Size that of the plan, where they differ; both 0 otherwise. */
  size?: number;
  /** Outside are units that are not in the frame, or that the plan rules out. */
  outside?: SamplingRHCRow[];
  /** Repeated are units that were reported more than once. */
  repeated?: SamplingRHCRow[];
}

/** SamplingProblemsSet are what makes reported units impossible. */
export interface SamplingProblemsSet {
  /** Count is the number of reported units and Size that of the plan, where they differ; both 0 otherwise. */
  count?: number;
  /** Count is the number of reported units and Size that of the plan, where they differ; both 0 otherwise. */
  size?: number;
  /** Outside are units that are not in the frame, or that the plan rules out. */
  outside?: SamplingSet[];
  /** Repeated are units that were reported more than once. */
  repeated?: SamplingSet[];
}

/** SamplingProblemsSubFrameItem are what makes reported units impossible. */
export interface SamplingProblemsSubFrameItem {
  /** Count is the number of reported units and Size that of the plan, where they differ; both 0 otherwise. */
  count?: number;
  /** Count is the number of reported units and Size that of the plan, where they differ; both 0 otherwise. */
  size?: number;
  /** Outside are units that are not in the frame, or that the plan rules out. */
  outside?: SamplingSubFrameItem[];
  /** Repeated are units that were reported more than once. */
  repeated?: SamplingSubFrameItem[];
}

/**
 * SamplingRHC is the plan of a sample by the method of Rao, Hartley and Cochran, RAT-STATS' "RHC Sample Selection":
 * units are put at random into as many groups as units are to be sampled, and of each group one unit is selected
 * with probability proportional to its size.
 *
 * Partition: each unit of the file in turn gets a different random number from 1 to twice the number of units,
 * drawn as for SamplingSingleStage with the first seed. Sorted by these numbers the units are cut into groups;
 * where they do not divide evenly, the last groups have one unit more.
 *
 * Selection: with the second seed, Visual Basic's own generator gives each group in turn a number u, 0 <= u < 1.
 * With the sizes of the group added up in the order of the partition to c1, c2, ... cm, the selected unit is the
 * first with
 *
 * 	ck > u * cm
 *
 * compared exactly. A unit of size 0 is never selected.
 *
 * Sources: RAT-STATS Companion Manual 1-11 to 1-28, User's Guide 2-66 to 2-81; J. N. K. Rao, H. O. Hartley and W.
 * G. Cochran, "On a Simple Procedure of Unequal Probability Sampling without Replacement", Journal of the Royal
 * Statistical Society B 24 (1962), 482-491. The manuals say neither how the generators are used nor how u is
 * compared; their printouts do.
 */
export interface SamplingRHC {
  /** Method is the generator. RHC samples are selected by "ratstats" only, which is the default. */
  method?: SamplingMethod;
  /** Level says which units are selected, "primary" if empty. It changes headings only. */
  level?: SamplingRHCLevel;
  /**
   * PartitionSeed is "seed number #1", SelectionSeed is "seed number #2": "100", "200.00". They have no default.
   */
  partitionSeed: string;
  /**
   * PartitionSeed is "seed number #1", SelectionSeed is "seed number #2": "100", "200.00". They have no default.
   */
  selectionSeed: string;
  /** File names where the units come from; it is printed and changes nothing. */
  file?: string;
  /** Units are all units, in the order of their file: another order gives another sample. */
  units: SamplingRHCUnit[];
  /** Size is the number of units to select, at most all. */
  size: number;
  /** FrameDigest identifies the frame, as that of SamplingSingleStage does. Optional; it changes no number. */
  frameDigest?: string;
  /** Strict makes errors of RAT-STATS' own limits, which are warnings otherwise. */
  strict?: boolean;
}

/** SamplingRHCGroup is one group of the partition. */
export interface SamplingRHCGroup {
  /** Units are its units in the order of the partition. */
  units: SamplingRHCUnit[];
  /** SubUnits and Size are the totals of its units. */
  subUnits: number;
  /** SubUnits and Size are the totals of its units. */
  size: Decimal;
  /** Random is the random number that selects a unit, 0 <= Random < 1. */
  random: Decimal;
  /** Selected is the place of the selected unit in Units, from 1. */
  selected: number;
}

/**
 * SamplingRHC is the plan of a sample by the method of Rao, Hartley and Cochran, RAT-STATS' "RHC Sample Selection":
 * units are put at random into as many groups as units are to be sampled, and of each group one unit is selected
 * with probability proportional to its size.
 *
 * Partition: each unit of the file in turn gets a different random number from 1 to twice the number of units,
 * drawn as for SamplingSingleStage with the first seed. Sorted by these numbers the units are cut into groups;
 * where they do not divide evenly, the last groups have one unit more.
 *
 * Selection: with the second seed, Visual Basic's own generator gives each group in turn a number u, 0 <= u < 1.
 * With the sizes of the group added up in the order of the partition to c1, c2, ... cm, the selected unit is the
 * first with
 *
 * 	ck > u * cm
 *
 * compared exactly. A unit of size 0 is never selected.
 *
 * Sources: RAT-STATS Companion Manual 1-11 to 1-28, User's Guide 2-66 to 2-81; J. N. K. Rao, H. O. Hartley and W.
 * G. Cochran, "On a Simple Procedure of Unequal Probability Sampling without Replacement", Journal of the Royal
 * Statistical Society B 24 (1962), 482-491. The manuals say neither how the generators are used nor how u is
 * compared; their printouts do.
 */
export interface SamplingRHCInput {
  /** Method is the generator. RHC samples are selected by "ratstats" only, which is the default. */
  method?: SamplingMethod;
  /** Level says which units are selected, "primary" if empty. It changes headings only. */
  level?: SamplingRHCLevel;
  /**
   * PartitionSeed is "seed number #1", SelectionSeed is "seed number #2": "100", "200.00". They have no default.
   */
  partitionSeed: string;
  /**
   * PartitionSeed is "seed number #1", SelectionSeed is "seed number #2": "100", "200.00". They have no default.
   */
  selectionSeed: string;
  /** File names where the units come from; it is printed and changes nothing. */
  file?: string;
  /** Units are all units, in the order of their file: another order gives another sample. */
  units: SamplingRHCUnitInput[];
  /** Size is the number of units to select, at most all. */
  size: number;
  /** FrameDigest identifies the frame, as that of SamplingSingleStage does. Optional; it changes no number. */
  frameDigest?: string;
  /** Strict makes errors of RAT-STATS' own limits, which are warnings otherwise. */
  strict?: boolean;
}

/**
 * SamplingRHCLevel is the level of the units in a sample of several stages.
 *
 * "primary": RHCPrimary is the first stage: the selected units are primary units, and their sub-units secondary
 * ones.
 *
 * "secondary": RHCSecondary is the second stage: the selected units are secondary units, and their sub-units those
 * of a third stage.
 */
export type SamplingRHCLevel = "primary" | "secondary";

/** SamplingRHCRow is a selected unit and its group, a row of the summary. */
export interface SamplingRHCRow {
  /** Name, SubUnits and Size are those of the unit. */
  name: string;
  /** Name, SubUnits and Size are those of the unit. */
  subUnits: number;
  /** Name, SubUnits and Size are those of the unit. */
  size?: Decimal;
  /** GroupSize is the sum of the sizes of its group, UnitsInGroup the number of units there. */
  groupSize?: Decimal;
  /** GroupSize is the sum of the sizes of its group, UnitsInGroup the number of units there. */
  unitsInGroup?: number;
  /**
   * Unit is the place of the unit in the list of all units, from 1, where another one has its name; 0 where the
   * name is its own. The file of the summary does not hold it.
   */
  unit?: number;
}

/** SamplingRHCRow is a selected unit and its group, a row of the summary. */
export interface SamplingRHCRowInput {
  /** Name, SubUnits and Size are those of the unit. */
  name?: string;
  /** Name, SubUnits and Size are those of the unit. */
  subUnits?: number;
  /** Name, SubUnits and Size are those of the unit. */
  size?: DecimalInput;
  /** GroupSize is the sum of the sizes of its group, UnitsInGroup the number of units there. */
  groupSize?: DecimalInput;
  /** GroupSize is the sum of the sizes of its group, UnitsInGroup the number of units there. */
  unitsInGroup?: number;
  /**
   * Unit is the place of the unit in the list of all units, from 1, where another one has its name; 0 where the
   * name is its own. The file of the summary does not hold it.
   */
  unit?: number;
}

/**
 * SamplingRHCSelection is an RHC sample together with the plan it came from. Its Draw method, which is the plan's,
 * draws it again. It cannot be drawn on: another sample size gives other groups. For units that turn out to be
 * unusable see RHCSelection.Replacement.
 */
export interface SamplingRHCSelection extends SamplingRHC {
  /** Groups are the groups of the partition, RAT-STATS' "complete output". */
  groups: SamplingRHCGroup[];
  /** Summary are the selected units in the order of the groups, which is what the RHC appraisals read. */
  summary: SamplingRHCRow[];
  /** Warnings are findings that are not errors. */
  warnings?: Warning[];
}

/** SamplingRHCUnit is one unit of the file of all units. */
export interface SamplingRHCUnit {
  /**
   * Name of the unit. RAT-STATS takes up to 30 characters. Real frames repeat one now and then: such units are told
   * apart by their place in the list (RHCRow.Unit), and there is a warning, "repeated_name".
   */
  name: string;
  /** SubUnits is the number of sub-units; RAT-STATS has 1 entered where it is not known yet. */
  subUnits: number;
  /** Size is the measure of size, such as dollars or beds. It may have decimals and is not negative. */
  size: Decimal;
}

/** SamplingRHCUnit is one unit of the file of all units. */
export interface SamplingRHCUnitInput {
  /**
   * Name of the unit. RAT-STATS takes up to 30 characters. Real frames repeat one now and then: such units are told
   * apart by their place in the list (RHCRow.Unit), and there is a warning, "repeated_name".
   */
  name: string;
  /** SubUnits is the number of sub-units; RAT-STATS has 1 entered where it is not known yet. */
  subUnits: number;
  /** Size is the measure of size, such as dollars or beds. It may have decimals and is not negative. */
  size: DecimalInput;
}

/**
 * SamplingRandomnessResult is what the tests say, together with the numbers it came from. A test that the numbers
 * are too few for is nil.
 */
export interface SamplingRandomnessResult extends SamplingRandomnessTests {
  /** Runs needs 10 numbers above the median and 10 below. */
  runs?: SamplingRunsTest;
  /** ChiSquare needs 10 numbers, and 5 for each class. */
  chiSquare?: SamplingChiSquareTest;
  /** Serial needs 40 numbers: 20 pairs, 5 for each of 4 cells. */
  serial?: SamplingChiSquareTest;
  /** Note is RandomnessNote. */
  note: string;
}

/**
 * SamplingRandomnessTests look at the numbers of a sample for signs that they were not drawn at random: runs above
 * and below the median, shares of equal parts of the frame, and pairs of numbers drawn one after the other. The
 * order counts: give the numbers in their order of selection, not sorted.
 *
 * Statistics are exact and stated with 20 significant digits. P-values come from floating point with a relative
 * error below 1e-12 and are stated with 6 significant digits, and as 0 below 1e-30.
 *
 * Sources: Wald and Wolfowitz, Annals of Mathematical Statistics 11 (1940), 147-162 (runs); Knuth, The Art of
 * Computer Programming, vol. 2, sec. 3.3.1 (chi-square) and 3.3.2 (serial test).
 */
export interface SamplingRandomnessTests {
  /** Numbers are the numbers in the order of selection. */
  numbers: number[];
  /** Low and High are the numbers of the first and the last unit of the frame. */
  low: number;
  /** Low and High are the numbers of the first and the last unit of the frame. */
  high: number;
  /**
   * Classes is the number of equal parts of the frame for the chi-square test. If 0 it is as large as leaves 5
   * expected numbers for each, and at most 10; otherwise it is from 2 to 1000.
   */
  classes?: number;
}

/** SamplingRange is a range of consecutive numbers, both ends included. A Low that is left out is 0, not 1. */
export interface SamplingRange {
  low: number;
  high: number;
}

/**
 * SamplingReportedFrameItem is what a report says was drawn. Every plan of this package has a Verify method that
 * holds it against what the plan gives, and answers with a SamplingVerdict.
 *
 * U is what the design selects: plain numbers for SamplingSingleStage, SamplingSystematic and SamplingSecond, ids
 * for SamplingTickets, and SamplingSet, SamplingFrameItem, SamplingSubFrameItem, SamplingRHCRow or SamplingPPSUnit.
 * Of the last five a report may leave out (as zero) what follows from the rest; each Verify method says what. An
 * order of selection that is stated has to be right.
 */
export interface SamplingReportedFrameItem {
  /**
   * Units are the units of the sample as reported, without spares: in any order, or in the order of selection. Of a
   * sample that was drawn on they are all units, or the added ones alone.
   */
  reported: SamplingFrameItem[];
  /** Spares are the spares as reported, if they are to be verified. */
  reportedSpares?: SamplingFrameItem[];
  /** FrameDigest is that of the frame at hand, to be held against the digest of the plan. Optional. */
  frameDigest?: string;
}

/**
 * SamplingReportedFrameItem is what a report says was drawn. Every plan of this package has a Verify method that
 * holds it against what the plan gives, and answers with a SamplingVerdict.
 *
 * U is what the design selects: plain numbers for SamplingSingleStage, SamplingSystematic and SamplingSecond, ids
 * for SamplingTickets, and SamplingSet, SamplingFrameItem, SamplingSubFrameItem, SamplingRHCRow or SamplingPPSUnit.
 * Of the last five a report may leave out (as zero) what follows from the rest; each Verify method says what. An
 * order of selection that is stated has to be right.
 */
export interface SamplingReportedFrameItemInput {
  /**
   * Units are the units of the sample as reported, without spares: in any order, or in the order of selection. Of a
   * sample that was drawn on they are all units, or the added ones alone.
   */
  reported: SamplingFrameItemInput[];
  /** Spares are the spares as reported, if they are to be verified. */
  reportedSpares?: SamplingFrameItemInput[];
  /** FrameDigest is that of the frame at hand, to be held against the digest of the plan. Optional. */
  frameDigest?: string;
}

/**
 * SamplingReportedID is what a report says was drawn. Every plan of this package has a Verify method that holds it
 * against what the plan gives, and answers with a SamplingVerdict.
 *
 * U is what the design selects: plain numbers for SamplingSingleStage, SamplingSystematic and SamplingSecond, ids
 * for SamplingTickets, and SamplingSet, SamplingFrameItem, SamplingSubFrameItem, SamplingRHCRow or SamplingPPSUnit.
 * Of the last five a report may leave out (as zero) what follows from the rest; each Verify method says what. An
 * order of selection that is stated has to be right.
 */
export interface SamplingReportedID {
  /**
   * Units are the units of the sample as reported, without spares: in any order, or in the order of selection. Of a
   * sample that was drawn on they are all units, or the added ones alone.
   */
  reported: string[];
  /** Spares are the spares as reported, if they are to be verified. */
  reportedSpares?: string[];
  /** FrameDigest is that of the frame at hand, to be held against the digest of the plan. Optional. */
  frameDigest?: string;
}

/**
 * SamplingReportedNumber is what a report says was drawn. Every plan of this package has a Verify method that holds
 * it against what the plan gives, and answers with a SamplingVerdict.
 *
 * U is what the design selects: plain numbers for SamplingSingleStage, SamplingSystematic and SamplingSecond, ids
 * for SamplingTickets, and SamplingSet, SamplingFrameItem, SamplingSubFrameItem, SamplingRHCRow or SamplingPPSUnit.
 * Of the last five a report may leave out (as zero) what follows from the rest; each Verify method says what. An
 * order of selection that is stated has to be right.
 */
export interface SamplingReportedNumber {
  /**
   * Units are the units of the sample as reported, without spares: in any order, or in the order of selection. Of a
   * sample that was drawn on they are all units, or the added ones alone.
   */
  reported: number[];
  /** Spares are the spares as reported, if they are to be verified. */
  reportedSpares?: number[];
  /** FrameDigest is that of the frame at hand, to be held against the digest of the plan. Optional. */
  frameDigest?: string;
}

/**
 * SamplingReportedPPSUnit is what a report says was drawn. Every plan of this package has a Verify method that
 * holds it against what the plan gives, and answers with a SamplingVerdict.
 *
 * U is what the design selects: plain numbers for SamplingSingleStage, SamplingSystematic and SamplingSecond, ids
 * for SamplingTickets, and SamplingSet, SamplingFrameItem, SamplingSubFrameItem, SamplingRHCRow or SamplingPPSUnit.
 * Of the last five a report may leave out (as zero) what follows from the rest; each Verify method says what. An
 * order of selection that is stated has to be right.
 */
export interface SamplingReportedPPSUnit {
  /**
   * Units are the units of the sample as reported, without spares: in any order, or in the order of selection. Of a
   * sample that was drawn on they are all units, or the added ones alone.
   */
  reported: SamplingPPSUnit[];
  /** Spares are the spares as reported, if they are to be verified. */
  reportedSpares?: SamplingPPSUnit[];
  /** FrameDigest is that of the frame at hand, to be held against the digest of the plan. Optional. */
  frameDigest?: string;
}

/**
 * SamplingReportedPPSUnit is what a report says was drawn. Every plan of this package has a Verify method that
 * holds it against what the plan gives, and answers with a SamplingVerdict.
 *
 * U is what the design selects: plain numbers for SamplingSingleStage, SamplingSystematic and SamplingSecond, ids
 * for SamplingTickets, and SamplingSet, SamplingFrameItem, SamplingSubFrameItem, SamplingRHCRow or SamplingPPSUnit.
 * Of the last five a report may leave out (as zero) what follows from the rest; each Verify method says what. An
 * order of selection that is stated has to be right.
 */
export interface SamplingReportedPPSUnitInput {
  /**
   * Units are the units of the sample as reported, without spares: in any order, or in the order of selection. Of a
   * sample that was drawn on they are all units, or the added ones alone.
   */
  reported: SamplingPPSUnitInput[];
  /** Spares are the spares as reported, if they are to be verified. */
  reportedSpares?: SamplingPPSUnitInput[];
  /** FrameDigest is that of the frame at hand, to be held against the digest of the plan. Optional. */
  frameDigest?: string;
}

/**
 * SamplingReportedRHCRow is what a report says was drawn. Every plan of this package has a Verify method that holds
 * it against what the plan gives, and answers with a SamplingVerdict.
 *
 * U is what the design selects: plain numbers for SamplingSingleStage, SamplingSystematic and SamplingSecond, ids
 * for SamplingTickets, and SamplingSet, SamplingFrameItem, SamplingSubFrameItem, SamplingRHCRow or SamplingPPSUnit.
 * Of the last five a report may leave out (as zero) what follows from the rest; each Verify method says what. An
 * order of selection that is stated has to be right.
 */
export interface SamplingReportedRHCRow {
  /**
   * Units are the units of the sample as reported, without spares: in any order, or in the order of selection. Of a
   * sample that was drawn on they are all units, or the added ones alone.
   */
  reported: SamplingRHCRow[];
  /** Spares are the spares as reported, if they are to be verified. */
  reportedSpares?: SamplingRHCRow[];
  /** FrameDigest is that of the frame at hand, to be held against the digest of the plan. Optional. */
  frameDigest?: string;
}

/**
 * SamplingReportedRHCRow is what a report says was drawn. Every plan of this package has a Verify method that holds
 * it against what the plan gives, and answers with a SamplingVerdict.
 *
 * U is what the design selects: plain numbers for SamplingSingleStage, SamplingSystematic and SamplingSecond, ids
 * for SamplingTickets, and SamplingSet, SamplingFrameItem, SamplingSubFrameItem, SamplingRHCRow or SamplingPPSUnit.
 * Of the last five a report may leave out (as zero) what follows from the rest; each Verify method says what. An
 * order of selection that is stated has to be right.
 */
export interface SamplingReportedRHCRowInput {
  /**
   * Units are the units of the sample as reported, without spares: in any order, or in the order of selection. Of a
   * sample that was drawn on they are all units, or the added ones alone.
   */
  reported: SamplingRHCRowInput[];
  /** Spares are the spares as reported, if they are to be verified. */
  reportedSpares?: SamplingRHCRowInput[];
  /** FrameDigest is that of the frame at hand, to be held against the digest of the plan. Optional. */
  frameDigest?: string;
}

/**
 * SamplingReportedSet is what a report says was drawn. Every plan of this package has a Verify method that holds it
 * against what the plan gives, and answers with a SamplingVerdict.
 *
 * U is what the design selects: plain numbers for SamplingSingleStage, SamplingSystematic and SamplingSecond, ids
 * for SamplingTickets, and SamplingSet, SamplingFrameItem, SamplingSubFrameItem, SamplingRHCRow or SamplingPPSUnit.
 * Of the last five a report may leave out (as zero) what follows from the rest; each Verify method says what. An
 * order of selection that is stated has to be right.
 */
export interface SamplingReportedSet {
  /**
   * Units are the units of the sample as reported, without spares: in any order, or in the order of selection. Of a
   * sample that was drawn on they are all units, or the added ones alone.
   */
  reported: SamplingSet[];
  /** Spares are the spares as reported, if they are to be verified. */
  reportedSpares?: SamplingSet[];
  /** FrameDigest is that of the frame at hand, to be held against the digest of the plan. Optional. */
  frameDigest?: string;
}

/**
 * SamplingReportedSubFrameItem is what a report says was drawn. Every plan of this package has a Verify method that
 * holds it against what the plan gives, and answers with a SamplingVerdict.
 *
 * U is what the design selects: plain numbers for SamplingSingleStage, SamplingSystematic and SamplingSecond, ids
 * for SamplingTickets, and SamplingSet, SamplingFrameItem, SamplingSubFrameItem, SamplingRHCRow or SamplingPPSUnit.
 * Of the last five a report may leave out (as zero) what follows from the rest; each Verify method says what. An
 * order of selection that is stated has to be right.
 */
export interface SamplingReportedSubFrameItem {
  /**
   * Units are the units of the sample as reported, without spares: in any order, or in the order of selection. Of a
   * sample that was drawn on they are all units, or the added ones alone.
   */
  reported: SamplingSubFrameItem[];
  /** Spares are the spares as reported, if they are to be verified. */
  reportedSpares?: SamplingSubFrameItem[];
  /** FrameDigest is that of the frame at hand, to be held against the digest of the plan. Optional. */
  frameDigest?: string;
}

/**
 * SamplingReportedSubFrameItem is what a report says was drawn. Every plan of this package has a Verify method that
 * holds it against what the plan gives, and answers with a SamplingVerdict.
 *
 * U is what the design selects: plain numbers for SamplingSingleStage, SamplingSystematic and SamplingSecond, ids
 * for SamplingTickets, and SamplingSet, SamplingFrameItem, SamplingSubFrameItem, SamplingRHCRow or SamplingPPSUnit.
 * Of the last five a report may leave out (as zero) what follows from the rest; each Verify method says what. An
 * order of selection that is stated has to be right.
 */
export interface SamplingReportedSubFrameItemInput {
  /**
   * Units are the units of the sample as reported, without spares: in any order, or in the order of selection. Of a
   * sample that was drawn on they are all units, or the added ones alone.
   */
  reported: SamplingSubFrameItemInput[];
  /** Spares are the spares as reported, if they are to be verified. */
  reportedSpares?: SamplingSubFrameItemInput[];
  /** FrameDigest is that of the frame at hand, to be held against the digest of the plan. Optional. */
  frameDigest?: string;
}

/**
 * SamplingRunsTest is the test of runs above and below the median of the sample. Numbers equal to the median are
 * left out. With a numbers above and b below it, m = 2ab/(a+b) + 1 runs are expected, with the variance
 * (m-1)(m-2)/(a+b-1), and
 *
 * 	z = (runs - m) / sqrt(variance)
 *
 * is taken as normal, without a correction for continuity.
 */
export interface SamplingRunsTest {
  /** Median of the numbers, halfway between the middle two of an even count. */
  median: Decimal;
  /** Above and Below count the numbers above and below the median, a and b. */
  above: number;
  /** Above and Below count the numbers above and below the median, a and b. */
  below: number;
  /** Runs counts the runs of numbers on one side of the median, in the order of selection. */
  runs: number;
  /** Expected is m, Variance that of the number of runs. */
  expected: Decimal;
  /** Expected is m, Variance that of the number of runs. */
  variance: Decimal;
  /** Z is negative where there are too few runs: numbers rise or fall for long. */
  z: Decimal;
  /** P is two-sided. */
  p: Decimal;
}

/**
 * SamplingSecond is the plan of a draw that passes over numbers drawn before, with a seed of its own: more units
 * are wanted of a frame that has been sampled already, and the first draw is not drawn on. Where it can be,
 * Selection.DrawOn is the simpler way.
 *
 * Numbers are drawn from the whole frame with the plan's seed; one that was drawn earlier is thrown away like one
 * that comes twice, and has no order of selection. To be exact about methods whose draw of n is not the beginning
 * of a draw of more: with m numbers in Earlier, one draw of Size+Spares+m numbers is made, at most m of which were
 * drawn earlier; the first Size of the others are the sample, the next Spares the spares.
 *
 * The sample is a simple random sample of the units not drawn before. Together with the earlier units it is a
 * simple random sample of the frame, if the earlier ones were.
 */
export interface SamplingSecond {
  /**
   * Plan is the draw: method, seed, the whole frame, and how many new units are wanted. Its DrawnBefore has to be
   * 0.
   */
  plan: SamplingSingleStage;
  /** Earlier are the numbers drawn before, in any order, spares that were used included. */
  earlier: number[];
}

/**
 * SamplingSecond is the plan of a draw that passes over numbers drawn before, with a seed of its own: more units
 * are wanted of a frame that has been sampled already, and the first draw is not drawn on. Where it can be,
 * Selection.DrawOn is the simpler way.
 *
 * Numbers are drawn from the whole frame with the plan's seed; one that was drawn earlier is thrown away like one
 * that comes twice, and has no order of selection. To be exact about methods whose draw of n is not the beginning
 * of a draw of more: with m numbers in Earlier, one draw of Size+Spares+m numbers is made, at most m of which were
 * drawn earlier; the first Size of the others are the sample, the next Spares the spares.
 *
 * The sample is a simple random sample of the units not drawn before. Together with the earlier units it is a
 * simple random sample of the frame, if the earlier ones were.
 */
export interface SamplingSecondInput {
  /**
   * Plan is the draw: method, seed, the whole frame, and how many new units are wanted. Its DrawnBefore has to be
   * 0.
   */
  plan: SamplingSingleStageInput;
  /** Earlier are the numbers drawn before, in any order, spares that were used included. */
  earlier: number[];
}

/** SamplingSecondSelection is a second sample together with the plan it came from. */
export interface SamplingSecondSelection extends SamplingSecond {
  /** FrameSize is the number of units in the frame, and Available that of those not drawn earlier. */
  frameSize: number;
  /** FrameSize is the number of units in the frame, and Available that of those not drawn earlier. */
  available: number;
  /** Sample are the new units in sequential order; orders of selection count new units only. */
  sample: SamplingUnit[];
  /** SpareUnits are the spares in generated order: orders of selection Size+1 to Size+Spares. */
  spareUnits: SamplingUnit[];
  /** PassedOver are the numbers drawn earlier that came up before the last unit or spare, in generated order. */
  passedOver: number[];
  /** Summation is the sum of all new numbers, those of the spares included. */
  summation: Decimal;
  /** Warnings are those of the one draw that is made, but for the one that it may reach the whole frame. */
  warnings?: Warning[];
}

/**
 * SamplingSeedMatch is one start state of the generator that gives the reported numbers, and the seeds that lead to
 * it.
 */
export interface SamplingSeedMatch {
  /** State is the number of the start state, 0 to 65,535. */
  state: number;
  /**
   * TimesOfDay are seeds that RAT-STATS can have taken from the clock, in seconds after midnight with two decimals:
   * all TimesOfDayCount of them, or the first twenty where more than fifty states give the numbers.
   */
  timesOfDay: string[];
  /**
   * TimesOfDay are seeds that RAT-STATS can have taken from the clock, in seconds after midnight with two decimals:
   * all TimesOfDayCount of them, or the first twenty where more than fifty states give the numbers.
   */
  timesOfDayCount: number;
  /** WholeNumbers are seeds that can have been typed, from 0 to 9,999,999, listed likewise. */
  wholeNumbers: string[];
  wholeNumbersCount: number;
  /**
   * Slips are seeds of this state that differ from the mistyped one by one wrong, missing or extra character, or by
   * two neighbours transposed.
   */
  slips?: string[];
}

/**
 * SamplingSeedSearch looks for the seed of a sample that RAT-STATS is said to have drawn, where the seed is missing
 * or does not give the sample. RAT-STATS' generator has only 65,536 start states (SeedNote): all of them are tried.
 *
 * A sample of SamplingFrames or SamplingFramesOfTwo is searched by its random numbers, from 1 to the number of all
 * items.
 *
 * That a sample has a seed proves that it could have been drawn with it. It does not prove when the seed was
 * chosen, nor that no other seed was tried first: whoever wants certain units in a sample of a few can look for a
 * seed that has them.
 */
export interface SamplingSeedSearch {
  /** Low and High are the numbers of the first and the last unit of the frame. Low left out is 0, not 1. */
  low: number;
  /** Low and High are the numbers of the first and the last unit of the frame. Low left out is 0, not 1. */
  high: number;
  /** Numbers are the reported numbers: in the order of selection if Ordered, in any order otherwise. */
  numbers: number[];
  /** Ordered says that Numbers are in the order of selection. */
  ordered?: boolean;
  /**
   * Mistyped is a seed as documented that does not give the sample; seeds that differ from it by one slip of the
   * hand are looked for among those that do. Optional.
   */
  mistyped?: string;
}

/**
 * SamplingSelection is a drawn sample together with the plan it came from. Its Draw method, which is the plan's,
 * draws it again.
 */
export interface SamplingSelection extends SamplingSingleStage {
  /** FrameSize is the number of units in the frame, High-Low+1. */
  frameSize: number;
  /** Sample are the units of the sample in sequential order: orders of selection 1 to Size, sorted by number. */
  sample: SamplingUnit[];
  /** SpareUnits are the spares in generated order: orders of selection Size+1 to Size+Spares. */
  spareUnits: SamplingUnit[];
  /** Summation is the sum of all numbers, those of the spares included (RAT-STATS' check figure). */
  summation: Decimal;
  /** Warnings are findings that are not errors. See the limits in the package documentation. */
  warnings?: Warning[];
}

/**
 * SamplingSelection is a drawn sample together with the plan it came from. Its Draw method, which is the plan's,
 * draws it again.
 */
export interface SamplingSelectionInput extends SamplingSingleStageInput {
  /** FrameSize is the number of units in the frame, High-Low+1. */
  frameSize: number;
  /** Sample are the units of the sample in sequential order: orders of selection 1 to Size, sorted by number. */
  sample: SamplingUnit[];
  /** SpareUnits are the spares in generated order: orders of selection Size+1 to Size+Spares. */
  spareUnits: SamplingUnit[];
  /** Summation is the sum of all numbers, those of the spares included (RAT-STATS' check figure). */
  summation: DecimalInput;
  /** Warnings are findings that are not errors. See the limits in the package documentation. */
  warnings?: Warning[];
}

/** SamplingSet is one selected set of numbers. */
export interface SamplingSet {
  /** Order is the order of selection, from 1; 0 for a set that was not drawn. */
  order?: number;
  /** Numbers are the numbers of the set, one for each range. */
  numbers: number[];
}

/**
 * SamplingSets is the plan of a sample of pairs, triples or quadruples of numbers, each number from a range of its
 * own: RAT-STATS' "Sets of Two", "Three" and "Four Numbers". Pages and lines of a printed list are an example, or
 * volumes, pages and lines. Whole sets are all different; the numbers in them may come again.
 *
 * Every set takes one random number for each of its ranges, the first range first, also when the set has come
 * before and is thrown away.
 *
 * Source: RAT-STATS Companion Manual 1-3 to 1-5, User's Guide 2-14 to 2-44.
 */
export interface SamplingSets {
  /** Method is the generator. Sets are drawn by "ratstats" only, which is the default. */
  method?: SamplingMethod;
  /** Seed is the seed as printed or typed: "61061.36". It has no default. */
  seed: string;
  /** Ranges are the two to four ranges. */
  ranges: SamplingRange[];
  /** Size is the number of sets of the sample, RAT-STATS' "quantity in sequential order". */
  size: number;
  /** Spares is the number of spare sets, RAT-STATS' "spares in random order". */
  spares: number;
  /**
   * DrawnBefore says that so many orders of selection, the first ones, were drawn earlier. It changes no number.
   * See SetsSelection.DrawOn.
   */
  drawnBefore?: number;
  /** FrameDigest identifies the frame, as that of SamplingSingleStage does. Optional; it changes no number. */
  frameDigest?: string;
  /** Strict makes errors of RAT-STATS' own limits, which are warnings otherwise. */
  strict?: boolean;
}

/**
 * SamplingSets is the plan of a sample of pairs, triples or quadruples of numbers, each number from a range of its
 * own: RAT-STATS' "Sets of Two", "Three" and "Four Numbers". Pages and lines of a printed list are an example, or
 * volumes, pages and lines. Whole sets are all different; the numbers in them may come again.
 *
 * Every set takes one random number for each of its ranges, the first range first, also when the set has come
 * before and is thrown away.
 *
 * Source: RAT-STATS Companion Manual 1-3 to 1-5, User's Guide 2-14 to 2-44.
 */
export interface SamplingSetsInput {
  /** Method is the generator. Sets are drawn by "ratstats" only, which is the default. */
  method?: SamplingMethod;
  /** Seed is the seed as printed or typed: "61061.36". It has no default. */
  seed: string;
  /** Ranges are the two to four ranges. */
  ranges: SamplingRange[];
  /** Size is the number of sets of the sample, RAT-STATS' "quantity in sequential order". */
  size: number;
  /** Spares is the number of spare sets, RAT-STATS' "spares in random order". */
  spares?: number;
  /**
   * DrawnBefore says that so many orders of selection, the first ones, were drawn earlier. It changes no number.
   * See SetsSelection.DrawOn.
   */
  drawnBefore?: number;
  /** FrameDigest identifies the frame, as that of SamplingSingleStage does. Optional; it changes no number. */
  frameDigest?: string;
  /** Strict makes errors of RAT-STATS' own limits, which are warnings otherwise. */
  strict?: boolean;
}

/**
 * SamplingSetsSelection is a drawn sample of sets together with the plan it came from. Its Draw method, which is
 * the plan's, draws it again.
 */
export interface SamplingSetsSelection extends SamplingSets {
  /** FrameSize is the number of all sets, the product of the sizes of the ranges. */
  frameSize: number;
  /** Sample are the sets of the sample in sequential order: by the first number, then the second, and so on. */
  sample: SamplingSet[];
  /** SpareSets are the spares in generated order: orders of selection Size+1 to Size+Spares. */
  spareSets: SamplingSet[];
  /** Warnings are findings that are not errors. */
  warnings?: Warning[];
}

/**
 * SamplingSetsSelection is a drawn sample of sets together with the plan it came from. Its Draw method, which is
 * the plan's, draws it again.
 */
export interface SamplingSetsSelectionInput extends SamplingSetsInput {
  /** FrameSize is the number of all sets, the product of the sizes of the ranges. */
  frameSize: number;
  /** Sample are the sets of the sample in sequential order: by the first number, then the second, and so on. */
  sample: SamplingSet[];
  /** SpareSets are the spares in generated order: orders of selection Size+1 to Size+Spares. */
  spareSets: SamplingSet[];
  /** Warnings are findings that are not errors. */
  warnings?: Warning[];
}

/**
 * SamplingSingleStage is the plan of a simple random sample from one frame of consecutively numbered units,
 * RAT-STATS' "Single Stage Random Numbers". Its fields are all that is needed to draw the sample again.
 *
 * Source: RAT-STATS Companion Manual 1-2, User's Guide 2-4 to 2-13.
 */
export interface SamplingSingleStage {
  /** Method is the generator, "ratstats" if empty. */
  method?: SamplingMethod;
  /**
   * Seed is the seed as printed or typed: "1357.00", "48863.78", "12345", "12,345", and a whole number for the
   * methods beside RAT-STATS. It has no default.
   */
  seed: string;
  /**
   * Low and High are the numbers of the first and the last unit of the frame. Low may be negative; left out it is
   * 0, not 1.
   */
  low: number;
  /**
   * Low and High are the numbers of the first and the last unit of the frame. Low may be negative; left out it is
   * 0, not 1.
   */
  high: number;
  /** Size is the number of units of the sample, RAT-STATS' "quantity in sequential order". */
  size: number;
  /** Spares is the number of spares, RAT-STATS' "spares in random order". */
  spares: number;
  /**
   * DrawnBefore says that so many orders of selection, the first ones, were drawn earlier: 50 when 150 units were
   * added to 50, and 0 for a first draw. It changes no number. See Selection.DrawOn.
   */
  drawnBefore?: number;
  /**
   * FrameDigest identifies the frame whose units the numbers are, "sha256:" and 64 hexadecimal digits: documented
   * with the draw, it keeps the frame from being exchanged afterwards. Optional; it changes no number.
   */
  frameDigest?: string;
  /**
   * Strict makes errors of RAT-STATS' own limits, which are warnings otherwise. Other methods have none of them.
   */
  strict?: boolean;
}

/**
 * SamplingSingleStage is the plan of a simple random sample from one frame of consecutively numbered units,
 * RAT-STATS' "Single Stage Random Numbers". Its fields are all that is needed to draw the sample again.
 *
 * Source: RAT-STATS Companion Manual 1-2, User's Guide 2-4 to 2-13.
 */
export interface SamplingSingleStageInput {
  /** Method is the generator, "ratstats" if empty. */
  method?: SamplingMethod;
  /**
   * Seed is the seed as printed or typed: "1357.00", "48863.78", "12345", "12,345", and a whole number for the
   * methods beside RAT-STATS. It has no default.
   */
  seed: string;
  /**
   * Low and High are the numbers of the first and the last unit of the frame. Low may be negative; left out it is
   * 0, not 1.
   */
  low: number;
  /**
   * Low and High are the numbers of the first and the last unit of the frame. Low may be negative; left out it is
   * 0, not 1.
   */
  high: number;
  /** Size is the number of units of the sample, RAT-STATS' "quantity in sequential order". */
  size: number;
  /** Spares is the number of spares, RAT-STATS' "spares in random order". */
  spares?: number;
  /**
   * DrawnBefore says that so many orders of selection, the first ones, were drawn earlier: 50 when 150 units were
   * added to 50, and 0 for a first draw. It changes no number. See Selection.DrawOn.
   */
  drawnBefore?: number;
  /**
   * FrameDigest identifies the frame whose units the numbers are, "sha256:" and 64 hexadecimal digits: documented
   * with the draw, it keeps the frame from being exchanged afterwards. Optional; it changes no number.
   */
  frameDigest?: string;
  /**
   * Strict makes errors of RAT-STATS' own limits, which are warnings otherwise. Other methods have none of them.
   */
  strict?: boolean;
}

/**
 * SamplingStratified is the plan of a stratified sample: a simple random sample from each stratum, drawn by
 * SamplingSingleStage with a seed of its own. One seed for all strata would start every stratum with the same
 * random numbers, so that the samples would not be independent of each other.
 *
 * A stratum's seed is given, or it is derived from the plan's seed and the stratum's name: take the SHA-256 hash of
 * the text
 *
 * 	seed of the plan, line feed, name of the stratum
 *
 * in UTF-8 and read its first eight bytes as a big-endian integer v. For "ratstats" the seed of the plan is written
 * with two decimals and no commas, and the stratum's seed is v mod 8,640,000 hundredths of a second since midnight,
 * "48863.78": what RAT-STATS itself would take from the clock. For other methods the plan's seed is written without
 * commas, and the stratum's seed is the whole number v mod 2^31. Where that seed gives the random numbers of an
 * earlier stratum, a line feed and the number 2 (then 3, and so on) are put behind the name and the text is hashed
 * again. So `printf '48863.78\nInpatient' | sha256sum` is enough to check one.
 *
 * Source: Cochran, Sampling Techniques (1977), ch. 5, for the design; the derivation of seeds is this package's.
 */
export interface SamplingStratified {
  /** Method is the generator of all strata, "ratstats" if empty. */
  method?: SamplingMethod;
  /** Seed is the seed that seeds of strata are derived from. It may be empty if every stratum has a seed. */
  seed?: string;
  /**
   * FrameDigest identifies the frame of all strata together, as that of SamplingSingleStage does. Optional; it
   * changes no number.
   */
  frameDigest?: string;
  /** Strata are drawn one by one. Their frames are numbered each on its own or all through; neither is checked. */
  strata: SamplingStratum[];
}

/**
 * SamplingStratified is the plan of a stratified sample: a simple random sample from each stratum, drawn by
 * SamplingSingleStage with a seed of its own. One seed for all strata would start every stratum with the same
 * random numbers, so that the samples would not be independent of each other.
 *
 * A stratum's seed is given, or it is derived from the plan's seed and the stratum's name: take the SHA-256 hash of
 * the text
 *
 * 	seed of the plan, line feed, name of the stratum
 *
 * in UTF-8 and read its first eight bytes as a big-endian integer v. For "ratstats" the seed of the plan is written
 * with two decimals and no commas, and the stratum's seed is v mod 8,640,000 hundredths of a second since midnight,
 * "48863.78": what RAT-STATS itself would take from the clock. For other methods the plan's seed is written without
 * commas, and the stratum's seed is the whole number v mod 2^31. Where that seed gives the random numbers of an
 * earlier stratum, a line feed and the number 2 (then 3, and so on) are put behind the name and the text is hashed
 * again. So `printf '48863.78\nInpatient' | sha256sum` is enough to check one.
 *
 * Source: Cochran, Sampling Techniques (1977), ch. 5, for the design; the derivation of seeds is this package's.
 */
export interface SamplingStratifiedInput {
  /** Method is the generator of all strata, "ratstats" if empty. */
  method?: SamplingMethod;
  /** Seed is the seed that seeds of strata are derived from. It may be empty if every stratum has a seed. */
  seed?: string;
  /**
   * FrameDigest identifies the frame of all strata together, as that of SamplingSingleStage does. Optional; it
   * changes no number.
   */
  frameDigest?: string;
  /** Strata are drawn one by one. Their frames are numbered each on its own or all through; neither is checked. */
  strata: SamplingStratumInput[];
}

/** SamplingStratifiedReported is what a report says was drawn from the strata of a plan. */
export interface SamplingStratifiedReported {
  /** Strata are those of the plan, in any order. */
  strata: SamplingStratumReported[];
  /** FrameDigest is that of the frame at hand, to be held against the digest of the plan. Optional. */
  frameDigest?: string;
}

/** SamplingStratifiedSelection is a stratified sample together with the plan it came from. */
export interface SamplingStratifiedSelection extends SamplingStratified {
  /** Size, Spares and FrameSize are the sums over all strata. */
  size: number;
  /** Size, Spares and FrameSize are the sums over all strata. */
  spares: number;
  /** Size, Spares and FrameSize are the sums over all strata. */
  frameSize: number;
  /** Selections are those of the strata, in their order. */
  selections: SamplingStratumSelection[];
}

/** SamplingStratifiedVerdict is the answer about the reported numbers of a stratified sample. */
export interface SamplingStratifiedVerdict extends SamplingStratifiedReported {
  /** Comparison is the worst of all strata. A plan with a stratum that was not reported is "impossible". */
  comparison: SamplingComparison;
  /** NotReported are the strata of the plan without reported numbers. */
  notReported?: string[];
  /** Frame says whether the frame at hand is the one that was documented with the draw. */
  frame: SamplingFrameComparison;
  /** SparesComparison is the worst of the strata whose spares were reported, empty if none were. */
  sparesComparison?: SamplingComparison;
  /** Verdicts are those of the strata, in the order of the plan. */
  verdicts: SamplingStratumVerdict[];
  /** Plan is the plan, its method stated. */
  plan: SamplingStratified;
}

/** SamplingStratum is one stratum of a plan. */
export interface SamplingStratum {
  /** Name is unique in the plan, without control characters. Derived seeds depend on it. */
  name: string;
  /**
   * Low and High are the numbers of the first and the last unit of the stratum's frame. Low left out is 0, not 1.
   */
  low: number;
  /**
   * Low and High are the numbers of the first and the last unit of the stratum's frame. Low left out is 0, not 1.
   */
  high: number;
  /** Size is the number of units of the stratum's sample, Spares that of its spares. */
  size: number;
  /** Size is the number of units of the stratum's sample, Spares that of its spares. */
  spares: number;
  /** Seed is the stratum's own seed; if empty, it is derived. */
  seed?: string;
}

/** SamplingStratum is one stratum of a plan. */
export interface SamplingStratumInput {
  /** Name is unique in the plan, without control characters. Derived seeds depend on it. */
  name: string;
  /**
   * Low and High are the numbers of the first and the last unit of the stratum's frame. Low left out is 0, not 1.
   */
  low: number;
  /**
   * Low and High are the numbers of the first and the last unit of the stratum's frame. Low left out is 0, not 1.
   */
  high: number;
  /** Size is the number of units of the stratum's sample, Spares that of its spares. */
  size: number;
  /** Size is the number of units of the stratum's sample, Spares that of its spares. */
  spares?: number;
  /** Seed is the stratum's own seed; if empty, it is derived. */
  seed?: string;
}

/** SamplingStratumReported is what was reported of one stratum. */
export interface SamplingStratumReported {
  /** Name of the stratum in the plan. */
  name: string;
  /** Units and Spares are the numbers, as in SamplingReported. */
  reported: number[];
  /** Units and Spares are the numbers, as in SamplingReported. */
  reportedSpares?: number[];
}

/** SamplingStratumSelection is what was drawn from one stratum. */
export interface SamplingStratumSelection {
  /** Name of the stratum. */
  name: string;
  /** SeedDerived says that the seed of the selection was derived from that of the plan. */
  seedDerived: boolean;
  /** Selection is the draw, its seed stated: a single stage that can be drawn again, and drawn on, by itself. */
  selection: SamplingSelection;
}

/** SamplingStratumVerdict is the answer about one stratum. */
export interface SamplingStratumVerdict extends SamplingVerdictNumberSelection {
  /** Name of the stratum. */
  name: string;
}

/** SamplingSubFrameItem is an item of a sub-frame of one of several frames. */
export interface SamplingSubFrameItem {
  /** Order is the order of selection, from 1; 0 for an item that was not drawn. */
  order?: number;
  /** Number is the random number, from 1 to the number of all items. */
  number?: number;
  /** Frame is the number of the frame, from 1. */
  frame?: number;
  /** SubFrame is the number of the sub-frame (page) in its frame. */
  subFrame: number;
  /** Item is the number of the item (line) in its sub-frame. */
  item: number;
}

/** SamplingSubFrameItem is an item of a sub-frame of one of several frames. */
export interface SamplingSubFrameItemInput {
  /** Order is the order of selection, from 1; 0 for an item that was not drawn. */
  order?: number;
  /** Number is the random number, from 1 to the number of all items. */
  number?: number;
  /** Frame is the number of the frame, from 1. */
  frame?: number;
  /** SubFrame is the number of the sub-frame (page) in its frame. */
  subFrame?: number;
  /** Item is the number of the item (line) in its sub-frame. */
  item?: number;
}

/**
 * SamplingSystematic is the plan of a systematic sample with a random start. Its sample depends on the order of the
 * frame: a period in it that goes with the interval does harm, and one sample gives no unbiased estimate of its
 * variance.
 *
 * Fractional: the frame is taken as a line of n*N points, n for each unit. The start r is drawn from 1 ... N, and
 * the points r, r+N, r+2N, ... r+(n-1)N select the units they lie in, u = ceil(point/n). Everything is an integer;
 * each unit is selected by exactly n of the N starts.
 *
 * Classic: the start r is drawn from 1 ... k, and r, r+k, r+2k, ... are selected as far as the frame goes. Each
 * unit is selected by exactly one of the k starts.
 *
 * The start is the number that SamplingSingleStage draws as the only unit of a frame from 1 to N or k.
 *
 * Source: Cochran, Sampling Techniques (1977), sec. 8.1 and 8.2; fractional intervals: Murthy, Sampling Theory and
 * Methods (1967), ch. 5.
 */
export interface SamplingSystematic {
  /** Method is the generator of the start, "ratstats" if empty. */
  method?: SamplingMethod;
  /** Seed is the seed as printed or typed. It has no default. */
  seed: string;
  /** Low and High are the numbers of the first and the last unit of the frame. Low left out is 0, not 1. */
  low: number;
  /** Low and High are the numbers of the first and the last unit of the frame. Low left out is 0, not 1. */
  high: number;
  /** Size is the number of units wanted. */
  size: number;
  /** Variant is "fractional" if empty. */
  variant?: SamplingVariant;
  /** FrameDigest identifies the frame, as that of SamplingSingleStage does. Optional; it changes no number. */
  frameDigest?: string;
}

/**
 * SamplingSystematicSelection is a systematic sample together with the plan it came from. It cannot be drawn on:
 * another size has another interval. See SamplingSecond for more units.
 */
export interface SamplingSystematicSelection extends SamplingSystematic {
  /** FrameSize is the number of units in the frame. */
  frameSize: number;
  /** Interval is N/n, rounded to 20 significant digits, or k. */
  interval: Decimal;
  /**
   * Start is the number drawn: the first point (of n to a unit) of the fractional variant, the place of the first
   * unit in the frame of the classic one.
   */
  start: number;
  /** Sample are the units in the order of the frame. Their number is Size for the fractional variant. */
  sample: SamplingUnit[];
  /**
   * Warnings are findings that are not errors: "systematic_size" where the classic variant gave more units than
   * asked.
   */
  warnings?: Warning[];
}

/** SamplingTicketSelection is a sample drawn by tickets together with the plan it came from. */
export interface SamplingTicketSelection extends SamplingTickets {
  /** Method is "tickets". */
  method: SamplingMethod;
  /** FrameSize is the number of ids that were given. */
  frameSize: number;
  /** Sample are the ids of the sample in the order of their tickets. */
  sample: SamplingTicketUnit[];
  /** SpareUnits are the next ids in the order of their tickets. */
  spareUnits: SamplingTicketUnit[];
}

/** SamplingTicketSelection is a sample drawn by tickets together with the plan it came from. */
export interface SamplingTicketSelectionInput extends SamplingTicketsInput {
  /** Method is "tickets". */
  method: SamplingMethod;
  /** FrameSize is the number of ids that were given. */
  frameSize: number;
  /** Sample are the ids of the sample in the order of their tickets. */
  sample: SamplingTicketUnit[];
  /** SpareUnits are the next ids in the order of their tickets. */
  spareUnits: SamplingTicketUnit[];
}

/** SamplingTicketUnit is one selected id. */
export interface SamplingTicketUnit {
  /** Order is the order of selection, from 1: the unit has the Order-th smallest ticket. */
  order: number;
  /** Ticket is the whole ticket number: "0." and 64 to 78 digits. */
  ticket: string;
  /** ID is the id as it was given. */
  id: string;
}

/**
 * SamplingTickets is the plan of a simple random sample of ids by lottery tickets: every id gets a ticket that
 * follows from the id and a public seed alone, and the ids with the smallest tickets are the sample. Nothing has to
 * be numbered or sorted, the order in which ids come has no influence, and an id that leaves the frame, or joins
 * it, moves no other.
 *
 * The ticket is a number between 0 and 1. With h(s) for the 64 lower-case hexadecimal digits of the SHA-256 hash of
 * text s in UTF-8,
 *
 * 	x = h(h(seed) + id), read as a hexadecimal integer and written with at least 64 decimal digits,
 *
 * and the ticket is "0." followed by the digits of x from the last to the first. These are the tickets of
 * generation 1 of Rivest's consistent_sampler (drawing with replacement, its later generations, is not offered).
 *
 * Ids are compared as bytes: "A1", "a1" and "A1 " are three ids. Two different ids with one ticket would be a
 * collision of SHA-256, of which none is known; the smaller id in bytes would come first.
 *
 * Source: R. L. Rivest, consistent_sampler (2018), https://github.com/ron-rivest/consistent_sampler.
 */
export interface SamplingTickets {
  /**
   * Seed is any text of at most MaxTicketText bytes, used as it is given: "20261122-public-dice". It should be made
   * public and come from dice or another source that nobody controls, after the frame is fixed. It has no default.
   */
  seed: string;
  /** Size is the number of ids of the sample. */
  size: number;
  /** Spares is the number of ids after them that are listed as spares. */
  spares: number;
  /**
   * DrawnBefore says that so many orders of selection, the first ones, were drawn earlier. It changes no ticket.
   */
  drawnBefore?: number;
  /**
   * FrameDigest identifies the frame of ids, as that of SamplingSingleStage does. Optional; it changes no ticket.
   */
  frameDigest?: string;
}

/**
 * SamplingTickets is the plan of a simple random sample of ids by lottery tickets: every id gets a ticket that
 * follows from the id and a public seed alone, and the ids with the smallest tickets are the sample. Nothing has to
 * be numbered or sorted, the order in which ids come has no influence, and an id that leaves the frame, or joins
 * it, moves no other.
 *
 * The ticket is a number between 0 and 1. With h(s) for the 64 lower-case hexadecimal digits of the SHA-256 hash of
 * text s in UTF-8,
 *
 * 	x = h(h(seed) + id), read as a hexadecimal integer and written with at least 64 decimal digits,
 *
 * and the ticket is "0." followed by the digits of x from the last to the first. These are the tickets of
 * generation 1 of Rivest's consistent_sampler (drawing with replacement, its later generations, is not offered).
 *
 * Ids are compared as bytes: "A1", "a1" and "A1 " are three ids. Two different ids with one ticket would be a
 * collision of SHA-256, of which none is known; the smaller id in bytes would come first.
 *
 * Source: R. L. Rivest, consistent_sampler (2018), https://github.com/ron-rivest/consistent_sampler.
 */
export interface SamplingTicketsInput {
  /**
   * Seed is any text of at most MaxTicketText bytes, used as it is given: "20261122-public-dice". It should be made
   * public and come from dice or another source that nobody controls, after the frame is fixed. It has no default.
   */
  seed: string;
  /** Size is the number of ids of the sample. */
  size: number;
  /** Spares is the number of ids after them that are listed as spares. */
  spares?: number;
  /**
   * DrawnBefore says that so many orders of selection, the first ones, were drawn earlier. It changes no ticket.
   */
  drawnBefore?: number;
  /**
   * FrameDigest identifies the frame of ids, as that of SamplingSingleStage does. Optional; it changes no ticket.
   */
  frameDigest?: string;
}

/** SamplingUnit is one selected unit. */
export interface SamplingUnit {
  /** Order is the order of selection, from 1: the unit was the Order-th that was drawn. */
  order: number;
  /** Number is the number of the unit in the frame. */
  number: number;
}

/**
 * SamplingVariant is a way of taking units at an interval.
 *
 * "fractional": Fractional takes exactly n units at the interval N/n, which need not be a whole number. It is the
 * default.
 *
 * "classic": Classic takes every k-th unit, k = floor(N/n), from a random start in 1 ... k to the end of the frame:
 * n units where n divides N, otherwise n or more, depending on the start.
 */
export type SamplingVariant = "fractional" | "classic";

/**
 * SamplingVerdictFrameItemFramesSelection is the answer about reported units U of a design with the selection S. It
 * holds what was reported and, in Selection, the plan.
 */
export interface SamplingVerdictFrameItemFramesSelection extends SamplingReportedFrameItem {
  /** Comparison says how the reported units of the sample stand to the plan. */
  comparison: SamplingComparison;
  /**
   * Missing are units that the plan gives and that were not reported, Extra are those the other way about; both in
   * sequential order.
   */
  missing?: SamplingFrameItem[];
  /**
   * Missing are units that the plan gives and that were not reported, Extra are those the other way about; both in
   * sequential order.
   */
  extra?: SamplingFrameItem[];
  /** Problems make the reported units impossible. */
  problems?: SamplingProblemsFrameItem;
  /** Frame says whether the frame at hand is the one that was documented with the draw. */
  frame: SamplingFrameComparison;
  /** SparesComparison is that of the reported spares, empty where none were reported. */
  sparesComparison?: SamplingComparison;
  /**
   * FromSpares are units that were reported in the sample and that the plan gives as spares: units that were
   * replaced.
   */
  fromSpares?: SamplingFromSpareFrameItem[];
  /** Selection is what the plan gives. */
  selection: SamplingFramesSelection;
}

/**
 * SamplingVerdictIDTicketSelection is the answer about reported units U of a design with the selection S. It holds
 * what was reported and, in Selection, the plan.
 */
export interface SamplingVerdictIDTicketSelection extends SamplingReportedID {
  /** Comparison says how the reported units of the sample stand to the plan. */
  comparison: SamplingComparison;
  /**
   * Missing are units that the plan gives and that were not reported, Extra are those the other way about; both in
   * sequential order.
   */
  missing?: string[];
  /**
   * Missing are units that the plan gives and that were not reported, Extra are those the other way about; both in
   * sequential order.
   */
  extra?: string[];
  /** Problems make the reported units impossible. */
  problems?: SamplingProblemsID;
  /** Frame says whether the frame at hand is the one that was documented with the draw. */
  frame: SamplingFrameComparison;
  /** SparesComparison is that of the reported spares, empty where none were reported. */
  sparesComparison?: SamplingComparison;
  /**
   * FromSpares are units that were reported in the sample and that the plan gives as spares: units that were
   * replaced.
   */
  fromSpares?: SamplingFromSpareID[];
  /** Selection is what the plan gives. */
  selection: SamplingTicketSelection;
}

/**
 * SamplingVerdictNumberSecondSelection is the answer about reported units U of a design with the selection S. It
 * holds what was reported and, in Selection, the plan.
 */
export interface SamplingVerdictNumberSecondSelection extends SamplingReportedNumber {
  /** Comparison says how the reported units of the sample stand to the plan. */
  comparison: SamplingComparison;
  /**
   * Missing are units that the plan gives and that were not reported, Extra are those the other way about; both in
   * sequential order.
   */
  missing?: number[];
  /**
   * Missing are units that the plan gives and that were not reported, Extra are those the other way about; both in
   * sequential order.
   */
  extra?: number[];
  /** Problems make the reported units impossible. */
  problems?: SamplingProblemsNumber;
  /** Frame says whether the frame at hand is the one that was documented with the draw. */
  frame: SamplingFrameComparison;
  /** SparesComparison is that of the reported spares, empty where none were reported. */
  sparesComparison?: SamplingComparison;
  /**
   * FromSpares are units that were reported in the sample and that the plan gives as spares: units that were
   * replaced.
   */
  fromSpares?: SamplingFromSpareNumber[];
  /** Selection is what the plan gives. */
  selection: SamplingSecondSelection;
}

/**
 * SamplingVerdictNumberSelection is the answer about reported units U of a design with the selection S. It holds
 * what was reported and, in Selection, the plan.
 */
export interface SamplingVerdictNumberSelection extends SamplingReportedNumber {
  /** Comparison says how the reported units of the sample stand to the plan. */
  comparison: SamplingComparison;
  /**
   * Missing are units that the plan gives and that were not reported, Extra are those the other way about; both in
   * sequential order.
   */
  missing?: number[];
  /**
   * Missing are units that the plan gives and that were not reported, Extra are those the other way about; both in
   * sequential order.
   */
  extra?: number[];
  /** Problems make the reported units impossible. */
  problems?: SamplingProblemsNumber;
  /** Frame says whether the frame at hand is the one that was documented with the draw. */
  frame: SamplingFrameComparison;
  /** SparesComparison is that of the reported spares, empty where none were reported. */
  sparesComparison?: SamplingComparison;
  /**
   * FromSpares are units that were reported in the sample and that the plan gives as spares: units that were
   * replaced.
   */
  fromSpares?: SamplingFromSpareNumber[];
  /** Selection is what the plan gives. */
  selection: SamplingSelection;
}

/**
 * SamplingVerdictNumberSystematicSelection is the answer about reported units U of a design with the selection S.
 * It holds what was reported and, in Selection, the plan.
 */
export interface SamplingVerdictNumberSystematicSelection extends SamplingReportedNumber {
  /** Comparison says how the reported units of the sample stand to the plan. */
  comparison: SamplingComparison;
  /**
   * Missing are units that the plan gives and that were not reported, Extra are those the other way about; both in
   * sequential order.
   */
  missing?: number[];
  /**
   * Missing are units that the plan gives and that were not reported, Extra are those the other way about; both in
   * sequential order.
   */
  extra?: number[];
  /** Problems make the reported units impossible. */
  problems?: SamplingProblemsNumber;
  /** Frame says whether the frame at hand is the one that was documented with the draw. */
  frame: SamplingFrameComparison;
  /** SparesComparison is that of the reported spares, empty where none were reported. */
  sparesComparison?: SamplingComparison;
  /**
   * FromSpares are units that were reported in the sample and that the plan gives as spares: units that were
   * replaced.
   */
  fromSpares?: SamplingFromSpareNumber[];
  /** Selection is what the plan gives. */
  selection: SamplingSystematicSelection;
}

/**
 * SamplingVerdictPPSUnitPPSSelection is the answer about reported units U of a design with the selection S. It
 * holds what was reported and, in Selection, the plan.
 */
export interface SamplingVerdictPPSUnitPPSSelection extends SamplingReportedPPSUnit {
  /** Comparison says how the reported units of the sample stand to the plan. */
  comparison: SamplingComparison;
  /**
   * Missing are units that the plan gives and that were not reported, Extra are those the other way about; both in
   * sequential order.
   */
  missing?: SamplingPPSUnit[];
  /**
   * Missing are units that the plan gives and that were not reported, Extra are those the other way about; both in
   * sequential order.
   */
  extra?: SamplingPPSUnit[];
  /** Problems make the reported units impossible. */
  problems?: SamplingProblemsPPSUnit;
  /** Frame says whether the frame at hand is the one that was documented with the draw. */
  frame: SamplingFrameComparison;
  /** SparesComparison is that of the reported spares, empty where none were reported. */
  sparesComparison?: SamplingComparison;
  /**
   * FromSpares are units that were reported in the sample and that the plan gives as spares: units that were
   * replaced.
   */
  fromSpares?: SamplingFromSparePPSUnit[];
  /** Selection is what the plan gives. */
  selection: SamplingPPSSelection;
}

/**
 * SamplingVerdictRHCRowRHCSelection is the answer about reported units U of a design with the selection S. It holds
 * what was reported and, in Selection, the plan.
 */
export interface SamplingVerdictRHCRowRHCSelection extends SamplingReportedRHCRow {
  /** Comparison says how the reported units of the sample stand to the plan. */
  comparison: SamplingComparison;
  /**
   * Missing are units that the plan gives and that were not reported, Extra are those the other way about; both in
   * sequential order.
   */
  missing?: SamplingRHCRow[];
  /**
   * Missing are units that the plan gives and that were not reported, Extra are those the other way about; both in
   * sequential order.
   */
  extra?: SamplingRHCRow[];
  /** Problems make the reported units impossible. */
  problems?: SamplingProblemsRHCRow;
  /** Frame says whether the frame at hand is the one that was documented with the draw. */
  frame: SamplingFrameComparison;
  /** SparesComparison is that of the reported spares, empty where none were reported. */
  sparesComparison?: SamplingComparison;
  /**
   * FromSpares are units that were reported in the sample and that the plan gives as spares: units that were
   * replaced.
   */
  fromSpares?: SamplingFromSpareRHCRow[];
  /** Selection is what the plan gives. */
  selection: SamplingRHCSelection;
}

/**
 * SamplingVerdictSetSetsSelection is the answer about reported units U of a design with the selection S. It holds
 * what was reported and, in Selection, the plan.
 */
export interface SamplingVerdictSetSetsSelection extends SamplingReportedSet {
  /** Comparison says how the reported units of the sample stand to the plan. */
  comparison: SamplingComparison;
  /**
   * Missing are units that the plan gives and that were not reported, Extra are those the other way about; both in
   * sequential order.
   */
  missing?: SamplingSet[];
  /**
   * Missing are units that the plan gives and that were not reported, Extra are those the other way about; both in
   * sequential order.
   */
  extra?: SamplingSet[];
  /** Problems make the reported units impossible. */
  problems?: SamplingProblemsSet;
  /** Frame says whether the frame at hand is the one that was documented with the draw. */
  frame: SamplingFrameComparison;
  /** SparesComparison is that of the reported spares, empty where none were reported. */
  sparesComparison?: SamplingComparison;
  /**
   * FromSpares are units that were reported in the sample and that the plan gives as spares: units that were
   * replaced.
   */
  fromSpares?: SamplingFromSpareSet[];
  /** Selection is what the plan gives. */
  selection: SamplingSetsSelection;
}

/**
 * SamplingVerdictSubFrameItemFramesOfTwoSelection is the answer about reported units U of a design with the
 * selection S. It holds what was reported and, in Selection, the plan.
 */
export interface SamplingVerdictSubFrameItemFramesOfTwoSelection extends SamplingReportedSubFrameItem {
  /** Comparison says how the reported units of the sample stand to the plan. */
  comparison: SamplingComparison;
  /**
   * Missing are units that the plan gives and that were not reported, Extra are those the other way about; both in
   * sequential order.
   */
  missing?: SamplingSubFrameItem[];
  /**
   * Missing are units that the plan gives and that were not reported, Extra are those the other way about; both in
   * sequential order.
   */
  extra?: SamplingSubFrameItem[];
  /** Problems make the reported units impossible. */
  problems?: SamplingProblemsSubFrameItem;
  /** Frame says whether the frame at hand is the one that was documented with the draw. */
  frame: SamplingFrameComparison;
  /** SparesComparison is that of the reported spares, empty where none were reported. */
  sparesComparison?: SamplingComparison;
  /**
   * FromSpares are units that were reported in the sample and that the plan gives as spares: units that were
   * replaced.
   */
  fromSpares?: SamplingFromSpareSubFrameItem[];
  /** Selection is what the plan gives. */
  selection: SamplingFramesOfTwoSelection;
}

/**
 * SavedReview is a review as JSON: what was put in, and the claims drawn, so that a reader without the frame knows
 * what was asked of whom. Everything else is worked out again.
 */
export interface SavedReview {
  format: string;
  software: string;
  agreement: Agreement;
  seeds: Seeds;
  frame: FrameSummary;
  /** of the frame, where its claims name any */
  payors?: string[];
  stage: Stage;
  drawn: DrawnClaim[];
  /** Submitted is everything that was put in, in order. */
  submitted: Batch[];
  /** Results are what a finished review came to. They are verified when they are read, never trusted. */
  results?: Results;
}

/**
 * SavedReview is a review as JSON: what was put in, and the claims drawn, so that a reader without the frame knows
 * what was asked of whom. Everything else is worked out again.
 */
export interface SavedReviewInput {
  format: string;
  software: string;
  agreement: AgreementInput;
  seeds: Seeds;
  frame: FrameSummaryInput;
  /** of the frame, where its claims name any */
  payors?: string[];
  stage: Stage;
  drawn: DrawnClaimInput[];
  /** Submitted is everything that was put in, in order. */
  submitted: BatchInput[];
  /** Results are what a finished review came to. They are verified when they are read, never trusted. */
  results?: ResultsInput;
}

/** ScrutinyOptions add to a report the checks of the estimate that a court asks for. */
export interface ScrutinyOptions {
  /**
   * Seed of the simulation, a text; empty means the seed of the first sample, which was stated before anything was
   * drawn.
   */
  seed?: string;
  /** Replicates is the number of simulated samples, 1,000 to 100,000; 0 means 1,000. */
  replicates?: number;
  /** MinimumSum adds the lower limit of the minimum sum method, from the payments of all claims of the frame. */
  minimumSum?: boolean;
  /**
   * ErrorShare of the minimum sum method, above 0 and up to 1; 0 means 1. It has to be chosen before the sample is
   * seen.
   */
  errorShare?: DecimalInput;
}

/** SeedRequest asks for a seed of a method out of digits, seedResult states it. */
export interface SeedRequest {
  method?: SamplingMethod;
  digits: string;
}

export interface SeedResult extends SeedRequest {
  seed: string;
}

/** Seeds are the seed numbers of a review, as text. */
export interface Seeds {
  /**
   * First is the seed of the first sample: a number, or any text where claims are drawn by tickets. A full sample
   * that continues it needs no other.
   */
  first: string;
  /** Full is the seed of a fresh full sample, for agreements with FullSample "fresh" only. */
  full?: string;
}

/** SharedText is a text that several walk-throughs have, with the ids of their claims. */
export interface SharedText {
  text: string;
  claims: string[];
}

/** Software describes the software, as OIG asks for where another than RAT-STATS is used. */
export interface Software {
  name: string;
  version: string;
  description: string[];
}

/** SprintRequest asks about the sprint of an incident on a day. */
export interface SprintRequest {
  program: TrainingProgram;
  incident: string;
  on: CivilDate;
}

/**
 * Stage is where a review stands: what the worklist is for.
 *
 * "discovery_sample": StageDiscovery: the discovery sample is to be reviewed.
 *
 * "full_sample": StageFull: the further claims of the full sample are to be reviewed.
 *
 * "sample": StageSample: the sample of the single or quarterly protocol is to be reviewed.
 *
 * "done": StageDone: every determination is there.
 */
export type Stage = "discovery_sample" | "full_sample" | "sample" | "done";

export interface StrataPrecisionRequest extends SampleSizeStratified {
  sizes: number[];
  level: DecimalInput;
}

/** Submission is one thing that was submitted: determinations, a correction or walk-throughs. */
export interface Submission {
  /** Date it was submitted. */
  date?: CivilDate;
  determinations?: DeterminationInput[];
  correction?: FrameCorrection;
  systems?: WalkThrough[];
}

/** SystemsFinding is the walk-through of a claim with what was found on it. */
export interface SystemsFinding extends WalkThrough {
  /** Number of the claim in the frame. */
  number: number;
  payor?: string;
  category?: ErrorRateCategory;
  /** Overpayment is what was paid too much for the claim in dollars, above zero. */
  overpayment: Decimal;
}

/**
 * SystemsReview is the part of a report about systems and processes: observations, findings by the point where the
 * errors arose, causes and recommendations.
 */
export interface SystemsReview {
  /**
   * Required: the review calls for walk-throughs, by the obligation that is named: a systems review with a full
   * sample, or one of each overpaid claim under the other protocols.
   */
  required: boolean;
  obligation?: ExtrapolateObligationKind;
  /** State is done when every overpaid claim has a walk-through, open otherwise. */
  state: ExtrapolateObligationState;
  /** ClaimsOverpaid is the number of overpaid claims, Open lists the ids of those without a walk-through. */
  claimsOverpaid: number;
  /** ClaimsOverpaid is the number of overpaid claims, Open lists the ids of those without a walk-through. */
  open: string[];
  /** Claims are the walk-throughs by the numbers of the claims. */
  claims: SystemsFinding[];
  /** Points are the points where errors arose, those with a claim only. */
  points: ErrorPointTotal[];
  /**
   * Causes, Observations, Actions and Recommendations are the different texts of the walk-throughs, each with its
   * claims.
   */
  causes: SharedText[];
  /**
   * Causes, Observations, Actions and Recommendations are the different texts of the walk-throughs, each with its
   * claims.
   */
  observations?: SharedText[];
  /**
   * Causes, Observations, Actions and Recommendations are the different texts of the walk-throughs, each with its
   * claims.
   */
  actions?: SharedText[];
  /**
   * Causes, Observations, Actions and Recommendations are the different texts of the walk-throughs, each with its
   * claims.
   */
  recommendations?: SharedText[];
}

/** TextRequest is the text of a file. */
export interface TextRequest {
  text: string;
}

/** TextResult is a text: a file for people to fill in. */
export interface TextResult {
  text: string;
}

/** ThreeStageFilesRequest has the file of the primary units beside that of the secondary ones. */
export interface ThreeStageFilesRequest extends FilesRequest {
  primaryUnits: string;
}

/** TicketDraw is a selection of claim ids by tickets, with the numbers that these claims have in the frame. */
export interface TicketDraw extends SamplingTicketSelection {
  /** Numbers are those of the sample, in the order of the tickets; SpareNumbers are those of the spares. */
  numbers: number[];
  /** Numbers are those of the sample, in the order of the tickets; SpareNumbers are those of the spares. */
  spareNumbers: number[];
}

/** TicketsRequest is a plan of tickets with the ids of the frame. */
export interface TicketsRequest extends SamplingTicketsInput {
  ids: string[];
}

/** TrainingAcknowledgment says that a person was trained on a version of the policy and acknowledged it. */
export interface TrainingAcknowledgment {
  person: string;
  policy: string;
  date: CivilDate;
}

/** TrainingArtifact is a piece of evidence. */
export interface TrainingArtifact {
  /**
   * Date of what it is about, Topic in file-name form, Kind, and the ending of its file without the dot: together
   * they are its file name, date_topic_kind_nn.ext. Nothing else of the name can be chosen, so that nothing can
   * lead out of the folder.
   */
  date: CivilDate;
  /**
   * Date of what it is about, Topic in file-name form, Kind, and the ending of its file without the dot: together
   * they are its file name, date_topic_kind_nn.ext. Nothing else of the name can be chosen, so that nothing can
   * lead out of the folder.
   */
  topic: string;
  /**
   * Date of what it is about, Topic in file-name form, Kind, and the ending of its file without the dot: together
   * they are its file name, date_topic_kind_nn.ext. Nothing else of the name can be chosen, so that nothing can
   * lead out of the folder.
   */
  kind: TrainingArtifactKind;
  ext: string;
  /** Title for people. */
  title: string;
  /** At is its timestamp: when it was made. If it has none, that of the bundle. */
  at?: Timestamp;
  /** Text or Content, one of the two: what it says. In JSON Content is in base64. */
  text?: string;
  /** Text or Content, one of the two: what it says. In JSON Content is in base64. */
  content?: Base64;
}

/** TrainingArtifactKind says what an artifact is. It is part of its file name. */
export type TrainingArtifactKind = "incident" | "module" | "attendance" | "scores" | "procedure" | "signoff" | "selection" | "audit" | "remediation" | "metric" | "learned" | "refund" | "disclosure" | "map" | "policy" | "acknowledgment" | "escalation" | "history" | "other";

/** TrainingArtifactRef names an artifact of a bundle. */
export interface TrainingArtifactRef {
  /** Name of the file. */
  name: string;
  kind: TrainingArtifactKind;
  title: string;
}

/** TrainingAssignment is a role held for a time. */
export interface TrainingAssignment {
  role: TrainingRole;
  /** From is the first day, Through the last; no Through means until further notice. */
  from: CivilDate;
  /** From is the first day, Through the last; no Through means until further notice. */
  through?: CivilDate;
}

/** TrainingAttendance is one person's sign-in with the scores before and after, 0 to 100. */
export interface TrainingAttendance {
  /** Person is the id of the person. */
  person: string;
  date: CivilDate;
  /** Pre and Post are the scores before and after the module, from 0 to 100; none where it was not taken. */
  pre?: DecimalInput;
  /** Pre and Post are the scores before and after the module, from 0 to 100; none where it was not taken. */
  post?: DecimalInput;
}

/**
 * TrainingAuthority is whose matters an incident touches.
 *
 * "oig": OIG administers civil money penalties under 42 CFR part 1003: billing, coding, documentation,
 * remuneration.
 *
 * "ocr": OCR, the Office for Civil Rights, enforces HIPAA's privacy, security and breach notification rules.
 */
export type TrainingAuthority = "oig" | "ocr";

/** TrainingBundle is the evidence of a training cycle or an incident, before it becomes files. */
export interface TrainingBundle {
  clinic: string;
  title: string;
  /** Made is when the bundle was made. It comes from the caller: nothing here reads a clock. */
  made: Timestamp;
  artifacts: TrainingArtifact[];
}

/** TrainingBundleFiles are the files of a bundle. The same bundle gives the same bytes. */
export interface TrainingBundleFiles {
  /**
   * Digest of the manifest, "sha256:" and 64 hexadecimal digits. Whoever keeps it elsewhere can prove that nothing
   * was changed.
   */
  digest: string;
  /** Index by date. */
  index: TrainingIndexEntry[];
  /** Files in the order of their names, index and manifest included. */
  files: TrainingFile[];
}

/** TrainingBundleRecord is a proof-of-mitigation bundle that was written, for a month or for incidents. */
export interface TrainingBundleRecord {
  date: CivilDate;
  /** Month of the training cycle, "2026-03", or Incidents: one, or those that belong together. */
  month?: string;
  /** Month of the training cycle, "2026-03", or Incidents: one, or those that belong together. */
  incidents?: string[];
  /** Digest of its manifest, "sha256:" and 64 hexadecimal digits, as it is kept elsewhere. */
  digest?: string;
}

/** TrainingBundleVerification is what VerifyBundle found. */
export interface TrainingBundleVerification {
  /**
   * Unchanged says that the folder is exactly what it was: the manifest is the one whose digest was kept, and every
   * file is as it says.
   */
  unchanged: boolean;
  /** Digest of the manifest that is there now; empty if there is none. */
  digest: string;
  /**
   * DigestMatches says whether it is the one that was kept. If not, the manifest was changed, and the lists below,
   * which go by it, prove nothing.
   */
  digestMatches: boolean;
  /** Changed, Missing and Added are names of files, in order. */
  changed?: string[];
  /** Changed, Missing and Added are names of files, in order. */
  missing?: string[];
  /** Changed, Missing and Added are names of files, in order. */
  added?: string[];
  /** Files is the number of files of the manifest. */
  files: number;
  /** Warnings: not_read_only. */
  warnings?: Warning[];
}

/** TrainingCase is a concern that somebody reported, from receipt to closure. */
export interface TrainingCase {
  id: string;
  received: CivilDate;
  /** What was reported. Who did is nobody's business here. */
  what: string;
  /** Triaged is the day somebody decided what is to be done, Triage what that was. */
  triaged?: CivilDate;
  /** Triaged is the day somebody decided what is to be done, Triage what that was. */
  triage?: string;
  /** Incident that came of it. */
  incident?: string;
  /** Closed is the day it was closed, Memo the closure memo. */
  closed?: CivilDate;
  /** Closed is the day it was closed, Memo the closure memo. */
  memo?: string;
}

/** TrainingChartDraw is the draw for one provider: all that is needed to draw again. */
export interface TrainingChartDraw {
  provider: string;
  method?: SamplingMethod;
  /** Seed is the provider's own. */
  seed: string;
  charts?: number;
  encounters: string[];
}

/** TrainingChartResult is what was found in a chart. */
export interface TrainingChartResult {
  encounter: string;
  /** Documentation is sufficient; Necessity: the service was medically necessary. */
  documentation: boolean;
  /** Documentation is sufficient; Necessity: the service was medically necessary. */
  necessity: boolean;
  note?: string;
}

/** TrainingChartSelection is what was drawn for a provider. */
export interface TrainingChartSelection extends TrainingChartDraw {
  /**
   * FrameDigest identifies the encounters and their order: the SHA-256 hash of their ids, each with a line feed.
   */
  frameDigest: string;
  /** Selected are the encounters to check, in the order of the frame. */
  selected: string[];
  /** Warnings: few_encounters, no_encounters. */
  warnings?: Warning[];
}

/**
 * TrainingClockState says how a sprint stands against its 72 hours.
 *
 * "running": Running: not deployed to all relevant roles, and there is time left.
 *
 * "in_time": InTime: deployed to all relevant roles within 72 hours; exactly 72 hours is within.
 *
 * "late": Late: deployed to all, after more than 72 hours. Nothing makes it in time again.
 *
 * "expired": Expired: the 72 hours are over and some role has not been reached.
 */
export type TrainingClockState = "running" | "in_time" | "late" | "expired";

/** TrainingCompetency is what somebody has to be able to do. */
export interface TrainingCompetency {
  /** ID names it in the programme; the same one may stand in several versions of the map. */
  id: string;
  /** Text says what it is: "E/M level validation". */
  text: string;
  /** Roles that have to show it. */
  roles: TrainingRole[];
  /** Artifacts that prove it: "financial hardship form with supervisor signature". */
  artifacts: string[];
}

/** TrainingCompetencyCheck is the check of one provider's charts. */
export interface TrainingCompetencyCheck {
  id: string;
  provider: string;
  /** Date the charts were checked. */
  date: CivilDate;
  /** Incidents whose sprints this is the follow-up audit of; empty for a quarterly check. */
  incidents?: string[];
  /** Draw that selected the charts. */
  draw?: TrainingChartDraw;
  /** Results, one a chart. */
  results: TrainingChartResult[];
  /** Feedback to the provider. */
  feedback?: string;
  /** Remediation, where a chart failed: a plan, coaching one to one, with its completion attested. */
  remediation?: TrainingRemediation;
}

/**
 * TrainingCompetencyDraw draws the encounters of all providers for one quarter's check with one seed.
 *
 * Each provider is a stratum of SamplingStratified: the provider's own seed is derived from the seed and the
 * provider's id, so that two providers with as many encounters do not get the same ones in line.
 */
export interface TrainingCompetencyDraw {
  /** Method is the generator, RAT-STATS' if empty. */
  method?: SamplingMethod;
  /** Seed is kept, so that anybody can draw again. It has no default. */
  seed: string;
  /** Charts per provider, 5 if zero. */
  charts?: number;
  /** Providers with their encounters. */
  providers: TrainingProviderFrame[];
}

/** TrainingCompetencyOutcome sets the result of a check beside the provider's training. */
export interface TrainingCompetencyOutcome {
  check: string;
  provider: string;
  date: CivilDate;
  charts: number;
  passed: number;
  /** DocumentationFailed and NecessityFailed are the charts that failed on each. */
  documentationFailed: number;
  /** DocumentationFailed and NecessityFailed are the charts that failed on each. */
  necessityFailed: number;
  /**
   * Attended are the modules the provider attended in the year before the check, Missed those for the provider's
   * roles that the provider did not attend.
   */
  attended?: TrainingModuleScore[];
  /**
   * Attended are the modules the provider attended in the year before the check, Missed those for the provider's
   * roles that the provider did not attend.
   */
  missed?: string[];
  /** Reading says what the result means for the training. */
  reading: TrainingReading;
  /** Remediated says that a remediation was completed, or none is needed. */
  remediated: boolean;
}

/** TrainingCompetencySelection is what was drawn for all providers. */
export interface TrainingCompetencySelection {
  method: SamplingMethod;
  seed: string;
  charts: number;
  /** Providers in the order given. Each can be drawn again by itself. */
  providers: TrainingChartSelection[];
  /** Warnings of all providers. */
  warnings?: Warning[];
}

/**
 * TrainingControlsMap is a version of the Training Controls Map: from exposures to competencies, roles and
 * artifacts.
 */
export interface TrainingControlsMap {
  version: string;
  /** Date of the version. */
  date: CivilDate;
  /** Approved is the day the owner signed it; none while nobody has. */
  approved?: CivilDate;
  /** Exposures of the clinic. */
  exposures: TrainingExposure[];
}

/** TrainingDeployment is a module that reached a role. */
export interface TrainingDeployment {
  /** Module is the id of a module of the programme. */
  module: string;
  role: TrainingRole;
  at: Timestamp;
}

/** TrainingErrorCount is a number of errors among items that were looked at. */
export interface TrainingErrorCount {
  /** Errors is the number of items in error, Reviewed that of all items looked at. */
  errors: number;
  /** Errors is the number of items in error, Reviewed that of all items looked at. */
  reviewed: number;
}

/** TrainingEvidenceRequest asks for the evidence of incidents or of a month's training cycle. */
export interface TrainingEvidenceRequest {
  /** Incidents, one or those that belong together, or Month ("2026-03"). */
  incidents?: string[];
  /** Incidents, one or those that belong together, or Month ("2026-03"). */
  month?: string;
  /** Made is the timestamp of the bundle. What was recorded for later days stays out. */
  made: Timestamp;
  /** Attach are further artifacts: slides, scanned sign-in sheets, receipts of refunds. */
  attach?: TrainingArtifact[];
}

/** TrainingExposure is a revenue code or a remuneration exposure. */
export interface TrainingExposure {
  kind: TrainingExposureKind;
  /** Name: "99214-99215", "copay waivers". */
  name: string;
  /** Competencies that keep it from becoming a violation. */
  competencies: TrainingCompetency[];
}

/**
 * TrainingExposureKind says what an exposure is.
 *
 * "revenue_code": RevenueCode is a code, or family of codes, that brings much of the revenue.
 *
 * "remuneration": Remuneration is something of value given to patients or referrers, such as a waived copay.
 */
export type TrainingExposureKind = "revenue_code" | "remuneration";

/** TrainingFactor is one of the factors OIG considers when it determines the amount of a penalty or assessment. */
export interface TrainingFactor {
  id: TrainingFactorID;
  /** Text says in our words what is considered. */
  text: string;
  /**
   * Aggravating and Mitigating are circumstances that the paragraph names, in our words; empty if it names none.
   */
  aggravating?: string;
  /**
   * Aggravating and Mitigating are circumstances that the paragraph names, in our words; empty if it names none.
   */
  mitigating?: string;
  source: ReportableSource;
  /** Kinds of artifacts that speak to it. */
  kinds: TrainingArtifactKind[];
}

/** TrainingFactorAnswer is what a programme has to say to a factor. */
export interface TrainingFactorAnswer extends TrainingFactor {
  /** Artifacts are the artifacts of the bundle that speak to it. */
  artifacts: TrainingArtifactRef[];
  /** Absent are the kinds that would speak to it and are not there. */
  absent?: TrainingArtifactKind[];
  /** Note is what the reader has to know. */
  note?: string;
}

/** TrainingFactorID names a determination factor. */
export type TrainingFactorID = "nature_and_circumstances" | "culpability" | "prior_offenses" | "other_wrongful_conduct" | "as_justice_requires";

/** TrainingFactorView sets the artifacts of incidents beside the factors. */
export interface TrainingFactorView {
  incidents: string[];
  factors: TrainingFactorAnswer[];
  /** Notice says what this is and what it is not. */
  notice: string;
}

/** TrainingFile is a file of a bundle. */
export interface TrainingFile {
  name: string;
  /** SHA256 of its content, in hexadecimal digits. */
  sha256: string;
  /** Content; in JSON in base64. */
  content: Base64;
}

/** TrainingFilesRequest asks to verify files that come with their content, as from a browser. */
export interface TrainingFilesRequest {
  files: TrainingFile[];
  /** Digest that was kept elsewhere. */
  digest: string;
}

/** TrainingFollowUp is what was measured after a module. */
export interface TrainingFollowUp {
  date: CivilDate;
  metric: string;
  before: TrainingErrorCount;
  after: TrainingErrorCount;
}

/** TrainingGap is something that is missing or was late. */
export interface TrainingGap {
  /** Code is a short name that does not change, for programs: "module_attendance". */
  code: string;
  /** Of names what it belongs to: the id of a module, an incident, a person; a month, a quarter. */
  of?: string;
  /** Text says it in a sentence. */
  text: string;
}

/** TrainingIncident is a potential violation and the learning sprint that answers it. */
export interface TrainingIncident {
  id: string;
  /**
   * Identified is the moment somebody knew of it: the clock starts. RFC 3339 with its offset,
   * "2026-03-02T09:15:00-05:00".
   */
  identified: Timestamp;
  /** Triggers that brought it to light. */
  triggers: TrainingTrigger[];
  /** Authorities whose matters it touches. */
  authorities?: TrainingAuthority[];
  /** What happened. */
  what: string;
  /** Topic in file-name form: "em-levels". */
  topic: string;
  /** Roles that are relevant: all of them have to be trained. */
  roles: TrainingRole[];
  /** Deployments of modules. */
  deployments?: TrainingDeployment[];
  /** Procedure is the updated procedure (SOP). */
  procedure?: TrainingProcedure;
  /** SignOffs of the procedure. */
  signOffs?: TrainingSignOff[];
  /**
   * Before and After are errors before the sprint and after it: up to the day the last relevant role was reached,
   * and from it.
   */
  before?: TrainingMeasurement;
  /**
   * Before and After are errors before the sprint and after it: up to the day the last relevant role was reached,
   * and from it.
   */
  after?: TrainingMeasurement;
  /** Learned is what was made known in the clinic, after the module and the changed procedure. */
  learned?: TrainingLearned;
  /** Refunds of what was overpaid. */
  refunds?: TrainingRefundInput[];
  /** Disclosed is the day it was disclosed to OIG's Self-Disclosure Protocol, if it was. */
  disclosed?: CivilDate;
}

/** TrainingIndexEntry is an artifact in the index. */
export interface TrainingIndexEntry {
  name: string;
  date: CivilDate;
  topic: string;
  kind: TrainingArtifactKind;
  title: string;
  at: Timestamp;
  bytes: number;
  sha256: string;
}

/** TrainingLearned is what was learned, as it was made known. */
export interface TrainingLearned {
  date: CivilDate;
  text: string;
}

/** TrainingLesson is an error that becomes a module: all claims in error of one category and reason. */
export interface TrainingLesson {
  /** Rank by dollars, then by count: 1 is the first to teach. ByCount is the rank by count, then by dollars. */
  rank: number;
  /** Rank by dollars, then by count: 1 is the first to teach. ByCount is the rank by count, then by dollars. */
  byCount: number;
  /** Category and Reason as the reviewer gave them. */
  category: ErrorRateCategory;
  /** Category and Reason as the reviewer gave them. */
  reason: string;
  /** Claims in error, and their ids. */
  claims: number;
  ids: string[];
  /**
   * Overpaid and Underpaid dollars, both as positive amounts; Dollars is their sum, what was paid wrongly, and
   * ranks it.
   */
  overpaid: Decimal;
  /**
   * Overpaid and Underpaid dollars, both as positive amounts; Dollars is their sum, what was paid wrongly, and
   * ranks it.
   */
  underpaid: Decimal;
  /**
   * Overpaid and Underpaid dollars, both as positive amounts; Dollars is their sum, what was paid wrongly, and
   * ranks it.
   */
  dollars: Decimal;
  /** Topic in file-name form, from the reason or the category. */
  topic: string;
  /** Roles that would be trained: a suggestion by the category, for the clinic to change. */
  roles: TrainingRole[];
}

/** TrainingLessonPlan are the lessons of a review. */
export interface TrainingLessonPlan {
  /** Month of the modules: "2026-04". */
  month: string;
  /** Reviewed is the number of claims reviewed, InError that of those paid wrongly. */
  reviewed: number;
  /** Reviewed is the number of claims reviewed, InError that of those paid wrongly. */
  inError: number;
  lessons: TrainingLesson[];
  warnings?: Warning[];
}

/** TrainingLessons turns the findings of a review into next month's modules. */
export interface TrainingLessons {
  /** Reviewed is the day the review was complete; the lessons are for the month after. */
  reviewed: CivilDate;
  /** Claims with determinations. */
  claims: ErrorRateClaimInput[];
  /** Most is the number of lessons wanted, all if zero. */
  most?: number;
}

/** TrainingMeasurement is a count of errors that was taken on a day. */
export interface TrainingMeasurement extends TrainingErrorCount {
  date: CivilDate;
}

/** TrainingMetrics are the figures from before and after training. */
export interface TrainingMetrics {
  /** On is the day they are taken. */
  on: CivilDate;
  /** Before and After are claims (or charts) in error among those reviewed. */
  before: TrainingErrorCount;
  /** Before and After are claims (or charts) in error among those reviewed. */
  after: TrainingErrorCount;
  /** Submitted is the number of claims submitted since, for the estimate of claims prevented. */
  submitted?: number;
  /** Stopped is the number of claims that were corrected before they were submitted, as counted. */
  stopped?: number;
  /** QueueBefore and QueueAfter are items in the exception queue. */
  queueBefore?: number;
  /** QueueBefore and QueueAfter are items in the exception queue. */
  queueAfter?: number;
  /** Refunds of what was overpaid. */
  refunds?: TrainingRefund[];
  /**
   * Significance is the probability of a false alarm: a change is called significant if its own is at most that. 0
   * means 0.05.
   */
  significance?: Decimal;
}

/** TrainingMetrics are the figures from before and after training. */
export interface TrainingMetricsInput {
  /** On is the day they are taken. */
  on: CivilDate;
  /** Before and After are claims (or charts) in error among those reviewed. */
  before: TrainingErrorCount;
  /** Before and After are claims (or charts) in error among those reviewed. */
  after: TrainingErrorCount;
  /** Submitted is the number of claims submitted since, for the estimate of claims prevented. */
  submitted?: number;
  /** Stopped is the number of claims that were corrected before they were submitted, as counted. */
  stopped?: number;
  /** QueueBefore and QueueAfter are items in the exception queue. */
  queueBefore?: number;
  /** QueueBefore and QueueAfter are items in the exception queue. */
  queueAfter?: number;
  /** Refunds of what was overpaid. */
  refunds?: TrainingRefundInput[];
  /**
   * Significance is the probability of a false alarm: a change is called significant if its own is at most that. 0
   * means 0.05.
   */
  significance?: DecimalInput;
}

/** TrainingMetricsResult are the metrics that matter. */
export interface TrainingMetricsResult extends TrainingMetrics {
  errors: TrainingRateChange;
  /** Prevented is Submitted times the fall of the error rate: an estimate, negative if the rate went up. */
  prevented: Decimal;
  /** QueueChange is QueueAfter less QueueBefore. */
  queueChange: number;
  refundTotals: TrainingRefundTotals;
  /** Warnings: rate_up, not_significant, refunds_late, not_comparable. */
  warnings?: Warning[];
}

/** TrainingModule is a micro-module that was delivered. */
export interface TrainingModule {
  id: string;
  /** Date it was deployed. */
  date: CivilDate;
  /** Roles it is for. */
  roles: TrainingRole[];
  /** Topic is its one topic in file-name form: "em-levels". See Slug. */
  topic: string;
  /** Title for people. */
  title: string;
  /** Minutes it takes, 10 to 12. */
  minutes: number;
  /** Competencies of the map that it trains. */
  competencies?: string[];
  /** Script in three steps. */
  script: TrainingScript;
  /** Questions are three applied questions. */
  questions: string[];
  /** Attendance with scores. */
  attendance?: TrainingAttendance[];
  /** FollowUp is the metric 60 days later. */
  followUp?: TrainingFollowUp;
  /** Incident is the id of the incident it answers, if it belongs to a sprint. */
  incident?: string;
}

/** TrainingModuleScore is a module that was attended, with the score after it. */
export interface TrainingModuleScore {
  module: string;
  topic: string;
  post?: Decimal;
}

/**
 * TrainingPenalty illustrates a civil money penalty and an assessment. Every figure comes from the user: amounts
 * change every year, and which of them apply is a legal question.
 */
export interface TrainingPenalty {
  /** Violations is their number. */
  violations: number;
  /** PerViolation is the penalty for each, in dollars. */
  perViolation: Decimal;
  /** Base of the assessment in dollars, such as the amounts claimed. */
  base: Decimal;
  /** Multiplier of the base, such as 3; 0 for no assessment. */
  multiplier: Decimal;
  /** PreventedViolations and PreventedBase are what prevention would have taken out of them: at most all. */
  preventedViolations?: number;
  /** PreventedViolations and PreventedBase are what prevention would have taken out of them: at most all. */
  preventedBase: Decimal;
}

/** TrainingPenaltyAmounts is what a number of violations and a base come to, in dollars. */
export interface TrainingPenaltyAmounts {
  violations: number;
  /** Base of the assessment. */
  base: Decimal;
  /**
   * Penalties are Violations times the penalty for each, Assessment is Base times its multiplier, Total both
   * together.
   */
  penalties: Decimal;
  /**
   * Penalties are Violations times the penalty for each, Assessment is Base times its multiplier, Total both
   * together.
   */
  assessment: Decimal;
  /**
   * Penalties are Violations times the penalty for each, Assessment is Base times its multiplier, Total both
   * together.
   */
  total: Decimal;
}

/** TrainingPenaltyIllustration is what the figures come to, in whole cents. */
export interface TrainingPenaltyIllustration extends TrainingPenalty {
  /** Exposed is with everything, Remaining without what would have been prevented, Avoided the difference. */
  exposed: TrainingPenaltyAmounts;
  /** Exposed is with everything, Remaining without what would have been prevented, Avoided the difference. */
  remaining: TrainingPenaltyAmounts;
  /** Exposed is with everything, Remaining without what would have been prevented, Avoided the difference. */
  avoided: TrainingPenaltyAmounts;
  /** Factors that OIG considers. */
  factors: TrainingFactor[];
  /** Notice says what this is and what it is not. */
  notice: string;
}

/**
 * TrainingPenalty illustrates a civil money penalty and an assessment. Every figure comes from the user: amounts
 * change every year, and which of them apply is a legal question.
 */
export interface TrainingPenaltyInput {
  /** Violations is their number. */
  violations: number;
  /** PerViolation is the penalty for each, in dollars. */
  perViolation: DecimalInput;
  /** Base of the assessment in dollars, such as the amounts claimed. */
  base?: DecimalInput;
  /** Multiplier of the base, such as 3; 0 for no assessment. */
  multiplier?: DecimalInput;
  /** PreventedViolations and PreventedBase are what prevention would have taken out of them: at most all. */
  preventedViolations?: number;
  /** PreventedViolations and PreventedBase are what prevention would have taken out of them: at most all. */
  preventedBase?: DecimalInput;
}

/** TrainingPerson is one of the staff. */
export interface TrainingPerson {
  /** ID names the person in the whole programme. */
  id: string;
  /** Name, where it is wanted. */
  name?: string;
  /** Provider says that the person's charts are checked every quarter. */
  provider?: boolean;
  /** Roles the person holds or held. */
  roles: TrainingAssignment[];
}

/** TrainingPitfall is one of the five common pitfalls. */
export interface TrainingPitfall {
  id: TrainingPitfallID;
  /** Text says in our words what it is. */
  text: string;
  source: ReportableSource;
}

/** TrainingPitfallFinding says whether a programme is in a pitfall. */
export interface TrainingPitfallFinding extends TrainingPitfall {
  found: boolean;
  /** Details say where. */
  details?: TrainingGap[];
}

/** TrainingPitfallID names a common pitfall. */
export type TrainingPitfallID = "one_and_done" | "no_link_to_codes" | "missing_evidence" | "remuneration_silence" | "slow_response";

/** TrainingPlanRequest asks for the plan of a time. */
export interface TrainingPlanRequest {
  from: CivilDate;
  through: CivilDate;
}

/** TrainingPlanned is something that a programme has to do. */
export interface TrainingPlanned {
  /** Due is its last day. */
  due: CivilDate;
  task: TrainingTaskID;
  /** Of names whom or what it is for: a role, a provider, an incident, a module. */
  of?: string;
  text: string;
  /** Done says that the programme has a record of it. */
  done: boolean;
}

/** TrainingPolicy is a version of the policy that prohibits retaliation and says how concerns are reported. */
export interface TrainingPolicy {
  version: string;
  title: string;
  /** Date it came into force, Signed the day the owner signed it. */
  date: CivilDate;
  /** Date it came into force, Signed the day the owner signed it. */
  signed?: CivilDate;
  /** Pathways for reports: "private mailbox", "drop box". */
  pathways?: string[];
}

/** TrainingProcedure is a procedure that was changed. */
export interface TrainingProcedure {
  title: string;
  version: string;
  /** Change is the one change that resulted. */
  change: string;
  date: CivilDate;
  /** Signed is the day the owner signed it. */
  signed?: CivilDate;
}

/**
 * TrainingProgram is the staff training programme of a clinic with everything that was done in it. It is a record:
 * nothing in it is computed. Program.Check finds what contradicts itself, Program.SelfAudit says where it stands on
 * a day, and Program.Plan what is due when.
 */
export interface TrainingProgram {
  /** Clinic is the clinic's name. */
  clinic: string;
  /** Owner is the id of the person who owns the clinic and signs. */
  owner: string;
  /** Start is the first day of the programme. Nothing is due before. */
  start: CivilDate;
  /** Staff are all who work or worked there. */
  staff: TrainingPerson[];
  /** Maps are the versions of the Training Controls Map, the oldest first. */
  maps?: TrainingControlsMap[];
  /** Changes are changes of service lines; each asks for a new approval of the map. */
  changes?: TrainingServiceChange[];
  /** Modules that were delivered. */
  modules?: TrainingModule[];
  /** Incidents with their sprints. */
  incidents?: TrainingIncident[];
  /** Checks are competency checks: the quarterly ones, and the follow-up audits of sprints. */
  checks?: TrainingCompetencyCheck[];
  /** Policies are versions of the policy against retaliation. */
  policies?: TrainingPolicy[];
  /** Acknowledgments of the policy. */
  acknowledgments?: TrainingAcknowledgment[];
  /** Cases are the escalation log: concerns that were reported inside the clinic. */
  cases?: TrainingCase[];
  /** Bundles that were written, with the digests that are kept elsewhere. */
  bundles?: TrainingBundleRecord[];
  /** SpotChecks of bundles. */
  spotChecks?: TrainingSpotCheck[];
}

/**
 * TrainingProviderFrame are the encounters of a provider in a quarter, in an order that was fixed before the draw.
 */
export interface TrainingProviderFrame {
  provider: string;
  encounters: string[];
}

/** TrainingRateChange is Fisher's exact test of the two error rates. */
export interface TrainingRateChange {
  /** RateBefore and RateAfter, and the change, After less Before. */
  rateBefore: Decimal;
  /** RateBefore and RateAfter, and the change, After less Before. */
  rateAfter: Decimal;
  change: Decimal;
  /**
   * TwoSided is the probability, if training changed nothing, of a table no more probable than this one. Fewer is
   * that of no more errors after than these, More that of no fewer. The errors before and after together are taken
   * as given.
   */
  twoSided: Decimal;
  /**
   * TwoSided is the probability, if training changed nothing, of a table no more probable than this one. Fewer is
   * that of no more errors after than these, More that of no fewer. The errors before and after together are taken
   * as given.
   */
  fewer: Decimal;
  /**
   * TwoSided is the probability, if training changed nothing, of a table no more probable than this one. Fewer is
   * that of no more errors after than these, More that of no fewer. The errors before and after together are taken
   * as given.
   */
  more: Decimal;
  /** Significant says whether TwoSided is at most Metrics.Significance; decided on the exact fractions. */
  significant: boolean;
  /** Improved says whether the rate went down. */
  improved: boolean;
}

/**
 * TrainingReading is what the result of a check means beside the provider's training.
 *
 * "passed": ReadingPassed: every chart passed.
 *
 * "trained_and_failing": ReadingTrainedAndFailing: training did not change behaviour, so coach one to one.
 *
 * "not_trained": ReadingNotTrained: deliver what was missed first.
 */
export type TrainingReading = "passed" | "trained_and_failing" | "not_trained";

/** TrainingRefund is money that goes back to a payor. */
export interface TrainingRefund {
  /** Claim is its id. */
  claim: string;
  amount: Decimal;
  /** Identified is the day the overpayment was identified, Refunded the day it went back. */
  identified: CivilDate;
  /** Identified is the day the overpayment was identified, Refunded the day it went back. */
  refunded?: CivilDate;
  /** Proof of the refund: a reference to the receipt. */
  proof?: string;
}

/** TrainingRefund is money that goes back to a payor. */
export interface TrainingRefundInput {
  /** Claim is its id. */
  claim: string;
  amount: DecimalInput;
  /** Identified is the day the overpayment was identified, Refunded the day it went back. */
  identified: CivilDate;
  /** Identified is the day the overpayment was identified, Refunded the day it went back. */
  refunded?: CivilDate;
  /** Proof of the refund: a reference to the receipt. */
  proof?: string;
}

/** TrainingRefundTotals counts refunds against their 60 days. */
export interface TrainingRefundTotals {
  /**
   * InTime were refunded within 60 days, the 60th included; Late later; Open are not refunded and have time;
   * Overdue have none.
   */
  inTime: number;
  /**
   * InTime were refunded within 60 days, the 60th included; Late later; Open are not refunded and have time;
   * Overdue have none.
   */
  late: number;
  /**
   * InTime were refunded within 60 days, the 60th included; Late later; Open are not refunded and have time;
   * Overdue have none.
   */
  open: number;
  /**
   * InTime were refunded within 60 days, the 60th included; Late later; Open are not refunded and have time;
   * Overdue have none.
   */
  overdue: number;
  /** Refunded and Outstanding are dollars. */
  refunded: Decimal;
  /** Refunded and Outstanding are dollars. */
  outstanding: Decimal;
}

/** TrainingRemediation is a plan and its completion. */
export interface TrainingRemediation {
  plan: string;
  /** Date of the plan, Completed the day its completion was attested. */
  date: CivilDate;
  /** Date of the plan, Completed the day its completion was attested. */
  completed?: CivilDate;
}

/**
 * TrainingRole is what somebody does in a clinic. Each role has its own track of modules.
 *
 * "front_desk": FrontDesk registers patients and collects copays.
 *
 * "biller_coder": BillerCoder codes and bills.
 *
 * "clinician": Clinician treats and documents.
 *
 * "manager": Manager manages and supervises.
 */
export type TrainingRole = "front_desk" | "biller_coder" | "clinician" | "manager";

/** TrainingScript is a scenario in three steps. */
export interface TrainingScript {
  vignette: string;
  decision: string;
  artifact: string;
}

/** TrainingSelfAudit is the self-audit of a programme on a day. */
export interface TrainingSelfAudit {
  clinic: string;
  on: CivilDate;
  tasks: TrainingTaskFinding[];
  pitfalls: TrainingPitfallFinding[];
}

/** TrainingServiceChange is a change of service lines. */
export interface TrainingServiceChange {
  date: CivilDate;
  text: string;
}

/** TrainingSignOff is a person's signature under the procedure. */
export interface TrainingSignOff {
  person: string;
  date: CivilDate;
}

/** TrainingSpotCheck is a look at a bundle: was it there, and unchanged? */
export interface TrainingSpotCheck {
  date: CivilDate;
  /** Digest of the bundle that was looked at. */
  digest: string;
  /** Unchanged is what VerifyBundle said. */
  unchanged: boolean;
  /** Note says what was found and done, if it was not. */
  note?: string;
}

/** TrainingSprintClock is a sprint's 72 hours. */
export interface TrainingSprintClock {
  identified: Timestamp;
  /** Deadline is 72 hours of absolute time later, whatever clocks on walls do in between. */
  deadline: Timestamp;
  /** At is the moment the clock was looked at. What happened later is left aside. */
  at: Timestamp;
  /** State of the clock at that moment. */
  state: TrainingClockState;
  /** Deployed is when the last relevant role was reached; none while one is missing. */
  deployed?: Timestamp;
  /** Hours from identification to deployment, or to At while it is not complete. */
  hours: Decimal;
  /** HoursLate are those beyond 72. */
  hoursLate: Decimal;
  /** Missing are relevant roles that no module has reached. */
  missing?: TrainingRole[];
}

/** TrainingSprintFinding is where the sprint of an incident stands on a day. */
export interface TrainingSprintFinding {
  incident: string;
  topic: string;
  on: CivilDate;
  /** Authorities whose matters it touches, and what that means for the sprint. */
  authorities?: TrainingAuthority[];
  notes?: string[];
  clock: TrainingSprintClock;
  state: TrainingTaskState;
  steps: TrainingStep[];
}

/** TrainingStep is a step of a sprint. */
export interface TrainingStep {
  id: TrainingStepID;
  /** Text says what it demands, Source where that stands. */
  text: string;
  /** Text says what it demands, Source where that stands. */
  source: ReportableSource;
  state: TrainingTaskState;
  /** Due is its last day; none where the step has to wait for another one. */
  due?: CivilDate;
  missing?: TrainingGap[];
  /** Late is what was done after its last day: done, and late for good. */
  late?: TrainingGap[];
}

/**
 * TrainingStepID names a step of a sprint.
 *
 * "deploy": StepDeploy: a module reaches every relevant role.
 *
 * "procedure": StepProcedure: the procedure is changed and signed.
 *
 * "sign_off": StepSignOff: everybody in a relevant role signs off.
 *
 * "audit": StepAudit: charts of each provider are audited.
 *
 * "coaching": StepCoaching: who failed the audit is coached.
 *
 * "data": StepData: errors before and after are recorded.
 *
 * "learned": StepLearned: what was learned is made known.
 *
 * "refund": StepRefund: what was overpaid is refunded.
 */
export type TrainingStepID = "deploy" | "procedure" | "sign_off" | "audit" | "coaching" | "data" | "learned" | "refund";

/** TrainingTask is a task of the self-audit checklist. */
export interface TrainingTask {
  id: TrainingTaskID;
  /** Text says in our words what is to be done. */
  text: string;
  /**
   * Role is who is responsible, Frequency how often, Reference the CFR reference, all three as worded in the
   * source.
   */
  role: string;
  /**
   * Role is who is responsible, Frequency how often, Reference the CFR reference, all three as worded in the
   * source.
   */
  frequency: string;
  /**
   * Role is who is responsible, Frequency how often, Reference the CFR reference, all three as worded in the
   * source.
   */
  reference: string;
  /** Source of the task. */
  source: ReportableSource;
}

/** TrainingTaskFinding is where a task stands on a day. */
export interface TrainingTaskFinding extends TrainingTask {
  state: TrainingTaskState;
  /** Due is the last day of what is due or overdue; none where the task is done. */
  due?: CivilDate;
  /** Missing is what has to be done or found to make it done. */
  missing?: TrainingGap[];
  /** Lapses are what was missed or late within the last year and cannot be made good any more. */
  lapses?: TrainingGap[];
}

/** TrainingTaskID names a task of the self-audit. */
export type TrainingTaskID = "controls_map" | "monthly_modules" | "learning_sprint" | "competency_checks" | "mitigation_bundle" | "non_retaliation";

/**
 * TrainingTaskState says how a task or a step stands on a day.
 *
 * "done": Done: what was due is done and proved.
 *
 * "due": DueNow: it is to be done, and there is time.
 *
 * "overdue": Overdue: the time is over and it is not done.
 *
 * "evidence_missing": EvidenceMissing: it was done, but what would prove it is not there.
 */
export type TrainingTaskState = "done" | "due" | "overdue" | "evidence_missing";

/**
 * TrainingTrigger is how a potential violation came to light.
 *
 * "staff_report": StaffReport: somebody of the staff spotted a billing or documentation issue or an improper
 * waiver.
 *
 * "exception_queue": ExceptionQueue: the clinic's own exception queue flagged it.
 *
 * "beneficiary_complaint": BeneficiaryComplaint: a patient complained to a component of HHS.
 *
 * "payor_analytics": PayorAnalytics: a payor's analytics or audit found aberrant coding.
 *
 * "self_disclosure": SelfDisclosure: the clinic itself is disclosing conduct.
 */
export type TrainingTrigger = "staff_report" | "exception_queue" | "beneficiary_complaint" | "payor_analytics" | "self_disclosure";

export interface UnitsResult {
  units: SamplingRHCUnit[];
}

/** UpperLimitRequest asks for the one-sided limit of a size. */
export interface UpperLimitRequest extends SampleSizeAttributeLimit {
  size: number;
  level: DecimalInput;
}

/**
 * VariableAuxiliary is what VariableRatio, VariableRegression and VariableDifferenceEstimator have in common:
 * samples of pairs, and the known total of x. RAT-STATS has none of these estimators.
 */
export interface VariableAuxiliary extends AppraisalOptionsInput {
  /** Strata divide the universe; a single one is a simple random sample of all of it. */
  strata: VariablePairStratum[];
  /**
   * TotalX is the known total of x of the whole universe. It may be left out where every stratum states its own,
   * and separate estimators need those.
   */
  totalX?: DecimalInput;
  /** DegreesOfFreedom of the total; empty for the normal distribution. */
  degreesOfFreedom?: VariableDegreesOfFreedom;
  /** ZeroVarianceForSingle takes the variance of a single item out of more as zero; without it that is an error. */
  zeroVarianceForSingle?: boolean;
}

/** VariableAuxiliaryResult is an estimate of the total of y with the help of x. */
export interface VariableAuxiliaryResult extends AppraisalEstimate {
  /** Estimator is the design that the estimate came from. */
  estimator: VariableEstimator;
  /** Combination of the strata; empty for VariableDifferenceEstimator, where there is no difference. */
  combination?: VariableCombination;
  /** Universe and SampleSize are the units and the sampled items of all strata. */
  universe: number;
  /** Universe and SampleSize are the units and the sampled items of all strata. */
  sampleSize: number;
  /**
   * TotalX is the known total of x, EstimatedX what the sample alone would have said of it, and EstimatedY what it
   * says of y: the point estimate of VariableStratified.
   */
  totalX: Decimal;
  /**
   * TotalX is the known total of x, EstimatedX what the sample alone would have said of it, and EstimatedY what it
   * says of y: the point estimate of VariableStratified.
   */
  estimatedX: Decimal;
  /**
   * TotalX is the known total of x, EstimatedX what the sample alone would have said of it, and EstimatedY what it
   * says of y: the point estimate of VariableStratified.
   */
  estimatedY: Decimal;
  /** Coefficient is the ratio or slope that all strata share; none where they are separate. */
  coefficient?: Decimal;
  /** Strata are what the strata add, in their order. */
  strata: VariableAuxiliaryStratumSection[];
}

/** VariableAuxiliaryStratumSection is what one stratum adds to an estimate. */
export interface VariableAuxiliaryStratumSection {
  /** Name of the stratum as it was given. */
  name?: string;
  universe: number;
  sampleSize: number;
  /**
   * Sums are the exact sums of the pairs: with the universe and the known totals all that the figures follow from.
   */
  sums: AppraisalPairSums;
  /** MeanY and MeanX are those of the sample. */
  meanY: Decimal;
  /** MeanY and MeanX are those of the sample. */
  meanX: Decimal;
  /** Coefficient is the ratio or slope that was used in the stratum. */
  coefficient: Decimal;
  /**
   * TotalX is the known total of x in the stratum, PointEstimate the total of y that follows; none where it is not
   * known.
   */
  totalX?: Decimal;
  /**
   * TotalX is the known total of x in the stratum, PointEstimate the total of y that follows; none where it is not
   * known.
   */
  pointEstimate?: Decimal;
  /** StandardError is the stratum's share: the squares of all strata add up to that of the total. */
  standardError: Decimal;
}

/** VariableCluster is a sampled group of items, all of which were reviewed. */
export interface VariableCluster {
  /** Name of the cluster, for printouts. RAT-STATS keeps its first 25 characters. */
  name?: string;
  /** Items is the number of items in the cluster. It is printed, and no figure depends on it. */
  items?: number;
  /** Value is the sum of the values of all its items, in dollars. */
  value: Decimal;
}

/** VariableCluster is a sampled group of items, all of which were reviewed. */
export interface VariableClusterInput {
  /** Name of the cluster, for printouts. RAT-STATS keeps its first 25 characters. */
  name?: string;
  /** Items is the number of items in the cluster. It is printed, and no figure depends on it. */
  items?: number;
  /** Value is the sum of the values of all its items, in dollars. */
  value: DecimalInput;
}

/** VariableClusterStratum is a part of the universe from which a simple random sample of clusters was drawn. */
export interface VariableClusterStratum {
  /** Name of the stratum, for printouts. RAT-STATS keeps its first 25 characters. */
  name?: string;
  /** Universe is the number of clusters in the stratum. */
  universe: number;
  /** Clusters are those that were sampled. */
  clusters?: VariableCluster[];
  /**
   * Sums of the values of the clusters stand in for the clusters: their count is the number of clusters sampled.
   */
  sums?: AppraisalSums;
}

/** VariableClusterStratum is a part of the universe from which a simple random sample of clusters was drawn. */
export interface VariableClusterStratumInput {
  /** Name of the stratum, for printouts. RAT-STATS keeps its first 25 characters. */
  name?: string;
  /** Universe is the number of clusters in the stratum. */
  universe: number;
  /** Clusters are those that were sampled. */
  clusters?: VariableClusterInput[];
  /**
   * Sums of the values of the clusters stand in for the clusters: their count is the number of clusters sampled.
   */
  sums?: AppraisalSumsInput;
}

/**
 * VariableClusterStratumSection is the appraisal of one stratum: RAT-STATS prints its point estimate only. Its
 * intervals use the normal distribution, like those of all strata.
 */
export interface VariableClusterStratumSection extends AppraisalEstimate {
  /** Name of the stratum as it was given. */
  name?: string;
  /** Universe and SampleSize are the clusters in the stratum and those that were sampled. */
  universe: number;
  /** Universe and SampleSize are the clusters in the stratum and those that were sampled. */
  sampleSize: number;
  /** Reviewed are the items in the sampled clusters. */
  reviewed: number;
  /** Total is the exact sum of the values in the sampled clusters, Sums what the appraisal follows from. */
  total: Decimal;
  /** Total is the exact sum of the values in the sampled clusters, Sums what the appraisal follows from. */
  sums: AppraisalSums;
  /** Clusters as they were given. */
  clusters?: VariableCluster[];
}

/**
 * VariableCombination says whether strata share one ratio or slope.
 *
 * "combined": Combined, the default: one ratio or slope of all strata together. It needs the total of x of the
 * whole universe only, and its bias does not grow with the number of strata.
 *
 * "separate": Separate: each stratum has its own. It needs the total of x of each stratum and enough items in each,
 * and is the more precise where ratios or slopes really differ. Cochran, Sampling Techniques (1977), sec. 6.12,
 * 7.11.
 */
export type VariableCombination = "combined" | "separate";

/**
 * VariableDataFile says where the values stand in a data file of RAT-STATS: one sampled item a line, in the order
 * of the strata or units of the design. The file holds no key of a unit; its line numbers are not used.
 *
 * Source: RAT-STATS User's Guide 4-7, 4-8, 4-22, 4-25.
 */
export interface VariableDataFile {
  format: VariableFormat;
  /**
   * Columns of the format's values, counted from 1, in the order of its name. None means those behind a line number
   * in the first column.
   */
  columns?: number[];
  /**
   * Total is the number of columns of every line, at most 10; 0 means that the last value stands in the last
   * column.
   */
  total?: number;
}

/**
 * VariableDegreesOfFreedom says where the percentile of a total over several strata comes from.
 *
 * "": NormalDegrees, the default, takes the normal distribution, as RAT-STATS does for every stratified design.
 *
 * "strata": StrataDegrees takes Student's t with n-H degrees of freedom, n items in H strata, as R's survey and SAS
 * do. Strata that were examined completely count in neither: their variance is known to be zero. (R's survey counts
 * them.)
 *
 * "satterthwaite": SatterthwaiteDegrees takes Student's t with (sum v_h)² / sum(v_h²/(n_h-1)) degrees of freedom,
 * v_h the variance of the stratum's total; exact, not rounded to a whole number. Few degrees of freedom result
 * where one small sample has most of the variance. Source: Cochran, Sampling Techniques (1977), sec. 5.4;
 * Satterthwaite, Biometrics Bulletin 2 (1946), 110-114.
 */
export type VariableDegreesOfFreedom = "" | "strata" | "satterthwaite";

/**
 * VariableDifferenceEstimator estimates the total of y as what the sample says of y - x, plus the known total of x.
 * With x the amount paid and y the amount that should have been paid it is RAT-STATS' difference appraisal seen
 * from the other side: the known total paid less the estimated overpayment. It is unbiased, and so is its variance.
 *
 * Source: Cochran, Sampling Techniques (1977), sec. 7.2, 7.9 with b = 1.
 */
export interface VariableDifferenceEstimator extends VariableAuxiliary {
}

/** VariableEstimator says how x helped. */
export type VariableEstimator = "ratio" | "difference" | "regression";

/** VariableFormat is a data file format of RAT-STATS: which values stand behind the line number. */
export type VariableFormat = "examined" | "audited" | "difference" | "examined_audited" | "examined_difference" | "audited_difference";

/** VariableKind is the kind of value that is appraised. */
export type VariableKind = "examined" | "audited" | "difference";

/**
 * VariableMeasured is a simple random sample given by its size, mean and standard deviation, by its sums or by its
 * values: by one of the three.
 */
export interface VariableMeasured {
  /**
   * SampleSize, Mean and StandardDeviation (divisor n-1) are those that an earlier appraisal states. RAT-STATS'
   * printouts round the last two to two places.
   */
  sampleSize?: number;
  /**
   * SampleSize, Mean and StandardDeviation (divisor n-1) are those that an earlier appraisal states. RAT-STATS'
   * printouts round the last two to two places.
   */
  mean: Decimal;
  /**
   * SampleSize, Mean and StandardDeviation (divisor n-1) are those that an earlier appraisal states. RAT-STATS'
   * printouts round the last two to two places.
   */
  standardDeviation: Decimal;
  /** Sums of the values, as in a VariableSection: nothing is rounded in between. */
  sums?: AppraisalSums;
  /** Values of the sampled items. */
  values?: Decimal[];
}

/**
 * VariableMeasured is a simple random sample given by its size, mean and standard deviation, by its sums or by its
 * values: by one of the three.
 */
export interface VariableMeasuredInput {
  /**
   * SampleSize, Mean and StandardDeviation (divisor n-1) are those that an earlier appraisal states. RAT-STATS'
   * printouts round the last two to two places.
   */
  sampleSize?: number;
  /**
   * SampleSize, Mean and StandardDeviation (divisor n-1) are those that an earlier appraisal states. RAT-STATS'
   * printouts round the last two to two places.
   */
  mean?: DecimalInput;
  /**
   * SampleSize, Mean and StandardDeviation (divisor n-1) are those that an earlier appraisal states. RAT-STATS'
   * printouts round the last two to two places.
   */
  standardDeviation?: DecimalInput;
  /** Sums of the values, as in a VariableSection: nothing is rounded in between. */
  sums?: AppraisalSumsInput;
  /** Values of the sampled items. */
  values?: DecimalInput[];
}

/**
 * VariableMinimumSum is the minimum sum method: a lower limit of the total overpayment of a universe that holds
 * with at least the confidence of its level for every population, whatever the distribution of its overpayments and
 * the size of the sample. It takes a simple random sample without replacement, and the payment of every claim of
 * the universe.
 *
 * A claim is in error when at least the share c of its payment was overpaid: the whole of it for c = 1. The sample
 * gives an exact lower limit L of the number of claims in error, x of which were found. So L-x more are among the
 * claims that were not drawn, and at the least they are those with the smallest payments, overpaid by the share c
 * of them:
 *
 * 	lower limit = overpayments found + c * sum of the L-x smallest payments that were not drawn
 *
 * The limit assumes nothing but payments that are not negative, and a size of the sample and a share c that were
 * chosen before the sample was seen. It is near to the truth where payments are alike and claims are either correct
 * or in error by about the share c; it is valid, but low, where they are not. A claim that was paid too little has
 * an overpayment of zero: nothing is netted. A sample that was enlarged because of what was found in its first
 * part, such as a full sample that takes in its discovery sample, is another design: see Ignatova and Edwards,
 * "Probe samples and the minimum sum method for Medicare fraud investigations", Health Services & Outcomes Research
 * Methodology 8 (2008), 209-221.
 *
 * Source: Edwards, Ward-Besser, Lasecki, Parker, Wieduwilt, Wu and Moorhead, "The minimum sum method: a
 * distribution-free sampling procedure for Medicare fraud investigations", Health Services & Outcomes Research
 * Methodology 4 (2003), 241-263, for c = 1. Their limit adds the overpayments of claims in error only; here those
 * found below the share c are added as well, which are no less certain. Shares below 1 follow the same argument and
 * need not be what the paper does for partial overpayments.
 */
export interface VariableMinimumSum extends VariableSampleInput {
  /** Unsampled are the payments of all claims of the universe that were not drawn, in any order. */
  unsampled?: DecimalInput[];
  /** ErrorShare is c as a fraction, above 0 and up to 1; 0 stands for 1, claims completely in error. */
  errorShare?: DecimalInput;
  /**
   * OneSidedLevels are levels as fractions; none means 0.90 (CMS Medicare Program Integrity Manual, ch. 8,
   * 8.4.5.1).
   */
  oneSidedLevels?: DecimalInput[];
}

/** VariableMinimumSumLimit is the lower limit of one level. */
export interface VariableMinimumSumLimit {
  /** Level is the one-sided confidence level as a fraction. */
  level: Decimal;
  /** CountLimit is L, the lower limit of the number of claims in error in the universe. */
  countLimit: number;
  /**
   * SmallestPayments is the sum of the smallest payments not drawn, as many as CountLimit exceeds the claims found
   * in error.
   */
  smallestPayments: Decimal;
  /** LowerLimit of the total overpayment of the universe. */
  lowerLimit: Decimal;
}

/**
 * VariableMinimumSumResult holds lower limits with the figures they follow from, all of them exact sums of the
 * amounts given.
 */
export interface VariableMinimumSumResult {
  /** Universe and SampleSize are numbers of claims. */
  universe: number;
  /** Universe and SampleSize are numbers of claims. */
  sampleSize: number;
  /** ErrorShare is the share c that was used. */
  errorShare: Decimal;
  /** InError is x, the number of claims in the sample that are in error. */
  inError: number;
  /** Overpayment is the sum of all overpayments found, OverpaymentInError that of the claims in error. */
  overpayment: Decimal;
  /** Overpayment is the sum of all overpayments found, OverpaymentInError that of the claims in error. */
  overpaymentInError: Decimal;
  /** Limits are in the order of the levels asked for. */
  limits: VariableMinimumSumLimit[];
  /** Warnings are findings that are not errors. */
  warnings?: Warning[];
}

/**
 * VariablePPS estimates a total from a sample that was drawn with probability proportional to size, such as a
 * monetary unit sample, whose sizes are dollars paid. RAT-STATS has none but that of random groups (RHC).
 *
 * Large units are likely to be drawn, and count for less each: it pays where an overpayment is about proportional
 * to the amount paid. Units of size zero are never drawn, so what is wrong with them is not in the estimate.
 *
 * Source: Hansen and Hurwitz, Annals of Mathematical Statistics 14 (1943), 333-362; Horvitz and Thompson, Journal
 * of the American Statistical Association 47 (1952), 663-685; Cochran, Sampling Techniques (1977), sec. 9A.3, 9A.7.
 */
export interface VariablePPS extends AppraisalOptionsInput {
  /** TotalSize is the sum of the sizes of all units of the universe, in dollars for example. */
  totalSize: DecimalInput;
  /** Hits is the number of points or draws: sampling.PPS.Size. */
  hits: number;
  /** Selection is how they were drawn; empty for systematic. */
  selection?: VariableSelectionScheme;
  /** Units are all units that were hit, each once; their hits add up to Hits. */
  units: VariablePPSUnitInput[];
  /** ZeroVarianceForSingle takes the variance of a single hit as zero; without it one is an error. */
  zeroVarianceForSingle?: boolean;
}

/**
 * VariablePPSResult is an estimate from a sample proportional to size. Its intervals use Student's t with one
 * degree of freedom less than there are hits that count as a sample.
 */
export interface VariablePPSResult extends AppraisalEstimate {
  /** Selection is how the units were drawn. */
  selection: VariableSelectionScheme;
  /** Interval is TotalSize/Hits, rounded to 20 significant digits. */
  interval: Decimal;
  /** SampledHits are the hits that count as a sample: all but those of certain units. */
  sampledHits: number;
  /** SampledEstimate is the part of the point estimate that comes from them. */
  sampledEstimate: Decimal;
  /**
   * CertainUnits are units of at least the interval in a systematic sample. Each is hit at every start, so that
   * they are examined completely; CertainTotal is what was found in them, and CertainSize their size.
   */
  certainUnits: number;
  /**
   * CertainUnits are units of at least the interval in a systematic sample. Each is hit at every start, so that
   * they are examined completely; CertainTotal is what was found in them, and CertainSize their size.
   */
  certainTotal: Decimal;
  /**
   * CertainUnits are units of at least the interval in a systematic sample. Each is hit at every start, so that
   * they are examined completely; CertainTotal is what was found in them, and CertainSize their size.
   */
  certainSize: Decimal;
  /** Nonzero is the number of units whose value is not zero. */
  nonzero: number;
  /** MeanTainting is the mean of value/size over the sampled hits. */
  meanTainting: Decimal;
  /** Units are the units in the order given. */
  units: VariablePPSUnitSection[];
}

/** VariablePPSUnit is a unit that was hit. */
export interface VariablePPSUnit {
  /** Name of the unit, for errors; units are numbered from 1 in any case. */
  name?: string;
  /** Size that it was drawn by, above zero. */
  size: Decimal;
  /** Value found, such as the overpayment. It may be negative or above the size. */
  value: Decimal;
  /** Hits is how often it was hit; 0 means once. */
  hits?: number;
}

/** VariablePPSUnit is a unit that was hit. */
export interface VariablePPSUnitInput {
  /** Name of the unit, for errors; units are numbered from 1 in any case. */
  name?: string;
  /** Size that it was drawn by, above zero. */
  size: DecimalInput;
  /** Value found, such as the overpayment. It may be negative or above the size. */
  value: DecimalInput;
  /** Hits is how often it was hit; 0 means once. */
  hits?: number;
}

/** VariablePPSUnitSection is what one unit says. */
export interface VariablePPSUnitSection extends VariablePPSUnit {
  /** Certain says that it is a census of its own. */
  certain: boolean;
  /** Tainting is value/size: the share of the unit that is wrong. */
  tainting: Decimal;
  /**
   * Projection is what it adds to the point estimate: hits * tainting * interval, or its value where it is certain.
   */
  projection: Decimal;
}

/** VariablePairStratum is a part of the universe from which a simple random sample of its own was drawn. */
export interface VariablePairStratum extends VariablePairs {
  /** Name of the stratum; strata are numbered from 1 in any case. */
  name?: string;
  /** Universe is the number of units in the stratum. */
  universe: number;
  /** TotalX is the known total of x of all units in the stratum: see Auxiliary.TotalX. */
  totalX?: DecimalInput;
}

/**
 * VariablePairs are two values of every sampled item, at the same place of both lists: y, whose total is wanted,
 * and x, whose total is known for the whole universe. Typically x is the amount paid and y the overpayment, or what
 * should have been paid.
 */
export interface VariablePairs {
  y?: DecimalInput[];
  x?: DecimalInput[];
  /** PairSums stand in for the values. */
  pairSums?: AppraisalPairSumsInput;
}

/**
 * VariablePostStratified is RAT-STATS' "Variable Appraisals > Post Stratification": one simple random sample of a
 * universe whose items were told apart by strata after they had been drawn. The number of items of each stratum in
 * the universe has to be known.
 *
 * The variance is that over all samples, in which the size of each stratum's sample is a matter of chance.
 * VariableStratified gives, for the same strata, the variance for the sizes that came about.
 *
 * Source: RAT-STATS Companion Manual 3-91 to 3-98, User's Guide 4-143 to 4-160; Cochran (1977), sec. 5A.9.
 */
export interface VariablePostStratified extends AppraisalOptions {
  /** Strata divide the universe; their samples, put together, are the one sample that was drawn. */
  strata: VariableStratum[];
  /**
   * ZeroVarianceForSingle takes the variance of a stratum with a single sampled item as zero; without it such a
   * stratum is an error unless that item is all of it.
   */
  zeroVarianceForSingle?: boolean;
}

/**
 * VariablePostStratified is RAT-STATS' "Variable Appraisals > Post Stratification": one simple random sample of a
 * universe whose items were told apart by strata after they had been drawn. The number of items of each stratum in
 * the universe has to be known.
 *
 * The variance is that over all samples, in which the size of each stratum's sample is a matter of chance.
 * VariableStratified gives, for the same strata, the variance for the sizes that came about.
 *
 * Source: RAT-STATS Companion Manual 3-91 to 3-98, User's Guide 4-143 to 4-160; Cochran (1977), sec. 5A.9.
 */
export interface VariablePostStratifiedInput extends AppraisalOptionsInput {
  /** Strata divide the universe; their samples, put together, are the one sample that was drawn. */
  strata: VariableStratumInput[];
  /**
   * ZeroVarianceForSingle takes the variance of a stratum with a single sampled item as zero; without it such a
   * stratum is an error unless that item is all of it.
   */
  zeroVarianceForSingle?: boolean;
}

/**
 * VariablePostStratifiedResult is the appraisal of a post-stratified sample: that of the difference, or of the only
 * kind of value there is. Where the sample has two kinds, the others stand beside it.
 */
export interface VariablePostStratifiedResult extends VariablePostStratifiedSection {
  /** ExaminedSection and AuditedSection are there when the sample has such values besides the difference. */
  examinedSection?: VariablePostStratifiedSection;
  /** ExaminedSection and AuditedSection are there when the sample has such values besides the difference. */
  auditedSection?: VariablePostStratifiedSection;
}

/**
 * VariablePostStratifiedSection is the appraisal of one kind of value. The embedded estimate is of the total of all
 * strata; its intervals use the normal distribution.
 */
export interface VariablePostStratifiedSection extends AppraisalEstimate {
  /** Kind is the kind of value appraised. */
  kind: VariableKind;
  /** Universe, SampleSize, Nonzero and Total are those of the strata, added up. */
  universe: number;
  /** Universe, SampleSize, Nonzero and Total are those of the strata, added up. */
  sampleSize: number;
  /** Universe, SampleSize, Nonzero and Total are those of the strata, added up. */
  nonzero: number;
  /** Universe, SampleSize, Nonzero and Total are those of the strata, added up. */
  total: Decimal;
  /** Strata are the appraisals of the strata, in their order. */
  strata: VariablePostStratumSection[];
}

/**
 * VariablePostStratumSection is the appraisal of one stratum. The embedded estimate is of its total; its intervals
 * use the normal distribution.
 */
export interface VariablePostStratumSection extends AppraisalEstimate {
  /** Name of the stratum as it was given. */
  name?: string;
  /** Universe is the number of items in the stratum. */
  universe: number;
  /** SampleSize and Nonzero are the sampled items of the stratum and those of them that are not zero. */
  sampleSize: number;
  /** SampleSize and Nonzero are the sampled items of the stratum and those of them that are not zero. */
  nonzero: number;
  /** Sums are the exact sums of the values, Total the first of them. */
  sums: AppraisalSums;
  /** Sums are the exact sums of the values, Total the first of them. */
  total: Decimal;
  /** Mean and StandardDeviation (divisor n_i - 1) of the values. */
  mean: Decimal;
  /** Mean and StandardDeviation (divisor n_i - 1) of the values. */
  standardDeviation: Decimal;
}

/**
 * VariableRHCPrimarySection is the appraisal of one primary unit. Its point estimate is that of the unit itself.
 */
export interface VariableRHCPrimarySection extends RHCPrimary {
  /** Total and Nonzero are those of its samples. */
  total: Decimal;
  /** Total and Nonzero are those of its samples. */
  nonzero: number;
  /** Units are the appraisals of its secondary units, in their order. */
  units: VariableRHCUnitSection[];
}

/**
 * VariableRHCPrimaryUnit is a primary unit that was drawn from a random group by SamplingRHC, with the secondary
 * units that were drawn in it in the same way. The number of its sub-units is that of all its secondary units:
 * those in the groups of the sampled ones.
 */
export interface VariableRHCPrimaryUnit extends SamplingRHCRow {
  /**
   * Units are the sampled secondary units, one of each group. Their sizes need not be of the same measure as that
   * of the primary unit, but see VariableRHCThreeStage.SizesOfGroups.
   */
  units: VariableRHCUnit[];
}

/**
 * VariableRHCPrimaryUnit is a primary unit that was drawn from a random group by SamplingRHC, with the secondary
 * units that were drawn in it in the same way. The number of its sub-units is that of all its secondary units:
 * those in the groups of the sampled ones.
 */
export interface VariableRHCPrimaryUnitInput extends SamplingRHCRowInput {
  /**
   * Units are the sampled secondary units, one of each group. Their sizes need not be of the same measure as that
   * of the primary unit, but see VariableRHCThreeStage.SizesOfGroups.
   */
  units: VariableRHCUnitInput[];
}

/**
 * VariableRHCThreeStage is RAT-STATS' "Variable Appraisals > RHC Three Stage": primary units drawn from random
 * groups with probability proportional to size, secondary units drawn in the same way inside of them, and a simple
 * random sample of the items in these.
 *
 * Source: RAT-STATS Companion Manual 3-48 to 3-76, User's Guide 4-98 to 4-121; the paper named at
 * VariableRHCTwoStage.
 */
export interface VariableRHCThreeStage extends AppraisalOptions {
  /** Units are the sampled primary units, one of each group. */
  units: VariableRHCPrimaryUnit[];
  /**
   * SizesOfGroups holds the sizes of secondary units against the sum of their groups' sizes, as Rao, Hartley and
   * Cochran (1962) have it. RAT-STATS holds them against the size on the line of the primary unit, which gives
   * another variance where the groups do not add up to it, one that is not unbiased. The point estimate is the
   * same.
   */
  sizesOfGroups?: boolean;
  /** UnitFile names where the units come from; it is printed and changes nothing. */
  unitFile?: string;
  /** ZeroVarianceForSingle is that of VariableRHCTwoStage, also for a single secondary unit. */
  zeroVarianceForSingle?: boolean;
}

/**
 * VariableRHCThreeStage is RAT-STATS' "Variable Appraisals > RHC Three Stage": primary units drawn from random
 * groups with probability proportional to size, secondary units drawn in the same way inside of them, and a simple
 * random sample of the items in these.
 *
 * Source: RAT-STATS Companion Manual 3-48 to 3-76, User's Guide 4-98 to 4-121; the paper named at
 * VariableRHCTwoStage.
 */
export interface VariableRHCThreeStageInput extends AppraisalOptionsInput {
  /** Units are the sampled primary units, one of each group. */
  units: VariableRHCPrimaryUnitInput[];
  /**
   * SizesOfGroups holds the sizes of secondary units against the sum of their groups' sizes, as Rao, Hartley and
   * Cochran (1962) have it. RAT-STATS holds them against the size on the line of the primary unit, which gives
   * another variance where the groups do not add up to it, one that is not unbiased. The point estimate is the
   * same.
   */
  sizesOfGroups?: boolean;
  /** UnitFile names where the units come from; it is printed and changes nothing. */
  unitFile?: string;
  /** ZeroVarianceForSingle is that of VariableRHCTwoStage, also for a single secondary unit. */
  zeroVarianceForSingle?: boolean;
}

/**
 * VariableRHCThreeStageResult is the appraisal of an RHC sample of three stages: that of the difference, or of the
 * only kind of value there is. Where the samples have two kinds, the others stand beside it.
 */
export interface VariableRHCThreeStageResult extends VariableRHCThreeStageSection {
  /** ExaminedSection and AuditedSection are there when the samples have such values besides the difference. */
  examinedSection?: VariableRHCThreeStageSection;
  /** ExaminedSection and AuditedSection are there when the samples have such values besides the difference. */
  auditedSection?: VariableRHCThreeStageSection;
  /** UnitFile is that of the design. */
  unitFile?: string;
}

/**
 * VariableRHCThreeStageSection is the appraisal of one kind of value. The embedded estimate is of the total of the
 * population; its intervals use the normal distribution, as RAT-STATS has it.
 */
export interface VariableRHCThreeStageSection extends AppraisalEstimate, RHCThreeStage {
  /** Kind is the kind of value appraised. */
  kind: VariableKind;
  /** Total and Nonzero are those of all samples. */
  total: Decimal;
  /** Total and Nonzero are those of all samples. */
  nonzero: number;
  /** Units are the appraisals of the primary units, in their order. */
  units: VariableRHCPrimarySection[];
}

/**
 * VariableRHCTwoStage is RAT-STATS' "Variable Appraisals > RHC Two Stage": one primary unit of each of several
 * random groups, drawn with probability proportional to size, and a simple random sample of the secondary units in
 * it.
 *
 * Source: RAT-STATS Companion Manual 3-35 to 3-47, User's Guide 4-76 to 4-97; J. N. K. Rao, H. O. Hartley and W. G.
 * Cochran, "On a Simple Procedure of Unequal Probability Sampling without Replacement", Journal of the Royal
 * Statistical Society B 24 (1962), 482-491; Cochran, Sampling Techniques (1977), sec. 9A.9.
 */
export interface VariableRHCTwoStage extends AppraisalOptions {
  /** Units are the sampled primary units, one of each group. */
  units: VariableRHCUnit[];
  /** UnitFile names where the units come from; it is printed and changes nothing. */
  unitFile?: string;
  /**
   * ZeroVarianceForSingle takes the variance among the items of a unit with a single sampled one as zero, and that
   * among primary units where there is a single group. Without it they are an error unless nothing else could be
   * drawn.
   */
  zeroVarianceForSingle?: boolean;
}

/**
 * VariableRHCTwoStage is RAT-STATS' "Variable Appraisals > RHC Two Stage": one primary unit of each of several
 * random groups, drawn with probability proportional to size, and a simple random sample of the secondary units in
 * it.
 *
 * Source: RAT-STATS Companion Manual 3-35 to 3-47, User's Guide 4-76 to 4-97; J. N. K. Rao, H. O. Hartley and W. G.
 * Cochran, "On a Simple Procedure of Unequal Probability Sampling without Replacement", Journal of the Royal
 * Statistical Society B 24 (1962), 482-491; Cochran, Sampling Techniques (1977), sec. 9A.9.
 */
export interface VariableRHCTwoStageInput extends AppraisalOptionsInput {
  /** Units are the sampled primary units, one of each group. */
  units: VariableRHCUnitInput[];
  /** UnitFile names where the units come from; it is printed and changes nothing. */
  unitFile?: string;
  /**
   * ZeroVarianceForSingle takes the variance among the items of a unit with a single sampled one as zero, and that
   * among primary units where there is a single group. Without it they are an error unless nothing else could be
   * drawn.
   */
  zeroVarianceForSingle?: boolean;
}

/**
 * VariableRHCTwoStageResult is the appraisal of an RHC sample of two stages: that of the difference, or of the only
 * kind of value there is. Where the samples have two kinds, the others stand beside it.
 */
export interface VariableRHCTwoStageResult extends VariableRHCTwoStageSection {
  /** ExaminedSection and AuditedSection are there when the samples have such values besides the difference. */
  examinedSection?: VariableRHCTwoStageSection;
  /** ExaminedSection and AuditedSection are there when the samples have such values besides the difference. */
  auditedSection?: VariableRHCTwoStageSection;
  /** UnitFile is that of the design. */
  unitFile?: string;
}

/**
 * VariableRHCTwoStageSection is the appraisal of one kind of value. The embedded estimate is of the total of the
 * population; its intervals use the normal distribution, as RAT-STATS has it.
 */
export interface VariableRHCTwoStageSection extends AppraisalEstimate, RHCTwoStage {
  /** Kind is the kind of value appraised. */
  kind: VariableKind;
  /** Total and Nonzero are those of all samples. */
  total: Decimal;
  /** Total and Nonzero are those of all samples. */
  nonzero: number;
  /** Units are the appraisals of the units, in their order. */
  units: VariableRHCUnitSection[];
}

/**
 * VariableRHCUnit is a unit that was drawn from a random group by SamplingRHC, with the simple random sample of the
 * items in it. The row is that of the selection's summary; where that was made with 1 for a number of sub-units not
 * known yet, the true one has to be put in. A name is optional.
 */
export interface VariableRHCUnit extends SamplingRHCRow, VariableSample {
}

/**
 * VariableRHCUnit is a unit that was drawn from a random group by SamplingRHC, with the simple random sample of the
 * items in it. The row is that of the selection's summary; where that was made with 1 for a number of sub-units not
 * known yet, the true one has to be put in. A name is optional.
 */
export interface VariableRHCUnitInput extends SamplingRHCRowInput, VariableSampleInput {
}

/**
 * VariableRHCUnitSection is the appraisal of one unit. Its point estimate is that of the total of its group, not of
 * the unit.
 */
export interface VariableRHCUnitSection extends RHCUnit {
  /** Total is the exact sum of the values of the sampled items, Nonzero the number of them that are not zero. */
  total: Decimal;
  /** Total is the exact sum of the values of the sampled items, Nonzero the number of them that are not zero. */
  nonzero: number;
}

/**
 * VariableRatio estimates the total of y as the ratio of y to x in the sample, times the known total of x.
 *
 * It pays where y is about proportional to x. The estimate has a bias of the order 1/n, and its variance is that of
 * a large sample.
 *
 * Source: Cochran, Sampling Techniques (1977), sec. 6.2 to 6.4, 6.10 (separate), 6.11 (combined).
 */
export interface VariableRatio extends VariableAuxiliary {
  /** Combination of the strata; empty for combined. */
  combination?: VariableCombination;
  /**
   * SampleX divides by the sample's own estimate of the total of x where the variance of the ratio is worked out,
   * as R's survey and SAS do: the variance is multiplied by (known / estimated total of x)². Without it the known
   * total serves there, too, so that both cancel. Cochran (1977), sec. 6.4, has both.
   */
  sampleX?: boolean;
}

/**
 * VariableRegression estimates the total of y along a line of y on x through the means of the sample, at the known
 * mean of x.
 *
 * With a slope that was fixed before the sample was seen it is unbiased, and so is its variance. With the slope of
 * the sample it has a bias of the order 1/n, and its variance is that of a large sample.
 *
 * Source: Cochran, Sampling Techniques (1977), sec. 7.2 (fixed slope), 7.3, 7.4 (slope of the sample), 7.9, 7.10
 * (strata).
 */
export interface VariableRegression extends VariableAuxiliary {
  /** Slope that was fixed beforehand; none takes that of the sample by least squares. */
  slope?: DecimalInput;
  /**
   * Combination of the strata; empty for combined. With a fixed slope both are the same, but for the totals of x
   * they need.
   */
  combination?: VariableCombination;
}

/**
 * VariableSample holds the values of the sampled items in one of RAT-STATS' six data formats: one kind of value, or
 * two of the three, from which the third follows (difference = examined - audited). An item stands at the same
 * place in both lists. A kind may be given as AppraisalSums instead of values; nothing is derived from sums, so
 * with them give every kind that is to be appraised.
 *
 * Source: RAT-STATS User's Guide 4-7, 4-8; Companion Manual 3-2.
 */
export interface VariableSample {
  /** Examined are the amounts as paid, in dollars. */
  examined?: Decimal[];
  /** Audited are the amounts as they should have been paid. */
  audited?: Decimal[];
  /** Difference is examined minus audited: positive for an overpayment. */
  difference?: Decimal[];
  /** ExaminedSums, AuditedSums and DifferenceSums stand in for the values. */
  examinedSums?: AppraisalSums;
  /** ExaminedSums, AuditedSums and DifferenceSums stand in for the values. */
  auditedSums?: AppraisalSums;
  /** ExaminedSums, AuditedSums and DifferenceSums stand in for the values. */
  differenceSums?: AppraisalSums;
}

/**
 * VariableSample holds the values of the sampled items in one of RAT-STATS' six data formats: one kind of value, or
 * two of the three, from which the third follows (difference = examined - audited). An item stands at the same
 * place in both lists. A kind may be given as AppraisalSums instead of values; nothing is derived from sums, so
 * with them give every kind that is to be appraised.
 *
 * Source: RAT-STATS User's Guide 4-7, 4-8; Companion Manual 3-2.
 */
export interface VariableSampleInput {
  /** Examined are the amounts as paid, in dollars. */
  examined?: DecimalInput[];
  /** Audited are the amounts as they should have been paid. */
  audited?: DecimalInput[];
  /** Difference is examined minus audited: positive for an overpayment. */
  difference?: DecimalInput[];
  /** ExaminedSums, AuditedSums and DifferenceSums stand in for the values. */
  examinedSums?: AppraisalSumsInput;
  /** ExaminedSums, AuditedSums and DifferenceSums stand in for the values. */
  auditedSums?: AppraisalSumsInput;
  /** ExaminedSums, AuditedSums and DifferenceSums stand in for the values. */
  differenceSums?: AppraisalSumsInput;
}

/**
 * VariableSampledUnit is a unit of which a simple random sample of items was drawn: a primary unit of a two-stage
 * sample, a secondary unit of a three-stage one.
 */
export interface VariableSampledUnit extends VariableSample {
  /** Name of the unit, for printouts; units are numbered from 1 in any case. */
  name?: string;
  /** Universe is the number of items in the unit. */
  universe: number;
}

/**
 * VariableSampledUnit is a unit of which a simple random sample of items was drawn: a primary unit of a two-stage
 * sample, a secondary unit of a three-stage one.
 */
export interface VariableSampledUnitInput extends VariableSampleInput {
  /** Name of the unit, for printouts; units are numbered from 1 in any case. */
  name?: string;
  /** Universe is the number of items in the unit. */
  universe: number;
}

/**
 * VariableSection is the appraisal of one kind of value. The embedded estimate is of the universe's total; its
 * intervals use Student's t with SampleSize-1 degrees of freedom.
 */
export interface VariableSection extends AppraisalEstimate {
  /** Kind is the kind of value appraised. */
  kind: VariableKind;
  /** Universe is the number of units in the universe. */
  universe: number;
  /** SampleSize is the number of items in the sample. */
  sampleSize: number;
  /** Nonzero is the number of items whose value is not zero. */
  nonzero: number;
  /** Sums are the exact sums of the values: with the universe and the levels all that the section follows from. */
  sums: AppraisalSums;
  /** Total is the exact sum of the values in the sample. */
  total: Decimal;
  /** Mean of the values. */
  mean: Decimal;
  /** StandardDeviation of the values, divisor n-1. */
  standardDeviation: Decimal;
  /** Skewness is b3/b2^(3/2) with bk = sum((x-mean)^k)/n; none where all values are equal. */
  skewness?: Decimal;
  /** Kurtosis is b4/b2^2, 3 for a normal distribution; none where all values are equal. */
  kurtosis?: Decimal;
  /** StandardErrorMean is the standard error of the mean, with the finite population correction. */
  standardErrorMean: Decimal;
}

/**
 * VariableSelectionScheme is how units were drawn with probability proportional to size.
 *
 * "systematic": Systematic, the default: points one interval apart from a random start, as sampling.PPS draws them.
 *
 * "with_replacement": WithReplacement: independent draws, each of one unit with probability proportional to size.
 */
export type VariableSelectionScheme = "systematic" | "with_replacement";

/**
 * VariableStratified is RAT-STATS' "Variable Appraisals > Stratified": a simple random sample of each stratum of
 * the universe.
 *
 * Source: RAT-STATS Companion Manual 3-8 to 3-16, User's Guide 4-19 to 4-36; Cochran, Sampling Techniques (1977),
 * ch. 5.
 */
export interface VariableStratified extends AppraisalOptions {
  /** Strata divide the universe: every unit is in one of them. */
  strata: VariableStratum[];
  /** DegreesOfFreedom of the total of all strata; empty for the normal distribution, which is RAT-STATS' rule. */
  degreesOfFreedom?: VariableDegreesOfFreedom;
  /**
   * ZeroVarianceForSingle takes the variance of a stratum with a single sampled item as zero, as OIG's 2016
   * challenge for a successor of RAT-STATS did; without it such a stratum is an error unless that item is all of
   * it.
   */
  zeroVarianceForSingle?: boolean;
}

/**
 * VariableStratifiedCluster is RAT-STATS' "Variable Appraisals > Stratified Cluster": a simple random sample of
 * clusters of each stratum, with all items of a sampled cluster reviewed. A cluster counts as one unit, by the
 * total of its items.
 *
 * Source: RAT-STATS Companion Manual 3-77 to 3-81, User's Guide 4-122 to 4-135; Cochran (1977), sec. 9A.1.
 */
export interface VariableStratifiedCluster extends AppraisalOptions {
  /** Strata divide the universe: every cluster is in one of them. */
  strata: VariableClusterStratum[];
  /**
   * ZeroVarianceForSingle takes the variance of a stratum with a single sampled cluster as zero; without it such a
   * stratum is an error unless that cluster is all of it.
   */
  zeroVarianceForSingle?: boolean;
}

/**
 * VariableStratifiedCluster is RAT-STATS' "Variable Appraisals > Stratified Cluster": a simple random sample of
 * clusters of each stratum, with all items of a sampled cluster reviewed. A cluster counts as one unit, by the
 * total of its items.
 *
 * Source: RAT-STATS Companion Manual 3-77 to 3-81, User's Guide 4-122 to 4-135; Cochran (1977), sec. 9A.1.
 */
export interface VariableStratifiedClusterInput extends AppraisalOptionsInput {
  /** Strata divide the universe: every cluster is in one of them. */
  strata: VariableClusterStratumInput[];
  /**
   * ZeroVarianceForSingle takes the variance of a stratum with a single sampled cluster as zero; without it such a
   * stratum is an error unless that cluster is all of it.
   */
  zeroVarianceForSingle?: boolean;
}

/**
 * VariableStratifiedClusterResult is the appraisal of a stratified sample of clusters. The embedded estimate is of
 * the total of all strata; its intervals use the normal distribution.
 */
export interface VariableStratifiedClusterResult extends AppraisalEstimate {
  /** Universe, SampleSize, Reviewed and Total are those of the strata, added up. */
  universe: number;
  /** Universe, SampleSize, Reviewed and Total are those of the strata, added up. */
  sampleSize: number;
  /** Universe, SampleSize, Reviewed and Total are those of the strata, added up. */
  reviewed: number;
  /** Universe, SampleSize, Reviewed and Total are those of the strata, added up. */
  total: Decimal;
  /** Strata are the appraisals of the strata, in their order. */
  strata: VariableClusterStratumSection[];
}

/**
 * VariableStratified is RAT-STATS' "Variable Appraisals > Stratified": a simple random sample of each stratum of
 * the universe.
 *
 * Source: RAT-STATS Companion Manual 3-8 to 3-16, User's Guide 4-19 to 4-36; Cochran, Sampling Techniques (1977),
 * ch. 5.
 */
export interface VariableStratifiedInput extends AppraisalOptionsInput {
  /** Strata divide the universe: every unit is in one of them. */
  strata: VariableStratumInput[];
  /** DegreesOfFreedom of the total of all strata; empty for the normal distribution, which is RAT-STATS' rule. */
  degreesOfFreedom?: VariableDegreesOfFreedom;
  /**
   * ZeroVarianceForSingle takes the variance of a stratum with a single sampled item as zero, as OIG's 2016
   * challenge for a successor of RAT-STATS did; without it such a stratum is an error unless that item is all of
   * it.
   */
  zeroVarianceForSingle?: boolean;
}

/**
 * VariableStratifiedMultistage is RAT-STATS' "Variable Appraisals > Stratified Multistage": it adds up the strata
 * of a universe that were appraised one by one, with any design, such as two or three stages.
 *
 * RAT-STATS' users type in figures that were rounded to dollars; the figures of our own results may be taken as
 * they are.
 *
 * Source: RAT-STATS Companion Manual 3-82 to 3-90, User's Guide 4-136 to 4-142.
 */
export interface VariableStratifiedMultistage extends AppraisalOptions {
  /** Strata divide the universe and were sampled independently of each other. */
  strata: VariableStratumTotal[];
}

/**
 * VariableStratifiedMultistage is RAT-STATS' "Variable Appraisals > Stratified Multistage": it adds up the strata
 * of a universe that were appraised one by one, with any design, such as two or three stages.
 *
 * RAT-STATS' users type in figures that were rounded to dollars; the figures of our own results may be taken as
 * they are.
 *
 * Source: RAT-STATS Companion Manual 3-82 to 3-90, User's Guide 4-136 to 4-142.
 */
export interface VariableStratifiedMultistageInput extends AppraisalOptionsInput {
  /** Strata divide the universe and were sampled independently of each other. */
  strata: VariableStratumTotalInput[];
}

/**
 * VariableStratifiedMultistageResult is the appraisal of the total of all strata; its intervals use the normal
 * distribution.
 */
export interface VariableStratifiedMultistageResult extends AppraisalEstimate {
  /** Strata as they were given. */
  strata: VariableStratumTotal[];
}

/**
 * VariableStratifiedResult is the appraisal of a stratified sample: that of the difference, or of the only kind of
 * value there is. Where the samples have two kinds, the others stand beside it.
 */
export interface VariableStratifiedResult extends VariableStratifiedSection {
  /** ExaminedSection and AuditedSection are there when the samples have such values besides the difference. */
  examinedSection?: VariableStratifiedSection;
  /** ExaminedSection and AuditedSection are there when the samples have such values besides the difference. */
  auditedSection?: VariableStratifiedSection;
}

/**
 * VariableStratifiedSection is the appraisal of one kind of value. The embedded estimate is of the total of all
 * strata; its intervals use the normal distribution, as RAT-STATS has it, unless VariableDegreesOfFreedom were
 * asked for.
 */
export interface VariableStratifiedSection extends AppraisalEstimate {
  /** Kind is the kind of value appraised. */
  kind: VariableKind;
  /**
   * Universe, SampleSize and Nonzero are the units, the sampled items and those of them that are not zero, of all
   * strata.
   */
  universe: number;
  /**
   * Universe, SampleSize and Nonzero are the units, the sampled items and those of them that are not zero, of all
   * strata.
   */
  sampleSize: number;
  /**
   * Universe, SampleSize and Nonzero are the units, the sampled items and those of them that are not zero, of all
   * strata.
   */
  nonzero: number;
  /** Total is the exact sum of the values in all samples. */
  total: Decimal;
  /** Strata are the appraisals of the strata, in their order. */
  strata: VariableStratumSection[];
}

/** VariableStratum is a part of the universe from which a simple random sample of its own was drawn. */
export interface VariableStratum extends VariableSample {
  /** Name of the stratum, for printouts; strata are numbered from 1 in any case. */
  name?: string;
  /** Universe is the number of units in the stratum. */
  universe: number;
}

/** VariableStratum is a part of the universe from which a simple random sample of its own was drawn. */
export interface VariableStratumInput extends VariableSampleInput {
  /** Name of the stratum, for printouts; strata are numbered from 1 in any case. */
  name?: string;
  /** Universe is the number of units in the stratum. */
  universe: number;
}

/**
 * VariableStratumSection is the appraisal of one stratum; its intervals use Student's t with SampleSize-1 degrees
 * of freedom.
 */
export interface VariableStratumSection extends VariableSection {
  /** Name of the stratum as it was given. */
  name?: string;
}

/** VariableStratumTotal is what an earlier appraisal says of a stratum. */
export interface VariableStratumTotal {
  /** Name of the stratum; RAT-STATS has none. */
  name?: string;
  /** PointEstimate of the total of the stratum (not of its mean), in dollars. */
  pointEstimate: Decimal;
  /** StandardError of that estimate. */
  standardError: Decimal;
}

/** VariableStratumTotal is what an earlier appraisal says of a stratum. */
export interface VariableStratumTotalInput {
  /** Name of the stratum; RAT-STATS has none. */
  name?: string;
  /** PointEstimate of the total of the stratum (not of its mean), in dollars. */
  pointEstimate: DecimalInput;
  /** StandardError of that estimate. */
  standardError: DecimalInput;
}

/**
 * VariableStringerBound bounds the total of a monetary unit sample from above, as auditors do where few units are
 * wrong or none, so that a standard error says little. Every tainting (value/size) has to be from 0 to 1: an
 * overpayment of no more than was paid.
 *
 * That the bound holds with at least its confidence has been found in the populations tried, but is proven for
 * large samples only. It is often far above the total. Negative values (underpayments) have no place in it.
 *
 * Source: Stringer, "Practical Aspects of Statistical Sampling in Auditing", Proceedings of the Business and
 * Economic Statistics Section, American Statistical Association (1963), 405-411; Bickel, "Inference and Auditing:
 * The Stringer Bound", International Statistical Review 60 (1992), 197-209.
 */
export interface VariableStringerBound extends VariablePPS {
}

/** VariableStringerLimit is an upper limit of a total. */
export interface VariableStringerLimit {
  /** Level is its one-sided confidence. */
  level: Decimal;
  /** UpperLimit of the total. */
  upperLimit: Decimal;
  /** BasicPrecision is what it would be above the certain units if no tainting had been found. */
  basicPrecision: Decimal;
}

/** VariableStringerResult holds the bounds of a total. */
export interface VariableStringerResult {
  /** Bounds are in the order of the levels. */
  bounds: VariableStringerLimit[];
  /** Selection is how the units were drawn. */
  selection: VariableSelectionScheme;
  /** SampledHits are the hits that count as a sample, Nonzero those of them that are tainted. */
  sampledHits: number;
  /** SampledHits are the hits that count as a sample, Nonzero those of them that are tainted. */
  nonzero: number;
  /** SampledSize is the size that they stand for: all but that of certain units. */
  sampledSize: Decimal;
  /** CertainTotal is what was found in the units of a systematic sample that are certain to be hit. */
  certainTotal: Decimal;
  /** Warnings are findings that are not errors. */
  warnings?: Warning[];
}

/**
 * VariableThreeStage is RAT-STATS' "Variable Appraisals > Three-Stage Unrestricted": a simple random sample of
 * primary units, of each of them one of secondary units, and of each of these one of items, the third-stage units.
 *
 * Source: RAT-STATS Companion Manual 3-24 to 3-34, User's Guide 4-55 to 4-75; Cochran, Sampling Techniques (1977),
 * sec. 10.8 and ch. 11.
 */
export interface VariableThreeStage extends AppraisalOptions {
  /** Universe is the number of primary units in the universe. */
  universe: number;
  /** Units are the primary units that were drawn. */
  units: VariableThreeStageUnit[];
  /**
   * ZeroVarianceForSingle takes the variance of a single primary unit out of more, and that of a single item of a
   * secondary unit with more, as zero; without it either is an error. A single secondary unit of a primary unit
   * with more never has a variance, as in RAT-STATS (User's Guide 4-72).
   */
  zeroVarianceForSingle?: boolean;
}

/**
 * VariableThreeStage is RAT-STATS' "Variable Appraisals > Three-Stage Unrestricted": a simple random sample of
 * primary units, of each of them one of secondary units, and of each of these one of items, the third-stage units.
 *
 * Source: RAT-STATS Companion Manual 3-24 to 3-34, User's Guide 4-55 to 4-75; Cochran, Sampling Techniques (1977),
 * sec. 10.8 and ch. 11.
 */
export interface VariableThreeStageInput extends AppraisalOptionsInput {
  /** Universe is the number of primary units in the universe. */
  universe: number;
  /** Units are the primary units that were drawn. */
  units: VariableThreeStageUnitInput[];
  /**
   * ZeroVarianceForSingle takes the variance of a single primary unit out of more, and that of a single item of a
   * secondary unit with more, as zero; without it either is an error. A single secondary unit of a primary unit
   * with more never has a variance, as in RAT-STATS (User's Guide 4-72).
   */
  zeroVarianceForSingle?: boolean;
}

/**
 * VariableThreeStageResult is the appraisal of a three-stage sample: that of the difference, or of the only kind of
 * value there is. Where the samples have two kinds, the others stand beside it.
 */
export interface VariableThreeStageResult extends VariableThreeStageSection {
  /** ExaminedSection and AuditedSection are there when the samples have such values besides the difference. */
  examinedSection?: VariableThreeStageSection;
  /** ExaminedSection and AuditedSection are there when the samples have such values besides the difference. */
  auditedSection?: VariableThreeStageSection;
}

/**
 * VariableThreeStageSection is the appraisal of one kind of value. The embedded estimate is of the total of the
 * universe; its intervals use the normal distribution, as RAT-STATS has it.
 */
export interface VariableThreeStageSection extends AppraisalEstimate {
  /** Kind is the kind of value appraised. */
  kind: VariableKind;
  /**
   * Stages are the primary units, the secondary units of those that were drawn, and the items of those drawn of the
   * latter.
   */
  stages: AppraisalStageSize[];
  /** Nonzero is the number of sampled items that are not zero, Total the exact sum of all of them. */
  nonzero: number;
  /** Nonzero is the number of sampled items that are not zero, Total the exact sum of all of them. */
  total: Decimal;
  /** StageVariances are what drawing at each stage adds to the squared standard error. */
  stageVariances: Decimal[];
  /** Units are the primary units, in their order. */
  units: VariableThreeStageUnitSection[];
}

/** VariableThreeStageUnit is a primary unit that was drawn, with a simple random sample of its secondary units. */
export interface VariableThreeStageUnit {
  /** Name of the unit, for printouts; units are numbered from 1 in any case. */
  name?: string;
  /** Universe is the number of secondary units in the unit. */
  universe: number;
  /** Units are the secondary units that were drawn. */
  units: VariableSampledUnit[];
}

/** VariableThreeStageUnit is a primary unit that was drawn, with a simple random sample of its secondary units. */
export interface VariableThreeStageUnitInput {
  /** Name of the unit, for printouts; units are numbered from 1 in any case. */
  name?: string;
  /** Universe is the number of secondary units in the unit. */
  universe: number;
  /** Units are the secondary units that were drawn. */
  units: VariableSampledUnitInput[];
}

/** VariableThreeStageUnitSection is what the sampled secondary units say of one primary unit. */
export interface VariableThreeStageUnitSection {
  /** Name of the unit as it was given. */
  name?: string;
  /**
   * Universe is the number of secondary units in the unit, Items that of the items in those that were drawn,
   * SampleSize that of the items drawn of them.
   */
  universe: number;
  /**
   * Universe is the number of secondary units in the unit, Items that of the items in those that were drawn,
   * SampleSize that of the items drawn of them.
   */
  items: number;
  /**
   * Universe is the number of secondary units in the unit, Items that of the items in those that were drawn,
   * SampleSize that of the items drawn of them.
   */
  sampleSize: number;
  /**
   * PointEstimate is the estimated total of the unit, StandardError its standard error, Mean the estimate by
   * secondary unit.
   */
  pointEstimate: Decimal;
  /**
   * PointEstimate is the estimated total of the unit, StandardError its standard error, Mean the estimate by
   * secondary unit.
   */
  standardError: Decimal;
  /**
   * PointEstimate is the estimated total of the unit, StandardError its standard error, Mean the estimate by
   * secondary unit.
   */
  mean: Decimal;
  /** Units are the secondary units, in their order. */
  units: VariableUnitSection[];
}

/**
 * VariableTwoStage is RAT-STATS' "Variable Appraisals > Two-Stage Unrestricted": a simple random sample of primary
 * units, and of each of them a simple random sample of its items, the secondary units.
 *
 * Source: RAT-STATS Companion Manual 3-17 to 3-23, User's Guide 4-37 to 4-54; Cochran, Sampling Techniques (1977),
 * ch. 11.
 */
export interface VariableTwoStage extends AppraisalOptions {
  /** Universe is the number of primary units in the universe. */
  universe: number;
  /**
   * SecondaryUniverse is the number of secondary units in the universe, 0 where it is not known. It changes neither
   * the estimate nor its error (Companion Manual 3-23).
   */
  secondaryUniverse?: number;
  /** Units are the primary units that were drawn. */
  units: VariableSampledUnit[];
  /**
   * ZeroVarianceForSingle takes the variance of a single primary unit out of more, and that of a single item of a
   * unit with more, as zero; without it either is an error. RAT-STATS' manuals give no rule.
   */
  zeroVarianceForSingle?: boolean;
}

/**
 * VariableTwoStage is RAT-STATS' "Variable Appraisals > Two-Stage Unrestricted": a simple random sample of primary
 * units, and of each of them a simple random sample of its items, the secondary units.
 *
 * Source: RAT-STATS Companion Manual 3-17 to 3-23, User's Guide 4-37 to 4-54; Cochran, Sampling Techniques (1977),
 * ch. 11.
 */
export interface VariableTwoStageInput extends AppraisalOptionsInput {
  /** Universe is the number of primary units in the universe. */
  universe: number;
  /**
   * SecondaryUniverse is the number of secondary units in the universe, 0 where it is not known. It changes neither
   * the estimate nor its error (Companion Manual 3-23).
   */
  secondaryUniverse?: number;
  /** Units are the primary units that were drawn. */
  units: VariableSampledUnitInput[];
  /**
   * ZeroVarianceForSingle takes the variance of a single primary unit out of more, and that of a single item of a
   * unit with more, as zero; without it either is an error. RAT-STATS' manuals give no rule.
   */
  zeroVarianceForSingle?: boolean;
}

/**
 * VariableTwoStageResult is the appraisal of a two-stage sample: that of the difference, or of the only kind of
 * value there is. Where the samples have two kinds, the others stand beside it.
 */
export interface VariableTwoStageResult extends VariableTwoStageSection {
  /** ExaminedSection and AuditedSection are there when the samples have such values besides the difference. */
  examinedSection?: VariableTwoStageSection;
  /** ExaminedSection and AuditedSection are there when the samples have such values besides the difference. */
  auditedSection?: VariableTwoStageSection;
}

/**
 * VariableTwoStageSection is the appraisal of one kind of value. The embedded estimate is of the total of the
 * universe; its intervals use the normal distribution, as RAT-STATS has it.
 */
export interface VariableTwoStageSection extends AppraisalEstimate {
  /** Kind is the kind of value appraised. */
  kind: VariableKind;
  /** Stages are the primary units, and the secondary units of those that were drawn. */
  stages: AppraisalStageSize[];
  /** SecondaryUniverse is the number of secondary units in the universe, 0 where it is not known. */
  secondaryUniverse?: number;
  /** Nonzero is the number of sampled items that are not zero, Total the exact sum of all of them. */
  nonzero: number;
  /** Nonzero is the number of sampled items that are not zero, Total the exact sum of all of them. */
  total: Decimal;
  /** UnitsTotal is the estimated total of the primary units that were drawn. */
  unitsTotal: Decimal;
  /** Mean is the point estimate by secondary unit of the universe; none where their number is not known. */
  mean?: Decimal;
  /** StageVariances are what drawing at either stage adds to the squared standard error. */
  stageVariances: Decimal[];
  /** Units are the primary units, in their order. */
  units: VariableUnitSection[];
}

/** VariableUnitSection is what the items of one sampled unit say of it. */
export interface VariableUnitSection {
  /** Name of the unit as it was given. */
  name?: string;
  /**
   * Universe is the number of items in the unit, SampleSize of those drawn, Nonzero of those of them that are not
   * zero.
   */
  universe: number;
  /**
   * Universe is the number of items in the unit, SampleSize of those drawn, Nonzero of those of them that are not
   * zero.
   */
  sampleSize: number;
  /**
   * Universe is the number of items in the unit, SampleSize of those drawn, Nonzero of those of them that are not
   * zero.
   */
  nonzero: number;
  /** Total is the exact sum of the sampled values. */
  total: Decimal;
  /**
   * Mean of the values, and their Variance and StandardDeviation, divisor SampleSize-1; both are 0 for a single
   * item.
   */
  mean: Decimal;
  /**
   * Mean of the values, and their Variance and StandardDeviation, divisor SampleSize-1; both are 0 for a single
   * item.
   */
  variance: Decimal;
  /**
   * Mean of the values, and their Variance and StandardDeviation, divisor SampleSize-1; both are 0 for a single
   * item.
   */
  standardDeviation: Decimal;
  /** PointEstimate is the estimated total of the unit, StandardError its standard error. */
  pointEstimate: Decimal;
  /** PointEstimate is the estimated total of the unit, StandardError its standard error. */
  standardError: Decimal;
}

/**
 * VariableUnknownUniverse is RAT-STATS' "Variable Appraisals > Unknown Universe Size": the number of items of
 * interest is not known and is estimated from a sample of the units that hold them, such as drawers or pages; a
 * second sample, of the items themselves and independent of the first, gives their mean amount.
 *
 * Source: RAT-STATS Companion Manual 3-99 to 3-106, User's Guide 4-161 to 4-167.
 */
export interface VariableUnknownUniverse extends AppraisalOptionsInput {
  /** Universe is the number of units that may hold items: the frame of the first sample. */
  universe: number;
  /** Counts are how many items the units of the first sample hold. */
  counts: VariableMeasuredInput;
  /** Amounts are the dollars of the items of the second sample. */
  amounts: VariableMeasuredInput;
  /**
   * ZeroVarianceForSingle takes the variance of a sample of a single unit or item as zero; without it such a sample
   * is an error unless it is everything.
   */
  zeroVarianceForSingle?: boolean;
}

/**
 * VariableUnknownUniverseResult is the appraisal of the total of all items; its intervals use the normal
 * distribution.
 */
export interface VariableUnknownUniverseResult extends AppraisalEstimate {
  /** Universe is the number of units of the frame. */
  universe: number;
  /** Counts and Amounts are the two samples by their size, mean and standard deviation. */
  counts: VariableMeasured;
  /** Counts and Amounts are the two samples by their size, mean and standard deviation. */
  amounts: VariableMeasured;
  /** EstimatedUniverse is the estimated number of items, which need not be whole, with its standard error. */
  estimatedUniverse: Decimal;
  estimatedUniverseStandardError: Decimal;
  /** MeanStandardError is the standard error of the mean amount. */
  meanStandardError: Decimal;
}

/**
 * VariableUnrestricted is RAT-STATS' "Variable Appraisals > Unrestricted": a simple random sample, drawn without
 * replacement from a universe of known size.
 *
 * Source: RAT-STATS Companion Manual 3-2 to 3-7, User's Guide 4-5 to 4-18; Cochran, Sampling Techniques (1977), ch.
 * 2.
 */
export interface VariableUnrestricted extends VariableSampleInput, AppraisalOptionsInput {
  /** Universe is the number of units the sample was drawn from. */
  universe: number;
  /**
   * ZeroVarianceForSingle takes the variance of a single item as zero; without it one item out of a larger universe
   * is an error. RAT-STATS' manuals give no rule; OIG's 2016 challenge for a successor took zero.
   */
  zeroVarianceForSingle?: boolean;
}

/**
 * VariableUnrestrictedResult is the appraisal of an unrestricted sample. Its own section is that of the difference,
 * or of the only kind of value there is. Where a sample has two kinds, the others stand beside it.
 */
export interface VariableUnrestrictedResult extends VariableSection {
  /** ExaminedSection and AuditedSection are there when the sample has such values besides the difference. */
  examinedSection?: VariableSection;
  /** ExaminedSection and AuditedSection are there when the sample has such values besides the difference. */
  auditedSection?: VariableSection;
}

/** Verification is the answer to Reported.Verify. */
export interface Verification {
  /** OK reports whether every figure matches. */
  ok: boolean;
  /** Figures are the answers in the order of a report. */
  figures: Figure[];
  /** Diagnoses are the errors that were found, those that explain most first. */
  diagnoses?: Diagnosis[];
  /** Unexplained are the paths of figures that differ and that no diagnosis explains. */
  unexplained?: string[];
  /** Warnings of the review and its verification. */
  warnings?: Warning[];
  /** Software that computed the figures. */
  software: string;
}

/** VerifyRequestFramesFrameItem is a plan and what was reported of it. */
export interface VerifyRequestFramesFrameItem extends SamplingReportedFrameItemInput {
  plan: SamplingFramesInput;
}

/** VerifyRequestFramesOfTwoSubFrameItem is a plan and what was reported of it. */
export interface VerifyRequestFramesOfTwoSubFrameItem extends SamplingReportedSubFrameItemInput {
  plan: SamplingFramesOfTwoInput;
}

/** VerifyRequestPPSPPSUnit is a plan and what was reported of it. */
export interface VerifyRequestPPSPPSUnit extends SamplingReportedPPSUnitInput {
  plan: SamplingPPSInput;
}

/** VerifyRequestRHCRHCRow is a plan and what was reported of it. */
export interface VerifyRequestRHCRHCRow extends SamplingReportedRHCRowInput {
  plan: SamplingRHCInput;
}

/** VerifyRequestSecondNumber is a plan and what was reported of it. */
export interface VerifyRequestSecondNumber extends SamplingReportedNumber {
  plan: SamplingSecondInput;
}

/** VerifyRequestSetsSet is a plan and what was reported of it. */
export interface VerifyRequestSetsSet extends SamplingReportedSet {
  plan: SamplingSetsInput;
}

/** VerifyRequestSingleStageNumber is a plan and what was reported of it. */
export interface VerifyRequestSingleStageNumber extends SamplingReportedNumber {
  plan: SamplingSingleStageInput;
}

/** VerifyRequestSystematicNumber is a plan and what was reported of it. */
export interface VerifyRequestSystematicNumber extends SamplingReportedNumber {
  plan: SamplingSystematic;
}

/** VerifyRequestTicketsID is a plan and what was reported of it. */
export interface VerifyRequestTicketsID extends SamplingReportedID {
  plan: SamplingTicketsInput;
}

/** VerifyStratifiedRequest is a stratified plan and what was reported of its strata. */
export interface VerifyStratifiedRequest extends SamplingStratifiedReported {
  plan: SamplingStratifiedInput;
}

/** VerifyTicketsRequest is a plan of tickets with the ids of the frame and those that were reported. */
export interface VerifyTicketsRequest extends VerifyRequestTicketsID {
  ids: string[];
}

/** VisitRequest holds answers to the site-visit list. */
export interface VisitRequest {
  answers?: ReportableChecklistAnswer[];
}

/**
 * WalkAnswer is what a walk-through found out about one question.
 *
 * "not_examined": AnswerNotExamined: the question was not reached, or could not be looked into. The default.
 */
export type WalkAnswer = "yes" | "no" | "not_examined";

/**
 * WalkThrough is the systems review of one overpaid claim: three questions in their order, the point where the
 * error arose, why, and what is done about it.
 *
 * Source: OIG CIA FAQ, October 7, 2022, "CIA Claims Reviews": systems review.
 */
export interface WalkThrough {
  /** ID of the claim. */
  id: string;
  /** CodedAtSource: was the claim initially coded correctly, on the source document? */
  codedAtSource?: WalkAnswer;
  /** EnteredCorrectly: was the code of the source document entered correctly into the system? */
  enteredCorrectly?: WalkAnswer;
  /**
   * CrossWalked: did the charge master or other software turn the code entered into the code that should be billed?
   */
  crossWalked?: WalkAnswer;
  /**
   * Point where the error arose: the first question that is answered no. It may be left out where the answers, or
   * Other, give it, and may not contradict them.
   */
  point?: ErrorPoint;
  /** Other names the system or process, for "other": "medical records". */
  other?: string;
  /** Cause says why the error occurred. It has to be given. */
  cause: string;
  /** Observation of the reviewer on the systems and processes. */
  observation?: string;
  /** Action that the provider took, such as training. */
  action?: string;
  /** Recommendation on possible improvements. */
  recommendation?: string;
}

/** WalkThroughFileRequest is the text of a file of walk-throughs. Without a worklist every row is taken. */
export interface WalkThroughFileRequest {
  text: string;
  options?: WalkThroughOptions;
  worklist?: FrameClaimInput[];
}

export interface WalkThroughFileResult {
  walkThroughs: WalkThrough[];
  /** Others is the number of rows of other claims than those of the worklist. */
  others: number;
}

/**
 * WalkThroughOptions name the columns of a file of walk-throughs. Every field is optional; names are those of the
 * header line; surrounding blanks and case are ignored.
 */
export interface WalkThroughOptions {
  /** ID is the column of the claim id; default "claim_id". */
  id?: string;
  /**
   * CodedAtSource, EnteredCorrectly and CrossWalked are the columns with yes, no or not_examined, which may be
   * empty; default "coded_at_source", "entered_correctly" and "cross_walked".
   */
  codedAtSource?: string;
  /**
   * CodedAtSource, EnteredCorrectly and CrossWalked are the columns with yes, no or not_examined, which may be
   * empty; default "coded_at_source", "entered_correctly" and "cross_walked".
   */
  enteredCorrectly?: string;
  /**
   * CodedAtSource, EnteredCorrectly and CrossWalked are the columns with yes, no or not_examined, which may be
   * empty; default "coded_at_source", "entered_correctly" and "cross_walked".
   */
  crossWalked?: string;
  /** Point is the column of the point where the error arose; default "point" if there is one. */
  point?: string;
  /** Other is the column that names another system or process; default "other" if there is one. */
  other?: string;
  /** Cause is the column that says why; default "cause". */
  cause?: string;
  /**
   * Observation, Action and Recommendation are columns of words; default "observation", "action" and
   * "recommendation" if there are such.
   */
  observation?: string;
  /**
   * Observation, Action and Recommendation are columns of words; default "observation", "action" and
   * "recommendation" if there are such.
   */
  action?: string;
  /**
   * Observation, Action and Recommendation are columns of words; default "observation", "action" and
   * "recommendation" if there are such.
   */
  recommendation?: string;
  /** Comma is what stands between two fields: ",", ";", "\t" or "|"; default ",". */
  comma?: string;
}

/** Warning is a finding that is not an error: the figures stand, but the reader has to know this. */
export interface Warning {
  /** Code is a short name that does not change, for programs: "precision_missed". */
  code: string;
  /** Message is one sentence for people. */
  message: string;
}

/** YearRequest asks for the holidays of a year. */
export interface YearRequest {
  year: number;
}
