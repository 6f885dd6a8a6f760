package gaitd.policies.gradient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.cell.CellSpec;
import gaitd.policies.kernel.Kernels;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Batches are sums of sequences, windows join, ends and restarts cut; for every cell. */
class BatchTest {
    private static final long SEED = 11;

    private final Random random = new Random(SEED);
    private final Map<String, CellSpec> cells = RandomCells.all(random);

    @Test
    void outputsOfASequenceAreBitwiseTheSameInAnyBatch() {
        cells.forEach((name, spec) -> {
            final SequenceGradient<double[]> many = exact(spec, 5, 4);
            final CellLoss loss = new CellLoss(spec, many.data(), random);
            loss.cut(random);
            run(many, loss);
            for (int row = 0; row < 5; row++) {
                final SequenceGradient<double[]> one = exact(spec, 1, 4);
                final SequenceData<double[]> data = single(one, loss.data, row);
                run(one, loss.parameters, data);
                assertArrayEquals(rows(loss.data.outputs, 5, 4, row), data.outputs, name);
                assertArrayEquals(rows(loss.data.dInputs, 5, 4, row), data.dInputs, name);
                assertArrayEquals(rows(loss.data.finalState, 5, 1, row), data.finalState, name);
                assertArrayEquals(rows(loss.data.dInitialState, 5, 1, row), data.dInitialState, name);
            }
        });
    }

