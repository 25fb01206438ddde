package iromath

import (
	"strings"

	"github.com/iromath/iromath/appraisal/attribute"
	"github.com/iromath/iromath/appraisal/variable"
)

const (
	manualCluster             = "RAT-STATS Companion Manual 3-77 to 3-81"
	manualMultistage          = "RAT-STATS Companion Manual 3-82 to 3-90"
	manualPostStratified      = "RAT-STATS Companion Manual 3-91 to 3-98; Cochran, Sampling Techniques (1977), sec. 5A.9"
	manualUnknown             = "RAT-STATS Companion Manual 3-99 to 3-106; Goodman, JASA 55 (1960), 708-713"
	manualAttributeCluster    = "RAT-STATS Companion Manual 2-62 to 2-67"
	manualAttributeMultistage = "RAT-STATS Companion Manual 2-68 to 2-74"
)

// clusterCalculations estimate from clusters, from strata appraised before, and where strata or universes are found out
// later.
var clusterCalculations = []Calculation{
	calculation("appraisal.variable.stratified_cluster",
		"The total of a universe from clusters sampled within strata, all items of a cluster reviewed.",
		manualCluster,
		`{"strata":[{"name":"State","universe":415,"clusters":[{"name":"UNIV1","items":8,"value":"96"},{"name":"UNIV2","items":12,"value":"121"},`+
			`{"name":"UNIV3","items":4,"value":"42"}]},{"name":"Private","universe":168,"clusters":[{"value":"18"},{"value":"52"}]}]}`,
		variable.StratifiedCluster.Appraise),
	calculation("appraisal.variable.stratified_cluster.read",
		"The strata and clusters in a RAT-STATS data file of dollars.",
		"RAT-STATS User's Guide 4-124 to 4-126",
		`{"text":"STATE UNIVERSITIES 415 2\nUNIV1 8 96\nUNIV2 12 $1,121.50\nPRIVATE UNIVERSITIES 168 1\nUNIV1 2 18\n"}`,
		func(q stagesTextRequest) (variable.StratifiedCluster, error) {
			return variable.ReadStratifiedCluster(strings.NewReader(q.Text))
		}),
	calculation("appraisal.variable.stratified_multistage",
		"The total of strata from the point estimates and standard errors of appraisals of their own.",
		manualMultistage,
		`{"strata":[{"pointEstimate":"24077","standardError":"1277"},{"pointEstimate":"19182","standardError":"873"}]}`,
		variable.StratifiedMultistage.Appraise),
	calculation("appraisal.variable.stratified_multistage.read",
		"The point estimates and standard errors in a RAT-STATS data file.",
		"RAT-STATS User's Guide 4-137",
		`{"text":"24,077 1,277\n19,182 873\n"}`,
		func(q stagesTextRequest) (variable.StratifiedMultistage, error) {
			return variable.ReadStratifiedMultistage(strings.NewReader(q.Text))
		}),
	calculation("appraisal.variable.post_stratified",
		"The total of a universe from one sample whose items were told apart by strata afterwards.",
		manualPostStratified,
		`{"strata":[{"universe":373,"difference":["242.27","240.43","243.43"]},{"universe":1146,"difference":["25.99","31.75","42.37","0"]}]}`,
		variable.PostStratified.Appraise),
	calculation("appraisal.variable.post_stratified.read",
		"The strata and the items in the two RAT-STATS files of post stratification.",
		"RAT-STATS User's Guide 4-146 to 4-148",
		`{"format":"difference","units":"1 373 2\n2 1,146 1\n","data":"1 242.27\n2 240.43\n3 25.99\n"}`,
		func(q unitFilesRequest) (variable.PostStratified, error) {
			return variable.ReadPostStratified(strings.NewReader(q.Units), strings.NewReader(q.Data), q.DataFile)
		}),
	calculation("appraisal.variable.unknown_universe",
		"The total of items whose number is not known, from a sample of the units that hold them and one of the items.",
		manualUnknown,
		`{"universe":575,"counts":{"sampleSize":70,"mean":"10.33","standardDeviation":"2.75"},`+
			`"amounts":{"sampleSize":55,"mean":"15.65","standardDeviation":"5.45"}}`,
		variable.UnknownUniverse.Appraise),
	calculation("appraisal.attribute.stratified_cluster",
		"How many items have a characteristic, from clusters sampled within strata, all items of a cluster reviewed.",
		manualAttributeCluster,
		`{"strata":[{"name":"State","universe":415,"items":2500,"clusters":[{"name":"UNIV1","items":8,"count":2},`+
			`{"name":"UNIV2","items":12,"count":3},{"name":"UNIV3","items":4,"count":2}]}]}`,
		attribute.StratifiedCluster.Appraise),
	calculation("appraisal.attribute.stratified_cluster.read",
		"The strata and clusters in a RAT-STATS data file of counts.",
		"RAT-STATS User's Guide 3-65, 3-66",
		`{"text":"STATE UNIVERSITIES 415 2 2500\nUNIV1,8,2\nUNIV2 12 3\n"}`,
		func(q stagesTextRequest) (attribute.StratifiedCluster, error) {
			return attribute.ReadStratifiedCluster(strings.NewReader(q.Text))
		}),
	calculation("appraisal.attribute.stratified_multistage",
		"How many items have a characteristic, from proportions and standard errors of strata that were appraised before.",
		manualAttributeMultistage,
		`{"strata":[{"proportion":"0.1690","standardError":"0.0199","universe":5600},{"proportion":"0.2184","standardError":"0.0357","universe":3500}]}`,
		attribute.StratifiedMultistage.Appraise),
	calculation("appraisal.attribute.stratified_multistage.read",
		"The percentages, standard errors and universes in a RAT-STATS data file.",
		"RAT-STATS User's Guide 3-75, 3-76",
		`{"text":"16.90 1.99 5600\n21.84,3.57,3500\n"}`,
		func(q stagesTextRequest) (attribute.StratifiedMultistage, error) {
			return attribute.ReadStratifiedMultistage(strings.NewReader(q.Text))
		}),
}
