package reportable

import (
	"fmt"
	"slices"
	"strings"

	"github.com/iromath/iromath/internal/exact"
)

// NoticeItem is one thing a notice, request or report has to contain.
type NoticeItem struct {
	// ID is a short name that does not change.
	ID string `json:"id"`
	// Text says in our words what has to be there.
	Text string `json:"text"`
	// Facts are what the recorded facts already say about it; none means that it is still to be written.
	Facts []string `json:"facts,omitempty"`
	// Source of the demand.
	Source Source `json:"source,omitzero"`
}

// Identifiers of the items of reports and requests.
const (
	ItemDetails     = "details"
	ItemPeriod      = "period"
	ItemPeople      = "people"
	ItemLaws        = "laws"
	ItemPrograms    = "programs"
	ItemQuantified  = "quantified"
	ItemCorrections = "corrections"
	ItemRepayment   = "repayment"
	ItemIdentity    = "identity"
	ItemEngagement  = "engagement"
	ItemScreening   = "screening"
	ItemFound       = "how_found"
	ItemFiling      = "filing"
	ItemImplicated  = "program_requirements"
	ItemWriting     = "in_writing"
	ItemReasons     = "reasons"
	ItemBusiness    = "business"
	ItemSaleTerms   = "terms"
	ItemPurchaser   = "purchaser"
	ItemIROIdentity = "iro_identity"
	ItemDiscussed   = "discussed_in_advance"
)

var conductItems = []NoticeItem{
	{ID: ItemDetails, Text: "What happened, in full: the types of claims, transactions or other conduct."},
	{ID: ItemPeriod, Text: "The period in which it happened."},
	{ID: ItemPeople, Text: "The entities and individuals believed to be implicated, and their roles."},
	{ID: ItemLaws, Text: "The laws that may have been violated, if any."},
	{ID: ItemPrograms, Text: "The Federal health care programs affected."},
	{ID: ItemQuantified, Text: "The steps taken to identify and quantify overpayments."},
	{ID: ItemCorrections, Text: "The actions taken to correct it and to keep it from recurring."},
	{ID: ItemRepayment, Text: "Where money was overpaid: a copy of the notice to the payor and of the repayment, as " +
		"soon as they are made."},
}

var personItems = []NoticeItem{
	{ID: ItemIdentity, Text: "Who the ineligible person is, and which duties the person performed."},
	{ID: ItemEngagement, Text: "The dates of the employment or contract."},
	{ID: ItemScreening, Text: "The screening before and during the employment or contract, and the flaw in it, if any."},
	{ID: ItemFound, Text: "How the ineligible person was found."},
	{ID: ItemCorrections, Text: "The corrections that keep an ineligible person from being employed or contracted again."},
}

var bankruptcyItems = []NoticeItem{
	{ID: ItemFiling, Text: "The papers of the filing."},
	{ID: ItemImplicated, Text: "The requirements of Federal health care programs that are implicated."},
}

// ReportItems returns what the report of a reportable event of a kind usually contains. OIG's FAQ has no such list: it is
// what OIG's agreements usually demand, and the list of your agreement goes into [Terms].Notice.
//
// Error: [ErrKind].
func ReportItems(kind Kind) ([]NoticeItem, error) {
	var list []NoticeItem
	switch kind {
	case SubstantialOverpayment, PotentialViolation:
		list = conductItems
	case IneligiblePerson:
		list = personItems
	case Bankruptcy:
		list = bankruptcyItems
	default:
		return nil, fmt.Errorf("%w: %q is none of %v", ErrKind, clip(string(kind)), Kinds())
	}
	return from(RuleNotice, list), nil
}

// from is a copy of a list of items with their source.
func from(rule string, list []NoticeItem) []NoticeItem {
	items := append([]NoticeItem(nil), list...)
	for i := range items {
		items[i].Source = sourceOf(rule)
	}
	return items
}

// notice lists the contents of the report with what the facts say about each.
func (d *Determination) notice(e Event, terms Terms) []NoticeItem {
	items := append([]NoticeItem(nil), terms.Notice...)
	if len(items) == 0 {
		items, _ = ReportItems(e.Kind)
	}
	for i := range items {
		items[i].Facts = append([]string(nil), items[i].Facts...)
		if items[i].Source == (Source{}) {
			items[i].Source = terms.source("notice", RuleNotice)
		}
		items[i].Facts = append(items[i].Facts, d.facts(e, items[i].ID)...)
	}
	return items
}

// facts that an event states about an item of its report.
func (d *Determination) facts(e Event, item string) []string {
	var list []string
	switch item {
	case ItemDetails:
		for _, o := range e.Occurrences {
			list = append(list, o.What)
		}
	case ItemPeriod:
		if !d.From.IsZero() {
			list = append(list, span(d.From, d.Through))
		}
	case ItemLaws:
		if e.Violation != nil {
			list = append(list, e.Violation.Laws...)
		}
	case ItemPrograms:
		for _, o := range e.Occurrences {
			if o.Payor != "" && !slices.Contains(list, o.Payor) {
				list = append(list, o.Payor)
			}
		}
	case ItemQuantified:
		for _, p := range d.Payors {
			list = append(list, fmt.Sprintf("$%s overpaid by %s, occurrences: %d", exact.Commas(p.Overpayment, 2),
				named(p.Payor), p.Occurrences))
		}
	case ItemCorrections:
		list = append(list, e.Corrections...)
	case ItemIdentity:
		for _, p := range e.Persons {
			list = append(list, joined(p.Name, p.Duties))
		}
	case ItemEngagement:
		for _, p := range e.Persons {
			list = append(list, joined(p.Name, span(p.From, p.Through)))
		}
	case ItemScreening:
		for _, p := range e.Persons {
			if p.Screening != "" {
				list = append(list, joined(p.Name, p.Screening))
			}
		}
	case ItemFound:
		for _, p := range e.Persons {
			if p.Found != "" {
				list = append(list, joined(p.Name, p.Found))
			}
		}
	case ItemFiling:
		for _, p := range e.Petitions {
			if !p.Filed.IsZero() {
				list = append(list, strings.Join(strings.Fields("filed "+p.Filed.String()+" "+p.Court+" "+p.Case), " "))
			}
		}
	}
	return list
}

func joined(name, rest string) string {
	if blank(rest) {
		return name
	}
	return name + ": " + rest
}

func named(payor string) string {
	if payor == "" {
		return "a payor not named"
	}
	return payor
}

// span writes a period.
func span(from, through Date) string {
	switch {
	case through.IsZero():
		return "since " + from.String()
	case through == from:
		return from.String()
	}
	return from.String() + " to " + through.String()
}
