package httpapi

import (
	"mime"
	"net/http"
	"strconv"
	"strings"

	"github.com/iromath/iromath"
)

// prefersText tells whether an Accept header wants a printout rather than JSON.
func prefersText(accept string) bool {
	quality := func(kind string) float64 {
		best, specific := 0.0, -1
		for part := range strings.SplitSeq(accept, ",") {
			t, parameters, err := mime.ParseMediaType(strings.TrimSpace(part))
			if err != nil {
				continue
			}
			level := 2
			switch {
			case t == kind:
			case t == kind[:strings.IndexByte(kind, '/')]+"/*":
				level = 1
			case t == "*/*":
				level = 0
			default:
				continue
			}
			q := 1.0
			if text, ok := parameters["q"]; ok {
				if q, err = strconv.ParseFloat(text, 64); err != nil {
					continue
				}
			}
			if level > specific {
				best, specific = q, level
			}
		}
		return best
	}
	return quality("text/plain") > quality("application/json")
}

// isJSON tells whether the body of a request is JSON as it stands.
func isJSON(h http.Header) bool {
	kind, _, err := mime.ParseMediaType(h.Get("Content-Type"))
	return err == nil && kind == "application/json" && h.Get("Content-Encoding") == ""
}

// headingOf is the heading of a printout in the query of the address. It is false for anything else in it.
func headingOf(r *http.Request) (iromath.Heading, bool) {
	var h iromath.Heading
	for name, values := range r.URL.Query() {
		to := map[string]*string{"audit": &h.Audit, "date": &h.Date, "time": &h.Time, "file": &h.File}[name]
		if to == nil || len(values) != 1 || len(values[0]) > 200 {
			return h, false
		}
		*to = values[0]
	}
	return h, true
}
