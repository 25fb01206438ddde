package jsonform

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/finding"
	"github.com/iromath/iromath/internal/textfile"
)

// What is refused before anything of the size that a short text can ask for is made of it.
const (
	maxDepth  = 100     // levels of objects and lists
	maxNumber = 1000    // characters of a number
	maxMemory = 1 << 30 // bytes of all values, with those that hold others; for a long text maxTimes its length
	maxTimes  = 16      // nothing that we write takes more than a few times its text
)

// ErrJSON is returned by [Unmarshal] for text that is not one strict JSON value of the wanted form.
var ErrJSON = errors.New("invalid JSON request")

var errNull = errors.New("null where a value is wanted")

// Error is an error of [Unmarshal]: what is wrong, and where. It wraps [ErrJSON] and its cause.
type Error struct {
	// Path leads to the value that is wrong, or to the object that holds a wrong field: "claims[3].paid", counted from 0
	// as in JavaScript; empty for the value as a whole.
	Path string
	// Err is what is wrong.
	Err error
}

// Error says where what is wrong.
func (e *Error) Error() string {
	const most = 1000 // some errors of encoding/json and of decimals quote the whole value
	cause := e.Err.Error()
	if len(cause) > most {
		cause = strings.ToValidUTF8(cause[:most], "") + "…"
	}
	if e.Path == "" {
		return ErrJSON.Error() + ": " + cause
	}
	return ErrJSON.Error() + ": " + e.Path + ": " + cause
}

// Unwrap returns ErrJSON and the cause.
func (e *Error) Unwrap() []error { return []error{ErrJSON, e.Err} }

// ZeroError is a number that is given as 0 or null where that would stand for something else.
type ZeroError struct {
	// Given is the value as it is given, Means what it would stand for.
	Given, Means string
}

// Error says what to do.
func (e *ZeroError) Error() string {
	return fmt.Sprintf("given as %s; leave it out for %s", finding.Clip(e.Given), e.Means)
}

// at puts the way to a value in front of the path of an error in it.
func at(path string, err error) *Error {
	var inner *Error
	if !errors.As(err, &inner) {
		return &Error{path, err}
	}
	if inner.Path != "" && path != "" && inner.Path[0] != '[' {
		path += "."
	}
	return &Error{path + inner.Path, inner.Err}
}

// Unmarshal decodes exactly one JSON value. Fields have to be named exactly as they are; unknown fields, fields that
// stand twice in one object, fields that are missing, wrong types, a null in a list or for a number, a text or an object that
// has to be there, and anything behind the value are errors, each an [Error] with the path to it. So is text that is not
// UTF-8, which encoding/json would mend in silence, nesting deeper than any of our types has, a number of more than a thousand
// characters, a number given as 0 where that stands for something else, and a value that would take more than a gibibyte of
// memory, and more than the length of its text explains. A byte order mark is taken off.
func Unmarshal(data []byte, v any) error {
	data = textfile.TrimBOM(data)
	if at, err := textfile.CheckEncoding(data); err != nil {
		return &Error{"", fmt.Errorf("%s: %w", position(data, at), err)}
	}
	missing, err := check(data, reflect.TypeOf(v))
	if err != nil {
		return at("", err)
	}
	err = json.Unmarshal(data, v)
	switch {
	case err == nil && missing == nil:
		return nil
	case err == nil:
		return missing
	}
	if found := locate(data, reflect.TypeOf(v), ""); found != nil {
		return found
	}
	return at("", err)
}

// level is an object or a list that is being read.
type level struct {
	of    reflect.Type    // type of the value, nil where it is not known
	keys  map[string]bool // keys seen; nil in a list
	key   string          // the key whose value comes next
	open  bool            // a key was read and its value was not
	index int             // of the value that comes next in a list
}

// pathTo is the way to the value that comes next in the last of the levels.
func pathTo(stack []level) string {
	path := ""
	for _, l := range stack {
		if l.keys == nil {
			path += "[" + strconv.Itoa(l.index) + "]"
		} else {
			path = join(path, finding.Clip(l.key))
		}
	}
	return path
}

// position is where an offset is, as an editor counts.
func position(data []byte, offset int) string {
	before := data[:min(offset, len(data))]
	return fmt.Sprintf("line %d, column %d", 1+bytes.Count(before, []byte("\n")),
		1+utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]))
}

