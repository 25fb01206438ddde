// Package jsonform is the one JSON form of all input and result types: decimals are quoted strings in canonical form
// whatever the settings of the decimal library, and decoding is strict.
//
// A type that holds decimals gets it by
//
//	func (r Result) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }
//
// which every struct that embeds such a type has to repeat, or it would inherit the method of the embedded one.
//
// A field without omitempty or omitzero has to be there when a value is read. One that a request may leave out although every
// result states it has the tag request:"optional": its comment gives a meaning to zero, it follows from others, or a
// calculation has no need of it.
//
// A number that stands for something else when it is 0, and is left out then, has a tag that says for what:
//
//	Threshold decimal.Decimal `json:"threshold,omitzero" zero:"the usual value"`
//
// [Unmarshal] refuses it where it is given as 0 or null: whoever writes 0 wants something else, such as that any error counts.
package jsonform

import (
	"bytes"
	"encoding"
	"encoding/json"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/exact"
)

var (
	decimalType     = reflect.TypeFor[decimal.Decimal]()
	marshalerType   = reflect.TypeFor[json.Marshaler]()
	unmarshalerType = reflect.TypeFor[json.Unmarshaler]()
	textType        = reflect.TypeFor[encoding.TextMarshaler]()
	textReaderType  = reflect.TypeFor[encoding.TextUnmarshaler]() // such as a date
)

// Marshal encodes v field by field. The MarshalJSON method of v itself is not called, those of the values in it are.
func Marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	if err := encode(&b, reflect.ValueOf(v), true); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// Indent is Marshal with line breaks, two blanks a level and a final newline: the form of files.
func Indent(v any) ([]byte, error) {
	raw, err := Marshal(v)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := json.Indent(&b, raw, "", "  "); err != nil {
		return nil, err
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}

func encode(b *bytes.Buffer, v reflect.Value, root bool) error {
	if !v.IsValid() {
		b.WriteString("null")
		return nil
	}
	if v.Type() == decimalType {
		d := v.Interface().(decimal.Decimal)
		b.WriteByte('"')
		b.WriteString(exact.String(d))
		b.WriteByte('"')
		return nil
	}
	if k := v.Kind(); k == reflect.Pointer || k == reflect.Interface {
		if v.IsNil() {
			b.WriteString("null")
			return nil
		}
		return encode(b, v.Elem(), root)
	}
	if t := v.Type(); !root && t.Implements(marshalerType) || t.Implements(textType) {
		return appendJSON(b, v.Interface())
	}
	switch v.Kind() {
	case reflect.Struct:
		return encodeStruct(b, v)
	case reflect.Slice:
		if v.IsNil() {
			b.WriteString("null")
			return nil
		}
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return appendJSON(b, v.Interface())
		}
		return encodeList(b, v)
	case reflect.Array:
		return encodeList(b, v)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64: // selections have millions
		b.Write(strconv.AppendInt(b.AvailableBuffer(), v.Int(), 10))
		return nil
	default:
		return appendJSON(b, v.Interface())
	}
}

func appendJSON(b *bytes.Buffer, v any) error {
	raw, err := json.Marshal(v)
	b.Write(raw)
	return err
}

func encodeList(b *bytes.Buffer, v reflect.Value) error {
	b.WriteByte('[')
	for i := range v.Len() {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := encode(b, v.Index(i), false); err != nil {
			return err
		}
	}
	b.WriteByte(']')
	return nil
}

func encodeStruct(b *bytes.Buffer, v reflect.Value) error {
	b.WriteByte('{')
	first := true
	for _, f := range fieldsOf(v.Type()) {
		fv, err := v.FieldByIndexErr(f.index)
		if err != nil || f.omitEmpty && empty(fv) {
			continue // a field of a nil embedded pointer, or left out by its tag
		}
		if !first {
			b.WriteByte(',')
		}
		first = false
		b.WriteString(f.key)
		if err := encode(b, fv, false); err != nil {
			return err
		}
	}
	b.WriteByte('}')
	return nil
}

func empty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Slice, reflect.Map, reflect.String, reflect.Array:
		return v.Len() == 0
	default:
		return v.IsZero()
	}
}

type field struct {
	name      string
	of        reflect.Type
	key       string // `"name":`
	index     []int
	omitEmpty bool
	required  bool   // has to be there when the struct is read
	zero      string // what 0 stands for, by its tag
}

var fieldCache sync.Map // reflect.Type -> []field; as many entries as the program has types

// fieldsOf lists the JSON fields of a struct in order, those of embedded structs in their place.
func fieldsOf(t reflect.Type) []field {
	if f, ok := fieldCache.Load(t); ok {
		return f.([]field)
	}
	fields := collect(t, nil, true)
	fieldCache.Store(t, fields)
	return fields
}

// collect lists the fields of a struct; always: they are there whatever the value, not behind an embedded pointer.
func collect(t reflect.Type, prefix []int, always bool) []field {
	var fields []field
	for i := range t.NumField() {
		f := t.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		index := append(slices.Clone(prefix), i)
		et := f.Type
		if et.Kind() == reflect.Pointer {
			et = et.Elem()
		}
		switch {
		case name == "-", !f.IsExported() && !f.Anonymous:
			continue
		case f.Anonymous && name == "" && et.Kind() == reflect.Struct:
			fields = append(fields, collect(et, index, always && f.Type == et)...)
			continue
		case name == "":
			name = f.Name
		}
		key, _ := json.Marshal(name)
		fields = append(fields, field{
			name: name, of: f.Type, key: string(key) + ":", index: index, zero: f.Tag.Get("zero"),
			omitEmpty: strings.Contains(options, "omitempty") && f.Type.Kind() != reflect.Struct ||
				strings.Contains(options, "omitzero"),
			required: always && !strings.Contains(options, "omit") && f.Tag.Get("request") != "optional",
		})
	}
	return fields
}
