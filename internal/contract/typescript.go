package contract

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// TypeScript writes the contract as a declaration file.
func (a *API) TypeScript() []byte {
	w := &typescript{}
	w.line("// The JSON contract of iromath. Generated from the Go types by internal/contract; do not edit.")
	w.line("")
	w.doc("", "A decimal number as text, of any size and in full: \"1234.5\", \"-0.07\".")
	w.line("export type %s = string;", Decimal)
	w.doc("", "A decimal number in a request: as text, which keeps every digit, or as a number.")
	w.line("export type %s = string | number;", DecimalInput)
	w.doc("", "A day: \"2026-11-22\".")
	w.line("export type %s = string;", Date)
	w.doc("", "A point in time (RFC 3339): \"2026-11-22T09:30:00Z\".")
	w.line("export type %s = string;", Time)
	w.doc("", "Bytes in base64.")
	w.line("export type %s = string;", Bytes)
	w.line("")
	w.doc("", "The calculations by name, each with the form of its request and of its result.")
	w.line("export interface Contract {")
	for _, c := range a.Calculations {
		w.doc("  ", c.Summary+"\n\nSource: "+c.Source)
		w.line("  %q: { request: %s; result: %s };", c.Name, form(c.Request), form(c.Result))
	}
	w.line("}")
	w.line("")
	w.line("export type CalculationName = keyof Contract;")
	w.line(`export type Request<N extends CalculationName> = Contract[N]["request"];`)
	w.line(`export type Result<N extends CalculationName> = Contract[N]["result"];`)
	for _, t := range a.Types {
		w.line("")
		w.named(t)
	}
	return w.b.Bytes()
}

type typescript struct{ b bytes.Buffer }

func (w *typescript) line(format string, values ...any) { fmt.Fprintf(&w.b, format+"\n", values...) }

func (w *typescript) named(t *Type) {
	w.doc("", t.description())
	if t.Values != nil {
		var values []string
		for _, v := range t.Values {
			values = append(values, strconv.Quote(v.Value))
		}
		w.line("export type %s = %s;", t.Name, strings.Join(values, " | "))
		return
	}
	var embedded []string
	for _, f := range t.Fields {
		if f.Name == "" {
			embedded = append(embedded, f.Form.Type.Name)
		}
	}
	extends := ""
	if embedded != nil {
		extends = " extends " + strings.Join(embedded, ", ")
	}
	w.line("export interface %s%s {", t.Name, extends)
	for _, f := range t.Fields {
		if f.Name == "" {
			continue
		}
		w.doc("  ", f.Doc)
		optional := ""
		if f.Optional {
			optional = "?"
		}
		w.line("  %s%s: %s;", f.Name, optional, form(f.Form))
	}
	w.line("}")
}

// form is a form as a TypeScript type.
func form(f Form) string {
	name := ""
	switch f.Kind {
	case Any:
		name = "unknown"
	case Boolean:
		name = "boolean"
	case Integer:
		name = "number"
	case Text:
		name = "string"
	case List:
		name = form(*f.Of)
		if strings.Contains(name, " ") {
			name = "(" + name + ")"
		}
		name += "[]"
	case Map:
		name = "Record<string, " + form(*f.Of) + ">"
	case Named:
		name = f.Type.Name
	default:
		name = string(f.Kind)
	}
	if f.Null {
		name += " | null"
	}
	return name
}

// description is the comment of a type with the meanings of its values.
func (t *Type) description() string {
	var b strings.Builder
	b.WriteString(t.Doc)
	for _, v := range t.Values {
		if v.Doc != "" {
			fmt.Fprintf(&b, "\n\n%q: %s", v.Value, v.Doc)
		}
	}
	return strings.TrimSpace(b.String())
}

// width of a line of comment.
const width = 116

// doc writes a comment, nothing where there is none.
func (w *typescript) doc(indent, text string) {
	if text == "" {
		return
	}
	text = strings.ReplaceAll(text, "*/", "* /")
	if !strings.Contains(text, "\n") && len(indent)+len(text)+len("/**  */") <= width {
		w.line("%s/** %s */", indent, text)
		return
	}
	w.line("%s/**", indent)
	for paragraph := range strings.Lines(text) {
		rest := strings.TrimRight(paragraph, "\n")
		for {
			at := len(rest)
			if limit := width - len(indent) - len(" * "); at > limit && !strings.HasPrefix(rest, "\t") {
				if space := strings.LastIndexByte(rest[:limit+1], ' '); space > 0 {
					at = space
				}
			}
			w.line("%s", strings.TrimRight(indent+" * "+rest[:at], " "))
			rest = strings.TrimPrefix(rest[at:], " ")
			if rest == "" {
				break
			}
		}
	}
	w.line("%s */", indent)
}
