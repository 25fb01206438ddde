package iromath

import (
	"strings"

	"github.com/iromath/iromath/appraisal/attribute"
	"github.com/iromath/iromath/appraisal/variable"
)

const manualRHCAppraisal = "Rao, Hartley and Cochran (1962); RAT-STATS Companion Manual "

// rhcFilesRequest are the texts of the two files of an RHC appraisal of dollars.
type rhcFilesRequest struct {
	variable.DataFile
	Units string `json:"units"`
	Data  string `json:"data"`
}

// rhcCountFilesRequest are those of an RHC appraisal of counts.
type rhcCountFilesRequest struct {
	Units string `json:"units"`
	Data  string `json:"data"`
}

// rhcCalculations appraise samples from random groups.
var rhcCalculations = []Calculation{
	calculation("appraisal.attribute.rhc_three_stage",
		"How many items have a characteristic, from an RHC sample of primary units, of secondary units in them, and items in these.",
		manualRHCAppraisal+"2-36 to 2-61",
		`{"units":[{"description":"NORTH","subUnits":3,"size":"90","groupSize":"200","unitsInGroup":3,"units":[`+
			`{"description":"Clinic 12","subUnits":400,"size":"40","groupSize":"60","unitsInGroup":2,"sampleSize":40,"count":4},`+
			`{"description":"Clinic 7","subUnits":250,"size":"30","groupSize":"30","unitsInGroup":1,"sampleSize":25,"count":1}]},`+
			`{"description":"SOUTH","subUnits":1,"size":"50","groupSize":"80","unitsInGroup":2,"units":[`+
			`{"description":"Clinic 3","subUnits":300,"size":"50","groupSize":"50","unitsInGroup":1,"sampleSize":30,"count":6}]}],`+
			`"thirdUniverse":2000}`,
		attribute.RHCThreeStage.Appraise),
	calculation("appraisal.attribute.rhc_three_stage.read",
		"The design in the two files of RAT-STATS' RHC three stage attribute appraisal.",
		"RAT-STATS User's Guide 3-51 to 3-53",
		`{"units":"NORTH 3 90 200 3 2\nClinic 12 400 40 60 2\nClinic 7 250 30 30 1\n","data":"1.1 40 4\n1.2 25 1\n"}`,
		func(q rhcCountFilesRequest) (attribute.RHCThreeStage, error) {
			return attribute.ReadRHCThreeStage(strings.NewReader(q.Units), strings.NewReader(q.Data))
		}),
	calculation("appraisal.attribute.rhc_two_stage",
		"How many items have a characteristic, from an RHC sample of primary units and items in each.",
		manualRHCAppraisal+"2-28 to 2-35",
		`{"units":[{"description":"UNIV7","subUnits":16696,"size":"11","groupSize":"84","unitsInGroup":9,"sampleSize":250,"count":8},`+
			`{"description":"UNIV20","subUnits":15400,"size":"10","groupSize":"79","unitsInGroup":9,"sampleSize":250,"count":12},`+
			`{"description":"UNIV8","subUnits":15754,"size":"10","groupSize":"90","unitsInGroup":9,"sampleSize":250,"count":5}]}`,
		attribute.RHCTwoStage.Appraise),
	calculation("appraisal.attribute.rhc_two_stage.read",
		"The design in the two files of RAT-STATS' RHC two stage attribute appraisal.",
		"RAT-STATS User's Guide 3-40 to 3-42",
		`{"units":"UNIV7 16696 11 84 9\nUNIV20 15400 10 79 9\nUNIV8 15754 10 90 9\n","data":"1 250 8\n2 250 12\n3 250 5\n"}`,
		func(q rhcCountFilesRequest) (attribute.RHCTwoStage, error) {
			return attribute.ReadRHCTwoStage(strings.NewReader(q.Units), strings.NewReader(q.Data))
		}),
	calculation("appraisal.variable.rhc_three_stage",
		"The total of amounts, from an RHC sample of primary units, of secondary units in them, and items in these.",
		manualRHCAppraisal+"3-48 to 3-76",
		`{"units":[{"description":"NORTH","subUnits":3,"size":"90","groupSize":"200","unitsInGroup":3,"units":[`+
			`{"description":"Clinic 12","subUnits":400,"size":"40","groupSize":"60","unitsInGroup":2,"difference":["0","12.50","4"]},`+
			`{"description":"Clinic 7","subUnits":250,"size":"30","groupSize":"30","unitsInGroup":1,"difference":["31","0"]}]},`+
			`{"description":"SOUTH","subUnits":1,"size":"50","groupSize":"80","unitsInGroup":2,"units":[`+
			`{"description":"Clinic 3","subUnits":300,"size":"50","groupSize":"50","unitsInGroup":1,"difference":["0","7","0"]}]}]}`,
		variable.RHCThreeStage.Appraise),
	calculation("appraisal.variable.rhc_three_stage.read",
		"The design in the two files of RAT-STATS' RHC three stage variable appraisal.",
		"RAT-STATS User's Guide 4-100 to 4-106",
		`{"format":"difference","units":"NORTH 3 2 90 200 3\nClinic 12 400 3 40 60 2\nClinic 7 250 2 30 30 1\n",`+
			`"data":"1 0\n2 12.50\n3 4\n4 31\n5 0\n"}`,
		func(q rhcFilesRequest) (variable.RHCThreeStage, error) {
			return variable.ReadRHCThreeStage(strings.NewReader(q.Units), strings.NewReader(q.Data), q.DataFile)
		}),
	calculation("appraisal.variable.rhc_two_stage",
		"The total of amounts, from an RHC sample of primary units and items in each.",
		manualRHCAppraisal+"3-35 to 3-47",
		`{"units":[{"description":"North","subUnits":1200,"size":"61000","groupSize":"79500","unitsInGroup":2,`+
			`"examined":["120","80.50","44"],"audited":["120","68","40"]},{"description":"West","subUnits":900,"size":"39900",`+
			`"groupSize":"80100","unitsInGroup":2,"examined":["31","50","62.25"],"audited":["0","50","62.25"]}]}`,
		variable.RHCTwoStage.Appraise),
	calculation("appraisal.variable.rhc_two_stage.read",
		"The design in the two files of RAT-STATS' RHC two stage variable appraisal.",
		"RAT-STATS User's Guide 4-78 to 4-83",
		`{"format":"difference","units":"North 1,200 3 61,000 79,500 2\nWest 900 3 39,900 80,100 2\n",`+
			`"data":"1 0\n2 12.50\n3 4\n4 31\n5 0\n6 0\n"}`,
		func(q rhcFilesRequest) (variable.RHCTwoStage, error) {
			return variable.ReadRHCTwoStage(strings.NewReader(q.Units), strings.NewReader(q.Data), q.DataFile)
		}),
}
