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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Runs a {@link Plan}. A function in place right behind a product is computed with it. Elapsed time has no meaning.
 *
 * @param <A> double[] or float[]
 */
public final class PlanCell<A> implements Cell<A> {
    private final Kernels<A> kernels;
    private final Plan plan;
    private final CellShape shape;
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
     * @param plan to run
     * @throws IllegalArgumentException when the plan cannot run, saying why
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public PlanCell(final Kernels<A> kernels, final Plan plan) {
        final String problem = plan.problem();
        if (!problem.isEmpty()) {
            throw new IllegalArgumentException(problem);
        }
        this.kernels = kernels;
        this.plan = plan;
        final ParameterLayout layout = plan.layout();
        shape = new CellShape(layout, plan.inputs(), plan.outputs(), plan.states());
        weights = kernels.allocate(layout.size());
        values = kernels.allocate(plan.memory());
        final List<PlanOp<A>> list = new ArrayList<>();
        final java.util.Map<ParameterLayout.Slice, Matrix<A>> made = new LinkedHashMap<>();
        final List<PlanStep> steps = plan.steps();
        for (int i = 0; i < steps.size(); i++) {
            switch (steps.get(i)) {
                case Affine affine -> {
                    final Matrix<A> matrix = made.computeIfAbsent(
                            layout.slice(affine.name() + ".weight"),
                            slice -> kernels.matrix(Synapses.full(slice.rows(), slice.cols())));
                    final int biasAt = layout.slice(affine.name() + ".bias").offset();
                    final Activation behind = behind(affine, i + 1 < steps.size() ? steps.get(i + 1) : null);
                    i += behind == null ? 0 : 1;
                    list.add(
                            behind == null
                                    ? new PlanOp.Product<>(affine, matrix, weights, biasAt)
                                    : new PlanOp.Layer<>(kernels, affine, behind, matrix, weights, biasAt));
                }
                case Map map -> {
                    final Activation function = map.function().activation(map.a(), map.b());
                    list.add(
                            function == null
                                    ? new PlanOp.Mapped<>(kernels, map)
                                    : new PlanOp.Activated<>(kernels, map, function));
                }
                case Combine combine -> list.add(new PlanOp.Combined<>(kernels, combine));
                case Reduce reduce -> list.add(new PlanOp.Reduced<>(kernels, reduce));
                case Copy copy -> list.add(new PlanOp.Copied<>(kernels, copy));
                case Constant constant -> {
                    // its values are in place before the first step
                }
            }
        }
        matrices = made.values().toArray(new Matrix[0]);
        matrixAt =
                made.keySet().stream().mapToInt(ParameterLayout.Slice::offset).toArray();
        constants = steps.stream()
                .filter(Constant.class::isInstance)
                .map(Constant.class::cast)
                .toArray(Constant[]::new);
        constantAt = Arrays.stream(constants)
                .mapToInt(constant -> layout.slice(constant.name()).offset())
                .toArray();
        ops = list.toArray(new PlanOp[0]);
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
        kernels.copy(input, inputAt, values, 0, plan.inputs());
        kernels.copy(state, stateAt, values, plan.inputs(), plan.states());
        for (final PlanOp<A> op : ops) {
            op.run(values);
        }
        kernels.copy(values, plan.outputAt(), output, outputAt, plan.outputs());
        if (plan.states() > 0) {
            kernels.copy(values, plan.nextAt(), state, stateAt, plan.states());
        }
    }
}