// misread is an error of the decoder, with the place.
func misread(data []byte, offset int64, stack []level, err error) error {
	for ; offset < int64(len(data)) && strings.IndexByte(" \t\r\n,:", data[offset]) >= 0; offset++ {
	}
	if n := len(stack); n > 0 && stack[n-1].keys != nil && !stack[n-1].open {
		stack = stack[:n-1] // the key is wrong, and belongs to the object as a whole
	}
	return &Error{pathTo(stack), fmt.Errorf("%s: %w", position(data, int(offset)), err)}
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// check walks through one JSON value along the type it is for. A first field that is missing does not end the walk: what is
// there and wrong is told before what is not there.
func check(data []byte, t reflect.Type) (missing, err error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	var stack []level
	memory, most := uint64(0), max(maxMemory, maxTimes*uint64(len(data)))
	for {
		tok, err := dec.Token()
		switch {
		case errors.Is(err, io.EOF):
			return nil, misread(data, int64(len(data)), stack, io.ErrUnexpectedEOF)
		case err != nil:
			return nil, misread(data, dec.InputOffset(), stack, err)
		}
		of := behind(t)
		if n := len(stack); n > 0 {
			top := &stack[n-1]
			end := tok == json.Delim('}') || tok == json.Delim(']')
			if top.keys != nil && !top.open && !end {
				if err := top.enter(tok.(string)); err != nil { // the decoder takes nothing but strings for keys
					return nil, &Error{pathTo(stack[:n-1]), err}
				}
				continue
			}
			if tok == nil && top.keys == nil {
				return nil, &Error{pathTo(stack), errors.New("null in a list")}
			}
			next := top.element()
			if of = behind(next.of); of != nil && !end {
				memory += uint64(of.Size())
			}
			if next.zero != "" {
				if given, zero := zeroIn(tok); zero {
					return nil, &Error{pathTo(stack), &ZeroError{given, next.zero}}
				}
			}
			top.open = false
			switch {
			case end:
				stack = stack[:n-1]
				if key := top.missing(); key != "" && missing == nil {
					missing = &Error{join(pathTo(stack), key), errors.New("missing")}
				}
			case tok == nil && missing == nil && next.required && !holdsNull(next.of):
				missing = &Error{pathTo(stack), errNull}
			}
		} else if tok == nil {
			missing = &Error{"", errNull}
		}
		if err := tooMuch(tok, of, len(stack), memory, most); err != nil {
			return nil, &Error{pathTo(stack), err}
		}
		switch tok {
		case json.Delim('{'):
			stack = append(stack, level{of: structure(of), keys: map[string]bool{}})
			continue
		case json.Delim('['):
			stack = append(stack, level{of: structure(of)})
			continue
		}
		if n := len(stack); n > 0 { // a value has ended
			stack[n-1].index++
			continue
		}
		if _, err := dec.Token(); !errors.Is(err, io.EOF) {
			return nil, errors.New("something follows the JSON value")
		}
		return missing, nil
	}
}

// tooMuch refuses what nobody means and only costs time or memory.
func tooMuch(tok json.Token, of reflect.Type, depth int, memory, most uint64) error {
	n := 0
	switch v := tok.(type) {
	case json.Delim:
		if depth == maxDepth && (v == '{' || v == '[') {
			return fmt.Errorf("more than %d objects and lists within each other", maxDepth)
		}
	case json.Number:
		n = len(v)
	case string:
		if of == decimalType {
			n = len(v)
		}
	}
	switch {
	case n > maxNumber:
		return fmt.Errorf("a number of %d characters; it may have %d", n, maxNumber)
	case memory > most:
		return fmt.Errorf("the value would take more than %d bytes of memory", most)
	}
	return nil
}

// behind is the type behind pointers.
func behind(t reflect.Type) reflect.Type {
	for t != nil && t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t
}

// enter takes a key of an object.
func (l *level) enter(key string) error {
	if l.keys[key] {
		return fmt.Errorf("field %q stands twice in one object", finding.Clip(key))
	}
	named := func(f field) bool { return f.name == key }
	if l.of != nil && l.of.Kind() == reflect.Struct && !slices.ContainsFunc(fieldsOf(l.of), named) {
		return fmt.Errorf("unknown field %q", finding.Clip(key))
	}
	l.keys[key], l.key, l.open = true, key, true
	return nil
}

// missing is the first field of a struct that has to be there and is not, and empty if there is none.
func (l *level) missing() string {
	if l.keys != nil && l.of != nil && l.of.Kind() == reflect.Struct {
		for _, f := range fieldsOf(l.of) {
			if f.required && !l.keys[f.name] {
				return f.name
			}
		}
	}
	return ""
}

// holdsNull says whether a null is a value of a type: it leaves the others as they are.
func holdsNull(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map, reflect.Interface:
		return true
	}
	return false
}

