package iromath

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"os/exec"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/errorrate"
	"github.com/iromath/iromath/extrapolate"
	"github.com/iromath/iromath/extrapolate/reporthtml"
	"github.com/iromath/iromath/internal/exact"
)

// written are the forms of a report as they are written.
func written(t testing.TB, r Report) map[string]string {
	t.Helper()
	forms := map[string]string{}
	for name, write := range map[string]func(io.Writer) error{
		"text": r.WriteText, "markdown": r.WriteMarkdown, "html": func(w io.Writer) error {
			return reporthtml.Write(w,
				r.Document())
		},
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		forms[name] = b.String()
	}
	return forms
}

var (
	tags    = regexp.MustCompile(`<[^>]*>`)
	escapes = regexp.MustCompile(`\\(.)`)
)

// shown are the words that a reader of each form sees, in their order.
func shown(t testing.TB, r Report) map[string]string {
	t.Helper()
	forms := written(t, r)
	forms["html"] = html.UnescapeString(tags.ReplaceAllString(strings.ReplaceAll(forms["html"], "<wbr />", ""), " "))
	forms["markdown"] = html.UnescapeString(escapes.ReplaceAllString(strings.NewReplacer("|", " ", "**",
		"").Replace(forms["markdown"]), "$1"))
	for name, s := range forms {
		forms[name] = strings.Join(strings.Fields(s), " ")
	}
	return forms
}

// detailed is a report of a discovery review with a full sample whose claims have every field.
func detailed(t testing.TB, a Agreement, o ReportOptions) Report {
	t.Helper()
	a.Protocol, a.Spares = ProtocolDiscovery, 3
	r := newReview(t, a, frameOf(t, 3000, func(n int64) string { return fmt.Sprintf("%d.25", 1050+n%40) }), Seeds{First: "2468"})
	for !r.Done() {
		list := r.Worklist()
		d := firstWrong(list, 7)
		for i, c := range list {
			d[i].Patient = fmt.Sprintf("MBI-7Q%07d", c.Number)
			d[i].ServiceDate = day(t, "2025-03-04")
			d[i].CodeSubmitted, d[i].CodeReimbursed, d[i].CodeCorrect = "99215", "99214", "99213"
		}
		d[0].Reason, d[0].Category = "level of service of "+d[0].Patient+" too high", errorrate.CategoryCoding
		d[1].Correct, d[1].Documentation, d[1].Reason = nil, errorrate.Missing, "chart not found"
		d[2].Documentation, d[2].Category = errorrate.Insufficient, errorrate.CategoryDocumentation
		c := list[len(list)-1].Paid.Add(dec("7.50"))
		d[len(d)-1].Correct, d[len(d)-1].Reason = &c, "coded too low" // underpaid
		r = submit(t, r, d)
	}
	rep, err := r.Report(o)
	if err != nil {
		t.Fatal(err)
	}
	return rep
}

