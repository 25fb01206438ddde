package reportable

import (
	"errors"
	"strings"
	"testing"

	"github.com/iromath/iromath/internal/jsonform"
)

// refused are facts that are no facts, and the error that says so.
var refused = []struct {
	event string
	want  error
	text  string
}{
	{`{"kind":""}`, ErrKind, `""`},
	{`{"kind":"fraud"}`, ErrKind, "fraud"},
	{overpaid(`"title":"x"`), ErrFacts, "occurrences"},
	{violates(conduct), ErrFacts, "violation"},
	{ineligible(conduct), ErrFacts, "persons"},
	{bankrupt(conduct), ErrFacts, "petitions"},
	{overpaid(over, `"violation":{"laws":["x"]}`), ErrFacts, "violation"},
	{violates(conduct, `"violation":{"laws":["x"]}`, `"screen":{"amount":"1"}`), ErrFacts, "screen"},
	{overpaid(over, person(excluded)), ErrFacts, "persons"},
	{overpaid(over, yes, `"determined":"2026-06-15"`), ErrFacts, "day of the analysis"},
	{ineligible(person(excluded), yes, `"determined":"2026-06-16"`), ErrFacts, "not the day of the analysis"},
	{violates(conduct, `"violation":{"laws":["x"],"starkOnly":true,"kickback":true}`), ErrFacts, "self-referral"},
	{overpaid(`"occurrences":[{"from":"","what":"x"}]`), ErrFacts, "no day"},
	{overpaid(`"occurrences":[{"from":"2026-05-04","what":" "}]`), ErrFacts, "what happened"},
	{overpaid(`"occurrences":[{"from":"2026-05-04","what":"x","identified":"2026-05-05"}]`), ErrFacts,
		"without an overpayment"},
	{overpaid(`"occurrences":[{"from":"2026-05-04","what":"x","overpayment":"-1"}]`), ErrAmount, "negative"},
	{overpaid(`"occurrences":[{"from":"2026-05-04","what":"x","overpayment":"0"}]`), ErrAmount, "zero"},
	{overpaid(`"occurrences":[{"from":"2026-05-04","what":"x","overpayment":"0.001"}]`), ErrAmount, "cents"},
	{overpaid(`"occurrences":[{"from":"2026-05-04","what":"x","overpayment":"1e9999"}]`), ErrAmount, "digits"},
	{overpaid(`"occurrences":[{"from":"2026-05-04","through":"2026-05-03","what":"x"}]`), ErrOrder,
		"through 2026-05-03 is before"},
	{overpaid(`"occurrences":[{"from":"2026-05-04","discovered":"2026-05-03","what":"x"}]`), ErrOrder, "discovered"},
	{overpaid(`"occurrences":[{"from":"2026-05-04","identified":"2026-05-03","what":"x","overpayment":"1"}]`), ErrOrder,
		"identified"},
	{overpaid(over, strings.Replace(yes, "2026-06-15", "2026-05-03", 1)), ErrOrder, "analysis of 2026-05-03 is before " +
		"occurrence 1"},
	{overpaid(open, strings.Replace(yes, "2026-06-15", "2026-05-31", 1)), ErrOrder, "discovery"},
	{overpaid(over, `"analysis":{"on":"","by":"","considered":[],"conclusion":"","grounds":""}`), ErrAnalysis, "day"},
	{overpaid(over, `"analysis":{"on":"2026-06-15","by":"","considered":[],"conclusion":"","grounds":""}`), ErrAnalysis, "whom"},
	{overpaid(over, `"analysis":{"on":"2026-06-15","by":"CO","considered":[],"conclusion":"","grounds":""}`), ErrAnalysis, "considered"},
	{overpaid(over, `"analysis":{"on":"2026-06-15","by":"CO","considered":[{"kind":"cause","text":"x"}],"conclusion":"","grounds":""}`),
		ErrAnalysis, "conclusion"},
	{overpaid(over,
		`"analysis":{"on":"2026-06-15","by":"CO","considered":[{"kind":"cause","text":"x"}],"conclusion":"reportable","grounds":""}`),
		ErrAnalysis, "grounds"},
	{overpaid(over,
		`"analysis":{"on":"2026-06-15","by":"CO","considered":[{"kind":"cause","text":""}],"conclusion":"reportable","grounds":"g"}`), ErrAnalysis, "says nothing"},
	{overpaid(over,
		`"analysis":{"on":"2026-06-15","by":"CO","considered":[{"kind":"mood","text":"x"}],"conclusion":"reportable","grounds":"g"}`), ErrWord, "mood"},
	{overpaid(over,
		`"analysis":{"on":"2026-06-15","by":"CO","considered":[{"kind":"cause","text":"x"}],"conclusion":"maybe","grounds":"g"}`), ErrWord, "maybe"},
	{overpaid(over, `"screen":{}`), ErrFacts, "screen"},
	{overpaid(over, `"screen":{"rate":"0.05"}`), ErrFacts, "base"},
	{overpaid(over, `"screen":{"rate":"5","base":"100"}`), ErrAmount, "at most 1"},
	{overpaid(over, `"screen":{"rate":"1e-9999","base":"100"}`), ErrAmount, "digits"},
	{overpaid(over, `"screen":{"rate":"0.05","base":"-100"}`), ErrAmount, "base"},
	{overpaid(over, `"screen":{"amount":"-5"}`), ErrAmount, "screen amount"},
	{violates(conduct, `"violation":{"laws":[]}`), ErrFacts, "no law"},
	{violates(conduct, `"violation":{"laws":[""]}`), ErrFacts, "blank"},
	{violates(conduct, `"violation":{"laws":["x"],"sanction":"perhaps"}`), ErrWord, "perhaps"},
	{violates(conduct, `"violation":{"laws":["x"],"assessed":"sure"}`), ErrWord, "sure"},
	{ineligible(`"persons":[{"name":"","from":"2025-01-01"}]`), ErrFacts, "no name"},
	{ineligible(`"persons":[{"name":"P","from":""}]`), ErrFacts, "first day"},
	{ineligible(`"persons":[{"name":"P","from":"2025-01-02","through":"2025-01-01"}]`), ErrOrder, "through"},
	{ineligible(person(`"exclusions":[{"program":"leie","from":"2025-01-01"}]`)), ErrWord, "leie"},
	{ineligible(person(`"exclusions":[{"program":"medicare","from":""}]`)), ErrFacts, "first day"},
	{ineligible(person(`"exclusions":[{"program":"state_medicaid","from":"2025-01-01"}]`)), ErrFacts, "State"},
	{ineligible(person(`"exclusions":[{"program":"medicare","from":"2025-01-01","state":"TX"}]`)), ErrFacts, "belong"},
	{ineligible(person(`"exclusions":[{"program":"medicare","from":"2025-01-01","paidServices":"x"}]`)), ErrWord,
		"paidServices"},
	{ineligible(person(`"exclusions":[{"program":"medicare","from":"2025-01-02","through":"2025-01-01"}]`)), ErrOrder,
		"exclusion 1"},
	{ineligible(person(excluded), `"determined":"2025-06-15"`), ErrOrder, "ineligible"},
	{ineligible(person(excluded), `"determined":"2024-06-15"`), ErrOrder, "engagement"},
	{bankrupt(`"petitions":[{"debtor":"","filed":"2026-06-10"}]`), ErrWord, "debtor"},
	{bankrupt(`"petitions":[{"debtor":"provider","filed":"2026-06-10"}],"determined":"2026-06-09"`), ErrOrder, "filing"},
	{bankrupt(`"petitions":[{"debtor":"provider","filed":"9999-12-10"}],"determined":"9999-12-20"`), ErrDate, "9999"},
	{overpaid(over, `"terms":{"violation":"certain"}`), ErrWord, "certain"},
	{overpaid(over, `"terms":{"conviction":"often"}`), ErrWord, "conviction"},
	{overpaid(over, `"terms":{"reportDays":-1}`), ErrDays, "reportDays"},
	{overpaid(over, `"terms":{"repayDays":100000}`), ErrDays, "repayDays"},
	{overpaid(over, `"terms":{"notice":[{"id":"a","text":"x"},{"id":"a","text":"y"}]}`), ErrFacts, "notice"},
	{overpaid(over, `"terms":{"clauses":[{"parameter":"mood","quote":"x"}]}`), ErrWord, "mood"},
	{overpaid(over, `"terms":{"clauses":[{"parameter":"notice","quote":" "}]}`), ErrFacts, "quotes nothing"},
	{overpaid(over, `"terms":{"calendar":{"weekends":"onward","holidays":"earlier"}}`), ErrCalendar, "nowhere"},
	{overpaid(strings.Replace(over, "2026-06-01", "9999-12-01", 1)), ErrDate, "9999"},
	{overpaid(`"occurrences":[{"from":"1980-05-04","what":"x","overpayment":"1","identified":"1980-06-01"}]`,
		`"terms":{"calendar":{"holidays":"onward"}}`), ErrYear, "1980"},
}

