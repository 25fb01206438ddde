package iromath

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/jsonform"
)

// ErrCalculation: [Calculate] was asked for a calculation that does not exist.
var ErrCalculation = errors.New("iromath: no such calculation")

// ErrRequest: a request of [Calculate] is not one JSON value of the calculation's form: a field is unknown or stands
// twice, a value has the wrong type, or something follows the value.
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

	run func(request []byte) (any, error)
}

// Calculations lists every calculation, sorted by name. The caller may keep and change the list.
func Calculations() []Calculation {
	list := slices.Clone(calculations)
	for i := range list {
		list[i].Example = bytes.Clone(list[i].Example)
	}
	return list
}

// Calculate answers one JSON request with one JSON result. The form of the request is that of the Go type behind the
// calculation; amounts, rates and levels may be strings or numbers and come back as strings.
//
// Errors: [ErrCalculation], [ErrRequest], and those of the calculation.
func Calculate(name string, request []byte) ([]byte, error) {
	i, found := slices.BinarySearchFunc(calculations, name, func(c Calculation, name string) int { return strings.Compare(c.Name, name) })
	if !found {
		return nil, fmt.Errorf("%w: %q", ErrCalculation, finding.Clip(name))
	}
	result, err := calculations[i].run(request)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return jsonform.Marshal(result)
}

// calculation makes a Calculation of a function from a request type to a result type.
func calculation[Request, Result any](name, summary, source, example string, f func(Request) (Result, error)) Calculation {
	return Calculation{Name: name, Summary: summary, Source: source, Example: json.RawMessage(example), run: func(data []byte) (any, error) {
		var request Request
		if err := jsonform.Unmarshal(data, &request); err != nil {
			return nil, err
		}
		return f(request)
	}}
}

// calculations of all rooms, sorted by name.
var calculations = slices.SortedFunc(slices.Values(slices.Concat(
	appraisalCalculations, attributeCalculations, basesCalculations, beyondCalculations, reportableCalculations,
	reviewCalculations, samplesizeCalculations, samplingCalculations, trainingCalculations,
	variableCalculations, verifyCalculations,
)), func(a, b Calculation) int { return strings.Compare(a.Name, b.Name) })
