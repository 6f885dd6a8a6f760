package gaitd.bench.ep;

import gaitd.lab.plot.LinePlot;
import gaitd.lab.plot.PlotText;
import java.nio.file.Path;
import java.util.List;

/** Draws the results of the equilibrium propagation bench. */
public final class EpPlots {
    private static final String BETA = "log10 of beta";
    private static final String COSINE = "cosine to the exact gradient of W";

    private final Path folder;

    /**
     * Plots into a folder.
     *
     * @param folder that is there
     */
    public EpPlots(final Path folder) {
        this.folder = folder;
    }

    /**
     * Cosines over beta.
     *
     * @param curves see {@link EpTruth#betas}
     */
    public void betas(final List<Curve> curves) {
        lines(new PlotText("Nudged with the factor D and without, learned weights", BETA, COSINE), curves, false)
                .write(folder.resolve("beta.png"));
    }

    /**
     * Errors over beta.
     *
     * @param curves see {@link EpTruth#errors}
     */
    public void errors(final List<Curve> curves) {
        lines(
                        new PlotText(
                                "One nudged phase or two, learned weights",
                                BETA,
                                "log10 of the relative error of the gradient of W"),
                        curves,
                        true)
                .write(folder.resolve("signs.png"));
    }

    /**
     * Errors over the number of steps.
     *
     * @param curves see {@link EpTruth#lengths}
     */
    public void lengths(final List<Curve> curves) {
        lines(
                        new PlotText(
                                "From rest, beta 0.1, learned weights",
                                "log10 of the solver steps of each phase, size 2",
                                "log10 of 1 - least cosine of all groups"),
                        curves,
                        true)
                .write(folder.resolve("steps.png"));
    }

    /**
     * Cosines under noise.
     *
     * @param curves see {@link EpTruth#noises}
     */
    public void noises(final List<Curve> curves) {
        lines(new PlotText("States disturbed in every nudged step, LTC with tanh gates", BETA, COSINE), curves, false)
                .write(folder.resolve("noise.png"));
    }

    /**
     * Cosines by the way of clipping.
     *
     * @param curves see {@link EpClipping#curves}
     */
    public void clipping(final List<Curve> curves) {
        lines(new PlotText("PPO's force evaluated while layers 64-64 relax, or frozen", BETA, COSINE), curves, false)
                .write(folder.resolve("clipping.png"));
    }

    /**
     * Bytes over the length of the relaxation, batches of 1024 samples.
     *
     * @param rows see {@link EpMemory#rows}
     */
    public void memory(final List<EpMemory.Row> rows) {
        final List<EpMemory.Row> drawn = rows.stream()
                .filter(row -> row.against().equals("relaxation") && row.sequences() > 64)
                .toList();
        final double[] x = drawn.stream().mapToDouble(EpMemory.Row::length).toArray();
        new LinePlot(new PlotText("Learner of 64 liquid neurons, 1024 samples", "solver steps of the free phase", "MB"))
                .line(
                        "backpropagation through the relaxation",
                        x,
                        drawn.stream()
                                .mapToDouble(row -> row.otherMeasured() / 1e6)
                                .toArray())
                .line(
                        "equilibrium propagation",
                        x,
                        drawn.stream()
                                .mapToDouble(row -> row.epMeasured() / 1e6)
                                .toArray())
                .fromZero()
                .write(folder.resolve("memory.png"));
    }

    /** Logarithms are drawn on even axes: uneven ones write too many numbers to be read. */
    private static LinePlot lines(final PlotText text, final List<Curve> curves, final boolean logarithmicY) {
        final LinePlot plot = new LinePlot(text);
        for (final Curve curve : curves) {
            plot.line(curve.name(), logarithms(curve.x()), logarithmicY ? logarithms(curve.y()) : numbers(curve.y()));
        }
        return plot;
    }

    private static double[] logarithms(final List<Double> values) {
        return values.stream().mapToDouble(StrictMath::log10).toArray();
    }

    private static double[] numbers(final List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
