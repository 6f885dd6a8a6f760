/** What benchmarks of cases in the field share: which cases, how many seeds, which engine. One set of options for all of them. */
package gaitd.bench.cases;
