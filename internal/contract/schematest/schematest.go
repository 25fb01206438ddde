// Package schematest checks values against the JSON Schemas of the contract, for tests: the few keywords that
// contract.Schema has, and an error for any other.
package schematest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Document is a document with schemas in it, which references lead to. It is not for concurrent use.
type Document struct {
	root     any
	patterns map[string]*regexp.Regexp
}

// Parse reads a document.
func Parse(raw []byte) (*Document, error) {
	root, err := decode(raw)
	return &Document{root, map[string]*regexp.Regexp{}}, err
}

func decode(raw []byte) (any, error) {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	var v any
	err := d.Decode(&v)
	return v, err
}

// Check checks a value against a schema whose references lead into the document. The error says where.
func (d *Document) Check(schema, value []byte) error {
	s, err := decode(schema)
	if err != nil {
		return err
	}
	v, err := decode(value)
	if err != nil {
		return err
	}
	return d.check(s, v, "")
}

// known are the keywords; those that are false say nothing about a value here.
var known = map[string]bool{
	"$ref": true, "type": true, "pattern": true, "enum": true, "items": true, "properties": true, "required": true,
	"additionalProperties": true, "anyOf": true, "description": false, "format": false, "contentEncoding": false,
}

func (d *Document) check(schema, value any, path string) error {
	s, ok := schema.(map[string]any)
	if !ok {
		return fmt.Errorf("%s: %v is no schema", path, schema)
	}
	for keyword := range s {
		if _, ok := known[keyword]; !ok {
			return fmt.Errorf("%s: unknown keyword %s", path, keyword)
		}
	}
	if ref, ok := s["$ref"].(string); ok {
		target, err := d.find(ref)
		if err != nil {
			return err
		}
		if err := d.check(target, value, path); err != nil {
			return err
		}
	}
	if choices, ok := s["anyOf"].([]any); ok {
		var first error
		for _, one := range choices {
			err := d.check(one, value, path)
			if err == nil {
				first = nil
				break
			}
			if first == nil {
				first = err
			}
		}
		if first != nil {
			return first
		}
	}
	if types, ok := s["type"]; ok {
		list, ok := types.([]any)
		if !ok {
			list = []any{types}
		}
		if !slices.ContainsFunc(list, func(t any) bool { return is(value, t) }) {
			return fmt.Errorf("%s: %v is not of type %v", path, value, types)
		}
	}
	if text, ok := value.(string); ok {
		if pattern, ok := s["pattern"].(string); ok {
			if d.patterns[pattern] == nil {
				d.patterns[pattern] = regexp.MustCompile(pattern)
			}
			if !d.patterns[pattern].MatchString(text) {
				return fmt.Errorf("%s: %q does not match %s", path, text, pattern)
			}
		}
		if enum, ok := s["enum"].([]any); ok && !slices.Contains(enum, value) {
			return fmt.Errorf("%s: %q is none of %q", path, text, enum)
		}
	}
	if list, ok := value.([]any); ok && s["items"] != nil {
		for i, e := range list {
			if err := d.check(s["items"], e, path+"["+strconv.Itoa(i)+"]"); err != nil {
				return err
			}
		}
	}
	if object, ok := value.(map[string]any); ok {
		return d.object(s, object, path)
	}
	return nil
}

func (d *Document) object(s, object map[string]any, path string) error {
	required, _ := s["required"].([]any)
	for _, name := range required {
		if _, ok := object[name.(string)]; !ok {
			return fmt.Errorf("%s: %v is missing", path, name)
		}
	}
	properties, _ := s["properties"].(map[string]any)
	for _, name := range slices.Sorted(maps.Keys(object)) {
		property, ok := properties[name]
		if !ok {
			switch property = s["additionalProperties"]; property {
			case false:
				return fmt.Errorf("%s: %s is not a property", path, name)
			case nil:
				continue
			}
		}
		if err := d.check(property, object[name], strings.TrimPrefix(path+"."+name, ".")); err != nil {
			return err
		}
	}
	return nil
}

// find follows a reference such as "#/$defs/Claim".
func (d *Document) find(ref string) (any, error) {
	at := d.root
	for part := range strings.SplitSeq(strings.TrimPrefix(ref, "#/"), "/") {
		object, _ := at.(map[string]any)
		if at = object[part]; at == nil {
			return nil, fmt.Errorf("%s leads nowhere", ref)
		}
	}
	return at, nil
}

// is tells whether a value has a type of JSON Schema.
func is(value, of any) bool {
	switch v := value.(type) {
	case nil:
		return of == "null"
	case bool:
		return of == "boolean"
	case string:
		return of == "string"
	case json.Number:
		return of == "number" || of == "integer" && !strings.ContainsAny(v.String(), ".eE")
	case []any:
		return of == "array"
	}
	return of == "object"
}
