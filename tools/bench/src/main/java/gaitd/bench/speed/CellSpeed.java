package gaitd.bench.speed;

import gaitd.bench.turns.Alternation;
import gaitd.robot.report.Report;
import gaitd.runtime.config.Version;
import java.io.IOException;
import java.io.PrintWriter;

/** Measures all cells, prints a line for each as it is done, and keeps the numbers for programs. */
public final class CellSpeed {
    private final Alternation turns;
    private final int rounds;
    private final PrintWriter out;
    private final Report report = new Report().put("version", Version.TEXT);

    /**
     * A measurement that has not begun.
     *
     * @param blockS length of a block, s
     * @param rounds blocks of each candidate that count
     * @param warmUpS least warm-up of each candidate, s
     * @param out where lines go
     */
    public CellSpeed(final double blockS, final int rounds, final double warmUpS, final PrintWriter out) {
        this.turns = new Alternation(blockS, rounds, warmUpS);
        this.rounds = rounds;
        this.out = out;
    }

    /**
     * Measures; without gcc only ours.
     *
     * @param seed of weights and inputs
     * @return whether all results agreed
     * @throws IOException when the C files do not compile
     */
    public boolean run(final long seed) throws IOException {
        final String compiler = CompiledCell.compilerVersion();
        final String flags = String.join(" ", CompiledCell.COMPILER);
        out.println(
                compiler.isEmpty()
                        ? "no gcc on this machine: our figures only"
                        : "against " + flags + " (" + compiler
                                + "), sizes known to it, the faster of two orders of loops");
        out.println("ns a step, medians of " + rounds + " blocks in turn; ratio: ours to C");
        out.printf("%-36s %8s %8s %8s %8s %8s %8s%n", "cell", "C", "vector", "ratio", "plain", "ratio", "B a step");
        out.flush();
        report.put("compiler", compiler).put("flags", flags).put("seed", seed).put("rounds", rounds);
        boolean agrees = true;
        for (final CellCase each : CellCases.all()) {
            final CellComparison.Result result = new CellComparison(each, seed).run(turns, !compiler.isEmpty());
            print(result);
            put(result);
            agrees &= result.agrees();
        }
        report.put("pass", agrees);
        return agrees;
    }

    private void print(final CellComparison.Result result) {
        final double vector = result.nsPerStep().getOrDefault(CellComparison.VECTOR, Double.NaN);
        final double plain = result.nsPerStep().get(CellComparison.PLAIN);
        final double c = result.cNsPerStep();
        out.printf(
                "%-36s %8s %8s %8s %8s %8s %8.3f%s%n",
                result.title(),
                number(c, 0),
                number(vector, 0),
                number(vector / c, 2),
                number(plain, 0),
                number(plain / c, 2),
                result.bytesPerStep(),
                result.agrees() ? "" : "  DIFFERS by %.1e".formatted(result.difference()));
        out.flush();
    }

    private static String number(final double value, final int digits) {
        return Double.isNaN(value) ? "-" : ("%." + digits + "f").formatted(value);
    }

    private void put(final CellComparison.Result result) {
        final String key = result.key();
        report.put(key + "_c_ns_per_step", result.cNsPerStep());
        result.nsPerStep().forEach((form, ns) -> {
            report.put(key + "_" + form + "_ns_per_step", ns);
            report.put(key + "_" + form + "_ratio", ns / result.cNsPerStep());
        });
        report.put(key + "_max_difference", result.difference());
        report.put(key + "_alloc_bytes_per_step", result.bytesPerStep());
    }

    /**
     * Everything measured.
     *
     * @return the live report
     */
    public Report report() {
        return report;
    }
}
