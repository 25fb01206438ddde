package jsonform

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
)

type inner struct {
	Amount decimal.Decimal `json:"amount"`
}

func (i inner) MarshalJSON() ([]byte, error) { return Marshal(i) }

type Embedded struct {
	Rate decimal.Decimal `json:"rate"`
}

func (e Embedded) MarshalJSON() ([]byte, error) { return Marshal(e) }

type outer struct {
	Embedded
	Name     string            `json:"name"`
	Missing  *decimal.Decimal  `json:"missing"`
	Left     *decimal.Decimal  `json:"left,omitempty"`
	There    *decimal.Decimal  `json:"there,omitempty"`
	Values   []decimal.Decimal `json:"values"`
	None     []decimal.Decimal `json:"none,omitempty"`
	Inner    inner             `json:"inner"`
	Pointer  *inner            `json:"pointer"`
	Zero     inner             `json:"zero,omitzero"`
	Skipped  int               `json:"-"`
	Untagged bool
	Raw      json.RawMessage `json:"raw"`
	Text     text            `json:"text"`
	NoText   text            `json:"noText,omitzero"`
	hidden   int
}

type text struct{ s string }

func (t text) MarshalText() ([]byte, error) { return []byte("<" + t.s + ">"), nil }

func (o outer) MarshalJSON() ([]byte, error) { return Marshal(o) }

func TestMarshal(t *testing.T) {
	decimal.MarshalJSONWithoutQuotes, decimal.TrimTrailingZeros = true, false
	t.Cleanup(func() { decimal.MarshalJSONWithoutQuotes, decimal.TrimTrailingZeros = false, true })
	d := decimal.New(1250, -2)
	o := outer{
		Embedded: Embedded{decimal.New(50, -3)}, Name: `a "quoted" <name>`, There: &d, Values: []decimal.Decimal{d, {}},
		Inner: inner{d}, Pointer: &inner{d}, Skipped: 7, Raw: json.RawMessage(`{"x":1}`), Text: text{"t"}, hidden: 3,
	}
	want := `{"rate":"0.05","name":"a \"quoted\" \u003cname\u003e","missing":null,"there":"12.5","values":["12.5","0"],` +
		`"inner":{"amount":"12.5"},"pointer":{"amount":"12.5"},"Untagged":false,"raw":{"x":1},"text":"\u003ct\u003e"}`
	for _, v := range []any{o, &o} {
		got, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, string(got)); diff != "" {
			t.Error(diff)
		}
	}
	indented, err := Indent(inner{d})
	if err != nil || string(indented) != "{\n  \"amount\": \"12.5\"\n}\n" {
		t.Errorf("%q, %v", indented, err)
	}
	if got, err := Marshal(nil); err != nil || string(got) != "null" {
		t.Errorf("%s, %v", got, err)
	}
	if _, err := Marshal(struct{ C chan int }{make(chan int)}); err == nil {
		t.Error("a channel was encoded")
	}
}