    @Test
    void gradientOfABatchIsTheSumOverItsSequences() {
        cells.forEach((name, spec) -> {
            final SequenceGradient<double[]> many = exact(spec, 5, 4);
            final CellLoss loss = new CellLoss(spec, many.data(), random);
            loss.cut(random);
            final double[] together = run(many, loss);
            final double[] sum = new double[together.length];
            final SequenceGradient<double[]> one = exact(spec, 1, 4);
            for (int row = 0; row < 5; row++) {
                final double[] part = run(one, loss.parameters, single(one, loss.data, row));
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += part[i];
                }
            }
            assertClose(together, sum, 1e-13, name);
        });
    }

    @Test
    void windowsJoinToTheWholeWhenStateAndItsGradientAreCarried() {
        cells.forEach((name, spec) -> {
            final SequenceGradient<double[]> whole = exact(spec, 3, 6);
            final CellLoss loss = new CellLoss(spec, whole.data(), random);
            loss.cut(random);
            Arrays.fill(loss.data.lengths, 6);
            final double[] wanted = run(whole, loss);
            final SequenceGradient<double[]> first = exact(spec, 3, 4);
            final SequenceGradient<double[]> second = exact(spec, 3, 4);
            final SequenceData<double[]> early = window(first, loss.data, 0, 4);
            final SequenceData<double[]> late = window(second, loss.data, 4, 2);
            System.arraycopy(loss.data.initialState, 0, early.initialState, 0, early.initialState.length);
            System.arraycopy(loss.data.dFinalState, 0, late.dFinalState, 0, late.dFinalState.length);
            first.load(loss.parameters, 0);
            second.load(loss.parameters, 0);
            first.forward(early);
            System.arraycopy(early.finalState, 0, late.initialState, 0, late.initialState.length);
            second.forward(late);
            assertArrayEquals(loss.data.finalState, late.finalState, name);
            final double[] got = new double[wanted.length];
            second.backward(late, got, 0);
            System.arraycopy(late.dInitialState, 0, early.dFinalState, 0, early.dFinalState.length);
            first.backward(early, got, 0);
            assertClose(wanted, got, 1e-13, name);
            assertClose(loss.data.dInitialState, early.dInitialState, 1e-13, name);
        });
    }

    @Test
    void nothingFlowsBackAcrossARestart() {
        cells.forEach((name, spec) -> {
            final SequenceGradient<double[]> gradient = exact(spec, 2, 3);
            final CellLoss loss = new CellLoss(spec, gradient.data(), random);
            loss.data.restarts[2] = true;
            Arrays.fill(loss.data.dOutputs, 0, 2 * loss.cell.outputs(), 0);
            run(gradient, loss);
            final int states = loss.cell.states();
            assertArrayEquals(new double[states], Arrays.copyOf(loss.data.dInitialState, states), name);
            assertArrayEquals(
                    new double[loss.cell.inputs()], Arrays.copyOf(loss.data.dInputs, loss.cell.inputs()), name);
        });
    }

    @Test
    void whatLiesBehindTheEndOfASequenceIsNotRead() {
        cells.forEach((name, spec) -> {
            final SequenceGradient<double[]> gradient = exact(spec, 2, 3);
            final CellLoss loss = new CellLoss(spec, gradient.data(), random);
            loss.data.lengths[1] = 1;
            final double[] wanted = run(gradient, loss);
            for (int step = 1; step < 3; step++) {
                final int at = step * 2 + 1;
                final int inputs = loss.cell.inputs();
                final int outputs = loss.cell.outputs();
                Arrays.fill(loss.data.inputs, at * inputs, (at + 1) * inputs, Double.NaN);
                Arrays.fill(loss.data.dOutputs, at * outputs, (at + 1) * outputs, Double.NaN);
                loss.data.elapsed[at] = Double.NaN;
                loss.data.restarts[at] = true;
            }
            final double[] got = run(gradient, loss);
            assertArrayEquals(wanted, got, name);
            final int last = 5 * loss.cell.outputs();
            assertArrayEquals(
                    new double[loss.cell.outputs()],
                    Arrays.copyOfRange(loss.data.outputs, last, last + loss.cell.outputs()),
                    name);
        });
    }

    @Test
    void aSecondPassAddsToTheGradient() {
        final CellSpec spec = cells.get("lstm");
        final SequenceGradient<double[]> gradient = exact(spec, 2, 3);
        final CellLoss loss = new CellLoss(spec, gradient.data(), random);
        final double[] once = run(gradient, loss);
        final double[] twice = new double[once.length + 2];
        gradient.backward(loss.data, twice, 2);
        gradient.backward(loss.data, twice, 2);
        assertEquals(0, twice[1]);
        for (int i = 0; i < once.length; i++) {
            assertEquals(2 * once[i], twice[i + 2], 1e-14 * Math.abs(once[i]));
        }
    }

    @Test
    void bothFormsInFloatAgreeWithDouble() {
        cells.forEach((name, spec) -> {
            final SequenceGradient<double[]> exact = exact(spec, 37, 4);
            final CellLoss loss = new CellLoss(spec, exact.data(), random);
            loss.cut(random);
            final double[] wanted = run(exact, loss);
            inFloat(spec, PlainBatch.plain(), loss, wanted, name + " plain");
            inFloat(spec, PlainBatch.fastest(), loss, wanted, name + " fastest");
        });
    }

    private static void inFloat(
            final CellSpec spec,
            final BatchKernels<float[]> batch,
            final CellLoss loss,
            final double[] wanted,
            final String name) {
        final SequenceGradient<float[]> gradient = SequenceGradient.backpropagation(spec, batch, 37, 4);
        final SequenceData<float[]> data = gradient.data();
        copy(loss.data.inputs, data.inputs);
        copy(loss.data.elapsed, data.elapsed);
        copy(loss.data.initialState, data.initialState);
        copy(loss.data.dOutputs, data.dOutputs);
        copy(loss.data.dFinalState, data.dFinalState);
        System.arraycopy(loss.data.restarts, 0, data.restarts, 0, data.restarts.length);
        System.arraycopy(loss.data.lengths, 0, data.lengths, 0, data.lengths.length);
        final Kernels<float[]> kernels = batch.basic();
        final float[] parameters = kernels.allocate(loss.parameters.length);
        copy(loss.parameters, parameters);
        gradient.load(parameters, 0);
        gradient.forward(data);
        final float[] got = kernels.allocate(parameters.length);
        gradient.backward(data, got, 0);
        assertClose(wanted, widened(got), 2e-5, name);
        assertClose(loss.data.outputs, widened(data.outputs), 2e-5, name);
        assertClose(loss.data.dInputs, widened(data.dInputs), 2e-5, name);
        assertClose(loss.data.dInitialState, widened(data.dInitialState), 2e-5, name);
    }

    private static void copy(final double[] from, final float[] to) {
        assertEquals(from.length, to.length);
        for (int i = 0; i < to.length; i++) {
            to[i] = (float) from[i];
        }
    }

    private static double[] widened(final float[] values) {
        final double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    private static SequenceGradient<double[]> exact(final CellSpec spec, final int sequences, final int steps) {
        return SequenceGradient.backpropagation(spec, PlainBatch.exact(), sequences, steps);
    }

    private static double[] run(final SequenceGradient<double[]> gradient, final CellLoss loss) {
        return run(gradient, loss.parameters, loss.data);
    }

    private static double[] run(
            final SequenceGradient<double[]> gradient, final double[] parameters, final SequenceData<double[]> data) {
        gradient.load(parameters, 0);
        gradient.forward(data);
        final double[] result = new double[parameters.length];
        gradient.backward(data, result, 0);
        return result;
    }

    private static double[] rows(final double[] all, final int sequences, final int steps, final int row) {
        final int size = all.length / (sequences * steps);
        final double[] part = new double[steps * size];
        for (int step = 0; step < steps; step++) {
            System.arraycopy(all, (step * sequences + row) * size, part, step * size, size);
        }
        return part;
    }

    private static SequenceData<double[]> single(
            final SequenceGradient<double[]> gradient, final SequenceData<double[]> all, final int row) {
        final SequenceData<double[]> data = gradient.data();
        final int steps = all.steps();
        fill(data.inputs, rows(all.inputs, all.sequences, steps, row));
        fill(data.elapsed, rows(all.elapsed, all.sequences, steps, row));
        fill(data.dOutputs, rows(all.dOutputs, all.sequences, steps, row));
        fill(data.initialState, rows(all.initialState, all.sequences, 1, row));
        fill(data.dFinalState, rows(all.dFinalState, all.sequences, 1, row));
        data.lengths[0] = all.lengths[row];
        for (int step = 0; step < steps; step++) {
            data.restarts[step] = all.restarts[step * all.sequences + row];
        }
        return data;
    }

    private static SequenceData<double[]> window(
            final SequenceGradient<double[]> gradient,
            final SequenceData<double[]> all,
            final int first,
            final int steps) {
        final SequenceData<double[]> data = gradient.data();
        data.steps(steps);
        slice(all.inputs, data.inputs, all, data, first);
        slice(all.elapsed, data.elapsed, all, data, first);
        slice(all.dOutputs, data.dOutputs, all, data, first);
        System.arraycopy(all.restarts, first * all.sequences, data.restarts, 0, steps * all.sequences);
        return data;
    }

    private static void slice(
            final double[] from,
            final double[] to,
            final SequenceData<double[]> all,
            final SequenceData<double[]> data,
            final int first) {
        final int size = from.length / all.capacity;
        System.arraycopy(from, first * size, to, 0, data.steps() * size);
    }

    private static void fill(final double[] to, final double[] from) {
        assertEquals(to.length, from.length);
        System.arraycopy(from, 0, to, 0, to.length);
    }

    private static void assertClose(
            final double[] wanted, final double[] got, final double tolerance, final String name) {
        double largest = 0;
        for (final double value : wanted) {
            largest = Math.max(largest, Math.abs(value));
        }
        assertEquals(wanted.length, got.length, name);
        for (int i = 0; i < wanted.length; i++) {
            final int at = i;
            assertTrue(
                    Math.abs(wanted[i] - got[i]) <= tolerance * (1 + largest),
                    () -> name + " " + at + ": " + got[at] + ", wanted " + wanted[at] + ", seed " + SEED);
        }
    }
}
