// Conformance writes what the library answers natively, as JSON: an answer for the example of every calculation, for requests
// that are wrong, and for the requests of golden cases that goldentest.Case.Request has written to a folder.
//
//	IROMATH_REQUESTS=/tmp/requests go test -run Golden ./sampling/... ./appraisal/...
//	go run ./wasm/conformance /tmp/requests
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/iromath/iromath"
	"github.com/iromath/iromath/internal/goldentest"
	"github.com/iromath/iromath/internal/jsonform"
)

// answer is what a function of the contract gives: a text or a Problem.
type answer struct {
	Value string           `json:"value,omitempty"`
	Error *iromath.Problem `json:"error,omitempty"`
}

type tested struct {
	goldentest.Request
	// Text is the request to the last byte.
	Text      string  `json:"text"`
	Calculate answer  `json:"calculate"`
	Print     *answer `json:"print,omitempty"`
	Document  *answer `json:"document,omitempty"`
}

// heading is that of every printout.
var heading = iromath.Heading{Audit: "Conformance", Date: "4/5/2010", Time: "11:23", File: "DATA.TXT"}

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "conformance:", err)
		os.Exit(1)
	}
}

func run(folders []string) error {
	var requests []goldentest.Request
	for _, c := range iromath.Calculations() {
		requests = append(requests,
			goldentest.Request{Case: "example", Name: c.Name, Request: c.Example},
			goldentest.Request{Case: "empty", Name: c.Name, Request: json.RawMessage(`{}`)},
			goldentest.Request{Case: "unknown field", Name: c.Name, Request: json.RawMessage(`{"unknown":[1,{"a":null}]}`)},
			goldentest.Request{Case: "negative", Name: c.Name, Request: json.RawMessage(strings.ReplaceAll(string(c.Example), `:"1`, `:"-1`))})
	}
	for _, folder := range folders {
		files, err := filepath.Glob(filepath.Join(folder, "*.json"))
		if err != nil {
			return err
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				return err
			}
			var r goldentest.Request
			if err := json.Unmarshal(data, &r); err != nil {
				return fmt.Errorf("%s: %w", file, err)
			}
			requests = append(requests, r)
		}
	}
	list := make([]tested, 0, len(requests))
	for _, r := range requests {
		c, err := ask(r)
		if err != nil {
			return err
		}
		list = append(list, c)
	}
	out := bufio.NewWriter(os.Stdout)
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(map[string]any{"heading": heading, "cases": list}); err != nil {
		return err
	}
	return out.Flush()
}

func ask(r goldentest.Request) (tested, error) {
	contract := iromath.Calculations()
	value, err := contract.Calculate(r.Name, r.Request)
	if err != nil && !isWrong(r.Case) {
		return tested{}, fmt.Errorf("%s, %s: %w", r.Name, r.Case, err)
	}
	c := tested{Request: r, Text: string(r.Request), Calculate: of(string(value), err)}
	c.Request.Request = nil
	if err != nil {
		return c, nil
	}
	var page strings.Builder
	err = contract.Print(&page, r.Name, r.Request, heading)
	printed := of(page.String(), err)
	c.Print = &printed
	document, err := contract.Document(r.Name, r.Request)
	form := []byte{}
	if err == nil {
		form, err = jsonform.Marshal(document)
	}
	made := of(string(form), err)
	c.Document = &made
	return c, nil
}

// isWrong: the request need not work.
func isWrong(name string) bool {
	return name == "empty" || name == "unknown field" || name == "negative"
}

func of(value string, err error) answer {
	if err != nil {
		p := iromath.ProblemOf(err)
		return answer{Error: &p}
	}
	return answer{Value: value}
}
