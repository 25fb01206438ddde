package iromath

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
	"github.com/iromath/iromath/internal/sorting"
)

var (
	// ErrCalculation: a calculation was asked for that does not exist.
	ErrCalculation = errors.New("iromath: no such calculation")
	// ErrPrintout: the result of a calculation has no printout.
	ErrPrintout = errors.New("iromath: a result without a printout")
)

// ErrRequest: a request is not one JSON value of the calculation's form: a field is unknown or stands twice, a value has
// the wrong type, or something follows the value.
var ErrRequest = jsonform.ErrJSON

// Calculation is one calculation of the JSON contract.
type Calculation struct {
	// Name of the calculation: "appraisal.variable.unrestricted".
	Name string `json:"name"`
	// Summary says in a sentence what it does.
	Summary string `json:"summary"`
	// Source of its formulas and rules.
	Source string `json:"source"`
	// Example is a request that works.
	Example json.RawMessage `json:"example"`
	// Printout tells whether the result can be printed as a page of a workpaper, with [Contract.Print].
	Printout bool `json:"printout"`
	// Request and Result are the Go types whose JSON forms go in and come out.
	Request reflect.Type `json:"-"`
	Result  reflect.Type `json:"-"`

	run answer
	// about is run about a frame that was read before; nil: the calculation takes none.
	about func(*Frame) answer
}

// answer makes a result of the JSON of a request. A calculation that can take seconds ends when the context is done.
type answer func(ctx context.Context, request []byte) (any, error)

// Contract is a list of calculations, sorted by name, that answers requests. [Calculations] is the whole contract; the
// functions beside it are its parts, for programs that link no more than they need.
type Contract []Calculation

// Calculations is the whole contract. The caller may keep and change the list.
func Calculations() Contract {
	return contract(samplingCalculations, samplesizeCalculations, appraisalCalculations, attributeCalculations,
		beyondCalculations, variableCalculations, extrapolateCalculations, basesCalculations, reviewCalculations, fileCalculations,
		verifyCalculations, reportableCalculations, trainingCalculations)
}

// SamplingCalculations draw samples and verify them.
func SamplingCalculations() Contract { return contract(samplingCalculations) }

// SampleSizeCalculations say how many to draw.
func SampleSizeCalculations() Contract { return contract(samplesizeCalculations) }

// AppraisalCalculations estimate dollars and counts from samples.
func AppraisalCalculations() Contract {
	return contract(appraisalCalculations, attributeCalculations, beyondCalculations, variableCalculations)
}

// ExtrapolateCalculations go from reviewed claims to what is owed.
func ExtrapolateCalculations() Contract { return contract(extrapolateCalculations, basesCalculations) }

// ReviewCalculations go through a claims review from its frame to its report.
func ReviewCalculations() Contract { return contract(reviewCalculations, fileCalculations) }

// VerifyCalculations verify what an IRO reports, and run saved reviews again.
func VerifyCalculations() Contract { return contract(verifyCalculations) }

// ComplianceCalculations are about reportable events and the staff training programme.
func ComplianceCalculations() Contract { return contract(reportableCalculations, trainingCalculations) }

// contract joins parts.
func contract(parts ...func() []Calculation) Contract {
	var c Contract
	for _, part := range parts {
		c = append(c, part()...)
	}
	sorting.By(c, func(a, b Calculation) int { return strings.Compare(a.Name, b.Name) })
	return c
}

// whole is the contract that [Calculate] answers by.
var whole struct {
	sync.Once
	Contract
}

// WithContext returns the contract bound to ctx. Once ctx is done, calculations do not begin but return its error. Those that
// can take seconds end early as well: the appraisals of strata, of two and three stages and of unlimited universes, attribute
// sizes, the comparison of reviews and the scrutiny of an estimate. The others take a second at the most, or as long as it
// takes to read the request.
func (c Contract) WithContext(ctx context.Context) Contract {
	list := slices.Clone(c)
	for i := range list {
		list[i].run = list[i].run.until(ctx)
		if about := c[i].about; about != nil {
			list[i].about = func(f *Frame) answer { return about(f).until(ctx) }
		}
	}
	return list
}

