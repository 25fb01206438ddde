package iromath

import (
	"strings"

	"github.com/iromath/iromath/appraisal/variable"
	"github.com/iromath/iromath/internal/jsonform"
)

// manualUnrestricted is also the source of what an extrapolation appraises.
const manualUnrestricted = "RAT-STATS Companion Manual 3-2 to 3-7"

// dataFileRequest is the text of a file of values, and where they stand in it.
type dataFileRequest struct {
	Text string `json:"text"`
	variable.DataFile
}

// MarshalJSON writes every field by its name.
func (q dataFileRequest) MarshalJSON() ([]byte, error) { return jsonform.Marshal(q) }

// filesRequest is the text of the two files of a design of dollars: the strata or units, and the values of all items.
type filesRequest struct {
	Units string `json:"units"`
	Data  string `json:"data"`
	// The fields of variable.DataFile say where the values stand.
	variable.DataFile
}

// MarshalJSON writes every field by its name.
func (q filesRequest) MarshalJSON() ([]byte, error) { return jsonform.Marshal(q) }

// threeStageFilesRequest has the file of the primary units beside that of the secondary ones.
type threeStageFilesRequest struct {
	PrimaryUnits string `json:"primaryUnits"`
	filesRequest
}

// MarshalJSON writes every field by its name.
func (q threeStageFilesRequest) MarshalJSON() ([]byte, error) { return jsonform.Marshal(q) }

