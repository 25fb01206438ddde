package iromath

import (
	"cmp"
	"slices"
	"strings"

	"github.com/iromath/iromath/errorrate"
)

// maskPatients masks every patient's identifier wherever a claim stands in the report.
func (r *Report) maskPatients() {
	r.PatientsMasked = true
	lists := [][]errorrate.Claim{r.ErrorRate.Claims}
	if r.DiscoveryErrorRate != nil {
		lists = append(lists, r.DiscoveryErrorRate.Claims)
	}
	if r.Appraisal != nil {
		lists = append(lists, r.Appraisal.Claims)
	}
	var left []*errorrate.Claim // determinations of claims that left the frame
	for _, c := range r.Corrections {
		for _, d := range c.Drawn {
			if d.Determination != nil {
				left = append(left, d.Determination)
			}
		}
	}
	// A text may name a patient. An identifier that is too short to be told from other text is not searched for there.
	var ids []string
	for _, f := range r.Findings {
		if len([]rune(f.Patient)) >= leastMasked {
			ids = append(ids, f.Patient)
		}
	}
	for _, c := range left {
		if len([]rune(c.Patient)) >= leastMasked {
			ids = append(ids, c.Patient)
		}
	}
	slices.SortFunc(ids, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), strings.Compare(a, b)) })
	var pairs []string
	for _, id := range slices.Compact(ids) {
		pairs = append(pairs, id, mask(id))
	}
	texts := strings.NewReplacer(pairs...)
	masked := func(c *errorrate.Claim) { c.Patient, c.Reason = mask(c.Patient), texts.Replace(c.Reason) }
	for _, c := range left {
		masked(c)
	}
	r.Systems.maskTexts(texts)
	for i := range r.Findings {
		masked(&r.Findings[i].Claim)
	}
	for _, list := range lists {
		for i := range list {
			masked(&list[i])
		}
	}
}

// maskTexts masks what the walk-throughs say in words.
func (s *SystemsReview) maskTexts(texts *strings.Replacer) {
	if s == nil {
		return
	}
	for i := range s.Claims {
		w := &s.Claims[i].WalkThrough
		for _, text := range []*string{&w.Other, &w.Cause, &w.Observation, &w.Action, &w.Recommendation} {
			*text = texts.Replace(*text)
		}
	}
	for i := range s.Points {
		s.Points[i].Other = texts.Replace(s.Points[i].Other)
	}
	for _, list := range [][]SharedText{s.Causes, s.Observations, s.Actions, s.Recommendations} {
		for i := range list {
			list[i].Text = texts.Replace(list[i].Text)
		}
	}
}

// leastMasked is the number of characters from which on a masked identifier shows its last four.
const leastMasked = 8

// mask leaves the last four characters of an identifier, and none of a short one.
func mask(id string) string {
	switch r := []rune(id); {
	case len(r) == 0:
		return ""
	case len(r) < leastMasked:
		return "****"
	default:
		return "****" + string(r[len(r)-4:])
	}
}
