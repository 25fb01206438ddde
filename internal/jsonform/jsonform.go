// Package jsonform is the one JSON form of all input and result types: decimals are quoted strings in canonical form
// whatever the settings of the decimal library, and decoding is strict.
//
// A type that holds decimals gets it by
//
//	func (r Result) MarshalJSON() ([]byte, error) { return jsonform.Marshal(r) }
//
// which every struct that embeds such a type has to repeat, or it would inherit the method of the embedded one.
package jsonform

import (
	"bytes"
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"io"
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
}

var fieldCache sync.Map // reflect.Type -> []field; as many entries as the program has types

// fieldsOf lists the JSON fields of a struct in order, those of embedded structs in their place.
func fieldsOf(t reflect.Type) []field {
	if f, ok := fieldCache.Load(t); ok {
		return f.([]field)
	}
	fields := collect(t, nil)
	fieldCache.Store(t, fields)
	return fields
}

func collect(t reflect.Type, prefix []int) []field {
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
			fields = append(fields, collect(et, index)...)
			continue
		case name == "":
			name = f.Name
		}
		key, _ := json.Marshal(name)
		fields = append(fields, field{
			name: name, of: f.Type, key: string(key) + ":", index: index,
			omitEmpty: strings.Contains(options, "omitempty") && f.Type.Kind() != reflect.Struct ||
				strings.Contains(options, "omitzero"),
		})
	}
	return fields
}

// ErrJSON is returned by [Unmarshal] for text that is not one strict JSON value of the wanted form.
var ErrJSON = errors.New("invalid JSON request")

// Unmarshal decodes exactly one JSON value. Fields have to be named exactly as they are; unknown fields, fields that
// stand twice in one object, wrong types, a null in a list and anything behind the value are errors.
func Unmarshal(data []byte, v any) error {
	if err := check(data, reflect.TypeOf(v)); err != nil {
		return fmt.Errorf("%w: %w", ErrJSON, err)
	}
	if err := json.Unmarshal(data, v); errors.Is(err, ErrJSON) {
		return err // of a type that decodes itself
	} else if err != nil {
		return fmt.Errorf("%w: %w", ErrJSON, err)
	}
	return nil
}

// level is an object or a list that is being read.
type level struct {
	of   reflect.Type    // type of the value, nil where it is not known
	keys map[string]bool // keys seen; nil in a list
	key  string          // the key whose value comes next
	open bool            // a key was read and its value was not
}

// check walks through one JSON value along the type it is for.
func check(data []byte, t reflect.Type) error {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	var stack []level
	for {
		tok, err := dec.Token()
		switch {
		case errors.Is(err, io.EOF):
			return io.ErrUnexpectedEOF
		case err != nil:
			return err
		}
		of := t
		if n := len(stack); n > 0 {
			top := &stack[n-1]
			end := tok == json.Delim('}') || tok == json.Delim(']')
			if top.keys != nil && !top.open && !end {
				if err := top.enter(tok.(string)); err != nil { // the decoder takes nothing but strings for keys
					return err
				}
				continue
			}
			if tok == nil && top.keys == nil {
				return errors.New("null in a list")
			}
			of = top.element()
			top.open = false
			if end {
				stack = stack[:n-1]
			}
		}
		switch tok {
		case json.Delim('{'):
			stack = append(stack, level{of: structure(of), keys: map[string]bool{}})
		case json.Delim('['):
			stack = append(stack, level{of: structure(of)})
		}
		if len(stack) > 0 {
			continue
		}
		if _, err := dec.Token(); !errors.Is(err, io.EOF) {
			return errors.New("something follows the JSON value")
		}
		return nil
	}
}

// enter takes a key of an object.
func (l *level) enter(key string) error {
	if l.keys[key] {
		return fmt.Errorf("field %q stands twice in one object", key)
	}
	if l.of != nil && l.of.Kind() == reflect.Struct && !slices.ContainsFunc(fieldsOf(l.of), func(f field) bool { return f.name == key }) {
		return fmt.Errorf("unknown field %q", key)
	}
	l.keys[key], l.key, l.open = true, key, true
	return nil
}

// element is the type of the value that comes next, nil where it is not known.
func (l *level) element() reflect.Type {
	switch {
	case l.of == nil:
		return nil
	case l.of.Kind() == reflect.Struct:
		for _, f := range fieldsOf(l.of) {
			if f.name == l.key {
				return f.of
			}
		}
		return nil
	}
	return l.of.Elem()
}

// structure returns the struct, list or map type behind pointers, nil for anything else and for types that decode
// themselves, which are strict on their own.
func structure(t reflect.Type) reflect.Type {
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t == nil || reflect.PointerTo(t).Implements(unmarshalerType) {
		return nil
	}
	switch t.Kind() {
	case reflect.Struct, reflect.Slice, reflect.Array, reflect.Map:
		return t
	}
	return nil
}