func TestUnmarshalRefuses(t *testing.T) {
	for in, want := range map[string]string{
		``:                            "EOF",
		`{"amount":"1"`:               "EOF",
		`{"amount":"1"}}`:             "follows",
		`{"amount":"1"} 2`:            "follows",
		`{"amount":"1","amount":"2"}`: "twice",
		`{"amount":"1","AMOUNT":"2"}`: "unknown field",
		`{"Amount":"1"}`:              "unknown field",
		`{"a\u0017mount":"1"}`:        "unknown field",
		`null null`:                   "follows",
		`{"amout":"1"}`:               "unknown field",
		`{"amount":true}`:             "amount: true where a number is wanted",
		`[1]`:                         "array",
		`{"amount":"1e999999999"}`:    `the exponent of "1e999999999" is beyond 10000`,
		`{"amount":1e999999999}`:      "the exponent of 1e999999999 is beyond 10000",
		`{"amount":""}`:               `amount: "" where a number is wanted`,
		`{"amount":" 1"}`:             `amount: " 1" where a number is wanted`,
		`{"amount":"null"}`:           `amount: "null" where a number is wanted`,
		`{"a":[{"b":1,"b":2}]}`:       "unknown field",
	} {
		var v inner
		err := Unmarshal([]byte(in), &v)
		if !errors.Is(err, ErrJSON) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want …%s…", in, err, want)
		}
	}
	var o outer
	for in, want := range map[string]string{
		`{"values":["1",null]}`:               "null in a list",
		`{"inner":{"x":1}}`:                   "unknown field",
		`{"pointer":{"amount":1,"Amount":2}}`: "unknown field",
		`{"values":[{"x":1}]}`:                `values[0]: {"x":1} where a number is wanted`,
		`{"raw":{"a":1,"a":2}}`:               "twice",
		`{"text":{"s":"x"}}`:                  "unknown field",
		`{"text":"x"}`:                        "text: string where an object is wanted",
	} {
		if err := Unmarshal([]byte(in), &o); !errors.Is(err, ErrJSON) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want …%s…", in, err, want)
		}
	}
	if err := Unmarshal([]byte(`{"rate":"0.5","values":["1"],"raw":{"any":[null]},"pointer":null}`), &o); err == nil {
		t.Error("a null in a list of a raw value") // strict there, too
	}
	var v inner
	if err := Unmarshal([]byte(" {\"amount\": 1.50}\n"), &v); err != nil || !v.Amount.Equal(decimal.New(15, -1)) {
		t.Errorf("%v, %v", v, err)
	}
	var list []map[string]int
	if err := Unmarshal([]byte(`[{"a":1},{"a":2}]`), &list); err != nil { // the same key in two objects is fine
		t.Error(err)
	}
}

// day reads itself from a text, as dates do.
type day struct{ n int }

func (d *day) UnmarshalText(text []byte) error {
	if d.n = len(text); d.n != 10 {
		return fmt.Errorf("%q is no day", text)
	}
	return nil
}

// TestTextReaders: what reads itself from a text says itself what is wrong with it, and is not blamed for another field.
func TestTextReaders(t *testing.T) {
	var v struct {
		From   day             `json:"from"`
		Days   []day           `json:"days"`
		Amount decimal.Decimal `json:"amount"`
	}
	for in, want := range map[string]string{
		`{"from":"2026-1-1"}`:                              `from: "2026-1-1" is no day`,
		`{"from":7}`:                                       "from: number where a text is wanted",
		`{"from":{"n":1}}`:                                 "from: object where a text is wanted",
		`{"days":["2026-01-01",""]}`:                       `days[1]: "" is no day`,
		`{"from":"2026-01-01","amount":"one"}`:             "amount: ",
		`{"days":["2026-01-01"],"amount":"1e99999999999"}`: "amount: ",
	} {
		if err := Unmarshal([]byte(in), &v); !errors.Is(err, ErrJSON) || !strings.HasPrefix(err.Error(), ErrJSON.Error()+": "+want) {
			t.Errorf("%s: %v, want %s…", in, err, want)
		}
	}
}

// selfReading decodes itself, strictly.
type selfReading struct {
	Rows []inner `json:"rows"`
}

func (s *selfReading) UnmarshalJSON(data []byte) error {
	type plain selfReading
	return Unmarshal(data, (*plain)(s))
}

