package httpapi

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/iromath/iromath"
	"github.com/iromath/iromath/internal/contract"
)

//go:generate go test . -run TestOpenAPI -update

var update = flag.Bool("update", false, "write openapi.json")

// object is a JSON object whose fields are written in order.
type object []field

type field struct {
	name  string
	value any
}

func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	for i, f := range o {
		raw, err := json.Marshal(f.value)
		if err != nil {
			return nil, err
		}
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, "%q:%s", f.name, raw)
	}
	return fmt.Appendf(nil, "{%s}", b.Bytes()), nil
}

const schemas = "#/components/schemas/"

func reference(name string) object { return object{{"$ref", schemas + name}} }

func content(kind string, schema any) object {
	return object{{"content", object{{kind, object{{"schema", schema}}}}}}
}

// describe writes the description of the service: the contract as it stands in the Go types, and the addresses.
func describe(t *testing.T) []byte {
	t.Helper()
	api, err := contract.Describe()
	if err != nil {
		t.Fatal(err)
	}
	problems := func(codes ...int) object {
		var o object
		for _, code := range codes {
			o = append(o, field{fmt.Sprint(code), object{{"$ref", "#/components/responses/" + fmt.Sprint(code)}}})
		}
		return o
	}
	var headings []any
	for _, name := range []string{"audit", "date", "time", "file"} {
		headings = append(headings, object{{"$ref", "#/components/parameters/" + name}})
	}
	var paths object
	forms := []contract.Form{api.Description}
	for i, c := range iromath.Calculations() {
		form := api.Calculations[i]
		forms = append(forms, form.Request, form.Result)
		ok := object{{"application/json", object{{"schema", form.Result.Schema(schemas)}}}}
		post := object{{"operationId", c.Name}, {"summary", c.Summary}, {"description", "Source: " + c.Source},
			{"tags", []string{strings.SplitN(c.Name, ".", 2)[0]}}}
		if c.Printout {
			post = append(post, field{"parameters", headings})
			ok = append(ok, field{"text/plain", object{{"schema", object{{"type", "string"}}}}})
		}
		post = append(post,
			field{"requestBody", object{{"required", true}, {"content", object{{"application/json",
				object{{"schema", form.Request.Schema(schemas)}, {"example", c.Example}}}}}}},
			field{"responses", append(object{{"200", object{{"description", "The result."}, {"content", ok}}}},
				problems(400, 406, 408, 413, 415, 422, 500, 503, 504)...)})
		paths = append(paths, field{"/v1/calculations/" + c.Name, object{{"post", post}}})
	}
	text := object{{"type", "string"}}
	get := func(id, summary string, schema any, more ...field) object {
		ok := append(object{{"description", summary}}, content("application/json", schema)...)
		operation := object{{"operationId", id}, {"summary", summary}, {"tags", []string{"service"}},
			{"responses", append(object{{"200", ok}}, problems(404)...)}}
		return object{{"get", append(operation, more...)}}
	}
	paths = append(paths,
		field{"/v1/calculations", get("calculations", "All calculations with their sources and examples.",
			object{{"type", "array"}, {"items", api.Description.Schema(schemas)}})},
		field{"/v1/calculations/{name}", get("calculation", "One calculation with its source and an example.",
			api.Description.Schema(schemas),
			field{"parameters", []any{object{{"name", "name"}, {"in", "path"}, {"required", true}, {"schema", text}}}})},
		field{"/openapi.json", get("openapi", "This description.", object{{"type", "object"}})},
		field{"/healthz", get("health", "Whether the service is there, how many workers calculate, and how much memory it has.",
			object{{"type", "object"}, {"properties", object{{"status", text}, {"version", text},
				{"working", object{{"type", "integer"}}}, {"workers", object{{"type", "integer"}}},
				{"memory", object{{"type", "integer"}, {"description", "Bytes that the program has from its system."}}}}},
				{"required", []string{"status", "version", "working", "workers", "memory"}}})},
	)
	responses := object{}
	for _, code := range []int{400, 404, 406, 408, 413, 415, 422, 500, 503, 504} {
		responses = append(responses, field{fmt.Sprint(code),
			append(object{{"description", http.StatusText(code)}}, content("application/problem+json", reference("Problem"))...)})
	}
	var parameters object
	for _, name := range []string{"audit", "date", "time", "file"} {
		parameters = append(parameters, field{name, object{{"name", name}, {"in", "query"}, {"schema", text},
			{"description", "The " + name + " in the heading of a printout."}}})
	}
	var named object
	for _, p := range api.Schemas(schemas, forms...) {
		named = append(named, field{p.Name, p.Schema})
	}
	of := func(kind, description string) object { return object{{"type", kind}, {"description", description}} }
	number := func(description string) object { return of("integer", description) }
	named = append(named, field{"Problem", object{
		{"description", "An error (RFC 9457)."}, {"type", "object"},
		{"properties", object{{"title", text}, {"status", object{{"type", "integer"}}},
			{"code", of("string", "A short name that does not change, for programs: \"sampling.size\".")},
			{"field", of("string", "The way to the value that is wrong, where it is known: \"claims[3].paid\".")},
			{"message", of("string", "A sentence that says what is wrong.")},
			{"rows", object{{"type", "array"}, {"items", reference("ProblemRow")}}},
			{"rowCount", number("How many rows are wrong; at most 1,000 of them are listed.")}}},
		{"required", []string{"title", "status", "code", "message"}},
	}}, field{"ProblemRow", object{
		{"description", "What is wrong with a row of a file, a claim of a list or a field of a programme."}, {"type", "object"},
		{"properties", object{{"line", number("Line of the file, from 1.")}, {"position", number("Position in the list, from 1.")},
			{"number", number("Number of the claim in the frame.")}, {"id", of("string", "Id of the claim.")},
			{"field", of("string", "Column of the file, or the way to the value.")},
			{"value", of("string", "The value that is wrong, shortened if it is long.")},
			{"code", of("string", "The name of the error, where it has one.")},
			{"message", of("string", "The rule that is broken.")}}},
		{"required", []string{"message"}},
	}})
	// One line for each path and each schema, so that a change can be read.
	var b bytes.Buffer
	lines := func(o object) {
		for i, f := range o {
			raw, err := json.Marshal(f.value)
			if err != nil {
				t.Fatal(err)
			}
			comma := ","
			if i == len(o)-1 {
				comma = ""
			}
			fmt.Fprintf(&b, "%q: %s%s\n", f.name, raw, comma)
		}
	}
	fmt.Fprintf(&b, "{\"openapi\": \"3.1.0\",\n\"info\": {\"title\": \"iromath\", \"version\": %q,\n", iromath.Version)
	b.WriteString("\"description\": \"Health-care claims-review mathematics. Amounts, rates and levels are texts in results; " +
		"requests may give them as texts or numbers. Fields have to be named exactly; unknown ones are errors.\",\n")
	b.WriteString("\"license\": {\"name\": \"Apache-2.0\", \"identifier\": \"Apache-2.0\"}},\n\"servers\": [{\"url\": \"/\"}],\n\"security\": [],\n\"paths\": {\n")
	lines(paths)
	b.WriteString("},\n\"components\": {\n\"parameters\": {\n")
	lines(parameters)
	b.WriteString("},\n\"responses\": {\n")
	lines(responses)
	b.WriteString("},\n\"schemas\": {\n")
	lines(named)
	b.WriteString("}}}\n")
	return b.Bytes()
}

// TestOpenAPI holds the description that is served against the Go types.
func TestOpenAPI(t *testing.T) {
	want := describe(t)
	if !json.Valid(want) {
		t.Fatal("no JSON")
	}
	if *update {
		if err := os.WriteFile("openapi.json", want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if !bytes.Equal(openAPI, want) {
		t.Error("openapi.json is stale: go generate ./examples/service/httpapi")
	}
}
