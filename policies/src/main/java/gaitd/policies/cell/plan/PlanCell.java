package gaitd.policies.cell.plan;

import gaitd.policies.cell.Cell;
import gaitd.policies.cell.CellShape;
import gaitd.policies.cell.ParameterLayout;
import gaitd.policies.cell.plan.PlanStep.Affine;
import gaitd.policies.cell.plan.PlanStep.Combine;
import gaitd.policies.cell.plan.PlanStep.Constant;
import gaitd.policies.cell.plan.PlanStep.Copy;
import gaitd.policies.cell.plan.PlanStep.Map;
import gaitd.policies.cell.plan.PlanStep.Reduce;
import gaitd.policies.kernel.Activation;
import gaitd.policies.kernel.Kernels;
import gaitd.policies.kernel.Matrix;
import gaitd.policies.kernel.Synapses;
import java.util.Arrays;

/**
 * Runs the steps of a plan. A function in place right behind a product is computed with it. Elapsed time has no meaning.
 *
 * @param <A> double[] or float[]
 */
public final class PlanCell<A> implements Cell<A> {
    private final Kernels<A> kernels;
    private final CellShape shape;
    private final int outputAt;
    private final int nextAt;
    private final A weights;
    private final A values;
    private final Matrix<A>[] matrices;
    private final int[] matrixAt;
    private final Constant[] constants;
    private final int[] constantAt;
    private final PlanOp<A>[] ops;

    /**
     * Allocates all memory.
     *
     * @param kernels the arithmetic
     * @param shape sizes and parameters
     * @param memory length of the array of values
     * @param outputAt place of the first output in it
     * @param nextAt place of the first value of the next state
     * @param steps in order, each within the array
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public PlanCell(
            final Kernels<A> kernels,
            final CellShape shape,
            final int memory,
            final int outputAt,
            final int nextAt,
            final PlanStep[] steps) {
        this.kernels = kernels;
        this.shape = shape;
        this.outputAt = outputAt;
        this.nextAt = nextAt;
        weights = kernels.allocate(shape.layout().size());
        values = kernels.allocate(memory);
        final Matrix[] made = new Matrix[steps.length];
        final int[] madeAt = new int[steps.length];
        final Constant[] put = new Constant[steps.length];
        final PlanOp[] list = new PlanOp[steps.length];
        int matrixCount = 0;
        int constantCount = 0;
        int count = 0;
        for (int i = 0; i < steps.length; i++) {
            switch (steps[i]) {
                case Affine affine -> {
                    final int at = weight(affine).offset();
                    int index = 0;
                    while (index < matrixCount && madeAt[index] != at) {
                        index++;
                    }
                    if (index == matrixCount) {
                        made[index] = kernels.matrix(Synapses.full(affine.in(), affine.out()));
                        madeAt[index] = at;
                        matrixCount++;
                    }
                    final Activation behind = behind(affine, i + 1 < steps.length ? steps[i + 1] : null);
                    i += behind == null ? 0 : 1;
                    list[count] = product(affine, behind, made[index]);
                    count++;
                }
                case Map map -> {
                    final Activation function = map.function().activation(map.a(), map.b());
                    list[count] = function == null
                            ? new PlanOp.Mapped<>(kernels, map)
                            : new PlanOp.Activated<>(kernels, map, function);
                    count++;
                }
                case Combine combine -> {
                    list[count] = new PlanOp.Combined<>(kernels, combine);
                    count++;
                }
                case Reduce reduce -> {
                    list[count] = new PlanOp.Reduced<>(kernels, reduce);
                    count++;
                }
                case Copy copy -> {
                    list[count] = new PlanOp.Copied<>(kernels, copy);
                    count++;
                }
                case Constant constant -> {
                    // its values are in place before the first step
                    put[constantCount] = constant;
                    constantCount++;
                }
            }
        }
        matrices = Arrays.copyOf(made, matrixCount);
        matrixAt = Arrays.copyOf(madeAt, matrixCount);
        constants = Arrays.copyOf(put, constantCount);
        constantAt = new int[constantCount];
        for (int i = 0; i < constantCount; i++) {
            constantAt[i] = shape.layout().slice(constants[i].name()).offset();
        }
        ops = Arrays.copyOf(list, count);
    }

    private ParameterLayout.Slice weight(final Affine affine) {
        return shape.layout().slice(affine.name() + ".weight");
    }

    private PlanOp<A> product(final Affine affine, final Activation behind, final Matrix<A> matrix) {
        final int biasAt = shape.layout().slice(affine.name() + ".bias").offset();
        return behind == null
                ? new PlanOp.Product<>(affine, matrix, weights, biasAt)
                : new PlanOp.Layer<>(kernels, affine, behind, matrix, weights, biasAt);
    }

    /** The function that is all of the next step, on all results of a product; null when there is none. */
    private static Activation behind(final Affine affine, final PlanStep next) {
        return next instanceof final Map map
                        && map.from() == affine.to()
                        && map.to() == affine.to()
                        && map.size() == affine.out() * affine.rows()
                ? map.function().activation(map.a(), map.b())
                : null;
    }

    @Override
    public CellShape shape() {
        return shape;
    }

    @Override
    public void load(final A parameters, final int at) {
        kernels.copy(parameters, at, weights, 0, shape.layout().size());
        for (int i = 0; i < matrixAt.length; i++) {
            matrices[i].load(weights, matrixAt[i]);
        }
        for (int i = 0; i < constants.length; i++) {
            kernels.copy(weights, constantAt[i], values, constants[i].to(), constants[i].size());
        }
    }

    @Override
    public void step(
            final A state,
            final int stateAt,
            final A input,
            final int inputAt,
            final double elapsed,
            final A output,
            final int outputAt) {
        kernels.copy(input, inputAt, values, 0, shape.inputs());
        kernels.copy(state, stateAt, values, shape.inputs(), shape.states());
        for (final PlanOp<A> op : ops) {
            op.run(values);
        }
        kernels.copy(values, this.outputAt, output, outputAt, shape.outputs());
        if (shape.states() > 0) {
            kernels.copy(values, nextAt, state, stateAt, shape.states());
        }
    }
}