// TestUnmarshalNamesThePath: an error says where in the request it is.
// TestUnmarshalWantsWhatIsRequired: a number that is left out is no zero.
func TestUnmarshalWantsWhatIsRequired(t *testing.T) {
	type embedded struct {
		Low int64 `json:"low"`
	}
	type Behind struct {
		High int64 `json:"high"`
	}
	type item struct {
		embedded
		*Behind
		Name   string           `json:"name"`
		Spares int64            `json:"spares" request:"optional"`
		Note   string           `json:"note,omitempty"`
		On     time.Time        `json:"on,omitzero"`
		List   []inner          `json:"list"`
		Upper  *decimal.Decimal `json:"upper"`
	}
	type request struct {
		Item  item            `json:"item"`
		Items map[string]item `json:"items,omitempty"`
	}
	full := `{"low":1,"name":"a","list":[],"upper":"1"}`
	for in, want := range map[string]string{
		`{"item":` + full + `}`: "",
		`{"item":{"low":0,"name":"","list":null,"upper":null,"spares":null,"note":null}}`:                   "",
		`{"item":{"high":2,"low":1,"name":"a","list":[],"upper":1,"on":"2026-01-02T00:00:00Z"},"items":{}}`: "",
		`{}`:            "item: missing",
		`null`:          "null where a value is wanted",
		`{"item":null}`: "item: null where a value is wanted",
		`{"item":{"name":"a","list":[],"upper":"1"}}`:             "item.low: missing",
		`{"item":{"low":1,"name":null,"list":[],"upper":"1"}}`:    "item.name: null where a value is wanted",
		`{"item":{"low":null,"name":"a","list":[],"upper":"1"}}`:  "item.low: null where a value is wanted",
		`{"item":{"low":1,"name":"a","upper":"1"}}`:               "item.list: missing",
		`{"item":{"low":1,"name":"a","list":[]}}`:                 "item.upper: missing",
		`{"item":{"low":1,"name":"a","list":[{}],"upper":"1"}}`:   "item.list[0].amount: missing",
		`{"item":` + full + `,"items":{"x":` + full + `,"y":{}}}`: "items.y.low: missing",
		`{"item":{"low":"1","name":"a"},"items":{}}`:              "item.low: string where a whole number is wanted",
		`{"item":{"name":"a","lst":[]}}`:                          `item: unknown field "lst"`,
	} {
		var r request
		err := Unmarshal([]byte(in), &r)
		if want == "" && err != nil || want != "" && (!errors.Is(err, ErrJSON) || err.Error() != ErrJSON.Error()+": "+want) {
			t.Errorf("%s: %v, want %s", in, err, want)
		}
	}
}

func TestUnmarshalNamesThePath(t *testing.T) {
	type request struct {
		Plan struct {
			Seed string  `json:"seed"`
			Low  int64   `json:"low"`
			Yes  bool    `json:"yes"`
			List []inner `json:"list"`
		} `json:"plan"`
		Lists [][]int64        `json:"lists"`
		Map   map[string]inner `json:"map"`
		Self  *selfReading     `json:"self"`
	}
	for in, want := range map[string]string{
		`{"plan":{"seed":1}}`:  "plan.seed: number where a text is wanted",
		`{"plan":{"low":"1"}}`: "plan.low: string where a whole number is wanted",
		`{"plan":{"low":2.5}}`: "plan.low: number 2.5 where a whole number is wanted",
		`{"plan":{"yes":0}}`:   "plan.yes: number where true or false is wanted",
		`{"plan":[]}`:          "plan: array where an object is wanted",
		`{"plan":{"list":[{"amount":1},{"amount":"x"}]}}`: `plan.list[1].amount: "x" where a number is wanted`,
		`{"plan":{"list":[{"amount":"1,000.00"}]}}`:       `plan.list[0].amount: "1,000.00" where a number is wanted`,
		`{"plan":{"list":[{"amount":true}]}}`:             "plan.list[0].amount: true where a number is wanted",
		`{"plan":{"list":[{"amount":1},{"amuont":1}]}}`:   `plan.list[1]: unknown field "amuont"`,
		`{"plan":{"list":[{"amount":1,"amount":1}]}}`:     `plan.list[0]: field "amount" stands twice`,
		`{"plan":{"list":{}}}`:                            "plan.list: object where a list is wanted",
		`{"lists":[[1,2],[3,null]]}`:                      "lists[1][1]: null in a list",
		`{"lists":[[1,2],[3,"4"]]}`:                       "lists[1][1]: string where a whole number is wanted",
		`{"map":{"a":{"amount":1},"b":{"amount":{}}}}`:    "map.b.amount: {} where a number is wanted",
		`{"self":{"rows":[{"amount":1},{"amount":[]}]}}`:  "self.rows[1].amount: [] where a number is wanted",
		`{"self":{"rows":[{"amount":1},{"a":1}]}}`:        `self.rows[1]: unknown field "a"`,
		`{"self":7}`:              "self: number where an object is wanted",
		`{"lists":[], "paln":{}}`: `invalid JSON request: unknown field "paln"`,
		`{"plan":{"list":[{"amount":1}],"seed":"1","low":{}}`: "EOF",
	} {
		var r request
		err := Unmarshal([]byte(in), &r)
		var where *Error
		if !errors.Is(err, ErrJSON) || !errors.As(err, &where) || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want …%s…", in, err, want)
		}
	}
	var list []selfReading
	err := Unmarshal([]byte(`[{"rows":[]},{"rows":[{"amount":""}]}]`), &list)
	if err == nil || !strings.Contains(err.Error(), ": [1].rows[0].amount: ") {
		t.Error(err)
	}
}

