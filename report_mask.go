package iromath

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

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
	var patients []string
	for _, f := range r.Findings {
		patients = append(patients, f.Patient)
	}
	for _, c := range left {
		patients = append(patients, c.Patient)
	}
	texts := newMasker(patients)
	masked := func(c *errorrate.Claim) {
		c.Reason = texts.mask(c.Reason, c.Patient)
		c.Patient = mask(c.Patient)
	}
	for _, c := range left {
		masked(c)
	}
	for i := range r.Corrections {
		c := &r.Corrections[i]
		for _, text := range []*string{&c.Description, &c.Search, &c.Quote} {
			*text = texts.mask(*text, "")
		}
		if m := c.Monitor; m != nil {
			m.With, m.Said = texts.mask(m.With, ""), texts.mask(m.Said, "")
		}
	}
	for i := range r.Warnings { // those of a correction repeat its description
		r.Warnings[i].Message = texts.mask(r.Warnings[i].Message, "")
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
func (s *SystemsReview) maskTexts(texts masker) {
	if s == nil {
		return
	}
	for i := range s.Claims {
		w := &s.Claims[i].WalkThrough
		for _, text := range []*string{&w.Other, &w.Cause, &w.Observation, &w.Action, &w.Recommendation} {
			*text = texts.mask(*text, "")
		}
	}
	for i := range s.Points {
		s.Points[i].Other = texts.mask(s.Points[i].Other, "")
	}
	for _, list := range [][]SharedText{s.Causes, s.Observations, s.Actions, s.Recommendations} {
		for i := range list {
			list[i].Text = texts.mask(list[i].Text, "")
		}
	}
}

// masker masks identifiers in texts that name a patient: those that are long, or no single word, wherever they stand, and all of
// leastSearched characters or more, in capital or small letters, where they stand as a word. A still shorter one cannot be
// told from other numbers and is searched for in the reason of its own claim only.
type masker struct {
	anywhere *strings.Replacer
	words    map[string]string // in small letters
	longest  int               // of the words, in bytes; the letter case can make a difference of some
}

// leastSearched is the number of characters from which on an identifier is searched for in all texts.
const leastSearched = 4

// mostSearched is the number of characters up to which it is searched for as a word; a longer one is found as it is written.
const mostSearched = 64

func newMasker(patients []string) masker {
	slices.SortFunc(patients, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), strings.Compare(a, b)) })
	m := masker{words: map[string]string{}}
	var pairs []string
	for _, id := range slices.Compact(patients) {
		n := len([]rune(id))
		if n >= leastMasked || n >= leastSearched && strings.ContainsFunc(id, func(r rune) bool { return !inWord(r) }) {
			pairs = append(pairs, id, mask(id))
		}
		if n >= leastSearched && n <= mostSearched {
			m.words[strings.ToLower(id)] = mask(id)
			m.longest = max(m.longest, 2*len(id))
		}
	}
	m.anywhere = strings.NewReplacer(pairs...)
	return m
}

// mask masks a text; own is the identifier of the patient it is about, if it is about one.
func (m masker) mask(text, own string) string {
	text = m.anywhere.Replace(text)
	if own = strings.ToLower(own); len(own) > mostSearched {
		own = "" // found above
	}
	var b strings.Builder
	for text != "" {
		if n := strings.IndexFunc(text, inWord); n != 0 {
			if n < 0 {
				n = len(text)
			}
			b.WriteString(text[:n])
			text = text[n:]
			continue
		}
		n := strings.IndexFunc(text, func(r rune) bool { return !inWord(r) })
		if n < 0 {
			n = len(text)
		}
		word := strings.TrimRightFunc(text[:n], unicode.IsPunct) // that of the sentence
		if word == "" {
			word = text[:n]
		}
		b.WriteString(m.word(word, own))
		text = text[len(word):]
	}
	return b.String()
}

// word masks a word, or the parts of one that punctuation joins to others: "chart/4711". The longest part counts.
func (m masker) word(word, own string) string {
	starts := []int{0}
	for i := range len(word) {
		if strings.IndexByte(joints, word[i]) >= 0 {
			starts = append(starts, i+1)
		}
	}
	ends := append(slices.Clone(starts[1:]), len(word)+1) // one beyond the joint after each part
	var b strings.Builder
	for i := 0; i < len(starts); i++ {
		masked, last := "", i
		for k := i; k < len(ends) && ends[k]-1-starts[i] <= max(m.longest, len(own)); k++ {
			part := strings.ToLower(word[starts[i] : ends[k]-1])
			if text, found := m.words[part]; found {
				masked, last = text, k
			} else if own != "" && part == own {
				masked, last = mask(own), k
			}
		}
		if masked == "" {
			masked = word[starts[i] : ends[i]-1]
		}
		b.WriteString(masked)
		if last+1 < len(starts) {
			b.WriteByte(word[ends[last]-1])
		}
		i = last
	}
	return b.String()
}

// joints can be part of an identifier, and can join it to other words.
const joints = "-_./"

// inWord reports whether a character can be part of an identifier.
func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || strings.ContainsRune(joints, r)
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
