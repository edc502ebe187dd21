// Reads [[pattern, forbidden, texts], ...] and prints for each text whether it matches the pattern and
// not the forbidden pattern, according to RE2.
package main

import (
	"encoding/json"
	"os"
	"regexp"
)

func main() {
	var asked [][]json.RawMessage
	if err := json.NewDecoder(os.Stdin).Decode(&asked); err != nil {
		panic(err)
	}
	var answers [][]bool
	for _, question := range asked {
		var pattern, forbidden string
		var texts []string
		for i, into := range []any{&pattern, &forbidden, &texts} {
			if err := json.Unmarshal(question[i], into); err != nil {
				panic(err)
			}
		}
		wanted, unwanted := regexp.MustCompile(pattern), regexp.MustCompile(forbidden)
		verdicts := []bool{}
		for _, text := range texts {
			verdicts = append(verdicts, wanted.MatchString(text) && !unwanted.MatchString(text))
		}
		answers = append(answers, verdicts)
	}
	json.NewEncoder(os.Stdout).Encode(answers)
}
