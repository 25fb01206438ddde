package iromath

import (
	"time"

	"github.com/iromath/iromath/reportable"
	"github.com/iromath/iromath/training"
)

const (
	trainingSource = `"Staff Training Programs That Protect Small Clinics from CMP Penalties"; 42 CFR part 1003`

	// A clinic of three people that found waived copays, for the example requests.
	programExample = `{"clinic":"Example Clinic","owner":"kim","start":"2026-01-01","staff":[` +
		`{"id":"kim","roles":[{"role":"manager","from":"2020-01-01"}]},` +
		`{"id":"lee","provider":true,"roles":[{"role":"clinician","from":"2020-01-01"}]},` +
		`{"id":"ray","roles":[{"role":"front_desk","from":"2020-01-01"}]}],` +
		`"maps":[{"version":"1","date":"2026-01-02","approved":"2026-01-02","exposures":[` +
		`{"kind":"revenue_code","name":"99214-99215","competencies":[{"id":"em","text":"E/M level validation","roles":["clinician"],"artifacts":["level worksheet"]}]},` +
		`{"kind":"remuneration","name":"copay waivers","competencies":[{"id":"hardship","text":"financial hardship screening","roles":["front_desk"],"artifacts":["hardship form"]}]}]}],` +
		`"modules":[{"id":"M1","date":"2026-03-04","roles":["front_desk"],"topic":"copay-waivers","title":"When a copay may be waived","minutes":11,` +
		`"competencies":["hardship"],"script":{"vignette":"A patient asks at the desk.","decision":"Screen for hardship first.","artifact":"Signed hardship form."},` +
		`"questions":["Who may waive?","What is filed?","Who signs?"],"attendance":[{"person":"ray","date":"2026-03-04","pre":"33","post":"100"}],"incident":"I1"}],` +
		`"incidents":[{"id":"I1","identified":"2026-03-02T09:15:00-05:00","triggers":["staff_report"],"authorities":["oig"],"what":"copays waived without screening",` +
		`"topic":"copay-waivers","roles":["front_desk"],"deployments":[{"module":"M1","role":"front_desk","at":"2026-03-04T12:00:00-05:00"}]}],` +
		`"checks":[{"id":"K1","provider":"lee","date":"2026-03-20","draw":{"provider":"lee","seed":"48863.78","encounters":["E1","E2","E3"]},"results":[` +
		`{"encounter":"E1","documentation":true,"necessity":true},{"encounter":"E2","documentation":false,"necessity":true},{"encounter":"E3","documentation":true,"necessity":true}]}]}`
)

// programRequest asks about a programme as a whole.
type programRequest struct {
	Program training.Program `json:"program"`
}

// programOn asks about a programme on a day.
type programOn struct {
	Program training.Program `json:"program"`
	On      reportable.Date  `json:"on"`
}

// sprintRequest asks about the sprint of an incident on a day.
type sprintRequest struct {
	Program  training.Program `json:"program"`
	Incident string           `json:"incident"`
	On       reportable.Date  `json:"on"`
}

// clockRequest asks about the 72 hours of an incident.
type clockRequest struct {
	Incident training.Incident `json:"incident"`
	At       time.Time         `json:"at"`
}

// competencyRequest asks about a check of a programme.
type competencyRequest struct {
	Program training.Program `json:"program"`
	Check   string           `json:"check"`
}

// planRequest asks for the plan of a programme.
type planRequest struct {
	training.PlanRequest
	Program training.Program `json:"program"`
}

// evidenceRequest asks for the bundle of a programme.
type evidenceRequest struct {
	training.EvidenceRequest
	Program training.Program `json:"program"`
}

// programCheck is what is wrong with a programme.
type programCheck struct {
	OK    bool           `json:"ok"`
	Wrong []programWrong `json:"wrong"`
}

type programWrong struct {
	Field string `json:"field"`
	Rule  string `json:"rule"`
}

func checkProgram(q programRequest) (programCheck, error) {
	err := q.Program.Check()
	r := programCheck{OK: err == nil, Wrong: []programWrong{}}
	if wrong, ok := err.(training.ProgramErrors); ok {
		for _, w := range wrong {
			r.Wrong = append(r.Wrong, programWrong{w.Field, w.Err.Error()})
		}
	}
	return r, nil
}

// checklistResult is what the self-audit and the penalty view go by.
type checklistResult struct {
	Tasks    []training.Task    `json:"tasks"`
	Pitfalls []training.Pitfall `json:"pitfalls"`
	Factors  []training.Factor  `json:"factors"`
	Rules    []reportable.Rule  `json:"rules"`
}

