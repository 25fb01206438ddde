package iromath

import (
	"strings"

	"github.com/iromath/iromath/appraisal/attribute"
	"github.com/iromath/iromath/appraisal/variable"
	"github.com/iromath/iromath/internal/jsonform"
)

const (
	manualStratified     = "RAT-STATS Companion Manual 3-8 to 3-16"
	manualTwoStage       = "RAT-STATS Companion Manual 3-17 to 3-23"
	manualThreeStage     = "RAT-STATS Companion Manual 3-24 to 3-34"
	manualStratifiedRate = "RAT-STATS Companion Manual 2-6 to 2-10"
	manualTwoStageRate   = "RAT-STATS Companion Manual 2-11 to 2-18"
	manualThreeStageRate = "RAT-STATS Companion Manual 2-19 to 2-27"
)

// unitFilesRequest is the text of RAT-STATS' files of a design of dollars: a line a stratum or unit, and the values of
// all items.
type unitFilesRequest struct {
	// PrimaryUnits is the file of primary units of a three-stage sample.
	PrimaryUnits string `json:"primaryUnits,omitempty"`
	// Units is the file of the strata, or of the units that items were drawn of.
	Units string `json:"units"`
	// Data is the file of the values.
	Data string `json:"data"`
	// The fields of variable.DataFile say where they stand.
	variable.DataFile
}

// MarshalJSON writes every field by its name.
func (q unitFilesRequest) MarshalJSON() ([]byte, error) { return jsonform.Marshal(q) }

// stagesTextRequest is the text of a file.
type stagesTextRequest struct {
	Text string `json:"text"`
}

// stagesCalculations appraise samples of strata and of two and three stages.
var stagesCalculations = []Calculation{
	calculation("appraisal.variable.stratified",
		"The total of a universe of amounts from a simple random sample of each stratum, with limits.",
		manualStratified,
		`{"strata":[{"name":"Inpatient","universe":5200,"difference":["80","43","133"]},{"universe":3500,"difference":["311","280"]}]}`,
		variable.Stratified.Appraise),
	calculation("appraisal.variable.stratified.read",
		"The stratified sample in RAT-STATS' two files: the sizes of the strata, and the values of all items.",
		"RAT-STATS User's Guide 4-21 to 4-25",
		`{"units":"1 5200 3\n2 3500 2\n","data":"1 80\n2 43\n3 133\n4 311\n5 280\n","format":"difference"}`,
		func(q unitFilesRequest) (variable.Stratified, error) {
			return variable.ReadStratified(strings.NewReader(q.Units), strings.NewReader(q.Data), q.DataFile)
		}),
	calculation("appraisal.variable.two_stage",
		"The total of a universe of amounts from a sample of primary units and of the items of each, with limits.",
		manualTwoStage,
		`{"universe":90,"secondaryUniverse":4500,"units":[{"universe":50,"difference":["5","7","0"]},{"universe":65,"difference":["4","0"]}]}`,
		variable.TwoStage.Appraise),
	calculation("appraisal.variable.two_stage.read",
		"The two-stage sample in RAT-STATS' two files: the sizes of the primary units, and the values of all items.",
		"RAT-STATS User's Guide 4-39 to 4-43",
		`{"units":"1 50 3\n2 65 2\n","data":"1 5\n2 7\n3 0\n4 4\n5 0\n","format":"difference"}`,
		func(q unitFilesRequest) (variable.TwoStage, error) {
			return variable.ReadTwoStage(strings.NewReader(q.Units), strings.NewReader(q.Data), q.DataFile)
		}),
	calculation("appraisal.variable.three_stage",
		"The total of a universe of amounts from a sample of primary and secondary units and of items, with limits.",
		manualThreeStage,
		`{"universe":15,"units":[{"name":"Region 1","universe":10,"units":[{"name":"Maine","universe":100,"examined":["103","97"]},`+
			`{"name":"Vermont","universe":125,"examined":["152","150"]}]},{"name":"Region 2","universe":8,"units":[{"name":"New York",`+
			`"universe":80,"examined":["180","171"]}]}]}`,
		variable.ThreeStage.Appraise),
	calculation("appraisal.variable.three_stage.read",
		"The three-stage sample in RAT-STATS' three files: primary units, secondary units, and the values of all items.",
		"RAT-STATS User's Guide 4-57 to 4-63",
		`{"primaryUnits":"1 Region 1 10 2\n","units":"1 1 1 Maine 100 2\n2 1 2 Vermont 125 1\n","data":"1 103\n2 97\n3 152\n","format":"examined"}`,
		func(q unitFilesRequest) (variable.ThreeStage, error) {
			return variable.ReadThreeStage(strings.NewReader(q.PrimaryUnits), strings.NewReader(q.Units),
				strings.NewReader(q.Data), q.DataFile)
		}),
	calculation("appraisal.attribute.stratified",
		"How many items of a universe have a characteristic, from a simple random sample of each stratum, with limits.",
		manualStratifiedRate,
		`{"strata":[{"universe":1000,"sampleSize":100,"count":2},{"universe":1500,"sampleSize":100,"count":6}]}`,
		attribute.Stratified.Appraise),
	calculation("appraisal.attribute.stratified.read",
		"The stratified sample in a RAT-STATS file: universe, sample size and items with the characteristic on each line.",
		"RAT-STATS User's Guide 3-14", `{"text":"1000 100 2\n1500,100,6\n"}`,
		func(q stagesTextRequest) (attribute.Stratified, error) {
			return attribute.ReadStratified(strings.NewReader(q.Text))
		}),
	calculation("appraisal.attribute.two_stage",
		"How many items of a universe have a characteristic, from a sample of primary units and of the items of each, with limits.",
		manualTwoStageRate,
		`{"universe":90,"secondaryUniverse":4500,"units":[{"universe":50,"sampleSize":10,"count":4},{"universe":45,"sampleSize":9,"count":2}]}`,
		attribute.TwoStage.Appraise),
	calculation("appraisal.attribute.two_stage.read",
		"The two-stage sample in a RAT-STATS file: universe, sample size and items with the characteristic on each line.",
		"RAT-STATS User's Guide 3-23", `{"text":"50 10 4\n45,9,2\n"}`,
		func(q stagesTextRequest) (attribute.TwoStage, error) {
			return attribute.ReadTwoStage(strings.NewReader(q.Text))
		}),
	calculation("appraisal.attribute.three_stage",
		"How many items of a universe have a characteristic, from a sample of primary and secondary units and of items.",
		manualThreeStageRate,
		`{"universe":12,"units":[{"name":"REGION 5","universe":90,"units":[{"name":"UNIV1","universe":47,"sampleSize":9,"count":3},`+
			`{"name":"UNIV2","universe":51,"sampleSize":10,"count":2}]},{"name":"REGION 7","universe":110,"units":[{"name":"UNIV1",`+
			`"universe":53,"sampleSize":11,"count":2},{"name":"UNIV2","universe":59,"sampleSize":12,"count":5}]}]}`,
		attribute.ThreeStage.Appraise),
	calculation("appraisal.attribute.three_stage.read",
		"The three-stage sample in a RAT-STATS file: each primary unit followed by its secondary ones.",
		"RAT-STATS User's Guide 3-31", `{"text":"REGION 5 90 2\nUNIV1 47 9 3\nUNIV2 51 10 2\n"}`,
		func(q stagesTextRequest) (attribute.ThreeStage, error) {
			return attribute.ReadThreeStage(strings.NewReader(q.Text))
		}),
}