// TestUnmarshalRefusesZero: a number that stands for something else when it is 0 is not given as 0, in whatever form, nor as null;
// one without the tag is.
func TestUnmarshalRefusesZero(t *testing.T) {
	type rates struct {
		Threshold decimal.Decimal `json:"threshold,omitzero" zero:"the usual value"`
		Days      int             `json:"days,omitempty" zero:"60"`
		Plain     decimal.Decimal `json:"plain,omitzero"`
	}
	type embedding struct {
		rates
		List []rates `json:"list,omitempty"`
	}
	for in, want := range map[string]string{
		`{"threshold":0}`:               "threshold: given as 0; leave it out for the usual value",
		`{"threshold":"0"}`:             "threshold: given as 0;",
		`{"threshold":"0.00"}`:          "threshold: given as 0.00;",
		`{"threshold":-0}`:              "threshold: given as -0;",
		`{"threshold":"0e9999999999"}`:  "threshold: given as 0e9999999999;",
		`{"threshold":0E5}`:             "threshold: given as 0E5;",
		`{"threshold":null}`:            "threshold: given as null;",
		`{"days":0}`:                    "days: given as 0; leave it out for 60",
		`{"list":[{},{"days":0}]}`:      "list[1].days: given as 0;",
		`{"list":[{"threshold":"-0"}]}`: "list[0].threshold: given as -0;",
		`{"threshold":""}`:              `threshold: "" where a number is wanted`,
		`{"threshold":"-"}`:             `threshold: "-" where a number is wanted`,
		`{"days":{}}`:                   "days: object where a whole number is wanted",
	} {
		var v embedding
		if err := Unmarshal([]byte(in), &v); !errors.Is(err, ErrJSON) || !strings.Contains(err.Error(), ": "+want) {
			t.Errorf("%s: %v, want %s…", in, err, want)
		}
	}
	for _, in := range []string{`{"plain":0,"list":[{"plain":"0","days":10}]}`, `{"threshold":"0.01","days":-1}`, `{"threshold":1e-9,"plain":null}`, `{}`} {
		var v embedding
		if err := Unmarshal([]byte(in), &v); err != nil {
			t.Errorf("%s: %v", in, err)
		}
	}
}

func FuzzUnmarshal(f *testing.F) {
	for _, s := range []string{`{"amount":"1"}`, `{"amount":1,"amount":2}`, `[[[[`, `{"a":{"a":{}}}`, `"x"`, `{"amount":"1e400"}`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var v inner
		if Unmarshal([]byte(s), &v) != nil {
			return
		}
		out, err := Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		var back inner
		if err := Unmarshal(out, &back); err != nil || !back.Amount.Equal(v.Amount) {
			t.Fatalf("%s -> %s: %v", s, out, err)
		}
	})
}