// figuresOf are the figures of a report, as they have to be read in each form.
func figuresOf(r Report) map[string]string {
	f := map[string]string{}
	samples := map[string]errorrate.Result{"sample": r.ErrorRate}
	if r.DiscoveryErrorRate != nil {
		samples["discovery sample"] = *r.DiscoveryErrorRate
	}
	for name, e := range samples {
		f[name+" reviewed"] = exact.CommasInt(e.Counts.Reviewed)
		for what, n := range map[string]int64{"in error": e.Counts.InError, "overpaid": e.Counts.Overpaid,
			"underpaid": e.Counts.Underpaid,
			"missing":   e.Counts.MissingDocumentation, "insufficient": e.Counts.InsufficientDocumentation} {
			share := decimal.NewFromInt(100*n).DivRound(decimal.NewFromInt(e.Counts.Reviewed), 2)
			f[name+" "+what] = fmt.Sprintf("%s (%s%%)", exact.CommasInt(n), share.StringFixed(2))
		}
		f[name+" paid"], f[name+" gross"], f[name+" under"] = "$"+exact.Commas(e.Paid, 2), "$"+exact.Commas(e.Overpaid,
			2), "$"+exact.Commas(e.Underpaid, 2)
		f[name+" net"], f[name+" rate"] = "$"+exact.Commas(e.NetOverpayment, 2), exact.Commas(e.ErrorRate.Shift(2), 3)+"%"
		for _, c := range e.Categories {
			if name == "sample" {
				f["category "+string(c.Category)] = fmt.Sprintf("$%s $%s", exact.Commas(c.Overpaid, 2),
					exact.Commas(c.Underpaid, 2))
			}
		}
	}
	p := r.Population
	f["frame"], f["frame paid"], f["rows"], f["digest"] = exact.CommasInt(p.Size), "$"+exact.Commas(p.Paid,
		2), exact.CommasInt(p.Rows), p.Digest
	for _, e := range p.Exclusions {
		f["left out "+string(e.Reason)] = "left out, " + strings.ReplaceAll(string(e.Reason), "_",
			" ") + " " + exact.CommasInt(e.Count)
	}
	for _, d := range r.Draws {
		f["draw "+string(d.Stage)] = fmt.Sprintf("%s %s %s %s", exact.CommasInt(d.Selection.Size),
			exact.CommasInt(d.Selection.High), d.Selection.Method, d.Selection.Seed)
		for _, u := range d.Selection.Sample {
			f[fmt.Sprintf("%s, order %d", d.Stage, u.Order)] = fmt.Sprintf(" %d %d ", u.Order, u.Number)
		}
		f["printout "+string(d.Stage)] = strings.Join(strings.Fields(d.Printout), " ")
	}
	if r.Size != nil {
		f["size"], f["size printout"] = exact.Commas(r.Size.Wanted.Unrounded,
			4), strings.Join(strings.Fields(r.Size.Printout), " ")
	}
	if a := r.Appraisal; a != nil {
		for _, i := range a.Overpayment.Intervals {
			f["interval "+i.Level.String()] = fmt.Sprintf("%s%% confidence $%s $%s $%s %s%%", i.Level.Shift(2),
				exact.Commas(i.LowerLimit, 2), exact.Commas(a.PointEstimate, 2),
				exact.Commas(i.UpperLimit, 2), exact.Commas(i.PrecisionPercent, 2))
		}
		f["standard error"], f["net estimate"] = "$"+exact.Commas(a.Overpayment.StandardError,
			2), "$"+exact.Commas(a.Net.PointEstimate, 2)
		f["appraisal printout"] = strings.Join(strings.Fields(a.Printout), " ")
		for _, e := range a.Curve {
			f[fmt.Sprintf("precision of %d", e.Size)] = fmt.Sprintf("%s%% $%s", exact.Commas(e.Precision.Shift(2), 2),
				exact.Commas(*e.PrecisionAmount, 2))
		}
	}
	for i, o := range r.Obligations.Obligations {
		if o.Due != nil {
			f[fmt.Sprintf("obligation %d", i)] = "Due $" + exact.Commas(*o.Due, 2) + " By " + o.By.String()
		}
		for _, rule := range o.Rules {
			f[fmt.Sprintf("rule %d %s", i, rule.ID)] = rule.Text + " (" + rule.Citation
		}
	}
	for _, c := range r.Findings {
		correct := "missing"
		if c.Correct != nil {
			correct = exact.Commas(*c.Correct, 2)
		}
		cells := []string{fmt.Sprint(c.Number), fmt.Sprint(c.Order), c.ID, c.Payor, c.Patient, c.ServiceDate.String(),
			c.CodeSubmitted, c.CodeReimbursed,
			exact.Commas(c.Paid, 2), c.CodeCorrect, correct, exact.Commas(c.Overpayment.Sub(c.Underpayment), 2)}
		f["claim "+c.ID] = strings.Join(slices.DeleteFunc(cells, func(s string) bool { return s == "" }), " ")
		f["reason "+c.ID] = c.Reason
	}
	addChecks(f, r)
	for _, w := range r.Warnings {
		f["warning "+w.Code] = w.Message + " [" + w.Code + "]"
	}
	for i, s := range slices.Concat(r.Summary, r.Methodology, r.Software.Description) {
		f[fmt.Sprintf("paragraph %d", i)] = s
	}
	for _, g := range r.Glossary {
		f["term "+g.Word] = g.Meaning
	}
	f["version"], f["software"] = "Version "+Version, r.Software.Name
	return f
}

