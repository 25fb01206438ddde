package goldentest

import "strings"

// Lines are the lines of our own printout of a case, each as its fields, for comparing them in their order.
type Lines struct {
	c    *Case
	text string
	rest [][]string
}

// Lines splits a printout into its lines; those with nothing on them are left out.
func (c *Case) Lines(text string) *Lines {
	l := &Lines{c: c, text: text}
	for _, line := range strings.Split(text, "\n") {
		if f := strings.Fields(line); len(f) > 0 {
			l.rest = append(l.rest, f)
		}
	}
	return l
}

// Find skips to the line behind the next one that starts with a text, and returns that one's fields.
func (l *Lines) Find(start string) []string {
	l.c.t.Helper()
	for i, f := range l.rest {
		if strings.HasPrefix(strings.Join(f, " "), start) {
			l.rest = l.rest[i+1:]
			return f
		}
	}
	l.c.t.Fatalf("no line %q from here on in\n%s", start, l.text)
	return nil
}

// Value is the last field of the next line that starts with a label.
func (l *Lines) Value(label string) string {
	l.c.t.Helper()
	f := l.Find(label)
	return f[len(f)-1]
}

// Equal compares the fields of the next line, but for the first so many, with what is printed at the keys of a path. A
// key that the case does not have is passed over.
func (l *Lines) Equal(path string, skip int, keys ...string) {
	l.c.t.Helper()
	if len(l.rest) == 0 || len(l.rest[0]) != skip+len(keys) {
		l.c.t.Fatalf("no line of %d fields for %s from here on: %q in\n%s", skip+len(keys), path,
			l.rest[:min(1, len(l.rest))], l.text)
	}
	for k, key := range keys {
		if l.c.Has(path + "/" + key) {
			l.c.Equal(path+"/"+key, l.rest[0][skip+k])
		}
	}
	l.rest = l.rest[1:]
}