// variableCalculations are the appraisals of dollars that RAT-STATS has, and the readers of their files.
func variableCalculations() []Calculation {
	return []Calculation{
		calculation("appraisal.variable.post_stratified",
			"The total of a universe from one sample whose items were told apart by strata afterwards.",
			"RAT-STATS Companion Manual 3-91 to 3-98; Cochran, Sampling Techniques (1977), sec. 5A.9",
			`{"strata":[{"universe":373,"difference":["242.27","240.43","243.43"]},{"universe":1146,"difference":["25.99","31.75","42.37","0"]}]}`,
			variable.PostStratified.Appraise),
		calculation("appraisal.variable.post_stratified.read",
			"The strata and the items in the two RAT-STATS files of post stratification.",
			"RAT-STATS User's Guide 4-146 to 4-148",
			`{"format":"difference","units":"1 373 2\n2 1,146 1\n","data":"1 242.27\n2 240.43\n3 25.99\n"}`,
			func(q filesRequest) (variable.PostStratified, error) {
				return variable.ReadPostStratified(strings.NewReader(q.Units), strings.NewReader(q.Data), q.DataFile)
			}),
		calculation("appraisal.variable.read",
			"The sample in a RAT-STATS data file: one sampled item on each line, a line number and one or two amounts or columns of your own.",
			"RAT-STATS User's Guide 4-7, 4-8",
			`{"format":"examined_audited","text":"1 300 267\n2 $1,900.00 774\n"}`,
			func(q dataFileRequest) (variable.Sample, error) {
				return q.Read(strings.NewReader(q.Text))
			}),
		calculation("appraisal.variable.rhc_three_stage",
			"The total of amounts, from an RHC sample of primary units, of secondary units in them, and items in these.",
			"Rao, Hartley and Cochran (1962); RAT-STATS Companion Manual 3-48 to 3-76",
			`{"units":[{"name":"NORTH","subUnits":3,"size":"90","groupSize":"200","unitsInGroup":3,"units":[`+
				`{"name":"Clinic 12","subUnits":400,"size":"40","groupSize":"60","unitsInGroup":2,"difference":["0","12.50","4"]},`+
				`{"name":"Clinic 7","subUnits":250,"size":"30","groupSize":"30","unitsInGroup":1,"difference":["31","0"]}]},`+
				`{"name":"SOUTH","subUnits":1,"size":"50","groupSize":"80","unitsInGroup":2,"units":[`+
				`{"name":"Clinic 3","subUnits":300,"size":"50","groupSize":"50","unitsInGroup":1,"difference":["0","7","0"]}]}]}`,
			variable.RHCThreeStage.Appraise),
		calculation("appraisal.variable.rhc_three_stage.read",
			"The design in the two files of RAT-STATS' RHC three stage variable appraisal.",
			"RAT-STATS User's Guide 4-100 to 4-106",
			`{"format":"difference","units":"NORTH 3 2 90 200 3\nClinic 12 400 3 40 60 2\nClinic 7 250 2 30 30 1\n",`+
				`"data":"1 0\n2 12.50\n3 4\n4 31\n5 0\n"}`,
			func(q filesRequest) (variable.RHCThreeStage, error) {
				return variable.ReadRHCThreeStage(strings.NewReader(q.Units), strings.NewReader(q.Data), q.DataFile)
			}),
		calculation("appraisal.variable.rhc_two_stage",
			"The total of amounts, from an RHC sample of primary units and items in each.",
			"Rao, Hartley and Cochran (1962); RAT-STATS Companion Manual 3-35 to 3-47",
			`{"units":[{"name":"North","subUnits":1200,"size":"61000","groupSize":"79500","unitsInGroup":2,`+
				`"examined":["120","80.50","44"],"audited":["120","68","40"]},{"name":"West","subUnits":900,"size":"39900",`+
				`"groupSize":"80100","unitsInGroup":2,"examined":["31","50","62.25"],"audited":["0","50","62.25"]}]}`,
			variable.RHCTwoStage.Appraise),
		calculation("appraisal.variable.rhc_two_stage.read",
			"The design in the two files of RAT-STATS' RHC two stage variable appraisal.",
			"RAT-STATS User's Guide 4-78 to 4-83",
			`{"format":"difference","units":"North 1,200 3 61,000 79,500 2\nWest 900 3 39,900 80,100 2\n",`+
				`"data":"1 0\n2 12.50\n3 4\n4 31\n5 0\n6 0\n"}`,
			func(q filesRequest) (variable.RHCTwoStage, error) {
				return variable.ReadRHCTwoStage(strings.NewReader(q.Units), strings.NewReader(q.Data), q.DataFile)
			}),
		longCalculation("appraisal.variable.stratified",
			"The total of a universe of amounts from a simple random sample of each stratum, with limits.",
			"RAT-STATS Companion Manual 3-8 to 3-16",
			`{"strata":[{"name":"Inpatient","universe":5200,"difference":["80","43","133"]},{"universe":3500,"difference":["311","280"]}]}`,
			variable.Stratified.AppraiseContext),
		calculation("appraisal.variable.stratified.read",
			"The stratified sample in RAT-STATS' two files: the sizes of the strata, and the values of all items.",
			"RAT-STATS User's Guide 4-21 to 4-25",
			`{"units":"1 5200 3\n2 3500 2\n","data":"1 80\n2 43\n3 133\n4 311\n5 280\n","format":"difference"}`,
			func(q filesRequest) (variable.Stratified, error) {
				return variable.ReadStratified(strings.NewReader(q.Units), strings.NewReader(q.Data), q.DataFile)
			}),
		calculation("appraisal.variable.stratified_cluster",
			"The total of a universe from clusters sampled within strata, all items of a cluster reviewed.",
			"RAT-STATS Companion Manual 3-77 to 3-81",
			`{"strata":[{"name":"State","universe":415,"clusters":[{"name":"UNIV1","items":8,"value":"96"},{"name":"UNIV2","items":12,"value":"121"},`+
				`{"name":"UNIV3","items":4,"value":"42"}]},{"name":"Private","universe":168,"clusters":[{"value":"18"},{"value":"52"}]}]}`,
			variable.StratifiedCluster.Appraise),
		calculation("appraisal.variable.stratified_cluster.read",
			"The strata and clusters in a RAT-STATS data file of dollars.",
			"RAT-STATS User's Guide 4-124 to 4-126",
			`{"text":"STATE UNIVERSITIES 415 2\nUNIV1 8 96\nUNIV2 12 $1,121.50\nPRIVATE UNIVERSITIES 168 1\nUNIV1 2 18\n"}`,
			func(q textRequest) (variable.StratifiedCluster, error) {
				return variable.ReadStratifiedCluster(strings.NewReader(q.Text))
			}),
		calculation("appraisal.variable.stratified_multistage",
			"The total of strata from the point estimates and standard errors of appraisals of their own.",
			"RAT-STATS Companion Manual 3-82 to 3-90",
			`{"strata":[{"pointEstimate":"24077","standardError":"1277"},{"pointEstimate":"19182","standardError":"873"}]}`,
			variable.StratifiedMultistage.Appraise),
		calculation("appraisal.variable.stratified_multistage.read",
			"The point estimates and standard errors in a RAT-STATS data file.",
			"RAT-STATS User's Guide 4-137",
			`{"text":"24,077 1,277\n19,182 873\n"}`,
			func(q textRequest) (variable.StratifiedMultistage, error) {
				return variable.ReadStratifiedMultistage(strings.NewReader(q.Text))
			}),
		longCalculation("appraisal.variable.three_stage",
			"The total of a universe of amounts from a sample of primary and secondary units and of items, with limits.",
			"RAT-STATS Companion Manual 3-24 to 3-34",
			`{"universe":15,"units":[{"name":"Region 1","universe":10,"units":[{"name":"Maine","universe":100,"examined":["103","97"]},`+
				`{"name":"Vermont","universe":125,"examined":["152","150"]}]},{"name":"Region 2","universe":8,"units":[{"name":"New York",`+
				`"universe":80,"examined":["180","171"]}]}]}`,
			variable.ThreeStage.AppraiseContext),
		calculation("appraisal.variable.three_stage.read",
			"The three-stage sample in RAT-STATS' three files: primary units, secondary units, and the values of all items.",
			"RAT-STATS User's Guide 4-57 to 4-63",
			`{"primaryUnits":"1 Region 1 10 2\n","units":"1 1 1 Maine 100 2\n2 1 2 Vermont 125 1\n","data":"1 103\n2 97\n3 152\n","format":"examined"}`,
			func(q threeStageFilesRequest) (variable.ThreeStage, error) {
				return variable.ReadThreeStage(strings.NewReader(q.PrimaryUnits), strings.NewReader(q.Units),
					strings.NewReader(q.Data), q.DataFile)
			}),
		longCalculation("appraisal.variable.two_stage",
			"The total of a universe of amounts from a sample of primary units and of the items of each, with limits.",
			"RAT-STATS Companion Manual 3-17 to 3-23",
			`{"universe":90,"secondaryUniverse":4500,"units":[{"universe":50,"difference":["5","7","0"]},{"universe":65,"difference":["4","0"]}]}`,
			variable.TwoStage.AppraiseContext),
		calculation("appraisal.variable.two_stage.read",
			"The two-stage sample in RAT-STATS' two files: the sizes of the primary units, and the values of all items.",
			"RAT-STATS User's Guide 4-39 to 4-43",
			`{"units":"1 50 3\n2 65 2\n","data":"1 5\n2 7\n3 0\n4 4\n5 0\n","format":"difference"}`,
			func(q filesRequest) (variable.TwoStage, error) {
				return variable.ReadTwoStage(strings.NewReader(q.Units), strings.NewReader(q.Data), q.DataFile)
			}),
		calculation("appraisal.variable.unknown_universe",
			"The total of items whose number is not known, from a sample of the units that hold them and one of the items.",
			"RAT-STATS Companion Manual 3-99 to 3-106; Goodman, JASA 55 (1960), 708-713",
			`{"universe":575,"counts":{"sampleSize":70,"mean":"10.33","standardDeviation":"2.75"},`+
				`"amounts":{"sampleSize":55,"mean":"15.65","standardDeviation":"5.45"}}`,
			variable.UnknownUniverse.Appraise),
		calculation("appraisal.variable.unrestricted",
			"The total of a universe from a simple random sample of amounts, with limits.",
			manualUnrestricted,
			`{"universe":10000,"examined":["300","900","300","200"],"audited":["267","774","255","174"]}`,
			variable.Unrestricted.Appraise),
	}
}