// addChecks adds corrections, systems review and checks of the estimate.
func addChecks(f map[string]string, r Report) {
	for _, c := range r.Corrections {
		f[fmt.Sprintf("correction %d", c.Number)] = fmt.Sprintf("Claims that left %s Paid for them $%s Never belonged, because %s. %s",
			exact.CommasInt(c.Count), exact.Commas(c.Paid, 2), groundNames[c.Ground], c.Description)
		f[fmt.Sprintf("ids of correction %d", c.Number)] = "Claim ids " + strings.Join(c.Claims, ", ") + " Digest of the list " + c.Digest
		f[fmt.Sprintf("search and monitor of correction %d", c.Number)] = c.Search + " Consultation of the OIG monitor 2026-11-20, " +
			c.Monitor.With + ": " + c.Monitor.Said
		for _, d := range c.Drawn {
			f["drawn and left "+d.ID] = fmt.Sprintf("Drawn and left: %s (number %d, order %d of the ", d.ID, d.Number, d.Order)
		}
	}
	if r.Corrected != nil {
		f["corrected frame"] = fmt.Sprintf("Claims that belong %s Paid for them $%s Digest of the list %s",
			exact.CommasInt(r.Corrected.Size), exact.Commas(r.Corrected.Paid, 2), r.Corrected.Digest)
	}
	for _, d := range r.Draws {
		for _, p := range d.Replacements {
			f["stepped in "+p.InID] = fmt.Sprintf("Order %d, number %d (%s), left with correction %d; order %d, number %d (%s), stepped in.",
				p.Left.Order, p.Left.Number, p.LeftID, p.Correction, p.In.Order, p.In.Number, p.InID)
		}
	}
	if s := r.Systems; s != nil {
		for _, p := range s.Points {
			f["point "+p.name()] = fmt.Sprintf("%s %d $%s", p.name(), p.Claims, exact.Commas(p.Overpaid, 2))
		}
		for _, x := range slices.Concat(s.Causes, s.Observations, s.Actions, s.Recommendations) {
			f["said: "+x.Text] = fmt.Sprintf("%s (%s)", x.Text, strings.Join(x.Claims, ", "))
		}
		for _, c := range s.Claims {
			f["walk-through "+c.ID] = fmt.Sprintf("%s %d $%s %s", c.ID, c.Number, exact.Commas(c.Overpayment, 2), c.CodedAtSource)
		}
	}
	if s := r.Scrutiny; s != nil {
		for _, c := range s.Checks {
			f["check "+c.Code] = c.Text + " (" + c.Source.Citation
			f["figure of check "+c.Code] = "Figure " + c.Figure
		}
	}
}

// checked is a report with a correction, a systems review, checks of the estimate and a deadline that is suspended. Two
// patients are named in texts.
func checked(t testing.TB, o ReportOptions) (Report, *Review) {
	t.Helper()
	r := newReview(t, Agreement{Protocol: ProtocolSingle, Spares: 2, Name: "CIA"}, frameOf(t, 700, hundred), Seeds{First: "9"})
	d := firstWrong(r.Worklist(), 12)
	for i := range d {
		d[i].Patient = fmt.Sprintf("MBI-7Q%07d", i)
	}
	d[0].Reason = "wrong level for " + d[0].Patient
	r = submit(t, r, d)
	r = correct(t, r, privatePayor(t, d[0].ID, d[40].ID, "C700"))
	r = submit(t, r, decide(r.Worklist(), asPaid))
	var walks []WalkThrough
	for _, c := range r.SystemsWorklist() {
		walks = append(walks, WalkThrough{ID: c.ID, CodedAtSource: AnswerNo, Cause: "an old table, seen with " + d[1].Patient,
			Observation: "it hangs in two rooms", Action: "training", Recommendation: "retire the table"})
	}
	r, err := r.SubmitSystems(day(t, "2026-12-05"), walks)
	if err != nil {
		t.Fatal(err)
	}
	o.Scrutiny = &ScrutinyOptions{MinimumSum: true}
	o.Suspensions = []extrapolate.Suspension{{Kind: extrapolate.Investigation, From: day(t, "2026-12-06"), Through: day(t, "2026-12-20")}}
	rep, err := r.Report(o)
	if err != nil {
		t.Fatal(err)
	}
	return rep, r
}

// TestMaskedEverywhere: masking reaches the determinations of claims that left and the words of walk-throughs, and leaves the
// review as it is.
func TestMaskedEverywhere(t *testing.T) {
	open, _ := checked(t, ReportOptions{})
	for form, text := range shown(t, open) {
		if !strings.Contains(text, "seen with MBI-7Q0000001") {
			t.Errorf("%s: no patient to mask", form)
		}
	}
	masked, r := checked(t, ReportOptions{MaskPatients: true})
	data, err := json.Marshal(masked)
	if err != nil {
		t.Fatal(err)
	}
	forms := shown(t, masked)
	forms["json"] = string(data)
	for form, text := range forms {
		if strings.Contains(text, "MBI-7Q") || !strings.Contains(text, "seen with ****0001") && !strings.Contains(text, `seen with \*\*\*\*0001`) {
			t.Errorf("%s: a patient is named", form)
		}
	}
	saved, err := r.Save()
	if err != nil || !strings.Contains(string(saved), "MBI-7Q0000000") {
		t.Errorf("the review has lost its patients: %v", err)
	}
}

