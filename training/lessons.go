package training

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/internal/finding"
)

// Lessons turns the findings of a review into next month's modules.
type Lessons struct {
	// Reviewed is the day the review was complete; the lessons are for the month after.
	Reviewed Date `json:"reviewed"`
	// Claims with determinations.
	Claims []errorrate.Claim `json:"claims"`
	// Most is the number of lessons wanted, all if zero.
	Most int `json:"most,omitempty"`
}

// Lesson is an error that becomes a module: all claims in error of one category and reason.
type Lesson struct {
	// Rank by dollars, then by count: 1 is the first to teach. ByCount is the rank by count, then by dollars.
	Rank    int `json:"rank"`
	ByCount int `json:"byCount"`
	// Category and Reason as the reviewer gave them.
	Category errorrate.Category `json:"category"`
	Reason   string             `json:"reason"`
	// Claims in error, and their ids.
	Claims int      `json:"claims"`
	IDs    []string `json:"ids"`
	// Overpaid and Underpaid dollars, both as positive amounts; Dollars is their sum, what was paid wrongly, and ranks it.
	Overpaid  decimal.Decimal `json:"overpaid"`
	Underpaid decimal.Decimal `json:"underpaid"`
	Dollars   decimal.Decimal `json:"dollars"`
	// Topic in file-name form, from the reason or the category.
	Topic string `json:"topic"`
	// Roles that would be trained: a suggestion by the category, for the clinic to change.
	Roles []Role `json:"roles"`
}

// LessonPlan are the lessons of a review.
type LessonPlan struct {
	// Month of the modules: "2026-04".
	Month string `json:"month"`
	// Reviewed is the number of claims reviewed, InError that of those paid wrongly.
	Reviewed int       `json:"reviewed"`
	InError  int       `json:"inError"`
	Lessons  []Lesson  `json:"lessons"`
	Warnings []Warning `json:"warnings,omitempty"`
}

// suggested roles by category: who makes the decision that went wrong.
var suggested = map[errorrate.Category][]Role{
	errorrate.CategoryCoding:           {BillerCoder, Clinician},
	errorrate.CategoryDocumentation:    {Clinician},
	errorrate.CategoryMedicalNecessity: {Clinician},
	errorrate.CategoryOther:            {Manager},
	errorrate.Unclassified:             {Manager},
}

// Plan ranks the errors by the dollars paid wrongly and by count. Errors with the same category and the same reason are one
// lesson; surrounding blanks and case are ignored. Missing documentation without a category is a documentation error.
//
// Errors: [errorrate.ErrNoClaims], [errorrate.ClaimErrors], [ErrDate], [ErrCount]. Warnings: reason_missing, no_errors.
func (l Lessons) Plan() (LessonPlan, error) {
	if l.Reviewed.IsZero() || l.Reviewed.Year() > 9000 {
		return LessonPlan{}, fmt.Errorf("training: %w %q: the day of the review %w or is beyond the year 9000", ErrDate,
			l.Reviewed, ErrMissing)
	}
	if l.Most < 0 {
		return LessonPlan{}, fmt.Errorf("training: %w: %d lessons", ErrCount, l.Most)
	}
	if err := errorrate.Check(l.Claims); err != nil {
		return LessonPlan{}, err
	}
	type key struct {
		category errorrate.Category
		reason   string
	}
	found := map[key]*Lesson{}
	var list []*Lesson
	plan := LessonPlan{Month: periodOf(l.Reviewed, 1).move(1).String(), Reviewed: len(l.Claims), Lessons: []Lesson{}}
	unnamed := 0
	for _, c := range l.Claims {
		if !c.InError() {
			continue
		}
		plan.InError++
		category, reason := c.Category, strings.TrimSpace(c.Reason)
		if category == errorrate.Unclassified && c.Documentation == errorrate.Missing {
			category = errorrate.CategoryDocumentation
		}
		if reason == "" {
			unnamed++
		}
		k := key{category, strings.ToLower(reason)}
		if found[k] == nil {
			found[k] = &Lesson{
				Category: category, Reason: reason, Topic: topicOf(category, reason), Roles: slices.Clone(suggested[category]),
			}
			list = append(list, found[k])
		}
		f := found[k]
		f.Claims++
		f.IDs = append(f.IDs, c.ID)
		f.Overpaid, f.Underpaid = f.Overpaid.Add(c.Overpayment()), f.Underpaid.Add(c.Underpayment())
		f.Dollars = f.Overpaid.Add(f.Underpaid)
	}
	rank := func(order func(a, b *Lesson) int, set func(*Lesson, int)) {
		slices.SortFunc(list, func(a, b *Lesson) int {
			return cmp.Or(order(a, b), strings.Compare(string(a.Category), string(b.Category)),
				strings.Compare(strings.ToLower(a.Reason), strings.ToLower(b.Reason)))
		})
		for i, f := range list {
			set(f, i+1)
		}
	}
	count := func(a, b *Lesson) int { return b.Claims - a.Claims }
	dollars := func(a, b *Lesson) int { return b.Dollars.Cmp(a.Dollars) }
	rank(func(a, b *Lesson) int { return cmp.Or(count(a, b), dollars(a, b)) }, func(f *Lesson, n int) { f.ByCount = n })
	rank(func(a, b *Lesson) int { return cmp.Or(dollars(a, b), count(a, b)) }, func(f *Lesson, n int) { f.Rank = n })
	for _, f := range list {
		if l.Most == 0 || f.Rank <= l.Most {
			slices.Sort(f.IDs)
			plan.Lessons = append(plan.Lessons, *f)
		}
	}
	if unnamed > 0 {
		plan.Warnings = append(plan.Warnings, finding.Warn("reason_missing",
			"Without a reason: %s in error. No lesson can be written from that.", finding.Count(int64(unnamed), "claim", "claims")))
	}
	if plan.InError == 0 {
		plan.Warnings = append(plan.Warnings, finding.Warn("no_errors",
			"No claim is in error: next month's module comes from the controls map."))
	}
	return plan, nil
}

func topicOf(category errorrate.Category, reason string) string {
	if s := Slug(reason); s != "" {
		return s
	}
	if s := Slug(string(category)); s != "" {
		return s
	}
	return "unclassified"
}
