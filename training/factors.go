package training

import (
	"fmt"
	"slices"
	"strings"

	"github.com/iromath/iromath/reportable"
)

// FactorID names a determination factor.
type FactorID string

// The factors of 42 CFR 1003.140(a); [Factors] has them in words.
const (
	FactorNature      FactorID = "nature_and_circumstances"
	FactorCulpability FactorID = "culpability"
	FactorHistory     FactorID = "prior_offenses"
	FactorOther       FactorID = "other_wrongful_conduct"
	FactorJustice     FactorID = "as_justice_requires"
)

// Factor is one of the factors OIG considers when it determines the amount of a penalty or assessment.
type Factor struct {
	ID FactorID `json:"id"`
	// Text says in our words what is considered.
	Text string `json:"text"`
	// Aggravating and Mitigating are circumstances that the paragraph names, in our words; empty if it names none.
	Aggravating string            `json:"aggravating,omitempty"`
	Mitigating  string            `json:"mitigating,omitempty"`
	Source      reportable.Source `json:"source"`
	// Kinds of artifacts that speak to it.
	Kinds []ArtifactKind `json:"kinds"`
}

func cfr(paragraph, quote string) reportable.Source {
	return reportable.Source{Citation: "42 CFR 1003.140" + paragraph + " (81 FR 88334, Dec. 7, 2016)", Quote: quote}
}

// Factors returns the determination factors of 42 CFR 1003.140(a) in our words, as a list of its own. How they are
// weighed, and the ability to pay, stand in the further paragraphs of that section; read them there.
func Factors() []Factor {
	return []Factor{
		{
			ID: FactorNature, Text: "What the violation was and under which circumstances it happened.",
			Source: cfr("(a)(1)", "nature and circumstances"),
			Kinds:  []ArtifactKind{KindIncident, KindMetric, KindAudit, KindRefund},
		},
		{
			ID: FactorCulpability, Text: "How much the person is to blame.",
			Aggravating: "The person actually knew, where less than that makes liable.",
			Mitigating: "Appropriate and timely corrective action. For part 1003 it has to include a disclosure to OIG through the " +
				"Self-Disclosure Protocol and full cooperation with its review and resolution; where the physician self-referral " +
				"law is concerned, a disclosure to CMS through its own protocol. Training by itself is not that.",
			Source: cfr("(a)(2)", "appropriate and timely corrective action"),
			Kinds: []ArtifactKind{KindModule, KindAttendance, KindScores, KindProcedure, KindSignOff, KindSelection, KindAudit,
				KindRemediation, KindRefund, KindDisclosure},
		},
		{
			ID: FactorHistory, Text: "Whether there were offenses before.",
			Aggravating: "Before the violation the person was held liable for criminal, civil or administrative sanctions that have " +
				"to do with a program or with health care; for an entity, its officers and managing employees count as well, and owners " +
				"who knew or should have known of the violation.",
			Source: cfr("(a)(3)", "history of prior offenses"),
			Kinds:  []ArtifactKind{KindHistory, KindIncident},
		},
		{
			ID: FactorOther, Text: "Whether there was other wrongful conduct.",
			Aggravating: "Wrongful conduct apart from that of the violation, which has to do with a government program or with " +
				"health care; whose it may be as for prior offenses. The statute of limitations does not keep it out.",
			Source: cfr("(a)(4)", ""),
			Kinds:  []ArtifactKind{KindEscalation, KindAudit},
		},
		{
			ID: FactorJustice, Text: "What else has to be considered for the sake of justice, for more or for less.",
			Source: cfr("(a)(5)", "such other matters as justice may require"),
			Kinds:  []ArtifactKind{KindMap, KindPolicy, KindAcknowledgment, KindLearned},
		},
	}
}

// FactorAnswer is what a programme has to say to a factor.
type FactorAnswer struct {
	Factor
	// Artifacts are the artifacts of the bundle that speak to it.
	Artifacts []ArtifactRef `json:"artifacts"`
	// Absent are the kinds that would speak to it and are not there.
	Absent []ArtifactKind `json:"absent,omitempty"`
	// Note is what the reader has to know.
	Note string `json:"note,omitempty"`
}

// ArtifactRef names an artifact of a bundle.
type ArtifactRef struct {
	// Name of the file.
	Name  string       `json:"name"`
	Kind  ArtifactKind `json:"kind"`
	Title string       `json:"title"`
}

// FactorView sets the artifacts of incidents beside the factors.
type FactorView struct {
	Incidents []string       `json:"incidents"`
	Factors   []FactorAnswer `json:"factors"`
	// Notice says what this is and what it is not.
	Notice string `json:"notice"`
}

// FactorView says which artifact of the bundle of incidents speaks to which factor, and what is absent. Further artifacts,
// such as scans, are those that will be put into the bundle beside the programme's own. Errors: those of
// [Program.Evidence] and [Bundle.Files].
func (p Program) FactorView(q EvidenceRequest) (FactorView, error) {
	if len(q.Incidents) == 0 {
		return FactorView{}, fmt.Errorf("training: the incident %w", ErrMissing)
	}
	b, err := p.Evidence(q)
	if err != nil {
		return FactorView{}, err
	}
	files, err := b.Files()
	if err != nil {
		return FactorView{}, err
	}
	var undisclosed []string
	for _, id := range q.Incidents {
		if n, _ := p.incident(id); n.asOf(dayOf(q.Made)).Disclosed.IsZero() {
			undisclosed = append(undisclosed, id)
		}
	}
	view := FactorView{Incidents: slices.Clone(q.Incidents), Notice: Notice}
	for _, f := range Factors() {
		a := FactorAnswer{Factor: f, Artifacts: []ArtifactRef{}}
		for _, k := range f.Kinds {
			found := false
			for _, e := range files.Index {
				if e.Kind == k {
					found = true
					a.Artifacts = append(a.Artifacts, ArtifactRef{Name: e.Name, Kind: e.Kind, Title: e.Title})
				}
			}
			if !found {
				a.Absent = append(a.Absent, k)
			}
		}
		switch {
		case f.ID == FactorCulpability && len(undisclosed) > 0:
			a.Note = "Not disclosed through the Self-Disclosure Protocol: " + strings.Join(undisclosed, ", ") + ". As 42 CFR " +
				"1003.140(a)(2) defines corrective action, this is none yet. Whether to disclose is a question for counsel."
		case f.ID == FactorHistory:
			a.Note = "A programme knows only its own incidents. Attach a statement on sanctions of the clinic, its owners, " +
				"officers and managing employees."
		}
		view.Factors = append(view.Factors, a)
	}
	return view, nil
}

// Notice stands on every view of penalties and factors.
const Notice = "This is an illustration with the figures that were entered, not legal advice and no prediction: OIG decides " +
	"by the facts of a case. Penalty amounts are adjusted every year (45 CFR part 102); take counsel."