// TestEveryFigureInEveryForm looks for each figure, claim, number drawn, rule and printout of reports in text, Markdown and
// HTML.
func TestEveryFigureInEveryForm(t *testing.T) {
	single := newReview(t, Agreement{Protocol: ProtocolSingle, Name: "CIA"}, frameOf(t, 700, hundred), Seeds{First: "9"})
	corrected, _ := checked(t, ReportOptions{Date: day(t, "2026-12-24")})
	below := newReview(t, Agreement{Protocol: ProtocolDiscovery}, frameOf(t, 700, hundred), Seeds{First: "9"})
	for name, rep := range map[string]Report{
		"full": detailed(t, Agreement{Name: "CIA of the test", Provider: "P"},
			ReportOptions{Date: day(t, "2026-12-01"), Refunds: []extrapolate.Refund{{Payor: "Medicare", Amount: dec("100.50")}}}),
		"fresh":    fullReport(t, Agreement{Protocol: ProtocolDiscovery}, ReportOptions{Date: day(t, "2026-12-01")}),
		"single":   report(t, submit(t, single, firstWrong(single.Worklist(), 12))),
		"no error": report(t, submit(t, below, decide(below.Worklist(), asPaid))),
		"checked":  corrected,
	} {
		forms := shown(t, rep)
		for what, figure := range figuresOf(rep) {
			for form, text := range forms {
				if !strings.Contains(text, strings.Join(strings.Fields(figure), " ")) {
					t.Errorf("%s: the %s has no %s: %q", name, form, what, figure)
				}
			}
		}
	}
}

// TestDocumentSections: the parts that OIG asks of a claims review report, in this order, in each form.
func TestDocumentSections(t *testing.T) {
	rep := detailed(t, Agreement{}, ReportOptions{})
	want := []string{"Outcome", "Warnings", "Methodology", "Population", "Sampling documentation", "Findings in words",
		"Findings in figures",
		"Findings claim by claim", "Extrapolation", "Systems review", "Obligations", "Software", "Glossary", "Printouts"}
	var got []string
	charts := map[string]int{}
	for _, s := range rep.Document().Sections {
		got = append(got, s.Title)
		if len(s.Blocks) == 0 {
			t.Errorf("%s is empty", s.Title)
		}
		for _, b := range s.Blocks {
			if b.Chart != nil {
				charts[s.Title+" "+string(b.Chart.Kind)]++
			}
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[string]int{"Findings in figures bars": 1, "Findings in figures histogram": 1,
		"Extrapolation intervals": 1, "Extrapolation curve": 1}, charts); diff != "" {
		t.Error(diff)
	}
	forms := written(t, rep)
	for i, title := range want {
		number := fmt.Sprintf("%d. ", i+1)
		for form, heading := range map[string]string{"text": "\n" + number + strings.ToUpper(title) + "\n",
			"markdown": "\n## " + number + title + "\n", "html": ">" + number + title + "</h2>"} {
			if strings.Count(forms[form], heading) != 1 {
				t.Errorf("%s: %q stands %d times", form, heading, strings.Count(forms[form], heading))
			}
		}
	}
	words := map[string]bool{}
	for i, g := range rep.Glossary {
		if words[g.Word] || i > 0 && strings.ToLower(g.Word) < strings.ToLower(rep.Glossary[i-1].Word) {
			t.Errorf("%q stands twice or out of order", g.Word)
		}
		words[g.Word] = true
	}
}

// TestRootWritesNoHTML: the packages that the browser build links have no HTML writer and no templates among them.
func TestRootWritesNoHTML(t *testing.T) {
	if runtime.GOOS == "js" {
		t.Skip("runs the go tool")
	}
	out, err := exec.Command("go", "list", "-deps", ".").Output()
	if err != nil {
		t.Skip("the go tool does not run:", err)
	}
	for _, p := range strings.Fields(string(out)) {
		if strings.HasSuffix(p, "reporthtml") || strings.HasSuffix(p, "/template") || p == "html" {
			t.Errorf("the root links %s", p)
		}
	}
}