func TestDetermineRefuses(t *testing.T) {
	for _, c := range refused {
		d, err := decode[Event](t, c.event).Determine()
		if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.text) {
			t.Errorf("%s:\n%v; want %v with %q", c.event, err, c.want, c.text)
		}
		if d.Conclusion != "" {
			t.Errorf("%s: an error and %s", c.event, d.Conclusion)
		}
	}
	var e Event
	if err := jsonform.Unmarshal([]byte(`{"kind":"bankruptcy","petition":{}}`), &e); !errors.Is(err, jsonform.ErrJSON) {
		t.Errorf("an unknown field: %v", err)
	}
}

func TestTooMany(t *testing.T) {
	many := make([]Occurrence, maxList+1)
	for i := range many {
		many[i] = Occurrence{From: day(2026, 1, 1), What: "x"}
	}
	if _, err := (Event{Kind: SubstantialOverpayment, Occurrences: many}).Determine(); !errors.Is(err, ErrFacts) {
		t.Error(err)
	}
	if _, err := (Event{Kind: SubstantialOverpayment, Occurrences: many[:1], Terms: Terms{Notice: make([]NoticeItem,
		maxList+1)}}).Determine(); !errors.Is(err, ErrFacts) {
		t.Error(err)
	}
	if _, err := (Deadlines{Clocks: make([]StartedClock, maxList+1)}).Due(); !errors.Is(err, ErrFacts) {
		t.Error(err)
	}
	if _, err := (Calendar{Closed: make([]Date, maxClosed+1)}).After(day(2026, 1, 1), 1); !errors.Is(err, ErrCalendar) {
		t.Error(err)
	}
}
