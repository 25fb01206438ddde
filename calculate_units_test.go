package iromath

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/iromath/iromath/appraisal"
	"github.com/iromath/iromath/sampling"
)

// TestCalculateBounds: a small request cannot ask for more than a service or a browser can bear.
func TestCalculateBounds(t *testing.T) {
	const frame = `"seed":"1","low":1,"high":2147483647,`
	var levels []string
	for i := range appraisal.MaxLevels + 1 {
		levels = append(levels, fmt.Sprintf(`"0.%d"`, 800+i))
	}
	tooMany := `"levels":[` + strings.Join(levels, ",") + `]`
	strata := func(sample string) string {
		return strings.TrimSuffix(strings.Repeat(`{"name":"a","universe":100,`+sample+`},`, 9000), ",")
	}
	for _, c := range []struct {
		name, request string
		want          error
	}{
		{"sampling.single_stage", `{` + frame + `"size":1000000,"spares":1}`, sampling.ErrSize},
		{"sampling.single_stage", `{` + frame + `"size":9223372036854775807,"spares":9223372036854775807}`, sampling.ErrSize},
		{"sampling.systematic", `{` + frame + `"size":1000001}`, sampling.ErrSize},
		{"sampling.second", `{"plan":{` + frame + `"size":1000001},"earlier":[]}`, sampling.ErrSize},
		{"sampling.sets", `{"seed":"1","ranges":[{"low":1,"high":9999},{"low":1,"high":9999}],"size":1000001}`, sampling.ErrSize},
		{"sampling.frames", `{"seed":"1","ranges":[{"low":1,"high":99999999}],"size":1000001}`, sampling.ErrSize},
		{"sampling.frames_of_two", `{"seed":"1","frames":[{"subFrames":{"low":1,"high":99999}}],"items":{"low":1,"high":50},"size":1000001}`,
			sampling.ErrSize},
		{"sampling.stratified", `{"seed":"1","strata":[{"name":"a","low":1,"high":999999,"size":600000},` +
			`{"name":"b","low":1,"high":999999,"size":400001}]}`, sampling.ErrSize},
		{"sampling.draw_on", `{"more":1000001,"selection":` + drawnExample + `}`, sampling.ErrSize},
		{"sampling.verify", `{"plan":{` + frame + `"size":1000001},"reported":[1]}`, sampling.ErrSize},
		{"sampling.verify.stratified", `{"plan":{"seed":"1","strata":[{"name":"a","low":1,"high":9999999,"size":1000001}]},"strata":[]}`,
			sampling.ErrSize},
		{"appraisal.variable.unrestricted", `{"universe":9,"difference":["1","2"],` + tooMany + `}`, appraisal.ErrLevel},
		{"appraisal.variable.unrestricted", `{"universe":9,"difference":["1","2"],` + strings.Replace(tooMany, "levels", "oneSidedLevels", 1) + `}`,
			appraisal.ErrLevel},
		{"appraisal.attribute.unrestricted", `{"universe":9,"sampleSize":5,"count":1,` + tooMany + `}`, appraisal.ErrLevel},
		{"appraisal.attribute.binomial", `{"sampleSize":2000000,"count":1000000,` + tooMany + `}`, appraisal.ErrLevel},
		{"appraisal.attribute.stratified", `{"strata":[` + strata(`"sampleSize":5,"count":1`) + `],"levels":["0.8","0.81","0.82","0.83","0.84","0.85"]}`,
			appraisal.ErrLevel},
		{"appraisal.variable.stratified", `{"strata":[` + strata(`"difference":["1","2"]`) + `],"levels":["0.8","0.81","0.82","0.83","0.84","0.85"]}`,
			appraisal.ErrLevel},
	} {
		result, err := Calculate(c.name, []byte(c.request))
		text := "more than 1000000 units"
		switch {
		case strings.HasSuffix(c.name, "stratified") && c.want == appraisal.ErrLevel:
			text = "6 levels of 9000 strata, at most 50000 intervals"
		case c.want == appraisal.ErrLevel:
			text = "21 levels, at most 20"
		}
		if !errors.Is(err, c.want) || !strings.Contains(err.Error(), text) {
			t.Errorf("%s %.200s: %d bytes, %v", c.name, c.request, len(result), err)
		}
	}
	if n, err := Calculate("sampling.systematic", []byte(`{`+frame+`"size":1000000}`)); err != nil {
		t.Errorf("%d bytes, %v", len(n), err)
	}
}
