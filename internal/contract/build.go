package contract

import (
	"encoding"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/reportable"
)

// side is where a type stands: a request may leave out more and may give numbers as numbers.
type side int

const (
	request side = iota
	result
)

type key struct {
	of   reflect.Type
	side side
}

// builder turns Go types into forms.
type builder struct {
	source *source
	types  map[key]*Type
	err    error // the first that was found
}

func (b *builder) fail(format string, values ...any) Form {
	if b.err == nil {
		b.err = fmt.Errorf("contract: "+format, values...)
	}
	return Form{Kind: Any}
}

// Types with a JSON form of their own, as structs that have the same form. A test holds them against what is written.
var mirrors = map[reflect.Type]reflect.Type{
	reflect.TypeFor[appraisal.Sums]():     reflect.TypeFor[sums](),
	reflect.TypeFor[appraisal.PairSums](): reflect.TypeFor[pairSums](),
}

type sums struct {
	// Count of values.
	Count int64 `json:"count"`
	// Nonzero is how many of them are not zero.
	Nonzero int64 `json:"nonzero"`
	// Sum of the values, their squares, cubes and fourth powers, in full.
	Sum        decimal.Decimal `json:"sum"`
	SumSquares decimal.Decimal `json:"sumSquares"`
	SumCubes   decimal.Decimal `json:"sumCubes"`
	SumFourths decimal.Decimal `json:"sumFourths"`
}

type pairSums struct {
	// Count of pairs.
	Count int64 `json:"count"`
	// SumY and SumX are the sums of the values, SumSquaresY and SumSquaresX of their squares, in full.
	SumY        decimal.Decimal `json:"sumY"`
	SumX        decimal.Decimal `json:"sumX"`
	SumSquaresY decimal.Decimal `json:"sumSquaresY"`
	// SumProducts is the sum of y times x.
	SumProducts decimal.Decimal `json:"sumProducts"`
	SumSquaresX decimal.Decimal `json:"sumSquaresX"`
}

var textMarshaler = reflect.TypeFor[encoding.TextMarshaler]()

// form is the form of the values of a Go type, by the rules of package jsonform.
func (b *builder) form(t reflect.Type, s side) Form {
	switch t {
	case reflect.TypeFor[decimal.Decimal]():
		if s == request {
			return Form{Kind: DecimalInput}
		}
		return Form{Kind: Decimal}
	case reflect.TypeFor[reportable.Date]():
		return Form{Kind: Date}
	case reflect.TypeFor[time.Time]():
		return Form{Kind: Time}
	case reflect.TypeFor[json.RawMessage]():
		return Form{Kind: Any}
	}
	switch t.Kind() {
	case reflect.Pointer:
		return b.form(t.Elem(), s)
	case reflect.Bool:
		return Form{Kind: Boolean}
	case reflect.Int, reflect.Int64:
		return Form{Kind: Integer}
	case reflect.String:
		return b.text(t, s)
	case reflect.Slice, reflect.Array:
		if t.Elem().Kind() == reflect.Uint8 {
			return Form{Kind: Bytes}
		}
		of := b.form(t.Elem(), s)
		return Form{Kind: List, Of: &of}
	case reflect.Map:
		of := b.form(t.Elem(), s)
		return Form{Kind: Map, Of: &of}
	case reflect.Struct:
		return b.object(t, s)
	}
	return b.fail("no form for the type %s", t)
}

// text is a text, one of a closed choice where the type has constants.
func (b *builder) text(t reflect.Type, s side) Form {
	if t.Name() == "string" {
		return Form{Kind: Text}
	}
	values, err := b.source.values(t)
	if err != nil {
		return b.fail("%w", err)
	}
	if len(values) == 0 {
		return Form{Kind: Text}
	}
	if b.types[key{t, s}] == nil {
		b.types[key{t, s}] = &Type{Name: nameOf(t), Doc: b.source.typeDoc(t), Values: values}
	}
	return Form{Kind: Named, Type: b.types[key{t, s}]}
}

func (b *builder) object(t reflect.Type, s side) Form {
	if known := b.types[key{t, s}]; known != nil {
		return Form{Kind: Named, Type: known}
	}
	if t.Name() == "" {
		return b.fail("a struct without a name: %s", t)
	}
	if t.Implements(textMarshaler) {
		return b.fail("a text form of its own: %s", t)
	}
	n := &Type{Name: nameOf(t), Doc: b.source.typeDoc(t)}
	b.types[key{t, s}] = n
	of := t
	if m := mirrors[t]; m != nil {
		of = m
	}
	n.Fields = b.fields(of, s)
	return Form{Kind: Named, Type: n}
}

