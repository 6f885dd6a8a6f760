package gaitd.lab.sweep;

import gaitd.robot.cli.Inputs;
import gaitd.runtime.config.ConfigException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Options that say what a sweep tries, and for how long. */
final class SweepOptions {
    private static final int RANGES_MAX = 32;
    private static final int ETA_MAX = 3;
    private static final int RUNGS_MAX = 10;
    private static final String GRID = "--grid";
    private static final String RANDOM = "--random";
    private static final String RANGE = "--range";

    @Option(
            names = GRID,
            paramLabel = "K=V,V",
            description = "values of an option of train; several: every combination")
    private List<String> grid = List.of();

    @Option(names = RANDOM, paramLabel = "N", description = "N trials drawn from --range")
    private Integer random;

    @Option(
            names = RANGE,
            paramLabel = "K=A..B",
            description = "what --random draws an option of train from: K=A..B, K=A..B:log or K=V,V")
    private List<String> ranges = List.of();

    @Option(names = "--halving", description = "short trainings first, the best of them go on for longer")
    private boolean halving;

    @Option(
            names = "--eta",
            paramLabel = "2|3",
            description = "each rung has as many times fewer trials, of as many times more steps (default 2)")
    private Integer eta;

    @Option(names = "--rungs", paramLabel = "R", description = "rungs of --halving (default as many as fit, at most 4)")
    private Integer rungs;

    /** What differs between trials. */
    List<Axis> axes() {
        if (grid.isEmpty() == (random == null)) {
            throw new ConfigException(
                    "nothing says what to try: expected --grid KEY=V1,V2, or --random N with --range KEY=A..B, and not both");
        }
        if (random != null && ranges.isEmpty()) {
            throw new ConfigException(RANDOM + ": there is nothing to draw from; expected --range KEY=A..B with it");
        }
        if (random == null && !ranges.isEmpty()) {
            throw new ConfigException(RANGE + ": only --random N draws from ranges; expected it, too");
        }
        final CommandSpec all = TrialLine.options();
        final List<Axis> axes = new ArrayList<>();
        for (final String text : random == null ? grid : ranges) {
            final Axis axis = Axis.parse(random == null ? GRID : RANGE, text, random != null, all);
            if (axes.stream().anyMatch(before -> before.key().equals(axis.key()))) {
                throw new ConfigException(text + ": " + axis.key() + " is given twice; expected it once");
            }
            if (halving && axis.key().equals("steps")) {
                throw new ConfigException(text + ": --halving decides about steps; expected another option to vary");
            }
            axes.add(axis);
        }
        if (axes.size() > RANGES_MAX) {
            throw new ConfigException("more than " + RANGES_MAX + " options to vary; expected fewer");
        }
        return axes;
    }

    /** By what they are chosen. */
    String how() {
        return random == null ? "grid" : "random";
    }

    /** What is tried. */
    List<Variant> variants(final List<Axis> axes, final long seed) {
        return random == null
                ? Variants.grid(axes)
                : Variants.random(axes, (int) Inputs.inRange(RANDOM, random, 1, Variants.MAX, "trials"), seed);
    }

    /** For how long. */
    Halving halving(final int variants) {
        if (!halving) {
            if (eta != null || rungs != null) {
                throw new ConfigException((eta != null ? "--eta" : "--rungs") + ": expected --halving with it");
            }
            return Halving.NONE;
        }
        final int by = eta == null ? 2 : (int) Inputs.inRange("--eta", eta, 2, ETA_MAX, "");
        final int most = Math.min(RUNGS_MAX, Halving.most(variants, by));
        if (most < 2) {
            throw new ConfigException(
                    "--halving: " + variants + " trials are too few to leave some out; expected at least " + by);
        }
        return new Halving(
                by,
                rungs == null
                        ? Halving.usual(variants, by)
                        : (int) Inputs.inRange("--rungs", rungs, 2, most, "for " + variants + " trials"));
    }
}
