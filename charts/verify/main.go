// Lints and renders a chart with Helm's own code: what `helm lint --strict` and `helm template` do, and nothing else
// of Helm, so that it builds in less than half the time.
//
//	verify CHART [VALUES.yaml]   prints {"problems": [...], "manifests": {"file": "text"}}
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"helm.sh/helm/v3/pkg/chart/loader"
	"helm.sh/helm/v3/pkg/chartutil"
	"helm.sh/helm/v3/pkg/engine"
	"helm.sh/helm/v3/pkg/lint"
	"helm.sh/helm/v3/pkg/lint/support"
)

type report struct {
	Problems  []string          `json:"problems"`
	Manifests map[string]string `json:"manifests"`
}

func values(paths []string) (chartutil.Values, error) {
	if len(paths) == 0 {
		return chartutil.Values{}, nil
	}
	return chartutil.ReadValuesFile(paths[0])
}

func inspect(chart string, paths []string) report {
	out := report{Problems: []string{}, Manifests: map[string]string{}}
	given, err := values(paths)
	if err != nil {
		out.Problems = append(out.Problems, err.Error())
		return out
	}
	kube := &chartutil.KubeVersion{Version: "v1.33.0", Major: "1", Minor: "33"}
	for _, message := range lint.AllWithKubeVersion(chart, given, "zhitong", kube).Messages {
		if message.Severity >= support.WarningSev {
			out.Problems = append(out.Problems, message.Error())
		}
	}
	rendered, err := render(chart, given, kube)
	if err != nil {
		out.Problems = append(out.Problems, err.Error())
	}
	out.Manifests = rendered
	return out
}

func render(path string, given chartutil.Values, kube *chartutil.KubeVersion) (map[string]string, error) {
	chart, err := loader.Load(path)
	if err != nil {
		return nil, err
	}
	capabilities := chartutil.DefaultCapabilities.Copy()
	capabilities.KubeVersion = *kube
	release := chartutil.ReleaseOptions{Name: "zhitong", Namespace: "zhitong", Revision: 1, IsInstall: true}
	merged, err := chartutil.ToRenderValues(chart, given, release, capabilities)
	if err != nil {
		return nil, err
	}
	return engine.Engine{Strict: true}.Render(chart, merged)
}

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "verify CHART [VALUES.yaml]")
		os.Exit(2)
	}
	if err := json.NewEncoder(os.Stdout).Encode(inspect(os.Args[1], os.Args[2:])); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
