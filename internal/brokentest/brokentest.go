// Package brokentest breaks results as a program or a JSON text can: lists that are shorter or longer than they were, parts that are
// missing, numbers out of any bounds. What prints them has to return, with an error or without, and may never panic.
package brokentest

import (
	"fmt"
	"io"
	"math"
	"reflect"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/iromath/iromath/internal/textfile"
)

// WriteText breaks a result that has a page: see [Print].
func WriteText[T interface {
	WriteText(io.Writer, textfile.Heading) error
}](t *testing.T, good T) {
	t.Helper()
	Print(t, good, func(r T, w io.Writer) error { return r.WriteText(w, textfile.Heading{Audit: "Clinic", File: "A.TXT"}) })
}

// Must returns what a call returned and ends the test on its error: Must[Table](t)(probe.Table()).
func Must[T any](t *testing.T) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// Print prints the zero value of T, and good, which has to be printed without an error; and then good with each of its exported parts
// broken, one after the other. Of a list the first and the last entry are broken.
func Print[T any](t *testing.T, good T, print func(T, io.Writer) error) {
	t.Helper()
	var zero T
	attempt(t, "zero value", func() error { return print(zero, io.Discard) })
	if err := attempt(t, "good", func() error { return print(good, io.Discard) }); err != nil {
		t.Errorf("%T: %v", good, err)
	}
	number := 0
	each(reflect.ValueOf(&good).Elem(), "", func(what string) {
		number++
		attempt(t, what, func() error { return print(good, io.Discard) })
	})
	if number == 0 {
		t.Errorf("%T has no parts", good)
	}
	if err := attempt(t, "mended", func() error { return print(good, io.Discard) }); err != nil {
		t.Errorf("%T mended: %v", good, err)
	}
}

// attempt reports a panic of f.
func attempt(t *testing.T, what string, f func() error) error {
	t.Helper()
	defer func() {
		if v := recover(); v != nil {
			t.Errorf("%s: panic: %v", what, v)
		}
	}()
	return f()
}

// each breaks v and its parts, one after the other, calls try each time, and mends what it broke.
func each(v reflect.Value, path string, try func(what string)) {
	if !v.CanSet() {
		return
	}
	whole := reflect.New(v.Type()).Elem()
	whole.Set(v)
	broken := func(how string, to reflect.Value) {
		v.Set(to)
		try(path + " " + how)
		v.Set(whole)
	}
	if _, ok := v.Interface().(decimal.Decimal); ok {
		for _, d := range []decimal.Decimal{{}, decimal.New(-1, math.MaxInt32), decimal.New(7, math.MinInt32+1)} {
			broken(fmt.Sprintf("%dE%d", d.Coefficient(), d.Exponent()), reflect.ValueOf(d))
		}
		return
	}
	if !v.IsZero() {
		broken("zero", reflect.Zero(v.Type()))
	}
	switch v.Kind() {
	case reflect.Slice:
		n := v.Len()
		if n > 0 {
			broken("shorter", v.Slice3(0, n-1, n-1))
			each(v.Index(0), path+"[0]", try)
		}
		if n > 1 {
			each(v.Index(n-1), fmt.Sprintf("%s[%d]", path, n-1), try)
		}
		broken("longer", reflect.Append(v.Slice3(0, n, n), reflect.Zero(v.Type().Elem())))
	case reflect.Pointer:
		if !v.IsNil() {
			each(v.Elem(), path, try)
		} else {
			broken("new", reflect.New(v.Type().Elem()))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			each(v.Field(i), path+"."+v.Type().Field(i).Name, try)
		}
	case reflect.String:
		broken("other", reflect.ValueOf("\xff\n other").Convert(v.Type()))
	case reflect.Bool:
		broken("other", reflect.ValueOf(!v.Bool()).Convert(v.Type()))
	case reflect.Int, reflect.Int64:
		for _, n := range []int64{-1, 1, math.MinInt64, math.MaxInt64} {
			broken(fmt.Sprint(n), reflect.ValueOf(n).Convert(v.Type()))
		}
	}
}
