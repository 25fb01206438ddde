package goldentest

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// RequestsVariable names the environment variable with the folder that [Case.Request] writes to.
const RequestsVariable = "IROMATH_REQUESTS"

// Request is one request of the JSON contract that a golden case makes.
type Request struct {
	Case    string          `json:"case"`
	Name    string          `json:"name"`
	Request json.RawMessage `json:"request"`
}

// Request keeps a request of the case for the comparison of the library natively with the library in browsers, where the
// environment says so; design is the Go value behind the calculation of that name.
func (c *Case) Request(name string, design any) {
	dir := os.Getenv(RequestsVariable)
	if dir == "" {
		return
	}
	c.t.Helper()
	form, err := json.Marshal(design)
	if err != nil {
		c.t.Fatal(err)
	}
	c.requests++
	id := c.module + " " + c.ID + " " + strconv.Itoa(c.requests)
	data, err := json.Marshal(Request{id, name, form})
	if err != nil {
		c.t.Fatal(err)
	}
	file := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
			return r
		}
		return '_'
	}, id)
	if err := os.WriteFile(filepath.Join(dir, file+".json"), data, 0o644); err != nil {
		c.t.Fatal(err)
	}
}