// element is the field of the value that comes next, or what is known of it: its type, nil where it is not known.
func (l *level) element() field {
	switch {
	case l.of == nil:
		return field{}
	case l.of.Kind() == reflect.Struct:
		for _, f := range fieldsOf(l.of) {
			if f.name == l.key {
				return f
			}
		}
		return field{}
	}
	return field{of: l.of.Elem()}
}

// zeroIn reports whether a value is the number 0, in whatever form, or null.
func zeroIn(tok json.Token) (given string, zero bool) {
	switch v := tok.(type) {
	case nil:
		return "null", true
	case json.Number:
		given = v.String()
	case string:
		given = v
	}
	mantissa, _, _ := strings.Cut(strings.ToLower(given), "e")
	return given, strings.Contains(mantissa, "0") && strings.Trim(mantissa, "+-.0") == ""
}

// structure returns the struct, list or map type behind pointers, nil for anything else and for types that decode
// themselves, which are strict on their own.
func structure(t reflect.Type) reflect.Type {
	if t = behind(t); t == nil || reflect.PointerTo(t).Implements(unmarshalerType) || reflect.PointerTo(t).Implements(textReaderType) {
		return nil
	}
	switch t.Kind() {
	case reflect.Struct, reflect.Slice, reflect.Array, reflect.Map:
		return t
	}
	return nil
}

// locate looks for the first value that its type cannot be read from, and nil if there is none. It reads every part by
// itself, so it is for values of which it is known that something is wrong.
func locate(data []byte, t reflect.Type, path string) *Error {
	of := structure(t)
	switch {
	case of == nil || bytes.Equal(bytes.TrimSpace(data), []byte("null")):
	case of.Kind() == reflect.Struct, of.Kind() == reflect.Map:
		var parts map[string]json.RawMessage
		if err := json.Unmarshal(data, &parts); err != nil {
			return &Error{path, wrongType(err, of)}
		}
		types := map[string]reflect.Type{}
		var keys []string
		if of.Kind() == reflect.Struct {
			for _, f := range fieldsOf(of) {
				types[f.name] = f.of
				keys = append(keys, f.name)
			}
		} else {
			for key := range parts {
				types[key] = of.Elem()
				keys = append(keys, key)
			}
			slices.Sort(keys)
		}
		for _, key := range keys {
			if part, ok := parts[key]; ok {
				if err := locate(part, types[key], join(path, finding.Clip(key))); err != nil {
					return err
				}
			}
		}
		return nil
	default:
		var parts []json.RawMessage
		if err := json.Unmarshal(data, &parts); err != nil {
			return &Error{path, wrongType(err, of)}
		}
		for i, part := range parts {
			if err := locate(part, of.Elem(), path+"["+strconv.Itoa(i)+"]"); err != nil {
				return err
			}
		}
		return nil
	}
	t = behind(t)
	if err := json.Unmarshal(data, reflect.New(t).Interface()); err != nil {
		if t == decimalType {
			err = noDecimal(data)
		}
		return at(path, wrongType(err, t))
	}
	return nil
}

// noDecimal says in words why a value is no decimal number; the decimal library speaks of its own program.
func noDecimal(data []byte) error {
	shown := finding.Clip(string(data))
	text := strings.Trim(string(data), `"`)
	var number json.Number
	if json.Unmarshal([]byte(text), &number) == nil && number.String() == text { // not null, and no blanks around it
		return fmt.Errorf("the exponent of %s is beyond %d", shown, decimal.MaxDecodeExponent)
	}
	return fmt.Errorf("%s where a number is wanted", shown)
}

// wrongType says in words that a value has another type than the wanted one.
func wrongType(err error, wanted reflect.Type) error {
	var wrong *json.UnmarshalTypeError
	if !errors.As(err, &wrong) {
		return err
	}
	name, kind := "another value", wanted.Kind()
	if reflect.PointerTo(wanted).Implements(textReaderType) {
		kind = reflect.String
	}
	switch kind {
	case reflect.String:
		name = "a text"
	case reflect.Bool:
		name = "true or false"
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		name = "a whole number"
	case reflect.Struct, reflect.Map:
		name = "an object"
	case reflect.Slice, reflect.Array:
		name = "a list"
	}
	return fmt.Errorf("%s where %s is wanted", finding.Clip(wrong.Value), name)
}
