package contract

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// Schema is a JSON Schema of draft 2020-12, as far as the contract needs it.
type Schema struct {
	Ref              string     `json:"$ref,omitempty"`
	Description      string     `json:"description,omitempty"`
	Type             Types      `json:"type,omitempty"`
	Format           string     `json:"format,omitempty"`
	Pattern          string     `json:"pattern,omitempty"`
	ContentEncoding  string     `json:"contentEncoding,omitempty"`
	Enum             []string   `json:"enum,omitempty"`
	Items            *Schema    `json:"items,omitempty"`
	Properties       Properties `json:"properties,omitempty"`
	Required         []string   `json:"required,omitempty"`
	AdditionalFields any        `json:"additionalProperties,omitempty"` // false or a *Schema
	AnyOf            []*Schema  `json:"anyOf,omitempty"`
}

// Types are the types that a value may have; one is written alone.
type Types []string

// MarshalJSON writes one type as a text.
func (t Types) MarshalJSON() ([]byte, error) {
	if len(t) == 1 {
		return json.Marshal(t[0])
	}
	return json.Marshal([]string(t))
}

// Properties are the fields of an object in their order.
type Properties []Property

// Property is a field of an object.
type Property struct {
	Name   string
	Schema *Schema
}

// MarshalJSON writes an object.
func (p Properties) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	for i, f := range p {
		if i == 0 {
			b.WriteByte(123)
		} else {
			b.WriteByte(44)
		}
		name, err := json.Marshal(f.Name)
		if err != nil {
			return nil, err
		}
		schema, err := json.Marshal(f.Schema)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&b, "%s:%s", name, schema)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// decimals are what the library reads: digits with a point or an exponent.
const decimals = `^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?$`

// Schemas are the definitions that the schemas of forms refer to, by name. Their references begin with the prefix, such as
// "#/$defs/" or "#/components/schemas/".
func (a *API) Schemas(prefix string, of ...Form) Properties {
	used := map[*Type]bool{}
	for _, f := range of {
		f.mark(used)
	}
	list := Properties{
		{string(Decimal), &Schema{Type: Types{"string"}, Pattern: `^-?(0|[1-9][0-9]*)(\.[0-9]+)?(E[0-9]+)?$`,
			Description: `A decimal number as text, of any size and in full: "1234.5", "-0.07".`}},
		{string(DecimalInput), &Schema{Type: Types{"string", "number"}, Pattern: decimals,
			Description: "A decimal number in a request: as text, which keeps every digit, or as a number."}},
		{string(Date), &Schema{Type: Types{"string"}, Format: "date", Pattern: `^[0-9]{4}-[0-9]{2}-[0-9]{2}$`, Description: `A day: "2026-11-22".`}},
		{string(Time), &Schema{Type: Types{"string"}, Format: "date-time", Description: `A point in time (RFC 3339): "2026-11-22T09:30:00Z".`}},
		{string(Bytes), &Schema{Type: Types{"string"}, ContentEncoding: "base64", Description: "Bytes in base64."}},
	}
	for _, t := range a.Types {
		if !used[t] {
			continue
		}
		s := &Schema{Description: t.description(), Type: Types{"string"}}
		for _, v := range t.Values {
			s.Enum = append(s.Enum, v.Value)
		}
		if t.Values == nil {
			s.Type, s.AdditionalFields, s.Properties = Types{"object"}, false, Properties{}
			for _, f := range t.All() {
				field := f.Form.Schema(prefix)
				field.Description = strings.TrimSpace(f.Doc)
				s.Properties = append(s.Properties, Property{f.Name, field})
				if !f.Optional {
					s.Required = append(s.Required, f.Name)
				}
			}
		}
		list = append(list, Property{t.Name, s})
	}
	return list
}

// mark marks the types that a form leads to.
func (f Form) mark(used map[*Type]bool) {
	if f.Of != nil {
		f.Of.mark(used)
	}
	if f.Type == nil || used[f.Type] {
		return
	}
	used[f.Type] = true
	for _, field := range f.Type.All() {
		field.Form.mark(used)
	}
}

// Schema is the schema of a form.
func (f Form) Schema(prefix string) *Schema {
	s := &Schema{}
	switch f.Kind {
	case Any:
	case Boolean:
		s.Type = Types{"boolean"}
	case Integer:
		s.Type, s.Format = Types{"integer"}, "int64"
	case Text:
		s.Type = Types{"string"}
	case List:
		s.Type, s.Items = Types{"array"}, f.Of.Schema(prefix)
	case Map:
		s.Type, s.AdditionalFields = Types{"object"}, f.Of.Schema(prefix)
	case Named:
		s.Ref = prefix + f.Type.Name
	default:
		s.Ref = prefix + string(f.Kind)
	}
	if f.Null {
		return &Schema{AnyOf: []*Schema{s, {Type: Types{"null"}}}}
	}
	return s
}
