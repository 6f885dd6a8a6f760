package gaitd.bench.ep;

import gaitd.policies.equilibrium.EquilibriumOptions;
import gaitd.policies.gradient.PlainBatch;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Accuracy of the learner's gradients against exact ones: settled, over beta, over the length of the phases, under
 * noise.
 */
public final class EpTruth {
    /** Strengths of the nudge that are swept. */
    static final double[] BETAS = {0.01, 0.02, 0.05, 0.1, 0.2, 0.5};
    /** Lengths of the phases that are swept. */
    static final int[] LENGTHS = {3, 5, 10, 20, 40, 80};
    /** Noise that is swept. */
    static final double[] NOISES = {0.001, 0.003, 0.01, 0.03};

    private static final double[] GAINS = {0.3, 0.6, 0.9};
    private static final double GAIN = 0.6;
    private static final double BETA = 0.1;
    private static final int LONG = 80;
    private static final double STEP = 2;

    private final int samples;
    private final long seed;
    private final Map<EpSubject, TruthCase> learned = new EnumMap<>(EpSubject.class);

    /**
     * One group of parameters of one case.
     *
     * @param cell which
     * @param weights drawn or learned
     * @param gain of the feedback at first
     * @param group of parameters
     * @param cosine to the implicit gradient
     * @param ratio of the lengths
     * @param relaxationCosine to backpropagation through the same relaxation
     */
    public record Row(
            String cell,
            String weights,
            double gain,
            String group,
            double cosine,
            double ratio,
            double relaxationCosine) {}

    /**
     * Learns what is needed.
     *
     * @param samples of each case
     * @param seed of everything
     */
    public EpTruth(final int samples, final long seed) {
        this.samples = samples;
        this.seed = seed;
        for (final EpSubject subject : EpSubject.values()) {
            learned.put(subject, subject.learned(GAIN, samples, seed));
        }
    }

    private static EquilibriumOptions options(final double beta, final int steps) {
        return EquilibriumOptions.STANDARD.withBeta(beta).withNudgedSteps(steps, STEP);
    }

    /**
     * Every group at beta 0.1, phases settled, in float.
     *
     * @return drawn weights at three gains and learned ones, of each cell
     */
    public List<Row> settled() {
        final List<Row> rows = new ArrayList<>();
        for (final EpSubject subject : EpSubject.values()) {
            for (final double gain : GAINS) {
                add(rows, subject, "drawn", gain, subject.drawn(gain, samples, seed));
                add(
                        rows,
                        subject,
                        "learned",
                        gain,
                        gain == GAIN ? learned.get(subject) : subject.learned(gain, samples, seed));
            }
        }
        return rows;
    }

    private static void add(
            final List<Row> rows,
            final EpSubject subject,
            final String weights,
            final double gain,
            final TruthCase one) {
        final double[] got = one.propagated(PlainBatch.fastest(), options(BETA, LONG), LONG, STEP);
        final double[] through = one.backpropagated(LONG, STEP);
        for (final Likeness group : Likeness.groups(one.layout(), got, one.exact())) {
            rows.add(new Row(
                    subject.text(),
                    weights,
                    gain,
                    group.group(),
                    group.cosine(),
                    group.ratio(),
                    Likeness.of(one.layout(), group.group(), got, through).cosine()));
        }
    }

    /**
     * The feedback's gradient over beta at learned weights.
     *
     * @return the rule of each cell, and nudges that miss it
     */
    public List<Curve> betas() {
        final List<Curve> curves = new ArrayList<>();
        for (final Map.Entry<EpSubject, TruthCase> one : learned.entrySet()) {
            final String name = one.getKey().text();
            curves.add(beta(name, one.getValue(), Nudge.Rule.PROPER));
            if (one.getKey() != EpSubject.LAYERS) {
                curves.add(beta(name + ", without D", one.getValue(), Nudge.Rule.PLAIN));
            }
        }
        return curves;
    }

    private static Curve beta(final String name, final TruthCase one, final Nudge.Rule rule) {
        final double[] exact = one.exact();
        final double[] y = new double[BETAS.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = Likeness.of(one.layout(), "W", one.nudged(Nudge.of(rule, BETAS[i])), exact)
                    .cosine();
        }
        return Curve.of(name, BETAS, y);
    }

    /**
     * Relative error of the feedback's gradient over beta at learned weights, of two cells.
     *
     * @return nudged with both signs and with one
     */
    public List<Curve> errors() {
        final List<Curve> curves = new ArrayList<>();
        for (final Map.Entry<EpSubject, TruthCase> one : learned.entrySet()) {
            if (one.getKey() == EpSubject.LTC_SIGMOID) {
                continue;
            }
            final double[] exact = one.getValue().exact();
            for (final Nudge.Rule rule : new Nudge.Rule[] {Nudge.Rule.PROPER, Nudge.Rule.ONE_SIGN}) {
                final double[] y = new double[BETAS.length];
                for (int i = 0; i < y.length; i++) {
                    y[i] = apart(one.getValue(), one.getValue().nudged(Nudge.of(rule, BETAS[i])), exact);
                }
                final String signs = rule == Nudge.Rule.PROPER ? ", both signs" : ", one sign";
                curves.add(Curve.of(one.getKey().text() + signs, BETAS, y));
            }
        }
        return curves;
    }

    /** From cosine c and ratio r of the lengths the error is the root of 1 + r r - 2 r c. */
    private static double apart(final TruthCase one, final double[] got, final double[] exact) {
        final Likeness like = Likeness.of(one.layout(), "W", got, exact);
        return Math.sqrt(Math.max(0, 1 + like.ratio() * like.ratio() - 2 * like.ratio() * like.cosine()));
    }

    /**
     * One minus the least cosine of all groups over the number of steps of each phase, from rest, at learned weights.
     *
     * @return of each cell
     */
    public List<Curve> lengths() {
        final List<Curve> curves = new ArrayList<>();
        for (final Map.Entry<EpSubject, TruthCase> one : learned.entrySet()) {
            final double[] exact = one.getValue().exact();
            final double[] x = new double[LENGTHS.length];
            final double[] y = new double[LENGTHS.length];
            for (int i = 0; i < y.length; i++) {
                x[i] = LENGTHS[i];
                final double[] got =
                        one.getValue().propagated(PlainBatch.exact(), options(BETA, LENGTHS[i]), LENGTHS[i], STEP);
                double least = 1;
                for (final Likeness group : Likeness.groups(one.getValue().layout(), got, exact)) {
                    least = Math.min(least, group.cosine());
                }
                y[i] = Math.max(1 - least, Double.MIN_NORMAL);
            }
            curves.add(Curve.of(one.getKey().text(), x, y));
        }
        return curves;
    }

    /**
     * The feedback's gradient over beta when every state is disturbed in every nudged step, tanh cell, learned weights.
     *
     * @return one for each deviation of the noise
     */
    public List<Curve> noises() {
        final TruthCase one = learned.get(EpSubject.LTC_TANH);
        final double[] exact = one.exact();
        final List<Curve> curves = new ArrayList<>();
        for (final double noise : NOISES) {
            final double[] y = new double[BETAS.length];
            for (int i = 0; i < y.length; i++) {
                final Nudge nudge = new Nudge(Nudge.Rule.PROPER, BETAS[i], 30, noise);
                y[i] = Likeness.of(one.layout(), "W", one.nudged(nudge), exact).cosine();
            }
            curves.add(Curve.of("noise " + noise, BETAS, y));
        }
        return curves;
    }
}