// fields are the JSON fields of a struct in order.
func (b *builder) fields(t reflect.Type, s side) []Field {
	var fields []Field
	docs, err := b.source.fieldDocs(t)
	if err != nil {
		b.fail("%w", err)
	}
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case name == "-", !f.IsExported() && !f.Anonymous:
			continue
		case f.Anonymous && name == "" && f.Type.Kind() == reflect.Struct:
			fields = append(fields, Field{Form: b.form(f.Type, s)})
			continue
		case name == "":
			b.fail("%s.%s has no JSON name", t, f.Name)
		}
		empty, zero := strings.Contains(options, "omitempty"), strings.Contains(options, "omitzero")
		field := Field{Name: name, Doc: docs[f.Name], Form: b.form(f.Type, s)}
		if t.String() == "iromath.replayRequest" && name == "saved" { // kept as text for Replay, which wants this form
			field.Form = b.form(b.saved(), s)
		}
		if s == request {
			tag := f.Tag.Get("request")
			if tag != "" && (tag != "optional" || empty || zero) {
				b.fail("%s.%s has the tag request:%q, which says nothing", t, f.Name, tag)
			}
			field.Optional = empty || zero || tag != ""
		} else {
			field.Optional = empty && f.Type.Kind() != reflect.Struct || zero
		}
		field.Form.Null = f.Type.Kind() == reflect.Pointer && !field.Optional
		fields = append(fields, field)
	}
	return fields
}

// join makes one type of those that have the same form in requests and in results, and tells the others apart by name.
func (b *builder) join(api *API) {
	differ := map[reflect.Type]bool{}
	var same func(x, y Form) bool
	goType := map[*Type]reflect.Type{}
	for k, t := range b.types {
		goType[t] = k.of
	}
	same = func(x, y Form) bool {
		switch {
		case x.Kind != y.Kind || x.Null != y.Null:
			return false
		case x.Kind == Named:
			return !differ[goType[x.Type]]
		case x.Of != nil:
			return same(*x.Of, *y.Of)
		}
		return true
	}
	for again := true; again; {
		again = false
		for k, t := range b.types {
			other := b.types[key{k.of, result}]
			if k.side == request && other != nil && !differ[k.of] && !slices.EqualFunc(t.Fields, other.Fields, func(x, y Field) bool {
				return x.Optional == y.Optional && same(x.Form, y.Form)
			}) {
				differ[k.of], again = true, true
			}
		}
	}
	merged := map[*Type]*Type{}
	for k, t := range b.types {
		other := b.types[key{k.of, result}]
		switch {
		case k.side == result || other == nil:
		case differ[k.of]:
			t.Name += "Input"
		default:
			merged[t] = other
			b.types[k] = other
		}
	}
	var redirect func(*Form)
	redirect = func(f *Form) {
		if to := merged[f.Type]; to != nil {
			f.Type = to
		}
		if f.Of != nil {
			redirect(f.Of)
		}
	}
	for _, t := range b.types {
		for i := range t.Fields {
			redirect(&t.Fields[i].Form)
		}
	}
	for i := range api.Calculations {
		redirect(&api.Calculations[i].Request)
		redirect(&api.Calculations[i].Result)
	}
	redirect(&api.Heading)
	redirect(&api.Document)
	redirect(&api.Description)
}

// saved is the type of a saved review.
func (b *builder) saved() reflect.Type {
	for _, c := range iromath.Calculations() {
		if c.Name == "review" {
			if f, ok := c.Result.FieldByName("Saved"); ok {
				return f.Type
			}
		}
	}
	b.fail("the result of review has no saved review")
	return reflect.TypeFor[struct{}]()
}

// check finds fields that stand twice in an object.
func (b *builder) check() error {
	for k, t := range b.types {
		fields := t.All()
		for i, f := range fields {
			if slices.ContainsFunc(fields[:i], func(e Field) bool { return e.Name == f.Name }) {
				b.fail("%s has the field %s twice", k.of, f.Name)
			}
		}
	}
	return b.err
}