// until is the answer while ctx is not done.
func (a answer) until(ctx context.Context) answer {
	if a == nil {
		return nil
	}
	return func(_ context.Context, request []byte) (any, error) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		return a(ctx, request)
	}
}

// Calculate answers one JSON request with one JSON result: see [Contract.Calculate].
func Calculate(name string, request []byte) ([]byte, error) {
	whole.Do(func() { whole.Contract = Calculations() })
	return whole.Calculate(name, request)
}

// Calculate answers one JSON request with one JSON result. The form of the request is that of the Go type behind the
// calculation; amounts, rates and levels may be strings or numbers and come back as strings.
//
// Errors: [ErrCalculation], [ErrRequest], and those of the calculation.
func (c Contract) Calculate(name string, request []byte) ([]byte, error) {
	result, err := c.result(name, request)
	if err != nil {
		return nil, err
	}
	return jsonform.Marshal(result)
}

// Print answers one JSON request with the printout of its result: a page in the layout of RAT-STATS under the heading, or a
// text of the library's own, whose title and day come from the result.
//
// Errors: those of [Contract.Calculate], [ErrPrintout], and those of w.
func (c Contract) Print(w io.Writer, name string, request []byte, h Heading) error {
	result, err := c.result(name, request)
	if err != nil {
		return err
	}
	switch r := result.(type) {
	case page:
		return r.WriteText(w, h)
	case documented:
		return r.Document().WriteText(w)
	case text:
		return r.WriteText(w)
	}
	return fmt.Errorf("%w: %s", ErrPrintout, name)
}

// Document answers one JSON request with its result as a [Document], which has no form yet. Errors: those of
// [Contract.Calculate], and [ErrPrintout] where the result is none or is a page of RAT-STATS.
func (c Contract) Document(name string, request []byte) (Document, error) {
	result, err := c.result(name, request)
	if err != nil {
		return Document{}, err
	}
	if r, ok := result.(documented); ok {
		return r.Document(), nil
	}
	return Document{}, fmt.Errorf("%w: %s", ErrPrintout, name)
}

// The kinds of results that can be printed: a page under a heading, a document, and a text.
type (
	page interface {
		WriteText(io.Writer, Heading) error
	}
	documented interface{ Document() Document }
	text       interface{ WriteText(io.Writer) error }
)

// printable tells whether results of a type can be printed.
func printable(t reflect.Type) bool {
	return t.Implements(reflect.TypeFor[page]()) || t.Implements(reflect.TypeFor[documented]()) || t.Implements(reflect.TypeFor[text]())
}

func (c Contract) result(name string, request []byte) (any, error) {
	i, found := slices.BinarySearchFunc(c, name, func(c Calculation, name string) int { return strings.Compare(c.Name, name) })
	if !found || c[i].run == nil {
		return nil, fmt.Errorf("%w: %q", ErrCalculation, finding.Clip(name))
	}
	return c[i].run(context.Background(), request)
}

// calculation makes a Calculation of a function from a request type to a result type.
func calculation[Request, Result any](name, summary, source, example string, f func(Request) (Result, error)) Calculation {
	return longCalculation(name, summary, source, example, func(request Request, _ context.Context) (Result, error) { return f(request) })
}

// longCalculation makes a Calculation of a method that ends when the context is done.
func longCalculation[Request, Result any](name, summary, source, example string, f func(Request, context.Context) (Result, error)) Calculation {
	result := reflect.TypeFor[Result]()
	return Calculation{
		Name: name, Summary: summary, Source: source, Example: json.RawMessage(example),
		Printout: printable(result), Request: reflect.TypeFor[Request](), Result: result,
		run: answering(f),
	}
}

// answering makes a function from the JSON of a request of a function from a request.
func answering[Request, Result any](f func(Request, context.Context) (Result, error)) answer {
	return func(ctx context.Context, data []byte) (any, error) {
		var request Request
		if err := jsonform.Unmarshal(data, &request); err != nil {
			return nil, err
		}
		return f(request, ctx)
	}
}
