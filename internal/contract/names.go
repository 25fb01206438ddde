package contract

import (
	"path"
	"reflect"
	"strings"
)

// prefixes of the types of a package: names of the root package and of what it re-exports stand alone, the others begin
// with their package.
var prefixes = map[string]string{
	"iromath": "", "finding": "", "textfile": "",
	"sampling": "Sampling", "samplesize": "SampleSize",
	"appraisal": "Appraisal", "attribute": "Attribute", "variable": "Variable", "rhc": "RHC", "stage": "Stage",
	"errorrate": "ErrorRate", "extrapolate": "Extrapolate", "reportable": "Reportable", "training": "Training",
	"document": "ReportDocument",
}

// nameOf is the name of a Go type in the contract: "VariableUnrestricted", "SamplingReportedSet" for a Reported[Set].
func nameOf(t reflect.Type) string {
	name, arguments, _ := strings.Cut(t.Name(), "[")
	name = strings.ToUpper(name[:1]) + name[1:]
	name = prefixed(path.Base(t.PkgPath()), name)
	for a := range strings.SplitSeq(strings.TrimSuffix(arguments, "]"), ",") {
		switch a = a[strings.LastIndexByte(a, '.')+1:]; a {
		case "int64":
			name += "Number"
		case "string":
			name += "ID"
		default:
			name += a
		}
	}
	return name
}

func prefixed(pkg, name string) string {
	prefix, ok := prefixes[pkg]
	if !ok {
		prefix = strings.ToUpper(pkg[:1]) + pkg[1:]
	}
	if strings.HasSuffix(prefix, name) {
		return prefix
	}
	return prefix + name
}
