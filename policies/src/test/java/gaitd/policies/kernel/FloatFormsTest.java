package gaitd.policies.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The float forms against the double reference, at sizes with and without whole vectors. */
class FloatFormsTest {
    private static final FloatKernels[] FORMS = {FloatKernels.INSTANCE, VectorKernels.INSTANCE};
    private static final DoubleKernels EXACT = DoubleKernels.INSTANCE;
    private static final double CLOSE = 2e-6;

    private static float[] random(final Random random, final int n) {
        final float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = 2 * random.nextFloat() - 1;
        }
        return values;
    }

    private static double[] exact(final float[] values) {
        final double[] exact = new double[values.length];
        for (int i = 0; i < exact.length; i++) {
            exact[i] = values[i];
        }
        return exact;
    }

    private static void same(final double[] wanted, final float[] got, final String what) {
        for (int i = 0; i < wanted.length; i++) {
            assertEquals(wanted[i], got[i], CLOSE * Math.max(1, Math.abs(wanted[i])), what + " at " + i);
        }
    }

    private static Synapses pattern(final Random random, final int sources, final int targets, final boolean full) {
        if (full) {
            return Synapses.full(sources, targets);
        }
        final boolean[] mask = new boolean[sources * targets];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = random.nextInt(3) == 0;
        }
        return Synapses.of(mask, sources, targets);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 7, 8, 15, 16, 17, 33, 64, 67, 130})
    void matricesAgree(final int targets) {
        final Random random = new Random(targets);
        for (int sources = 1; sources <= 9; sources++) {
            for (final boolean full : new boolean[] {true, false}) {
                final Synapses pattern = pattern(random, sources, targets, full);
                final float[] w = random(random, 2 + pattern.count());
                final float[] x = random(random, 3 + sources);
                final float[] y = random(random, 5 + targets + 1);
                final double[] wanted = exact(y);
                final Matrix<double[]> reference = EXACT.matrix(pattern);
                reference.load(exact(w), 2);
                reference.multiply(exact(x), 3, wanted, 5);
                for (final FloatKernels form : FORMS) {
                    final Matrix<float[]> matrix = form.matrix(pattern);
                    matrix.load(w, 2);
                    final float[] got = y.clone();
                    matrix.multiply(x, 3, got, 5);
                    same(wanted, got, form + " " + sources + " x " + targets);
                    final float[] elsewhere = y.clone();
                    Arrays.fill(elsewhere, 5, 5 + targets, Float.NaN);
                    matrix.multiply(x, 3, y, 5, elsewhere, 5);
                    same(wanted, elsewhere, form + " onto another base, " + sources + " x " + targets);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 16, 17, 33, 64})
    void conductancesAgree(final int targets) {
        final Random random = new Random(targets);
        for (int sources = 1; sources <= 5; sources++) {
            for (final boolean full : new boolean[] {true, false}) {
                final Synapses pattern = pattern(random, sources, targets, full);
                final float[] p = random(random, 1 + Conductances.FIELDS * pattern.count());
                final float[] v = random(random, 2 + sources);
                final float[] num = random(random, targets);
                final float[] den = random(random, targets);
                final double[] wantedNum = exact(num);
                final double[] wantedDen = exact(den);
                final Conductances<double[]> reference = EXACT.conductances(pattern);
                reference.load(exact(p), 1);
                reference.conduct(exact(v), 2, wantedNum, wantedDen);
                for (final FloatKernels form : FORMS) {
                    final Conductances<float[]> conductances = form.conductances(pattern);
                    conductances.load(p, 1);
                    final float[] gotNum = num.clone();
                    final float[] gotDen = den.clone();
                    conductances.conduct(v, 2, gotNum, gotDen);
                    same(wantedNum, gotNum, "numerators");
                    same(wantedDen, gotDen, "denominators");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 15, 16, 32, 33, 64, 96, 128})
    void layersAgree(final int targets) {
        final Random random = new Random(targets);
        for (final Activation f : Activation.values()) {
            for (final boolean full : new boolean[] {true, false}) {
                final Synapses pattern = pattern(random, 5, targets, full);
                final float[] w = random(random, pattern.count());
                final float[] x = random(random, 6);
                final float[] base = random(random, 2 + targets);
                final double[] wanted = new double[3 + targets];
                final Matrix<double[]> reference = EXACT.matrix(pattern);
                reference.load(exact(w), 0);
                EXACT.layer(f, reference, exact(x), 1, exact(base), 2, wanted, 3, targets);
                for (final FloatKernels form : FORMS) {
                    final Matrix<float[]> matrix = form.matrix(pattern);
                    matrix.load(w, 0);
                    final float[] got = new float[3 + targets];
                    form.layer(f, matrix, x, 1, base, 2, got, 3, targets);
                    same(wanted, got, f + " of " + targets);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 16, 17, 32, 64})
    void stepsOfLiquidNeuronsAgree(final int neurons) {
        final Random random = new Random(neurons);
        for (final Activation gate : new Activation[] {Activation.TANH, Activation.SIGMOID}) {
            final Synapses pattern = Synapses.full(neurons, neurons);
            final float[] w = random(random, pattern.count());
            final float[] drive = random(random, neurons);
            final float[] limit = random(random, neurons);
            final float[] leak = random(random, neurons);
            final float[] x = random(random, neurons);
            for (int i = 0; i < neurons; i++) {
                leak[i] += 3;
            }
            final double[] wanted = exact(x);
            final Matrix<double[]> reference = EXACT.matrix(pattern);
            reference.load(exact(w), 0);
            EXACT.unfold(
                    0.05, 4, gate, reference, exact(drive), exact(drive), exact(limit), exact(leak), wanted, neurons);
            for (final FloatKernels form : FORMS) {
                final Matrix<float[]> matrix = form.matrix(pattern);
                matrix.load(w, 0);
                final float[] got = x.clone();
                form.unfold(0.05, 4, gate, matrix, drive, new float[neurons], limit, leak, got, neurons);
                same(wanted, got, gate + " of " + neurons);
            }
        }
    }

    @Test
    void whatIsNotANumberPasses() {
        for (final FloatKernels form : FORMS) {
            for (final Activation f : Activation.values()) {
                final float[] x = new float[33];
                Arrays.fill(x, Float.NaN);
                form.activate(f, x, 0, x.length);
                for (final float value : x) {
                    assertTrue(Float.isNaN(value), form + " " + f);
                }
            }
            final int n = 64;
            final float[] v = new float[n];
            final float[] sums = new float[n];
            v[3] = Float.NaN;
            final Conductances<float[]> conductances = form.conductances(Synapses.full(n, n));
            final float[] p = new float[Conductances.FIELDS * n * n];
            Arrays.fill(p, 1);
            conductances.load(p, 0);
            conductances.conduct(v, 0, sums, new float[n]);
            assertTrue(Float.isNaN(sums[0]) && Float.isNaN(sums[n - 1]), form + " conductances");
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource
    void functionsAgreeEverywhere(final Activation f) {
        final int n = 200_003;
        final float[] x = new float[n];
        for (int i = 0; i < n; i++) {
            x[i] = -20 + 40f * i / (n - 1);
        }
        for (final FloatKernels form : FORMS) {
            final float[] got = x.clone();
            form.activate(f, got, 0, n);
            double worst = 0;
            for (int i = 0; i < n; i++) {
                final double wanted = f.of(x[i]);
                final double scale = Math.max(Math.max(1, Math.abs(wanted)), f == Activation.SILU ? Math.abs(x[i]) : 1);
                worst = Math.max(worst, Math.abs(got[i] - wanted) / scale);
            }
            assertTrue(worst <= 6e-7, f + " is off by " + worst);
        }
    }

    @Test
    void tanhAndSigmoidStayInTheirRangesAndKeepWhatIsNotANumber() {
        final float[] extremes = {
            Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MAX_VALUE, -Float.MAX_VALUE, 0f, 1e-30f
        };
        final float[] x = new float[64];
        for (int i = 0; i < x.length; i++) {
            x[i] = extremes[i % extremes.length];
        }
        for (final FloatKernels form : FORMS) {
            for (final Activation f : new Activation[] {Activation.TANH, Activation.SIGMOID}) {
                final float[] got = x.clone();
                form.activate(f, got, 0, got.length);
                for (int i = 0; i < got.length; i++) {
                    assertEquals(Float.isNaN(x[i]), Float.isNaN(got[i]), f + " of " + x[i]);
                    assertTrue(Float.isNaN(got[i]) || Math.abs(got[i]) <= 1, f + " of " + x[i] + " is " + got[i]);
                }
                assertEquals(1f, got[1], 1e-6);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 16, 33, 65})
    void elementwiseOperationsAgree(final int n) {
        final Random random = new Random(n);
        final float[] a = random(random, n + 3);
        final float[] b = random(random, n + 3);
        final float[] t = random(random, n + 3);
        final float[] y = random(random, n + 3);
        final float[] positive = random(random, n + 3);
        for (int i = 0; i < positive.length; i++) {
            positive[i] = 1.5f + positive[i];
        }
        for (final FloatKernels form : FORMS) {
            final Elementwise<double[]> wanted =
                    new Elementwise<>(EXACT, exact(a), exact(b), exact(t), exact(positive), n);
            final Elementwise<float[]> got = new Elementwise<>(form, a, b, t, positive, n);
            for (int operation = 0; operation < Elementwise.COUNT; operation++) {
                final double[] reference = exact(y);
                final float[] result = y.clone();
                wanted.apply(operation, reference);
                got.apply(operation, result);
                same(reference, result, "operation " + operation);
            }
        }
    }

    private record Elementwise<A>(Kernels<A> kernels, A a, A b, A t, A positive, int n) {
        static final int COUNT = 12;

        void apply(final int operation, final A y) {
            switch (operation) {
                case 0 -> kernels.addScaled(0.3, a, 1, y, 2, n);
                case 1 -> kernels.product(a, 1, b, 2, y, 3, n);
                case 2 -> kernels.addProduct(a, 3, b, 1, y, 2, n);
                case 3 -> kernels.blend(t, 1, a, 2, b, 3, y, 1, n);
                case 4 -> kernels.sum(a, b, y, n);
                case 5 -> kernels.rate(a, b, t, y, n);
                case 6 -> kernels.semiImplicit(0.1, a, positive, y, n);
                case 7 -> kernels.charge(0.1, positive, a, b, y, n);
                case 8 -> kernels.approach(0.7, a, 1, b, 2, y, 3, n);
                case 9 -> kernels.fill(y, 1, n, 0.25);
                case 10 -> kernels.liquid(0.1, Activation.TANH, copy(), a, positive, y, n);
                default -> kernels.liquid(0.1, Activation.SIGMOID, copy(), a, positive, y, n);
            }
        }

        private A copy() {
            final A copy = kernels.allocate(n);
            kernels.copy(b, 0, copy, 0, n);
            return copy;
        }
    }

    @Test
    void theErrorFunctionMatchesTables() {
        assertEquals(0.8427007929497149, Erf.of(1), 1e-15);
        assertEquals(0.9953222650189527, Erf.of(2), 1e-15);
        assertEquals(0.9999779095030014, Erf.of(3), 1e-15);
        assertEquals(-0.5204998778130465, Erf.of(-0.5), 1e-15);
        assertEquals(0.9953266, Erf.of(Math.nextUp(2.0)), 1e-5);
        assertEquals(1, Erf.of(40));
        assertEquals(0, Erf.of(0));
        assertTrue(Double.isNaN(Erf.of(Double.NaN)));
    }
}
