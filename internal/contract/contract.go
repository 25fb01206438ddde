// Package contract describes the JSON contract of the library, [iromath.Calculations], for programs in other languages:
// as TypeScript types and as JSON Schema. It reads the Go types of requests and results and, from the source, their
// comments and constants, so that the descriptions cannot drift from the code. Tests and go generate use it; no program
// links it.
package contract

//go:generate go test . -run TestTypeScript -update

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/iromath/iromath"
)

// API is the whole contract.
type API struct {
	Calculations []Calculation
	// Types are all objects and closed choices by name. Where a type has another form in requests than in results there
	// are two, that of requests with "Input" behind its name.
	Types []*Type
	// Heading, Document and Description are the forms of what the library takes and gives beside requests and results:
	// the heading of a printout, a report without a form, and a calculation as it is listed.
	Heading, Document, Description Form
}

// Calculation is a calculation with the forms of its JSON.
type Calculation struct {
	Name, Summary, Source string
	Request, Result       Form
}

// Type is a JSON object, with fields, or a closed choice of texts, with values.
type Type struct {
	Name, Doc string
	Fields    []Field
	Values    []Value
}

// All are the fields of an object with those of embedded objects in their place.
func (t *Type) All() []Field {
	var all []Field
	for _, f := range t.Fields {
		if f.Name == "" {
			all = append(all, f.Form.Type.All()...)
		} else {
			all = append(all, f)
		}
	}
	return all
}

// Field is a field of an object. Without a name it is an embedded object, whose fields are fields of this one.
type Field struct {
	Name, Doc string
	Form      Form
	// Optional fields may be left out.
	Optional bool
}

// Value is one of a closed choice.
type Value struct{ Value, Doc string }

// Form is the form of a JSON value.
type Form struct {
	Kind Kind
	// Type of an object or a choice.
	Type *Type
	// Of is the form of the elements of a list or a map.
	Of *Form
	// Null says that null may stand for it.
	Null bool
}

// Kind is a kind of JSON value.
type Kind string

// The kinds of JSON values.
const (
	Any          Kind = "any"
	Boolean      Kind = "boolean"
	Integer      Kind = "integer"
	Text         Kind = "text"
	Decimal      Kind = "Decimal"      // of a result
	DecimalInput Kind = "DecimalInput" // of a request
	Date         Kind = "CivilDate"
	Time         Kind = "Timestamp"
	Bytes        Kind = "Base64"
	List         Kind = "list"
	Map          Kind = "map"
	Named        Kind = "named" // an object or a choice
)

// Describe returns the contract as it stands in the source.
func Describe() (*API, error) {
	src, err := readSource()
	if err != nil {
		return nil, err
	}
	b := &builder{source: src, types: map[key]*Type{}}
	api := &API{
		Heading:     b.form(reflect.TypeFor[iromath.Heading](), request),
		Document:    b.form(reflect.TypeFor[iromath.Document](), result),
		Description: b.form(reflect.TypeFor[iromath.Calculation](), result),
	}
	for _, c := range iromath.Calculations() {
		api.Calculations = append(api.Calculations, Calculation{
			Name: c.Name, Summary: c.Summary, Source: c.Source,
			Request: b.form(c.Request, request), Result: b.form(c.Result, result),
		})
	}
	if b.err != nil {
		return nil, b.err
	}
	b.join(api)
	if err := b.check(); err != nil {
		return nil, err
	}
	for _, t := range b.types {
		if !slices.Contains(api.Types, t) {
			api.Types = append(api.Types, t)
		}
	}
	slices.SortFunc(api.Types, func(a, b *Type) int { return strings.Compare(a.Name, b.Name) })
	for i, t := range api.Types[1:] {
		if t.Name == api.Types[i].Name {
			return nil, fmt.Errorf("contract: two types are called %s", t.Name)
		}
	}
	return api, nil
}
