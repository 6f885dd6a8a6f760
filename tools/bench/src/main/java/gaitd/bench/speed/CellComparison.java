package gaitd.bench.speed;

import gaitd.bench.turns.Alternation;
import gaitd.bench.turns.Candidate;
import gaitd.bench.turns.Garbage;
import gaitd.policies.cell.Cell;
import gaitd.policies.kernel.FloatKernels;
import gaitd.policies.kernel.VectorKernels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Comparison of one cell: the plain form, the vector form, and two orders of loops in C of which the faster counts. */
final class CellComparison {
    /** Key of the form without the Vector API. */
    static final String PLAIN = "plain";
    /** Key of the form with it. */
    static final String VECTOR = "vector";

    /** Largest difference from C, relative to the larger of a value's size and 1, that still is the same arithmetic. */
    static final double TOLERANCE = 1e-4;

    private static final String[] ORDERS = {"", "COLUMNS"};
    private static final double ELAPSED = 0.01;
    private static final int COMPARED_STEPS = 300;
    private static final int GARBAGE_STEPS = 50_000;

    /**
     * Result.
     *
     * @param key of the cell
     * @param title of the cell
     * @param nsPerStep by form, medians
     * @param cNsPerStep of the faster one in C, not a number without a compiler
     * @param difference largest between any form and C, not a number without a compiler
     * @param bytesPerStep heap bytes, the most of any form
     */
    record Result(
            String key,
            String title,
            Map<String, Double> nsPerStep,
            double cNsPerStep,
            double difference,
            double bytesPerStep) {
        boolean agrees() {
            return !(difference > TOLERANCE);
        }
    }

    private final CellCase of;
    private final float[] parameters;
    private final float[] inputs;
    private final Map<String, SteppedCell> forms = new LinkedHashMap<>();

    CellComparison(final CellCase of, final long seed) {
        this.of = of;
        final Random random = new Random(seed);
        parameters = CellCases.parameters(of.spec().cell(FloatKernels.INSTANCE).layout(), random);
        inputs = new float[of.sizes().get("INPUTS") * CellCases.FRAMES];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = (float) random.nextGaussian();
        }
        forms.put(PLAIN, ours(FloatKernels.INSTANCE));
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
            forms.put(VECTOR, ours(VectorKernels.INSTANCE));
        }
    }

    private SteppedCell ours(final FloatKernels kernels) {
        final Cell<float[]> cell = of.spec().cell(kernels);
        cell.load(parameters, 0);
        return new SteppedCell(cell, inputs, ELAPSED);
    }

    Result run(final Alternation turns, final boolean withC) throws IOException {
        if (!withC) {
            forms.values().forEach(form -> form.run(COMPARED_STEPS));
            return measured(turns, List.of(), Double.NaN);
        }
        try (CompiledCell usual = new CompiledCell(of, ORDERS[0], parameters, inputs, ELAPSED);
                CompiledCell other = new CompiledCell(of, ORDERS[1], parameters, inputs, ELAPSED)) {
            usual.run(COMPARED_STEPS);
            other.run(COMPARED_STEPS);
            double difference = 0;
            for (final SteppedCell form : forms.values()) {
                form.run(COMPARED_STEPS);
                for (final CompiledCell reference : List.of(usual, other)) {
                    difference = worse(difference, form.state(), reference.state());
                    difference = worse(difference, form.output(), reference.output());
                }
            }
            return measured(turns, List.of(usual, other), difference);
        }
    }

    /** NaN counts as an infinite difference. */
    private static double worse(final double soFar, final float[] ours, final float[] theirs) {
        double worst = soFar;
        for (int i = 0; i < ours.length; i++) {
            final double error = Math.abs(ours[i] - theirs[i]) / Math.max(1, Math.abs(theirs[i]));
            worst = Math.max(worst, Double.isFinite(error) ? error : Double.POSITIVE_INFINITY);
        }
        return worst;
    }

    private Result measured(final Alternation turns, final List<CompiledCell> compiled, final double difference) {
        final List<Candidate> candidates = new ArrayList<>();
        forms.forEach((key, form) -> candidates.add(new Candidate(key, form)));
        for (int r = 0; r < compiled.size(); r++) {
            candidates.add(new Candidate("c" + r, compiled.get(r)));
        }
        final Map<String, Double> rates = turns.rates(candidates);
        final Map<String, Double> ns = new LinkedHashMap<>();
        double bytes = 0;
        for (final Map.Entry<String, SteppedCell> form : forms.entrySet()) {
            ns.put(form.getKey(), 1e9 / rates.get(form.getKey()));
            bytes = Math.max(bytes, Garbage.bytesPerStep(form.getValue(), GARBAGE_STEPS));
        }
        double reference = Double.NaN;
        for (int r = 0; r < compiled.size(); r++) {
            final double each = 1e9 / rates.get("c" + r);
            reference = reference <= each ? reference : each;
        }
        return new Result(of.key(), of.title(), ns, reference, difference, bytes);
    }
}