// trainingCalculations are about the staff training programme.
func trainingCalculations() []Calculation {
	return []Calculation{
		calculation("training.bundle",
			"The files of a proof-of-mitigation bundle with index, SHA-256 manifest and its digest, from artifacts.",
			trainingSource,
			`{"clinic":"Example Clinic","title":"Copay waivers","made":"2026-03-20T17:00:00-04:00","artifacts":[`+
				`{"date":"2026-03-04","topic":"copay-waivers","kind":"module","ext":"txt","title":"Module","text":"Screen for hardship first.\n"}]}`,
			training.Bundle.Files),
		calculation("training.check",
			"Everything in a training programme that cannot be right, all at once.",
			trainingSource,
			`{"program":`+programExample+`}`,
			checkProgram),
		calculation("training.checklist",
			"The six tasks of the self-audit, the five pitfalls, the determination factors of 42 CFR 1003.140(a), and the rules, with sources.",
			trainingSource,
			`{}`,
			func(noRequest) (checklistResult, error) {
				return checklistResult{training.Tasks(), training.Pitfalls(), training.Factors(), training.Rules()}, nil
			}),
		calculation("training.clock",
			"The 72 hours of an incident at a moment: running, in time, late or expired.",
			trainingSource,
			`{"incident":{"id":"I1","identified":"2026-03-06T09:15:00-05:00","triggers":["exception_queue"],"what":"quantity error","topic":"units",`+
				`"roles":["biller_coder"]},"at":"2026-03-09T10:15:00-04:00"}`,
			func(q clockRequest) (training.SprintClock, error) { return q.Incident.Clock(q.At) }),
		calculation("training.competency",
			"The outcome of a competency check beside the provider's training history.",
			trainingSource,
			`{"check":"K1","program":`+programExample+`}`,
			func(q competencyRequest) (training.CompetencyOutcome, error) { return q.Program.Competency(q.Check) }),
		calculation("training.competency_draw",
			"Five encounters of each provider, drawn with a seed that is kept.",
			trainingSource+"; Cochran, Sampling Techniques (1977), ch. 5",
			`{"seed":"48863.78","providers":[{"provider":"lee","encounters":["E1","E2","E3","E4","E5","E6","E7","E8"]},{"provider":"sam","encounters":["F1","F2"]}]}`,
			training.CompetencyDraw.Draw),
		calculation("training.evidence",
			"The files of the bundle of an incident or a month, gathered from a programme.",
			trainingSource,
			`{"incidents":["I1"],"made":"2026-03-20T17:00:00-04:00","program":`+programExample+`}`,
			func(q evidenceRequest) (training.BundleFiles, error) {
				b, err := q.Program.Evidence(q.EvidenceRequest)
				if err != nil {
					return training.BundleFiles{}, err
				}
				return b.Files()
			}),
		calculation("training.factors",
			"Which artifact of an incident speaks to which determination factor of 42 CFR 1003.140(a): an illustration, not legal advice.",
			trainingSource+"; 42 CFR 1003.140(a)",
			`{"incidents":["I1"],"made":"2026-03-20T17:00:00-04:00","program":`+programExample+`}`,
			func(q evidenceRequest) (training.FactorView, error) { return q.Program.FactorView(q.EvidenceRequest) }),
		calculation("training.lessons",
			"Next month's modules from the errors of a review, ranked by dollars and by count.",
			trainingSource,
			`{"reviewed":"2026-02-20","claims":`+claimsSample+`}`,
			training.Lessons.Plan),
		calculation("training.metrics",
			"Before and after training: error rates by Fisher's exact test, claims prevented, refunds within 60 days, exception queue.",
			trainingSource+"; 42 U.S.C. 1320a-7k(d); Fisher, Statistical Methods for Research Workers (1934), sec. 21.02",
			`{"on":"2026-05-15","before":{"errors":12,"reviewed":30},"after":{"errors":3,"reviewed":30},"submitted":400,"queueBefore":41,"queueAfter":9,`+
				`"refunds":[{"claim":"A-1","amount":"70.00","identified":"2026-03-02","refunded":"2026-03-30"}],"significance":"0.05"}`,
			training.Metrics.Compare),
		calculation("training.penalty",
			"Civil money penalty and assessment with the user's figures, and what prevention would have taken out: an illustration, not legal advice.",
			trainingSource+"; 42 CFR 1003.140(a)",
			`{"violations":40,"perViolation":"10000","base":"5200.00","multiplier":"3","preventedViolations":31,"preventedBase":"4030.00"}`,
			training.Penalty.Illustrate),
		calculation("training.plan",
			"What a training programme has to do from one day through another.",
			trainingSource,
			`{"from":"2026-03-20","through":"2026-06-30","program":`+programExample+`}`,
			func(q planRequest) ([]training.Planned, error) { return q.Program.Plan(q.PlanRequest) }),
		calculation("training.self_audit",
			"Where the six tasks of a training programme stand on a day, what is missing, and which pitfalls it is in.",
			trainingSource,
			`{"on":"2026-03-20","program":`+programExample+`}`,
			func(q programOn) (training.SelfAudit, error) { return q.Program.SelfAudit(q.On) }),
		calculation("training.sprint",
			"The steps of an incident's learning sprint on a day, and its 72-hour clock.",
			trainingSource,
			`{"incident":"I1","on":"2026-03-20","program":`+programExample+`}`,
			func(q sprintRequest) (training.SprintFinding, error) { return q.Program.Sprint(q.Incident, q.On) }),
		calculation("training.verify_bundle",
			"Whether the files of a bundle are what they were: changed, missing and added files, against the digest that was kept.",
			trainingSource,
			`{"digest":"sha256:c7ab54566126feff0ebf0dd9e759670f5294d1dd1f061e7fbb237f278a019840","files":[`+
				`{"name":"2026-03-04_copay-waivers_module_01.txt","sha256":"b1cf83e778c70eb549f6b54bf9d351e12558837eac052cfee5f2f3e2f49fd34e","content":"U2NyZWVuIGZvciBoYXJkc2hpcCBmaXJzdC4K"},`+
				`{"name":"manifest.sha256","sha256":"c7ab54566126feff0ebf0dd9e759670f5294d1dd1f061e7fbb237f278a019840","content":"YjFjZjgzZTc3OGM3MGViNTQ5ZjZiNTRiZjlkMzUxZTEyNTU4ODM3ZWFjMDUyY2ZlZTVmMmYzZTJmNDlmZDM0ZSAgMjAyNi0wMy0wNF9jb3BheS13YWl2ZXJzX21vZHVsZV8wMS50eHQK"}]}`,
			training.FilesRequest.Verify),
	}
}
