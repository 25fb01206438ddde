package iromath

import (
	"strings"

	"github.com/iromath/iromath/appraisal/attribute"
)

// countFilesRequest are the texts of the two files of an RHC appraisal of counts.
type countFilesRequest struct {
	Units string `json:"units"`
	Data  string `json:"data"`
}

// attributeCalculations are the appraisals of counts, and the readers of their files.
func attributeCalculations() []Calculation {
	return []Calculation{
		longCalculation("appraisal.attribute.binomial",
			"The share of items with a characteristic in a universe of unknown size, with the limits of Clopper and Pearson.",
			"Clopper & Pearson, Biometrika 26 (1934), 404-413",
			`{"sampleSize":50,"count":3}`,
			attribute.Binomial.AppraiseContext),
		calculation("appraisal.attribute.rhc_three_stage",
			"How many items have a characteristic, from an RHC sample of primary units, of secondary units in them, and items in these.",
			"Rao, Hartley and Cochran (1962); RAT-STATS Companion Manual 2-36 to 2-61",
			`{"units":[{"name":"NORTH","subUnits":3,"size":"90","groupSize":"200","unitsInGroup":3,"units":[`+
				`{"name":"Clinic 12","subUnits":400,"size":"40","groupSize":"60","unitsInGroup":2,"sampleSize":40,"count":4},`+
				`{"name":"Clinic 7","subUnits":250,"size":"30","groupSize":"30","unitsInGroup":1,"sampleSize":25,"count":1}]},`+
				`{"name":"SOUTH","subUnits":1,"size":"50","groupSize":"80","unitsInGroup":2,"units":[`+
				`{"name":"Clinic 3","subUnits":300,"size":"50","groupSize":"50","unitsInGroup":1,"sampleSize":30,"count":6}]}],`+
				`"thirdUniverse":2000}`,
			attribute.RHCThreeStage.Appraise),
		calculation("appraisal.attribute.rhc_three_stage.read",
			"The design in the two files of RAT-STATS' RHC three stage attribute appraisal.",
			"RAT-STATS User's Guide 3-51 to 3-53",
			`{"units":"NORTH 3 90 200 3 2\nClinic 12 400 40 60 2\nClinic 7 250 30 30 1\n","data":"1.1 40 4\n1.2 25 1\n"}`,
			func(q countFilesRequest) (attribute.RHCThreeStage, error) {
				return attribute.ReadRHCThreeStage(strings.NewReader(q.Units), strings.NewReader(q.Data))
			}),
		calculation("appraisal.attribute.rhc_two_stage",
			"How many items have a characteristic, from an RHC sample of primary units and items in each.",
			"Rao, Hartley and Cochran (1962); RAT-STATS Companion Manual 2-28 to 2-35",
			`{"units":[{"name":"UNIV7","subUnits":16696,"size":"11","groupSize":"84","unitsInGroup":9,"sampleSize":250,"count":8},`+
				`{"name":"UNIV20","subUnits":15400,"size":"10","groupSize":"79","unitsInGroup":9,"sampleSize":250,"count":12},`+
				`{"name":"UNIV8","subUnits":15754,"size":"10","groupSize":"90","unitsInGroup":9,"sampleSize":250,"count":5}]}`,
			attribute.RHCTwoStage.Appraise),
		calculation("appraisal.attribute.rhc_two_stage.read",
			"The design in the two files of RAT-STATS' RHC two stage attribute appraisal.",
			"RAT-STATS User's Guide 3-40 to 3-42",
			`{"units":"UNIV7 16696 11 84 9\nUNIV20 15400 10 79 9\nUNIV8 15754 10 90 9\n","data":"1 250 8\n2 250 12\n3 250 5\n"}`,
			func(q countFilesRequest) (attribute.RHCTwoStage, error) {
				return attribute.ReadRHCTwoStage(strings.NewReader(q.Units), strings.NewReader(q.Data))
			}),
		longCalculation("appraisal.attribute.stratified",
			"How many items of a universe have a characteristic, from a simple random sample of each stratum, with limits.",
			"RAT-STATS Companion Manual 2-6 to 2-10",
			`{"strata":[{"universe":1000,"sampleSize":100,"count":2},{"universe":1500,"sampleSize":100,"count":6}]}`,
			attribute.Stratified.AppraiseContext),
		calculation("appraisal.attribute.stratified.read",
			"The stratified sample in a RAT-STATS file: universe, sample size and items with the characteristic on each line.",
			"RAT-STATS User's Guide 3-14", `{"text":"1000 100 2\n1500,100,6\n"}`,
			func(q textRequest) (attribute.Stratified, error) {
				return attribute.ReadStratified(strings.NewReader(q.Text))
			}),
		calculation("appraisal.attribute.stratified_cluster",
			"How many items have a characteristic, from clusters sampled within strata, all items of a cluster reviewed.",
			"RAT-STATS Companion Manual 2-62 to 2-67",
			`{"strata":[{"name":"State","universe":415,"items":2500,"clusters":[{"name":"UNIV1","items":8,"count":2},`+
				`{"name":"UNIV2","items":12,"count":3},{"name":"UNIV3","items":4,"count":2}]}]}`,
			attribute.StratifiedCluster.Appraise),
		calculation("appraisal.attribute.stratified_cluster.read",
			"The strata and clusters in a RAT-STATS data file of counts.",
			"RAT-STATS User's Guide 3-65, 3-66",
			`{"text":"STATE UNIVERSITIES 415 2 2500\nUNIV1,8,2\nUNIV2 12 3\n"}`,
			func(q textRequest) (attribute.StratifiedCluster, error) {
				return attribute.ReadStratifiedCluster(strings.NewReader(q.Text))
			}),
		calculation("appraisal.attribute.stratified_multistage",
			"How many items have a characteristic, from proportions and standard errors of strata that were appraised before.",
			"RAT-STATS Companion Manual 2-68 to 2-74",
			`{"strata":[{"proportion":"0.1690","standardError":"0.0199","universe":5600},{"proportion":"0.2184","standardError":"0.0357","universe":3500}]}`,
			attribute.StratifiedMultistage.Appraise),
		calculation("appraisal.attribute.stratified_multistage.read",
			"The percentages, standard errors and universes in a RAT-STATS data file.",
			"RAT-STATS User's Guide 3-75, 3-76",
			`{"text":"16.90 1.99 5600\n21.84,3.57,3500\n"}`,
			func(q textRequest) (attribute.StratifiedMultistage, error) {
				return attribute.ReadStratifiedMultistage(strings.NewReader(q.Text))
			}),
		longCalculation("appraisal.attribute.three_stage",
			"How many items of a universe have a characteristic, from a sample of primary and secondary units and of items.",
			"RAT-STATS Companion Manual 2-19 to 2-27",
			`{"universe":12,"units":[{"name":"REGION 5","universe":90,"units":[{"name":"UNIV1","universe":47,"sampleSize":9,"count":3},`+
				`{"name":"UNIV2","universe":51,"sampleSize":10,"count":2}]},{"name":"REGION 7","universe":110,"units":[{"name":"UNIV1",`+
				`"universe":53,"sampleSize":11,"count":2},{"name":"UNIV2","universe":59,"sampleSize":12,"count":5}]}]}`,
			attribute.ThreeStage.AppraiseContext),
		calculation("appraisal.attribute.three_stage.read",
			"The three-stage sample in a RAT-STATS file: each primary unit followed by its secondary ones.",
			"RAT-STATS User's Guide 3-31", `{"text":"REGION 5 90 2\nUNIV1 47 9 3\nUNIV2 51 10 2\n"}`,
			func(q textRequest) (attribute.ThreeStage, error) {
				return attribute.ReadThreeStage(strings.NewReader(q.Text))
			}),
		longCalculation("appraisal.attribute.two_stage",
			"How many items of a universe have a characteristic, from a sample of primary units and of the items of each, with limits.",
			"RAT-STATS Companion Manual 2-11 to 2-18",
			`{"universe":90,"secondaryUniverse":4500,"units":[{"universe":50,"sampleSize":10,"count":4},{"universe":45,"sampleSize":9,"count":2}]}`,
			attribute.TwoStage.AppraiseContext),
		calculation("appraisal.attribute.two_stage.read",
			"The two-stage sample in a RAT-STATS file: universe, sample size and items with the characteristic on each line.",
			"RAT-STATS User's Guide 3-23", `{"text":"50 10 4\n45,9,2\n"}`,
			func(q textRequest) (attribute.TwoStage, error) {
				return attribute.ReadTwoStage(strings.NewReader(q.Text))
			}),
		calculation("appraisal.attribute.unrestricted",
			"The number of items with a characteristic from a simple random sample, with exact hypergeometric limits.",
			"RAT-STATS Companion Manual 2-2 to 2-5, 4-29",
			`{"universe":10000,"sampleSize":400,"count":82,"oneSidedLevels":["0.90"]}`,
			attribute.Unrestricted.Appraise),
	}
}
